package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PartedDay reports a day that a comma parts from its month: July, 24th; on Nov. 2019, 6.
//
// Other languages set the day before the month or behind the year; the engine turns the date round in part and leaves a
// comma where English has none. The day of the first kind has its ordinal ending, that of the second stands behind on and a
// month with its year; neither counts what follows (in July, 24th Street was closed), and in before the month alone leaves
// room for a place in a table (in June, 12th in the world).
//
// The fix puts the day where it belongs; it is safe where only the comma goes.
//
// bad: The sign of the lion (July, 24th – August, 22nd) is a good one.
// bad: The boiler exploded on August, 9th 2012 in the basement of the school.
// bad: The order was signed on Nov. 2019, 6 and came into force in May.
// good: The sign of the lion (July 24th – August 22nd) is a good one.
// good: In July, 24th Street was closed. In November 2019, 6 orders were signed.
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var PartedDay = &lint.Rule{
	Name:     "dates/parted-day",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			i := m.token + 1
			if isMark(v, i, '.') {
				i++
			}
			if isPartedOrdinal(v, m.token) {
				comma := p.Tokens[m.token+1].Span()
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: m.token, To: m.token + 3}),
					Message: "comma between the month and its day",
					Fixes:   []lint.Fix{lint.Replace("take the comma out", lint.Safe, comma, "")},
				})
			} else if day := partedByYear(v, m.token, i); day > 0 {
				span := p.Span(lint.Range{From: m.token, To: i + 3})
				month := p.Text[span.Start:p.Tokens[i-1].End]
				right := fmt.Sprintf("%s %d, %s", month, day, p.TokenText(i))
				p.Report(lint.Diagnostic{
					Span:    span,
					Message: "the day stands behind the year",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
				})
			}
		}
	},
}

// isPartedOrdinal reports whether a comma and a day with its ordinal ending, which counts nothing, stand behind the month at
// token i.
func isPartedOrdinal(v view, i int) bool {
	n, ordinal, ok := numberAt(v, i+2)
	return ok && ordinal && n >= 1 && n <= 31 && isMark(v, i+1, ',') && mayBePartedBehind(v, i)
}

// mayBePartedBehind reports whether no number of things stands behind the comma and the ordinal that follow the month at token
// i: on August, 9th, and on August, 9th 2012, but not In August, 9th graders.
func mayBePartedBehind(v view, i int) bool {
	before := v.fold(i - 1)
	return countsNothing(v, i+3) && !beforeMonth[before] ||
		isModernYear(v, i+3) && lexicon.FunctionOf(before)&lexicon.Preposition != 0
}

// beforeMonth holds what stands before a month that has no day.
var beforeMonth = lint.WordSet("in of by since during until late early mid")

// partedByYear returns the day that stands behind on, the month at token i, a year at token year and a comma, or 0.
func partedByYear(v view, i, year int) int {
	if _, ok := yearAt(v, year); !ok || v.fold(i-1) != "on" || !isMark(v, year+1, ',') || !countsNothing(v, year+3) {
		return 0
	}
	n, ordinal, ok := numberAt(v, year+2)
	if !ok || ordinal || n < 1 || n > 31 {
		return 0
	}
	return n
}

// countsNothing reports whether no word stands at token i that a number before it may count, and no mark of a time or a sum.
func countsNothing(v view, i int) bool {
	if !v.has(i) {
		return true
	}
	switch v.Tokens[i].Kind {
	case lint.Punct:
		return !isMark(v, i, ':') && !isMark(v, i, '%')
	case lint.Bracket, lint.Quote:
		return true
	case lint.Word:
		switch v.fold(i) {
		case "and", "to", "until", "at", "when", "by", "the", "in":
			return true
		}
	}
	return false
}
