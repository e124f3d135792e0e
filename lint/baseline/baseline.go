// Package baseline keeps the findings that a house knows and leaves alone, so that only new ones are shown.
//
//	file ─ Read → Baseline
//	         │  every result of a run goes through Filter, which takes the known findings out, or through Record
//	         ▼
//	       End → Outcome: how many were known, and what was fixed since
//	         │  Kept: the entries without what was fixed and with what was recorded
//	         ▼
//	       Text → file
//
// An entry is a fingerprint with the file it is from, which may hold many records, and how often it is there: it holds no
// line, so edits elsewhere in the article and moved paragraphs leave it as it is. Where its file is gone, it stands for a
// finding of a file that has no entries: the file as renamed.
package baseline

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
)

// Entry is a finding that is known.
type Entry struct {
	Path string // of the file, with slashes, from the folder of the baseline
	lint.Fingerprint
	Severity lint.Severity
	Count    int // how often the file has it
}

// Baseline is the entries of one file at work in one run. Known is safe for concurrent use, also while one goroutine calls
// the other methods.
type Baseline struct {
	Path string // of the file
	old  string // what the file held when it was read; "" when it was not there

	folder, cwd string                // absolute
	entries     []Entry               // sorted
	files       map[string]lint.Range // of the entries of each file
	orphans     func() map[lint.Fingerprint][]int

	least    lint.Severity // of the findings that the run shows
	left     []int         // of each entry, findings not met yet
	judged   []bool        // of each entry, whether the run would have met them
	failed   map[string]bool
	ran      map[string]bool
	known    int
	moved    []move
	recorded []Entry
}

// move is a finding of a renamed file that an entry of the old name stands for.
type move struct {
	entry int
	file  string // the new name
}

// newBaseline returns a baseline of these entries, which are sorted. Paths of results are from the current folder.
func newBaseline(path string, entries []Entry, least lint.Severity) (*Baseline, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	b := &Baseline{
		Path: path, folder: filepath.Dir(abs), cwd: cwd, least: least,
		entries: entries, files: make(map[string]lint.Range),
		left: make([]int, len(entries)), judged: make([]bool, len(entries)),
		failed: make(map[string]bool), ran: make(map[string]bool),
	}
	b.orphans = sync.OnceValue(b.findOrphans)
	for i, e := range entries {
		b.left[i] = e.Count
		of, known := b.files[e.Path]
		if !known {
			of.From = i
		}
		of.To = i + 1
		b.files[e.Path] = of
	}
	return b, nil
}

// Filter takes the known findings out of a result.
func (b *Baseline) Filter(r *lint.Result) {
	file := b.entryPath(cmp.Or(r.In, r.Path))
	for _, rule := range r.Ran {
		b.ran[rule.Name] = true
	}
	if r.Err != nil {
		b.failed[file] = true
	} else {
		of := b.files[file]
		for i := of.From; i < of.To; i++ {
			b.judged[i] = b.judged[i] || b.entries[i].Severity >= b.least && slices.ContainsFunc(r.Ran, func(rule *lint.Rule) bool { return rule.Name == b.entries[i].Rule })
		}
	}
	var kept []lint.Finding
	for k, i := range b.match(file, r.Findings, b.left) {
		if i < 0 {
			kept = append(kept, r.Findings[k])
			continue
		}
		b.known++
		b.left[i]--
		if b.entries[i].Path != file {
			b.moved = append(b.moved, move{i, file})
		}
	}
	r.Findings = kept
}

// Record takes all findings out of a result and into the baseline. The entries of a file that failed stay as they are.
func (b *Baseline) Record(r *lint.Result) {
	all := r.Findings
	b.Filter(r)
	if r.Err != nil {
		return
	}
	for i := range all {
		b.recorded = append(b.recorded, Entry{b.entryPath(cmp.Or(r.In, r.Path)), all[i].Fingerprint(), all[i].Severity, 1})
	}
	b.known += len(r.Findings)
	r.Findings = nil
}

// Known reports which findings of a file the baseline has.
func (b *Baseline) Known(path string, found []lint.Finding) []bool {
	out := make([]bool, len(found))
	if len(found) > 0 {
		path = cmp.Or(found[0].At.In, path)
	}
	for k, i := range b.match(b.entryPath(path), found, nil) {
		out[k] = i >= 0
	}
	return out
}

// match returns for each finding of a file the entry that knows it, -1 for none. left is what is left of the entries; nil
// where all of them is.
func (b *Baseline) match(file string, found []lint.Finding, left []int) []int {
	out := slices.Repeat([]int{-1}, len(found))
	if len(found) == 0 || len(b.entries) == 0 {
		return out
	}
	p := pool{left: left, entries: b.entries, taken: make(map[int]int)}
	marks := make([]lint.Fingerprint, len(found))
	for k := range found {
		marks[k] = found[k].Fingerprint()
	}
	of, own := b.files[file]
	if !own {
		orphans := b.orphans()
		for k, mark := range marks {
			out[k] = p.take(orphans, mark)
		}
		return out
	}
	for _, key := range keys {
		index := make(map[lint.Fingerprint][]int, of.To-of.From)
		for i := of.From; i < of.To; i++ {
			if mark, ok := key(b.entries[i].Fingerprint); ok {
				index[mark] = append(index[mark], i)
			}
		}
		rest := false
		for k, mark := range marks {
			if out[k] < 0 {
				if mark, ok := key(mark); ok {
					out[k] = p.take(index, mark)
				}
				rest = rest || out[k] < 0
			}
		}
		if !rest {
			break
		}
	}
	return out
}

// keys are what an entry and a finding have to have in common, the strictest first: the words on both sides, or those on
// one when the others were edited.
var keys = []func(lint.Fingerprint) (lint.Fingerprint, bool){
	func(f lint.Fingerprint) (lint.Fingerprint, bool) { return f, true },
	func(f lint.Fingerprint) (lint.Fingerprint, bool) {
		f.After = ""
		return f, f.Before != ""
	},
	func(f lint.Fingerprint) (lint.Fingerprint, bool) {
		f.Before = ""
		return f, f.After != ""
	},
}

// pool is what entries have left.
type pool struct {
	entries []Entry
	left    []int       // nil: all
	taken   map[int]int // of each entry
}

// take takes one of an entry of the index that has some left, and returns which; -1 for none.
func (p *pool) take(index map[lint.Fingerprint][]int, mark lint.Fingerprint) int {
	for _, i := range index[mark] {
		left := p.entries[i].Count
		if p.left != nil {
			left = p.left[i]
		}
		if p.taken[i] < left {
			p.taken[i]++
			return i
		}
	}
	return -1
}

// findOrphans returns the entries whose file is gone.
func (b *Baseline) findOrphans() map[lint.Fingerprint][]int {
	out := make(map[lint.Fingerprint][]int)
	for file, of := range b.files {
		if !b.isGone(file) {
			continue
		}
		for i := of.From; i < of.To; i++ {
			out[b.entries[i].Fingerprint] = append(out[b.entries[i].Fingerprint], i)
		}
	}
	for _, list := range out {
		slices.Sort(list)
	}
	return out
}

// isGone reports whether the file of an entry is not there any more. Standard input is always there.
func (b *Baseline) isGone(file string) bool {
	if file == "-" {
		return false
	}
	path := filepath.FromSlash(file)
	if !filepath.IsAbs(path) {
		path = filepath.Join(b.folder, path)
	}
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// entryPath returns the path of a result as entries have it.
func (b *Baseline) entryPath(path string) string {
	if path == "-" {
		return path
	}
	abs := path
	if !filepath.IsAbs(path) {
		abs = filepath.Join(b.cwd, path)
	}
	rel, err := filepath.Rel(b.folder, abs)
	if err != nil {
		rel = abs // another drive
	}
	return filepath.ToSlash(rel)
}

// Outcome is what a baseline did in a run.
type Outcome struct {
	Known int            // findings that it has
	Fixed map[string]int // by rule: findings that it has and that are no longer there
}

// End ends a run over these paths and returns what came of it. An entry that the run would have met and did not is fixed:
// its file was linted, or was in a folder that was and is gone, and its rule ran.
func (b *Baseline) End(paths []string) Outcome {
	var roots []string
	for _, p := range paths {
		roots = append(roots, b.entryPath(p))
	}
	for file, of := range b.files {
		gone := slices.ContainsFunc(roots, func(root string) bool { return isBelow(file, root) }) && b.isGone(file)
		for i := of.From; i < of.To; i++ {
			e := &b.entries[i]
			b.judged[i] = b.judged[i] && !b.failed[file] || gone && e.Severity >= b.least && b.ran[e.Rule]
		}
	}
	out := Outcome{Known: b.known, Fixed: make(map[string]int)}
	for i, n := range b.left {
		if b.judged[i] && n > 0 {
			out.Fixed[b.entries[i].Rule] += n
		}
	}
	return out
}

// isBelow reports whether a file is in a folder or below it.
func isBelow(file, folder string) bool {
	if folder == "." {
		return file != ".." && !strings.HasPrefix(file, "../")
	}
	return strings.HasPrefix(file, folder+"/")
}

// Kept returns the entries without what was fixed and with what was recorded, sorted. Those that stand for findings of a
// renamed file bear its new name.
func (b *Baseline) Kept() []Entry {
	counts := make([]int, len(b.entries))
	for i, e := range b.entries {
		counts[i] = e.Count
		if b.judged[i] {
			counts[i] -= b.left[i]
		}
	}
	var out []Entry
	for _, m := range b.moved {
		counts[m.entry]--
		e := b.entries[m.entry]
		e.Path, e.Count = m.file, 1
		out = append(out, e)
	}
	for i, e := range b.entries {
		if e.Count = counts[i]; e.Count > 0 {
			out = append(out, e)
		}
	}
	return merge(out)
}

// Recorded returns the entries that the run could not judge, and what was recorded, sorted. Those that stood for findings
// of a renamed file are recorded under its new name.
func (b *Baseline) Recorded() []Entry {
	recorded := merge(b.recorded)
	out := recorded
	moved := make(map[int]int)
	for _, m := range b.moved {
		moved[m.entry]++
	}
	for i, e := range b.entries {
		_, again := slices.BinarySearchFunc(recorded, e, compare)
		e.Count -= moved[i]
		if !b.judged[i] && !again && e.Count > 0 {
			out = append(out, e)
		}
	}
	return merge(out)
}

// merge sorts entries and makes one of those that are equal.
func merge(all []Entry) []Entry {
	slices.SortFunc(all, compare)
	var out []Entry
	for _, e := range all {
		if n := len(out); n > 0 && compare(out[n-1], e) == 0 {
			out[n-1].Count += e.Count
		} else {
			out = append(out, e)
		}
	}
	return out
}

// compare orders entries by file, rule and text.
func compare(a, b Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Text, b.Text),
		strings.Compare(a.Before, b.Before), strings.Compare(a.After, b.After))
}
