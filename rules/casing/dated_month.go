package casing

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// findDatedMonths reports the months that are verbs as well where the words beside them make them dates: on may 9, from may to
// June.
func findDatedMonths(p *lint.Pass) {
	for _, key := range datedMonths {
		for _, k := range p.Places(p.Find(key)) {
			i := int(k)
			if p.Tokens[i].Case != lint.Lower || i == 0 || p.Glued(i) || p.Tokens[p.SentenceOf(i).From].Case == lint.Lower {
				continue
			}
			if isDatedMonth(p.Document, i) {
				reportLowerProper(p, i)
			}
		}
	}
}

// isDatedMonth reports whether may or march at token i is a month.
func isDatedMonth(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	if i < s.From+2 {
		return false
	}
	return i+1 < s.To && isBeforeDate(d, i) || isBehindDay(d, s, i) || isInSpan(d, s, i) || isPartOfMonth(d, i)
}

// isBeforeDate reports whether the month at i stands between a preposition and a day or a year: on may 9, in march 2020, 28
// may 1118.
func isBeforeDate(d *lint.Document, i int) bool {
	if d.Tokens[i+1].Kind != lint.Number || d.Glued(i+1) {
		return false
	}
	if len(d.TokenText(i+1)) < 3 {
		return beforeDates[d.Fold(i-1)]
	}
	if !isCalendarYear(d, i+1) || d.Fold(i-1) == "to" && d.Fold(i) == "march" {
		return false // to march 2000 metres
	}
	return beforeMonths[d.Fold(i-1)] || isDay(d, i-1)
}

// isBehindDay reports whether the month at i stands behind the day of a date and before a mark: on 26 may, it rained.
func isBehindDay(d *lint.Document, s lint.Range, i int) bool {
	return isDay(d, i-1) && beforeDates[d.Fold(i-2)] && (i+1 == s.To || d.Tokens[i+1].Kind == lint.Punct && d.Glued(i+1))
}

// isInSpan reports whether another month stands before or behind the one at i in a span of time: from may to June, from
// February to may.
func isInSpan(d *lint.Document, s lint.Range, i int) bool {
	if spans[d.Fold(i-1)] && isMonthName(d, i-2) {
		return true
	}
	opens := d.Fold(i-1) == "from" || d.Fold(i-1) == "between"
	return opens && i+2 < s.To && spans[d.Fold(i+1)] && isMonthName(d, i+2)
}

// isPartOfMonth reports whether a part of the month at i is spoken of, or its year: the beginning of may, in may last year.
func isPartOfMonth(d *lint.Document, i int) bool {
	switch d.Fold(i - 1) {
	case "of":
		return monthParts[d.Fold(i-2)]
	case "in":
		return i+1 < len(d.Tokens) && (d.Fold(i+1) == "last" || d.Fold(i+1) == "this" || d.Fold(i+1) == "next")
	}
	return false
}

// isMonthName reports whether token i is a month with its capital.
func isMonthName(d *lint.Document, i int) bool {
	_, month := lexicon.Month(d.Fold(i))
	return month && d.Tokens[i].Case == lint.Title
}

// isDay reports whether token i is a number that a day of a month has.
func isDay(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return d.Tokens[i].Kind == lint.Number && len(text) <= 2 && (len(text) == 1 || text <= "31")
}

// isCalendarYear reports whether token i is a year of four figures.
func isCalendarYear(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return len(text) == len("2020") && text >= "1000" && text <= "2100"
}

var (
	// datedMonths are the months that are verbs as well, beforeDates the prepositions of a date and beforeMonths those of a
	// month.
	datedMonths  = lint.Keys("may march")
	beforeDates  = lint.WordSet("on since until till before after from")
	beforeMonths = lint.WordSet("in since until till before after from by of to late early during between")

	// spans holds what stands between the ends of a span of time, monthParts the parts of a month.
	spans      = lint.WordSet("to until till through and")
	monthParts = lint.WordSet("beginning end middle start month days weeks half")
)
