package ignore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// fileNames are the names of ignore files; the later ones go over the earlier.
var fileNames = []string{".gitignore", ".mtlintignore"}

// Tree is the ignore files that hold below a folder: those in it, and those above it up to the root of the repository,
// or without one up to the current folder. It is not safe for concurrent use.
type Tree struct {
	here    string // the current folder
	top     string // the absolute folder of the uppermost ignore files
	folders map[string][]gitignore.Pattern
	fail    func(error)
}

// NewTree returns the tree of a folder; fail is told of ignore files that cannot be read.
func NewTree(root string, fail func(error)) *Tree {
	here, err := os.Getwd()
	if err != nil {
		fail(fmt.Errorf("find the current folder: %w", err))
	}
	t := &Tree{here: here, folders: make(map[string][]gitignore.Pattern), fail: fail}
	t.top = t.topOf(t.abs(root))
	return t
}

// abs returns the absolute path of a path.
func (t *Tree) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(t.here, path)
}

// topOf returns the root of the repository that a folder is in, or the current folder where that holds it, or itself.
func (t *Tree) topOf(folder string) string {
	for dir := folder; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	if rel, err := filepath.Rel(t.here, folder); err == nil && filepath.IsLocal(rel) {
		return t.here
	}
	return folder
}

// Ignores reports whether an ignore file means the file or the folder itself. That a folder above it is meant does not
// count: a walk does not get there unless somebody named a folder below.
func (t *Tree) Ignores(path string, isFolder bool) bool {
	abs := t.abs(path)
	parts := t.parts(abs)
	return parts != nil && match(t.patterns(filepath.Dir(abs)), parts, isFolder)
}

// parts returns the parts of an absolute path from the top on; none for the top and what is not below it.
func (t *Tree) parts(abs string) []string {
	rel, err := filepath.Rel(t.top, abs)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return nil
	}
	return strings.Split(filepath.ToSlash(rel), "/")
}

// patterns returns the patterns that hold in an absolute folder: those of the folders above and its own behind them. Those
// above do not hold in a folder that they mean.
func (t *Tree) patterns(folder string) []gitignore.Pattern {
	if known, ok := t.folders[folder]; ok {
		return known
	}
	var all []gitignore.Pattern
	if rel, err := filepath.Rel(t.top, folder); err == nil && filepath.IsLocal(rel) && rel != "." {
		if above := t.patterns(filepath.Dir(folder)); !match(above, t.parts(folder), true) {
			all = above[:len(above):len(above)]
		}
	}
	for _, name := range fileNames {
		all = append(all, t.read(filepath.Join(folder, name), t.parts(folder))...)
	}
	t.folders[folder] = all
	return all
}

// read returns the patterns of an ignore file in a folder of the given parts; none where there is no such file.
func (t *Tree) read(path string, parts []string) []gitignore.Pattern {
	text, err := os.ReadFile(path)
	if err != nil {
		var pathErr *fs.PathError
		if !errors.Is(err, fs.ErrNotExist) && errors.As(err, &pathErr) {
			t.fail(fmt.Errorf("read %s: %w: mend it, or give --no-ignore", path, pathErr.Err))
		}
		return nil
	}
	var patterns []gitignore.Pattern
	for line := range strings.Lines(strings.TrimPrefix(string(text), "\uFEFF")) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, gitignore.ParsePattern(line, parts))
		}
	}
	return patterns
}
