package config

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
	"mtlint/lint/terms"
)

// Counts says what a file holds.
type Counts struct{ Terms, Rules, Examples int }

// TryExamples lints the examples of the terms and the rules of the file. An example in which nothing is found that should
// be, or the other way round, is a fault of the file.
func (f *File) TryExamples() (Counts, error) {
	var n Counts
	try := func(what string, rule *lint.Rule, bad, good Texts) {
		n.Examples += len(bad) + len(good)
		for _, t := range bad {
			if len(findings(rule, t.Value)) == 0 {
				f.reader.FailAt(t.At, t.Value, "%s is not found in this", what)
			}
		}
		for _, t := range good {
			if found := findings(rule, t.Value); len(found) > 0 {
				f.reader.FailAt(t.At, t.Value, "%s is found in this: ‘%s’", what, found[0].At.Text)
			}
		}
	}
	for _, l := range f.layers() {
		n.Terms, n.Rules = n.Terms+len(l.Terms), n.Rules+len(l.Rules)
		for _, t := range l.Terms {
			try(fmt.Sprintf("the term %q", t.Forbidden[0].Value), terms.NewRule([]terms.Term{t.term()}), t.Bad, t.Good)
		}
		for i, r := range l.Rules {
			try("the rule "+l.house[i].Name, l.house[i], r.Bad, r.Good)
		}
	}
	return n, f.reader.Err()
}

// findings returns what a rule finds in a text.
func findings(rule *lint.Rule, text string) []lint.Finding {
	read := func() (*lint.Document, error) {
		return read.Text(&lint.File{Content: text}, language.English), nil
	}
	source := slices.Values([]lint.Source{{Path: "example", Read: read}})
	for result := range lint.Lint(source, []*lint.Rule{rule}, &lint.Config{MinSeverity: lint.Info, Jobs: 1}) {
		return result.Findings
	}
	return nil
}

// ReadNames reads the names files that the file names and returns the faults of all.
func (f *File) ReadNames() error {
	var faults []error
	for _, l := range f.layers() {
		for _, name := range l.Names {
			if _, err := readNames(name); err != nil {
				faults = append(faults, err)
			}
		}
	}
	return errors.Join(faults...)
}
