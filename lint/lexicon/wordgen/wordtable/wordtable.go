// Package wordtable is a static hash table from words to bytes that is read in place: Build makes it, Get reads it.
//
// A table is a row of 4-byte little-endian slots: the low byte is the value, the upper 24 bits are a fingerprint of the
// word. A word goes into the first free slot at or after the one its hash points to (open addressing, linear probing).
// The value 0 marks a free slot.
//
// The words themselves are not stored, so Get can take a word that was never added for one that was. It does when the
// fingerprint equals one of those that it passes before a free slot: 7.5 on average at a load of 3/4, so one word in
// 2^24/7.5, about two million.
package wordtable

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"mtlint/lint"
)

const (
	slotSize = 4

	// A table has slotsNum/slotsDen slots for every word: a load of 3/4.
	slotsNum = 4
	slotsDen = 3
)

// Build returns the table of the words and their values. The same words give the same bytes.
// It fails for a value of 0 and for two words that the table cannot tell apart.
func Build(words map[string]uint8) ([]byte, error) {
	slots := len(words)*slotsNum/slotsDen + 1
	table := make([]byte, slots*slotSize)
	for _, word := range slices.Sorted(maps.Keys(words)) {
		if words[word] == 0 {
			return nil, fmt.Errorf("wordtable: the value of %q is 0", word)
		}
		if err := insert(table, word, words[word]); err != nil {
			return nil, err
		}
	}
	return table, verify(string(table), words)
}

// insert puts a word into the first free slot of its probe sequence.
func insert(table []byte, word string, value uint8) error {
	h := lint.Hash(word)
	slots := uint64(len(table) / slotSize)
	for i := home(h, slots); ; i = next(i, slots) {
		slot := binary.LittleEndian.Uint32(table[i*slotSize:])
		if slot == 0 {
			binary.LittleEndian.PutUint32(table[i*slotSize:], fingerprint(h)|uint32(value))
			return nil
		}
		if slot&^0xff == fingerprint(h) {
			return fmt.Errorf("wordtable: %q has the fingerprint of a word before it: change the offset of the hash", word)
		}
	}
}

// verify reports a word whose value cannot be read back.
func verify(table string, words map[string]uint8) error {
	for word, value := range words {
		if Get(table, lint.Hash(word)) != value {
			return errors.New("wordtable: cannot read back " + word)
		}
	}
	return nil
}

// Get returns the value of the word whose lint.Hash is h, 0 when the word is not in the table. It does not allocate.
// The table must come from Build.
func Get(table string, h uint64) uint8 {
	slots, print := uint64(len(table)/slotSize), fingerprint(h)
	for i := home(h, slots); ; i = next(i, slots) {
		if slot := slotAt(table, i); slot&^0xff == print || slot == 0 {
			return uint8(slot)
		}
	}
}

// slotAt reads slot i of a table.
func slotAt(table string, i uint64) uint32 {
	at := i * slotSize
	s := table[at : at+slotSize]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// home is the slot that the upper 32 bits of a hash point to.
func home(h, slots uint64) uint64 { return (h >> 32) * slots >> 32 }

// next is the slot after i, the first after the last.
func next(i, slots uint64) uint64 {
	i++
	if i == slots {
		return 0
	}
	return i
}

// fingerprint is the lower 24 bits of a hash, in the place they have in a slot.
func fingerprint(h uint64) uint32 { return uint32(h) << 8 }
