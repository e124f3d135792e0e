package baseline

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mtlint/lint"
)

var (
	stray = &lint.Rule{Name: "quotes/stray", Severity: lint.Error}
	clock = &lint.Rule{Name: "dates/clock", Severity: lint.Warning}
)

// finding is a finding of a rule on the marked part of a line.
func finding(r *lint.Rule, line string) lint.Finding {
	before, rest, _ := strings.Cut(line, "[")
	text, after, _ := strings.Cut(rest, "]")
	return lint.Finding{Rule: r, Severity: r.Severity, At: lint.Location{Text: text, Before: before, After: after}}
}

// result is a result in which both rules ran.
func result(path string, found ...lint.Finding) lint.Result {
	return lint.Result{Path: path, Findings: found, Ran: []*lint.Rule{stray, clock}}
}

// folder makes a folder with these files and goes there.
func folder(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range files {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// recorded writes a baseline of the results and reads it.
func recorded(t *testing.T, results ...lint.Result) *Baseline {
	t.Helper()
	b, err := New("base.json", lint.Warning)
	if err != nil {
		t.Fatal(err)
	}
	for i := range results {
		b.Record(&results[i])
	}
	if err := b.Write(b.Recorded()); err != nil {
		t.Fatal(err)
	}
	return read(t, lint.Warning)
}

func read(t *testing.T, least lint.Severity) *Baseline {
	t.Helper()
	b, err := Read("base.json", least)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// filtered returns the texts of the findings that are left.
func filtered(b *Baseline, r lint.Result) []string {
	b.Filter(&r)
	out := []string{}
	for _, f := range r.Findings {
		out = append(out, f.At.Text)
	}
	return out
}

// What is known stays known when the text around changes, and what is new is shown.
func TestFilter(t *testing.T) {
	one := finding(stray, "he said so [”] and then left")
	for name, c := range map[string]struct {
		now   []lint.Finding
		left  []string
		fixed map[string]int
	}{
		"as it was":              {[]lint.Finding{one}, nil, nil},
		"words far off edited":   {[]lint.Finding{finding(stray, "she wrote said so [”] and then went home")}, nil, nil},
		"words before edited":    {[]lint.Finding{finding(stray, "she wrote [”] and then left")}, nil, nil},
		"words behind edited":    {[]lint.Finding{finding(stray, "he said so [”] but stayed")}, nil, nil},
		"both sides edited":      {[]lint.Finding{finding(stray, "she wrote [”] but stayed")}, []string{"”"}, map[string]int{"quotes/stray": 1}},
		"another text":           {[]lint.Finding{finding(stray, "he said so [“] and then left")}, []string{"“"}, map[string]int{"quotes/stray": 1}},
		"another rule":           {[]lint.Finding{finding(clock, "he said so [”] and then left")}, []string{"”"}, map[string]int{"quotes/stray": 1}},
		"once more":              {[]lint.Finding{one, one}, []string{"”"}, nil},
		"fixed":                  {nil, nil, map[string]int{"quotes/stray": 1}},
		"another beside the old": {[]lint.Finding{finding(stray, "so [’] and"), one}, []string{"’"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t, "a.txt")
			b := recorded(t, result("a.txt", one))
			if diff := cmp.Diff(append([]string{}, c.left...), filtered(b, result("a.txt", c.now...))); diff != "" {
				t.Errorf("left (-want +got):\n%s", diff)
			}
			if c.fixed == nil {
				c.fixed = map[string]int{}
			}
			if diff := cmp.Diff(c.fixed, b.End([]string{"."}).Fixed); diff != "" {
				t.Errorf("fixed (-want +got):\n%s", diff)
			}
		})
	}
}

// Two equal findings are two, and the exact one goes before one that is only alike.
func TestCounts(t *testing.T) {
	folder(t, "a.txt")
	one, alike := finding(stray, "it is so [”] and then"), finding(stray, "it is so [”] or not")
	b := recorded(t, result("a.txt", one, one, alike))
	if got := filtered(b, result("a.txt", alike, one, one)); len(got) != 0 {
		t.Errorf("left: %q", got)
	}
	b = read(t, lint.Warning)
	if got := filtered(b, result("a.txt", one, one, one, alike)); len(got) != 1 {
		t.Errorf("left: %q, want one", got)
	}
}

// A renamed file keeps its findings known, once; a copy beside the old file is new.
func TestRename(t *testing.T) {
	one := finding(stray, "he said so [”] and then left")
	folder(t, "a.txt", "copy.txt", "b.txt")
	b := recorded(t, result("a.txt", one))
	if got := filtered(b, result("copy.txt", one)); len(got) != 1 {
		t.Errorf("in a copy: left %q, want the finding", got)
	}
	if err := os.Rename("a.txt", "new.txt"); err != nil {
		t.Fatal(err)
	}
	b = read(t, lint.Warning)
	if known := b.Known("new.txt", []lint.Finding{one, one}); !known[0] || known[1] {
		t.Errorf("known: %v, want the first", known)
	}
	if got := filtered(b, result("new.txt", one)); len(got) != 0 {
		t.Errorf("in the renamed file: left %q", got)
	}
	if got := filtered(b, result("b.txt", one)); len(got) != 1 {
		t.Errorf("in another new file: left %q, want the finding", got)
	}
	if o := b.End([]string{"."}); len(o.Fixed) != 0 || o.Known != 1 {
		t.Errorf("outcome %+v", o)
	}
	want := Entry{"new.txt", one.Fingerprint(), lint.Error, 1}
	if diff := cmp.Diff([]Entry{want}, b.Kept()); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

// What a run cannot know is not said to be fixed, and is kept.
func TestPartialRuns(t *testing.T) {
	one, two := finding(stray, "he said so [”] and"), finding(clock, "at [25 o'clock] they")
	for name, c := range map[string]struct {
		results []lint.Result
		least   lint.Severity
		paths   []string
		remove  string
		fixed   int
	}{
		"all linted":         {[]lint.Result{result("a.txt"), result("b.txt")}, lint.Warning, []string{"."}, "", 4},
		"one file":           {[]lint.Result{result("a.txt")}, lint.Warning, []string{"a.txt"}, "", 2},
		"one rule":           {[]lint.Result{{Path: "a.txt", Ran: []*lint.Rule{clock}}}, lint.Warning, []string{"a.txt"}, "", 1},
		"errors only":        {[]lint.Result{result("a.txt")}, lint.Error, []string{"a.txt"}, "", 1},
		"failed":             {[]lint.Result{{Path: "a.txt", Ran: []*lint.Rule{stray, clock}, Err: os.ErrPermission}}, lint.Warning, []string{"."}, "", 0},
		"removed":            {[]lint.Result{result("b.txt", one, two)}, lint.Warning, []string{"."}, "a.txt", 2},
		"removed, elsewhere": {[]lint.Result{result("b.txt", one, two)}, lint.Warning, []string{"b.txt"}, "a.txt", 0},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t, "a.txt", "b.txt")
			recorded(t, result("a.txt", one, two), result("b.txt", one, two))
			b := read(t, c.least)
			if c.remove != "" {
				if err := os.Remove(c.remove); err != nil {
					t.Fatal(err)
				}
			}
			for _, r := range c.results {
				b.Filter(&r)
			}
			fixed := 0
			for _, n := range b.End(c.paths).Fixed {
				fixed += n
			}
			if fixed != c.fixed || len(b.Kept()) != 4-c.fixed {
				t.Errorf("%d fixed, want %d; kept: %v", fixed, c.fixed, b.Kept())
			}
		})
	}
}

// Recording part of a folder leaves the rest as it was.
func TestRecordAgain(t *testing.T) {
	one, two := finding(stray, "he said so [”] and"), finding(clock, "at [25 o'clock] they")
	folder(t, "a.txt", "b.txt")
	recorded(t, result("a.txt", one, one), result("b.txt", two))
	b := read(t, lint.Warning)
	for _, r := range []lint.Result{result("a.txt", one, two), {Path: "b.txt", Ran: []*lint.Rule{stray}, Findings: []lint.Finding{one}}} {
		if b.Record(&r); len(r.Findings) > 0 {
			t.Errorf("%s: left %v", r.Path, r.Findings)
		}
	}
	want := []Entry{
		{"a.txt", two.Fingerprint(), lint.Warning, 1},
		{"a.txt", one.Fingerprint(), lint.Error, 1},
		{"b.txt", two.Fingerprint(), lint.Warning, 1},
		{"b.txt", one.Fingerprint(), lint.Error, 1},
	}
	if diff := cmp.Diff(want, b.Recorded()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What is recorded of a renamed file is not kept under its old name, where it would hide what is new elsewhere.
func TestRecordRenamed(t *testing.T) {
	one, two := finding(stray, "he said so [”] and"), finding(clock, "at [25 o'clock] they")
	folder(t, "new.txt")
	recorded(t, result("old.txt", one, one, two))
	b := read(t, lint.Warning)
	now := result("new.txt", one)
	b.Record(&now)
	b.End([]string{"new.txt"})
	want := []Entry{
		{"new.txt", one.Fingerprint(), lint.Error, 1},
		{"old.txt", two.Fingerprint(), lint.Warning, 1},
		{"old.txt", one.Fingerprint(), lint.Error, 1},
	}
	if diff := cmp.Diff(want, b.Recorded()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An entry of a file that is gone is fixed only where the run shows findings of its level.
func TestGoneBelowLevel(t *testing.T) {
	info := finding(clock, "at [25 o'clock] they")
	info.Severity = lint.Info
	folder(t, "b.txt")
	recorded(t, result("gone.txt", info))
	for least, want := range map[lint.Severity]int{lint.Warning: 0, lint.Info: 1} {
		b := read(t, least)
		other := result("b.txt")
		b.Filter(&other)
		if fixed := b.End([]string{"."}).Fixed[clock.Name]; fixed != want {
			t.Errorf("level %v: %d fixed, want %d", least, fixed, want)
		}
	}
}

// A finding whose rule is severer now than when it was recorded is recorded once.
func TestRecordSeverer(t *testing.T) {
	one, two := finding(stray, "he said so [”] and"), finding(clock, "at [25 o'clock] they")
	asInfo := func(f lint.Finding) lint.Finding {
		f.Severity = lint.Info
		return f
	}
	folder(t, "a.txt", "b.txt")
	recorded(t, result("a.txt", asInfo(two)), result("b.txt", asInfo(one)))
	b := read(t, lint.Warning)
	again := result("b.txt", one)
	b.Record(&again)
	want := []Entry{
		{"a.txt", two.Fingerprint(), lint.Info, 1},
		{"b.txt", one.Fingerprint(), lint.Error, 1},
	}
	if diff := cmp.Diff(want, b.Recorded()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Paths are from the folder of the baseline, wherever mtlint runs.
func TestPaths(t *testing.T) {
	folder(t)
	for _, dir := range []string{"conf", "news"} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	one := finding(stray, "he said so [”] and")
	b, err := New(filepath.Join("conf", "base.json"), lint.Warning)
	if err != nil {
		t.Fatal(err)
	}
	r := result(filepath.Join("news", "a.txt"), one)
	b.Record(&r)
	if err := b.Write(b.Recorded()); err != nil {
		t.Fatal(err)
	}
	if got := b.Recorded()[0].Path; got != "../news/a.txt" {
		t.Errorf("path %q", got)
	}
	t.Chdir("news")
	if b, err = Read(filepath.Join("..", "conf", "base.json"), lint.Warning); err != nil {
		t.Fatal(err)
	}
	if got := filtered(b, result("a.txt", one)); len(got) != 0 {
		t.Errorf("left %q", got)
	}
}

// A damaged file and one of another version are refused with one line.
func TestReadRefuses(t *testing.T) {
	entry := `{"path":"a.txt","rule":"quotes/stray","severity":"error","before":"","text":"”","after":"","count":1}`
	for text, want := range map[string]string{
		"": "it is damaged: line 1: unexpected end of JSON input",
		"{\"version\": 1,\n \"findings\": [\n" + entry: "it is damaged: line 3: unexpected end of JSON input",
		"{\"version\": 1,\n<<<<<<< HEAD\n":             "it is damaged: line 2: invalid character '<'",
		`{"findings": []}`:                             "it is damaged: it has no version",
		`{"version": 2, "rows": []}`:                   "it is of version 2, and this mtlint reads version 1",
		`{"version": 1, "rows": []}`:                   `it is damaged: unknown field "rows"`,
		`{"version": 1, "findings": [` + strings.Replace(entry, `"count":1`, `"count":0`, 1) + `]}`: "it is damaged: finding 1: a path, a rule or a count of 1 or more is missing",
		`{"version": 1, "findings": [` + strings.Replace(entry, `"error"`, `"fatal"`, 1) + `]}`:     `it is damaged: finding 1: unknown severity "fatal"`,
		"{\"version\": 1,\n \"findings\": [\n  {\"path\": 7}]}":                                     "it is damaged: line 3: findings.path is of the wrong type: number",
		"[]": "it is damaged: line 1: the file is of the wrong type: array",
	} {
		folder(t)
		if err := os.WriteFile("base.json", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read("base.json", lint.Warning)
		if err == nil || !strings.HasPrefix(err.Error(), "baseline base.json: "+want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q:\ngot  %v\nwant %s…", text, err, want)
		}
	}
}

// A baseline that is changed by another while a run goes on is not overwritten.
func TestWriteRefusesChanged(t *testing.T) {
	folder(t, "a.txt")
	b := recorded(t, result("a.txt", finding(stray, "so [”] and")))
	if err := os.WriteFile("base.json", []byte("changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := b.Write(nil); err == nil {
		t.Error("written over")
	}
	if text, _ := os.ReadFile("base.json"); string(text) != "changed" {
		t.Errorf("holds %q", text)
	}
}

// Whatever the texts are: what is written is read as it was, nothing recorded is found again, and moving, repeating and
// leaving out findings comes out in the counts.
func FuzzBaseline(f *testing.F) {
	f.Add("he said so", "”", "and then left", uint64(1))
	f.Add("", "\x00\xff", "", uint64(2))
	f.Add("a b c", strings.Repeat("long ", 60), "\"quoted\" \\ </script>", uint64(3))
	f.Fuzz(func(t *testing.T, before, text, after string, seed uint64) {
		for _, s := range []*string{&before, &text, &after} {
			*s = strings.ToValidUTF8(*s, "?") // as every document is
		}
		rnd := rand.New(rand.NewPCG(seed, 7))
		var found []lint.Finding
		for range rnd.IntN(12) {
			r := []*lint.Rule{stray, clock}[rnd.IntN(2)]
			found = append(found, lint.Finding{Rule: r, Severity: r.Severity, At: lint.Location{
				Before: fmt.Sprint(before, " ", rnd.IntN(3)), Text: text, After: fmt.Sprint(rnd.IntN(3), " ", after)}})
		}
		folder(t, "a.txt")
		b := recorded(t, result("a.txt", found...))
		if diff := cmp.Diff(b.old, Text(b.entries)); diff != "" {
			t.Fatalf("written again (-before +after):\n%s", diff)
		}
		rnd.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
		keep := rnd.IntN(len(found) + 1)
		known := b.Known("a.txt", found)
		if got := filtered(b, result("a.txt", found[:keep]...)); len(got) != 0 {
			t.Errorf("left %q of what was recorded", got)
		}
		for i, k := range known {
			if !k {
				t.Errorf("finding %d is not known", i)
			}
		}
		fixed := 0
		for _, n := range b.End([]string{"a.txt"}).Fixed {
			fixed += n
		}
		kept := 0
		for _, e := range b.Kept() {
			kept += e.Count
		}
		if fixed != len(found)-keep || kept != keep {
			t.Errorf("%d of %d are there: %d fixed, %d kept", keep, len(found), fixed, kept)
		}
	})
}
