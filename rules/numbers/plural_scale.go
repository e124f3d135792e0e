package numbers

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PluralScale reports millions, thousands or hundreds behind a figure: 11 millions, 3 thousands people.
//
// Portuguese, French and Arabic put the word into the plural behind a number; the engine keeps it. English does so only
// without a number (millions of people).
//
// The fix takes the s off and is safe, unless of follows.
//
// bad: The project cost 11 millions.
// bad: About 3 thousands people came.
// good: The project cost 11 million.
// good: In 2020 millions of people stayed at home; some 2,000 hundreds of kilometres away.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news and in other English 0; on
// machine-translated web articles 1, right.
var PluralScale = &lint.Rule{
	Name:     "numbers/plural-scale",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			word := v.fold(i + 1)
			if len(word) < 7 || word[len(word)-1] != 's' || scaleOf(word[:len(word)-1]) == 0 || v.Tokens[i+1].Case == lint.Title {
				continue
			}
			if isLabel(v.fold(i-1)) || !mayCount(v, i) {
				continue
			}
			safety := lint.Safe
			if v.fold(i+2) == "of" {
				if _, whole := value(v.text(i)); whole && v.class(i-1)&lexicon.Preposition != 0 {
					continue // on May 9 thousands of people
				}
				safety = lint.Unsafe
			}
			end := int(p.Tokens[i+1].End)
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i, To: i + 2}),
				Message: "‘" + word + "’ behind a number",
				Fixes:   []lint.Fix{lint.Replace("write ‘"+word[:len(word)-1]+"’", safety, lint.Span{Start: end - 1, End: end}, "")},
			})
		}
	},
}

// mayCount reports whether the number at token i may count thousands or millions: it is neither 1 nor a year, nor an ordinal, nor
// so high that it stands for itself before of (1,000 thousands of).
func mayCount(v view, i int) bool {
	text := v.text(i)
	if last := text[len(text)-1]; last < '0' || last > '9' || text == "1" {
		return false
	}
	n, whole := value(text)
	isYear := len(text) == 4 && n <= 2100
	return !whole || !isYear && !(n >= 1000 && v.fold(i+2) == "of")
}
