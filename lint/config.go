package lint

import (
	"context"
	"maps"
	"slices"
)

// Config says what of the findings a caller wants. The zero Config wants errors and warnings of all rules.
type Config struct {
	Select      []string // names of rules or categories to run; empty: all
	Ignore      []string // names of rules or categories not to run
	MinSeverity Severity // findings below it are counted as hidden; 0 means Warning
	Jobs        int      // documents linted at once; 0 means one a core
	EditPlaces  bool     // findings say where the edits of their fixes are
	KeepFiles   bool     // results hold the file they are about

	// Known says which findings of a file are known and left alone: Repair does not make their fixes. It is called by several
	// goroutines at once. Nil knows none.
	Known func(path string, found []Finding) []bool

	Across bool         // run the rules that compare a document with the others, too, without their being selected by name
	Facts  *CorpusFacts // what those rules know of the others; nil: Lint reads the corpus for it beforehand

	// Context ends a run early: the rules that have not run by then do not, and Result.Err says so. Nil never ends.
	Context context.Context

	Bounds map[string]Bounds // by the name of a rule, or of a category for those that have none of their own
	House  []*Rule           // rules that run beside those that are handed to Lint
}

// Bounds says which severities the findings of a rule may have. The zero Bounds leaves them as they are.
type Bounds struct {
	Off         bool     // the rule does not run
	Least, Most Severity // 0: no bound
}

// clamp returns the severity nearest to s within the bounds.
func (b Bounds) clamp(s Severity) Severity {
	if b.Most != 0 {
		s = min(s, b.Most)
	}
	return max(s, b.Least)
}

// ended returns why the run is to end, or nil.
func (c *Config) ended() error {
	if c.Context == nil {
		return nil
	}
	return c.Context.Err()
}

// bounds returns the bounds of a rule.
func (c *Config) bounds(r *Rule) Bounds {
	if len(c.Bounds) == 0 {
		return Bounds{}
	}
	if b, ok := c.Bounds[r.Name]; ok {
		return b
	}
	return c.Bounds[r.Category()]
}

// Rules returns the rules that the configuration selects, in their order, and behind them those of the house.
func (c *Config) Rules(all []*Rule) []*Rule {
	var out []*Rule
	for _, r := range slices.Concat(all, c.House) {
		if c.selects(r) && !r.isIn(c.Ignore) && !c.bounds(r).Off {
			out = append(out, r)
		}
	}
	return out
}

func (c *Config) selects(r *Rule) bool {
	if len(r.Corpus) > 0 && !c.Across {
		return slices.Contains(c.Select, r.Name)
	}
	return len(c.Select) == 0 || r.isIn(c.Select)
}

// Unknown returns the names in Select, Ignore and Bounds that are neither a rule nor a category.
func (c *Config) Unknown(all []*Rule) []string {
	var out []string
	for _, name := range slices.Concat(c.Select, c.Ignore, slices.Sorted(maps.Keys(c.Bounds))) {
		if !slices.ContainsFunc(slices.Concat(all, c.House), func(r *Rule) bool { return r.isIn([]string{name}) }) {
			out = append(out, name)
		}
	}
	return out
}

func (c *Config) minSeverity() Severity {
	if c.MinSeverity == 0 {
		return Warning
	}
	return c.MinSeverity
}
