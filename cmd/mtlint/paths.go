package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// readOptions says how files are read.
type readOptions struct {
	Lang      language.Tag // language of the text
	Stdin     io.Reader    // what the path "-" means
	StdinName string       // the path that results of standard input bear
}

// readPaths returns the corpus of the files and folders named.
func readPaths(paths []string, opt readOptions) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		for _, path := range paths {
			if path == "-" {
				if !yield(source(opt.StdinName, opt, func() ([]byte, error) { return io.ReadAll(opt.Stdin) })) {
					return
				}
				continue
			}
			stop := false
			_ = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
				if err == nil && d.IsDir() {
					return nil
				}
				content := func() ([]byte, error) { return os.ReadFile(p) }
				if err != nil {
					content = func() ([]byte, error) { return nil, err }
				}
				if !yield(source(p, opt, content)) {
					stop = true
					return fs.SkipAll
				}
				return nil
			})
			if stop {
				return
			}
		}
	}
}

func source(path string, opt readOptions, content func() ([]byte, error)) lint.Source {
	return lint.Source{Path: path, Read: func() (*lint.Document, error) {
		data, err := content()
		if err != nil {
			return nil, err
		}
		return read.Text(&lint.File{Path: path, Content: string(data)}, opt.Lang), nil
	}}
}
