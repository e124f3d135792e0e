package report

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"mtlint/lint"
)

// at is the location of the marked part of a line: "before[text]after".
func at(line string) lint.Location {
	before, rest, _ := strings.Cut(line, "[")
	text, after, _ := strings.Cut(rest, "]")
	start, end := len(before), len(before)+len(text)
	return lint.Location{
		Path:   "a.txt",
		Start:  lint.Position{Offset: start, Line: 1, Column: len([]rune(before)) + 1},
		End:    lint.Position{Offset: end, Line: 1, Column: len([]rune(before+text)) + 1},
		Text:   text,
		Before: before,
		After:  after,
	}
}

// The carets stand below the text that they mark, whatever is before and in it.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for name, c := range map[string]struct {
		line  string
		width int
		want  string
	}{
		"plain":               {"the talks; [They] went", 60, "the talks; They went\n           ^^^^"},
		"start of line":       {"[They] went", 60, "They went\n^^^^"},
		"wide":                {"国外交部 [部长] said", 60, "国外交部 部长 said\n         ^^^^"},
		"emoji":               {"👩‍🚀🇮🇶 [They] went", 60, "👩‍🚀🇮🇶 They went\n     ^^^^"},
		"combining before":    {"cafe\u0301 [They] went", 60, "cafe\u0301 They went\n     ^^^^"},
		"combining mark":      {"cafe[\u0301] went", 60, "cafe\u0301 went\n   ^"},
		"place between":       {"the[] end", 60, "the end\n   ^"},
		"end of line":         {"the end[]", 60, "the end\n       ^"},
		"invisible":           {"a[\u200b]b\u00adc", 60, "a⟨U+200B⟩b⟨U+00AD⟩c\n ^^^^^^^^"},
		"no-break space":      {"a\u00a0b[\u00a0]c", 60, "a\u00a0b⟨U+00A0⟩c\n   ^^^^^^^^"},
		"tab and control":     {"a\tb\x1b[\a]", 60, "a⇥b⟨U+001B⟩⟨U+0007⟩\n           ^^^^^^^^"},
		"over lines":          {"end [of\r\n\nthe] line", 60, "end of⏎⏎the line\n    ^^^^^^^"},
		"cut after":           {"[They] " + long, 30, "They word word word word word…\n^^^^"},
		"cut before":          {long + "[They]", 30, "…word word word word word They\n                          ^^^^"},
		"cut both":            {long + "[They] " + long, 30, "…word word They word word…\n           ^^^^"},
		"one long word":       {strings.Repeat("x", 99) + "[y]" + strings.Repeat("z", 99), 30, "…xxxxxxxxxxxxxxyzzzzzzzzzzzzz…\n               ^"},
		"long span":           {"so [" + long + "] it", 30, "so word word…word word  it\n   ^^^^^^^^^^^^^^^^^^^^"},
		"right-to-left marks": {"\u202bA[b]", 60, "⟨U+202B⟩Ab\n         ^"},
	} {
		t.Run(name, func(t *testing.T) {
			l := at(c.line)
			e := cutExcerpt(&l, c.width)
			got := e.before + e.text + e.after + "\n" + strings.Repeat(" ", e.column) + strings.Repeat("^", e.carets)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// An excerpt fits into its width and marks its span, for any width and text.
func FuzzExcerpt(f *testing.F) {
	f.Add("the talks; ", "They", " went on", 40, true, false)
	f.Add("国外交部 ", "", "\u0301\u200d👩‍🚀", 31, false, true)
	f.Add("\t\x1b", "a\r\n\nb", strings.Repeat(" ", 90), 3, true, true)
	f.Fuzz(func(t *testing.T, before, text, after string, width int, cutBefore, cutAfter bool) {
		width = min(max(width, minExcerpt), 200)
		for _, part := range []*string{&before, &text, &after} {
			*part = strings.ToValidUTF8(*part, "?") // as every document is
		}
		e := cutExcerpt(&lint.Location{Before: before, Text: text, After: after, CutBefore: cutBefore, CutAfter: cutAfter}, width)
		total := columns(cells(e.before, false)) + columns(cells(e.text, false)) + columns(cells(e.after, false))
		if total > width {
			t.Errorf("%d columns wide, want at most %d: %+v", total, width, e)
		}
		if e.carets < 1 || e.column < 0 || e.column+e.carets > width+1 {
			t.Errorf("carets at %d+%d of %d", e.column, e.carets, width)
		}
		if w := displaywidth.String(e.before); e.column != w && e.column != w-1 {
			t.Errorf("carets at column %d behind %d columns of text: %+v", e.column, w, e)
		}
	})
}

var rule = &lint.Rule{Name: "names/variant", Severity: lint.Warning, MQM: "Terminology"}

// finding is a finding at the marked part of a line.
func finding(line string, severity lint.Severity, message string, fixes ...lint.Fix) lint.Finding {
	return lint.Finding{Rule: rule, Severity: severity, Message: message, At: at(line), Fixes: fixes}
}

// text is the report of the findings of one file.
func text(t *testing.T, opt TextOptions, r lint.Result) string {
	t.Helper()
	var b strings.Builder
	out := NewText(&b, opt)
	if err := out.Report(&r); err != nil {
		t.Fatal(err)
	}
	if err := out.Finish(Run{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	related := finding("when [Al-Wali] spoke", lint.Warning, "‘Wali’ once, ‘Wala’i’ twice",
		lint.Replace("write ‘Al-Wala’i’", lint.Unsafe, lint.Span{Start: 5, End: 12}, "Al-Wala’i"))
	related.Related = []lint.RelatedLocation{
		{Location: at("the [Al-Wala’i] brigade"), Message: "the same name is written here"},
		{Location: lint.Location{Path: "b.txt", Start: lint.Position{Line: 3, Column: 7}, Text: "Al-Wala’i"}},
	}
	moved := finding("he said yes[”] and left", lint.Error, "closing quotation mark without an opening one",
		lint.Fix{Title: "open the quotation", Safety: lint.Manual, Edits: []lint.Edit{{Span: lint.Span{Start: 8, End: 8}, Text: "“"}}},
		lint.Replace("delete it", lint.Unsafe, lint.Span{Start: 11, End: 14}, ""))
	space := finding("the[  ]end", lint.Info, "two spaces", lint.Replace("leave one", lint.Safe, lint.Span{Start: 3, End: 5}, " "))

	got := text(t, TextOptions{Width: 60}, lint.Result{Path: "a.txt", Words: 12345, Findings: []lint.Finding{related, moved, space}, Hidden: 3})
	want := `a.txt:1:6: warning: ‘Wali’ once, ‘Wala’i’ twice (names/variant)
  │ when Al-Wali spoke
  │      ^^^^^^^
  ├ fix: write ‘Al-Wala’i’ (unsafe)
  ├ see also 1:5 ‘Al-Wala’i’: the same name is written here
  ╰ see also b.txt:3:7 ‘Al-Wala’i’

a.txt:1:12: error: closing quotation mark without an opening one (names/variant)
  │ he said yes” and left
  │            ^
  ├ fix: open the quotation: ‘yes”’ → ‘“yes”’ (manual)
  ╰ or: delete it (unsafe)

a.txt:1:4: info: two spaces (names/variant)
  │ the  end
  │    ^^
  ╰ fix: leave one (safe)

1 file, 12,345 words: 1 error, 1 warning, 1 info finding (3 more at info level: --all)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A fix says what it puts, unless its title does.
func TestDescribeFix(t *testing.T) {
	f := finding("any [A] response", lint.Warning, "")
	span := lint.Span{Start: f.At.Start.Offset, End: f.At.End.Offset}
	for _, c := range []struct{ title, text, want string }{
		{"write it in lower case", "a", "write it in lower case: ‘A’ → ‘a’"},
		{"write ‘a’", "a", "write ‘a’"},
		{"write a", "a", "write a"},
		{"delete it", "", "delete it"},
	} {
		if got := (TextOptions{}).describeFix(&f, lint.Replace(c.title, lint.Safe, span, c.text)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	for title, want := range map[string]string{"write the everywhere": "write the everywhere", "write it twice": "write it twice: ‘A ’ → ‘the the’"} {
		both := []lint.Edit{{Span: span, Text: "the"}, {Span: lint.Span{Start: span.End + 1, End: span.End + 1}, Text: "the"}}
		if got := (TextOptions{}).describeFix(&f, lint.Fix{Title: title, Edits: both}); got != want {
			t.Errorf("two edits: got %q, want %q", got, want)
		}
	}
	far := lint.Replace("delete the other mark", lint.Safe, lint.Span{Start: 500, End: 501}, "")
	if got := (TextOptions{}).describeFix(&f, far); got != "delete the other mark" {
		t.Errorf("edit out of sight: got %q", got)
	}
}

// In colour the words that differ are marked in the old text and in the new one.
func TestChange(t *testing.T) {
	for _, c := range []struct{ old, text, want string }{
		{"the the end", "the end", "‘-[the ]-the end’ → ‘the end’"},
		{"iran; Previously", "iran, previously", "‘iran-[;]- -[Previously]-’ → ‘iran+[,]+ +[previously]+’"},
		{"in2020", "in 2020", "‘-[in2020]-’ → ‘+[in 2020]+’"},
		{"cafe\u0301s", "cafes", "‘-[cafe\u0301s]-’ → ‘+[cafes]+’"},
	} {
		got := TextOptions{Color: true}.change(c.old, c.text)
		got = strings.NewReplacer("\x1b["+removed+"m", "-[", "\x1b["+added+"m", "+[").Replace(got)
		parts := strings.Split(got, "’ → ‘")
		got = strings.ReplaceAll(parts[0], "\x1b[0m", "]-") + "’ → ‘" + strings.ReplaceAll(parts[1], "\x1b[0m", "]+")
		if got != c.want {
			t.Errorf("%q → %q: got %s, want %s", c.old, c.text, got, c.want)
		}
		if got, want := (TextOptions{}).change(c.old, c.text), quote(c.old)+" → "+quote(c.text); got != want {
			t.Errorf("without colour: got %s, want %s", got, want)
		}
	}
}

// Many related places are counted, not listed.
func TestManyRelated(t *testing.T) {
	f := finding("the [Wali]", lint.Warning, "‘Wali’ once")
	for range 9 {
		f.Related = append(f.Related, lint.RelatedLocation{Location: at("a [Wala’i]"), Message: "here it is ‘Wala’i’"})
	}
	got := text(t, TextOptions{Width: 60}, lint.Result{Findings: []lint.Finding{f}})
	if strings.Count(got, "see also 1:3: here it is ‘Wala’i’\n") != maxRelated || !strings.Contains(got, "╰ and 5 more places\n") {
		t.Error(got)
	}
}

// Without the colours the coloured text is the plain one.
func TestColor(t *testing.T) {
	r := lint.Result{Path: "a.txt", Findings: []lint.Finding{finding("a [b] c", lint.Error, "b")}}
	colored := text(t, TextOptions{Width: 60, Color: true}, r)
	if !strings.Contains(colored, "\x1b[1;31mb\x1b[0m") {
		t.Errorf("the span is not painted: %q", colored)
	}
	for _, style := range []string{"1", "2", "32", "36", "1;31", "1;33", "1;34", "0"} {
		colored = strings.ReplaceAll(colored, "\x1b["+style+"m", "")
	}
	if diff := cmp.Diff(text(t, TextOptions{Width: 60}, r), colored); diff != "" {
		t.Errorf("(-plain +coloured):\n%s", diff)
	}
}

// A failed rule is told and loses no findings of others.
func TestJSONOfFault(t *testing.T) {
	var b strings.Builder
	out := NewJSON(&b)
	fault := &lint.RuleFault{Rule: "names/variant", Path: "a.txt", Value: "index out of range"}
	if err := out.Report(&lint.Result{Path: "a.txt", Words: 3, Findings: []lint.Finding{finding("a [b] c", lint.Info, "b <&>")}, Err: fault}); err != nil {
		t.Fatal(err)
	}
	if err := out.Finish(Run{}); err != nil {
		t.Fatal(err)
	}
	want := `{"version": 1,
 "diagnostics": [
  {"path":"a.txt","rule":"names/variant","severity":"info","mqm":"Terminology","message":"b <&>","span":{"start":{"offset":2,"line":1,"column":3},"end":{"offset":3,"line":1,"column":4}},"text":"b","fixes":[],"related":[]}],
 "files": [
  {"path":"a.txt","words":3,"suppressed":0,"error":"rule names/variant failed on a.txt and was left out there: index out of range (please report this)"}],
 "summary": {"files":1,"words":3,"errors":0,"warnings":0,"infos":1}}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
