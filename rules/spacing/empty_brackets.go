package spacing

import (
	"mtlint/lint"
)

// EmptyBrackets reports a pair of round brackets with nothing in it.
//
// A name in another script, a pronunciation or a link was taken out and its brackets stayed. A function's name in code
// is right.
//
// The fix deletes the brackets. It is unsafe: what is lost may be wanted.
//
// bad: Minsk ( ) is the capital.
// bad: The writer Lu Xun () was born in Shaoxing.
// good: Call main() first.
// good: Minsk (Belarus) is the capital.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news 0; about 12 pairs found by search in
// other machine output were all right.
var EmptyBrackets = &lint.Rule{
	Name:     "spacing/empty-brackets",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		for _, m := range marksOf.Of(p.Document).brackets {
			i := int(m)
			if i+1 == len(p.Tokens) || p.Tokens[i+1].Kind != lint.Bracket || p.TokenText(i) != "(" || p.TokenText(i+1) != ")" {
				continue
			}
			if _, ok := blockRound(p.Document, i, 1, 1); !ok || !spaced(p.Document, i) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    from(p.Document, i, i+1),
				Message: "brackets with nothing in them",
				Fixes:   []lint.Fix{lint.Replace("delete them", lint.Unsafe, lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i+1].End)}, "")},
			})
		}
	},
}
