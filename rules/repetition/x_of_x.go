package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// XOfX reports a noun that is of itself: the department of the department.
//
// Two words of the source get the same English one: the launch of the start. So does a noun that stands in its own
// genitive with a word more, the department of the police department, and an owner that a noun has twice, the city's
// mayor of the city. The best of the best, the brand of the other brand, bodies of bodies (a committee of the Central
// Committee), and the word that heads the next noun (the price of price controls) are right.
//
// A compound that is of its first part, the funeral ceremony of the funeral, is information: manuals have such.
//
// There is no fix: which of the two is another word stands in the source alone.
//
// bad: The head of the department of the department signed it.
// bad: The launch of the launch was put off.
// bad: He sued the department of the police department.
// bad: The city's mayor of the city opened the fair.
// bad: The funeral ceremony of the funeral will begin at noon.
// good: They were the best of the best.
// good: The cost of cost control is high.
//
// Measured on 5.4 million words of machine translation: 0.23 hits per 10,000 words, a chain of them being one, on
// original English of all kinds 0 (300,000 words); 106 different ones read, 101 right, and three kinds of the others are
// left alone now. Human translations have 1 in 330,000 words.
var XOfX = &lint.Rule{
	Name:     "repetition/x-of-x",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		findOwnedTwice(p)
		past := 0 // behind the last noun that is of itself: a chain of them is one finding
		for _, e := range echoesOf.Of(p.Document).owned {
			if !isOwnedBySelf(p.Document, e) {
				continue
			}
			chained := e.before() < past
			past = e.at() + 1
			if !chained {
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: e.before(), To: e.at() + 1}),
					Message: fmt.Sprintf("‘%s’ is of itself", p.TokenText(e.at())),
				})
			}
		}
	},
}

var of = lint.KeyOf("of")

// findOwnedTwice reports an owner that a noun has before it and behind it: the city's mayor of the city.
func findOwnedTwice(p *lint.Pass) {
	for _, k := range p.Places(p.Find(of)) {
		i := int(k)
		s := p.SentenceOf(i)
		owner := i + 1
		if owner < s.To && p.Fold(owner) == "the" {
			owner++
		}
		if owner >= s.To || !isContent(p.Document, owner) || !isAlone(p.Document, owner, s) {
			continue
		}
		if j := ownerBefore(p.Document, i, p.Fold(owner), s); j >= 0 {
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: j, To: owner + 1}),
				Message: fmt.Sprintf("‘%s’ owns it twice", p.TokenText(owner)),
			})
		}
		if first := i - 2; owner == i+2 && first >= s.From && isOwnerTwice(p.Document, first, owner, s) {
			p.Report(lint.Diagnostic{
				Span: p.Span(lint.Range{From: first, To: owner + 1}), Severity: lint.Info,
				Message: fmt.Sprintf("‘%s’ stands before the noun and behind it", p.TokenText(owner)),
			})
		}
	}
}

// ownerBefore returns the token of the owner, as a possessive, soon before the of at token i, or -1: the city's mayor of.
func ownerBefore(d *lint.Document, i int, owner string, s lint.Range) int {
	for j := i - 2; j >= s.From && j >= i-maxOwned-1 && isContent(d, j+1); j-- {
		if head, ok := strings.CutSuffix(d.Fold(j), "'s"); ok && head == owner {
			return j
		}
	}
	return -1
}

// isOwnerTwice reports whether the word at token first stands before a noun that it is the owner of, too, and owns nothing else
// there: city mayor of the city.
func isOwnerTwice(d *lint.Document, first, owner int, s lint.Range) bool {
	return d.Fold(first+1) != "ahead" && (owner+1 == s.To || !isOf(d, owner+1)) && isNamedTwice(d, first, owner)
}

// isNamedTwice reports whether the noun at first, which heads a compound, is what the compound is of: the funeral
// ceremony of the funeral.
func isNamedTwice(d *lint.Document, first, owner int) bool {
	t := &d.Tokens[first]
	if t.Form != d.Tokens[owner].Form || t.Case != lint.Lower || t.Len() < 4 || d.Tokens[owner].Case != lint.Lower {
		return false
	}
	return isContent(d, first) && isContent(d, first+1) && !strings.HasSuffix(d.Fold(first+1), "ing") && d.Tokens[first+1].Case == lint.Lower && lexicon.EntryAt(d, first).Word() && !isAdjective(d.Fold(first)) && !tellsApart[d.Fold(first)] && !ownsItself[d.Fold(owner)]
}

// maxOwned is the most words of what an owner has before it and behind it.
const maxOwned = 2

// isOwnedBySelf reports whether the word before an of is no other than the word behind it, an article and a word that
// describes it aside.
func isOwnedBySelf(d *lint.Document, e near) bool {
	first, second := e.before(), e.at()
	if !mayOwnItself(d, first) || d.Tokens[second].Case != d.Tokens[first].Case || !isAlone(d, second, d.SentenceOf(second)) {
		return false
	}
	if d.Tokens[first].Case == lint.Title && first > 0 && d.Tokens[first-1].Case == lint.Title {
		return false // the Source Code of the Covered Code
	}
	switch middle := first + 2; second - middle {
	case 0:
		return true
	case 1:
		return d.Fold(middle) == "the" || describes(d, middle)
	default:
		return lexicon.FunctionAt(d, middle)&lexicon.Article != 0 && describes(d, middle+1)
	}
}

// mayOwnItself reports whether token i is a noun of some length that English does not have own itself.
func mayOwnItself(d *lint.Document, i int) bool {
	const shortest = 4
	t := &d.Tokens[i]
	return t.Len() >= shortest && (t.Case == lint.Lower || t.Case == lint.Title) && isContent(d, i) &&
		lexicon.EntryAt(d, i).Word() && !ownsItself[d.Fold(i)]
}

// describes reports whether the word at token i is a noun or an adjective that tells nothing apart: the department of the
// police department, not: the brand of the other brand.
func describes(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && isContent(d, i) && !tellsApart[d.Fold(i)]
}

// isAlone reports whether the word at i is no first part of a compound and stands in no quotation marks.
func isAlone(d *lint.Document, i int, s lint.Range) bool {
	if i+1 == s.To {
		return true
	}
	t := d.Tokens[i+1]
	return t.Kind == lint.Punct && !(i+2 < s.To && d.Glued(i+2) && t.Len() == 1 && d.Text[t.Start] == '-') || t.Kind == lint.Word && (!isContent(d, i+1) || t.Len() > 4 && strings.HasSuffix(d.Fold(i+1), "ed"))
}

// ownsItself holds words that English says of themselves: the best of the best.
var ownsItself = lint.WordSet(`best worst heart hearts king kings song songs beginning greatest richest poorest strongest elite cream last first hottest biggest finest toughest
	nothing mother mothers father fathers friend friends contact contacts champions sake state forces team committee division directorate board bureau council child children half years holy hardest smartest brightest
	age ages`)

// tellsApart holds adjectives that make another thing of what has the same name.
var tellsApart = lint.WordSet(`same other whole entire first second third fourth last next previous preceding former latter million billion thousand hundred
	northern southern eastern western central upper lower inner outer`)
