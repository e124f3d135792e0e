package numbers

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// FallingRange reports a range that runs from the greater number to the smaller: between 40-30 percent, in 2015-2010.
//
// Where the source runs from right to left the two numbers of a range change places. Reported are ranges behind between,
// and of years of the last centuries behind a preposition. Results (40-30), years before Christ, and short ends
// (2010-11) are right.
//
// The fix turns the range round and is unsafe.
//
// bad: The flower gave between 40-30 percent less of it.
// bad: She was head of the school in 2015-2010 and lives in Bergen.
// good: The flower gave between 30 and 40 percent less of it.
// good: He won 40-30 and ruled in 205-190 BC, not from 2010-11.
//
// Measured on 5.4 million words of machine translation: no hit per 10,000 words, on 350,000 words of original English
// none; on machine-translated web articles 1, right. The level is provisional.
var FallingRange = &lint.Rule{
	Name:     "numbers/falling-range",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if dash := v.text(i + 1); dash != "-" && dash != "–" || !v.is(i+2, lint.Number) || v.glued(i+1) != v.glued(i+2) {
				continue
			}
			from, to := plainValue(v.text(i)), plainValue(v.text(i+2))
			if to == 0 || from <= to || !isSpan(v, i, from, to) || v.text(i+3) == "-" || v.glued(i+3) && v.is(i+3, lint.Word) || v.fold(i+3) == "years" {
				continue
			}
			span := p.Span(lint.Range{From: i, To: i + 3})
			right := v.text(i+2) + "–" + v.text(i)
			if v.fold(i-1) == "between" {
				right = v.text(i+2) + " and " + v.text(i)
			}
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: fmt.Sprintf("range ‘%s’ runs backwards", p.Slice(span)),
				Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
			})
		}
	},
}

// plainValue returns the whole number that s is, or 0.
func plainValue(s string) int {
	if !isPlain(s) || len(s) > 6 {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

// isSpan reports whether the numbers at token i and behind its dash are the ends of a span: behind between, where the
// second has as many figures, or two years behind a preposition.
func isSpan(v view, i, from, to int) bool {
	lead := v.fold(i - 1)
	if isEra(v.fold(i+3)) || isEra(v.fold(i+4)) {
		return false
	}
	if lead == "between" {
		if v.fold(i+3) == "and" && v.is(i+4, lint.Number) || v.fold(i+3) == "million" && v.fold(i+4) == "years" || isOpening(from, to) {
			return false // between 6-4 and 6-3, between 9-5
		}
		return v.Tokens[i].Len() == v.Tokens[i+2].Len()
	}
	if from < 1700 || from > 2100 || to < 1700 {
		return false
	}
	switch lead {
	case "in", "from", "during", "of", "for":
		return true
	}
	return v.text(i-1) == "("
}

// isOpening reports whether the numbers may be hours from which to which a place is open: 9-5, 22-06.
func isOpening(from, to int) bool {
	return from <= 12 && to <= 12 || from >= 18 && from <= 24 && to <= 8
}

// isEra reports whether the word says that years are counted backwards.
func isEra(word string) bool {
	switch word {
	case "bc", "bce", "b.c", "b.c.", "b", "bp", "ka":
		return true
	}
	return false
}
