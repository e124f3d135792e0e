package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// InCaseOf returns text with the capitals of what it is put in place of: all, where found has two letters at least and
// all of them are capitals, or the first.
func InCaseOf(found, text string) string {
	first, n := utf8.DecodeRuneInString(found)
	if !unicode.IsUpper(first) {
		return text
	}
	if rest := found[n:]; strings.ContainsFunc(rest, unicode.IsLetter) && strings.ToUpper(rest) == rest {
		return strings.ToUpper(text)
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
