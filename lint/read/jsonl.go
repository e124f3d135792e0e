package read

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"github.com/go-json-experiment/json/jsontext"

	"mtlint/lint"
)

// Field is a field of a record of JSON lines that holds text.
type Field struct {
	Path     string // the names that lead to it, with dots between: content.body
	Optional bool   // a record need not have it
}

// ParseField reads the path of a field, with a ? behind it where a record need not have it.
func ParseField(name string) (Field, error) {
	path, optional := strings.CutSuffix(strings.TrimSpace(name), "?")
	if slices.Contains(strings.Split(path, "."), "") {
		return Field{}, fmt.Errorf("%q is no field: name one as body, or as content.body where it lies in another", name)
	}
	return Field{path, optional}, nil
}

// maxOthers is how many fields that hold strings are named where one that was asked for is missing.
const maxOthers = 5

// literal is a JSON string in a record, its quotation marks included.
type literal struct {
	lint.Span
	field int // index of the field that it is in
}

// fieldReader finds the texts of one record.
type fieldReader struct {
	fields []Field
	decode *jsontext.Decoder
	found  []literal // in the order of the record
	wrong  []string  // what stands in the place of a text, by field; empty where that is text or nothing
	others []string  // where strings are that were not asked for; only the first ones
}

// readFields finds the texts of a record. It fails where the record is no JSON object.
func readFields(record *lint.File, fields []Field) (*fieldReader, error) {
	r := &fieldReader{fields: fields, wrong: make([]string, len(fields))}
	text := strings.TrimRight(record.Content, " \t\r\n")
	data := unsafe.Slice(unsafe.StringData(text), len(text)) // the decoder does not write into a buffer
	r.decode = jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowInvalidUTF8(true), jsontext.AllowDuplicateNames(true))
	fault := func(offset int, format string, args ...any) error {
		at := record.Position(offset)
		return fmt.Errorf("line %d, column %d: "+format, append([]any{at.Line, at.Column}, args...)...)
	}
	if kind := r.decode.PeekKind(); kind != '{' && kind != 0 {
		return nil, fault(len(text)-len(strings.TrimLeft(text, " \t\r\n")), "%s where a record should be: write one JSON object a line", kindName(kind))
	}
	err := r.object("")
	if err == nil {
		if _, err = r.decode.ReadToken(); err == io.EOF {
			return r, nil
		}
	}
	var syntax *jsontext.SyntacticError
	switch {
	case err == nil:
		return nil, fault(int(r.decode.InputOffset()), "a second value on the line: write one JSON object a line")
	case errors.Is(err, io.ErrUnexpectedEOF) || !errors.As(err, &syntax):
		return nil, fault(len(text), "broken JSON: the line ends in the middle of the record")
	}
	return nil, fault(min(int(syntax.ByteOffset), len(text)), "broken JSON: %w", syntax.Err)
}

// kindName names a kind of JSON value.
func kindName(k jsontext.Kind) string {
	switch k {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case '0':
		return "a number"
	}
	return k.String() // null, true or false
}

// value reads the value at a path.
func (r *fieldReader) value(path string) error {
	field := slices.IndexFunc(r.fields, func(f Field) bool { return f.Path == path })
	leads := slices.ContainsFunc(r.fields, func(f Field) bool { return strings.HasPrefix(f.Path, path+".") })
	switch kind := r.decode.PeekKind(); {
	case kind == '{' && leads:
		return r.object(path)
	case kind == '[' && (leads || field >= 0):
		return r.list(path)
	case kind == '"' && field >= 0:
		value, err := r.decode.ReadValue()
		end := int(r.decode.InputOffset())
		r.found = append(r.found, literal{lint.Span{Start: end - len(value), End: end}, field})
		return err
	case field >= 0:
		r.wrong[field] = kindName(kind)
	case kind == '"' && len(r.others) < maxOthers:
		r.others = append(r.others, strconv.Quote(path))
	}
	return r.decode.SkipValue()
}

func (r *fieldReader) object(path string) error {
	if _, err := r.decode.ReadToken(); err != nil {
		return err
	}
	for r.decode.PeekKind() == '"' {
		name, err := r.decode.ReadToken()
		if err != nil {
			return err
		}
		child := name.String()
		if path != "" {
			child = path + "." + child
		}
		if err := r.value(child); err != nil {
			return err
		}
	}
	_, err := r.decode.ReadToken()
	return err
}

// list reads the items of a list as values at the path of the list.
func (r *fieldReader) list(path string) error {
	if _, err := r.decode.ReadToken(); err != nil {
		return err
	}
	for kind := r.decode.PeekKind(); kind > 0 && kind != ']'; kind = r.decode.PeekKind() {
		if err := r.value(path); err != nil {
			return err
		}
	}
	_, err := r.decode.ReadToken()
	return err
}

// missing says which fields are not there as text, nil when none.
func (r *fieldReader) missing() error {
	var faults []string
	for i, f := range r.fields {
		has := slices.ContainsFunc(r.found, func(l literal) bool { return l.field == i })
		switch what := r.wrong[i]; {
		case what != "" && !(what == "null" && (f.Optional || has)):
			faults = append(faults, fmt.Sprintf("field %q is %s, not a string", f.Path, what))
		case !has && !f.Optional:
			faults = append(faults, fmt.Sprintf("no field %q", f.Path))
		}
	}
	switch {
	case faults == nil:
		return nil
	case len(r.others) > 0:
		return fmt.Errorf("%s (strings are in %s)", strings.Join(faults, ", "), strings.Join(r.others, ", "))
	}
	return errors.New(strings.Join(faults, ", "))
}

// recordText decodes the texts of a record.
type recordText struct {
	path    string // in results
	record  *lint.File
	insides []lint.Span // of the strings in the record that are left to decode
	escape  func(string) string
}

// document returns the document of what is left of the texts, or of a part where it is longer than any article.
func (t *recordText) document(o Options) *lint.Document {
	file := &lint.File{Path: t.path, In: t.record, Encoding: t.record.Encoding, Escape: t.escape}
	var seams []lint.Span
	file.Content, file.Map, seams = t.next()
	d := Text(file, o.Lang)
	d.SourceLang, d.Glossary = o.SourceLang, o.Glossary
	if len(t.insides) > 0 {
		d.Rest = func() (*lint.Document, error) { return t.document(o), nil }
	}
	d.Place = func(e lint.Edit) ([]lint.Edit, bool) {
		i, _ := slices.BinarySearchFunc(seams, e.Start, func(s lint.Span, at int) int { return cmp.Compare(s.End, at+1) })
		return []lint.Edit{e}, i == len(seams) || !seams[i].Overlaps(e.Span)
	}
	return d
}

// between parts the texts of two fields.
const between = "\n\n"

// next decodes as much of the texts as a section holds. The seams are between two strings.
func (t *recordText) next() (text string, m *lint.Map, seams []lint.Span) {
	size := t.sectionSize()
	var b strings.Builder
	b.Grow(size)
	m = new(lint.Map)
	if len(t.insides) == 0 {
		m.Add(0, 1, 1, 0)
		return "", m, nil
	}
	m.Add(t.insides[0].Start, 1, 1, 0) // so that an empty text has a place
	for {
		s := t.insides[0]
		if s.Len() <= size {
			t.insides = t.insides[1:]
		} else {
			s.End = s.Start + cutString(t.record.Content[s.Start:s.End], size)
			t.insides[0].Start = s.End
		}
		unquote(t.record.Content, s, &b, m)
		if size -= s.Len(); size <= 0 || len(t.insides) == 0 || t.insides[0].Start == s.End {
			return b.String(), m, seams
		}
		seams = append(seams, lint.Span{Start: b.Len(), End: b.Len() + len(between)})
		b.WriteString(between)
		m.Add(s.End, len(between), 0, 1)
	}
}

// sectionSize returns how many bytes of the strings make a section: an equal part of what is left, so that none is short.
func (t *recordText) sectionSize() int {
	left := 0
	for _, s := range t.insides {
		left += s.Len()
	}
	return left / max(1, (left+maxSection-1)/maxSection)
}

// cutString returns where to part the inside of a JSON string that is longer than size: behind the last line end before
// size, else behind the last white space, else between two characters.
func cutString(inside string, size int) int {
	line, blank, i := 0, 0, 0
	for {
		r, n := unquoteRune(inside[i:])
		if i += n; i > size && i > n {
			break
		}
		if r == '\n' {
			line = i
		}
		if unicode.IsSpace(r) {
			blank = i
		}
	}
	return cmp.Or(line, blank, i)
}

// unquote appends what a span of the inside of a JSON string stands for.
func unquote(record string, s lint.Span, b *strings.Builder, m *lint.Map) {
	for i := s.Start; i < s.End; {
		plain := strings.IndexByte(record[i:s.End], '\\')
		if plain < 0 {
			plain = s.End - i
		}
		if plain > 0 {
			b.WriteString(record[i : i+plain])
			m.Add(i, 1, 1, plain)
			i += plain
			continue
		}
		r, n := unquoteRune(record[i:s.End])
		b.WriteRune(r)
		m.Add(i, utf8.RuneLen(r), n, 1)
		i += n
	}
}

// unquoteRune returns the character that the inside of a JSON string begins with, and how many bytes it takes there. Half
// a surrogate pair is U+FFFD.
func unquoteRune(s string) (rune, int) {
	if s[0] != '\\' {
		return utf8.DecodeRuneInString(s)
	}
	switch s[1] {
	case 'u':
		r := hexRune(s[2:6])
		if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
			if pair := utf16.DecodeRune(r, hexRune(s[8:12])); pair != utf8.RuneError {
				return pair, 12
			}
		}
		if utf16.IsSurrogate(r) {
			r = utf8.RuneError
		}
		return r, 6
	case 'n':
		return '\n', 2
	case 't':
		return '\t', 2
	case 'r':
		return '\r', 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	}
	return rune(s[1]), 2
}

// hexRune returns the number that four hexadecimal figures give.
func hexRune(figures string) rune {
	n, _ := strconv.ParseUint(figures, 16, 16) // the record is valid JSON
	return rune(n)
}

// escaper returns what writes text as a string of the record has it: with no character but ASCII where the record has no
// other one, or where its encoding may not have it.
func escaper(record *lint.File) func(string) string {
	ascii := sync.OnceValue(func() bool {
		return record.Encoding != "" || utf8.RuneCountInString(record.Content) == len(record.Content)
	})
	return func(text string) string {
		quoted, _ := jsontext.AppendQuote(nil, text) // it is valid UTF-8
		var b strings.Builder
		for _, r := range string(quoted[1 : len(quoted)-1]) {
			if r < utf8.RuneSelf || !ascii() {
				b.WriteRune(r)
				continue
			}
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(&b, "\\u%04x", unit)
			}
		}
		return b.String()
	}
}
