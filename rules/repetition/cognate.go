package repetition

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Cognate reports a verb beside a noun that is made of it and says nothing new: announced in an announcement.
//
// Arabic gives a verb its own noun as the object, Hebrew and Turkish say a thing with the verb and the noun at once,
// and an engine that loses a synonym of the source writes the word it has. The noun is the verb's object (announced an
// announcement), stands behind its preposition (stated in his statement, decided on a decision), is done itself (the
// request has not been requested), begins a clause with the verb (a statement in which it stated), or does with a light
// verb what the verb behind it does (give an answer and answer). The pairs stand in data/cognates.tsv. A noun that
// heads another (registered in the registration area) or is another one (proposed a new proposal), and what English
// says itself (play a game), are right.
//
// There is no fix: the clause needs other words.
//
// bad: The council announced an announcement on the ferry.
// bad: The mayor stated in his statement that the ferry is safe.
// bad: The paper was filed, but the request was never requested.
// good: The council made an announcement, and the mayor announced another.
// good: Guests are registered in the registration office.
//
// Measured on machine translation of all kinds: 0.04 hits per 10,000 words (5.4 million words), on original English 0
// (350,000 words, and 32 million of manuals); all 19 there are read, 18 right, and 15 on machine-translated web articles,
// all right.
var Cognate = &lint.Rule{
	Name:     "repetition/cognate",
	Severity: lint.Warning,
	MQM:      "Style/Awkward",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		byNoun := families()
		for f := range p.Forms {
			for _, verb := range byNoun.Get(p.Forms[f].Hash) {
				for _, k := range p.Places(lint.FormID(f)) {
					i := int(k)
					if other := besideVerb(p.Document, verb, i, p.SentenceOf(i)); other >= 0 {
						reportCognates(p, min(i, other), max(i, other))
					}
				}
			}
		}
	},
}

func reportCognates(p *lint.Pass, first, second int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: first, To: second + 1}),
		Message: fmt.Sprintf("‘%s’ says again what ‘%s’ says", p.TokenText(second), p.TokenText(first)),
	})
}

// verbOf is a verb beside the noun that is made of it.
type verbOf struct {
	forms                []string // as verbForms returns them
	object, done, in, on bool     // uses of the two that say nothing new
}

// is reports whether token i is one of the forms from the first on.
func (v *verbOf) is(d *lint.Document, i, first int) bool {
	if d.Tokens[i].Kind != lint.Word || d.Tokens[i].Case != lint.Lower {
		return false
	}
	word := d.Fold(i)
	for _, form := range v.forms[first:] {
		if word == form {
			return true
		}
	}
	return false
}

// takes reports whether the noun, a few words behind the preposition, says nothing new: responded with a full response
// does.
func (v *verbOf) takes(preposition string, words int) bool {
	return v.in && (saysWhere[preposition] || preposition == "with" && words < 2) || v.on && (preposition == "on" || preposition == "upon")
}

//go:embed data/cognates.tsv
var cognateTable string

// families is the verbs by the nouns that are made of them; a malformed table panics.
var families = sync.OnceValue(func() *lexicon.FormTable[[]*verbOf] {
	rows, err := lexicon.ParseTable("cognates.tsv", cognateTable, "verb", "nouns", "uses")
	if err != nil {
		panic("repetition: " + err.Error())
	}
	table := lexicon.NewFormTable[[]*verbOf](3 * len(rows)) // nouns, in the singular and the plural
	for _, row := range rows {
		uses := lint.WordSet(row[2])
		verb := &verbOf{verbForms(strings.Split(row[0], "/")), uses["object"], uses["done"], uses["in"], uses["on"]}
		for _, noun := range strings.Fields(row[1]) {
			for _, form := range [...]string{noun, withS(noun)} {
				verbs := table.Set(lint.Hash(form))
				*verbs = append(*verbs, verb)
			}
		}
	}
	return table
})

// besideVerb returns the token of the verb that says what its noun at token i says, -1 where none does.
func besideVerb(d *lint.Document, verb *verbOf, i int, s lint.Range) int {
	if d.Tokens[i].Case != lint.Lower {
		return -1
	}
	if verb.done {
		if at := donePassive(d, verb, i, s); at >= 0 {
			return at
		}
	}
	head := beginsPhrase(d, i, s)
	isDone := head < i && head > s.From && lightVerbs[d.Fold(head-1)]
	if verb.in || isDone {
		if at := inItsClause(d, verb, i, s); at >= 0 {
			return at
		}
	}
	if head == i || tellsApart[d.Fold(i-1)] || isHeadOfNoun(d, i, s) {
		return -1
	}
	switch {
	case isDone && isDoneAgain(d, verb, i, s):
		return i + 2
	case verb.object && isObject(d, verb, i, head, s):
		return head - 1
	case isInPhrase(d, verb, i, head, s):
		return head - 2
	}
	return -1
}

// isBeside reports whether token at is a form of the verb that is not written as its noun at token i is: answered beside answer.
func (v *verbOf) isBeside(d *lint.Document, at, i int) bool {
	return v.is(d, at, 0) && d.Tokens[at].Form != d.Tokens[i].Form
}

// isDoneAgain reports whether the noun at token i, which a light verb does, is done again by its verb: give an answer and
// answered.
func isDoneAgain(d *lint.Document, verb *verbOf, i int, s lint.Range) bool {
	at := i + 2
	return at < s.To && d.Fold(i+1) == "and" && verb.isBeside(d, at, i) && !isAnotherAct(d, at+1, s)
}

// isObject reports whether the noun at token i, whose phrase begins at head, is the object of its verb: announced an
// announcement.
func isObject(d *lint.Document, verb *verbOf, i, head int, s lint.Range) bool {
	at := head - 1
	return at >= s.From && verb.isBeside(d, at, i) && (i-head == 1 || !isDescribed(d, at, i))
}

// isInPhrase reports whether the noun at token i, whose phrase begins at head, stands behind its verb and a preposition: stated
// in his statement. As stated in his statement names the place of what is said.
func isInPhrase(d *lint.Document, verb *verbOf, i, head int, s lint.Range) bool {
	at := head - 2
	return at > s.From && verb.takes(d.Fold(head-1), i-head) && d.Fold(at-1) != "as" && verb.isBeside(d, at, i)
}

// isDescribed reports whether the word before the noun at token i makes of it what the verb at token k may have as its
// object: awarded a special award, proposed a new proposal.
func isDescribed(d *lint.Document, k, i int) bool {
	return strings.HasPrefix(d.Fold(k), d.Fold(i)) || renews[d.Fold(i-1)]
}

// renews holds adjectives that make of a noun another one of its kind.
var renews = lint.WordSet("new own single special separate different similar second third early earlier later former joint full final")

// beginsPhrase returns the article or the like that the phrase of the noun at token i begins with, i where it has none;
// one word may stand between.
func beginsPhrase(d *lint.Document, i int, s lint.Range) int {
	const opens = lexicon.Article | lexicon.Possessive | lexicon.Determiner
	for k := i - 1; k >= s.From && k >= i-2; k-- {
		if f := lexicon.FunctionAt(d, k); f&opens != 0 {
			if d.Fold(k) == "another" {
				break
			}
			return k
		} else if f != 0 || d.Tokens[k].Kind != lint.Word || d.Tokens[k].Case != lint.Lower {
			break
		}
	}
	return i
}

// isHeadOfNoun reports whether the noun at token i is the first part of a compound: the registration office.
func isHeadOfNoun(d *lint.Document, i int, s lint.Range) bool {
	next := i + 1
	return next < s.To && (isContent(d, next) && !strings.HasSuffix(d.Fold(next), "ed") || d.Glued(next) && isMark(d, next, '-'))
}

// donePassive returns the participle that says of the noun at token i that it is done: the request has not been
// requested.
func donePassive(d *lint.Document, verb *verbOf, i int, s lint.Range) int {
	k, isBe := i+1, false
	for ; k < s.To; k++ {
		f := lexicon.FunctionAt(d, k)
		if f&lexicon.Auxiliary == 0 && (f&lexicon.Adverb == 0 && d.Fold(k) != "yet" || k == i+1) {
			break
		}
		isBe = isBe || isFormOfBe[d.Fold(k)]
	}
	if isBe && k < s.To && d.Fold(k) == verb.forms[3] && !isOtherSense(d, k, s) {
		return k
	}
	return -1
}

// isAnotherAct reports whether token i says that the verb before it is another act than its noun: met again, spoke with,
// promised herself.
func isAnotherAct(d *lint.Document, i int, s lint.Range) bool {
	if i >= s.To {
		return false
	}
	switch w := d.Fold(i); w {
	case "again", "twice", "once", "with", "to", "nothing", "later":
		return true
	default:
		return strings.HasSuffix(w, "self")
	}
}

// isOtherSense reports whether the participle at token k says something else of its noun than that it is done: announced
// again, was discovered to be, was injured pride, talked about, questioned only once.
func isOtherSense(d *lint.Document, k int, s lint.Range) bool {
	if word := d.Fold(k); word == "appealed" || word == "questioned" {
		return true
	}
	next := k + 1
	if next >= s.To {
		return false
	}
	switch d.Fold(next) {
	case "again", "about", "for", "out", "as", "only":
		return true
	case "to":
		return next+1 < s.To && (d.Fold(next+1) == "be" || d.Fold(next+1) == "have")
	}
	return isContent(d, next) && d.Tokens[next].Case == lint.Lower && !strings.HasSuffix(d.Fold(next), "ly")
}

// inItsClause returns the verb of a clause that the noun at token i begins: a statement in which it stated.
func inItsClause(d *lint.Document, verb *verbOf, i int, s lint.Range) int {
	k := i + 1
	if k < s.To && isMark(d, k, ',') {
		k++
	}
	if k < s.To && lexicon.FunctionAt(d, k)&lexicon.Preposition != 0 {
		k++
	}
	if k >= s.To || d.Fold(k) != "which" && d.Fold(k) != "where" && d.Fold(k) != "whereby" {
		return -1
	}
	if k++; k < s.To && lexicon.FunctionAt(d, k)&lexicon.Pronoun != 0 {
		k++
	}
	if k < s.To && verb.is(d, k, 1) {
		return k
	}
	return -1
}

// lightVerbs holds verbs that do what their noun says.
var lightVerbs = lint.WordSet(`hold holds held holding have has had having make makes made making give gives gave given giving take takes took taken taking
	conduct conducts conducted conducting carry carries carried issue issues issued issuing deliver delivers delivered do does did doing done
	perform performs performed performing reach reaches reached hosted hosts host`)

var isFormOfBe = lint.WordSet("is are was were be been being")

// saysWhere holds prepositions between a verb and what it says again: stated in a statement, convened for a convening.
var saysWhere = lint.WordSet("in by at during for through via")
