package leftover

import (
	"slices"
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
		data  string
	}{{Widget, widgets(), widgetTable}, {TranslatorNote, translatorNotes(), translatorNoteTable}} {
		cells, err := lexicon.ParseTable(f.rule.Name, f.data, "phrase", "place", "severity", "example", "counterexample")
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range f.table.rows {
			example, counterexample := cells[i][3], cells[i][4]
			if !finds(r, example) {
				t.Errorf("%s: %q is not found in its example %q", f.rule.Name, r.phrase, example)
			}
			linttest.ExpectSome(t, f.rule, nil, example)
			linttest.ExpectNone(t, f.rule, nil, counterexample)
		}
	}
}

// finds reports whether the row on its own is found in a text.
func finds(r row, text string) bool {
	d := read.Text(&lint.File{Content: strings.ReplaceAll(text, " ¶ ", "\n\n") + "\n"}, language.English)
	isThere := func(h hit) bool { return h.at != nowhere || slices.Contains(r.places, part) }
	return slices.ContainsFunc(table{[]row{r}, lexicon.NewPhrases([]string{r.phrase})}.find(d), isThere)
}
