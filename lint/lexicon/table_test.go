package lexicon_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

func TestParseTable(t *testing.T) {
	rows, err := lexicon.ParseTable("t.tsv", "# a comment\n\nphrase\tbetter\na b\tc\n# another\n\nd\t\n", "phrase", "better")
	if diff := cmp.Diff([][]string{{"a b", "c"}, {"d", ""}}, rows); diff != "" || err != nil {
		t.Errorf("error %v, rows (-want +got):\n%s", err, diff)
	}
	rows, err = lexicon.ParseTable("t.tsv", "phrase\tbetter\tnote\na\tb\tc\n", "phrase", "better")
	if diff := cmp.Diff([][]string{{"a", "b"}}, rows); diff != "" || err != nil {
		t.Errorf("the first columns: error %v, rows (-want +got):\n%s", err, diff)
	}
	if rows, err := lexicon.ParseTable("t.tsv", "phrase\n", "phrase"); len(rows) != 0 || err != nil {
		t.Errorf("a table of a header alone: %v, %v", rows, err)
	}
	for data, want := range map[string]string{
		"":                                "t.tsv: no header, want [\"phrase\" \"better\"]",
		"# nothing\n":                     "t.tsv: no header, want [\"phrase\" \"better\"]",
		"a\tb\n":                          "t.tsv:1: header [\"a\" \"b\"], want [\"phrase\" \"better\"]",
		"phrase\n":                        "t.tsv:1: header [\"phrase\"], want [\"phrase\" \"better\"]",
		"phrase\tbetter\n# x\na\tb\tc\n":  "t.tsv:3: 3 cells, want 2",
		"phrase\tbetter\na\n":             "t.tsv:2: 1 cells, want 2",
		"phrase\tbetter\nonly one cell\n": "t.tsv:2: 1 cells, want 2",
	} {
		if _, err := lexicon.ParseTable("t.tsv", data, "phrase", "better"); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", data, err, want)
		}
	}
}

func TestCalendar(t *testing.T) {
	for i, name := range lexicon.MonthNames {
		if n, ok := lexicon.Month(lint.Fold(name)); n != i+1 || !ok {
			t.Errorf("%s is month %d, want %d", name, n, i+1)
		}
	}
	for word, want := range map[string]int{"sept": 9, "sep": 9, "jan": 1, "May": 0, "month": 0, "": 0} {
		if n, ok := lexicon.Month(word); n != want || ok != (want > 0) {
			t.Errorf("%q is month %d, want %d", word, n, want)
		}
	}
	for word, want := range map[string]int{"monday": 1, "sunday": 7, "thurs": 4, "today": 0} {
		if n, ok := lexicon.Weekday(word); n != want || ok != (want > 0) {
			t.Errorf("%q is day %d, want %d", word, n, want)
		}
	}
}

func TestFunctions(t *testing.T) {
	d := document("The city of Basra was not theirs")
	of := lexicon.Functions.Of(d)
	for i, want := range []lexicon.Function{lexicon.Article, 0, lexicon.Preposition, 0, lexicon.Auxiliary, lexicon.Adverb, lexicon.Pronoun} {
		if got := of[d.Tokens[i].Form]; got != want {
			t.Errorf("%q is of classes %b, want %b", d.TokenText(i), got, want)
		}
	}
	if got := lexicon.FunctionOf("that"); got&(lexicon.Determiner|lexicon.Conjunction|lexicon.Pronoun) != lexicon.Determiner|lexicon.Conjunction|lexicon.Pronoun {
		t.Errorf("that is of classes %b", got)
	}
	for i, tok := range d.Tokens {
		if tok.Kind == lint.Word && lexicon.FunctionOf(d.Fold(i)) != of[tok.Form] {
			t.Errorf("%q differs as a word and as a form", d.TokenText(i))
		}
	}
}
