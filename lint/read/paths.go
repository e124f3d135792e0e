package read

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
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
	Source     string         // path of the text that they were translated from, or of a folder with the texts; empty for none
	Glossary   *lint.Glossary // spellings of names that are settled; nil for none
	Format     string         // one of Formats for every input; empty: by the file name, and standard input without a name by its start
	Stdin      io.Reader      // what the path "-" reads; nil is os.Stdin
	StdinName  string         // path of standard input in results; empty is "-"
	TextFields []Field        // of JSON lines; none: text
	Config     *lint.Config   // what is wanted of the findings; nil: what the run wants

	// For returns the options of one file: these with what is its own. Nil: all files have these.
	For func(path string, all Options) Options

	// Skip returns, for the walk through a folder, what tells whether it passes over a file or a folder. Nil: over none.
	Skip func(root string) func(path string, isFolder bool) bool
}

// Paths returns the inputs that the paths name: what Find finds, as Sources reads it.
func Paths(paths []string, opt Options) lint.Corpus { return Sources(Find(paths, opt), opt) }

// Found is a file that a path names or a walk met.
type Found struct {
	Path string
	Name string // its path below the folder that was walked, or its base name
	Err  error  // what stood in the way of the walk
}

// Find returns what the paths name: a file as it is given, whatever its extension; a folder as the files of known
// extension below it, sorted; "-" as standard input. A walk passes over hidden files and folders, folders of
// dependencies, symbolic links to folders, and what Options.Skip says.
func Find(paths []string, opt Options) iter.Seq[Found] {
	return func(yield func(Found) bool) {
		for _, path := range paths {
			if info, err := os.Stat(path); path == "-" || err != nil || !info.IsDir() {
				if !yield(Found{Path: path, Name: filepath.Base(path)}) {
					return
				}
			} else if !opt.walk(path, yield) {
				return
			}
		}
	}
}

// Sources returns the inputs that were found. What is found twice is read once, under the first of its paths. What goes
// wrong is told by the Read of a Source, so that one bad path does not stop the others. With Options.Source each document
// has the text of its source: that path is a file for one input, or a folder with a file of the same Found.Name for every
// input.
func Sources(found iter.Seq[Found], opt Options) lint.Corpus {
	return func(yield func(lint.Source) bool) {
		seen := make(map[string]bool)
		once := func(path string, sources lint.Corpus) bool {
			key, err := filepath.Abs(path)
			if err != nil {
				key = path
			}
			if seen[key] {
				return true
			}
			seen[key] = true
			for s := range sources {
				if !yield(s) {
					return false
				}
			}
			return true
		}
		for f := range found {
			if !once(opt.sources(f)) {
				return
			}
		}
	}
}

// sources returns what is in one input, and the path that the input has in results.
func (o Options) sources(f Found) (path string, sources lint.Corpus) {
	switch {
	case f.Err != nil:
		return f.Path, failed(inResults(f.Path), f.Err)
	case f.Path == "-":
		name := filepath.ToSlash(cmp.Or(o.StdinName, f.Path))
		o = o.of(name)
		return name, o.translated(o.stdin(name), filepath.Base(name))
	}
	o = o.of(f.Path)
	return inResults(f.Path), o.translated(o.file(f.Path), f.Name)
}

// inResults returns a path as results have it: clean, and with slashes on every system.
func inResults(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// of returns the options of one file.
func (o Options) of(path string) Options {
	if o.For == nil {
		return o
	}
	return o.For(path, o)
}

// walk yields the files below a folder and reports whether to go on.
func (o Options) walk(root string, yield func(Found) bool) bool {
	dir, clean := root, filepath.Clean(root)
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		dir += string(filepath.Separator) // the walk starts behind the link
	}
	skips := func(string, bool) bool { return false }
	if o.Skip != nil {
		skips = o.Skip(root)
	}
	more := true
	give := func(f Found) error {
		if more = yield(f); !more {
			return fs.SkipAll
		}
		return nil
	}
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		path = filepath.Clean(path)
		switch {
		case err != nil:
			return give(Found{Path: path, Err: err})
		case path != clean && (isSkipped(entry) || skips(path, entry.IsDir())):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		if !o.walks(path) || linksToFolder(path, entry) {
			return nil
		}
		return give(Found{Path: path, Name: below(clean, path)})
	})
	return more
}

// walks reports whether a walk reads a file of that name: its extension is known, and JSON lines, which hold data of any
// kind, have been asked for by the name of a field.
func (o Options) walks(path string) bool {
	f, known := formatOf(path)
	return known && (f.name != jsonLines.name || len(o.TextFields) > 0)
}

// below returns the path relative to the folder above it.
func below(folder, path string) string {
	if rel, err := filepath.Rel(folder, path); err == nil {
		return rel
	}
	return path
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
			err = readError(filepath.ToSlash(path), err)
		}
		return in, size, err
	}
	return o.format(path).documents(o, input{inResults(path), open})
}

// Bytes returns what is in the bytes of a file that need not be there: of a text that is open in an editor.
func Bytes(path, data string, opt Options) lint.Corpus {
	open := func() (io.ReadCloser, int64, error) {
		return io.NopCloser(strings.NewReader(data)), int64(len(data)), nil
	}
	opt = opt.of(path)
	return opt.format(path).documents(opt, input{path, open})
}

// stdin returns what is in standard input, which has the given path in results.
func (o Options) stdin(name string) lint.Corpus {
	in := o.Stdin
	if in == nil {
		in = os.Stdin
	}
	f := o.format(name)
	if _, known := formatOf(name); !known && o.Format == "" {
		f, in = sniffed(in)
	}
	return f.documents(o, input{name, func() (io.ReadCloser, int64, error) { return io.NopCloser(in), 0, nil }})
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
