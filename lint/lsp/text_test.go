package lsp

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"go.lsp.dev/protocol"
)

// plain is a text without an index: what text is compared with.
type plain string

// offset finds a position by counting from the start.
func (p plain) offset(at protocol.Position, enc encoding) int {
	i := 0
	for range at.Line {
		n := strings.IndexAny(string(p[i:]), "\r\n")
		if n < 0 {
			return len(p)
		}
		i += n + 1
		if p[i-1] == '\r' && i < len(p) && p[i] == '\n' {
			i++
		}
	}
	for units := at.Character; i < len(p) && p[i] != '\r' && p[i] != '\n'; {
		r, size := utf8.DecodeRuneInString(string(p[i:]))
		width := uint32(utf16.RuneLen(r))
		if enc == utf8Encoding {
			width = uint32(size)
		}
		if units < width {
			break
		}
		units -= width
		i += size
	}
	return i
}

// edit makes one change; ok is false where its range ends before it starts.
func (p plain) edit(r protocol.Range, text string, enc encoding) (next plain, ok bool) {
	start, end := p.offset(r.Start, enc), p.offset(r.End, enc)
	if start > end {
		return p, false
	}
	return p[:start] + plain(text) + p[end:], true
}

// FuzzEdits makes edits in a text with an index of its lines and in one without. The numbers choose places and texts.
func FuzzEdits(f *testing.F) {
	f.Add("It rained.\r\nZürich 😀\rWe left.\n", "\n\r😀x", uint64(1), false)
	f.Add("", "\r\n", uint64(2), true)
	f.Add("\r\r\n\n", "\n", uint64(3), true)
	f.Add("a\xff b", "\xe2\x82", uint64(4), true)
	f.Fuzz(func(t *testing.T, start, pieces string, seed uint64, bytes bool) {
		if len(start) > 200 || len(pieces) > 50 {
			return // the text without an index takes long
		}
		enc := utf16Encoding
		if bytes {
			enc = utf8Encoding
		}
		random := rand.New(rand.NewPCG(seed, 1))
		got, want := newText(start), plain(strings.ToValidUTF8(start, "\uFFFD"))
		for range 12 {
			lines := uint32(strings.Count(string(want), "\n") + strings.Count(string(want), "\r") + 3)
			place := func() protocol.Position {
				return protocol.Position{Line: random.Uint32N(lines), Character: random.Uint32N(12)}
			}
			var changes []change
			next, ok := want, true
			for range 1 + random.IntN(3) {
				from := random.IntN(len(pieces) + 1)
				text := pieces[from : from+random.IntN(len(pieces)-from+1)]
				r := protocol.Range{Start: place(), End: place()}
				changes = append(changes, change{&r, text})
				if ok {
					next, ok = next.edit(r, strings.ToValidUTF8(text, "\uFFFD"), enc)
				}
			}
			after, err := got.apply(changes, enc)
			if (err == nil) != ok {
				t.Fatalf("error %v, want one: %t", err, !ok)
			}
			if err != nil {
				continue
			}
			got, want = after, next
			if got.Content != string(want) {
				t.Fatalf("text %q, want %q", got.Content, want)
			}
			if fresh := newText(got.Content); !sameLines(fresh.lines, got.lines) {
				t.Fatalf("lines of %q: %v, want %v", got.Content, got.lines, fresh.lines)
			}
			for range 5 {
				i := random.IntN(len(got.Content) + 1)
				if i < len(got.Content) && (got.Content[i] == '\n' || !utf8.RuneStart(got.Content[i])) {
					continue // no position: behind CR, or inside a character
				}
				if p := got.position(i, enc); got.offset(p, enc) != i {
					t.Fatalf("byte %d of %q is at %v, which is byte %d", i, got.Content, p, got.offset(p, enc))
				}
			}
		}
	})
}

func sameLines(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// FuzzDifference makes one text of another by the difference of the two.
func FuzzDifference(f *testing.F) {
	f.Add("lang: en\n", "lang: en\nignore:\n  - wording\n")
	f.Add("über", "ñber")
	f.Add("aaa", "aa")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 1000 || !utf8.ValidString(old) || !utf8.ValidString(new) {
			return
		}
		e := difference(old, new)
		if got := old[:e.Start] + e.Text + old[e.End:]; got != new {
			t.Errorf("%q with %v is %q, want %q", old, e, got, new)
		}
		if !utf8.ValidString(e.Text) || !utf8.ValidString(old[:e.Start]) || !utf8.ValidString(old[e.End:]) {
			t.Errorf("%v cuts a character of %q", e, old)
		}
	})
}
