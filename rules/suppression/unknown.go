package suppression

import (
	"fmt"
	"slices"

	"mtlint/lint"
	"mtlint/lint/suggest"
)

// Unknown reports a comment to mtlint that it does not understand: <!-- mtlint-disable-next-line quote/spaced -->.
//
// Such a comment does nothing, and whoever wrote it believes that it does: the rule is misspelt, the reason has no colon
// before it, or the word is none of mtlint-disable-next-line, mtlint-disable, mtlint-enable and mtlint-disable-file, as mtlint
// disable with a blank for the hyphen.
//
// The fix writes the nearest name that there is and is unsafe: another may be meant.
//
// bad: <!-- mtlint-disable-next-line spacing/befor-mark --> ¶ “Fresh bread , every day” said the sign.
// good: <!-- mtlint-disable-next-line spacing/before-mark: as the sign has it --> ¶ “Fresh bread , every day” said the sign.
//
// Measured on machine-translated news: 0 per 10,000 words, for no article there has such comments. It compares names, and
// does not guess.
var Unknown = &lint.Rule{
	Name:     "suppression/unknown",
	Severity: lint.Warning,
	MQM:      "Design/Markup",
	RunDirectives: func(p *lint.DirectivePass) {
		for _, d := range p.Directives {
			if d.Kind == lint.UnknownKind {
				reportUnknown(p, d.Word, "comment", lint.DirectiveWords[1:])
				continue
			}
			for _, n := range d.Names {
				if n.Name != "" && !slices.Contains(p.Known, n.Name) {
					reportUnknown(p, n.Span, "rule or category", p.Known)
				}
			}
		}
	},
}

// reportUnknown reports a word that is none of the known ones.
func reportUnknown(p *lint.DirectivePass, s lint.Span, what string, known []string) {
	word := p.Slice(s)
	g := lint.Diagnostic{Span: s, Message: fmt.Sprintf("unknown %s ‘%s’: a reason stands behind a colon", what, word)}
	if near := suggest.Nearest(word, known); near != "" {
		g.Message = fmt.Sprintf("unknown %s ‘%s’: did you mean %s?", what, word, near)
		g.Fixes = []lint.Fix{lint.Replace("write "+near, lint.Unsafe, s, near)}
	}
	p.Report(g)
}
