package read

import (
	"html"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// marked returns the seed article over and over, at least 900 kB of it, with every seventh word set off and every
// paragraph put between two texts.
func marked(b *testing.B, before, behind, open, closing string, escape func(string) string) string {
	b.Helper()
	data, err := os.ReadFile("../../seeds/newsweek-iraq.txt")
	if err != nil {
		b.Fatal(err)
	}
	var page strings.Builder
	for page.Len() < 900_000 {
		for line := range strings.Lines(string(data)) {
			words := strings.Fields(line)
			for i := range words {
				words[i] = escape(words[i])
				if i%7 == 3 {
					words[i] = open + words[i] + closing
				}
			}
			if len(words) > 0 {
				page.WriteString(before + strings.Join(words, " ") + behind)
			}
		}
	}
	return page.String()
}

// The benchmarks read a file; those of prose do all but part the text into tokens and sentences, which is the same for
// every format.
func benchmarkRead(b *testing.B, content string, f func(*lint.File)) {
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		f(&lint.File{Path: "page", Content: content})
	}
}

func BenchmarkHTML(b *testing.B) {
	page := marked(b, "<p class=\"text\">", "</p>\n", "<a href=\"https://example.org/\">", "</a>", html.EscapeString)
	b.Run("document", func(b *testing.B) {
		benchmarkRead(b, page, func(f *lint.File) { HTML(f, language.Und) })
	})
	b.Run("prose", func(b *testing.B) {
		benchmarkRead(b, page, func(file *lint.File) {
			f := newFlow(file, language.Und, htmlText)
			for f.at < len(f.content) {
				f.html(len(f.content))
			}
		})
	})
}

func BenchmarkMarkdown(b *testing.B) {
	page := marked(b, "", "\n\n", "[", "](https://example.org/)", func(s string) string { return s })
	b.Run("document", func(b *testing.B) {
		benchmarkRead(b, page, func(f *lint.File) { Markdown(f, language.Und) })
	})
	b.Run("prose", func(b *testing.B) {
		benchmarkRead(b, page, func(file *lint.File) {
			f := newFlow(file, language.Und, markdownText)
			(&markdownReader{flow: f}).readAll(len(f.content))
		})
	})
}

func BenchmarkText(b *testing.B) {
	text := marked(b, "", "\n", "", "", func(s string) string { return s })
	b.Run("document", func(b *testing.B) {
		benchmarkRead(b, text, func(f *lint.File) { Text(f, language.Und) })
	})
}
