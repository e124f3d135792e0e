package report

import (
	"io"

	"mtlint/lint"
)

// RDJSON writes the Reviewdog Diagnostic Format. Columns count bytes of UTF-8.
type RDJSON struct {
	out *jsonStream
	any bool // a finding was written
}

// NewRDJSON returns a reporter that writes to w.
func NewRDJSON(w io.Writer) *RDJSON { return &RDJSON{out: newJSONStream(w)} }

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

// Report writes the findings of one file.
func (d *RDJSON) Report(r *lint.Result) error {
	for i := range r.Findings {
		separator := ",\n  "
		if !d.any {
			separator = rdHead + "\n  "
			d.any = true
		}
		if err := d.out.value(separator, rdOf(&r.Findings[i])); err != nil {
			return err
		}
	}
	return nil
}

const rdHead = "{\"source\": {\"name\": \"mtlint\"},\n \"diagnostics\": ["

// Finish ends the document.
func (d *RDJSON) Finish(Run) error {
	if !d.any {
		d.out.text(rdHead)
	}
	d.out.text("]}\n")
	return d.out.flush()
}

func rdOf(f *lint.Finding) *rdDiagnostic {
	out := &rdDiagnostic{
		Message:  f.Message,
		Location: rdPlace(&f.At),
		Severity: rdSeverity(f.Severity),
		Code:     rdCode{f.Rule.Name},
	}
	for i := range f.Edited {
		if at, text, ok := oneEdit(f, i); ok {
			out.Suggestions = append(out.Suggestions, rdSuggestion{rdRangeOf(at), text})
		}
	}
	for i := range f.Related {
		out.Related = append(out.Related, rdRelated{f.Related[i].Message, rdPlace(&f.Related[i].Location)})
	}
	return out
}

// oneEdit returns a fix of the finding as one edit, since a suggestion has no more. It fails where the text between the
// edits is not in the context of the finding.
func oneEdit(f *lint.Finding, i int) (lint.Place, string, bool) {
	edits, places := f.Fixes[i].Edits, f.Edited[i]
	switch len(edits) {
	case 0:
		return lint.Place{}, "", false
	case 1:
		return places[0], edits[0].Text, true
	}
	start, end := edits[0].Start, edits[len(edits)-1].End
	at := lint.Place{Start: places[0].Start, End: places[len(places)-1].End}
	old, ok := between(&f.At, start, end)
	if !ok || at.Start.Line == at.End.Line && at.End.UTF8-at.Start.UTF8 != end-start {
		return lint.Place{}, "", false
	}
	return at, edited(old, start, edits), true
}

func rdPlace(l *lint.Location) rdLocation {
	return rdLocation{l.File(), rdRangeOf(lint.Place{Start: l.Start, End: l.End})}
}

func rdRangeOf(p lint.Place) rdRange {
	return rdRange{rdPosition{p.Start.Line, p.Start.UTF8 + 1}, rdPosition{p.End.Line, p.End.UTF8 + 1}}
}

func rdSeverity(s lint.Severity) string {
	return [...]string{lint.Info: "INFO", lint.Warning: "WARNING", lint.Error: "ERROR"}[s]
}
