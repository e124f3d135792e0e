package brackets

import (
	"slices"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// maxPlaces is how many places a finding offers for the lost bracket.
const maxPlaces = 5

// placeReach is how many tokens away from its partner a lost bracket is looked for.
const placeReach = 60

// places collects tokens that fit, each once, up to maxPlaces.
type places struct {
	tokens []int
	fits   func(i int) bool
}

func (p *places) add(i int) {
	if len(p.tokens) < maxPlaces && !slices.Contains(p.tokens, i) && p.fits(i) {
		p.tokens = append(p.tokens, i)
	}
}

// closingPlaces returns the tokens behind which the lost closing bracket of o may have stood, best first: behind an
// abbreviation, a quantity or a name that follows it, before the next marks or verb, at the end of its sentence.
func closingPlaces(d *lint.Document, o orphan) []int {
	first, end := o.token+1, d.SentenceOf(o.token).To
	stop := min(end, first+placeReach)
	if first >= end {
		return nil
	}
	out := places{fits: func(i int) bool { return endsWord(d, i) }}
	if d.Tokens[first].Case == lint.Upper {
		out.add(first)
	}
	run := first
	for run < stop && isNameLike(d, run) {
		run++
	}
	if run > first {
		if d.Tokens[run-1].Kind == lint.Number && run < end && isUnit(d, run) {
			out.add(run)
		}
		out.add(run - 1)
	}
	out.addClauses(d, max(run, first+1), stop)
	last := end - 1
	for last > max(first, end-4) && d.Tokens[last].Kind == lint.Punct {
		last--
	}
	out.add(last)
	return out.tokens
}

// addClauses adds the tokens before the first two marks from token i on and, before the first mark, those before a verb and the
// units of names and numbers.
func (p *places) addClauses(d *lint.Document, i, stop int) {
	marks := 0
	for ; i < stop && marks < 2; i++ {
		if isClauseMark(d, i) {
			p.add(i - 1)
			marks++
		} else if marks == 0 && (isPredicate(d, i) || isUnit(d, i) && isNameLike(d, i-1)) {
			p.add(i - 1)
		}
	}
}

// openingPlaces returns the tokens before which the lost opening bracket of o may have stood, best first.
func openingPlaces(d *lint.Document, o orphan) []int {
	last, from := o.token-1, max(d.SentenceOf(o.token).From, o.token-placeReach)
	if last < from {
		return nil
	}
	out := places{fits: func(i int) bool { return beginsWord(d, i) }}
	if d.Tokens[last].Case == lint.Upper {
		out.add(last)
	}
	if last > from && d.Tokens[last-1].Kind == lint.Number && isUnit(d, last) {
		out.add(quantityStart(d, last-1, from))
	}
	if isQuantity(d, last) && !followsPreposition(d, last) {
		out.add(quantityStart(d, last, from))
	}
	if isNameLike(d, last) {
		out.addName(d, last, from)
	}
	for i := last; i > from; i-- {
		if isClauseMark(d, i-1) {
			out.add(i)
			break
		}
		if isOpeningWord(d, i) {
			out.add(i)
		}
	}
	return out.tokens
}

// addName adds the tokens behind from that the name or number which ends with token last may begin with: its first one, its last
// one, and that of a name which and joins to it.
func (p *places) addName(d *lint.Document, last, from int) {
	first := last
	for first > from && isNameLike(d, first-1) {
		first--
	}
	if !followsPreposition(d, first) {
		p.add(first)
	}
	if first < last || !followsPreposition(d, last) {
		p.add(last)
	}
	if first-2 > from && d.Fold(first-1) == "and" && isNameLike(d, first-2) {
		p.add(first - 2)
	}
}

// beginsWord reports whether no word goes on with token i, so that a bracket may open before it.
func beginsWord(d *lint.Document, i int) bool {
	return i == 0 || !d.Glued(i) || d.Tokens[i-1].Kind == lint.Quote || d.Tokens[i-1].Kind == lint.Bracket
}

// endsWord reports whether no word goes on behind token i, so that a bracket may close behind it.
func endsWord(d *lint.Document, i int) bool {
	if i+1 == len(d.Tokens) || !d.Glued(i+1) {
		return true
	}
	switch d.Tokens[i+1].Kind {
	case lint.Quote, lint.Bracket:
		return true
	case lint.Punct:
		text := d.TokenText(i + 1)
		return text != "-" && text != "/"
	}
	return false
}

// followsPreposition reports whether a preposition stands before token i: founded in 1998.
func followsPreposition(d *lint.Document, i int) bool {
	f := d.Tokens[max(i-1, 0)].Form
	return f != lint.NoForm && lexicon.Functions.Of(d)[f]&lexicon.Preposition != 0
}

// quantityStart returns the token that the quantity with its number at i begins with: its currency sign, or itself.
func quantityStart(d *lint.Document, i, from int) int {
	if i > from && d.Glued(i) && d.Tokens[i-1].Kind == lint.Symbol {
		return i - 1
	}
	return i
}

// isQuantity reports whether token i is a number, with or without its unit: 8.2-meter, $3.6bn.
func isQuantity(d *lint.Document, i int) bool {
	c := d.Text[d.Tokens[i].Start]
	return d.Tokens[i].Kind == lint.Number || d.Tokens[i].Kind == lint.Word && '0' <= c && c <= '9'
}

// isUnit reports whether the word at i may be the unit of the number before it.
func isUnit(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Lower && lexicon.Functions.Of(d)[t.Form] == 0
}

// isPredicate reports whether the sentence may go on, behind an aside, with the word at i.
func isPredicate(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Word && lexicon.Functions.Of(d)[t.Form]&(lexicon.Auxiliary|lexicon.Conjunction) != 0
}

// isNameLike reports whether token i may be part of a name, a number or an abbreviation in brackets.
func isNameLike(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Number || t.Kind == lint.Code || t.Kind == lint.Symbol || t.Kind == lint.Word && t.Case != lint.Lower
}

// isClauseMark reports whether the mark at i may end a clause.
func isClauseMark(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Punct && !(d.TokenText(i) == "-" && d.Glued(i)) || d.Tokens[i].Kind == lint.Quote
}

// isOpeningWord reports whether an aside may begin with the word at i.
func isOpeningWord(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	if t.Kind != lint.Word {
		return false
	}
	f := lexicon.Functions.Of(d)[t.Form]
	return f&(lexicon.Conjunction|lexicon.Preposition|lexicon.Article) != 0
}
