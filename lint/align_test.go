package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// aligned returns the blocks of the source for each block of a text; both are given as paragraphs parted by " ¶ ".
func aligned(text, source string) string {
	document := func(s string) *lint.Document {
		return read.Text(&lint.File{Content: strings.ReplaceAll(s, " ¶ ", "\n\n")}, language.English)
	}
	d := document(text)
	d.Source = document(source)
	var out []string
	for _, r := range lint.SourceBlocks.Of(d) {
		out = append(out, fmt.Sprintf("%d-%d", r.From, r.To))
	}
	return strings.Join(out, " ")
}

func TestSourceBlocks(t *testing.T) {
	const (
		short = "It rained."
		long  = "The river rose by a metre in one night, and people of the lower town slept in the school on the hill."
		other = "Nobody was hurt, the mayor said at noon, although twelve houses had lost their roofs in the storm before."
	)
	// Paragraphs around others, so that the two texts are about as long.
	frame := func(text string) string {
		const before, behind = "The council met on Monday to hear what the flood had cost the town, and what was left to spend. ¶ ", " ¶ A fund was set up. ¶ "
		return before + long + " ¶ " + short + " ¶ " + text + behind + before + other
	}
	for _, c := range []struct{ name, text, source, want string }{
		{"as many", short + " ¶ " + long, long + " ¶ " + short, "0-1 1-2"},
		{"two for one", long + " ¶ " + short + " ¶ " + other, long + " " + short + " ¶ " + other, "0-1 0-1 1-2"},
		{"one for two", long + " " + other + " ¶ " + short, long + " ¶ " + other + " ¶ " + short, "0-2 2-3"},
		{"one left out", frame(short + " ¶ " + short), frame(short + " ¶ " + other + " ¶ " + short), "0-1 1-2 2-3 3-4 5-6 6-7 7-8 8-9"},
		{"one put in", frame(short + " ¶ " + other + " ¶ " + short), frame(short + " ¶ " + short), "0-1 1-2 2-3 3-4 4-4 4-5 5-6 6-7 7-8"},
		{"by numbers", frame("On 14 May 1998 it rained. ¶ On 3 June 2007 it snowed."), frame("In 2024 all was dry. ¶ On 14 May 1998 it rained. ¶ On 3 June 2007 it snowed."), "0-1 1-3 3-4 4-5 5-6 6-7 7-8 8-9"},
		{"no source text", long, "", "0-0"},
		{"no text", "", long, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := aligned(c.text, c.source); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// Blocks go together in order, whatever there is of them, and each has its place in the source.
func FuzzSourceBlocks(f *testing.F) {
	f.Add("a\n\nb 12\n\nc", "a b\n\nc 12")
	f.Add(strings.Repeat("a\n\n", 300), "b")
	f.Add("a", strings.Repeat("b\n\n", 300))
	f.Fuzz(func(t *testing.T, text, source string) {
		d := read.Text(&lint.File{Content: text}, language.English)
		d.Source = read.Text(&lint.File{Content: source}, language.English)
		blocks, last := lint.SourceBlocks.Of(d), lint.Range{}
		if len(blocks) != len(d.Blocks) {
			t.Fatalf("%d blocks aligned of %d", len(blocks), len(d.Blocks))
		}
		for _, r := range blocks {
			if r.From > r.To || r.To > len(d.Source.Blocks) || r.From < last.From || r.To < last.To {
				t.Fatalf("blocks %v behind %v", r, last)
			}
			last = r
		}
	})
}
