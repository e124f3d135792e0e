package consistency

import (
	"testing"

	"mtlint/lint"
)

// Every spelling of a table belongs to one family, and no other word has its hash.
func TestTables(t *testing.T) {
	for name, v := range map[string]*variants{"spelling.tsv": spellings(), "names.tsv": places()} {
		seen := make(map[string]bool)
		for i, f := range v.families {
			if len(f.spellings) < 2 || len(f.endings) == 0 {
				t.Errorf("%s: row %d has fewer than two spellings", name, i+1)
			}
			for s := range f.spellings {
				for e := range f.endings {
					word := f.word(s, e)
					fold := lint.Fold(word)
					if seen[fold] {
						t.Errorf("%s: %q stands twice", name, word)
					}
					seen[fold] = true
					if got := v.at(hashOf(&lint.Form{Fold: fold, Hash: lint.Hash(fold)})); int(got.family) != i+1 {
						t.Errorf("%s: %q is found in family %d, want %d", name, word, got.family, i+1)
					}
				}
			}
		}
	}
	if n := len(spellings().families); n < 150 {
		t.Errorf("spelling.tsv has %d rows", n)
	}
	if n := len(places().families); n < 60 {
		t.Errorf("names.tsv has %d rows", n)
	}
}

func TestInCaseOf(t *testing.T) {
	for _, c := range []struct{ found, spelling, word, want string }{
		{"Kiev's", "Kiev", "Kyiv", "Kyiv's"},
		{"KIEV", "Kiev", "Kyiv", "KYIV"},
		{"Colour", "colour", "color", "Color"},
		{"colour", "colour", "color", "color"},
	} {
		if got := inCaseOf(c.found, c.spelling, c.word); got != c.want {
			t.Errorf("inCaseOf(%q, %q, %q) = %q, want %q", c.found, c.spelling, c.word, got, c.want)
		}
	}
}
