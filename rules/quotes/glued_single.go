package quotes

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// GluedSingle reports a single mark that opens a title and touches the word before it: in'Sunday Stage', sell’Moon Bread’.
//
// Korean, Chinese and Japanese set no space before a quotation, and the engine does not add it. With single marks the word,
// the mark and the title look like one word with an apostrophe. Reported is a small word in lower case before the mark and a
// capital behind it, and another common word where the mark that closes stands further on. Names with an elision (d’Or,
// all’Italiana) are right.
//
// The fix puts a space in and is safe.
//
// bad: The trio sang it in'Sunday Stage' and left.
// bad: To sell’Moon Bread’, she starts the oven at three.
// good: The trio sang it in 'Sunday Stage' and left.
// good: The Palme d’Or went to a film from all’Angolo.
//
// Measured on 5,400,000 words of machine translation: 0.03 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0; 15 read, 15 right.
var GluedSingle = &lint.Rule{
	Name:     "quotes/glued-single",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		for f := range p.Forms {
			form := &p.Forms[f]
			if form.Count == form.Lower || strings.IndexByte(form.Fold, '\'') < 2 {
				continue
			}
			for _, k := range p.Places(lint.FormID(f)) {
				if at := gluedSingle(p.Document, int(k)); at > 0 {
					reportGluedSingle(p, at)
				}
			}
		}
	},
}

// reportGluedSingle reports the mark at an offset.
func reportGluedSingle(p *lint.Pass, at int) {
	_, n := utf8.DecodeRuneInString(p.Text[at:])
	s := lint.Span{Start: at, End: at + n}
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "opening quotation mark touches the text outside",
		Fixes:   []lint.Fix{lint.Replace("put a space in", lint.Safe, s, " "+p.Slice(s))},
	})
}

// gluedSingle returns where the mark stands by which token i is a word in lower case and the first one of a title, or 0.
func gluedSingle(d *lint.Document, i int) int {
	text := d.TokenText(i)
	left, title, ok := cutSingle(text)
	if !ok || len(title) < 2 || title[0] < 'A' || title[0] > 'Z' || title[1] < 'a' || title[1] > 'z' || lint.Fold(left) != left {
		return 0
	}
	if !beforeTitles[left] && !(isCommonWord(left) && closesBehind(d, i)) {
		return 0
	}
	return int(d.Tokens[i].Start) + len(left)
}

// cutSingle cuts a word at its first single mark.
func cutSingle(text string) (left, right string, ok bool) {
	at := strings.IndexAny(text, "'‘’")
	if at < 0 {
		return text, "", false
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	return text[:at], text[at+n:], true
}

// beforeTitles holds small words that no name with an elision begins with.
var beforeTitles = lint.WordSet("in the of at with for on by and from as his her their called titled entitled named this that")

// isCommonWord reports whether a word is common, and no Italian article: all’Angolo.
func isCommonWord(word string) bool {
	e := lexicon.Lookup(word)
	return len(word) > 3 && e.Word() && e.Level() > 0 && e.Level() <= 35
}

// closesBehind reports whether a word behind token i, or a mark of its own, closes a quotation within the next few tokens.
func closesBehind(d *lint.Document, i int) bool {
	const longest = 8
	for j := i; j < min(i+longest, d.BlockOf(i).To); j++ {
		if text := d.TokenText(j); strings.HasSuffix(text, "'") || strings.HasSuffix(text, "’") {
			return true
		}
	}
	return false
}
