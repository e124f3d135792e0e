package dates

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Decade reports a decade with the ending of another language: in the 90-ies, the 1990-s, the 30th years.
//
// Russian, Ukrainian and Polish write the ending of the numeral behind a hyphen (90-е годы), and years behind that; the
// engine copies the hyphen and makes an English ending of the other. English writes the 1990s.
//
// The fix is safe where the century is given, else unsafe.
//
// bad: In the 90-ies the mill was closed.
// bad: It was built in the 1930-s by the owner’s father.
// good: In the 1990s, or the ’90s, the mill was closed for the 90th time.
// good: The team plays in 30-second rounds on its 30th anniversary.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (2 in 5,400,000), on original English 0 (350,000
// words); both read, both right. So few make the level provisional.
var Decade = &lint.Rule{
	Name:     "dates/decade",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range p.Figured() {
			figures, ok := decadeOf(p.Forms[f].Fold)
			if !ok {
				continue
			}
			for _, k := range p.Places(f) {
				v := view{p.Document, p.BlockOf(int(k)).Range}
				if i := int(k); v.fold(i-1) == "the" {
					reportDecade(p, v, i, figures)
				}
			}
		}
	},
}

// decadeOf returns the figures of a word that is a decade with a hyphen before its ending: 90-ies, 1990-s.
func decadeOf(word string) (string, bool) {
	figures, ending, ok := strings.Cut(word, "-")
	if !ok || len(figures) != 2 && (len(figures) != 4 || figures[:2] != "19" && figures[:2] != "18" && figures[:2] != "20") || figures[len(figures)-1] != '0' || smallNumber(figures[len(figures)-2:]) < 10 && len(figures) == 2 {
		return "", false
	}
	switch ending {
	case "ies", "s", "es", "ties", "th", "x", "e":
		return figures, true
	}
	return "", false
}

// reportDecade reports the decade at token i, together with the word years behind it. The 30-s interval is one of
// seconds.
func reportDecade(p *lint.Pass, v view, i int, figures string) {
	to := i + 1
	switch {
	case v.fold(to) == "years":
		to++
	case !strings.HasSuffix(p.Fold(i), "es") && (isContentWord(v, to) || !strings.HasSuffix(p.Fold(i), "s")):
		return
	}
	safety := lint.Safe
	if len(figures) == 2 {
		figures, safety = "19"+figures, lint.Unsafe
	}
	span, text := p.Span(lint.Range{From: i, To: to}), figures+"s"
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘%s’ is a decade as another language writes it", p.Slice(span)),
		Fixes:   []lint.Fix{lint.Replace("write ‘"+text+"’", safety, span, text)},
	})
}
