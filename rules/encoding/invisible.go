package encoding

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Invisible reports characters that cannot be seen: zero-width spaces, soft hyphens, marks of writing direction, byte
// order marks inside the text.
//
// Engines put zero-width spaces where their segments met, pages hold soft hyphens and direction marks for the browser.
// They break searches, spelling and line ends. Joiners inside emoji and inside scripts that need them, direction marks
// beside letters written from right to left, and the marks that choose how an emoji looks are right. A run, with the
// spaces in it, is one finding.
//
// The fix deletes them and is safe. A zero-width space between two words becomes a space.
//
// bad: The area of ​ ​ 40 hectares is dry.
// bad: The gov­ernment met on Monday.
// good: The family emoji 👨‍👩‍👧 is one sign.
// good: The words (می‌خواهم, क्‍ष) are well written.
//
// Measured on machine-translated news: 0.07 hits per 10,000 words, on all machine translation 0.13, on clean English
// (340,000 words) 0; 45 read, 45 right.
var Invisible = &lint.Rule{
	Name:     "encoding/invisible",
	Severity: lint.Error,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		chars := charactersOf.Of(p.Document)
		if chars.traits&hasInvisible == 0 {
			return
		}
		end := 0
		for _, i := range chars.places {
			if int(i) < end || !isInvisible(after(p.Text, int(i))) {
				continue
			}
			s := invisibleRun(p.Text, int(i))
			end = s.End
			if isWanted(p.Text, s) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    s,
				Message: "invisible character " + codes(p.Slice(s)),
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Safe, withoutSpace(p.Text, s), visible(p.Text, s))},
			})
		}
	},
}

// isInvisible reports whether r has no shape and no width.
func isInvisible(r rune) bool {
	return r == 0xAD || 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x2069 || r == 0xFEFF ||
		r == 0x61C || r == 0x180E || 0xE0020 <= r && r <= 0xE007F
}

// invisibleRun returns the run of invisible characters that begins at offset i, with the spaces between them.
func invisibleRun(text string, i int) lint.Span {
	s := lint.Span{Start: i, End: i}
	for at := i; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		at += n
		switch {
		case isInvisible(r):
			s.End = at
		case r != ' ' && r != '\u00A0':
			return s
		}
	}
	return s
}

// isWanted reports whether the run does its work: it joins or parts letters of a script that needs that, belongs to an
// emoji, or sets the direction of letters written from right to left.
func isWanted(text string, s lint.Span) bool {
	left, right := nearest(text, s)
	if first := after(text, s.Start); first == '\u200C' || first == '\u200D' {
		return !isLatinOrSpace(left) && s.Len() <= 2*len("\u200D")
	}
	if r := after(text, s.Start); r >= 0xE0020 {
		return left >= 0x1F000
	}
	for _, r := range text[s.Start:s.End] {
		if r == 0xAD || r == 0x200B || r == 0xFEFF || r == 0x2060 {
			return isSoutheastAsian(left) && isSoutheastAsian(right)
		}
	}
	return isRightToLeft(left) || isRightToLeft(right)
}

func isLatinOrSpace(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Latin, r) || r < utf8.RuneSelf
}

func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) || r == '،' || r == '؟'
}

// isSoutheastAsian reports whether r is of a script that is written without spaces and marks its words invisibly.
func isSoutheastAsian(r rune) bool {
	return unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}

// visible returns what stays of a run: nothing, or the one space that parts the words on either side.
func visible(text string, s lint.Span) string {
	left, right := before(text, s.Start), after(text, s.End)
	inner := strings.ContainsAny(text[s.Start:s.End], " \u00A0")
	switch {
	case unicode.IsSpace(left) || unicode.IsSpace(right):
		return ""
	case inner:
		return " "
	case strings.Contains(text[s.Start:s.End], "\u200B") && joinsWords(text, s):
		return " "
	}
	return ""
}

// joinsWords reports whether the letters on either side of the span are two English words and not one.
func joinsWords(text string, s lint.Span) bool {
	start, end := s.Start, s.End
	for start > 0 && isLetter(text[start-1]) {
		start--
	}
	for end < len(text) && isLetter(text[end]) {
		end++
	}
	left, right := lint.Fold(text[start:s.Start]), lint.Fold(text[s.End:end])
	return len(left) > 1 && len(right) > 1 && !lexicon.Lookup(left+right).Known() && isCommon(left) && isCommon(right)
}

// isCommon reports whether a word in lower case is an English word that most people know.
func isCommon(word string) bool {
	l := lexicon.Lookup(word).Level()
	return l > 0 && l <= 50
}

// codes names the characters of a run, each once.
func codes(run string) string {
	var out []string
	seen := make(map[rune]bool)
	for _, r := range run {
		if isInvisible(r) && !seen[r] {
			seen[r] = true
			out = append(out, fmt.Sprintf("U+%04X", r))
		}
	}
	return strings.Join(out, " ")
}
