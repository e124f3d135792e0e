package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mtlint/lint/lexicon"
)

// TestRegenerate makes the embedded list again from the sources and compares it byte for byte, and looks every word up.
func TestRegenerate(t *testing.T) {
	dir := os.Getenv("MTLINT_WORD_SOURCES")
	if dir == "" {
		t.Skip("MTLINT_WORD_SOURCES does not name the folder that fetch.sh filled")
	}
	got, err := generate(dir, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../words.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("words.bin (%d bytes) differs from what the sources give (%d bytes): run wordgen", len(want), len(got))
	}
}

// TestEveryWordReadsBack looks every word of every source up in the embedded list.
func TestEveryWordReadsBack(t *testing.T) {
	dir := os.Getenv("MTLINT_WORD_SOURCES")
	if dir == "" {
		t.Skip("MTLINT_WORD_SOURCES does not name the folder that fetch.sh filled")
	}
	for _, s := range allSources {
		words, err := s.read(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			for _, form := range forms(w.word) {
				if got := uint8(lexicon.Lookup(form)); merge(got, w.entry) != got {
					t.Errorf("%s: Lookup(%q) = %#x lacks %#x", s.name, form, got, w.entry)
				}
			}
		}
	}
}

// TestEntryBits checks that package lexicon reads the bits as this package writes them.
func TestEntryBits(t *testing.T) {
	for i, level := range levels {
		want, _ := strconv.Atoi(level)
		if got := lexicon.Entry(i).Level(); got != want {
			t.Errorf("level %d of an entry reads %d, want %s", i, got, level)
		}
	}
	read := map[string]func(lexicon.Entry) bool{
		"proper": lexicon.Entry.Proper, "person": lexicon.Entry.Person,
		"place": lexicon.Entry.Place, "brand": lexicon.Entry.Brand,
	}
	for set, bit := range flags {
		for name, flag := range read {
			if got, want := flag(lexicon.Entry(bit|levelMask)), name == set; got != want {
				t.Errorf("flag %s of an entry with %s alone reads %v", name, set, got)
			}
		}
	}
}

func TestMerge(t *testing.T) {
	for _, c := range []struct{ a, b, want uint8 }{
		{0, 3, 3}, {3, 0, 3}, {3, 2, 2}, {2, 3, 2}, {0, place, place}, {3 | person, 1 | place, 1 | person | place},
	} {
		if got := merge(c.a, c.b); got != c.want {
			t.Errorf("merge(%#x, %#x) = %#x, want %#x", c.a, c.b, got, c.want)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		word string
		want []string
	}{
		{"Word", []string{"word"}},
		{"Café", []string{"café", "cafe"}},
		{"Cafe\u0301", []string{"café", "cafe"}},
		{"Don’t", []string{"don't"}},
		{"Łódź", []string{"łódź", "lodz"}},
		{"Tikrīt", []string{"tikrīt", "tikrit"}},
		{"Straße", []string{"straße", "strasse"}},
		{"Киев", []string{"киев"}},
	} {
		if got := forms(c.word); !slices.Equal(got, c.want) {
			t.Errorf("forms(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestPlaceWords(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"New York", []string{"New", "York"}},
		{"Stoke-on-Trent", []string{"Stoke", "on", "Trent", "Stoke-on-Trent"}},
		{"Al ‘Amārah", []string{"Al", "Amārah"}},
		{"San‘ā’", []string{"San'ā", "Sanā"}},
		{"6th of October City", []string{"of", "October", "City"}},
		{"Villar à V", []string{"Villar"}},
		{"Frankfurt (Oder)", []string{"Frankfurt", "Oder"}},
	} {
		var got []string
		for _, w := range placeWords(c.name) {
			if w.entry != place {
				t.Errorf("placeWords(%q): the entry of %q is %#x", c.name, w.word, w.entry)
			}
			got = append(got, w.word)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("placeWords(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSCOWLFile(t *testing.T) {
	for _, c := range []struct {
		name  string
		entry uint8
		ok    bool
	}{
		{"english-words.10", 1, true},
		{"british_variant_2-words.70", 8, true},
		{"english-contractions.35", 3, true},
		{"american-upper.50", proper, true},
		{"english-proper-names.60", proper, true},
		{"english-abbreviations.40", brand, true},
		{"english-words.80", 0, false},
		{"variant_3-words.35", 0, false},
		{"special-hacker.50", 0, false},
	} {
		if entry, ok := scowlFile(c.name); entry != c.entry || ok != c.ok {
			t.Errorf("scowlFile(%q) = %#x, %v, want %#x, %v", c.name, entry, ok, c.entry, c.ok)
		}
	}
}

func TestTranslations(t *testing.T) {
	texts := []string{"header", "Baghdad", "Basra"}
	const table = 20
	start := table + 8*len(texts)
	mo := make([]byte, start)
	binary.LittleEndian.PutUint32(mo, 0x950412de)
	binary.LittleEndian.PutUint32(mo[8:], uint32(len(texts)))
	binary.LittleEndian.PutUint32(mo[16:], table)
	for i, text := range texts {
		binary.LittleEndian.PutUint32(mo[table+8*i:], uint32(len(text)))
		binary.LittleEndian.PutUint32(mo[table+8*i+4:], uint32(len(mo)))
		mo = append(mo, text...)
	}
	got, err := translations(mo)
	if err != nil || !slices.Equal(got, texts[1:]) {
		t.Errorf("translations = %q, %v, want %q", got, err, texts[1:])
	}
	if _, err := translations([]byte("not a catalogue at all")); err == nil {
		t.Error("a file of another format was accepted")
	}
}

func TestReadCity(t *testing.T) {
	message := []byte("\x08\x05\x12\x05Basra\x1a\x02IQ\x48\xc0\xc4\x07")
	name, population, err := readCity(message)
	if name != "Basra" || population != 123_456 || err != nil {
		t.Errorf("readCity = %q, %d, %v, want Basra, 123456", name, population, err)
	}
	for _, broken := range []string{"\x12\x05Bas", "\x48\xc0", "\x0d"} {
		if _, _, err := readCity([]byte(broken)); err == nil {
			t.Errorf("readCity(%q) accepted a broken message", broken)
		}
	}
}

func TestAddExtra(t *testing.T) {
	list := wordList{"tweet": 2, "kiev": proper}
	if err := addExtra(list, "# comment\n\nvlog\t50\nkiev\tplace\n", io.Discard); err != nil {
		t.Fatal(err)
	}
	if list["vlog"] != 5 || list["kiev"] != proper|place {
		t.Errorf("the list is %v", list)
	}
	for _, c := range []struct{ text, want string }{
		{"tweet\t50\n", "extra.tsv:1: \"tweet\" is listed as 50 already"},
		{"\nblog\t51\n", "extra.tsv:2: \"51\" is neither a level nor a flag"},
		{"blog\n", "extra.tsv:1: \"\" is neither a level nor a flag"},
	} {
		if err := addExtra(list, c.text, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("addExtra(%q) = %v, want %q", c.text, err, c.want)
		}
	}
}

func TestGenerateNamesTheMissingSource(t *testing.T) {
	if _, err := generate(t.TempDir(), io.Discard); err == nil || !strings.Contains(err.Error(), "scowl") {
		t.Errorf("generate of an empty folder = %v", err)
	}
}
