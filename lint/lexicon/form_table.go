package lexicon

import "math/bits"

// FormTable maps folded words to values by their hash (lint.Hash): open addressing, no deletion. The hash stands for the
// word; that another word has the same is less likely than that the memory errs. No word has the hash 0. The zero value
// is empty.
type FormTable[V any] struct {
	filter [512]uint64   // one bit for every hash that may be in the table: small enough to stay in the nearest cache
	slots  []formSlot[V] // the length is a power of two
	used   int
}

type formSlot[V any] struct {
	hash  uint64 // 0 where the slot is empty
	value V
}

// NewFormTable returns a table with room for n words.
func NewFormTable[V any](n int) *FormTable[V] {
	t := new(FormTable[V])
	t.resize(2*n + 1)
	return t
}

// at returns the slot that holds a hash, or the empty one where it would go.
func (t *FormTable[V]) at(hash uint64) *formSlot[V] {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

// Get returns the value of the word with the hash, the zero value when it is not in the table.
func (t *FormTable[V]) Get(hash uint64) V {
	var none V
	if !t.MayHave(hash) {
		return none
	}
	return t.at(hash).value
}

// MayHave reports whether a word with the hash may be in the table.
func (t *FormTable[V]) MayHave(hash uint64) bool {
	bit := t.bit(hash)
	return t.filter[bit/64]>>(bit%64)&1 != 0
}

// bit returns the bit of the filter for a hash.
func (t *FormTable[V]) bit(hash uint64) uint64 { return hash >> 32 % (64 * uint64(len(t.filter))) }

// Set returns where the value of the word with the hash is kept.
func (t *FormTable[V]) Set(hash uint64) *V {
	if 2*(t.used+1) > len(t.slots) {
		t.resize(2 * len(t.slots))
	}
	s := t.at(hash)
	if s.hash == 0 {
		s.hash = hash
		bit := t.bit(hash)
		t.filter[bit/64] |= 1 << (bit % 64)
		t.used++
	}
	return &s.value
}

// resize gives the table n slots at least.
func (t *FormTable[V]) resize(n int) {
	old := t.slots
	t.slots = make([]formSlot[V], 1<<bits.Len(uint(max(n, 16)-1)))
	for _, s := range old {
		if s.hash != 0 {
			*t.at(s.hash) = s
		}
	}
}
