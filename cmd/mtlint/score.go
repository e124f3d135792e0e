package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mtlint/lint"
	"mtlint/lint/report"
)

func newScore() *cobra.Command {
	f := &scoreFlags{format: choice{"text", []string{"text", "json"}}}
	cmd := &cobra.Command{
		Use:   "score [PATH…]",
		Short: "Score files by what is broken in them",
		Long: `Score files by what is broken in them, the worst first: points per 1,000 words, 0 being clean.

An error counts 5 points, a warning 1, an info finding 0.2, as MQM weighs major against minor errors.
The score says how much can be seen without the source, not how good a translation is.`,
		Example: `  mtlint score news/
  mtlint score news/ --max-score 10      exit code 1 when a file is worse`,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.limited = cmd.Flags().Changed("max-score")
			return f.run(args)
		},
	}
	f.bind(cmd)
	cmd.Flags().Float64Var(&f.max, "max-score", 0, "exit with 1 when a file has more than `N` points per 1,000 words")
	cmd.Flags().Var(&f.format, "output-format", "`FORMAT` of the scores: text or json")
	must(cmd.RegisterFlagCompletionFunc("output-format", cobra.FixedCompletions(f.format.allowed, cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

// scoreFlags is the command line of score.
type scoreFlags struct {
	corpusFlags
	format  choice
	max     float64
	limited bool // --max-score is given
}

func (f *scoreFlags) run(paths []string) error {
	if f.max < 0 || math.IsNaN(f.max) {
		return fmt.Errorf("--max-score %v: want 0 or more points per 1,000 words", f.max)
	}
	cfg, err := f.config(lint.Info)
	if err != nil {
		return err
	}
	results, err := f.lint(paths, cfg)
	if err != nil {
		return err
	}
	var scores []lint.Score
	failed := false
	for r := range results {
		sayTrouble(os.Stderr, &r)
		if failed = failed || r.Err != nil; r.Err == nil {
			scores = append(scores, lint.ScoreOf(&r))
		}
	}
	slices.SortStableFunc(scores, func(a, b lint.Score) int { return cmp.Compare(b.PerThousand(), a.PerThousand()) })
	if err := f.print(os.Stdout, scores); err != nil {
		return fmt.Errorf("write the scores: %w", err)
	}
	switch {
	case failed:
		return errFailed
	case len(scores) == 0:
		f.sayNoTexts(paths)
	case f.limited && scores[0].PerThousand() > f.max:
		return errFindings
	}
	return nil
}

func (f *scoreFlags) print(w io.Writer, scores []lint.Score) error {
	if f.format.value == "json" {
		return printScoresJSON(w, scores)
	}
	out := bufio.NewWriter(w)
	for i := range scores {
		s := &scores[i]
		fmt.Fprintf(out, "%8.1f  %6d words  %s%s\n", s.PerThousand(), s.Words, report.Visible(s.Path), categoriesOf(s))
	}
	return out.Flush()
}

// categoriesOf lists the points of a score by category, the most first.
func categoriesOf(s *lint.Score) string {
	var parts []string
	for _, c := range sortedCategories(s) {
		parts = append(parts, fmt.Sprintf("%s %.3g", c, s.Categories[c]))
	}
	if len(parts) == 0 {
		return ""
	}
	return "  (" + strings.Join(parts, ", ") + ")"
}

func sortedCategories(s *lint.Score) []string {
	var out []string
	for c := range s.Categories {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.Categories[b], s.Categories[a]), strings.Compare(a, b))
	})
	return out
}

// scoreJSON is one file in the JSON output.
type scoreJSON struct {
	Path       string             `json:"path"`
	Words      int                `json:"words"`
	Points     float64            `json:"points"`
	Score      float64            `json:"score"` // points per 1,000 words
	Categories map[string]float64 `json:"categories"`
}

func printScoresJSON(w io.Writer, scores []lint.Score) error {
	files := make([]scoreJSON, len(scores))
	for i := range scores {
		s := &scores[i]
		files[i] = scoreJSON{s.Path, s.Words, round(s.Points), round(s.PerThousand()), s.Categories}
		for c, p := range s.Categories {
			s.Categories[c] = round(p)
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(map[string]any{"version": 1, "files": files})
}

// round rounds to a hundredth: points are sums of fifths.
func round(x float64) float64 { return float64(int(x*100+0.5)) / 100 }
