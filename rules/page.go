package rules

import (
	"fmt"
	"strings"

	"mtlint/lint"
)

// Reports returns the summary as a sentence without the name of the rule: "Reports a …".
func (d *Doc) Reports() string {
	_, what, _ := strings.Cut(d.Summary, " reports ")
	return "Reports " + what
}

// Details returns what follows the summary on the page of a rule, in Markdown: why machines do it, and the examples. Found
// returns the findings in a bad one.
func (d *Doc) Details(found func(line string) []lint.Finding) string {
	var b strings.Builder
	for _, p := range d.Text {
		fmt.Fprintf(&b, "\n%s\n", p)
	}
	if len(d.Names) > 0 {
		b.WriteString("\n## Settled in the examples\n\n")
	}
	for _, n := range d.Names {
		fmt.Fprintf(&b, "    %s\n", Settled(n))
	}
	if len(d.Bad) > 0 {
		b.WriteString("\n## Found\n\n")
	}
	for _, line := range d.Bad {
		fmt.Fprintf(&b, "    %s\n", line)
		for _, f := range found(line) {
			fmt.Fprintf(&b, "      → %s\n", f.Message)
		}
	}
	if len(d.Good) > 0 {
		b.WriteString("\n## Right\n\n")
	}
	for _, line := range d.Good {
		fmt.Fprintf(&b, "    %s\n", line)
	}
	return b.String()
}
