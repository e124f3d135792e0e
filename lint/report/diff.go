package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"mtlint/lint"
)

// Diff writes what [lint.Repair] changed as a unified diff that git apply and patch -p1 take, and a line that sums the run
// up on a writer of its own.
type Diff struct {
	w       *bufio.Writer
	summary io.Writer
	opt     TextOptions
	totals  Totals
}

// NewDiff returns a reporter that writes the diff to w.
func NewDiff(w, summary io.Writer, opt TextOptions) *Diff {
	return &Diff{w: bufio.NewWriter(w), summary: summary, opt: opt}
}

// Report writes the changes to one file.
func (d *Diff) Report(r *lint.Result) error {
	d.totals.Add(r)
	if r.Repairs == nil || len(r.Repairs.Edits) == 0 {
		return nil
	}
	edits := make([]udiff.Edit, len(r.Repairs.Edits))
	for i, e := range r.Repairs.Edits {
		edits[i] = udiff.Edit{Start: e.Start, End: e.End, New: e.Text}
	}
	text, err := udiff.ToUnified(diffName("a/", r.Path), diffName("b/", r.Path), r.Repairs.Old, edits, udiff.DefaultContextLines)
	if err != nil {
		return fmt.Errorf("%s: %w", r.Path, err)
	}
	d.w.WriteString(text)
	return d.w.Flush()
}

// Finish writes the summary line.
func (d *Diff) Finish() error {
	_, err := fmt.Fprintln(d.summary, d.totals.sentence(d.opt, "to fix"))
	return err
}

// diffName returns a path as the header of a diff has it: below a/ or b/, in quotation marks where it holds characters
// that would end it, and with a tab behind it where it holds spaces.
func diffName(side, path string) string {
	name := side + strings.TrimLeft(filepath.ToSlash(path), "/")
	switch {
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7F }):
		return quoteC(name)
	case strings.Contains(name, " "):
		return name + "\t"
	}
	return name
}

// quoteC returns a name as a string of C.
func quoteC(name string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteString("\\" + string(c))
		case c < ' ' || c == 0x7F:
			fmt.Fprintf(&b, "\\%03o", c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
