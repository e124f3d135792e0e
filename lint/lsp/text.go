package lsp

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"go.lsp.dev/protocol"

	"mtlint/lint"
)

// text is one version of a text as the client has it. It does not change.
type text struct {
	*lint.File       // the text as its Content, for the way from offsets to positions
	lines      []int // start of every line; a line ends with LF, CR LF or CR
}

// newText returns the text with the given content.
func newText(content string) *text {
	content = strings.ToValidUTF8(content, string(utf8.RuneError))
	return &text{&lint.File{Content: content}, appendLines([]int{0}, []byte(content), 0, len(content))}
}

// appendLines appends the starts of the lines that begin behind from, up to and including to.
func appendLines(lines []int, data []byte, from, to int) []int {
	for i := from; i < to; i++ {
		switch c := data[i]; {
		case c == '\n', c == '\r' && (i+1 == len(data) || data[i+1] != '\n'):
			lines = append(lines, i+1)
		}
	}
	return lines
}

// change puts a text in place of a range; without a range, of all that there is.
type change struct {
	Range *protocol.Range
	Text  string
}

// apply returns the text with the changes made one after the other, each in the text that the one before it left. A range
// that goes beyond a line, or beyond the text, ends with it; one that ends before it starts is refused.
func (t *text) apply(changes []change, enc encoding) (*text, error) {
	b := buffer{lines: t.lines, data: []byte(t.Content)}
	for _, c := range changes {
		if c.Range == nil {
			n := newText(c.Text)
			b = buffer{[]byte(n.Content), n.lines}
			continue
		}
		start, end := b.offset(c.Range.Start, enc), b.offset(c.Range.End, enc)
		if start > end {
			return nil, fmt.Errorf("the range %d:%d to %d:%d ends before it starts",
				c.Range.Start.Line, c.Range.Start.Character, c.Range.End.Line, c.Range.End.Character)
		}
		b.replace(start, end, strings.ToValidUTF8(c.Text, string(utf8.RuneError)))
	}
	return &text{&lint.File{Content: string(b.data)}, b.lines}, nil
}

// whole returns the index of the last change that is the text as a whole: what was before does not matter. It is -1 for
// none.
func whole(changes []change) int {
	i := len(changes) - 1
	for i >= 0 && changes[i].Range != nil {
		i--
	}
	return i
}

// offset returns the place of a position in the text.
func (t *text) offset(p protocol.Position, enc encoding) int {
	return offset(t.Content, t.lines, p, enc)
}

// position returns the position of a place in the text.
func (t *text) position(offset int, enc encoding) protocol.Position {
	return positionOf(t.Position(offset), enc)
}

// positionOf returns a place of a file as the client reads it.
func positionOf(p lint.Position, enc encoding) protocol.Position {
	column := p.UTF16
	if enc == utf8Encoding {
		column = p.UTF8
	}
	return protocol.Position{Line: uint32(p.Line - 1), Character: uint32(column)}
}

// span returns the range of a span of the text.
func (t *text) span(s lint.Span, enc encoding) protocol.Range {
	return protocol.Range{Start: t.position(s.Start, enc), End: t.position(s.End, enc)}
}

// bytes returns the span of a range of the text, empty where the range ends before it starts.
func (t *text) bytes(r protocol.Range, enc encoding) lint.Span {
	start := t.offset(r.Start, enc)
	return lint.Span{Start: start, End: max(start, t.offset(r.End, enc))}
}

// buffer is a text while it is changed.
type buffer struct {
	data  []byte
	lines []int // not written to: it belongs to the text before, too
}

func (b *buffer) offset(p protocol.Position, enc encoding) int {
	return offset(b.data, b.lines, p, enc)
}

// replace puts text in place of the bytes from start to end.
func (b *buffer) replace(start, end int, with string) {
	first := line(b.lines, max(start-1, 0)) // CR before start may have been a line end, or become half of one
	last := line(b.lines, end)
	b.data = slices.Replace(b.data, start, end, []byte(with)...)
	shift := len(with) - (end - start)
	until := len(b.data)
	if last+1 < len(b.lines) {
		until = b.lines[last+1] + shift - 1 // the start of the line behind is known
	}
	lines := append(make([]int, 0, len(b.lines)+8), b.lines[:first+1]...)
	lines = appendLines(lines, b.data, b.lines[first], until)
	for _, at := range b.lines[last+1:] {
		lines = append(lines, at+shift)
	}
	b.lines = lines
}

// line returns the index of the line that holds an offset.
func line(lines []int, offset int) int { return sort.SearchInts(lines, offset+1) - 1 }

// offset returns the place of a position: of the character that it points at or into, of the end of the line where that
// is shorter, of the end of the text where that has fewer lines.
func offset[T string | []byte](data T, lines []int, p protocol.Position, enc encoding) int {
	if int64(p.Line) >= int64(len(lines)) {
		return len(data)
	}
	start, end := lines[p.Line], len(data)
	if int(p.Line)+1 < len(lines) {
		end = lines[p.Line+1]
	}
	for end > start && (data[end-1] == '\n' || data[end-1] == '\r') {
		end--
	}
	left := int64(p.Character)
	for i := start; i < end; {
		size, width := runeAt(data, i, enc)
		if left < width {
			return i
		}
		left -= width
		i += size
	}
	return end
}

// runeAt returns how many bytes the character at i has, and how many units of the encoding.
func runeAt[T string | []byte](data T, i int, enc encoding) (size int, width int64) {
	switch c := data[i]; {
	case c < utf8.RuneSelf:
		return 1, 1
	case c < 0xE0:
		size, width = 2, 1
	case c < 0xF0:
		size, width = 3, 1
	default:
		size, width = 4, 2
	}
	if enc == utf8Encoding {
		width = int64(size)
	}
	return size, width
}

// encoding is what the characters of a position are counted in.
type encoding = protocol.PositionEncodingKind

// The encodings that the server knows.
const (
	utf8Encoding  = protocol.PositionEncodingKindUTF8
	utf16Encoding = protocol.PositionEncodingKindUTF16
)

// chooseEncoding returns the first of the client's encodings that the server knows, UTF-16 where it names none.
func chooseEncoding(offered []encoding) encoding {
	for _, e := range offered {
		if e == utf8Encoding || e == utf16Encoding {
			return e
		}
	}
	return utf16Encoding
}
