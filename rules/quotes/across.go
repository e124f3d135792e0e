package quotes

import (
	"strings"

	"mtlint/lint"
)

// isRunning reports whether a quotation may go on over blocks of the kind, those of the article itself: captions, cells and
// what stands beside it are read by themselves.
func isRunning(k lint.BlockKind) bool {
	return k != lint.Caption && k != lint.Cell && !k.IsAside()
}

// acrossBlocks takes back the fault of a quotation that goes on in the next paragraph: it opens there again, with no
// reporting clause since, or closes there without opening.
func (p *pairing) acrossBlocks() {
	for b := range p.blocks {
		if !isRunning(p.doc.Blocks[b].Kind) {
			continue
		}
		next := b + 1
		for range maxNested {
			k, last := p.openAtEnd(b)
			if k < 0 {
				break
			}
			m := &p.marks[k]
			if p.isCut(b) || last && p.goesOn(b, m) {
				m.fault = sound
				break
			}
			c := p.closer(next, b+1+p.reach(b, m.token), p.opensSpeech(b, m.token))
			if c < 0 {
				m.weak = m.weak || p.endsInSpeech(b, m.token)
				break
			}
			p.pairAcross(k, c)
			next = p.marks[c].block + 1
		}
	}
}

// maxNested is how many quotations, one within another, may go on in the next paragraph.
const maxNested = 3

// goesOn reports whether the quotation that m opens in block b is reopened by the next block, with no reporting clause
// since.
func (p *pairing) goesOn(b int, m *mark) bool {
	return !p.isFragment(b, m.token) && p.reopens(b+1, m.family) && reportingClause(p.doc, m.token+1, p.doc.Blocks[b].To) == 0
}

// pairAcross pairs the opening mark k with the closing mark c of a later block.
func (p *pairing) pairAcross(k, c int) {
	p.marks[k].fault, p.marks[k].pair = sound, c
	p.marks[c].fault, p.marks[c].pair = sound, k
	if p.marks[k].family != p.marks[c].family {
		p.marks[c].fault = mixed
	}
}

// reach returns over how many blocks the quotation that opens at token i of block b may go on: over many when it is
// speech, over none when it is a few words inside a sentence, unless every block is one sentence.
func (p *pairing) reach(b, i int) int {
	switch {
	case p.isFragment(b, i) && p.isSentence(b) && p.isSentence(b+1):
		return 2
	case p.isFragment(b, i):
		return 0
	case p.opensSpeech(b, i):
		return 12
	}
	return 6
}

// opensSpeech reports whether the mark at token i stands at the start of block b or behind a colon or comma.
func (p *pairing) opensSpeech(b, i int) bool {
	return i == p.doc.Blocks[b].From || strings.Contains(":,", p.doc.TokenText(i-1))
}

// isSentence reports whether there is a block b that is one sentence.
func (p *pairing) isSentence(b int) bool {
	return b < len(p.doc.Blocks) && p.doc.Blocks[b].Sentences.To-p.doc.Blocks[b].Sentences.From == 1
}

// isFragment reports whether the mark at token i opens a few quoted words inside a sentence of block b: a word right
// before it, a lower-case one behind. No such quotation goes on in the next paragraph.
func (p *pairing) isFragment(b, i int) bool {
	r := p.doc.Blocks[b]
	return i > r.From && i+1 < r.To && p.doc.Tokens[i-1].Kind == lint.Word && p.doc.Tokens[i+1].Case == lint.Lower && p.doc.TokenText(i-1) != "that"
}

// openAtEnd returns the mark that is open at the end of block b, or -1, and whether it is the last of its family there:
// behind speech that opens, quotations within it may stand.
func (p *pairing) openAtEnd(b int) (k int, last bool) {
	last = true
	for k := p.blocks[b].to - 1; k >= p.blocks[b].from; k-- {
		switch m := p.marks[k]; {
		case m.fault == unclosed:
			if !last && !p.opensSpeech(b, m.token) {
				return -1, false
			}
			return k, last
		case m.fault != sound:
			return -1, false
		case m.family != noFamily:
			last = false
		}
	}
	return -1, false
}

// isCut reports whether block b is the document's last and breaks off without a stop: the text was cut.
func (p *pairing) isCut(b int) bool {
	if b+1 < len(p.blocks) || p.doc.Blocks[b].Kind != lint.Paragraph && p.doc.Blocks[b].Kind != lint.Heading {
		return false
	}
	last := p.doc.Blocks[b].To - 1
	return p.doc.Tokens[last].Kind == lint.Word
}

// endsInSpeech reports whether the article, which has other paragraphs, ends within the speech that the mark at token i of
// block b opens behind a colon: the text may have been cut behind a sentence.
func (p *pairing) endsInSpeech(b, i int) bool {
	r := p.doc.Blocks[b].Range
	return b > 0 && b+1 == len(p.blocks) && i > r.From && p.doc.TokenText(i-1) == ":" && reportingClause(p.doc, i+1, r.To) == 0
}

// reopens reports whether block b begins with an opening mark of the family.
func (p *pairing) reopens(b int, f family) bool {
	if b >= len(p.blocks) || p.blocks[b].from == p.blocks[b].to {
		return false
	}
	m := p.marks[p.blocks[b].from]
	return m.family == f && m.opens && m.token == p.doc.Blocks[b].From
}

// closer returns the unopened mark of the blocks from b to end that no other mark stands before; else -1. Within speech,
// pairs may stand before it in its own block and in blocks of one sentence.
func (p *pairing) closer(b, end int, speech bool) int {
	for ; b < min(end, len(p.blocks)); b++ {
		marks := p.blocks[b]
		if !isRunning(p.doc.Blocks[b].Kind) {
			continue
		}
		for k := marks.from; k < marks.to; k++ {
			switch m := p.marks[k]; {
			case m.fault == unopened:
				return k
			case m.pair < 0 || !speech:
				return -1
			}
		}
		if marks.from < marks.to && !p.isSentence(b) {
			return -1
		}
	}
	return -1
}

// findStray marks as stray what is left without a partner at the end of a block and is an opening glyph: it opens nothing
// there.
func (p *pairing) findStray() {
	for b := range p.blocks {
		if p.blocks[b].from == p.blocks[b].to {
			continue
		}
		m := &p.marks[p.blocks[b].to-1]
		if m.pair < 0 && m.fault != sound && m.token > p.doc.Blocks[b].From && p.doc.TokenText(m.token) == "“" && p.endsBlock(b, m.token) {
			m.fault = stray
		}
	}
}

// endsBlock reports whether nothing but stops stands behind token i in block b.
func (p *pairing) endsBlock(b, i int) bool {
	for i++; i < p.doc.Blocks[b].To; i++ {
		if p.doc.Tokens[i].Kind != lint.Punct {
			return false
		}
	}
	return true
}
