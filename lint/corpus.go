package lint

import (
	"cmp"
	"runtime/debug"
	"slices"
	"sync"
)

// CorpusFact is what rules know of all documents of a corpus: one small summary a document, gathered in one value. A rule
// that asks for it names it in Rule.Corpus and compares its own document with the value. Corpus facts are package
// variables.
type CorpusFact[M any, G Gatherer[M]] struct {
	Name      string
	summarise func(*Document) M
	empty     func() G
}

// Gatherer holds the summaries of the documents of a corpus. It is not safe for concurrent use.
type Gatherer[M any] interface {
	Add(path string, summary M) // of a file, or of its next section
	Remove(path string)         // what was added of a file, if anything was
}

// NewCorpusFact makes a corpus fact. summarise must return something small that does not refer to the document's text,
// empty a gatherer of no documents.
func NewCorpusFact[M any, G Gatherer[M]](name string, summarise func(*Document) M, empty func() G) *CorpusFact[M, G] {
	return &CorpusFact[M, G]{name, summarise, empty}
}

// Of returns what is gathered of the corpus that is being linted. The rule must name the fact in Rule.Corpus.
func (f *CorpusFact[M, G]) Of(p *Pass) G { return p.corpus.gathered[f].(G) }

// Gather reads the corpus for the fact alone and calls each with a result without findings for every file, in order.
func (f *CorpusFact[M, G]) Gather(c Corpus, jobs int, each func(Result)) G {
	facts := newFacts([]CorpusReader{f})
	facts.gather(c, jobs, each)
	return facts.gathered[f].(G)
}

func (f *CorpusFact[M, G]) summary(d *Document) any   { return f.summarise(d) }
func (f *CorpusFact[M, G]) gatherer() any             { return f.empty() }
func (f *CorpusFact[M, G]) remove(g any, path string) { g.(G).Remove(path) }
func (f *CorpusFact[M, G]) add(g any, path string, summary any) {
	g.(G).Add(path, summary.(M))
}

// CorpusReader is a corpus fact of any type, as a rule names it in Rule.Corpus.
type CorpusReader interface {
	summary(*Document) any
	gatherer() any
	add(gatherer any, path string, summary any)
	remove(gatherer any, path string)
}

// CorpusFacts is the corpus facts that some rules ask for, about a set of documents that may change: a folder that is open
// in an editor. Given to Lint in Config.Facts it takes the place of a reading of the corpus beforehand. It is safe for
// concurrent use.
type CorpusFacts struct {
	readers []CorpusReader

	mu       sync.RWMutex
	gathered map[CorpusReader]any
	faults   map[string]error // by path: a summary that panicked
}

// NewCorpusFacts returns the facts that the rules ask for, about no document yet.
func NewCorpusFacts(rules []*Rule) *CorpusFacts {
	var readers []CorpusReader
	for _, r := range rules {
		for _, f := range r.Corpus {
			if !slices.Contains(readers, f) {
				readers = append(readers, f)
			}
		}
	}
	return newFacts(readers)
}

func newFacts(readers []CorpusReader) *CorpusFacts {
	c := &CorpusFacts{readers: readers, gathered: make(map[CorpusReader]any), faults: make(map[string]error)}
	for _, f := range readers {
		c.gathered[f] = f.gatherer()
	}
	return c
}

// Put takes up a file, of which d is the first section, or what has become of it. The error is that of a section that
// could not be read, or a fault in a fact.
func (c *CorpusFacts) Put(d *Document) error {
	path := d.File.Path
	src := Source{Path: path, Read: func() (*Document, error) { return d, nil }}
	o := c.summarise(src)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(path)
	c.take(&o)
	return o.Err
}

// Remove forgets a file.
func (c *CorpusFacts) Remove(path string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(path)
}

func (c *CorpusFacts) drop(path string) {
	for _, f := range c.readers {
		f.remove(c.gathered[f], path)
	}
	delete(c.faults, path)
}

// take gathers the summaries of a file.
func (c *CorpusFacts) take(o *outcome) {
	for _, section := range o.summaries {
		for i, f := range c.readers {
			f.add(c.gathered[f], o.Path, section[i])
		}
	}
	if o.fault != nil {
		c.faults[o.Path] = o.fault
	}
}

// fault returns what went wrong in the summary of a file.
func (c *CorpusFacts) fault(path string) error {
	if c == nil {
		return nil
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.faults[path]
}

// gather reads the corpus and gathers the summaries in its order.
func (c *CorpusFacts) gather(corpus Corpus, jobs int, each func(Result)) {
	l := &linter{cfg: &Config{Jobs: jobs}, visit: c.summarise}
	for o := range l.outcomes(corpus) {
		c.take(&o)
		each(o.Result)
	}
}

// summarise reads a source and returns the summaries of its sections.
func (c *CorpusFacts) summarise(src Source) outcome {
	o := outcome{Result: Result{Path: src.Path}}
	o.read(src, func(d *Document) bool {
		section, err := c.summaries(d)
		if err != nil {
			o.fault = cmp.Or(o.fault, err)
			o.Err = cmp.Or(o.Err, err)
			return true
		}
		o.summaries = append(o.summaries, section)
		return true
	})
	return o
}

// summaries returns the summaries of a document by the index of the reader.
func (c *CorpusFacts) summaries(d *Document) (all []any, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &RuleFault{"that compares articles", d.File.Path, v, debug.Stack()}
		}
	}()
	all = make([]any, len(c.readers))
	for i, f := range c.readers {
		all[i] = f.summary(d)
	}
	return all, nil
}
