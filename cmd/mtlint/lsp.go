package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
	"mtlint/lint/config"
	"mtlint/lint/lsp"
	"mtlint/rules"
)

func newLSP() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Lint in an editor: language server on standard input and output",
		Long: `Lint articles while they are written: a server of the Language Server Protocol, which an editor starts.

It shows what check --all shows, offers the repairs, and explains each rule. docs/editors.md has the settings of editors.`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			tuneGC()
			err := lsp.Serve(context.Background(), os.Stdin, os.Stdout, lsp.Options{
				Known:   config.Known{Rules: rules.All(), Profiles: rules.Profiles(), Profile: rules.Profile},
				Explain: explainInEditor,
				Page:    pagesInEditor(),
				Version: version(),
			})
			if err != nil {
				return fmt.Errorf("lsp: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().Bool("stdio", true, "talk on standard input and output: the only way there is, which many editors ask for")
	return cmd
}

// explainInEditor returns the documentation of a rule as an editor shows it.
func explainInEditor(r *lint.Rule) string {
	doc, err := rules.DocOf(r)
	if err != nil {
		return fmt.Sprintf("`%s` is a rule of the house, in its configuration.", r.Name)
	}
	return fmt.Sprintf("`%s` (%s, MQM: %s)\n\n%s\n%s", r.Name, r.Severity, r.MQM, doc.Reports(), detailsOf(r, &doc))
}

// detailsOf returns what follows the summary on the page of a rule.
func detailsOf(r *lint.Rule, doc *rules.Doc) string {
	return doc.Details(func(line string) []lint.Finding { return lintExample(r, doc, line).Findings })
}

// pagesInEditor returns a function that gives the path of the page of a rule, in the cache of the user, where it is
// written in the background; empty where there is none.
func pagesInEditor() func(*lint.Rule) string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return func(*lint.Rule) string { return "" }
	}
	var known sync.Map // name of a rule to path of its page
	return func(r *lint.Rule) string {
		if path, ok := known.Load(r.Name); ok {
			return path.(string)
		}
		path := ""
		if doc, err := rules.DocOf(r); err == nil {
			path = filepath.Join(cache, "mtlint", "rules", filepath.FromSlash(r.Name)+".md")
			go writePage(path, fmt.Sprintf("# %s\n\n%s\n\nLevel: %s. MQM category: %s.\n%s", r.Name, doc.Reports(), r.Severity, r.MQM, detailsOf(r, &doc)))
		}
		known.Store(r.Name, path)
		return path
	}
}

// writePage writes a page where it is not there yet, or another. A page that cannot be written is missed by nobody: hover
// shows the same.
func writePage(path, text string) {
	if old, err := os.ReadFile(path); err == nil && string(old) == text || os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	f, err := atomicfile.Create(path)
	if err != nil {
		return
	}
	if _, err := f.WriteString(text); err != nil || f.Commit() != nil {
		f.Discard()
	}
}
