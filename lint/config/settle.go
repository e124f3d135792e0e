package config

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/glossary"
	"mtlint/lint/terms"
)

// settle returns the settings of the file at an absolute path under a configuration, nil for none. They are made once for
// all files that the same overrides fit.
func (l *Loader) settle(f *File, abs string) (*Settings, error) {
	key, layers := "", []*Layer(nil)
	if f != nil {
		layers = append(layers, &f.Layer)
		key = f.path
		rel, inside := f.relative(abs)
		for i := range f.Overrides {
			if o := &f.Overrides[i]; inside && o.globs.Match(rel, false) {
				layers = append(layers, &o.Layer)
				key += "\x00" + string(rune(i))
			}
		}
	}
	if s, ok := l.settled[key]; ok {
		return s.settings, s.err
	}
	s := new(found)
	s.settings, s.err = l.merge(f, append(layers, &l.opt.Flags))
	if s.err != nil {
		l.failures = append(l.failures, s.err)
	}
	l.settled[key] = s
	return s.settings, s.err
}

// merge lays the layers one over the other, the last on top: the command line.
func (l *Loader) merge(f *File, layers []*Layer) (*Settings, error) {
	s := &Settings{Config: &lint.Config{MinSeverity: l.opt.Run.MinSeverity, Across: l.opt.Run.Across}}
	var names []*glossary.File
	var words []terms.Term
	for i, layer := range layers {
		if layer.Lang.Value != "" {
			s.Lang, _ = ParseLanguage(layer.Lang.Value)
		}
		if layer.SourceLang.Value != "" {
			s.SourceLang, _ = ParseLanguage(layer.SourceLang.Value)
		}
		if layer.Profile.Value != "" {
			s.Profile = layer.Profile.Value
		}
		choose(s.Config, layer)
		dir := ""
		if i < len(layers)-1 {
			dir = f.dir
		}
		files, err := l.readNames(dir, layer.Names.Values())
		if err != nil {
			return nil, err
		}
		names = append(names, files...)
		for _, file := range files {
			s.Names = append(s.Names, file.Path)
		}
		s.Config.House = append(s.Config.House, layer.house...)
		words = append(words, layer.terms...)
	}
	if len(words) > 0 {
		s.Config.House = append(s.Config.House, terms.NewRule(words))
	}
	if f != nil {
		s.File = f.path
		if f.Baseline.Value != "" {
			s.Baseline = from(f.dir, f.Baseline.Value)
		}
	}
	if len(names) > 0 {
		s.Glossary = glossary.Layer(names...)
	}
	if err := l.bound(s, layers); err != nil {
		return nil, err
	}
	if f != nil && len(s.Config.Rules(l.opt.Rules)) == 0 {
		return nil, fmt.Errorf("%s: select, ignore and severity leave no rule for some files: take one of them back", f.path)
	}
	return s, nil
}

// choose lays the rules that a layer selects and ignores over those of the layers below: a select takes the place of theirs,
// what they ignore stays ignored unless it names just that or a part of it.
func choose(c *lint.Config, layer *Layer) {
	if len(layer.Select) > 0 {
		c.Select = layer.Select.Values()
		c.Ignore = slices.DeleteFunc(c.Ignore, func(ignored string) bool {
			return slices.ContainsFunc(c.Select, func(s string) bool { return s == ignored || strings.HasPrefix(s, ignored+"/") })
		})
	}
	c.Ignore = append(c.Ignore, layer.Ignore.Values()...)
}

// bound sets the bounds of all rules: those of the profile, and over them the severities of the layers.
func (l *Loader) bound(s *Settings, layers []*Layer) error {
	bounds := make(map[string]lint.Bounds)
	if s.Profile != "" {
		profile, err := l.opt.Profile(s.Profile)
		if err != nil {
			return err
		}
		maps.Copy(bounds, profile)
	}
	for _, layer := range layers {
		for _, level := range layer.Severity {
			b := boundsOf(level.Level.Value)
			for _, r := range slices.Concat(l.opt.Rules, s.Config.House) {
				if level.Rule.Value == r.Category() || level.Rule.Value == r.Name {
					bounds[r.Name] = b
				}
			}
		}
	}
	s.Config.Bounds = bounds
	return nil
}

// boundsOf returns the bounds of the rules of a level.
func boundsOf(level string) lint.Bounds {
	s, err := lint.ParseSeverity(level)
	if err != nil {
		return lint.Bounds{Off: true}
	}
	return lint.Bounds{Least: s, Most: s}
}

// readNames reads the names files of a layer, each once; dir is the folder that they are found from.
func (l *Loader) readNames(dir string, names []string) (files []*glossary.File, failed error) {
	for _, name := range names {
		path := from(dir, name)
		f, ok := l.names[path]
		if !ok {
			var err error
			if f, err = glossary.Read(path); err != nil {
				failed = errors.Join(failed, err)
				continue
			}
			l.names[path] = f
		}
		files = append(files, f)
	}
	return files, failed
}

// from returns a path as it is found from a folder.
func from(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}
