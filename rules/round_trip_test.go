package rules_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/lint/read"
	"mtlint/rules"
)

// spaces is what every format takes for one space.
var spaces = regexp.MustCompile(`[ \t]+`)

// paragraphs returns a text as every format can hold it: a paragraph a line, blank lines between, single spaces.
func paragraphs(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.Trim(spaces.ReplaceAllString(line, " "), " \r\n"); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}

// found says what was found where in a text.
func found(t *testing.T, path, data string, place func(lint.Location) string) []string {
	t.Helper()
	var out []string
	opt := read.Options{TextFields: []read.Field{{Path: "body"}}}
	for r := range lint.Lint(read.Bytes(path, data, opt), rules.All(), &lint.Config{MinSeverity: lint.Info}) {
		if r.Err != nil {
			t.Errorf("%s: %v\n%s", path, r.Err, data)
		}
		for _, f := range r.Findings {
			out = append(out, fmt.Sprintf("%s %s %s ‘%s’", place(f.At), f.Rule.Name, f.Severity, f.At.Text))
		}
	}
	slices.Sort(out)
	return out
}

// inText returns the place in the text of a location in the file; one that is no place of the text stays that of the file.
func (w *wrapped) inText(at lint.Location) string {
	start, isStart := w.starts[at.Start.Offset]
	end, isEnd := w.ends[at.End.Offset]
	if at.Start.Offset == at.End.Offset {
		if !isStart {
			start, isStart = end, isEnd
		}
		end, isEnd = start, isStart
	}
	if !isStart || !isEnd {
		return fmt.Sprintf("file %d-%d", at.Start.Offset, at.End.Offset)
	}
	return fmt.Sprintf("%d-%d", start, end)
}

// missing returns the items of a sorted list that another does not have, each as often.
func missing(list, other []string) []string {
	var out []string
	for _, s := range list {
		for len(other) > 0 && other[0] < s {
			other = other[1:]
		}
		if len(other) > 0 && other[0] == s {
			other = other[1:]
			continue
		}
		out = append(out, s)
	}
	return out
}

// checkRoundTrip wraps the texts in every format and wants the findings of the plain text, at the same characters. Of a
// hundred findings one may differ.
func checkRoundTrip(t *testing.T, texts []string) {
	t.Helper()
	for _, c := range wrappers {
		t.Run(filepath.Ext(c.path)[1:], func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(1, 2))
			plain, lost, more := 0, 0, 0
			for _, text := range texts {
				want := found(t, "article.txt", text, func(at lint.Location) string { return fmt.Sprintf("%d-%d", at.Start.Offset, at.End.Offset) })
				w := c.wrap(rnd, text)
				got := found(t, w.path, w.file.String(), w.inText)
				plain += len(want)
				for _, s := range missing(want, got) {
					lost++
					t.Logf("lost: %s in %.100q", s, text)
				}
				for _, s := range missing(got, want) {
					more++
					t.Logf("more: %s in %.100q", s, text)
				}
			}
			t.Logf("%d texts, %d findings in plain text: %d lost, %d more", len(texts), plain, lost, more)
			if lost*100 > plain || more*100 > plain {
				t.Errorf("of %d findings in plain text %d are lost and %d others are found", plain, lost, more)
			}
		})
	}
}

// The articles of the project are found as broken in every format.
func TestRoundTrip(t *testing.T) {
	seed, err := os.ReadFile(filepath.Join("..", "seeds", "newsweek-iraq.txt"))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{paragraphs(string(seed))}
	for _, r := range rules.All() {
		f, err := linttest.Load(fixture(r))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range slices.Concat(f.Bad, f.Good) {
			if text := linttest.Article(c.Line); !strings.Contains(text, "<!--") { // which marked-up text has as comments
				texts = append(texts, paragraphs(text))
			}
		}
	}
	checkRoundTrip(t, texts)
}

// Articles that people wrote, with breaks put in, are found as broken in every format.
func TestRoundTripCorpus(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(corpusDir, "txt_clean", "*.txt"))
	if len(paths) == 0 {
		t.Skip("skipped: no texts in " + corpusDir)
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	var texts []string
	for _, i := range rnd.Perm(len(paths))[:min(100, len(paths))] {
		data, err := os.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, injected(rnd, paragraphs(string(data)), 12))
	}
	checkRoundTrip(t, texts)
}

// breaks are what machines do to a text: a pattern and what it becomes.
var breaks = []struct{ pattern, text string }{
	{`\b(the|of|and|in|to) `, "$1 $1 "},                 // a doubled word
	{`“([^”“\n]+)”`, "“$1"},                             // a lost closing mark
	{`“([^”“\n]+)”`, "$1”"},                             // a lost opening mark
	{`([a-z])([,;]) `, "$1 $2 "},                        // white space before a mark
	{`([a-z]{3})\. ([A-Z])`, "$1.$2"},                   // sentences glued
	{`\b([a-z]{4,}) (of|the|and) `, "$1$2 "},            // words glued
	{`([a-z]), (but|and|which|while) `, "$1; But "},     // a capital behind a semicolon
	{`\(([^()\n]+)\)`, "($1"},                           // a lost bracket
	{`’`, "â€™"},                                        // wrongly decoded
	{`"`, "&quot;"},                                     // an entity
	{`([a-z]{3})e([a-z]{2})`, "$1е$2"},                  // a letter of another alphabet
	{`([a-z]{3})([a-z]{3})`, "$1\u200b$2"},              // an invisible character
	{`(\d),(\d{3})`, "$1, $2"},                          // a split number
	{`([a-z]), ([a-z])`, "$1، $2"},                      // a mark of another script
	{`([a-z]{3}) ([a-z]{3})`, "$1 <unk> $2"},            // a token of a model
	{`([a-z])’s `, "$1 ’s "},                            // white space before an apostrophe
	{`([a-z]{3})\. ([A-Z])`, "$1.. $2"},                 // a stop written twice
	{` ([a-z]{3,}) ([a-z]{3,}) `, " $1 $2 $1 $2 "},      // words written twice
	{`([a-z]{4}) (in|on|at) `, "$1 قال المتحدث $2 "},    // left untranslated
	{`\b(is|was|had|has) (a|the) ([a-z])`, "$1 The $3"}, // a stray capital
}

// injected returns a text with up to n breaks put in at places that the generator chooses.
func injected(rnd *rand.Rand, text string, n int) string {
	for range n {
		b := breaks[rnd.IntN(len(breaks))]
		pattern := regexp.MustCompile(b.pattern)
		places := pattern.FindAllStringSubmatchIndex(text, -1)
		if len(places) == 0 {
			continue
		}
		at := places[rnd.IntN(len(places))]
		text = text[:at[0]] + string(pattern.ExpandString(nil, b.text, text, at)) + text[at[1]:]
	}
	return text
}
