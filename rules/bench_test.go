package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
	"mtlint/rules"
)

// corpus holds articles of many kinds beside the project; benchmarks skip where it is absent.
const corpus = "../../shared/corpus/dev/txt_*/*.txt"

// articles is articles one after another and over again, at least n bytes.
func articles(b *testing.B, n int) string {
	b.Helper()
	paths, _ := filepath.Glob(corpus)
	if len(paths) == 0 {
		b.Skipf("no articles at %s", corpus)
	}
	var text strings.Builder
	for i := 0; text.Len() < n; i = (i + 1) % len(paths) {
		data, err := os.ReadFile(paths[i])
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
		text.WriteString("\n\n")
	}
	return text.String()
}

func BenchmarkLint(b *testing.B) {
	for _, megabytes := range []int{1, 10} {
		b.Run(fmt.Sprintf("%dMB", megabytes), func(b *testing.B) {
			text := articles(b, megabytes<<20)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				lintText(text)
			}
		})
	}
}

// BenchmarkArticles lints a megabyte of articles of 5 kB, one after another.
func BenchmarkArticles(b *testing.B) {
	text := articles(b, 1<<20)
	var sources []lint.Source
	for len(text) > 5000 {
		content := strings.ToValidUTF8(text[:5000], "")
		text = text[5000:]
		sources = append(sources, lint.Source{Path: "a.txt", Sole: true, Read: func() (*lint.Document, error) {
			return read.Text(&lint.File{Path: "a.txt", Content: content}, language.English), nil
		}})
	}
	b.SetBytes(int64(5000 * len(sources)))
	for b.Loop() {
		for range lint.Lint(slices.Values(sources), rules.All(), &lint.Config{MinSeverity: lint.Info, Jobs: 1}) {
		}
	}
}

// BenchmarkRule runs each rule alone, reading not counted; what rules share is computed for each.
func BenchmarkRule(b *testing.B) {
	text := articles(b, 1<<18)
	for _, r := range rules.All() {
		b.Run(r.Name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				b.StopTimer()
				d := read.Text(&lint.File{Path: "a.txt", Content: text}, language.English)
				c := func(yield func(lint.Source) bool) {
					yield(lint.Source{Path: "a.txt", Read: func() (*lint.Document, error) { return d, nil }})
				}
				b.StartTimer()
				for range lint.Lint(c, []*lint.Rule{r}, &lint.Config{MinSeverity: lint.Info, Jobs: 1}) {
				}
			}
		})
	}
}
