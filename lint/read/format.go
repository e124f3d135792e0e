package read

import (
	"bufio"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// format is one kind of file. A new one is a reader in a file of its own and an entry in formats.
type format struct {
	name       string                                // as Options.Format gives it
	extensions []string                              // of file names, in lower case
	looksLike  func(start string) bool               // tells a stream without a name by its start; nil: none is taken for it
	sources    func(o Options, in input) lint.Corpus // the documents of an input; most formats have one
}

// plainText is the format of a file whose name tells none.
var plainText = format{name: "text", extensions: []string{".txt", ".text"}, sources: texts(Decode, Text)}

// formats holds the formats, in the order in which a stream without a name is compared with them.
var formats = []format{
	plainText,
	jsonLines,
	{"markdown", []string{".md", ".markdown", ".mdx"}, looksLikeMarkdown, texts(Decode, Markdown)},
	{"html", []string{".html", ".htm", ".xhtml"}, looksLikeHTML, texts(DecodePage, HTML)},
}

// Formats returns the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Extensions returns the extensions of the names of files that a walk through a folder reads.
func Extensions() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.extensions...)
	}
	return out
}

// CommentMarks returns what a comment begins and ends with in a file of this name, where directives may stand in it.
func CommentMarks(path string) (opening, closing string) {
	if isMDX(path) {
		return "{/*", "*/}"
	}
	return "<!--", "-->"
}

// IsKnown reports whether the name of a file has one of the Extensions.
func IsKnown(path string) bool {
	_, known := formatOf(path)
	return known
}

// formatOf returns the format of a file by its name, and whether its extension is known; otherwise it is plain text.
func formatOf(path string) (f format, known bool) {
	extension := strings.ToLower(filepath.Ext(path))
	for _, f := range formats {
		if slices.Contains(f.extensions, extension) {
			return f, true
		}
	}
	return plainText, false
}

// format returns the format that the options name for all files, or that of the file.
func (o Options) format(path string) format {
	for _, f := range formats {
		if f.name == o.Format {
			return f
		}
	}
	f, _ := formatOf(path)
	return f
}

// documents returns the documents of an input with what is wanted of them.
func (f format) documents(o Options, in input) lint.Corpus {
	if o.Config == nil {
		return f.sources(o, in)
	}
	return func(yield func(lint.Source) bool) {
		for s := range f.sources(o, in) {
			s.Config = o.Config
			if !yield(s) {
				return
			}
		}
	}
}

// sniffed returns the format that a stream has by its start, and the whole stream.
func sniffed(in io.Reader) (format, io.Reader) {
	b := bufio.NewReader(in)
	_, _ = b.Peek(1) // waits for what comes first; an error comes again when all is read
	start, _ := b.Peek(b.Buffered())
	for _, f := range formats {
		if f.looksLike != nil && f.looksLike(strings.TrimPrefix(string(start), utf8BOM)) {
			return f, b
		}
	}
	return plainText, b
}

// input is a file or a stream.
type input struct {
	path string                                           // in results
	open func() (in io.ReadCloser, size int64, err error) // size is 0 where it is not known; err is that of readError
}

// read returns all bytes of the input.
func (in input) read() (string, error) {
	r, size, err := in.open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	if size > lint.MaxText {
		return "", readError(in.path, errTooLong)
	}
	var b strings.Builder
	b.Grow(int(size))
	buffer := make([]byte, min(max(size, 1<<9), 1<<15)) // a small one for an article
	if _, err = io.CopyBuffer(&b, struct{ io.Reader }{r}, buffer); err != nil {
		return "", readError(in.path, err)
	}
	return b.String(), nil
}

// texts returns the sources of a format whose files are text in some encoding and one document each.
func texts(decode func(path, data string) (*lint.File, error), document func(*lint.File, language.Tag) *lint.Document) func(Options, input) lint.Corpus {
	return documents(func(o Options, path, data string) (*lint.Document, error) {
		file, err := decode(path, data)
		if err != nil {
			return nil, err
		}
		if len(file.Content) > lint.MaxText {
			return nil, errTooLong
		}
		return document(file, o.Lang), nil
	})
}

// documents returns the sources of a format whose files are one document each, which parse makes of the file's bytes.
func documents(parse func(o Options, path, data string) (*lint.Document, error)) func(Options, input) lint.Corpus {
	return func(o Options, in input) lint.Corpus {
		document := func(data string) (*lint.Document, error) {
			d, err := parse(o, in.path, data)
			if err != nil {
				return nil, readError(in.path, err)
			}
			return o.settle(d), nil
		}
		read := func() (*lint.Document, error) {
			data, err := in.read()
			if err != nil {
				return nil, err
			}
			return document(data)
		}
		return slices.Values([]lint.Source{{Path: in.path, Sole: true, Read: read, Parse: document}})
	}
}

// settle gives a document, and each section behind it, what the options say of all texts.
func (o Options) settle(d *lint.Document) *lint.Document {
	d.SourceLang, d.Glossary = o.SourceLang, o.Glossary
	if rest := d.Rest; rest != nil {
		d.Rest = func() (*lint.Document, error) {
			next, err := rest()
			if err != nil {
				return nil, err
			}
			return o.settle(next), nil
		}
	}
	return d
}
