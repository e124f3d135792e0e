package report

import (
	"fmt"
	"io"
	"strings"

	"mtlint/lint"
)

// JUnit writes the XML of JUnit: a file is a test suite, a finding a test that failed, a file without findings one test
// that passed. A finding at info level passes with its message as output, since it does not fail the run either.
type JUnit struct{ out *xmlStream }

// NewJUnit returns a reporter that writes to w.
func NewJUnit(w io.Writer) *JUnit {
	j := &JUnit{newXMLStream(w)}
	j.out.open("testsuites", "name", "mtlint")
	j.out.raw(">\n")
	return j
}

// Report writes the test suite of one file.
func (j *JUnit) Report(r *lint.Result) error {
	var t Totals
	t.Add(r)
	tests := len(r.Findings) + t.Failed
	j.out.open("testsuite", "name", r.Path, "file", r.Path, "tests", max(tests, 1), "failures", t.Errors+t.Warnings, "errors", t.Failed)
	j.out.raw(">\n")
	if tests == 0 {
		j.testcase(r.Path, "mtlint")
		j.out.raw("/>\n")
	}
	for i := range r.Findings {
		j.finding(&r.Findings[i])
	}
	if r.Err != nil {
		j.testcase(r.Path, "mtlint")
		j.out.raw(">")
		j.out.open("error", "type", "failed", "message", r.Err.Error())
		j.out.raw("/></testcase>\n")
	}
	j.out.raw("</testsuite>\n")
	return nil
}

// testcase writes the start of a test.
func (j *JUnit) testcase(path, name string) { j.out.open("testcase", "classname", path, "name", name) }

// finding writes the test of one finding.
func (j *JUnit) finding(f *lint.Finding) {
	j.testcase(f.At.Path, fmt.Sprintf("%s at %d:%d", f.Rule.Name, f.At.Start.Line, f.At.Start.Column))
	j.out.raw(">")
	if f.Severity == lint.Info {
		j.out.raw("<system-out>")
		j.out.text(f.Message + "\n" + inPlain(f))
		j.out.raw("</system-out></testcase>\n")
		return
	}
	j.out.open("failure", "type", f.Severity.String(), "message", f.Message)
	j.out.raw(">")
	j.out.text(inPlain(f))
	j.out.raw("</failure></testcase>\n")
}

// Finish ends the document.
func (j *JUnit) Finish(Run) error {
	j.out.raw("</testsuites>\n")
	return j.out.w.Flush()
}

// inPlain returns the place of a finding, its line with the text marked, and its fixes, a line each.
func inPlain(f *lint.Finding) string {
	e := cutExcerpt(&f.At, plainWidth)
	lines := []string{place(f.At.Path, f.At.Start), e.before + "⟦" + e.text + "⟧" + e.after}
	for _, fix := range f.Fixes {
		lines = append(lines, "fix: "+TextOptions{}.describeFix(f, fix)+" ("+fix.Safety.String()+")")
	}
	return strings.Join(lines, "\n")
}

// plainWidth is the width of an excerpt that is shown by other programs, in columns.
const plainWidth = 120
