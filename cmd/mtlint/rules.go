package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/read"
	"mtlint/lint/report"
	"mtlint/rules"
)

func newRules() *cobra.Command {
	color := choice{"auto", []string{"auto", "always", "never"}}
	cmd := &cobra.Command{
		Use:   "rules [NAME…]",
		Short: "List the rules, or explain some",
		Long: `List the rules: name, level, how far a fix can be trusted, and what is found. The name of a category lists its
rules, the name of a rule explains it: why machines do it, what is right, and what mtlint says of an example. The rules and
terms of the configuration that holds in the current folder are listed, too.`,
		Example: `  mtlint rules
  mtlint rules casing
  mtlint rules casing/after-semicolon`,
		ValidArgsFunction: func(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return lint.Names(rules.All()), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().Var(&color, "color", "`WHEN` to use colour: auto, always or never")
	must(cmd.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(color.allowed, cobra.ShellCompDirectiveNoFileComp)))
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		opt := report.TextOptions{Width: terminalWidth(os.Stdout), Color: useColor(color.value, os.Stdout)}
		return printRules(os.Stdout, args, opt, isTerminal(os.Stdout))
	}
	return cmd
}

// houseRules returns the rules that the configuration of the current folder makes; it says what is wrong with that.
func houseRules() []*lint.Rule {
	loader := config.NewLoader(config.Options{Known: known()})
	f, err := loader.File(".")
	if err != nil {
		say(err)
	}
	if f == nil {
		return nil
	}
	return loader.HouseRules()
}

// printRules lists all rules, or explains those named and lists those of the categories named. With cut set no line of
// a list is wider than the terminal.
func printRules(out io.Writer, names []string, opt report.TextOptions, cut bool) error {
	all := append(rules.All(), houseRules()...)
	for _, name := range names {
		if err := knownID(name, all, ""); err != nil {
			return err
		}
	}
	width := 0
	if cut {
		width = opt.Width
	}
	w := bufio.NewWriter(out)
	if len(names) == 0 {
		if err := listRules(w, all, width, opt); err != nil {
			return err
		}
	}
	for i, name := range names {
		if i > 0 {
			w.WriteByte('\n')
		}
		chosen := (&lint.Config{Select: []string{name}}).Rules(all)
		print := func() error { return listRules(w, chosen, width, opt) }
		if chosen[0].Name == name {
			print = func() error { return explain(w, chosen[0], opt) }
		}
		if err := print(); err != nil {
			return err
		}
	}
	return w.Flush()
}

// listRules prints one line a rule, at most width columns wide unless width is 0.
func listRules(w *bufio.Writer, list []*lint.Rule, width int, opt report.TextOptions) error {
	longest := 0
	for _, r := range list {
		longest = max(longest, len(r.Name))
	}
	for _, r := range list {
		doc, err := rules.DocOf(r)
		if err != nil {
			return err
		}
		_, what, _ := strings.Cut(doc.Summary, " reports ")
		if room := width - longest - len("  warning  unsafe  "); width > 0 && room > 0 {
			what = displaywidth.TruncateString(what, room, "…")
		}
		severity := opt.Severity(r.Severity, fmt.Sprintf("%-7s", r.Severity))
		fmt.Fprintf(w, "%-*s  %s  %-6s  %s\n", longest, r.Name, severity, fixOf(r, doc), strings.TrimSuffix(what, "."))
	}
	return nil
}

// fixOf says how far the fixes of a rule can be trusted, by its examples: safe, unsafe, manual or "-" for no fix.
func fixOf(r *lint.Rule, doc rules.Doc) string {
	best, any := lint.Manual, false
	for _, line := range doc.Bad {
		for _, f := range lintExample(r, &doc, line).Findings {
			for _, fix := range f.Fixes {
				best, any = max(best, fix.Safety), true
			}
		}
	}
	if !any {
		return "-"
	}
	return best.String()
}

// lintExample runs a rule over one example of its documentation.
func lintExample(r *lint.Rule, doc *rules.Doc, line string) lint.Result {
	article := strings.ReplaceAll(line, " ¶ ", "\n\n") + "\n"
	src := lint.Source{Path: "example", Read: func() (*lint.Document, error) {
		d := read.Example(&lint.File{Path: "example", Content: article})
		d.Glossary = doc.Glossary()
		return d, nil
	}}
	run := []*lint.Rule{r}
	if r.RunDirectives != nil {
		run = rules.All() // whose findings are suppressed
	}
	var result lint.Result
	for result = range lint.Lint(func(yield func(lint.Source) bool) { yield(src) }, run, &lint.Config{MinSeverity: lint.Info}) {
		break
	}
	result.Findings = slices.DeleteFunc(result.Findings, func(f lint.Finding) bool { return f.Rule.Name != r.Name })
	return result
}

// explain prints the documentation of a rule, and what mtlint says of its examples.
func explain(w *bufio.Writer, r *lint.Rule, opt report.TextOptions) error {
	doc, err := rules.DocOf(r)
	if err != nil {
		return err
	}
	width := min(opt.Width, maxProse)
	fmt.Fprintf(w, "%s  %s, fix: %s, MQM: %s\n\n", opt.Strong(r.Name), opt.Severity(r.Severity, r.Severity.String()), fixOf(r, doc), r.MQM)
	wrap(w, doc.Summary, width, "")
	for _, p := range doc.Text {
		w.WriteByte('\n')
		wrap(w, p, width, "")
	}
	if len(doc.Names) > 0 {
		fmt.Fprintf(w, "\n%s\n\n", opt.Strong("where the names file settles:"))
	}
	for _, n := range doc.Names {
		wrap(w, rules.Settled(n), width, "  ")
	}
	if len(doc.Bad) > 0 {
		fmt.Fprintf(w, "\n%s\n\n", opt.Strong("mtlint says of broken text:"))
	}
	out := report.NewText(w, opt)
	for _, line := range doc.Bad {
		result := lintExample(r, &doc, line)
		if err := out.Report(&result); err != nil {
			return err
		}
	}
	if len(doc.Good) > 0 {
		fmt.Fprintf(w, "\n%s\n\n", opt.Strong("and nothing of:"))
	}
	for _, line := range doc.Good {
		wrap(w, line, width, "  ")
	}
	return nil
}

// maxProse is the width that prose reads best at, in columns.
const maxProse = 100

// wrap prints text in lines of at most width columns, each after indent.
func wrap(w *bufio.Writer, text string, width int, indent string) {
	column := 0
	for _, word := range strings.Fields(text) {
		n := displaywidth.String(word)
		switch {
		case column == 0:
			w.WriteString(indent)
			column = len(indent)
		case column+1+n > width:
			w.WriteString("\n" + indent)
			column = len(indent)
		default:
			w.WriteByte(' ')
			column++
		}
		w.WriteString(word)
		column += n
	}
	w.WriteByte('\n')
}
