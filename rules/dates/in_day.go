package dates

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// InDay reports the preposition of a month before a day: in September 6th.
//
// Many languages have one preposition for both, and the engine takes that of months. A number that counts what follows
// (in July 20 people left), and a day that tells another noun (in July 4 parades), are right.
//
// The fix writes on and is unsafe.
//
// bad: The new bridge was opened in September 6th by the mayor.
// bad: In May 15, 2028 the works began.
// good: The new bridge was opened on September 6 by the mayor.
// good: In July 20 people left; in July 4 parades nobody did.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words, on 342,000 words of original
// English none; 8 read, 8 right, and 1 on web articles, right. The level is provisional.
var InDay = &lint.Rule{
	Name:     "dates/in-day",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range months.Of(p.Document).english {
			v := view{p.Document, m.block}
			in := m.token - 1
			end := m.token + 2
			if isDayBefore(v, m.token) {
				in, end = in-1, m.token+1
			} else if !isDayAlone(v, m.token+1) || isNamedDay(v, m.token) {
				continue
			}
			if v.fold(in) != "in" || v.fold(in-1) == "and" {
				continue
			}
			on := "on"
			if v.caseOf(in) == lint.Title {
				on = "On"
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: in, To: end}),
				Message: "‘in’ before a day: English says on",
				Fixes:   []lint.Fix{lint.Replace("write on", lint.Unsafe, p.Tokens[in].Span(), on)},
			})
		}
	},
}

// isDayAlone reports whether the number at token i is a day that counts nothing: one before a year or the end of its
// sentence, or an ordinal before a comma or a word of a closed class.
func isDayAlone(v view, i int) bool {
	day, isOrdinal, ok := numberAt(v, i)
	if !ok || day > 31 || !v.has(i+1) {
		return false
	}
	switch next := v.Tokens[i+1]; {
	case isModernYear(v, i+1):
		return true
	case isMark(v, i+1, ','):
		return isOrdinal || isModernYear(v, i+2)
	case isMark(v, i+1, '.'):
		return !v.has(i+2) || !v.Glued(i+2)
	case isOrdinal && next.Kind == lint.Word:
		const apart = lexicon.Preposition | lexicon.Conjunction | lexicon.Article | lexicon.Determiner
		return next.Case == lint.Lower && lexicon.FunctionOf(v.fold(i+1))&apart != 0
	}
	return false
}

// isDayBefore reports whether a day stands before the month at token i, and behind it nothing that the two tell: 6 September.
func isDayBefore(v view, i int) bool {
	day, isOrdinal, ok := numberAt(v, i-1)
	if !ok || isOrdinal || day > 31 || len(v.TokenText(i-1)) > 2 {
		return false
	}
	return !v.has(i+1) || isModernYear(v, i+1) || isMark(v, i+1, '.') && (!v.has(i+2) || !v.Glued(i+2)) || isMark(v, i+1, ',')
}

// isNamedDay reports whether the month at token i is that of a day that stands for what happened on it: January 6.
func isNamedDay(v view, i int) bool {
	day := v.TokenText(i + 1)
	return v.fold(i) == "january" && day == "6" || v.fold(i) == "september" && day == "11"
}
