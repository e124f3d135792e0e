package dates

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ShortYear reports a year of our time that has lost its last figure: in May 202, the festival moved.
//
// The figure gets lost where a program cuts the text, and where an engine writes numbers piece by piece. Reported are 199, 200,
// 201 and 202 behind a preposition and a month, before a mark, in a text that has a year of our time and tells of no emperors.
// What counts people (in May 202 people left) is right.
//
// There is no fix: which year it was is for a person to say.
//
// bad: The bridge was opened in 2009. In May 202, the town closed it again.
// bad: He has been mayor since March 201. The vote of 2022 was close.
// bad: By June 202, the firm had sold the mill that it bought in 1998.
// good: In May 202 people left the town, and in 2020 another 300.
// good: In May 202 BC, the general came home; the book is of 1998.
//
// Measured on 5,400,000 words of machine translation, on original English (350,000 words) and in 4,500,000 words of manuals: 0
// hits per 10,000 words. None could be read: the level rests on the absence of false alarms and is provisional.
var ShortYear = &lint.Rule{
	Name:     "dates/short-year",
	Severity: lint.Warning,
	MQM:      "Accuracy/Omission",
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			if !isShortYear(v, m.token+1) || lexicon.FunctionOf(v.fold(m.token-1))&lexicon.Preposition == 0 || !isOfOurTime(p.Document) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: m.token, To: m.token + 2}),
				Message: "the year ‘" + p.TokenText(m.token+1) + "’ has lost a figure",
			})
		}
	},
}

// isShortYear reports whether token i is the first three figures of a year of our time, with a mark or nothing behind.
func isShortYear(v view, i int) bool {
	if !v.has(i) || v.Tokens[i].Kind != lint.Number || v.Tokens[i].Len() != 3 {
		return false
	}
	switch v.TokenText(i) {
	case "199", "200", "201", "202":
		return !v.has(i+1) || (isMark(v, i+1, ',') || isMark(v, i+1, '.')) && (!v.has(i+2) || !v.Glued(i+2) && v.Tokens[i+2].Kind == lint.Word)
	}
	return false
}

// isOfOurTime reports whether the text has a year of our time in figures, and no word of the ancient world.
func isOfOurTime(d *lint.Document) bool {
	for _, word := range ancient {
		if d.FormOf(word) != lint.NoForm {
			return false
		}
	}
	for _, k := range d.Numbers {
		text := d.TokenText(int(k))
		if len(text) == 4 && (text[:2] == "19" || text[:2] == "20") {
			return true
		}
	}
	return false
}

// ancient holds words of texts on the centuries in which years have three figures.
var ancient = []string{"bc", "bce", "ad", "ce", "emperor", "roman", "romans", "rome", "carthage", "dynasty", "consul", "legion", "senate", "century"}
