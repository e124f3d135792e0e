package dates

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// OpeningDate reports a date without a preposition that a sentence begins with: October 6, thousands took to the streets.
//
// Russian, Ukrainian and Chinese put no preposition before a date. In English a date that says when something happened
// has on. A date that is the subject (March 27, 1964, was a Friday), a dateline, a heading and the date of an entry are
// right, so a clause in lower case must follow behind a comma.
//
// The fix puts on before the date and is unsafe.
//
// bad: The talks failed. October 6, thousands of people took to the streets.
// bad: It was dark. July 21, it was reported that the power was back.
// good: The talks failed. On October 6, thousands of people took to the streets.
// good: March 27, 1964, was a Friday. June 27 should read June 28.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (6 in 5,400,000), on clean English none; 6 read, 6 right, and
// one on web articles, right. So few make the level provisional.
var OpeningDate = &lint.Rule{
	Name:     "dates/opening-date",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar/Function words",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			r, ok := dayAndMonth(v, m)
			if s := p.SentenceOf(m.token); ok && r.From == s.From && isAdverbial(v, s, r.To) {
				span := p.Span(r)
				p.Report(lint.Diagnostic{
					Span:    span,
					Message: "date without ‘on’ before a clause",
					Fixes:   []lint.Fix{lint.Replace("put ‘on’ before it", lint.Unsafe, lint.Span{Start: span.Start, End: span.Start}, "On ")},
				})
			}
		}
	},
}

// dayAndMonth returns the date of a day and the month, with its year if it has one.
func dayAndMonth(v view, m month) (lint.Range, bool) {
	if _, _, r, ok := wholeDate(v, m); ok {
		return r, true
	}
	if _, ok := dayAt(v, m.token+1); ok && !v.Glued(m.token+1) {
		return lint.Range{From: m.token, To: m.token + 2}, true
	}
	if _, ok := dayAt(v, m.token-1); ok && !v.Glued(m.token) {
		return lint.Range{From: m.token - 1, To: m.token + 1}, true
	}
	return lint.Range{}, false
}

// isAdverbial reports whether a comma stands at token i and a clause in lower case behind it, so that the date before is
// not its subject.
func isAdverbial(v view, s lint.Range, i int) bool {
	const minClause = 6
	if !isMark(v, i, ',') || i+minClause > s.To || v.caseOf(i+1) != lint.Lower {
		return false
	}
	f := lexicon.FunctionOf(v.fold(i + 1))
	if isAside(v, i, f) {
		return false
	}
	return f&(lexicon.Auxiliary|lexicon.Conjunction) == 0 && !appositions[v.fold(i+1)]
}

// isAside reports whether the words behind the comma at token i, the first of the class f, are an aside behind which the date
// is the subject: January 6, he argued, was a riot; July 4, of course, is a holiday.
func isAside(v view, i int, f lexicon.Function) bool {
	const longest = 10
	for end := i + 2; end <= i+1+longest; end++ {
		if isMark(v, end, ',') {
			return f&lexicon.Pronoun != 0 && end == i+3 || lexicon.FunctionOf(v.fold(end+1))&lexicon.Auxiliary != 0
		}
	}
	return false
}

// appositions holds words that say more about a date behind the comma.
var appositions = map[string]bool{"when": true, "which": true, "at": true, "in": true, "or": true, "also": true, "from": true, "to": true, "local": true}
