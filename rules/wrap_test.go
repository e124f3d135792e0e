package rules_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapped is a plain text as a file of some format has it, and where in the file every character of it stands.
type wrapped struct {
	path   string // tells the format
	file   strings.Builder
	starts map[int]int // offset in the file to the offset in the text of the character that starts there
	ends   map[int]int // offset in the file to the offset in the text of the end of the character that ends there
}

// put writes what stands for the character of the text at an offset.
func (w *wrapped) put(offset int, r rune, source string) {
	w.starts[w.file.Len()] = offset
	w.file.WriteString(source)
	w.ends[w.file.Len()] = offset + utf8.RuneLen(r)
}

// wrapper writes plain text in a format.
type wrapper struct {
	path       string
	head, tail string // of the file
	open       func(rnd *rand.Rand) string
	close      string                                                   // of a paragraph
	character  func(rnd *rand.Rand, r rune, before, behind rune) string // how a character is written
	mark       func(rnd *rand.Rand) (open, close string)                // what is put around some words; nil: nothing
}

// wrappers are the formats that a text is wrapped in.
var wrappers = []wrapper{
	{
		path: "article.html", head: "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"></head>\n<body>\n", tail: "</body></html>\n",
		open: func(rnd *rand.Rand) string {
			return pick(rnd, "<p>", "<p class=\"text\">", "<div><p>\n  ", "<!-- next -->\n<p>")
		},
		close: "</p>\n", character: htmlCharacter,
		mark: func(rnd *rand.Rand) (string, string) {
			name := pick(rnd, "b", "i", "em", "strong", "a", "span", "u")
			if name == "a" {
				return `<a href="https://example.com/?a=1&amp;b=2">`, "</a>"
			}
			return "<" + name + ">", "</" + name + ">"
		},
	},
	{
		path: "article.md", open: func(*rand.Rand) string { return "" }, close: "\n\n", character: markdownCharacter,
		mark: func(rnd *rand.Rand) (string, string) {
			switch rnd.IntN(4) {
			case 0:
				return "[", "](https://example.com/a_b)"
			case 1:
				return "*", "*"
			}
			return "**", "**"
		},
	},
	{
		path: "article.jsonl", head: `{"id":1,"body":"`, tail: `","url":"https:\/\/example.com"}` + "\n",
		open: func(*rand.Rand) string { return "" }, close: `\n\n`, character: jsonCharacter,
	},
}

func pick(rnd *rand.Rand, choices ...string) string { return choices[rnd.IntN(len(choices))] }

// wrap writes the paragraphs of a text, which blank lines part, with markup around some of its words.
func (c *wrapper) wrap(rnd *rand.Rand, text string) *wrapped {
	w := &wrapped{path: c.path, starts: make(map[int]int), ends: make(map[int]int)}
	w.file.WriteString(c.head)
	at := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		w.file.WriteString(c.open(rnd))
		c.paragraph(rnd, w, at, paragraph)
		w.file.WriteString(c.close)
		at += len(paragraph) + len("\n\n")
	}
	w.file.WriteString(c.tail)
	return w
}

func (c *wrapper) paragraph(rnd *rand.Rand, w *wrapped, at int, text string) {
	close, until := "", 0 // what closes the markup that is open, and where
	before := ' '
	for i, r := range text {
		behind, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if close != "" && i == until {
			w.file.WriteString(close)
			close = ""
		}
		if n := wordsAt(rnd, text[i:], before); c.mark != nil && close == "" && n > 0 {
			var open string
			open, close = c.mark(rnd)
			w.file.WriteString(open)
			until = i + n
		}
		w.put(at+i, r, c.character(rnd, r, before, behind))
		before = r
	}
	w.file.WriteString(close)
}

// wordsAt returns the length of the one or two words that markup is to be put around, 0 in most places.
func wordsAt(rnd *rand.Rand, text string, before rune) int {
	if before != ' ' || rnd.IntN(8) > 0 {
		return 0
	}
	n := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if n <= 0 || text[n] != ' ' {
		return 0
	}
	if m := strings.IndexFunc(text[n+1:], func(r rune) bool { return !unicode.IsLetter(r) }); m > 0 && text[n+1+m] == ' ' && rnd.IntN(2) == 0 {
		return n + 1 + m
	}
	return n
}

// htmlCharacter writes a character of a page, some as a reference.
func htmlCharacter(rnd *rand.Rand, r, before, behind rune) string {
	switch {
	case r == '“' && rnd.IntN(2) == 0:
		return "&ldquo;"
	case r == '’' && rnd.IntN(2) == 0:
		return "&rsquo;"
	case r == '\u00a0':
		return "&nbsp;"
	case r != ' ' && r >= ' ' && (r < 0x7F || r > 0x9F) && rnd.IntN(50) == 0:
		return fmt.Sprintf("&#%d;", r)
	}
	return html.EscapeString(string(r))
}

// markdownCharacter writes a character of a Markdown text, with a backslash before what might be markup.
func markdownCharacter(rnd *rand.Rand, r, before, behind rune) string {
	switch {
	case r == '’' && rnd.IntN(3) == 0:
		return "&rsquo;"
	case r < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(".,;:?!'\"()%/", r),
		strings.ContainsRune(".):", r) && rnd.IntN(4) == 0,
		strings.ContainsRune(".)", r) && unicode.IsDigit(before),
		strings.ContainsRune(":/", r):
		return `\` + string(r)
	}
	return string(r)
}

// jsonCharacter writes a character of a JSON string, some as an escape.
func jsonCharacter(rnd *rand.Rand, r, before, behind rune) string {
	switch {
	case r == '"' || r == '\\':
		return `\` + string(r)
	case r < ' ', r > 0x7E && r <= 0xFFFF && rnd.IntN(2) == 0, rnd.IntN(50) == 0 && r <= 0xFFFF:
		return fmt.Sprintf(`\u%04x`, r)
	case r > 0xFFFF && rnd.IntN(2) == 0:
		r -= 0x10000
		return fmt.Sprintf(`\u%04X\u%04x`, 0xD800+r>>10, 0xDC00+r&0x3FF)
	case r == '/':
		return `\/`
	}
	return string(r)
}
