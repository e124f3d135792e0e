package rules_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
	"mtlint/rules"
)

// articles is the seed article over and over, at least n bytes.
func articles(tb testing.TB, n int) string {
	tb.Helper()
	data, err := os.ReadFile("../seeds/newsweek-iraq.txt")
	if err != nil {
		tb.Fatal(err)
	}
	article := string(data) + "\n\n"
	return strings.Repeat(article, n/len(article)+1)
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
