package dates

import (
	"fmt"
	"strconv"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// TheYear reports the word year beside a year that says itself what it is: in 2028 year, in May 2028 of the year, in 2018
// r., by the year 2032.
//
// Slavic languages, Turkish and Chinese name a year with its word (в 2028 году, 2028. godine); the engine keeps it,
// before the figures or behind them. English writes the figures alone. Behind the figures the word is wrong; before them
// it is a matter of style, and good where the year is the subject or a round one (the year 2000).
//
// The fix drops the word; it is unsafe.
//
// bad: The plant will open in 2028 year.
// bad: Work on the plant began in May 2026. year and ended in June 2028 of the year.
// bad: The plant will open by the year 2032.
// good: The plant will open in 2028; the year 2032 is the last of the plan.
// good: The plant has a three-year plan for its 2028 year-end.
//
// Measured on machine-translated news: 0.09 hits per 10,000 words, on clean English news 0, in other English 0.06; 12
// read, all of them matters of style. Behind the figures, where it is a warning, there was none.
var TheYear = &lint.Rule{
	Name:     "dates/the-year",
	Severity: lint.Info,
	MQM:      "Fluency/Awkward",
	Run: func(p *lint.Pass) {
		for _, n := range p.Numbers {
			i := int(n)
			if p.Tokens[i].Len() != 4 {
				continue
			}
			v := view{p.Document, p.BlockOf(i).Range}
			if !isModernYear(v, i) {
				continue
			}
			if at := i + wordsToYear(v, i+1); at > i {
				yearBehind(p, v, i, at)
			}
			if v.fold(i+1) == "years" && isDash(v, i-1) && isModernYear(v, i-2) {
				yearsBehind(p, v, i-2, i+1)
			}
			if isYearLetter(v, i+1) {
				yearLetter(p, v, i)
			}
			if v.fold(i-1) == "year" && p.TokenText(i)[2:] != "00" && !isModernYear(v, i-2) {
				yearBeforeFigures(p, v, i-1)
			}
		}
	},
}

// isDash reports whether token i is a dash or a hyphen, as between two years.
func isDash(v view, i int) bool { return isMark(v, i, '-') || v.has(i) && v.TokenText(i) == "–" }

// isYearLetter reports whether token i is a small letter with a full stop that may stand for year: r.
func isYearLetter(v view, i int) bool {
	return yearLetters[v.fold(i)] && v.caseOf(i) == lint.Lower && !v.Glued(i) && isMark(v, i+1, '.') && v.Glued(i+1)
}

// yearLetter reports the short form of the word year behind the figures at token i, as Polish, Russian and Ukrainian have
// it: December 3, 2018 r.
func yearLetter(p *lint.Pass, v view, i int) {
	_, month := lexicon.Month(v.fold(i - 1))
	if _, day := dayAt(v, i-2); !month && !(day && isMark(v, i-1, ',')) && lexicon.FunctionOf(v.fold(i-1))&lexicon.Preposition == 0 {
		return
	}
	span := p.Span(lint.Range{From: i, To: i + 2})
	fixed := lint.Span{Start: int(p.Tokens[i].End), End: int(p.Tokens[i+1].End)}
	if v.has(i+3) && !isTitle(v, i+3) {
		span.End = int(p.Tokens[i+2].End) // the full stop is not that of the sentence
		fixed.End = span.End
	}
	p.Report(lint.Diagnostic{
		Span:     span,
		Severity: lint.Warning,
		Message:  fmt.Sprintf("‘%s’ is short for year in another language", p.TokenText(i+1)),
		Fixes:    []lint.Fix{lint.Replace("drop it", lint.Unsafe, fixed, "")},
	})
}

// isModernYear reports whether token i is a year since 1800.
func isModernYear(v view, i int) bool {
	year, ok := yearAt(v, i)
	return ok && year >= 1800
}

// wordsToYear returns how many tokens from token i on, behind the figures of a year, say that it is one: year, “of the
// year”, “. year”; 0 for none.
func wordsToYear(v view, i int) int {
	switch {
	case v.fold(i) == "year":
		return 1
	case isMark(v, i, '.') && v.Glued(i) && v.fold(i+1) == "year" && v.caseOf(i+1) == lint.Lower:
		return 2
	case v.fold(i) == "of" && v.fold(i+1) == "the" && v.fold(i+2) == "year":
		return 3
	}
	return 0
}

// yearBehind reports in 2028 year, the figures at token i and the word at token at. Before the figures stands a
// preposition or a month.
func yearBehind(p *lint.Pass, v view, i, at int) {
	before := v.fold(i - 1)
	if _, month := lexicon.Month(before); !month && (lexicon.FunctionOf(before)&lexicon.Preposition == 0 || before == "of" && v.fold(i-2) != "end") {
		return
	}
	if p.Tokens[at].Case != lint.Lower || v.has(at+1) && p.Tokens[at+1].Kind != lint.Punct && lexicon.FunctionOf(v.fold(at+1)) == 0 || isMark(v, at+1, '-') {
		return // in 2028 year 9 pupils
	}
	if isYearPhrase(v, at) {
		return
	}
	span := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[at].End)}
	p.Report(lint.Diagnostic{
		Span:     span,
		Severity: lint.Warning,
		Message:  "‘year’ behind the figures of a year",
		Fixes:    []lint.Fix{lint.Replace("drop ‘year’", lint.Unsafe, lint.Span{Start: int(p.Tokens[i].End), End: span.End}, "")},
	})
}

// isYearPhrase reports whether the word year at token i begins a set phrase: year on year, year after year, year to date,
// year one.
func isYearPhrase(v view, i int) bool {
	switch next := v.fold(i + 1); next {
	case "on", "after", "by", "over":
		return v.fold(i+2) == "year"
	case "to":
		return v.fold(i+2) == "date"
	case "in":
		return isMark(v, i+2, ',') || v.fold(i+2) == "and"
	default:
		return next == "one"
	}
}

// yearsBehind reports the years 2015-2016 years: the first figures at token i and the word at token at.
func yearsBehind(p *lint.Pass, v view, i, at int) {
	if p.Tokens[at].Case != lint.Lower || isContentWord(v, at+1) || v.fold(at+1) == "of" {
		return
	}
	span := p.Span(lint.Range{From: i, To: at + 1})
	safety := lint.Unsafe
	if v.fold(i-1) == "the" {
		safety = lint.Manual // of the 2015-2016 years
	}
	p.Report(lint.Diagnostic{
		Span:     span,
		Severity: lint.Warning,
		Message:  "‘years’ behind the figures of years",
		Fixes:    []lint.Fix{lint.Replace("drop ‘years’", safety, lint.Span{Start: int(p.Tokens[at-1].End), End: span.End}, "")},
	})
}

// yearBeforeFigures reports by the year 2032, the word at token i.
func yearBeforeFigures(p *lint.Pass, v view, i int) {
	if v.fold(i-1) != "the" || lexicon.FunctionOf(v.fold(i-2))&lexicon.Preposition == 0 || v.has(i+2) && v.Glued(i+2) && !isStop(v, i+2) {
		return
	}
	figures := p.TokenText(i + 1)
	if n, _ := strconv.Atoi(figures); n > 2100 {
		return
	}
	span := lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i+1].End)}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘the year’ before ‘%s’", figures),
		Fixes:   []lint.Fix{lint.Replace("drop ‘the year’", lint.Unsafe, span, figures)},
	})
}
