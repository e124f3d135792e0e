package repetition

import "mtlint/lint"

// passage is a sentence or a block with what is needed to find its like.
type passage struct {
	lint.Range
	words  int
	hash   uint64 // of its words and numbers, marks and case aside; only where it is not unique
	unique bool   // it has a word that occurs once, so that it has no like
	quotes bool   // a quotation mark stands in it
	block  int
}

// passages is the sentences and the blocks of a document.
type passages struct {
	sentences []passage // by index into Document.Sentences
	blocks    []passage // by index into Document.Blocks
}

var passagesOf = lint.NewFact("passages", func(d *lint.Document) passages {
	out := passages{make([]passage, len(d.Sentences)), make([]passage, len(d.Blocks))}
	once, marks := onceOf.Of(d), d.Marks
	o, m := 0, 0 // those of them that stand before the sentence
	for n := range d.Blocks {
		b, block := &d.Blocks[n], &out.blocks[n]
		block.Range, block.block = b.Range, n
		for k := b.Sentences.From; k < b.Sentences.To; k++ {
			s := &out.sentences[k]
			s.Range, s.block = d.Sentences[k], n
			from := m
			for m < len(marks) && int(marks[m]) < s.To {
				s.quotes = s.quotes || d.Tokens[marks[m]].Kind == lint.Quote
				m++
			}
			s.words = s.To - s.From - (m - from)
			for o < len(once) && int(once[o]) < s.From {
				o++
			}
			if s.unique = o < len(once) && int(once[o]) < s.To; !s.unique {
				s.hash = hashWords(d, s.Range)
			}
			block.hash = (block.hash ^ s.hash) * 1099511628211
			block.words += s.words
			block.quotes = block.quotes || s.quotes
			block.unique = block.unique || s.unique
		}
		if b.Kind.IsAside() || b.Kind == lint.Cell {
			leaveOut(out.sentences[b.Sentences.From:b.Sentences.To], block)
		}
	}
	return out
})

// leaveOut makes of a block and its sentences what has no like: titles and labels beside the text say again what is in it,
// and tables have the same cells over and over.
func leaveOut(sentences []passage, block *passage) {
	block.unique, block.words = true, 0
	for i := range sentences {
		sentences[i].unique = true
	}
}

// onceOf is the words that a document has once, case aside, in the order of the text.
var onceOf = lint.NewFact("words that occur once", (*lint.Document).Once)

// hashWords returns the hash of the words and numbers of r.
func hashWords(d *lint.Document, r lint.Range) uint64 {
	hash := uint64(0)
	for i := r.From; i < r.To; i++ {
		if id := wordID(d, i); id != 0 {
			hash = (hash ^ id) * 1099511628211
		}
	}
	return hash
}

// occursOnce reports whether token i is a word that the document has once, case aside.
func occursOnce(d *lint.Document, i int) bool {
	f := d.Tokens[i].Form
	return f != lint.NoForm && d.Forms[f].Count == 1
}

// wordID returns a number that is equal for equal words and numbers, and 0 for marks.
func wordID(d *lint.Document, i int) uint64 {
	switch t := &d.Tokens[i]; t.Kind {
	case lint.Word:
		return uint64(t.Form) + 1
	case lint.Number, lint.Code:
		return uint64(hashText(d.Text[t.Start:t.End])) + 1<<32
	}
	return 0
}

// sameWords reports whether the ranges hold the same words and numbers, marks and case aside.
func sameWords(d *lint.Document, a, b lint.Range) bool {
	for i, j := a.From, b.From; ; {
		for i < a.To && wordID(d, i) == 0 {
			i++
		}
		for j < b.To && wordID(d, j) == 0 {
			j++
		}
		if i == a.To || j == b.To {
			return i == a.To && j == b.To
		}
		if wordID(d, i) != wordID(d, j) {
			return false
		}
		i, j = i+1, j+1
	}
}

// beginning returns the first words of r, as many as fit an underline of a line's length.
func beginning(d *lint.Document, r lint.Range) lint.Range {
	const longest = 80
	end := r.From + 1
	for end < r.To && int(d.Tokens[end].End)-int(d.Tokens[r.From].Start) <= longest {
		end++
	}
	return lint.Range{From: r.From, To: end}
}
