package main

import (
	"cmp"
	"errors"
	"path/filepath"

	"github.com/spf13/pflag"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/ignore"
	"mtlint/lint/read"
	"mtlint/rules"
)

// settingsFlags is the part of the command line that says where settings come from, and which files are passed over.
type settingsFlags struct {
	configFile   string
	noIgnore     bool
	forceExclude bool

	loader  *config.Loader // of the run
	found   []string       // the paths that are linted
	skipped int            // files and folders that were passed over
}

func (f *settingsFlags) bind(flags *pflag.FlagSet) {
	flags.StringVar(&f.configFile, "config", "", "`FILE` with the configuration of all files (default: the nearest "+config.Name+" above each)")
	flags.BoolVar(&f.noIgnore, "no-ignore", false, "lint what .gitignore, .mtlintignore and exclude pass over, too")
	flags.BoolVar(&f.forceExclude, "force-exclude", false, "pass over what is excluded or ignored even where it is named, as hooks need it")
}

// known is what configurations may name.
func known() config.Known {
	return config.Known{Rules: rules.All(), Profiles: rules.Profiles(), Profile: rules.Profile}
}

// layer returns what the command line settles.
func (f *corpusFlags) layer() config.Layer {
	return config.Layer{
		Lang: config.Text{Value: f.lang}, SourceLang: config.Text{Value: f.sourceLang}, Profile: config.Text{Value: f.profile.value},
		Select: texts(f.choose), Ignore: texts(f.ignore), Names: texts(f.names),
	}
}

func texts(values []string) config.Texts {
	var out config.Texts
	for _, v := range values {
		out = append(out, config.Text{Value: v})
	}
	return out
}

// load makes the loader of a run; cfg is nil where findings are not wanted.
func (f *corpusFlags) load(cfg *lint.Config) {
	opt := config.Options{Known: known(), File: f.configFile, Flags: f.layer()}
	if cfg != nil {
		opt.Run = *cfg
	}
	f.loader = config.NewLoader(opt)
}

// find returns what the paths name, with all configurations read that they have: a fault of one ends the run before
// anything is linted.
func (f *corpusFlags) find(paths []string, opt read.Options) ([]read.Found, error) {
	w := &walk{loader: f.loader}
	if !f.noIgnore {
		opt.Skip = w.skip
	}
	var found []read.Found
	f.found = nil
	for file := range read.Find(paths, opt) {
		if f.forceExclude && file.Path != "-" && w.excludes(file.Path) {
			continue
		}
		found = append(found, file)
		f.found = append(f.found, f.nameOf(file.Path))
		_, _ = f.loader.For(f.nameOf(file.Path)) // Failures has the faults of all, each once
	}
	f.skipped = w.skipped
	if err := errors.Join(errors.Join(w.faults...), f.loader.Failures()); err != nil {
		return nil, err
	}
	return found, f.checkHouseIDs()
}

// nameOf returns the path that an input has in the output.
func (f *corpusFlags) nameOf(path string) string {
	if path == "-" {
		return cmp.Or(f.stdinName, path)
	}
	return path
}

// baselineOf returns the path of the baseline that the configuration of a file names; empty for none.
func (f *corpusFlags) baselineOf(path string) string {
	s, err := f.loader.For(path)
	if err != nil || path == "" {
		return ""
	}
	return s.Baseline
}

// settings returns the options of one file, whose configuration find has read.
func (f *corpusFlags) settings(path string, all read.Options) read.Options {
	s, err := f.loader.For(path)
	if err != nil {
		return all
	}
	all.Lang, all.SourceLang, all.Glossary, all.Config = s.Lang, s.SourceLang, s.Glossary, s.Config
	return all
}

// walk is what walks pass over: what ignore files and configurations mean.
type walk struct {
	loader  *config.Loader
	skipped int // files and folders
	faults  []error
}

// skip returns what tells what the walk through a folder passes over.
func (w *walk) skip(root string) func(path string, isFolder bool) bool {
	tree := ignore.NewTree(root, w.fail)
	return func(path string, isFolder bool) bool {
		if !tree.Ignores(path, isFolder) && !w.loader.Excludes(path, isFolder) {
			return false
		}
		w.skipped++
		return true
	}
}

func (w *walk) fail(err error) { w.faults = append(w.faults, err) }

// excludes reports whether a walk from the top would not get to a file.
func (w *walk) excludes(path string) bool {
	skips := w.skip(filepath.Dir(path))
	for isFolder := false; ; isFolder = true {
		if skips(path, isFolder) {
			return true
		}
		abs, err := filepath.Abs(path)
		if err != nil || abs == filepath.Dir(abs) {
			return false
		}
		path = filepath.Dir(abs)
	}
}

// checkHouseIDs checks the rules of the house that the command line names: they are known when the configurations are.
func (f *corpusFlags) checkHouseIDs() error {
	for flag, ids := range map[string][]string{"--select": f.choose, "--ignore": f.ignore} {
		for _, id := range ids {
			if !config.IsHouse(id) {
				continue
			}
			if err := knownID(id, f.loader.HouseRules(), flag); err != nil {
				return err
			}
		}
	}
	return nil
}
