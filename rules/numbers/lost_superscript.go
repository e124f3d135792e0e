package numbers

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// LostSuperscript reports a power of ten whose exponent came down to the line: 3.2 × 108 cells for 3.2 × 10⁸.
//
// The exponent is set apart on the page, and the text that is taken from it has the figures alone. Sizes with the same
// unit for both numbers, and products without decimals (2 × 108), are right.
//
// The fix raises the exponent and is unsafe.
//
// bad: Each plant was given 3.2 × 108 cells.
// bad: The star lies 4.1 x 1016 metres from here.
// good: Each plant was given 3.2 × 10⁸ cells.
// good: The picture is 3.2 × 104 inches large; 2 × 108 is 216.
//
// Measured on 5.4 million words of machine translation: no hit per 10,000 words, on 350,000 words of original English
// none; on machine-translated web articles 1, right. The level is provisional.
var LostSuperscript = &lint.Rule{
	Name:     "numbers/lost-superscript",
	Severity: lint.Warning,
	MQM:      "Fluency/Typography",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if !isCoefficient(v.text(i)) || !isTimes(v.text(i+1)) || v.glued(i) {
				continue
			}
			if exponent := exponentOf(v.text(i + 2)); exponent != "" && v.isNoun(i+3) && !lengthsOfSides[v.fold(i+3)] {
				span := p.Tokens[i+2].Span()
				right := "10" + raised(exponent)
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i, To: i + 3}),
					Message: "exponent on the line in ‘" + p.TokenText(i+2) + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
				})
			}
		}
	},
}

// isCoefficient reports whether s is a number below ten with decimals.
func isCoefficient(s string) bool {
	return len(s) > 2 && len(s) < 6 && s[0] >= '1' && s[0] <= '9' && s[1] == '.' && isPlain(s[2:])
}

// isTimes reports whether s is a sign of multiplication.
func isTimes(s string) bool { return s == "×" || s == "x" || s == "*" || s == "·" }

// exponentOf returns the exponent that stands behind a ten in s, or "".
func exponentOf(s string) string {
	if len(s) < 3 || len(s) > 4 || s[:2] != "10" || s[2] == '0' || !isPlain(s) || s[2:] < "3" && len(s) == 3 || s[2:] > "35" && len(s) == 4 {
		return ""
	}
	return s[2:]
}

// raised writes figures as an exponent.
func raised(digits string) string {
	out := make([]rune, 0, len(digits))
	for _, c := range digits {
		out = append(out, []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[c-'0'])
	}
	return string(out)
}

// lengthsOfSides holds units that the sides of something are measured in.
var lengthsOfSides = lint.WordSet("mm cm inches inch feet foot ft pixels px")
