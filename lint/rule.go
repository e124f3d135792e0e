package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Severity says how sure a finding is. It is measured: see docs/levels.md.
type Severity uint8

// The severities. The zero value in a Diagnostic means the rule's own.
const (
	Info    Severity = iota + 1 // worth a look: right in at least 60 of 100 cases
	Warning                     // very likely broken: at least 90 of 100
	Error                       // certainly broken: at least 98 of 100
)

var severityNames = [...]string{"", "info", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity of that name.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name && i > 0 {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: want info, warning or error", name)
}

// Rule finds one kind of artifact. It is a value: it keeps no state, does no input or output and returns no error.
type Rule struct {
	Name     string         // category/artifact; completes "mtlint found a …"
	Severity Severity       // of a finding that does not say its own
	MQM      string         // category of the MQM error typology: Fluency/Punctuation
	Langs    []language.Tag // languages of the text that it reads; empty: all
	Sources  []language.Tag // languages in whose translations a finding that is worth a look is very likely right

	Run    func(*Pass)    // reads one document
	Corpus []CorpusReader // what Run asks of the other documents; a rule that asks runs when the configuration says so

	RunDirectives func(*DirectivePass) // reads the directives of one file, after all rules have run over its documents

	Doc string // for a rule that is made at run time: what its doc comment would say, without comment signs
}

// Category returns the part of the name before the slash.
func (r *Rule) Category() string {
	category, _, _ := strings.Cut(r.Name, "/")
	return category
}

// reads reports whether the rule is for texts in the document's language.
func (r *Rule) reads(d *Document) bool { return len(r.Langs) == 0 || has(r.Langs, d.Lang) }

// has reports whether the list has the language, its script and region aside.
func has(list []language.Tag, tag language.Tag) bool {
	if len(list) > 0 && list[0] == tag {
		return true // nearly always
	}
	lang, _ := tag.Base()
	return slices.ContainsFunc(list, func(l language.Tag) bool {
		base, _ := l.Base()
		return base == lang
	})
}

// raised returns the severity of a finding of the rule on a document: a warning at least where its source language is
// known to be one of Sources.
func (r *Rule) raised(d *Document, s Severity) Severity {
	if d.SourceLang != language.Und && has(r.Sources, d.SourceLang) {
		return max(s, Warning)
	}
	return s
}

// Pass is one rule at work on one document.
type Pass struct {
	*Document
	corpus      *CorpusFacts // nil where no rule asks for any
	rule        *Rule
	bounds      Bounds // of the rule
	diagnostics []Diagnostic
}

// Report adds a finding. A span outside the text or one that cuts a character is a bug in the rule and panics, and so is a
// fix whose edits overlap.
func (p *Pass) Report(d Diagnostic) {
	d.Rule = p.rule
	if d.Severity == 0 {
		d.Severity = p.rule.Severity
	}
	d.Severity = p.bounds.clamp(p.rule.raised(p.Document, d.Severity))
	p.mustHold(d.Span)
	for _, r := range d.Related {
		p.mustHold(r.Span)
	}
	for _, f := range d.Fixes {
		end := 0
		for _, e := range f.Edits {
			p.mustHold(e.Span)
			if e.Start < end {
				panic(fmt.Sprintf("rule %s reports a fix whose edits overlap or are out of order: %v", p.rule.Name, f.Edits))
			}
			end = e.End
		}
	}
	p.diagnostics = append(p.diagnostics, d)
}

func (p *Pass) mustHold(s Span) {
	onRune := func(i int) bool { return i == len(p.Text) || utf8.RuneStart(p.Text[i]) }
	if s.Start < 0 || s.End > len(p.Text) || s.Start > s.End || !onRune(s.Start) || !onRune(s.End) {
		panic(fmt.Sprintf("rule %s reports span %d-%d of a text of %d bytes", p.rule.Name, s.Start, s.End, len(p.Text)))
	}
}

func (r *Rule) isIn(names []string) bool {
	return slices.Contains(names, r.Name) || slices.Contains(names, r.Category())
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
