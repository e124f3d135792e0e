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
	folders map[string][]pattern
	fail    func(error)
}

// NewTree returns the tree of a folder; fail is told of ignore files that cannot be read.
func NewTree(root string, fail func(error)) *Tree {
	here, err := os.Getwd()
	if err != nil {
		fail(fmt.Errorf("find the current folder: %w", err))
	}
	t := &Tree{here: here, folders: make(map[string][]pattern), fail: fail}
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
	return parts != nil && means(t.patterns(filepath.Dir(abs)), parts, isFolder)
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
func (t *Tree) patterns(folder string) []pattern {
	if known, ok := t.folders[folder]; ok {
		return known
	}
	var all []pattern
	if rel, err := filepath.Rel(t.top, folder); err == nil && filepath.IsLocal(rel) && rel != "." {
		if above := t.patterns(filepath.Dir(folder)); !means(above, t.parts(folder), true) {
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
func (t *Tree) read(path string, parts []string) []pattern {
	text, err := os.ReadFile(path)
	if err != nil {
		var pathErr *fs.PathError
		if !errors.Is(err, fs.ErrNotExist) && errors.As(err, &pathErr) {
			t.fail(fmt.Errorf("read %s: %w: mend it, or give --no-ignore", path, pathErr.Err))
		}
		return nil
	}
	var patterns []pattern
	for line := range strings.Lines(strings.TrimPrefix(string(text), "\uFEFF")) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, newPattern(line, parts))
		}
	}
	return patterns
}

// pattern is a pattern of an ignore file.
type pattern struct {
	gitignore.Pattern
	depth  int  // how many parts the folder of its file has
	isName bool // it has no slash: it means names, wherever they stand
	isDeep bool // it means all that is below a folder
}

func newPattern(line string, folder []string) pattern {
	text := strings.TrimSuffix(strings.TrimRight(line, " "), "/")
	return pattern{parse(line, folder), len(folder), !strings.Contains(text, "/"), strings.HasSuffix(text, "/**")}
}

// means reports whether the last of the patterns that fit a path itself, and not only a folder above it, ignores it.
func means(patterns []pattern, parts []string, isFolder bool) bool {
	for i := len(patterns) - 1; i >= 0; i-- {
		if result := patterns[i].matchItself(parts, isFolder); result != gitignore.NoMatch {
			return result == gitignore.Exclude
		}
	}
	return false
}

// matchItself matches a path as git does: Match takes what is below a folder that the pattern fits, too.
func (p *pattern) matchItself(parts []string, isFolder bool) gitignore.MatchResult {
	last := len(parts) - 1
	switch {
	case p.isName && p.depth == 0:
		return p.Match(parts[last:], isFolder)
	case p.isName && p.depth < last:
		return p.Match(append(parts[:p.depth:p.depth], parts[last]), isFolder)
	case !p.isName && !p.isDeep && last > 0 && p.Match(parts[:last], true) != gitignore.NoMatch:
		return gitignore.NoMatch
	}
	return p.Match(parts, isFolder)
}
