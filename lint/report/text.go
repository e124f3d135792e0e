package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

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
		visible(f.Message), opt.paint(faint, "("+f.Rule.Name+")"))

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
			note += ": " + visible(r.Message)
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
	return visible(path) + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// describeFix returns the title of a fix and, unless the title says so, what it makes of the text.
func (o TextOptions) describeFix(f *lint.Finding, fix lint.Fix) string {
	title := visible(fix.Title)
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

// sentence returns the summary of a run; done says what became of the findings that are repaired.
func (t *Totals) sentence(opt TextOptions, run Run, done string) string {
	var parts []string
	if t.Failed == 0 || t.Failed < t.Texts() || t.Errors+t.Warnings+t.Infos > 0 { // nothing was found in what was not read
		parts = append(parts, t.found(opt, done))
	}
	if t.Failed > 0 {
		parts = append(parts, opt.paint(severityStyle(lint.Error), t.failed()+" failed"))
	}
	s := fmt.Sprintf("%s, %s: %s", t.texts(), Count(t.Words, "word"), strings.Join(parts, ", "))
	if t.Suppressed > 0 {
		s += opt.paint(faint, ", "+Thousands(t.Suppressed)+" suppressed in the text")
	}
	if t.Hidden > 0 {
		level := "at info level"
		if opt.Least == lint.Error {
			level = "at lower levels"
		}
		s += opt.paint(faint, fmt.Sprintf(" (%s more %s: --all)", Thousands(t.Hidden), level))
	}
	if run.Baseline != nil {
		s += run.Baseline.clause(opt)
	}
	if opt.Timed {
		s += opt.paint(faint, " in "+duration(run.Elapsed))
	}
	return s
}

// clause says what the baseline did: ; baseline: 12 known, 3 fixed since (2 quotes/stray, 1 dates/clock): --prune takes
// them out.
func (b *Baseline) clause(opt TextOptions) string {
	s := "; baseline: " + Thousands(b.Known) + " known"
	if len(b.Fixed) == 0 {
		return s
	}
	var rules []string
	for _, r := range b.Fixed[:min(len(b.Fixed), maxFixedRules)] {
		rules = append(rules, Thousands(r.Count)+" "+r.Rule)
	}
	if len(b.Fixed) > maxFixedRules {
		rules = append(rules, "…")
	}
	s += fmt.Sprintf(", %s (%s)", opt.paint(good, Thousands(b.fixed())+" fixed since"), strings.Join(rules, ", "))
	if !b.Pruned {
		s += ": --prune takes them out"
	}
	return s
}

// maxFixedRules is how many of the rules are named whose findings were fixed.
const maxFixedRules = 5

// duration returns a time as people say it: 12 ms, 3.4 s, 2 min 5 s.
func duration(d time.Duration) string {
	switch {
	case d < time.Second:
		return strconv.Itoa(int(d.Milliseconds())) + " ms"
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
}

// texts counts the files and records.
func (t *Totals) texts() string {
	switch {
	case t.Records == 0:
		return Count(t.Files, "file")
	case t.Files == 0:
		return Count(t.Records, "record")
	}
	return Count(t.Files, "file") + ", " + Count(t.Records, "record")
}

// failed counts those of them that failed.
func (t *Totals) failed() string {
	switch {
	case t.Records == 0:
		return Count(t.Failed, "file")
	case t.Files == 0:
		return Count(t.Failed, "record")
	}
	return Count(t.Failed, "text")
}

// found says what was found, and in a run that repairs what became of it: 3 findings fixed, 2 warnings remain: 1 with an
// unsafe fix (--unsafe-fixes), 1 for a person.
func (t *Totals) found(opt TextOptions, done string) string {
	left := t.severities(opt)
	switch {
	case left == "" && t.Fixed == 0:
		return opt.paint(good, "nothing found")
	case !t.Repairing:
		return left
	}
	s := "nothing " + done
	if t.Fixed > 0 {
		s = opt.paint(good, Count(t.Fixed, "finding")+" "+done)
	}
	if left == "" {
		return s + ", none " + remains(1)
	}
	n := t.Errors + t.Warnings + t.Infos
	var how []string
	if n > t.ByHand {
		how = append(how, Thousands(n-t.ByHand)+" with an unsafe fix (--unsafe-fixes)")
	}
	if t.ByHand > 0 {
		how = append(how, Thousands(t.ByHand)+" for a person")
	}
	return fmt.Sprintf("%s, %s %s: %s", s, left, remains(n), strings.Join(how, ", "))
}

func remains(n int) string {
	if n == 1 {
		return "remains"
	}
	return "remain"
}

// severities counts the findings by severity.
func (t *Totals) severities(opt TextOptions) string {
	var found []string
	add := func(n int, style, noun string) {
		if n > 0 {
			found = append(found, opt.paint(style, Count(n, noun)))
		}
	}
	add(t.Errors, severityStyle(lint.Error), "error")
	add(t.Warnings, severityStyle(lint.Warning), "warning")
	add(t.Infos, severityStyle(lint.Info), "info finding")
	return strings.Join(found, ", ")
}

// Count returns the number with its noun.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Thousands(n) + " " + noun
}

// Thousands returns n with commas.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// The styles, as ANSI codes.
const (
	bold  = "1"
	faint = "2"
	good  = "32"
	label = "36"

	removed = "7;31" // reversed, so that white space shows
	added   = "7;32"

	oldLine  = "31" // of a diff
	newLine  = "32"
	marked   = "7" // a word in such a line, whose colour goes on behind it
	unmarked = "27"
)

func severityStyle(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "1;31"
	case lint.Warning:
		return "1;33"
	}
	return "1;34"
}

// paint returns s in a style.
func (o TextOptions) paint(style, s string) string {
	if !o.Color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// Severity returns s in the style of a severity.
func (o TextOptions) Severity(sev lint.Severity, s string) string {
	return o.paint(severityStyle(sev), s)
}

// Strong returns s in the style of a heading.
func (o TextOptions) Strong(s string) string { return o.paint(bold, s) }
