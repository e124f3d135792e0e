package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
	"mtlint/rules"
)

// fixFlags is the part of the command line that asks for repairs.
type fixFlags struct {
	fix, diff, unsafe bool
}

func (f *fixFlags) bind(flags *pflag.FlagSet) {
	flags.BoolVar(&f.fix, "fix", false, "write the safe repairs into the files; with - the repaired text to standard output")
	flags.BoolVar(&f.diff, "diff", false, "print the safe repairs as a unified diff and write nothing")
	flags.BoolVar(&f.unsafe, "unsafe-fixes", false, "with --fix or --diff: make repairs that are right most times, too")
}

// check says what does not go together.
func (f *fixFlags) check(paths []string) error {
	switch {
	case f.fix && f.diff:
		return errors.New("--fix writes the repairs, --diff only prints them: give one of them")
	case f.unsafe && !f.fix && !f.diff:
		return errors.New("--unsafe-fixes says which repairs are made: give --fix or --diff, too")
	case f.fix && len(paths) > 1 && slices.Contains(paths, "-"):
		return errors.New("--fix - writes the repaired text to standard output: name no other path")
	}
	return nil
}

// safety returns the safety that repairs need to be made.
func (f *fixFlags) safety() lint.Safety {
	if f.unsafe {
		return lint.Unsafe
	}
	return lint.Safe
}

// repair lints the paths and makes the repairs; the results say what remains.
func (f *checkFlags) repair(paths []string, cfg *lint.Config, write bool) (iter.Seq[lint.Result], error) {
	corpus, err := f.corpus(paths, cfg)
	if err != nil {
		return nil, err
	}
	results := lint.Repair(corpus, rules.All(), cfg, f.safety())
	if !write {
		return results, nil
	}
	w := &writer{filter: isFilter(paths), folders: make(map[string]bool), files: make(map[string]bool)}
	return w.written(results), nil
}

// isFilter reports whether the text comes from standard input alone.
func isFilter(paths []string) bool { return slices.Equal(paths, []string{"-"}) }

// writer writes the repaired texts.
type writer struct {
	filter  bool              // to standard output
	folders map[string]bool   // cleared of temporary files
	files   map[string]bool   // written, or tried
	records *atomicfile.Parts // the file of the records that come; nil where none do, or it cannot be written
	failed  string            // the file of records that could not be written
}

// written writes the repaired texts of the results as they come, and yields those that are to be reported. What goes wrong
// with a file becomes its error, and it has no findings then: they would be places of a text that is nowhere.
func (w *writer) written(results iter.Seq[lint.Result]) iter.Seq[lint.Result] {
	return func(yield func(lint.Result) bool) {
		for r := range results {
			if err := w.endRecords(&r); err != nil && !yield(*err) {
				return
			}
			if r.In != "" && r.In == w.failed {
				continue
			}
			var err error
			if r.Repairs != nil {
				err = w.write(&r)
			}
			if err != nil {
				r = lint.Result{Path: cmp.Or(r.In, r.Path), Words: r.Words, Encoding: r.Encoding, Err: errors.Join(r.Err, err)}
			}
			if !r.IsRemainder() && !yield(r) || err != nil && w.filter {
				return
			}
		}
		if err := w.endRecords(new(lint.Result)); err != nil {
			yield(*err)
		}
	}
}

// write writes the repaired text of one result.
func (w *writer) write(r *lint.Result) error {
	switch {
	case w.filter:
		if _, err := os.Stdout.WriteString(r.Repairs.New); err != nil {
			return fmt.Errorf("write the repaired text: %w", err)
		}
		return nil
	case r.In != "":
		return w.record(r)
	}
	return w.file(r)
}

// record writes the repaired text of a record.
func (w *writer) record(r *lint.Result) error {
	err := w.openRecords(r.In)
	if err == nil {
		err = w.records.Replace(r.Repairs.Old, r.Repairs.New)
	}
	if err != nil {
		w.failed = r.In
	}
	return err
}

// openRecords opens a file of records, unless it is open.
func (w *writer) openRecords(path string) error {
	if w.records != nil {
		return nil
	}
	target, err := w.target(path)
	if err != nil {
		return err
	}
	if w.files[target] {
		return fmt.Errorf("write %s: it was repaired under another name", path)
	}
	w.files[target] = true
	w.records, err = atomicfile.OpenParts(path)
	return err
}

// endRecords ends the file of the records before, unless next is one of them; next may be that the rest of the file could
// not be read. It returns what to report where the file could not be written.
func (w *writer) endRecords(next *lint.Result) *lint.Result {
	f := w.records
	if f == nil || next.In == f.Path() {
		return nil
	}
	w.records = nil
	if next.Path == f.Path() || w.failed == f.Path() {
		f.Discard()
		return nil
	}
	if err := f.Commit(); err != nil {
		return &lint.Result{Path: f.Path(), Err: err}
	}
	return nil
}

// file writes the repaired text into the file of a result, once even where several names lead to it.
func (w *writer) file(r *lint.Result) error {
	target, err := w.target(r.Path)
	if err != nil || r.Repairs.New == r.Repairs.Old || w.files[target] {
		return err
	}
	w.files[target] = true
	return atomicfile.Rewrite(r.Path, r.Repairs.Old, r.Repairs.New)
}

// target returns the file that a path leads to. Its folder is cleared of temporary files.
func (w *writer) target(path string) (string, error) {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", atomicfile.RewriteError(path, err)
	}
	if dir := filepath.Dir(target); !w.folders[dir] {
		w.folders[dir] = true
		atomicfile.ClearTemps(dir)
	}
	return target, nil
}
