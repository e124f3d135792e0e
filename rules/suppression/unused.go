package suppression

import (
	"fmt"

	"mtlint/lint"
)

// Unused reports a comment that suppresses nothing: <!-- mtlint-disable-next-line quotes/spaced --> above a line whose
// marks are all right.
//
// The text was mended and the comment stayed, or it stands in the wrong place. It would hide the next fault. A name is
// unused when all rules ran that it means, and none found anything there to leave out; so a run of a few rules does not
// report the names of the others. An mtlint-enable that ends nothing is reported, too.
//
// The fix takes the name away, or the comment where it is the last, and is safe: no word of the text changes.
//
// bad: <!-- mtlint-disable-next-line spacing/before-mark --> ¶ The rain stopped. They went home.
// good: <!-- mtlint-disable-next-line spacing/before-mark: as the sign has it --> ¶ “Fresh bread , every day” said the sign.
//
// Measured on machine-translated news: 0 per 10,000 words, for no article there has such comments. It counts, and does not
// guess.
var Unused = &lint.Rule{
	Name:     "suppression/unused",
	Severity: lint.Warning,
	MQM:      "Design/Markup",
	RunDirectives: func(p *lint.DirectivePass) {
		for _, d := range p.Directives {
			reportIdle(p, d)
		}
	},
}

// reportIdle reports the names of a directive that do nothing.
func reportIdle(p *lint.DirectivePass, d *lint.Directive) {
	idle := 0
	for i := range d.Names {
		if p.Idle(d, &d.Names[i]) {
			idle++
		}
	}
	for i := range d.Names {
		n := &d.Names[i]
		if !p.Idle(d, n) {
			continue
		}
		g := lint.Diagnostic{Span: n.Span, Message: message(d, n)}
		switch {
		case idle < len(d.Names):
			g.Fixes = []lint.Fix{lint.Replace("take the name away", lint.Safe, nameWithComma(d, i), "")}
		case i == 0:
			g.Fixes = []lint.Fix{{Title: "take the comment away", Safety: lint.Safe, Edits: p.Delete(d)}}
		}
		p.Report(g)
	}
}

func message(d *lint.Directive, n *lint.NameSpan) string {
	where := "here"
	if d.Kind == lint.DisableNextLine {
		where = "in the next line"
	}
	switch {
	case d.Kind == lint.Enable:
		return "no mtlint-disable before it is ended here"
	case n.Name == "":
		return fmt.Sprintf("no rule finds anything %s that this comment could leave out", where)
	}
	return fmt.Sprintf("%s finds nothing %s that this comment could leave out", n.Name, where)
}

// nameWithComma returns the span of a name with the comma that parts it from the others.
func nameWithComma(d *lint.Directive, i int) lint.Span {
	if i > 0 {
		return lint.Span{Start: d.Names[i-1].End, End: d.Names[i].End}
	}
	return lint.Span{Start: d.Names[0].Start, End: d.Names[1].Start}
}
