package dates

import (
	"fmt"
	"strings"

	"mtlint/lint"
)

// NumberMonth reports a date in the order of Chinese and Japanese, its month a number: 2022 year 1 month 10 day.
//
// Chinese and Japanese write year, month and day as figures, each with its word behind it (2022年1月10日); the engine
// translates the words one by one. English names the month. Lengths of time (a term of 6 months and 26 days, a 12-month
// 3 percent loan) are right.
//
// The fix names the month; it is unsafe, as a length of time may be meant where no year stands before.
//
// bad: The rule took effect on 2022 year 1 month 10 day.
// bad: The paper printed it in its 6 month 26 day edition.
// good: The rule took effect on January 10, 2022.
// good: He got a term of 6 months and 26 days.
//
// Measured on machine-translated news: 0.02 hits per 10,000 words, on clean English news and in other
// English 0; 1 read, 1 right.
var NumberMonth = &lint.Rule{
	Name:     "dates/number-month",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		for _, i := range behindFigures.Of(p.Document) {
			if n := numberedMonth(p.Fold(i)); n != 0 {
				reportNumberMonth(p, view{p.Document, p.BlockOf(i).Range}, i, n)
			}
		}
	},
}

// wordMonth marks the word month itself, whose number stands before it.
const wordMonth = 13

// numberedMonth returns the number of the month that a form like 12-month holds, wordMonth for month itself, or 0.
func numberedMonth(fold string) int {
	number, ok := strings.CutSuffix(fold, "month")
	if !ok {
		return 0
	}
	if number == "" {
		return wordMonth
	}
	number, ok = strings.CutSuffix(number, "-")
	if n := smallNumber(number); ok && n >= 1 && n <= 12 {
		return n
	}
	return 0
}

// reportNumberMonth reports the date round the word month at token i, which has the given number or wordMonth.
func reportNumberMonth(p *lint.Pass, v view, i, number int) {
	when, r := date{month: number}, lint.Range{From: i, To: i + 1}
	if number == wordMonth {
		n, ordinal, ok := numberAt(v, i-1)
		if !ok || ordinal || n < 1 || n > 12 || v.Glued(i) {
			return
		}
		when.month = n
		r.From--
	}
	when.year, r.From = yearBefore(v, r.From)
	day, ok := dayAt(v, i+1)
	_, ordinal, _ := numberAt(v, i+1)
	switch {
	case ok && v.fold(i+2) == "day":
		r.To = i + 3
	case ok && (ordinal && number != wordMonth || when.year != 0):
		r.To = i + 2
	case when.year == 0:
		return
	default:
		day = 0
	}
	when.day = day
	if day == 0 && v.fold(i+1) != "" && v.fold(r.From-1) != "in" {
		return // the 2021 12 month report
	}
	message := fmt.Sprintf("‘%s’ does not name the month", p.Slice(p.Span(r)))
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: message,
		Fixes:   goodDates.Of(p.Document).fixes(p.Document, when, p.Span(r), lint.Unsafe, monthFirst),
	})
}

// yearBefore reads the year of a Chinese date that ends before token i, and returns it with the index that it begins at:
// 2022 year, 2022- or 2022; without one it returns 0 and i.
func yearBefore(v view, i int) (year, from int) {
	at := i - 1
	if v.fold(at) == "year" || isMark(v, at, '-') {
		at--
	} else {
		return 0, i
	}
	if year, ok := yearAt(v, at); ok && year >= 1800 {
		return year, at
	}
	return 0, i
}
