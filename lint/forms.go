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

// slot is one place of the table. No form is empty: a length of 0 means that the place is.
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

// newInterner returns an interner for a text of n bytes, in the memory where that has room.
func newInterner(n int, m *memory) *interner {
	forms := min(n/14+16, 1<<13)
	return &interner{table: cleared(m.table, tableSize(n)), forms: atLeast(m.forms, forms), uses: atLeast(m.uses, forms)}
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
	mask := uint64(len(table) - 1)
	for i := h & mask; table[i].length != 0; i = (i + 1) & mask {
		if s := &table[i]; s.holds(h, len(fold)) && forms[s.id].Fold == fold {
			return s.id
		}
	}
	return NoForm
}

// intern returns the number of the word's form; lower says that the word is in lower case.
func (in *interner) intern(word string, lower bool) FormID {
	in.fold = appendFold(in.fold[:0], word)
	h := Hash(in.fold)
	mask := uint64(len(in.table) - 1)
	for i := h & mask; in.table[i].length != 0; i = (i + 1) & mask {
		if s := &in.table[i]; s.holds(h, len(in.fold)) && in.forms[s.id].Fold == string(in.fold) {
			return in.count(s.id, lower)
		}
	}
	return in.insert(h, in.keep(in.fold), lower)
}

// internASCII is intern for a word of ASCII letters whose folded bytes have the hash h.
func (in *interner) internASCII(word string, h uint64, lower bool) FormID {
	mask := uint64(len(in.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &in.table[i]
		if s.holds(h, len(word)) && (len(word) <= chunkLen || isFoldOf(in.forms[s.id].Fold, word)) {
			return in.count(s.id, lower)
		}
		if s.length == 0 {
			return in.insertASCII(word, h, lower)
		}
	}
}

// insertASCII is insert for a word of ASCII letters that is yet to be folded.
func (in *interner) insertASCII(word string, h uint64, lower bool) FormID {
	if !lower {
		in.fold = appendFold(in.fold[:0], word)
		word = in.keep(in.fold)
	}
	return in.insert(h, word, lower)
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

func (in *interner) count(id FormID, lower bool) FormID {
	u := &in.uses[id]
	u.all++
	if lower {
		u.lower++
	}
	return id
}

// insert adds a form that is not there.
func (in *interner) insert(h uint64, fold string, lower bool) FormID {
	id := FormID(len(in.forms))
	in.forms = append(in.forms, Form{Fold: fold, Hash: h})
	in.uses = append(in.uses, use{})
	if len(in.forms)*2 > len(in.table) {
		old := in.table
		in.table = make([]slot, 2*len(old))
		for _, s := range old {
			if s.length != 0 {
				in.place(s)
			}
		}
	}
	in.place(slot{h, id, int32(len(fold))})
	return in.count(id, lower)
}

// place puts a slot at the first empty place from where its hash says.
func (in *interner) place(s slot) {
	mask := uint64(len(in.table) - 1)
	i := s.hash & mask
	for in.table[i].length != 0 {
		i = (i + 1) & mask
	}
	in.table[i] = s
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
			if !strings.HasPrefix(word[i:], "’") {
				return appendFoldUnicode(dst, word[i:])
			}
			c = '\''
			i += len("’") - 1
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

// WordSet returns the set of the words of a list parted by white space.
func WordSet(list string) map[string]bool {
	set := make(map[string]bool, 1+strings.Count(list, " "))
	start := 0
	for i := 0; i <= len(list); i++ {
		if i == len(list) || list[i] <= ' ' {
			if i > start {
				set[list[start:i]] = true
			}
			start = i + 1
		}
	}
	return set
}
