package config

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/ignore"
	"mtlint/lint/suggest"
	"mtlint/lint/terms"
	"mtlint/lint/yamlfile"
)

// Known is what a configuration may name.
type Known struct {
	Rules    []*lint.Rule
	Profiles []string
	Profile  func(name string) (map[string]lint.Bounds, error)
}

// Read reads a configuration file. Its faults are errors of type *yamlfile.Error, joined.
func (k *Known) Read(path string) (*File, error) {
	text, err := yamlfile.Read(path, maxSize)
	if err != nil {
		return nil, err
	}
	return k.Parse(path, text)
}

// maxSize is the size in bytes of the largest configuration file.
const maxSize = 16 << 20

// Parse reads the text of a configuration file.
func (k *Known) Parse(path, text string) (*File, error) {
	r, root := yamlfile.Parse(path, text)
	f := &File{path: path, reader: r}
	if root != nil {
		decode(r, root, f)
	}
	c := &checker{Known: k, Reader: r, formed: r.Faults() == 0, names: make(map[string]bool)}
	c.file(f)
	if err := r.Err(); err != nil {
		return nil, err
	}
	return f, nil
}

// checker finds the faults of a file beyond its form.
type checker struct {
	*Known
	*yamlfile.Reader
	formed bool            // the form is right: what is missing is told only then
	ids    []string        // of rules and categories
	names  map[string]bool // of rules of the house
}

func (c *checker) file(f *File) {
	layers := f.layers()
	c.ids = append(lint.Names(c.Rules), termsCategory, terms.Name)
	for _, l := range layers {
		c.ids = append(c.ids, houseIDs(l.Rules)...)
	}
	for _, l := range layers {
		c.layer(l)
	}
	f.globs = c.patterns(f.Exclude)
	for i := range f.Overrides {
		o := &f.Overrides[i]
		c.want(len(o.Files) > 0, o.At, "the override has no files")
		o.globs = c.patterns(o.Files)
	}
}

// layers returns the settings for all files and those of the overrides.
func (f *File) layers() []*Layer {
	layers := []*Layer{&f.Layer}
	for i := range f.Overrides {
		layers = append(layers, &f.Overrides[i].Layer)
	}
	return layers
}

// want adds a fault where something is missing.
func (c *checker) want(ok bool, at yamlfile.Place, reason string) {
	if !ok && c.formed {
		c.FailAt(at, "", "%s", reason)
	}
}

// fail adds a fault of a text.
func (c *checker) fail(t Text, format string, args ...any) {
	c.FailAt(t.At, t.Value, format, args...)
}

func (c *checker) layer(l *Layer) {
	c.language(l.Lang)
	c.language(l.SourceLang)
	c.oneOf(l.Profile, c.Profiles)
	for _, id := range slices.Concat(l.Select, l.Ignore) {
		c.id(id)
	}
	for _, level := range l.Severity {
		c.id(level.Rule)
		c.oneOf(level.Level, levels)
	}
	for i := range l.Terms {
		c.term(&l.Terms[i])
	}
	for i := range l.Rules {
		c.rule(&l.Rules[i])
		l.house = append(l.house, l.Rules[i].rule())
	}
}

// levels are what a severity may be.
var levels = []string{"error", "warning", "info", "off"}

func (c *checker) language(t Text) {
	if _, err := ParseLanguage(t.Value); err != nil {
		c.fail(t, "%q: %v", t.Value, err)
	}
}

// ParseLanguage returns the language of a tag, language.Und for none.
func ParseLanguage(tag string) (language.Tag, error) {
	if tag == "" {
		return language.Und, nil
	}
	lang, err := language.Parse(tag)
	if err != nil || lang == language.Und {
		return language.Und, errors.New("want the tag of a language, as ar, zh or pt-BR")
	}
	return lang, nil
}

// oneOf wants a text that is given to be one of a few.
func (c *checker) oneOf(t Text, allowed []string) {
	if t.Value != "" && !slices.Contains(allowed, t.Value) {
		c.fail(t, "%q: %s", t.Value, yamlfile.Hint(t.Value, allowed))
	}
}

// id wants the name of a rule or a category.
func (c *checker) id(t Text) {
	if slices.Contains(c.ids, t.Value) {
		return
	}
	hint := "mtlint rules lists them"
	if names := strings.FieldsFunc(t.Value, func(r rune) bool { return r == ',' || r == ' ' }); len(names) > 1 {
		hint = "several stand in a list: [" + strings.Join(names, ", ") + "]"
	} else if near := suggest.Nearest(t.Value, c.ids); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.fail(t, "unknown rule or category %q: %s", t.Value, hint)
}

// patterns reads patterns of ignore files.
func (c *checker) patterns(ts Texts) ignore.Patterns {
	for _, t := range ts {
		if err := ignore.Check(t.Value); err != nil {
			c.fail(t, "bad pattern %q: %v", t.Value, err)
		}
	}
	return ignore.Parse(ts.Values())
}
