package lint

import (
	"sort"
	"sync"

	"golang.org/x/text/language"
)

// Document is one article as rules see it: prose, tokens that point into it, and the way back to the file. It never
// changes once made and is safe for concurrent use.
type Document struct {
	File      *File
	Lang      language.Tag // language of the text
	Text      string       // the prose, valid UTF-8; for plain text the whole of File.Content
	Map       *Map         // Text offset to offset in File.Content; nil is identity
	Tokens    []Token
	Forms     []Form  // the distinct word forms, by Token.Form
	Sentences []Range // of tokens; each lies inside one block
	Blocks    []Block // in the order of the text; every token lies in exactly one
	Marks     []int32 // indexes of the tokens that are marks: punctuation, quotes, brackets, symbols
	Numbers   []int32 // indexes of the tokens that are numbers
	Words     int     // tokens that are words, numbers or code

	factsOnce sync.Once
	facts     []cell // by Fact.index
}

// Range is a half-open range of token indexes.
type Range struct{ From, To int }

// Block is a stretch of text that no sentence crosses.
type Block struct {
	Range
	Kind      BlockKind
	Sentences Range // of indexes into Document.Sentences
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of block that readers tell apart.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Caption
)

func (k BlockKind) String() string {
	return [...]string{"paragraph", "heading", "list item", "caption"}[k]
}

// BlockSpan is a block as a reader finds it: bytes of the prose and what they are.
type BlockSpan struct {
	Span
	Kind BlockKind
}

// NewDocument makes the document whose prose is text, extracted from file with m (nil where text is the whole of
// file.Content). Blocks are in order and do not overlap; text outside them has no tokens.
func NewDocument(file *File, text string, m *Map, blocks []BlockSpan, lang language.Tag) *Document {
	d := &Document{File: file, Lang: lang, Text: text, Map: m}
	t := newTokenizer(text)
	d.Blocks = make([]Block, 0, len(blocks))
	for _, b := range blocks {
		from, first := len(t.tokens), len(d.Sentences)
		t.block(b.Span)
		if len(t.tokens) == from {
			continue
		}
		d.Sentences = appendSentences(d.Sentences, text, b.Span, t.tokens, from)
		d.Blocks = append(d.Blocks, Block{Range{from, len(t.tokens)}, b.Kind, Range{first, len(d.Sentences)}})
	}
	d.Tokens, d.Forms = t.tokens, t.forms.done()
	d.index()
	return d
}

// index lists the tokens that are few, so that a rule about them need not look at all.
func (d *Document) index() {
	marks, numbers := 0, 0
	for i := range d.Tokens {
		switch d.Tokens[i].Kind {
		case Word, Code:
			d.Words++
		case Number:
			numbers++
		default:
			marks++
		}
	}
	d.Words += numbers
	all := make([]int32, marks+numbers)
	d.Marks, d.Numbers = all[:0:marks], all[marks:marks]
	for i := range d.Tokens {
		switch d.Tokens[i].Kind {
		case Word, Code:
		case Number:
			d.Numbers = append(d.Numbers, int32(i))
		default:
			d.Marks = append(d.Marks, int32(i))
		}
	}
}

// SentenceOf returns the sentence that holds token i.
func (d *Document) SentenceOf(i int) Range {
	k := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].To > i })
	return d.Sentences[k]
}

// BlockOf returns the block that holds token i.
func (d *Document) BlockOf(i int) Block {
	k := sort.Search(len(d.Blocks), func(k int) bool { return d.Blocks[k].To > i })
	return d.Blocks[k]
}

// TokenText returns the text of token i.
func (d *Document) TokenText(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Fold returns the folded form of token i, or "" when it is no word.
func (d *Document) Fold(i int) string {
	if f := d.Tokens[i].Form; f != NoForm {
		return d.Forms[f].Fold
	}
	return ""
}

// Slice returns the text of a span.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Span returns the bytes from the first to the last token of r, which must not be empty.
func (d *Document) Span(r Range) Span {
	return Span{d.Tokens[r.From].Start, d.Tokens[r.To-1].End}
}

// Glued reports whether nothing stands between token i and the one before it.
func (d *Document) Glued(i int) bool { return i > 0 && d.Tokens[i].Start == d.Tokens[i-1].End }

// Position returns the place in the file of the byte of Text at offset.
func (d *Document) Position(offset int) Position {
	return d.File.Position(d.Map.ToFile(offset))
}
