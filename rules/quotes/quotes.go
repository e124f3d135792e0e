// Package quotes holds the rules on quotation marks: in goes a document, out come marks that do not pair, point the
// wrong way or stand where no quotation is.
package quotes

import (
	"strings"

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
	angle           // « » and » «
)

// fault is what is wrong with a mark.
type fault uint8

const (
	sound     fault = iota
	stray           // opens nothing and closes nothing: behind a finished text, before nothing but a stop
	unclosed        // opens a quotation that nothing closes
	unopened        // closes a quotation that nothing opened
	inverted        // closes with an opening mark, or opens with a closing one
	mixed           // closes a quotation that a mark of another family opened
	misspaced       // stands free where it should be glued and glued where it should be free
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
	case "«", "»":
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
		if f := familyOf(p.doc, i); f != noFamily && !p.isApostrophe(r, i) && !p.isGershayim(r, i) && !p.isDoubled(r, i) && !p.isInCode(r, i) {
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

// open notes whether a straight mark opens or closes, as far as the white space round it, its side, says.
func (p *pairing) open(side side) {
	p.opened = side == openingSide || side == eitherSide && !p.opened
	if p.opened {
		p.depth++
	} else if p.depth > 0 {
		p.depth--
	}
}

// isApostrophe reports whether the straight mark at token i stands for an apostrophe: the workers" rights, in 2017"s
// vote, a coup d"état. Such text comes of a careless replacement of all single marks, by people.
func (p *pairing) isApostrophe(r lint.Range, i int) bool {
	d := p.doc
	if i == r.From || i+1 == r.To || !d.Glued(i) || d.TokenText(i) != `"` {
		return false
	}
	if p.opened || d.Tokens[i+1].Kind != lint.Word {
		return false
	}
	before := d.TokenText(i - 1)
	word := d.Tokens[i-1].Kind == lint.Word
	if d.Glued(i + 1) {
		return contractions[d.Fold(i+1)] || word && len(before) == 1
	}
	return word && before[len(before)-1] == 's'
}

// isGershayim reports whether the mark at token i stands inside a Hebrew abbreviation, between two letters: z”l.
func (p *pairing) isGershayim(r lint.Range, i int) bool {
	d := p.doc
	if i == r.From || i+1 == r.To || !d.Glued(i) || !d.Glued(i+1) {
		return false
	}
	before, behind := &d.Tokens[i-1], &d.Tokens[i+1]
	return before.Case == lint.Lower && before.Len() == 1 && behind.Case == lint.Lower && behind.Len() == 1
}

// contractions holds what English writes behind an apostrophe.
var contractions = map[string]bool{"s": true, "t": true, "re": true, "ve": true, "ll": true, "d": true, "m": true}

// isDoubled reports whether the mark at token i repeats the one right before it. Two straight marks that close what two of
// them opened, or open what two close, are marks of nested quotations.
func (p *pairing) isDoubled(r lint.Range, i int) bool {
	if i == r.From || !p.doc.Glued(i) || p.doc.TokenText(i) != p.doc.TokenText(i-1) {
		return false
	}
	return p.doc.TokenText(i) != `"` || !p.closesTwo(r, i) && !p.opensTwo(r, i)
}

// closesTwo reports whether the straight mark at token i, the second of two, stands behind two quotations that are open.
func (p *pairing) closesTwo(r lint.Range, i int) bool {
	return p.freeBehind(r, i) && !p.freeBefore(r, i-1) && p.depth >= 1
}

// opensTwo reports whether the straight mark at token i, the second of two, opens a quotation right behind the mark that
// opens the one round it: two closing marks follow apart.
func (p *pairing) opensTwo(r lint.Range, i int) bool {
	if p.depth != 1 || !p.freeBefore(r, i-1) || p.freeBehind(r, i) {
		return false
	}
	var closing []int
	for _, q := range p.quotes[1:] {
		k := int(q)
		if p.doc.TokenText(k) != `"` {
			continue
		}
		if k >= r.To || p.sideOf(r, k) == openingSide || len(closing) == 2 {
			break
		}
		closing = append(closing, k)
	}
	return len(closing) == 2 && closing[1] > closing[0]+1
}

// isInCode reports whether the straight mark at token i pairs with one inside the code that it touches: "Ann"<ann@example.org>.
func (p *pairing) isInCode(r lint.Range, i int) bool {
	d := p.doc
	return i+1 < r.To && d.Glued(i+1) && d.Tokens[i+1].Kind == lint.Code && strings.Count(d.TokenText(i+1), d.TokenText(i))%2 == 1
}

// side is what the white space round a mark says of it.
type side uint8

const (
	eitherSide  side = iota
	openingSide      // free before, glued to what follows
	closingSide      // glued to what is before, free behind
)

// sideOf looks at the white space and marks round token i of block r.
func (p *pairing) sideOf(r lint.Range, i int) side {
	before, behind := p.freeBefore(r, i), p.freeBehind(r, i)
	switch {
	case before && !behind:
		return openingSide
	case behind && !before:
		return closingSide
	}
	return eitherSide
}

// freeBefore reports whether a quotation may open at token i: white space, an opening bracket, a dash or another opening
// mark stands before it.
func (p *pairing) freeBefore(r lint.Range, i int) bool {
	if i == r.From || !p.doc.Glued(i) {
		return true
	}
	switch text := p.doc.TokenText(i - 1); p.doc.Tokens[i-1].Kind {
	case lint.Bracket:
		return strings.Contains("([{", text)
	case lint.Quote:
		return p.freeBefore(r, i-1)
	case lint.Punct:
		return isDash(text) || text == "/"
	}
	return false
}

// freeBehind reports whether a quotation may close at token i: white space, a stop, a closing bracket, a dash or another
// closing mark stands behind it.
func (p *pairing) freeBehind(r lint.Range, i int) bool {
	if i+1 == r.To || !p.doc.Glued(i+1) {
		return true
	}
	switch text := p.doc.TokenText(i + 1); p.doc.Tokens[i+1].Kind {
	case lint.Bracket:
		return strings.Contains(")]}", text)
	case lint.Quote:
		return p.freeBehind(r, i+1)
	case lint.Punct:
		return !(isDash(text) || text == "…" || text == "..." || p.beginsName(r, i+1)) || p.freeBehind(r, i+1)
	}
	return false
}

// beginsName reports whether the mark at token i is a full stop that a name or a number begins with: ".csv", ".22 rifle".
func (p *pairing) beginsName(r lint.Range, i int) bool {
	if i+1 >= r.To || p.doc.TokenText(i) != "." || !p.doc.Glued(i+1) {
		return false
	}
	t := p.doc.Tokens[i+1]
	return t.Kind == lint.Number || t.Kind == lint.Word && t.Case == lint.Lower
}

func isDash(s string) bool { return s == "–" || s == "—" || strings.HasPrefix(s, "-") }

// pairFamily pairs the marks of one family with a stack.
func (p *pairing) pairFamily(f family, r lint.Range, first int) {
	var open []int
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		if m.family != f {
			continue
		}
		switch f {
		case straight:
			p.readStraight(m, r, len(open) > 0)
		case angle:
			p.readAngle(m)
		default:
			p.readCurly(k, r, len(open) > 0, len(open) > 0 && p.doc.TokenText(p.marks[open[len(open)-1]].token) == "„")
		}
		if len(open) == 0 && p.isBareStop(r, m.token) {
			m.fault = stray
			continue
		}
		if m.opens {
			open = append(open, k)
			continue
		}
		if len(open) == 0 {
			if p.isInches(r, m.token) || f == angle && p.isSign(r, m.token) {
				m.family = noFamily
			} else {
				m.fault = unopened
			}
			continue
		}
		last := open[len(open)-1]
		open = open[:len(open)-1]
		m.pair, p.marks[last].pair = last, k
	}
	for _, k := range open {
		if f == angle && p.isSign(r, p.marks[k].token) {
			p.marks[k].family = noFamily
		} else {
			p.marks[k].fault = unclosed
		}
	}
}

// isSign reports whether a guillemet without a partner is a sign of its own: it touches no word and no stop.
func (p *pairing) isSign(r lint.Range, i int) bool {
	touches := func(glued bool, k int) bool { return glued && p.doc.Tokens[k].Kind != lint.Quote }
	return !(i > r.From && touches(p.doc.Glued(i), i-1)) && !(i+1 < r.To && touches(p.doc.Glued(i+1), i+1))
}

// isBareStop reports whether the mark at token i has white space before it and a stop right behind it: it can neither open
// a quotation nor, when none is open, close one.
func (p *pairing) isBareStop(r lint.Range, i int) bool {
	return i > r.From && !p.doc.Glued(i) && i+1 < r.To && p.doc.Glued(i+1) && strings.Contains(".,;:", p.doc.TokenText(i+1)) && !p.beginsName(r, i+1)
}

// readStraight tells by its surroundings whether a straight mark opens and, where these say nothing, by what is open; the
// last token of a block opens nothing.
func (p *pairing) readStraight(m *mark, r lint.Range, open bool) {
	m.opens = m.side == openingSide || m.side == eitherSide && !open && m.token+1 < r.To && !p.isInches(r, m.token)
}

// readCurly tells whether the curly mark k opens. One whose glyph and surroundings disagree counts as what its surroundings
// say, where that fits what is open; low says that the mark „ is, which “ closes.
func (p *pairing) readCurly(k int, r lint.Range, open, low bool) {
	m := &p.marks[k]
	glyph := p.doc.TokenText(m.token)
	m.opens = glyph != "”" && !(glyph == "“" && low)
	switch {
	case m.opens && glyph == "“" && open && p.freeBehind(r, m.token),
		!m.opens && glyph == "”" && !open && (m.side == openingSide || p.followsVerb(r, m.token)),
		!m.opens && glyph == "”" && m.side == openingSide && p.turnsNext(k):
		m.opens = !m.opens
		m.fault = inverted
	case glyph == "“" && !open && m.side == closingSide:
		m.opens = false
	}
}

// turnsNext reports whether the mark after mark k opens by its glyph and closes by its surroundings: the two are a
// quotation turned round.
func (p *pairing) turnsNext(k int) bool {
	if k+1 == len(p.marks) {
		return false
	}
	next := &p.marks[k+1]
	return next.side == closingSide && p.doc.TokenText(next.token) == "“"
}

// readAngle tells whether a guillemet opens: by its surroundings, since some languages open with », else by its glyph.
func (p *pairing) readAngle(m *mark) {
	switch m.side {
	case openingSide:
		m.opens = true
	case closingSide:
		m.opens = false
	default:
		m.opens = p.doc.TokenText(m.token) == "«"
	}
}

// isInches reports whether token i stands behind a number: 6'2", a 15" screen.
func (p *pairing) isInches(r lint.Range, i int) bool {
	return i > r.From && p.doc.Tokens[i-1].Kind == lint.Number && p.freeBehind(r, i)
}

// pairMisspaced pairs two neighbouring straight marks of block r that are without a partner, when only their spacing is
// at fault: "the wish "goes on, the" wish" goes on, the" wish " goes on.
func (p *pairing) pairMisspaced(r lint.Range, first int) {
	for k := first + 1; k < len(p.marks); k++ {
		last, m := &p.marks[k-1], &p.marks[k]
		if last.family != straight || m.family != straight || m.pair >= 0 || last.pair >= 0 {
			continue
		}
		switch {
		case last.fault == unclosed && m.fault == unclosed && p.mayClose(r, m.token):
			last.fault, m.fault = sound, sound
		case last.fault == unopened && m.fault != sound && p.mayOpen(r, last.token) && (m.fault == unopened || p.freeBehind(r, m.token)):
			last.fault, m.fault = sound, sound
		default:
			continue
		}
		last.opens, m.opens = true, false
		last.pair, m.pair = k, k-1
	}
}

// mayClose reports whether the mark at token i, glued to the word behind it, can close a quotation: no sentence ends before
// it, and no speech begins behind it.
func (p *pairing) mayClose(r lint.Range, i int) bool {
	d := p.doc
	if i+1 == r.To || isStop(d.TokenText(i-1)) || d.Tokens[i+1].Kind != lint.Word {
		return false
	}
	return d.Tokens[i+1].Case != lint.Title || !strings.Contains(",:", d.TokenText(i-1)) || isReported(d, i+1)
}

// mayOpen reports whether the mark at token i, glued to the token before it, can open a quotation: that token is a word, or
// the comma or colon of a reporting verb.
func (p *pairing) mayOpen(r lint.Range, i int) bool {
	return i > r.From && i+1 < r.To && (p.doc.Tokens[i-1].Kind == lint.Word || p.followsVerb(r, i))
}

// followsVerb reports whether the mark at token i stands between a reporting verb, with its comma or colon, and a word with
// a capital letter or a bracket.
func (p *pairing) followsVerb(r lint.Range, i int) bool {
	d := p.doc
	if i-2 < r.From || i+1 >= r.To || !strings.Contains(",:", d.TokenText(i-1)) || !reportingVerbs[d.Fold(i-2)] {
		return false
	}
	return d.Tokens[i+1].Case == lint.Title || d.Tokens[i+1].Kind == lint.Bracket
}

// uncross pairs anew where a pair of one family holds a closing and then an opening mark of another: “Yes," he said. "No.”
// is two quotations, not one with loose ends in it.
func (p *pairing) uncross(first int) {
	var open []int // marks whose partner is still to come
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		switch {
		case m.pair > k:
			open = append(open, k)
		case m.pair >= 0 && len(open) > 0 && open[len(open)-1] == m.pair:
			open = open[:len(open)-1]
		case m.fault == unopened && len(open) > 0:
			outer := open[len(open)-1]
			end := p.marks[outer].pair
			next := k + 1
			for next < end && p.marks[next].fault == sound {
				next++
			}
			if next < end && p.marks[next].fault == unclosed && p.marks[next].family == m.family && p.marks[outer].family != m.family {
				p.marry(outer, k)
				p.marry(next, end)
				open = open[:len(open)-1] // next opens when its turn comes
			}
		}
	}
}

// marry makes a pair of two marks of different families.
func (p *pairing) marry(opening, closing int) {
	p.marks[opening].fault, p.marks[opening].pair = sound, closing
	p.marks[closing].fault, p.marks[closing].pair = mixed, opening
}

// pairMixed pairs the one unclosed mark of a family with the one unopened mark of another behind it.
func (p *pairing) pairMixed(first int) {
	opener := -1
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		switch {
		case m.fault == unclosed:
			opener = k
		case m.fault == unopened && opener >= 0 && p.marks[opener].family != m.family:
			p.marry(opener, k)
			opener = -1
		}
	}
}

// turnSpoken takes for closing what seems to open: an unclosed straight mark between a comma and a reporting clause, as in
// we are tired, "she said.
func (p *pairing) turnSpoken(r lint.Range, first int) {
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		if m.fault != unclosed || m.family != straight || m.token == r.From || m.token+1 == r.To {
			continue
		}
		before, behind := p.doc.TokenText(m.token-1), &p.doc.Tokens[m.token+1]
		if strings.Contains(",?!", before) && behind.Case == lint.Lower && isReported(p.doc, m.token+1) {
			m.fault, m.opens = unopened, false
		}
	}
}

// findWeak marks the faults of block b that its marks alone do not prove: a quotation that opens with a block of one
// sentence, or closes with it, may go on over blocks that are no paragraphs of one article; an opening mark behind a
// stop, inside an open quotation, may begin a paragraph of it.
func (p *pairing) findWeak(b, first int) {
	block := p.doc.Blocks[b]
	single := block.Sentences.To-block.Sentences.From == 1
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		switch {
		case m.fault == unclosed && single && m.token == block.From:
			m.weak = reportingClause(p.doc, m.token+1, block.To) == 0
		case m.fault == unopened && single && m.token >= block.To-2:
			m.weak = speechStart(p.doc, block.From, m.token) == 0
		case m.fault == unclosed && k+1 < len(p.marks) && p.marks[k+1].opens:
			m.weak = isStop(p.doc.TokenText(p.marks[k+1].token - 1))
		}
	}
}

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
		outside = d.Tokens[outer].Kind == lint.Word && !isSuffix(d, outer, m.opens) ||
			m.opens && strings.Contains(".,;:?!", d.TokenText(outer))
	}
	return inside, outside
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

// suffixes holds what English adds to a quoted word.
var suffixes = map[string]bool{"s": true, "d": true, "ed": true, "er": true, "ers": true, "ing": true, "ish": true, "ly": true, "ness": true}

// reportSpacing reports the paired English marks whose inner and outer side are wrong just as given.
func reportSpacing(p *lint.Pass, inside, outside bool, f func(m mark) lint.Diagnostic) {
	for _, m := range marksOf.Of(p.Document) {
		if m.inside == inside && m.outside == outside && m.pair >= 0 && m.family != angle && !isUnspaced(p.Document, m) {
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
