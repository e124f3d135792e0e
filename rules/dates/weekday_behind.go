package dates

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// WeekdayBehind reports a bare day of the month with its day of the week in brackets behind it: on the 26th (Sunday).
//
// Japanese and Korean dates have the day of the week there, 26日(日), and leave out the month that everybody knows; the
// engine copies the order. English says on Sunday the 26th. A date with its month, as in lists of events, and places in
// races (she finished 26th (Sunday)) are left alone.
//
// The fix turns the two round and is unsafe.
//
// bad: Rain is expected in the north on the 26th (Sunday).
// bad: The museum is closed from the 4th (Mon) to the 6th (Wed) for repairs.
// good: The museum is closed on Monday the 4th, and on 5 May (Sunday).
// good: He came 26th (Monday's winner was 4th).
//
// Measured on machine-translated news: 0.18 hits per 10,000 words (5,400,000 words), all from Japanese and most of them
// in the translations of one article; on original English 0 (350,000 words); 42 read, all right.
var WeekdayBehind = &lint.Rule{
	Name:     "dates/weekday-behind",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, n := range names.Of(p.Document) {
			i, v := n.token, view{p.Document, n.block}
			if n.weekday == 0 || !isMark(v, i-1, '(') {
				continue
			}
			to := i + 1
			if isMark(v, to, '.') {
				to++
			}
			if day, ordinal, ok := numberAt(v, i-2); !ok || !ordinal || day > 31 || !isMark(v, to, ')') || !isBeforeDay(v, i-3) || namesMonthBehind(v, to+1) {
				continue
			}
			reportWeekdayBehind(p, i, to+1)
		}
	},
}

// isBeforeDay reports whether token i stands before a day, but not before a place in a race: finished 12th (Saturday).
func isBeforeDay(v view, i int) bool {
	return beforeDay[v.fold(i)] || v.fold(i) == "and" && isMark(v, i-1, ')')
}

var beforeDay = lint.WordSet("the on until from since by as week")

// namesMonthBehind reports whether the month of a day is named from token i on: the 1st (Monday) and 15th (Monday) of
// October.
func namesMonthBehind(v view, i int) bool {
	for stop := v.SentenceOf(i - 1).To; i < stop; i++ {
		if _, month := lexicon.Month(v.fold(i)); month && isTitle(v, i) || v.fold(i) == "of" && v.fold(i+1) == "each" {
			return true
		}
	}
	return false
}

// reportWeekdayBehind reports the day before the bracket whose day of the week is token i, up to token to.
func reportWeekdayBehind(p *lint.Pass, i, to int) {
	from := i - 2
	if from > 0 && p.Fold(from-1) == "the" {
		from--
	}
	day := p.TokenText(i - 2)
	number, _ := lexicon.Weekday(p.Fold(i))
	span := p.Span(lint.Range{From: from, To: to})
	text := weekdayNames[number-1] + " the " + day
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘%s’ is a date in the order of another language", p.Slice(span)),
		Fixes:   []lint.Fix{lint.Replace("write ‘"+text+"’", lint.Unsafe, span, text)},
	})
}
