package encoding

import (
	"strconv"
	"strings"
	"unicode"

	"mtlint/lint"
)

// BareEscape reports the escape of a program that has lost its backslash: donu2019t, cafu00e9, u25b2 The shop.
//
// Sites keep their texts as JSON, and a program that takes slashes out leaves u and four figures of the character. Reported are
// quotation marks, dashes, accented letters and signs where they stand as in a text: an apostrophe between letters, an opening
// mark before a word, a letter in a word, a sign alone. Names of that shape (user u1000, the bus u2013) are right.
//
// The fix writes the character and is safe.
//
// bad: He donu2019t know the old cafu00e9.
// bad: u25b2 The shop where the fire began.
// bad: She said u201cnou201d and left.
// good: The file of user u1000 is on the disk, and U+25B2 is a triangle.
// good: He doesn’t know the old café; tram u2014a is late.
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var BareEscape = &lint.Rule{
	Name:     "encoding/bare-escape",
	Severity: lint.Warning,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		for at := 0; ; at++ {
			n := strings.IndexByte(p.Text[at:], 'u')
			if n < 0 {
				return
			}
			at += n
			if r := bareEscape(p.Text, at); r != 0 && !isInCode(p.Document, at) {
				s := lint.Span{Start: at, End: at + bareLength}
				p.Report(lint.Diagnostic{
					Span:    s,
					Message: "‘" + p.Slice(s) + "’ is the escape of a program without its backslash",
					Fixes:   []lint.Fix{lint.Replace("write the character", lint.Safe, s, string(r))},
				})
			}
		}
	},
}

// bareLength is the length of an escape without its backslash.
const bareLength = len("u2019")

// bareEscape returns the character whose escape begins with the u at offset i, or 0.
func bareEscape(text string, i int) rune {
	end := i + bareLength
	if len(text) < end || !isEscapeRange(text[i+1:i+3]) || i > 0 && text[i-1] == '\\' {
		return 0
	}
	n, err := strconv.ParseUint(text[i+1:end], 16, 16)
	if err != nil {
		return 0
	}
	if r := rune(n); standsInText(r, before(text, i), after(text, end)) && !(isBareSign(r) && isLabelled(text[:i])) {
		return r
	}
	return 0
}

// isEscapeRange reports whether the characters whose numbers begin with the two figures are accented letters, quotation marks,
// dashes and signs.
func isEscapeRange(figures string) bool {
	return figures == "00" || figures == "20" || figures == "25" || figures == "26"
}

// isLabelled reports whether a text ends in a word that the name of a thing follows: the bus.
func isLabelled(text string) bool {
	for _, noun := range [...]string{"user", "unit", "bus", "line", "tram", "node", "account", "room", "model", "flight", "student"} {
		if strings.HasSuffix(text, noun+" ") {
			return true
		}
	}
	return false
}

// standsInText reports whether the character r stands between two others as it does in a text.
func standsInText(r, left, right rune) bool {
	l, w := unicode.IsLetter(left), unicode.IsLetter(right)
	switch {
	case r == '’':
		return l && w
	case unicode.IsLetter(r):
		return l && !isFigure(right) || w && !isFigure(left)
	case r == '“' || r == '‘':
		return !l && w
	case r == '”' || r == '…':
		return (l || strings.ContainsRune(".,!?", left)) && !w && !isFigure(right)
	}
	return isBareSign(r) && !l && !w && !isFigure(left) && !isFigure(right)
}

// isFigure reports whether r is a figure or a sign of identifiers.
func isFigure(r rune) bool { return r >= '0' && r <= '9' || r == '_' || r == '-' || r == '+' }

// isBareSign reports whether r stands by itself in texts: dashes, bullets, triangles, stars, hearts.
func isBareSign(r rune) bool {
	return strings.ContainsRune("–—•●★☆♥▲△▼▽▶▷◀◁◆◇■□○◎", r)
}
