package report

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"

	"mtlint/lint"
)

// excerpt is the part of a line that is shown for a finding, ready to print.
type excerpt struct {
	before, text, after string
	column, carets      int // columns before the carets, and how many
}

// cell is what a terminal shows as one character.
type cell struct {
	text  string
	width int // columns: 0, 1 or 2; more for an invisible character that is spelt out
}

// cutExcerpt cuts the excerpt of a location so that it fits into width columns. The span stands whole where it can,
// what is around it is cut between words.
func cutExcerpt(at *lint.Location, width int) excerpt {
	width = max(width, minExcerpt)
	text := at.InFile()
	if at.In != "" {
		text = at.Text // as the context of a record
	}
	span := shorten(cells(text, true), width*2/3)
	before, after := cells(at.Before, false), cells(at.After, false)

	room := width - columns(span)
	right := min(need(after, at.CutAfter), room/2)
	left := min(need(before, at.CutBefore), room-right)
	right = room - left
	before = lastCells(before, left, at.CutBefore)
	after = firstCells(after, right, at.CutAfter)

	e := excerpt{before: join(before), text: join(span), after: join(after), column: columns(before), carets: columns(span)}
	if e.carets == 0 {
		e.carets = 1
		if e.text != "" && e.column > 0 {
			e.column-- // a combining mark stands on the character before it
		}
	}
	return e
}

// need returns how many columns it takes to show the cells, and that the text goes on if cut is set.
func need(cs []cell, cut bool) int {
	if cut {
		return columns(cs) + ellipsis.width
	}
	return columns(cs)
}

// minExcerpt is the least width of an excerpt, in columns.
const minExcerpt = 30

var ellipsis = cell{"…", 1}

// lastCells returns the last cells that fit into room columns, led by an ellipsis when cells are missing or cut is set.
func lastCells(cs []cell, room int, cut bool) []cell {
	if !cut && columns(cs) <= room {
		return cs
	}
	i, left := len(cs), room-ellipsis.width
	for i > 0 && cs[i-1].width <= left {
		i--
		left -= cs[i].width
	}
	if i > 0 && cs[i-1].text != " " {
		for k := i; k < len(cs) && k < i+maxWordCut; k++ {
			if cs[k].text == " " {
				i = k
				break
			}
		}
	}
	for i < len(cs)-1 && cs[i].text == " " {
		i++
	}
	return append([]cell{ellipsis}, cs[i:]...)
}

// firstCells returns the first cells that fit into room columns, followed by an ellipsis when cells are missing or cut
// is set.
func firstCells(cs []cell, room int, cut bool) []cell {
	if !cut && columns(cs) <= room {
		return cs
	}
	i, left := 0, room-ellipsis.width
	for i < len(cs) && cs[i].width <= left {
		left -= cs[i].width
		i++
	}
	if i < len(cs) && cs[i].text != " " {
		for k := i; k > 0 && k > i-maxWordCut; k-- {
			if cs[k-1].text == " " {
				i = k
				break
			}
		}
	}
	for i > 1 && cs[i-1].text == " " {
		i--
	}
	return append(cs[:i:i], ellipsis)
}

// maxWordCut is how many cells are given up so that a cut does not go through a word.
const maxWordCut = 16

// shorten takes cells out of the middle until cs fits into width columns.
func shorten(cs []cell, width int) []cell {
	if columns(cs) <= width {
		return cs
	}
	head := width / 2
	return append(firstCells(cs, head, true), lastCells(cs, width-head+1, true)[1:]...)
}

// cells returns s as a terminal shows it, with what is invisible spelt out. In marked text that is every character
// one cannot tell from nothing or from a plain space.
func cells(s string, marked bool) []cell {
	out := make([]cell, 0, len(s))
	for i := 0; i < len(s) && !marked; i++ {
		if c := s[i]; c < ' ' || c > '~' {
			break
		} else if i == len(s)-1 {
			return asciiCells(s, out)
		}
	}
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		v, w := g.Value(), g.Width()
		switch {
		case v == "\r\n":
			out = append(out, cell{"⏎", 1})
		case w == 2 || !strings.ContainsFunc(v, func(r rune) bool { return isHidden(r, marked) }):
			out = append(out, cell{v, w})
		default:
			for _, r := range v {
				t := shown(r, marked)
				out = append(out, cell{t, displaywidth.String(t)})
			}
		}
	}
	return out
}

// asciiCells appends the cells of printable ASCII.
func asciiCells(s string, out []cell) []cell {
	for i := range len(s) {
		out = append(out, cell{s[i : i+1], 1})
	}
	return out
}

// isHidden reports whether a reader cannot see r, or may take it for something else.
func isHidden(r rune, marked bool) bool {
	if r < 0x7F {
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp) || marked && unicode.Is(unicode.Zs, r)
}

// shown returns r, or the name of r in its stead.
func shown(r rune, marked bool) string {
	switch {
	case r == '\t':
		return "⇥"
	case r == '\n' || r == '\r':
		return "⏎"
	case isHidden(r, marked):
		return fmt.Sprintf("⟨U+%04X⟩", r)
	}
	return string(r)
}

// Visible returns s with what is invisible in it spelt out.
func Visible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return isHidden(r, false) }) {
		return s
	}
	return join(cells(s, false))
}

func columns(cs []cell) int {
	n := 0
	for _, c := range cs {
		n += c.width
	}
	return n
}

func join(cs []cell) string {
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.text)
	}
	return b.String()
}
