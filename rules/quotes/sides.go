package quotes

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// side is what the white space round a mark says of it.
type side uint8

const (
	eitherSide  side = iota
	openingSide      // free before, glued to what follows
	closingSide      // glued to what is before, free behind
)

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
		return contractions[d.Fold(i+1)] && before != "(" && before != "[" || word && len(before) == 1
	}
	return word && before[len(before)-1] == 's'
}

// isGershayim reports whether the mark at token i stands inside a Hebrew abbreviation, between two letters: z”l.
func (p *pairing) isGershayim(r lint.Range, i int) bool {
	d := p.doc
	if i == r.From || i+1 == r.To || !d.Glued(i) || !d.Glued(i+1) {
		return false
	}
	if i-2 >= r.From && d.Tokens[i-2].Kind == lint.Quote && d.Glued(i-1) {
		return false // the plural of a letter: dot your "i"s
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

// isEmpty reports whether the straight mark at token i and the one beside it stand alone, with nothing between them: Enter ""
// to go on.
func (p *pairing) isEmpty(r lint.Range, i int) bool {
	return p.isEmptyPair(r, i) || p.isEmptyPair(r, i-1)
}

func (p *pairing) isEmptyPair(r lint.Range, first int) bool {
	d, second := p.doc, first+1
	if first < r.From || second >= r.To || d.TokenText(first) != `"` || d.TokenText(second) != `"` || !d.Glued(second) {
		return false
	}
	behind := second+1 == r.To || !d.Glued(second+1) || d.Tokens[second+1].Kind == lint.Punct
	return (first == r.From || !d.Glued(first)) && behind && p.depth == 0
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

// isInCode reports whether the straight mark at token i pairs with one inside the code that it touches ("Ann"<ann@example.org>),
// or ends the last attribute of a tag.
func (p *pairing) isInCode(r lint.Range, i int) bool {
	d := p.doc
	if i+1 == r.To || !d.Glued(i+1) {
		return false
	}
	if i > r.From && d.Glued(i) && d.Tokens[i-1].Kind == lint.Code && d.TokenText(i+1) == ">" {
		return true // of an attribute: href="https://example.org">
	}
	return d.Tokens[i+1].Kind == lint.Code && strings.Count(d.TokenText(i+1), d.TokenText(i))%2 == 1
}

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
	return p.isFreeBefore(lint.Range{From: max(r.From, i-maxRow), To: r.To}, i)
}

func (p *pairing) isFreeBefore(r lint.Range, i int) bool {
	if i == r.From || !p.doc.Glued(i) {
		return true
	}
	switch text := p.doc.TokenText(i - 1); p.doc.Tokens[i-1].Kind {
	case lint.Bracket:
		return strings.Contains("([{", text)
	case lint.Quote:
		return p.isFreeBefore(r, i-1)
	case lint.Punct:
		return isDash(text) || text == "/"
	}
	return false
}

// freeBehind reports whether a quotation may close at token i: white space, a stop, a closing bracket, a dash or another
// closing mark stands behind it.
func (p *pairing) freeBehind(r lint.Range, i int) bool {
	return p.isFreeBehind(lint.Range{From: r.From, To: min(r.To, i+maxRow)}, i)
}

// maxRow is how many marks in a row are read: more are a line that somebody drew.
const maxRow = 16

func (p *pairing) isFreeBehind(r lint.Range, i int) bool {
	if i+1 == r.To || !p.doc.Glued(i+1) {
		return true
	}
	switch text := p.doc.TokenText(i + 1); p.doc.Tokens[i+1].Kind {
	case lint.Bracket:
		return strings.Contains(")]}", text)
	case lint.Quote:
		return p.isFreeBehind(r, i+1)
	case lint.Punct:
		return !(isDash(text) || text == "…" || text == "..." || p.beginsName(r, i+1)) || p.isFreeBehind(r, i+1)
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

// isSign reports whether a guillemet without a partner is a sign of its own: it touches no word and no stop.
func (p *pairing) isSign(r lint.Range, i int) bool {
	touches := func(glued bool, k int) bool { return glued && p.doc.Tokens[k].Kind != lint.Quote }
	return !(i > r.From && touches(p.doc.Glued(i), i-1)) && !(i+1 < r.To && touches(p.doc.Glued(i+1), i+1))
}

// isBareStop reports whether the mark at token i has white space before it and a stop right behind it: it can neither open
// a quotation nor, when none is open, close one.
func (p *pairing) isBareStop(r lint.Range, i int) bool {
	return i > r.From && !p.doc.Glued(i) && i+1 < r.To && p.doc.Glued(i+1) && strings.Contains(".,;:", p.doc.TokenText(i+1)) &&
		!p.beginsName(r, i+1) && !p.beginsEllipsis(r, i+1) && !p.quotesMark(r, i)
}

// quotesMark reports whether the quotation that opens at token i holds nothing but a face, or a mark that a function word
// is before: a “:-)” at the end, the "." key.
func (p *pairing) quotesMark(r lint.Range, i int) bool {
	const longest = 3 // tokens of a face
	named := lexicon.FunctionAt(p.doc, i-1) != 0
	for k := i + 2; k <= i+1+longest && k < r.To && p.doc.Glued(k); k++ {
		switch t := &p.doc.Tokens[k]; {
		case t.Kind == lint.Quote:
			closer := p.doc.TokenText(k)
			return named && (closer == `"` || closer == "”") && (closer == "”") == (p.doc.TokenText(i) == "“") && p.freeBehind(r, k)
		case t.Kind == lint.Bracket:
			named = true
		case t.Len() > 1 && t.Kind != lint.Punct:
			return false
		}
	}
	return false
}

// beginsEllipsis reports whether the full stop at token i is the first of three with spaces between: ". . . and over.
func (p *pairing) beginsEllipsis(r lint.Range, i int) bool {
	return i+2 < r.To && p.doc.TokenText(i) == "." && p.doc.TokenText(i+1) == "." && p.doc.TokenText(i+2) == "."
}

// isInches reports whether token i stands behind a number: 6'2", a 15" screen.
func (p *pairing) isInches(r lint.Range, i int) bool {
	return i > r.From && p.doc.Tokens[i-1].Kind == lint.Number && p.freeBehind(r, i)
}

// isLength reports whether the straight mark at token i is the sign of inches for certain: behind feet, where no quotation
// is open, or behind a short number in a quotation that closes further on: "The 6'2" guard has a 4" scar," she said.
func (p *pairing) isLength(r lint.Range, i int) bool {
	if !p.endsLength(r, i) {
		return false
	}
	if !p.opened {
		return p.doc.Tokens[i-1].Len() > 2
	}
	for _, q := range p.quotes[1:min(len(p.quotes), maxRow)] {
		k := int(q)
		if k >= r.To {
			break
		}
		if p.doc.TokenText(k) == `"` && !p.endsLength(r, k) {
			return p.sideOf(r, k) == closingSide
		}
	}
	return false
}

// endsLength reports whether token i is a straight mark behind feet and inches, or a number of one or two digits.
func (p *pairing) endsLength(r lint.Range, i int) bool {
	if i == r.From || !p.doc.Glued(i) || p.doc.TokenText(i) != `"` || p.doc.Tokens[i-1].Kind != lint.Number {
		return false
	}
	number := strings.TrimRight(p.doc.TokenText(i-1), "½¼¾⅓⅔⅛⅜⅝⅞")
	return len(number) <= 2 || strings.IndexAny(number, "'’′") > 0
}
