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

// isStrayForm reports whether the capitalised word at i is an adverb or participle that goes on with a sentence in lower
// case.
func isStrayForm(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	adverb, participle := len(word) > 5 && strings.HasSuffix(word, "ly"), len(word) > 4 && strings.HasSuffix(word, "ed")
	if form := &d.Forms[d.Tokens[i].Form]; !adverb && !participle || form.Count-form.Lower > 1 {
		return false // a term that the text defines, or a name
	}
	if i < s.From+2 || d.Glued(i) || !isLowerWord(d, i+1) || opensTitle(d, s, i) || d.Fold(i+1) == "and" || d.Fold(i+1) == "or" {
		return false
	}
	switch {
	case namingNouns[d.Fold(i-1)], !isPlain(lexicon.EntryAt(d, i), 50):
		return false
	case adverb:
		return isStrayAdverb(d, s, i)
	}
	return isStrayParticiple(d, s, i)
}

// isStrayAdverb reports whether the capitalised adverb at i goes on with a phrase or a clause in lower case: the town was
// Completely dark.
func isStrayAdverb(d *lint.Document, s lint.Range, i int) bool {
	if isMark(d, i-1, ',') {
		return isBehindLowerWords(d, s, i) && !speechVerbs[d.Fold(i-2)]
	}
	return isInLowerPhrase(d, s, i)
}

// isStrayParticiple reports whether the capitalised participle at i goes on with a phrase in lower case, or behind an aside with
// what is told: the bridge Closed for repairs, the town (pictured) Lost its.
func isStrayParticiple(d *lint.Document, s lint.Range, i int) bool {
	switch {
	case isMark(d, i-1, ','), isParticipleOfName(d.Fold(i)):
		return false
	case closesAside(d, s, i-1):
		return lexicon.FunctionAt(d, i+1)&(lexicon.Pronoun|lexicon.Possessive) != 0
	}
	return !isStatus(d, i) && isInLowerPhrase(d, s, i)
}

// isParticipleOfName reports whether a word in -ed is made of a brand, or names a side or a company: Googled, Limited.
func isParticipleOfName(word string) bool {
	return neverParticiple[word] || lexicon.Lookup(word[:len(word)-1]).Brand() || lexicon.Lookup(word[:len(word)-2]).Brand()
}

// isInLowerPhrase reports whether a word in lower case that is no determiner stands before the word at i, and no capital soon
// behind it.
func isInLowerPhrase(d *lint.Document, s lint.Range, i int) bool {
	return isLowerWord(d, i-1) && !isDeterminer(d, i-1) && i+2 < s.To && d.Tokens[i+2].Case != lint.Title
}

// isStatus reports whether the participle at i says in what state something is listed, or stands for a work behind a preposition
// with no noun of its own: marked Damaged in the log, the cast of Wicked were there.
func isStatus(d *lint.Document, i int) bool {
	if d.Fold(i+1) == "by" {
		return false // according to Confirmed by two officials
	}
	return statusSigns[d.Fold(i-1)] || lexicon.FunctionAt(d, i-1)&lexicon.Preposition != 0 && lexicon.FunctionAt(d, i+1) != 0
}

// statusSigns holds words that the name of a state stands behind.
var statusSigns = lint.WordSet("as to marked stamped listed classed flagged tagged show shows status at")

// isStrayBehindAuxiliary reports whether the capitalised word at i is the participle of the auxiliary before it: has Faced, is
// still Getting.
func isStrayBehindAuxiliary(d *lint.Document, s lint.Range, i int) bool {
	word, aux := d.Fold(i), i-1
	if len(word) < 5 || !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ing") || neverParticiple[word] || d.Glued(i) {
		return false
	}
	if aux > s.From && lexicon.FunctionAt(d, aux)&lexicon.Adverb != 0 {
		aux--
	}
	if aux <= s.From || !isLowerWord(d, i-1) || !isLowerWord(d, aux) || lexicon.FunctionAt(d, aux)&lexicon.Auxiliary == 0 {
		return false
	}
	form := &d.Forms[d.Tokens[i].Form]
	return form.Count-form.Lower == 1 && isPlain(lexicon.EntryAt(d, i), 50) && !opensTitle(d, s, i)
}

// isStrayEnding reports whether the capitalised word at i, in a phrase in lower case, is an adjective before a noun or a
// gerund before its object by its ending: the provisions of Applicable law, in Addressing the threat, in Achieving titles.
func isStrayEnding(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	gerund := strings.HasSuffix(word, "ing")
	if !gerund && !endsAsAdjective(word) || !isLowerWord(d, i-1) || !isLowerWord(d, i+1) || namingNouns[d.Fold(i-1)] {
		return false
	}
	if lexicon.FunctionAt(d, i-1)&(lexicon.Article|lexicon.Possessive) != 0 || !isPlain(lexicon.EntryAt(d, i), 35) ||
		capitalNear(d, s, i) {
		return false
	}
	if gerund {
		return isStrayGerund(d, s, i)
	}
	form := &d.Forms[d.Tokens[i].Form] // of a name that the text has given to something, it has more capitals
	return lexicon.FunctionAt(d, i+1) == 0 && !ofInstitutions[word] && form.Count-form.Lower <= 2
}

// isStrayGerund reports whether the capitalised gerund at i stands before its object and is no title: in Addressing the threat,
// failed in Achieving titles.
func isStrayGerund(d *lint.Document, s lint.Range, i int) bool {
	if isPartOfWhole(d, s, i) {
		return false // the section on Installing updates
	}
	next := lexicon.FunctionAt(d, i+1)
	if next != 0 {
		return next&(lexicon.Article|lexicon.Possessive|lexicon.Preposition) != 0
	}
	return i-2 >= s.From && d.Fold(i-1) == "in" && undertaking[d.Fold(i-2)] && strings.HasSuffix(d.Fold(i+1), "s")
}

// isPartOfWhole reports whether a word for a part of a manual, a course or a contest, or one that refers to it, stands soon
// before token i, so that the words from i on may be its name.
func isPartOfWhole(d *lint.Document, s lint.Range, i int) bool {
	const soon = 4
	for k := max(s.From, i-soon); k < i; k++ {
		if wholes[d.Fold(k)] {
			return true
		}
	}
	return false
}

var (
	// wholes holds what has parts with names, and verbs that refer to them.
	wholes = lint.WordSet("section chapter page tab steps notes advice guide part unit module modules session workshop talk course courses class degree diploma thesis paper panel debate medal medals award awards entries head " +
		"professor department office see refer described explained covered listed filed read follow")

	// undertaking holds verbs of what is done in doing something else.
	undertaking = lint.WordSet("failed succeeded interested helped involved engaged fails succeeds succeed fail engage experienced assist assisted")
)

// ofInstitutions holds adjectives that many houses capitalise with the body they stand for: the coming Parliamentary
// elections.
var ofInstitutions = lint.WordSet("parliamentary constitutional judicial provincial national regional municipal")

// isBehindVerbSign reports whether a verb may follow what stands before token i: to, or a modal verb.
func isBehindVerbSign(d *lint.Document, i int) bool {
	return d.Tokens[i-1].Case == lint.Lower && d.Tokens[i-1].Kind == lint.Word && verbSigns[d.Fold(i-1)]
}

// isStrayVerb reports whether the capitalised word at i is a verb with its object behind it, in a phrase in lower case: want to
// Increase the tax.
func isStrayVerb(d *lint.Document, s lint.Range, i int) bool {
	if i < s.From+2 || !isBehindVerbSign(d, i) || !isLowerWord(d, i-2) || d.Glued(i) || d.Glued(i+1) || namingNouns[d.Fold(i-2)] ||
		capitalNear(d, s, i) {
		return false
	}
	e := lexicon.EntryAt(d, i)
	return e.Word() && e.Level() <= 35 && !e.Proper() && !e.Place() && isDeterminer(d, i+1)
}

// leadsObject reports whether the word at i, a gerund or the bare form of a verb, stands before what may be its object.
func leadsObject(d *lint.Document, i int) bool {
	word, next := d.Fold(i), d.Fold(i+1)
	if strings.HasSuffix(word, "ing") && len(word) > 5 {
		return objects[next]
	}
	return bareVerbs[word] && (objects[next] || next == "to")
}

// isStrayPredicate reports whether the capitalised word at i is a verb behind its subject with its object behind it, all of
// it in lower case: the coach of Norway Welcoming them in the hall, the hitter Return to the hall.
func isStrayPredicate(d *lint.Document, s lint.Range, i int) bool {
	if i < s.From+3 || i+2 >= s.To || !leadsObject(d, i) || d.Glued(i) || d.Tokens[i-1].Kind != lint.Word ||
		d.Tokens[i+2].Case != lint.Lower || d.Tokens[i+2].Kind != lint.Word {
		return false
	}
	if before := d.Fold(i - 1); lexicon.FunctionAt(d, i-1) != 0 || namingNouns[before] || speechVerbs[before] {
		return false
	}
	e := lexicon.EntryAt(d, i)
	return e.Word() && e.Level() <= 35 && !e.Brand() && lowerContent(d, s.From, i) > 1
}

// endsAsAdjective reports whether the word has an ending that adjectives have, and nouns hardly.
func endsAsAdjective(word string) bool {
	last := word[len(word)-1]
	for _, ending := range [...]string{"ory", "ary", "able", "ible", "tive", "ural", "onal", "ical", "cial", "ful", "less"} {
		if ending[len(ending)-1] == last && len(word) > len(ending)+2 && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
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

// isStrayReported reports whether the capitalised word at i, behind a verb of saying and that, begins what is said: added that
// Knowingly or not, stressed that More and more. More may be a man, and Monthly a paper.
func isStrayReported(d *lint.Document, s lint.Range, i int) bool {
	if i < s.From+3 || d.Fold(i-1) != "that" || !isLowerWord(d, i-1) || !isLowerWord(d, i-2) || !isLowerWord(d, i+1) {
		return false
	}
	if !reports[d.Fold(i-2)] || i+2 < s.To && d.Tokens[i+2].Case == lint.Title {
		return false
	}
	if d.Fold(i) == "more" {
		return isMoreOfSomething(d, s, i)
	}
	return isAdverbOfManner(d, i) && lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary == 0
}

// isMoreOfSomething reports whether more at i is no name, by what stands behind it: More than ten, More and more, More boats are.
func isMoreOfSomething(d *lint.Document, s lint.Range, i int) bool {
	switch next := d.Fold(i + 1); {
	case next == "than":
		return true
	case i+2 >= s.To:
		return false
	case next == "and":
		return d.Fold(i+2) == "more"
	default:
		return strings.HasSuffix(next, "s") && lexicon.FunctionAt(d, i+1) == 0 &&
			lexicon.FunctionAt(d, i+2)&lexicon.Auxiliary != 0
	}
}

// isAdverbOfManner reports whether the word at i is an adverb made of an adjective, and no name: Knowingly.
func isAdverbOfManner(d *lint.Document, i int) bool {
	stem, ok := strings.CutSuffix(d.Fold(i), "ly")
	return ok && len(stem) > 3 && lexicon.Lookup(stem).Word() && !lexicon.EntryAt(d, i).Name() && !titleAdjectives[d.Fold(i)]
}

// isStrayReport reports whether the capitalised word at i is a verb of saying behind an aside that ends in lower case: the
// treasurer of the party, Revealed after lunch. Behind a word for a work, or before a comma, it may begin a title.
func isStrayReport(d *lint.Document, s lint.Range, i int) bool {
	const soon = 8 // tokens
	word := d.Fold(i)
	if !reports[word] || !strings.HasSuffix(word, "ed") || !isMark(d, i-1, ',') || i < s.From+4 || !isLowerWord(d, i-2) ||
		works[d.Fold(i-2)] {
		return false
	}
	for k := i + 1; k < min(s.To, i+soon); k++ {
		if isMark(d, k, ',') {
			return false
		}
	}
	return !speechVerbs[d.Fold(i-2)] && lexicon.FunctionAt(d, i+1) != 0
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

	// verbSigns holds what the bare form of a verb follows.
	verbSigns = lint.WordSet("to will would can could should must may might cannot")

	// families holds words for a family that its name stands before.
	families = lint.WordSet("family dynasty clan")

	// beforeFigures holds prepositions that a figure follows behind one of changes, verbs that tell of change.
	beforeFigures = lint.WordSet("to by from")
	changes       = lint.WordSet("rose risen rise rises fell fallen fall falls grew grown grow grows climbed dropped increased decreased declined jumped reduced soared slipped shrank raised lowered cut up down")

	// titleAdjectives holds adjectives in -ly that papers and brands are called by.
	titleAdjectives = lint.WordSet("monthly weekly yearly hourly nightly quarterly timely friendly lovely costly homely orderly worldly")

	// works holds words for works with a title.
	works = lint.WordSet("novel book series volume chapter film movie song album memoir documentary story show play")

	// reports holds verbs of saying.
	reports = lint.WordSet("said says revealed told announced confirmed explained reported added declared stated stressed noted claimed warned insisted admitted recalled argued emphasized emphasised")

	// neverParticiple holds words in -ed that are names of sides or of companies.
	neverParticiple = lint.WordSet("allied united limited")

	// nameLike holds function words that are surnames or given names as well.
	nameLike = lint.WordSet("to or he in on so do no can man such most yet")

	// verbs holds auxiliaries that are no names.
	verbs = lint.WordSet("can could would should must has have had was were is are did does")

	// bracketSubjects holds pronouns that are subjects.
	bracketSubjects = lint.WordSet("he she it they")

	// objects holds pronouns that are objects, bareVerbs verbs that to or one of them follows.
	objects   = lint.WordSet("them him it us me")
	bareVerbs = lint.WordSet("return prepare come continue begin travel want need try refuse agree decide")

	// continuing holds function words that go on with a sentence behind a comma: not those that begin reported speech.
	continuing = lint.WordSet("at by for from into onto upon among amid during through throughout towards toward under until to its their there thus hence also instead even not only")

	// statements holds words that the subject of a sentence begins with.
	statements = lint.WordSet("the a an this that these those it he she they we his her our my its their there")

	// subjectsWithVerb holds subjects with their verb.
	subjectsWithVerb = lint.WordSet("it's he's she's that's there's they're we're they've we've it'll he'll she'll they'll we'll he'd she'd they'd")

	// openers holds words that a comma follows where they begin a sentence.
	openers = lint.WordSet("but however therefore meanwhile moreover furthermore nevertheless although finally additionally consequently nonetheless subsequently accordingly eventually similarly likewise afterwards")
)
