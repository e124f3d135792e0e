package main

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mtlint/lint/atomicfile"
	"mtlint/lint/config"
	"mtlint/rules"
)

func newConfig() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Make, show and check the configuration",
		Long: `Make, show and check the configuration: the file ` + config.Name + `, which is found upwards from each text. The nearest one
holds, alone.`,
	}
	cmd.AddCommand(newConfigInit(), newConfigShow(), newConfigSchema(), newConfigValidate())
	return cmd
}

//go:embed config_init.yaml
var initialConfig string

func newConfigInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Write a configuration with every key commented out",
		Args:  atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := filepath.ToSlash(filepath.Join(append(args, config.Name)...))
			f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s is there already: mtlint config validate checks it", path)
			}
			if err != nil {
				return atomicfile.CreateError(path, err)
			}
			if _, err = f.WriteString(initialConfig); err != nil {
				return errors.Join(fmt.Errorf("write %s: %w", path, err), f.Close(), os.Remove(path))
			}
			fmt.Printf("%s: take the # away before what you want to set\n", path)
			return f.Close()
		},
	}
}

func newConfigSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON schema of the configuration, for editors",
		Example: `  mtlint config schema > .mtlint.schema.json
  # and as the first line of the configuration:
  # yaml-language-server: $schema=.mtlint.schema.json`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			schema, err := config.Schema(rules.All())
			if err == nil {
				_, err = os.Stdout.Write(schema)
			}
			return err
		},
	}
}

func newConfigValidate() *cobra.Command {
	return &cobra.Command{
		Use:   "validate [PATH…]",
		Short: "Check configurations: all faults at once, and the examples of terms and rules",
		Long: `Check configurations, files or folders that hold one, by default the one that holds in the current folder: all faults at
once, the names files, and the examples of terms and rules. The exit code is 2 when there is a fault.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				f, err := config.NewLoader(config.Options{Known: known()}).File(".")
				if err != nil {
					return err
				}
				if f == nil {
					return fmt.Errorf("there is no %s here or above: mtlint config init makes one", config.Name)
				}
				args = []string{f.Path()}
			}
			var faults []error
			for _, path := range args {
				if err := validate(path); err != nil {
					faults = append(faults, err)
				}
			}
			return errors.Join(faults...)
		},
	}
}

// validate checks a configuration, a file or that of a folder, and says what is in it.
func validate(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.ToSlash(filepath.Join(path, config.Name))
	}
	k := known()
	f, err := k.Read(path)
	if err != nil {
		return err
	}
	counts, err := f.TryExamples()
	if err := errors.Join(err, f.ReadNames()); err != nil {
		return err
	}
	if err := k.Settle(f); err != nil {
		return err
	}
	fmt.Printf("%s: valid (terms: %d, rules: %d, examples tried: %d)\n", path, counts.Terms, counts.Rules, counts.Examples)
	return nil
}

func newConfigShow() *cobra.Command {
	f := new(corpusFlags)
	cmd := &cobra.Command{
		Use:   "show [PATH]",
		Short: "Print what is settled for a file, and where",
		Long: `Print what is settled for a file, or for the files of a folder (default: the current one), and where: as YAML, the
origin of each value behind it. The flags are those of check and go over the file, as they do there.`,
		Example: `  mtlint config show news/article.txt
  mtlint config show --profile web news/`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error { return f.show(strings.Join(args, "")) },
	}
	f.bind(cmd)
	return cmd
}

// show prints the settings of a path, of the files of the current folder for none.
func (f *corpusFlags) show(path string) error {
	cfg, err := f.config(0)
	if err != nil {
		return err
	}
	f.load(cfg)
	name := path
	if info, err := os.Stat(path); path == "" || err == nil && info.IsDir() {
		name = filepath.ToSlash(filepath.Join(path, "*"))
	}
	s, err := f.loader.For(name)
	if err != nil {
		return err
	}
	if err := f.checkHouseIDs(); err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	s.Write(w, name, defaultProfile)
	return w.Flush()
}
