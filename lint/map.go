package lint

import (
	"sort"
)

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
