package lint_test

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// corpus is the texts as files 0.txt, 1.txt and so on.
func corpus(texts ...string) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		for i, text := range texts {
			path := fmt.Sprintf("%d.txt", i)
			src := lint.Source{Path: path, Read: func() (*lint.Document, error) {
				return read.Text(&lint.File{Path: path, Content: text}, language.English), nil
			}}
			if !yield(src) {
				return
			}
		}
	}
}

// wordRule reports every occurrence of a word.
func wordRule(name, word string, severity lint.Severity) *lint.Rule {
	return &lint.Rule{Name: name, Severity: severity, Run: func(p *lint.Pass) {
		for i, tok := range p.Tokens {
			if p.TokenText(i) == word {
				p.Report(lint.Diagnostic{Span: tok.Span(), Message: "found " + word})
			}
		}
	}}
}

// lines writes results down, one line a result and one a finding.
func lines(c lint.Corpus, rules []*lint.Rule, cfg *lint.Config) []string {
	var out []string
	for r := range lint.Lint(c, rules, cfg) {
		out = append(out, fmt.Sprintf("%s words %d hidden %d error %v", r.Path, r.Words, r.Hidden, r.Err))
		for _, f := range r.Findings {
			out = append(out, fmt.Sprintf("  %d:%d %s %s %q %s", f.At.Start.Line, f.At.Start.Column, f.Severity, f.Rule.Name, f.At.Text, f.Message))
		}
	}
	return out
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

func TestLintOrder(t *testing.T) {
	rules := []*lint.Rule{wordRule("b/two", "two", lint.Error), wordRule("a/one", "one", lint.Warning)}
	wantLines(t, lines(corpus("two one\ntwo", "", "one"), rules, &lint.Config{}),
		"0.txt words 3 hidden 0 error <nil>", `  1:1 error b/two "two" found two`, `  1:5 warning a/one "one" found one`, `  2:1 error b/two "two" found two`,
		"1.txt words 0 hidden 0 error <nil>",
		"2.txt words 1 hidden 0 error <nil>", `  1:1 warning a/one "one" found one`)
}

func TestLintSameOnAnyJobs(t *testing.T) {
	var texts []string
	for i := range 60 {
		texts = append(texts, strings.Repeat(fmt.Sprintf("one two %d three. ", i), 1+i*7%50))
	}
	rules := []*lint.Rule{wordRule("a/one", "one", lint.Error), wordRule("a/two", "two", lint.Warning), sameWord}
	want := lines(corpus(texts...), rules, &lint.Config{Jobs: 1})
	for _, jobs := range []int{0, 2, 3, 16} {
		wantLines(t, lines(corpus(texts...), rules, &lint.Config{Jobs: jobs}), want...)
	}
}

// A consumer that stops early leaves nothing running, and the rest of the corpus is not read.
// The findings outlive the memory of their documents, which the next documents are read into.
func TestLintSole(t *testing.T) {
	var texts []string
	for i := range 40 {
		texts = append(texts, strings.Repeat(fmt.Sprintf("One TWO%d ‘three’ (four). ", i%3), 1+i*11%60))
	}
	folds := &lint.Rule{Name: "a/folds", Severity: lint.Error, Run: func(p *lint.Pass) {
		for f := range p.Forms {
			places := p.Places(lint.FormID(f))
			p.Report(lint.Diagnostic{Span: p.Tokens[places[0]].Span(), Message: p.Forms[f].Fold,
				Fixes: []lint.Fix{{Title: "Fold it", Edits: []lint.Edit{{Span: p.Tokens[places[0]].Span(), Text: p.Forms[f].Fold}}}}})
		}
	}}
	sole := func(yield func(lint.Source) bool) {
		for src := range corpus(texts...) {
			src.Sole = true
			if !yield(src) {
				return
			}
		}
	}
	rules := []*lint.Rule{folds, sameWord}
	want := slices.Collect(lint.Lint(corpus(texts...), rules, &lint.Config{Jobs: 1}))
	for range 3 {
		got := slices.Collect(lint.Lint(sole, rules, &lint.Config{Jobs: 2}))
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *lint.Rule) bool { return a == b })); diff != "" {
			t.Fatalf("results (-want +got):\n%s", diff)
		}
	}
}

func TestLintStop(t *testing.T) {
	before := runtime.NumGoroutine()
	texts := make([]string, 200)
	for range 20 {
		pulled := 0
		c := func(yield func(lint.Source) bool) {
			for s := range corpus(texts...) {
				pulled++
				if !yield(s) {
					return
				}
			}
		}
		for range lint.Lint(c, nil, &lint.Config{Jobs: 2}) {
			break
		}
	}
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("%d goroutines behind early stops, %d before", runtime.NumGoroutine(), before)
}

func TestLintPanic(t *testing.T) {
	faulty := &lint.Rule{Name: "a/faulty", Severity: lint.Error, Run: func(p *lint.Pass) {
		p.Report(lint.Diagnostic{Span: p.Tokens[0].Span()})
		if p.Text == "bad one" {
			panic("out of luck")
		}
	}}
	badSpan := &lint.Rule{Name: "b/span", Severity: lint.Error, Run: func(p *lint.Pass) {
		p.Report(lint.Diagnostic{Span: lint.Span{Start: 1, End: 1 + strings.Count(p.Text, "é")}})
	}}
	rules := []*lint.Rule{faulty, wordRule("c/one", "one", lint.Error)}
	wantLines(t, lines(corpus("bad one", "good one"), rules, &lint.Config{}),
		"0.txt words 2 hidden 0 error rule a/faulty failed on 0.txt and was left out there: out of luck (please report this)", `  1:5 error c/one "one" found one`,
		"1.txt words 2 hidden 0 error <nil>", `  1:1 error a/faulty "good" `, `  1:6 error c/one "one" found one`)
	for r := range lint.Lint(corpus("aéb"), []*lint.Rule{badSpan}, &lint.Config{}) {
		var fault *lint.RuleFault
		if !errors.As(r.Err, &fault) || fault.Rule != "b/span" || len(fault.Stack) == 0 || len(r.Findings) != 0 {
			t.Errorf("a span that cuts a character: %d findings, error %v", len(r.Findings), r.Err)
		}
	}
}

func TestLintReadError(t *testing.T) {
	c := func(yield func(lint.Source) bool) {
		_ = yield(lint.Source{Path: "x", Read: func() (*lint.Document, error) { return nil, errors.New("no luck") }}) && yield(one(corpus("one")))
	}
	for _, extra := range [][]*lint.Rule{nil, {sameWord}} {
		rules := append([]*lint.Rule{wordRule("c/one", "one", lint.Error)}, extra...)
		wantLines(t, lines(c, rules, &lint.Config{}), "x words 0 hidden 0 error no luck", "0.txt words 1 hidden 0 error <nil>", `  1:1 error c/one "one" found one`)
	}
}

func one(c lint.Corpus) lint.Source {
	for s := range c {
		return s
	}
	panic("an empty corpus")
}

func TestLintLanguages(t *testing.T) {
	rule := wordRule("a/one", "one", lint.Error)
	for tags, want := range map[string]int{"": 1, "en": 1, "en-GB": 1, "fr": 0, "fr en": 1} {
		rule.Langs = nil
		for _, tag := range strings.Fields(tags) {
			rule.Langs = append(rule.Langs, language.MustParse(tag))
		}
		for r := range lint.Lint(corpus("one"), []*lint.Rule{rule}, &lint.Config{}) {
			if len(r.Findings) != want {
				t.Errorf("languages %q: %d findings in English, want %d", tags, len(r.Findings), want)
			}
		}
	}
}

// firstWords is the paths of the documents that begin with a word.
type firstWords map[string][]string

func (f firstWords) Add(path, word string) { f[word] = append(f[word], path) }

func (f firstWords) Remove(path string) {
	for word := range f {
		f[word] = slices.DeleteFunc(f[word], func(p string) bool { return p == path })
	}
}

var firstWordsOf = lint.NewCorpusFact("first words", func(d *lint.Document) string {
	if len(d.Tokens) == 0 {
		return ""
	}
	return d.Fold(0)
}, func() firstWords { return make(firstWords) })

// sameWord reports documents that begin with the same word as others.
var sameWord = &lint.Rule{Name: "corpus/same-word", Severity: lint.Warning, Corpus: []lint.CorpusReader{firstWordsOf}, Run: func(p *lint.Pass) {
	if paths := firstWordsOf.Of(p); len(p.Tokens) > 0 && len(paths[p.Fold(0)]) > 1 {
		p.Report(lint.Diagnostic{Span: p.Tokens[0].Span(), Message: "first word of " + strings.Join(paths[p.Fold(0)], " ")})
	}
}}

func TestCorpusRule(t *testing.T) {
	rules := []*lint.Rule{sameWord, wordRule("a/one", "one", lint.Error)}
	texts := []string{"Iraq one", "Iran", "", "\n\n  iraq again one", "IRAQ"}
	wantLines(t, lines(corpus(texts...), rules, &lint.Config{Across: true}),
		"0.txt words 2 hidden 0 error <nil>", `  1:1 warning corpus/same-word "Iraq" first word of 0.txt 3.txt 4.txt`, `  1:6 error a/one "one" found one`,
		"1.txt words 1 hidden 0 error <nil>",
		"2.txt words 0 hidden 0 error <nil>",
		"3.txt words 3 hidden 0 error <nil>", `  3:3 warning corpus/same-word "iraq" first word of 0.txt 3.txt 4.txt`, `  3:14 error a/one "one" found one`,
		"4.txt words 1 hidden 0 error <nil>", `  1:1 warning corpus/same-word "IRAQ" first word of 0.txt 3.txt 4.txt`)
	wantLines(t, lines(corpus("a", "a"), rules, &lint.Config{MinSeverity: lint.Error, Across: true}), "0.txt words 1 hidden 1 error <nil>", "1.txt words 1 hidden 1 error <nil>")
	for range lint.Lint(corpus("a", "a"), rules, &lint.Config{Across: true}) {
		break
	}
}

// A rule that compares documents runs where that is asked for, or where it is selected by its name.
func TestCorpusRuleIsAskedFor(t *testing.T) {
	for want, cfg := range map[string]*lint.Config{
		"":                  {},
		"corpus/same-word":  {Across: true},
		" corpus/same-word": {Select: []string{"corpus/same-word"}},
		"  ":                {Select: []string{"corpus"}},
		"   ":               {Across: true, Ignore: []string{"corpus"}},
	} {
		var got []string
		for _, r := range cfg.Rules([]*lint.Rule{sameWord}) {
			got = append(got, r.Name)
		}
		if strings.TrimSpace(want) != strings.Join(got, " ") {
			t.Errorf("%+v selects %q, want %q", cfg, got, want)
		}
	}
}

// What is known of a folder is kept current document by document.
func TestCorpusFacts(t *testing.T) {
	rules := []*lint.Rule{sameWord}
	facts := lint.NewCorpusFacts(rules)
	put := func(texts ...string) {
		for src := range corpus(texts...) {
			d, _ := src.Read()
			if err := facts.Put(d); err != nil {
				t.Fatal(err)
			}
		}
	}
	cfg := &lint.Config{Across: true, Facts: facts}
	put("Iraq", "Iran", "Iraq")
	wantLines(t, lines(corpus("Iraq"), rules, cfg), "0.txt words 1 hidden 0 error <nil>", `  1:1 warning corpus/same-word "Iraq" first word of 0.txt 2.txt`)
	put("Iran")
	wantLines(t, lines(corpus("Iran"), rules, cfg), "0.txt words 1 hidden 0 error <nil>", `  1:1 warning corpus/same-word "Iran" first word of 1.txt 0.txt`)
	facts.Remove("1.txt")
	wantLines(t, lines(corpus("Iran"), rules, cfg), "0.txt words 1 hidden 0 error <nil>")
}

// A corpus fact that panics on a document is said there, and the rest is kept.
func TestCorpusFactPanic(t *testing.T) {
	var count atomic.Int64
	lengths := lint.NewCorpusFact("lengths", func(d *lint.Document) string { return d.TokenText(0) }, func() firstWords { return make(firstWords) })
	rule := &lint.Rule{Name: "corpus/lengths", Severity: lint.Error, Corpus: []lint.CorpusReader{lengths}, Run: func(p *lint.Pass) { count.Add(int64(len(lengths.Of(p)))) }}
	for r := range lint.Lint(corpus("one", ""), []*lint.Rule{rule}, &lint.Config{Across: true}) {
		var fault *lint.RuleFault
		if want := r.Path == "1.txt"; errors.As(r.Err, &fault) != want {
			t.Errorf("%s: error %v", r.Path, r.Err)
		}
	}
	if count.Load() != 2 {
		t.Errorf("%d summaries in two documents, want 1 in each", count.Load())
	}
}

func TestReadPanic(t *testing.T) {
	c := func(yield func(lint.Source) bool) {
		_ = yield(lint.Source{Path: "x", Read: func() (*lint.Document, error) { panic("out of luck") }}) && yield(one(corpus("one")))
	}
	wantLines(t, lines(c, nil, &lint.Config{}), "x words 0 hidden 0 error read x: out of luck (please report this)", "0.txt words 1 hidden 0 error <nil>")
}

// The sections of a file are one result. What cannot be read any more is said, and the findings before it are kept.
func TestLintSections(t *testing.T) {
	sections := func(last error) lint.Corpus {
		return func(yield func(lint.Source) bool) {
			text := "one two\n\none\n\nx one"
			cut := strings.Index(text, "x")
			d := read.Text(&lint.File{Path: "long.txt", Content: text[:cut]}, language.English)
			d.Rest = func() (*lint.Document, error) {
				if last != nil {
					return nil, last
				}
				place := new(lint.Map)
				place.Add(cut, 1, 1, len(text)-cut)
				file := &lint.File{Path: "long.txt", Content: text}
				return lint.NewDocument(file, text[cut:], place, []lint.BlockSpan{{Span: lint.Span{Start: 0, End: len(text) - cut}}}, language.English), nil
			}
			yield(lint.Source{Path: "long.txt", Read: func() (*lint.Document, error) { return d, nil }})
		}
	}
	rules := []*lint.Rule{wordRule("a/one", "one", lint.Error), wordRule("a/two", "two", lint.Info)}
	wantLines(t, lines(sections(nil), rules, &lint.Config{}), "long.txt words 5 hidden 1 error <nil>",
		`  1:1 error a/one "one" found one`, `  3:1 error a/one "one" found one`, `  5:3 error a/one "one" found one`)
	wantLines(t, lines(sections(errors.New("no luck")), rules, &lint.Config{}), "long.txt words 3 hidden 1 error no luck",
		`  1:1 error a/one "one" found one`, `  3:1 error a/one "one" found one`)
	var got []string
	rule := &lint.Rule{Name: "corpus/first", Severity: lint.Error, Corpus: []lint.CorpusReader{firstWordsOf}, Run: func(p *lint.Pass) {
		got = append(got, fmt.Sprint(firstWordsOf.Of(p)))
	}}
	lines(sections(nil), []*lint.Rule{rule}, &lint.Config{Across: true})
	if want := "map[one:[long.txt] x:[long.txt]]"; !slices.Equal(got, []string{want, want}) {
		t.Errorf("facts in the sections: %v, want %s", got, want)
	}
}

func TestFilter(t *testing.T) {
	rules := []*lint.Rule{wordRule("a/one", "one", lint.Error), wordRule("a/two", "two", lint.Warning), wordRule("b/three", "three", lint.Info)}
	for _, c := range []struct {
		cfg  lint.Config
		want string
	}{
		{lint.Config{}, "a/one a/two +1"},
		{lint.Config{MinSeverity: lint.Info}, "a/one a/two b/three"},
		{lint.Config{MinSeverity: lint.Error}, "a/one +2"},
		{lint.Config{Select: []string{"a"}}, "a/one a/two"},
		{lint.Config{Select: []string{"a/two", "b"}, MinSeverity: lint.Info}, "a/two b/three"},
		{lint.Config{Ignore: []string{"a"}, MinSeverity: lint.Info}, "b/three"},
		{lint.Config{Select: []string{"a"}, Ignore: []string{"a/one"}}, "a/two"},
		{lint.Config{Bounds: map[string]lint.Bounds{"a": {Off: true}, "b": {Least: lint.Warning}}}, "b/three"},
		{lint.Config{Bounds: map[string]lint.Bounds{"a": {Off: true}, "a/two": {Most: lint.Info}}, MinSeverity: lint.Info}, "a/two b/three"},
		{lint.Config{Bounds: map[string]lint.Bounds{"a": {Most: lint.Info}}}, "+3"},
	} {
		for r := range lint.Lint(corpus("one two three"), rules, &c.cfg) {
			var got []string
			for _, f := range r.Findings {
				got = append(got, f.Rule.Name)
			}
			if r.Hidden > 0 {
				got = append(got, fmt.Sprintf("+%d", r.Hidden))
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%+v: got %v, want %s", c.cfg, got, c.want)
			}
		}
	}
	if got := (&lint.Config{Select: []string{"a", "x"}, Ignore: []string{"b/three", "a/x"}, Bounds: map[string]lint.Bounds{"a": {}, "y": {}}}).Unknown(rules); !slices.Equal(got, []string{"x", "a/x", "y"}) {
		t.Errorf("unknown names %v, want x, a/x and y", got)
	}
}

// A finding that is worth a look is a warning where the source language is one that the rule names.
func TestSources(t *testing.T) {
	rule := wordRule("a/one", "one", lint.Info)
	rule.Sources = []language.Tag{language.Arabic, language.Turkish}
	for source, want := range map[language.Tag]string{language.Und: "info", language.Arabic: "warning", language.MustParse("ar-EG"): "warning", language.Chinese: "info"} {
		d := document("one")
		d.SourceLang = source
		sources := slices.Values([]lint.Source{{Path: "a.txt", Read: func() (*lint.Document, error) { return d, nil }}})
		got := ""
		for r := range lint.Lint(sources, []*lint.Rule{rule}, &lint.Config{MinSeverity: lint.Info}) {
			for _, f := range r.Findings {
				got += f.Severity.String()
			}
		}
		if got != want {
			t.Errorf("source %v: %q, want %q", source, got, want)
		}
	}
}

// spanRule reports fixed spans of words, each of its own severity.
func spanRule(name string, reports ...lint.Diagnostic) *lint.Rule {
	return &lint.Rule{Name: name, Severity: lint.Warning, Run: func(p *lint.Pass) {
		for _, d := range reports {
			p.Report(d)
		}
	}}
}

// Of findings of one category that overlap, the most severe stays, else the first.
func TestFilterOverlaps(t *testing.T) {
	at := func(start, end int, s lint.Severity) lint.Diagnostic {
		return lint.Diagnostic{Span: lint.Span{Start: start, End: end}, Severity: s}
	}
	for _, c := range []struct {
		rules []*lint.Rule
		want  string
	}{
		{[]*lint.Rule{spanRule("a/x", at(0, 4, 0)), spanRule("a/y", at(2, 6, 0))}, "a/x 0"},
		{[]*lint.Rule{spanRule("a/x", at(0, 4, 0)), spanRule("a/y", at(2, 6, lint.Error))}, "a/y 2"},
		{[]*lint.Rule{spanRule("a/x", at(0, 4, 0)), spanRule("b/y", at(2, 6, 0))}, "a/x 0, b/y 2"},
		{[]*lint.Rule{spanRule("a/x", at(0, 4, 0)), spanRule("a/y", at(4, 6, 0))}, "a/x 0, a/y 4"},
		{[]*lint.Rule{spanRule("a/y", at(1, 4, 0)), spanRule("a/x", at(1, 4, 0))}, "a/x 1"},
		{[]*lint.Rule{spanRule("a/x", at(0, 3, 0), at(2, 5, 0), at(4, 7, 0))}, "a/x 0, a/x 4"},
		{[]*lint.Rule{spanRule("a/x", at(0, 3, lint.Error), at(2, 9, lint.Warning), at(8, 10, lint.Info))}, "a/x 0, a/x 8"},
		{[]*lint.Rule{spanRule("a/x", at(3, 3, 0)), spanRule("a/y", at(3, 3, 0))}, "a/x 3"},
		{[]*lint.Rule{spanRule("a/x", at(0, 10, 0), at(1, 2, lint.Error), at(8, 9, lint.Error))}, "a/x 1, a/x 8"},
	} {
		for r := range lint.Lint(corpus("some words here"), c.rules, &lint.Config{MinSeverity: lint.Info}) {
			var got []string
			for _, f := range r.Findings {
				got = append(got, fmt.Sprintf("%s %d", f.Rule.Name, f.At.Start.Offset))
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		}
	}
}

func TestFact(t *testing.T) {
	computed := 0
	fact := lint.NewFact("words", func(d *lint.Document) int { computed++; return d.Words })
	d := document("one two")
	if fact.Of(d) != 2 || fact.Of(d) != 2 || fact.Of(document("one")) != 1 || computed != 2 {
		t.Errorf("computed %d times, want once a document", computed)
	}
}

func TestLocate(t *testing.T) {
	long := strings.Repeat("é", 150)
	d := document("first\r\n" + long + " word " + long + "\r\nlast")
	i := slices.IndexFunc(d.Tokens, func(t lint.Token) bool { return d.Slice(t.Span()) == "word" })
	l := d.Locate(d.Tokens[i].Span())
	want := lint.Location{
		Path: "article.txt", Start: lint.Position{Offset: 308, Line: 2, Column: 152, UTF16: 151, UTF8: 301},
		End: lint.Position{Offset: 312, Line: 2, Column: 156, UTF16: 155, UTF8: 305}, Text: "word",
		Before: strings.Repeat("é", 99) + " ", After: " " + strings.Repeat("é", 99), CutBefore: true, CutAfter: true,
	}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Errorf("location (-want +got):\n%s", diff)
	}
	if l := d.Locate(d.Tokens[len(d.Tokens)-1].Span()); l.Before != "" || l.After != "" || l.CutBefore || l.CutAfter || l.Start.Line != 3 {
		t.Errorf("the last line is %+v", l)
	}
}

func TestFixApply(t *testing.T) {
	f := lint.Fix{Edits: []lint.Edit{{Span: lint.Span{Start: 0, End: 1}, Text: "X"}, {Span: lint.Span{Start: 2, End: 2}, Text: "-"}, {Span: lint.Span{Start: 3, End: 4}}}}
	if got := f.Apply("abcd"); got != "Xb-c" {
		t.Errorf("got %q, want Xb-c", got)
	}
}

func TestTogether(t *testing.T) {
	at := func(start int, severity lint.Severity, safety lint.Safety) lint.Diagnostic {
		span := lint.Span{Start: start, End: start + 1}
		return lint.Diagnostic{Span: span, Severity: severity, Fixes: []lint.Fix{lint.Replace("delete it", safety, span, "")}}
	}
	g := lint.Together([]lint.Diagnostic{at(0, lint.Info, lint.Safe), at(2, lint.Warning, lint.Unsafe)}, "here, too")
	if got := g.Fixes[0].Apply("abcd"); got != "bd" {
		t.Errorf("fix makes %q, want bd", got)
	}
	if g.Severity != lint.Warning || g.Fixes[0].Safety != lint.Unsafe || len(g.Related) != 1 || g.Related[0].Span.Start != 2 {
		t.Errorf("finding is %+v", g)
	}
	if g := lint.Together([]lint.Diagnostic{at(0, lint.Info, lint.Safe), at(2, 0, lint.Safe)}, ""); g.Severity != 0 {
		t.Errorf("severity is %v, want the rule's", g.Severity)
	}
}

func TestParseSeverity(t *testing.T) {
	for _, s := range []lint.Severity{lint.Info, lint.Warning, lint.Error} {
		if got, err := lint.ParseSeverity(s.String()); got != s || err != nil {
			t.Errorf("%v: %v, %v", s, got, err)
		}
	}
	if _, err := lint.ParseSeverity(""); err == nil {
		t.Error("no error for an empty name")
	}
}

// Where a caller asks for it, findings say where the edits of their fixes are, in every unit, and results hold the file.
func TestEditPlaces(t *testing.T) {
	content := "first\r\né😀 two words"
	rule := &lint.Rule{Name: "a/b", Severity: lint.Error, Run: func(p *lint.Pass) {
		at := strings.Index(p.Text, "two")
		fix := lint.Fix{Title: "x", Edits: []lint.Edit{{Span: lint.Span{Start: at, End: at + 3}, Text: "2"}, {Span: lint.Span{Start: at + 4, End: at + 4}, Text: "y"}}}
		p.Report(lint.Diagnostic{Span: lint.Span{Start: at, End: at + 3}, Message: "m", Fixes: []lint.Fix{fix}})
	}}
	for name, c := range map[string]struct {
		file        *lint.File
		first, next int // offsets in the file of the edits
	}{
		"UTF-8":           {&lint.File{Path: "a.txt", Content: content}, 14, 18},
		"two bytes each":  {&lint.File{Path: "a.txt", Content: content, Map: wide(content)}, 22, 30},
		"behind a record": {&lint.File{Path: "a.txt", Content: content, Map: wide(content), Offset: 100, Lines: 7}, 122, 130},
	} {
		t.Run(name, func(t *testing.T) {
			d := lint.NewDocument(c.file, content, nil, []lint.BlockSpan{{Span: lint.Span{Start: 0, End: len(content)}}}, language.English)
			src := lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) { return d, nil }}
			for r := range lint.Lint(func(yield func(lint.Source) bool) { yield(src) }, []*lint.Rule{rule}, &lint.Config{EditPlaces: true, KeepFiles: true}) {
				if r.Err != nil || r.File != c.file {
					t.Fatalf("result %+v", r)
				}
				line := c.file.Lines + 2
				want := [][]lint.Place{{
					{Start: lint.Position{Offset: c.first, Line: line, Column: 4, UTF16: 4, UTF8: 7},
						End: lint.Position{Offset: c.first + (c.next-c.first)/4*3, Line: line, Column: 7, UTF16: 7, UTF8: 10}},
					{Start: lint.Position{Offset: c.next, Line: line, Column: 8, UTF16: 8, UTF8: 11},
						End: lint.Position{Offset: c.next, Line: line, Column: 8, UTF16: 8, UTF8: 11}},
				}}
				if diff := cmp.Diff(want, r.Findings[0].Edited); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			}
		})
	}
}

// wide is the map of a text to UTF-16.
func wide(content string) *lint.Map {
	m, at := new(lint.Map), 0
	for _, r := range content {
		n := 2 * utf16.RuneLen(r)
		m.Add(at, utf8.RuneLen(r), n, 1)
		at += n
	}
	return m
}
