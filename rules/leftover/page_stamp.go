package leftover

import (
	"strings"

	"mtlint/lint"
)

// isTimestamp reports whether the text is a date and a time to the second, as programs write it: 5/22/2019, 5:18:23 PM.
func isTimestamp(s string) bool {
	const shortest, longest = 16, 30
	if len(s) < shortest || len(s) > longest || strings.Count(s, ":") != 2 || strings.Trim(s, "0123456789-/., :TZAPM+") != "" {
		return false
	}
	date, clock, ok := strings.Cut(s, ":")
	return ok && strings.ContainsAny(date, "-/.") && len(strings.Trim(clock, " ,:APMZ+")) >= len("18:23")
}

// isStampOfPage reports whether a program wrote the date and time that block n is, and not an author: what a colon leads to is
// of the text, and so is a date as ISO 8601 has it but at its edges, there the first of its kind.
func isStampOfPage(d *lint.Document, n int, first bool) bool {
	if n == 0 {
		return true
	}
	b := d.Blocks[n].Range
	return !isMark(d, b.From-1, ":") && (!isISODate(d.Slice(d.Span(b))) || isLast(d, n) && first)
}

// isISODate reports whether the text begins with a date as ISO 8601 has it and a space, which sites put under their headlines
// as well.
func isISODate(s string) bool {
	return len(s) > len("2006-01-02") && s[4] == '-' && s[7] == '-' && s[10] == ' '
}

// isLast reports whether block n is among the last ones of a text that has some more.
func isLast(d *lint.Document, n int) bool {
	const few, head = 2, 4
	return n >= head && n >= len(d.Blocks)-few
}

// leadStamp returns the index behind the date with stops and the time to the minute that a paragraph begins with, where a
// sentence follows: 14. 06. 2022 21:40 We met him; or 0.
func leadStamp(d *lint.Document, b lint.Block) int {
	const shortest = 6 // tokens of the sentence
	if b.Kind != lint.Paragraph && b.Kind != lint.ListItem || d.Tokens[b.From].Kind != lint.Number {
		return 0
	}
	i := afterDate(d, b.Range)
	if i == 0 || i+3+shortest > b.To || !isClock(d, i) {
		return 0
	}
	if next := &d.Tokens[i+3]; next.Case < lint.Title && next.Kind != lint.Quote && !isByte(d, i+3, '|') {
		return 0
	}
	return i + 3
}

// afterDate returns the index behind the date with stops that the tokens begin with, its year in four figures, or 0: 14. 06.
// 2022.
func afterDate(d *lint.Document, r lint.Range) int {
	i, stops := r.From, strings.Count(d.TokenText(r.From), ".")
	for i++; i < r.To && stops < 2 && (d.Tokens[i].Kind == lint.Number || isByte(d, i, '.')); i++ {
		stops += strings.Count(d.TokenText(i), ".")
	}
	if stops == 2 && i < r.To && d.Tokens[i].Kind == lint.Number && isByte(d, i-1, '.') {
		i++ // the year
	}
	year := d.TokenText(i - 1)
	if stops != 2 || len(year) < 4 || strings.Trim(year[len(year)-4:], "0123456789") != "" {
		return 0
	}
	return i
}

// isPostStub reports whether the text is what a program for weblogs writes under a headline, the name of the author lost or the
// account of one: 2022-06-11 0 By, June 11, 2022 0 By admin.
func isPostStub(s string) bool {
	const shortest, longest, fields = 12, 34, 7
	if len(s) < shortest || len(s) > longest || !strings.Contains(s, " By") {
		return false
	}
	f := strings.Fields(s)
	by := len(f) - 1
	if f[by] != "By" {
		by--
	}
	return by > 1 && len(f) < fields && f[by] == "By" && len(f[by-1]) < 4 && isDigits(f[by-1]) && isDate(f[:by-1])
}

// isDate reports whether the words are numbers with a year of four figures among them and at most one other word, the month.
func isDate(words []string) bool {
	other, year := 0, false
	for _, w := range words {
		if w = strings.Trim(w, ",."); strings.Trim(w, "0123456789-/.") != "" {
			other++
		}
		year = year || len(w) == 4 && isDigits(w) || len(w) > 7 && (isDigits(w[:4]) || isDigits(w[len(w)-4:]))
	}
	return year && other <= 1
}

// isDigits reports whether the text is nothing but figures.
func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isClock reports whether a time to the minute begins at token i: 21:40.
func isClock(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Number && isByte(d, i+1, ':') && d.Glued(i+1) &&
		d.Glued(i+2) && d.Tokens[i+2].Kind == lint.Number
}

// isPlayingTime reports whether block n is the last one, behind a sentence, and how long a video takes: 01:48.
func isPlayingTime(d *lint.Document, n int) bool {
	b := d.Blocks[n]
	return n > 0 && n+1 == len(d.Blocks) && b.To-b.From == 3 && isByte(d, b.From+1, ':') && d.Tokens[b.From].Kind == lint.Number && d.Tokens[b.From+2].Kind == lint.Number &&
		d.Span(b.Range).Len() <= len("01:48") && endsSentence(d, b.From)
}
