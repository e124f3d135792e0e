package quotes

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// Adjacent reports two quotations with nothing between them: the “strong clash” “cold war” of the two.
//
// Chinese sets no comma between quotations in a row, and engines lose small words between them. A comma or stop before the
// closing mark parts them well enough.
//
// The fix writes a comma and is unsafe: a word may be missing.
//
// bad: The “strong clash” “cold war” of the two was over.
// bad: They sang "Dawn" "Dusk" and "Noon" in the hall.
// good: They sang “Dawn”, “Dusk” and “Noon” in the hall.
// good: “They sang ‘Dawn.’” “Nobody did.”
//
// Measured on 5.0 million words of machine translation: 0.15 hits per 10,000 words, on 290,000 words of original English none; 60
// different ones read, all right, most of them from Chinese.
var Adjacent = &lint.Rule{
	Name:     "quotes/adjacent",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		marks := marksOf.Of(p.Document)
		for k := 0; k+1 < len(marks); k++ {
			closer, opener := marks[k], marks[k+1]
			if closer.opens || !opener.opens || opener.token != closer.token+1 || closer.block != opener.block || closer.pair < 0 || opener.pair < 0 {
				continue
			}
			i := closer.token
			if kind := p.Tokens[i-1].Kind; p.Text[p.Tokens[i].End:p.Tokens[opener.token].Start] != " " || !p.Glued(i) || kind != lint.Word && kind != lint.Number || p.Text[p.Tokens[i-1].End-1] == '.' {
				continue
			}
			end := int(p.Tokens[i].End)
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i, To: i + 2}),
				Message: "two quotations with nothing between them",
				Fixes:   []lint.Fix{lint.Replace("write a comma", lint.Unsafe, lint.Span{Start: end, End: end}, ",")},
			})
		}
	},
}
