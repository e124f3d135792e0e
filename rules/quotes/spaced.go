package quotes

import (
	"mtlint/lint"
)

// Spaced reports white space between a quotation mark and what it quotes.
//
// Engines that translate from French keep its inner spaces; others join their tokens with a space on either side of a
// mark. Between two marks, and beside an ellipsis, a space is right.
//
// Spaces at both ends of a quotation are one finding.
//
// The fix takes the space out and is safe.
//
// bad: The central bank sold “foreign currency. ”
// bad: He said " we will stay" and left.
// good: The central bank sold “foreign currency.”
// good: She said: “ ‘Never’ was his word.”
//
// Measured on 4.3 million words of machine translation: 6.0 hits per 10,000 words, on clean English news 0.26, a true slip;
// 45 read, 45 right.
var Spaced = &lint.Rule{
	Name:     "quotes/spaced",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		marks := marksOf.Of(p.Document)
		for k, m := range marks {
			if !isSpaced(m) || !m.opens && isSpaced(marks[m.pair]) {
				continue
			}
			all := []lint.Diagnostic{spaced(p.Document, m)}
			if other := marks[m.pair]; m.opens && m.pair > k && isSpaced(other) {
				all = append(all, spaced(p.Document, other))
			}
			p.Report(lint.Together(all, "white space here, too"))
		}
	},
}

// isSpaced reports whether white space stands between m and what it quotes, and the outer side is right.
func isSpaced(m mark) bool { return m.inside && !m.outside && m.pair >= 0 && m.family != angle }

// spaced is the finding of the white space on the inner side of m.
func spaced(d *lint.Document, m mark) lint.Diagnostic {
	span := d.Tokens[m.token].Span()
	if m.opens {
		span.End = int(d.Tokens[m.token+1].Start)
	} else {
		span.Start = int(d.Tokens[m.token-1].End)
	}
	return lint.Diagnostic{
		Span:    span,
		Message: "white space between the " + direction(m) + " quotation mark and what it quotes",
		Fixes:   []lint.Fix{lint.Replace("take the space out", lint.Safe, span, d.TokenText(m.token))},
	}
}
