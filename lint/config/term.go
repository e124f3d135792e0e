package config

import (
	"fmt"
	"strings"

	"mtlint/lint"
	"mtlint/lint/terms"
)

// termsCategory is the category of the rule that finds terms.
const termsCategory = "terms"

// inflections are the ways in which a term may bend.
var (
	inflections  = []string{"noun", "verb", "none"}
	inflectionOf = map[string]terms.Inflection{"verb": terms.Verb, "none": terms.Fixed}
)

func (c *checker) term(t *Term) {
	c.want(len(t.Forbidden) > 0, t.At, "the term has no forbidden")
	c.want(len(t.Preferred) > 0, t.At, "the term has no preferred")
	c.oneOf(t.Severity, severities)
	c.oneOf(t.Inflect, inflections)
	for _, text := range t.Forbidden {
		if err := terms.Check(text.Value); err != nil {
			c.fail(text, "bad term %q: %v", text.Value, err)
		}
		for _, good := range t.Preferred {
			if good.Value == text.Value {
				c.fail(good, "%q is forbidden in line %d", good.Value, text.At.Line)
			}
		}
	}
}

// term makes the term that the entry describes.
func (t *Term) term() terms.Term {
	return terms.Term{
		Forbidden: t.Forbidden.Values(), Preferred: t.Preferred.Values(), Inflection: inflectionOf[t.Inflect.Value],
		Note: t.Note.Value, Severity: severityOf(t.Severity),
	}
}

// termsRule makes the rule that finds the terms of the entries.
func termsRule(entries []Term) *lint.Rule {
	list := make([]terms.Term, len(entries))
	var lines, examples strings.Builder
	for i := range entries {
		t := &entries[i]
		list[i] = t.term()
		if i < shownTerms {
			fmt.Fprintf(&lines, "%s: %s\n\n", strings.Join(t.Forbidden.Values(), ", "), strings.Join(t.Preferred.Values(), " or "))
			examples.WriteString(examplesDoc(t.Bad, t.Good))
		}
	}
	if more := len(entries) - shownTerms; more > 0 {
		fmt.Fprintf(&lines, "and %d more.\n\n", more)
	}
	r := terms.NewRule(list)
	r.Doc = "Forbidden reports a word that the house does not write, and what it writes instead.\n\n" + lines.String() + examples.String()
	return r
}

// shownTerms is how many terms the rule names when it is explained.
const shownTerms = 20
