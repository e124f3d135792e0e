package encoding

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mtlint/lint"
)

// A codePage gives the bytes that its characters were before they were decoded.
type codePage map[rune]byte

// windows1252 is the code page that UTF-8 is taken for nearly always.
var windows1252 = page(charmap.Windows1252)

// punctuationPages are the code pages that UTF-8 is taken for elsewhere, by the character that a punctuation mark of UTF-8
// begins with in them: вЂ™ in Windows-1251, โ€™ in Windows-874, ΓÇÖ in code page 437.
var punctuationPages = map[rune]func() codePage{
	'â': page(charmap.Windows1250), // where Windows-1252 has no such character: â€ś
	'в': page(charmap.Windows1251),
	'β': page(charmap.Windows1253),
	'ג': page(charmap.Windows1255),
	'ā': page(charmap.Windows1257),
	'โ': page(charmap.Windows874),
	'Γ': page(charmap.CodePage437),
	'Ô': page(charmap.CodePage850),
	'т': page(charmap.CodePage866),
	'‚': macintosh,
}

// macintosh is the code page of old Macs, in which accented letters begin with √.
var macintosh = page(charmap.Macintosh)

// page returns a code page that is read when it is first asked for.
func page(c *charmap.Charmap) func() codePage {
	return sync.OnceValue(func() codePage { return newCodePage(c) })
}

// newCodePage returns the upper half of a code page. Bytes that it leaves open have the characters of Windows-1252, as
// programs write them, and of Latin-1.
func newCodePage(c *charmap.Charmap) codePage {
	p := make(codePage)
	for i := 0x80; i <= 0xFF; i++ {
		r := c.DecodeByte(byte(i))
		if r == utf8.RuneError {
			r = charmap.Windows1252.DecodeByte(byte(i))
		}
		if r != utf8.RuneError {
			p[r] = byte(i)
		}
		if i < 0xA0 && c != charmap.Macintosh {
			p[rune(i)] = byte(i)
		}
	}
	return p
}

// isRecodedLead reports whether r begins a punctuation mark of UTF-8 in one of punctuationPages or an accented letter in
// Macintosh (√©).
func isRecodedLead(r rune) bool {
	switch r {
	case 'в', 'β', 'ג', 'ā', 'โ', 'Γ', 'т', '‚', '√':
		return true
	}
	return false
}

// decodeAt returns the character whose UTF-8 bytes stand at offset i of text as characters of the page, and how many
// bytes of text they take; the length is 0 when there is none.
func (p codePage) decodeAt(text string, i int) (rune, int) {
	var utf [utf8.UTFMax]byte
	at := i
	for n := 0; n < len(utf) && at < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		b, ok := p[r]
		if !ok {
			break
		}
		utf[n] = b
		at += size
		if got, width := utf8.DecodeRune(utf[:n+1]); got != utf8.RuneError && width == n+1 {
			return got, at - i
		}
	}
	return 0, 0
}

// recoded is a stretch of text that was decoded with the wrong code page.
type recoded struct {
	lint.Span
	text string // as it should be
	sure bool   // the bytes say so
}

// recodedOf is the wrongly decoded stretches of a document: characters that touch, or that one word or one space joins,
// are one.
var recodedOf = lint.NewFact("recoded", func(d *lint.Document) []recoded {
	chars := charactersOf.Of(d)
	if chars.traits&hasRecoded == 0 {
		return nil
	}
	var out []recoded
	var text strings.Builder // of the last one
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].text = text.String()
		}
		text.Reset()
	}
	end := 0
	for _, i := range chars.places {
		if int(i) < end {
			continue
		}
		r, ok := recodedAt(d.Text, int(i))
		if !ok {
			continue
		}
		end = r.End
		if n := len(out) - 1; n >= 0 && isJoint(d.Text[out[n].End:r.Start]) {
			gap := d.Text[out[n].End:r.Start]
			out[n].sure = out[n].sure && r.sure && isASCII(gap)
			out[n].End = r.End
			text.WriteString(gap)
		} else {
			flush()
			out = append(out, r)
		}
		text.WriteString(r.text)
	}
	flush()
	return out
})

// isJoint reports whether what stands between two wrongly decoded characters joins them: nothing, letters, or one space.
func isJoint(gap string) bool {
	if gap == " " {
		return true
	}
	for _, r := range gap {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isASCII reports whether a stretch between wrongly decoded characters is whole: a letter beyond ASCII there has lost the
// character that followed it.
func isASCII(gap string) bool {
	for i := 0; i < len(gap); i++ {
		if gap[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// recodedAt returns the longest stretch of wrongly decoded characters without other text that begins at offset i.
func recodedAt(text string, i int) (recoded, bool) {
	const longest = 256 // bytes, so that a stretch that is refused costs little
	var decoded []rune
	end := i
	for end < min(len(text), i+longest) {
		r, n := windows1252().decodeAt(text, end)
		if n == 0 {
			r, n = recodedMark(text, end)
		}
		if n == 0 {
			break
		}
		decoded = append(decoded, r)
		end += n
	}
	if len(decoded) > 0 && isPlausible(text, lint.Span{Start: i, End: end}, decoded) {
		return recoded{lint.Span{Start: i, End: end}, undoubled(string(decoded)), true}, true
	}
	return remnantAt(text, i)
}

// recodedMark returns the punctuation mark or the accented letter whose UTF-8 bytes stand at offset i as characters of
// another code page.
func recodedMark(text string, i int) (rune, int) {
	lead := after(text, i)
	if lead == '√' {
		if r, n := macintosh().decodeAt(text, i); unicode.IsLetter(r) && r < 0x100 && unicode.IsLetter(before(text, i)) {
			return r, n
		}
	}
	if page := punctuationPages[lead]; page != nil {
		if r, n := page().decodeAt(text, i); isTypographic(r) {
			return r, n
		}
	}
	return 0, 0
}

// isPlausible reports whether the decoded characters are what a text has, rather than an accented capital before a
// quotation mark, which is valid UTF-8 by chance.
func isPlausible(text string, s lint.Span, decoded []rune) bool {
	if len(decoded) >= 2 {
		for _, r := range decoded {
			if isOdd(r) {
				return false
			}
		}
		return true
	}
	r := decoded[0]
	last := before(text, s.End)
	byChance := unicode.IsUpper(before(text, s.Start)) && !unicode.IsLetter(after(text, s.End)) && !unicode.IsLetter(last) && last > 0xBF
	switch {
	case isTypographic(r), r == '\uFEFF', r >= 0x1F000:
		return true
	case r < 0x180:
		return !byChance && (r < 0x100 || unicode.IsLetter(before(text, s.Start)) || unicode.IsLetter(after(text, s.End)))
	case 0x2000 <= r && r < 0x2C00: // arrows, signs and dingbats: â†’
		return !unicode.IsLetter(before(text, s.Start))
	}
	return false
}

// isOdd reports whether no article has the character.
func isOdd(r rune) bool {
	return unicode.IsControl(r) && r >= 0xA0 || !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) ||
		unicode.In(r, unicode.Nko, unicode.Syriac, unicode.Canadian_Aboriginal, unicode.Thaana) || 0x2500 <= r && r < 0x2580
}

// isTypographic reports whether r is a mark that word processors and keyboards write: quotation marks, dashes, the
// ellipsis, € and ™.
func isTypographic(r rune) bool { return '‐' <= r && r <= '›' || r == '€' || r == '™' }

// undoubled decodes text that went through the wrong code page more than once, and takes away byte order marks.
func undoubled(s string) string {
	for range 3 {
		var out []rune
		changed := false
		for i := 0; i < len(s); {
			r, n := windows1252().decodeAt(s, i)
			if n > 0 && isPlausible(s, lint.Span{Start: i, End: i + n}, []rune{r}) {
				changed = true
			} else {
				r, n = utf8.DecodeRuneInString(s[i:])
			}
			i += n
			switch {
			case r == '\u00A0':
				r = ' '
			case r == '\uFEFF':
				continue
			}
			out = append(out, r)
		}
		s = string(out)
		if !changed {
			break
		}
	}
	return s
}

// remnantAt returns what is left of a wrongly decoded character that later software cut: Â before what was a no-break
// space, â€ or โ€ without its third part.
func remnantAt(text string, i int) (recoded, bool) {
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "â€"), strings.HasPrefix(rest, "โ€"):
		_, lead := utf8.DecodeRuneInString(rest)
		s := lint.Span{Start: i, End: i + lead + len("€")}
		if after(text, s.End) == utf8.RuneError {
			s.End += len("\uFFFD")
		}
		return recoded{s, "”", false}, true
	case strings.HasPrefix(rest, "Â"):
		s := lint.Span{Start: i, End: i + len("Â")}
		return recoded{s, "", false}, wasNoBreakSpace(before(text, s.Start), after(text, s.End))
	}
	return recoded{}, false
}

// wasNoBreakSpace reports whether an Â with these characters beside it is the rest of a no-break space, and no letter of a name.
func wasNoBreakSpace(left, right rune) bool {
	if unicode.IsUpper(left) || !unicode.IsSpace(right) {
		return false
	}
	return (left == ' ' || right == ' ' || right == '\n') &&
		(unicode.IsSpace(left) || unicode.IsLower(left) || unicode.IsPunct(left) || unicode.IsDigit(left))
}
