package report

import (
	"io"

	"mtlint/lint"
)

// Format is one way to write a report.
type Format struct {
	Name  string
	New   func(io.Writer, Options) Reporter
	Edits bool // it says where the edits of fixes are: see lint.Config.EditPlaces
	Files bool // it shows whole texts: see lint.Config.KeepFiles
}

// Options is what a reporter has to know beside the results.
type Options struct {
	Text    TextOptions
	Version string                                // of mtlint
	Explain func(*lint.Rule) (Explanation, error) // documents a rule
	Summary func() io.Writer                      // opens the summary of a job on GitHub, which is in Markdown; it may return nil
}

// Explanation is the documentation of a rule.
type Explanation struct {
	Summary  string // one sentence
	Markdown string // a page
}

// Formats returns all formats.
func Formats() []Format {
	return []Format{
		{Name: "text", New: func(w io.Writer, o Options) Reporter { return NewText(w, o.Text) }},
		{Name: "json", New: func(w io.Writer, _ Options) Reporter { return NewJSON(w) }},
		{Name: "jsonl", New: func(w io.Writer, _ Options) Reporter { return NewJSONLines(w) }},
		{Name: "records", New: func(w io.Writer, _ Options) Reporter { return NewRecords(w) }},
		{Name: "sarif", New: func(w io.Writer, o Options) Reporter { return NewSARIF(w, o) }, Edits: true},
		{Name: "github", New: func(w io.Writer, o Options) Reporter { return NewGitHub(w, o.Summary()) }},
		{Name: "gitlab", New: func(w io.Writer, _ Options) Reporter { return NewGitLab(w) }},
		{Name: "junit", New: func(w io.Writer, _ Options) Reporter { return NewJUnit(w) }},
		{Name: "checkstyle", New: func(w io.Writer, _ Options) Reporter { return NewCheckstyle(w) }},
		{Name: "rdjson", New: func(w io.Writer, _ Options) Reporter { return NewRDJSON(w) }, Edits: true},
		{Name: "html", New: func(w io.Writer, o Options) Reporter { return NewHTML(w, o.Text) }, Files: true},
		{Name: "none", New: func(io.Writer, Options) Reporter { return None{} }},
	}
}
