// Package casing holds the rules on capital letters: in goes a document, out come words whose case is wrong where they
// stand.
package casing

import (
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
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

// isInformal reports whether the document writes I in lower case: its writer does without capitals.
func isInformal(d *lint.Document) bool { return informal.Of(d) }

var informal = lint.NewFact("informal", func(d *lint.Document) bool {
	for _, word := range firstPerson {
		if f := d.Find(word); f != lint.NoForm && d.Forms[f].Lower > 0 {
			return true
		}
	}
	return false
})

// firstPerson is I, which all but those who do without capitals write with one.
var firstPerson = lint.Keys("i i'm i've")
