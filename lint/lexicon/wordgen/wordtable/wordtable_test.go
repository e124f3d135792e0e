package wordtable

import (
	"bytes"
	"fmt"
	"testing"

	"mtlint/lint"
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
			if got := Get(table, lint.Hash(word)); got != want {
				t.Fatalf("%d words: Get(%q) = %d, want %d", n, word, got, want)
			}
		}
		for _, absent := range []string{"", "w", "x1", "w-1", "W1"} {
			if got := Get(table, lint.Hash(absent)); got != 0 {
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
		if home(lint.Hash(word), 4) == last {
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
	if got := Get(string(table), lint.Hash(word)); got != 7 {
		t.Errorf("Get = %d, want 7", got)
	}
}
