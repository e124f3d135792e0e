package spacing

import (
	"mtlint/lint"
)

// Degree reports white space between the sign of a degree and its scale: 30 ° C.
//
// Engines work on pieces of words and set a space on both sides of the sign. English writes 30°C or 30 °C.
//
// The fix takes the space before the scale out and is safe.
//
// bad: The warmest day had 30 ° C in the shade.
// bad: The lamp stands up to 440° F.
// good: The warmest day had 30 °C in the shade.
// good: The town lies at 60° N, C is its neighbour.
//
// Measured on 5.0 million words of machine translation: 0.10 hits per 10,000 words, on 290,000 words of original English none; 23
// different ones read, all right.
var Degree = &lint.Rule{
	Name:     "spacing/degree",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		const degree = "°"
		for _, m := range p.MarksAt(degree[0]) {
			i := int(m)
			if _, ok := blockRound(p.Document, i, 1, 1); !ok || p.TokenText(i) != degree || p.Tokens[i-1].Kind != lint.Number || !spaced(p.Document, i+1) {
				continue
			}
			if scale := p.TokenText(i + 1); scale == "C" || scale == "F" {
				p.Report(lint.Diagnostic{
					Span:    from(p.Document, i, i+1),
					Message: "white space inside “" + degree + scale + "”",
					Fixes:   []lint.Fix{lint.Replace("take it out", lint.Safe, between(p.Document, i+1), "")},
				})
			}
		}
	},
}
