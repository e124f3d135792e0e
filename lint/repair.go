package lint

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// Repairs is what Repair made of one file, or of one record. Old with the Edits made is New.
type Repairs struct {
	Old, New string // bytes of the file, or of the record
	Edits    []Edit // in the order of Old; they neither overlap nor touch
	Fixed    int    // findings whose fix was made
	Unended  bool   // fixes were left when the rounds were used up
}

// MaxRounds is how often a file is linted again after fixes were made. Most need two rounds: one that makes the fixes and
// one that finds none left.
const MaxRounds = 10

// Repair lints like Lint and makes the fixes that are at least as safe as wanted: all that neither overlap nor touch one
// another, then those of what is found in the text as repaired, until none is left; the safe ones first, then the others
// that are still called for. The findings of a result are those that remain, placed in the text as repaired;
// Result.Repairs says what changed. It writes no file. Each Source needs a Parse.
func Repair(c Corpus, rules []*Rule, cfg *Config, least Safety) iter.Seq[Result] {
	l := newLinter(rules, cfg)
	l.visit = func(src Source) outcome { return l.repair(src, least) }
	return func(yield func(Result) bool) {
		in, shift := "", 0 // the file of the records that come, and by how much those before are longer now
		for r := range l.results(c) {
			if r.In != in {
				in, shift = r.In, 0
			}
			r.move(shift)
			if r.In != "" && r.Repairs != nil {
				shift += len(r.Repairs.New) - len(r.Repairs.Old)
			}
			if !yield(r) {
				return
			}
		}
	}
}

// move adds n to the offsets of the findings.
func (r *Result) move(n int) {
	if n == 0 {
		return
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.At.move(n)
		for k := range f.Related {
			f.Related[k].move(n)
		}
		for k := range f.Fixes {
			f.Fixes[k] = f.Fixes[k].moved(n)
		}
		for _, places := range f.Edited {
			for k := range places {
				places[k].Start.Offset += n
				places[k].End.Offset += n
			}
		}
	}
}

func (l *Location) move(n int) {
	l.Start.Offset += n
	l.End.Offset += n
}

// repair lints a source and makes fixes until none is left. A file whose repaired text cannot be written stays as it is,
// and Result.Err says why.
func (l *linter) repair(src Source, least Safety) outcome {
	o := l.source(src)
	if o.file == nil { // it could not be read
		if src.In != "" {
			o.Repairs = &Repairs{Old: src.Data, New: src.Data}
		}
		return o
	}
	first := o
	r := &Repairs{Old: o.file.bytes()}
	text := pieces{{Span: Span{0, len(r.Old)}}}
	r.New = r.Old
	stage := Safe
	for round := 0; ; round++ {
		found := l.unknown(o.Path, o.own())
		edits, n := Choose(found, o.file.bytes(), stage)
		if n == 0 && stage > least { // what is safe is done, and other findings with it that had the same cause
			stage = least
			edits, n = Choose(found, o.file.bytes(), stage)
		}
		if n == 0 || round == MaxRounds {
			r.Unended = n > 0
			break
		}
		again, err := l.again(src, o.file, edits)
		if err != nil {
			first.Err = cmp.Or(first.Err, err)
			first.Repairs = &Repairs{Old: r.Old, New: r.Old}
			return first
		}
		r.Fixed += n
		text = text.edit(edits)
		r.New, o = again.file.bytes(), again
	}
	r.Edits = text.edits(r.Old)
	o.Repairs = r
	return o
}

// own returns the findings with their fixes as places of the record that was linted, where it was one.
func (o *outcome) own() []Finding {
	begin := o.file.outer().Offset
	if begin == 0 {
		return o.Findings
	}
	out := slices.Clone(o.Findings)
	for i := range out {
		fixes := slices.Clone(out[i].Fixes)
		for k := range fixes {
			fixes[k] = fixes[k].moved(-begin)
		}
		out[i].Fixes = fixes
	}
	return out
}

// unknown returns the findings that are not known and left alone.
func (l *linter) unknown(path string, found []Finding) []Finding {
	if l.cfg.Known == nil {
		return found
	}
	var out []Finding
	for i, known := range l.cfg.Known(path, found) {
		if !known {
			out = append(out, found[i])
		}
	}
	return out
}

// again lints the file with the edits made. The text that they put in is in UTF-8 before and in the file's encoding
// afterwards.
func (l *linter) again(src Source, f *File, edits []Edit) (outcome, error) {
	for i := range edits {
		text, err := f.encode(edits[i].Text)
		if err != nil {
			return outcome{}, fmt.Errorf("repair %s: %w", src.Path, err)
		}
		edits[i].Text = text
	}
	data := Fix{Edits: edits}.Apply(f.bytes())
	parse := func() (*Document, error) { return src.Parse(data) }
	o := l.source(Source{Path: src.Path, In: src.In, Config: src.Config, Read: parse})
	switch {
	case o.file == nil:
		return o, fmt.Errorf("repair %s: the text as repaired cannot be read: %w", src.Path, o.Err)
	case o.file.Encoding != f.Encoding && !isASCII(data):
		return o, fmt.Errorf("repair %s: the text as repaired would no longer be read as %s: convert the file to UTF-8 first",
			src.Path, cmp.Or(f.Encoding, "UTF-8"))
	}
	return o, nil
}

// Choose returns the edits of the fixes to make in data, the bytes of a file, in order, and how many fixes they are.
// Findings take turns by severity, then by place, each with its best fix that is safe enough; a fix that overlaps or
// touches one chosen before waits.
func Choose(findings []Finding, data string, least Safety) (edits []Edit, n int) {
	turns := make([]*Finding, len(findings))
	for i := range findings {
		turns[i] = &findings[i]
	}
	slices.SortStableFunc(turns, func(a, b *Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	for _, t := range turns {
		fix, ok := t.fix(least)
		if !ok || !fix.changes(data) || slices.ContainsFunc(fix.Edits, func(e Edit) bool { return touches(edits, e) }) {
			continue
		}
		n++
		for _, e := range fix.Edits {
			edits = slices.Insert(edits, after(edits, e.Start+1), e)
		}
	}
	return edits, n
}

// touches reports whether an edit overlaps or touches one of those chosen, which are in order.
func touches(chosen []Edit, e Edit) bool {
	i := after(chosen, e.End)
	if i < len(chosen) && chosen[i].Start == e.End {
		return true
	}
	return i > 0 && chosen[i-1].End >= e.Start
}

// after returns the index of the first edit that starts at the offset or behind it.
func after(edits []Edit, offset int) int {
	i, _ := slices.BinarySearchFunc(edits, offset, func(e Edit, o int) int { return cmp.Compare(e.Start, o) })
	return i
}
