// Command mtlint finds what machine translation broke in articles.
//
// In go files, folders or standard input; out come findings on standard output, as text or JSON, and what went wrong
// with the run itself on standard error. The exit code is 0 when nothing was found at the level of errors and warnings,
// 1 when something was, 2 when the command line is wrong or a file could not be read. Every subcommand is one file.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

// The exit codes of the command.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailure  = 2
)

// errFindings and errFailed end a command whose output has said everything.
var (
	errFindings = errors.New("findings")
	errFailed   = errors.New("failed")
)

func main() {
	os.Exit(exitCode(newRoot().Execute()))
}

// exitCode returns the exit code for the error of a command and prints the error where it was not printed yet.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case !errors.Is(err, errFailed):
		fmt.Fprintf(os.Stderr, "mtlint: %v\n", err)
	}
	return exitFailure
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "mtlint [PATH…]",
		Short:         "mtlint finds what machine translation broke in articles",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	bindCheck(root)
	root.AddCommand(newCheck())
	return root
}
