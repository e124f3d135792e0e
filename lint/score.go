package lint

// Points is what a finding counts in a score. The ratio of major to minor errors, 5 to 1, is that of MQM scoring
// (Lommel, Burchardt and Uszkoreit 2014, Multidimensional Quality Metrics); an info finding is a fifth of a minor error.
func (s Severity) Points() float64 {
	return [...]float64{0, 0.2, 1, 5}[s]
}

// Score is how much of a document is broken, as far as the findings show.
type Score struct {
	Path       string
	Words      int
	Points     float64            // of all findings
	Categories map[string]float64 // points by category of rules
}

// ScoreOf scores one result.
func ScoreOf(r *Result) Score {
	s := Score{Path: r.Path, Words: r.Words, Categories: make(map[string]float64)}
	for i := range r.Findings {
		points := r.Findings[i].Severity.Points()
		s.Points += points
		s.Categories[r.Findings[i].Rule.Category()] += points
	}
	return s
}

// PerThousand returns the points per 1,000 words: 0 is clean, the more the worse. A text of fewer than 100 words counts as
// one of 100, so that one finding in a headline is not the worst score of all.
func (s *Score) PerThousand() float64 {
	return s.Points * 1000 / float64(max(s.Words, 100))
}
