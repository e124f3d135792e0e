package main

import (
	"cmp"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/report"
)

func newText() *cobra.Command {
	f := &textFlags{
		format: choice{"text", []string{"text", "json"}},
		color:  choice{"auto", []string{"auto", "always", "never"}},
	}
	cmd := &cobra.Command{
		Use:   "text [PATH…]",
		Short: "Print the prose that rules see, with its places",
		Long: `Print the prose of files and folders (default: the current one) as rules see it, block by block: where it is in the file,
what it is, and its text. It shows how a file is read: what is taken for prose, and what is passed over.`,
		Example: `  mtlint text page.html
  mtlint text --output-format json README.md     with sentences, and the bytes of the file for each stretch of the text`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args) },
	}
	f.bindInputs(cmd)
	flags := cmd.Flags()
	flags.Var(&f.format, "output-format", "`FORMAT` of the output: text or json")
	flags.Var(&f.color, "color", "`WHEN` to use colour: auto, always or never")
	for name, c := range map[string]*choice{"output-format": &f.format, "color": &f.color} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.allowed, cobra.ShellCompDirectiveNoFileComp)))
	}
	return cmd
}

// textFlags is the command line of text.
type textFlags struct {
	corpusFlags
	format choice
	color  choice
}

// proseWriter writes documents as they are read.
type proseWriter interface {
	Document(*lint.Document) error
	Finish() error
}

func (f *textFlags) run(paths []string) error {
	corpus, err := f.corpus(paths, nil)
	if err != nil {
		return err
	}
	var out proseWriter = report.NewProse(os.Stdout, report.TextOptions{Color: useColor(f.color.value, os.Stdout)})
	if f.format.value == "json" {
		out = report.NewProseJSON(os.Stdout)
	}
	files, failed := 0, false
	for src := range corpus {
		files++
		r, err := prose(src, out)
		if err != nil {
			return fmt.Errorf("write the prose: %w", err)
		}
		failed = failed || r.Err != nil
		sayTrouble(os.Stderr, r)
	}
	if err := out.Finish(); err != nil {
		return fmt.Errorf("write the prose: %w", err)
	}
	switch {
	case failed:
		return errFailed
	case files == 0:
		f.sayNoTexts(paths)
	}
	return nil
}

// prose writes the prose of a source, section by section. The error is one of writing.
func prose(src lint.Source, out proseWriter) (*lint.Result, error) {
	r := &lint.Result{Path: src.Path}
	if src.Done != nil {
		defer src.Done()
	}
	for next := src.Read; next != nil; {
		d, err := next()
		r.Err = cmp.Or(r.Err, err)
		if d == nil {
			break
		}
		r.Encoding = d.File.Encoding
		if err := out.Document(d); err != nil {
			return r, err
		}
		next = d.Rest
	}
	return r, nil
}
