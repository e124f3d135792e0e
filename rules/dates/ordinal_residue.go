package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// OrdinalResidue reports a date in which the ordinal of an Arabic month name is left: December 31. First 2021.
//
// Arabic media print both names of the month, the Gregorian one and the Levantine one, of which four are told apart by
// an ordinal alone. The engine translates the first name and leaves the numeral of the second, or writes the Levantine
// name in Latin letters. The date without the rest is right; the same date is often well written elsewhere in the
// article. Titles (October First Secretary), counts (the First December since 1990) and a new sentence behind the day
// are right.
//
// The fix is safe when day, month and year are given and the ordinal is the one of that month, else unsafe.
//
// bad: The mandate of the mission ends on December 31. First 2021.
// bad: The airport was opened on 17 Tishrin al-Awwal 1982.
// bad: The crowd left the square on the 17th of Tishreen the First.
// good: The mandate of the mission ends on December 31. First, the parliament must agree.
// good: It was the coldest First of December since 1990.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words, none from the Levantine press), on
// clean English 0 (300,000 words). It is an error where day, month and year are given. No natural hit but those of the
// seed article could be read, so the level is provisional: it rests on the absence of false alarms and on dates broken on
// purpose.
var OrdinalResidue = &lint.Rule{
	Name:     "dates/ordinal-residue",
	Severity: lint.Error,
	MQM:      "Locale convention/Date format",
	Run: func(p *lint.Pass) {
		done := 0 // first token not yet part of a finding
		for _, m := range months.Of(p.Document).english {
			if m.token < done {
				continue
			}
			r, ok := residueAt(view{p.Document, m.block}, m)
			if !ok {
				r, ok = residueBefore(view{p.Document, m.block}, m)
			}
			if ok {
				done = r.To
				reportResidue(p, view{p.Document, m.block}, r)
			}
		}
		transliterated(p)
	},
}

// residue is a date with an ordinal left in it.
type residue struct {
	lint.Range
	date           // day and year are 0 where they are not given
	style   style  // the order in which day and month stand
	left    string // the words that are left over
	ordinal int    // token of the ordinal
	mark    byte   // what parts it from the date before: . , / or 0
	sure    bool   // it is the ordinal that the month leaves
}

// residueAt reads the broken date that the month is part of. It may run over the end of a sentence, as the full stop
// before the ordinal is none, but not over the end of its block.
func residueAt(v view, m month) (residue, bool) {
	r := residue{Range: lint.Range{From: m.token, To: m.token + 1}, date: date{month: m.number}}
	if day, ok := dayAt(v, r.To); ok {
		r.day = day
		r.To++
	} else if day, ok := dayAt(v, m.token-1); ok {
		r.day, r.style = day, dayFirst
		r.From--
	}
	for _, mark := range []byte("./,") {
		if isMark(v, r.To, mark) {
			r.mark = mark
			r.To++
			break
		}
	}
	if !v.has(r.To) {
		return r, false
	}
	ordinal := ordinalAt(v, r.To)
	if ordinal == 0 {
		return r, false
	}
	r.ordinal, r.left, r.sure = r.To, v.TokenText(r.To), ordinal == ordinalOf[m.number]
	r.To++
	r.readRest(v)
	return r, r.isBroken(v)
}

// residueBefore reads a broken date whose ordinal stands before the month: Second November 1950. The year right behind
// the month tells it from the First December Movement, and its capital from the second November in a row.
func residueBefore(v view, m month) (residue, bool) {
	i := m.token - 1
	r := residue{Range: lint.Range{From: i, To: m.token + 1}, date: date{month: m.number}, ordinal: i, style: dayFirst}
	if !isTitle(v, i) || !v.has(i-1) || v.Tokens[i-1].Kind == lint.Punct || v.Tokens[i].Len() < 3 {
		return r, false
	}
	if ordinal := ordinalAt(v, i); ordinal == 0 || ordinal != ordinalOf[m.number] {
		return r, false
	}
	r.left, r.sure = v.TokenText(i), true
	if day, ok := dayAt(v, i-1); ok {
		r.day = day
		r.From--
	}
	year, ok := yearAt(v, r.To)
	r.year = year
	r.To++
	return r, ok
}

// readRest reads the day and the year behind the ordinal: December/First 7, 2021.
func (r *residue) readRest(v view) {
	if day, ok := dayAt(v, r.To); ok && r.mark == '/' && r.day == 0 {
		r.day = day
		r.To++
	}
	at := r.To
	if isMark(v, at, ',') {
		at++
	}
	if year, ok := yearAt(v, at); ok {
		r.year = year
		r.To = at + 1
	}
}

// isBroken reports whether this is a broken date and not a good one before words that begin with First: the year right
// behind tells.
func (r *residue) isBroken(v view) bool {
	t := v.Tokens[r.ordinal]
	title, word := t.Case != lint.Lower, t.Len() > 2
	switch {
	case r.mark == '/':
		return title || r.sure
	case r.year != 0 && r.day != 0:
		return title || r.mark == 0
	case r.year != 0:
		return title && word && r.sure && !r.leadsNoun(v)
	}
	return r.day != 0 && title && word && r.sure && (!v.has(r.To) || isMark(v, r.To, '.') || isMark(v, r.To, ')'))
}

// leadsNoun reports whether a full stop stands before the ordinal and a noun behind the year: First 2021 results.
func (r *residue) leadsNoun(v view) bool {
	return r.mark == '.' && v.has(r.To) && v.Tokens[r.To].Case == lint.Lower && lexicon.FunctionOf(v.fold(r.To)) == 0
}

// ordinalAt returns 1 or 2 when token i is First, Second or the numeral of one.
func ordinalAt(v view, i int) int {
	switch t := v.Tokens[i]; {
	case t.Kind != lint.Word:
		return 0
	case t.Len() > 2:
		switch v.fold(i) {
		case "first":
			return 1
		case "second":
			return 2
		}
	case v.TokenText(i) == "I":
		return 1
	case v.TokenText(i) == "II":
		return 2
	}
	return 0
}

func reportResidue(p *lint.Pass, v view, r residue) {
	diagnostic := lint.Diagnostic{
		Span:    p.Span(r.Range),
		Message: fmt.Sprintf("‘%s’ is left of the Arabic month name beside %s", r.left, lexicon.MonthNames[r.month-1]),
	}
	safety := lint.Safe
	if r.day == 0 || r.year == 0 || !r.sure || r.leadsNoun(v) {
		diagnostic.Severity, safety = lint.Warning, lint.Unsafe
	}
	c := goodDates.Of(p.Document)
	if r.day == 0 && r.year == 0 {
		diagnostic.Fixes = []lint.Fix{lint.Replace("write the month alone", safety, diagnostic.Span, lexicon.MonthNames[r.month-1])}
	} else {
		diagnostic.Fixes = c.fixes(p.Document, r.date, diagnostic.Span, safety, r.style)
	}
	if s, ok := c.spans[r.date]; ok {
		diagnostic.Related = []lint.Related{{Span: s, Message: "the same date is written here"}}
	}
	p.Report(diagnostic)
}

// transliterated reports Levantine month names in Latin letters: between a day and a year, or with their ordinal beside
// a day or a year.
func transliterated(p *lint.Pass) {
	for _, m := range months.Of(p.Document).levantine {
		i, v := m.token, view{p.Document, m.block}
		w, to := levantineAt(v, i)
		if isMark(v, i-1, '/') || isMark(v, i-1, '(') {
			continue // dates/double-month
		}
		r := residue{Range: lint.Range{From: i, To: to}, date: date{month: w.number}, left: p.Slice(p.Span(lint.Range{From: i, To: to}))}
		if day, from := dayBeforeMonth(v, i); day != 0 {
			r.day, r.style, r.From = day, dayFirst, from
		}
		if year, ok := yearAt(v, to); ok && year >= 1800 {
			r.year = year
			r.To++
		}
		whole := r.day != 0 && r.year != 0 && w.kind != homograph
		if whole || to > i+1 && (r.day != 0 || r.year != 0 || v.fold(i-1) == "of" && dayOrdinals[v.fold(i-2)]) {
			reportTransliterated(p, r)
		}
	}
}

// dayBeforeMonth returns the day before the month at token i, and where it begins: 3 November, the 3rd of November. The day is 0
// where none stands there.
func dayBeforeMonth(v view, i int) (day, from int) {
	if day, ok := dayAt(v, i-1); ok {
		return day, i - 1
	}
	if day, ok := dayAt(v, i-2); ok && v.fold(i-1) == "of" {
		if v.fold(i-3) == "the" {
			return day, i - 3
		}
		return day, i - 2
	}
	return 0, i
}

func reportTransliterated(p *lint.Pass, r residue) {
	diagnostic := lint.Diagnostic{
		Span:     p.Span(r.Range),
		Severity: lint.Warning,
		Message:  fmt.Sprintf("‘%s’ is an Arabic month name", r.left),
	}
	if r.month != 0 {
		diagnostic.Message += fmt.Sprintf(" for %s", lexicon.MonthNames[r.month-1])
		if r.day == 0 && r.year == 0 {
			diagnostic.Fixes = []lint.Fix{lint.Replace("write the month alone", lint.Unsafe, diagnostic.Span, lexicon.MonthNames[r.month-1])}
			p.Report(diagnostic)
			return
		}
		diagnostic.Fixes = goodDates.Of(p.Document).fixes(p.Document, r.date, diagnostic.Span, lint.Unsafe, r.style)
	}
	p.Report(diagnostic)
}
