package lint

import (
	"math/bits"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Span is a half-open range of bytes, always on rune boundaries.
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Position is one place in a file, in every unit that callers ask for.
type Position struct {
	Offset int // bytes of the file, from 0
	Line   int // from 1; a line ends with LF, CR LF or CR
	Column int // Unicode code points, from 1
	UTF16  int // UTF-16 code units before the place in its line, from 0
	UTF8   int // bytes of UTF-8 before the place in its line, from 0
}

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

// Map relates offsets in a decoded or extracted text to offsets in what it came from, exactly and both ways.
// A nil Map is the identity.
type Map struct {
	stretches []stretch
	backward  bool // some stretch stands in the file before one that it follows in the text
}

// stretch is count equal steps, each of which takes textWidth bytes of the text and fileWidth bytes of the file.
type stretch struct {
	text, file           int
	textWidth, fileWidth int
	count                int
}

func (r stretch) textEnd() int { return r.text + r.count*r.textWidth }
func (r stretch) fileEnd() int { return r.file + r.count*r.fileWidth }

// Add says that the next count steps of the text, each of textWidth bytes, come from the file at offset file, each
// from fileWidth bytes; that is 0 for text that nothing in the file stands for. Bytes of the file between two calls
// belong to no text.
func (m *Map) Add(file, textWidth, fileWidth, count int) {
	text := 0
	if n := len(m.stretches); n > 0 {
		last := &m.stretches[n-1]
		text = last.textEnd()
		if last.fileEnd() == file && last.textWidth == textWidth && last.fileWidth == fileWidth {
			last.count += count
			return
		}
		m.backward = m.backward || file < last.fileEnd()
	}
	m.stretches = append(m.stretches, stretch{text, file, textWidth, fileWidth, count})
}

// ToFile returns the file offset of the text byte at offset. An offset inside a step goes to the step's start, the
// offset past the end to the end of the last step.
func (m *Map) ToFile(offset int) int {
	if m == nil || len(m.stretches) == 0 {
		return offset
	}
	i := sort.Search(len(m.stretches), func(i int) bool { return m.stretches[i].text > offset }) - 1
	r := m.stretches[max(i, 0)]
	return r.file + min((offset-r.text)/r.textWidth, r.count)*r.fileWidth
}

// ToText returns the text offset of the file byte at offset: the step that holds it, or the next one.
func (m *Map) ToText(offset int) int {
	if m == nil || len(m.stretches) == 0 {
		return offset
	}
	i := m.before(offset)
	if i < 0 {
		return 0
	}
	r := m.stretches[i]
	return r.text + min((offset-r.file)/max(r.fileWidth, 1), r.count)*r.textWidth
}

// before returns the index of the last stretch that starts in the file at the offset or before it, -1 when there is none.
func (m *Map) before(offset int) int {
	if !m.backward {
		return sort.Search(len(m.stretches), func(i int) bool { return m.stretches[i].file > offset }) - 1
	}
	last := -1
	for i, r := range m.stretches {
		if r.file <= offset && (last < 0 || r.file >= m.stretches[last].file) {
			last = i
		}
	}
	return last
}

// SpanToFile returns the bytes of the file that the text span came from. The end is the end of the span's last step,
// so nothing that follows it in the file is taken along.
func (m *Map) SpanToFile(s Span) Span {
	if m == nil || len(m.stretches) == 0 {
		return s
	}
	start := m.ToFile(s.Start)
	if s.Len() == 0 {
		return Span{start, start}
	}
	i := sort.Search(len(m.stretches), func(i int) bool { return m.stretches[i].text >= s.End }) - 1
	r := m.stretches[i]
	end := r.file + (s.End-r.text+r.textWidth-1)/r.textWidth*r.fileWidth
	return Span{start, max(start, end)}
}

// Run is a stretch of text that came from one stretch of the file.
type Run struct{ Text, File Span }

// Runs returns the runs that the text span lies in, the first and the last cut to whole steps of it: bytes of the file
// between two runs belong to no text. Text that nothing in the file stands for is a run of its own.
func (m *Map) Runs(s Span) []Run {
	if m == nil || len(m.stretches) == 0 {
		return []Run{{s, s}}
	}
	var runs []Run
	i := max(sort.Search(len(m.stretches), func(i int) bool { return m.stretches[i].textEnd() > s.Start }), 0)
	for ; i < len(m.stretches) && m.stretches[i].text < s.End; i++ {
		r := m.stretches[i]
		from := max(s.Start-r.text, 0) / r.textWidth
		to := (min(s.End, r.textEnd()) - r.text + r.textWidth - 1) / r.textWidth
		run := Run{
			Span{r.text + from*r.textWidth, r.text + to*r.textWidth},
			Span{r.file + from*r.fileWidth, r.file + to*r.fileWidth},
		}
		if n := len(runs); n > 0 && runs[n-1].File.End == run.File.Start && runs[n-1].File.Len() > 0 && run.File.Len() > 0 {
			runs[n-1].Text.End, runs[n-1].File.End = run.Text.End, run.File.End
			continue
		}
		runs = append(runs, run)
	}
	return runs
}
