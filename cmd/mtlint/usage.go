package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mtlint/lint/suggest"
)

// flagError adds the nearest flag to the error of an unknown one, and what is wanted to that of a wrong value.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		err = valueError(invalid)
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || unknown.GetSpecifiedShortnames() != "" {
		return fmt.Errorf("%w (see %s --help)", err, cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	hint := "see " + cmd.CommandPath() + " --help"
	if near := suggest.Nearest(unknown.GetSpecifiedName(), names); near != "" {
		hint = "did you mean --" + near + "?"
	}
	return fmt.Errorf("unknown flag --%s: %s", unknown.GetSpecifiedName(), hint)
}

// valueError says what a flag wants that got a value which cannot be its.
func valueError(err *pflag.InvalidValueError) error {
	flag, value := err.GetFlag(), err.GetValue()
	switch flag.Value.Type() {
	case "bool":
		hint := "leave =" + value + " out"
		if flag.Name == "write-baseline" || flag.Name == "prune" {
			hint = "name the file with --baseline " + value
		}
		return fmt.Errorf("--%s takes no value: %s", flag.Name, hint)
	case "int", "float64":
		return fmt.Errorf("--%s %q: want a number", flag.Name, value)
	}
	return err
}

// group makes a command that only holds others say what they are: it is no use without the name of one.
func group(cmd *cobra.Command) {
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return errors.Join(cmd.Help(), errFailed)
	}
}

// atMost takes n arguments or fewer, and says which is one too many.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return fmt.Errorf("%s: one argument too many: %q (see %s --help)", cmd.CommandPath(), args[n], cmd.CommandPath())
	}
}

// unknownCommand says what was meant by a name that no command below parent has.
func unknownCommand(parent *cobra.Command, name string) error {
	hint := "see " + parent.CommandPath() + " --help"
	if near := suggest.Nearest(name, commandNames(parent)); near != "" {
		hint = "did you mean " + near + "?"
	}
	return fmt.Errorf("unknown command %q for %s: %s", name, parent.CommandPath(), hint)
}

func commandNames(parent *cobra.Command) []string {
	var names []string
	for _, c := range parent.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// checkMistyped fails where the first path is not there and nearly has the name of a command of the root.
func checkMistyped(root *cobra.Command, paths []string) error {
	if len(paths) == 0 || exists(paths[0]) || suggest.Nearest(paths[0], commandNames(root)) == "" {
		return nil
	}
	return fmt.Errorf("%w (there is no file of that name)", unknownCommand(root, paths[0]))
}

// newHelp returns the command that shows the help of others.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			cmd, _, err := root.Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(cmd), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd, args[len(args)-max(1, len(rest))])
			}
			return cmd.Help()
		},
	}
}
