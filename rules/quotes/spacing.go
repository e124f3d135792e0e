package quotes

import (
	"strings"

	"mtlint/lint"
)

// findSpacing finds the white space that is wrong round the paired marks.
func (p *pairing) findSpacing() {
	for b, marks := range p.blocks {
		for k := marks.from; k < marks.to; k++ {
			if m := &p.marks[k]; m.pair >= 0 {
				m.inside, m.outside = spacing(p.doc, p.doc.Blocks[b].Range, m)
			}
		}
	}
}

// spacing says which white space round a mark of block r is wrong: some on its inner side, none on its outer side. The
// block's edge, other marks, brackets and dashes need no space.
func spacing(d *lint.Document, r lint.Range, m *mark) (inside, outside bool) {
	inner, outer := m.token-1, m.token+1
	if m.opens {
		inner, outer = outer, inner
	}
	if inner >= r.From && inner < r.To {
		inside = !d.Glued(max(inner, m.token)) && isWordOrStop(d, inner)
	}
	if outer >= r.From && outer < r.To && d.Glued(max(outer, m.token)) {
		outside = d.Tokens[outer].Kind == lint.Word && !isSuffix(d, outer, m.opens) && !(!m.opens && isPrefix(d, r, m.token-1)) ||
			m.opens && strings.Contains(".,;:?!", d.TokenText(outer)) || !m.opens && isYearOfWork(d, outer)
	}
	return inside, outside
}

// isYearOfWork reports whether token i, glued to the mark behind a title, is a year: the song “Paper boat”2016.
func isYearOfWork(d *lint.Document, i int) bool {
	year := d.TokenText(i)
	return d.Tokens[i].Kind == lint.Number && len(year) == len("2016") && (year[:2] == "19" || year[:2] == "20") &&
		d.Tokens[i-2].Case == lint.Lower && (i+1 == len(d.Tokens) || !d.Glued(i+1) || d.Tokens[i+1].Kind == lint.Punct)
}

// isWordOrStop reports whether token i is text that a quotation mark is glued to on its inner side; other quotation marks
// and ellipses may stand free.
func isWordOrStop(d *lint.Document, i int) bool {
	switch d.Tokens[i].Kind {
	case lint.Word, lint.Number, lint.Code, lint.Bracket:
		return true
	}
	return strings.Contains(".,?!", d.TokenText(i))
}

// isSuffix reports whether the word at token i, glued to a quotation, is an ending of it ("google"d) or a prefix or
// article that ends in an apostrophe (l’“Express”).
func isSuffix(d *lint.Document, i int, before bool) bool {
	fold := d.Fold(i)
	if before {
		return strings.HasSuffix(fold, "'")
	}
	return suffixes[fold]
}

// isPrefix reports whether token i is a prefix that stands alone in marks: a “re”discovery.
func isPrefix(d *lint.Document, r lint.Range, i int) bool {
	return i > r.From && d.Tokens[i-1].Kind == lint.Quote && prefixes[d.Fold(i)]
}

// prefixes holds what English puts before a word to turn its sense.
var prefixes = lint.WordSet("re un pre post anti pro non mis dis de over under in im co self super sub ex inter trans")

// suffixes holds what English adds to a quoted word.
var suffixes = map[string]bool{"s": true, "d": true, "ed": true, "er": true, "ers": true, "ing": true, "ish": true, "ly": true, "ness": true, "esque": true, "ist": true, "ism": true, "like": true, "able": true}

// reportSpacing reports the paired English marks whose inner and outer side are wrong just as given, but for those that are
// turned round with their space.
func reportSpacing(p *lint.Pass, inside, outside bool, f func(m mark) lint.Diagnostic) {
	for _, m := range marksOf.Of(p.Document) {
		if m.inside == inside && m.outside == outside && m.pair >= 0 && m.family != angle && !m.hugsReport() && !isUnspaced(p.Document, m) {
			p.Report(f(m))
		}
	}
}

// isUnspaced reports whether the text outside of a mark is of a script that has no spaces between its words.
func isUnspaced(d *lint.Document, m mark) bool {
	i := m.token + 1
	if m.opens {
		i = m.token - 1
	}
	if i < 0 || i >= len(d.Tokens) {
		return false
	}
	s := d.Tokens[i].Script
	return s == lint.Han || s == lint.Kana
}
