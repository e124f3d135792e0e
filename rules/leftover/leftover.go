// Package leftover holds the rules on what belongs to the page or to the translator and not to the article: in goes a
// document, out come the remains of captions, widgets, agency marks and prompts, and the places where text was lost.
package leftover

import (
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
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

var places = map[string]place{"block": block, "sentence": sentence, "menu": menu, "counted": counted, "start": start, "colon": colon, "top": top, "end": end, "bracket": bracket, "headline": headline, "inner": inner, "note": note, "last": last, "opening": opening, "field": field, "tail": tail, "part": part, "anywhere": anywhere}

// stands reports whether the tokens r stand in their block, the one of the given number, as the place asks.
func (p place) stands(d *lint.Document, number int, r lint.Range) bool {
	b := d.Blocks[number].Range
	switch p {
	case block, menu:
		return isBare(d, b.From, r.From) && isCounted(d, r.To, b.To)
	case counted:
		return isBare(d, b.From, r.From) && !isBare(d, r.To, b.To) && isCounted(d, r.To, b.To)
	case sentence:
		s := sentenceOf(d, number, r.From)
		return isBare(d, s.From, r.From) && isBare(d, r.To, s.To)
	case start:
		return isBare(d, b.From, r.From)
	case top:
		return number < 2 && r.From == b.From && r.To < b.To && d.Tokens[r.To].Kind != lint.Punct
	case colon:
		return sentenceOf(d, number, r.From).From == r.From && colonBehind(d, b, r.To) > 0
	case bracket:
		return r.From > b.From && isMark(d, r.From-1, "[(")
	case headline:
		return isBare(d, b.From, r.From) && startsHeadline(d, r.To, b.To)
	case tail:
		const shortest = 5
		s := sentenceOf(d, number, r.From)
		return s.From == r.From && s.From > b.From && s.To == b.To && s.To-r.To >= shortest && startsHeadline(d, r.To, b.To) && isWords(d, r.To, b.To)
	case inner:
		return isBracketed(d, b, r)
	case note:
		end := b.To - 1
		if isMark(d, end, ".") {
			end--
		}
		return r.From > b.From && isMark(d, r.From-1, "[") && r.To < end && isMark(d, end, "]")
	case last:
		return r.From > b.From && r.To == b.To
	case opening:
		return isBare(d, sentenceOf(d, number, r.From).From, r.From)
	case field:
		return isBare(d, b.From, r.From) && isFilled(d, r.To, b.To)
	case end:
		return r.From > b.From && d.Tokens[r.From-1].Kind == lint.Punct && isBare(d, r.To, b.To)
	}
	return p == anywhere
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

// isBracketed reports whether brackets hold the tokens r and nothing else but marks.
func isBracketed(d *lint.Document, b, r lint.Range) bool {
	to := r.To
	for to < b.To && d.Tokens[to].Kind == lint.Punct {
		to++
	}
	return r.From > b.From && isMark(d, r.From-1, "[(") && to < b.To && isMark(d, to, "])")
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

// upTo returns the text from the start of r to the next token of its block, or to the end of r and the space before it
// where r ends the block.
func upTo(d *lint.Document, b lint.Block, r lint.Range) lint.Span {
	s := d.Span(r)
	if r.To < b.To {
		s.End = int(d.Tokens[r.To].Start)
	} else if r.From > b.From {
		s.Start = int(d.Tokens[r.From-1].End)
	}
	return s
}

// row is one line of a table of leftovers, without the two sentences that test it: a phrase, where it may stand and how
// sure it is.
type row struct {
	phrase     string          // a pattern of lexicon.Phrases
	places     []place         // any of them
	severities []lint.Severity // at each of the places
}

// table is rows and their phrases to look for.
type table struct {
	rows    []row
	phrases *lexicon.Phrases
}

// newTable returns the table of an embedded file, read when it is first asked for. Its phrases may name the classes of a
// table of words.
func newTable(name, data, words string) func() table {
	return sync.OnceValue(func() table { return readTable(name, data, readClasses(words)) })
}

// readClasses returns what puts the words of a table of classes in place of {class}; a malformed one panics.
func readClasses(data string) *strings.Replacer {
	cells, err := lexicon.ParseTable("words", data, "class", "words")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	pairs := make([]string, 0, 2*len(cells))
	for _, c := range cells {
		pairs = append(pairs, "{"+c[0]+"}", c[1])
	}
	return strings.NewReplacer(pairs...)
}

// readWords returns what the rows of a table of classes, from 0, say of their words; a malformed one panics.
func readWords[V any](name, data string, add func(v *V, row int)) *lexicon.FormTable[V] {
	cells, err := lexicon.ParseTable(name, data, "class", "words")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	table := new(lexicon.FormTable[V])
	for row, c := range cells {
		for word := range strings.FieldsSeq(c[1]) {
			add(table.Set(lint.Hash(word)), row)
		}
	}
	return table
}

// readTable reads a table; a malformed one panics.
func readTable(name, data string, classes *strings.Replacer) table {
	cells, err := lexicon.ParseTable(name, data, "phrase", "place", "severity")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	t := table{rows: make([]row, 0, len(cells))}
	patterns := make([]string, 0, len(cells))
	for _, c := range cells {
		places := parsePlaces(c[1])
		severities, err := parseSeverities(c[2], len(places))
		if err != nil {
			panic("leftover: " + err.Error())
		}
		phrase := c[0]
		if strings.IndexByte(phrase, '{') >= 0 {
			phrase = classes.Replace(phrase)
		}
		t.rows = append(t.rows, row{phrase, places, severities})
		patterns = append(patterns, phrase)
	}
	t.phrases = lexicon.NewPhrases(patterns)
	return t
}

// parsePlaces reads the names of places, parted by |.
func parsePlaces(names string) []place {
	out := make([]place, 0, 1+strings.Count(names, "|"))
	for n := range strings.SplitSeq(names, "|") {
		if places[n] == nowhere {
			panic("leftover: unknown place " + n)
		}
		out = append(out, places[n])
	}
	return out
}

// parseSeverities reads as many severities as there are places, parted by |; one stands for all.
func parseSeverities(names string, n int) ([]lint.Severity, error) {
	out := make([]lint.Severity, 0, n)
	for name := range strings.SplitSeq(names, "|") {
		severity, err := lint.ParseSeverity(name)
		if err != nil {
			return nil, err
		}
		out = append(out, severity)
	}
	for len(out) < n {
		out = append(out, out[len(out)-1])
	}
	return out, nil
}

// hit is a phrase of a table as it was found.
type hit struct {
	severity lint.Severity // of the row at the place, at its first one where the place is nowhere
	at       place         // nowhere where it stands at none of the places of its row
	menu     bool          // its row is about a menu
	weak     bool          // it is of the page only beside others
	number   int           // of its block
	tokens   lint.Range
}

// find returns every phrase of the table in the order of the text.
func (t table) find(d *lint.Document) []hit {
	found := t.phrases.Find(d)
	hits := make([]hit, 0, len(found))
	number := 0
	for _, m := range found {
		number = blockOf(d, number, m.From)
		r := t.rows[m.Phrase]
		severity, at := r.placeOf(d, number, m.Range)
		if at == nowhere && r.places[0] == note && len(r.places) == 1 {
			continue // outside its brackets it is no word of a page
		}
		hits = append(hits, hit{severity: severity, at: at, menu: r.places[0] == menu, number: number, tokens: m.Range})
	}
	return hits
}

// placeOf returns the first of the places of a row at which a phrase of the numbered block stands, and how sure it is
// there; a phrase that wants its number says little without.
func (r row) placeOf(d *lint.Document, number int, found lint.Range) (lint.Severity, place) {
	for k, at := range r.places {
		if at.stands(d, number, found) {
			return r.severities[k], at
		}
	}
	if r.places[0] == counted {
		return lint.Info, nowhere
	}
	return r.severities[0], nowhere
}
