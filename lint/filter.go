package lint

import (
	"cmp"
	"slices"
	"strings"
)

// inOrder returns the diagnostics in order of place, without those that say the same as a stronger one of their category.
func inOrder(ds []Diagnostic) []Diagnostic {
	slices.SortFunc(ds, byPlace)
	return withoutOverlaps(ds)
}

// shown returns the diagnostics of a severity and above, and how many there are below it.
func shown(ds []Diagnostic, least Severity) (kept []Diagnostic, hidden int) {
	kept = ds[:0]
	for _, d := range ds {
		if d.Severity >= least {
			kept = append(kept, d)
		} else {
			hidden++
		}
	}
	return kept, hidden
}

func byPlace(a, b Diagnostic) int {
	switch {
	case a.Span.Start != b.Span.Start:
		return a.Span.Start - b.Span.Start
	case a.Span.End != b.Span.End:
		return a.Span.End - b.Span.End
	}
	return cmp.Or(strings.Compare(a.Rule.Name, b.Rule.Name), strings.Compare(a.Message, b.Message))
}

// withoutOverlaps drops a diagnostic that overlaps one of the same category which is more severe or, being as severe,
// comes first: one fault is one finding.
func withoutOverlaps(ds []Diagnostic) []Diagnostic {
	drop := make([]bool, len(ds))
	for i := range ds {
		d := &ds[i]
		for j := i + 1; j < len(ds) && (ds[j].Span.Start < d.Span.End || ds[j].Span == d.Span) && !drop[i]; j++ {
			if ds[j].Rule.Category() != d.Rule.Category() || drop[j] {
				continue
			}
			if ds[j].Severity > d.Severity {
				drop[i] = true
			} else {
				drop[j] = true
			}
		}
	}
	kept := ds[:0]
	for i := range ds {
		if !drop[i] {
			kept = append(kept, ds[i])
		}
	}
	return kept
}
