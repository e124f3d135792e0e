package dates

import (
	"fmt"
	"strings"

	"mtlint/lint"
)

// WrongWeekday reports a day of the week that its date does not fall on: Monday, September 4, 2018.
//
// The engine mistakes the day of the week (in many languages it is a number: second day, week four), or reckons the date
// from another calendar. Which of the two is right the text seldom tells. Dates before 1920, when parts of the world
// had another calendar, and days without a year are passed over.
//
// The fix names the day of the week that the date falls on; it is unsafe.
//
// bad: The talks began on Monday, September 4, 2018.
// bad: The law was passed on 26 July 2021 (Tuesday).
// good: The talks began on Monday, September 3, 2018.
// good: The law was passed on 26 July 2021 (Monday).
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000 words).
// The one natural hit, in a translation by people (330,000 words), is right: the year was wrong. The level is provisional.
var WrongWeekday = &lint.Rule{
	Name:     "dates/wrong-weekday",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation/Date",
	Run: func(p *lint.Pass) {
		for _, w := range weekdays.Of(p.Document) {
			v := view{p.Document, w.block}
			when, r, ok := dateOf(v, w.token)
			if !ok || v.fold(w.token-1) == "that" || when.year < 1920 || when.day > daysIn(when.month, when.year) || when.weekday() == w.number {
				continue
			}
			right := weekdayNames[when.weekday()-1]
			text := right
			if p.Tokens[w.token].Case == lint.Upper {
				text = strings.ToUpper(right)
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(r),
				Message: fmt.Sprintf("%s was a %s, not a %s", when.in(monthFirst), right, weekdayNames[w.number-1]),
				Fixes:   []lint.Fix{lint.Replace("write ‘"+text+"’", lint.Unsafe, p.Tokens[w.token].Span(), text)},
			})
		}
	},
}

// dateOf reads the whole date right behind the day of the week at token i, or right before it in brackets or behind a
// comma. The range takes in both.
func dateOf(v view, i int) (date, lint.Range, bool) {
	start := i + 1
	for isMark(v, start, ',') || isMark(v, start, '.') || v.fold(start) == "the" {
		start++
	}
	for m := start; m <= start+1; m++ {
		if number, ok := monthAt(v, m); ok {
			when, _, r, ok := wholeDate(v, month{m, number, v.block})
			return when, lint.Range{From: i, To: r.To}, ok && r.From == start
		}
	}
	bracketed := isMark(v, i-1, '(') && isMark(v, i+1, ')')
	if !bracketed && !isMark(v, i-1, ',') {
		return date{}, lint.Range{}, false
	}
	for back := 3; back <= 5; back++ {
		m := i - back
		number, ok := monthAt(v, m)
		if !ok {
			continue
		}
		when, _, r, ok := wholeDate(v, month{m, number, v.block})
		if ok && r.To == i-1 {
			r.To = i + 1
			if bracketed {
				r.To++
			}
			return when, r, bracketed || endsDate(v, i+1)
		}
	}
	return date{}, lint.Range{}, false
}

// endsDate reports whether nothing that could go with a day of the week stands at token i.
func endsDate(v view, i int) bool {
	return !v.has(i) || v.Tokens[i].Kind == lint.Punct
}
