package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
	"github.com/sergi/go-diff/diffmatchpatch"
)

// change shows what becomes of a text: ‘They’ → ‘they’. With colour the words that differ are marked in both.
func (o TextOptions) change(old, text string) string {
	if !o.Color || columns(cells(old, true)) > maxQuote || columns(cells(text, true)) > maxQuote {
		return quote(old) + " → " + quote(text)
	}
	var before, after strings.Builder
	for _, d := range diffWords(old, text) {
		shown := join(cells(d.Text, true))
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			before.WriteString(o.paint(removed, shown))
		case diffmatchpatch.DiffInsert:
			after.WriteString(o.paint(added, shown))
		default:
			before.WriteString(shown)
			after.WriteString(shown)
		}
	}
	return "‘" + before.String() + "’ → ‘" + after.String() + "’"
}

// diffText returns unchanged text of a diff. In colour what is invisible in its lines is spelt out.
func (o TextOptions) diffText(text string) string {
	if !o.Color {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		content := strings.TrimSuffix(line, "\n")
		b.WriteString(Visible(strings.TrimSuffix(content, "\r")))
		b.WriteString(line[len(content):])
	}
	return b.String()
}

// markChange returns both sides of an edit as a diff shows them. In colour the words that differ are marked.
func (o TextOptions) markChange(old, text string) (gone, come string) {
	if !o.Color {
		return old, text
	}
	var before, after strings.Builder
	for _, d := range diffWords(old, text) {
		if d.Type != diffmatchpatch.DiffInsert {
			before.WriteString(markWords(d))
		}
		if d.Type != diffmatchpatch.DiffDelete {
			after.WriteString(markWords(d))
		}
	}
	return before.String(), after.String()
}

// markWords returns a part of a difference with everything in it visible, marked line by line unless both sides have it.
func markWords(d diffmatchpatch.Diff) string {
	var b strings.Builder
	for line := range strings.Lines(d.Text) {
		content := strings.TrimSuffix(line, "\n")
		shown := join(cells(content, true))
		if shown != "" && d.Type != diffmatchpatch.DiffEqual {
			shown = "\x1b[" + marked + "m" + shown + "\x1b[" + unmarked + "m"
		}
		b.WriteString(shown + line[len(content):])
	}
	return b.String()
}

// paintLine paints a line of a diff up to its line feed.
func (o TextOptions) paintLine(style, line string) string {
	content := strings.TrimSuffix(line, "\n")
	return o.paint(style, content) + line[len(content):]
}

// diffWords returns the difference of two short texts in whole words and marks.
func diffWords(old, text string) []diffmatchpatch.Diff {
	ids := make(map[string]rune)
	var names []string // of the words, by their id
	encode := func(s string) []rune {
		var out []rune
		for _, w := range splitWords(s) {
			id, known := ids[w]
			if !known {
				id = rune(len(names))
				ids[w] = id
				names = append(names, w)
			}
			out = append(out, id)
		}
		return out
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the result must not depend on the speed of the machine
	diffs := dmp.DiffMainRunes(encode(old), encode(text), false)
	for i := range diffs {
		var b strings.Builder
		for _, id := range diffs[i].Text {
			b.WriteString(names[id])
		}
		diffs[i].Text = b.String()
	}
	return diffs
}

// splitWords splits a text into words and what is no letter or digit, one character each.
func splitWords(s string) []string {
	var out []string
	inWord := false
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		v := g.Value()
		word := strings.ContainsFunc(v, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if word && inWord {
			out[len(out)-1] += v
		} else {
			out = append(out, v)
		}
		inWord = word
	}
	return out
}
