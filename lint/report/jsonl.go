package report

import (
	"io"

	"mtlint/lint"
)

// JSONLines writes one finding a line, each an item of "diagnostics" of [JSON], as soon as its file is reported. A run
// without findings writes nothing.
type JSONLines struct{ out *jsonStream }

// NewJSONLines returns a reporter that writes to w.
func NewJSONLines(w io.Writer) *JSONLines { return &JSONLines{newJSONStream(w)} }

// Report writes the findings of one file.
func (j *JSONLines) Report(r *lint.Result) error {
	for i := range r.Findings {
		if err := j.out.value("", diagnosticJSON(&r.Findings[i])); err != nil {
			return err
		}
		j.out.text("\n")
	}
	return j.out.flush()
}

// Finish writes nothing.
func (j *JSONLines) Finish(Run) error { return nil }
