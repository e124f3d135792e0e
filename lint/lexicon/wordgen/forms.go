package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// apostrophes maps the characters that stand for an apostrophe in the sources to '.
var apostrophes = strings.NewReplacer(
	"\u2018", "'", "\u2019", "'", "\u201b", "'", "`", "'", "\u00b4", "'", // quotation marks and accents
	"\u02bb", "'", "\u02bc", "'", "\u02be", "'", "\u02bf", "'", // modifier letters
)

// letters maps the Latin letters that Unicode does not decompose to the usual ASCII spelling.
var letters = strings.NewReplacer(
	"æ", "ae", "œ", "oe", "ß", "ss", "þ", "th", "ð", "d", "đ", "d", "ħ", "h", "ı", "i", "ł", "l", "ŋ", "ng", "ø", "o",
	"ə", "e", "ǝ", "e", "ŧ", "t",
)

// forms are the spellings under which a word is listed: in lower case as it is, and in ASCII when that differs.
func forms(word string) []string {
	lower := norm.NFC.String(strings.ToLower(apostrophes.Replace(word)))
	folded := ascii(lower)
	if folded == lower || folded == "" {
		return []string{lower}
	}
	return []string{lower, folded}
}

// ascii is a word in lower case without diacritics, "" when letters outside ASCII are left.
func ascii(lower string) string {
	folded := letters.Replace(withoutMarks(lower))
	for i := range len(folded) {
		if folded[i] >= 0x80 {
			return ""
		}
	}
	return folded
}

// withoutMarks drops the combining marks of a text.
func withoutMarks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// parts splits a name into its words: between spaces, hyphens and any other characters that are not part of a word.
// Words of one letter and words with digits ("6th", "01") are left out.
func parts(name string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(apostrophes.Replace(name), isSeparator) {
		word = strings.Trim(word, "'")
		if len([]rune(word)) > 1 && !strings.ContainsFunc(word, unicode.IsDigit) {
			words = append(words, word)
		}
	}
	return words
}

// isSeparator reports whether a character cannot be part of a word.
func isSeparator(r rune) bool {
	return r != '\'' && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
}
