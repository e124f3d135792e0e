package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Word reports a word that stands twice at once: the the.
//
// The engine decodes a word again, or joins two halves of a sentence of which each has it. English doubles words of its
// own accord too: had had, that that, what it is is, log in in May, bye bye, a long, long time; names of
// persons do (Cao Cao), and so do words of other languages. All these are right.
//
// The fix deletes the second; it is safe for articles, conjunctions and of, but not for other prepositions, which may follow
// a particle (engaged in in the yard, paid for for a year); else unsafe.
//
// bad: The mayor of the the town opened the bridge.
// bad: The fare was 300 crowns Crowns in May.
// bad: Turn the nut quickly-quickly.
// bad: The coach of of the team resigned on Monday.
// good: The players had had enough of that.
// good: Users who log in in May get a discount.
//
// Measured on machine-translated news: 0.32 hits per 10,000 words, on clean English news 0.5, two slips of the writers,
// on original English of all kinds 0.46, 6 slips and 8 hesitations of speech written down; 32 read on machine output, 32
// right. Of function words doubled in news 99 % are found.
var Word = &lint.Rule{
	Name:     "repetition/word",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		findReduplications(p)
		for _, r := range echoesOf.Of(p.Document).runs {
			if r.words != 1 || r.parted() || r.copies > 3 {
				continue
			}
			if safety, ok := doubledByMistake(p.Document, r); ok {
				word := p.TokenText(r.first)
				if next := r.end(); next < r.sentence.To && p.Tokens[next].Case == lint.Title && p.Tokens[next-1].Case == lint.Title {
					word = p.TokenText(next - 1) // Minister Berg
				}
				severity := lint.Warning
				if lexicon.Informal.Of(p.Document) {
					severity = lint.Info
				}
				p.Report(lint.Diagnostic{
					Severity: severity,
					Span:     p.Span(lint.Range{From: r.first, To: r.end()}),
					Message:  fmt.Sprintf("‘%s’ is written %s", word, lint.Times(r.copies)),
					Fixes:    []lint.Fix{lint.Replace("write it once", safety, p.Span(lint.Range{From: r.first, To: r.end()}), word)},
				})
			}
		}
	},
}

// findReduplications reports an adverb that a hyphen joins to itself, as Hindi, Turkish and Greek do: slowly-slowly.
func findReduplications(p *lint.Pass) {
	for f := range p.Forms {
		word := p.Forms[f].Fold
		n := len(word) / 2
		if n < 5 || word[n] != '-' || word[:n] != word[n+1:] || !strings.HasSuffix(word, "ly") || word[:n] == "softly" {
			continue
		}
		for _, i := range p.Places(lint.FormID(f)) {
			span := p.Tokens[i].Span()
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: fmt.Sprintf("‘%s’ is joined to itself", word[:n]),
				Fixes:   []lint.Fix{lint.Replace("write it once", lint.Unsafe, span, p.TokenText(int(i))[:n])},
			})
		}
	}
}

// doubledByMistake reports whether the word of the run cannot be meant twice, and how sure its repair is.
func doubledByMistake(d *lint.Document, r run) (lint.Safety, bool) {
	if isDoubledInName(d, r) || isInBothCases(d, r) {
		return lint.Unsafe, true
	}
	if d.Tokens[r.first+1].Case != lint.Lower || !isLower(d, r.copyAt(0), r.sentence.From) || isStrayMention(d, r) {
		return 0, false
	}
	word := d.Fold(r.first)
	if f := lexicon.FunctionOf(word); f != 0 {
		return repairOf(word, f), !doubledFunction[word] && !meansTwice(d, r, word)
	}
	return lint.Unsafe, isPlainNoun(d, r.first) && !isContentTwice(d, r, word)
}

// repairOf returns how sure it is that a word of the closed classes f is one too many: the, and, of, but in may be a particle.
func repairOf(word string, f lexicon.Function) lint.Safety {
	if f&(lexicon.Article|lexicon.Conjunction) != 0 && f&lexicon.Preposition == 0 || word == "of" {
		return lint.Safe
	}
	return lint.Unsafe
}

// isPlainNoun reports whether token i is a common word in lower case, of some length.
func isPlainNoun(d *lint.Document, i int) bool {
	const least, common = 3, 50
	e := lexicon.EntryAt(d, i)
	return d.Tokens[i].Case == lint.Lower && len(d.Fold(i)) >= least && e.Word() && e.Level() <= common
}

// isContentTwice reports whether the word of the run, of no closed class, stands twice by right.
func isContentTwice(d *lint.Document, r run, word string) bool {
	if doubledContent[word] || strings.HasSuffix(word, "ly") || isCalled(d, r.first+1) || isAsked(d, r) {
		return true
	}
	if head, ok := strings.CutSuffix(word, "'s"); ok && relatives[head] {
		return true
	}
	switch d.Fold(max(r.first-1, 0)) {
	case "who", "whoever", "wherever", "what", "whatever": // Whoever wins wins a cup.
		return true
	}
	return false
}

// isCalled reports whether a bracket is glued to the word at i, as to the name of a function: the function number
// number(x).
func isCalled(d *lint.Document, i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Bracket && d.Glued(i+1) && d.TokenText(i+1) == "("
}

// isAsked reports whether the words are the whole of what a question with is or are asks: is red red?
func isAsked(d *lint.Document, r run) bool {
	before, after := r.first-1, r.end()
	return r.copies == 2 && before >= r.sentence.From && after < r.sentence.To && (d.Fold(before) == "is" || d.Fold(before) == "are") && d.TokenText(after) == "?"
}

// isDoubledInName reports whether the word is a common one that stands twice in a name or a headline, or the name of a
// country, a city or a people: the Rights Rights Department, in Norway Norway. Names of persons and brands, and short
// words, double by right; and a place may begin the name of the next caption: a draw in Norway Norway Rovers lost.
func isDoubledInName(d *lint.Document, r run) bool {
	const common = 50
	if !isTitleTwice(d, r) || isStrayMention(d, r) {
		return false
	}
	word, e := d.Fold(r.first), lexicon.EntryAt(d, r.first)
	switch {
	case offices[word] && r.first > r.sentence.From:
		return !isOfAnother(d, r.first)
	case e.Person() || e.Brand() || doubledContent[word] || lexicon.FunctionOf(word) != 0:
		return false
	case e.Word():
		return e.Level() <= common && !e.Place()
	}
	next := r.end()
	return (e.Place() || e.Proper()) && !(next < len(d.Tokens) && d.Tokens[next].Case == lint.Title)
}

// isTitleTwice reports whether the run is one word of some length, twice, each with the same capital.
func isTitleTwice(d *lint.Document, r run) bool {
	const least = 5
	a, b := &d.Tokens[r.first], &d.Tokens[r.first+1]
	return r.copies == 2 && a.Case == lint.Title && b.Case == lint.Title &&
		a.Len() >= least && d.Text[a.Start:a.End] == d.Text[b.Start:b.End]
}

// isOfAnother reports whether the first of two words for an office, at token i, is a name or ends the name of a body: Mr Justice
// Justice; the Department of Justice Justice Holm left.
func isOfAnother(d *lint.Document, i int) bool {
	switch d.Fold(i - 1) {
	case "mr", "mrs", "ms":
		return true
	case "of":
		return departments[d.Fold(max(i-2, 0))]
	}
	return isMark(d, i-1, '.')
}

// departments holds words whose names a person's title follows.
var departments = lint.WordSet("department ministry minister secretary court office")

// isInBothCases reports whether a common noun stands in lower case and again with a capital that begins no name: 300
// crowns Crowns of.
func isInBothCases(d *lint.Document, r run) bool {
	const least = 4
	a, b := &d.Tokens[r.first], &d.Tokens[r.first+1]
	if r.copies != 2 || a.Case != lint.Lower || b.Case != lint.Title || a.Len() < least || d.Text[a.End:b.Start] != " " {
		return false
	}
	if r.first == r.sentence.From || d.Tokens[r.first-1].Kind > lint.Number {
		return false // a row of a table
	}
	if !isContent(d, r.first) || mayRepeatAsName(d, r.first) {
		return false
	}
	next := r.end()
	if next == r.sentence.To {
		return true
	}
	t := &d.Tokens[next]
	return t.Kind == lint.Punct || t.Kind == lint.Word && (t.Case == lint.Lower || offices[d.Fold(r.first)])
}

// mayRepeatAsName reports whether the word at token i may stand again as a name: the field type Type.
func mayRepeatAsName(d *lint.Document, i int) bool {
	word, e := d.Fold(i), lexicon.EntryAt(d, i)
	return e.Name() || e.Brand() || named[word] || doubledContent[word]
}

// named holds words that the name of a thing of a program may repeat: the field type Type.
var named = lint.WordSet("type name value class object field error kind")

// offices holds what may stand before a name, and there in one case alone: the minister Minister Berg.
var offices = lint.WordSet("minister president mayor governor director commissioner ambassador secretary general colonel captain doctor professor judge senator deputy engineer coach chairman councillor justice")

// isStrayMention reports whether the words stand in quotation marks of their own, as words that are spoken of do.
func isStrayMention(d *lint.Document, r run) bool {
	before, after := r.first-1, r.end()
	return before >= r.sentence.From && after < r.sentence.To && d.Tokens[before].Kind == lint.Quote && d.Tokens[after].Kind == lint.Quote
}

// meansTwice reports whether the two words belong to two parts of the sentence: what it is | is, log in | in May.
func meansTwice(d *lint.Document, r run, word string) bool {
	switch word {
	case "is", "was", "are", "were":
		return hasClauseStart(d, r) || isAsItIs(d, r.first-1)
	case "has", "have":
		return r.wordBefore(d) == "who" && (r.end() == r.sentence.To || d.Tokens[r.end()].Kind == lint.Punct)
	case "in", "on", "by", "to", "for", "with", "over", "up", "off", "out", "about", "from", "of":
		return mayTakeObject(d, r) && (endsRelative(d, r) || isParticleTwice(d, r, word))
	}
	return false
}

// mayTakeObject reports whether what stands behind the run may be what its second preposition belongs to, and something stands
// before it: log in in May, but not in in and.
func mayTakeObject(d *lint.Document, r run) bool {
	after := r.end()
	if r.first == r.sentence.From || after >= r.sentence.To || d.Tokens[after].Kind == lint.Punct {
		return false
	}
	return d.Tokens[after].Case != lint.Lower || d.Fold(after) == "that" ||
		lexicon.FunctionAt(d, after)&(lexicon.Conjunction|lexicon.Auxiliary) == 0
}

// isParticleTwice reports whether the first of two prepositions is the particle of the verb before it: get it in in May, cared
// for for years.
func isParticleTwice(d *lint.Document, r run, word string) bool {
	before := r.first - 1
	verb := d.Fold(before)
	if objects[verb] && before > r.sentence.From {
		verb = d.Fold(before - 1)
	}
	switch word {
	case "in", "on", "by":
		return particleVerbs[verb] || endsInParticle(verb)
	case "for":
		return forVerbs[verb]
	case "about":
		return aboutVerbs[verb] && d.Tokens[r.end()].Kind != lint.Word
	}
	return endsInParticle(verb)
}

// isAsItIs reports whether the clause of the verb behind token i ends with it: the world as it is, the best there is.
func isAsItIs(d *lint.Document, i int) bool {
	return i > 0 && (d.Fold(i) == "there" || d.Fold(i-1) == "as" && lexicon.FunctionAt(d, i)&lexicon.Pronoun != 0)
}

// endsRelative reports whether a clause without its pronoun ends with the first of two prepositions: the firm she worked
// for for years, the house he was born in in 1920.
func endsRelative(d *lint.Document, r run) bool {
	const longest = 3 // words of the verb
	for k := r.first - 2; k > r.sentence.From && k >= r.first-1-longest; k-- {
		switch {
		case subjects[d.Fold(k)]:
			return isContent(d, k-1) && d.Tokens[k-1].Case == lint.Lower && !strings.HasSuffix(d.Fold(k-1), "ed")
		case lexicon.FunctionAt(d, k)&lexicon.Auxiliary == 0:
			return false
		}
	}
	return false
}

// subjects are pronouns that begin a clause.
var subjects = lint.WordSet("he she we you they i it")

// hasClauseStart reports whether the verb may end a clause that is the subject of the same verb.
func hasClauseStart(d *lint.Document, r run) bool {
	for i := max(r.sentence.From, r.first-7); i < r.first; i++ {
		switch d.Fold(i) {
		case "what", "whatever", "how", "why":
			return true
		case "who", "where":
			return i < r.first-1
		case "thing", "problem", "issue", "question", "reality", "all":
			return i >= r.first-2
		}
	}
	return false
}

// endsInParticle reports whether the word ends as a noun made of a verb and a particle does: sit-in, carry-on.
func endsInParticle(word string) bool {
	return len(word) > 3 && word[len(word)-3] == '-'
}

// isParticiple reports whether a word ends as a participle does, whose particle a preposition may follow: cared for for
// years.
func isParticiple(word string) bool {
	return len(word) > 4 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "en") || strings.HasSuffix(word, "ing"))
}

// relatives holds people who have the like themselves: my mother's mother's recipe.
var relatives = lint.WordSet("mother father brother sister son daughter cousin friend neighbour neighbor boss")

// particles holds prepositions that are particles of verbs as well.
var particles = lint.WordSet("in on by for about over up off out through down after around under")

// objects holds what may stand between a verb and its particle: get it in in May.
var objects = lint.WordSet("it them him her us me")

// forVerbs holds verbs that go with for at their end: cared for for years.
var forVerbs = lint.WordSet("care cares cared caring provided called")

// aboutVerbs holds verbs that go with about at their end: bring about about 3 million.
var aboutVerbs = lint.WordSet("bring brings brought bringing talk talks talked talking think thinks thought know knows knew known hear heard")

// particleVerbs holds verbs that go with in, on or by at their end: log in in May.
var particleVerbs = lint.WordSet(`log logs logged logging sign signs signed signing come comes came coming go goes went going gone get gets got getting
	move moves moved moving let lets letting bring brings brought fill fills filled check checks checked checking join joins joined kick kicks kicked
	drop drops dropped hand handed cut call calls called calling break broke broken step steps stepped turn turns turned turning switch switched carry carries carried carrying
	move stand stands stood stay stays stayed live lives lived pass passes passed passing tune tuned settle settled give gives gave given tie tied believe believed believes believing
	dial plug phone wade weigh weighed cash cave live holed barge barged usher ushered set sets setting logged hold held put puts putting walk walked walks lean drag dragged
	based relied rely depend depended work worked working looked look looking`)

// isDoubled reports whether English doubles the word: had had, bye bye.
func isDoubled(word string) bool { return doubledFunction[word] || doubledContent[word] }

// doubledFunction holds closed-class words that English doubles.
var doubledFunction = lint.WordSet(`had that so very her you who no now then there here never ever him it us them do does did much many quite too more most all what all over rather up one why
	again once still again yet well can will must only never not he she they we this those these which when`)

// doubledContent holds other words that English doubles, for stress or as a word of its own.
var doubledContent = lint.WordSet(`bye long far big great good bad old really ha hey hi hello oh yes yeah okay ok knock hear night tut chop there blah yum rah win pom dum tom go boo yo goody
	poor fat little tiny tick tock wow please help hot cold deep high low dear sorry thank thanks right wrong true same less double girl boy mama papa nana wait stop run cry new nice
	cha choo tap woof miaow quack moo baa beep honk drip bang boom clap hush sweet happy super extra real fast slow slowly quick quickly full wide ever large huge beautiful walla wagga tsk gaga hula
	murmur paw agar cous beri aye bravo mahi couscous dik ylang bora pawpaw lulu whoa rumble rumbling chin ping ching ding dong tsetse buy sell go-go easy softly gently dirty lovely work special early late strong hard click clack thump splash buzz clang rattle`)
