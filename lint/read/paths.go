package read

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Options says how inputs are read.
type Options struct {
	Lang       language.Tag   // language of the texts, whatever they say of themselves; the zero Tag: what they say, or English
	SourceLang language.Tag   // language that the text was translated from; the zero Tag where that is not known
	Glossary   *lint.Glossary // spellings of names that are settled; nil for none
	Format     string         // one of Formats for every input; empty: by the file name, and standard input without a name by its start
	Stdin      io.Reader      // what the path "-" reads; nil is os.Stdin
	StdinName  string         // path of standard input in results; empty is "-"
}

// Paths returns the inputs that the paths name: a file as it is given, whatever its extension; a folder as the files of
// known extension below it, sorted; "-" as standard input. What is named twice is read once. A walk passes over hidden
// files and folders, folders of dependencies, and symbolic links to folders. What goes wrong is told by the Read of a
// Source, so that one bad path does not stop the others.
func Paths(paths []string, opt Options) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		seen := make(map[string]bool)
		once := func(s lint.Source) bool {
			if seen[s.Path] {
				return true
			}
			seen[s.Path] = true
			return yield(s)
		}
		for _, path := range paths {
			if path == "-" {
				if !each(opt.stdin(), once) {
					return
				}
			} else if info, err := os.Stat(path); err != nil || !info.IsDir() {
				if !each(opt.file(path), once) {
					return
				}
			} else if !opt.walk(path, once) {
				return
			}
		}
	}
}

// each yields the sources and reports whether to go on.
func each(sources lint.Corpus, yield func(lint.Source) bool) bool {
	for s := range sources {
		if !yield(s) {
			return false
		}
	}
	return true
}

// walk yields the files below a folder and reports whether to go on.
func (o Options) walk(root string, yield func(lint.Source) bool) bool {
	dir, clean := root, filepath.Clean(root)
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		dir += string(filepath.Separator) // the walk starts behind the link
	}
	more := true
	give := func(c lint.Corpus) error {
		if more = each(c, yield); !more {
			return fs.SkipAll
		}
		return nil
	}
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		switch {
		case err != nil:
			return give(failed(path, err))
		case path != clean && isSkipped(entry):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		if _, known := formatOf(path); !known || linksToFolder(path, entry) {
			return nil
		}
		return give(o.file(path))
	})
	return more
}

// skippedFolders holds folders of dependencies, which nobody lints.
var skippedFolders = []string{"vendor", "node_modules"}

// isSkipped reports whether a walk passes over the entry: it is hidden, as version control folders are, or holds
// dependencies.
func isSkipped(entry fs.DirEntry) bool {
	return strings.HasPrefix(entry.Name(), ".") || entry.IsDir() && slices.Contains(skippedFolders, entry.Name())
}

func linksToFolder(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func failed(path string, err error) lint.Corpus {
	read := func() (*lint.Document, error) { return nil, readError(path, err) }
	return slices.Values([]lint.Source{{Path: path, Read: read}})
}

// file returns what is in the file.
func (o Options) file(path string) lint.Corpus {
	open := func() (io.ReadCloser, int64, error) {
		in, size, err := openFile(path)
		if err != nil {
			err = readError(path, err)
		}
		return in, size, err
	}
	return o.format(path).sources(o, input{filepath.Clean(path), open})
}

// Bytes returns what is in the bytes of a file that need not be there: of a text that is open in an editor.
func Bytes(path, data string, opt Options) lint.Corpus {
	open := func() (io.ReadCloser, int64, error) {
		return io.NopCloser(strings.NewReader(data)), int64(len(data)), nil
	}
	return opt.format(path).sources(opt, input{path, open})
}

// stdin returns what is in standard input.
func (o Options) stdin() lint.Corpus {
	name, in := o.StdinName, o.Stdin
	if name == "" {
		name = "-"
	}
	if in == nil {
		in = os.Stdin
	}
	f := o.format(name)
	if _, known := formatOf(name); !known && o.Format == "" {
		f, in = sniffed(in)
	}
	return f.sources(o, input{name, func() (io.ReadCloser, int64, error) { return io.NopCloser(in), 0, nil }})
}

var errTooLong = errors.New("larger than 2 GB: split it")

// openFile opens a regular file and returns its size.
func openFile(path string) (io.ReadCloser, int64, error) {
	info, err := os.Stat(path) // before Open, which waits at a pipe
	if err != nil {
		return nil, 0, err
	}
	if !info.Mode().IsRegular() {
		return nil, 0, fmt.Errorf("%s, not a file: pipe the text in and give - as the path", kindOf(info.Mode()))
	}
	f, err := os.Open(path)
	return f, info.Size(), err
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "is a pipe"
	case mode&fs.ModeSocket != 0:
		return "is a socket"
	case mode.IsDir():
		return "is a folder"
	}
	return "is a device"
}
