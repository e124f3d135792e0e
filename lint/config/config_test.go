package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/tools/txtar"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/yamlfile"
)

// folder makes the files of an archive and works in their folder.
func folder(t *testing.T, archive string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if err := os.MkdirAll(filepath.Dir(f.Name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f.Name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func loader(flags config.Layer) *config.Loader {
	return config.NewLoader(config.Options{Known: *known(), Flags: flags, Run: lint.Config{MinSeverity: lint.Info}})
}

func settings(t *testing.T, l *config.Loader, path string) *config.Settings {
	t.Helper()
	s, err := l.For(path)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return s
}

const house = `
-- .mtlint.yaml --
lang: en-GB
source-lang: ar
profile: web
ignore: [quotes, wording/calque]
severity:
  names: error
  names/variant: "off"
names: names.yaml
baseline: base.json
exclude: [archive/]
terms:
  - {forbidden: boss, preferred: manager}
rules:
  - {name: one, pattern: a b, message: m}
overrides:
  - files: sport/
    select: [quotes/foreign, spacing, house/one]
    source-lang: ru
    names: sport/names.yaml
    severity: {names: info}
  - files: ["*.live.txt"]
    lang: fr
-- names.yaml --
names: [{name: Kyiv, variants: [Kiev]}]
-- sport/names.yaml --
names: [{name: Makkah, variants: [Mecca]}]
-- deep/.mtlint.yaml --
baseline: ../other.json
-- empty/.mtlint.yaml --
`

func TestSettings(t *testing.T) {
	folder(t, house)
	l := loader(config.Layer{})
	top := settings(t, l, "news/a.txt")
	if top.File != ".mtlint.yaml" || top.Lang != language.BritishEnglish || top.SourceLang != language.Arabic || top.Baseline != "base.json" {
		t.Errorf("settings of the file: %+v", top)
	}
	if top != settings(t, l, "other/b.txt") {
		t.Error("two files that have the same settings have two of them")
	}
	c := top.Config
	want := map[string]lint.Bounds{
		"names/alias":     {Least: lint.Error, Most: lint.Error},
		"names/variant":   {Off: true},
		"repetition/line": {Most: lint.Info}, // of the profile
	}
	for name, b := range want {
		if c.Bounds[name] != b {
			t.Errorf("bounds of %s: %+v, want %+v", name, c.Bounds[name], b)
		}
	}
	if !slices.Equal(c.Ignore, []string{"quotes", "wording/calque"}) || c.MinSeverity != lint.Info || len(c.House) != 2 {
		t.Errorf("configuration: %+v", c)
	}
	sport := settings(t, l, "sport/x/a.live.txt")
	if sport.Lang != language.French || sport.SourceLang != language.Russian || len(sport.Names) != 2 || len(sport.Glossary.Names) != 2 {
		t.Errorf("settings of two overrides: %+v", sport)
	}
	if c := sport.Config; !slices.Equal(c.Ignore, []string{"wording/calque"}) || c.Bounds["names/variant"] != (lint.Bounds{Least: lint.Info, Most: lint.Info}) {
		t.Errorf("configuration of two overrides: %+v", c)
	}
	deep := settings(t, l, "deep/er/a.txt")
	if deep.File != "deep/.mtlint.yaml" || deep.Baseline != "other.json" || deep.Lang != language.Und || len(deep.Config.House) != 0 {
		t.Errorf("settings of the nearest file: %+v", deep)
	}
	if s := settings(t, l, "empty/a.txt"); s.File != "empty/.mtlint.yaml" || s.Glossary != nil {
		t.Errorf("settings of an empty file: %+v", s)
	}
	if !l.Excludes("archive", true) || l.Excludes("archive", false) || l.Excludes("deep/archive", true) || l.Excludes("archive/a.txt", false) {
		t.Error("exclude holds for the folder archive itself, below its own configuration alone")
	}
}

// The command line goes over all; the same from any folder.
func TestFlags(t *testing.T) {
	folder(t, house)
	flags := config.Layer{Lang: config.Text{Value: "de"}, Select: config.Texts{{Value: "wording/calque"}}, Names: config.Texts{{Value: "names.yaml"}}}
	t.Chdir("sport")
	s := settings(t, loader(flags), "a.txt")
	if s.Lang != language.German || !slices.Equal(s.Config.Select, []string{"wording/calque"}) || len(s.Config.Ignore) != 0 {
		t.Errorf("settings under flags: %+v", s)
	}
	if names := []string{s.Names[1], s.Names[2]}; !strings.HasSuffix(names[0], "sport/names.yaml") || names[1] != "names.yaml" {
		t.Errorf("names files %v: want those of the configuration from its folder, then that of the flags", s.Names)
	}
}

// A faulty configuration is told once, whoever asks; one below a good one does not hide that.
func TestFailures(t *testing.T) {
	folder(t, "-- .mtlint.yaml --\nlang: en\n-- bad/.mtlint.yaml --\nlnag: en\nlang: 5\n-- names/.mtlint.yaml --\nnames: [a.yaml, b.yaml]\n")
	l := loader(config.Layer{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, path := range []string{"a.txt", "bad/a.txt", "bad/b/c.txt", "names/a.txt"} {
				_, err := l.For(path)
				if (err == nil) != (path == "a.txt") {
					t.Errorf("%s: %v", path, err)
				}
			}
		})
	}
	wg.Wait()
	err := l.Failures()
	var fault *yamlfile.Error
	if !errors.As(err, &fault) || fault.Path != "bad/.mtlint.yaml" || fault.Line != 1 {
		t.Errorf("failures: %v", err)
	}
	if n := strings.Count(err.Error(), "bad/.mtlint.yaml"); n != 2 || strings.Count(err.Error(), "read names/") != 2 {
		t.Errorf("failures: %v\nwant two faults and two names files, each once", err)
	}
}

// --config names the file of all, wherever they are.
func TestNamedFile(t *testing.T) {
	folder(t, house+"-- ci/mtlint.yaml --\nnames: ../names.yaml\noverrides: [{files: sport/, lang: ga}]\n")
	l := config.NewLoader(config.Options{Known: *known(), File: "ci/mtlint.yaml"})
	if s := settings(t, l, "sport/a.txt"); s.Lang.String() != "ga" || !slices.Equal(s.Names, []string{"names.yaml"}) {
		t.Errorf("settings: %+v", s)
	}
	if s := settings(t, l, "deep/a.txt"); s.File != "ci/mtlint.yaml" {
		t.Errorf("settings come from %s", s.File)
	}
}

// What show writes is a configuration that settles the same.
func TestWrite(t *testing.T) {
	folder(t, house)
	for _, path := range []string{"a.txt", "sport/a.txt", "deep/a.txt"} {
		s := settings(t, loader(config.Layer{}), path)
		expectSame(t, s, *known())
	}
}

func expectSame(t *testing.T, s *config.Settings, k config.Known) {
	t.Helper()
	var b strings.Builder
	s.Write(&b, "a.txt", "news")
	f, err := k.Parse(".mtlint.yaml", b.String())
	if err != nil {
		t.Fatalf("%v\nin\n%s", err, b.String())
	}
	values := func(l *config.Layer) []any {
		out := []any{l.Lang.Value, l.SourceLang.Value, l.Select.Values(), l.Ignore.Values(), l.Names.Values()}
		for _, r := range l.Rules {
			out = append(out, r.Name.Value, r.Pattern.Values(), r.Message.Value, r.Severity.Value)
		}
		for _, term := range l.Terms {
			out = append(out, term.Forbidden.Values(), term.Preferred.Values(), term.Inflect.Value, term.Severity.Value)
		}
		return out
	}
	if diff := cmp.Diff(values(&s.Layer), values(&f.Layer)); diff != "" {
		t.Errorf("(-settled +written)\n%s\n%s", diff, b.String())
	}
}

// Whatever the text, there is a file or there are faults, and what a file settles can be shown.
func FuzzParse(f *testing.F) {
	for _, file := range txtar.Parse([]byte(house)).Files {
		f.Add(string(file.Data))
	}
	f.Add("terms: &t [{forbidden: *t}]")
	f.Add("severity: {<<: {names: error}}")
	f.Add("select: quotes\noverrides:\n- files: [x, '!y']\n  ignore: |\n    quotes\n")
	f.Add("rules:\n- name: x\n  pattern: '[a b|c] <Name> =D, e'\n  message: 'a: #b'\n  replacement: ['', y]\n")
	k := *known()
	f.Fuzz(func(t *testing.T, text string) {
		file, err := k.Parse("f.yaml", text)
		if err != nil {
			return
		}
		if _, err := file.TryExamples(); err != nil {
			return
		}
		dir := t.TempDir()
		path := filepath.Join(dir, config.Name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := config.NewLoader(config.Options{Known: k}).For(filepath.Join(dir, "a.txt"))
		if err == nil {
			expectSame(t, s, k)
		}
	})
}

// The category of the rules of the house is one where there is a rule in it.
func TestHouseCategory(t *testing.T) {
	const rule = "\nrules: [{name: x, message: m, pattern: said so}]\n"
	for text, ok := range map[string]bool{"ignore: [house]": false, "ignore: [house]" + rule: true, "ignore: [house/x]" + rule: true, "ignore: [house/y]" + rule: false} {
		k := config.Known{}
		if _, err := k.Parse("house.yaml", text); ok != (err == nil) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A pattern that fits one place in very many ways is refused: it would take too long.
func TestPatternBounds(t *testing.T) {
	k := config.Known{}
	for pattern, ok := range map[string]bool{
		strings.Repeat("<Name> ", 3) + "said":  true,
		strings.Repeat("<Name> ", 4) + "said":  false,
		strings.Repeat("[very] ", 8) + "large": true,
		strings.Repeat("[very] ", 9) + "large": false,
	} {
		_, err := k.Parse("house.yaml", "rules: [{name: long, message: m, pattern: '"+pattern+"'}]\n")
		if ok != (err == nil) || !ok && !strings.Contains(err.Error(), "would take too long") {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}
