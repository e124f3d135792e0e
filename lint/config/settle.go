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
	"mtlint/lint/yamlfile"
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
				key += fmt.Sprintf("\x00%d", i)
			}
		}
	}
	if s, ok := l.settled[key]; ok {
		return s.settings, s.err
	}
	s := new(found)
	s.settings, s.err = l.settings(f, append(layers, &l.opt.Flags))
	if s.err != nil {
		l.failures = append(l.failures, s.err)
	}
	l.settled[key] = s
	return s.settings, s.err
}

// settings makes the settings of a configuration, nil for none, and its layers, the last on top.
func (l *Loader) settings(f *File, layers []*Layer) (*Settings, error) {
	s := new(Settings)
	for _, layer := range layers {
		s.lay(layer)
	}
	s.Lang, _ = ParseLanguage(s.Layer.Lang.Value)
	s.SourceLang, _ = ParseLanguage(s.Layer.SourceLang.Value)
	if f != nil {
		s.File, s.Baseline = f.path, pathOf(f.Baseline)
	}
	var err error
	for _, name := range s.Layer.Names {
		s.Names = append(s.Names, pathOf(name))
	}
	if s.Glossary, err = l.glossary(s.Layer.Names); err != nil {
		return nil, err
	}
	if s.Config, err = l.config(s); err != nil {
		return nil, err
	}
	if chosen := len(l.opt.Flags.Select)+len(l.opt.Flags.Ignore) > 0; f != nil && !chosen && len(s.Config.Rules(l.opt.Rules)) == 0 {
		return nil, fmt.Errorf("%s: select, ignore and severity leave no rule for some files: take one of them back", f.path)
	}
	return s, nil
}

// Settle says why no file can be linted under a configuration. One with overrides may leave no rule for files that no
// override fits, and is not judged.
func (k Known) Settle(f *File) error {
	if len(f.Overrides) > 0 {
		return nil
	}
	_, err := NewLoader(Options{Known: k}).settings(f, []*Layer{&f.Layer})
	return err
}

// lay lays a layer on top of what is settled so far.
func (s *Layer) lay(top *Layer) {
	over := func(t *Text, top Text) {
		if top.Value != "" {
			*t = top
		}
	}
	over(&s.Lang, top.Lang)
	over(&s.SourceLang, top.SourceLang)
	over(&s.Profile, top.Profile)
	if len(top.Select) > 0 {
		s.Select = top.Select
		s.Ignore = slices.DeleteFunc(slices.Clone(s.Ignore), func(ignored Text) bool { return top.Select.name(ignored.Value) })
	}
	s.Ignore = slices.Concat(s.Ignore, top.Ignore)
	levels := slices.Clone(top.Severity) // of one mapping, whose keys have no order, a rule goes over its category
	slices.SortStableFunc(levels, func(a, b Level) int {
		return strings.Count(a.Rule.Value, "/") - strings.Count(b.Rule.Value, "/")
	})
	s.Severity = slices.Concat(s.Severity, levels)
	s.Names = slices.Concat(s.Names, top.Names)
	s.Terms = slices.Concat(s.Terms, top.Terms)
	s.Rules, s.house = slices.Concat(s.Rules, top.Rules), slices.Concat(s.house, top.house)
}

// name reports whether a rule or a category, or a rule of the category, is named.
func (ts Texts) name(id string) bool {
	return slices.ContainsFunc(ts, func(t Text) bool { return t.Value == id || strings.HasPrefix(t.Value, id+"/") })
}

// glossary reads names files, each once, and layers them; nil for none.
func (l *Loader) glossary(names Texts) (*lint.Glossary, error) {
	var files []*glossary.File
	var failed error
	for _, name := range names {
		path := pathOf(name)
		f, ok := l.names[path]
		if !ok {
			var err error
			if f, err = readNames(name); err != nil {
				failed = errors.Join(failed, err)
				continue
			}
			l.names[path] = f
		}
		files = append(files, f)
	}
	if len(files) == 0 || failed != nil {
		return nil, failed
	}
	return glossary.Layer(files...), nil
}

// readNames reads a names file. An error that has no place in that file has the one where a configuration names it.
func readNames(name Text) (*glossary.File, error) {
	f, err := glossary.Read(pathOf(name))
	var fault *yamlfile.Error
	if err == nil || name.File == "" || errors.As(err, &fault) {
		return f, err
	}
	return nil, fmt.Errorf("%s:%d:%d: %w", name.File, name.At.Line, name.At.Column, err)
}

// pathOf returns the path of a file that a configuration names, from the folder of that, or that the command line names.
// Empty is none.
func pathOf(name Text) string {
	if name.Value == "" || name.File == "" || filepath.IsAbs(name.Value) {
		return name.Value
	}
	return filepath.ToSlash(filepath.Join(filepath.Dir(name.File), name.Value))
}

// config makes what the settings want of the rules.
func (l *Loader) config(s *Settings) (*lint.Config, error) {
	c := &lint.Config{
		Select: s.Select.Values(), Ignore: s.Ignore.Values(), MinSeverity: l.opt.Run.MinSeverity, Across: l.opt.Run.Across,
		Bounds: make(map[string]lint.Bounds), House: s.house,
	}
	if len(s.Terms) > 0 {
		c.House = append(slices.Clone(s.house), termsRule(s.Terms))
	}
	if s.Profile.Value != "" {
		profile, err := l.opt.Profile(s.Profile.Value)
		if err != nil {
			return nil, err
		}
		maps.Copy(c.Bounds, profile)
	}
	for _, level := range s.Severity {
		for _, r := range slices.Concat(l.opt.Rules, c.House) {
			if level.Rule.Value == r.Category() || level.Rule.Value == r.Name {
				c.Bounds[r.Name] = boundsOf(level.Level.Value)
			}
		}
	}
	return c, nil
}

// boundsOf returns the bounds of the rules of a level.
func boundsOf(level string) lint.Bounds {
	s, err := lint.ParseSeverity(level)
	if err != nil {
		return lint.Bounds{Off: true}
	}
	return lint.Bounds{Least: s, Most: s}
}
