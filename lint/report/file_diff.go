package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"mtlint/lint"
)

// fileDiff writes the diff of one file, whose text comes in parts. It keeps of the text what hunks to come may show.
type fileDiff struct {
	d      *Diff
	path   string
	begun  bool        // the names of the file are written
	old    []byte      // whole lines, but for the last of the file
	edits  []lint.Edit // of old, not written yet
	line   int         // lines before old
	shift  int         // how many lines the new text is ahead there
	behind int         // lines behind the last edit
}

// add adds the next part of the text.
func (f *fileDiff) add(r *lint.Repairs) {
	at := len(f.old)
	f.old = append(f.old, r.Old...)
	for _, e := range r.Edits {
		f.edits = append(f.edits, lint.Edit{Span: lint.Span{Start: at + e.Start, End: at + e.End}, Text: e.Text})
	}
	if n := len(r.Edits); n > 0 {
		f.behind = strings.Count(r.Old[r.Edits[n-1].End:], "\n")
	} else {
		f.behind += strings.Count(r.Old, "\n")
	}
}

// flush writes the hunks that no change to come can belong to, and forgets the text that no hunk to come shows.
func (f *fileDiff) flush() error {
	const context = udiff.DefaultContextLines
	if len(f.edits) > 0 {
		if f.behind <= 3*context { // the line of the change, the lines that two hunks share, and those before the next
			return nil
		}
		if err := f.write(); err != nil {
			return err
		}
	}
	start := len(f.old)
	for n := 0; n < context && start > 0; n++ {
		start = bytes.LastIndexByte(f.old[:start-1], '\n') + 1
	}
	f.line += bytes.Count(f.old[:start], []byte("\n"))
	f.old = append(f.old[:0], f.old[start:]...)
	return nil
}

// end writes the last hunks.
func (f *fileDiff) end() error {
	if len(f.edits) > 0 {
		if err := f.write(); err != nil {
			return err
		}
	}
	return f.d.w.Flush()
}

// write writes the hunks of the edits.
func (f *fileDiff) write() error {
	if !f.begun {
		path := realPath(f.path)
		f.d.line(bold, "--- "+diffName("a/", path))
		f.d.line(bold, "+++ "+diffName("b/", path))
		f.begun = true
	}
	old := string(f.old)
	line, at := f.line+1, 0
	for _, h := range hunks(old, lineChanges(old, f.edits), udiff.DefaultContextLines) {
		text, from, to, err := h.body(old, f.d.opt)
		if err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
		line += strings.Count(old[at:h.Start], "\n")
		at = h.Start
		f.d.line(label, hunkHeader(line, from, line+f.shift, to))
		f.d.w.WriteString(text)
		f.shift += to - from
	}
	f.edits = f.edits[:0]
	return nil
}
