package lint

import "sync"

// memory is what the tokens and the forms of a document take. Clearing and faulting in fresh memory costs more than
// many rules do, so that Lint hands it on from one document to the next.
type memory struct {
	tokens []Token
	forms  []Form
	uses   []use
	table  []slot
	lists  []int32 // the lists of token indexes
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// release hands the memory of the document on. Nobody may use the document any more.
func (d *Document) release() {
	clear(d.Forms) // which hold on to the text
	memories.Put(&memory{d.Tokens[:0], d.Forms[:0], d.uses[:0], d.table, d.lists[:0]})
	*d = Document{}
}

// atLeast returns an empty slice with room for n, s where it has that.
func atLeast[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, 0, n)
	}
	return s[:0]
}

// cleared returns a slice of n zeros, in s where it has room.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
