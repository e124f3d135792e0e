package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"mtlint/lint"
)

// sentence returns the summary of a run; done says what became of the findings that are repaired.
func (t *Totals) sentence(opt TextOptions, run Run, done string) string {
	var parts []string
	if t.Failed == 0 || t.Failed < t.Texts() || t.Errors+t.Warnings+t.Infos > 0 { // nothing was found in what was not read
		parts = append(parts, t.found(opt, done))
	}
	if t.Failed > 0 {
		parts = append(parts, opt.paint(severityStyle(lint.Error), t.failed()+" failed"))
	}
	s := fmt.Sprintf("%s, %s: %s", t.texts(), Count(t.Words, "word"), strings.Join(parts, ", "))
	if t.Suppressed > 0 {
		s += opt.paint(faint, ", "+Thousands(t.Suppressed)+" suppressed in the text")
	}
	if t.Hidden > 0 {
		level := "at info level"
		if opt.Least == lint.Error {
			level = "at lower levels"
		}
		s += opt.paint(faint, fmt.Sprintf(" (%s more %s: --all)", Thousands(t.Hidden), level))
	}
	if run.Baseline != nil {
		s += run.Baseline.clause(opt)
	}
	if opt.Timed {
		s += opt.paint(faint, " in "+duration(run.Elapsed))
	}
	return s
}

// clause says what the baseline did: ; baseline: 12 known, 3 fixed since (2 quotes/stray, 1 dates/clock): --prune takes
// them out.
func (b *Baseline) clause(opt TextOptions) string {
	s := "; baseline: " + Thousands(b.Known) + " known"
	if len(b.Fixed) == 0 {
		return s
	}
	var rules []string
	for _, r := range b.Fixed[:min(len(b.Fixed), maxFixedRules)] {
		rules = append(rules, Thousands(r.Count)+" "+r.Rule)
	}
	if len(b.Fixed) > maxFixedRules {
		rules = append(rules, "…")
	}
	s += fmt.Sprintf(", %s (%s)", opt.paint(good, Thousands(b.fixed())+" fixed since"), strings.Join(rules, ", "))
	if !b.Pruned {
		s += ": --prune takes them out"
	}
	return s
}

// maxFixedRules is how many of the rules are named whose findings were fixed.
const maxFixedRules = 5

// duration returns a time as people say it: 12 ms, 3.4 s, 2 min 5 s.
func duration(d time.Duration) string {
	switch {
	case d < time.Second:
		return strconv.Itoa(int(d.Milliseconds())) + " ms"
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
}

// texts counts the files and records.
func (t *Totals) texts() string {
	switch {
	case t.Records == 0:
		return Count(t.Files, "file")
	case t.Files == 0:
		return Count(t.Records, "record")
	}
	return Count(t.Files, "file") + ", " + Count(t.Records, "record")
}

// failed counts those of them that failed.
func (t *Totals) failed() string {
	switch {
	case t.Records == 0:
		return Count(t.Failed, "file")
	case t.Files == 0:
		return Count(t.Failed, "record")
	}
	return Count(t.Failed, "text")
}

// found says what was found, and in a run that repairs what became of it: 3 findings fixed, 2 warnings remain: 1 with an
// unsafe fix (--unsafe-fixes), 1 for a person.
func (t *Totals) found(opt TextOptions, done string) string {
	left := t.severities(opt)
	switch {
	case left == "" && t.Fixed == 0:
		return opt.paint(good, "nothing found")
	case !t.Repairing:
		return left
	}
	s := "nothing " + done
	if t.Fixed > 0 {
		s = opt.paint(good, Count(t.Fixed, "finding")+" "+done)
	}
	if left == "" {
		return s + ", none " + remains(1)
	}
	n := t.Errors + t.Warnings + t.Infos
	var how []string
	if n > t.ByHand {
		how = append(how, Thousands(n-t.ByHand)+" with an unsafe fix (--unsafe-fixes)")
	}
	if t.ByHand > 0 {
		how = append(how, Thousands(t.ByHand)+" for a person")
	}
	return fmt.Sprintf("%s, %s %s: %s", s, left, remains(n), strings.Join(how, ", "))
}

func remains(n int) string {
	if n == 1 {
		return "remains"
	}
	return "remain"
}

// severities counts the findings by severity.
func (t *Totals) severities(opt TextOptions) string {
	var found []string
	add := func(n int, style, noun string) {
		if n > 0 {
			found = append(found, opt.paint(style, Count(n, noun)))
		}
	}
	add(t.Errors, severityStyle(lint.Error), "error")
	add(t.Warnings, severityStyle(lint.Warning), "warning")
	add(t.Infos, severityStyle(lint.Info), "info finding")
	return strings.Join(found, ", ")
}

// Count returns the number with its noun.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Thousands(n) + " " + noun
}

// Thousands returns n with commas.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
