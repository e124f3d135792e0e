package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mtlint/lint"
)

// Fold returns the spelling of a name without what transliterations leave out at will: case, diacritics, apostrophes of
// every shape (ayin, hamza) and hyphens. Latin letters beyond ASCII become the ASCII letters that stand for them.
func Fold(name string) string {
	if isPlain(name) {
		return name
	}
	var b strings.Builder
	b.Grow(len(name))
	if isASCII(name) {
		foldASCII(&b, name)
		return b.String()
	}
	name = norm.NFKD.String(name)
	for _, r := range name {
		r = unicode.ToLower(r)
		switch {
		case isApostrophe(r), isHyphen(r), r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r):
		case r >= utf8.RuneSelf && asciiFor[r] != "":
			b.WriteString(asciiFor[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldASCII is Fold for a name without letters beyond ASCII.
func foldASCII(b *strings.Builder, name string) {
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '-', c == '\'', c == '`':
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		default:
			b.WriteByte(c)
		}
	}
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isPlain reports whether s is made of the letters a to z alone.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// asciiFor holds the Latin letters that Unicode does not decompose.
var asciiFor = map[rune]string{
	'ø': "o", 'ł': "l", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'đ': "d", 'þ': "th", 'ð': "d", 'ə': "a", 'ħ': "h",
}

// isApostrophe reports whether r may stand in a name as apostrophe, ayin or hamza.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʿ', 'ʾ', 'ʼ', 'ʻ', '′', '‛':
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// affixes returns the lengths in bytes of the Arabic article at the front of a word, its hyphen counted, and of the
// possessive ending; they are 0 where there is none.
func affixes(word string) (article, possessive int) {
	if n := len(word); n > 2 && word[n-1]|0x20 == 's' {
		if r, w := utf8.DecodeLastRuneInString(word[:n-1]); isApostrophe(r) {
			possessive = 1 + w
		}
	} else if r, w := utf8.DecodeLastRuneInString(word); n > w+1 && isApostrophe(r) && word[n-w-1]|0x20 == 's' {
		possessive = w // Lewis'
	}
	for i, r := range word {
		if isHyphen(r) && articles[strings.ToLower(word[:i])] {
			article = i + utf8.RuneLen(r)
			break
		}
		if i > 3 {
			break
		}
	}
	if article+possessive >= len(word) {
		return 0, 0
	}
	return article, possessive
}

// articles holds the Arabic article as it is transliterated, its assimilated forms too.
var articles = lint.WordSet("al el ul as ad ar an at az ash adh ath es ed er en et ez")
