package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubledSubject reports a subject that a pronoun repeats: Rosalba she noted that, My brother he works in a mill.
//
// Spanish, Arabic, Hausa and Russian carry the subject in the verb or take it up again, and the engine renders both. English
// allows that in speech with a comma alone. Reported are names at the head of a sentence before a pronoun and a verb of
// saying, and relatives whose sex is that of the pronoun, so that a relative clause (the brother she never saw) is left alone.
//
// The fix deletes the pronoun and is unsafe.
//
// bad: Rosalba she noted that the lamp was out.
// bad: Tomas Verik he also said that the bridge will stay.
// bad: My brother he works in a mill near the pass.
// good: My brother she could stand, my sister she could not.
// good: Today he said that the bridge will stay.
// good: My brother, he works in a mill.
//
// Measured on 5.4 million words of machine translation: no hit; in human translations (330,000 words) one, from Hausa,
// right; on original English (350,000 words) and in manuals none, less than 0.1 per 10,000 words. The level is provisional.
var DoubledSubject = &lint.Rule{
	Name:     "wording/doubled-subject",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, key := range repeatingPronouns {
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i == s.From || i-s.From > 3 || i+3 >= s.To || p.Tokens[i].Case != lint.Lower {
					continue
				}
				if !isNameAnd(p.Document, s, i) && !isRelativeAnd(p.Document, s, i) {
					continue
				}
				gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].End)}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: s.From, To: i + 1}),
					Message: "‘" + p.TokenText(i) + "’ repeats the subject",
					Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, gap, "")},
				})
			}
		}
	},
}

var repeatingPronouns = lint.Keys("he she")

// isNameAnd reports whether sentence s begins with a name that ends before the pronoun at token i, and the words behind it say
// what was said, or done, too: she noted that, he also wrote.
func isNameAnd(d *lint.Document, s lint.Range, i int) bool {
	for k := s.From; k < i; k++ {
		if !isNameWord(d, k) {
			return false
		}
	}
	verb := i + 1
	isAlso := d.Fold(verb) == "also"
	if isAlso {
		verb++
	}
	return sayingPast[d.Fold(verb)] && (isAlso || d.Fold(verb+1) == "that")
}

// isNameWord reports whether token k is a capitalised word that is a name, and no common word or day.
func isNameWord(d *lint.Document, k int) bool {
	e := lexicon.EntryAt(d, k)
	if d.Tokens[k].Case != lint.Title || lexicon.FunctionAt(d, k) != 0 || e.Word() && !e.Person() {
		return false
	}
	_, isDay := lexicon.Weekday(d.Fold(k))
	_, isMonth := lexicon.Month(d.Fold(k))
	return !isDay && !isMonth
}

// isRelativeAnd reports whether sentence s begins with somebody's relative, whose sex is that of the pronoun at token i, and a
// verb with more behind it follows: my brother he works in.
func isRelativeAnd(d *lint.Document, s lint.Range, i int) bool {
	if i != s.From+2 || lexicon.FunctionAt(d, s.From)&lexicon.Possessive == 0 {
		return false
	}
	relatives := men
	if d.Fold(i) == "she" {
		relatives = women
	}
	if !relatives[d.Fold(i-1)] {
		return false
	}
	next, f := d.Fold(i+1), lexicon.FunctionAt(d, i+1)
	if f&lexicon.Auxiliary != 0 {
		return next != "could" && next != "can" && next != "would" && d.Fold(i+2) != "not" && d.Tokens[i+2].Kind == lint.Word
	}
	const object = lexicon.Article | lexicon.Possessive | lexicon.Preposition | lexicon.Determiner
	behind := lexicon.FunctionAt(d, i+2)
	return f == 0 && behind&object != 0 && behind&lexicon.Conjunction == 0
}

var (
	men   = lint.WordSet("father brother husband son uncle grandfather grandson nephew dad")
	women = lint.WordSet("mother sister wife daughter aunt grandmother granddaughter niece mum mom")

	// sayingPast are verbs of saying and thinking in the past, and says.
	sayingPast = lint.WordSet(`said says noted added stated stressed explained told wrote believes thinks confirmed
		announced emphasized emphasised claimed argued admitted recalled reported pointed warned`)
)
