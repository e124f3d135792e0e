package lint

import (
	"math/bits"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is the decoded content of one input. It knows the position of every byte.
type File struct {
	Path     string
	Content  string // valid UTF-8
	Encoding string // name of the encoding it was decoded from; empty for UTF-8
	Map      *Map   // Content offset to byte of the file; nil is identity
	Data     string // the bytes of the file; unused where Map is nil

	// Comments are those of the file in its order, as the reader of its format finds them; directives stand in them.
	Comments []Comment

	// In is the file that holds this one as a string, as a record of JSON holds an article: Map leads to its Content then,
	// positions are those in it, and Escape writes text as such a string has it. Nil for most files.
	In     *File
	Escape func(text string) string

	// Offset and Lines are how many bytes and lines of the file come before Content, which is a record of it.
	Offset, Lines int

	// Encode writes text in the encoding of the file, or says what of it has no place there; nil is UTF-8.
	Encode func(text string) (string, error)

	linesOnce sync.Once
	lines     []int   // start of every line in Content
	lineAt    []int32 // index of the line of every markEvery-th byte, and of the end
	marksOnce sync.Once
	marks     []mark // one every markEvery bytes of Content
}

// mark counts what stands before a place of the content, so that no long line is ever counted from its start.
type mark struct{ runes, astral int }

const markEvery = 1 << 12

// Position returns the place of the byte at offset in Content.
func (f *File) Position(offset int) Position {
	if f.In != nil {
		return f.In.Position(f.Map.ToFile(offset))
	}
	line, start := f.line(offset)
	return f.position(line, offset, f.between(start, offset))
}

// positions returns the places of the bytes at the start and at the end of a span.
func (f *File) positions(s Span) (start, end Position) {
	if f.In != nil {
		return f.In.positions(f.Map.SpanToFile(s))
	}
	line, from := f.line(s.Start)
	before := f.between(from, s.Start)
	start = f.position(line, s.Start, before)
	if s.Len() > markEvery || line+1 < len(f.lines) && f.lines[line+1] <= s.End {
		end = f.Position(s.End)
	} else {
		end = f.position(line, s.End, before.plus(f.Content[s.Start:s.End]))
	}
	end.Offset = f.spanToFile(s).End
	return start, end
}

// spanToFile returns the bytes of the file that a span of Content came from.
func (f *File) spanToFile(s Span) Span {
	s = f.Map.SpanToFile(s)
	if f.In != nil {
		return f.In.spanToFile(s)
	}
	return Span{f.Offset + s.Start, f.Offset + s.End}
}

// fileRuns returns the runs, whose stretches of a file are spans of Content, with those of what it came from.
func (f *File) fileRuns(runs []Run) []Run {
	var out []Run
	for _, r := range runs {
		if f.Map != nil && r.Text.Len() == r.File.Len() {
			shift := r.Text.Start - r.File.Start
			for _, part := range f.Map.Runs(r.File) {
				out = append(out, Run{Span{part.Text.Start + shift, part.Text.End + shift}, part.File})
			}
			continue
		}
		out = append(out, Run{r.Text, f.Map.SpanToFile(r.File)})
	}
	for i := range out {
		out[i].File.Start += f.Offset
		out[i].File.End += f.Offset
	}
	return out
}

// source returns what stands in the file for a span of Content.
func (f *File) source(s Span) string {
	if f.In != nil {
		return f.In.source(f.Map.SpanToFile(s))
	}
	return f.Content[s.Start:s.End]
}

// position returns the place of the byte at offset in a line that has these characters before it.
func (f *File) position(line, offset int, before mark) Position {
	return Position{
		Offset: f.Offset + f.Map.ToFile(offset),
		Line:   f.Lines + line + 1,
		Column: before.runes + 1,
		UTF16:  before.runes + before.astral,
		UTF8:   offset - f.lines[line],
	}
}

// between counts the characters from start to offset.
func (f *File) between(start, offset int) mark {
	if offset-start <= markEvery {
		return mark{}.plus(f.Content[start:offset])
	}
	f.marksOnce.Do(f.setMarks)
	from, to := f.count(start), f.count(offset)
	return mark{to.runes - from.runes, to.astral - from.astral}
}

// count counts the characters before offset.
func (f *File) count(offset int) mark {
	return f.marks[offset/markEvery].plus(f.Content[offset-offset%markEvery : offset])
}

// plus returns the mark behind s. A character counts where it begins.
func (m mark) plus(s string) mark {
	for ; len(s) >= chunkLen; s = s[chunkLen:] {
		c := chunk(s)
		if c&highBits == 0 {
			m.runes += chunkLen
			continue
		}
		m.runes += chunkLen - bits.OnesCount64(c&^(c<<1)&highBits)
		m.astral += bits.OnesCount64(c & (c << 1) & (c << 2) & (c << 3) & highBits)
	}
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			m.runes++
			if s[i] >= 0xF0 {
				m.astral++
			}
		}
	}
	return m
}

// lineSpan returns the span of Content that holds the line of an offset, without its line end.
func (f *File) lineSpan(offset int) Span {
	i, start := f.line(offset)
	s := Span{start, len(f.Content)}
	if i+1 < len(f.lines) {
		s.End = f.lines[i+1]
	}
	for s.Len() > 0 && (f.Content[s.End-1] == '\n' || f.Content[s.End-1] == '\r') {
		s.End--
	}
	return s
}

// line returns the index of the line that holds offset and where that line starts.
func (f *File) line(offset int) (index, start int) {
	f.linesOnce.Do(f.setLines)
	k := offset / markEvery
	from := int(f.lineAt[k])
	i := from + sort.SearchInts(f.lines[from:f.lineAt[k+1]+1], offset+1) - 1
	return i, f.lines[i]
}

func (f *File) setMarks() {
	f.marks = make([]mark, 1, len(f.Content)/markEvery+1)
	for i := markEvery; i <= len(f.Content); i += markEvery {
		f.marks = append(f.marks, f.marks[len(f.marks)-1].plus(f.Content[i-markEvery:i]))
	}
}

// setLines finds the lines, and which of them holds every markEvery-th byte.
func (f *File) setLines() {
	f.findLines()
	f.lineAt = make([]int32, len(f.Content)/markEvery+2)
	line := 0
	for k := range f.lineAt {
		for line+1 < len(f.lines) && f.lines[line+1] <= k*markEvery {
			line++
		}
		f.lineAt[k] = int32(line)
	}
}

func (f *File) findLines() {
	f.lines = append(make([]int, 0, strings.Count(f.Content, "\n")+1), 0)
	hasCR := strings.IndexByte(f.Content, '\r') >= 0
	for i := 0; i < len(f.Content); i++ {
		if !hasCR {
			n := strings.IndexByte(f.Content[i:], '\n')
			if n < 0 {
				return
			}
			i += n
		}
		switch c := f.Content[i]; {
		case c == '\n', c == '\r' && (i+1 == len(f.Content) || f.Content[i+1] != '\n'):
			f.lines = append(f.lines, i+1)
		}
	}
}

// bytes returns the bytes of the file, or of the record of one.
func (f *File) bytes() string {
	switch {
	case f.In != nil:
		return f.In.bytes()
	case f.Map == nil:
		return f.Content
	}
	return f.Data
}

// encode returns text in the encoding of the file.
func (f *File) encode(text string) (string, error) {
	switch {
	case f.In != nil:
		return f.In.encode(text)
	case f.Encode != nil:
		return f.Encode(text)
	}
	return text, nil
}

// escape returns text as the string has it that the file is in another one.
func (f *File) escape(text string) string {
	if f.In == nil {
		return text
	}
	return f.Escape(text)
}

// outer returns the file that holds this one: itself, in most cases.
func (f *File) outer() *File {
	if f.In != nil {
		return f.In.outer()
	}
	return f
}
