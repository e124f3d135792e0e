package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// markupSpans returns what markupAt takes for markup, raw text aside.
func markupSpans(page string) []string {
	var out []string
	for i := 0; i < len(page); {
		if page[i] != '<' {
			i++
			continue
		}
		m, ok := markupAt(page, i, len(page), false)
		if !ok {
			i++
			continue
		}
		out = append(out, page[m.Start:m.End])
		i = m.End
		if !m.closes && roleOf(m.name).raw {
			i = rawEnd(page, i, len(page), m.name)
		}
	}
	return out
}

// FuzzMarkup: what is a tag or a comment is the same to the tokenizer of golang.org/x/net.
func FuzzMarkup(f *testing.F) {
	for _, page := range []string{
		"<p>One <b class=x>bold</b><br/> <!-- c --><!DOCTYPE html><? pi ></ x><img alt='a > b' src=\"c\">", "a < b <3 <a href='x", "<!--> <!---> <!----!> x <!-- --!> -->",
		"<script>if (a</b) '<!--'</script><title>a<b></title>", "<a/b=c/ d = 'e'f>", "<p", "</p", "<!-", "</>x", "<a b='", "<title/>x</title >",
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) || strings.Contains(strings.ToLower(page), "<plaintext") || strings.Contains(page, "<![") {
			t.Skip()
		}
		var want []string
		for z := html.NewTokenizer(strings.NewReader(page)); ; {
			kind := z.Next()
			if kind == html.ErrorToken {
				if raw := string(z.Raw()); raw != "" {
					want = append(want, raw)
				}
				break
			}
			if kind != html.TextToken {
				want = append(want, string(z.Raw()))
			}
		}
		got := markupSpans(page)
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q has the markup\n%q, want\n%q", page, got, want)
		}
	})
}
