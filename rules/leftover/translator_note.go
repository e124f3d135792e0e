package leftover

import (
	_ "embed"

	"mtlint/lint"
)

// TranslatorNote reports what the translating program or person says to the reader of the translation: Here is the
// translation of the text:, As an AI language model, I cannot …, Translated by Google Translate.
//
// A language model answers before it translates, refuses a part, or remarks on the original; other programs sign their
// work. Such words are found at the start of a paragraph, as a sentence outside quotation marks, or in brackets. They
// stand in data/translator_notes.tsv.
//
// The fix deletes them. It is unsafe for a remark in brackets, which may be wanted.
//
// bad: Here is the translation of the text: The minister resigned on Monday.
// bad: The minister resigned. [Translator's note: the original is unclear]
// bad: The minister resigned. English: The talks go on.
// good: “As an AI language model, I cannot vote,” the program answered.
// good: Here is the translation that the museum bought.
//
// Measured on machine output of all kinds: 0.06 hits per 10,000 words (5,400,000 words), on clean English none (391,000
// words); 31 read: 28 are English: before a sentence, all right, 3 stand in an article that itself gave a translation.
// Put into clean articles, 35 of 35 were found and taken out exactly.
var TranslatorNote = &lint.Rule{
	Name:     "leftover/translator-note",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, h := range translatorNotes().find(p.Document) {
			note, safety, ok := noteAround(p.Document, h.number, h.at, h.tokens)
			if !ok {
				continue
			}
			severity := h.severity
			if severity == lint.Info && opensArticle(p.Document, h) {
				severity = lint.Warning
			}
			shown := p.Span(h.tokens)
			p.Report(lint.Diagnostic{
				Span:     shown,
				Severity: severity,
				Message:  "‘" + p.Slice(shown) + "’ is the translator speaking, not the article",
				Fixes:    []lint.Fix{lint.Replace("delete it", safety, upTo(p.Document, p.Blocks[h.number], note), "")},
			})
		}
	},
}

// opensArticle reports whether the words found stand before a whole sentence at the start of the text, where nothing comes
// before them that they could be the translation of. A name behind them is the translator's, and without a capital or a
// quotation mark what follows tells what they are.
func opensArticle(d *lint.Document, h hit) bool {
	const sentence = 6 // words and marks
	if h.at != start || h.tokens.From != 0 || d.Blocks[h.number].To-h.tokens.To <= sentence {
		return false
	}
	t := &d.Tokens[h.tokens.To]
	return t.Case >= lint.Title || t.Kind == lint.Quote
}

//go:embed data/translator_notes.tsv
var translatorNoteTable string

var translatorNotes = newTable("translator_notes.tsv", translatorNoteTable, "class\twords")

// noteAround returns all that goes with the words found: the brackets round them, the rest of the sentence where the row
// is about a sentence, and a "Sure!" before them.
func noteAround(d *lint.Document, number int, at place, found lint.Range) (lint.Range, lint.Safety, bool) {
	if at == nowhere {
		return found, lint.Unsafe, false
	}
	b := d.Blocks[number]
	if found.From > b.From && isMark(d, found.From-1, "[(") {
		r, ok := bracketsAround(d, b.Range, found)
		return r, lint.Unsafe, ok
	}
	s := sentenceOf(d, number, found.From)
	if at == colon {
		found.To = colonBehind(d, b.Range, found.To)
	}
	if found.From != s.From || isInQuotation(d, b.Range, found.From) {
		return found, lint.Unsafe, false
	}
	switch at {
	case anywhere, sentence:
		found.To = s.To
		return found, lint.Safe, true
	case opening:
		return found, lint.Safe, true
	}
	if first := sentenceOf(d, number, b.From); first.To == s.From && first.To-first.From <= 3 && assents[d.Fold(first.From)] {
		found.From = first.From
	}
	return found, lint.Safe, found.From == b.From
}

// bracketsAround returns the brackets of block b that open right before the words found, or these where none closes.
func bracketsAround(d *lint.Document, b, found lint.Range) (lint.Range, bool) {
	for i := found.To; i < b.To; i++ {
		if isMark(d, i, "])") {
			return lint.Range{From: found.From - 1, To: i + 1}, true
		}
	}
	return found, false
}

// isInQuotation reports whether token i stands in a quotation or right behind a mark of its block b.
func isInQuotation(d *lint.Document, b lint.Range, i int) bool {
	return i > b.From && (d.Tokens[i-1].Kind == lint.Quote || d.IsQuoted(i))
}

// assents are words with which a language model begins its answer.
var assents = map[string]bool{"sure": true, "certainly": true, "of": true, "absolutely": true, "okay": true, "ok": true, "yes": true}
