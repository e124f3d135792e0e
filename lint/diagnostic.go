package lint

import (
	"slices"
	"strconv"
)

// Diagnostic is a finding as a rule reports it: spans are bytes of Document.Text.
type Diagnostic struct {
	Rule     *Rule
	Span     Span
	Severity Severity
	Message  string // lower case, no full stop, the evidence in it
	Fixes    []Fix  // best first
	Related  []Related

	Elsewhere []RelatedLocation // places of other documents that explain the finding

	group *group // of a finding that Together made
}

// group is the findings that Together made one of.
type group struct {
	parts   []Diagnostic
	message string
}

// Related is another place of the same document that explains a finding.
type Related struct {
	Span    Span
	Message string
}

// Together makes one finding of several that have one cause: it stands at the first place, is as sure as the surest of
// them, and names the others with the message; its fix makes the first fix of each.
func Together(all []Diagnostic, message string) Diagnostic {
	if len(all) == 1 {
		return all[0]
	}
	g := all[0]
	fix := Fix{Title: g.Fixes[0].Title + ", here and in the other places", Safety: g.Fixes[0].Safety}
	g.Related = slices.Clip(g.Related)
	for i, d := range all {
		if d.Severity == 0 || g.Severity != 0 && d.Severity > g.Severity {
			g.Severity = d.Severity
		}
		fix.Safety = min(fix.Safety, d.Fixes[0].Safety)
		fix.Edits = append(fix.Edits, d.Fixes[0].Edits...)
		if i > 0 {
			g.Related = append(g.Related, Related{d.Span, message})
		}
	}
	g.Fixes = []Fix{fix}
	g.group = &group{all, message}
	return g
}

// Times says how often in a message: once, twice, 3 times.
func Times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}
