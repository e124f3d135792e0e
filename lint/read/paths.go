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
	Lang      language.Tag   // language of the text; the zero Tag is English
	Source    language.Tag   // language that the text was translated from; the zero Tag where that is not known
	Glossary  *lint.Glossary // spellings of names that are settled; nil for none
	Stdin     io.Reader      // what the path "-" reads; nil is os.Stdin
	StdinName string         // path of standard input in results, which tells its format; empty is "-"
}

// format makes a document of a decoded file.
type format func(*lint.File, language.Tag) *lint.Document

// formats holds the reader of every file name extension, in lower case. A walk through a folder reads these files only.
var formats = map[string]format{
	".txt":  Text,
	".text": Text,
}

// formatOf returns the format of a file by its name, and whether its extension is known; otherwise it is plain text.
func formatOf(path string) (f format, known bool) {
	if f, known = formats[strings.ToLower(filepath.Ext(path))]; known {
		return f, true
	}
	return Text, false
}

// Paths returns the inputs that the paths name: a file as it is given, whatever its extension; a folder as the files of
// known extension below it, sorted; "-" as standard input. What is named twice is read once. A walk passes over hidden
// files and folders, folders of dependencies, and symbolic links to folders. What goes wrong is told by the Read of a
// Source, so that one bad path does not stop the others.
func Paths(paths []string, opt Options) lint.Corpus {
	if opt.Lang == (language.Tag{}) {
		opt.Lang = language.English
	}
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
				if !once(opt.stdin()) {
					return
				}
			} else if info, err := os.Stat(path); err != nil || !info.IsDir() {
				if !once(opt.file(path)) {
					return
				}
			} else if !opt.walk(path, once) {
				return
			}
		}
	}
}

// walk yields the files below a folder and reports whether to go on.
func (o Options) walk(root string, yield func(lint.Source) bool) bool {
	dir, clean := root, filepath.Clean(root)
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		dir += string(filepath.Separator) // the walk starts behind the link
	}
	more := true
	give := func(s lint.Source) error {
		if more = yield(s); !more {
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

func failed(path string, err error) lint.Source {
	return lint.Source{Path: path, Read: func() (*lint.Document, error) { return nil, readError(path, err) }}
}

func (o Options) file(path string) lint.Source {
	clean := filepath.Clean(path)
	parse := func(data string) (*lint.Document, error) { return o.document(clean, data) }
	return lint.Source{Path: clean, Parse: parse, Read: func() (*lint.Document, error) {
		data, err := readFile(path)
		if err != nil {
			return nil, readError(path, err)
		}
		return parse(data)
	}}
}

func (o Options) stdin() lint.Source {
	name, in := o.StdinName, o.Stdin
	if name == "" {
		name = "-"
	}
	if in == nil {
		in = os.Stdin
	}
	parse := func(data string) (*lint.Document, error) { return o.document(name, data) }
	return lint.Source{Path: name, Parse: parse, Read: func() (*lint.Document, error) {
		var b strings.Builder
		if _, err := io.Copy(&b, in); err != nil {
			return nil, readError(name, err)
		}
		return parse(b.String())
	}}
}

// document decodes the bytes of an input and makes a document of them.
func (o Options) document(path, data string) (*lint.Document, error) {
	file, err := Decode(path, data)
	if err != nil {
		return nil, readError(path, err)
	}
	if len(file.Content) > lint.MaxText {
		return nil, readError(path, errTooLong)
	}
	f, _ := formatOf(path)
	d := f(file, o.Lang)
	d.Source, d.Glossary = o.Source, o.Glossary
	return d, nil
}

var errTooLong = errors.New("larger than 2 GB: split it")

// readFile returns the bytes of a regular file.
func readFile(path string) (string, error) {
	info, err := os.Stat(path) // before Open, which waits at a pipe
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s, not a file: pipe the text in and give - as the path", kindOf(info.Mode()))
	}
	if info.Size() > lint.MaxText {
		return "", errTooLong
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	b.Grow(int(info.Size()))
	buffer := make([]byte, min(max(info.Size(), 1<<9), 1<<15)) // a small one for an article
	_, err = io.CopyBuffer(&b, struct{ io.Reader }{f}, buffer)
	return b.String(), err
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
