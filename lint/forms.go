package lint

import (
	"strings"
	"unicode/utf8"
)

// interner numbers the distinct word forms of a document: an open-addressing table over their folded bytes.
type interner struct {
	forms []Form
	table []slot // the length is a power of two
	fold  []byte // scratch for the folded form of the word being looked up
}

// slot is one place of the table; id is 1 more than the FormID, 0 where the slot is empty.
type slot struct {
	hash uint32
	id   FormID
}

func newInterner() *interner { return &interner{table: make([]slot, 512)} }

// intern returns the number of the word's form; lower says that the word is in lower case.
func (in *interner) intern(word string, lower bool) FormID {
	in.fold = appendFold(in.fold[:0], word)
	h := hashSeed
	for _, c := range in.fold {
		h = hashByte(h, c)
	}
	i := in.start(h)
	for ; in.table[i].id != 0; i = in.next(i) {
		if in.table[i].hash == h && in.forms[in.table[i].id-1].Fold == string(in.fold) {
			return in.count(in.table[i].id-1, lower)
		}
	}
	return in.insert(i, h, string(in.fold), lower)
}

// internASCII is intern for a word of ASCII letters whose folded bytes have the hash h.
func (in *interner) internASCII(word string, h uint32, lower bool) FormID {
	i := in.start(h)
	for ; in.table[i].id != 0; i = in.next(i) {
		if in.table[i].hash != h {
			continue
		}
		if fold := in.forms[in.table[i].id-1].Fold; lower && fold == word || !lower && isFoldOf(fold, word) {
			return in.count(in.table[i].id-1, lower)
		}
	}
	return in.insert(i, h, Fold(word), lower)
}

// isFoldOf reports whether fold is the lower case of a word of ASCII letters.
func isFoldOf(fold, word string) bool {
	if len(fold) != len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if fold[i] != word[i]|0x20 {
			return false
		}
	}
	return true
}

func (in *interner) start(h uint32) int { return int(h^h>>15) & (len(in.table) - 1) }
func (in *interner) next(i int) int     { return (i + 1) & (len(in.table) - 1) }

func (in *interner) count(id FormID, lower bool) FormID {
	f := &in.forms[id]
	f.Count++
	if lower {
		f.Lower++
	}
	return id
}

func (in *interner) insert(i int, h uint32, fold string, lower bool) FormID {
	in.forms = append(in.forms, Form{Fold: fold})
	id := FormID(len(in.forms) - 1)
	in.table[i] = slot{h, id + 1}
	if len(in.forms)*2 > len(in.table) {
		in.grow()
	}
	return in.count(id, lower)
}

func (in *interner) grow() {
	old := in.table
	in.table = make([]slot, 2*len(old))
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := in.start(s.hash)
		for in.table[i].id != 0 {
			i = in.next(i)
		}
		in.table[i] = s
	}
}

// The hash of a form is FNV-1a, 32 bits.
const hashSeed = uint32(2166136261)

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

// Fold returns the form of a word: lower case, apostrophes of every shape as '.
func Fold(word string) string { return string(appendFold(nil, word)) }

func appendFold(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return appendFoldUnicode(dst, word[i:])
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '`':
			c = '\''
		}
		dst = append(dst, c)
	}
	return dst
}

func appendFoldUnicode(dst []byte, word string) []byte {
	for _, r := range strings.ToLower(word) {
		if isApostrophe(r) {
			r = '\''
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// isApostrophe reports whether r may stand inside a word as apostrophe, ayin or hamza.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', 'ʿ', 'ʾ', 'ʼ', 'ʻ', '´', '′', '‛':
		return true
	}
	return false
}
