package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Impossible reports a day that its month does not have: February 30, June 31, March 48, 29/02/2023.
//
// The engine reads a figure of something else as the day (Monday to Friday, 3:48), or reckons a date from another
// calendar. Leap years count when the year is given. A figure behind a month that counts something (in June 47 people)
// is right.
//
// There is no fix: the day is not in the text.
//
// bad: The election is planned for June 31.
// bad: He was born on 30 February 1961.
// good: In June 31 people were injured on the road.
// good: The office opened on February 29, 2020.
//
// Measured on machine-translated news: 0.04 hits per 10,000 words, on clean English news 0; 18 read, 18 right. The one
// hit in other English, 31 September in a record, is right too.
var Impossible = &lint.Rule{
	Name:     "dates/impossible",
	Severity: lint.Error,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			if !impossibleBehind(p, v, m) {
				impossibleBefore(p, v, m)
			}
		}
		for _, n := range p.Numbers {
			impossibleFigures(p, view{p.Document, p.BlockOf(int(n)).Range}, int(n))
		}
	},
}

// impossibleFigures reports 29/02/2023, the day at token i.
func impossibleFigures(p *lint.Pass, v view, i int) {
	if p.Tokens[i].Len() != 2 || !isSlashedDate(v, i) || v.has(i-1) && v.Glued(i) && p.Tokens[i-1].Kind != lint.Bracket {
		return
	}
	day, isDay := dayAt(v, i)
	month, isMonth := dayAt(v, i+2)
	year, isYear := yearAt(v, i+4)
	if !isDay || !isMonth || !isYear || day <= 12 || month > 12 || year < 1900 || day <= daysIn(month, year) {
		return
	}
	reportImpossible(p, lint.Range{From: i, To: i + 5}, month, year)
}

// isSlashedDate reports whether a slash stands between the numbers at token i, i+2 and i+4, and none follows: 29/02/2023.
func isSlashedDate(v view, i int) bool {
	if !isMark(v, i+1, '/') || !isMark(v, i+3, '/') || isMark(v, i+5, '/') {
		return false
	}
	for k := i + 1; k <= i+4; k++ {
		if !v.has(k) || !v.Glued(k) {
			return false
		}
	}
	return true
}

// days is how many days a month has at most.
var days = [13]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// daysIn returns the days of a month in a year, which is 0 when it is not given.
func daysIn(month, year int) int {
	if month == 2 && year != 0 && (year%4 != 0 || year%100 == 0 && year%400 != 0) {
		return 28
	}
	return days[month]
}

// impossibleBehind reports June 31.
func impossibleBehind(p *lint.Pass, v view, m month) bool {
	i := m.token + 1
	if isMark(v, i, '.') && p.Tokens[m.token].Len() <= 4 {
		i++ // Sept. 31
	}
	day, ordinal, ok := numberAt(v, i)
	if !ok || day < 29 || day > 99 {
		return false
	}
	year, ok := yearAt(v, i+1)
	if !ok && isMark(v, i+1, ',') {
		year, _ = yearAt(v, i+2)
	}
	if day <= daysIn(m.number, year) {
		return false
	}
	if !ordinal && year == 0 && counts(v, m.token, i, day) {
		return false
	}
	reportImpossible(p, lint.Range{From: m.token, To: i + 1}, m.number, year)
	return true
}

// impossibleBefore reports 31 June and 31st of June.
func impossibleBefore(p *lint.Pass, v view, m month) {
	i := m.token - 1
	if v.fold(i) == "of" {
		i--
	}
	day, ordinal, ok := numberAt(v, i)
	if !ok || day < 29 || day > 31 || i < m.token-1 && !ordinal || isTitle(v, m.token+1) {
		return
	}
	year, _ := yearAt(v, m.token+1)
	if day <= daysIn(m.number, year) || isLabel(v, i-1) || year == 0 && leadsNoun(v, i, m.token) {
		return
	}
	if _, next := dayAt(v, m.token+1); next {
		return // the figure belongs to what stands before: … 31, June 2
	}
	reportImpossible(p, lint.Range{From: i, To: m.token + 1}, m.number, year)
}

// isLabel reports whether token i says that the figure behind it is no day: No. 31, Psalm 31, page 31, $31, 4-31.
func isLabel(v view, i int) bool {
	if !v.has(i) {
		return false
	}
	switch t := v.Tokens[i]; {
	case t.Kind == lint.Symbol, v.fold(i) == "aged", v.fold(i) == "page":
		return true
	case t.Kind == lint.Punct:
		return v.Glued(i+1) || v.fold(i-1) == "no"
	case t.Case == lint.Title:
		_, weekday := lexicon.Weekday(v.fold(i))
		return !weekday && lexicon.FunctionOf(v.fold(i)) == 0
	}
	return false
}

// leadsNoun reports whether the figure at token i counts the noun that stands behind the month: won 31 April games.
func leadsNoun(v view, i, month int) bool {
	if !v.has(month+1) || v.Tokens[month+1].Case != lint.Lower || lexicon.FunctionOf(v.fold(month+1)) != 0 {
		return false
	}
	return lexicon.FunctionOf(v.fold(i-1))&(lexicon.Preposition|lexicon.Article) == 0
}

// counts reports whether the figure at token i, behind a month, counts what follows: in June 31 people.
func counts(v view, month, i, day int) bool {
	if !v.has(i + 1) {
		return false
	}
	next := v.Tokens[i+1]
	switch {
	case next.Kind == lint.Punct:
		return next.Start == v.Tokens[i].End && !isStop(v, i+1)
	case next.Kind == lint.Symbol, next.Kind == lint.Number:
		return true
	case next.Kind != lint.Word:
		return false
	}
	f := lexicon.FunctionOf(v.fold(i + 1))
	if units[v.fold(i+1)] || v.fold(i+1) == "of" {
		return true
	}
	if day <= 31 {
		return inMonth(v, month) && f&^lexicon.Auxiliary == 0
	}
	return next.Case != lint.Lower || f&(lexicon.Preposition|lexicon.Conjunction) == 0
}

// inMonth reports whether the month stands behind a word that puts months, not days, in front of a clause.
func inMonth(v view, month int) bool {
	switch v.fold(month - 1) {
	case "in", "during", "of", "since", "last", "this", "early", "late", "mid", "by", "until", "till":
		return true
	}
	return v.IsSentenceStart(month)
}

func isStop(v view, i int) bool {
	return isMark(v, i, ',') || isMark(v, i, '.') || isMark(v, i, ';') || isMark(v, i, ':') || isMark(v, i, '?') || isMark(v, i, '!')
}

// units are the words behind a figure that is no day.
var units = map[string]bool{
	"percent": true, "per": true, "km": true, "kg": true, "kilometres": true, "kilometers": true, "miles": true, "people": true, "persons": true, "million": true,
	"billion": true, "thousand": true, "hundred": true, "degrees": true, "minutes": true, "hours": true, "days": true, "weeks": true, "years": true, "points": true,
}

func reportImpossible(p *lint.Pass, r lint.Range, month, year int) {
	message := fmt.Sprintf("%s has %d days", lexicon.MonthNames[month-1], daysIn(month, year))
	if month == 2 && year != 0 {
		message = fmt.Sprintf("February %d has %d days", year, daysIn(month, year))
	}
	p.Report(lint.Diagnostic{Span: p.Span(r), Message: message})
}
