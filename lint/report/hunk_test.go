package report

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mtlint/lint"
)

// diffOf returns the diff of a text that was edited, without its first two lines.
func diffOf(t testing.TB, opt TextOptions, old string, edits []lint.Edit) string {
	t.Helper()
	var b strings.Builder
	d := NewDiff(&b, opt, io.Discard, TextOptions{})
	text := lint.Fix{Edits: edits}.Apply(old)
	if err := d.Report(&lint.Result{Path: "a.txt", Repairs: &lint.Repairs{Old: old, New: text, Edits: edits}}); err != nil {
		t.Fatal(err)
	}
	_, hunks, _ := strings.Cut(b.String(), "\n")
	_, hunks, _ = strings.Cut(hunks, "\n")
	return hunks
}

// patch makes the changes of a diff as patch does, and fails where the diff does not fit the text.
func patch(old, diff string) (string, error) {
	lines := strings.SplitAfter(old, "\n")
	var out strings.Builder
	at, made := 0, 0 // lines taken from old, and lines of out
	rows := strings.SplitAfter(diff, "\n")
	for i := 0; i < len(rows) && rows[i] != ""; {
		var from, fromLines, to, toLines int
		if err := scanHeader(rows[i], &from, &fromLines, &to, &toLines); err != nil {
			return "", err
		}
		for ; at < from-1; at, made = at+1, made+1 {
			out.WriteString(lines[at])
		}
		if toLines > 0 && made != to-1 {
			return "", fmt.Errorf("%q begins at line %d of the new text", rows[i], made+1)
		}
		endAt, endMade := at+fromLines, made+toLines
		for i++; i < len(rows) && rows[i] != "" && !strings.HasPrefix(rows[i], "@@"); i++ {
			line := rows[i][1:]
			if i+1 < len(rows) && strings.HasPrefix(rows[i+1], "\\") {
				line = strings.TrimSuffix(line, "\n")
			}
			switch kind := rows[i][0]; {
			case kind == '\\':
				continue
			case kind != '+' && lines[at] != line:
				return "", fmt.Errorf("%q is not line %d: %q", rows[i], at+1, lines[at])
			case kind == '-':
				at++
				continue
			case kind == ' ':
				at++
			}
			out.WriteString(line)
			made++
		}
		if at != endAt || made != endMade {
			return "", fmt.Errorf("a hunk of %d and %d lines does not end at lines %d and %d", fromLines, toLines, at, made)
		}
	}
	out.WriteString(strings.Join(lines[at:], ""))
	return out.String(), nil
}

// scanHeader reads the numbers of a hunk's first line; a single line is not counted there.
func scanHeader(row string, from, fromLines, to, toLines *int) error {
	fields := strings.Fields(row)
	if len(fields) != 4 || fields[0] != "@@" || fields[3] != "@@" {
		return fmt.Errorf("no header: %q", row)
	}
	*fromLines, *toLines = 1, 1
	for i, numbers := range [][2]*int{{from, fromLines}, {to, toLines}} {
		if n, _ := fmt.Sscanf(fields[i+1][1:], "%d,%d", numbers[0], numbers[1]); n == 0 {
			return fmt.Errorf("no numbers: %q", row)
		}
	}
	return nil
}

// Whatever is edited where, the diff makes the new text of the old one, and its line numbers are right.
func TestDiffApplies(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	texts := []string{"", "", "x", "\n", "y\n", "\nz", "\r\n", "one\ntwo\n"}
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(40) {
			b.WriteString(texts[random.IntN(len(texts))])
		}
		old := b.String()
		var edits []lint.Edit
		for at := random.IntN(3); at <= len(old); at += 1 + random.IntN(12) {
			e := lint.Edit{Span: lint.Span{Start: at, End: min(len(old), at+random.IntN(3))}, Text: texts[random.IntN(len(texts))]}
			at = e.End
			if old[e.Start:e.End] != e.Text {
				edits = append(edits, e)
			}
		}
		if len(edits) == 0 {
			continue
		}
		diff := diffOf(t, TextOptions{}, old, edits)
		got, err := patch(old, diff)
		if want := (lint.Fix{Edits: edits}).Apply(old); err != nil || got != want {
			t.Fatalf("%q with %v: %v\ngot  %q\nwant %q\n%s", old, edits, err, got, want, diff)
		}
	}
}

// The diff of a file that comes record by record is that of the whole file.
func TestDiffOfRecords(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	for range 2_000 {
		var whole strings.Builder
		d := NewDiff(&whole, TextOptions{}, io.Discard, TextOptions{})
		var parts strings.Builder
		byRecord := NewDiff(&parts, TextOptions{}, io.Discard, TextOptions{})
		var file lint.Repairs
		for n := range 1 + random.IntN(60) {
			record := lint.Repairs{Old: fmt.Sprintf("record %d\n", n)}
			if random.IntN(12) == 0 {
				record.Old = "\n" + record.Old
			}
			if random.IntN(8) == 0 {
				at := len(record.Old) - 1
				record.Edits = []lint.Edit{{Span: lint.Span{Start: at, End: at}, Text: []string{"!", "!\n"}[random.IntN(2)]}}
				file.Edits = append(file.Edits, lint.Edit{Span: lint.Span{Start: len(file.Old) + at, End: len(file.Old) + at}, Text: record.Edits[0].Text})
			}
			file.Old += record.Old
			report(t, byRecord, &lint.Result{Path: fmt.Sprintf("a.jsonl#%d", n+1), In: "a.jsonl", Repairs: &record})
		}
		report(t, byRecord, &lint.Result{Path: "a.jsonl", In: "a.jsonl", Repairs: &lint.Repairs{Old: "\n"}})
		file.Old += "\n"
		report(t, d, &lint.Result{Path: "a.jsonl", Repairs: &file})
		for _, r := range []*Diff{d, byRecord} {
			if err := r.Finish(Run{}); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(whole.String(), parts.String()); diff != "" {
			t.Fatalf("%q with %v (-whole +records):\n%s", file.Old, file.Edits, diff)
		}
	}
}

func report(t *testing.T, d *Diff, r *lint.Result) {
	t.Helper()
	if err := d.Report(r); err != nil {
		t.Fatal(err)
	}
}

// The lines around two changes are shown once where they meet, and apart where they do not.
func TestHunks(t *testing.T) {
	old := strings.Repeat("line\n", 40)
	for between, want := range map[int]int{0: 1, 5: 1, 6: 1, 7: 2, 20: 2} {
		second := 5 * (10 + 1 + between)
		edits := []lint.Edit{
			{Span: lint.Span{Start: 50, End: 54}, Text: "changed"},
			{Span: lint.Span{Start: second, End: second + 4}, Text: "changed"},
		}
		if got := strings.Count(diffOf(t, TextOptions{}, old, edits), "@@ -"); got != want {
			t.Errorf("%d lines between: %d hunks, want %d", between, got, want)
		}
	}
}

// In colour the words that change are marked, and without the colours the lines are those of the plain diff.
func TestDiffColor(t *testing.T) {
	old := "We saw the\u200b sea; They left.\n\nEnd\n"
	edits := []lint.Edit{{Span: lint.Span{Start: 10, End: 13}}, {Span: lint.Span{Start: 19, End: 23}, Text: "they"}}
	got := diffOf(t, TextOptions{Color: true}, old, edits)
	want := "\x1b[36m@@ -1,3 +1,3 @@\x1b[0m\n" +
		"\x1b[31m-We saw the\x1b[7m⟨U+200B⟩\x1b[27m sea; \x1b[7mThey\x1b[27m left.\x1b[0m\n" +
		"\x1b[32m+We saw the sea; \x1b[7mthey\x1b[27m left.\x1b[0m\n" +
		" \n End\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	escape := diffOf(t, TextOptions{Color: true}, "a \x1b[2J b\n", []lint.Edit{{Span: lint.Span{Start: 0, End: 1}, Text: "c"}})
	if strings.Contains(escape, "\x1b[2J") {
		t.Errorf("the text's own escapes reach the terminal: %q", escape)
	}
}

// A large diff takes time by its length, whether its changes are in one line or in many.
func TestLargeDiff(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: diffs of 40 MB")
	}
	for name, end := range map[string]string{"one line": " ", "lines": "\n"} {
		line := "We saw the the end. " + strings.Repeat("It was quiet on the day of it. ", 12) + end
		const n = 100_000
		old := strings.Repeat(line, n)
		edits := make([]lint.Edit, n)
		for i := range edits {
			edits[i].Span = lint.Span{Start: i*len(line) + 10, End: i*len(line) + 14}
		}
		started := time.Now()
		diff := diffOf(t, TextOptions{}, old, edits)
		if took := time.Since(started); took > 30*time.Second { // 1 s; by the square of the changes it takes minutes
			t.Errorf("%s: %v", name, took)
		}
		if got, err := patch(old, diff); err != nil || got != strings.ReplaceAll(old, "the the", "the") {
			t.Errorf("%s: the diff does not make the new text: %v", name, err)
		}
	}
}
