package report

import "mtlint/lint"

// None writes nothing: the exit code says what there is to know.
type None struct{}

// Report writes nothing.
func (None) Report(*lint.Result) error { return nil }

// Finish writes nothing.
func (None) Finish(Run) error { return nil }
