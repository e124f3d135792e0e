package lint_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// replacer is a rule that finds a text wherever it stands and puts another in its place.
func replacer(name, old, text string, severity lint.Severity, safety lint.Safety) *lint.Rule {
	return &lint.Rule{Name: name, Severity: severity, Run: func(p *lint.Pass) {
		for at := 0; ; {
			i := strings.Index(p.Text[at:], old)
			if i < 0 {
				return
			}
			s := lint.Span{Start: at + i, End: at + i + len(old)}
			p.Report(lint.Diagnostic{Span: s, Fixes: []lint.Fix{lint.Replace("replace it", safety, s, text)}})
			at = s.End
		}
	}}
}

// repair repairs one file with the given bytes.
func repair(t *testing.T, data string, least lint.Safety, rules ...*lint.Rule) lint.Result {
	t.Helper()
	parse := func(data string) (*lint.Document, error) {
		f, err := read.Decode("a.txt", data)
		if err != nil {
			return nil, err
		}
		return read.Text(f, language.English), nil
	}
	src := lint.Source{Path: "a.txt", Parse: parse, Read: func() (*lint.Document, error) { return parse(data) }}
	for r := range lint.Repair(slices.Values([]lint.Source{src}), rules, &lint.Config{MinSeverity: lint.Info}, least) {
		if r.Repairs == nil {
			t.Fatalf("%q: %v", data, r.Err)
		}
		if got := (lint.Fix{Edits: r.Repairs.Edits}).Apply(r.Repairs.Old); got != r.Repairs.New {
			t.Errorf("%q: the edits make %q, want %q", data, got, r.Repairs.New)
		}
		return r
	}
	panic("unreachable: Repair yields one result a source")
}

// What is repaired in one file moves nothing in the next.
func TestRepairTwoFiles(t *testing.T) {
	source := func(path, data string) lint.Source {
		parse := func(data string) (*lint.Document, error) {
			return read.Text(&lint.File{Path: path, Content: data}, language.English), nil
		}
		return lint.Source{Path: path, Parse: parse, Read: func() (*lint.Document, error) { return parse(data) }}
	}
	rules := []*lint.Rule{replacer("x/fixed", "ab", "long", lint.Error, lint.Safe), replacer("y/left", "cd", "2", lint.Error, lint.Unsafe)}
	for r := range lint.Repair(slices.Values([]lint.Source{source("a.txt", "ab ab cd\n"), source("b.txt", "cd\n")}), rules, &lint.Config{}, lint.Safe) {
		want := map[string]int{"a.txt": len("long long "), "b.txt": 0}[r.Path]
		if len(r.Findings) != 1 || r.Findings[0].At.Start.Offset != want || r.Findings[0].Fixes[0].Edits[0].Start != want {
			t.Errorf("%s: findings %+v, want one at %d", r.Path, r.Findings, want)
		}
	}
}

// Fixes are made by severity, then by place; one that overlaps or touches another waits for the text as repaired.
func TestRepairOrder(t *testing.T) {
	weak := replacer("x/weak", "ab", "1", lint.Info, lint.Safe)
	strong := replacer("y/strong", "bc", "2", lint.Error, lint.Safe)
	for _, c := range []struct {
		data, want string
		fixed      int
	}{
		{"abc", "a2", 1},            // overlapping: the stronger wins, the weaker finds nothing any more
		{"abbc", "12", 2},           // touching: the weaker waits a round
		{"ab bc ab", "1 2 1", 3},    // apart: all at once
		{"ab", "1", 1},              //
		{"no fault", "no fault", 0}, //
		{"", "", 0},                 //
		{"abc\r\nab \n\n\r", "a2\r\n1 \n\n\r", 2},
	} {
		r := repair(t, c.data, lint.Safe, weak, strong)
		if r.Repairs.New != c.want || r.Repairs.Fixed != c.fixed || r.Repairs.Unended || r.Err != nil {
			t.Errorf("%q: got %q with %d fixed (%+v), want %q with %d", c.data, r.Repairs.New, r.Repairs.Fixed, r, c.want, c.fixed)
		}
	}
}

// Of two fixes that touch, on either side, the weaker waits.
func TestChooseTouching(t *testing.T) {
	const data = "abcdef"
	finding := func(severity lint.Severity, start, end int) lint.Finding {
		return lint.Finding{Severity: severity, Fixes: []lint.Fix{lint.Replace("replace it", lint.Safe, lint.Span{Start: start, End: end}, "x")}}
	}
	strong := finding(lint.Error, 2, 4)
	for _, c := range []struct{ start, end, fixes int }{{0, 1, 2}, {0, 2, 1}, {1, 3, 1}, {3, 5, 1}, {4, 6, 1}, {5, 6, 2}} {
		edits, n := lint.Choose([]lint.Finding{finding(lint.Warning, c.start, c.end), strong}, data, lint.Safe)
		if n != c.fixes || len(edits) != c.fixes || !slices.Contains(edits, strong.Fixes[0].Edits[0]) {
			t.Errorf("%d–%d beside 2–4: %d fixes, %v; want %d", c.start, c.end, n, edits, c.fixes)
		}
	}
}

// Fixes below the wanted safety are left, and the result says what a person has to do.
func TestRepairSafety(t *testing.T) {
	rules := []*lint.Rule{
		replacer("x/manual", "m", "M", lint.Error, lint.Manual),
		replacer("x/safe", "s", "S", lint.Warning, lint.Safe),
		replacer("x/unsafe", "u", "U", lint.Warning, lint.Unsafe),
	}
	for least, want := range map[lint.Safety]string{lint.Safe: "m S u", lint.Unsafe: "m S U"} {
		r := repair(t, "m s u", least, rules...)
		if r.Repairs.New != want {
			t.Errorf("%v: got %q, want %q", least, r.Repairs.New, want)
		}
		for _, f := range r.Findings {
			if got, want := f.ByHand(), f.Rule.Name == "x/manual"; got != want {
				t.Errorf("%v: %s: for a person: %v, want %v", least, f.Rule.Name, got, want)
			}
		}
	}
}

// What is safe is repaired first: what came of the same cause is found no more, and no guess is made at it.
func TestRepairSafeFirst(t *testing.T) {
	cause := replacer("x/cause", "&quot;", "“", lint.Warning, lint.Safe)
	guess := replacer("y/guess", "quot; it”", "quot; it", lint.Error, lint.Unsafe)
	later := replacer("z/later", "then", "than", lint.Warning, lint.Unsafe)
	r := repair(t, "&quot; it” then", lint.Unsafe, cause, guess, later)
	if want := "“ it” than"; r.Repairs.New != want || r.Repairs.Fixed != 2 || r.Repairs.Unended {
		t.Errorf("got %q with %d fixed, want %q with 2", r.Repairs.New, r.Repairs.Fixed, want)
	}
}

// What is wanted of one file holds for its text as repaired, too.
func TestRepairConfig(t *testing.T) {
	const data = "cause and hint"
	parse := func(data string) (*lint.Document, error) {
		f, err := read.Decode("a.txt", data)
		if err != nil {
			return nil, err
		}
		return read.Text(f, language.English), nil
	}
	src := lint.Source{Path: "a.txt", Parse: parse, Read: func() (*lint.Document, error) { return parse(data) }, Config: &lint.Config{MinSeverity: lint.Info}}
	rules := []*lint.Rule{
		replacer("x/cause", "cause", "effect", lint.Warning, lint.Safe),
		replacer("y/hint", "hint", "", lint.Info, lint.Manual),
	}
	for r := range lint.Repair(slices.Values([]lint.Source{src}), rules, &lint.Config{MinSeverity: lint.Warning}, lint.Safe) {
		if r.Repairs.New != "effect and hint" || len(r.Findings) != 1 || r.Findings[0].Rule.Name != "y/hint" {
			t.Errorf("got %q, %+v, want the hint left", r.Repairs.New, r.Findings)
		}
	}
}

// Rules that undo one another's fixes, or a fix that makes itself a new place, end with the rounds.
func TestRepairEnds(t *testing.T) {
	there := replacer("x/there", "a", "b", lint.Warning, lint.Safe)
	back := replacer("x/back", "b", "a", lint.Warning, lint.Safe)
	if r := repair(t, "a", lint.Safe, there, back); !r.Repairs.Unended || r.Repairs.Fixed != lint.MaxRounds {
		t.Errorf("there and back: %+v", r.Repairs)
	}
	if r := repair(t, "a", lint.Safe, replacer("x/grows", "a", "aa", lint.Warning, lint.Safe)); !r.Repairs.Unended {
		t.Errorf("growing: %+v", r.Repairs)
	}
	if r := repair(t, "a", lint.Safe, replacer("x/same", "a", "a", lint.Warning, lint.Safe)); r.Repairs.Unended || r.Repairs.Fixed != 0 {
		t.Errorf("a fix that changes nothing: %+v", r.Repairs)
	}
}

// Edits of several rounds are edits of the old text, and as few bytes as they can be.
func TestRepairEdits(t *testing.T) {
	r := repair(t, "one xyz two", lint.Safe,
		replacer("x/first", "xyz", "pq", lint.Warning, lint.Safe),
		replacer("x/then", "pq t", "r T", lint.Warning, lint.Safe),
		replacer("x/insert", "one ", "one  ", lint.Error, lint.Unsafe))
	want := []lint.Edit{{Span: lint.Span{Start: 4, End: 9}, Text: "r T"}}
	if diff := cmp.Diff(want, r.Repairs.Edits); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A file is written back in its own encoding, with its byte order mark and with stray bytes.
func TestRepairEncoding(t *testing.T) {
	rule := replacer("x/cafe", "cafe", "café “x”", lint.Warning, lint.Safe)
	for name, c := range map[string]struct{ data, want string }{
		"utf-8":         {"a cafe\n", "a café “x”\n"},
		"mark":          {"\xEF\xBB\xBFcafe", "\xEF\xBB\xBFcafé “x”"},
		"stray byte":    {"“Zürich”\xFF cafe \xFE", "“Zürich”\xFF café “x” \xFE"},
		"windows-1252":  {"Das na\xEFve caf\xE9 und cafe", "Das na\xEFve caf\xE9 und caf\xE9 \x93x\x94"},
		"little endian": {"\xFF\xFEc\x00a\x00f\x00e\x00.\x00", "\xFF\xFEc\x00a\x00f\x00\xE9\x00 \x00\x1C\x20x\x00\x1D\x20.\x00"},
		"big endian":    {"\xFE\xFF\x00c\x00a\x00f\x00e\x00.", "\xFE\xFF\x00c\x00a\x00f\x00\xE9\x00 \x20\x1C\x00x\x20\x1D\x00."},
	} {
		r := repair(t, c.data, lint.Safe, rule)
		if r.Err != nil || r.Repairs.New != c.want {
			t.Errorf("%s: got %q, %v, want %q", name, r.Repairs.New, r.Err, c.want)
		}
	}
}

// A text that cannot be written in the encoding of its file, or that would be read in another one, stays as it is.
func TestRepairRefuses(t *testing.T) {
	const data = "Das na\xEFve caf\xE9 und x"
	for _, c := range []struct{ text, want string }{
		{"ł", "repair a.txt: ‘ł’ (U+0142) cannot be written in windows-1252: convert the file to UTF-8 first"},
		{strings.Repeat("É", 50), "repair a.txt: the text as repaired cannot be read: neither UTF-8"},
		{strings.Repeat("Ã©", 50), "repair a.txt: the text as repaired would no longer be read as windows-1252: convert the file to UTF-8 first"},
		{"a\x00", "repair a.txt: the text as repaired cannot be read: "},
	} {
		r := repair(t, data, lint.Safe, replacer("x/x", " x", c.text, lint.Warning, lint.Safe))
		if r.Err == nil || !strings.HasPrefix(r.Err.Error(), c.want) || r.Repairs.New != data || len(r.Repairs.Edits) > 0 || len(r.Findings) != 1 {
			t.Errorf("%q: %v, %+v, want %q", c.text, r.Err, r.Repairs, c.want)
		}
	}
}

// All sections of a long text are repaired, each at its place.
func TestRepairSections(t *testing.T) {
	data := strings.Repeat("A line that nothing is wrong with, and one word more.\n\n", 60_000) + "the xx end\n\n"
	data = "xx" + data + data
	r := repair(t, data, lint.Safe, replacer("x/x", "xx", "a long word", lint.Warning, lint.Safe))
	if want := strings.ReplaceAll(data, "xx", "a long word"); r.Repairs.New != want || r.Repairs.Fixed != 3 {
		t.Errorf("%d fixed, new text as wanted: %v", r.Repairs.Fixed, r.Repairs.New == want)
	}
}

// What cannot be read is not repaired.
func TestRepairUnreadable(t *testing.T) {
	src := lint.Source{Path: "x", Read: func() (*lint.Document, error) { return nil, errors.New("no luck") }}
	for r := range lint.Repair(slices.Values([]lint.Source{src}), nil, &lint.Config{}, lint.Safe) {
		if r.Repairs != nil || r.Err == nil {
			t.Errorf("%+v", r)
		}
	}
}

// A fix whose edits overlap is a bug in its rule.
func TestOverlappingEdits(t *testing.T) {
	rule := &lint.Rule{Name: "x/wrong", Severity: lint.Warning, Run: func(p *lint.Pass) {
		p.Report(lint.Diagnostic{Fixes: []lint.Fix{{Edits: []lint.Edit{{Span: lint.Span{Start: 0, End: 2}}, {Span: lint.Span{Start: 1, End: 3}}}}}})
	}}
	if r := repair(t, "some text", lint.Safe, rule); r.Err == nil || len(r.Findings) > 0 {
		t.Errorf("%+v", r)
	}
}
