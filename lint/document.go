package lint

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Document is one article as rules see it: prose, tokens that point into it, and the way back to the file. It does not
// change once a reader has made it and is safe for concurrent use.
type Document struct {
	File       *File
	Lang       language.Tag // language of the text
	SourceLang language.Tag // language that it was translated from; language.Und where that is not known
	Source     *Document    // the text that it was translated from; nil where that is not at hand
	Glossary   *Glossary    // spellings of names that are settled; nil where none are
	Text       string       // the prose, valid UTF-8; for plain text File.Content, or a section of it
	Map        *Map         // Text offset to offset in File.Content; nil is identity
	Tokens     []Token
	Forms      []Form   // the distinct word forms, by Token.Form
	Sentences  []Range  // of tokens; each lies inside one block
	Blocks     []Block  // in the order of the text; every token lies in exactly one
	Marks      []int32  // indexes of the tokens that are marks: punctuation, quotes, brackets, symbols
	Numbers    []int32  // indexes of the tokens that are numbers
	Codes      []int32  // indexes of the tokens that are code
	Inlines    []Inline // what markup sets off inside a block, in the order of the starts; none in plain text
	Capitals   []int32  // indexes of the words with a capital letter
	Words      int      // tokens that are words, numbers or code

	// Rest reads the section of the file behind this one, a document of its own; nil at the end of the file. Only a file
	// longer than any article has sections.
	Rest func() (*Document, error)

	// Place returns the edits of File.Content that make an edit of the text, escaped for the format and with no markup in
	// them; false where there are none. The spans that Map gives are the answer where it is nil.
	Place func(Edit) ([]Edit, bool)

	table  []slot     // the hash table of the forms
	uses   []use      // of each form, while they are counted
	lists  []int32    // the memory of the lists of token indexes
	places []int32    // indexes of the word tokens, form by form
	byMark []int32    // indexes of the marks, by the byte that they begin with
	marks  [257]int32 // where the marks that begin with a byte start in byMark

	sentenceAt []int32 // index of the sentence of every stride-th token
	blockAt    []int32 // index of the block of every stride-th token

	facts []cell // by Fact.index
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
	Quotation // set off as quoted: a block quote
	Cell      // of a table
	Headline  // the title that a file gives itself beside its text: of a web page, in front matter
	Summary   // the description that a file gives of itself
	Label     // what stands for something else: the alternative text of a picture, the name of a button or a field
)

func (k BlockKind) String() string {
	return [...]string{"paragraph", "heading", "list item", "caption", "quotation", "cell", "headline", "summary", "label"}[k]
}

// IsHeading reports whether a block of the kind is a title or stands above what it is about.
func (k BlockKind) IsHeading() bool { return k == Heading || k == Headline }

// IsAside reports whether a block of the kind stands beside the article and may say again what is in it.
func (k BlockKind) IsAside() bool { return k >= Headline }

// Object is the character that stands in Text for what is in the sentence and is no prose: code, a formula, words in
// another language. It is a token of its own, a Code.
const Object = '\uFFFC'

// Inline is a stretch of text inside a block that markup sets off. It may hold others.
type Inline struct {
	Start, End int32 // bytes of Document.Text
	Kind       InlineKind
}

// Span returns the bytes of the stretch.
func (n Inline) Span() Span { return Span{int(n.Start), int(n.End)} }

// InlineKind says how a stretch is set off.
type InlineKind uint8

// The kinds of stretches.
const (
	Link InlineKind = iota
	Bold
	Italic
	Marked // underlined, highlighted, inserted, struck out
)

func (k InlineKind) String() string { return [...]string{"link", "bold", "italic", "marked"}[k] }

// BlockSpan is a block as a reader finds it: bytes of the prose and what they are.
type BlockSpan struct {
	Span
	Kind BlockKind
}

// MaxText is the length of the longest text of a document, in bytes.
const MaxText = math.MaxInt32

// NewDocument makes the document whose prose is text, at most MaxText bytes, extracted from file with m (nil where text is
// the whole of file.Content). Blocks are in order and do not overlap; text outside them has no tokens.
func NewDocument(file *File, text string, m *Map, blocks []BlockSpan, lang language.Tag) *Document {
	d := &Document{File: file, Lang: lang, Text: text, Map: m, facts: make([]cell, factCount.Load())}
	own := memories.Get().(*memory)
	t := newTokenizer(text, own)
	d.Blocks = make([]Block, 0, len(blocks))
	for _, b := range blocks {
		from, first := len(t.tokens), len(d.Sentences)
		t.block(b.Span)
		if len(t.tokens) == from {
			continue
		}
		d.Sentences = appendSentences(d.Sentences, text, b.Span, t.tokens, from, t.odd)
		d.Blocks = append(d.Blocks, Block{Range{from, len(t.tokens)}, b.Kind, Range{first, len(d.Sentences)}})
	}
	d.Tokens, d.Forms, d.table = t.tokens, t.forms.forms, t.forms.table
	d.index(t, own.lists)
	return d
}

// index lists the tokens of each kind and of each word form, so that a rule about some need not look at all.
func (d *Document) index(t *tokenizer, lists []int32) {
	kinds := &t.kinds
	d.Words = int(kinds[Word] + kinds[Number] + kinds[Code])
	marks := len(d.Tokens) - d.Words
	strides := (len(d.Tokens) + stride - 1) / stride
	all := atLeast(lists, len(d.Tokens)+marks+int(t.capitals)+2*strides)
	d.lists, d.uses = all, t.forms.uses
	cut := func(n int) []int32 {
		part := all[len(all) : len(all) : len(all)+n]
		all = all[:len(all)+n]
		return part
	}
	d.Numbers, d.Codes, d.Marks, d.Capitals = cut(kinds[Number]), cut(kinds[Code]), cut(marks), cut(t.capitals)
	d.places = cut(kinds[Word])[:kinds[Word]]
	next, forms := t.forms.uses, d.Forms // all: where the next occurrence of the form belongs
	place := int32(0)
	for f := range forms {
		u := &next[f]
		forms[f].Count, forms[f].Lower = u.all, u.lower
		u.all, place = place, place+u.all
		forms[f].place = place
	}
	places, capitals, tokens := d.places, d.Capitals, d.Tokens
	for i := range tokens {
		switch t := &tokens[i]; t.Kind {
		case Word:
			u := &next[t.Form]
			places[u.all] = int32(i)
			u.all++
			if t.Case >= Title {
				capitals = append(capitals, int32(i))
			}
		case Number:
			d.Numbers = append(d.Numbers, int32(i))
		case Code:
			d.Codes = append(d.Codes, int32(i))
		default:
			d.Marks = append(d.Marks, int32(i))
		}
	}
	d.Capitals = capitals
	d.indexMarks(cut(marks)[:marks])
	d.sentenceAt, d.blockAt = cut(strides)[:strides], cut(strides)[:strides]
	byToken(d.sentenceAt, func(s int) int { return d.Sentences[s].To })
	byToken(d.blockAt, func(b int) int { return d.Blocks[b].To })
}

// indexMarks lists the marks in byMark by the byte that they begin with.
func (d *Document) indexMarks(byMark []int32) {
	for _, i := range d.Marks {
		d.marks[int(d.Text[d.Tokens[i].Start])+1]++
	}
	for c := range 256 {
		d.marks[c+1] += d.marks[c]
	}
	next := d.marks
	for _, i := range d.Marks {
		c := d.Text[d.Tokens[i].Start]
		byMark[next[c]] = i
		next[c]++
	}
	d.byMark = byMark
}

// MarksAt returns the indexes of the marks that begin with the byte c, in the order of the text: MarksAt('.') has full
// stops and runs of dots.
func (d *Document) MarksAt(c byte) []int32 {
	from, to := d.marks[c], d.marks[int(c)+1]
	return d.byMark[from:to:to]
}

// marksByKind is the marks of a document that are no punctuation, each kind in the order of the text.
type marksByKind struct{ quotes, brackets, symbols []int32 }

var marksOf = NewFact("marks by kind", func(d *Document) marksByKind {
	var out marksByKind
	for _, i := range d.Marks {
		switch d.Tokens[i].Kind {
		case Quote:
			out.quotes = append(out.quotes, i)
		case Bracket:
			out.brackets = append(out.brackets, i)
		case Symbol:
			out.symbols = append(out.symbols, i)
		}
	}
	return out
})

// Quotes returns the indexes of the tokens that are quotation marks.
func (d *Document) Quotes() []int32 { return marksOf.Of(d).quotes }

// quoted tells of every quotation mark whether text behind it stands between marks of its block.
var quoted = NewFact("quoted text", func(d *Document) []bool {
	quotes := d.Quotes()
	out := make([]bool, len(quotes))
	end, single, double := 0, false, false
	for k, q := range quotes {
		if int(q) >= end {
			end, single, double = d.BlockOf(int(q)).To, false, false
		}
		switch d.TokenText(int(q)) {
		case "'", "‘", "’", "‚", "‛", "`":
			single = !single
		default:
			double = !double
		}
		out[k] = single || double
	}
	return out
})

// IsQuoted reports whether token i stands between quotation marks of its block, single or double ones, as far as counting
// them tells.
func (d *Document) IsQuoted(i int) bool {
	quotes := d.Quotes()
	k, _ := slices.BinarySearch(quotes, int32(i))
	return k > 0 && int(quotes[k-1]) >= d.BlockOf(i).From && quoted.Of(d)[k-1]
}

// EndsEntity reports whether token i is the semicolon of a character reference: &amp;
func (d *Document) EndsEntity(i int) bool {
	return i >= 2 && d.TokenText(i) == ";" && d.Glued(i) && d.Glued(i-1) && (d.TokenText(i-2) == "&" || d.TokenText(i-2) == "#")
}

// Brackets returns the indexes of the tokens that are brackets.
func (d *Document) Brackets() []int32 { return marksOf.Of(d).brackets }

// Symbols returns the indexes of the tokens that are symbols.
func (d *Document) Symbols() []int32 { return marksOf.Of(d).symbols }

// FormOf returns the form of a folded word, NoForm when the document does not have it.
func (d *Document) FormOf(fold string) FormID { return find(d.table, d.Forms, fold, Hash(fold)) }

// Key is a folded word with its hash, to be looked for in many documents.
type Key struct {
	fold string
	hash uint64
}

// Keys returns the keys of a list of folded words parted by spaces.
func Keys(list string) []Key {
	words := strings.Fields(list)
	keys := make([]Key, len(words))
	for i, w := range words {
		keys[i] = KeyOf(w)
	}
	return keys
}

// KeyOf returns the key of a folded word.
func KeyOf(fold string) Key { return Key{fold, Hash(fold)} }

// Fold returns the word.
func (k Key) Fold() string { return k.fold }

// Find returns the form of a word, NoForm when the document does not have it.
func (d *Document) Find(k Key) FormID { return find(d.table, d.Forms, k.fold, k.hash) }

// Places returns the indexes of the tokens of a form, in the order of the text; none for NoForm.
func (d *Document) Places(f FormID) []int32 {
	if f == NoForm {
		return nil
	}
	end := d.Forms[f].place
	return d.places[end-d.Forms[f].Count : end : end]
}

var figuredForms = NewFact("forms that begin with a figure", func(d *Document) []FormID {
	var out []FormID
	forms := d.Forms
	for f := range forms {
		if forms[f].Fold[0]-'0' <= 9 {
			out = append(out, FormID(f))
		}
	}
	return out
})

// Figured returns the word forms that begin with a figure: 3pm, 20-year-old.
func (d *Document) Figured() []FormID { return figuredForms.Of(d) }

// Once returns the indexes of the words whose form the document has once, in the order of the text.
func (d *Document) Once() []int32 {
	once, forms := make([]int32, 0, len(d.Forms)), d.Forms
	for f := range forms { // in the order of the text, too
		if form := &forms[f]; form.Count == 1 {
			once = append(once, d.places[form.place-1])
		}
	}
	return once
}

// SentenceOf returns the sentence that holds token i.
func (d *Document) SentenceOf(i int) Range {
	s := d.sentenceAt[i/stride]
	for d.Sentences[s].To <= i {
		s++
	}
	return d.Sentences[s]
}

// BlockOf returns the block that holds token i.
func (d *Document) BlockOf(i int) Block {
	b := d.blockAt[i/stride]
	for d.Blocks[b].To <= i {
		b++
	}
	return d.Blocks[b]
}

// stride is how many tokens share an entry of sentenceAt and blockAt.
const stride = 32

// byToken fills at with the index of the range that holds every stride-th token; to is where a range ends.
func byToken(at []int32, to func(int) int) {
	r := 0
	for k := range at {
		for to(r) <= k*stride {
			r++
		}
		at[k] = int32(r)
	}
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
	return Span{int(d.Tokens[r.From].Start), int(d.Tokens[r.To-1].End)}
}

// Glued reports whether there are a token i and one before it with nothing between them.
func (d *Document) Glued(i int) bool {
	return i > 0 && i < len(d.Tokens) && d.Tokens[i].Start == d.Tokens[i-1].End
}

// Runs returns what of the file a span of the text came from: a run for every stretch of it, in the order of the text.
func (d *Document) Runs(s Span) []Run {
	runs := d.Map.Runs(s)
	for f := d.File; f != nil; f = f.In {
		runs = f.fileRuns(runs)
	}
	return runs
}

// Position returns the place in the file of the byte of Text at offset.
func (d *Document) Position(offset int) Position {
	return d.File.Position(d.Map.ToFile(offset))
}
