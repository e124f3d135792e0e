package lexicon

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
)

// Phrases finds fixed phrases in a document through one trie over tokens. The zero value is not useful; see NewPhrases.
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
	once     sync.Once
	patterns []string
	forms    formTable[literal] // of folded words
	cased    map[string]int32   // numbers of words as they are written, for =Word
	marks    map[string]int32   // numbers of marks
	plain    []int32            // by number of a literal: that of the word in any case, 0 for a mark
	nodes    []node
	spare    []edge // room for edges
}

// literal is what the patterns ask of a folded word.
type literal struct {
	number int32 // of the word in any case; never 0
	cased  bool  // some pattern has the word in one case
}

// node is one state of the trie; node 0 is the root. Alternatives of one pattern lead to the same node as long as no other
// pattern goes on from one of them.
type node struct {
	edges   []edge            // sorted by literal
	classes [numClasses]int32 // class to node; 0 is none
	has     uint8             // the set of the classes that are not 0
	shared  bool              // several edges may lead here
	phrase  int32             // 1 + index of the pattern that ends here
	open    bool              // a phrase may end here or go on with something other than a word
}

// edge leads from a node to the next with a literal.
type edge struct{ literal, next int32 }

// place returns the index of the first edge whose literal is not smaller.
func (n *node) place(literal int32) int {
	lo, hi := 0, len(n.edges)
	for lo < hi {
		if m := (lo + hi) / 2; n.edges[m].literal < literal {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// follow returns the node behind a literal, or 0.
func (n *node) follow(literal int32) int32 {
	if i := n.place(literal); i < len(n.edges) && n.edges[i].literal == literal {
		return n.edges[i].next
	}
	return 0
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

// Find returns the phrases of a document from left to right, the longest at each place, none overlapping another.
func (p *Phrases) Find(d *lint.Document) []Match {
	p.once.Do(p.compile)
	m := matcher{Phrases: p, doc: d}
	m.seek()
	var out []Match
	end, s := 0, 0
	for k, set := range m.starts {
		for ; set != 0; set &= set - 1 {
			i := 64*k + bits.TrailingZeros64(set)
			if i < end {
				continue
			}
			for d.Sentences[s].To <= i {
				s++
			}
			if to, phrase := m.longest(0, i, d.Sentences[s].To); to > 0 {
				out = append(out, Match{lint.Range{From: i, To: to}, phrase})
				end = to
			}
		}
	}
	return out
}

// matcher looks phrases up in one document.
type matcher struct {
	*Phrases
	doc    *lint.Document
	starts []uint64      // a bit for every token with which a phrase may begin
	words  []word        // by lint.FormID
	formOf []lint.FormID // 1 + the form, by its number as a literal; 0 where the document has none
}

// word is a word form of a document.
type word struct {
	literal
	behind int32 // the node from which it was last found to go on
}

// seek finds where a phrase may begin: the places of every first word and class whose next token goes on with one of the
// second words. This decides nearly all tokens.
func (m *matcher) seek() {
	d := m.doc
	m.starts = make([]uint64, len(d.Tokens)/64+1)
	m.formOf = make([]lint.FormID, len(m.plain))
	m.words = make([]word, len(d.Forms))
	for f := range d.Forms {
		if form := &d.Forms[f]; m.forms.mayHave(form.Hash) {
			w := m.forms.get(form)
			m.words[f].literal, m.formOf[w.number] = w, lint.FormID(f)+1
		}
	}
	m.formOf[0] = 0
	root := &m.nodes[0]
	for _, e := range root.edges {
		if f := m.formOf[m.plain[e.literal]]; f != 0 {
			m.start(d.Places(f-1), e.next)
		}
	}
	for c, next := range root.classes {
		if next != 0 {
			m.start(m.tokensOf(class(c)), next)
		}
	}
}

// start notes those of the tokens from which a phrase may go on behind the node that they lead to.
func (m *matcher) start(tokens []int32, at int32) {
	n, goesOn := &m.nodes[at], false
	if n.open {
		for _, i := range tokens {
			m.starts[i/64] |= 1 << (i % 64)
		}
		return
	}
	for _, e := range n.edges {
		if f := m.formOf[m.plain[e.literal]]; f != 0 {
			m.words[f-1].behind, goesOn = at, true
		}
	}
	if !goesOn {
		return
	}
	all, words := m.doc.Tokens, m.words
	for _, i := range tokens {
		if int(i)+1 == len(all) {
			return
		}
		if f := all[i+1].Form; f != lint.NoForm && words[f].behind == at {
			m.starts[i/64] |= 1 << (i % 64)
		}
	}
}

// tokensOf returns the tokens of a class.
func (m *matcher) tokensOf(c class) []int32 {
	if c == numberClass {
		return m.doc.Numbers
	}
	var out []int32
	if c == quoteClass {
		for _, i := range m.doc.Marks {
			if m.doc.Tokens[i].Kind == lint.Quote {
				out = append(out, i)
			}
		}
		return out
	}
	for i := range m.doc.Tokens {
		if m.is(c, i) {
			out = append(out, int32(i))
		}
	}
	return out
}

// longest returns the end of the longest phrase that goes on from the node with token i, and the phrase; the end is 0
// when there is none. Phrases end before token stop.
func (m *matcher) longest(at int32, i, stop int) (end, phrase int) {
	n := &m.nodes[at]
	if n.phrase != 0 {
		end, phrase = i, int(n.phrase)-1
	}
	if i == stop {
		return end, phrase
	}
	try := func(next int32, tokens int) {
		if next == 0 {
			return
		}
		if e, p := m.longest(next, i+tokens, stop); e > end {
			end, phrase = e, p
		}
	}
	if len(n.edges) > 0 {
		plain, cased := m.literalsOf(i)
		if plain != 0 {
			try(n.follow(plain), 1)
		}
		if cased != 0 {
			try(n.follow(cased), 1)
		}
	}
	for set := n.has; set != 0; set &= set - 1 {
		c := class(bits.TrailingZeros8(set))
		if !m.is(c, i) {
			continue
		}
		try(n.classes[c], 1)
		for k := 1; c == nameClass && k < maxNameWords && i+k < stop && m.is(nameClass, i+k); k++ {
			try(n.classes[c], k+1)
		}
	}
	return end, phrase
}

// literalsOf returns the numbers of the literals that token i is, in any case and in its own; 0 is none.
func (m *matcher) literalsOf(i int) (plain, cased int32) {
	t := &m.doc.Tokens[i]
	if t.Form == lint.NoForm {
		if t.Kind == lint.Punct || t.Kind == lint.Symbol {
			plain = m.marks[m.doc.TokenText(i)]
		}
		return plain, 0
	}
	w := &m.words[t.Form]
	if w.cased {
		cased = m.cased[m.doc.TokenText(i)]
	}
	return w.number, cased
}

// maxNameWords is the most words that <Name> stands for.
const maxNameWords = 6

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
		return t.Kind == lint.Word && (t.Case == lint.Title || t.Case == lint.Mixed || t.Case == lint.Upper)
	}
	return t.Kind == lint.Quote
}

// compile builds the trie.
func (p *Phrases) compile() {
	p.cased, p.marks = make(map[string]int32), make(map[string]int32)
	p.nodes = make([]node, 1, 8*len(p.patterns)+1)
	p.plain = make([]int32, 1, 8*len(p.patterns)+1)
	for i, pattern := range p.patterns {
		positions, err := p.parsePattern(pattern)
		if err != nil {
			panic(fmt.Sprintf("lexicon: %v", err))
		}
		p.insert(0, positions, int32(i)+1)
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		n.open = n.phrase != 0 || n.has != 0 || slices.ContainsFunc(n.edges, func(e edge) bool { return p.plain[e.literal] == 0 })
	}
	if names := p.nodes[0].classes[nameClass]; names != 0 {
		p.nodes[names].open = true
	}
	p.spare = nil
}

// insert adds the positions below a node that is not shared; the phrase ends behind the last.
func (p *Phrases) insert(at int32, positions []position, phrase int32) {
	if len(positions) == 0 {
		if p.nodes[at].phrase == 0 {
			p.nodes[at].phrase = phrase
		}
		return
	}
	first, rest := positions[0], positions[1:]
	if first.optional != nil {
		p.insert(at, append(append([]position(nil), first.optional...), rest...), phrase)
		p.insert(at, rest, phrase)
		return
	}
	var fresh int32 // the node behind what no pattern has had here
	for _, c := range first.classes {
		next := p.insertBehind(p.nodes[at].classes[c], &fresh, rest, phrase)
		p.nodes[at].classes[c] = next
		p.nodes[at].has |= 1 << c
	}
	for _, literal := range first.literals {
		e := p.edge(at, literal, len(first.literals))
		e.next = p.insertBehind(e.next, &fresh, rest, phrase)
	}
}

// insertBehind adds the positions below the node that an edge leads to, 0 if it leads nowhere yet, and returns the node
// that it leads to then: a copy of a shared one, the fresh one of the alternatives for a new edge.
func (p *Phrases) insertBehind(to int32, fresh *int32, positions []position, phrase int32) int32 {
	switch {
	case to == 0 && *fresh != 0:
		p.nodes[*fresh].shared = true
		return *fresh
	case to == 0:
		to = p.add(node{})
		*fresh = to
	case p.nodes[to].shared:
		to = p.copy(to)
	}
	p.insert(to, positions, phrase)
	return to
}

// edge returns the edge of a node with a literal, made when it is new; a node without edges gets room for some.
func (p *Phrases) edge(at, literal int32, room int) *edge {
	n := &p.nodes[at]
	if n.edges == nil {
		if len(p.spare) < room {
			p.spare = make([]edge, max(1<<9, room))
		}
		n.edges, p.spare = p.spare[:0:room], p.spare[room:]
	}
	i := n.place(literal)
	if i == len(n.edges) || n.edges[i].literal != literal {
		n.edges = slices.Insert(n.edges, i, edge{literal: literal})
	}
	return &n.edges[i]
}

// copy returns a copy of a node that is not shared; the nodes behind it are from now on.
func (p *Phrases) copy(of int32) int32 {
	n := p.nodes[of]
	n.edges, n.shared = slices.Clone(n.edges), false
	for _, e := range n.edges {
		p.nodes[e.next].shared = true
	}
	for _, next := range n.classes {
		if next != 0 {
			p.nodes[next].shared = true
		}
	}
	return p.add(n)
}

func (p *Phrases) add(n node) int32 {
	p.nodes = append(p.nodes, n)
	return int32(len(p.nodes) - 1)
}

// literal returns the number of a literal of a pattern, given when it is new.
func (p *Phrases) literal(word string) int32 {
	if word[0] == '=' {
		w := p.word(lint.Fold(word[1:]))
		w.cased = true
		return p.number(p.cased, word[1:], w.number)
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return p.number(p.marks, word, 0)
	}
	return p.word(lint.Fold(word)).number
}

// word returns what the patterns ask of a folded word, with a number given when it is new.
func (p *Phrases) word(fold string) *literal {
	w := p.forms.set(fold)
	if w.number == 0 {
		w.number = int32(len(p.plain))
		p.plain = append(p.plain, w.number)
	}
	return w
}

// number returns the number of a key, given when it is new; plain is that of the word in any case.
func (p *Phrases) number(keys map[string]int32, key string, plain int32) int32 {
	if keys[key] == 0 {
		keys[key] = int32(len(p.plain))
		p.plain = append(p.plain, plain)
	}
	return keys[key]
}

// position is one place of a pattern: literals and classes of which any may stand there, or positions that may be left
// out.
type position struct {
	literals []int32
	classes  []class
	optional []position
}

// parsePattern splits a pattern into positions, at least one of which may not be left out.
func (p *Phrases) parsePattern(pattern string) ([]position, error) {
	positions, err := p.parsePositions(pattern)
	if err == nil && !slices.ContainsFunc(positions, func(at position) bool { return at.optional == nil }) {
		err = errors.New("the phrase may be left out wholly")
	}
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	return positions, nil
}

// parsePositions parses positions parted by single spaces.
func (p *Phrases) parsePositions(list string) ([]position, error) {
	out := make([]position, 0, 1+strings.Count(list, " "))
	for more := true; more; {
		var at position
		var err error
		if strings.HasPrefix(list, "[") {
			inner, after, ok := strings.Cut(list[1:], "]")
			if !ok || strings.Contains(inner, "[") {
				return nil, errors.New("want a ] behind every [, not nested")
			}
			if after != "" && after[0] != ' ' {
				return nil, errors.New("want a space behind ]")
			}
			at.optional, err = p.parsePositions(inner)
			_, list, more = strings.Cut(after, " ")
		} else {
			var field string
			field, list, more = strings.Cut(list, " ")
			at, err = p.parsePosition(field)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, nil
}

func (p *Phrases) parsePosition(field string) (position, error) {
	var at position
	if strings.IndexByte(field, '[') >= 0 || strings.IndexByte(field, ']') >= 0 {
		return at, fmt.Errorf("[ and ] in %q: want a space before [ and a [ before every ]", field)
	}
	at.literals = make([]int32, 0, 1+strings.Count(field, "|"))
	for more := true; more; {
		var w string
		w, field, more = strings.Cut(field, "|")
		switch {
		case w == "", w == "=":
			return at, fmt.Errorf("an empty word: words are parted by one space or one |")
		case w[0] == '<':
			c, ok := classNames[w]
			if !ok {
				return at, fmt.Errorf("unknown class %s", w)
			}
			at.classes = append(at.classes, c)
		default:
			at.literals = append(at.literals, p.literal(w))
		}
	}
	return at, nil
}
