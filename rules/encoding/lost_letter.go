package encoding

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostLetter reports a word with a question mark in the place of a letter: S?o Paulo, Erdo?an, te?k?n.
//
// A program that knew no letters with diacritics wrote a question mark for each, and the engine translated what was left.
// Two words with a mark and no space between them are a slip of typing.
//
// There is no fix: the letter has to be looked up.
//
// bad: The governor of S?o Paulo resigned.
// bad: President Erdo?an left on Monday.
// good: Is he happy?unhappy?
// good: What did he see? He saw nothing.
// good: See example.org/news?id=12 for more.
//
// Measured on machine translation: 0.02 hits per 10,000 words, on clean English none; 10 read, all right.
var LostLetter = &lint.Rule{
	Name:     "encoding/lost-letter",
	Severity: lint.Warning,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		end := 0 // of the last word
		for _, k := range p.MarksAt('?') {
			i := int(k)
			if i < end || i == 0 || i+1 == len(p.Tokens) || !isWithinWord(p.Document, i) {
				continue
			}
			r := lint.Range{From: i - 1, To: i + 2}
			for r.To+1 < len(p.Tokens) && p.TokenText(r.To) == "?" && isWithinWord(p.Document, r.To) {
				r.To += 2
			}
			end = r.To
			if r.To < len(p.Tokens) && p.Glued(r.To) && p.TokenText(r.To) == "=" {
				continue // the query of an address
			}
			if hasRest(p.Document, r) {
				p.Report(lint.Diagnostic{Span: p.Span(r), Message: "question mark in the place of a letter"})
			}
		}
	},
}

// isWithinWord reports whether token i is one question mark with letters right before and behind it, the latter in lower case.
func isWithinWord(d *lint.Document, i int) bool {
	before, behind := d.Tokens[i-1], d.Tokens[i+1]
	return d.Tokens[i].Len() == 1 && d.Glued(i) && d.Glued(i+1) && before.Kind == lint.Word && behind.Kind == lint.Word && behind.Case == lint.Lower
}

// hasRest reports whether a word among the tokens is a single letter or none that the word list has: the rest of a word.
func hasRest(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i += 2 {
		if d.Tokens[i].Len() == 1 || !lexicon.EntryAt(d, i).Known() {
			return true
		}
	}
	return false
}
