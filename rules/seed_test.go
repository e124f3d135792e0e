package rules_test

import (
	"cmp"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// expectation is one row of a seed's list of what must be found in it.
type expectation struct {
	line, column       int
	text, rule, expect string
}

// TestSeed lints the seed article: every span that must be found is, by a warning or an error, and no span that must not
// be touched is. It prints the shares.
func TestSeed(t *testing.T) {
	article, err := os.ReadFile("../seeds/newsweek-iraq.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := lintText(string(article)).Findings
	total, hit := make(map[string]int), make(map[string]int)
	for _, e := range expectations(t) {
		span := e.span(t, string(article))
		total[e.expect]++
		switch {
		case e.expect == "must-not":
			if i := slices.IndexFunc(found, func(f lint.Finding) bool { return touches(f, span, e.rule) }); i >= 0 {
				t.Errorf("%d:%d %q must not be touched: %s", e.line, e.column, e.text, found[i].Message)
			}
		case slices.ContainsFunc(found, func(f lint.Finding) bool { return overlaps(f, span) && (e.expect != "must" || f.Severity > lint.Info) }):
			hit[e.expect]++
		case e.expect == "must":
			t.Errorf("%d:%d %q is not found", e.line, e.column, e.text)
		}
	}
	t.Logf("seed: must %d/%d, should %d/%d", hit["must"], total["must"], hit["should"], total["should"])
	if hit["should"] < 19 {
		t.Errorf("%d of %d spans that should be found are, want at least 19", hit["should"], total["should"])
	}
}

func expectations(t *testing.T) []expectation {
	data, err := os.ReadFile("../seeds/newsweek-iraq.expected.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := lexicon.ParseTable("expected.tsv", string(data), "line", "col", "text", "rule", "expect", "note")
	if err != nil {
		t.Fatal(err)
	}
	out := make([]expectation, len(rows))
	for i, r := range rows {
		line, err1 := strconv.Atoi(r[0])
		column, err2 := strconv.Atoi(r[1])
		if err := cmp.Or(err1, err2); err != nil {
			t.Fatalf("row %d: %v", i+1, err)
		}
		out[i] = expectation{line, column, r[2], r[3], r[4]}
	}
	return out
}

// span returns the bytes of the article that a row names: its text on its line, at the column or behind it.
func (e expectation) span(t *testing.T, article string) lint.Span {
	start := 0
	for range e.line - 1 {
		start += strings.IndexByte(article[start:], '\n') + 1
	}
	line, _, _ := strings.Cut(article[start:], "\n")
	skip := len(string([]rune(line)[:max(e.column-2, 0)]))
	at := strings.Index(line[skip:], e.text)
	if at < 0 {
		t.Fatalf("%q is not on line %d", e.text, e.line)
	}
	start += skip + at
	return lint.Span{Start: start, End: start + len(e.text)}
}

func overlaps(f lint.Finding, s lint.Span) bool {
	return s.Overlaps(lint.Span{Start: f.At.Start.Offset, End: f.At.End.Offset})
}

// touches reports whether a finding of the rule's category lies inside the span.
func touches(f lint.Finding, s lint.Span, rule string) bool {
	category, _, _ := strings.Cut(rule, "/")
	return f.Rule.Category() == category && s.Contains(lint.Span{Start: f.At.Start.Offset, End: f.At.End.Offset})
}
