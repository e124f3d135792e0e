// Package encoding holds the rules on characters: in goes a document, out come text that was decoded wrongly, marks and
// letters of another script, and what software wrote around the text and never took away.
package encoding

import (
	"math/bits"
	"sort"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
)

// traits says which rare kinds of character a text has at all.
type traits uint16

const (
	hasControl       traits = 1 << iota // control characters but tab and line ends
	hasReplacement                      // U+FFFD
	hasInvisible                        // isInvisible
	hasForeignLetter                    // letters neither Latin nor common to scripts
	hasForeignMark                      // keys of foreignMarks, full-width forms
	hasForeignDigit                     // decimal digits but 0 to 9
	hasModelSymbol                      // symbols of a translation model
	hasTurkishI                         // the Turkish letters dotted capital İ and dotless ı
	hasRecoded                          // two adjacent characters as UTF-8 looks in a code page
)

// characters is the rare characters of a text, those that have a trait.
type characters struct {
	traits
	places []int32 // where they stand, in order
}

// charactersOf is found in one pass that touches most of an ASCII text sixteen bytes at a time.
var charactersOf = lint.NewFact("characters", func(d *lint.Document) (c characters) {
	for i := skipPlain(d.Text, 0); i < len(d.Text); i = skipPlain(d.Text, i) {
		r, n := utf8.DecodeRuneInString(d.Text[i:])
		t := traitsAt(d.Text, r, i+n)
		if t != 0 {
			c.traits |= t
			c.places = append(c.places, int32(i))
		}
		i += n
	}
	return c
})

// traitsAt returns the traits of the character r that ends at offset i.
func traitsAt(text string, r rune, i int) traits {
	if '\t' <= r && r <= '\r' || '‐' <= r && r <= '…' && r != '‚' && !isInvisible(r) {
		return 0
	}
	t := traitsOfRune(r)
	if i < len(text) && text[i] >= utf8.RuneSelf && (0xC2 <= r && r <= 0xF4 || isRecodedLead(r)) || r == 'Â' || r == 'â' {
		t |= hasRecoded
	}
	return t
}

// skipPlain returns the offset of the first character from i on that is neither printable ASCII nor a space.
func skipPlain(text string, i int) int {
	for ; len(text)-i >= 16; i += 16 {
		v, w := oddBytes(text[i:]), oddBytes(text[i+8:])
		if v != 0 {
			return i + bits.TrailingZeros64(v)/8
		}
		if w != 0 {
			return i + 8 + bits.TrailingZeros64(w)/8
		}
	}
	for i < len(text) && ' ' <= text[i] && text[i] < 0x7F {
		i++
	}
	return i
}

// oddBytes marks those of eight bytes that are neither printable ASCII nor a space by their high bits; the lowest of them
// is right.
func oddBytes(s string) uint64 {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	v := eight(s)
	return (v | (v - ones*' ') | (v + ones)) & high
}

// eight returns eight bytes as one number.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func traitsOfRune(r rune) traits {
	switch {
	case r < 0xA0:
		return hasControl
	case isInvisible(r):
		return hasInvisible
	case r == utf8.RuneError:
		return hasReplacement
	case r == 'İ' || r == 'ı':
		return hasTurkishI
	case r < 0x300:
		return 0
	}
	var t traits
	if isForeignLetter(r) {
		t |= hasForeignLetter
	}
	if r == '⁇' || r == '▁' {
		t |= hasModelSymbol
	}
	if foreignMarkOf(r).ascii != "" {
		t |= hasForeignMark
	}
	if unicode.Is(unicode.Nd, r) {
		t |= hasForeignDigit
	}
	return t
}

// isForeignLetter reports whether r is a letter of a script other than Latin.
func isForeignLetter(r rune) bool {
	return r >= 0x370 && unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited)
}

// isForeign reports whether a token is a word in a script other than Latin.
func isForeign(t lint.Token) bool {
	return t.Kind == lint.Word && t.Script != lint.Latin && t.Script != lint.NoScript
}

// before returns the character before offset i, or a space at the start of the text.
func before(text string, i int) rune {
	if i == 0 {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r
}

// after returns the character at offset i, or a space at the end of the text.
func after(text string, i int) rune {
	if i == len(text) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

// nearest returns the nearest characters before and behind a span that are no spaces.
func nearest(text string, s lint.Span) (left, right rune) {
	start, end := s.Start, s.End
	for start > 0 && text[start-1] == ' ' {
		start--
	}
	for end < len(text) && text[end] == ' ' {
		end++
	}
	return before(text, start), after(text, end)
}

// runs returns every longest run of the characters of a set, all of which have a trait.
func (c characters) runs(text string, in func(rune) bool) []lint.Span {
	var out []lint.Span
	for _, i := range c.places {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			continue
		}
		s := lint.Span{Start: int(i), End: int(i) + n}
		if last := len(out) - 1; last >= 0 && out[last].End == s.Start {
			out[last].End = s.End
		} else {
			out = append(out, s)
		}
	}
	return out
}

// cut returns the characters in a span and those behind it.
func (c characters) cut(s lint.Span) (in, behind characters) {
	from := 0
	for from < len(c.places) && int(c.places[from]) < s.Start {
		from++
	}
	to := from
	for to < len(c.places) && int(c.places[to]) < s.End {
		to++
	}
	return characters{c.traits, c.places[from:to]}, characters{c.traits, c.places[to:]}
}

// tokenAt returns the index of the token that holds the byte at offset, or -1.
func tokenAt(d *lint.Document, offset int) int {
	i := sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > offset })
	if i < len(d.Tokens) && int(d.Tokens[i].Start) <= offset {
		return i
	}
	return -1
}

// isInCode reports whether the byte at offset belongs to an address or other code.
func isInCode(d *lint.Document, offset int) bool {
	i := tokenAt(d, offset)
	return i >= 0 && d.Tokens[i].Kind == lint.Code
}

// withoutSpace returns the span together with one space before it when none is needed there any more: another space or
// nothing follows. What is deleted leaves one space so.
func withoutSpace(text string, s lint.Span) lint.Span {
	follows := after(text, s.End)
	if s.Start > 0 && text[s.Start-1] == ' ' && (unicode.IsSpace(follows) || unicode.IsPunct(follows) && !isOpening(follows)) {
		s.Start--
	} else if follows == ' ' && s.End < len(text) && (s.Start == 0 || text[s.Start-1] == '\n') {
		s.End++
	}
	return s
}

// isOpening reports whether r opens a bracket or a quotation, or may do so.
func isOpening(r rune) bool {
	return unicode.In(r, unicode.Ps, unicode.Pi) || r == '"' || r == '\''
}
