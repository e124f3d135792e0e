// Package quotes holds the rules on quotation marks: in goes a document, out come marks that do not pair, point the
// wrong way or stand where no quotation is.
//
//	quotation marks → without those that are none, and with the side that each seems to open to (sides.go)
//	                → pairs within a block, with what is wrong with the others (pair.go)
//	                → quotations that go on in later blocks (across.go)
//	                → the white space round the pairs (spacing.go) → marksOf
//
// A rule on quotation marks begins with marksOf.Of(doc).
package quotes

import (
	"mtlint/lint"
)

// A mark is one double quotation mark of a document. Single marks are not paired.
type mark struct {
	token  int
	block  int
	family family
	side   side // what the white space round it says
	fault  fault
	weak   bool // the fault has an innocent explanation
	opens  bool // as it is understood: an inverted mark counts as what it should be
	pair   int  // index of the mark it pairs with, or -1

	inside, outside bool // the white space on its inner or outer side is wrong; only of paired marks
}

// family parts marks that cannot pair with each other.
type family uint8

const (
	noFamily family = iota
	straight        // "
	curly           // “ ” and „ “
	angle           // « » and » «, ‹ › and › ‹
)

// fault is what is wrong with a mark.
type fault uint8

const (
	sound    fault = iota
	stray          // opens nothing and closes nothing: behind a finished text, before nothing but a stop
	unclosed       // opens a quotation that nothing closes
	unopened       // closes a quotation that nothing opened
	inverted       // closes with an opening mark, or opens with a closing one
	mixed          // closes a quotation that a mark of another family opened
)

// marksOf is the double quotation marks of a document in order, paired block by block and over adjacent paragraphs.
var marksOf = lint.NewFact("quotes", func(d *lint.Document) []mark {
	quotes := d.Quotes()
	if len(quotes) == 0 {
		return nil
	}
	p := pairing{doc: d, quotes: quotes, marks: make([]mark, 0, len(quotes)), blocks: make([]blockMarks, 0, len(d.Blocks))}
	for b := range d.Blocks {
		p.block(b)
	}
	p.acrossBlocks()
	p.findStray()
	p.findSpacing()
	return p.marks
})

// pairing is the state machine that pairs marks.
type pairing struct {
	doc    *lint.Document
	quotes []int32 // those of the blocks that are not yet read
	marks  []mark
	blocks []blockMarks
	opened bool // the last straight mark of the block being read opens, as far as white space says
	depth  int  // straight marks that are open behind it, one of an earlier block among them
}

// blockMarks is the marks of one block: indexes into pairing.marks.
type blockMarks struct{ from, to int }

// familyOf returns the family of a token.
func familyOf(d *lint.Document, i int) family {
	if d.Tokens[i].Kind != lint.Quote {
		return noFamily
	}
	switch d.TokenText(i) {
	case `"`:
		return straight
	case "“", "”", "„":
		return curly
	case "«", "»", "‹", "›":
		return angle
	}
	return noFamily
}

// block pairs the marks of block b within itself.
func (p *pairing) block(b int) {
	r := p.doc.Blocks[b].Range
	first := len(p.marks)
	p.opened, p.depth = false, 0
	if first > 0 && p.marks[first-1].fault == unclosed && p.marks[first-1].family == straight {
		p.depth = 1
	}
	for ; len(p.quotes) > 0 && int(p.quotes[0]) < r.To; p.quotes = p.quotes[1:] {
		i := int(p.quotes[0])
		if f := familyOf(p.doc, i); f != noFamily && !p.isApostrophe(r, i) && !p.isGershayim(r, i) && !p.isDoubled(r, i) && !p.isEmpty(r, i) && !p.isInCode(r, i) && !p.isLength(r, i) {
			side := p.sideOf(r, i)
			p.marks = append(p.marks, mark{token: i, block: b, family: f, side: side, pair: -1})
			if f == straight {
				p.open(side)
			}
		}
	}
	p.blocks = append(p.blocks, blockMarks{first, len(p.marks)})
	if first == len(p.marks) {
		return
	}
	p.pairFamily(curly, r, first)
	p.pairFamily(straight, r, first)
	p.pairFamily(angle, r, first)
	p.pairMisspaced(r, first)
	p.uncross(first)
	p.pairMixed(first)
	p.turnSpoken(r, first)
	p.findWeak(b, first)
}

// direction returns the word for the direction of a mark.
func direction(m mark) string {
	if m.opens {
		return "opening"
	}
	return "closing"
}

// report reports every mark with the fault through f; a weak fault is worth a look only, unless f is sure of it.
func report(p *lint.Pass, wanted fault, f func(m mark) lint.Diagnostic) {
	for _, m := range marksOf.Of(p.Document) {
		if m.fault != wanted {
			continue
		}
		d := f(m)
		if m.weak && d.Severity != lint.Error {
			d.Severity = lint.Info
		}
		p.Report(d)
	}
}

// glyph returns the mark of the family that opens or closes.
func (f family) glyph(opens bool) string {
	switch {
	case f == straight:
		return `"`
	case f == angle && opens:
		return "«"
	case f == angle:
		return "»"
	case opens:
		return "“"
	}
	return "”"
}
