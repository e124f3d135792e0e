package quotes

import (
	"mtlint/lint"
)

// CommaOrder reports a comma on the other side of a closing quotation mark than in the rest of the article.
//
// American style puts the comma before the closing mark, British style behind it where it is no part of the quotation;
// before a reporting clause both put it before.
// A writer keeps to one of them; an engine keeps the order of each source sentence. The rarer order is reported; where
// both are as frequent, the one behind the mark.
//
// The fix swaps the two marks and is unsafe: British style may mean both.
//
// bad: They want to “end the talks”, and called it “a mistake,” as did others.
// bad: The plan is called “Dawn”, and the other is called “Dusk,” by its makers. A third is “Noon,” in the end.
// good: They want to “end the talks,” he said, and called it “a mistake,” as did others.
// good: They want to “end the talks”, he said, and called it “a mistake”, as did others.
//
// Measured on machine-translated news: 0.2 hits per 10,000 words, on clean English news 0.26; 12
// read, 9 right.
var CommaOrder = &lint.Rule{
	Name:     "quotes/comma-order",
	Severity: lint.Info,
	MQM:      "Style/Inconsistent style",
	Run: func(p *lint.Pass) {
		var inside, outside []lint.Range // comma and mark, mark and comma
		for _, m := range marksOf.Of(p.Document) {
			i := m.token
			if m.opens || m.family == noFamily || i == 0 {
				continue
			}
			if p.Glued(i) && p.TokenText(i-1) == "," {
				if isReported(p.Document, i+1) {
					continue
				}
				inside = append(inside, lint.Range{From: i - 1, To: i + 1})
			} else if i+1 < len(p.Tokens) && p.Glued(i+1) && p.TokenText(i+1) == "," {
				outside = append(outside, lint.Range{From: i, To: i + 2})
			}
		}
		if len(inside) == 0 || len(outside) == 0 {
			return
		}
		rarer, other, message := outside, inside, "comma behind the quotation mark; elsewhere it stands before"
		if len(outside) > len(inside) {
			rarer, other, message = inside, outside, "comma before the quotation mark; elsewhere it stands behind"
		}
		for _, r := range rarer {
			span := p.Span(r)
			swapped := p.TokenText(r.From+1) + p.TokenText(r.From)
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: message,
				Fixes:   []lint.Fix{lint.Replace("swap them", lint.Unsafe, span, swapped)},
				Related: []lint.Related{{Span: p.Span(other[0]), Message: "the other order"}},
			})
		}
	},
}
