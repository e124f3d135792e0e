package report

import (
	"mtlint/lint"
)

// The styles, as ANSI codes.
const (
	bold  = "1"
	faint = "2"
	good  = "32"
	label = "36"

	removed = "7;31" // reversed, so that white space shows
	added   = "7;32"

	oldLine  = "31" // of a diff
	newLine  = "32"
	marked   = "7" // a word in such a line, whose colour goes on behind it
	unmarked = "27"
)

func severityStyle(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "1;31"
	case lint.Warning:
		return "1;33"
	}
	return "1;34"
}

// paint returns s in a style.
func (o TextOptions) paint(style, s string) string {
	if !o.Color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// Severity returns s in the style of a severity.
func (o TextOptions) Severity(sev lint.Severity, s string) string {
	return o.paint(severityStyle(sev), s)
}

// Strong returns s in the style of a heading.
func (o TextOptions) Strong(s string) string { return o.paint(bold, s) }
