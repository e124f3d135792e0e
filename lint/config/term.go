package config

import (
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
