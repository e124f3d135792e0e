package main

import (
	"slices"
	"strings"
)

// The bits of an entry, as package lexicon reads them.
const (
	levelMask = 0x0f
	proper    = 0x10
	person    = 0x20
	place     = 0x40
	brand     = 0x80
)

// levels are the SCOWL levels, most common first. An entry holds the index of its level.
var levels = []string{"", "10", "20", "35", "40", "50", "55", "60", "70"}

// flags are the names of the flags in extra.tsv.
var flags = map[string]uint8{"proper": proper, "person": person, "place": place, "brand": brand}

// listedWord is a word of a source with what the source says of it.
type listedWord struct {
	word  string
	entry uint8
}

// wordList maps the words in lower case, with and without diacritics, to their entries.
type wordList map[string]uint8

// add merges a word into the list: the most common level wins, the flags add up.
func (l wordList) add(w listedWord) {
	for _, form := range forms(w.word) {
		l[form] = merge(l[form], w.entry)
	}
}

// merge is the lower of the levels of two entries with the flags of both.
func merge(a, b uint8) uint8 {
	level := min(a&levelMask, b&levelMask)
	if level == 0 {
		level = max(a&levelMask, b&levelMask)
	}
	return level | (a|b)&^levelMask
}

// levelEntry is the entry of a word with a level of SCOWL, such as "35".
func levelEntry(level string) (entry uint8, ok bool) {
	i := slices.Index(levels, level)
	return uint8(max(i, 0)), i > 0
}

// kindEntry is the entry of a word that extra.tsv gives as a level or a flag.
func kindEntry(kind string) (entry uint8, ok bool) {
	if flag, ok := flags[kind]; ok {
		return flag, true
	}
	return levelEntry(kind)
}

// withoutPossessive cuts off a final 's.
func withoutPossessive(word string) string { return strings.TrimSuffix(word, "'s") }
