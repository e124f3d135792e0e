// Package repetition holds the rules on text that stands twice: in goes a document, out come the words, phrases and
// passages that the engine wrote again.
package repetition

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isMark reports whether token i is the one-byte mark c.
func isMark(d *lint.Document, i int, c byte) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Punct && t.Len() == 1 && d.Text[t.Start] == c
}

// isContent reports whether token i is a word of no closed class.
func isContent(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Word && lexicon.Functions.Of(d)[t.Form] == 0
}

// isLower reports whether every word of r is in lower case, but for I; the first word of a sentence may have its capital.
func isLower(d *lint.Document, r lint.Range, sentence int) bool {
	for i := r.From; i < r.To; i++ {
		if t := d.Tokens[i]; t.Kind == lint.Word && t.Case != lint.Lower && !(i == sentence && t.Case == lint.Title) && d.TokenText(i) != "I" {
			return false
		}
	}
	return true
}

// hasQuote reports whether a quotation mark stands in r.
func hasQuote(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			return true
		}
	}
	return false
}
