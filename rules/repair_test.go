package rules_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/lint/read"
	"mtlint/rules"
)

// sourceOf returns a source that reads the bytes as an example.
func sourceOf(path, data string) lint.Source {
	parse := func(data string) (*lint.Document, error) {
		f, err := read.Decode(path, data)
		if err != nil {
			return nil, err
		}
		return read.Example(f), nil
	}
	return lint.Source{Path: path, Parse: parse, Read: func() (*lint.Document, error) { return parse(data) }}
}

// checkRepairs makes the safe fixes of the texts, and then the unsafe ones, too, and checks what is promised of them: they
// come to an end, a second run changes nothing, no text has more findings than before, and no byte outside the edits has
// changed.
func checkRepairs(t *testing.T, rs []*lint.Rule, cfg *lint.Config, texts []lint.Source) {
	t.Helper()
	var found []int
	for r := range lint.Lint(slices.Values(texts), rs, cfg) {
		found = append(found, len(r.Findings))
	}
	checkFixes(t, rs, cfg, texts, found, lint.Safe)
	checkFixes(t, rs, cfg, texts, found, lint.Unsafe)
}

// checkFixes does so for the fixes that are at least as safe as wanted; found is how many findings each text has, nil where
// a repair may lay others bare.
func checkFixes(t *testing.T, rs []*lint.Rule, cfg *lint.Config, texts []lint.Source, found []int, least lint.Safety) {
	t.Helper()
	var repaired []lint.Source
	for r := range lint.Repair(slices.Values(texts), rs, cfg, least) {
		before := math.MaxInt
		if found != nil {
			before, found = found[0], found[1:]
		}
		switch {
		case r.Err != nil:
			t.Errorf("%s: %v", r.Path, r.Err)
		case r.Repairs.Unended:
			t.Errorf("%s: fixes are left after %d rounds: %q", r.Path, lint.MaxRounds, r.Repairs.New)
		case len(r.Findings) > before:
			t.Errorf("%s: %d findings before, %d afterwards:\n%s", r.Path, before, len(r.Findings), describe(&r))
		case lint.Fix{Edits: r.Repairs.Edits}.Apply(r.Repairs.Old) != r.Repairs.New:
			t.Errorf("%s: bytes outside the edits changed", r.Path)
		}
		if r.Repairs != nil {
			repaired = append(repaired, sourceOf(r.Path, r.Repairs.New))
		}
	}
	for r := range lint.Repair(slices.Values(repaired), rs, cfg, least) {
		if r.Repairs == nil || r.Repairs.New != r.Repairs.Old {
			t.Errorf("%s: a second run changes the text again:\n%s", r.Path, describe(&r))
		}
	}
}

// describe lists the edits and the findings of a result.
func describe(r *lint.Result) string {
	var b strings.Builder
	for _, e := range r.Repairs.Edits {
		from, to := max(0, e.Start-20), min(len(r.Repairs.Old), e.End+20)
		fmt.Fprintf(&b, "  edit %q [%s→%s]\n", r.Repairs.Old[from:to], r.Repairs.Old[e.Start:e.End], e.Text)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "  left %s: …%.20s[%s]%.20s… %s\n", f.Rule.Name, f.At.Before[max(0, len(f.At.Before)-20):], f.At.Text, f.At.After, f.Message)
	}
	return b.String()
}

// Every case of every fixture is repaired as promised, by its own rule and by all together; its own rule's safe fixes leave
// nothing to fix.
func TestRepairFixtures(t *testing.T) {
	var texts []lint.Source
	for _, r := range rules.All() {
		f, err := linttest.Load(fixture(r))
		if err != nil {
			t.Fatal(err)
		}
		var own []lint.Source
		for i, c := range f.Bad {
			own = append(own, sourceOf(fmt.Sprintf("%s bad %d", r.Name, i+1), linttest.Article(c.Line)))
		}
		checkRepairs(t, []*lint.Rule{r}, &lint.Config{MinSeverity: lint.Info}, own)
		texts = append(texts, own...)
		for i, c := range f.Good {
			texts = append(texts, sourceOf(fmt.Sprintf("%s good %d", r.Name, i+1), linttest.Article(c.Line)))
		}
	}
	checkRepairs(t, rules.All(), &lint.Config{}, texts)
	checkRepairs(t, rules.All(), &lint.Config{MinSeverity: lint.Info}, texts)
}

// Lines of the fixtures that are put together and broken by lot are repaired as promised: one fault meets another there.
func TestRepairMixed(t *testing.T) {
	n := 5000
	if testing.Short() {
		n = 500
	}
	texts := mixedTexts(t, n)
	cfg := &lint.Config{MinSeverity: lint.Info}
	checkFixes(t, rules.All(), cfg, texts, nil, lint.Safe)
	checkFixes(t, rules.All(), cfg, texts, nil, lint.Unsafe)
}

// mixedTexts returns n texts of up to five lines of fixtures, some of them cut short, without a word, or with a mark too many.
func mixedTexts(t *testing.T, n int) []lint.Source {
	var lines []string
	for _, r := range rules.All() {
		f, err := linttest.Load(fixture(r))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range slices.Concat(f.Bad, f.Good) {
			lines = append(lines, linttest.Article(c.Line))
		}
	}
	marks := strings.Fields("“ ” ‘ ’ « » „ \" ' '' `` ( ) [ ] { } , . : ; ? ! … ... – - / % &quot; 1 A. é \u0301 \u200b")
	separators := []string{" ", "\n", "\n\n", ""}
	var texts []lint.Source
	for i := range n {
		lot := rand.New(rand.NewPCG(uint64(i), 0))
		var b strings.Builder
		for range 1 + lot.IntN(5) {
			line := lines[lot.IntN(len(lines))]
			words := strings.Split(line, " ")
			from := lot.IntN(len(words))
			switch lot.IntN(4) {
			case 0:
				line = strings.Join(words[from:from+1+lot.IntN(len(words)-from)], " ")
			case 1:
				line = strings.Join(slices.Delete(words, from, from+1), " ")
			case 2:
				runes := []rune(line)
				at := lot.IntN(len(runes) + 1)
				line = string(runes[:at]) + marks[lot.IntN(len(marks))] + string(runes[at:])
			}
			b.WriteString(line + separators[lot.IntN(len(separators))])
		}
		texts = append(texts, sourceOf(fmt.Sprintf("mixed %d: %q", i, b.String()), b.String()))
	}
	return texts
}

// corpusDir holds texts to measure on, where it stands beside the project.
const corpusDir = "../../shared/corpus/dev"

// Real texts, broken and clean, are repaired as promised.
func TestRepairCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: repairs 3,000 documents")
	}
	texts := corpusTexts(t, 3000)
	if len(texts) == 0 {
		t.Skip("skipped: no texts in " + corpusDir)
	}
	checkRepairs(t, rules.All(), &lint.Config{}, texts)
	checkRepairs(t, rules.All(), &lint.Config{MinSeverity: lint.Info}, texts)
}

// corpusTexts returns up to limit documents: as many of every file, so that no kind of text is left out.
func corpusTexts(t *testing.T, limit int) []lint.Source {
	var texts []lint.Source
	for _, pattern := range []string{"txt_clean/*.txt", "txt_mt/*.txt"} {
		paths, _ := filepath.Glob(filepath.Join(corpusDir, pattern))
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, sourceOf(p, string(data)))
		}
	}
	files, _ := filepath.Glob(filepath.Join(corpusDir, "*", "*.jsonl*"))
	for i, p := range files {
		share := max(0, limit-len(texts)) / (len(files) - i)
		texts = append(texts, jsonTexts(t, p, share)...)
	}
	return texts
}

// jsonTexts returns the first documents of a file that has one a line.
func jsonTexts(t *testing.T, path string, limit int) []lint.Source {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var texts []lint.Source
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for len(texts) < limit && lines.Scan() {
		var doc struct{ Segments []string }
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		texts = append(texts, sourceOf(fmt.Sprintf("%s:%d", filepath.Base(path), len(texts)+1), strings.Join(doc.Segments, "\n\n")+"\n"))
	}
	return texts
}

// FuzzRepair: whatever the bytes of a file, its edits make the new bytes of the old ones, what cannot be repaired stays, and
// a text that was repaired to the end is not changed by a second run.
func FuzzRepair(f *testing.F) {
	for _, r := range rules.All() {
		fixture, err := linttest.Load(fixture(r))
		if err != nil {
			continue // TestHygiene says so
		}
		f.Add(linttest.Article(fixture.Bad[0].Line))
	}
	f.Add("\xEF\xBB\xBFIt rained; They left.\r\n")
	f.Add("The caf\xE9 in Pr\xFCm closed; They left &#322;.")
	f.Add("\xFF\xFEO\x00h\x00;\x00 \x00T\x00h\x00e\x00y\x00")
	cfg := &lint.Config{MinSeverity: lint.Info, Jobs: 1}
	repair := func(data string) lint.Result {
		for r := range lint.Repair(slices.Values([]lint.Source{sourceOf("a.txt", data)}), rules.All(), cfg, lint.Safe) {
			return r
		}
		panic("unreachable: Repair yields one result a source")
	}
	f.Fuzz(func(t *testing.T, data string) {
		r := repair(data)
		if r.Repairs == nil {
			return // binary
		}
		if got := (lint.Fix{Edits: r.Repairs.Edits}).Apply(data); got != r.Repairs.New {
			t.Fatalf("%+q: the edits make %+q, want %+q", data, got, r.Repairs.New)
		}
		if r.Err != nil && r.Repairs.New != data {
			t.Fatalf("%+q: changed in spite of %v", data, r.Err)
		}
		if r.Err != nil || r.Repairs.Unended {
			return
		}
		if again := repair(r.Repairs.New); again.Repairs == nil || again.Repairs.New != r.Repairs.New {
			t.Fatalf("%+q: a second run changes %+q again: %v", data, r.Repairs.New, again.Err)
		}
	})
}
