package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mtlint/lint"
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
	all        bool
	least      choice
	format     choice
	color      choice
	statistics bool
	exitZero   bool
}

// bindCheck makes cmd run check: the root command does, too.
func bindCheck(cmd *cobra.Command) {
	f := &checkFlags{
		least:  choice{"warning", []string{"error", "warning", "info"}},
		format: choice{"text", []string{"text", "json"}},
		color:  choice{"auto", []string{"auto", "always", "never"}},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	f.fixFlags.bind(flags)
	f.corpusFlags.bind(cmd)
	flags.BoolVar(&f.all, "all", false, "show info findings too")
	flags.Var(&f.least, "min-severity", "show findings of this `LEVEL` and above: error, warning or info")
	flags.Var(&f.format, "output-format", "`FORMAT` of the findings: text or json")
	flags.BoolVar(&f.statistics, "statistics", false, "print a table by rule instead of the findings")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even when something is found")
	flags.Var(&f.color, "color", "`WHEN` to use colour: auto, always or never")
	for name, c := range map[string]*choice{"min-severity": &f.least, "output-format": &f.format, "color": &f.color} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.allowed, cobra.ShellCompDirectiveNoFileComp)))
	}
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !cmd.HasParent() && len(args) == 0 && cmd.Flags().NFlag() == 0 {
			return errors.Join(cmd.Help(), errFailed)
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

// run lints the paths and reports the results.
func (f *checkFlags) run(paths []string) error {
	cfg, err := f.config()
	if err != nil {
		return err
	}
	if repair, err := f.wanted(paths); err != nil {
		return err
	} else if repair {
		return f.repair(paths, cfg)
	}
	results, err := f.lint(paths, cfg)
	if err != nil {
		return err
	}
	totals, err := reportAll(f.reporter(os.Stdout, cfg), results)
	return f.conclude(paths, totals, err, totals.Errors+totals.Warnings > 0)
}

// conclude returns how a run over the paths ends; err is what reporting failed with, found says that there is something
// to tell by the exit code.
func (f *checkFlags) conclude(paths []string, totals report.Totals, err error, found bool) error {
	switch {
	case err != nil:
		return err
	case totals.Files == 0:
		sayNoTexts(paths)
	case totals.Failed > 0:
		return errFailed
	case found && !f.exitZero:
		return errFindings
	}
	return nil
}

// config checks the flags and makes the configuration of the run.
func (f *checkFlags) config() (*lint.Config, error) {
	if f.statistics && f.format.value != "text" {
		return nil, errors.New("--statistics prints a table: leave --output-format out")
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

// reporter returns the reporter that the flags ask for.
func (f *checkFlags) reporter(out *os.File, cfg *lint.Config) report.Reporter {
	opt := f.textOptions(out, cfg)
	switch {
	case f.format.value == "json":
		return report.NewJSON(out)
	case f.statistics:
		return report.NewStatistics(out, opt)
	}
	return report.NewText(out, opt)
}

func (f *checkFlags) textOptions(out *os.File, cfg *lint.Config) report.TextOptions {
	return report.TextOptions{Width: terminalWidth(out), Color: useColor(f.color.value, isTerminal(out)), Least: cfg.MinSeverity}
}

// reportAll hands the results to the reporter as they come.
func reportAll(out report.Reporter, results func(func(lint.Result) bool)) (report.Totals, error) {
	var totals report.Totals
	for r := range results {
		totals.Add(&r)
		if err := out.Report(&r); err != nil {
			return totals, fmt.Errorf("write the findings: %w", err)
		}
		sayTrouble(&r)
	}
	if err := out.Finish(); err != nil {
		return totals, fmt.Errorf("write the findings: %w", err)
	}
	return totals, nil
}

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
