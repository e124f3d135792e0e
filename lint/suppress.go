package lint

import (
	"cmp"
	"runtime/debug"
	"slices"
	"strings"
)

// holds reports whether the directive leaves out a finding of the rule that begins at an offset of File.Content, and
// notes which of its names do.
func (d *Directive) holds(r *Rule, offset int) bool {
	if offset < d.scope.Start || offset >= d.scope.End {
		return false
	}
	held := false
	for i := range d.Names {
		if n := &d.Names[i]; n.covers(r) {
			n.used, held = true, true
		}
	}
	return held
}

// Suppressed is a finding that a directive leaves out.
type Suppressed struct {
	Finding
	Reason string // as the directive gives it; "" for none
}

// suppress takes out the diagnostics of a document that a directive of its file is about.
func (o *outcome) suppress(d *Document, ds []Diagnostic, least Severity) []Diagnostic {
	if o.directed != d.File {
		o.directed, o.directives = d.File, directives(d.File)
	}
	if len(o.directives) == 0 {
		return ds
	}
	kept := make([]Diagnostic, 0, len(ds))
	for i := range ds {
		parts := []Diagnostic{ds[i]}
		if ds[i].group != nil {
			parts = ds[i].group.parts
		}
		var free []Diagnostic
		for _, part := range parts {
			part.Rule, part.Severity = ds[i].Rule, ds[i].Severity
			if dir := o.holding(d, &part); dir == nil {
				free = append(free, part)
			} else if part.Severity >= least {
				o.Suppressed = append(o.Suppressed, Suppressed{d.finding(&part, o.edits), dir.Reason})
			}
		}
		switch {
		case len(free) == len(parts):
			kept = append(kept, ds[i])
		case len(free) > 0:
			kept = append(kept, Together(free, ds[i].group.message))
		}
	}
	slices.SortFunc(kept, byPlace) // what is left of a group stands elsewhere
	return kept
}

// holding returns the first directive that is about a diagnostic, nil for none. It asks all of them, so that each knows
// that it is used.
func (o *outcome) holding(d *Document, g *Diagnostic) (first *Directive) {
	at := d.Map.ToFile(g.Span.Start)
	for _, dir := range o.directives {
		if dir.holds(g.Rule, at) && first == nil {
			first = dir
		}
	}
	return first
}

// DirectivePass is one rule at work on the directives of one file. Spans are those of File.Content; there are no tokens.
type DirectivePass struct {
	*Pass
	Directives []*Directive
	Known      []string // rules and categories that there are

	ran func(n *NameSpan) bool // whether all rules ran that a name means
}

// Idle reports whether a name of a directive, or the end of one, does nothing: all rules ran that it means, and none
// found anything to leave out.
func (p *DirectivePass) Idle(d *Directive, n *NameSpan) bool {
	switch d.Kind {
	case UnknownKind:
		return false
	case Enable:
		return !d.closes
	}
	return !n.used && p.ran(n)
}

// Delete returns the edits that take a directive away, with its line where it has one of its own, and with it the
// mtlint-enable that ends it.
func (p *DirectivePass) Delete(d *Directive) []Edit {
	edits := []Edit{{p.whole(d.Span), ""}}
	if d.ended != nil {
		edits = append(edits, Edit{p.whole(d.ended.Span), ""})
	}
	return edits
}

// whole returns the line of a comment with its end where nothing else is in it, and with the blank line behind it where
// there is one before it, too; otherwise the comment.
func (p *DirectivePass) whole(s Span) Span {
	line, start := p.File.line(s.Start)
	end := p.lineFrom(line + 1)
	if s.End > end || strings.TrimSpace(p.Text[start:s.Start]+p.Text[s.End:end]) != "" {
		return s
	}
	isBlank := func(from, to int) bool { return strings.TrimSpace(p.Text[from:to]) == "" }
	if line == 0 || isBlank(p.lineFrom(line-1), start) {
		if next := p.lineFrom(line + 2); isBlank(end, next) {
			end = next
		}
	}
	return Span{start, end}
}

// lineFrom returns where the line of an index starts, or where the text ends.
func (p *DirectivePass) lineFrom(line int) int {
	if line < len(p.File.lines) {
		return p.File.lines[line]
	}
	return len(p.Text)
}

// direct runs the rules about directives over those of the file, and forgets them.
func (o *outcome) direct(plan *plan) {
	if len(o.directives) == 0 {
		return
	}
	f := o.directed
	pass := &Pass{Document: &Document{File: f, Text: f.Content}}
	p := &DirectivePass{Pass: pass, Directives: o.directives, Known: Names(plan.known), ran: plan.ran}
	for i, r := range plan.rules {
		if r.RunDirectives != nil {
			pass.rule, pass.bounds = r, plan.bounds[i]
			o.Err = cmp.Or(o.Err, guard(r, f.Path, func() { r.RunDirectives(p) }))
		}
	}
	o.keep(pass.Document, pass.diagnostics, plan.least)
	slices.SortStableFunc(o.Findings, func(a, b Finding) int { return a.At.Start.Offset - b.At.Start.Offset })
	o.directed, o.directives = nil, nil
}

// guard calls f, a part of the rule, and turns its panic into an error.
func guard(r *Rule, path string, f func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &RuleFault{r.Name, path, v, debug.Stack()}
		}
	}()
	f()
	return nil
}

// ran reports whether the plan has all rules that a name means, and there is one.
func (p *plan) ran(n *NameSpan) bool {
	some := false
	for _, r := range p.known {
		if n.covers(r) && r.RunDirectives == nil {
			if !slices.Contains(p.rules, r) {
				return false
			}
			some = true
		}
	}
	return some
}
