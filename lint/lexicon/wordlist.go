package lexicon

import (
	_ "embed"

	"mtlint/lint"
	"mtlint/lint/lexicon/wordgen/wordtable"
)

// words is the word list as a table of package wordtable, read in place: nothing is decoded at start-up.
// It is made by lint/lexicon/wordgen, whose NOTICE.md names the sources, their versions and their licences.
//
//go:embed words.bin
var words string

// Entry is what the word list knows of one word. The zero Entry means: not listed.
//
// The lower four bits are the place of the word's SCOWL level in levels, the upper four are flags.
type Entry uint8

const (
	levelMask Entry = 0x0f
	proper    Entry = 0x10
	person    Entry = 0x20
	place     Entry = 0x40
	brand     Entry = 0x80
)

// levels are the SCOWL levels in the list; 0 stands for a word that is not listed in lower case.
var levels = [levelMask + 1]uint8{0, 10, 20, 35, 40, 50, 55, 60, 70}

// Lookup returns the entry of a word given in lower case and in Unicode form NFC, with ' for every apostrophe and
// without a possessive 's. A word with diacritics is listed with and without them. It does not allocate.
//
// The list holds fingerprints, not words, so about one word in two million that is not listed gets the entry of
// another word. A listed word always gets its own.
func Lookup(lower string) Entry { return lookup(lint.Hash(lower)) }

// lookup returns the entry of the word with the hash.
func lookup(hash uint64) Entry { return Entry(wordtable.Get(words, hash)) }

// Known reports whether the word is listed at all: as a word, a name, a brand or an abbreviation.
func (e Entry) Known() bool { return e != 0 }

// Level is the SCOWL level of the word in lower case: 10, 20, 35, 40, 50, 55, 60 or 70, the lower the more common.
// It is 0 when the word is not listed in lower case.
func (e Entry) Level() int { return int(levels[e&levelMask]) }

// Word reports whether the word is listed in lower case.
func (e Entry) Word() bool { return e&levelMask != 0 }

// Name reports whether the word is a proper name of any kind: proper, person or place.
// Many common words are names as well ("mark", "reading").
func (e Entry) Name() bool { return e&(proper|person|place) != 0 }

// Proper reports whether SCOWL lists the word with a capital: names, peoples, languages, days, months.
func (e Entry) Proper() bool { return e&proper != 0 }

// Person reports whether the word is a given name or a surname.
func (e Entry) Person() bool { return e&person != 0 }

// Place reports whether the word is the name of a place or one word of such a name ("new", "upon", "york").
func (e Entry) Place() bool { return e&place != 0 }

// Brand reports whether the word is part of the name of a company or a brand, or an abbreviation.
func (e Entry) Brand() bool { return e&brand != 0 }
