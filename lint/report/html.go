package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html"
	"io"
	"os"
	"slices"
	"sort"
	"strings"

	"mtlint/lint"
)

// HTML writes one page for an editor: every article with something found, its text with the places marked, and beside each
// paragraph what was found there. The page needs nothing else. What is known at the end only, the summary and the list of
// articles, stands last in the file and first on the page.
type HTML struct {
	w      *bufio.Writer
	totals Totals
	rules  ruleCounts
	files  []htmlFile
	opt    TextOptions
}

// htmlFile is an article in the list.
type htmlFile struct {
	path     string
	findings int
	worst    lint.Severity
}

//go:embed page.css
var pageStyle string

// NewHTML returns a reporter that writes to w. The results must hold their files.
func NewHTML(w io.Writer, opt TextOptions) *HTML {
	h := &HTML{w: bufio.NewWriterSize(w, 64<<10), rules: make(ruleCounts), opt: TextOptions{Least: opt.Least}}
	fmt.Fprintf(h.w, `%s<style>
%s</style>
</head>
<body>
<main>
`, pageStart, pageStyle)
	return h
}

// pageStart is what every page begins with.
const pageStart = `<!doctype html>
<html lang="en" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mtlint: what was found</title>
`

// IsPage reports whether a file is a page that HTML wrote.
func IsPage(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	start := make([]byte, len(pageStart))
	_, err = io.ReadFull(f, start)
	return err == nil && string(start) == pageStart
}

// Report writes the article of one file.
func (h *HTML) Report(r *lint.Result) error {
	h.totals.Add(r)
	h.rules.add(r)
	if len(r.Findings) == 0 && r.Err == nil {
		return nil
	}
	file := htmlFile{path: r.Path, findings: len(r.Findings)}
	for i := range r.Findings {
		file.worst = max(file.worst, r.Findings[i].Severity)
	}
	h.files = append(h.files, file)
	fmt.Fprintf(h.w, "<article id=\"f%d\">\n<h2>%s</h2>\n", len(h.files), escaped(r.Path))
	if r.Err != nil {
		fmt.Fprintf(h.w, "<p class=\"failed\">%s</p>\n", escaped(r.Err.Error()))
	}
	if r.File != nil && len(r.Findings) > 0 {
		newMarkedText(r, len(h.files)).write(h.w)
	}
	h.w.WriteString("</article>\n")
	return h.w.Flush()
}

// Finish writes the summary, the rules and the list of articles.
func (h *HTML) Finish(run Run) error {
	fmt.Fprintf(h.w, "</main>\n<header>\n<h1>mtlint</h1>\n<p>%s</p>\n", escaped(h.totals.sentence(h.opt, run, "fixed")))
	if rows := h.rules.sorted(); len(rows) > 0 {
		h.levels()
		h.w.WriteString("<details><summary>By rule</summary>\n<table>\n<tr><th>rule</th><th>level</th><th>findings</th><th>articles</th></tr>\n")
		for _, c := range rows {
			fmt.Fprintf(h.w, "<tr><td>%s</td><td class=\"%[2]s\">%[2]s</td><td>%[3]s</td><td>%[4]s</td></tr>\n", escaped(c.name), c.severity, Thousands(c.findings), Thousands(c.files))
		}
		h.w.WriteString("</table></details>\n")
	}
	if len(h.files) > 1 {
		fmt.Fprintf(h.w, "<details open><summary>%s</summary>\n<ol class=\"files\">\n", Count(len(h.files), "article"))
		for i, f := range h.files {
			fmt.Fprintf(h.w, "<li><a href=\"#f%d\">%s</a> <span class=\"%s\">%d</span></li>\n", i+1, escaped(f.path), levelClass(f.worst), f.findings)
		}
		h.w.WriteString("</ol></details>\n")
	}
	h.w.WriteString("</header>\n</body>\n</html>\n")
	return h.w.Flush()
}

// levels writes a box for each level that was found, which shows and hides its findings.
func (h *HTML) levels() {
	h.w.WriteString("<p class=\"levels\">Show")
	for _, level := range []struct {
		severity lint.Severity
		count    int
		noun     string
	}{{lint.Error, h.totals.Errors, "error"}, {lint.Warning, h.totals.Warnings, "warning"}, {lint.Info, h.totals.Infos, "info finding"}} {
		if level.count > 0 {
			fmt.Fprintf(h.w, " <label class=\"%[1]s\"><input type=\"checkbox\" id=\"show-%[1]s\" checked> %[2]s</label>", level.severity, Count(level.count, level.noun))
		}
	}
	h.w.WriteString("</p>\n")
}

// levelClass is the class of a level; the empty one is that of a file that failed.
func levelClass(s lint.Severity) string {
	if s == 0 {
		return "failed"
	}
	return s.String()
}

// escaped returns a text as HTML, with what is invisible spelt out.
func escaped(s string) string { return html.EscapeString(Visible(strings.ToValidUTF8(s, "\uFFFD"))) }

// markedText is the text of an article with the findings as spans of it.
type markedText struct {
	text  string
	id    int // of the article
	found []lint.Finding
	spans []lint.Span // of the findings
	cuts  []int       // where a span begins or ends, in order
}

func newMarkedText(r *lint.Result, id int) *markedText {
	m := &markedText{text: r.File.Content, id: id, found: r.Findings, spans: make([]lint.Span, len(r.Findings))}
	for i := range r.Findings {
		at := &r.Findings[i].At
		s := lint.Span{Start: r.File.Map.ToText(at.Start.Offset - r.File.Offset), End: r.File.Map.ToText(at.End.Offset - r.File.Offset)}
		s.Start = min(max(s.Start, 0), len(m.text))
		s.End = min(max(s.End, s.Start), len(m.text))
		s.End = s.Start + len(strings.TrimRight(m.text[s.Start:s.End], "\r\n")) // a number stands in the line that it ends
		m.spans[i] = s
		m.cuts = append(m.cuts, s.Start, s.End)
	}
	slices.Sort(m.cuts)
	m.cuts = slices.Compact(m.cuts)
	return m
}

// maxWhole is the length of the longest text that is shown whole, in bytes; of others the lines with findings are shown.
const maxWhole = 100 << 10

// write writes the lines of the text, and behind each what was found in it.
func (m *markedText) write(w *bufio.Writer) {
	var here []int     // the findings that stand in the line
	next, left := 0, 0 // the next finding, and lines that were left out
	for start := 0; start < len(m.text) || next < len(m.spans); {
		end := len(m.text)
		if i := strings.IndexByte(m.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		here = slices.DeleteFunc(here, func(i int) bool { return m.spans[i].End <= start })
		first := next
		for ; next < len(m.spans) && (m.spans[next].Start <= end || end == len(m.text)); next++ {
			here = append(here, next)
		}
		switch line := (lint.Span{Start: start, End: end}); {
		case len(here) > 0:
			m.skipped(w, left)
			left = 0
			m.line(w, line, here, next-first)
		case len(m.text) > maxWhole:
			left++
		case strings.Trim(m.text[start:end], " \t\r\n\f") != "":
			m.line(w, line, nil, 0)
		}
		start = min(end+1, len(m.text))
	}
	m.skipped(w, left)
}

func (m *markedText) skipped(w *bufio.Writer, lines int) {
	if lines > 0 {
		fmt.Fprintf(w, "<p class=\"skipped\">%s without findings</p>\n", Count(lines, "line"))
	}
}

// line writes one line with the findings that stand here, of which the last ones begin in it and are explained.
func (m *markedText) line(w *bufio.Writer, line lint.Span, here []int, begin int) {
	w.WriteString("<section><p dir=\"auto\">")
	at := line.Start
	for i := sort.SearchInts(m.cuts, line.Start); i < len(m.cuts) && m.cuts[i] <= line.End; i++ {
		m.stretch(w, lint.Span{Start: at, End: m.cuts[i]}, here)
		at = m.cuts[i]
		m.numbers(w, at, here)
	}
	m.stretch(w, lint.Span{Start: at, End: line.End}, here)
	w.WriteString("</p>")
	if begin > 0 {
		w.WriteString("<ul>")
		for _, i := range here[len(here)-begin:] {
			m.note(w, i)
		}
		w.WriteString("</ul>")
	}
	w.WriteString("</section>\n")
}

// stretch writes text that no finding begins or ends in, marked where findings cover it.
func (m *markedText) stretch(w *bufio.Writer, s lint.Span, here []int) {
	if s.Len() <= 0 {
		return
	}
	worst := lint.Severity(0)
	for _, i := range here {
		if m.spans[i].Start <= s.Start && s.End <= m.spans[i].End {
			worst = max(worst, m.found[i].Severity)
		}
	}
	text := escaped(strings.TrimSuffix(m.text[s.Start:s.End], "\r"))
	if worst == 0 {
		w.WriteString(text)
	} else {
		fmt.Fprintf(w, "<mark class=\"%s\">%s</mark>", worst, text)
	}
}

// numbers writes the numbers of the findings that end at an offset, as links to what is said of them.
func (m *markedText) numbers(w *bufio.Writer, offset int, here []int) {
	for _, i := range here {
		if m.spans[i].End == offset {
			fmt.Fprintf(w, "<sup class=\"%s\"><a id=\"f%d-%d\" href=\"#f%[2]d-%[3]dn\">%[3]d</a></sup>", m.found[i].Severity, m.id, i+1)
		}
	}
}

// note writes what was found.
func (m *markedText) note(w *bufio.Writer, i int) {
	f := &m.found[i]
	fmt.Fprintf(w, "<li class=\"%s\" id=\"f%d-%dn\"><a href=\"#f%[2]d-%[3]d\">%[3]d</a> <b>%[4]s</b> <small>%[5]s, line %[6]d</small>",
		f.Severity, m.id, i+1, escaped(f.Message), escaped(f.Rule.Name), f.At.Start.Line)
	for k, fix := range f.Fixes {
		label := "Fix"
		if k > 0 {
			label = "Or"
		}
		fmt.Fprintf(w, "<br>%s: %s <small>%s</small>", label, html.EscapeString(TextOptions{}.describeFix(f, fix)), fix.Safety)
	}
	notes, more := relatedNotes(f)
	for _, n := range notes {
		w.WriteString("<br>See also " + html.EscapeString(n))
	}
	if more > 0 {
		w.WriteString("<br>and " + Count(more, "more place"))
	}
	w.WriteString("</li>")
}
