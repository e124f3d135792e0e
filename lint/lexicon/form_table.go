package lexicon

import (
	"math/bits"

	"mtlint/lint"
)

// formTable maps folded words to values by their hash: open addressing, no deletion. Looking up a word form of a document
// takes its lint.Form.Hash and no hashing.
type formTable[V any] struct {
	filter []uint64      // one bit for every hash that may be in the table: small enough to stay in the nearest cache
	slots  []formSlot[V] // the length is a power of two
	used   int
}

type formSlot[V any] struct {
	hash  uint64
	fold  string // empty where the slot is
	value V
}

// at returns the slot that holds a folded word, or the empty one where it would go.
func (t *formTable[V]) at(hash uint64, fold string) *formSlot[V] {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.fold == "" || s.hash == hash && s.fold == fold {
			return s
		}
	}
}

// get returns the value of a word form, the zero value when it is not in the table.
func (t *formTable[V]) get(f *lint.Form) V {
	var none V
	if !t.mayHave(f.Hash) {
		return none
	}
	return t.at(f.Hash, f.Fold).value
}

// mayHave reports whether a word with the hash may be in the table.
func (t *formTable[V]) mayHave(hash uint64) bool {
	bit := hash >> 32 & uint64(64*len(t.filter)-1)
	return t.used > 0 && t.filter[bit/64]>>(bit%64)&1 != 0
}

// note says that a word with the hash is in the table.
func (t *formTable[V]) note(hash uint64) {
	bit := hash >> 32 & uint64(64*len(t.filter)-1)
	t.filter[bit/64] |= 1 << (bit % 64)
}

// set returns where the value of a folded word is kept.
func (t *formTable[V]) set(fold string) *V {
	if 2*(t.used+1) > len(t.slots) {
		t.grow()
	}
	hash := lint.Hash(fold)
	s := t.at(hash, fold)
	if s.fold == "" {
		s.hash, s.fold = hash, fold
		t.note(hash)
		t.used++
	}
	return &s.value
}

func (t *formTable[V]) grow() {
	old := t.slots
	t.slots = make([]formSlot[V], 1<<bits.Len(uint(len(old)|15)))
	t.filter = make([]uint64, len(t.slots)/8)
	for _, s := range old {
		if s.fold != "" {
			*t.at(s.hash, s.fold) = s
			t.note(s.hash)
		}
	}
}
