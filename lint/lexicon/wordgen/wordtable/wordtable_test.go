package wordtable

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/bits"
	"testing"
)

// numbered returns n words with values that follow from their number.
func numbered(n int) map[string]uint8 {
	words := make(map[string]uint8, n)
	for i := range n {
		words[fmt.Sprintf("w%d", i)] = uint8(i%255 + 1)
	}
	return words
}

func TestRoundTrip(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000, 50_000} {
		words := numbered(n)
		built, err := Build(words)
		if err != nil {
			t.Fatal(err)
		}
		table := string(built)
		for word, want := range words {
			if got := Get(table, word); got != want {
				t.Fatalf("%d words: Get(%q) = %d, want %d", n, word, got, want)
			}
		}
		for _, absent := range []string{"", "w", "x1", "w-1", "W1"} {
			if got := Get(table, absent); got != 0 {
				t.Errorf("%d words: Get(%q) = %d, want 0", n, absent, got)
			}
		}
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	first, err := Build(numbered(1000))
	if err != nil {
		t.Fatal(err)
	}
	second, _ := Build(numbered(1000))
	if !bytes.Equal(first, second) {
		t.Error("two builds of the same words differ")
	}
}

func TestBuildRefusesZeroValue(t *testing.T) {
	if _, err := Build(map[string]uint8{"word": 0}); err == nil {
		t.Error("a value of 0 was accepted")
	}
}

// TestInsertRefusesEqualFingerprint inserts a word twice: the second has the fingerprint of the first.
func TestInsertRefusesEqualFingerprint(t *testing.T) {
	table := make([]byte, 4*slotSize)
	if err := insert(table, "word", 1); err != nil {
		t.Fatal(err)
	}
	if err := insert(table, "word", 2); err == nil {
		t.Error("an equal fingerprint was accepted")
	}
}

// TestProbeWrapsAround gives every word of a small table the chance to pass its end.
func TestProbeWrapsAround(t *testing.T) {
	table := make([]byte, 4*slotSize)
	last := uint64(3)
	var word string
	for i := 0; ; i++ {
		word = fmt.Sprintf("w%d", i)
		if home(hash(word), 4) == last {
			break
		}
	}
	table[last*slotSize] = 1 // the last slot is taken, by the fingerprint 0
	if err := insert(table, word, 7); err != nil {
		t.Fatal(err)
	}
	if table[0] != 7 {
		t.Error("the word did not go into the first slot")
	}
	if got := Get(string(table), word); got != 7 {
		t.Errorf("Get = %d, want 7", got)
	}
}

func TestHashIsMixedFNV1a(t *testing.T) {
	for _, word := range []string{"", "a", "the", "naïve", "can't", "internationalization"} {
		f := fnv.New64a()
		f.Write([]byte(word))
		if got, want := hash(word), mix(f.Sum64()); got != want {
			t.Errorf("hash(%q) = %x, want %x", word, got, want)
		}
	}
	// The values of MurmurHash3's fmix64.
	if got, want := mix(1), uint64(0xb456bcfc34c2cb2c); got != want {
		t.Errorf("mix(1) = %x, want %x", got, want)
	}
}

// TestHashSpreads flips one bit of a word: about half of the bits of the hash must change.
func TestHashSpreads(t *testing.T) {
	changed, flips := 0, 0
	for i := range 1000 {
		word := fmt.Appendf(nil, "word%d", i)
		before := hash(string(word))
		word[i%4] ^= 1 << (i % 8)
		changed += bits.OnesCount64(before ^ hash(string(word)))
		flips++
	}
	if mean := float64(changed) / float64(flips); mean < 31 || mean > 33 {
		t.Errorf("a flipped bit changes %.1f bits of the hash, want about 32", mean)
	}
}
