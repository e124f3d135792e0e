package numbers

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// DotsRange reports a range with an ellipsis between its ends: winds of 55…65 km/h, at 10...15 degrees.
//
// Romanian, Bulgarian, Russian and Estonian write ranges so, most of all in forecasts; English has a dash, or to. A row of
// numbers that goes on (1, 2…10), marks of code and versions are right: the ends are whole numbers, the second greater, and a
// unit, a sign or what reports count stands behind them.
//
// The fix writes a dash and is unsafe.
//
// bad: Gusts of 55…65 km/h are expected on the coast.
// bad: It will be 10...15 degrees at night.
// good: Gusts of 55–65 km/h are expected on the coast.
// good: He counted 1, 2…10 and left. For i in 0...9 do it.
//
// Measured on 5.4 million words of machine translation and on 890,000 words of original English: no hit per 10,000 words; on
// machine-translated web pages 3, right. The level is provisional.
var DotsRange = &lint.Rule{
	Name:     "numbers/dots-range",
	Severity: lint.Warning,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if dots := v.text(i + 1); dots != "…" && dots != "..." || !v.glued(i+1) || !v.glued(i+2) || !v.is(i+2, lint.Number) || rowMarks[v.text(i-1)] {
				continue
			}
			from, to := plainValue(v.text(i)), plainValue(v.text(i+2))
			if from == 0 && v.text(i) != "0" || to <= from || !isOfUnits(v, i+3) {
				continue
			}
			span := p.Span(lint.Range{From: i, To: i + 3})
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: "range with an ellipsis",
				Fixes:   []lint.Fix{lint.Replace("write a dash", lint.Unsafe, span, v.text(i)+"–"+v.text(i+2))},
			})
		}
	},
}

// rowMarks are marks before a number that goes on with others: 1, 2…10.
var rowMarks = map[string]bool{",": true, "…": true, "...": true}

// isOfUnits reports whether token i is a unit or a sign that a number stands before.
func isOfUnits(v view, i int) bool {
	return v.is(i, lint.Word) && !v.glued(i) && rangeUnits[v.fold(i)] || v.has(i) && strings.ContainsAny(v.text(i), "%°€$£")
}

// rangeUnits holds units and what forecasts and reports count.
var rangeUnits = lint.WordSet("km km/h kmh kph mph m m/s cm mm kg g t ml l mg hpa degrees percent per years year days hours minutes seconds months weeks people workers euros dollars rubles lei leva meters metres kilometers kilometres tons tonnes hectares litres liters")
