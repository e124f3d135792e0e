package read

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mtlint/lint"
)

// codePage is an encoding of one byte a character.
type codePage struct {
	name  string
	runes [256]rune
}

var (
	windows1252 = newCodePage("windows-1252", charmap.Windows1252)
	windows1256 = newCodePage("windows-1256", charmap.Windows1256)
)

func newCodePage(name string, c *charmap.Charmap) *codePage {
	p := &codePage{name: name}
	for i := range p.runes {
		p.runes[i] = c.DecodeByte(byte(i))
	}
	return p
}

// decode returns the text and its map.
func (p *codePage) decode(data string) (string, *lint.Map) {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	m := new(lint.Map)
	for i := 0; i < len(data); {
		j := i
		width := utf8.RuneLen(p.runes[data[i]])
		for j < len(data) && utf8.RuneLen(p.runes[data[j]]) == width {
			b.WriteRune(p.runes[data[j]])
			j++
		}
		m.Add(i, width, 1, j-i)
		i = j
	}
	return b.String(), m
}

// encode returns text in the code page.
func (p *codePage) encode(text string) (string, error) {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		i := slices.Index(p.runes[:], r)
		if i < 0 || r == utf8.RuneError {
			return "", fmt.Errorf("‘%c’ (%U) cannot be written in %s: convert the file to UTF-8 first", r, r, p.name)
		}
		b = append(b, byte(i))
	}
	return string(b), nil
}

// guessCodePage returns the code page in which the bytes above ASCII give plausible words, or nil. Arabic letters stand
// in words of their own; the accented letters of Western Europe stand among ASCII letters.
func guessCodePage(data string) *codePage {
	if arabic, other := arabicLetters(data); arabic > 3*other {
		return windows1256
	}
	if isWestern(data) {
		return windows1252
	}
	return nil
}

// arabicLetters counts the letters above ASCII as Windows-1256: those in words of two or more Arabic letters, and those
// in other words together with the symbols.
func arabicLetters(data string) (arabic, other int) {
	arabicHere, latinHere, otherHere := 0, 0, 0 // letters of the word being read
	flush := func() {
		if latinHere+otherHere == 0 && arabicHere >= 2 {
			arabic += arabicHere
		} else {
			other += arabicHere + otherHere
		}
		arabicHere, latinHere, otherHere = 0, 0, 0
	}
	for i := 0; i < len(data); i++ {
		switch r := windows1256.runes[data[i]]; {
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			arabicHere++
		case unicode.IsMark(r):
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			latinHere++
		case unicode.IsLetter(r):
			otherHere++
		default:
			flush()
			if r >= utf8.RuneSelf && unicode.IsSymbol(r) {
				other++
			}
		}
	}
	flush()
	return arabic, other
}

// isWestern reports whether data is plausible as Windows-1252: most letters of the words with accents are ASCII, hardly
// an accented capital stands behind a small letter, and no byte is a control character.
func isWestern(data string) bool {
	plain, accented, odd := 0, 0, 0
	plainHere, accentedHere := 0, 0 // letters of the word being read
	var before rune
	for i := 0; i < len(data); i++ {
		r := windows1252.runes[data[i]]
		switch {
		case unicode.IsControl(r) && !unicode.IsSpace(r):
			return false
		case !unicode.IsLetter(r):
			if accentedHere > 0 {
				plain, accented = plain+plainHere, accented+accentedHere
			}
			plainHere, accentedHere = 0, 0
		case r < utf8.RuneSelf:
			plainHere++
		default:
			accentedHere++
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				odd++
			}
		}
		before = r
	}
	if accentedHere > 0 {
		plain, accented = plain+plainHere, accented+accentedHere
	}
	return accented <= plain && odd*10 <= accented
}
