package quotes

import (
	"mtlint/lint"
)

// Misspaced reports a straight quotation mark with its space on the wrong side, so that it looks like the other one of
// its pair.
//
// The spaces round marks are made anew when the engine's tokens are joined to text, and a straight mark does not say
// which side it belongs to.
//
// The fix moves the space.
//
// bad: The group "Friends of the Park "meets on Mondays.
// bad: They protested against the" mafia style" of the government.
// good: The group "Friends of the Park" meets on Mondays.
// good: They protested against the "mafia style" of the government.
//
// Not measured yet: hits per 10,000 words follow.
var Misspaced = &lint.Rule{
	Name:     "quotes/misspaced",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		marks := marksOf.Of(p.Document)
		report(p, misspaced, func(m mark) lint.Diagnostic {
			i := m.token
			if !m.opens {
				span := lint.Span{Start: p.Tokens[i-1].End, End: p.Tokens[i].End}
				return misspacing("closing", span, p.TokenText(i)+p.Text[span.Start:p.Tokens[i].Start])
			}
			span := lint.Span{Start: p.Tokens[i].Start, End: p.Tokens[i+1].Start}
			d := misspacing("opening", span, p.Text[p.Tokens[i].End:span.End]+p.TokenText(i))
			if closer := p.Tokens[marks[m.pair].token]; !p.Glued(marks[m.pair].token) {
				gap := lint.Span{Start: p.Tokens[marks[m.pair].token-1].End, End: closer.Start}
				d.Fixes[0].Edits = append(d.Fixes[0].Edits, lint.Edit{Span: gap})
			}
			return d
		})
	},
}

// misspacing is the finding of a mark whose span, white space included, should read as text.
func misspacing(which string, span lint.Span, text string) lint.Diagnostic {
	return lint.Diagnostic{
		Span:    span,
		Message: which + " quotation mark with its space on the wrong side",
		Fixes:   []lint.Fix{lint.Replace("move the space", lint.Safe, span, text)},
	}
}
