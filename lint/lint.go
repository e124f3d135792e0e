// Package lint finds what machine translation broke in a text.
//
// In goes a [Corpus] of documents and a list of rules; out come findings, placed to the byte in their files:
//
//	file ─ Source.Read → Document{Text, Tokens, Sentences, Blocks}
//	         │  facts on demand, once each (Fact.Of)
//	         ▼
//	  rules → []Diagnostic, spans in Text → filter → []Finding, places in the file
//	         ▼
//	  Result, one a file, in the order of the corpus
//
// The package reads no files and knows no rule: both are handed to [Lint]. Documents are linted in parallel and dropped
// when their rules are done; the output does not depend on the number of cores. Where a rule compares a document with the
// others, the corpus is read twice: first for its corpus facts, of which little is kept, then for its findings.
package lint

import (
	"cmp"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
)

// Corpus is the files to lint, in order. Each is read when its turn comes.
type Corpus = iter.Seq[Source]

// Source is one file to lint, or one record of a file that holds many articles.
type Source struct {
	Path string
	Read func() (*Document, error) // the file, or its first section: see Document.Rest; both when a part is missing

	Sole bool // nobody else uses the documents of Read: their memory goes to the documents that are read after them

	Parse func(data string) (*Document, error) // reads these bytes in place of the file's; Repair asks for it

	Config *Config // what is wanted of this file; nil: what is wanted of the run

	In   string // path of the file that it is a record of; empty for a file
	Data string // the bytes of a record; those of all records, one behind the other, are the file
	Done func() // is called when the source is linted, for a reader that must not get too far ahead; nil: nobody waits
}

// Result is what Lint says of one file, or of one record of it.
type Result struct {
	Path     string
	In       string // path of the file that it is a record of; empty for a file
	Words    int
	Encoding string // the encoding the file was decoded from; empty for UTF-8
	Findings []Finding
	Hidden   int      // findings below the wanted severity
	Err      error    // the file could not be read, or not wholly linted or repaired
	Repairs  *Repairs // of Repair; nil where the file could not be read
	File     *File    // the file that the findings are placed in, with all records; nil unless Config.KeepFiles asks for it and the file could be read

	Ran        []*Rule      // rules that the configuration of the file selects
	Suppressed []Suppressed // findings that a directive of the file leaves out
}

// Lint runs the rules over the corpus and yields one result a file, in the order of the corpus, as soon as it is there. The
// Config of a source takes the place of cfg for it; a rule that compares documents runs where cfg has it, too. A rule that
// panics loses its findings on that document; the others are kept and Result.Err says so.
func Lint(c Corpus, rules []*Rule, cfg *Config) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for r := range newLinter(rules, cfg).results(c) {
			if !r.IsRemainder() && !yield(r) {
				return
			}
		}
	}
}

// IsRemainder reports whether the result is of what a file has behind its last record: blank lines. Only Repair has such
// results, so that those of a file hold all of it.
func (r *Result) IsRemainder() bool { return r.In != "" && r.In == r.Path }

// results visits the sources and yields one result each.
func (l *linter) results(c Corpus) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		l.gather(c)
		for o := range l.outcomes(c) {
			if !yield(o.Result) {
				return
			}
		}
	}
}

// linter is what one call of Lint does with every document.
type linter struct {
	cfg   *Config
	all   []*Rule              // those that were handed over
	run   *plan                // of cfg
	plans sync.Map             // *Config to *plan, of the sources that have a Config of their own
	facts *CorpusFacts         // nil where no rule asks for any
	visit func(Source) outcome // what is done with every source
}

// plan is what a Config makes of the rules.
type plan struct {
	known  []*Rule  // all that there are
	rules  []*Rule  // those that it selects
	bounds []Bounds // of each rule
	least  Severity // of the findings that are not hidden
}

func newPlan(rules []*Rule, cfg *Config) *plan {
	p := &plan{known: slices.Concat(rules, cfg.House), rules: cfg.Rules(rules), least: cfg.minSeverity()}
	for _, r := range p.rules {
		p.bounds = append(p.bounds, cfg.bounds(r))
	}
	return p
}

func newLinter(rules []*Rule, cfg *Config) *linter {
	l := &linter{cfg: cfg, all: rules, run: newPlan(rules, cfg)}
	l.visit = l.source
	return l
}

// planOf returns the plan of a source.
func (l *linter) planOf(src Source) *plan {
	if src.Config == nil {
		return l.run
	}
	if p, ok := l.plans.Load(src.Config); ok {
		return p.(*plan)
	}
	var rules []*Rule
	for _, r := range l.all {
		if len(r.Corpus) == 0 || slices.Contains(l.run.rules, r) {
			rules = append(rules, r)
		}
	}
	p, _ := l.plans.LoadOrStore(src.Config, newPlan(rules, src.Config))
	return p.(*plan)
}

// gather makes the corpus facts that the rules ask for, unless the configuration has them.
func (l *linter) gather(c Corpus) {
	if !slices.ContainsFunc(l.run.rules, func(r *Rule) bool { return len(r.Corpus) > 0 }) {
		return
	}
	if l.facts = l.cfg.Facts; l.facts == nil {
		l.facts = NewCorpusFacts(l.run.rules)
		l.facts.gather(c, l.cfg.Jobs, func(Result) {})
	}
}

// outcome is the result of one source and what else is made of it.
type outcome struct {
	Result
	summaries [][]any // for the corpus facts, a section each
	fault     error   // of a summary
	file      *File   // what was linted; nil where nothing was

	edits bool // findings say where their edits are

	directed   *File // whose directives these are
	directives []*Directive
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
			go l.work(work)
		}
		go feed(c, queue, work, done)
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

// feed makes a job of every source, in order, until done is closed: first it queues where the outcome is going to be.
func feed(c Corpus, queue chan<- chan outcome, work chan<- job, done <-chan struct{}) {
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
}

// work does the jobs.
func (l *linter) work(jobs <-chan job) {
	for j := range jobs {
		o := l.visit(j.src)
		if l.cfg.KeepFiles && o.file != nil {
			o.File = o.file.outer()
		}
		o.file = nil // the queue holds results, texts only where they are asked for
		if j.src.Done != nil {
			j.src.Done()
		}
		j.out <- o
	}
}

// source reads a source and lints it.
func (l *linter) source(src Source) outcome {
	o := outcome{Result: Result{Path: src.Path, In: src.In, Err: l.facts.fault(src.Path)}, edits: l.cfg.EditPlaces}
	p := l.planOf(src)
	o.Ran = p.rules
	o.read(src, func(d *Document) (more bool) {
		l.lint(d, p, &o)
		return l.cfg.ended() == nil
	})
	if l.cfg.ended() == nil {
		o.direct(p)
	}
	return o
}

// read reads a source, section by section where it has more than one, and hands over each until section says to stop.
func (o *outcome) read(src Source, section func(*Document) (more bool)) {
	for next := src.Read; next != nil; {
		d, err := read(src.Path, next)
		o.Err = cmp.Or(o.Err, err)
		if d == nil {
			break
		}
		o.file = d.File
		o.Words += d.Words
		o.Encoding = d.File.Encoding
		if !section(d) {
			break
		}
		next = d.Rest
		if src.Sole {
			d.release()
		}
	}
}

// lint runs the rules of a plan over a document and adds what they find to the outcome.
func (l *linter) lint(d *Document, plan *plan, o *outcome) {
	p := &Pass{Document: d, corpus: l.facts}
	if l.facts != nil {
		l.facts.mu.RLock()
		defer l.facts.mu.RUnlock()
	}
	for next := 0; next < len(plan.rules); {
		var err error
		next, err = p.run(l, plan, next)
		o.Err = cmp.Or(o.Err, err)
	}
	o.keep(d, p.diagnostics, plan.least)
}

// keep adds those of the diagnostics of a document that are wanted.
func (o *outcome) keep(d *Document, ds []Diagnostic, least Severity) {
	ds = inOrder(ds)
	if len(d.File.Comments) > 0 {
		ds = o.suppress(d, ds, least)
	}
	ds, hidden := shown(ds, least)
	o.Hidden += hidden
	o.Findings = slices.Grow(o.Findings, len(ds))
	from := len(o.Findings)
	for i := range ds {
		o.Findings = append(o.Findings, d.finding(&ds[i], o.edits))
	}
	if d.Map != nil && d.Map.backward {
		slices.SortStableFunc(o.Findings[from:], func(a, b Finding) int { return a.At.Start.Offset - b.At.Start.Offset })
	}
}

// run runs the rules from the given one on over the document of the pass, up to one that panics: it loses its findings,
// its fault is the error, and next is the one behind it.
func (p *Pass) run(l *linter, plan *plan, first int) (next int, err error) {
	before := 0
	defer func() {
		if v := recover(); v != nil {
			p.diagnostics = p.diagnostics[:before]
			err = &RuleFault{p.rule.Name, p.File.Path, v, debug.Stack()}
		}
	}()
	for next = first; next < len(plan.rules); {
		if err := l.cfg.ended(); err != nil {
			return len(plan.rules), err
		}
		r := plan.rules[next]
		before, p.rule, p.bounds = len(p.diagnostics), r, plan.bounds[next]
		next++
		if r.Run != nil && r.reads(p.Document) {
			r.Run(p)
		}
	}
	return next, nil
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

// RuleFault is the panic of a rule on a document: a bug in the rule.
type RuleFault struct {
	Rule, Path string
	Value      any
	Stack      []byte
}

func (f *RuleFault) Error() string {
	return fmt.Sprintf("rule %s failed on %s and was left out there: %v (please report this)", f.Rule, f.Path, f.Value)
}
