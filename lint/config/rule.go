package config

import (
	"fmt"
	"regexp"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
	"mtlint/lint/terms"
)

// category is the category of the rules of a house.
const category = "house"

// IsHouse reports whether a name is one that only configurations know.
func IsHouse(id string) bool { return id == category || strings.HasPrefix(id, category+"/") }

// IsTerms reports whether a name is that of the rule that finds terms, or of its category.
func IsTerms(id string) bool { return id == termsCategory || id == terms.Name }

// houseIDs returns the names of the rules, and of their category where there are any.
func houseIDs(rules []Rule) []string {
	var out []string
	for i := range rules {
		out = append(out, rules[i].id())
	}
	if len(out) > 0 {
		out = append(out, category)
	}
	return out
}

func (r *Rule) id() string { return category + "/" + r.Name.Value }

// ruleName is what the name of a rule looks like.
const ruleName = `^[a-z0-9]+(-[a-z0-9]+)*$`

func (c *checker) rule(r *Rule) {
	c.want(r.Name.Value != "", r.At, "the rule has no name")
	c.want(len(r.Pattern) > 0, r.At, "the rule has no pattern")
	c.want(r.Message.Value != "", r.At, "the rule has no message")
	if ok, _ := regexp.MatchString(ruleName, r.Name.Value); !ok && r.Name.Value != "" {
		c.fail(r.Name, "%q: want small letters, digits and hyphens, as in click-here", r.Name.Value)
	}
	if c.names[r.Name.Value] && r.Name.Value != "" {
		c.fail(r.Name, "there are two rules %s", r.Name.Value)
	}
	c.names[r.Name.Value] = true
	for _, p := range r.Pattern {
		if err := lexicon.CheckPattern(p.Value); err != nil {
			c.fail(p, "bad pattern %q: %v", p.Value, err)
		} else if strings.Count(p.Value, "<Name>") > maxNames || strings.Count(p.Value, "[") > maxOptions {
			c.fail(p, "bad pattern %q: more than %d <Name> or %d [ would take too long", p.Value, maxNames, maxOptions)
		}
	}
	c.oneOf(r.Severity, severities)
	c.oneOf(r.Fix, fixes)
	if r.Fix.Value != "" && len(r.Replacement) == 0 {
		c.fail(r.Fix, "there is no replacement that could be %s", r.Fix.Value)
	}
}

// maxNames and maxOptions bound in how many ways a pattern may fit one place: each <Name> is one to six words, each [ ] is
// there or not.
const maxNames, maxOptions = 3, 8

// severities are the levels that a finding may have, fixes the safeties of a fix.
var (
	severities = []string{"error", "warning", "info"}
	fixes      = []string{"safe", "unsafe", "manual"}
)

// severityOf returns the severity of that name, a warning for none.
func severityOf(t Text) lint.Severity {
	if s, err := lint.ParseSeverity(t.Value); err == nil {
		return s
	}
	return lint.Warning
}

// rule makes the rule that the entry describes.
func (r *Rule) rule() *lint.Rule {
	phrases := lexicon.NewPhrases(r.Pattern.Values())
	safety := map[string]lint.Safety{"safe": lint.Safe, "": lint.Unsafe, "unsafe": lint.Unsafe, "manual": lint.Manual}[r.Fix.Value]
	return &lint.Rule{
		Name:     r.id(),
		Severity: severityOf(r.Severity),
		MQM:      "Style/Organizational style",
		Doc:      r.doc(),
		Run: func(p *lint.Pass) {
			for _, m := range phrases.Find(p.Document) {
				g := lint.Diagnostic{Span: p.Span(m.Range), Message: r.Message.Value}
				for _, text := range r.Replacement {
					text := lexicon.InCaseOf(p.Slice(g.Span), text.Value)
					g.Fixes = append(g.Fixes, lint.Replace("write ‘"+text+"’", safety, g.Span, text))
				}
				p.Report(g)
			}
		},
	}
}

// doc is what the rule says of itself.
func (r *Rule) doc() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s reports what the house does not write: %s.\n\nPhrases: %s.", r.Name.Value, r.Message.Value, strings.Join(r.Pattern.Values(), "; "))
	if len(r.Replacement) > 0 {
		fmt.Fprintf(&b, " Better: %s.", strings.Join(r.Replacement.Values(), " or "))
	}
	b.WriteString("\n\n" + examplesDoc(r.Bad, r.Good))
	return b.String()
}

// examplesDoc is the examples as a doc comment has them.
func examplesDoc(bad, good Texts) string {
	var b strings.Builder
	for _, t := range bad {
		fmt.Fprintf(&b, "bad: %s\n", strings.Join(strings.Fields(t.Value), " "))
	}
	for _, t := range good {
		fmt.Fprintf(&b, "good: %s\n", strings.Join(strings.Fields(t.Value), " "))
	}
	return b.String()
}
