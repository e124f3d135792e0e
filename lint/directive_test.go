package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// findsWord returns a rule that finds a word.
func findsWord(name, word string) *lint.Rule {
	return &lint.Rule{Name: name, Severity: lint.Warning, MQM: "Fluency", Run: func(p *lint.Pass) {
		for i := range p.Tokens {
			if p.Fold(i) == word {
				p.Report(lint.Diagnostic{Span: p.Tokens[i].Span(), Message: "found"})
			}
		}
	}}
}

// directed lints a plain text and returns the lines of the findings that are shown and of those that are suppressed.
func directed(t testing.TB, text string, rules ...*lint.Rule) (shown, suppressed []string) {
	t.Helper()
	src := lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) {
		return read.Text(&lint.File{Path: "a.txt", Content: text}, language.English), nil
	}}
	for r := range lint.Lint(slices.Values([]lint.Source{src}), rules, &lint.Config{MinSeverity: lint.Info, Jobs: 1}) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		for _, f := range r.Findings {
			shown = append(shown, fmt.Sprintf("%d:%s", f.At.Start.Line, f.Rule.Name))
		}
		for _, s := range r.Suppressed {
			suppressed = append(suppressed, fmt.Sprintf("%d:%s:%s", s.At.Start.Line, s.Rule.Name, s.Reason))
		}
	}
	return shown, suppressed
}

func TestDirectives(t *testing.T) {
	cat, dog := findsWord("animals/cat", "cat"), findsWord("animals/dog", "dog")
	for _, c := range []struct{ text, shown, suppressed string }{
		{"A cat.\n", "1:animals/cat", ""},
		{"<!-- mtlint-disable-next-line animals/cat: ours -->\nA cat and a dog.\n\nA cat.\n", "2:animals/dog 4:animals/cat", "2:animals/cat:ours"},
		{"<!-- mtlint-disable-next-line animals: both -->\n\n\nA cat and a dog.\n", "", "4:animals/cat:both 4:animals/dog:both"},
		{"<!-- mtlint-disable-next-line -->\r\nA cat.\r\nA dog.\r\n", "3:animals/dog", "2:animals/cat:"},
		{"<!--mtlint-disable-next-line animals/cat,animals/dog:a: b-->\nA dog.", "", "2:animals/dog:a: b"},
		{"<!-- mtlint-disable-next-line animals/cat -->\n<!-- mtlint-disable-next-line animals/dog -->\nA cat and a dog.\n", "", "3:animals/cat: 3:animals/dog:"},
		{"<!-- mtlint-disable animals: outer -->\n<!-- mtlint-disable-next-line animals/cat: inner -->\nA cat.\n", "", "3:animals/cat:outer"},
		{"<!-- mtlint-disable-next-line animals/cat -->", "", ""},
		{"A cat.\n<!-- mtlint-disable animals/cat -->\nA cat.\n\nA dog.\n<!-- mtlint-enable animals/cat -->\nA cat.\n", "1:animals/cat 5:animals/dog 7:animals/cat", "3:animals/cat:"},
		{"<!-- mtlint-disable animals/cat -->\n<!-- mtlint-disable animals/dog -->\n<!-- mtlint-enable animals/cat -->\nA cat and a dog.\n", "4:animals/cat", "4:animals/dog:"},
		{"<!-- mtlint-disable animals/cat, animals/dog -->\n<!-- mtlint-enable animals -->\nA cat and a dog.\n", "3:animals/cat 3:animals/dog", ""},
		{"<!-- mtlint-disable animals -->\n<!-- mtlint-enable -->\nA cat.\n", "3:animals/cat", ""},
		{"<!-- mtlint-disable animals -->\n<!-- mtlint-enable animals/cat -->\nA cat.\n", "", "3:animals/cat:"},
		{"A cat.\n<!-- mtlint-disable-file animals/cat: an animal page -->\nA dog and a cat.\n", "3:animals/dog", "1:animals/cat:an animal page 3:animals/cat:an animal page"},
		{"A cat <!-- mtlint-disable-file --> here.\n", "1:animals/cat", ""},
		{"<!-- mtlint-disable-file --> A cat.\n", "1:animals/cat", ""},
		{"<!-- a note -->\nA cat.\n", "2:animals/cat", ""},
		{"<!-- mtlint-disable-nothing animals -->\nA cat.\n", "2:animals/cat", ""},
	} {
		shown, suppressed := directed(t, c.text, cat, dog)
		if got := strings.Join(shown, " "); got != c.shown {
			t.Errorf("%q: shown %q, want %q", c.text, got, c.shown)
		}
		if got := strings.Join(suppressed, " "); got != c.suppressed {
			t.Errorf("%q: suppressed %q, want %q", c.text, got, c.suppressed)
		}
	}
}

// Of a finding with several places only those are left out that a directive is about.
func TestDirectiveInGroup(t *testing.T) {
	rule := &lint.Rule{Name: "animals/cat", Severity: lint.Warning, MQM: "Fluency", Run: func(p *lint.Pass) {
		var all []lint.Diagnostic
		for i := range p.Tokens {
			if p.Fold(i) == "cat" {
				all = append(all, lint.Diagnostic{Span: p.Tokens[i].Span(), Message: "found", Fixes: []lint.Fix{lint.Replace("write dog", lint.Safe, p.Tokens[i].Span(), "dog")}})
			}
		}
		if len(all) > 0 {
			p.Report(lint.Together(all, "here, too"))
		}
	}}
	shown, suppressed := directed(t, "<!-- mtlint-disable-next-line animals/cat -->\nA cat.\n\nA cat, a cat.\n", rule)
	if fmt.Sprint(shown, suppressed) != "[4:animals/cat] [2:animals/cat:]" {
		t.Errorf("shown %v, suppressed %v", shown, suppressed)
	}
}

// A source may want other things of its findings than the run.
func TestSourceConfig(t *testing.T) {
	cat, dog := findsWord("animals/cat", "cat"), findsWord("animals/dog", "dog")
	house := findsWord("house/bird", "bird")
	configs := []*lint.Config{
		nil,
		{Select: []string{"animals/dog"}},
		{Bounds: map[string]lint.Bounds{"animals/cat": {Least: lint.Error}, "animals/dog": {Most: lint.Info}}},
		{House: []*lint.Rule{house}, Ignore: []string{"animals"}},
	}
	var sources []lint.Source
	for i, c := range configs {
		path := fmt.Sprint(i)
		sources = append(sources, lint.Source{Path: path, Config: c, Read: func() (*lint.Document, error) {
			return read.Text(&lint.File{Path: path, Content: "A cat, a dog and a bird.\n"}, language.English), nil
		}})
	}
	var got []string
	for r := range lint.Lint(slices.Values(sources), []*lint.Rule{cat, dog}, &lint.Config{Jobs: 2}) {
		for _, f := range r.Findings {
			got = append(got, r.Path+":"+f.Rule.Name+":"+f.Severity.String())
		}
	}
	want := []string{"0:animals/cat:warning", "0:animals/dog:warning", "1:animals/dog:warning", "2:animals/cat:error", "3:house/bird:warning"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Directives lose nothing: what is shown and what is suppressed is together what is found without them.
func FuzzDirectives(f *testing.F) {
	f.Add("A cat.\n", "mtlint-disable-next-line animals/cat: x", "mtlint-enable", uint8(0), uint8(3))
	f.Add("A cat.\n\nA cat, a dog.\n", "mtlint-disable animals", "mtlint-enable animals", uint8(0), uint8(2))
	f.Add("A dog.\r\nA cat.", "mtlint-disable-file", "mtlint-", uint8(1), uint8(1))
	f.Add("cat\x00", "mtlint-disable ,,:", "mtlint-disable-next-line a,b,:c", uint8(9), uint8(9))
	cat, dog := findsWord("animals/cat", "cat"), findsWord("animals/dog", "dog")
	f.Fuzz(func(t *testing.T, text, first, second string, at, next uint8) {
		lines := strings.SplitAfter(strings.ToValidUTF8(text, "?"), "\n")
		comment := func(s string) string {
			return "\n\n<!-- " + strings.NewReplacer("\n", " ", "\r", " ", "-->", "").Replace(strings.ToValidUTF8(s, "?")) + " -->\n\n"
		}
		parts := slices.Clone(lines)
		parts = slices.Insert(parts, int(at)%(len(parts)+1), comment(first))
		parts = slices.Insert(parts, int(next)%(len(parts)+1), comment(second))
		with := strings.Join(parts, "")
		shown, suppressed := directed(t, with, cat, dog)
		plain, none := directed(t, strings.ReplaceAll(with, "mtlint-", "mtlint "), cat, dog)
		if len(none) > 0 || len(shown)+len(suppressed) > len(plain) {
			t.Errorf("%q: shown %v, suppressed %v; without directives %v, suppressed %v", with, shown, suppressed, plain, none)
		}
		if words := len(shown) + len(suppressed); words < len(plain)-strings.Count(comment(first)+comment(second), "cat")-strings.Count(comment(first)+comment(second), "dog") {
			t.Errorf("%q: shown %v and suppressed %v, of %v", with, shown, suppressed, plain)
		}
	})
}
