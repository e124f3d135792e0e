package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/baseline"
	"mtlint/lint/report"
)

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Lint files and folders",
		Long: `Lint files and folders (default: the current one); - reads standard input.

Shown are errors (certainly broken) and warnings (very likely broken). With --all also info findings: worth a look.

--fix writes the safe repairs of what is shown into the files, --diff prints them as git apply and patch -p1 take them.
With --fix the exit code is 1 when something remains, with --diff when there is something to change.`,
		Example: `  mtlint check article.txt
  mtlint check news/ --select quotes,names/variant
  mtlint check news/ --statistics
  mtlint check news/ --diff
  mtlint check --fix - <draft.txt >repaired.txt`,
	}
	bindCheck(cmd)
	return cmd
}

// checkFlags is the command line of check.
type checkFlags struct {
	corpusFlags
	fixFlags
	outputFlags
	baselineFlags
	all        bool
	least      choice
	color      choice
	statistics bool
	exitZero   bool
	noProgress bool
}

// bindCheck makes cmd run check: the root command does, too.
func bindCheck(cmd *cobra.Command) {
	f := &checkFlags{
		least: choice{"warning", []string{"error", "warning", "info"}},
		color: choice{"auto", []string{"auto", "always", "never"}},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	f.fixFlags.bind(flags)
	f.corpusFlags.bind(cmd)
	flags.BoolVar(&f.all, "all", false, "show info findings too")
	flags.Var(&f.least, "min-severity", "show findings of this `LEVEL` and above: error, warning or info")
	f.outputFlags.bind(cmd)
	f.baselineFlags.bind(flags)
	flags.BoolVar(&f.statistics, "statistics", false, "print a table by rule instead of the findings")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even when something is found")
	flags.BoolVar(&f.noProgress, "no-progress", false, "show no bar on the terminal when a run takes long")
	flags.Var(&f.color, "color", "`WHEN` to use colour: auto, always or never")
	for name, c := range map[string]*choice{"min-severity": &f.least, "color": &f.color} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.allowed, cobra.ShellCompDirectiveNoFileComp)))
	}
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if isRoot := !cmd.HasParent(); isRoot && len(args) == 0 && cmd.Flags().NFlag() == 0 {
			return errors.Join(cmd.Help(), errFailed)
		} else if isRoot {
			if err := checkMistyped(cmd, args); err != nil {
				return err
			}
		}
		if f.all && cmd.Flags().Changed("min-severity") {
			return errors.New("--all and --min-severity both say what is shown: give one of them")
		}
		return f.run(args)
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// run lints the paths, repairs them where that is wanted, and reports the results.
func (f *checkFlags) run(paths []string) error {
	started := time.Now()
	cfg, formats, err := f.prepare(paths)
	if err != nil {
		return err
	}
	input := newReplay(os.Stdin, formats)
	f.stdin = input
	results, known, err := f.results(paths, cfg, f.fix)
	if err == nil {
		err = checkSpared(f.found, formats)
	}
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGPIPE) // what is written to a closed pipe fails
	bar := f.progress()
	defer bar.stop()
	out := openOutputs(formats, f.reporterMaker(cfg), bar.above(f.stdout(paths)))
	out.keepGoing = f.fix
	totals, err := reportAll(out, results, bar, func() report.Run {
		return report.Run{Elapsed: time.Since(started), Baseline: known.end(paths)}
	})
	if err == nil {
		err = known.save()
	}
	if failed := out.failed(); failed != nil {
		say(failed)
		return cmp.Or(f.showAgain(out, paths, cfg, input), errFailed)
	}
	found := totals.Errors+totals.Warnings > 0
	if f.diff {
		found = totals.Repaired > 0
	}
	return f.conclude(paths, totals, err, found)
}

// prepare checks the flags and returns the configuration of the run and the formats to write.
func (f *checkFlags) prepare(paths []string) (*lint.Config, []formatChoice, error) {
	cfg, err := f.config(paths)
	if err != nil {
		return nil, nil, err
	}
	formats, err := f.chosen()
	for _, c := range formats {
		cfg.EditPlaces = cfg.EditPlaces || c.Edits
		cfg.KeepFiles = cfg.KeepFiles || c.Files
	}
	return cfg, formats, err
}

// results lints the paths, with --fix and --diff makes the repairs, and writes them into the files where write is set. The
// results are without the findings that a baseline has.
func (f *checkFlags) results(paths []string, cfg *lint.Config, write bool) (iter.Seq[lint.Result], *baselines, error) {
	known := &baselines{baselineFlags: f.baselineFlags, configured: f.baselineOf, files: make(map[string]*baseline.Baseline)}
	lintPaths := f.lint
	if f.fix || f.diff {
		if !f.record {
			cfg.Known = known.known
		}
		lintPaths = func(paths []string, cfg *lint.Config) (iter.Seq[lint.Result], error) {
			return f.repair(paths, cfg, write)
		}
	}
	results, err := lintPaths(paths, cfg)
	if err == nil {
		err = known.open(f.found, cfg.MinSeverity)
	}
	return known.pass(results), known, err
}

// stdout returns where reports go that go to no file: with --fix -, the repaired text goes to standard output.
func (f *checkFlags) stdout(paths []string) *os.File {
	if f.fix && isFilter(paths) {
		return os.Stderr
	}
	return os.Stdout
}

// showAgain lints once more and shows the findings on standard error, unless they stand somewhere already: a report that
// could not be written must not take findings along.
func (f *checkFlags) showAgain(out *outputs, paths []string, cfg *lint.Config, input *replay) error {
	if out.isShown() {
		return nil
	}
	f.stdin = input.again()
	results, known, err := f.results(paths, cfg, false)
	if err != nil {
		return err
	}
	text := report.NewText(os.Stderr, f.textOptions(os.Stderr, cfg))
	for r := range results {
		if err := text.Report(&r); err != nil {
			return err
		}
	}
	return text.Finish(report.Run{Baseline: known.end(paths)})
}

// conclude returns how a run over the paths ends; err is what reporting failed with, found says that there is something
// to tell by the exit code.
func (f *checkFlags) conclude(paths []string, totals report.Totals, err error, found bool) error {
	switch {
	case err != nil:
		return err
	case totals.Texts() == 0:
		f.sayNoTexts(paths)
	case totals.Failed > 0:
		return errFailed
	case found && !f.exitZero:
		return errFindings
	}
	return nil
}

// config checks the flags and makes the configuration of the run.
func (f *checkFlags) config(paths []string) (*lint.Config, error) {
	if err := errors.Join(f.fixFlags.check(paths), f.baselineFlags.check(f.diff)); err != nil {
		return nil, err
	}
	if f.diff && (f.statistics || len(f.formats) > 0 || f.file != "") {
		return nil, errors.New("--diff prints a diff: leave --statistics, --output-format and --output out")
	}
	for _, c := range f.formats {
		if f.statistics && c.Name != "text" && c.Name != "json" {
			return nil, fmt.Errorf("--statistics is written as text or json: leave --output-format %s out", c.Name)
		}
	}
	least, err := lint.ParseSeverity(f.least.value)
	if err != nil {
		return nil, err
	}
	if f.all {
		least = lint.Info
	}
	return f.corpusFlags.config(least)
}

// reporterMaker returns the function that makes the reporter of a format, or of what is written in its stead.
func (f *checkFlags) reporterMaker(cfg *lint.Config) func(formatChoice, io.Writer) report.Reporter {
	return func(c formatChoice, w io.Writer) report.Reporter {
		opt := f.textOptions(w, cfg)
		switch {
		case f.diff:
			return report.NewDiff(w, opt, os.Stderr, f.textOptions(os.Stderr, cfg))
		case f.statistics && c.Name == "json":
			return report.NewStatisticsJSON(w)
		case f.statistics:
			return report.NewStatistics(w, opt)
		}
		return c.New(w, report.Options{Text: opt, Version: version(), Explain: explanation, Summary: openJobSummary})
	}
}

// textOptions says how text looks on w.
func (f *checkFlags) textOptions(w io.Writer, cfg *lint.Config) report.TextOptions {
	return report.TextOptions{Width: terminalWidth(w), Color: useColor(f.color.value, w), Least: cfg.MinSeverity, Timed: isTerminal(w)}
}

// progress returns the bar of a run; nil for none.
func (f *checkFlags) progress() *progress {
	if f.noProgress {
		return nil
	}
	return startProgress(os.Stderr, len(f.found))
}

// reportAll hands the results to the reporter as they come; end says what is to be told of the whole run.
func reportAll(out report.Reporter, results iter.Seq[lint.Result], bar *progress, end func() report.Run) (report.Totals, error) {
	stderr := bar.above(os.Stderr)
	var totals report.Totals
	for r := range results {
		totals.Add(&r)
		if len(r.Findings) > manyFindings {
			makeRoom(0)
		}
		if err := out.Report(&r); err != nil {
			return totals, err
		}
		sayTrouble(stderr, &r)
		bar.add(&r)
	}
	bar.stop()
	return totals, out.Finish(end())
}

// manyFindings is how many findings take memory worth a thought.
const manyFindings = 10_000

// choice is a flag that takes one of a few words.
type choice struct {
	value   string
	allowed []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return "string" }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.allowed, s) {
		return fmt.Errorf("want one of %s", strings.Join(c.allowed, ", "))
	}
	c.value = s
	return nil
}
