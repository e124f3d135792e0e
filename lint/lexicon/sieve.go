package lexicon

import "math/bits"

// Sieve tells by their hashes (lint.Hash) that words are not in a set: nearly all, without a look into the set. It holds a
// bit for every word of the set.
type Sieve []uint64

// NewSieve returns the sieve of a set that will have about n words.
func NewSieve(n int) Sieve { return make(Sieve, 1<<bits.Len(uint(n/4))) }

// Add adds a word with the hash.
func (s Sieve) Add(hash uint64) {
	bit := s.bit(hash)
	s[bit/64] |= 1 << (bit % 64)
}

// MayHave reports whether a word with the hash may be in the set.
func (s Sieve) MayHave(hash uint64) bool {
	bit := s.bit(hash)
	return s[bit/64]>>(bit%64)&1 != 0
}

func (s Sieve) bit(hash uint64) uint64 { return hash >> 32 & uint64(64*len(s)-1) }
