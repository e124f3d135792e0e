package lint

import (
	"cmp"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"
)

// Comment is a comment of a file. It is no prose, but it may hold a directive: what to leave out of the findings.
type Comment struct {
	Span      // of File.Content, with the marks that make it a comment
	Text Span // of File.Content, without them
}

// Directive is a comment that says what findings to leave out.
//
//	mtlint-disable-next-line RULE, RULE: reason    in the next line that is neither blank nor a directive
//	mtlint-disable RULE: reason                    from here to mtlint-enable RULE, or to the end of the file
//	mtlint-disable-file RULE: reason               in the whole file
//
// RULE is the name of a rule or of a category; without any, all rules are meant.
type Directive struct {
	Comment
	Kind   DirectiveKind
	Word   Span       // of File.Content: the word that says the kind
	Names  []NameSpan // what it names; one empty name at Word where it names nothing
	Reason string     // "" for none

	scope  Span       // of File.Content, where it holds
	ended  *Directive // the mtlint-enable that ends it
	closes bool       // it is an mtlint-enable that ends something
}

// DirectiveKind says what a directive does.
type DirectiveKind uint8

// The kinds of directive. UnknownKind is a word that begins like one.
const (
	UnknownKind DirectiveKind = iota
	DisableNextLine
	Disable
	Enable
	DisableFile
)

// DirectiveWords are the words of the kinds.
var DirectiveWords = []string{
	DisableNextLine: "mtlint-disable-next-line", Disable: "mtlint-disable", Enable: "mtlint-enable", DisableFile: "mtlint-disable-file",
}

// NameSpan is the name of a rule or a category in a directive.
type NameSpan struct {
	Name string
	Span // of File.Content
	used bool
}

// covers reports whether the name means the rule.
func (n *NameSpan) covers(r *Rule) bool {
	return n.Name == "" || n.Name == r.Name || n.Name == r.Category()
}

// IsDirective reports whether a comment with this text is a directive, understood or not.
func IsDirective(text string) bool { return wordOf(strings.TrimSpace(text)) > 0 }

// DirectiveName is what the text of every directive begins with.
const DirectiveName = "mtlint"

// wordOf returns how long the word is that the text of a directive begins with, 0 for the text of another comment. A word
// with another sign for its first hyphen, or with none, counts, too: mtlint disable, mtlint:disable.
func wordOf(text string) int {
	rest, ok := strings.CutPrefix(text, DirectiveName)
	if !ok {
		return 0
	}
	verb := strings.TrimLeft(rest, "-_: \t")
	start := len(text) - len(verb)
	if i := strings.IndexFunc(verb, func(r rune) bool { return unicode.IsSpace(r) || r == ':' }); i >= 0 {
		verb = verb[:i]
	}
	if strings.HasPrefix(rest, "-") || slices.Contains(DirectiveWords, DirectiveName+"-"+verb) {
		return start + len(verb)
	}
	return 0
}

// directives returns the directives in the comments of a file, and where they hold.
func directives(f *File) []*Directive {
	var all, open []*Directive
	for _, c := range f.Comments {
		d := parseDirective(f.Content, c)
		if d == nil {
			continue
		}
		all = append(all, d)
		switch d.Kind {
		case Disable:
			d.scope = Span{d.End, len(f.Content)}
			open = append(open, d)
		case Enable:
			open = slices.DeleteFunc(open, d.end)
		case DisableFile:
			d.scope = Span{0, len(f.Content)}
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind == DisableNextLine {
			all[i].scope = nextLine(f, all[i], all[i+1:])
		}
	}
	return all
}

// parseDirective returns the directive that a comment is, nil for none.
func parseDirective(content string, c Comment) *Directive {
	rest := trimSpan(content, c.Text)
	length := wordOf(content[rest.Start:rest.End])
	if length == 0 {
		return nil
	}
	d := &Directive{Comment: c, Word: Span{rest.Start, rest.Start + length}}
	d.Kind = DirectiveKind(max(0, slices.Index(DirectiveWords, content[d.Word.Start:d.Word.End])))
	rest.Start = d.Word.End
	if i := strings.IndexByte(content[rest.Start:rest.End], ':'); i >= 0 {
		d.Reason = strings.Clone(strings.TrimSpace(content[rest.Start+i+1 : rest.End]))
		rest.End = rest.Start + i
	}
	for len(strings.TrimSpace(content[rest.Start:rest.End])) > 0 {
		name := rest
		if i := strings.IndexByte(content[rest.Start:rest.End], ','); i >= 0 {
			name.End = rest.Start + i
		}
		rest.Start = min(name.End+1, rest.End)
		if name = trimSpan(content, name); name.Len() > 0 {
			d.Names = append(d.Names, NameSpan{Name: content[name.Start:name.End], Span: name})
		}
	}
	if len(d.Names) == 0 {
		d.Names = []NameSpan{{Span: d.Word}}
	}
	return d
}

// trimSpan returns the span without the white space at its ends.
func trimSpan(content string, s Span) Span {
	t := strings.TrimLeftFunc(content[s.Start:s.End], unicode.IsSpace)
	start := s.End - len(t)
	return Span{start, start + len(strings.TrimRightFunc(t, unicode.IsSpace))}
}

// end ends an open Disable at the Enable e where it names the same, or where e names its category or nothing.
func (e *Directive) end(d *Directive) bool {
	for i := range d.Names {
		category, _, _ := strings.Cut(d.Names[i].Name, "/")
		if !slices.ContainsFunc(e.Names, func(n NameSpan) bool { return n.Name == "" || n.Name == d.Names[i].Name || n.Name == category }) {
			return false
		}
	}
	d.scope.End, d.ended, e.closes = e.Start, e, true
	return true
}

// nextLine returns the line that a DisableNextLine is about: the first behind it that is neither blank nor the line of
// one of the directives that follow.
func nextLine(f *File, d *Directive, following []*Directive) Span {
	line, _ := f.line(d.End)
	for line++; line < len(f.lines); line++ {
		s := trimSpan(f.Content, f.lineSpan(f.lines[line]))
		for len(following) > 0 && following[0].End <= s.Start {
			following = following[1:]
		}
		if s.Len() > 0 && !(len(following) > 0 && following[0].Start == s.Start) {
			return s
		}
	}
	return Span{len(f.Content), len(f.Content)}
}

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

// Names returns the names of the categories and of the rules, which are sorted by name.
func Names(rules []*Rule) []string {
	var out []string
	for i, r := range rules {
		if i == 0 || r.Category() != rules[i-1].Category() {
			out = append(out, r.Category())
		}
		out = append(out, r.Name)
	}
	return out
}
