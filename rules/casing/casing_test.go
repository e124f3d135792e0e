package casing

import (
	"slices"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// The capitals that lines of verse and columns begin with are right, those that happen to begin a line of a wrapped text
// are not.
func TestLines(t *testing.T) {
	const wrapped = "The minister said on Monday that the bridge over the river would be\nrepaired before the winter, and that the big money for the work on\n"
	for _, c := range []struct {
		text string
		want int
	}{
		{wrapped + "The long bridge had been found in the budget of the last of the years\nin which it was planned.", 1},
		{"Those who have had no share in the good fortunes of the mighty of the\nOften rained-on town have a share in the rain of the small and the\nThe long day of the town.", 0},
		{"the river was low in the morning and high at night\tThe boats were late", 0},
		{"the river was low in the morning and high at night   The boats were late", 0},
		{"The river fell in the morning and the murder of The boatman was told.", 1},
	} {
		n := 0
		article := lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) {
			return read.Text(&lint.File{Path: "a.txt", Content: c.text}, language.English), nil
		}}
		for r := range lint.Lint(slices.Values([]lint.Source{article}), []*lint.Rule{StrayCapital}, &lint.Config{}) {
			n += len(r.Findings)
		}
		if n != c.want {
			t.Errorf("%q: %d findings, want %d", c.text, n, c.want)
		}
	}
}
