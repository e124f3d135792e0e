package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubleMonth reports a month that is named twice in one date, July/July 26 or December/Kanun al-Awwal 31, and a stroke
// between the day and the month.
//
// Arabic media print the Gregorian and the Levantine name of a month with a stroke between them; the engine translates
// both, translates one and writes the other in Latin letters, or keeps the stroke alone. English names the month once.
// Two months that follow each other (March/April), a night between two days (30 June/1 July) and the names of wars and
// streets are right.
//
// The fix is safe where the two names are of one month, unsafe where the stroke stands between day and month.
//
// bad: The law was passed on July/July 26, 2021.
// bad: The law has been in force since 26/July 2021.
// good: The survey was made in March/April 2021.
// good: The raid took place overnight, June 30/July 1.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words, none from the Levantine press), on
// clean English 0 (300,000 words). No natural hit but those of the seed article could be read, so the level is provisional:
// of 247 whole dates broken on purpose in clean text, by this or by a left ordinal, the two rules find 246 and their fixes
// restore 243.
var DoubleMonth = &lint.Rule{
	Name:     "dates/double-month",
	Severity: lint.Error,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			switch {
			case isMark(v, m.token+1, '/'), isMark(v, m.token+1, '('):
				secondMonth(p, v, m)
			case isMark(v, m.token+2, '/'):
				monthBehindDay(p, v, m)
			case isMark(v, m.token-1, '/'):
				strokeBeforeMonth(p, v, m)
			}
		}
	},
}

// secondMonth reports a second name of month m behind a stroke or in brackets.
func secondMonth(p *lint.Pass, v view, m month) {
	i, bracketed := m.token+2, isMark(v, m.token+1, '(')
	w, to := levantineAt(v, i)
	if w.kind == noMonth || !isTitle(v, i) {
		return
	}
	if !w.mayBe(m.number) || !bracketed && isCompared(v, m.token, i) {
		return
	}
	if bracketed {
		if !isMark(v, to, ')') || isTitle(v, to+1) {
			return // May (May has …), July (Tammuz) War
		}
		to++
	}
	whole := p.Span(lint.Range{From: m.token, To: to})
	second := lint.Span{Start: int(p.Tokens[m.token].End), End: whole.End}
	message := fmt.Sprintf("‘%s’ is named twice: ‘%s’", lexicon.MonthNames[m.number-1], p.Slice(whole))
	fixes := []lint.Fix{lint.Replace("name the month once", lint.Safe, whole, p.Text[whole.Start:second.Start])}
	if day, ok := dayAt(v, to); ok {
		fixes = wholeDateFixes(v, date{m.number, day, 0}, whole, to, fixes)
	}
	p.Report(lint.Diagnostic{Span: whole, Message: message, Fixes: fixes})
}

// isCompared reports whether two months that a stroke joins are those of two years, with no day behind them: Dec/Dec
// inflation.
func isCompared(v view, first, second int) bool {
	if v.Tokens[first].Form != v.Tokens[second].Form || !v.Glued(second) {
		return false
	}
	_, isDay := dayAt(v, second+1)
	return !isDay
}

// wholeDateFixes returns the fixes for a month named twice that a day, the token at, follows: in a text that writes the
// day first, the whole date in that order before the given fixes.
func wholeDateFixes(v view, when date, months lint.Span, at int, fixes []lint.Fix) []lint.Fix {
	end := at
	if year, ok := yearAt(v, at+1); ok {
		when.year, end = year, at+1
	} else if year, ok := yearAt(v, at+2); ok && isMark(v, at+1, ',') {
		when.year, end = year, at+2
	}
	span := lint.Span{Start: months.Start, End: int(v.Tokens[end].End)}
	turned := lint.Replace("write it as ‘"+when.in(dayFirst)+"’", lint.Unsafe, span, when.in(dayFirst))
	if c := goodDates.Of(v.Document); c.known && c.style == dayFirst {
		return append([]lint.Fix{turned}, fixes...)
	}
	return append(fixes, turned)
}

// mayBe reports whether the word names the month, as far as it tells.
func (w monthWord) mayBe(number int) bool {
	return w.number == number || w.kind == numbered && w.number == 0 && ordinalOf[number] != 0
}

// monthBehindDay reports a second name behind the day and a stroke: July 26/Tammuz 2021.
func monthBehindDay(p *lint.Pass, v view, m month) {
	day, ok := dayAt(v, m.token+1)
	w, to := levantineAt(v, m.token+3)
	if !ok || w.kind == noMonth || !isTitle(v, m.token+3) || !w.mayBe(m.number) {
		return
	}
	if _, next := dayAt(v, to); next {
		return // June 26/June 27
	}
	when := date{month: m.number, day: day}
	if year, ok := yearAt(v, to); ok {
		when.year = year
		to++
	}
	span := p.Span(lint.Range{From: m.token, To: to})
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘%s’ is named twice: ‘%s’", lexicon.MonthNames[m.number-1], p.Slice(span)),
		Fixes:   goodDates.Of(p.Document).fixes(p.Document, when, span, lint.Unsafe, monthFirst),
	})
}

// strokeBeforeMonth reports 26/July 2021.
func strokeBeforeMonth(p *lint.Pass, v view, m month) {
	i := m.token
	day, ok := dayAt(v, i-2)
	if !ok || isMark(v, i+1, '/') || isMark(v, i-3, '/') {
		return
	}
	if monthWordOf(v.fold(i-3)).kind == english {
		return // June 30/July 1
	}
	if _, next := dayAt(v, i+1); next {
		return // 30/July 1
	}
	r := lint.Range{From: i - 2, To: i + 1}
	when := date{month: m.number, day: day}
	if year, ok := yearAt(v, i+1); ok {
		r.To++
		when.year = year
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: fmt.Sprintf("stroke between the day and the month ‘%s’", p.TokenText(i)),
		Fixes:   goodDates.Of(p.Document).fixes(p.Document, when, p.Span(r), lint.Unsafe, dayFirst),
	})
}
