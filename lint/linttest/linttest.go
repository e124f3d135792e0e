// Package linttest runs rule fixtures and documentation examples. Only tests use it.
//
// A fixture is a txtar file with two parts, "bad" and "good". Each line is one case, a whole article in which " ¶ "
// stands for a blank line. In a bad case ⟦found→fix⟧ marks the span of a finding and the text that its first fix puts in
// place of the span, ⟦found⟧ a finding without a fix. Where the first fix edits something other than the span, the
// next line begins with "= " and holds the whole case as repaired by all such fixes in turn. Behind " ~ " stand the level of
// a finding that has another than its rule, and the safety of its first fix where another finding of the fixture has a safer
// one: ⟦found→fix ~ info manual⟧. Good cases have no finding.
// " ‖ " in a case parts the article from others of the same folder. A third part, "names.yaml", is the names file that the
// cases are linted with. A case that begins with <html> is HTML.
package linttest

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mtlint/lint"
	"mtlint/lint/glossary"
	"mtlint/lint/read"
)

// Fixture is the cases of one rule.
type Fixture struct {
	Bad, Good []Case
	Glossary  *lint.Glossary // nil without names.yaml
	archive   *txtar.Archive
	path      string
}

// Case is one article of a fixture.
type Case struct {
	Line   string // as written, with marks
	Repair string // the line below that begins with "= ", without that
}

const (
	openMark, closeMark, fixMark = "⟦", "⟧", "→"
	paragraphMark                = " ¶ "
	articleMark                  = " ‖ "
	repairMark                   = "= "
	noteMark                     = " ~ "
)

// Load reads a fixture.
func Load(path string) (*Fixture, error) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		return nil, err
	}
	f := &Fixture{archive: a, path: path}
	for _, file := range a.Files {
		switch cases := parseCases(string(file.Data)); file.Name {
		case "bad":
			f.Bad = cases
		case "good":
			f.Good = cases
		case "names.yaml":
			names, err := glossary.Parse(path, string(file.Data))
			if err != nil {
				return nil, err
			}
			f.Glossary = glossary.Layer(names)
		default:
			return nil, fmt.Errorf("%s: unknown part %q: want bad, good or names.yaml", path, file.Name)
		}
	}
	return f, nil
}

func parseCases(data string) []Case {
	var cases []Case
	for _, line := range strings.Split(data, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, repairMark) && len(cases) > 0:
			cases[len(cases)-1].Repair = line[len(repairMark):]
		default:
			cases = append(cases, Case{Line: line})
		}
	}
	return cases
}

// Article returns the text of a case: marks taken out, paragraph marks made blank lines.
func Article(line string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, openMark)
		b.WriteString(before)
		if !ok {
			break
		}
		marked, after, _ := strings.Cut(rest, closeMark)
		marked, _, _ = strings.Cut(marked, noteMark)
		found, _, _ := strings.Cut(marked, fixMark)
		b.WriteString(found)
		line = after
	}
	return strings.ReplaceAll(b.String(), paragraphMark, "\n\n") + "\n"
}

// Find returns what the rule finds in an English article, at every severity. What follows behind article marks is other
// articles of its folder, which are read before it. The glossary may be nil. Rules beside it run, too, for a rule about
// the directives that suppress what they find.
func Find(t testing.TB, r *lint.Rule, names *lint.Glossary, article string, beside ...*lint.Rule) (*lint.Document, []lint.Finding) {
	t.Helper()
	articles := strings.Split(article, articleMark)
	var sources []lint.Source
	var d *lint.Document
	for i, text := range slices.Backward(articles) {
		path := "article.txt"
		if i > 0 {
			path = fmt.Sprintf("before%d.txt", i)
		}
		d = read.Example(&lint.File{Path: path, Content: text})
		d.Glossary = names
		read := d
		sources = append(sources, lint.Source{Path: path, Read: func() (*lint.Document, error) { return read, nil }})
	}
	for res := range lint.Lint(slices.Values(sources), append(beside, r), &lint.Config{MinSeverity: lint.Info, Jobs: 1, Across: true}) {
		if res.Err != nil {
			t.Fatalf("%s on %q: %v", r.Name, article, res.Err)
		}
		if res.Path != d.File.Path {
			continue
		}
		return d, slices.DeleteFunc(res.Findings, func(f lint.Finding) bool { return f.Rule != r })
	}
	panic("unreachable: Lint yields one result a source")
}

// Marked returns the article with the findings marked as in a fixture.
func Marked(article string, found []lint.Finding) string {
	return render(article, found, safest(found)).Line
}

// safest returns the safety of the safest first fix.
func safest(found []lint.Finding) (s lint.Safety) {
	for _, f := range found {
		if len(f.Fixes) > 0 {
			s = max(s, f.Fixes[0].Safety)
		}
	}
	return s
}

// notes says what of the level of a finding, and of the safety of its first fix, is not as it is most times.
func notes(f lint.Finding, safest lint.Safety) string {
	var all []string
	if f.Severity != f.Rule.Severity {
		all = append(all, f.Severity.String())
	}
	if len(f.Fixes) > 0 && f.Fixes[0].Safety != safest {
		all = append(all, f.Fixes[0].Safety.String())
	}
	if len(all) == 0 {
		return ""
	}
	return noteMark + strings.Join(all, " ")
}

// render writes the findings into the article as a fixture marks them; safest is the safety of its safest fix.
func render(article string, found []lint.Finding, safest lint.Safety) Case {
	var b strings.Builder
	at, repaired, elsewhere := 0, article, false
	for i := len(found) - 1; i >= 0; i-- {
		if f := found[i]; len(f.Fixes) > 0 && !inPlace(f) {
			repaired = f.Fixes[0].Apply(repaired)
			elsewhere = true
		}
	}
	for _, f := range found {
		b.WriteString(article[at:max(at, f.At.Start.Offset)])
		b.WriteString(openMark + f.At.InFile())
		if len(f.Fixes) > 0 && inPlace(f) {
			b.WriteString(fixMark + f.Fixes[0].Edits[0].Text)
		}
		b.WriteString(notes(f, safest) + closeMark)
		at = f.At.End.Offset
	}
	b.WriteString(article[at:])
	c := Case{Line: oneLine(b.String())}
	if elsewhere {
		c.Repair = oneLine(repaired)
	}
	return c
}

// inPlace reports whether the first fix edits just the span of its finding.
func inPlace(f lint.Finding) bool {
	e := f.Fixes[0].Edits
	return len(e) == 1 && e[0].Start == f.At.Start.Offset && e[0].End == f.At.End.Offset
}

func oneLine(article string) string {
	return strings.ReplaceAll(strings.TrimSuffix(article, "\n"), "\n\n", paragraphMark)
}

// Run checks the fixture of a rule. With update it rewrites the marks of the bad cases to what the rule finds.
func Run(t *testing.T, r *lint.Rule, path string, update bool, beside ...*lint.Rule) {
	f, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	found := make([][]lint.Finding, len(f.Bad))
	for i, c := range f.Bad {
		_, found[i] = Find(t, r, f.Glossary, Article(c.Line), beside...)
	}
	safest := safest(slices.Concat(found...))
	for i, c := range f.Bad {
		got := render(Article(c.Line), found[i], safest)
		if update {
			f.Bad[i] = got
		} else if diff := cmp.Diff(c, got); diff != "" {
			t.Errorf("%s: bad case (-fixture +found):\n%s", path, diff)
		}
		if len(found[i]) == 0 {
			t.Errorf("%s: nothing found in bad case %q", path, c.Line)
		}
	}
	for _, c := range f.Good {
		ExpectNone(t, r, f.Glossary, c.Line, beside...)
	}
	if update {
		if err := f.save(); err != nil {
			t.Fatal(err)
		}
	}
}

// ExpectNone fails when the rule finds something in a good line.
func ExpectNone(t testing.TB, r *lint.Rule, names *lint.Glossary, line string, beside ...*lint.Rule) {
	t.Helper()
	article := Article(line)
	if _, found := Find(t, r, names, article, beside...); len(found) > 0 {
		t.Errorf("%s: false alarm %q in good line %q: %s", r.Name, found[0].At.Text, line, found[0].Message)
	}
}

// ExpectSome fails when the rule finds nothing in a bad line.
func ExpectSome(t testing.TB, r *lint.Rule, names *lint.Glossary, line string, beside ...*lint.Rule) {
	t.Helper()
	if _, found := Find(t, r, names, Article(line), beside...); len(found) == 0 {
		t.Errorf("%s: nothing found in bad line %q", r.Name, line)
	}
}

// save writes the fixture with the marks it holds now; comments and order stay.
func (f *Fixture) save() error {
	for i := range f.archive.Files {
		file := &f.archive.Files[i]
		if file.Name != "bad" {
			continue
		}
		next := 0
		var b strings.Builder
		for _, line := range strings.Split(strings.TrimSuffix(string(file.Data), "\n"), "\n") {
			switch {
			case line == "" || strings.HasPrefix(line, "#"):
				b.WriteString(line + "\n")
			case strings.HasPrefix(line, repairMark):
			default:
				c := f.Bad[next]
				next++
				b.WriteString(c.Line + "\n")
				if c.Repair != "" {
					b.WriteString(repairMark + c.Repair + "\n")
				}
			}
		}
		file.Data = []byte(b.String())
	}
	return os.WriteFile(f.path, txtar.Format(f.archive), 0o644)
}
