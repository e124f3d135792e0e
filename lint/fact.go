package lint

import (
	"sync"
	"sync/atomic"
)

// Fact is something worth knowing about a document that several rules ask for. It is computed on the first call of Of
// and kept in the document; a Fact is safe for concurrent use. Facts are package variables: one that is made after the
// document is computed at every call.
type Fact[T any] struct {
	Name    string
	index   int // of its cell in every document
	compute func(*Document) T
}

// factCount is how many facts there are.
var factCount atomic.Int32

// NewFact makes a fact. compute must depend on the document alone.
func NewFact[T any](name string, compute func(*Document) T) *Fact[T] {
	return &Fact[T]{name, int(factCount.Add(1)) - 1, compute}
}

// Of returns the fact about d.
func (f *Fact[T]) Of(d *Document) T {
	if f.index >= len(d.facts) {
		return f.compute(d)
	}
	c := &d.facts[f.index]
	if !c.known.Load() {
		f.fill(c, d)
	}
	return c.value.(T)
}

// fill computes the fact, unless somebody else has done so.
func (f *Fact[T]) fill(c *cell, d *Document) {
	c.once.Do(func() {
		c.value = f.compute(d)
		c.known.Store(true)
	})
}

// cell holds one fact of one document.
type cell struct {
	known atomic.Bool // the value is there
	once  sync.Once
	value any
}
