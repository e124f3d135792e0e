package lint

import (
	"fmt"
	"math/bits"
	"testing"
)

func TestHash(t *testing.T) {
	// The values of MurmurHash3's fmix64.
	if got, want := mix(1), uint64(0xb456bcfc34c2cb2c); got != want {
		t.Errorf("mix(1) = %x, want %x", got, want)
	}
	for _, c := range []struct {
		word string
		want uint64
	}{
		{"", hashSeed},
		{"a", mix(hashSeed ^ 'a')},
		{"the", mix(hashSeed ^ ('t' | 'h'<<8 | 'e'<<16))},
		{"abcdefghi", mix(mix(hashSeed^chunk("abcdefgh")) ^ 'i')},
	} {
		if got := Hash(c.word); got != c.want {
			t.Errorf("Hash(%q) = %x, want %x", c.word, got, c.want)
		}
		if got := Hash([]byte(c.word)); got != c.want {
			t.Errorf("Hash([]byte(%q)) = %x, want %x", c.word, got, c.want)
		}
	}
}

// FuzzLetterRun: reading eight bytes at a time finds what reading one at a time does.
func FuzzLetterRun(f *testing.F) {
	for _, s := range []string{"", "a", "Word", "internationalisation of", "ABCDEFGH", "@[`{", "don’t stop now", "abcdefg\x80h", "A of them", "USA: one", "iPhones are"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := 0
		for n < len(s) && isASCIILetter(s[n]) {
			n++
		}
		wantCase, _, _ := shape(s[:n])
		gotN, gotCase, gotHash := letterRun(s)
		if wantHash := Hash(Fold(s[:n])); gotN != n || gotCase != wantCase || gotHash != wantHash {
			t.Errorf("%q: %d letters, case %d, hash %x; want %d, %d, %x", s, gotN, gotCase, gotHash, n, wantCase, wantHash)
		}
	})
}

// TestHashSpreads flips one bit of a word: about half of the bits of the hash must change.
func TestHashSpreads(t *testing.T) {
	changed, flips := 0, 0
	for i := range 1000 {
		word := fmt.Appendf(nil, "word%d", i)
		before := Hash(string(word))
		word[i%4] ^= 1 << (i % 8)
		changed += bits.OnesCount64(before ^ Hash(string(word)))
		flips++
	}
	if mean := float64(changed) / float64(flips); mean < 31 || mean > 33 {
		t.Errorf("a flipped bit changes %.1f bits of the hash, want about 32", mean)
	}
}
