package lint_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"mtlint/lint"
)

// naivePosition counts the place of offset from the start of the text.
func naivePosition(text string, offset int) lint.Position {
	p := lint.Position{Offset: offset, Line: 1, Column: 1, UTF8: offset}
	for i, r := range text[:offset] {
		if r == '\n' || r == '\r' && !strings.HasPrefix(text[i+1:], "\n") {
			p.Line++
			p.Column, p.UTF16, p.UTF8 = 1, 0, offset-i-1
			continue
		}
		p.Column++
		p.UTF16 += utf16.RuneLen(r)
	}
	return p
}

func checkPositions(t *testing.T, text string) {
	t.Helper()
	f := &lint.File{Content: text}
	for i := range text + "x" {
		if got, want := f.Position(i), naivePosition(text, i); got != want {
			t.Errorf("%+q: byte %d is at %+v, want %+v", text, i, got, want)
			return
		}
	}
}

func TestPosition(t *testing.T) {
	checkPositions(t, "")
	checkPositions(t, "one\ntwo\r\nthree\rfour\n\r\n\r\rfive")
	checkPositions(t, "é😀e\u0301\r\n😀\r😀\nא")
	pieces := []string{"a", "bc", "é", "中", "😀", "e\u0301", "\n", "\r\n", "\r", " ", "\u2028"}
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		var b strings.Builder
		for range rnd.IntN(30) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		checkPositions(t, b.String())
	}
}

// A line that is longer than what is counted at once.
func TestPositionInLongLine(t *testing.T) {
	text := "first\n" + strings.Repeat("añ中😀", 5000) + "\nlast"
	f := &lint.File{Content: text}
	for i := range text {
		if i%997 > 10 && i < len(text)-20 {
			continue
		}
		if got, want := f.Position(i), naivePosition(text, i); got != want {
			t.Fatalf("byte %d is at %+v, want %+v", i, got, want)
		}
	}
}

// A line that ends just where counting goes on.
func TestPositionAtEndOfLongLine(t *testing.T) {
	for _, length := range []int{4095, 4096, 4097, 8192} {
		f := &lint.File{Content: strings.Repeat("a", length)}
		if got := f.Position(length); got.Column != length+1 || got.UTF16 != length {
			t.Errorf("the end of %d bytes is at %+v", length, got)
		}
	}
}

func FuzzPosition(f *testing.F) {
	for _, s := range []string{"", "a\nb", "é\r\n😀\rx", "\r\r\n\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip()
		}
		checkPositions(t, text)
	})
}

// step is one step of a map, written out.
type step struct{ text, file, textWidth, fileWidth int }

// randomMap returns a map with its steps, and the lengths of text and file.
func randomMap(rnd *rand.Rand) (m *lint.Map, steps []step, textLen, fileLen int) {
	m = new(lint.Map)
	for range 1 + rnd.IntN(8) {
		fileLen += rnd.IntN(2) * rnd.IntN(4) // bytes that belong to no text
		s := step{textLen, fileLen, 1 + rnd.IntN(3), 1 + rnd.IntN(3)}
		count := 1 + rnd.IntN(4)
		m.Add(fileLen, s.textWidth, s.fileWidth, count)
		for range count {
			s.text, s.file = textLen, fileLen
			steps = append(steps, s)
			textLen += s.textWidth
			fileLen += s.fileWidth
		}
	}
	return m, steps, textLen, fileLen
}

func TestMap(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		m, steps, textLen, fileLen := randomMap(rnd)
		for _, s := range steps {
			for i := range s.textWidth {
				if got := m.ToFile(s.text + i); got != s.file {
					t.Fatalf("%v: text %d is file %d, want %d", steps, s.text+i, got, s.file)
				}
			}
			for i := range s.fileWidth {
				if got := m.ToText(s.file + i); got != s.text {
					t.Fatalf("%v: file %d is text %d, want %d", steps, s.file+i, got, s.text)
				}
			}
		}
		if m.ToFile(textLen) != fileLen || m.ToText(fileLen) != textLen {
			t.Fatalf("%v: the ends are %d and %d, want %d and %d", steps, m.ToFile(textLen), m.ToText(fileLen), fileLen, textLen)
		}
		for a := range steps {
			for b := a; b < len(steps); b++ {
				from, to := steps[a], steps[b]
				want := lint.Span{Start: from.file, End: to.file + to.fileWidth}
				if got := m.SpanToFile(lint.Span{Start: from.text, End: to.text + to.textWidth}); got != want {
					t.Fatalf("%v: steps %d to %d are %v of the file, want %v", steps, a, b, got, want)
				}
			}
		}
	}
}

// A file byte that belongs to no text goes to the step behind it.
func TestMapSkippedBytes(t *testing.T) {
	m := new(lint.Map)
	m.Add(3, 1, 1, 2) // "ab" at 3
	m.Add(9, 1, 1, 1) // "c" at 9
	for file, text := range map[int]int{0: 0, 2: 0, 3: 0, 4: 1, 5: 2, 8: 2, 9: 2, 10: 3, 99: 3} {
		if got := m.ToText(file); got != text {
			t.Errorf("file %d is text %d, want %d", file, got, text)
		}
	}
	var none *lint.Map
	if none.ToFile(7) != 7 || none.ToText(7) != 7 || none.SpanToFile(lint.Span{Start: 1, End: 2}) != (lint.Span{Start: 1, End: 2}) {
		t.Error("a nil map is not the identity")
	}
}
