package config

// termsCategory is the category of the rule that finds terms.
const termsCategory = "terms"

func (c *checker) term(t *Term) {
	c.want(len(t.Forbidden) > 0, t.At, "the term has no forbidden")
	c.want(len(t.Preferred) > 0, t.At, "the term has no preferred")
	c.oneOf(t.Severity, severities)
	c.oneOf(t.Inflect, inflections)
}

// inflections are the ways in which a term may bend.
var inflections = []string{"noun", "verb", "none"}
