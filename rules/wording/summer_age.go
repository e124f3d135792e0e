package wording

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// SummerAge reports an age that is counted in summers: a 9-summer girl, a 6 - the summer boy.
//
// Russian and Ukrainian have one word for year and summer in ages (9-летний), and engines of the older kind take the
// summer. Reported is a number in figures with summer and a word for a person behind it. A 2-summer course is right.
//
// The fix writes 9-year-old, and is safe.
//
// bad: The villagers called an ambulance for the 9-summer girl.
// bad: In the hospital lies a 6 - the summer boy.
// bad: The 43-summer woman had lost her keys.
// good: The 9-year-old girl spent 3 summers with her aunt.
// good: It was a 2-summer course for 12 summer guests.
//
// Measured on 5,400,000 words of machine translation, on original English (350,000 words) and in 4,500,000 words of manuals: 0
// hits per 10,000 words, for neural engines know the word. None could be read: the level rests on the absence of false alarms
// and is provisional.
var SummerAge = &lint.Rule{
	Name:     "wording/summer-age",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for f := range p.Forms {
			years, ok := strings.CutSuffix(p.Forms[f].Fold, "-summer")
			if !ok || !isYears(years) {
				continue
			}
			for _, i := range p.Places(lint.FormID(f)) {
				reportSummers(p, lint.Range{From: int(i), To: int(i) + 1}, years)
			}
		}
		for _, k := range p.Places(p.FormOf("summer")) {
			if r, ok := partedSummers(p.Document, int(k)); ok {
				reportSummers(p, r, p.TokenText(r.From))
			}
		}
	},
}

// partedSummers returns the number, the hyphen, the article, if there is one, and the summer, token i: 6 - the summer.
func partedSummers(d *lint.Document, i int) (lint.Range, bool) {
	from := i - 1
	if from > 0 && d.Fold(from) == "the" {
		from--
	}
	if from < 1 || d.TokenText(from) != "-" || d.SentenceOf(i).From >= from || !isYears(d.TokenText(from-1)) {
		return lint.Range{}, false
	}
	return lint.Range{From: from - 1, To: i + 1}, true
}

// isYears reports whether the text is the age of a person in figures.
func isYears(s string) bool {
	const longest = 2
	return s != "" && len(s) <= longest && strings.Trim(s, "0123456789") == ""
}

// reportSummers reports the summers r where a person follows.
func reportSummers(p *lint.Pass, r lint.Range, years string) {
	if r.To >= p.BlockOf(r.From).To || !aged[p.Fold(r.To)] {
		return
	}
	s := p.Span(r)
	right := years + "-year-old"
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "the age is counted in summers",
		Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Safe, s, right)},
	})
}

// aged holds words for people whose age is given.
var aged = lint.WordSet("boy boys girl girls man men woman women child children teenager teenagers youth lady guy pensioner schoolboy schoolgirl " +
	"pupil student resident inhabitant driver son daughter brother sister mother father grandmother grandfather baby toddler kid actor actress " +
	"singer native citizen suspect victim player footballer athlete forward defender goalkeeper midfielder striker sportsman sportswoman")
