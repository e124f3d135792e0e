package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
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
	rules  ruleCounts
}

// NewStatistics returns a reporter that writes to w.
func NewStatistics(w io.Writer, opt TextOptions) *Statistics {
	return &Statistics{w: w, opt: opt, rules: make(ruleCounts)}
}

// Report counts the findings of one file.
func (s *Statistics) Report(r *lint.Result) error {
	s.totals.Add(r)
	s.rules.add(r)
	return nil
}

// ruleCounts counts findings by the name of their rule.
type ruleCounts map[string]*ruleCount

type ruleCount struct {
	name            string
	severity        lint.Severity // of the most severe finding
	findings, files int
	last            string // path of the last file counted
}

// add counts the findings of one file.
func (all ruleCounts) add(r *lint.Result) {
	for i := range r.Findings {
		f := &r.Findings[i]
		c := all[f.Rule.Name]
		if c == nil {
			c = &ruleCount{name: f.Rule.Name}
			all[f.Rule.Name] = c
		}
		c.findings++
		c.severity = max(c.severity, f.Severity)
		if c.files == 0 || c.last != r.Path {
			c.files++
			c.last = r.Path
		}
	}
}

// sorted returns the counts, the most findings first.
func (all ruleCounts) sorted() []*ruleCount {
	return slices.SortedFunc(maps.Values(all), func(a, b *ruleCount) int {
		return cmp.Or(b.findings-a.findings, strings.Compare(a.name, b.name))
	})
}

// rate returns how many findings there are per 10,000 words.
func (c *ruleCount) rate(words int) float64 {
	return 10000 * float64(c.findings) / float64(max(words, 1))
}

// Finish writes the table and the summary line.
func (s *Statistics) Finish(run Run) error {
	w := bufio.NewWriter(s.w)
	rows := s.rules.sorted()
	width := len("rule")
	for _, c := range rows {
		width = max(width, len(c.name))
	}
	if len(rows) > 0 {
		fmt.Fprintln(w, s.opt.paint(bold, fmt.Sprintf("%-*s  %-8s  %8s  %6s  %s", width, "rule", "severity", "findings", "files", "per 10,000 words")))
	}
	for _, c := range rows {
		severity := s.opt.paint(severityStyle(c.severity), fmt.Sprintf("%-8s", c.severity))
		fmt.Fprintf(w, "%-*s  %s  %8s  %6s  %16.2f\n", width, c.name, severity, Thousands(c.findings), Thousands(c.files), c.rate(s.totals.Words))
	}
	if len(rows) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, s.totals.sentence(s.opt, run, "fixed"))
	return w.Flush()
}

// StatisticsJSON writes the table as one JSON document.
type StatisticsJSON struct {
	out    *jsonStream
	totals Totals
	rules  ruleCounts
}

// NewStatisticsJSON returns a reporter that writes to w.
func NewStatisticsJSON(w io.Writer) *StatisticsJSON {
	return &StatisticsJSON{out: newJSONStream(w), rules: make(ruleCounts)}
}

type jsonRule struct {
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"`
	Findings int     `json:"findings"`
	Files    int     `json:"files"`
	Rate     float64 `json:"per10000Words"`
}

// Report counts the findings of one file.
func (s *StatisticsJSON) Report(r *lint.Result) error {
	s.totals.Add(r)
	s.rules.add(r)
	return nil
}

// Finish writes the document.
func (s *StatisticsJSON) Finish(run Run) error {
	separator := "{\"version\": 1,\n \"rules\": ["
	for _, c := range s.rules.sorted() {
		row := jsonRule{c.name, c.severity.String(), c.findings, c.files, math.Round(100*c.rate(s.totals.Words)) / 100}
		if err := s.out.value(separator+"\n  ", row); err != nil {
			return err
		}
		separator = ","
	}
	if len(s.rules) > 0 {
		separator = ""
	}
	if err := s.out.value(separator+"],\n \"summary\": ", summaryJSON(&s.totals, run)); err != nil {
		return err
	}
	s.out.text("}\n")
	return s.out.flush()
}
