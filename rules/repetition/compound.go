package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Compound reports a word that stands twice in one compound: the system responsibility system.
//
// Chinese and Korean put a long compound before its head without anything that joins them; the engine renders head and
// compound apart and writes the head at both ends, or leaves the comma of a list of two out. A figure between the two is
// as bad: rescued people 300 people. What may be a verb with its object (people see people), adverbs (day by day), and a
// run of two words (see repetition/phrase) are right.
//
// There is no fix: which of the two is one too many depends on the compound.
//
// bad: The city has a full river system responsibility system.
// bad: They rescued trapped people 300 people in the night.
// good: The city has a full system of responsibility for the rivers.
// good: In a small town people know people.
//
// Measured on 5.4 million words of machine translation: 0.19 hits per 10,000 words, most of it from Chinese, on original
// English of all kinds 0 (300,000 words); 57 different ones read, 54 right. Human translations have 2 in 330,000 words,
// 1 right.
var Compound = &lint.Rule{
	Name:     "repetition/compound",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, e := range echoesOf.Of(p.Document).around {
			if s := p.SentenceOf(e.at()); e.before() >= s.From && isCompound(p.Document, e, s) {
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: e.before(), To: e.at() + 1}),
					Message: fmt.Sprintf("‘%s’ stands twice in one compound", p.TokenText(e.at())),
				})
			}
		}
	},
}

// isCompound reports whether the words of e are a noun and what stands between them is no verb and joins nothing.
func isCompound(d *lint.Document, e near, s lint.Range) bool {
	first, middle, second := e.before(), e.before()+1, e.at()
	if !mayHeadCompound(d, first) || d.Tokens[second].Case != lint.Lower || isRunOfTwo(d, e, s) {
		return false
	}
	word := d.Fold(second)
	if isDoubled(word) || joinedToItself[word] || saidTwice[d.Fold(middle)] || isAdverbOfEach(d, second, s) {
		return false
	}
	switch t := &d.Tokens[middle]; t.Kind {
	case lint.Number:
		return second+1 == s.To || d.Tokens[second+1].Kind != lint.Number
	case lint.Word:
		return isContent(d, middle) && (t.Case != lint.Lower || !isPlural(word) && !mayBeVerb(d.Fold(middle)))
	}
	return false
}

// mayHeadCompound reports whether token i is a word of English in lower case, of no closed class and some length.
func mayHeadCompound(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Len() >= 4 && t.Case == lint.Lower && isContent(d, i) && lexicon.EntryAt(d, i).Word()
}

// isRunOfTwo reports whether the word between stands again, too, so that two words stand twice: river system river system.
func isRunOfTwo(d *lint.Document, e near, s lint.Range) bool {
	before, middle, after := e.before()-1, e.before()+1, e.at()+1
	return before >= s.From && isSame(d, before, middle) || after < s.To && isSame(d, after, middle)
}

// isAdverbOfEach reports whether the word at token i is an adverb before a participle, which may stand before each of two:
// illegally sold illegally logged timber.
func isAdverbOfEach(d *lint.Document, i int, s lint.Range) bool {
	return i+1 < s.To && strings.HasSuffix(d.Fold(i), "ly") && strings.HasSuffix(d.Fold(i+1), "ed")
}

// saidTwice holds what stands between a word and the same word by right: home sweet home, five feet five, the rich get
// rich.
var saidTwice = lint.WordSet("sweet feet foot get stay remain become")

// isPlural reports whether the word may be a noun in the plural, so that a plain verb may follow it.
func isPlural(word string) bool {
	return strings.HasSuffix(word, "s") || word == "people" || word == "women" || word == "children" || word == "police"
}

// mayBeVerb reports whether a word may be the verb of a subject in the singular.
func mayBeVerb(word string) bool {
	return strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")
}
