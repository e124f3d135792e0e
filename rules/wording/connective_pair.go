package wording

import (
	"fmt"

	"mtlint/lint"
)

// ConnectivePair reports two connectives that each do the work of both: Although it rained, but they played.
//
// Chinese, Arabic, Persian and Vietnamese mark both halves of such a sentence, English one.
//
// The fix drops the second, and is unsafe.
//
// bad: Although it rained, but the match was played.
// bad: Because the road was closed, so they went by train.
// good: Although it rained, the match was played, but nobody came.
// good: Because of the rain, and so on, the match was put off.
//
// Measured on machine-translated news: no hit in 980,000 words, on clean English 0.03 per 10,000 words, in speech; 1 more
// read on machine-translated web articles, right.
var ConnectivePair = &lint.Rule{
	Name:     "wording/connective-pair",
	Severity: lint.Info,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, s := range p.Sentences {
			if s.To-s.From < 6 || p.Tokens[s.From].Case != lint.Title {
				continue
			}
			second := secondConnective(p.Fold(s.From))
			if second == "" {
				continue
			}
			for i := s.From + 1; i+2 < s.To; i++ {
				if p.TokenText(i) != "," {
					continue
				}
				if p.Fold(i+1) == second && p.Tokens[i+2].Kind == lint.Word && p.Fold(i+2) != "that" && p.Fold(i+2) != "far" {
					word := p.Tokens[i+1]
					drop := lint.Span{Start: int(word.Start), End: int(p.Tokens[i+2].Start)}
					p.Report(lint.Diagnostic{
						Span:    word.Span(),
						Message: fmt.Sprintf("‘%s’ already says ‘%s’", p.TokenText(s.From), second),
						Fixes:   []lint.Fix{lint.Replace("drop ‘"+second+"’", lint.Unsafe, drop, "")},
					})
				}
				break
			}
		}
	},
}

// secondConnective returns the connective that may not follow the one that begins a sentence.
func secondConnective(first string) string {
	switch first {
	case "although", "though":
		return "but"
	case "because", "since":
		return "so"
	}
	return ""
}
