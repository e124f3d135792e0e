package read_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// What the options say of all texts holds for each section of a long one, also when the section before is forgotten.
func TestSectionsAreSettled(t *testing.T) {
	text := strings.Repeat("The port is closed.\n\n", 5<<19/len("The port is closed.\n\n"))
	record, _ := json.Marshal(map[string]string{"text": text})
	for format, content := range map[string]string{"text": text, "markdown": text, "html": "<p>" + strings.ReplaceAll(text, "\n\n", "</p>\n<p>"), "jsonl": string(record)} {
		names := new(lint.Glossary)
		sections := 0
		rule := &lint.Rule{Name: "a/settled", Severity: lint.Error, Run: func(p *lint.Pass) {
			if sections++; p.SourceLang != language.Arabic || p.Glossary != names {
				t.Errorf("%s: section %d is translated from %v, its names are those of the options: %v", format, sections, p.SourceLang, p.Glossary == names)
			}
		}}
		opt := read.Options{Format: format, Stdin: strings.NewReader(content), SourceLang: language.Arabic, Glossary: names}
		for r := range lint.Lint(read.Paths([]string{"-"}, opt), []*lint.Rule{rule}, &lint.Config{Jobs: 1}) {
			if r.Err != nil {
				t.Error(r.Err)
			}
		}
		if sections < 3 {
			t.Errorf("%s: %d sections, want 3 or more", format, sections)
		}
	}
}
