package dates

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DayDot reports a full stop between the day and the month of a date, and other marks out of place in it: on 11. February,
// on July. 3, on May 17. 2021, on 22, November 2017.
//
// German, Czech and Icelandic write the day as an ordinal with a full stop; the engine keeps the stop, or takes the month
// for an abbreviation; others set a comma there. English has neither. A sentence that ends with a figure before one that
// begins with a month or a year, a numbered list, the abbreviations of months (Sept. 3) and the number of a paper (issue
// 22, November 2017) are right.
//
// The fix takes the mark out and is safe where the year follows; before a year it writes a comma, and is unsafe.
//
// bad: The shop was opened on 11. February 2019.
// bad: The match was played on July. 3, the club said.
// bad: The mill was closed on 22, November 2027.
// good: The toll rose to 11. February was colder than March.
// good: The match was played on Sept. 3.
//
// Measured on machine-translated news: 0.05 hits per 10,000 words, on clean English news and in other
// English 0; 3 read, 3 right. The comma and the stop before a year: none in 5,400,000 words of machine output, none in
// 300,000 of original English.
var DayDot = &lint.Rule{
	Name:     "dates/day-dot",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			switch {
			case isMark(v, m.token-1, '.') && isDottedDay(v, m.token):
				reportDot(p, v, m.token-1, lint.Range{From: m.token - 2, To: m.token + 1})
			case isMark(v, m.token+2, '.') && isDottedYear(v, m.token):
				reportYearDot(p, m.token)
			case isMark(v, m.token-1, ',') && isPartedDay(v, m.token):
				reportDayComma(p, m.token)
			case isMark(v, m.token+1, '.') && isDottedMonth(v, m.token):
				reportDot(p, v, m.token+1, lint.Range{From: m.token, To: m.token + 3})
			}
		}
	},
}

// isDottedDay reports whether the full stop before the month at token i stands behind its day: on 11. February.
func isDottedDay(v view, i int) bool {
	_, ordinal, _ := numberAt(v, i-2)
	if _, day := dayAt(v, i-2); !day || ordinal || !v.Glued(i-1) || v.Glued(i) || v.caseOf(i) != lint.Title {
		return false
	}
	if _, ok := monthAt(v, i-3); ok || !v.has(i-3) || isMark(v, i-3, '.') {
		return false
	}
	if _, ok := yearAt(v, i+1); ok {
		return !v.has(i+2) || lexicon.FunctionOf(v.fold(i+2))&lexicon.Auxiliary == 0 // to 11. February 2021 was colder
	}
	return leadsToDay(v.fold(i-3)) && !goesOnFromMonth(v, i+1)
}

// leadsToDay reports whether a folded word may stand before a day of the month: on, since, Monday.
func leadsToDay(word string) bool {
	switch word {
	case "on", "the", "until", "till", "since", "from":
		return true
	}
	_, weekday := lexicon.Weekday(word)
	return weekday
}

// goesOnFromMonth reports whether the word at token i, behind a month, shows that a sentence begins with the month.
func goesOnFromMonth(v view, i int) bool {
	if v.caseOf(i) != lint.Lower {
		return false
	}
	word := v.fold(i)
	return word != "last" && word != "next" && lexicon.FunctionOf(word)&(lexicon.Preposition|lexicon.Conjunction) == 0
}

// isDottedMonth reports whether the full stop behind the month at token i stands before its day: on July. 3.
func isDottedMonth(v view, i int) bool {
	name := v.fold(i)
	if len(name) < 5 && name != "may" && name != "june" && name != "july" {
		return false // Sept. 3
	}
	if _, day := dayAt(v, i+2); !day || !v.Glued(i+1) || v.Glued(i+2) {
		return false
	}
	if _, ok := yearAt(v, i+3); ok {
		return true
	}
	if _, ok := yearAt(v, i+4); ok && isMark(v, i+3, ',') {
		return true
	}
	switch v.fold(i - 1) {
	case "on", "until", "till", "by", "since":
		return !v.has(i+3) || v.Tokens[i+3].Kind == lint.Punct || lexicon.FunctionOf(v.fold(i+3))&lexicon.Preposition != 0
	}
	return false
}

// isDottedYear reports whether a full stop stands between the day behind the month at token i and a year with which the
// sentence or its clause ends: May 17. 2021, but not May 17. 2021 was warm.
func isDottedYear(v view, i int) bool {
	_, ordinal, ok := numberAt(v, i+1)
	if _, day := dayAt(v, i+1); !ok || !day || ordinal || !isModernYear(v, i+3) || !v.Glued(i+2) || v.Glued(i+3) {
		return false
	}
	return !v.has(i+4) || isStop(v, i+4) && !(v.has(i+5) && v.Glued(i+5))
}

// isPartedDay reports whether the comma before the month at token i stands behind its day, and the year behind it: on
// 22, November 2017. Numbers of pages and of papers stand so as well (issue 22, November 2017).
func isPartedDay(v view, i int) bool {
	if _, ok := plainDay(v, i-2); !ok || !v.Glued(i-1) || v.Glued(i) || !isModernYear(v, i+1) {
		return false
	}
	if !v.has(i - 3) {
		return v.has(i+2) && v.Tokens[i+2].Kind == lint.Number
	}
	switch v.fold(i - 3) {
	case "on", "until", "till", "since":
		return true
	}
	_, weekday := lexicon.Weekday(v.fold(i - 3))
	return weekday
}

// reportYearDot reports May 17. 2021, the month at token i.
func reportYearDot(p *lint.Pass, i int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i, To: i + 4}),
		Message: "full stop between the day and the year",
		Fixes:   []lint.Fix{lint.Replace("write a comma", lint.Unsafe, p.Tokens[i+2].Span(), ",")},
	})
}

// reportDayComma reports 22, November 2017, the month at token i.
func reportDayComma(p *lint.Pass, i int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i - 2, To: i + 2}),
		Message: "comma between the day and the month",
		Fixes:   []lint.Fix{lint.Replace("take the comma out", lint.Safe, p.Tokens[i-1].Span(), "")},
	})
}

func reportDot(p *lint.Pass, v view, dot int, r lint.Range) {
	safety := lint.Unsafe
	if _, ok := yearAt(v, r.To); ok {
		safety = lint.Safe
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: "full stop between the day and the month",
		Fixes:   []lint.Fix{lint.Replace("take the full stop out", safety, p.Tokens[dot].Span(), "")},
	})
}
