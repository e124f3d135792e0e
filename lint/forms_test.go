package lint

import (
	"fmt"
	"hash/fnv"
	"math/bits"
	"testing"
)

func TestHashIsMixedFNV1a(t *testing.T) {
	for _, word := range []string{"", "a", "the", "naïve", "can't", "internationalization"} {
		f := fnv.New64a()
		f.Write([]byte(word))
		if got, want := Hash(word), mix(f.Sum64()); got != want {
			t.Errorf("Hash(%q) = %x, want %x", word, got, want)
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
		before := Hash(string(word))
		word[i%4] ^= 1 << (i % 8)
		changed += bits.OnesCount64(before ^ Hash(string(word)))
		flips++
	}
	if mean := float64(changed) / float64(flips); mean < 31 || mean > 33 {
		t.Errorf("a flipped bit changes %.1f bits of the hash, want about 32", mean)
	}
}

// FuzzPlainRun: the short cut for plain stretches makes the tokens that the long way makes.
func FuzzPlainRun(f *testing.F) {
	for _, s := range []string{"(state-run)", "“don’t”,", "1,000.", "O'Brien's", "[A]", `"word."`, "a-b-c", "3.5", "U.", "rock'n'roll", "x-’y", "1,", "word..", "(“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain, mixed := newTokenizer(text), newTokenizer(text)
		r := Span{0, len(text)}
		plain.span, mixed.span = r, r
		for i := range text {
			if spaceLen(text[i:]) > 0 {
				t.Skip()
			}
		}
		if text == "" || !plain.plainRun(r) {
			t.Skip()
		}
		mixed.mixedRun(r)
		if fmt.Sprint(plain.tokens, plain.forms.forms) != fmt.Sprint(mixed.tokens, mixed.forms.forms) {
			t.Errorf("%q: plain %v, mixed %v", text, plain.tokens, mixed.tokens)
		}
	})
}
