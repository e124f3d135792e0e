package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/report"
	"mtlint/rules"
)

func newCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Lint files and folders",
	}
	bindCheck(cmd)
	return cmd
}

// checkFlags is the command line of check.
type checkFlags struct {
	choose, ignore []string
	all            bool
	format         string
	exitZero       bool
	jobs           int
	stdinName      string
}

// bindCheck makes cmd run check: the root command does, too.
func bindCheck(cmd *cobra.Command) {
	f := new(checkFlags)
	flags := cmd.Flags()
	flags.StringSliceVar(&f.choose, "select", nil, "run only these rules or categories")
	flags.StringSliceVar(&f.ignore, "ignore", nil, "leave these rules or categories out")
	flags.BoolVar(&f.all, "all", false, "show findings of info level, too")
	flags.StringVar(&f.format, "output-format", "json", "json")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even when something is found")
	flags.IntVarP(&f.jobs, "jobs", "j", 0, "lint this many files at once")
	flags.StringVar(&f.stdinName, "stdin-filename", "<stdin>", "path that findings in standard input bear")
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return check(f, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
	}
}

func check(f *checkFlags, paths []string, stdin io.Reader, stdout, stderr io.Writer) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	cfg := &lint.Config{Select: f.choose, Ignore: f.ignore, Jobs: f.jobs}
	if f.all {
		cfg.MinSeverity = lint.Info
	}
	var totals report.Totals
	out := report.NewJSON(stdout)
	corpus := readPaths(paths, readOptions{Lang: language.English, Stdin: stdin, StdinName: f.stdinName})
	for r := range lint.Lint(corpus, rules.All(), cfg) {
		totals.Add(&r)
		if r.Err != nil {
			fmt.Fprintf(stderr, "mtlint: %v\n", r.Err)
		}
		if err := out.Report(&r); err != nil {
			return err
		}
	}
	if err := out.Finish(); err != nil {
		return err
	}
	switch {
	case totals.Failed > 0:
		return errFailed
	case totals.Errors+totals.Warnings > 0 && !f.exitZero:
		return errFindings
	}
	return nil
}
