package read

import (
	"cmp"
	"strings"

	"mtlint/lint"
)

// markup is a tag, a comment or a declaration of HTML.
type markup struct {
	lint.Span
	name   string // of the element, in lower case unless it is a component of jsx; empty for what is no tag
	closes bool   // an end tag
	single bool   // a start tag that is its own end: <br/>
	attrs  attributes
}

// attributes is those of a tag that the text depends on: the spans of their values, which are empty where an attribute is
// absent or has no value.
type attributes struct {
	lang, translate, ariaHidden        lint.Span
	alt, title, ariaLabel, placeholder lint.Span
	name, property, content            lint.Span // of a meta element
	hidden                             bool
}

// markupAt returns the markup that begins with the < at i, and ends before to; false when that is a character of the
// text. Where markup lies is told as browsers do, so a comment or a tag that is never closed reaches to the end. In jsx,
// values of attributes may be in braces.
func markupAt(content string, i, to int, jsx bool) (markup, bool) {
	m := markup{Span: lint.Span{Start: i, End: to}}
	rest := content[i+1 : to]
	switch {
	case rest == "":
		return m, false
	case isLetter(rest[0]):
		m.tag(content, i+1, to, jsx)
	case rest[0] == '/' && len(rest) > 1 && isLetter(rest[1]):
		m.closes = true
		m.tag(content, i+2, to, jsx)
	case strings.HasPrefix(rest, "!--"):
		m.End = i + 1 + commentLen(rest)
	case strings.HasPrefix(rest, cdataStart[1:]):
		m.End = behind(content, i, to, "]]>")
	case rest[0] == '!', rest[0] == '?', rest[0] == '/' && len(rest) > 1:
		m.End = behind(content, i, to, ">")
	default:
		return m, false
	}
	return m, true
}

const cdataStart = "<![CDATA["

func isLetter(c byte) bool { return (c|0x20)-'a' < 26 }

// behind returns the offset behind the first mark from i on, or to.
func behind(content string, i, to int, mark string) int {
	if n := strings.Index(content[i:to], mark); n >= 0 {
		return i + n + len(mark)
	}
	return to
}

// commentLen returns the length of the comment that s, which begins with !--, begins with.
func commentLen(s string) int {
	const open = len("!--")
	for _, short := range []string{">", "->"} {
		if strings.HasPrefix(s[open:], short) {
			return open + len(short)
		}
	}
	for i := open; i < len(s); {
		n := strings.Index(s[i:], "--")
		if n < 0 {
			break
		}
		i += n + 2
		switch {
		case strings.HasPrefix(s[i:], ">"):
			return i + 1
		case strings.HasPrefix(s[i:], "!>"):
			return i + 2
		}
		i-- // of three hyphens the last two may close
	}
	return len(s)
}

// tag reads the name and the attributes of a tag, whose name begins at i.
func (m *markup) tag(content string, i, to int, jsx bool) {
	start := i
	for i < to && !isSpace(content[i]) && content[i] != '/' && content[i] != '>' {
		i++
	}
	m.name = content[start:i]
	if !jsx || strings.ToUpper(m.name) == m.name {
		m.name = lower(m.name) // in jsx Button is a component, and no button
	}
	for i < to {
		switch c := content[i]; {
		case c == '>':
			m.End = i + 1
			m.single = content[i-1] == '/'
			return
		case isSpace(c), c == '/':
			i++
		case jsx && c == '{':
			i = behindBraces(content, i, to)
		default:
			i = m.attribute(content, i, to, jsx)
		}
	}
	m.End = to
}

// attribute reads the attribute that begins at i and returns where it ends.
func (m *markup) attribute(content string, i, to int, jsx bool) int {
	start := i
	for i++; i < to && !isSpace(content[i]) && content[i] != '/' && content[i] != '>' && content[i] != '='; {
		i++
	}
	name, end := content[start:i], i
	for i < to && isSpace(content[i]) {
		i++
	}
	if i == to || content[i] != '=' {
		m.attrs.set(lower(name), lint.Span{Start: end, End: end})
		return end
	}
	for i++; i < to && isSpace(content[i]); {
		i++
	}
	var value lint.Span
	value, i = attributeValue(content, i, to, jsx)
	m.attrs.set(lower(name), value)
	return i
}

// attributeValue returns the value of an attribute that begins at i, without its quotation marks, and where it ends.
func attributeValue(content string, i, to int, jsx bool) (value lint.Span, end int) {
	switch {
	case i == to:
	case content[i] == '"' || content[i] == '\'':
		n := strings.IndexByte(content[i+1:to], content[i])
		if n < 0 {
			return lint.Span{Start: to, End: to}, to
		}
		return lint.Span{Start: i + 1, End: i + 1 + n}, i + n + 2
	case jsx && content[i] == '{':
		end = behindBraces(content, i, to)
		return lint.Span{Start: end, End: end}, end
	}
	end = i
	for end < to && !isSpace(content[end]) && content[end] != '>' {
		end++
	}
	return lint.Span{Start: i, End: end}, end
}

// behindBraces returns the offset behind the brace that closes the one at i, or to.
func behindBraces(content string, i, to int) int { return cmp.Or(closingBrace(content, i, to), to) }

// closingBrace returns the offset behind the brace that closes the one at i, 0 where none before to does.
func closingBrace[S string | []byte](content S, i, to int) int {
	depth, comment := 0, false
	for ; i < to; i++ {
		switch c := content[i]; {
		case comment:
			comment = c != '/' || content[i-1] != '*'
		case c == '*' && content[i-1] == '/':
			comment, i = true, i+1 // the asterisk that opens it does not close it
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// set keeps an attribute that the text depends on. The first of a name counts.
func (a *attributes) set(name string, value lint.Span) {
	var at *lint.Span
	switch name {
	case "hidden":
		a.hidden = true
		return
	case "lang", "xml:lang":
		at = &a.lang
	case "translate":
		at = &a.translate
	case "aria-hidden":
		at = &a.ariaHidden
	case "alt":
		at = &a.alt
	case "title":
		at = &a.title
	case "aria-label":
		at = &a.ariaLabel
	case "placeholder":
		at = &a.placeholder
	case "name":
		at = &a.name
	case "property":
		at = &a.property
	case "content":
		at = &a.content
	default:
		return
	}
	if at.End == 0 {
		*at = value
	}
}

// lower returns an ASCII name in lower case.
func lower(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i]-'A' < 26 {
			return strings.ToLower(name)
		}
	}
	return name
}

// isSpace reports whether c is white space to HTML, which a no-break space is not.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
