package lint

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
