package leftover

import (
	"strings"

	"mtlint/lint"
)

// place says where in a block a fixed phrase must stand to be a leftover.
type place uint8

const (
	nowhere  place = iota
	block          // it is the block, marks round it and a number behind it aside
	sentence       // it is a sentence, marks round it aside
	menu           // it is the block, as are others of the page in a row with it
	counted        // it is the block, marks round it aside, with a number behind it
	start          // it begins a block
	colon          // it begins a sentence, and a colon comes soon behind it
	top            // it begins one of the first two blocks of the article, which goes on
	end            // it ends a block, a stop or another mark before it
	bracket        // it stands in brackets, first
	headline       // it begins a block, and what follows begins with a capital and ends without a full stop
	inner          // brackets hold it and nothing else but marks
	note           // it stands in square brackets, first, and they end the block
	last           // it ends a block
	opening        // it begins a sentence
	field          // it begins a block of a few words more, the first of them a name or a number, and no stop behind them
	tail           // it begins the last sentence of a block, and what follows is a headline of some words
	part           // it covers a line of the page together with others: widget_line.go
	anywhere
)

// places are the places by the names that the tables give them.
var places = map[string]place{
	"block": block, "sentence": sentence, "menu": menu, "counted": counted, "start": start, "colon": colon, "top": top, "end": end,
	"bracket": bracket, "headline": headline, "inner": inner, "note": note, "last": last, "opening": opening, "field": field,
	"tail": tail, "part": part, "anywhere": anywhere,
}

// stands reports whether the tokens r stand in their block, the one of the given number, as the place asks.
func (p place) stands(d *lint.Document, number int, r lint.Range) bool {
	test := placeTests[p]
	return test != nil && test(spot{d, number, d.Blocks[number].Range, r})
}

// placeTests tell of every place but nowhere and part whether a phrase stands there.
var placeTests = [...]func(spot) bool{
	block:    spot.isBlock,
	sentence: spot.isSentence,
	menu:     spot.isBlock,
	counted:  spot.isCounted,
	start:    spot.opensBlock,
	colon:    spot.leadsToColon,
	top:      spot.opensArticle,
	end:      spot.isBehindMark,
	bracket:  spot.opensBracket,
	headline: spot.opensHeadline,
	inner:    spot.fillsBrackets,
	note:     spot.opensNote,
	last:     spot.closesBlock,
	opening:  spot.opensSentence,
	field:    spot.opensField,
	tail:     spot.isBeforeHeadline,
	anywhere: func(spot) bool { return true },
}

// spot is where a phrase was found.
type spot struct {
	*lint.Document
	number int        // of the block
	block  lint.Range // it
	phrase lint.Range
}

// sentence returns the sentence of the phrase.
func (s spot) sentence() lint.Range { return sentenceOf(s.Document, s.number, s.phrase.From) }

// opensBlock reports whether nothing but marks stands before the phrase in its block.
func (s spot) opensBlock() bool { return isBare(s.Document, s.block.From, s.phrase.From) }

// opensSentence reports whether nothing but marks stands before the phrase in its sentence.
func (s spot) opensSentence() bool { return isBare(s.Document, s.sentence().From, s.phrase.From) }

// closesBlock reports whether the phrase ends a block that it does not begin.
func (s spot) closesBlock() bool { return s.phrase.From > s.block.From && s.phrase.To == s.block.To }

// isBlock reports whether the phrase is its block, with marks round it and a number behind it at most: Comments (0).
func (s spot) isBlock() bool {
	return s.opensBlock() && isCounted(s.Document, s.phrase.To, s.block.To)
}

// isCounted reports whether the phrase is its block, with marks round it and a number behind it.
func (s spot) isCounted() bool { return s.isBlock() && !isBare(s.Document, s.phrase.To, s.block.To) }

// isSentence reports whether the phrase is its sentence, with marks round it.
func (s spot) isSentence() bool {
	whole := s.sentence()
	return isBare(s.Document, whole.From, s.phrase.From) && isBare(s.Document, s.phrase.To, whole.To)
}

// opensArticle reports whether the phrase begins one of the first two blocks, and words follow.
func (s spot) opensArticle() bool {
	return s.number < 2 && s.phrase.From == s.block.From && s.phrase.To < s.block.To && s.Tokens[s.phrase.To].Kind != lint.Punct
}

// leadsToColon reports whether the phrase begins a sentence with a colon soon behind it.
func (s spot) leadsToColon() bool {
	return s.sentence().From == s.phrase.From && colonBehind(s.Document, s.block, s.phrase.To) > 0
}

// isBehindMark reports whether the phrase ends its block behind a mark, with no more than marks behind it.
func (s spot) isBehindMark() bool {
	return s.phrase.From > s.block.From && s.Tokens[s.phrase.From-1].Kind == lint.Punct &&
		isBare(s.Document, s.phrase.To, s.block.To)
}

// opensBracket reports whether the phrase stands first in brackets.
func (s spot) opensBracket() bool {
	return s.phrase.From > s.block.From && isMark(s.Document, s.phrase.From-1, "[(")
}

// fillsBrackets reports whether brackets hold the phrase and nothing else but marks.
func (s spot) fillsBrackets() bool {
	to := s.phrase.To
	for to < s.block.To && s.Tokens[to].Kind == lint.Punct {
		to++
	}
	return s.opensBracket() && to < s.block.To && isMark(s.Document, to, "])")
}

// opensNote reports whether the phrase stands first in square brackets that end the block.
func (s spot) opensNote() bool {
	end := s.block.To - 1
	if isMark(s.Document, end, ".") {
		end--
	}
	return s.phrase.From > s.block.From && isMark(s.Document, s.phrase.From-1, "[") &&
		s.phrase.To < end && isMark(s.Document, end, "]")
}

// opensHeadline reports whether the phrase begins a block, and a headline follows.
func (s spot) opensHeadline() bool {
	return s.opensBlock() && startsHeadline(s.Document, s.phrase.To, s.block.To)
}

// isBeforeHeadline reports whether the phrase begins the last sentence of a block of some, and a headline of some words follows.
func (s spot) isBeforeHeadline() bool {
	const shortest = 5
	whole := s.sentence()
	return whole.From == s.phrase.From && whole.From > s.block.From && whole.To == s.block.To && whole.To-s.phrase.To >= shortest &&
		startsHeadline(s.Document, s.phrase.To, whole.To) && isWords(s.Document, s.phrase.To, whole.To)
}

// opensField reports whether the phrase begins a block, and what is filled in there follows.
func (s spot) opensField() bool {
	return s.opensBlock() && isFilled(s.Document, s.phrase.To, s.block.To)
}

// colonBehind returns the index behind the first colon of the few tokens from the index on, or 0.
func colonBehind(d *lint.Document, b lint.Range, from int) int {
	const few = 12
	for i := from; i < min(from+few, b.To); i++ {
		if isByte(d, i, ':') {
			return i + 1
		}
	}
	return 0
}

// isWords reports whether the tokens from one index to another hold no bracket, number or address, as a reference does.
func isWords(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if k := d.Tokens[i].Kind; k == lint.Bracket || k == lint.Number || k == lint.Code {
			return false
		}
	}
	return true
}

// startsHeadline reports whether the tokens from one index to another begin with a capital or a number, marks aside, and end
// without a full stop.
func startsHeadline(d *lint.Document, from, to int) bool {
	for from < to && (isBare(d, from, from+1) || d.Tokens[from].Kind == lint.Quote) {
		from++
	}
	return from < to && (d.Tokens[from].Case >= lint.Title || d.Tokens[from].Kind == lint.Number) && !isMark(d, to-1, ".")
}

// isFilled reports whether the tokens from one index to another are what stands in a field of a page: a few words that
// begin with a name, a number or a mark, end without a stop and ask nothing.
func isFilled(d *lint.Document, from, to int) bool {
	const longest = 18
	if from == to || to-from > longest || isMark(d, to-1, ".?!,;:") {
		return false
	}
	for i := from; i < to; i++ {
		if isByte(d, i, '?') {
			return false
		}
	}
	t := d.Tokens[from]
	return t.Case >= lint.Title || t.Kind != lint.Word && t.Kind != lint.Quote && t.Kind != lint.Symbol
}

// isArrow reports whether the mark is one of those that stand for an arrow on buttons.
func isArrow(mark string) bool { return mark == "»" || mark == "›" || mark == "«" || mark == "‹" }

// isBare reports whether the tokens from one index to another hold no word, number, address or quotation mark but arrows.
func isBare(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if k := d.Tokens[i].Kind; k != lint.Punct && k != lint.Symbol && k != lint.Bracket && !isArrow(d.TokenText(i)) {
			return false
		}
	}
	return true
}

// sentenceOf returns the sentence of the numbered block that holds the token.
func sentenceOf(d *lint.Document, number, token int) lint.Range {
	s := d.Blocks[number].Sentences
	for k := s.From; k < s.To; k++ {
		if d.Sentences[k].To > token {
			return d.Sentences[k]
		}
	}
	return d.Blocks[number].Range
}

// isCounted is isBare, but for a number: Comments (0).
func isCounted(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if d.Tokens[i].Kind == lint.Number {
			return isBare(d, from, i) && isBare(d, i+1, to)
		}
	}
	return isBare(d, from, to)
}

// blockOf returns the number of the block that holds the token, at or behind the numbered one.
func blockOf(d *lint.Document, number, token int) int {
	for d.Blocks[number].To <= token {
		number++
	}
	return number
}

// isMark reports whether token i is one of the characters of marks.
func isMark(d *lint.Document, i int, marks string) bool {
	t := &d.Tokens[i]
	return t.Len() == 1 && strings.IndexByte(marks, d.Text[t.Start]) >= 0
}
