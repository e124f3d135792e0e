package report

import (
	"io"

	"mtlint/lint"
)

// Records writes one line a file or record, in order and as soon as it is linted, also where nothing was found: an item of
// "files" of [JSON], with its findings as "diagnostics". So it answers every record of a stream.
type Records struct{ out *jsonStream }

// NewRecords returns a reporter that writes to w.
func NewRecords(w io.Writer) *Records { return &Records{newJSONStream(w)} }

type jsonRecord struct {
	jsonFile
	Diagnostics []*jsonDiagnostic `json:"diagnostics"`
}

// Report writes the line of one file or record.
func (j *Records) Report(r *lint.Result) error {
	answer := jsonRecord{fileJSON(r), make([]*jsonDiagnostic, len(r.Findings))}
	for i := range r.Findings {
		answer.Diagnostics[i] = diagnosticJSON(&r.Findings[i])
	}
	if err := j.out.value("", answer); err != nil {
		return err
	}
	j.out.text("\n")
	return j.out.flush()
}

// Finish writes nothing.
func (j *Records) Finish(Run) error { return nil }
