package numbers

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// ListCount reports a number that the list behind its colon does not bear out: three countries: Iran, Iraq, Syria and Turkey.
//
// The engine loses an item, splits a name of two words with a comma, or mistakes the number. Only lists of names are
// counted, to the end of the sentence, with a comma between the items and a word before the last.
//
// There is no fix: the number or the list may be wrong.
//
// bad: The talks took place in three countries: Iran, Iraq, Syria and Turkey.
// bad: He named 2 players: Salem, Nasr and Hamdan.
// good: The talks took place in four countries: Iran, Iraq, Syria and Turkey.
// good: There is one problem: Iran, Iraq and Turkey disagree.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000 words).
// No natural hit could be read, so the level is provisional: it rests on the absence of false alarms.
var ListCount = &lint.Rule{
	Name:     "numbers/list-count",
	Severity: lint.Info,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range p.MarksAt(':') {
			i := int(m)
			if t := &p.Tokens[i]; t.Kind != lint.Punct || t.Len() != 1 {
				continue
			}
			if s := p.SentenceOf(i); i >= s.From+2 && i < s.To-4 {
				listBehind(p, view{p.Document, s}, i)
			}
		}
	},
}

// listBehind reports the number before the colon at token i when the list behind it, to the end of the sentence, has
// another.
func listBehind(p *lint.Pass, v view, i int) {
	n, at := countBefore(v, i)
	if n < 2 || n > 12 {
		return
	}
	items, ok := namesIn(v, i+1)
	if !ok || items < 3 || items == n {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: at, To: i}),
		Message: fmt.Sprintf("‘%s’ before a list of %d", p.Slice(p.Span(lint.Range{From: at, To: i})), items),
		Related: []lint.Related{{Span: p.Span(lint.Range{From: i + 1, To: v.block.To}), Message: "the list is here"}},
	})
}

// countBefore returns the number that counts the plural noun right before token i, and its token.
func countBefore(v view, i int) (n, at int) {
	noun := v.fold(i - 1)
	if !v.isNoun(i-1) || noun[len(noun)-1] != 's' {
		return 0, 0
	}
	for at = i - 2; at >= i-4 && v.has(at); at-- {
		if n := smallNumbers[v.fold(at)]; n != 0 {
			return n, at
		}
		if v.is(at, lint.Number) {
			n, _ := value(v.text(at))
			return n, at
		}
		if !v.isNoun(at) {
			break
		}
	}
	return 0, 0
}

// namesIn counts the names from token i to the end of the sentence: A, B, C and D. It reports false when anything else
// stands among them.
func namesIn(v view, i int) (int, bool) {
	items, words, last := 1, 0, false
	for ; i < v.block.To; i++ {
		t := v.Tokens[i]
		switch {
		case t.Kind == lint.Word && t.Case != lint.Lower:
			words++
		case v.text(i) == ",":
			if words == 0 || last {
				return 0, false
			}
			items++
			words = 0
			if v.fold(i+1) == "and" {
				i++
				last = true
			}
		case v.fold(i) == "and" && words > 0 && !last:
			items++
			words, last = 0, true
		case v.text(i) == "." && i == v.block.To-1:
			return items, last && words > 0
		case v.fold(i) == "the" && words == 0, v.fold(i) == "of" && words > 0:
		default:
			return 0, false
		}
	}
	return items, last && words > 0
}
