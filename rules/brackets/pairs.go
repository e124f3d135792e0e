package brackets

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// orphan is a bracket that nothing in its block pairs with.
type orphan struct {
	token, block int
	opens        bool
	shape        shape
	wrong        bool // it closes a bracket of another shape
	wanted       shape
}

// shape is the kind of a pair of brackets; full-width ones count as their ASCII twins.
type shape uint8

const (
	round shape = iota
	square
	curly
	lens
	numShapes
)

// shapeOf returns the shape of a bracket and whether it opens; ok is false for brackets that English does not pair.
func shapeOf(bracket string) (s shape, opens, ok bool) {
	switch bracket {
	case "(", "（":
		return round, true, true
	case ")", "）":
		return round, false, true
	case "[", "［":
		return square, true, true
	case "]", "］":
		return square, false, true
	case "{", "｛":
		return curly, true, true
	case "}", "｝":
		return curly, false, true
	case "【":
		return lens, true, true
	case "】":
		return lens, false, true
	}
	return 0, false, false
}

// pairing pairs the brackets of one block.
type pairing struct {
	doc    *lint.Document
	block  lint.Block
	all    []orphan         // brackets so far, in order
	paired []bool           // by index into all
	open   [numShapes][]int // indexes into all of the open brackets
	closer [numShapes]int   // last closing bracket of the block, a token
	labels map[label]int    // labels with a closing bracket behind them: 1) b)
}

// label is the kind and length of what stands before a closing bracket.
type label struct {
	kind   lint.Kind
	length int
}

// appendOrphans pairs the brackets of block k, which are given, and appends those that are left.
func appendOrphans(lost []orphan, d *lint.Document, k int, brackets []int32) []orphan {
	p := pairing{doc: d, block: d.Blocks[k]}
	p.survey(brackets)
	for _, b := range brackets {
		i := int(b)
		if s, opens, ok := shapeOf(d.TokenText(i)); ok {
			p.bracket(orphan{token: i, block: k, opens: opens, shape: s})
		}
	}
	for i, o := range p.all {
		if !p.paired[i] {
			lost = append(lost, o)
		}
	}
	return lost
}

// survey notes which of the brackets of the block close, and the labels before them.
func (p *pairing) survey(brackets []int32) {
	p.labels = make(map[label]int)
	for _, b := range brackets {
		i := int(b)
		s, opens, ok := shapeOf(p.doc.TokenText(i))
		if !ok || opens {
			continue
		}
		p.closer[s] = i
		if i > p.block.From+1 && p.doc.Glued(i) && !p.doc.Glued(i-1) {
			p.labels[label{p.doc.Tokens[i-1].Kind, p.doc.Tokens[i-1].Len()}]++
		}
	}
}

// bracket pairs a bracket with one that is open, or keeps it.
func (p *pairing) bracket(o orphan) {
	d, i := p.doc, o.token
	if o.opens {
		if !isFace(d, i) && !isTurnedFace(d, p.block, i) {
			p.open[o.shape] = append(p.open[o.shape], len(p.all))
			p.keep(o)
		}
		return
	}
	if open := p.open[o.shape]; len(open) > 0 {
		p.close(o.shape)
		return
	}
	inside, ok := p.innermost()
	if ok && isInterval(d, p.all[inside].token, i) {
		p.close(p.all[inside].shape)
		return
	}
	if isFace(d, i) || p.isEnumerator(i) || closesAddress(d, o) {
		return
	}
	if ok && p.closer[p.all[inside].shape] < i {
		o.wrong, o.wanted = true, p.all[inside].shape
		p.close(o.wanted)
	}
	p.keep(o)
}

func (p *pairing) keep(o orphan) {
	p.all = append(p.all, o)
	p.paired = append(p.paired, false)
}

// close pairs the last open bracket of the shape.
func (p *pairing) close(s shape) {
	open := p.open[s]
	p.paired[open[len(open)-1]] = true
	p.open[s] = open[:len(open)-1]
}

// innermost returns the index of the last bracket that is open.
func (p *pairing) innermost() (index int, ok bool) {
	index = -1
	for _, open := range p.open {
		if len(open) > 0 {
			index = max(index, open[len(open)-1])
		}
	}
	return index, index >= 0
}

// closerOf returns the closing bracket of a shape as it is written in English.
func closerOf(s shape) string { return [...]string{")", "]", "}", "】"}[s] }

func openerOf(s shape) string { return [...]string{"(", "[", "{", "【"}[s] }

// isEnumerator reports whether the closing bracket at i ends the number or letter of a list item.
func (p *pairing) isEnumerator(i int) bool {
	d := p.doc
	if i == p.block.From || !d.Glued(i) || d.Text[d.Tokens[i].Start] != ')' || !isItem(d, i-1) {
		return false
	}
	if i-1 == p.block.From {
		return true
	}
	if d.Glued(i - 1) {
		return false
	}
	item := &d.Tokens[i-1]
	switch d.Tokens[i-2].Kind {
	case lint.Punct, lint.Bracket, lint.Symbol:
		return true
	case lint.Word:
		if d.Fold(i-2) == "and" || d.Fold(i-2) == "or" {
			return true
		}
	}
	isLetter := item.Len() == 1 && item.Case == lint.Lower && d.TokenText(i-1) != "a"
	return isLetter || p.labels[label{item.Kind, item.Len()}] > 1
}

// isItem reports whether token i may number an item: 12, b, iv.
func isItem(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	switch d.Tokens[i].Kind {
	case lint.Number:
		return len(text) <= 2
	case lint.Word:
		return utf8.RuneCountInString(text) == 1 || isRoman(text)
	}
	return false
}

func isRoman(s string) bool {
	return len(s) <= 5 && strings.Trim(strings.ToLower(s), "ivx") == ""
}

// closesAddress reports whether the closing bracket belongs to the address or hashtag before it, which has the opening one.
func closesAddress(d *lint.Document, o orphan) bool {
	i := o.token
	return i > 0 && d.Glued(i) && d.Tokens[i-1].Kind == lint.Code && strings.Contains(d.TokenText(i-1), openerOf(o.shape))
}

// isInterval reports whether two brackets of different shapes hold a pair of numbers: [0, 1).
func isInterval(d *lint.Document, from, to int) bool {
	numbers := 0
	for i := from + 1; i < to; i++ {
		switch d.Tokens[i].Kind {
		case lint.Number:
			numbers++
		case lint.Punct, lint.Symbol:
		default:
			return false
		}
	}
	return numbers > 0 && to-from <= 6
}

// pairReach is how many blocks apart the ends of a bracketed passage may be.
const pairReach = 6

// withoutPairs takes out brackets that open in one block and close in one of the next.
func withoutPairs(lost []orphan) []orphan {
	paired := make([]bool, len(lost))
	var open [numShapes][]int
	for i, o := range lost {
		stack := open[o.shape]
		switch {
		case o.opens:
			open[o.shape] = append(stack, i)
		case !o.wrong && len(stack) > 0 && o.block-lost[stack[len(stack)-1]].block <= pairReach:
			paired[i], paired[stack[len(stack)-1]] = true, true
			open[o.shape] = stack[:len(stack)-1]
		}
	}
	kept := lost[:0]
	for i, o := range lost {
		if !paired[i] {
			kept = append(kept, o)
		}
	}
	return kept
}
