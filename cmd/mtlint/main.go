// Command mtlint finds what machine translation broke in articles.
//
// In go files, folders or standard input; out come findings on standard output, as text or JSON, and what went wrong
// with the run itself on standard error, one line each. The exit code is 0 when nothing was found at the level of errors
// and warnings, 1 when something was, 2 when the command line is wrong or a file could not be read. Every subcommand is
// one file of this package.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"mtlint/lint/lsp"
)

// The exit codes of the command.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailure  = 2
)

// errFindings and errFailed end a command that has said everything already.
var (
	errFindings = errors.New("something was found")
	errFailed   = errors.New("something could not be done")
)

func main() {
	os.Exit(exitCode(newRoot().Execute()))
}

// exitCode returns the exit code for the outcome of a command and prints the error where that is left to do.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, lsp.ErrNoShutdown):
		say(err)
		return exitFindings // as the protocol has it
	case errors.Is(err, errFailed), errors.Is(err, errNoReader), errors.Is(err, syscall.EPIPE): // the reader of our output has seen enough
	default:
		say(err)
	}
	return exitFailure
}

// say prints an error on standard error, each of its lines under the name of the command, and what belongs to a line
// indented below it.
func say(err error) {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if !strings.HasPrefix(line, "  ") {
			line = "mtlint: " + line
		}
		fmt.Fprintln(os.Stderr, line)
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "mtlint [PATH…]",
		Short: "Find what machine translation broke in articles",
		Long: `mtlint finds what machine translation broke in articles: to the byte, with a reason and a repair.

Name files or folders, or - for standard input. mtlint PATH is short for mtlint check PATH.
The exit code is 0 when nothing was found, 1 when an error or a warning was, 2 when the
command line is wrong or a file could not be read.`,
		Example: `  mtlint article.txt                     what is broken in one article
  mtlint check news/ --all               in all texts of a folder, doubtful findings too
  curl -s https://example.com/a.txt | mtlint -
  mtlint check --output-format json .    for programs
  mtlint rules casing/after-semicolon    what a rule finds, and why`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetVersionTemplate("mtlint {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	bindCheck(root)
	root.AddCommand(newCheck(), newConfig(), newLSP(), newNames(), newRules(), newScore(), newText())
	root.SetHelpCommand(newHelp(root))
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.HasSubCommands() {
			group(cmd)
		}
	}
	return root
}

// version returns the version that the command was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
