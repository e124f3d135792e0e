package dates

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// month is a token that names a month.
type month struct {
	token  int
	number int        // 1 to 12
	block  lint.Range // that it stands in
}

// view is a document of which one block is looked at: a date never goes on in the next paragraph.
type view struct {
	*lint.Document
	block lint.Range
}

// has reports whether token i is in the block.
func (v view) has(i int) bool { return i >= v.block.From && i < v.block.To }

// monthNames is where the months of a document are named.
type monthNames struct {
	english   []month // capitalised
	levantine []month // capitalised; the number is 0 where an ordinal must tell
}

// months are the month names of a document, in the order of the text.
var months = lint.NewFact("months", func(d *lint.Document) monthNames {
	var out monthNames
	for _, n := range names.Of(d) {
		switch m := (month{n.token, n.month.number, n.block}); n.month.kind {
		case noMonth:
		case english:
			out.english = append(out.english, m)
		default:
			out.levantine = append(out.levantine, m)
		}
	}
	return out
})

// date is a day of a year.
type date struct{ month, day, year int }

// style is how a document writes dates.
type style uint8

const (
	monthFirst style = iota // July 26, 2021
	monthFirstBare
	dayFirst
)

// calendar is how a document writes its dates.
type calendar struct {
	style style              // of most dates
	known bool               // some date shows the style
	spans map[date]lint.Span // the first mention of each whole date
}

// goodDates is the whole dates of a document and the style that most of its dates are in.
var goodDates = lint.NewFact("dates", func(d *lint.Document) *calendar {
	c := &calendar{spans: make(map[date]lint.Span)}
	var counts [3]int
	for _, m := range months.Of(d).english {
		v := view{d, m.block}
		when, s, r, ok := wholeDate(v, m)
		if ok {
			counts[s]++
			if _, seen := c.spans[when]; !seen {
				c.spans[when] = d.Span(r)
			}
			continue
		}
		_, before := dayAt(v, m.token-1)
		_, behind := dayAt(v, m.token+1)
		switch {
		case isMark(v, m.token-1, '/') || isMark(v, m.token+1, '/') || before == behind:
		case before:
			counts[dayFirst]++
		default:
			counts[monthFirst]++
		}
	}
	for s, n := range counts {
		if n > counts[c.style] {
			c.style = style(s)
		}
		c.known = c.known || n > 0
	}
	return c
})

// wholeDate reads the date of day, month and year that the month is part of.
func wholeDate(v view, m month) (date, style, lint.Range, bool) {
	i := m.token
	if day, ok := dayAt(v, i+1); ok {
		if year, ok := yearAt(v, i+2); ok {
			return date{m.number, day, year}, monthFirstBare, lint.Range{From: i, To: i + 3}, true
		}
		if year, ok := yearAt(v, i+3); ok && isMark(v, i+2, ',') {
			return date{m.number, day, year}, monthFirst, lint.Range{From: i, To: i + 4}, true
		}
	}
	if day, ok := dayAt(v, i-1); ok {
		if year, ok := yearAt(v, i+1); ok {
			return date{m.number, day, year}, dayFirst, lint.Range{From: i - 1, To: i + 2}, true
		}
	}
	return date{}, 0, lint.Range{}, false
}

// fixes returns the ways to put a whole date in place of a span, best first: as the document has it elsewhere, in the
// style of its dates, in the other order. Where no date shows the style, it is the one given.
func (c *calendar) fixes(d *lint.Document, when date, span lint.Span, safety lint.Safety, fallback style) []lint.Fix {
	s := c.style
	if !c.known {
		s = fallback
	}
	other := dayFirst
	if s == dayFirst {
		other = monthFirst
	}
	text, title := when.in(s), "write it as a plain date"
	if at, ok := c.spans[when]; ok {
		text, title = d.Slice(at), "write the date as elsewhere in the text"
	}
	fixes := []lint.Fix{lint.Replace(title, safety, span, text)}
	if turned := when.in(other); turned != text {
		fixes = append(fixes, lint.Replace("write it as ‘"+turned+"’", lint.Unsafe, span, turned))
	}
	return fixes
}

// in writes the date in a style; day or year may be 0, not both.
func (when date) in(s style) string {
	name := lexicon.MonthNames[when.month-1]
	switch {
	case when.day == 0:
		return fmt.Sprintf("%s %d", name, when.year)
	case when.year == 0 && s == dayFirst:
		return fmt.Sprintf("%d %s", when.day, name)
	case when.year == 0:
		return fmt.Sprintf("%s %d", name, when.day)
	case s == dayFirst:
		return fmt.Sprintf("%d %s %d", when.day, name, when.year)
	case s == monthFirstBare:
		return fmt.Sprintf("%s %d %d", name, when.day, when.year)
	}
	return fmt.Sprintf("%s %d, %d", name, when.day, when.year)
}

// dayAt returns the day of the month that token i is: 1 to 31, an ordinal ending allowed.
func dayAt(v view, i int) (int, bool) {
	n, _, ok := numberAt(v, i)
	return n, ok && n >= 1 && n <= 31
}

// yearAt returns the year that token i is, in any calendar that news dates are given in.
func yearAt(v view, i int) (int, bool) {
	if !v.has(i) || v.Tokens[i].Len() != 4 {
		return 0, false
	}
	n, ordinal, ok := numberAt(v, i)
	return n, ok && !ordinal && n >= 1300 && n <= 2200
}

// numberAt returns the whole number of at most four digits that token i is, and whether it has an ordinal ending.
func numberAt(v view, i int) (n int, ordinal, ok bool) {
	if !v.has(i) || v.Tokens[i].Kind != lint.Number {
		return 0, false, false
	}
	text := v.TokenText(i)
	k := 0
	for k < len(text) && k < 5 && text[k] >= '0' && text[k] <= '9' {
		n = n*10 + int(text[k]-'0')
		k++
	}
	switch text[k:] {
	case "":
		return n, false, k > 0 && k < 5
	case "st", "nd", "rd", "th":
		return n, true, k > 0 && k < 5
	}
	return 0, false, false
}

// isMark reports whether token i is the given mark.
func isMark(v view, i int, mark byte) bool {
	return v.has(i) && v.Tokens[i].Len() == 1 && v.Text[v.Tokens[i].Start] == mark
}

// isTitle reports whether token i is a word that begins with a capital letter.
func isTitle(v view, i int) bool {
	return v.has(i) && (v.Tokens[i].Case == lint.Title || v.Tokens[i].Case == lint.Upper || v.Tokens[i].Case == lint.Mixed)
}

// fold returns the folded form of token i, or "" when it is no word of the block.
func (v view) fold(i int) string {
	if !v.has(i) {
		return ""
	}
	return v.Fold(i)
}

// caseOf returns how token i is cased; of a place outside the block NoCase.
func (v view) caseOf(i int) lint.Case {
	if !v.has(i) {
		return lint.NoCase
	}
	return v.Tokens[i].Case
}

// monthAt returns the number of the English month, capitalised, that token i names.
func monthAt(v view, i int) (int, bool) {
	w := monthWordOf(v.fold(i))
	return w.number, w.kind == english && isTitle(v, i)
}

// smallNumber returns the number of one or two figures that s is, or -1.
func smallNumber(s string) int {
	if len(s) == 0 || len(s) > 2 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// isContentWord reports whether token i is a word in lower case of no closed class, which a figure before it may count.
func isContentWord(v view, i int) bool {
	return v.caseOf(i) == lint.Lower && lexicon.FunctionOf(v.fold(i)) == 0
}
