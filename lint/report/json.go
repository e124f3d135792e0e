package report

import (
	"io"

	"mtlint/lint"
)

// JSON writes one JSON document: version, diagnostics, files and summary. Offsets are bytes of the file, lines and
// columns start at 1, columns count code points, ends are exclusive, and a list without items is [].
type JSON struct {
	out    *jsonStream
	files  []jsonFile
	totals Totals
	any    bool // a diagnostic was written
}

// NewJSON returns a reporter that writes to w.
func NewJSON(w io.Writer) *JSON { return &JSON{out: newJSONStream(w)} }

type jsonPosition struct {
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

type jsonSpan struct {
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonEdit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Safety string     `json:"safety"`
	Edits  []jsonEdit `json:"edits"`
}

type jsonRelated struct {
	Path    string   `json:"path"`
	Span    jsonSpan `json:"span"`
	Message string   `json:"message"`
}

type jsonDiagnostic struct {
	Path     string        `json:"path"`
	Rule     string        `json:"rule"`
	Severity string        `json:"severity"`
	MQM      string        `json:"mqm"`
	Message  string        `json:"message"`
	Span     jsonSpan      `json:"span"`
	Text     string        `json:"text"`
	Fixes    []jsonFix     `json:"fixes"`
	Related  []jsonRelated `json:"related"`
}

type jsonFile struct {
	Path       string `json:"path"`
	Words      int    `json:"words"`
	Suppressed int    `json:"suppressed"`
	Error      string `json:"error"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Words    int `json:"words"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`

	*jsonRepairs               // of a run that repairs
	Baseline     *jsonBaseline `json:"baseline,omitempty"` // of a run with a baseline
}

type jsonRepairs struct {
	Fixed  int `json:"fixed"`  // findings that were fixed
	ByHand int `json:"byHand"` // remaining findings that only a person can repair
}

type jsonBaseline struct {
	Known int `json:"known"` // findings left out because the baseline has them
	Fixed int `json:"fixed"` // findings that the baseline has and that are no longer there
}

// Report writes the findings of one file and keeps its line of "files" for the end.
func (j *JSON) Report(r *lint.Result) error {
	j.totals.Add(r)
	j.files = append(j.files, fileJSON(r))
	for i := range r.Findings {
		separator := ",\n  "
		if !j.any {
			separator = "{\"version\": 1,\n \"diagnostics\": [\n  "
			j.any = true
		}
		if err := j.out.value(separator, diagnosticJSON(&r.Findings[i])); err != nil {
			return err
		}
	}
	return nil
}

func fileJSON(r *lint.Result) jsonFile {
	f := jsonFile{Path: r.Path, Words: r.Words, Suppressed: len(r.Suppressed)}
	if r.Err != nil {
		f.Error = r.Err.Error()
	}
	return f
}

// Finish writes the files and the summary.
func (j *JSON) Finish(run Run) error {
	separator := "],\n \"files\": ["
	if !j.any {
		separator = "{\"version\": 1,\n \"diagnostics\": [],\n \"files\": ["
	}
	j.out.text(separator)
	for i, f := range j.files {
		separator := ",\n  "
		if i == 0 {
			separator = "\n  "
		}
		if err := j.out.value(separator, f); err != nil {
			return err
		}
	}
	if err := j.out.value("],\n \"summary\": ", summaryJSON(&j.totals, run)); err != nil {
		return err
	}
	j.out.text("}\n")
	return j.out.flush()
}

func summaryJSON(t *Totals, run Run) *jsonSummary {
	s := &jsonSummary{Files: t.Texts(), Words: t.Words, Errors: t.Errors, Warnings: t.Warnings, Infos: t.Infos}
	if t.Repairing {
		s.jsonRepairs = &jsonRepairs{t.Fixed, t.ByHand}
	}
	if b := run.Baseline; b != nil {
		s.Baseline = &jsonBaseline{b.Known, b.fixed()}
	}
	return s
}

func diagnosticJSON(f *lint.Finding) *jsonDiagnostic {
	d := &jsonDiagnostic{
		Path:     f.At.Path,
		Rule:     f.Rule.Name,
		Severity: f.Severity.String(),
		MQM:      f.Rule.MQM,
		Message:  f.Message,
		Span:     spanJSON(&f.At),
		Text:     f.At.Text,
		Fixes:    make([]jsonFix, len(f.Fixes)),
		Related:  make([]jsonRelated, len(f.Related)),
	}
	for i, fix := range f.Fixes {
		edits := make([]jsonEdit, len(fix.Edits))
		for k, e := range fix.Edits {
			edits[k] = jsonEdit{e.Start, e.End, e.Text}
		}
		d.Fixes[i] = jsonFix{fix.Title, fix.Safety.String(), edits}
	}
	for i := range f.Related {
		r := &f.Related[i]
		d.Related[i] = jsonRelated{r.Path, spanJSON(&r.Location), r.Message}
	}
	return d
}

func spanJSON(l *lint.Location) jsonSpan {
	return jsonSpan{positionJSON(l.Start), positionJSON(l.End)}
}

func positionJSON(p lint.Position) jsonPosition { return jsonPosition{p.Offset, p.Line, p.Column} }
