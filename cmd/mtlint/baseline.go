package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"

	"github.com/spf13/pflag"

	"mtlint/lint"
	"mtlint/lint/baseline"
	"mtlint/lint/report"
)

// baselineFlags is the part of the command line about findings that are known.
type baselineFlags struct {
	baseline string
	none     bool
	record   bool
	prune    bool
}

func (f *baselineFlags) bind(flags *pflag.FlagSet) {
	flags.StringVar(&f.baseline, "baseline", "", "`FILE` with the findings that are known: only others are shown")
	flags.BoolVar(&f.none, "no-baseline", false, "show what is known, too")
	flags.BoolVar(&f.record, "write-baseline", false, "take all that is found into the baseline (default "+baselineName+")")
	flags.BoolVar(&f.prune, "prune", false, "take what was fixed out of the baseline")
}

// baselineName is the file that --write-baseline writes when nothing names one.
const baselineName = ".mtlint-baseline.json"

// check says what does not go together.
func (f *baselineFlags) check(diff bool) error {
	switch {
	case f.record && f.prune:
		return errors.New("--write-baseline takes everything into the baseline, --prune what was fixed out of it: give one of them")
	case f.record && diff:
		return errors.New("--write-baseline and --diff do not go together: give one of them")
	case f.none && (f.record || f.prune || f.baseline != ""):
		return errors.New("--no-baseline leaves the baseline out: give no other flag about it")
	}
	return nil
}

// baselines are the baselines of one run: one that the command line names, or those of the configurations.
type baselines struct {
	baselineFlags
	configured func(path string) string // path of the baseline that the configuration of a file names; empty for none
	files      map[string]*baseline.Baseline
}

// pathOf returns the path of the baseline of a file; empty for none.
func (b *baselines) pathOf(path string) string {
	switch {
	case b.none:
		return ""
	case b.baseline != "":
		return b.baseline
	case b.record:
		return cmp.Or(b.configured(path), baselineName)
	}
	return b.configured(path)
}

// open reads the baselines of the files that are going to be linted.
func (b *baselines) open(found []string, least lint.Severity) error {
	if len(found) == 0 {
		found = []string{""} // what the command line names is read even so
	}
	for _, path := range found {
		name := b.pathOf(path)
		if name == "" || b.files[name] != nil {
			continue
		}
		file, err := baseline.Read(name, least)
		if b.record && errors.Is(err, baseline.ErrMissing) {
			file, err = baseline.New(name, least)
		}
		if err != nil {
			return err
		}
		b.files[name] = file
	}
	if b.prune && len(b.files) == 0 {
		return errors.New("--prune takes entries out of a baseline: name it with --baseline, or in the configuration")
	}
	return nil
}

// known reports which findings of a file are known.
func (b *baselines) known(path string, found []lint.Finding) []bool {
	if len(found) > 0 {
		path = cmp.Or(found[0].At.In, path)
	}
	if file := b.files[b.pathOf(path)]; file != nil {
		return file.Known(path, found)
	}
	return make([]bool, len(found))
}

// pass takes the findings out of the results that the baselines have, or takes all into them.
func (b *baselines) pass(results iter.Seq[lint.Result]) iter.Seq[lint.Result] {
	if len(b.files) == 0 {
		return results
	}
	return func(yield func(lint.Result) bool) {
		for r := range results {
			file := b.files[b.pathOf(cmp.Or(r.In, r.Path))]
			switch {
			case file == nil:
			case b.record:
				file.Record(&r)
			default:
				file.Filter(&r)
			}
			if !yield(r) {
				return
			}
		}
	}
}

// end returns what is to be told of the baselines when the paths are linted; nil for no baseline.
func (b *baselines) end(paths []string) *report.Baseline {
	if len(b.files) == 0 {
		return nil
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	out := &report.Baseline{Pruned: b.prune || b.record}
	fixed := make(map[string]int)
	for _, file := range b.files {
		o := file.End(paths)
		out.Known += o.Known
		for rule, n := range o.Fixed {
			fixed[rule] += n
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(fixed)) {
		out.Fixed = append(out.Fixed, report.FixedRule{Rule: rule, Count: fixed[rule]})
	}
	return out
}

// save writes the baselines where that is asked for.
func (b *baselines) save() error {
	var failed error
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		file := b.files[name]
		switch {
		case b.record:
			failed = errors.Join(failed, b.saveRecorded(file))
		case b.prune:
			failed = errors.Join(failed, file.Write(file.Kept()))
		}
	}
	return failed
}

// saveRecorded writes what was found and says how much it is, and how runs find the file where nothing names it.
func (b *baselines) saveRecorded(file *baseline.Baseline) error {
	entries := file.Recorded()
	if err := file.Write(entries); err != nil {
		return err
	}
	findings, paths := 0, make(map[string]bool)
	for _, e := range entries {
		findings += e.Count
		paths[e.Path] = true
	}
	hint := ""
	if b.baseline == "" && b.configured("*") == "" {
		hint = ": give --baseline " + file.Path + ", or name it in the configuration"
	}
	fmt.Fprintf(os.Stderr, "mtlint: %s has %s of %s now%s\n", file.Path, report.Count(findings, "finding"), report.Count(len(paths), "file"), hint)
	return nil
}
