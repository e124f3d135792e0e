package spacing

import (
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// findings returns how many findings a rule has in an English text.
func findings(rule *lint.Rule, text string) (n int) {
	article := lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) {
		return read.Text(&lint.File{Path: "a.txt", Content: text}, language.English), nil
	}}
	for r := range lint.Lint(slices.Values([]lint.Source{article}), []*lint.Rule{rule}, &lint.Config{}) {
		n += len(r.Findings)
	}
	return n
}
