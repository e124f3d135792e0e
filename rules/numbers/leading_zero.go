package numbers

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LeadingZero reports a count with a zero before its figure: 02 deaths and 01 injury.
//
// Vietnamese, Indonesian and Hindi offices write small counts with two figures; the engine keeps the zero. Dates, times,
// codes, names with a number (Windows 07) and the years of a decade (the 09 elections) are right.
//
// The fix drops the zero and is safe.
//
// bad: There were no more crashes, but 02 deaths and 01 injury.
// bad: The town built 05 schools last year.
// good: There were no more crashes, but 2 deaths and 1 injury.
// good: The code ends in 02, and the 09 elections were late.
//
// Measured on 5.4 million words of machine translation, with few texts from these languages: 2 hits, on 342,000 words of
// original English 0 per 10,000 words; on machine-translated web articles 2 hits; all 4 read, all right. So few make the
// level provisional.
var LeadingZero = &lint.Rule{
	Name:     "numbers/leading-zero",
	Severity: lint.Warning,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if digits := v.text(i); len(digits) == 2 && digits[0] == '0' && isPlain(digits) && digits[1] != '0' && isCountOf(v, i) && isBesideNoName(v, i) && !isInSeries(v, i) {
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i, To: i + 2}),
					Message: "‘" + digits + "’: English counts without a zero",
					Fixes:   []lint.Fix{lint.Replace("drop the zero", lint.Safe, p.Tokens[i].Span(), digits[1:])},
				})
			}
		}
	},
}

// isCountOf reports whether the noun behind the number at token i, an adjective before it or not, is what it counts: a plural,
// or the one thing of 01.
func isCountOf(v view, i int) bool {
	at := i + 1
	if v.glued(at) {
		return false
	}
	if v.text(i) == "01" {
		noun := v.fold(at)
		return v.isNoun(at) && lexicon.EntryAt(v.Document, at).Word() && !strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ing") && endsCount(v, at)
	}
	if !v.isMany(at) && v.isNoun(at) && !v.glued(at+1) {
		at++
	}
	return v.isMany(at) && endsCount(v, at)
}

// endsCount reports whether the noun at token i is no unit of a counter, and nothing but a mark is glued to it.
func endsCount(v view, i int) bool {
	return !clockUnits[v.fold(i)] && (!v.glued(i+1) || v.is(i+1, lint.Punct))
}

// isBesideNoName reports whether a comma, a word of a closed class or a verb of the past stands before the number at token
// i, and no name or noun that it is the number of.
func isBesideNoName(v view, i int) bool {
	if !v.has(i-1) || v.glued(i) {
		return false
	}
	switch before := v.Tokens[i-1]; before.Kind {
	case lint.Word:
		word := v.fold(i - 1)
		isVerb := strings.HasSuffix(word, "ed") || countedBy[word]
		return before.Case == lint.Lower && (isVerb || v.class(i-1) != 0 && word != "the" && word != "to")
	case lint.Punct:
		return v.text(i-1) == ","
	}
	return false
}

// isInSeries reports whether and or a comma joins the number at token i to a year or another number: 2003, 04 and 05 results.
func isInSeries(v view, i int) bool {
	return (v.fold(i-1) == "and" || v.fold(i-1) == "or" || v.text(i-1) == ",") && v.is(i-2, lint.Number)
}

// countedBy are verbs of the past that a count stands behind.
var countedBy = lint.WordSet("built bought brought caught found gave got held hurt left lost made met put saw sent set shot sold taught took won")

// clockUnits are the units of counters and clocks, which show two figures.
var clockUnits = lint.WordSet("minutes seconds hours minute second hour mins secs hrs min sec days frames levels figures seasons")
