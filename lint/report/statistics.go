package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"mtlint/lint"
)

// Statistics writes a table of the rules that found something: how often, in how many files, and how often per 10,000
// words. The findings themselves are not written.
type Statistics struct {
	w      io.Writer
	opt    TextOptions
	totals Totals
	rules  map[*lint.Rule]*ruleCount
}

type ruleCount struct {
	rule            *lint.Rule
	findings, files int
	last            string // path of the last file counted
}

// NewStatistics returns a reporter that writes to w.
func NewStatistics(w io.Writer, opt TextOptions) *Statistics {
	return &Statistics{w: w, opt: opt, rules: make(map[*lint.Rule]*ruleCount)}
}

// Report counts the findings of one file.
func (s *Statistics) Report(r *lint.Result) error {
	s.totals.Add(r)
	for i := range r.Findings {
		rule := r.Findings[i].Rule
		c := s.rules[rule]
		if c == nil {
			c = &ruleCount{rule: rule}
			s.rules[rule] = c
		}
		c.findings++
		if c.files == 0 || c.last != r.Path {
			c.files++
			c.last = r.Path
		}
	}
	return nil
}

// Finish writes the table and the summary line.
func (s *Statistics) Finish() error {
	w := bufio.NewWriter(s.w)
	var rows []*ruleCount
	width := len("rule")
	for _, c := range s.rules {
		rows = append(rows, c)
		width = max(width, len(c.rule.Name))
	}
	slices.SortFunc(rows, func(a, b *ruleCount) int {
		return cmp.Or(b.findings-a.findings, strings.Compare(a.rule.Name, b.rule.Name))
	})
	if len(rows) > 0 {
		fmt.Fprintln(w, s.opt.paint(bold, fmt.Sprintf("%-*s  %-8s  %8s  %6s  %s", width, "rule", "severity", "findings", "files", "per 10,000 words")))
	}
	for _, c := range rows {
		severity := s.opt.paint(severityStyle(c.rule.Severity), fmt.Sprintf("%-8s", c.rule.Severity))
		rate := 10000 * float64(c.findings) / float64(max(s.totals.Words, 1))
		fmt.Fprintf(w, "%-*s  %s  %8s  %6s  %16.2f\n", width, c.rule.Name, severity, thousands(c.findings), thousands(c.files), rate)
	}
	if len(rows) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, s.totals.sentence(s.opt, "fixed"))
	return w.Flush()
}
