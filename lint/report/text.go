package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mtlint/lint"
)

// Text writes findings for people: where and what, the text with the place marked, and how to repair it.
//
//	a.txt:3:26: warning: capital letter behind a semicolon (casing/after-semicolon)
//	  │ …ended without a result; They will go on in March.
//	  │                          ^^^^
//	  ╰ fix: write it in lower case: ‘they’ (safe)
//
// A file's findings are written as soon as it is reported.
type Text struct {
	w      *bufio.Writer
	opt    TextOptions
	totals Totals
	any    bool // a finding was written
}

// TextOptions says how the text looks.
type TextOptions struct {
	Width int           // columns of the terminal
	Color bool          // mark up with ANSI escapes
	Least lint.Severity // of the findings that are not hidden; 0 means Warning
	Timed bool          // say how long the run took
}

// NewText returns a reporter that writes to w.
func NewText(w io.Writer, opt TextOptions) *Text {
	return &Text{w: bufio.NewWriter(w), opt: opt}
}

// Report writes the findings of one file.
func (t *Text) Report(r *lint.Result) error {
	t.totals.Add(r)
	for i := range r.Findings {
		if t.any {
			t.w.WriteByte('\n')
		}
		t.any = true
		t.finding(&r.Findings[i])
	}
	return t.w.Flush()
}

// Finish writes the summary line.
func (t *Text) Finish(run Run) error {
	if t.any {
		t.w.WriteByte('\n')
	}
	t.w.WriteString(t.totals.sentence(t.opt, run, "fixed") + "\n")
	return t.w.Flush()
}

// finding writes one finding.
func (t *Text) finding(f *lint.Finding) {
	opt := t.opt
	fmt.Fprintf(t.w, "%s: %s: %s %s\n",
		opt.paint(bold, place(f.At.Path, f.At.Start)),
		opt.paint(severityStyle(f.Severity), f.Severity.String()),
		Visible(f.Message), opt.paint(faint, "("+f.Rule.Name+")"))

	e := cutExcerpt(&f.At, opt.Width-gutter)
	bar := opt.paint(faint, "  │ ")
	fmt.Fprintf(t.w, "%s%s%s%s\n", bar, e.before, opt.paint(severityStyle(f.Severity), e.text), e.after)
	fmt.Fprintf(t.w, "%s%s%s\n", bar, strings.Repeat(" ", e.column), opt.paint(severityStyle(f.Severity), strings.Repeat("^", e.carets)))

	notes := t.notes(f)
	for i, n := range notes {
		corner := "  ├ "
		if i == len(notes)-1 {
			corner = "  ╰ "
		}
		t.w.WriteString(opt.paint(faint, corner) + n + "\n")
	}
}

// gutter is the width of the bar before an excerpt, in columns.
const gutter = 4

// notes returns the lines below the excerpt: the fixes, best first, and the related places.
func (t *Text) notes(f *lint.Finding) []string {
	var out []string
	for i, fix := range f.Fixes {
		label := "fix"
		if i > 0 {
			label = "or"
		}
		out = append(out, fmt.Sprintf("%s: %s %s", t.opt.paint(good, label), t.opt.describeFix(f, fix), t.opt.paint(faint, "("+fix.Safety.String()+")")))
	}
	notes, more := relatedNotes(f)
	for _, n := range notes {
		out = append(out, t.opt.paint(label, "see also")+" "+n)
	}
	if more > 0 {
		out = append(out, t.opt.paint(label, "and")+" "+Count(more, "more place"))
	}
	return out
}

// relatedNotes says where to look beside a finding, and how many places there are more.
func relatedNotes(f *lint.Finding) (notes []string, more int) {
	related := slices.DeleteFunc(slices.Clone(f.Related), func(r lint.RelatedLocation) bool { return editedBy(f, r) })
	shown := len(related)
	if shown > maxRelated+1 {
		shown = maxRelated
	}
	for _, r := range related[:shown] {
		note := strconv.Itoa(r.Start.Line) + ":" + strconv.Itoa(r.Start.Column)
		if r.Path != f.At.Path {
			note = place(r.Path, r.Start)
		}
		if !strings.Contains(r.Message, r.Text) {
			note += " " + quote(r.Text)
		}
		if r.Message != "" {
			note += ": " + Visible(r.Message)
		}
		notes = append(notes, note)
	}
	return notes, len(related) - shown
}

// editedBy reports whether a fix of the finding edits a related place that is not the finding's own: naming the place says
// nothing new.
func editedBy(f *lint.Finding, r lint.RelatedLocation) bool {
	return r.Path == f.At.Path && slices.ContainsFunc(f.Fixes, func(fix lint.Fix) bool {
		return slices.ContainsFunc(fix.Edits, func(e lint.Edit) bool {
			own := f.At.Start.Offset <= e.Start && e.Start < f.At.End.Offset
			return !own && r.Start.Offset <= e.Start && e.Start <= r.End.Offset
		})
	})
}

// maxRelated is how many related places are named, when more than one would go unnamed.
const maxRelated = 4

// place returns path:line:column.
func place(path string, p lint.Position) string {
	return Visible(path) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// describeFix returns the title of a fix and, unless the title says so, what it makes of the text.
func (o TextOptions) describeFix(f *lint.Finding, fix lint.Fix) string {
	title := Visible(fix.Title)
	old, text, ok := repaired(&f.At, fix)
	if !ok || strings.TrimSpace(text) == "" || says(fix.Title, text) || saysEach(fix) {
		return title
	}
	if old == "" {
		return title + ": " + quote(text)
	}
	return title + ": " + o.change(old, text)
}

// says reports whether a title names a text: as its last word or words, or in quotation marks.
func says(title, text string) bool {
	return strings.HasSuffix(title, " "+text) || strings.Contains(title, "‘"+text+"’")
}

// saysEach reports whether the title of a fix of several edits names the text that each of them puts in: write Kadhimi
// everywhere.
func saysEach(fix lint.Fix) bool {
	return len(fix.Edits) > 1 && !slices.ContainsFunc(fix.Edits, func(e lint.Edit) bool {
		return e.Text == "" || !strings.Contains(fix.Title+" ", " "+e.Text+" ")
	})
}

// repaired returns the span of a finding together with what lies between it and the edits of a fix, and what the fix
// makes of that. It fails when that is not all in the context of the location.
func repaired(at *lint.Location, fix lint.Fix) (old, text string, ok bool) {
	if len(fix.Edits) == 0 {
		return "", "", false
	}
	start := min(at.Start.Offset, fix.Edits[0].Start)
	end := max(at.End.Offset, fix.Edits[len(fix.Edits)-1].End)
	if start == at.Start.Offset && end == at.End.Offset && len(fix.Edits) == 1 && fix.Edits[0].Start == start && fix.Edits[0].End == end {
		return at.InFile(), fix.Edits[0].Text, true
	}
	old, ok = between(at, start, end)
	if !ok || end-start > maxRepaired {
		return "", "", false
	}
	return old, edited(old, start, fix.Edits), true
}

// between returns the bytes of the file from start to end. It fails when they are not all in the context of the location.
func between(at *lint.Location, start, end int) (string, bool) {
	// The context is text: only where it has the length of its bytes in the file are they the same.
	from := at.Start.Offset - len(at.Before)
	all := at.Before + at.InFile() + at.After
	if len(at.InFile()) != at.End.Offset-at.Start.Offset || start < from || end > from+len(all) {
		return "", false
	}
	part := all[start-from : end-from]
	return part, at.In == "" || !strings.ContainsFunc(part, func(r rune) bool { return r > '~' || r < ' ' || strings.ContainsRune(`"\/`, r) })
}

// edited returns what edits make of the text that begins at offset start of the file.
func edited(old string, start int, edits []lint.Edit) string {
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(old[done : e.Start-start])
		b.WriteString(e.Text)
		done = e.End - start
	}
	b.WriteString(old[done:])
	return b.String()
}

// maxRepaired is the longest stretch, in bytes, that a fix is shown on.
const maxRepaired = 80

// quote returns s in quotation marks, shortened and with everything in it visible.
func quote(s string) string {
	return "‘" + join(shorten(cells(s, true), maxQuote)) + "’"
}

// maxQuote is how wide a quoted text may be, in columns.
const maxQuote = 60
