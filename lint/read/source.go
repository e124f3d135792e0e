package read

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"sync"

	"mtlint/lint"
)

// translated gives the documents of a corpus the texts that they were translated from: those of Options.Source, in their
// order, or where that is a folder, those of its file of the given relative name. A document whose source cannot be read
// comes with an error.
func (o Options) translated(c lint.Corpus, name string) lint.Corpus {
	if o.Source == "" {
		return c
	}
	path := o.Source
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, name)
	}
	own := Options{Lang: o.SourceLang, Format: o.Format, TextFields: o.TextFields}
	return func(yield func(lint.Source) bool) {
		next, stop := iter.Pull(own.file(path))
		defer stop()
		for s := range c {
			original, ok := next()
			if !ok {
				original.Read = func() (*lint.Document, error) { return nil, errNoSource }
			}
			if !yield(withSource(s, original)) {
				return
			}
		}
	}
}

var errNoSource = errors.New("it has fewer texts than there are translations")

// withSource returns the source of documents with the document of another as what they were translated from.
func withSource(s, original lint.Source) lint.Source {
	read := sync.OnceValues(func() (*lint.Document, error) {
		d, err := original.Read()
		if err != nil {
			return nil, fmt.Errorf("%s is not compared with its source: %w", s.Path, err)
		}
		return d, nil
	})
	join := func(d *lint.Document, err error) (*lint.Document, error) {
		if d == nil {
			return nil, err
		}
		source, failed := read()
		if source != nil && (d.Rest != nil || source.Rest != nil) {
			source, failed = nil, fmt.Errorf("%s is not compared with its source: one of them is longer than an article: split both", s.Path)
		}
		d.Source = source
		return d, cmp.Or(err, failed)
	}
	first, parse := s.Read, s.Parse
	s.Read = func() (*lint.Document, error) { return join(first()) }
	s.Parse = func(data string) (*lint.Document, error) { return join(parse(data)) }
	return s
}
