package casing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostStop reports a capital inside a sentence where the next one begins: the full stop before it is lost.
//
// Engines drop the full stop behind a measure (30 minutes, 38 cm, 5 %), a link or a line that the page broke. It is found
// where an instruction goes on with its object (Wipe the brush), where a subject goes on with its verb (You can pay) and
// where a sentence begins behind a measure (24.8% The result). Titles (the song Let the River Run), buttons of programs
// (click Apply), licences and prayers, which write You with a capital, verse and headlines are left alone.
//
// The fix puts the full stop and is unsafe: the capital may be the fault.
//
// bad: Stew the cabbage for about 30 minutes Arrange it on plates and sprinkle it with dill.
// bad: When the buyer has filled in the form You can pay at once from the menu.
// bad: The share of the old trams in the town fell to 24.8% The new ones are red.
// good: They sang the song You can pay tomorrow and the song Let the river run.
// good: Click the button Add a page. She saw the film Cut the rope twice.
//
// Measured on machine output of all kinds: 0.09 hits per 10,000 words (5,400,000 words), on original English 0.00 (352,000
// words), in 4,500,000 words of manuals 2; all 52 read, 51 right, most of them headlines that lost their line.
var LostStop = &lint.Rule{
	Name:     "casing/lost-stop",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		functions := lexicon.Functions.Of(p.Document)
		for _, k := range p.Capitals {
			i, t := int(k), &p.Tokens[k]
			if t.Case != lint.Title || i < 3 || i+2 >= len(p.Tokens) || p.Tokens[i+1].Case != lint.Lower ||
				p.Glued(i) || p.Glued(i+1) {
				continue
			}
			if functions[t.Form] == 0 && !instructions[p.Forms[t.Form].Fold] {
				continue
			}
			s := p.SentenceOf(i)
			if i < s.From+3 || i+3 > s.To || !mayLoseStop(p.Document, s, i) {
				continue
			}
			if beginsInstruction(p.Document, s, i) || beginsWithSubject(p.Document, s, i) || beginsBehindMeasure(p.Document, s, i) {
				reportLostStop(p, i)
			}
		}
	},
}

func reportLostStop(p *lint.Pass, i int) {
	end := int(p.Tokens[i-1].End)
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i].End)},
		Message: "full stop lost before ‘" + p.TokenText(i) + "’",
		Fixes:   []lint.Fix{lint.Replace("put a full stop", lint.Unsafe, lint.Span{Start: end, End: end}, ".")},
	})
}

// mayLoseStop reports whether the word at i stands in a running sentence that begins with a capital, is no headline and goes
// on in lower case behind it.
func mayLoseStop(d *lint.Document, s lint.Range, i int) bool {
	if d.Tokens[s.From].Case == lint.Lower || opensLine(d, i) || d.IsQuoted(i) || !isLowerWord(d, i+1) ||
		i+2 < s.To && d.Tokens[i+2].Case == lint.Title {
		return false
	}
	b := d.BlockOf(i)
	return (b.Kind == lint.Paragraph || b.Kind == lint.ListItem) && isSentenceCased(d, &b)
}

// beginsInstruction reports whether the word at i is an instruction with its object behind it, and the words before it end
// one: for 30 minutes Arrange it, after two hours Wipe the brush.
func beginsInstruction(d *lint.Document, s lint.Range, i int) bool {
	if !instructions[d.Fold(i)] || !instructed[d.Fold(i+1)] || !endsContent(d, i) {
		return false
	}
	if d.Fold(i) == "saw" && !isUnitBehind(d, i-1) {
		return false // an eye in a blue face Saw an eye in a green one
	}
	return countWithin(d, i) <= 2
}

// endsContent reports whether a content word in lower case, a unit or a percentage stands before token i, and none that a
// title or the name of a button follows.
func endsContent(d *lint.Document, i int) bool {
	if isPercent(d, i-1) {
		return true
	}
	if isUnitBehind(d, i-1) {
		return true
	}
	word := d.Fold(i - 1)
	return isLowerWord(d, i-1) && !d.Glued(i-1) && lexicon.FunctionAt(d, i-1) == 0 && lexicon.EntryAt(d, i-1).Word() &&
		!strings.HasSuffix(word, "ly") && !bearsTitle(word)
}

// bearsTitle reports whether a title, the name of a button or somebody's words follow a word: the film Cut the rope.
func bearsTitle(word string) bool {
	return namingNouns[word] || works[word] || speechVerbs[word] || sayings[word] || labelBearers[word]
}

// countWithin returns how often the word at i has a capital inside sentences, as a button of a program or a defined term has.
func countWithin(d *lint.Document, i int) int {
	n := 0
	for _, k := range d.Places(d.Tokens[i].Form) {
		if d.Tokens[k].Case == lint.Title && !d.IsSentenceStart(int(k)) {
			n++
		}
	}
	return n
}

// beginsWithSubject reports whether the pronoun at i is the subject of the verb behind it, and a new sentence: filled in the
// form You can pay, Orvina and Lasque They meet again.
func beginsWithSubject(d *lint.Document, s lint.Range, i int) bool {
	pronoun := d.Fold(i)
	if !newSubjects[pronoun] || !isVerbBehind(d, i+1) || countWithin(d, i) > 1 || pronoun == "you" && isSolemn(d, i) {
		return false
	}
	before := &d.Tokens[i-1]
	if before.Kind != lint.Word || bearsTitle(d.Fold(i-1)) {
		return false
	}
	switch before.Case {
	case lint.Title:
		return pronoun != "it" && lexicon.FunctionAt(d, i-1) == 0 && before.Len() > 2
	case lint.Lower:
		return pronoun == "you" && lexicon.FunctionAt(d, i-1) == 0 && isLowerWord(d, i-1)
	}
	return false
}

// isSolemn reports whether You may have its capital out of reverence or in a contract: the block speaks of God, or an adverb of
// contracts stands before it.
func isSolemn(d *lint.Document, i int) bool {
	if ofContract[d.Fold(i-1)] {
		return true
	}
	b := d.BlockOf(i)
	for k := b.From; k < b.To; k++ {
		if ofPrayer[d.Fold(k)] {
			return true
		}
	}
	return false
}

// isVerbBehind reports whether the word at i is a verb as behind a pronoun: can, decided, meet.
func isVerbBehind(d *lint.Document, i int) bool {
	word := d.Fold(i)
	return lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0 || len(word) > 4 && strings.HasSuffix(word, "ed") ||
		bareAfterPronoun[word]
}

// beginsBehindMeasure reports whether a function word that a sentence begins with stands at i behind a percentage or a short
// unit: fell to 24.8% The rest, a waist of 81 cm This is.
func beginsBehindMeasure(d *lint.Document, s lint.Range, i int) bool {
	return opensSentences[d.Fold(i)] && (isPercent(d, i-1) || isUnitBehind(d, i-1)) && i > s.From+3
}

// isPercent reports whether token i is a percent sign behind a number.
func isPercent(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Punct && d.TokenText(i) == "%" && d.Tokens[i-1].Kind == lint.Number
}

// isUnitBehind reports whether token i is a unit behind a number: 38 cm.
func isUnitBehind(d *lint.Document, i int) bool {
	return d.Tokens[i-1].Kind == lint.Number && d.Tokens[i].Kind == lint.Word && units[d.TokenText(i)]
}

var (
	// instructions holds verbs that recipes, manuals and notices begin a sentence with.
	instructions = lint.WordSet("arrange wipe saw put take add pour mix stir place cover cut remove leave wash rinse " +
		"dry cook bake boil fry peel chop slice sprinkle serve heat melt combine beat drain soak spread apply fold press " +
		"turn repeat paint glue attach fix insert check choose select open close use make keep store let try drink eat " +
		"write read call visit follow enjoy buy get send share contact download enter install start stop hold pull push " +
		"lift lay tie sew knit trim plant feed clean grind grate squeeze simmer strain transfer bring reduce increase " +
		"don't avoid ensure dip brush roll shake whisk knead crush wrap hang measure mark drill screw sand tighten loosen " +
		"replace connect disconnect rub whip season divide separate warm cool freeze refrigerate steam roast grill toast " +
		"blend spray dilute dissolve lubricate assemble unscrew fasten secure smooth level")

	// labelBearers holds what has its label behind it.
	labelBearers = lint.WordSet("button buttons icon option menu command key entry item branch box tab link heading " +
		"sign tool game exercise campaign initiative project movement event line lines lyric lyrics rhyme exhibition exhibit " +
		"verse hymn carol refrain chorus poster badge shirt column podcast section goes runs reads saying")

	// ofContract holds adverbs before a defined term, ofPrayer words of prayers and contracts, in which You has a capital.
	ofContract = lint.WordSet("thereafter hereby thereupon therefore hereunder")
	ofPrayer   = lint.WordSet("lord god almighty jesus christ allah heaven heavens amen psalm creator saviour savior " +
		"soul universe holy israel mercy prayer pray bless policy agreement terms contract licence license lease")

	// instructed holds what the object of an instruction begins with.
	instructed = lint.WordSet("the it them a an your this these all each both some everything")

	// newSubjects holds pronouns that begin a sentence.
	newSubjects = lint.WordSet("you we they she")

	// bareAfterPronoun holds common verbs besides those in -ed.
	bareAfterPronoun = lint.WordSet("meet met need want know knew go went come came see saw get got take took make " +
		"made find found say said give gave live work play begin began leave left keep kept feel felt think thought spend " +
		"spent buy bought sell sold win won lose lost write wrote read run ran speak spoke")

	// opensSentences holds function words that a sentence begins with.
	opensSentences = lint.WordSet("the it this that these they there then if in at for after before when while " +
		"according of he she we you a as but and also however")

	// units holds the short forms of units, and those that are words.
	units = lint.WordSet("cm mm m km kg g mg ml l min °C °F")
)
