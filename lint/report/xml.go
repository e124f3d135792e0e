package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// xmlStream writes an XML document piece by piece.
type xmlStream struct{ w *bufio.Writer }

func newXMLStream(w io.Writer) *xmlStream {
	s := &xmlStream{bufio.NewWriterSize(w, 64<<10)}
	s.w.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	return s
}

// open writes the start of an element, up to where it is closed; attributes are names and values in turn.
func (s *xmlStream) open(element string, attributes ...any) {
	s.w.WriteString("<" + element)
	for i := 0; i < len(attributes); i += 2 {
		fmt.Fprintf(s.w, " %s=\"", attributes[i])
		switch v := attributes[i+1].(type) {
		case int:
			s.w.WriteString(strconv.Itoa(v))
		case string:
			s.text(v)
		}
		s.w.WriteByte('"')
	}
}

// raw writes markup.
func (s *xmlStream) raw(markup string) { s.w.WriteString(markup) }

// text writes characters, of an element or of an attribute. What XML has no place for is spelt out: ⟨U+0007⟩. What is no
// UTF-8 becomes U+FFFD.
func (s *xmlStream) text(t string) {
	for i := 0; i < len(t); {
		r, size := utf8.DecodeRuneInString(t[i:])
		switch {
		case r == '<':
			s.w.WriteString("&lt;")
		case r == '>':
			s.w.WriteString("&gt;")
		case r == '&':
			s.w.WriteString("&amp;")
		case r == '"':
			s.w.WriteString("&#34;")
		case r == '\t', r == '\n', r == '\r':
			fmt.Fprintf(s.w, "&#%d;", r)
		case r < ' ', r == 0xFFFE, r == 0xFFFF:
			fmt.Fprintf(s.w, "⟨U+%04X⟩", r)
		default:
			s.w.WriteRune(r)
		}
		i += size
	}
}
