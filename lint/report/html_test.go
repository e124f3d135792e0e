package report

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"mtlint/lint"
)

// page is what a browser shows of a report.
type page struct {
	lines []string // of the text, without the numbers of findings
	marks []string // the marked parts
	notes int
	ids   map[string]bool
	links []string
}

// void are the elements without an end.
var void = []string{"meta", "br", "input"}

// readPage reads a report and fails when an element is not closed in its order, an id stands twice or a link leads nowhere.
func readPage(out []byte) (*page, error) {
	p := &page{ids: make(map[string]bool)}
	var open []string
	z := html.NewTokenizer(bytes.NewReader(out))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				return nil, fmt.Errorf("ends in %v: %w", open, z.Err())
			}
			return p, p.check()
		case html.StartTagToken:
			t := z.Token()
			if !slices.Contains(void, t.Data) {
				open = append(open, t.Data)
			}
			p.start(t, open)
			for _, a := range t.Attr {
				if a.Key == "id" && p.ids[a.Val] {
					return nil, fmt.Errorf("id %s twice", a.Val)
				} else if a.Key == "id" {
					p.ids[a.Val] = true
				} else if a.Key == "href" {
					p.links = append(p.links, a.Val)
				}
			}
		case html.EndTagToken:
			t := z.Token()
			if len(open) == 0 || open[len(open)-1] != t.Data {
				return nil, fmt.Errorf("</%s> in %v", t.Data, open)
			}
			open = open[:len(open)-1]
		case html.TextToken:
			p.text(z.Token().Data, open)
		}
	}
}

func (p *page) start(t html.Token, open []string) {
	switch {
	case t.Data == "p" && slices.Contains(open, "section"):
		p.lines = append(p.lines, "")
	case t.Data == "mark":
		p.marks = append(p.marks, "")
	case t.Data == "li" && slices.Contains(open, "section"):
		p.notes++
	}
}

func (p *page) text(text string, open []string) {
	if !slices.Contains(open, "section") || !slices.Contains(open, "p") || slices.Contains(open, "sup") {
		return
	}
	p.lines[len(p.lines)-1] += text
	if slices.Contains(open, "mark") {
		p.marks[len(p.marks)-1] += text
	}
}

func (p *page) check() error {
	for _, l := range p.links {
		if !p.ids[strings.TrimPrefix(l, "#")] {
			return fmt.Errorf("link to %s leads nowhere", l)
		}
	}
	return nil
}

// article is a result with findings at these spans of a text.
func article(text string, spans ...lint.Span) lint.Result {
	r := lint.Result{Path: "a & b.txt", File: &lint.File{Path: "a & b.txt", Content: text}}
	for _, s := range spans {
		at := lint.Location{Path: r.Path, Text: text[s.Start:s.End]}
		at.Start, at.End = r.File.Position(s.Start), r.File.Position(s.End)
		r.Findings = append(r.Findings, lint.Finding{Rule: rule, Severity: lint.Warning, Message: "<b> & “" + at.Text + "”", At: at})
	}
	return r
}

func TestHTML(t *testing.T) {
	text := "The “first” line\r\n\nA <second> line & more\nthe end"
	out := written(t, "html", []lint.Result{
		article(text, lint.Span{Start: 4, End: 15}, lint.Span{Start: 26, End: 39}, lint.Span{Start: 30, End: 35}, lint.Span{Start: 35, End: 35}),
		{Path: "clean.txt"},
		article("over [two\nlines] of it", lint.Span{Start: 5, End: 16}),
	})
	p, err := readPage(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := []string{"The “first” line", "A <second> line & more", "the end", "over [two", "lines] of it"}
	if diff := cmp.Diff(lines, p.lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	marks := []string{"“first”", "seco", "nd> l", "ine ", "[two", "lines]"}
	if diff := cmp.Diff(marks, p.marks); diff != "" || p.notes != 5 {
		t.Errorf("%d notes, want 5; marks (-want +got):\n%s", p.notes, diff)
	}
	if bytes.Contains(out, []byte("clean.txt")) {
		t.Error("an article without findings stands there")
	}
}

// Of a long text the lines with findings stand there, and how many are between them.
func TestHTMLOfLongText(t *testing.T) {
	text := strings.Repeat("A line of text.\n", 20000)
	at := 16 * 15000
	p, err := readPage(written(t, "html", []lint.Result{article(text, lint.Span{Start: at, End: at + 1})}))
	if err != nil || len(p.lines) != 1 || p.notes != 1 {
		t.Errorf("%d lines, %d notes, %v", len(p.lines), p.notes, err)
	}
	if out := written(t, "html", []lint.Result{article(text, lint.Span{Start: at, End: at + 1})}); !bytes.Contains(out, []byte("15,000 lines without findings")) {
		t.Error("not said how many lines are left out")
	}
}

// Whatever the text and wherever the findings: the page is well-formed, shows the text as it is and explains every finding.
func FuzzHTML(f *testing.F) {
	f.Add("The “first” line\r\n\nA <second> & 'third' line\n", uint64(1))
	f.Add("\x00\u202ea\u200b</p></section><script>alert(1)</script>\n\n\n", uint64(2))
	f.Add("one\rtwo\u2028three", uint64(3))
	f.Add("\x80\xaea\u200b</p></s(1tion><script>alertec)</script>\n\v", uint64(44))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		text = strings.ToValidUTF8(text, "?") // as every document is
		rnd := rand.New(rand.NewPCG(seed, 1))
		var spans []lint.Span
		for range rnd.IntN(6) {
			s := lint.Span{Start: rnd.IntN(len(text) + 1)}
			s.End = s.Start + rnd.IntN(min(len(text)-s.Start, 40)+1)
			for s.Start > 0 && s.Start < len(text) && !utf8.RuneStart(text[s.Start]) {
				s.Start--
			}
			for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
				s.End++
			}
			spans = append(spans, s)
		}
		slices.SortFunc(spans, func(a, b lint.Span) int { return a.Start - b.Start })
		p, err := readPage(written(t, "html", []lint.Result{article(text, spans...)}))
		if err != nil {
			t.Fatal(err)
		}
		if p.notes != len(spans) {
			t.Errorf("%d findings are explained, want %d", p.notes, len(spans))
		}
		if len(spans) == 0 {
			return
		}
		if got, want := shownText(strings.Join(p.lines, "")), shownText(text); got != want {
			t.Errorf("shows %q, want %q", got, want)
		}
	})
}

// shownText is a text without white space, which a browser may show otherwise, and with what is invisible spelt out.
func shownText(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(Visible(string(r)))
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(" \t\n\r\f⏎⇥", r) }), "")
}
