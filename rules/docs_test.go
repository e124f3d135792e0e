package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/rules"
)

const docs = "../docs/rules"

// The pages in docs/rules say what the doc comments say. -update writes them.
func TestDocs(t *testing.T) {
	pages := map[string]string{"README.md": index(t)}
	for _, r := range rules.All() {
		pages[r.Name+".md"] = page(t, r)
	}
	for name, want := range pages {
		path := filepath.Join(docs, name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s is not what the doc comment says; run go test ./rules -update", path)
		}
	}
	removeOrphans(t, pages)
}

// removeOrphans reports the pages of rules that are gone, and removes them with -update.
func removeOrphans(t *testing.T, pages map[string]string) {
	files, _ := filepath.Glob(docs + "/*/*.md")
	for _, path := range files {
		name, _ := filepath.Rel(docs, path)
		if _, ok := pages[filepath.ToSlash(name)]; ok {
			continue
		}
		if !*update {
			t.Errorf("%s is the page of no rule; run go test ./rules -update", path)
		} else if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// index lists all rules in one table.
func index(t *testing.T) string {
	var b strings.Builder
	b.WriteString("# Rules\n\nMade from the doc comments of the rules by `go test ./rules -update`.\n\n| rule | level | reports |\n|---|---|---|\n")
	for _, r := range rules.All() {
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s |\n", r.Name, r.Name, r.Severity, reported(documentation(t, r)))
	}
	return b.String()
}

// reported returns what a rule reports, for a cell of a table.
func reported(d rules.Doc) string {
	return strings.ReplaceAll(strings.TrimPrefix(d.Reports(), "Reports "), "|", `\|`)
}

// page is the page of one rule.
func page(t *testing.T, r *lint.Rule) string {
	d := documentation(t, r)
	return fmt.Sprintf("# %s\n\n%s\n\nLevel: %s ([how levels are measured](../../levels.md)). MQM category: %s.\n%s",
		r.Name, d.Reports(), r.Severity, r.MQM, d.Details(func(line string) []lint.Finding {
			_, found := linttest.Find(t, r, d.Glossary(), linttest.Article(line), beside(r)...)
			return found
		}))
}

func documentation(t *testing.T, r *lint.Rule) rules.Doc {
	d, err := rules.DocOf(r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
