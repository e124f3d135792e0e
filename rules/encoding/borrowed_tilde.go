package encoding

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// findTilde reports the tilde at token i where it makes a range of two numbers, or lengthens the end of a sentence.
func findTilde(p *lint.Pass, i int) {
	b := p.BlockOf(i)
	if i == b.From {
		return
	}
	switch span := p.Tokens[i].Span(); {
	case isRange(p.Document, b.Range, i):
		gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i+1].Start)}
		reportBorrowed(p, span, 0, lint.Replace("write a dash", lint.Safe, gap, "–"))
	case lengthens(p.Document, b.Range, i):
		level, text := lint.Warning, ""
		if lexicon.Informal.Of(p.Document) {
			level = lint.Info
		}
		if i+1 == b.To || p.Tokens[i+1].Case == lint.Title {
			text = "."
		}
		reportBorrowed(p, span, level, lint.Replace("write the mark of English", lint.Unsafe, span, text))
	}
}

// isRange reports whether the tilde at token i of block r stands between two numbers, with a space on both sides or on
// none, and the numbers belong to no formula or version.
func isRange(d *lint.Document, r lint.Range, i int) bool {
	if i+1 >= r.To || d.Tokens[i-1].Kind != lint.Number || !startsWithFigure(d, i+1) || d.Glued(i) != d.Glued(i+1) {
		return false
	}
	if i-1 > r.From && d.Glued(i-1) && d.Tokens[i-2].Kind != lint.Bracket && !strings.Contains("$€£¥", d.TokenText(i-2)) {
		return false
	}
	if strings.Contains(d.Text[d.Tokens[i-1].End:d.Tokens[i+1].Start], "\n") {
		return false
	}
	return i+2 >= r.To || !d.Glued(i+2) || d.Tokens[i+2].Kind == lint.Bracket || isMarkBehind(d.TokenText(i+2))
}

// startsWithFigure reports whether token i is a number, or a word that begins with a figure: 16, 5kg.
func startsWithFigure(d *lint.Document, i int) bool {
	return d.Text[d.Tokens[i].Start]-'0' <= 9
}

// isMarkBehind reports whether s is a mark that may stand right behind a quantity.
func isMarkBehind(s string) bool {
	switch s {
	case ",", ".", ";", ":", "%", "°", "?", "!":
		return true
	}
	return false
}

// lengthens reports whether the tilde at token i of block r touches a word of English before it, ends its sentence or
// stands before its mark, and does not close what another tilde opens.
func lengthens(d *lint.Document, r lint.Range, i int) bool {
	if !d.Glued(i) || !isListed(d, i-1) || d.Tokens[i-1].Len() < 2 {
		return false
	}
	if i+1 < r.To && d.Glued(i+1) && d.TokenText(i+1) != "!" && d.TokenText(i+1) != "." && d.TokenText(i+1) != "?" {
		return false
	}
	const looked = 40 // tokens
	for k := i - 1; k >= r.From && k > i-looked; k-- {
		if d.TokenText(k) == "~" {
			return k > r.From && d.Glued(k)
		}
	}
	return true
}
