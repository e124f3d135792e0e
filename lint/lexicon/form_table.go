package lexicon

import (
	"math/bits"

	"mtlint/lint"
)

// formTable maps folded words to values by their hash: open addressing, no deletion. Looking up a word form of a document
// takes its lint.Form.Hash and no hashing.
type formTable[V any] struct {
	slots []formSlot[V] // the length is a power of two
	used  int
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
	if t.used == 0 {
		var none V
		return none
	}
	return t.at(f.Hash, f.Fold).value
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
		t.used++
	}
	return &s.value
}

func (t *formTable[V]) grow() {
	old := t.slots
	t.slots = make([]formSlot[V], 1<<bits.Len(uint(len(old)|15)))
	for _, s := range old {
		if s.fold != "" {
			*t.at(s.hash, s.fold) = s
		}
	}
}
