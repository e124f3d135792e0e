package rules_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/rules"
)

var update = flag.Bool("update", false, "rewrite the marks of the fixtures to what the rules find")

const fixtures = "../testdata/rules"

func fixture(r *lint.Rule) string { return filepath.Join(fixtures, r.Name+".txtar") }

func TestFixtures(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) { linttest.Run(t, r, fixture(r), *update, beside(r)...) })
	}
}

// beside returns the rules that run beside one in its examples: a rule about directives needs what they suppress.
func beside(r *lint.Rule) []*lint.Rule {
	if r.RunDirectives == nil {
		return nil
	}
	return slices.DeleteFunc(rules.All(), func(other *lint.Rule) bool { return other == r })
}

// Every rule is written as CONTRIBUTING.md says.
func TestHygiene(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$`)
	all := rules.All()
	if !slices.IsSortedFunc(all, func(a, b *lint.Rule) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("rules.All is not sorted by name")
	}
	for _, r := range all {
		if !name.MatchString(r.Name) {
			t.Errorf("%s: want category/artifact in lower case", r.Name)
		}
		if r.Severity == 0 || r.MQM == "" || r.Run == nil && r.RunDirectives == nil {
			t.Errorf("%s: want Severity, MQM and Run", r.Name)
		}
		checkDoc(t, r)
		f, err := linttest.Load(fixture(r))
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
			continue
		}
		if len(f.Bad) < 5 || len(f.Good) < 10 {
			t.Errorf("%s: %d bad and %d good lines, want at least 5 and 10", fixture(r), len(f.Bad), len(f.Good))
		}
	}
}

func checkDoc(t *testing.T, r *lint.Rule) {
	d, err := rules.DocOf(r)
	if err != nil {
		t.Error(err)
		return
	}
	if !strings.Contains(d.Summary, " reports ") || len(d.Text) == 0 || len(d.Bad) == 0 || len(d.Good) == 0 {
		t.Errorf("%s: the doc comment wants a first sentence \"X reports …\", why machines do it, bad: and good: lines", r.Name)
	}
	if !strings.Contains(strings.Join(d.Text, " "), "per 10,000 words") {
		t.Errorf("%s: the doc comment does not say what was measured", r.Name)
	}
	if len(r.Sources) > 0 && !strings.Contains(strings.Join(d.Text, " "), "source is known") {
		t.Errorf("%s: the doc comment does not say how sure it is where the source is known", r.Name)
	}
	for _, line := range d.Bad {
		linttest.ExpectSome(t, r, d.Glossary(), line, beside(r)...)
	}
	for _, line := range d.Good {
		linttest.ExpectNone(t, r, d.Glossary(), line, beside(r)...)
	}
}

// Every rule file and every fixture belongs to a listed rule.
func TestNothingUnlisted(t *testing.T) {
	listed := make(map[string]bool)
	for _, r := range rules.All() {
		listed[r.Name] = true
	}
	_ = filepath.WalkDir(fixtures, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			t.Fatal(err)
		}
		if rel, _ := filepath.Rel(fixtures, path); strings.HasSuffix(rel, ".txtar") && !listed[strings.TrimSuffix(filepath.ToSlash(rel), ".txtar")] {
			t.Errorf("%s is the fixture of no listed rule", path)
		}
		return nil
	})
	files, _ := filepath.Glob("*/*.go")
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.ReplaceAll(strings.TrimSuffix(filepath.ToSlash(path), ".go"), "_", "-")
		if strings.Contains(string(source), "= &lint.Rule{") && !listed[name] {
			t.Errorf("%s: the rule is not listed in rules.go, or is not in the file of its name", path)
		}
	}
}

// No rule raises an alarm on the good lines of any other.
func TestGoodLinesOfOthers(t *testing.T) {
	all := rules.All()
	for _, owner := range all {
		f, err := linttest.Load(fixture(owner))
		if err != nil {
			continue // TestHygiene says so
		}
		for _, r := range all {
			if r.RunDirectives != nil && owner.RunDirectives == nil {
				continue // no directives in there
			}
			for _, c := range f.Good {
				linttest.ExpectNone(t, r, f.Glossary, c.Line, beside(r)...)
			}
		}
	}
}
