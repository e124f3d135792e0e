package leftover

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
	"mtlint/lint/linttest"
	"mtlint/lint/read"
)

// The example of a row is found and its counterexample is not.
func TestTables(t *testing.T) {
	for _, f := range []struct {
		rule  *lint.Rule
		table table
	}{{Widget, widgets()}, {TranslatorNote, translatorNotes()}} {
		for _, r := range f.table.rows {
			if !finds(r, r.example) {
				t.Errorf("%s: %q is not found in its example %q", f.rule.Name, r.phrase, r.example)
			}
			linttest.ExpectSome(t, f.rule, r.example)
			linttest.ExpectNone(t, f.rule, r.counterexample)
		}
	}
}

// finds reports whether the row on its own is found in a text.
func finds(r row, text string) bool {
	d := read.Text(&lint.File{Content: strings.ReplaceAll(text, " ¶ ", "\n\n") + "\n"}, language.English)
	found := false
	table{[]row{r}, lexicon.NewPhrases([]string{r.phrase})}.find(d, func(lint.Severity, place, int, lint.Range) { found = true })
	return found
}
