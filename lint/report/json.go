package report

import (
	"bufio"
	"io"
	"strconv"
	"unicode/utf8"

	"mtlint/lint"
)

// JSON writes one JSON document: version, diagnostics, files and summary. Offsets are bytes of the file, lines and
// columns start at 1, columns count code points, ends are exclusive, and a list without items is [].
type JSON struct {
	w      *bufio.Writer
	buf    []byte // the items of one file
	files  []byte // the items of "files"
	totals Totals
	any    bool // a diagnostic was written
}

// NewJSON returns a reporter that writes to w.
func NewJSON(w io.Writer) *JSON { return &JSON{w: bufio.NewWriterSize(w, 64<<10)} }

// Report writes the findings of one file and keeps its line of "files" for the end.
func (j *JSON) Report(r *lint.Result) error {
	j.files = appendSeparator(j.files, j.totals.Files == 0)
	j.files = appendFile(j.files, r)
	j.totals.Add(r)
	b := j.buf[:0]
	for i := range r.Findings {
		if !j.any {
			b = append(b, "{\"version\": 1,\n \"diagnostics\": ["...)
		}
		b = appendSeparator(b, !j.any)
		b = appendFinding(b, &r.Findings[i])
		j.any = true
	}
	j.buf = b
	_, err := j.w.Write(b)
	return err
}

// Finish writes the files and the summary.
func (j *JSON) Finish() error {
	if !j.any {
		j.w.WriteString("{\"version\": 1,\n \"diagnostics\": [")
	}
	j.w.WriteString("],\n \"files\": [")
	j.w.Write(j.files)
	j.w.WriteString("],\n \"summary\": ")
	t := &j.totals
	b := appendInt(j.buf[:0], `{"files":`, t.Files)
	b = appendInt(b, `,"words":`, t.Words)
	b = appendInt(b, `,"errors":`, t.Errors)
	b = appendInt(b, `,"warnings":`, t.Warnings)
	b = appendInt(b, `,"infos":`, t.Infos)
	j.w.Write(append(b, "}}\n"...))
	return j.w.Flush()
}

// appendSeparator begins the line of an item of a long list.
func appendSeparator(b []byte, first bool) []byte {
	if !first {
		b = append(b, ',')
	}
	return append(b, "\n  "...)
}

func appendFile(b []byte, r *lint.Result) []byte {
	failure := ""
	if r.Err != nil {
		failure = r.Err.Error()
	}
	b = appendString(b, `{"path":`, r.Path)
	b = appendInt(b, `,"words":`, r.Words)
	b = appendInt(b, `,"suppressed":`, 0)
	b = appendString(b, `,"error":`, failure)
	return append(b, '}')
}

func appendFinding(b []byte, f *lint.Finding) []byte {
	b = appendString(b, `{"path":`, f.At.Path)
	b = appendString(b, `,"rule":`, f.Rule.Name)
	b = appendString(b, `,"severity":`, f.Severity.String())
	b = appendString(b, `,"mqm":`, f.Rule.MQM)
	b = appendString(b, `,"message":`, f.Message)
	b = appendSpan(b, &f.At)
	b = appendString(b, `,"text":`, f.At.Text)
	b = append(b, `,"fixes":[`...)
	for i := range f.Fixes {
		b = appendFix(appendComma(b, i), &f.Fixes[i])
	}
	b = append(b, `],"related":[`...)
	for i := range f.Related {
		r := &f.Related[i]
		b = appendString(appendComma(b, i), `{"path":`, r.Path)
		b = appendSpan(b, &r.Location)
		b = appendString(b, `,"message":`, r.Message)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

func appendSpan(b []byte, l *lint.Location) []byte {
	b = appendPosition(append(b, `,"span":{"start":`...), &l.Start)
	b = appendPosition(append(b, `,"end":`...), &l.End)
	return append(b, '}')
}

func appendPosition(b []byte, p *lint.Position) []byte {
	b = appendInt(b, `{"offset":`, p.Offset)
	b = appendInt(b, `,"line":`, p.Line)
	b = appendInt(b, `,"column":`, p.Column)
	return append(b, '}')
}

func appendFix(b []byte, f *lint.Fix) []byte {
	b = appendString(b, `{"title":`, f.Title)
	b = appendString(b, `,"safety":`, f.Safety.String())
	b = append(b, `,"edits":[`...)
	for i := range f.Edits {
		e := &f.Edits[i]
		b = appendInt(appendComma(b, i), `{"start":`, e.Start)
		b = appendInt(b, `,"end":`, e.End)
		b = appendString(b, `,"text":`, e.Text)
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// appendComma parts item i of a list from the one before.
func appendComma(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return b
}

// appendInt appends a key, with what stands round it, and a number.
func appendInt(b []byte, key string, n int) []byte {
	return strconv.AppendInt(append(b, key...), int64(n), 10)
}

// appendString appends a key, with what stands round it, and a string. What is no UTF-8 becomes U+FFFD; the line
// separators of Unicode, which end a line of JavaScript, are escaped.
func appendString(b []byte, key, s string) []byte {
	b = append(append(b, key...), '"')
	plain := 0 // where the bytes begin that stand for themselves
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError && n == 1 {
			b = appendEscape(append(b, s[plain:i]...), r)
			plain = i + n
		}
		i += n
	}
	return append(append(b, s[plain:]...), '"')
}

func appendEscape(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\b':
		return append(b, `\b`...)
	case '\f':
		return append(b, `\f`...)
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
