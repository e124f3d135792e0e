package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

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
//	<Name>    one or more capitalised words   <quote>  a quotation mark
type Phrases struct {
	once     sync.Once
	patterns []string
	words    map[string]int32 // number of a literal: a folded word, a mark, or "=" and a word as it is written
	nodes    []node
	exact    map[string]bool // folded words that some literal asks for in one case
}

// node is one state of the trie; node 0 is the root.
type node struct {
	edges   map[int32]int32   // literal number to node
	classes [numClasses]int32 // class to node; 0 is none
	phrase  int32             // 1 + index of the pattern that ends here
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
	literals, exact := make([]int32, len(d.Forms)), make([]bool, len(d.Forms))
	for i := range d.Forms {
		literals[i] = p.words[d.Forms[i].Fold]
		exact[i] = p.exact[d.Forms[i].Fold]
	}
	m := matcher{p, d, literals, exact}
	starts := m.starts()
	var out []Match
	for _, s := range d.Sentences {
		for i := s.From; i < s.To; {
			if f := d.Tokens[i].Form; starts != nil && (f == lint.NoForm || !starts[f]) {
				i++
				continue
			}
			end, phrase := m.longest(0, i, s.To)
			if end == 0 {
				i++
				continue
			}
			out = append(out, Match{lint.Range{From: i, To: end}, phrase})
			i = end
		}
	}
	return out
}

// matcher looks phrases up in one document.
type matcher struct {
	*Phrases
	doc      *lint.Document
	literals []int32 // literal number of every word form; 0 is none
	exact    []bool  // of every word form: some literal asks for it in one case
}

// starts says of every word form whether a phrase may begin with it. It is nil when a phrase may begin with any token of
// a class.
func (m *matcher) starts() []bool {
	root := &m.nodes[0]
	if root.classes != [numClasses]int32{} {
		return nil
	}
	out := make([]bool, len(m.literals))
	for i, l := range m.literals {
		out[i] = m.exact[i] || l != 0 && root.edges[l] != 0
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
	t := m.doc.Tokens[i]
	if t.Form != lint.NoForm {
		if l := m.literals[t.Form]; l != 0 {
			try(n.edges[l], 1)
		}
		if m.exact[t.Form] {
			try(n.edges[m.words["="+m.doc.TokenText(i)]], 1)
		}
	} else if at != 0 && (t.Kind == lint.Punct || t.Kind == lint.Symbol) {
		try(n.edges[m.words[m.doc.TokenText(i)]], 1)
	}
	for c, next := range n.classes {
		if next == 0 || !m.is(class(c), i) {
			continue
		}
		try(next, 1)
		for k := 1; class(c) == nameClass && i+k < stop && m.is(nameClass, i+k); k++ {
			try(next, k+1)
		}
	}
	return end, phrase
}

// is reports whether token i is of the class.
func (m *matcher) is(c class, i int) bool {
	t := m.doc.Tokens[i]
	switch c {
	case numberClass:
		return t.Kind == lint.Number
	case monthClass:
		_, ok := Month(m.doc.Fold(i))
		return ok && t.Case != lint.Lower
	case weekdayClass:
		_, ok := Weekday(m.doc.Fold(i))
		return ok && t.Case != lint.Lower
	case nameClass:
		return t.Kind == lint.Word && (t.Case == lint.Title || t.Case == lint.Mixed || t.Case == lint.Upper)
	}
	return t.Kind == lint.Quote
}

// compile builds the trie.
func (p *Phrases) compile() {
	p.words, p.exact = make(map[string]int32), make(map[string]bool)
	p.nodes = make([]node, 1, 8*len(p.patterns)+1)
	for i, pattern := range p.patterns {
		positions, err := parsePattern(pattern)
		if err != nil {
			panic(fmt.Sprintf("lexicon: %v", err))
		}
		p.insert(0, positions, int32(i)+1)
	}
}

// insert adds the positions below a node; the phrase ends behind the last.
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
	for _, c := range first.classes {
		if p.nodes[at].classes[c] == 0 {
			p.nodes[at].classes[c] = p.add()
		}
		p.insert(p.nodes[at].classes[c], rest, phrase)
	}
	for _, w := range first.words {
		p.insert(p.follow(at, p.literal(w)), rest, phrase)
	}
}

func (p *Phrases) add() int32 {
	p.nodes = append(p.nodes, node{})
	return int32(len(p.nodes) - 1)
}

// follow returns the node behind a literal, made when it is new.
func (p *Phrases) follow(at, literal int32) int32 {
	if p.nodes[at].edges == nil {
		p.nodes[at].edges = make(map[int32]int32)
	}
	next, ok := p.nodes[at].edges[literal]
	if !ok {
		next = p.add()
		p.nodes[at].edges[literal] = next
	}
	return next
}

// literal returns the number of a literal, given when it is new.
func (p *Phrases) literal(word string) int32 {
	if len(word) > 1 && word[0] == '=' {
		p.exact[lint.Fold(word[1:])] = true
	}
	n, ok := p.words[word]
	if !ok {
		n = int32(len(p.words)) + 1
		p.words[word] = n
	}
	return n
}

// position is one place of a pattern: words and classes of which any may stand there, or positions that may be left out.
type position struct {
	words    []string
	classes  []class
	optional []position
}

// parsePattern splits a pattern into positions, at least one of which may not be left out.
func parsePattern(pattern string) ([]position, error) {
	positions, err := parsePositions(pattern)
	if err == nil && !slices.ContainsFunc(positions, func(p position) bool { return p.optional == nil }) {
		err = errors.New("the phrase may be left out wholly")
	}
	if err != nil {
		return nil, fmt.Errorf("pattern %q: %w", pattern, err)
	}
	return positions, nil
}

// parsePositions parses positions parted by single spaces.
func parsePositions(list string) ([]position, error) {
	var out []position
	for more := true; more; {
		var p position
		var err error
		if strings.HasPrefix(list, "[") {
			inner, after, ok := strings.Cut(list[1:], "]")
			if !ok || strings.Contains(inner, "[") {
				return nil, errors.New("want a ] behind every [, not nested")
			}
			if after != "" && after[0] != ' ' {
				return nil, errors.New("want a space behind ]")
			}
			p.optional, err = parsePositions(inner)
			_, list, more = strings.Cut(after, " ")
		} else {
			var field string
			field, list, more = strings.Cut(list, " ")
			p, err = parsePosition(field)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func parsePosition(field string) (position, error) {
	var p position
	if strings.ContainsAny(field, "[]") {
		return p, fmt.Errorf("[ and ] in %q: want a space before [ and a [ before every ]", field)
	}
	for _, w := range strings.Split(field, "|") {
		switch {
		case w == "", w == "=":
			return p, fmt.Errorf("an empty word: words are parted by one space or one |")
		case w[0] == '<':
			c, ok := classNames[w]
			if !ok {
				return p, fmt.Errorf("unknown class %s", w)
			}
			p.classes = append(p.classes, c)
		case w[0] == '=':
			p.words = append(p.words, w)
		default:
			p.words = append(p.words, lint.Fold(w))
		}
	}
	return p, nil
}
