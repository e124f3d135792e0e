package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// HowToQuestion reports a question that has no subject and no finite verb: How to live without gas?
//
// Chinese, Russian, Czech and German ask so; the engine keeps the form. In English how to begins a title that asks nothing,
// and a question has a subject: how can we live, how does one live. Reported is how to with a verb at the head of a
// sentence or behind a mark where the sentence ends with a question mark. How to behind a verb that takes it is left alone,
// and so is one of several in a real question.
//
// There is no fix: whose question it is is not said.
//
// bad: How to live without gas?
// bad: Prices have doubled, how to keep customers?
// good: How can one live without gas?
// good: Do you know what to buy, how to cook it and where to eat?
//
// Measured on machine output: 0.19 hits per 10,000 words, on clean English 0.03, a slip of the text; 38 read, 37 right.
var HowToQuestion = &lint.Rule{
	Name:     "wording/how-to-question",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		to := p.FormOf("to")
		if to == lint.NoForm {
			return
		}
		for _, how := range p.Places(p.FormOf("how")) {
			i := int(how)
			if i+3 >= len(p.Tokens) || p.Tokens[i+1].Form != to || p.Tokens[i+2].Case != lint.Lower {
				continue
			}
			s := p.SentenceOf(i)
			if !isQuestion(p.Document, s) || !headsClause(p.Document, s, i) {
				continue
			}
			span := p.Span(lint.Range{From: i, To: i + 3})
			d := lint.Diagnostic{
				Span:    span,
				Message: fmt.Sprintf("‘%s’ asks nothing in English: say who asks, or drop the question mark", p.Slice(span)),
			}
			if lexicon.Informal.Of(p.Document) {
				d.Severity = lint.Info
			}
			p.Report(d)
		}
	},
}

// isQuestion reports whether the sentence ends with a question mark, marks that close something aside.
func isQuestion(d *lint.Document, s lint.Range) bool {
	for i := s.To - 1; i > s.From; i-- {
		if d.TokenText(i) == "?" {
			return true
		}
		if k := d.Tokens[i].Kind; k != lint.Quote && k != lint.Bracket {
			return false
		}
	}
	return false
}

// headsClause reports whether token i begins a sentence, or a clause of one that does not begin as a question does.
func headsClause(d *lint.Document, s lint.Range, i int) bool {
	if i == s.From || i == s.From+1 && d.Tokens[s.From].Kind != lint.Word {
		return true
	}
	switch mark := d.TokenText(i - 1); {
	case mark == ":" || d.Tokens[i-1].Kind == lint.Quote:
		return true
	case mark != "," && mark != ";":
		return false
	}
	for k := s.From; k < i; k++ {
		if asking[d.Fold(k)] {
			return false
		}
	}
	return lexicon.FunctionAt(d, s.From)&lexicon.Auxiliary == 0
}

// asking are words of a question that may go on with how to.
var asking = lint.WordSet("what where when who whom whether why which how know knows ask asks asked wonder wondering learn tell decide")
