package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostSubject reports a sentence that goes from its place to its verb: In Norway called the price of fuel.
//
// Russian, Ukrainian and Polish leave the subject out where nobody is meant; the engine finds none and writes none. English
// needs one, or the passive. Reported are In with a name at the head of a sentence and behind it a verb that takes an
// object, or plan to and want to. Verbs of being and coming, which may stand before their subject, are left alone.
//
// There is no fix: who did it is not said.
//
// bad: In Norway called the price of fuel for the winter.
// bad: In Oslo plan to build a new harbour.
// good: In Norway, called the land of fjords, fuel is dear.
// good: In Oslo lived a king who planned to build a harbour.
//
// Measured on machine output: less than 0.1 hits per 10,000 words, on clean English none in 342,000 words; 2 read, both right.
var LostSubject = &lint.Rule{
	Name:     "wording/lost-subject",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, in := range p.Places(p.FormOf("in")) {
			i := int(in)
			if p.Tokens[i].Case != lint.Title {
				continue
			}
			s := p.SentenceOf(i)
			verb := placeEnd(p.Document, i+1, s.To)
			if i != s.From || verb == i+1 || verb+1 >= s.To || !lacksSubject(p.Document, verb) {
				continue
			}
			span := p.Span(lint.Range{From: i, To: verb + 1})
			p.Report(lint.Diagnostic{Span: span, Message: fmt.Sprintf("nobody is named who did it: ‘%s’", p.Slice(span))})
		}
	},
}

// placeEnd returns the index behind up to three capitalised words that begin with token i.
func placeEnd(d *lint.Document, i, stop int) int {
	end := i
	for end < stop && end < i+3 && d.Tokens[end].Kind == lint.Word && d.Tokens[end].Case != lint.Lower {
		end++
	}
	return end
}

// lacksSubject reports whether token i is a verb in want of a subject, with an object behind it.
func lacksSubject(d *lint.Document, i int) bool {
	next := d.Fold(i + 1)
	switch word := d.Fold(i); {
	case d.Tokens[i].Case != lint.Lower:
		return false
	case word == "plan" || word == "want" || word == "propose" || word == "intend":
		return next == "to"
	default:
		return transitive[word] && lexicon.FunctionOf(next)&(lexicon.Article|lexicon.Possessive|lexicon.Determiner) != 0
	}
}

// transitive are past forms that no sentence has without a subject.
var transitive = lint.WordSet("called named told found created showed launched introduced banned detained arrested announced reported revealed discovered explained approved adopted cancelled canceled presented published opened held won recorded celebrated developed killed caught built said")
