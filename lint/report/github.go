package report

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"mtlint/lint"
)

// GitHub writes the log of a step of GitHub Actions: the findings in one group a file, and the first of each level as
// annotations of their lines, as many as GitHub shows. A summary of the job in Markdown goes to a writer of its own.
type GitHub struct {
	w         *bufio.Writer
	annotated [lint.Error + 1]int // annotations written, by severity
	totals    Totals
	summary   *jobSummary // nil for none
}

// maxAnnotations is how many annotations of each level GitHub keeps of one step.
const maxAnnotations = 10

// NewGitHub returns a reporter that writes to w, and the summary of the job to a writer of its own, nil for none.
func NewGitHub(w, summary io.Writer) *GitHub {
	g := &GitHub{w: bufio.NewWriter(w)}
	if summary != nil {
		g.summary = newJobSummary(summary)
	}
	return g
}

// Report writes the group of one file, where there is something to say of it.
func (g *GitHub) Report(r *lint.Result) error {
	g.totals.Add(r)
	if g.summary != nil {
		g.summary.add(r)
	}
	if len(r.Findings) == 0 && r.Err == nil {
		return nil
	}
	path := r.Path
	fmt.Fprintf(g.w, "::group::%s\n", escapeData(fmt.Sprintf("%s: %s", path, Count(len(r.Findings), "finding"))))
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprintf(g.w, "%d:%d: %s: %s (%s)\n", f.At.Start.Line, f.At.Start.Column, f.Severity, logged(f.Message), f.Rule.Name)
		if g.annotated[f.Severity]++; g.annotated[f.Severity] <= maxAnnotations {
			fmt.Fprintf(g.w, "::%s %s::%s\n", gitHubLevel(f.Severity), gitHubPlace(f), escapeData(f.Message))
		}
	}
	if r.Err != nil {
		if g.annotated[lint.Error]++; g.annotated[lint.Error] <= maxAnnotations {
			fmt.Fprintf(g.w, "::error file=%s,title=mtlint::%s\n", escapeProperty(path), escapeData(r.Err.Error()))
		}
	}
	g.w.WriteString("::endgroup::\n")
	return g.w.Flush()
}

// Finish writes the summary line, and the summary of the job.
func (g *GitHub) Finish(run Run) error {
	sentence := g.totals.sentence(TextOptions{}, run, "fixed")
	fmt.Fprintf(g.w, "%s\n", logged(sentence))
	left := 0
	for _, n := range g.annotated {
		left += max(0, n-maxAnnotations)
	}
	if left > 0 {
		fmt.Fprintf(g.w, "GitHub shows %d annotations a level and step: %s stand in the groups above and in the summary of the job only\n", maxAnnotations, Count(left, "finding"))
	}
	if err := g.w.Flush(); err != nil || g.summary == nil {
		return err
	}
	return g.summary.write(sentence)
}

func gitHubLevel(s lint.Severity) string {
	if s == lint.Info {
		return "notice"
	}
	return s.String()
}

// gitHubPlace returns the properties of an annotation. GitHub takes columns only of what stands in one line.
func gitHubPlace(f *lint.Finding) string {
	start, end := f.At.Start, f.At.End
	s := fmt.Sprintf("file=%s,line=%d,endLine=%d", escapeProperty(f.At.File()), start.Line, end.Line)
	if start.Line == end.Line {
		s += fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
	}
	return s + ",title=" + escapeProperty(f.Rule.Name)
}

// escapeData escapes the message of a workflow command.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(strings.ToValidUTF8(s, "\uFFFD"))
}

// escapeProperty escapes a property of a workflow command.
func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}

// logged returns a text as one line of a log that holds no workflow command: the runner obeys one in the old notation,
// which begins with ##[, anywhere in a line.
func logged(s string) string {
	return strings.ReplaceAll(Visible(strings.ToValidUTF8(s, "\uFFFD")), "##[", "# #[")
}

// jobSummary is the summary of a job: what was found by rule and by file.
type jobSummary struct {
	w     io.Writer
	rules ruleCounts
	files strings.Builder // the findings, a table a file
	left  int             // findings that have no room
}

// maxJobSummary is how many bytes of findings are written; GitHub refuses a summary of more than 1 MiB in all.
const maxJobSummary = 900 << 10

func newJobSummary(w io.Writer) *jobSummary { return &jobSummary{w: w, rules: make(ruleCounts)} }

// add adds the findings of one file.
func (s *jobSummary) add(r *lint.Result) {
	s.rules.add(r)
	if len(r.Findings) == 0 {
		return
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n<details><summary>%s: %s</summary>\n\n| line | level | finding | rule |\n|---:|---|---|---|\n",
		html.EscapeString(Visible(r.Path)), Count(len(r.Findings), "finding"))
	for i := range r.Findings {
		f := &r.Findings[i]
		e := cutExcerpt(&f.At, plainWidth)
		fmt.Fprintf(&b, "| %d:%d | %s | %s<br>%s<b>%s</b>%s | %s |\n", f.At.Start.Line, f.At.Start.Column, f.Severity,
			markdown(f.Message), markdown(e.before), markdown(e.text), markdown(e.after), f.Rule.Name)
	}
	b.WriteString("\n</details>\n")
	if s.left > 0 || s.files.Len()+b.Len() > maxJobSummary {
		s.left += len(r.Findings)
		return
	}
	s.files.WriteString(b.String())
}

// write writes the summary in one piece.
func (s *jobSummary) write(sentence string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "### mtlint\n\n%s\n", markdown(sentence))
	if rows := s.rules.sorted(); len(rows) > 0 {
		b.WriteString("\n| rule | level | findings | files |\n|---|---|---:|---:|\n")
		for _, c := range rows {
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.name, c.severity, Thousands(c.findings), Thousands(c.files))
		}
	}
	b.WriteString(s.files.String())
	if s.left > 0 {
		fmt.Fprintf(&b, "\n%s more have no room here: they are in the log.\n", Count(s.left, "finding"))
	}
	_, err := io.WriteString(s.w, b.String())
	return err
}

// markdown returns a text that Markdown shows as it is.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range Visible(s) {
		switch {
		case r == '<' || r == '>' || r == '&':
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
			continue
		case r < 0x80 && strings.ContainsRune("\\`*_{}[]()#+-.!|~\"'$%,/:;=?@^", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
