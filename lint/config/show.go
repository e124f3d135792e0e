package config

import (
	"fmt"
	"io"
	"strings"

	"mtlint/lint/yamlfile"
)

// Write writes the settings of a file as YAML that a configuration may hold, the origin of each value behind it; profile is
// the one where nothing names one. Examples settle nothing and are left out. A failure to write is left to the writer.
func (s *Settings) Write(w io.Writer, path, profile string) {
	o := &outline{w}
	if s.File == "" {
		o.line("# %s: no configuration", path)
	} else {
		o.line("# %s: by %s", path, s.File)
	}
	o.text("lang", s.Layer.Lang, "# lang: what a file says of itself, or en")
	o.text("source-lang", s.Layer.SourceLang, "# source-lang: not known")
	o.text("profile", s.Profile, "profile: "+profile+"  # default")
	o.texts("select", s.Select, "# select: all rules")
	o.texts("ignore", s.Ignore, "")
	o.levels(s.Severity)
	o.texts("names", s.Layer.Names, "")
	o.terms(s.Terms)
	o.rules(s.Rules)
	if s.Baseline != "" {
		o.line("# baseline: %s", s.Baseline)
	}
}

// outline writes lines of YAML.
type outline struct{ w io.Writer }

func (o *outline) line(format string, args ...any) { fmt.Fprintf(o.w, format+"\n", args...) }

// text writes a key with its text, or what is to be said without one.
func (o *outline) text(key string, t Text, otherwise string) {
	if t.Value == "" {
		o.line("%s", otherwise)
		return
	}
	o.line("%s: %s  # %s", key, yamlfile.Scalar(t.Value), t.origin())
}

// texts writes a key with a list, or what is to be said without one.
func (o *outline) texts(key string, ts Texts, otherwise string) {
	if len(ts) == 0 {
		if otherwise != "" {
			o.line("%s", otherwise)
		}
		return
	}
	o.line("%s:", key)
	for _, t := range ts {
		o.line("  - %s  # %s", yamlfile.Scalar(t.Value), t.origin())
	}
}

// levels writes the severities, of each rule or category the last one.
func (o *outline) levels(levels Levels) {
	if len(levels) > 0 {
		o.line("severity:")
	}
	for i, level := range levels {
		if !overridden(levels[i+1:], level.Rule.Value) {
			o.line("  %s: %s  # %s", yamlfile.Scalar(level.Rule.Value), level.Level.Value, level.Rule.origin())
		}
	}
}

// overridden reports whether one of the levels is of the rule or the category, or of the category of the rule.
func overridden(levels Levels, rule string) bool {
	for _, level := range levels {
		if level.Rule.Value == rule || strings.HasPrefix(rule, level.Rule.Value+"/") {
			return true
		}
	}
	return false
}

func (o *outline) terms(terms []Term) {
	if len(terms) > 0 {
		o.line("terms:")
	}
	for i := range terms {
		t := &terms[i]
		o.line("  - forbidden: %s  # %s", flow(t.Forbidden), t.Forbidden[0].origin())
		o.line("    preferred: %s", flow(t.Preferred))
		o.part("inflect", t.Inflect)
		o.part("note", t.Note)
		o.part("severity", t.Severity)
	}
}

func (o *outline) rules(rules []Rule) {
	if len(rules) > 0 {
		o.line("rules:")
	}
	for i := range rules {
		r := &rules[i]
		o.line("  - name: %s  # %s", yamlfile.Scalar(r.Name.Value), r.Name.origin())
		o.line("    pattern: %s", flow(r.Pattern))
		o.part("message", r.Message)
		if len(r.Replacement) > 0 {
			o.line("    replacement: %s", flow(r.Replacement))
		}
		o.part("fix", r.Fix)
		o.part("severity", r.Severity)
	}
}

// part writes a key of an entry, where it is given.
func (o *outline) part(key string, t Text) {
	if t.Value != "" {
		o.line("    %s: %s", key, yamlfile.Scalar(t.Value))
	}
}

// flow returns a list in brackets.
func flow(ts Texts) string {
	var parts []string
	for _, t := range ts {
		parts = append(parts, yamlfile.Scalar(t.Value))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// origin says where a text stands.
func (t *Text) origin() string {
	if t.File == "" {
		return "command line"
	}
	return fmt.Sprintf("%s:%d", t.File, t.At.Line)
}
