package garble

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// EdgeCut reports a link or an emphasis of several words that begins or ends inside a word.
//
// The engine puts the markup of the source back by counting characters or words, and misses. What is set off is more than
// the part of the word, so that nobody meant the part: a plural or another ending behind a link is left alone, and so is a
// prefix before one.
//
// There is no fix: the text is right, its markup is moved by hand.
//
// bad: <html>The gover<b>nment of Iraq</b> met on Monday.
// bad: <html>They left before dawn, and <a href="/b">the archit</a>ect followed.
// good: <html>The <a href="/a">prime minister</a>s of both <b>non-member state</b>s met.
//
// Measured on Markdown and HTML of free software: 0 hits per 10,000 words (2,400,000 words). The level is
// provisional: docs/levels.md.
var EdgeCut = &lint.Rule{
	Name:     "garble/edge-cut",
	Severity: lint.Info,
	MQM:      "Fluency/Typography",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		last := -1
		for _, n := range p.Inlines {
			for _, at := range [...]int{int(n.Start), int(n.End)} {
				if i, ok := wordAround(p.Document, at); ok && i > last && isEdgeCut(p.Document, n, i, at) {
					reportEdgeCut(p, n, i, at)
					last = i
				}
			}
		}
	},
}

// isEdgeCut reports whether the stretch, which is more than a part of the word at i, begins or ends at the offset inside it.
func isEdgeCut(d *lint.Document, n lint.Inline, i, at int) bool {
	t := d.Tokens[i]
	left, right := d.Text[t.Start:at], d.Text[at:t.End]
	if !holdsSpace(d, n) || !isLetters(left) || !isLetters(right) || !lexicon.EntryAt(d, i).Word() {
		return false
	}
	if at == int(n.End) {
		return !isEnding(right) && len(right) > 1 && !lexicon.Lookup(lint.Fold(left)).Word()
	}
	return len(left) > 1 && !lexicon.Lookup(lint.Fold(right)).Word()
}

func reportEdgeCut(p *lint.Pass, n lint.Inline, i, at int) {
	what := "ends"
	if at == int(n.Start) {
		what = "begins"
	}
	p.Report(lint.Diagnostic{
		Span:    p.Tokens[i].Span(),
		Message: "what is " + setOff(n.Kind) + " " + what + " inside ‘" + p.TokenText(i) + "’",
	})
}

// setOff says how a stretch is set off.
func setOff(k lint.InlineKind) string {
	if k == lint.Link {
		return "linked"
	}
	return k.String()
}
