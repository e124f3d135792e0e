package lexicon

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		words string
		is    func(Entry) bool
		what  string
	}{
		{"the of said people government withdrawn militias withdrew forces", func(e Entry) bool { return e.Level() >= 10 && e.Level() <= 35 }, "common"},
		{"don't can't they're o'clock ma'am", Entry.Word, "a contraction"},
		{"café cafe fiancée fiancee naïve naive façade facade", Entry.Word, "a word with or without its accents"},
		{"colour color organise organize travelled traveled", Entry.Word, "a word in British and American spelling"},
		{"covid chatbot livestreamed cybersecurity smartphone podcast vaping blockchain", Entry.Word, "a word of recent news"},
		{"iraqi monday english january", Entry.Proper, "proper"},
		{"muhammad mustafa hussein smith sistani", Entry.Person, "a person's name"},
		{"baghdad fallujah kyiv tikrit tikrīt york iraq xi'an", Entry.Place, "a place"},
		{"astrazeneca youtube linkedin coca-cola t-mobile", Entry.Brand, "a brand"},
		{"nato fbi", Entry.Brand, "an abbreviation"},
		{"baghdad muhammad monday", Entry.Name, "a name"},
		{"mark reading nice", func(e Entry) bool { return e.Word() && e.Name() }, "both a word and a name"},
	} {
		for word := range strings.FieldsSeq(c.words) {
			if e := Lookup(word); !e.Known() || !c.is(e) {
				t.Errorf("Lookup(%q) = %#x, want %s", word, uint8(e), c.what)
			}
		}
	}
}

func TestLookupOfNonWords(t *testing.T) {
	for _, word := range []string{"", "newsweeknasr", "ofthe", "corridorsof", "withdrawed", "informations", "government's", "The"} {
		if e := Lookup(word); e != 0 {
			t.Errorf("Lookup(%q) = %#x, want nothing", word, uint8(e))
		}
	}
}

func TestNamesAreNoWords(t *testing.T) {
	for _, word := range []string{"baghdad", "muhammad", "astrazeneca", "monday"} {
		if e := Lookup(word); e.Word() || e.Level() != 0 {
			t.Errorf("Lookup(%q) has level %d", word, e.Level())
		}
	}
}

func TestEntry(t *testing.T) {
	for _, c := range []struct {
		entry                              Entry
		level                              int
		proper, person, place, brand, name bool
	}{
		{entry: 0},
		{entry: 1, level: 10},
		{entry: 8, level: 70},
		{entry: 3 | person, level: 35, person: true, name: true},
		{entry: proper, proper: true, name: true},
		{entry: place, place: true, name: true},
		{entry: brand, brand: true},
	} {
		e := c.entry
		if e.Level() != c.level || e.Word() != (c.level > 0) || e.Known() != (e != 0) {
			t.Errorf("%#x: Level %d, Word %v, Known %v", uint8(e), e.Level(), e.Word(), e.Known())
		}
		if e.Proper() != c.proper || e.Person() != c.person || e.Place() != c.place || e.Brand() != c.brand || e.Name() != c.name {
			t.Errorf("%#x: Proper %v, Person %v, Place %v, Brand %v, Name %v", uint8(e), e.Proper(), e.Person(), e.Place(), e.Brand(), e.Name())
		}
	}
}

// sample holds words from the whole range of the sorted list with their entries.
var sample = map[string]Entry{
	"aabenraa":        0x40,
	"affable":         0x03,
	"alulas":          0x08,
	"antiphonaries":   0x08,
	"ascriptions":     0x08,
	"backers":         0x03,
	"batson":          0x20,
	"bezerros":        0x40,
	"bobbi":           0x30,
	"breechblocks":    0x08,
	"buteo":           0x08,
	"carbines":        0x05,
	"cesu":            0x40,
	"chowder":         0x03,
	"coed":            0x04,
	"conjugations":    0x03,
	"countermeasures": 0x06,
	"curly":           0x02,
	"decolletages":    0x06,
	"deshpande":       0x20,
	"discrediting":    0x03,
	"downsizes":       0x04,
	"edgiest":         0x03,
	"engobe":          0x08,
	"evere":           0x40,
	"faultily":        0x05,
	"flibbertigibbet": 0x05,
	"frie":            0x20,
	"gaumer":          0x20,
	"gnosis":          0x08,
	"grugliasco":      0x40,
	"hanko":           0x20,
	"heretical":       0x03,
	"hornworts":       0x08,
	"ideology":        0x02,
	"ineptly":         0x05,
	"ipomoea":         0x08,
	"jillion":         0x08,
	"kazmi":           0x20,
	"kolas":           0x07,
	"lampedusa":       0x10,
	"levee":           0x03,
	"loonies":         0x03,
	"mahon":           0x60,
	"mascagni":        0x10,
	"melouza":         0x40,
	"minty":           0x04,
	"moreen":          0x08,
	"nahan":           0x40,
	"nikolaev":        0x10,
	"oberursel":       0x40,
	"orthogenesis":    0x08,
	"pakokku":         0x40,
	"peacemaking":     0x07,
	"phirangipuram":   0x40,
	"plumcot":         0x08,
	"predesignating":  0x07,
	"psalter":         0x18,
	"rachmaninoff":    0x10,
	"recourse":        0x03,
	"reprobative":     0x08,
	"ro":              0x20,
	"sacroiliac":      0x07,
	"scandian":        0x10,
	"semiautomatic":   0x05,
	"shivs":           0x07,
	"slaggy":          0x08,
	"sotouboua":       0x40,
	"starched":        0x03,
	"subclassify":     0x08,
	"sweetheart":      0x03,
	"tavsanli":        0x40,
	"thriver":         0x08,
	"traceless":       0x08,
	"turberville":     0x20,
	"unfolds":         0x03,
	"vaccinator":      0x08,
	"vilshofen":       0x40,
	"wazīrganj":       0x40,
	"wittenheim":      0x40,
	"yvonne":          0x30,
}

func TestSample(t *testing.T) {
	for word, want := range sample {
		if got := Lookup(word); got != want {
			t.Errorf("Lookup(%q) = %#x, want %#x", word, uint8(got), uint8(want))
		}
	}
}

func TestSize(t *testing.T) {
	const slot, limit = 4, 3_000_000
	if len(words) == 0 || len(words)%slot != 0 || len(words) > limit {
		t.Errorf("words.bin has %d bytes, want a multiple of %d, at most %d", len(words), slot, limit)
	}
}

// TestFalsePositives looks random strings up that are too long to be words by chance.
// About one in two million is found, so 2 or 3 of them.
func TestFalsePositives(t *testing.T) {
	const lookups, limit = 5_000_000, 12
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	word := make([]byte, 14)
	for range lookups {
		for i := range word {
			word[i] = 'a' + byte(random.IntN(26))
		}
		if Lookup(string(word)).Known() {
			found++
		}
	}
	t.Logf("%d of %d random strings found", found, lookups)
	if found > limit {
		t.Errorf("%d of %d random strings found, want at most %d", found, lookups, limit)
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() {
		Lookup("government")
		Lookup("newsweeknasr")
	}); n != 0 {
		t.Errorf("%v allocations a run", n)
	}
}

func BenchmarkLookup(b *testing.B) {
	b.Run("common", func(b *testing.B) {
		benchmarkLookup(b, strings.Fields("the of said people government withdrawn militias withdrew forces corridors"))
	})
	b.Run("listed", func(b *testing.B) {
		var listed []string
		for word := range sample {
			listed = append(listed, word)
		}
		benchmarkLookup(b, listed)
	})
	b.Run("unlisted", func(b *testing.B) {
		random := rand.New(rand.NewPCG(1, 2))
		unlisted := make([]string, 4096)
		for i := range unlisted {
			word := make([]byte, 8)
			for j := range word {
				word[j] = 'a' + byte(random.IntN(26))
			}
			unlisted[i] = string(word)
		}
		benchmarkLookup(b, unlisted)
	})
}

func benchmarkLookup(b *testing.B, words []string) {
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Lookup(words[i])
		if i++; i == len(words) {
			i = 0
		}
	}
}
