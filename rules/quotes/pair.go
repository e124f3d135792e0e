package quotes

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

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

// readStraight tells by its surroundings whether a straight mark opens and, where these say nothing, by what is open;
// the last token of a block opens nothing.
func (p *pairing) readStraight(m *mark, r lint.Range, open bool) {
	m.opens = m.side == openingSide || m.side == eitherSide && !open && m.token+1 < r.To && !p.isInches(r, m.token)
}

// readCurly tells whether the curly mark k opens. One whose glyph and surroundings disagree counts as what its
// surroundings say, where that fits what is open; low says that the mark „ is, which “ closes unless white space says
// that it opens.
func (p *pairing) readCurly(k int, r lint.Range, open, low bool) {
	m := &p.marks[k]
	glyph := p.doc.TokenText(m.token)
	m.opens = glyph != "”" && !(glyph == "“" && low && m.side != openingSide)
	switch {
	case glyph == "”" && p.isTurnedOpening(k, r, open),
		glyph == "“" && m.opens && open && (p.freeBehind(r, m.token) || p.opensReport(r, m.token)):
		m.opens = !m.opens
		m.fault = inverted
	case glyph == "“" && !open && m.side == closingSide && !p.isClosedNext(k):
		m.opens = false
	}
}

// isTurnedOpening reports whether mark k, ” by its glyph, opens a quotation by what stands round it. One may be open.
func (p *pairing) isTurnedOpening(k int, r lint.Range, open bool) bool {
	if p.marks[k].side == openingSide {
		return !open || p.turnsNext(k)
	}
	return !open && (p.followsVerb(r, p.marks[k].token) || p.closesNext(r, k))
}

// isClosedNext reports whether white space parts mark k from a word and the mark after it closes by its glyph: the two are a
// quotation, the“ new road” of the mayor. They are none where a sentence ends before mark k, or where one ends between them
// and no verb of saying leads to it, for then the marks of a text are turned round; nor where a straight mark before opens a
// quotation.
func (p *pairing) isClosedNext(k int) bool {
	if k+1 == len(p.marks) || p.doc.TokenText(p.marks[k+1].token) != "”" || k > 0 && p.marks[k-1].family == straight && p.marks[k-1].block == p.marks[k].block && p.marks[k-1].side == openingSide {
		return false
	}
	i, end := p.marks[k].token, p.marks[k+1].token
	if end == i+1 || p.doc.Glued(i+1) || p.doc.Tokens[i+1].Kind == lint.Punct {
		return false
	}
	switch before := p.doc.TokenText(i - 1); {
	case isStop(before):
		return false
	case before == "," || before == ":":
		return true
	}
	return end-i < longestAside && !slices.ContainsFunc(p.doc.Tokens[i+1:end-1], func(t lint.Token) bool {
		return t.Kind == lint.Punct && strings.ContainsAny(p.doc.Text[t.Start:t.End], ".!?")
	})
}

// longestAside is how many tokens a quotation within a sentence has at most.
const longestAside = 20

// opensReport reports whether the mark at token i, behind a comma, the stop of a question or a word and a space, touches the
// first word of a reporting clause, so that it stands for the end of the speech before: again, “wrote Holm; the old area
// “explains the newspaper.
func (p *pairing) opensReport(r lint.Range, i int) bool {
	d := p.doc
	if i == r.From || i+2 >= r.To || d.Glued(i) || !d.Glued(i+1) || d.Tokens[i+1].Kind != lint.Word {
		return false
	}
	if d.Tokens[i-1].Case == lint.Lower {
		return reports(d, i+1) && (d.Tokens[i+2].Case == lint.Title || d.Fold(i+2) == "the")
	}
	if !strings.Contains(",?!", d.TokenText(i-1)) {
		return false
	}
	if d.Tokens[i+1].Case == lint.Lower {
		return reports(d, i+1) || isHeOrShe(d, i+1) && reports(d, i+2)
	}
	return p.beginsNamed(r, i+1)
}

// beginsNamed reports whether a reporting clause with the name of its speaker begins with token i: Anna Holm said.
func (p *pairing) beginsNamed(r lint.Range, i int) bool {
	const longest = 3 // tokens of a name with its verb
	d := p.doc
	for k := i; k < min(i+longest, r.To) && d.Tokens[k].Kind == lint.Word; k++ {
		if reports(d, k) {
			return k > i
		}
		if d.Tokens[k].Case != lint.Title || lexicon.FunctionAt(d, k) != 0 && !isHeOrShe(d, k) {
			return false
		}
	}
	return false
}

// isHeOrShe reports whether token i is the pronoun of one speaker.
func isHeOrShe(d *lint.Document, i int) bool {
	who := d.Fold(i)
	return who == "he" || who == "she"
}

// reports reports whether token i is a finite verb by which speech or writing is reported.
func reports(d *lint.Document, i int) bool {
	return speaks(d, i) || d.Fold(i) == "wrote" || d.Fold(i) == "writes"
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

// closesNext reports whether mark k, which stands free between two words, comes before one that closes: of two closing
// marks, as in the ” new town” of the mayor, the first stands for an opening one.
func (p *pairing) closesNext(r lint.Range, k int) bool {
	if k+1 == len(p.marks) || p.marks[k].side != eitherSide {
		return false
	}
	d, i, next := p.doc, p.marks[k].token, &p.marks[k+1]
	return i > r.From && i+1 < r.To && d.Tokens[i-1].Kind == lint.Word && !d.Glued(i) && !d.Glued(i+1) && d.Tokens[i+1].Kind == lint.Word && next.side == closingSide && d.TokenText(next.token) == "”"
}

// readAngle tells whether a guillemet opens: by its surroundings, since some languages open with », else by its glyph.
func (p *pairing) readAngle(m *mark) {
	switch m.side {
	case openingSide:
		m.opens = true
	case closingSide:
		m.opens = false
	default:
		m.opens = p.doc.TokenText(m.token) == "«" || p.doc.TokenText(m.token) == "‹"
	}
}

// pairMisspaced pairs two neighbouring straight marks of block r that are without a partner, when only their spacing is
// at fault: "the wish "goes on, the" wish" goes on, the" wish " goes on.
func (p *pairing) pairMisspaced(r lint.Range, first int) {
	for k := first + 1; k < len(p.marks); k++ {
		last, m := &p.marks[k-1], &p.marks[k]
		if last.family != straight || m.family != straight || m.pair >= 0 || last.pair >= 0 || !p.isMisspacedPair(r, first, k) {
			continue
		}
		last.fault, m.fault = sound, sound
		last.opens, m.opens = true, false
		last.pair, m.pair = k, k-1
	}
}

// isMisspacedPair reports whether mark k, without a partner, may close a quotation that the mark before it, without one, opens.
func (p *pairing) isMisspacedPair(r lint.Range, first, k int) bool {
	last, m := &p.marks[k-1], &p.marks[k]
	if last.fault == unclosed {
		return m.fault == unclosed && p.mayClose(r, m.token)
	}
	if last.fault != unopened || m.fault == sound {
		return false
	}
	return p.mayOpen(r, last.token) && (m.fault == unopened || p.freeBehind(r, m.token)) ||
		m.fault == unclosed && p.hugsOthers(first, k)
}

// hugsOthers reports whether mark k and the one before it, the only two round there without partners, touch the words outside of
// a few words between them, of which neither can end or begin a quotation: called it" a good start "and left.
func (p *pairing) hugsOthers(first, k int) bool {
	const longest, near = 7, 8 // tokens between, marks
	d, open, end := p.doc, p.marks[k-1].token, p.marks[k].token
	for n := max(first, k-near); n < min(len(p.marks), k+near); n++ {
		if n != k && n != k-1 && p.marks[n].fault != sound {
			return false
		}
	}
	if end-open > longest+1 || end-open < 2 || open == 0 || end+1 == len(d.Tokens) {
		return false
	}
	const outer = lexicon.Article | lexicon.Preposition | lexicon.Conjunction | lexicon.Pronoun | lexicon.Determiner | lexicon.Possessive
	return d.Tokens[open-1].Case == lint.Lower && d.Tokens[end+1].Case == lint.Lower && lexicon.FunctionAt(d, open-1)&outer != 0 && lexicon.FunctionAt(d, end+1)&outer != 0
}

// mayClose reports whether the mark at token i, glued to the word behind it, can close a quotation: no sentence ends
// before it, and no speech begins behind it.
func (p *pairing) mayClose(r lint.Range, i int) bool {
	d := p.doc
	if i+1 == r.To || isStop(d.TokenText(i-1)) || d.Tokens[i+1].Kind != lint.Word {
		return false
	}
	return d.Tokens[i+1].Case != lint.Title || !strings.Contains(",:", d.TokenText(i-1)) || isReported(d, i+1)
}

// mayOpen reports whether the mark at token i, glued to the token before it, can open a quotation: that token is a word,
// or the comma or colon of a reporting verb.
func (p *pairing) mayOpen(r lint.Range, i int) bool {
	return i > r.From && i+1 < r.To && (p.doc.Tokens[i-1].Kind == lint.Word || p.followsVerb(r, i))
}

// followsVerb reports whether the mark at token i stands between a reporting verb, with its comma or colon, and a word
// with a capital letter or a bracket.
func (p *pairing) followsVerb(r lint.Range, i int) bool {
	d := p.doc
	if i-2 < r.From || i+1 >= r.To || !strings.Contains(",:", d.TokenText(i-1)) || !reportingVerbs[d.Fold(i-2)] {
		return false
	}
	return d.Tokens[i+1].Case == lint.Title || d.Tokens[i+1].Kind == lint.Bracket
}

// uncross pairs anew where a pair of one family holds a closing and then an opening mark of another: “Yes," he said.
// "No.” is two quotations, not one with loose ends in it.
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

// turnSpoken takes for closing what seems to open: an unclosed straight or closing mark between a comma and a reporting
// clause, as in we are tired, "she said.
func (p *pairing) turnSpoken(r lint.Range, first int) {
	for k := first; k < len(p.marks); k++ {
		m := &p.marks[k]
		if m.fault != unclosed || m.family != straight && p.doc.TokenText(m.token) != "”" || m.token == r.From || m.token+1 == r.To {
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
// stop, inside an open quotation, may begin a line of it, or stand for the mark that closes it where nothing closes it itself;
// and two single marks behind one may close it.
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
			next := p.marks[k+1].token
			between := p.doc.Text[p.doc.Tokens[m.token].Start:p.doc.Tokens[next].Start]
			m.weak = strings.Contains(between, "''") || (strings.Contains(between, "\n") || p.marks[k+1].fault == unclosed) && isStop(p.doc.TokenText(next-1)) && endsInReport(p.doc, lint.Range{From: m.token + 1, To: next}) == 0
		}
	}
}
