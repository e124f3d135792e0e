// Package lint finds what machine translation broke in a text.
//
// In goes a [Corpus] of documents and a list of rules; out come findings, placed to the byte in their files:
//
//	file ─ Source.Read → Document{Text, Tokens, Sentences, Blocks}
//	         │  facts on demand, once each (Fact.Of)
//	         ▼
//	  rules that read one document → []Diagnostic, spans in Text → filter → []Finding, places in the file
//	  rules that read the corpus   → []Finding, from corpus facts alone
//	         ▼
//	  Result, one a file, in the order of the corpus
//
// The package reads no files and knows no rule: both are handed to [Lint]. Documents are linted in parallel and dropped
// when their rules are done; the output does not depend on the number of cores.
package lint

import (
	"cmp"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// Corpus is the files to lint, in order. Each is read when its turn comes.
type Corpus = iter.Seq[Source]

// Source is one file to lint.
type Source struct {
	Path string
	Read func() (*Document, error) // the file, or its first section: see Document.Rest

	Parse func(data string) (*Document, error) // reads these bytes in place of the file's; Repair asks for it
}

// Result is what Lint says of one file.
type Result struct {
	Path     string
	Words    int
	Encoding string // the encoding the file was decoded from; empty for UTF-8
	Findings []Finding
	Hidden   int      // findings below the wanted severity
	Err      error    // the file could not be read, or not wholly linted or repaired
	Repairs  *Repairs // of Repair; nil where the file could not be read
}

// Lint runs the rules over the corpus and yields one result a file, in the order of the corpus. A rule that panics
// loses its findings on that document, or on the corpus; the others are kept and Result.Err, or that of the first file,
// says so.
func Lint(c Corpus, rules []*Rule, cfg *Config) iter.Seq[Result] {
	return newLinter(rules, cfg).results(c)
}

// results visits the sources and yields one result each.
func (l *linter) results(c Corpus) iter.Seq[Result] {
	if slices.ContainsFunc(l.rules, func(r *Rule) bool { return r.RunCorpus != nil }) {
		return func(yield func(Result) bool) { l.corpus(c, yield) }
	}
	return func(yield func(Result) bool) {
		for o := range l.outcomes(c) {
			if !yield(o.Result) {
				return
			}
		}
	}
}

// linter is what one call of Lint does with every document.
type linter struct {
	rules  []*Rule  // those that the configuration selects
	bounds []Bounds // of each rule
	facts  bool     // some rule asks for corpus facts
	cfg    *Config
	visit  func(Source) outcome // what is done with every source
}

func newLinter(rules []*Rule, cfg *Config) *linter {
	l := &linter{rules: cfg.Rules(rules), cfg: cfg}
	for _, r := range l.rules {
		l.bounds = append(l.bounds, cfg.bounds(r))
		l.facts = l.facts || len(r.Corpus) > 0
	}
	l.visit = l.source
	return l
}

// outcome is the result of one source and the summaries of its documents for the corpus facts.
type outcome struct {
	Result
	summaries map[CorpusReader][]any
	file      *File // what was linted; nil where nothing was
}

// outcomes lints the documents in parallel and yields their outcomes in order. It reads ahead of the consumer by a few
// documents a core and no more.
func (l *linter) outcomes(c Corpus) iter.Seq[outcome] {
	jobs := l.cfg.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return func(yield func(outcome) bool) {
		queue := make(chan chan outcome, 4*jobs)
		work := make(chan job)
		done := make(chan struct{})
		defer close(done)
		for range jobs {
			go func() {
				for j := range work {
					o := l.visit(j.src)
					o.file = nil // the queue holds results, no texts
					j.out <- o
				}
			}()
		}
		go func() {
			defer close(queue)
			defer close(work)
			for src := range c {
				j := job{src, make(chan outcome, 1)}
				select {
				case queue <- j.out:
				case <-done:
					return
				}
				select {
				case work <- j:
				case <-done:
					return
				}
			}
		}()
		for out := range queue {
			if !yield(<-out) {
				return
			}
		}
	}
}

// job is a source to lint and where its outcome goes.
type job struct {
	src Source
	out chan outcome
}

// source reads a source and lints it, section by section where it has more than one.
func (l *linter) source(src Source) outcome {
	o := outcome{Result: Result{Path: src.Path}}
	for next := src.Read; next != nil; {
		d, err := read(src.Path, next)
		if err != nil {
			o.Err = cmp.Or(o.Err, err)
			break
		}
		l.lint(d, &o)
		next = d.Rest
	}
	return o
}

// lint runs the rules over a document and adds what they find to the outcome.
func (l *linter) lint(d *Document, o *outcome) {
	o.file = d.File
	o.Words += d.Words
	o.Encoding = d.File.Encoding
	p := &Pass{Document: d}
	for next := 0; next < len(l.rules); {
		var err error
		next, err = p.run(l, next)
		o.Err = cmp.Or(o.Err, err)
	}
	ds, hidden := filter(p.diagnostics, l.cfg.minSeverity())
	o.Hidden += hidden
	o.Findings = slices.Grow(o.Findings, len(ds))
	for i := range ds {
		o.Findings = append(o.Findings, d.finding(&ds[i]))
	}
	if l.facts {
		o.Err = cmp.Or(o.Err, o.summarise(d, l.rules))
	}
}

// run runs the rules from the given one on over the document of the pass, up to one that panics: it loses its findings,
// its fault is the error, and next is the one behind it.
func (p *Pass) run(l *linter, first int) (next int, err error) {
	before := 0
	defer func() {
		if v := recover(); v != nil {
			p.diagnostics = p.diagnostics[:before]
			err = &RuleFault{p.rule.Name, p.File.Path, v, debug.Stack()}
		}
	}()
	for next = first; next < len(l.rules); {
		r := l.rules[next]
		before, p.rule, p.bounds = len(p.diagnostics), r, l.bounds[next]
		next++
		if r.Run != nil && r.reads(p.Document) {
			r.Run(p)
		}
	}
	return next, nil
}

// summarise computes what the corpus rules will ask of the document.
func (o *outcome) summarise(d *Document, rules []*Rule) error {
	var failed error
	known := make(map[CorpusReader]bool)
	for _, r := range rules {
		for _, f := range r.Corpus {
			if known[f] {
				continue
			}
			known[f] = true
			if o.summaries == nil {
				o.summaries = make(map[CorpusReader][]any)
			}
			failed = cmp.Or(failed, guard(r, d.File.Path, func() { o.summaries[f] = append(o.summaries[f], f.summary(d)) }))
		}
	}
	return failed
}

// read calls the reader of a source, or of a section, and turns its panic into an error.
func read(path string, reader func() (*Document, error)) (d *Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			d, err = nil, fmt.Errorf("read %s: %v (please report this)", path, v)
		}
	}()
	return reader()
}

// guard calls f, a part of the rule, and turns its panic into an error.
func guard(r *Rule, path string, f func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &RuleFault{r.Name, path, v, debug.Stack()}
		}
	}()
	f()
	return nil
}

// RuleFault is the panic of a rule on a document, or on the whole corpus: a bug in the rule.
type RuleFault struct {
	Rule, Path string
	Value      any
	Stack      []byte
}

func (f *RuleFault) Error() string {
	return fmt.Sprintf("rule %s failed on %s and was left out there: %v (please report this)", f.Rule, f.Path, f.Value)
}

// corpus lints the documents, then runs the corpus rules over their summaries and yields all results.
func (l *linter) corpus(c Corpus, yield func(Result) bool) {
	var results []Result
	summaries := make(map[CorpusReader][]any)
	for o := range l.outcomes(c) {
		results = append(results, o.Result)
		for f, s := range o.summaries {
			summaries[f] = append(summaries[f], s...)
		}
	}
	facts := make(map[CorpusReader]any)
	for i, r := range l.rules {
		if r.RunCorpus == nil {
			continue
		}
		p := &CorpusPass{rule: r, bounds: l.bounds[i], facts: facts}
		err := guard(r, "the corpus", func() {
			for _, f := range r.Corpus {
				if _, known := facts[f]; !known {
					facts[f] = f.value(summaries[f])
				}
			}
			r.RunCorpus(p)
		})
		if err == nil {
			addFindings(results, p.findings, l.cfg)
		} else if len(results) > 0 {
			results[0].Err = cmp.Or(results[0].Err, err)
		}
	}
	for _, r := range results {
		if !yield(r) {
			return
		}
	}
}

// addFindings puts the findings of a corpus rule into the results of their files.
func addFindings(results []Result, found []Finding, cfg *Config) {
	byPath := make(map[string]int, len(results))
	for i := range results {
		byPath[results[i].Path] = i
	}
	for _, f := range found {
		r := &results[byPath[f.At.Path]]
		if f.Severity < cfg.minSeverity() {
			r.Hidden++
			continue
		}
		r.Findings = append(r.Findings, f)
	}
	for i := range results {
		slices.SortStableFunc(results[i].Findings, func(a, b Finding) int {
			return cmp.Or(a.At.Start.Offset-b.At.Start.Offset, a.At.End.Offset-b.At.End.Offset, strings.Compare(a.Rule.Name, b.Rule.Name))
		})
	}
}
