package rules

import (
	"fmt"
	"strings"
)

// Reports returns the summary as a sentence without the name of the rule: "Reports a …".
func (d *Doc) Reports() string {
	_, what, _ := strings.Cut(d.Summary, " reports ")
	return "Reports " + what
}

// Details returns what follows the summary on the page of a rule, in Markdown: why machines do it, and the examples.
func (d *Doc) Details() string {
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
	writeExamples(&b, "Found", d.Bad)
	writeExamples(&b, "Right", d.Good)
	return b.String()
}

func writeExamples(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n", title)
	for _, line := range lines {
		fmt.Fprintf(b, "    %s\n", line)
	}
}
