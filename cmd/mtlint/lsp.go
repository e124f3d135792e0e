package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/lsp"
	"mtlint/rules"
)

func newLSP() *cobra.Command {
	return &cobra.Command{
		Use:   "lsp",
		Short: "Lint in an editor: language server on standard input and output",
		Long: `Lint articles while they are written: a server of the Language Server Protocol, which an editor starts.

It shows what check --all shows, offers the repairs, and explains each rule. docs/editors.md has the settings of editors.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			tuneGC()
			err := lsp.Serve(context.Background(), os.Stdin, os.Stdout, lsp.Options{Rules: rules.All(), Explain: explainInEditor, Version: version()})
			if err != nil {
				return fmt.Errorf("lsp: %w", err)
			}
			return nil
		},
	}
}

// explainInEditor returns the documentation of a rule as an editor shows it.
func explainInEditor(r *lint.Rule) string {
	doc, err := rules.DocOf(r)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("`%s` (%s, MQM: %s)\n\n%s\n%s", r.Name, r.Severity, r.MQM, doc.Reports(), doc.Details())
}
