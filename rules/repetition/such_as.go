package repetition

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SuchAs reports examples that end with the noun they are examples of: wetlands such as lakes, marshes and other wetlands.
//
// Chinese and Japanese close a row of examples with a word for the like (等, など); the engine takes up the noun for it.
// English says what they are once, before the examples or behind them. The noun that something is said of or that is told
// from the first (and other tools that last) is right.
//
// The fix deletes the second and is unsafe: the row may need an and elsewhere.
//
// bad: The law protects wetlands such as lakes, marshes and other wetlands.
// bad: They sell tools such as hammers, saws and other tools.
// good: They sell tools such as hammers and saws.
// good: They sell hammers, saws and other tools. Tools such as these last long.
//
// Measured on machine translation of all kinds: 0.01 hits per 10,000 words (5,400,000 words), on original English 0 (350,000
// words, and 540,000 of web articles); 6 read, all right, and one on machine-translated web pages, right.
var SuchAs = &lint.Rule{
	Name:     "repetition/such-as",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range examples.Find(p.Document) {
			noun := m.From - 1
			if noun > 0 && isMark(p.Document, noun, ',') {
				noun--
			}
			if s := p.SentenceOf(m.From); noun >= s.From && isContent(p.Document, noun) {
				reportExamples(p, noun, m.To, s)
			}
		}
	},
}

// examples lead to examples of the noun before them.
var examples = lexicon.NewPhrases([]string{"such as"})

// reportExamples reports the noun behind other, with which the row of examples that begins with token from ends.
func reportExamples(p *lint.Pass, noun, from int, s lint.Range) {
	const longest = 30 // tokens of a row
	for i := from + 1; i+1 < min(s.To, from+longest); i++ {
		if lexicon.FunctionAt(p.Document, i)&lexicon.Auxiliary != 0 {
			return // games such as chess are old, and other games are new
		}
		if p.Fold(i) != "other" || p.Fold(i-1) != "and" || !isSame(p.Document, i+1, noun) {
			continue
		}
		if i+2 < s.To && p.Tokens[i+2].Kind == lint.Word {
			return // and other tools last long, and other tools of the trade
		}
		last := i - 2
		if isMark(p.Document, last, ',') {
			last--
		}
		cut := lint.Span{Start: int(p.Tokens[last].End), End: int(p.Tokens[i+1].End)}
		p.Report(lint.Diagnostic{
			Span:    p.Span(lint.Range{From: i, To: i + 2}),
			Message: fmt.Sprintf("the examples of ‘%s’ end with ‘%s’", p.TokenText(noun), p.TokenText(i+1)),
			Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, cut, "")},
			Related: []lint.Related{{Span: p.Tokens[noun].Span(), Message: "it stands here"}},
		})
		return
	}
}
