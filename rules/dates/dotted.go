package dates

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Dotted reports a date in figures with dots in running text: the decree of 12.02.2023, on Monday 4.3.
//
// Most languages of Europe write so, the day first; the engine copies the figures, and from Russian and Ukrainian the
// letter for the year behind them. English news names the month. What tells a date in running text is the preposition or
// the day of the week before it: bylines, tables and numbers of versions are not meant.
//
// The fix names the month and is unsafe.
//
// bad: The ferry sails on 07.05.2022 at the port.
// bad: The decree of 12.2.2023 was repealed.
// bad: The council meets on Monday 4.3. in the town hall.
// good: The ferry sails on 7 May 2022 at the port.
// good: Harbour News – 12.02.2023 – version 12.02.2023 of the program is out.
//
// Measured on machine output of all kinds: 0.03 hits per 10,000 words (14 in 5,400,000), all from Russian and Ukrainian,
// in original English (350,000 words) 0; 12 distinct ones read, all right. Human translators keep the form in 2 of
// 330,000 words, so it is for information, and a warning where the source is known to be one of the two. A letter for the
// year, and a day of the week before a day and a month without year, stand in none of these texts, and are warnings.
var Dotted = &lint.Rule{
	Name:     "dates/dotted",
	Severity: lint.Info,
	MQM:      "Locale convention/Date format",
	Langs:    []language.Tag{language.English},
	Sources:  []language.Tag{language.Russian, language.Ukrainian},
	Run: func(p *lint.Pass) {
		for _, n := range p.Numbers {
			switch i := int(n); {
			case p.Tokens[i].Len() < len("1.1"):
			case p.Tokens[i].Len() <= len("31.12"):
				reportDayAndMonth(p, view{p.Document, p.BlockOf(i).Range}, i)
			case p.Tokens[i].Len() <= len("31.12.2001"):
				reportDotted(p, view{p.Document, p.BlockOf(i).Range}, i)
			}
		}
	},
}

// reportDotted reports the whole date at token i.
func reportDotted(p *lint.Pass, v view, i int) {
	when, ok := dottedDate(p.TokenText(i))
	if !ok || v.caseOf(i-1) != lint.Lower || lexicon.FunctionOf(v.fold(i-1))&lexicon.Preposition == 0 && v.fold(i-1) != "dated" {
		return
	}
	span, severity := p.Tokens[i].Span(), lint.Severity(0)
	if yearLetters[v.fold(i+1)] && isMark(v, i+2, '.') && v.Glued(i+2) {
		span.End, severity = int(p.Tokens[i+1].End), lint.Warning
		if !isTitle(v, i+3) && v.has(i+3) {
			span.End = int(p.Tokens[i+2].End) // the full stop is not that of the sentence
		}
	}
	reportFigures(p, span, severity, when)
}

// yearLetters holds the letters that stand for the word year behind a date, as they are copied or transliterated.
var yearLetters = lint.WordSet("p r г р g")

// reportDayAndMonth reports the day and the month at token i, with a full stop behind the month as well, where a day of
// the week stands before them: on Monday 4.3. in the hall. At the end of a sentence they may be any figures.
func reportDayAndMonth(p *lint.Pass, v view, i int) {
	if !isMark(v, i+1, '.') || !v.Glued(i+1) || v.caseOf(i+2) != lint.Lower || v.Glued(i+2) {
		return
	}
	before := i - 1
	if isMark(v, before, ',') {
		before--
	}
	if weekday, _ := lexicon.Weekday(v.fold(before)); weekday == 0 || !isTitle(v, before) {
		return
	}
	day, month, _ := strings.Cut(p.TokenText(i), ".")
	when := date{month: smallNumber(month), day: smallNumber(day)}
	if when.day < 1 || when.day > 31 || when.month < 1 || when.month > 12 {
		return
	}
	reportFigures(p, p.Span(lint.Range{From: i, To: i + 2}), lint.Warning, when)
}

// reportFigures reports a date in figures, and proposes one that names the month.
func reportFigures(p *lint.Pass, span lint.Span, severity lint.Severity, when date) {
	p.Report(lint.Diagnostic{
		Span:     span,
		Severity: severity,
		Message:  fmt.Sprintf("‘%s’ is a date in the figures of another language", p.Slice(span)),
		Fixes:    goodDates.Of(p.Document).fixes(p.Document, when, span, lint.Unsafe, dayFirst),
	})
}

// dottedDate returns the date that is written as day, month and year in figures with dots.
func dottedDate(s string) (date, bool) {
	day, rest, _ := strings.Cut(s, ".")
	month, year, _ := strings.Cut(rest, ".")
	when := date{smallNumber(month), smallNumber(day), 0}
	if len(year) != 4 || year[:2] != "19" && year[:2] != "20" || smallNumber(year[2:]) < 0 || when.month < 1 || when.month > 12 || when.day < 1 || when.day > 31 {
		return date{}, false
	}
	when.year = 100*smallNumber(year[:2]) + smallNumber(year[2:])
	return when, true
}
