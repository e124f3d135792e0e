package lint

import (
	"slices"
	"strings"
)

// Fix is one way to repair a finding. All its edits apply, or none.
type Fix struct {
	Title  string // an imperative: delete the stray mark
	Safety Safety
	Edits  []Edit // in the order of the text, not overlapping
}

// Edit replaces the bytes of a span.
type Edit struct {
	Span
	Text string
}

// Safety says who may apply a fix.
type Safety uint8

// The safeties.
const (
	Manual Safety = iota // shown to a person only
	Unsafe               // right most times
	Safe                 // nobody would dispute it
)

func (s Safety) String() string { return [...]string{"manual", "unsafe", "safe"}[s] }

// Replace returns the fix that puts text in place of one span.
func Replace(title string, safety Safety, s Span, text string) Fix {
	return Fix{title, safety, []Edit{{s, text}}}
}

// Apply returns text with the edits of the fix made.
func (f Fix) Apply(text string) string {
	n := len(text)
	for _, e := range f.Edits {
		n += len(e.Text) - e.Len()
	}
	var b strings.Builder
	b.Grow(n)
	at := 0
	for _, e := range f.Edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// overlaps reports whether two edits of the fix, which are in order, change the same bytes.
func (f Fix) overlaps() bool {
	for i := 1; i < len(f.Edits); i++ {
		if f.Edits[i].Start < f.Edits[i-1].End {
			return true
		}
	}
	return false
}

// moved returns the fix for a text that begins n bytes further ahead.
func (f Fix) moved(n int) Fix {
	edits := slices.Clone(f.Edits)
	for i := range edits {
		edits[i].Start += n
		edits[i].End += n
	}
	return Fix{f.Title, f.Safety, edits}
}

// changes reports whether the fix makes a difference to the bytes of the file.
func (f Fix) changes(data string) bool {
	return slices.ContainsFunc(f.Edits, func(e Edit) bool { return data[e.Start:e.End] != e.Text })
}
