package dates

import (
	"fmt"

	"mtlint/lint"
)

// WeekdayClash reports two days of the week that cannot both be right: today, Saturday, beside yesterday, Thursday.
//
// Arabic and Persian news add the day of the week to today, yesterday and tomorrow; the engine moves them from one clause
// to another or mistakes them. What counts is the day of the week right beside the word, in one paragraph and the next. Other
// days of the week are right.
//
// There is no fix: the text does not say which of the two is right.
//
// bad: He trained today, Saturday, after the match of yesterday, Thursday.
// bad: The bank opens tomorrow, Monday, it said today, Wednesday.
// good: He trained today (Saturday) after the match of yesterday (Friday).
// good: The bank opens tomorrow (Monday) and again on Wednesday.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news and in other English 0; on
// machine-translated web articles 1, right.
var WeekdayClash = &lint.Rule{
	Name:     "dates/weekday-clash",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation/Date",
	Run: func(p *lint.Pass) {
		var last relativeDay
		for _, w := range weekdays.Of(p.Document) {
			day, ok := relativeDayOf(view{p.Document, w.block}, w)
			if !ok {
				continue
			}
			if last.span.End != 0 && (last.block == w.block || last.block.To == w.block.From) && day.today != last.today {
				reportClash(p, last, day)
			}
			last = day
		}
	},
}

// reportClash reports a day of the week that another before it denies; in the next paragraph, which may be of another day, for
// information.
func reportClash(p *lint.Pass, last, day relativeDay) {
	severity := lint.Warning
	if last.block != day.block {
		severity = lint.Info
	}
	p.Report(lint.Diagnostic{
		Span: day.span, Severity: severity,
		Message: fmt.Sprintf("‘%s’ and ‘%s’ cannot both be right", p.Slice(last.span), p.Slice(day.span)),
		Related: []lint.Related{{Span: last.span, Message: "the other day of the week is here"}},
	})
}

// relativeDay is a day of the week that stands beside today, yesterday or tomorrow.
type relativeDay struct {
	span  lint.Span
	block lint.Range
	today int // the day of the week that today is, 1 to 7
}

// relativeDayOf reads the word before the day of the week: yesterday evening, Thursday.
func relativeDayOf(v view, w weekday) (relativeDay, bool) {
	i := w.token - 1
	if isMark(v, i, ',') || isMark(v, i, '(') {
		i--
	}
	if dayParts[v.fold(i)] {
		i--
	}
	from, shift := i, 0
	switch v.fold(i) {
	case "today":
	case "yesterday":
		shift = 1
	case "tomorrow":
		shift = -1
	default:
		return relativeDay{}, false
	}
	if shift != 0 && (v.fold(i-1) == "before" || v.fold(i-1) == "after") {
		if v.fold(i-2) != "day" {
			return relativeDay{}, false
		}
		from, shift = i-2, 2*shift
	}
	span := lint.Span{Start: int(v.Tokens[from].Start), End: int(v.Tokens[w.token].End)}
	return relativeDay{span, w.block, (w.number-1+shift+7)%7 + 1}, true
}
