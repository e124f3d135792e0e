package encoding

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// Attribute reports attributes of HTML left in the text without their tag: class="caption">, style = “width: 300px”.
//
// The tag is cut off with the segment before, or the engine reads its signs as marks of the text; what it says of the page
// stays. Only names that HTML has are found, with a value in quotation marks behind the sign. All that stand in a row are one
// finding, with the end of the tag. What belongs to a whole tag is found by encoding/tag.
//
// The fix deletes them and is unsafe: the text may speak of them.
//
// bad: The minister met the writer. class="caption" style="width: 300px"> They talked.
// bad: class = “cf”>
// good: The letters a = “alpha” and b = “beta” stand for the two.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (350,000 words, and
// 540,000 of web articles); on machine-translated web pages 6 read, 6 right.
var Attribute = &lint.Rule{
	Name:     "encoding/attribute",
	Severity: lint.Warning,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		for i := 0; ; {
			n := strings.IndexByte(p.Text[i:], '=')
			if n < 0 {
				return
			}
			i += n
			s, ok := attributesAt(p.Text, i)
			if i++; !ok {
				continue
			}
			i = s.End
			if isInTag(p.Text, s.Start) || isMentioned(p.Text, s) || !isCutOff(p.Text, s) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    s,
				Message: "attributes of HTML",
				Fixes:   []lint.Fix{lint.Replace("delete them", lint.Unsafe, withoutSpace(p.Text, s), "")},
			})
		}
	},
}

// isCutOff reports whether the attributes are several, end a tag or stand in a line alone. A single one may be what somebody
// writes of pages.
func isCutOff(text string, s lint.Span) bool {
	if strings.Count(text[s.Start:s.End], "=") > 1 || text[s.End-1] == '>' {
		return true
	}
	return (s.Start == 0 || text[s.Start-1] == '\n') && (s.End == len(text) || text[s.End] == '\n')
}

// attributesAt returns the attributes that begin with the one whose = stands at offset i, and the end of their tag.
func attributesAt(text string, i int) (lint.Span, bool) {
	nameEnd := len(strings.TrimRight(text[:i], " "))
	start := nameEnd
	for start > 0 && (isLetter(text[start-1]) || text[start-1] == '-') {
		start--
	}
	end := valueEnd(text, i+1)
	if end == 0 || !isAttributeName(text[start:nameEnd]) {
		return lint.Span{}, false
	}
	for {
		at := skipSpace(text, end)
		sign := strings.IndexByte(text[at:min(len(text), at+longestName)], '=')
		if sign < 0 || strings.IndexByte(text[end:at], '\n') >= 0 || !isAttributeName(strings.Trim(text[at:at+sign], " ")) {
			if rest := strings.TrimLeft(text[at:min(len(text), at+2)], "/"); strings.HasPrefix(rest, ">") {
				end = at + strings.IndexByte(text[at:], '>') + 1
			}
			return lint.Span{Start: start, End: end}, true
		}
		next := valueEnd(text, at+sign+1)
		if next == 0 {
			return lint.Span{Start: start, End: end}, true
		}
		end = next
	}
}

const longestName = 30

// isAttributeName reports whether the word is an attribute of HTML.
func isAttributeName(word string) bool {
	word = strings.ToLower(word)
	return attributeNames[word] || strings.HasPrefix(word, "data-") && len(word) > len("data-")
}

// valueEnd returns the end of a value in quotation marks of any kind that begins at or behind offset i, or 0.
func valueEnd(text string, i int) int {
	const longest, marks = 300, "\"“”„″«»'‘’"
	i = skipSpace(text, i)
	if i >= len(text) || !strings.ContainsRune(marks, after(text, i)) {
		return 0
	}
	i += utf8.RuneLen(after(text, i))
	rest := text[i:min(len(text), i+longest)]
	if line := strings.IndexByte(rest, '\n'); line >= 0 {
		rest = rest[:line]
	}
	end := strings.IndexAny(rest, marks)
	if end < 0 {
		return 0
	}
	return i + end + utf8.RuneLen(after(rest, end))
}

// isInTag reports whether a tag is open at offset i of the text.
func isInTag(text string, i int) bool {
	const longest = 300
	before := text[max(0, i-longest):i]
	return strings.LastIndexByte(before, '<') > strings.LastIndexByte(before, '>')
}

// attributeNames holds the names of attributes that pages have and that text hardly sets equal to something in quotation marks.
var attributeNames = lint.WordSet("class id href style src alt title rel target width height onclick align valign border cellpadding bgcolor srcset sizes itemprop role colspan rowspan frameborder allowfullscreen loading")
