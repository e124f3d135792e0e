package lint_test

import (
	"maps"
	"math"
	"testing"

	"mtlint/lint"
)

func TestScoreOf(t *testing.T) {
	quotes, dates := &lint.Rule{Name: "quotes/stray"}, &lint.Rule{Name: "dates/impossible"}
	r := &lint.Result{Path: "a.txt", Words: 500, Findings: []lint.Finding{
		{Rule: quotes, Severity: lint.Error}, {Rule: quotes, Severity: lint.Info}, {Rule: dates, Severity: lint.Warning},
	}}
	s := lint.ScoreOf(r)
	if math.Abs(s.Points-6.2) > 1e-9 || math.Abs(s.PerThousand()-12.4) > 1e-9 {
		t.Errorf("%v points, %v per 1,000 words; want 6.2 and 12.4", s.Points, s.PerThousand())
	}
	if want := map[string]float64{"quotes": 5.2, "dates": 1}; !maps.EqualFunc(s.Categories, want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
		t.Errorf("points by category %v, want %v", s.Categories, want)
	}
}

func TestScoreOfShortText(t *testing.T) {
	s := lint.ScoreOf(&lint.Result{Words: 5, Findings: []lint.Finding{{Rule: &lint.Rule{Name: "a/b"}, Severity: lint.Warning}}})
	if s.PerThousand() != 10 {
		t.Errorf("%v per 1,000 words, want 10: a short text counts as one of 100 words", s.PerThousand())
	}
}
