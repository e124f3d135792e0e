package repetition

import (
	"math/bits"

	"mtlint/lint"
)

// tokenSet is a set of tokens, one bit each.
type tokenSet []uint64

// next returns the first token of the set from i on, or end.
func (s tokenSet) next(i, end int) int {
	for i < end {
		if rest := s[i>>6] >> (i & 63); rest != 0 {
			return min(i+bits.TrailingZeros64(rest), end)
		}
		i = (i | 63) + 1
	}
	return end
}

// freshOf is the words of a document that stand behind the word before them nowhere else, marks and case aside: no
// passage that holds both stands twice. All numbers count as one word.
var freshOf = lint.NewFact("fresh pairs of words", func(d *lint.Document) tokenSet {
	pairs := make([]uint8, 1<<bits.Len(uint(4*d.Words))) // by hash: 0 for no pair, 1 for one, more for several
	hashes := make([]uint32, len(d.Tokens))              // by token, of the pair that ends there; 0 for none
	tokens, before := d.Tokens, uint32(0)
	for i := range hashes {
		t := &tokens[i]
		if t.Form != lint.NoForm {
			word := (uint32(t.Form) + 1) * 2654435761
			hash := (before ^ word) >> 8 & uint32(len(pairs)-1)
			pairs[hash] = pairs[hash]<<1 | 1
			hashes[i] = hash
			before = bits.RotateLeft32(word, 15)
		} else if t.Kind == lint.Number || t.Kind == lint.Code {
			before = 0
		}
	}
	pairs[0] = 0
	fresh := make(tokenSet, len(hashes)/64+1)
	for i, hash := range hashes {
		if pairs[hash] == 1 {
			fresh[i>>6] |= 1 << (i & 63)
		}
	}
	return fresh
})
