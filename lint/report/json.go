package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"mtlint/lint"
)

// JSON writes one JSON document: version, diagnostics, files and summary. Offsets are bytes of the file, lines and
// columns start at 1, columns count code points, ends are exclusive, and a list without items is [].
type JSON struct {
	w      *bufio.Writer
	buf    bytes.Buffer
	enc    *json.Encoder // into buf
	files  []jsonFile
	totals Totals
	any    bool // a diagnostic was written
}

// NewJSON returns a reporter that writes to w.
func NewJSON(w io.Writer) *JSON {
	j := &JSON{w: bufio.NewWriterSize(w, 64<<10)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	return j
}

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

	*jsonRepairs // of a run that repairs
}

type jsonRepairs struct {
	Fixed  int `json:"fixed"`  // findings that were fixed
	ByHand int `json:"byHand"` // remaining findings that only a person can repair
}

// Report writes the findings of one file and keeps its line of "files" for the end.
func (j *JSON) Report(r *lint.Result) error {
	j.totals.Add(r)
	file := jsonFile{Path: r.Path, Words: r.Words}
	if r.Err != nil {
		file.Error = r.Err.Error()
	}
	j.files = append(j.files, file)
	for i := range r.Findings {
		separator := ",\n  "
		if !j.any {
			separator = "{\"version\": 1,\n \"diagnostics\": [\n  "
			j.any = true
		}
		if err := j.item(separator, diagnosticJSON(&r.Findings[i])); err != nil {
			return err
		}
	}
	return nil
}

// Finish writes the files and the summary.
func (j *JSON) Finish() error {
	separator := "],\n \"files\": ["
	if !j.any {
		separator = "{\"version\": 1,\n \"diagnostics\": [],\n \"files\": ["
	}
	j.w.WriteString(separator)
	for i, f := range j.files {
		separator := ",\n  "
		if i == 0 {
			separator = "\n  "
		}
		if err := j.item(separator, f); err != nil {
			return err
		}
	}
	t := j.totals
	summary := jsonSummary{Files: t.Files, Words: t.Words, Errors: t.Errors, Warnings: t.Warnings, Infos: t.Infos}
	if t.Repairing {
		summary.jsonRepairs = &jsonRepairs{t.Fixed, t.ByHand}
	}
	if err := j.item("],\n \"summary\": ", summary); err != nil {
		return err
	}
	j.w.WriteString("}\n")
	return j.w.Flush()
}

// item writes a value on the line that the separator begins.
func (j *JSON) item(separator string, v any) error {
	j.buf.Reset()
	if err := j.enc.Encode(v); err != nil {
		return err
	}
	j.w.WriteString(separator)
	_, err := j.w.Write(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
	return err
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
