package report

import (
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"mtlint/lint"
)

// change is whole lines of the old text with the edits in them.
type change struct {
	lint.Span
	edits []lint.Edit
}

// hunk is a stretch of the old text with changes so near one another that the lines shown around them meet.
type hunk struct {
	lint.Span
	changes []change
}

// lineChanges puts the edits into whole lines. Edits of the same lines become one change, so that no two overlap.
func lineChanges(old string, edits []lint.Edit) []change {
	var out []change
	for len(edits) > 0 {
		c := change{Span: lint.Span{Start: lineStart(old, edits[0].Start)}}
		n := 0
		for n < len(edits) && (n == 0 || c.holds(old, edits[n].Start)) {
			if e := edits[n]; n == 0 || e.End >= c.End {
				c.End = e.End
				if !endsLine(old, e) {
					c.End = lineEnd(old, e.End)
				}
			}
			n++
		}
		c.edits, edits = edits[:n], edits[n:]
		out = append(out, c)
	}
	return out
}

// holds reports whether an offset behind the first edit is in the lines of the change; the end of a text is in its last
// line unless that ends with a line feed.
func (c *change) holds(old string, at int) bool {
	return at < c.End || at == c.End && old[at-1] != '\n'
}

// endsLine reports whether what stands behind the edit begins a line, before and afterwards.
func endsLine(old string, e lint.Edit) bool {
	if e.End > 0 && old[e.End-1] != '\n' {
		return false
	}
	if e.Text != "" {
		return strings.HasSuffix(e.Text, "\n")
	}
	return e.Start == 0 || old[e.Start-1] == '\n'
}

// hunks groups the changes by the lines between them, and adds lines of context on either side.
func hunks(old string, changes []change, context int) []hunk {
	var out []hunk
	for i, c := range changes {
		if i > 0 && skipLines(old, changes[i-1].End, 2*context, c.Start) == c.Start {
			h := &out[len(out)-1]
			h.changes = append(h.changes, c)
			continue
		}
		out = append(out, hunk{changes: []change{c}})
	}
	for i := range out {
		h := &out[i]
		h.Start = h.changes[0].Start
		for n := 0; n < context && h.Start > 0; n++ {
			h.Start = lineStart(old, h.Start-1)
		}
		h.End = skipLines(old, h.changes[len(h.changes)-1].End, context, len(old))
	}
	return out
}

// skipLines returns the offset n lines behind a line start, or limit where that comes first.
func skipLines(text string, at, n, limit int) int {
	for ; n > 0 && at < limit; n-- {
		at = lineEnd(text, at)
	}
	return min(at, limit)
}

// lineStart returns where the line of an offset starts.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

// lineEnd returns the offset behind the line of an offset and its line feed.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// body returns the lines of a hunk, and how many of them are lines of the old text and of the new one. The library takes
// time by the square of the changes; so it is given one at a time.
func (h *hunk) body(old string, opt TextOptions) (text string, from, to int, err error) {
	var b strings.Builder
	for i := range h.changes {
		piece := lint.Span{Start: h.Start, End: h.End}
		if i > 0 {
			piece.Start = h.changes[i].Start
		}
		if i+1 < len(h.changes) {
			piece.End = h.changes[i+1].Start
		}
		lines, err := h.changes[i].unified(old, piece, opt)
		if err != nil {
			return "", 0, 0, err
		}
		for line := range strings.Lines(lines) {
			switch line[0] {
			case '-':
				from++
				line = opt.paintLine(oldLine, line)
			case '+':
				to++
				line = opt.paintLine(newLine, line)
			case ' ':
				from++
				to++
			}
			b.WriteString(line)
		}
	}
	return b.String(), from, to, nil
}

// unified returns the lines of a piece of the old text with the change in it.
func (c *change) unified(old string, piece lint.Span, opt TextOptions) (string, error) {
	head, tail := opt.diffText(old[piece.Start:c.Start]), opt.diffText(old[c.End:piece.End])
	before, after := c.sides(old, opt)
	edit := udiff.Edit{Start: len(head), End: len(head) + len(before), New: after}
	content := head + before + tail
	text, err := udiff.ToUnified("", "", content, []udiff.Edit{edit}, strings.Count(content, "\n")+1)
	if err != nil {
		return "", err
	}
	for range headerLines {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text, nil
}

// headerLines is how many lines of a unified diff come before the lines of its first hunk.
const headerLines = 3

// sides returns the lines of a change before and afterwards.
func (c *change) sides(old string, opt TextOptions) (before, after string) {
	var b, a strings.Builder
	at := c.Start
	keep := func(end int) {
		text := opt.diffText(old[at:end])
		b.WriteString(text)
		a.WriteString(text)
	}
	for _, e := range c.edits {
		keep(e.Start)
		gone, come := opt.markChange(old[e.Start:e.End], e.Text)
		b.WriteString(gone)
		a.WriteString(come)
		at = e.End
	}
	keep(c.End)
	return b.String(), a.String()
}

// hunkHeader returns the line that says where a hunk stands: its first line in the old text and the new one, and how many
// lines it has there.
func hunkHeader(line, from, newLine, to int) string {
	return fmt.Sprintf("@@ -%s +%s @@", hunkRange(line, from), hunkRange(newLine, to))
}

// hunkRange returns a first line and a number of lines; a text without lines has its place before the first.
func hunkRange(line, n int) string {
	switch n {
	case 0:
		return fmt.Sprintf("%d,0", line-1)
	case 1:
		return fmt.Sprint(line)
	}
	return fmt.Sprintf("%d,%d", line, n)
}
