package report

import (
	"io"
	"strconv"

	"mtlint/lint"
)

// GitLab writes a Code Quality report of GitLab: one array of findings, each with a fingerprint that no other has.
type GitLab struct {
	out *jsonStream
	any bool // a finding was written
}

// NewGitLab returns a reporter that writes to w.
func NewGitLab(w io.Writer) *GitLab { return &GitLab{out: newJSONStream(w)} }

type gitlabPlace struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type gitlabPositions struct {
	Begin gitlabPlace `json:"begin"`
	End   gitlabPlace `json:"end"`
}

type gitlabLocation struct {
	Path      string          `json:"path"`
	Positions gitlabPositions `json:"positions"`
}

type gitlabFinding struct {
	Type        string         `json:"type"`
	Check       string         `json:"check_name"`
	Description string         `json:"description"`
	Categories  []string       `json:"categories"`
	Severity    string         `json:"severity"`
	Fingerprint string         `json:"fingerprint"`
	Location    gitlabLocation `json:"location"`
}

// Report writes the findings of one file.
func (g *GitLab) Report(r *lint.Result) error {
	equal := make(map[lint.Fingerprint]int)
	for i := range r.Findings {
		f := &r.Findings[i]
		mark := f.Fingerprint()
		equal[mark]++
		path := f.At.Path
		separator := ",\n "
		if !g.any {
			separator = "[\n "
			g.any = true
		}
		if err := g.out.value(separator, gitlabFinding{
			Type:        "issue",
			Check:       f.Rule.Name,
			Description: f.Message,
			Categories:  []string{"Style"},
			Severity:    gitlabSeverity(f.Severity),
			Fingerprint: mark.Sum(path, nth(equal[mark])),
			Location:    gitlabLocation{f.At.File(), gitlabPositions{gitlabPlace{f.At.Start.Line, f.At.Start.Column}, gitlabPlace{f.At.End.Line, f.At.End.Column}}},
		}); err != nil {
			return err
		}
	}
	return nil
}

// Finish ends the array.
func (g *GitLab) Finish(Run) error {
	if g.any {
		g.out.text("]\n")
	} else {
		g.out.text("[]\n")
	}
	return g.out.flush()
}

func gitlabSeverity(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "major"
	case lint.Warning:
		return "minor"
	}
	return "info"
}

// nth tells findings with one fingerprint apart: they are counted from 1.
func nth(n int) string { return strconv.Itoa(n) }
