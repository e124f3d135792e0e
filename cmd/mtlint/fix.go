package main

import (
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
	w := &writer{folders: make(map[string]bool), files: make(map[string]bool)}
	return func(yield func(lint.Result) bool) {
		for r := range lint.Repair(corpus, rules.All(), cfg, f.safety()) {
			if write && r.Repairs != nil {
				w.write(&r, isFilter(paths))
			}
			if !yield(r) {
				return
			}
		}
	}, nil
}

// isFilter reports whether the text comes from standard input alone.
func isFilter(paths []string) bool { return slices.Equal(paths, []string{"-"}) }

// writer writes the repaired texts.
type writer struct {
	folders map[string]bool // cleared of temporary files
	files   map[string]bool // written, or tried
}

// write writes the repaired text of one result: to standard output when it is a filter, into its file otherwise. What
// goes wrong becomes the error of the result, which then has no findings: they would be places of a text that is nowhere.
func (w *writer) write(r *lint.Result, filter bool) {
	var err error
	if filter {
		if _, err = os.Stdout.WriteString(r.Repairs.New); err != nil {
			err = fmt.Errorf("write the repaired text: %w", err)
		}
	} else {
		err = w.file(r)
	}
	if err != nil {
		*r = lint.Result{Path: r.Path, Words: r.Words, Encoding: r.Encoding, Err: errors.Join(r.Err, err)}
	}
}

// file writes the repaired text into the file of a result, once even where several names lead to it.
func (w *writer) file(r *lint.Result) error {
	target, err := filepath.EvalSymlinks(r.Path)
	if err != nil {
		return atomicfile.RewriteError(r.Path, err)
	}
	if dir := filepath.Dir(target); !w.folders[dir] {
		w.folders[dir] = true
		atomicfile.ClearTemps(dir)
	}
	if r.Repairs.New == r.Repairs.Old || w.files[target] {
		return nil
	}
	w.files[target] = true
	return atomicfile.Rewrite(r.Path, r.Repairs.Old, r.Repairs.New)
}
