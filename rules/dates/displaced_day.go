package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DisplacedDay reports a day torn off its month: 15 After July, in October at 29, at 7 in April, on 90 October 29.
//
// Turkish puts the day first and the preposition last (15 Temmuz’dan sonra); the engine leaves the figure where it stood
// and begins the sentence behind it, or gives the day a preposition of its own. English keeps day and month together.
// Scores and ages (at 7 in April he could read) and the counts of a new sentence are the reason for the narrow forms
// here.
//
// The fix puts the day beside its month and is unsafe.
//
// bad: 15 After July, the ministry opened more works.
// bad: The station was opened in October at 29.
// good: After July 15, the ministry opened more works.
// good: In October, at 29, she left the club.
//
// Measured on machine-translated news: 0 hits per 10,000 words (none of it from Turkish), on clean English news and in
// other English 0; on machine-translated web articles 5, of which 4 read, 4 right.
var DisplacedDay = &lint.Rule{
	Name:     "dates/displaced-day",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar/Word order",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			if !dayBehind(p, v, m) && !dayBefore(p, v, m) {
				twoDays(p, v, m)
			}
		}
		strandedDay(p)
	},
}

// dayBehind reports in October at 29. With a person before it, who may be of that age, it is left alone.
func dayBehind(p *lint.Pass, v view, m month) bool {
	i := m.token
	day, ok := plainDay(v, i+2)
	if !ok || v.fold(i-1) != "in" || v.fold(i+1) != "at" && v.fold(i+1) != "on" || v.has(i+3) && !isStop(v, i+3) {
		return false
	}
	if v.fold(i+1) == "at" && mayBeAge(v, i-1) {
		return false // a father in June at 31
	}
	if v.has(i+4) && v.Glued(i+4) && v.Tokens[i+4].Kind == lint.Number {
		return false // at 10:30
	}
	reportDisplaced(p, lint.Range{From: i - 1, To: i + 3}, date{month: m.number, day: day}, "on ")
	return true
}

// dayBefore reports at 7 in April and on 29 in October.
func dayBefore(p *lint.Pass, v view, m month) bool {
	i := m.token
	day, ok := plainDay(v, i-2)
	if !ok || v.fold(i-1) != "in" || v.fold(i-3) != "at" && v.fold(i-3) != "on" || v.has(i+1) && !isStop(v, i+1) {
		return false
	}
	if v.IsSentenceStart(i-3) || v.fold(i-3) == "at" && mayBeAge(v, i-3) {
		return false // stood at 9 in October
	}
	reportDisplaced(p, lint.Range{From: i - 3, To: i + 1}, date{month: m.number, day: day}, "on ")
	return true
}

// mayBeAge reports whether a number behind "at", before token i, may be an age or a level: a verb or a noun of persons
// stands before.
func mayBeAge(v view, i int) bool {
	word := v.fold(i - 1)
	return levelVerbs[word] || word != "" && lexicon.FunctionAt(v.Document, i-1)&lexicon.Auxiliary != 0 && word != "be"
}

// levelVerbs holds what stands, or is done by people, at a number.
var levelVerbs = lint.WordSet("stood stands stand stayed stays remained remains peaked married died father mother widow champion captain inflation unemployment priced valued")

// twoDays reports on 90 October 29, a figure before a date that is whole without it.
func twoDays(p *lint.Pass, v view, m month) {
	i := m.token
	n, ordinal, ok := numberAt(v, i-1)
	day, next := plainDay(v, i+1)
	if !ok || !next || ordinal || n > 99 || v.fold(i-2) != "on" || v.has(i+2) && v.Tokens[i+2].Kind == lint.Number {
		return
	}
	if v.has(i+3) && v.Glued(i+2) && v.Glued(i+3) && v.Tokens[i+3].Kind == lint.Number {
		return // on 5 October 10:30
	}
	if n <= 31 && !(v.has(i+2) && isStop(v, i+2)) {
		return // on 5 October 12 people
	}
	when := date{month: m.number, day: day}
	r := lint.Range{From: i - 2, To: i + 2}
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: fmt.Sprintf("‘%d’ stands before a date that is whole without it", n),
		Fixes:   []lint.Fix{lint.Replace("drop the figure", lint.Unsafe, p.Span(r), p.TokenText(i-2)+" "+when.in(monthFirst))},
	})
}

// strandedDay reports a day that stands alone before the capital of its sentence: 15 After July, 29 On Monday.
func strandedDay(p *lint.Pass) {
	for _, s := range p.Sentences {
		if s.To-s.From < 4 || p.Tokens[s.From].Kind != lint.Number || p.Tokens[s.From+1].Case != lint.Title {
			continue
		}
		v := view{p.Document, s}
		day, ok := plainDay(v, s.From)
		if !ok || v.Glued(s.From+1) {
			continue
		}
		switch word := v.fold(s.From + 1); {
		case leadingWords[word]:
			reportStranded(p, v, s.From, day)
		case lexicon.FunctionOf(word)&lexicon.Pronoun != 0:
			reportLikeMonth(p, v, s.From, day)
		}
	}
}

// reportLikeMonth reports 15 We saw a day like July: the day at token i, its month without a day of its own.
func reportLikeMonth(p *lint.Pass, v view, i, day int) {
	for k := i + 3; k < i+9; k++ {
		number, ok := monthAt(v, k)
		if _, own := dayAt(v, k+1); !ok || own || v.fold(k-1) != "like" {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    p.Span(lint.Range{From: i, To: k + 1}),
			Message: fmt.Sprintf("day ‘%d’ torn off ‘%s’", day, lexicon.MonthNames[number-1]),
		})
		return
	}
}

// leadingWords holds prepositions that begin a sentence about a day.
var leadingWords = map[string]bool{
	"after": true, "before": true, "until": true, "since": true, "on": true, "in": true, "by": true, "from": true, "during": true,
}

// reportStranded reports the day at token i, which opens its sentence.
func reportStranded(p *lint.Pass, v view, i, day int) {
	for k := i + 2; k <= i+3; k++ {
		number, isMonth := monthAt(v, k)
		_, weekday := lexicon.Weekday(v.fold(k))
		if weekday {
			p.Report(lint.Diagnostic{Span: p.Span(lint.Range{From: i, To: k + 1}), Message: fmt.Sprintf("‘%d’ is torn off its place before ‘%s’", day, p.TokenText(i+1))})
			return
		}
		if !isMonth {
			continue
		}
		if _, own := dayAt(v, k+1); own {
			return // 15 After July 3
		}
		if _, year := yearAt(v, k+1); year && v.fold(i+1) != "after" && v.fold(i+1) != "before" {
			return // 15 In July 2020 reads as a list
		}
		when := date{month: number, day: day}
		r := lint.Range{From: i, To: k + 1}
		c := goodDates.Of(p.Document)
		word := p.TokenText(i + 1)
		if word == "In" {
			word = "On"
		}
		p.Report(lint.Diagnostic{
			Span:    p.Span(r),
			Message: fmt.Sprintf("day ‘%d’ torn off ‘%s’", day, p.TokenText(k)),
			Fixes:   []lint.Fix{lint.Replace("put the day beside its month", lint.Unsafe, p.Span(r), word+" "+when.in(c.style))},
		})
		return
	}
}

// plainDay returns the day of the month that token i is, as figures alone.
func plainDay(v view, i int) (int, bool) {
	n, ordinal, ok := numberAt(v, i)
	return n, ok && !ordinal && n >= 1 && n <= 31 && v.Tokens[i].Len() <= 2
}

// reportDisplaced reports the tokens of r, which are a date whose day stands apart from its month.
func reportDisplaced(p *lint.Pass, r lint.Range, when date, before string) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: fmt.Sprintf("day ‘%d’ apart from ‘%s’", when.day, lexicon.MonthNames[when.month-1]),
		Fixes:   []lint.Fix{lint.Replace("put the day beside its month", lint.Unsafe, p.Span(r), before+when.in(goodDates.Of(p.Document).style))},
	})
}
