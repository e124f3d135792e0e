package read

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// frontMatter reads the title, the description and the language out of the YAML or TOML that a Markdown file may begin
// with, and returns where the Markdown begins.
func (m *markdownReader) frontMatter() int {
	body, end, separator := frontMatterAt(m.content)
	if end == 0 {
		return 0
	}
	lines := lineSpans(m.content, body)
	for i, line := range lines {
		key, value := fieldOf(m.content, line, separator)
		kind, prose := fieldKind(key)
		if !prose && key != "lang" && key != "language" {
			continue
		}
		v := frontMatterValue{m: m, toml: separator == "=", lines: lines[i+1:]}
		if !prose {
			m.setLang(strings.Trim(m.value(value), "\"' "))
			continue
		}
		dialect := m.dialect
		m.container(true, kind, func() { v.read(value) })
		m.dialect = dialect
	}
	return end
}

// fieldKind returns what the field of front matter with that key is, and whether it is prose.
func fieldKind(key string) (lint.BlockKind, bool) {
	switch key {
	case "title", "subtitle":
		return lint.Headline, true
	case "description", "summary":
		return lint.Summary, true
	}
	return 0, false
}

// frontMatterAt returns the lines of front matter, where it ends, 0 where there is none, and what parts a key from its
// value in it.
func frontMatterAt(content string) (body lint.Span, end int, separator string) {
	for _, mark := range [...][2]string{{"---", ":"}, {"+++", "="}} {
		fence, separator := mark[0], mark[1]
		first, next := lineEnd(content, 0, true)
		if strings.TrimRight(content[:first], " \t") != fence || next == len(content) || isSpace(content[next]) {
			continue
		}
		body.Start = next
		for at := next; at < len(content); {
			stop, next := lineEnd(content, at, true)
			if line := strings.TrimRight(content[at:stop], " \t"); line == fence || line == "..." && fence == "---" {
				body.End = at
				return body, next, separator
			}
			at = next
		}
	}
	return body, 0, ""
}

// lineSpans returns the lines in a stretch of the file, without their ends.
func lineSpans(content string, s lint.Span) []lint.Span {
	var lines []lint.Span
	for at := s.Start; at < s.End; {
		end, next := lineEnd(content, at, true)
		lines = append(lines, lint.Span{Start: at, End: min(end, s.End)})
		at = next
	}
	return lines
}

// fieldOf returns the key of a field that begins in a line, "" for none, and its value as far as it stands there.
func fieldOf(content string, line lint.Span, separator string) (key string, value lint.Span) {
	n := strings.Index(content[line.Start:line.End], separator)
	if n <= 0 || isSpace(content[line.Start]) {
		return "", value
	}
	key = strings.Trim(content[line.Start:line.Start+n], "\"' \t")
	return strings.ToLower(key), trimSpace(content, lint.Span{Start: line.Start + n + 1, End: line.End})
}

// frontMatterValue reads the value of a field.
type frontMatterValue struct {
	m     *markdownReader
	toml  bool
	lines []lint.Span // behind the one that the field begins in
}

// read reads the value, of which the first line is given.
func (v frontMatterValue) read(first lint.Span) {
	text := v.m.value(first)
	switch {
	case text == "":
	case strings.HasPrefix(text, `"""`), strings.HasPrefix(text, "'''"):
		v.triple(first, text[:3])
	case text[0] == '"':
		v.m.dialect = doubleQuoted
		if n := closingQuote(text); n > 0 {
			v.m.prose(first.Start+1, first.Start+n)
		}
	case text[0] == '\'':
		v.apostrophes(first, text)
	case v.toml, strings.IndexByte("[{&*!%@`", text[0]) >= 0:
	case text[0] == '|' || text[0] == '>':
		v.m.dialect = plainValue
		v.indented()
	default:
		v.m.dialect = plainValue
		v.m.prose(first.Start, first.Start+plainLen(text))
		v.indented()
	}
}

// plainLen returns the length of a plain value without the comment behind it.
func plainLen(text string) int {
	if n := strings.Index(text, " #"); n >= 0 {
		return n
	}
	return len(text)
}

// indented reads the lines that belong to the value because they are indented.
func (v frontMatterValue) indented() {
	for _, l := range v.lines {
		if l.Len() > 0 && !isSpace(v.m.content[l.Start]) {
			return
		}
		v.m.white(lint.Span{Start: l.Start - 1, End: l.Start})
		v.m.prose(l.Start, l.End)
	}
}

// closingQuote returns the index of the quotation mark that closes the one that text begins with, or -1.
func closingQuote(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}

// apostrophes reads a value between apostrophes, two of which stand for one in YAML.
func (v frontMatterValue) apostrophes(first lint.Span, text string) {
	v.m.dialect = plainValue
	at := 1
	for i := 1; i < len(text); i++ {
		if text[i] != '\'' {
			continue
		}
		v.m.prose(first.Start+at, first.Start+i)
		if v.toml || i+1 == len(text) || text[i+1] != '\'' {
			return
		}
		v.m.writeAs(lint.Span{Start: first.Start + i, End: first.Start + i + 2}, "'")
		i++
		at = i + 1
	}
}

// triple reads a value of TOML between three quotation marks, which may have several lines.
func (v frontMatterValue) triple(first lint.Span, quote string) {
	v.m.dialect = plainValue
	if quote == `"""` {
		v.m.dialect = doubleQuoted
	}
	first.Start += len(quote)
	for _, l := range append([]lint.Span{first}, v.lines...) {
		n := strings.Index(v.m.value(l), quote)
		if n >= 0 {
			l.End = l.Start + n
		}
		v.m.white(lint.Span{Start: l.Start - 1, End: l.Start})
		v.m.prose(l.Start, l.End)
		if n >= 0 {
			return
		}
	}
}

// escaped returns the character that the escape at the start of s, which begins with a backslash, stands for in YAML and
// TOML, and its length; 0 where it is none.
func escaped(s string) (decoded string, n int) {
	if len(s) < 2 {
		return "", 0
	}
	digits := 0
	switch s[1] {
	case '"', '\\', '/':
		return s[1:2], 2
	case 'n', 't', 'r', ' ':
		return " ", 2
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		return "", 0
	}
	if len(s) < 2+digits {
		return "", 0
	}
	code, err := strconv.ParseUint(s[2:2+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return "", 0
	}
	return string(rune(code)), 2 + digits
}
