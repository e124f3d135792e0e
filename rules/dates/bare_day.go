package dates

import (
	"fmt"

	"mtlint/lint"
)

// BareDay reports a day of the month without its month behind a day of the week: on Friday evening, 22, on Tuesday (14),
// on Thursday day 12.
//
// Portuguese and Spanish news add the bare day to the day of the week (nesta sexta-feira, 22), Indonesian ones the day
// and the month in figures (Selasa (19/11)). In English a figure there reads as an age, a count or a time. An hour (on
// Friday, 10 a.m.), a count (on Friday, 22 people; 22 on Friday (22) and 9 on Saturday (9)), odds (Sunday (5/4)), a day
// of a match or a war (on Sunday, day 4) and the day with its ordinal ending (Friday the 22nd) are right.
//
// The fix drops the figure and is unsafe: the date may be wanted.
//
// bad: The president said on Friday evening, 22, that the video held no proof.
// bad: The vote was put off on Tuesday (14) by the chair.
// bad: The mayor said on Tuesday (19/11) that the fair opens on Thursday day 12.
// good: The president said on Friday evening that 22 videos held no proof.
// good: On Friday, 22 members voted.
//
// Measured on machine-translated news: 0 hits per 10,000 words (none of it from Portuguese), on clean English news 0; on
// machine-translated web articles 2, both right. The level is provisional.
var BareDay = &lint.Rule{
	Name:     "dates/bare-day",
	Severity: lint.Warning,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		all := weekdays.Of(p.Document)
		for k, w := range all {
			v := view{p.Document, w.block}
			if !beforeWeekday[v.fold(w.token-1)] {
				continue
			}
			at := w.token + 1
			if dayParts[v.fold(at)] {
				at++
			}
			if to := figuresEnd(v, at); to > at {
				reportFiguresBehind(p, w.token, at, to)
			} else if day, ok := bareDayAt(v, at); ok && !countsDays(v, all, k, day) {
				span := lint.Span{Start: int(p.Tokens[at-1].End), End: int(p.Tokens[at+1].End)}
				if isMark(v, at+2, ')') {
					span.End = int(p.Tokens[at+2].End)
				}
				p.Report(lint.Diagnostic{
					Span:    lint.Span{Start: int(p.Tokens[w.token].Start), End: span.End},
					Message: fmt.Sprintf("day %d without its month behind ‘%s’", day, p.TokenText(w.token)),
					Fixes:   []lint.Fix{lint.Replace("drop the figure", lint.Unsafe, span, "")},
				})
			}
		}
	},
}

// figuresEnd returns the token behind “day 12” or “(19/11)” at token i, or i.
func figuresEnd(v view, i int) int {
	const longestMatch = 5 // days
	word := i
	if isMark(v, i, ',') {
		word++
	}
	if day, ok := dayAt(v, word+1); ok && v.fold(word) == "day" && v.caseOf(word) == lint.Lower {
		if isContentWord(v, word+2) || v.fold(word+2) == "of" || word > i && day <= longestMatch {
			return i
		}
		return word + 2
	}
	if isMark(v, i, '(') && isMark(v, i+2, '/') && isMark(v, i+4, ')') && v.Glued(i+2) && v.Glued(i+3) && isDayAndMonth(v, i+1, i+3) {
		return i + 5
	}
	return i
}

// isDayAndMonth reports whether the figures at the two tokens are a day and a month: no odds (7/2), and not the name
// 9/11.
func isDayAndMonth(v view, day, month int) bool {
	d, ok := dayAt(v, day)
	m, alsoOK := dayAt(v, month)
	if !ok || !alsoOK || m > 12 || d == 9 && m == 11 {
		return false
	}
	s := v.SentenceOf(day)
	for i := s.From; i < s.To; i++ {
		if w := v.Fold(i); w == "odds" || w == "bet" || w == "bets" {
			return false
		}
	}
	return true
}

// countsDays reports whether a day of the week beside the k-th one has a figure in brackets, too, which does not lie as
// many days off: on Tuesday (22) more than on Monday (19).
func countsDays(v view, all []weekday, k, day int) bool {
	for _, n := range []int{k - 1, k + 1} {
		if n < 0 || n >= len(all) || all[n].block != all[k].block || !isMark(v, all[n].token+1, '(') {
			continue
		}
		if other, ok := bareDayAt(v, all[n].token+1); ok {
			if (all[k].number-all[n].number-day+other)%7 != 0 {
				return true
			}
		}
	}
	return false
}

// reportFiguresBehind reports the figures between the tokens at and to behind the day of the week.
func reportFiguresBehind(p *lint.Pass, weekday, at, to int) {
	span := lint.Span{Start: int(p.Tokens[at-1].End), End: int(p.Tokens[to-1].End)}
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: int(p.Tokens[weekday].Start), End: span.End},
		Message: fmt.Sprintf("‘%s’ behind ‘%s’ is a date in the figures of another language", p.Slice(p.Span(lint.Range{From: at, To: to})), p.TokenText(weekday)),
		Fixes:   []lint.Fix{lint.Replace("drop the figures", lint.Unsafe, span, "")},
	})
}

// bareDayAt reads the day behind the mark at token i: (22) or , 22 before a comma.
func bareDayAt(v view, i int) (int, bool) {
	day, ordinal, ok := numberAt(v, i+1)
	if !ok || ordinal || day < 1 || day > 31 || len(v.TokenText(i+1)) > 2 {
		return 0, false
	}
	if isMark(v, i, '(') {
		return day, isMark(v, i+2, ')')
	}
	if _, month := monthAt(v, i+3); month || v.has(i+3) && v.Tokens[i+3].Kind == lint.Number {
		return 0, false // Friday, 22, May; Friday, 7, 8 and 9 year-olds
	}
	return day, isMark(v, i, ',') && isMark(v, i+2, ',') && !v.Glued(i+3)
}

// beforeWeekday holds the words that a day of the week, but no name, stands behind.
var beforeWeekday = map[string]bool{
	"on": true, "this": true, "last": true, "next": true, "since": true, "until": true, "from": true, "for": true,
}
