package numbers

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Fraction reports a fraction in figures in running text, more than 1/2 of the land, the 1/4 finals, and one that stands
// before its whole number: ½ 1 cups.
//
// Chinese and Russian write fractions in figures, and name the rounds of a cup by them; the engine copies them. In a
// line from right to left a fraction and its whole number change places. English news writes half, two-thirds and
// quarter-finals. Measures (1/2 inch, 1/2 of a teaspoon, 3 1/2 hours), dates and the numbers of houses and laws are
// right. Other fractions than a half before of are reported at info: people write them so too where they write
// informally.
//
// The fix is unsafe.
//
// bad: He ruled more than 1/2 of the land.
// bad: They won the penalty shoot-out in the 1/4 finals.
// good: He ruled more than half of the land.
// good: Add 1/2 of a teaspoon and wait 3 1/2 hours.
//
// Measured on machine-translated news: 0.12 hits per 10,000 words, on clean English news and in other edited
// English 0; 8 read, 7 right. At info 0.03, and 0.12 in what people write informally.
var Fraction = &lint.Rule{
	Name:     "numbers/fraction",
	Severity: lint.Warning,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range p.MarksAt("½"[0]) {
			findTurnedFraction(p, int(m))
		}
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if v.text(i+1) != "/" || !v.glued(i+1) || !v.glued(i+2) || v.glued(i) || v.glued(i+3) || v.is(i-1, lint.Number) || labels[v.fold(i-1)] {
				continue
			}
			if right := wordsFor(v, i); right.text != "" {
				span := p.Span(lint.Range{From: i, To: right.to})
				p.Report(lint.Diagnostic{
					Span:     span,
					Severity: right.level,
					Message:  fmt.Sprintf("‘%s’ for ‘%s’", p.Slice(span), right.text),
					Fixes:    []lint.Fix{lint.Replace("write ‘"+right.text+"’", lint.Unsafe, span, right.text)},
				})
			}
		}
	},
}

// findTurnedFraction reports the fraction at token i that stands before its whole number and not behind it: ½ 1 cups.
func findTurnedFraction(p *lint.Pass, i int) {
	sign := p.TokenText(i)
	v := view{p.Document, p.BlockOf(i).Range}
	if sign != "½" && sign != "¼" && sign != "¾" || !isGoals(v.text(i+1)) || v.text(i+1) == "0" || !quantities[v.fold(i+2)] {
		return
	}
	if v.glued(i) || v.glued(i+1) || v.glued(i+2) {
		return
	}
	span, right := p.Span(lint.Range{From: i, To: i + 2}), v.text(i+1)+sign
	p.Report(lint.Diagnostic{
		Span:     span,
		Severity: lint.Warning,
		Message:  fmt.Sprintf("‘%s’ for ‘%s’", p.Slice(span), right),
		Fixes:    []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
	})
}

// wording is what a fraction in figures is in words, and the index behind its last token.
type wording struct {
	text  string
	to    int
	level lint.Severity
}

// wordsFor returns the words for the fraction at token i, before of or the rounds of a cup; empty when it is none.
func wordsFor(v view, i int) wording {
	text := v.text(i) + "/" + v.text(i+2)
	switch next := v.fold(i + 3); next {
	case "final", "finals":
		round := rounds[text]
		if strings.HasSuffix(round, "-") {
			round += next
		}
		return wording{round, i + 4, lint.Warning}
	case "of":
		if after := v.fold(i + 4); after != "the" && after != "all" && after != "its" && after != "their" && !v.isCapital(i+4) {
			return wording{}
		}
		if text == "1/2" {
			return wording{fractions[text], i + 3, lint.Warning}
		}
		return wording{fractions[text], i + 3, lint.Info} // many write 2/3 of the town
	}
	return wording{}
}

// isCapital reports whether token i is a word that begins with a capital letter.
func (v view) isCapital(i int) bool { return v.is(i, lint.Word) && v.Tokens[i].Case == lint.Title }

var (
	fractions = map[string]string{
		"1/2": "half", "1/3": "one-third", "2/3": "two-thirds", "1/4": "a quarter", "3/4": "three-quarters", "1/5": "one-fifth", "2/5": "two-fifths", "3/5": "three-fifths", "4/5": "four-fifths",
	}
	rounds = map[string]string{"1/2": "semi-", "1/4": "quarter-", "1/8": "round of 16", "1/16": "round of 32"}
)
