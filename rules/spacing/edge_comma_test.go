package spacing

import (
	"slices"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// A line of verse may end in a comma, a paragraph of the same words may not.
func TestEdgeComma(t *testing.T) {
	const first, second = "The river rose by night above the roofs of all the town,", "The bells were rung, and nobody came down."
	for between, want := range map[string]int{"\n": 0, "\n\n": 1} {
		n := 0
		article := lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) {
			return read.Text(&lint.File{Path: "a.txt", Content: first + between + second + "\n"}, language.English), nil
		}}
		for r := range lint.Lint(slices.Values([]lint.Source{article}), []*lint.Rule{EdgeComma}, &lint.Config{}) {
			n += len(r.Findings)
		}
		if n != want {
			t.Errorf("with %q between: %d findings, want %d", between, n, want)
		}
	}
}
