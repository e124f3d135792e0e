package repetition

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Pleonasm reports a phrase that says one thing twice: they began to start, at the age of 84, aged 84.
//
// The source says it in one word, or in two that mean different things, and the engine renders each with all it knows.
// The phrases stand in data/pleonasms.tsv, those alone that no writer of English lets stand: to repeat again, or a free
// gift, is careless English, but English.
//
// There is no fix: which half goes depends on the sentence.
//
// bad: The guests began to start to sing.
// bad: The ban applies immediately with immediate effect.
// bad: The painter died at the age of 84, aged 84.
// good: The guests began to sing when the band was about to start.
// good: The painter died at the age of 91; his wife is aged 84.
//
// Measured on machine translation of all kinds: 0.002 hits per 10,000 words (5.4 million words), one, right, on original
// English 0 (350,000 words, and 32 million of manuals); 18 on machine-translated web articles read, all right.
var Pleonasm = &lint.Rule{
	Name:     "repetition/pleonasm",
	Severity: lint.Warning,
	MQM:      "Style/Awkward",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range pleonasms().Find(p.Document) {
			if strings.HasPrefix(p.Fold(m.To-1), "start") && !endsVerb(p.Document, m.To) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(m.Range),
				Message: fmt.Sprintf("‘%s’ says one thing twice", p.Slice(p.Span(m.Range))),
			})
		}
	},
}

// endsVerb reports whether token i, behind began to start, shows that it has no object and is no other verb: began to
// start seedlings, began to start at every sound.
func endsVerb(d *lint.Document, i int) bool {
	return i == len(d.Tokens) || d.Tokens[i].Kind == lint.Punct || d.Fold(i) != "at" && lexicon.FunctionAt(d, i)&(lexicon.Preposition|lexicon.Conjunction) != 0
}

//go:embed data/pleonasms.tsv
var pleonasmTable string

// pleonasms is the phrases of the table; a malformed table panics.
var pleonasms = sync.OnceValue(func() *lexicon.Phrases {
	rows, err := lexicon.ParseTable("pleonasms.tsv", pleonasmTable, "phrase")
	if err != nil {
		panic("repetition: " + err.Error())
	}
	patterns := make([]string, len(rows))
	for i, row := range rows {
		patterns[i] = row[0]
	}
	return lexicon.NewPhrases(patterns)
})
