package casing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isStrayContentWord reports whether the capitalised word at i, which is no function word and stands before a word in lower case,
// is stray: by its form, by what stands beside it, or as it is written elsewhere.
func isStrayContentWord(d *lint.Document, s lint.Range, i int) bool {
	return isStrayContraction(d, s, i) || isStrayForm(d, s, i) || isStrayBehindAuxiliary(d, s, i) || isStrayQuestion(d, s, i) ||
		isStrayEnding(d, s, i) || isStrayVerb(d, s, i) || isStrayPredicate(d, s, i) || isStrayPlainWord(d, s, i) ||
		isStrayReported(d, s, i) || isStrayReport(d, s, i)
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
// what is told: the bridge Closed for repairs, the town (pictured) Doubled its.
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
	return e.Word() && e.Level() <= 35 && !e.Proper() && !e.Place() && isDeterminer(d, i+1) || isWished(d, i)
}

// isWished reports whether the word at i, in a phrase in lower case, is a plain verb behind to and a word for what somebody
// wants, can or tries to do: he wants to Keep walking, they were able to Reach the hut.
func isWished(d *lint.Document, i int) bool {
	return d.Fold(i-1) == "to" && wishes[d.Fold(i-2)] && plainVerbs[d.Fold(i)] && isLowerWord(d, i+1)
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

// isStrayPlainWord reports whether the capitalised content word at i, between two words in lower case, is written in
// lower case elsewhere and stands where no name does.
func isStrayPlainWord(d *lint.Document, s lint.Range, i int) bool {
	form := &d.Forms[d.Tokens[i].Form]
	if form.Lower == 0 || form.Count-form.Lower != 1 || i < s.From+2 || d.Glued(i) || d.Glued(i+1) {
		return false
	}
	if !isLowerWord(d, i-1) || !isLowerWord(d, i-2) || namingNouns[d.Fold(i-1)] ||
		lexicon.FunctionAt(d, i-1)&^(lexicon.Preposition|lexicon.Conjunction) != 0 {
		return false
	}
	e := lexicon.EntryAt(d, i)
	return e.Word() && e.Level() <= 35 && !e.Proper() && !institutions[form.Fold] && !capitalNear(d, s, i)
}

var (
	// wholes holds what has parts with names, and verbs that refer to them.
	wholes = lint.WordSet("section chapter page tab steps notes advice guide part unit module modules session workshop talk course courses class degree diploma thesis paper panel debate medal medals award awards entries head " +
		"professor department office see refer described explained covered listed filed read follow")

	// undertaking holds verbs of what is done in doing something else.
	undertaking = lint.WordSet("failed succeeded interested helped involved engaged fails succeeds succeed fail engage experienced assist assisted")

	// verbSigns holds what the bare form of a verb follows.
	verbSigns = lint.WordSet("to will would can could should must may might cannot")

	// wishes holds what to and a verb follow, and hardly ever to and a name; plainVerbs verbs that nothing is called by.
	wishes = lint.WordSet("want wants wanted wish wishes wished need needs needed hope hopes hoped plan plans planned able unable ready " +
		"decide decides decided try tries tried trying manage manages managed agree agreed refuse refuses refused promise promised forced " +
		"continue continues continued intend intends intended like likes liked willing allowed unwilling")
	plainVerbs = lint.WordSet("keep take give get find have be do become help bring continue stay leave return receive reach remain raise reduce " +
		"increase improve prevent protect provide prepare carry buy sell pay lose win say tell ask explain speak understand know think begin " +
		"follow finish avoid save achieve develop strengthen ensure obtain participate live see show eat sleep marry earn")

	// neverParticiple holds words in -ed that are names of sides or of companies.
	neverParticiple = lint.WordSet("allied united limited")

	// titleAdjectives holds adjectives in -ly that papers and brands are called by.
	titleAdjectives = lint.WordSet("monthly weekly yearly hourly nightly quarterly timely friendly lovely costly homely orderly worldly")

	// works holds words for works with a title.
	works = lint.WordSet("novel book series volume chapter film movie song album memoir documentary story show play")

	// reports holds verbs of saying.
	reports = lint.WordSet("said says revealed told announced confirmed explained reported added declared stated stressed noted claimed warned insisted admitted recalled argued emphasized emphasised")

	// objects holds pronouns that are objects, bareVerbs verbs that to or one of them follows.
	objects   = lint.WordSet("them him it us me")
	bareVerbs = lint.WordSet("return prepare come continue begin travel want need try refuse agree decide")

	// institutions holds nouns that houses write with a capital where they mean a certain one.
	institutions = lint.WordSet("state states government governments party parties council councils committee committees commission authority authorities ministry minister court courts parliament " +
		"church assembly senate congress cabinet presidency president prime chairman secretary prosecutor army navy police force forces fund bank company group mission brigade team board bureau office " +
		"department university academy school college city region province district union alliance league movement front republic nation kingdom empire crown federation list treaty agreement agreements " +
		"convention charter constitution act bill law protocol members member power powers center centre treasure street road river lake park bridge square")
)
