package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"

	"mtlint/lint"
)

// jsonLines is the format of files that hold an article a line, as a field of a JSON object.
var jsonLines = format{
	name:       "jsonl",
	extensions: []string{".jsonl", ".ndjson"},
	looksLike:  looksLikeJSONLines,
	sources:    records,
}

// looksLikeJSONLines reports whether a stream begins with an object whose first name is on the same line.
func looksLikeJSONLines(start string) bool {
	inside, isObject := strings.CutPrefix(strings.TrimLeft(start, " \t\r\n"), "{")
	return isObject && strings.HasPrefix(strings.TrimLeft(inside, " \t"), `"`)
}

// defaultField is the field that is read where the options name none.
const defaultField = "text"

// records returns one source a record of the input. A record is read when the one before it is handed on, and forgotten
// when it is linted.
func records(o Options, in input) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		fail := func(err error) {
			yield(lint.Source{Path: in.path, Read: func() (*lint.Document, error) { return nil, err }})
		}
		s, err := openRecords(o, in)
		if err != nil {
			fail(err)
			return
		}
		defer s.in.Close()
		for err == nil {
			var src lint.Source
			src, err = s.next()
			if src.Data != "" && !yield(src) {
				return
			}
		}
		if err != io.EOF {
			fail(readError(in.path, err))
		}
	}
}

// recordStream is a file or a stream of records, and where in it the next one is.
type recordStream struct {
	o      Options
	fields []Field
	path   string
	in     io.Closer
	from   *bufio.Reader

	offset, lines int // before the next record
	number        int // of the last record, from 1

	long sync.WaitGroup // the long records that are being linted
}

func openRecords(o Options, in input) (*recordStream, error) {
	fields := o.TextFields
	if len(fields) == 0 {
		fields = []Field{{Path: defaultField}}
	}
	r, _, err := in.open()
	if err != nil {
		return nil, err
	}
	return &recordStream{o: o, fields: fields, path: in.path, in: r, from: bufio.NewReaderSize(r, readAhead)}, nil
}

// next returns the next record. At the end it returns io.EOF with the last record, or with what is left behind it.
func (s *recordStream) next() (lint.Source, error) {
	data, blank, err := s.read()
	if blank {
		return s.remainder(data), err
	}
	s.number++
	r := record{s, s.path + "#" + strconv.Itoa(s.number), s.offset, s.lines}
	s.offset += len(data)
	s.lines += lineEnds(data)
	if s.number == 1 {
		if refused := s.refusal(data); refused != nil {
			return lint.Source{}, refused
		}
	}
	read := func() (*lint.Document, error) { return r.document(data) }
	src := lint.Source{Path: r.path, Read: read, Sole: true, Parse: r.document, In: s.path, Data: data}
	if len(data) > longRecord {
		s.long.Add(1)
		src.Done = s.long.Done
	}
	return src, err
}

// remainder returns what is left behind the last record, a document without text.
func (s *recordStream) remainder(data string) lint.Source {
	parse := func(data string) (*lint.Document, error) {
		return lint.NewDocument(&lint.File{Path: s.path, Content: data}, data, nil, nil, s.o.Lang), nil
	}
	read := func() (*lint.Document, error) { return parse(data) }
	return lint.Source{Path: s.path, Read: read, Parse: parse, In: s.path, Data: data}
}

// longRecord is the length in bytes of the longest record of which several are held in memory at once.
const longRecord = 4 << 20

// readAhead is how many bytes are read at once, at most.
const readAhead = 64 << 10

// read returns the bytes up to the end of the next line that is not blank, and whether there is none.
func (s *recordStream) read() (data string, blank bool, err error) {
	var chunks [][]byte // of bytes that came before
	var last []byte
	blank = true
	for {
		part, err := s.from.ReadSlice('\n')
		blank = blank && len(bytes.Trim(part, " \t\r\n"+utf8BOM)) == 0
		if last = append(last, part...); len(last) > longRecord {
			if len(chunks)*longRecord > lint.MaxText {
				return "", true, fmt.Errorf("record %d is %w", s.number+1, errTooLong)
			}
			if s.long.Wait(); len(chunks) == 0 {
				debug.FreeOSMemory() // the long record before is not in memory beside this one
			}
			chunks, last = append(chunks, last), make([]byte, 0, longRecord+readAhead)
		}
		if err != bufio.ErrBufferFull && (err != nil || !blank) {
			return join(chunks, last), blank, err
		}
	}
}

// handedBack is how many chunks join copies before it hands their memory back to the system.
const handedBack = 2

// join returns the bytes of the chunks. It forgets them as it goes, so that at no time the record is in memory twice.
func join(chunks [][]byte, last []byte) string {
	var b strings.Builder
	n := len(last)
	for _, c := range chunks {
		n += len(c)
	}
	b.Grow(n)
	for i, c := range chunks {
		b.Write(c)
		chunks[i] = nil
		if i%handedBack == handedBack-1 {
			debug.FreeOSMemory()
		}
	}
	b.Write(last)
	return b.String()
}

// refusal says by the first record why a file is not read: nobody named the field, and it is not the usual one.
func (s *recordStream) refusal(data string) error {
	switch begin := strings.Trim(data, " \t\r\n"); {
	case strings.HasPrefix(data, "\xFF\xFE"), strings.HasPrefix(data, "\xFE\xFF"):
		return errors.New("JSON lines in UTF-16: convert the file to UTF-8")
	case begin == "{", begin[0] == '[':
		return errors.New("JSON, but not one record a line: write them so, as jq -c does")
	case len(s.o.TextFields) > 0:
		return nil
	}
	r := record{stream: s}
	_, f, err := r.fields(data)
	if err != nil || len(f.found) > 0 {
		return nil // the record tells what is wrong with it
	}
	return fmt.Errorf("%w: name the field that holds the text with --text-field", f.missing())
}

// lineEnds returns how many lines end in data.
func lineEnds(data string) int {
	n := strings.Count(data, "\n")
	if strings.IndexByte(data, '\r') >= 0 {
		n += strings.Count(data, "\r") - strings.Count(data, "\r\n")
	}
	return n
}

// record is one record of a stream.
type record struct {
	stream        *recordStream
	path          string // in results
	offset, lines int    // of the stream before it
}

// document makes the document of the texts of the record, whose bytes are data. With the error that a text is missing it
// returns the others.
func (r record) document(data string) (*lint.Document, error) {
	file, f, err := r.fields(data)
	if err != nil {
		return nil, readError(r.path, err)
	}
	if err = f.missing(); err != nil {
		err = readError(r.path, err)
	}
	if len(f.found) == 0 && err != nil {
		return nil, err
	}
	t := &recordText{path: r.path, record: file, escape: escaper(file)}
	for _, l := range f.found {
		t.insides = append(t.insides, lint.Span{Start: l.Start + 1, End: l.End - 1})
	}
	return t.document(r.stream.o), err
}

// fields returns the record as a file, and its fields.
func (r record) fields(data string) (*lint.File, *fieldReader, error) {
	file, err := decodeUTF8(r.stream.path, data)
	if err != nil {
		return nil, nil, err
	}
	file.Offset, file.Lines = r.offset, r.lines
	f, err := readFields(file, r.stream.fields)
	return file, f, err
}
