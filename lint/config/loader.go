package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/glossary"
)

// Options says where configuration comes from, beside the files that are found.
type Options struct {
	Known
	File  string      // the configuration of all files, in place of those found; empty: they are looked for
	Flags Layer       // the command line, over all files
	Run   lint.Config // MinSeverity and Across of every resolved configuration
}

// Settings is what is settled for one file: a Layer that all that hold for it make, and what follows from it.
type Settings struct {
	Layer
	File       string         // path of the configuration file; empty for none
	Lang       language.Tag   // language.Und where nothing says
	SourceLang language.Tag   // language.Und where nothing says
	Config     *lint.Config   // one for all files that have the same
	Glossary   *lint.Glossary // nil where there are no names files
	Names      []string       // paths of the names files, the last on top
	Baseline   string         // path; empty for none
}

// Loader finds the configuration of files and keeps what it has read. It is safe for concurrent use.
type Loader struct {
	opt  Options
	here string // the current folder

	mu       sync.Mutex
	folders  map[string]*found // by absolute folder
	read     map[string]*found // by the path of the configuration
	settled  map[string]*found // by configuration and the overrides that fit
	names    map[string]*glossary.File
	failures []error
}

// found is what was found out once, or what stood in the way.
type found struct {
	file     *File // nil where there is none
	settings *Settings
	err      error
}

// NewLoader returns a loader that has read nothing yet.
func NewLoader(opt Options) *Loader {
	here, _ := os.Getwd() // without one, only absolute paths lead anywhere
	return &Loader{
		opt: opt, here: here, folders: make(map[string]*found), read: make(map[string]*found),
		settled: make(map[string]*found), names: make(map[string]*glossary.File),
	}
}

// For returns the settings of a file, which need not be there, by its path.
func (l *Loader) For(path string) (*Settings, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	abs := l.abs(path)
	f, err := l.governing(filepath.Dir(abs))
	if err != nil {
		return nil, err
	}
	return l.settle(f, abs)
}

// Excludes reports whether the configuration of its folder means a file or a folder itself with exclude, and not only a
// folder above it.
func (l *Loader) Excludes(name string, isFolder bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	abs := l.abs(name)
	f, err := l.governing(filepath.Dir(abs))
	if err != nil || f == nil {
		return false
	}
	rel, ok := f.relative(abs)
	if !ok || !f.globs.Match(rel, isFolder) {
		return false
	}
	above := path.Dir(rel)
	return above == "." || !f.globs.Match(above, true)
}

// File returns the configuration that the files of a folder have, nil for none.
func (l *Loader) File(folder string) (*File, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.governing(l.abs(folder))
}

// abs returns the absolute path of a path, without asking for the current folder once a file.
func (l *Loader) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(l.here, path)
}

// Failures returns the faults of all configurations and names files that were read so far, each once.
func (l *Loader) Failures() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return errors.Join(l.failures...)
}

// HouseRules returns the rules of the house of all configurations that were read so far, and the rule that finds their
// terms, sorted by name.
func (l *Loader) HouseRules() []*lint.Rule {
	l.mu.Lock()
	defer l.mu.Unlock()
	byName := make(map[string]*lint.Rule)
	var words []Term
	for _, path := range slices.Sorted(maps.Keys(l.read)) {
		f := l.read[path].file
		if f == nil {
			continue
		}
		for _, layer := range f.layers() {
			words = append(words, layer.Terms...)
			for _, r := range layer.house {
				byName[r.Name] = r
			}
		}
	}
	var out []*lint.Rule
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		out = append(out, byName[name])
	}
	if len(words) > 0 {
		out = append(out, termsRule(words))
	}
	return out
}

// governing returns the configuration that the files of an absolute folder have: the nearest upwards. Nil is none.
func (l *Loader) governing(folder string) (*File, error) {
	if l.opt.File != "" {
		return l.load(l.opt.File)
	}
	if f, ok := l.folders[folder]; ok {
		return f.file, f.err
	}
	f := new(found)
	if path := filepath.Join(folder, Name); isThere(path) {
		f.file, f.err = l.load(path)
	} else if near := misnamed(folder); near != "" {
		f.err = fmt.Errorf("%s: a configuration is called %s: rename it", l.shown(near), Name)
		l.failures = append(l.failures, f.err)
	} else if parent := filepath.Dir(folder); parent != folder {
		f.file, f.err = l.governing(parent)
	}
	l.folders[folder] = f
	return f.file, f.err
}

// isThere reports whether there is something at a path, readable or not.
func isThere(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR)
}

// misnamed returns the path of a file in the folder that is meant as a configuration and has the other ending of YAML
// files; empty for none.
func misnamed(folder string) string {
	if path := filepath.Join(folder, strings.TrimSuffix(Name, ".yaml")+".yml"); isThere(path) {
		return path
	}
	return ""
}

// load reads a configuration file, once.
func (l *Loader) load(path string) (*File, error) {
	if f, ok := l.read[path]; ok {
		return f.file, f.err
	}
	f := new(found)
	name, base := l.shown(path), filepath.Dir(path)
	if l.opt.File != "" { // the command line names it
		name, base = path, l.here
	}
	if f.file, f.err = l.opt.Read(name); f.err != nil {
		l.failures = append(l.failures, f.err)
	} else {
		f.file.base = base
	}
	l.read[path] = f
	return f.file, f.err
}

// shown returns an absolute path as people name it: from the current folder, with slashes on every system, unless it is
// outside of that.
func (l *Loader) shown(path string) string {
	if rel, err := filepath.Rel(l.here, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path
}

// relative returns an absolute path from the folder that the patterns of the file start from, parted by slashes; it fails
// outside of that folder.
func (f *File) relative(abs string) (string, bool) {
	rel, err := filepath.Rel(f.base, abs)
	if err != nil || !filepath.IsLocal(rel) || rel == "." {
		return "", false
	}
	return filepath.ToSlash(rel), true
}
