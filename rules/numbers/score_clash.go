package numbers

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// ScoreClash reports two results of one match that differ: beat Al Ain 4-1 in one paragraph, beat Al Ain 4-0 in the next.
//
// The engine reads the figures of a result off wrong or drops one of them. Results are compared when a word of winning and
// the same name stand beside them. Two legs of a cup and matches of earlier years are right, so the finding is for information.
//
// There is no fix: the text does not say which is right.
//
// bad: Madrid beat Al Ain 4-1 on Saturday. ¶ By beating Al Ain 4-0 they won the cup.
// bad: Salem defeated Nasr 2-1. ¶ Having defeated Nasr 3-1, they rest.
// bad: United beat Rovers 3-1 on Sunday. ¶ After the 3-0 win over Rovers they are third.
// good: Madrid beat Al Ain 4-1 on Saturday. ¶ By beating Al Ain 4-1 they won the cup.
// good: Salem defeated Nasr 2-1. ¶ Having defeated Hamdan 3-1, they rest.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news and in other English 0; on
// machine-translated web articles 1, right.
var ScoreClash = &lint.Rule{
	Name:     "numbers/score-clash",
	Severity: lint.Info,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var seen map[string]lint.Span // the first result against a name
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if !isResultWith(v, i, "-") || v.glued(i) || v.glued(i+3) && v.text(i+3) == "-" {
				continue
			}
			name := beatenBefore(v, i)
			if name == "" {
				name = beatenBehind(v, i+3)
			}
			if name == "" {
				continue
			}
			span := p.Span(lint.Range{From: i, To: i + 3})
			first, ok := seen[name]
			if !ok {
				if seen == nil {
					seen = make(map[string]lint.Span)
				}
				seen[name] = span
				continue
			}
			if p.Slice(first) != p.Slice(span) {
				p.Report(lint.Diagnostic{
					Span:    span,
					Message: fmt.Sprintf("‘%s’ here, ‘%s’ before, against ‘%s’", p.Slice(span), p.Slice(first), name),
					Related: []lint.Related{{Span: first, Message: "the other result is here"}},
				})
			}
		}
	},
}

// beatenBefore returns the name that stands between a verb of winning and the result at token i, or "".
func beatenBefore(v view, i int) string {
	from := i
	for v.is(from-1, lint.Word) && v.Tokens[from-1].Case != lint.Lower && from > i-4 {
		from--
	}
	if from == i || !beatWords[v.fold(from-1)] {
		return ""
	}
	return v.Slice(v.Span(lint.Range{From: from, To: i}))
}

// beatenBehind returns the name that stands behind the result that ends before token i and a word of winning: 4-1 win over Al
// Ain. It is "" where none does.
func beatenBehind(v view, i int) string {
	if winWords[v.fold(i)] {
		i++
	} else if v.fold(i-4) != "won" {
		return ""
	}
	if w := v.fold(i); w != "over" && w != "against" {
		return ""
	}
	to := i + 1
	for v.is(to, lint.Word) && v.Tokens[to].Case == lint.Title && to < i+4 {
		to++
	}
	if to == i+1 {
		return ""
	}
	return v.Slice(v.Span(lint.Range{From: i + 1, To: to}))
}

// winWords holds nouns for a match that is won.
var winWords = lint.WordSet("win victory triumph")

// beatWords holds verbs of winning that the name of the loser stands behind.
var beatWords = lint.WordSet("beat beating beaten beats defeated defeating defeat defeats thrashed thrashing edged overcame")
