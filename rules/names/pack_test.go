package names

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestPack(t *testing.T) {
	want := docList{
		links: [][2]string{{"sasover", "sessover"}},
		rows: []listRow{
			{key: "al-walai", spellings: []listSpelling{
				{Spelling: Spelling{Text: "al-Wala’i", Count: 300, Variant: true, Example: "a.txt:1: x", Places: []Place{{"a.txt", 70000, 128, 1}, {"a.txt", 70001, 129, 2}}}, right: true},
				{Spelling: Spelling{Text: "Al-Walai", Count: 1}, start: true},
			}},
			{key: "sasover"},
		},
	}
	got := want.pack("a.txt").unpack()
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(docList{}, listRow{}, listSpelling{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if got := new(docList).pack("a.txt").unpack(); len(got.rows)+len(got.links) > 0 {
		t.Errorf("got %+v of nothing", got)
	}
}
