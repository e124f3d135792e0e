package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
)

// Phrases finds fixed phrases in a document by the places of their rarest words. The zero value is not useful; see
// NewPhrases.
//
// A pattern is a list of positions parted by single spaces. White space and case do not count; a phrase lies within one
// sentence. A position is one of
//
//	word      the word, its case and the shape of its apostrophes aside; a mark (, ; :) stands for itself
//	a|b|c     any of the words
//	=Word     the word with just this case
//	[a b|c]   positions that may be left out
//	<number>  a number   <month> <weekday>  an English month or day of the week, short forms too
//	<Name>    one to six capitalised words   <quote>  a quotation mark
type Phrases struct {
	once      sync.Once
	patterns  []string
	positions []position       // of all patterns; an end stands behind each
	literals  []uint64         // of all positions: the hash of the folded word, 0 for a mark
	texts     map[int32]string // of literals: the mark, or the word in the only case that will do
	weights   []int32          // of the positions while they are compiled: how often a token may stand there, roughly
	words     FormTable[list]  // by the words of anchors
	classes   [numClasses]list
	marks     list
	anchors   []anchor
}

// position is one place of a pattern: literals and classes of which any may stand there. One without any is the end.
type position struct {
	from, to int32     // of Phrases.literals
	fits     signature // of the tokens that may stand there
	optional int32     // how many positions from here on may be left out together
	classes  uint8     // a bit for every class
	exact    bool      // a literal has a text
}

// anchor is the position by which a pattern is looked for.
type anchor struct {
	phrase, first int32     // the pattern and its first position
	least, most   int32     // how many tokens stand before the anchor
	before        signature // of the tokens that may stand before it
	behind        signature // and behind it
	begins        bool      // it is the first position, and all tokens that it is listed by fit
	next          int32     // of the list, from 1; 0 at its end
}

// list is the anchors that have one word, one class or a mark.
type list struct {
	first, last int32 // indexes into Phrases.anchors, from 1; 0 where there is none
	behind      signature
}

// class is a kind of token that a pattern may ask for.
type class uint8

const (
	numberClass class = iota
	monthClass
	weekdayClass
	nameClass
	quoteClass
	numClasses
)

var classNames = map[string]class{"<number>": numberClass, "<month>": monthClass, "<weekday>": weekdayClass, "<Name>": nameClass, "<quote>": quoteClass}

// Match is one phrase found.
type Match struct {
	lint.Range     // tokens of the phrase
	Phrase     int // index of its pattern
}

// NewPhrases returns the lexicon of the patterns. They are compiled on first use; a malformed pattern panics then.
func NewPhrases(patterns []string) *Phrases { return &Phrases{patterns: patterns} }

// CheckPattern says what is wrong with a pattern.
func CheckPattern(pattern string) error { return new(Phrases).parse(pattern) }

// Find returns the phrases of a document from left to right, the longest at each place and the first of equals, none
// overlapping another.
func (p *Phrases) Find(d *lint.Document) []Match {
	p.once.Do(p.compile)
	m := matcher{Phrases: p, doc: d, kinds: kinds.Of(d)}
	forms := d.Forms
	for f := range forms {
		if hash := forms[f].Hash; p.words.MayHave(hash) {
			m.find(p.words.Get(hash), d.Places(lint.FormID(f)))
		}
	}
	m.find(p.marks, d.Marks)
	for c, s := range p.classes {
		if s.first != 0 {
			m.find(s, m.tokensOf(class(c)))
		}
	}
	return leftmost(m.found)
}

// leftmost returns the matches in order of place, without those that overlap one before or a longer one at their place.
func leftmost(all []Match) []Match {
	slices.SortFunc(all, func(a, b Match) int {
		if a.From != b.From {
			return a.From - b.From // nearly always
		}
		return cmp.Or(b.To-a.To, a.Phrase-b.Phrase)
	})
	kept, end := all[:0], 0
	for _, m := range all {
		if m.From >= end {
			kept, end = append(kept, m), m.To
		}
	}
	return kept
}

// signature is a set of tokens, a bit for each of some kinds and for the words whose hashes leave the same remainder.
type signature uint64

const (
	markBit signature = 1 << iota
	numberBit
	quoteBit
	capitalBit // of a word that may be a month, a day of the week or a name
	otherBit   // and of nothing, before the first token and behind the last
	kindBits   = iota
	anything   = ^signature(0)
)

// wordBit returns the signature of the word with the hash.
func wordBit(hash uint64) signature { return 1 << (kindBits + hash%(64-kindBits)) }

var classBits = [numClasses]signature{numberClass: numberBit, monthClass: capitalBit, weekdayClass: capitalBit, nameClass: capitalBit, quoteClass: quoteBit}

var bitOf = [lint.Code + 1]signature{
	lint.Symbol: markBit, lint.Punct: markBit, lint.Number: numberBit, lint.Quote: quoteBit, lint.Bracket: otherBit, lint.Code: otherBit,
}

// kinds holds the bit of the signature of every token of a document, one byte each, with the one of nothing before the
// first and behind the last. withCapital is set where a word has the capital bit too.
var kinds = lint.NewFact("kinds of tokens for phrases", func(d *lint.Document) []uint8 {
	nothing := bitNumber(otherBit)
	out := make([]uint8, 1, len(d.Tokens)+2)
	out[0] = nothing
	ofForm := make([]uint8, len(d.Forms))
	for f := range d.Forms {
		ofForm[f] = bitNumber(wordBit(d.Forms[f].Hash))
	}
	for i := range d.Tokens {
		switch t := &d.Tokens[i]; {
		case t.Kind != lint.Word:
			out = append(out, bitNumber(bitOf[t.Kind]))
		case t.Case >= lint.Title:
			out = append(out, ofForm[t.Form]|withCapital)
		default:
			out = append(out, ofForm[t.Form])
		}
	}
	return append(out, nothing)
})

const withCapital = 1 << 7

func bitNumber(s signature) uint8 { return uint8(bits.TrailingZeros64(uint64(s))) }

// matcher looks phrases up in one document.
type matcher struct {
	*Phrases
	doc   *lint.Document
	kinds []uint8
	found []Match
}

// find notes the phrases that have one of the tokens as the anchor. What stands beside it decides nearly all.
func (m *matcher) find(l list, tokens []int32) {
	if l.first == 0 {
		return
	}
	for _, i := range tokens {
		behind := m.signature(int(i) + 1)
		if behind&l.behind == 0 {
			continue
		}
		before := m.signature(int(i) - 1)
		for k := l.first; k != 0; k = m.anchors[k-1].next {
			if a := &m.anchors[k-1]; behind&a.behind != 0 && before&a.before != 0 {
				m.try(a, int(i))
			}
		}
	}
}

// try notes the phrases of a pattern that have token i as the anchor. Where a sentence ends is asked last.
func (m *matcher) try(a *anchor, i int) {
	for from := max(i-int(a.most), 0); from <= i-int(a.least); from++ {
		if m.endFrom(a, from, len(m.doc.Tokens)) == 0 {
			continue
		}
		s := m.doc.SentenceOf(i)
		if end := m.endFrom(a, from, s.To); end > 0 && from >= s.From {
			m.found = append(m.found, Match{lint.Range{From: from, To: end}, int(a.phrase)})
		}
	}
}

// endFrom returns where the longest phrase of the anchor ends that begins with token from, 0 when there is none.
func (m *matcher) endFrom(a *anchor, from, stop int) int {
	if a.begins {
		return m.end(a.first+1, from+1, stop)
	}
	return m.end(a.first, from, stop)
}

// signature returns the signature of token i, of none before the first and behind the last.
func (m *matcher) signature(i int) signature {
	k := m.kinds[i+1]
	return 1<<(k&^withCapital) | signature(k/withCapital)*capitalBit
}

// tokensOf returns the tokens of a class.
func (m *matcher) tokensOf(c class) []int32 {
	var some []int32
	switch c {
	case numberClass:
		return m.doc.Numbers
	case quoteClass:
		some = m.doc.Marks
	default:
		some = m.doc.Capitals
	}
	var out []int32
	for _, i := range some {
		if m.is(c, int(i)) {
			out = append(out, i)
		}
	}
	return out
}

// end returns where the longest phrase ends that goes on from the position with token i, 0 when there is none. Phrases
// end before token stop.
func (m *matcher) end(at int32, i, stop int) int {
	pos := &m.positions[at]
	if pos.isEnd() {
		return i
	}
	end := 0
	if pos.optional > 0 {
		end = m.end(at+pos.optional, i, stop)
	}
	if i == stop || m.signature(i)&pos.fits == 0 {
		return end // nearly always
	}
	if m.hasLiteral(pos, i) {
		end = max(end, m.end(at+1, i+1, stop))
	}
	for set := pos.classes; set != 0; set &= set - 1 {
		c := class(bits.TrailingZeros8(set))
		most := 1
		if c == nameClass {
			most = maxNameWords
		}
		for k := i; k < min(i+most, stop) && m.is(c, k); k++ {
			end = max(end, m.end(at+1, k+1, stop))
		}
	}
	return end
}

// maxNameWords is the most words that <Name> stands for.
const maxNameWords = 6

// hasLiteral reports whether token i is one of the literals of the position.
func (m *matcher) hasLiteral(pos *position, i int) bool {
	t := &m.doc.Tokens[i]
	hash := uint64(0)
	switch t.Kind {
	case lint.Word:
		hash = m.doc.Forms[t.Form].Hash
	case lint.Punct, lint.Symbol:
	default:
		return false
	}
	for k := pos.from; k < pos.to; k++ {
		if m.literals[k] == hash && (!pos.exact || m.hasText(k, i)) {
			return true
		}
	}
	return false
}

// hasText reports whether token i is written as literal k asks.
func (m *matcher) hasText(k int32, i int) bool {
	text, ok := m.texts[k]
	return !ok || text == m.doc.TokenText(i)
}

// is reports whether token i is of the class.
func (m *matcher) is(c class, i int) bool {
	t := &m.doc.Tokens[i]
	switch c {
	case numberClass:
		return t.Kind == lint.Number
	case monthClass, weekdayClass:
		if t.Kind != lint.Word || t.Case == lint.Lower {
			return false
		}
		number := Month
		if c == weekdayClass {
			number = Weekday
		}
		_, ok := number(m.doc.Forms[t.Form].Fold)
		return ok
	case nameClass:
		return t.Kind == lint.Word && t.Case >= lint.Title
	}
	return t.Kind == lint.Quote
}

// compile parses the patterns and lists them by their anchors.
func (p *Phrases) compile() {
	spaces, bars := 0, 0
	for _, pattern := range p.patterns {
		spaces += strings.Count(pattern, " ")
		bars += strings.Count(pattern, "|")
	}
	p.positions = make([]position, 0, 2*len(p.patterns)+spaces)
	p.literals = make([]uint64, 0, len(p.patterns)+spaces+bars)
	p.weights = make([]int32, 0, cap(p.positions))
	p.anchors = make([]anchor, 0, len(p.patterns)+bars) // the most that there may be
	p.words = *NewFormTable[list](2 * len(p.patterns))
	for i, pattern := range p.patterns {
		first := int32(len(p.positions))
		if err := p.parse(pattern); err != nil {
			panic(fmt.Sprintf("lexicon: pattern %q: %v", pattern, err))
		}
		p.list(int32(i), first)
	}
	p.weights = nil
}

// list lists a pattern by the words and the classes of its anchor.
func (p *Phrases) list(phrase, first int32) {
	at, least, most := p.anchorOf(first)
	pos := p.positions[at]
	a := anchor{phrase: phrase, first: first, least: least, most: most, before: p.signatureBefore(first, at), behind: p.signature(at + 1)}
	if pos.classes>>nameClass&1 != 0 {
		a.behind = anything
	}
	for k := pos.from; k < pos.to; k++ {
		if hash := p.literals[k]; hash == 0 {
			a.begins = false
			p.add(&p.marks, a)
		} else {
			_, hasText := p.texts[k]
			a.begins = at == first && !hasText
			p.add(p.words.Set(hash), a)
		}
	}
	for c := range numClasses {
		if pos.classes>>c&1 != 0 {
			a.begins = false
			p.add(&p.classes[c], a)
		}
	}
}

// anchorOf returns the position with the fewest and rarest words of those that may not be left out, and how many tokens
// stand before it.
func (p *Phrases) anchorOf(at int32) (anchor, least, most int32) {
	rarest, before, atMost, required := int32(math.MaxInt32), int32(0), int32(0), at
	for ; !p.positions[at].isEnd(); at++ {
		pos := &p.positions[at]
		required = max(required, at+pos.optional)
		if at == required {
			if w := p.weights[at]; w < rarest {
				rarest, anchor, least, most = w, at, before, atMost
			}
			before, required = before+1, at+1
		}
		atMost++
		if pos.classes>>nameClass&1 != 0 {
			atMost += maxNameWords - 1
		}
	}
	return anchor, least, most
}

// add puts an anchor at the end of a list.
func (p *Phrases) add(l *list, a anchor) {
	p.anchors = append(p.anchors, a)
	n := int32(len(p.anchors))
	if l.first == 0 {
		l.first = n
	} else {
		p.anchors[l.last-1].next = n
	}
	l.last = n
	l.behind |= a.behind
}

// signature returns the signature of the tokens that may stand at the position.
func (p *Phrases) signature(at int32) signature {
	pos := &p.positions[at]
	if pos.isEnd() {
		return anything
	}
	if pos.optional > 0 {
		return pos.fits | p.signature(at+pos.optional)
	}
	return pos.fits
}

// signatureBefore returns the signature of the tokens that may stand before the position in a pattern.
func (p *Phrases) signatureBefore(first, at int32) signature {
	if at == first || p.leadsTo(first, at) {
		return anything
	}
	var s signature
	for k := first; k < at; k++ {
		if p.leadsTo(k+1, at) {
			s |= p.positions[k].fits
		}
	}
	return s
}

// leadsTo reports whether the positions from one up to another are the same or may be left out.
func (p *Phrases) leadsTo(from, at int32) bool {
	for from < at && p.positions[from].optional > 0 {
		from += p.positions[from].optional
	}
	return from == at
}

func (p *position) isEnd() bool { return p.from == p.to && p.classes == 0 }

// parse adds the positions of a pattern and its end. At least one position may not be left out.
func (p *Phrases) parse(pattern string) error {
	at := len(p.positions)
	if err := p.parsePositions(pattern); err != nil {
		return err
	}
	p.addPosition()
	for p.positions[at].optional > 0 {
		at += int(p.positions[at].optional)
	}
	if p.positions[at].isEnd() {
		return errors.New("the phrase may be left out wholly")
	}
	return nil
}

// parsePositions parses positions parted by single spaces.
func (p *Phrases) parsePositions(list string) error {
	for more := true; more; {
		var err error
		if strings.HasPrefix(list, "[") {
			inner, after, ok := cut(list[1:], ']')
			if !ok || strings.Contains(inner, "[") {
				return errors.New("want a ] behind every [, not nested")
			}
			if after != "" && after[0] != ' ' {
				return errors.New("want a space behind ]")
			}
			first := len(p.positions)
			if err = p.parsePositions(inner); err == nil {
				p.positions[first].optional = int32(len(p.positions) - first)
			}
			_, list, more = cut(after, ' ')
		} else {
			list, more, err = p.parsePosition(list)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// parsePosition parses the first position of a list and returns those behind its space, if there is one.
func (p *Phrases) parsePosition(list string) (rest string, more bool, err error) {
	p.addPosition()
	for {
		n, isPlain := wordLen(list)
		if err := p.parseWord(list[:n], isPlain); err != nil {
			return "", false, err
		}
		if n < len(list) && list[n] == '|' {
			list = list[n+1:]
			continue
		}
		switch {
		case n == len(list):
			return "", false, nil
		case list[n] != ' ':
			return "", false, fmt.Errorf("[ and ] in %q: want a space before [ and a [ before every ]", list)
		}
		return list[n+1:], true, nil
	}
}

// addPosition adds a position that is yet without literals and classes, as an end is for good.
func (p *Phrases) addPosition() {
	n := int32(len(p.literals))
	p.positions = append(p.positions, position{from: n, to: n})
	p.weights = append(p.weights, 0)
}

// wordLen returns the length of the word that a list begins with, and whether that is of the letters a to z alone.
func wordLen(list string) (n int, isPlain bool) {
	isPlain = true
	for ; n < len(list); n++ {
		switch c := list[n]; {
		case 'a' <= c && c <= 'z':
		case c == ' ', c == '|', c == '[', c == ']':
			return n, isPlain
		default:
			isPlain = false
		}
	}
	return n, isPlain
}

// parseWord adds a word, a mark or a class to the last position.
func (p *Phrases) parseWord(w string, isPlain bool) error {
	switch {
	case w == "", w == "=":
		return errors.New("an empty word: words are parted by one space or one |")
	case isPlain:
		p.addLiteral(lint.Hash(w), "")
	case w[0] == '<':
		c, ok := classNames[w]
		if !ok {
			return fmt.Errorf("unknown class %s", w)
		}
		last := len(p.positions) - 1
		p.positions[last].classes |= 1 << c
		p.positions[last].fits |= classBits[c]
		p.weights[last] += frequent
	case w[0] == '=':
		p.addLiteral(lint.Hash(lint.Fold(w[1:])), w[1:])
	case isMark(w):
		p.addLiteral(0, w)
	default:
		p.addLiteral(lint.Hash(lint.Fold(w)), "")
	}
	return nil
}

// isMark reports whether w is one character that is neither a letter nor a digit.
func isMark(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// addLiteral adds a word, or a mark, whose hash is 0, to the last position. A text says how it must be written.
func (p *Phrases) addLiteral(hash uint64, text string) {
	last := len(p.positions) - 1
	at, weight := &p.positions[last], &p.weights[last]
	if text != "" {
		if p.texts == nil {
			p.texts = make(map[int32]string)
		}
		p.texts[int32(len(p.literals))] = text
		at.exact = true
	}
	p.literals = append(p.literals, hash)
	at.to++
	switch {
	case hash == 0:
		at.fits |= markBit
		*weight += frequent
		return
	case functionWords.Get(hash) != 0:
		*weight += frequent / 10
	default:
		*weight++
	}
	at.fits |= wordBit(hash)
}

// frequent is the weight of marks and classes: ten times that of a function word, a thousand times that of others.
const frequent = 1000
