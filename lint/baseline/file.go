package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
)

// version is the version of the file that is read and written.
const version = 1

// jsonEntry is one entry in the file, on a line of its own.
type jsonEntry struct {
	Path     string `json:"path"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Before   string `json:"before"`
	Text     string `json:"text"`
	After    string `json:"after"`
	Count    int    `json:"count"`
}

// ErrMissing says that there is no baseline yet.
var ErrMissing = errors.New("there is no such file: --write-baseline makes it")

// Read reads a baseline for a run that shows findings of the given severity and above. Paths of results are from the
// current folder. It fails on a file that is damaged or of another version, and with [ErrMissing] where there is none.
func Read(path string, least lint.Severity) (*Baseline, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("baseline %s: %w", path, ErrMissing)
	} else if err != nil {
		return nil, fmt.Errorf("read the baseline: %w", err)
	}
	entries, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("baseline %s: %w", path, err)
	}
	b, err := newBaseline(path, entries, least)
	if err != nil {
		return nil, err
	}
	b.old = string(text)
	return b, nil
}

// New returns the baseline of a file that is not there yet.
func New(path string, least lint.Severity) (*Baseline, error) { return newBaseline(path, nil, least) }

// Write puts entries in place of what the file holds, all at once, unless it holds them already.
func (b *Baseline) Write(entries []Entry) error {
	switch text := Text(entries); {
	case text == b.old:
		return nil
	case b.old == "":
		return atomicfile.Make(b.Path, text)
	default:
		return atomicfile.Rewrite(b.Path, b.old, text)
	}
}

// Text returns the file of these entries, which are sorted: one line each.
func Text(entries []Entry) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"version\": %d,\n \"findings\": [", version)
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, e := range entries {
		if i > 0 {
			b.Truncate(b.Len() - 1) // the end of the line that the encoder wrote
			b.WriteByte(',')
		}
		b.WriteString("\n  ")
		_ = enc.Encode(jsonEntry{e.Path, e.Rule, e.Severity.String(), e.Before, e.Text, e.After, e.Count}) // texts and a number
	}
	if len(entries) > 0 {
		b.Truncate(b.Len() - 1)
	}
	b.WriteString("]}\n")
	return b.String()
}

// parse returns the entries of a file, sorted.
func parse(text []byte) ([]Entry, error) {
	var head struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return nil, damaged(text, err)
	}
	switch {
	case head.Version == nil:
		return nil, damaged(text, errors.New("it has no version"))
	case *head.Version != version:
		return nil, fmt.Errorf("it is of version %d, and this mtlint reads version %d: use the mtlint that wrote it", *head.Version, version)
	}
	var file struct {
		Version  int         `json:"version"`
		Findings []jsonEntry `json:"findings"`
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, damaged(text, err)
	}
	same := make(map[string]string) // paths and rules stand there often, and are kept once
	once := func(s string) string {
		if t, ok := same[s]; ok {
			return t
		}
		s = strings.Clone(s)
		same[s] = s
		return s
	}
	entries := make([]Entry, len(file.Findings))
	for i, e := range file.Findings {
		severity, err := lint.ParseSeverity(e.Severity)
		if err == nil && (e.Path == "" || e.Rule == "" || e.Count < 1) {
			err = errors.New("a path, a rule or a count of 1 or more is missing")
		}
		if err != nil {
			return nil, damaged(text, fmt.Errorf("finding %d: %w", i+1, err))
		}
		entries[i] = Entry{once(e.Path), lint.Fingerprint{Rule: once(e.Rule), Before: e.Before, Text: e.Text, After: e.After}, severity, e.Count}
	}
	return slices.Clip(merge(entries)), nil
}

// damaged says where a file is not what it should be, and what to do.
func damaged(text []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	where, why := "", strings.TrimPrefix(err.Error(), "json: ")
	switch {
	case errors.As(err, &syntax):
		where = lineOf(text, syntax.Offset)
	case errors.As(err, &kind):
		where, why = lineOf(text, kind.Offset), fmt.Sprintf("%s is of the wrong type: %s", cmp.Or(kind.Field, "the file"), kind.Value)
	case !utf8.Valid(text):
		where = "it is no UTF-8: "
	}
	return fmt.Errorf("it is damaged: %s%s: restore it, or delete it and write it anew with --write-baseline", where, why)
}

func lineOf(text []byte, offset int64) string {
	return fmt.Sprintf("line %d: ", 1+bytes.Count(text[:min(int(offset), len(text))], []byte("\n")))
}
