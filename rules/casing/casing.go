// Package casing holds the rules on capital letters: in goes a document, out come words whose case is wrong where they
// stand.
package casing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// lowerFirst returns the word with its first letter in lower case.
func lowerFirst(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(r)) + word[n:]
}

// upperFirst returns the word with its first letter as a capital.
func upperFirst(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// isMark reports whether token i is the one-byte mark c.
func isMark(d *lint.Document, i int, c byte) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Punct && t.Len() == 1 && d.Text[t.Start] == c
}

// isPlain reports whether a word is listed up to a level and is neither a name nor a brand.
func isPlain(e lexicon.Entry, level int) bool {
	return e.Word() && e.Level() <= level && !e.Name() && !e.Brand()
}

// opensLine reports whether the word at i begins a line of verse, a cell of a table in plain text or a column: lines of
// which none goes on in lower case, or white space wider than any between words.
func opensLine(d *lint.Document, i int) bool {
	gap := d.Text[d.Tokens[i-1].End:d.Tokens[i].Start]
	if len(gap) < 2 && gap != "\n" && gap != "\t" {
		return false // nearly always
	}
	if strings.Contains(gap, "\n") {
		return isVerse(d, d.BlockOf(i))
	}
	return strings.Contains(gap, "\t") || len(gap) > 2
}

// isVerse reports whether all lines of a block begin with a capital, a quotation mark or whatever else is no small letter.
func isVerse(d *lint.Document, b lint.Block) bool {
	for i := b.From + 1; i < b.To; i++ {
		if t := &d.Tokens[i]; t.Case == lint.Lower && strings.Contains(d.Text[d.Tokens[i-1].End:t.Start], "\n") {
			return false
		}
	}
	return true
}
