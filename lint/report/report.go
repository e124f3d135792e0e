// Package report writes what [lint.Lint] found, for people and for programs.
//
// In go the results of a run, one file at a time and in order; out comes one format on a writer. A format is a file of its
// name and an entry in format.go; text.go shows places with excerpt.go and repairs with change.go. A report is written as
// its results come in; memory holds one line a file at most, and of the summary of a job on GitHub what GitHub takes.
package report

import (
	"time"

	"mtlint/lint"
)

// Reporter writes one run in one format.
type Reporter interface {
	// Report adds the result of one file.
	Report(*lint.Result) error
	// Finish ends the report. Nothing is added after it.
	Finish(Run) error
}

// Run is what is known of a run when all of it is linted.
type Run struct {
	Elapsed  time.Duration
	Baseline *Baseline // nil without a baseline
}

// Baseline says what a baseline did in a run.
type Baseline struct {
	Known  int         // findings left out because the baseline has them
	Fixed  []FixedRule // findings that the baseline has and that are no longer there, by rule
	Pruned bool        // those were taken out of the baseline
}

// FixedRule counts what was fixed of one rule.
type FixedRule struct {
	Rule  string
	Count int
}

// fixed returns how many findings were fixed.
func (b *Baseline) fixed() int {
	n := 0
	for _, r := range b.Fixed {
		n += r.Count
	}
	return n
}

// Totals counts what a run has found.
type Totals struct {
	Files, Records          int // a file of records counts by them alone
	Words                   int
	Errors, Warnings, Infos int
	Hidden                  int // findings below the wanted severity
	Suppressed              int // findings that a directive in the text leaves out
	Failed                  int // files and records that could not be read, wholly linted or repaired

	Repairing bool // the run is one of lint.Repair; the findings are those that remain
	Repaired  int  // files that were changed
	Fixed     int  // findings that were fixed
	ByHand    int  // remaining findings that only a person can repair
}

// Add counts one result.
func (t *Totals) Add(r *lint.Result) {
	switch {
	case r.IsRemainder():
		return
	case r.In == "":
		t.Files++
	default:
		t.Records++
	}
	t.Words += r.Words
	t.Hidden += r.Hidden
	t.Suppressed += len(r.Suppressed)
	if r.Err != nil {
		t.Failed++
	}
	t.addRepairs(r)
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case lint.Error:
			t.Errors++
		case lint.Warning:
			t.Warnings++
		default:
			t.Infos++
		}
	}
}

// Texts returns how many files and records the run has.
func (t *Totals) Texts() int { return t.Files + t.Records }

// addRepairs counts what was repaired in one file.
func (t *Totals) addRepairs(r *lint.Result) {
	if r.Repairs == nil {
		return
	}
	t.Repairing = true
	t.Fixed += r.Repairs.Fixed
	if r.Repairs.New != r.Repairs.Old {
		t.Repaired++
	}
	for i := range r.Findings {
		if r.Findings[i].ByHand() {
			t.ByHand++
		}
	}
}
