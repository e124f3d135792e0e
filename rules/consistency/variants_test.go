package consistency

import (
	"testing"

	"mtlint/lint"
)

// Every spelling of a table belongs to one family, and no other word has its hash.
func TestTables(t *testing.T) {
	for name, v := range map[string]*variants{"spelling.tsv": spellings()} {
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
}
