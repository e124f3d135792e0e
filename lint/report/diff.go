package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"mtlint/lint"
)

// Diff writes what [lint.Repair] changed as a unified diff that git apply and patch -p1 take, and a line that sums the run
// up on a writer of its own. In colour the diff is for people: the words that change are marked, and what is invisible is
// spelt out.
type Diff struct {
	w          *bufio.Writer
	opt        TextOptions
	summary    io.Writer
	summaryOpt TextOptions
	totals     Totals
	file       *fileDiff       // of the records that come; nil where none do
	written    map[string]bool // the files that have a diff, as realPath names them
}

// NewDiff returns a reporter that writes the diff to w.
func NewDiff(w io.Writer, opt TextOptions, summary io.Writer, summaryOpt TextOptions) *Diff {
	return &Diff{w: bufio.NewWriter(w), opt: opt, summary: summary, summaryOpt: summaryOpt, written: make(map[string]bool)}
}

// Report writes the changes to one file. Those to its records are written together, as changes to the file.
func (d *Diff) Report(r *lint.Result) error {
	d.totals.Add(r)
	if err := d.endRecords(r.In); err != nil {
		return err
	}
	if r.Repairs == nil {
		return nil
	}
	if r.In == "" {
		if len(r.Repairs.Edits) > 0 {
			real := realPath(r.Path)
			if d.written[real] {
				return nil
			}
			d.written[real] = true
		}
		f := &fileDiff{d: d, path: r.Path}
		f.add(r.Repairs)
		return f.end()
	}
	if d.file == nil {
		d.file = &fileDiff{d: d, path: r.In}
	}
	d.file.add(r.Repairs)
	return d.file.flush()
}

// endRecords ends the diff of the records before, unless the next result is of the same file.
func (d *Diff) endRecords(next string) error {
	f := d.file
	if f == nil || f.path == next {
		return nil
	}
	d.file = nil
	return f.end()
}

// line writes a line in a style.
func (d *Diff) line(style, text string) { d.w.WriteString(d.opt.paint(style, text) + "\n") }

// Finish writes the summary line.
func (d *Diff) Finish(run Run) error {
	if err := d.endRecords(""); err != nil {
		return err
	}
	_, err := fmt.Fprintln(d.summary, d.totals.sentence(d.summaryOpt, run, "to fix"))
	return err
}

// realPath returns the path that git apply and patch know the file by that is repaired: behind all symbolic links, of which
// they change none, and from the current folder. What is not below that has its path as it is.
func realPath(path string) string {
	real, err := wholePath(path)
	here, failed := wholePath(".")
	if err != nil || failed != nil {
		return path
	}
	if real, err = filepath.Rel(here, real); err != nil || !filepath.IsLocal(real) {
		return path
	}
	return filepath.ToSlash(real)
}

// wholePath returns the absolute path of a file behind all symbolic links.
func wholePath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// diffName returns a path as the header of a diff has it: below a/ or b/, in quotation marks where it holds characters
// that would end it, and with a tab behind it where it holds spaces.
func diffName(side, path string) string {
	name := side + strings.TrimLeft(path, "/")
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
