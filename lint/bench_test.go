package lint_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
)

// seedText is the seed article n times over.
func seedText(tb testing.TB, n int) string {
	tb.Helper()
	data, err := os.ReadFile("../seeds/newsweek-iraq.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Repeat(string(data)+"\n\n", n)
}

func BenchmarkRead(b *testing.B) {
	text := seedText(b, 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read.Text(&lint.File{Content: text}, language.English)
	}
}
