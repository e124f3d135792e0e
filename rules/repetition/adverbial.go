package repetition

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Adverbial reports a clause that says the same where, when or how twice: they stand in front of the hall with a guide in
// front of the hall.
//
// The engine moves a part of the sentence to where English has it and leaves it where the source has it, too. Two that a
// mark or a conjunction parts belong to two clauses and are right.
//
// The fix deletes the second and is unsafe.
//
// bad: They stood in front of the hall with a guide in front of the hall.
// bad: The border was opened for the first time in years to bring in aid for the first time in years.
// good: They stood in front of the hall, and the guide sat in front of the hall.
// good: The road from the town of the north leads to the port of the town.
//
// Measured on machine-translated news: 0.08 hits per 10,000 words, on original English of all kinds 0 (340,000
// words); all 28 there are read, 20 right.
var Adverbial = &lint.Rule{
	Name:     "repetition/adverbial",
	Severity: lint.Info,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, word := range prepositions {
			places := p.Places(p.FormOf(word))
			for k := 1; k < len(places); k++ {
				a, b := int(places[k-1]), int(places[k])
				if b-a > maxAdverbialGap || b+1 >= len(p.Tokens) || p.Tokens[a+1].Form != p.Tokens[b+1].Form {
					continue
				}
				if n := sameAdverbial(p.Document, a, b); n > 0 {
					reportAdverbial(p, lint.Range{From: a, To: a + n}, lint.Range{From: b, To: b + n})
				}
			}
		}
	},
}

const (
	minAdverbial    = 3  // tokens of it
	maxAdverbialGap = 20 // tokens from one to the other
)

// prepositions are those that open where, when and how, folded; of and to belong to a noun or a verb more often.
var prepositions = [...]string{"in", "on", "at", "for", "from", "with", "by", "after", "before", "during", "under", "over", "about", "through", "between", "against", "near", "inside", "across", "behind", "without"}

// sameAdverbial returns how many tokens the words behind the equal prepositions a and b share, when they are all of it and
// stand in one clause.
func sameAdverbial(d *lint.Document, a, b int) int {
	s := d.SentenceOf(a)
	n, content := 0, 0
	for b+n < s.To && a+n < b && d.Tokens[b+n].Kind == lint.Word && isSame(d, a+n, b+n) {
		if isContent(d, a+n) {
			content++
		}
		n++
	}
	if n < minAdverbial || content == 0 || b-a <= n+1 || !isContent(d, a+n-1) {
		return 0
	}
	if end := b + n; end < s.To && !isMark(d, end, '.') && !isMark(d, end, ',') {
		return 0
	}
	if endsRange[d.Fold(b-1)] {
		return 0
	}
	for i := a + n; i < b; i++ {
		if k := d.Tokens[i].Kind; k == lint.Punct || k == lint.Quote || k == lint.Bracket || k == lint.Symbol {
			return 0
		}
		if w := d.Fold(i); partsDates[w] || lexicon.FunctionAt(d, i)&lexicon.Conjunction != 0 && w != "as" && w != "before" && w != "after" {
			return 0
		}
	}
	return n
}

func reportAdverbial(p *lint.Pass, earlier, later lint.Range) {
	cut := lint.Span{Start: int(p.Tokens[later.From-1].End), End: int(p.Tokens[later.To-1].End)}
	p.Report(lint.Diagnostic{
		Span:    p.Span(later),
		Message: fmt.Sprintf("the clause says ‘%s’ already", short(p.Slice(p.Span(later)))),
		Related: []lint.Related{{Span: p.Span(earlier), Message: "it says so here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Unsafe, cut, "")},
	})
}
