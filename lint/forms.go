package lint

import (
	"strings"
	"unicode/utf8"
)

// interner numbers the distinct word forms of a document: an open-addressing table over their folded bytes.
type interner struct {
	forms []Form
	uses  []use           // of each form
	table []slot          // the length is a power of two
	fold  []byte          // scratch for the folded form of the word being looked up
	folds strings.Builder // folded forms that are not in the text as they are
}

// slot is one place of the table; id is 1 more than the FormID, 0 where the slot is empty.
type slot struct {
	hash   uint64
	id     FormID
	length int32 // of the folded form
}

// holds reports whether the slot may hold a folded form of n bytes with the hash h; it does hold it where n is at most
// chunkLen.
func (s *slot) holds(h uint64, n int) bool { return s.hash == h && int(s.length) == n }

// use is how often a form occurs, and how often in lower case.
type use struct{ all, lower int32 }

// newInterner returns an interner for a text of n bytes.
func newInterner(n int) *interner {
	forms := min(n/14+16, 1<<13)
	return &interner{table: make([]slot, tableSize(n)), forms: make([]Form, 0, forms), uses: make([]use, 0, forms)}
}

// tableSize is the length of the table that a text of n bytes begins with: most need no larger one.
func tableSize(n int) int {
	size := 1 << 6
	for size < n/8 && size < 1<<13 {
		size *= 2
	}
	return size
}

// find returns the form of a folded word with the hash h, or NoForm.
func find(table []slot, forms []Form, fold string, h uint64) FormID {
	mask := len(table) - 1
	for i := int(h) & mask; table[i].id != 0; i = (i + 1) & mask {
		if f := table[i].id - 1; table[i].holds(h, len(fold)) && forms[f].Fold == fold {
			return f
		}
	}
	return NoForm
}

// intern returns the number of the word's form; lower says that the word is in lower case.
func (in *interner) intern(word string, lower bool) FormID {
	in.fold = appendFold(in.fold[:0], word)
	h := Hash(in.fold)
	i := in.start(h)
	for ; in.table[i].id != 0; i = in.next(i) {
		if in.table[i].holds(h, len(in.fold)) && in.forms[in.table[i].id-1].Fold == string(in.fold) {
			return in.count(in.table[i].id-1, lower)
		}
	}
	return in.insert(i, h, in.keep(in.fold), lower)
}

// internASCII is intern for a word of ASCII letters whose folded bytes have the hash h.
func (in *interner) internASCII(word string, h uint64, lower bool) FormID {
	i := in.start(h)
	for ; in.table[i].id != 0; i = in.next(i) {
		if in.table[i].holds(h, len(word)) && (len(word) <= chunkLen || isFoldOf(in.forms[in.table[i].id-1].Fold, word)) {
			return in.count(in.table[i].id-1, lower)
		}
	}
	if !lower {
		in.fold = appendFold(in.fold[:0], word)
		word = in.keep(in.fold)
	}
	return in.insert(i, h, word, lower)
}

// keep returns the bytes as a string; short strings share their memory.
func (in *interner) keep(fold []byte) string {
	if in.folds.Cap()-in.folds.Len() < len(fold) {
		in.folds = strings.Builder{}
		in.folds.Grow(max(1<<10, len(fold)))
	}
	start := in.folds.Len()
	in.folds.Write(fold)
	return in.folds.String()[start:]
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

func (in *interner) start(h uint64) int { return int(h) & (len(in.table) - 1) }
func (in *interner) next(i int) int     { return (i + 1) & (len(in.table) - 1) }

func (in *interner) count(id FormID, lower bool) FormID {
	u := &in.uses[id]
	u.all++
	if lower {
		u.lower++
	}
	return id
}

func (in *interner) insert(i int, h uint64, fold string, lower bool) FormID {
	id := FormID(len(in.forms))
	in.forms = append(in.forms, Form{Fold: fold, Hash: h})
	in.uses = append(in.uses, use{})
	in.table[i] = slot{h, id + 1, int32(len(fold))}
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

// Fold returns the form of a word: lower case, apostrophes of every shape as '.
func Fold(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '`' {
			return string(appendFold(nil, word))
		}
	}
	return word
}

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

// WordSet returns the set of the words of a list parted by spaces.
func WordSet(list string) map[string]bool {
	set := make(map[string]bool, 1+strings.Count(list, " "))
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
