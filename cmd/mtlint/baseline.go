package main

import (
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
	record   bool
	prune    bool
}

func (f *baselineFlags) bind(flags *pflag.FlagSet) {
	flags.StringVar(&f.baseline, "baseline", "", "`FILE` with the findings that are known: only others are shown")
	flags.BoolVar(&f.record, "write-baseline", false, "write all that is found into the baseline (default "+baselineName+")")
	flags.BoolVar(&f.prune, "prune", false, "take what was fixed out of the baseline")
}

// baselineName is the file that --write-baseline writes when none is named.
const baselineName = ".mtlint-baseline.json"

// check says what does not go together.
func (f *baselineFlags) check(diff bool) error {
	switch {
	case f.record && f.prune:
		return errors.New("--write-baseline takes everything into the baseline, --prune what was fixed out of it: give one of them")
	case f.record && diff:
		return errors.New("--write-baseline and --diff do not go together: give one of them")
	case f.prune && f.baseline == "":
		return errors.New("--prune takes entries out of a baseline: name it with --baseline")
	}
	return nil
}

// open returns the baseline of a run, nil where it has none.
func (f *baselineFlags) open(least lint.Severity) (*baseline.Baseline, error) {
	path := f.baseline
	if path == "" && f.record {
		path = baselineName
	}
	if path == "" {
		return nil, nil
	}
	b, err := baseline.Read(path, least)
	if f.record && errors.Is(err, baseline.ErrMissing) {
		return baseline.New(path, least)
	}
	return b, err
}

// pass takes the findings out of the results that the baseline has, or takes all into it.
func (f *baselineFlags) pass(results iter.Seq[lint.Result], b *baseline.Baseline) iter.Seq[lint.Result] {
	if b == nil {
		return results
	}
	take := b.Filter
	if f.record {
		take = b.Record
	}
	return func(yield func(lint.Result) bool) {
		for r := range results {
			take(&r)
			if !yield(r) {
				return
			}
		}
	}
}

// end returns what is to be told of the baseline when the paths are linted.
func (f *baselineFlags) end(b *baseline.Baseline, paths []string) *report.Baseline {
	if b == nil {
		return nil
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	o := b.End(paths)
	out := &report.Baseline{Known: o.Known, Pruned: f.prune || f.record}
	for _, rule := range slices.Sorted(maps.Keys(o.Fixed)) {
		out.Fixed = append(out.Fixed, report.FixedRule{Rule: rule, Count: o.Fixed[rule]})
	}
	return out
}

// save writes the baseline where that is asked for.
func (f *baselineFlags) save(b *baseline.Baseline) error {
	switch {
	case f.record:
		entries := b.Recorded()
		if err := b.Write(entries); err != nil {
			return err
		}
		findings, files := 0, make(map[string]bool)
		for _, e := range entries {
			findings += e.Count
			files[e.Path] = true
		}
		fmt.Fprintf(os.Stderr, "mtlint: %s has %s of %s now\n", b.Path, report.Count(findings, "finding"), report.Count(len(files), "file"))
	case f.prune:
		return b.Write(b.Kept())
	}
	return nil
}
