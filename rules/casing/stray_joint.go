package casing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isStrayAfterName reports whether the capitalised function word at i, behind a name in a sentence in lower case, begins
// a clause or phrase that a lost mark or word parted from the name: "western Anatolia In some areas".
func isStrayAfterName(d *lint.Document, s lint.Range, i int) bool {
	if i < s.From+3 || d.Tokens[i-2].Kind == lint.Quote || d.Glued(i) || !endsName(d, i-1) || !isLowerWord(d, i+1) {
		return false
	}
	word := d.Fold(i)
	if neverJoint[word] || opensTitle(d, s, i) || isLastName(d, i) {
		return false
	}
	switch content := lowerContent(d, s.From, i-1); {
	case content > 1, content == 1 && lexicon.FunctionAt(d, i)&lexicon.Article == 0:
		return true
	}
	return verbs[word] && lowerContent(d, i+1, s.To) > 2
}

// endsName reports whether the word at i has a capital as the end of a name does, and no title or name is due behind it.
func endsName(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && (t.Case == lint.Title || t.Case == lint.Mixed) && t.Len() >= 3 && d.Text[t.End-1] != '.' &&
		lexicon.Functions.Of(d)[t.Form] == 0 && !namingNouns[d.Fold(i)]
}

// isLastName reports whether the function word at i, behind a name, is the surname that belongs to it: Emre Can was injured,
// Anna In said.
func isLastName(d *lint.Document, i int) bool {
	word, next := d.Fold(i), lexicon.FunctionAt(d, i+1)
	if verbs[word] {
		return next&lexicon.Auxiliary != 0
	}
	if !nameLike[word] {
		return false
	}
	e := lexicon.EntryAt(d, i-1)
	return next == 0 || d.Tokens[i-1].Case == lint.Title && (!e.Known() || e.Person())
}

// lowerContent returns how many of the tokens from to to are content words in lower case.
func lowerContent(d *lint.Document, from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if isLowerWord(d, i) && lexicon.FunctionAt(d, i) == 0 {
			n++
		}
	}
	return n
}

// isStrayQuestion reports whether the word at i begins a question behind a name: "Mayor Lindqvist How could it be".
func isStrayQuestion(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	return (word == "how" || word == "why") && lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary != 0 && isStrayAfterName(d, s, i)
}

// isStrayAfterBracket reports whether the capitalised pronoun at i, behind brackets inside a sentence, is its subject.
func isStrayAfterBracket(d *lint.Document, s lint.Range, i int) bool {
	return bracketSubjects[d.Fold(i)] && lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary != 0 && closesAside(d, s, i-1)
}

// closesAside reports whether token i closes brackets that stand behind a word in lower case of the same sentence.
func closesAside(d *lint.Document, s lint.Range, i int) bool {
	if d.Tokens[i].Kind != lint.Bracket {
		return false
	}
	if last := d.TokenText(i); last != ")" && last != "]" {
		return false
	}
	for j := i - 1; j > s.From+1 && j > i-maxAside; j-- {
		if d.Tokens[j].Kind == lint.Bracket {
			return isLowerWord(d, j-1) || isMark(d, j-1, ',')
		}
	}
	return false
}

// maxAside is how many tokens of an aside in brackets are looked at.
const maxAside = 16

// isStrayClause reports whether the capitalised function word at i, behind a comma and words in lower case, goes on with
// the sentence.
func isStrayClause(d *lint.Document, s lint.Range, i int) bool {
	if !isBehindLowerWords(d, s, i) || opensTitle(d, s, i) || speechVerbs[d.Fold(i-2)] || isAppositive(d, i) ||
		salutations[d.Fold(s.From)] {
		return false
	}
	word, next := d.Fold(i), d.Fold(i+1)
	return continuing[word] || word == "no" && (next == "one" || next == "matter" || next == "longer")
}

// isBehindLowerWords reports whether the two tokens before the mark in front of token i are words in lower case.
func isBehindLowerWords(d *lint.Document, s lint.Range, i int) bool {
	return i >= s.From+3 && isLowerWord(d, i-2) && isLowerWord(d, i-3)
}

// isStrayStatement reports whether the capitalised article or pronoun at i, behind a comma, begins a clause with its verb,
// which a comma parts from the one before it in place of a full stop: he left the team, The first match was a draw.
func isStrayStatement(d *lint.Document, s lint.Range, i int) bool {
	const longest = 8 // tokens up to the verb
	if i < s.From+4 || !statements[d.Fold(i)] || d.Tokens[i-2].Kind != lint.Word || !isMostlyLower(d, s, i-1) || isAppositive(d, i) {
		return false
	}
	if hasSpeech(d, s.From, i) || isMark(d, s.To-1, '?') || !mayEndStatement(d, s, i-2) {
		return false
	}
	for k := i + 1; k < min(s.To, i+longest) && isLowerWord(d, k); k++ {
		if lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0 {
			return true
		}
	}
	return false
}

// mayEndStatement reports whether token i ends a statement that begins sentence s: no salutation, no clause that depends on
// the next, no verb or noun that words of somebody follow.
func mayEndStatement(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	if speechVerbs[word] || copulas[word] || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "self") ||
		startsDependent(d, s.From) {
		return false // they were singing, He is near
	}
	verb := false
	for k := s.From; k <= i; k++ {
		if isMark(d, k, ':') || sayings[d.Fold(k)] || k > s.From && d.Tokens[k].Case == lint.Title && d.Fold(k) == d.Fold(i+2) {
			return false // words that somebody says, a title
		}
		verb = verb || lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0
	}
	return verb || strings.HasSuffix(word, "ed") || i-s.From > 8
}

// startsDependent reports whether a sentence that begins with token i begins with a salutation or a clause that depends on the
// next: Dear neighbours, If it rains, Whatever comes,
func startsDependent(d *lint.Document, i int) bool {
	word := d.Fold(i)
	return salutations[word] || word == "whatever" || word == "subject" ||
		lexicon.FunctionAt(d, i)&(lexicon.Preposition|lexicon.Conjunction) != 0
}

// isStrayConnective reports whether the capitalised word at i, behind a comma, joins a clause to what goes before.
func isStrayConnective(d *lint.Document, s lint.Range, i int) bool {
	if lexicon.FunctionAt(d, i)&lexicon.Preposition != 0 && hasSpeech(d, s.From, i) {
		return false // he told the town, In the spring we go
	}
	if i < s.From+3 || !connectives[d.Fold(i)] || !isBehindLowerWords(d, s, i) && !isStrayStart(d, s, i) || opensTitle(d, s, i) {
		return false
	}
	last := d.Fold(i - 2)
	return !speechVerbs[last] && !copulas[last] && !isAppositive(d, i) && !salutations[d.Fold(s.From)]
}

// isStrayRelative reports whether the capitalised word at i, behind a name and a comma, begins what is told of the name:
// the striker Ilyas Haddou, Who had come on late.
func isStrayRelative(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	if word != "who" && word != "which" && word != "whose" || i < s.From+3 || isMark(d, s.To-1, '?') {
		return false
	}
	if d.Tokens[i-2].Case != lint.Title || lexicon.FunctionAt(d, i-2) != 0 || d.Tokens[i-3].Kind != lint.Word ||
		speechVerbs[d.Fold(i-3)] {
		return false
	}
	return word == "whose" || lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary != 0 || strings.HasSuffix(d.Fold(i+1), "ed")
}

// isStrayStart reports whether the word at i, behind a name and a comma, begins a clause: in the old church of Bergen,
// After it the choir sings.
func isStrayStart(d *lint.Document, s lint.Range, i int) bool {
	return i+2 < s.To && startsClause[d.Fold(i)] && d.Tokens[i-2].Kind == lint.Word && isMostlyLower(d, s, i-1) &&
		isLowerWord(d, i+1) && (isLowerWord(d, i+2) || isMark(d, i+2, ','))
}

// isMostlyLower reports whether five words or more stand before token to in the sentence, most of them in lower case, and
// no name of two words right before it.
func isMostlyLower(d *lint.Document, s lint.Range, to int) bool {
	lower, other := 0, 0
	for i := s.From; i < to; i++ {
		if d.Tokens[i].Case == lint.Lower {
			lower++
		} else if d.Tokens[i].Kind == lint.Word {
			other++
		}
	}
	return lower >= 5 && lower > 2*other && d.Tokens[to-2].Case == lint.Lower
}

// hasSpeech reports whether a verb of saying stands between the tokens from and to.
func hasSpeech(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if d.Tokens[i].Kind == lint.Word && speechVerbs[d.Fold(i)] {
			return true
		}
	}
	return false
}

// introducesWords reports whether token i, before a comma, ends a clause that words of somebody follow: asked myself,
// read, as the hymn has it.
func introducesWords(d *lint.Document, i int) bool {
	word, before := d.Fold(i), d.Fold(max(0, i-1))
	return speechVerbs[word] || speechVerbs[before] && strings.HasSuffix(word, "self") || word == "it" && before == "has"
}

// isAppositive reports whether a title or a saying stands from the word at i on, behind a comma and the noun for it: her
// novel, Where the water ends. A relative clause does not.
func isAppositive(d *lint.Document, i int) bool {
	noun, word := d.Fold(i-2), d.Fold(i)
	return (namingNouns[noun] || sayings[noun]) && word != "which" && word != "who" && word != "whose" && word != "but"
}

// isSubjectWithVerb reports whether the word at i is a subject with its verb: it's.
func isSubjectWithVerb(d *lint.Document, i int) bool { return subjectsWithVerb[d.Fold(i)] }

// isStrayContraction reports whether the word at i is a subject with its verb, in a phrase in lower case: what he announced
// It's not a veto.
func isStrayContraction(d *lint.Document, s lint.Range, i int) bool {
	if !isSubjectWithVerb(d, i) || i <= s.From+2 || !isLowerWord(d, i-1) || !isLowerWord(d, i-2) || !isLowerWord(d, i+1) {
		return false
	}
	before := d.Fold(i - 1)
	return !namingNouns[before] && !speechVerbs[before] && lexicon.FunctionAt(d, i-1)&lexicon.Preposition == 0 &&
		!capitalNear(d, s, i)
}

// isStrayBeforeMark reports whether the capitalised word at i, behind a word in lower case, is a preposition before a
// quotation or a conjunction before a comma.
func isStrayBeforeMark(d *lint.Document, i int) bool {
	t, next := &d.Tokens[i], &d.Tokens[i+1]
	if next.Kind != lint.Quote && next.Kind != lint.Punct || t.Len() < 2 || d.Glued(i) || !isLowerWord(d, i-1) ||
		namingNouns[d.Fold(i-1)] {
		return false
	}
	if next.Kind == lint.Quote {
		const classes = lexicon.Preposition | lexicon.Article
		return lexicon.FunctionAt(d, i)&classes != 0 && !d.Glued(i+1) && !neverStray[d.Fold(i)]
	}
	return d.Glued(i+1) && isMark(d, i+1, ',') && openers[d.Fold(i)] && !speechVerbs[d.Fold(i-1)] &&
		lexicon.FunctionAt(d, i-1)&lexicon.Preposition == 0
}

// capitalNear reports whether another word with a capital stands within four tokens of the word at i.
func capitalNear(d *lint.Document, s lint.Range, i int) bool {
	for j := max(s.From+1, i-4); j < min(s.To, i+5); j++ {
		if j != i && d.Tokens[j].Kind == lint.Word && d.Tokens[j].Case != lint.Lower {
			return true
		}
	}
	return false
}

// isStrayNameArticle reports whether the capitalised article at i, before a name inside a sentence, is in lower case
// before the same name elsewhere.
func isStrayNameArticle(d *lint.Document, i int) bool {
	t, next := &d.Tokens[i], &d.Tokens[i+1]
	if t.Len() != 3 || next.Form == lint.NoForm || d.Fold(i) != "the" || d.Glued(i) || d.Glued(i+1) || !isLowerWord(d, i-1) {
		return false
	}
	return !lexicon.Entries.Of(d)[next.Form].Known() && isArticled(d, next.Form)
}

// isStrayKindArticle reports whether the capitalised article at i, behind a word in lower case, stands before a name and the
// family word that ends the phrase: four sisters of The Shen family. A show, a band or a place may have The in its name.
func isStrayKindArticle(d *lint.Document, s lint.Range, i int) bool {
	if d.Tokens[i].Len() != 3 || d.Fold(i) != "the" || i < s.From+2 || d.Glued(i) || !isLowerWord(d, i-1) ||
		namingNouns[d.Fold(i-1)] {
		return false
	}
	name, kind, next := i+1, i+2, i+3
	if kind >= s.To || d.Tokens[name].Case != lint.Title || d.Glued(name) || !isLowerWord(d, kind) || !families[d.Fold(kind)] {
		return false
	}
	if lexicon.EntryAt(d, name).Word() || strings.HasSuffix(d.Fold(name), "s") {
		return false
	}
	return next == s.To || d.Tokens[next].Kind != lint.Word || lexicon.FunctionAt(d, next) != 0
}

// isStrayBeforeFigure reports whether the capitalised preposition at i stands between a verb that tells of change, behind a word
// in lower case, and a figure: the number rose To 42. Behind other words a line may begin.
func isStrayBeforeFigure(d *lint.Document, s lint.Range, i int) bool {
	return i >= s.From+2 && d.Tokens[i+1].Kind == lint.Number && !d.Glued(i) && !d.Glued(i+1) && beforeFigures[d.Fold(i)] &&
		isLowerWord(d, i-1) && isLowerWord(d, i-2) && changes[d.Fold(i-1)]
}

// isArticled reports whether a word stands with a capital behind “the” in lower case somewhere.
func isArticled(d *lint.Document, f lint.FormID) bool {
	for _, i := range d.Places(f) {
		if i > 0 && d.Tokens[i].Case != lint.Lower && d.Tokens[i-1].Case == lint.Lower && d.Fold(int(i)-1) == "the" {
			return true
		}
	}
	return false
}

var (
	// neverJoint holds function words that stand capitalised behind names of which they are part, and articles that label.
	neverJoint = lint.WordSet("i a an us will may mine yes him his himself you your yours who one out off up down over again till since per s being")

	// families holds words for a family that its name stands before.
	families = lint.WordSet("family dynasty clan")

	// beforeFigures holds prepositions that a figure follows behind one of changes, verbs that tell of change.
	beforeFigures = lint.WordSet("to by from")
	changes       = lint.WordSet("rose risen rise rises fell fallen fall falls grew grown grow grows climbed dropped increased decreased declined jumped reduced soared slipped shrank raised lowered cut up down")

	// nameLike holds function words that are surnames or given names as well.
	nameLike = lint.WordSet("to or he in on so do no can man such most yet")

	// verbs holds auxiliaries that are no names.
	verbs = lint.WordSet("can could would should must has have had was were is are did does")

	// bracketSubjects holds pronouns that are subjects.
	bracketSubjects = lint.WordSet("he she it they")

	// continuing holds function words that go on with a sentence behind a comma: not those that begin reported speech.
	continuing = lint.WordSet("at by for from into onto upon among amid during through throughout towards toward under until to its their there thus hence also instead even not only")

	// statements holds words that the subject of a sentence begins with.
	statements = lint.WordSet("the a an this that these those it he she they we his her our my its their there")

	// subjectsWithVerb holds subjects with their verb.
	subjectsWithVerb = lint.WordSet("it's he's she's that's there's they're we're they've we've it'll he'll she'll they'll we'll he'd she'd they'd")

	// openers holds words that a comma follows where they begin a sentence.
	openers = lint.WordSet("but however therefore meanwhile moreover furthermore nevertheless although finally additionally consequently nonetheless subsequently accordingly eventually similarly likewise afterwards")

	// connectives holds words that open a clause behind a comma and are no names.
	connectives = lint.WordSet("while and but which where when because although though whereas since unless until if whether who whose that so yet or nor as after before with without despite including according in at on from for during by of under within among simultaneously however therefore meanwhile especially particularly")

	// startsClause holds connectives that begin a sentence of their own, and hardly a title.
	startsClause = lint.WordSet("after at because before but by during for from in since therefore while with although according meanwhile however")

	// copulas holds verbs that a thought or a question follows behind a comma: the question is, Who pays?
	copulas = lint.WordSet("is was are were be")

	// sayings holds nouns for what is said or thought.
	sayings = lint.WordSet("maxim verse words prophet notice saying slogan motto rule question thought campaign proverb adage refrain mantra lesson answer")

	salutations = lint.WordSet("dear hello hi good to")

	speechVerbs = lint.WordSet("said says say added adds asked asks wrote writes told tells replied replies answered explained shouted cried wondered stated noted continued concluded thought read reads runs")
)
