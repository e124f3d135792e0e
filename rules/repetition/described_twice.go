package repetition

import (
	"fmt"

	"mtlint/lint"
)

// findDescribedTwice reports an adjective that a noun has before an and and right before itself again: a cold and starry cold
// night; a greedy, sly and cruel greedy man.
func findDescribedTwice(p *lint.Pass) {
	for _, k := range p.Places(p.Find(and)) {
		i := int(k)
		first, again := i-1, i+2
		if i < 3 || again+1 >= len(p.Tokens) {
			continue
		}
		if p.Tokens[first].Form != p.Tokens[again].Form {
			if first = i - 3; p.Tokens[first].Form != p.Tokens[again].Form || !isMark(p.Document, i-2, ',') {
				continue // nearly all
			}
		}
		if s := p.SentenceOf(i); again+1 < s.To && first > s.From && isDescribedAgain(p.Document, first, again) {
			reportDescribed(p, first, again)
		}
	}
}

func reportDescribed(p *lint.Pass, first, again int) {
	cut := lint.Span{Start: int(p.Tokens[again-1].End), End: int(p.Tokens[again].End)}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: first, To: again + 1}),
		Message: fmt.Sprintf("‘%s’ describes the noun twice", p.TokenText(again)),
		Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Manual, cut, "")},
	})
}

// isDescribedAgain reports whether the adjective at token first, behind a or an, is the one at token again, with another one
// before it and a noun behind it.
func isDescribedAgain(d *lint.Document, first, again int) bool {
	if first < 1 || !isSame(d, first, again) || d.Tokens[again].Case != lint.Lower {
		return false
	}
	if a := d.Fold(first - 1); a != "a" && a != "an" {
		return false
	}
	isDescribed := isContent(d, again+1) && d.Tokens[again+1].Case == lint.Lower
	return isDescribed && isContent(d, again-1) && isContent(d, again) && isAdjective(d.Fold(again))
}
