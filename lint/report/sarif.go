package report

import (
	"cmp"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"mtlint/lint"
)

// SARIF writes a log in the Static Analysis Results Interchange Format 2.1.0, as code scanning of GitHub and viewers of
// several editors read it. Columns count code points. The rules that found something are described at the end, a file that
// could not be read is a notification.
type SARIF struct {
	out     *jsonStream
	version string
	explain func(*lint.Rule) (Explanation, error)
	rules   []*lint.Rule   // those with a result, by their index
	index   map[string]int // of a rule, by its name
	failed  []sarifNotification
	any     bool // a result was written
}

// NewSARIF returns a reporter that writes to w.
func NewSARIF(w io.Writer, opt Options) *SARIF {
	return &SARIF{out: newJSONStream(w), version: opt.Version, explain: opt.Explain, index: make(map[string]int)}
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn"`
	EndLine     int        `json:"endLine"`
	EndColumn   int        `json:"endColumn"`
	ByteOffset  int        `json:"byteOffset"`
	ByteLength  int        `json:"byteLength"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted *sarifText  `json:"insertedContent,omitempty"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifFix struct {
	Description sarifText      `json:"description"`
	Changes     []sarifChange  `json:"artifactChanges"`
	Properties  sarifFixSafety `json:"properties"`
}

type sarifFixSafety struct {
	Safety string `json:"safety"`
}

type sarifResult struct {
	Rule         string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`

	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification,omitempty"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifProperties struct {
	Tags []string `json:"tags"`
}

type sarifRule struct {
	ID            string             `json:"id"`
	Short         sarifText          `json:"shortDescription"`
	Help          sarifText          `json:"help"`
	Configuration sarifConfiguration `json:"defaultConfiguration"`
	Properties    sarifProperties    `json:"properties"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

// Report writes the findings of one file as results, those too that a comment suppresses.
func (s *SARIF) Report(r *lint.Result) error {
	if r.Err != nil {
		at := sarifLocation{Physical: sarifPhysical{Artifact: artifact(cmp.Or(r.In, r.Path))}}
		s.failed = append(s.failed, sarifNotification{"error", sarifMessage(r.Err.Error()), []sarifLocation{at}})
	}
	equal := make(map[lint.Fingerprint]int)
	for i := range r.Findings {
		if err := s.out.value(s.separator(), s.result(&r.Findings[i], equal)); err != nil {
			return err
		}
	}
	for i := range r.Suppressed {
		result := s.result(&r.Suppressed[i].Finding, equal)
		result.Suppressions = []sarifSuppression{{"inSource", r.Suppressed[i].Reason}}
		if err := s.out.value(s.separator(), result); err != nil {
			return err
		}
	}
	return nil
}

// separator returns what stands before the next result.
func (s *SARIF) separator() string {
	if s.any {
		return ",\n  "
	}
	s.any = true
	return "{\"$schema\": \"" + sarifSchema + "\",\n \"version\": \"2.1.0\",\n \"runs\": [{\"columnKind\": \"unicodeCodePoints\",\n \"results\": [\n  "
}

// Finish writes the rules and what went wrong.
func (s *SARIF) Finish(Run) error {
	if !s.any {
		s.out.text(strings.TrimSuffix(s.separator(), "\n  "))
	}
	rules := make([]sarifRule, len(s.rules))
	for i, r := range s.rules {
		e, err := s.explain(r)
		if err != nil {
			return err
		}
		rules[i] = sarifRule{
			ID:            r.Name,
			Short:         sarifMessage(e.Summary),
			Help:          sarifText{Text: e.Markdown, Markdown: e.Markdown},
			Configuration: sarifConfiguration{sarifLevel(r.Severity)},
			Properties:    sarifProperties{[]string{r.Category(), "MQM:" + r.MQM}},
		}
	}
	invocation := sarifInvocation{Successful: len(s.failed) == 0, Notifications: s.failed}
	if err := s.out.value("],\n \"invocations\": ", []sarifInvocation{invocation}); err != nil {
		return err
	}
	if err := s.out.value(",\n \"tool\": ", sarifTool{sarifDriver{"mtlint", s.version, rules}}); err != nil {
		return err
	}
	s.out.text("}]}\n")
	return s.out.flush()
}

// result returns a finding as SARIF has it; equal counts the findings of the file by fingerprint.
func (s *SARIF) result(f *lint.Finding, equal map[lint.Fingerprint]int) *sarifResult {
	index, known := s.index[f.Rule.Name]
	if !known {
		index = len(s.rules)
		s.index[f.Rule.Name] = index
		s.rules = append(s.rules, f.Rule)
	}
	mark := f.Fingerprint()
	equal[mark]++
	out := &sarifResult{
		Rule:         f.Rule.Name,
		RuleIndex:    index,
		Level:        sarifLevel(f.Severity),
		Message:      sarifMessage(f.Message),
		Locations:    []sarifLocation{sarifPlace(&f.At)},
		Fingerprints: map[string]string{"contextHash/v1": mark.Sum(nth(equal[mark]))},
	}
	for i := range f.Related {
		at := sarifPlace(&f.Related[i].Location)
		at.ID = &i
		message := sarifMessage(f.Related[i].Message)
		at.Message = &message
		out.Related = append(out.Related, at)
	}
	for i, fix := range f.Fixes {
		if len(fix.Edits) > 0 && i < len(f.Edited) {
			out.Fixes = append(out.Fixes, sarifFixOf(f, i))
		}
	}
	return out
}

// sarifFixOf returns a fix of the finding.
func sarifFixOf(f *lint.Finding, i int) sarifFix {
	fix := f.Fixes[i]
	change := sarifChange{Artifact: artifact(f.At.File()), Replacements: make([]sarifReplacement, len(fix.Edits))}
	for k, e := range fix.Edits {
		change.Replacements[k].Deleted = sarifRegionOf(f.Edited[i][k])
		if e.Text != "" {
			change.Replacements[k].Inserted = &sarifText{Text: e.Text}
		}
	}
	return sarifFix{sarifMessage(fix.Title), []sarifChange{change}, sarifFixSafety{fix.Safety.String()}}
}

func sarifPlace(l *lint.Location) sarifLocation {
	region := sarifRegionOf(lint.Place{Start: l.Start, End: l.End})
	region.Snippet = &sarifText{Text: l.Text}
	return sarifLocation{Physical: sarifPhysical{artifact(l.File()), &region}}
}

func sarifRegionOf(p lint.Place) sarifRegion {
	return sarifRegion{
		StartLine: p.Start.Line, StartColumn: p.Start.Column,
		EndLine: p.End.Line, EndColumn: p.End.Column,
		ByteOffset: p.Start.Offset, ByteLength: p.End.Offset - p.Start.Offset,
	}
}

func sarifLevel(s lint.Severity) string {
	if s == lint.Info {
		return "note"
	}
	return s.String()
}

// sarifMessage returns a message in which no brackets are taken for a link.
func sarifMessage(s string) sarifText {
	if strings.Contains(s, "](") {
		s = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
	}
	return sarifText{Text: s}
}

// artifact returns the address of a file: relative where its path is.
func artifact(path string) sarifArtifact {
	u := url.URL{Path: path}
	if filepath.IsAbs(path) {
		u.Scheme = "file"
		u.Path = "/" + strings.TrimPrefix(u.Path, "/")
	}
	return sarifArtifact{u.String()}
}
