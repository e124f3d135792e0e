package casing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// AfterSemicolon reports a capital letter behind a semicolon inside a sentence.
//
// Arabic, Greek and Chinese punctuation use the mark between sentences; the engine translates what follows as a
// sentence of its own and capitalises it. English goes on in lower case. Names, I, acronyms and the items of a list with
// semicolons are right.
//
// The fix is safe for words that are never names (They, Previously), else unsafe.
//
// bad: The talks ended without a result; They will go on in March.
// bad: The factions were allied with the army; Previously they had fought it.
// good: The talks ended without a result; they will go on in March.
// good: Present were Anna Karlsson, editor; Paul Meyer, printer; and the staff.
//
// Not measured yet: hits per 10,000 words follow.
var AfterSemicolon = &lint.Rule{
	Name:     "casing/after-semicolon",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Run: func(p *lint.Pass) {
		entries := lexicon.Entries.Of(p.Document)
		for i := 1; i+1 < len(p.Tokens); i++ {
			t := p.Tokens[i]
			if t.Case != lint.Title || p.TokenText(i-1) != ";" || p.Tokens[i+1].Case != lint.Lower {
				continue
			}
			e := entries[t.Form]
			if t.Len() == 1 || !e.Word() || e.Level() > 35 || e.Name() {
				continue
			}
			word := p.TokenText(i)
			p.Report(lint.Diagnostic{
				Span:    t.Span,
				Message: "capital letter behind a semicolon",
				Fixes:   []lint.Fix{lint.Replace("write it in lower case", lint.Safe, t.Span, strings.ToLower(word[:1])+word[1:])},
			})
		}
	},
}
