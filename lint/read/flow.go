package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// flow makes documents of the prose in a marked-up file, in the order of the file: blocks with a blank line between them,
// white space in them collapsed as browsers do. It keeps the elements that are open, and with every byte of text where
// it came from.
type flow struct {
	file        *lint.File
	content     string
	dialect     dialect
	jsx         bool            // tags may have attributes in braces
	definitions string          // of links and notes of Markdown, for sections that lack them
	lang        language.Tag    // of the document; Und as long as nothing says it
	fixed       bool            // the file has no say in the language
	foreign     map[string]bool // by the value of an attribute: the language is another one
	open        []element
	paragraphs  int    // elements p that are open
	raw         string // the element whose content is being read, which has no tags in it; empty for none
	rawSeen     int    // how far its end was looked for
	rawStop     int    // where its content ends, rawSeen where that is not known
	at          int    // the next byte of the file to read
	limit       int    // a block that ends behind it ends the section

	text    strings.Builder
	places  *lint.Map
	blocks  []lint.BlockSpan
	quotes  []byte // of each block: the quotation mark around it in the file, 0 for none, unquoted or sealed
	inlines []lint.Inline
	labels  []func() // what adds the texts beside the block, which wait for its end

	writing   bool           // a block has begun
	kind      lint.BlockKind // of it
	first     int            // where it begins in the text
	space     lint.Span      // white space before the next character; empty for none
	lineBreak lint.Span      // a line break before the next character; empty for none
	unstarted int            // elements that are set off and have no text yet
	hasObject bool           // there is something in the object being read
	sealed    bool           // the block has an element in it that is never closed
	end       int            // behind the last byte of the file that the text has
}

// dialect says what in the file stands for other characters.
type dialect uint8

const (
	htmlText      dialect = iota // references
	attributeText                // references that end in a semicolon, or before no letter
	markdownText                 // references that end in a semicolon, and backslashes
	doubleQuoted                 // backslashes, as in a string of YAML or TOML
	singleQuoted                 // two apostrophes for one
	plainValue                   // nothing
)

// element is an element of HTML that is open, or a container of Markdown.
type element struct {
	name string
	role
	kind   lint.BlockKind // of the blocks in it
	hidden bool           // nobody sees it
	other  bool           // it is in another language than the document
	object bool           // it stands as an Object in its sentence
	at     int            // where it begins in the file
	place  int            // of its stretch in inlines; -1 as long as it has no text
}

const (
	unquoted byte = 'u' // the value of an attribute without quotation marks
	sealed   byte = 's' // a block that no edit is made in
)

// maxDepth is how many elements may be open, as many as browsers allow; deeper ones are passed over.
const maxDepth = 512

func newFlow(file *lint.File, lang language.Tag, d dialect) *flow {
	f := &flow{file: file, content: file.Content, dialect: d, lang: lang, fixed: lang != language.Und, foreign: make(map[string]bool)}
	f.limit = len(f.content)
	f.clear()
	return f
}

// clear begins an empty text.
func (f *flow) clear() {
	f.text, f.places = strings.Builder{}, new(lint.Map)
	f.blocks, f.quotes, f.inlines = nil, nil, nil
	f.writing, f.space, f.lineBreak = false, lint.Span{}, lint.Span{}
	for i := range f.open {
		f.open[i].place = -1
	}
}

// copy returns a flow that goes on where f stands, with an empty text.
func (f *flow) copy() *flow {
	next := *f
	next.open = slices.Clone(f.open)
	next.clear()
	return &next
}

// document ends the text and makes the document of it.
func (f *flow) document() *lint.Document {
	f.endBlock()
	d := lint.NewDocument(f.file, f.text.String(), f.places, f.blocks, f.language())
	d.Inlines = f.inlines
	return d
}

// language returns the language of the document.
func (f *flow) language() language.Tag {
	if f.lang == language.Und {
		return language.English
	}
	return f.lang
}

// top returns the innermost element that is open.
func (f *flow) top() element {
	if len(f.open) == 0 {
		return element{}
	}
	return f.open[len(f.open)-1]
}

// isShown reports whether the text at this place is prose.
func (f *flow) isShown() bool {
	t := f.top()
	return !t.hidden && !t.other && !t.object
}

// prose adds the text of a stretch of the file.
func (f *flow) prose(from, to int) {
	if !f.isShown() {
		f.hasObject = f.hasObject || strings.TrimLeft(f.content[from:to], " \t\r\n\f") != ""
		return
	}
	for i := from; i < to; {
		if isSpace(f.content[i]) {
			j := i + 1
			for j < to && isSpace(f.content[j]) {
				j++
			}
			f.white(lint.Span{Start: i, End: j})
			i = j
			continue
		}
		if j := f.plain(i, to); j > i {
			f.write(i, f.content[i:j])
			i = j
			continue
		}
		decoded, n := f.decode(f.content[i:to])
		f.writeAs(lint.Span{Start: i, End: i + n}, decoded)
		i += n
	}
}

// plain returns where the stretch from i on ends that stands in the text as it is in the file.
func (f *flow) plain(i, to int) int {
	for i < to {
		switch c := f.content[i]; {
		case c == '&', c == '\\':
			return i
		case c > ' ':
		case c == ' ' && i+1 < to && f.content[i+1] > ' ':
			i++
			continue
		case isSpace(c):
			return i
		}
		i++
	}
	return i
}

// decode returns the characters that the start of s, which is no plain text, stands for, and how long that is.
func (f *flow) decode(s string) (string, int) {
	decoded, n := "", 0
	switch f.dialect {
	case htmlText, attributeText:
		if s[0] == '&' {
			decoded, n = entity(s, f.dialect == attributeText)
		}
	case markdownText:
		if s[0] == '&' {
			decoded, n = entity(s, false)
		} else if len(s) > 1 && isASCIIPunct(s[1]) {
			return s[1:2], 2
		}
		if n > 0 && s[n-1] != ';' {
			n = 0
		}
	case doubleQuoted:
		if s[0] == '\\' {
			decoded, n = escaped(s)
		}
	}
	if n == 0 {
		return s[:1], 1
	}
	return decoded, n
}

func isASCIIPunct(c byte) bool { return c > ' ' && c < 0x7F && !isAlphanumeric(c) }

// white adds white space of the file: a space before the next character of the block.
func (f *flow) white(s lint.Span) {
	switch {
	case !f.writing, !f.isShown():
	case f.space.Len() == 0:
		f.space = s
	case f.space.End == s.Start:
		f.space.End = s.End
	}
}

// breakLine adds the end of a line. Two of them end the block, and so does one behind which a sentence can begin.
func (f *flow) breakLine(s lint.Span) {
	if !f.isShown() {
		return
	}
	if f.lineBreak.Len() > 0 {
		f.endBlock()
	} else if f.writing {
		f.lineBreak = s
	}
}

// write adds text that stands in the file at offset from as it is.
func (f *flow) write(from int, text string) {
	f.begin(from, text)
	f.text.WriteString(text)
	f.places.Add(from, 1, 1, len(text))
	f.end = from + len(text)
}

// writeAs adds text that a stretch of the file stands for.
func (f *flow) writeAs(s lint.Span, text string) {
	if text == f.content[s.Start:s.End] {
		f.write(s.Start, text)
		return
	}
	f.begin(s.Start, text)
	f.text.WriteString(text)
	f.places.Add(s.Start, len(text), s.Len(), 1)
	f.end = s.End
}

// begin adds what stands before a text that stands in the file at offset from: a blank line and a new block, or white
// space. What might have been the mark of a quotation in it may be the start of the text.
func (f *flow) begin(from int, text string) {
	if f.lineBreak.Len() > 0 {
		if goesOn(f.text.String()[f.first:], text) {
			f.text.WriteByte(' ')
			f.places.Add(f.lineBreak.Start, 1, 0, 1)
		} else {
			f.endBlock()
		}
	} else if f.space.Len() > 0 {
		f.text.WriteByte(' ')
		f.places.Add(f.space.Start, 1, min(f.space.End, from)-f.space.Start, 1)
	}
	f.space, f.lineBreak = lint.Span{}, lint.Span{}
	if !f.writing {
		if f.text.Len() > 0 {
			f.text.WriteString("\n\n")
			f.places.Add(f.end, 1, 0, 2)
		}
		f.writing, f.first = true, f.text.Len()
		f.kind = f.top().kind
	}
	if f.unstarted > 0 {
		f.startInlines()
	}
}

// goesOn reports whether a line goes on in the next one: it ends in no stop and the next begins in lower case.
func goesOn(line, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(first) && !strings.ContainsRune(".!?:;", last)
}

// startInlines lets the stretches begin whose elements have had no text yet.
func (f *flow) startInlines() {
	for i := range f.open {
		if e := &f.open[i]; e.layout == setOff && e.place < 0 {
			e.place = len(f.inlines)
			f.inlines = append(f.inlines, lint.Inline{Start: int32(f.text.Len()), End: -1, Kind: e.inline})
		}
	}
	f.unstarted = 0
}

// endInline ends the stretch of an element in the text as it is.
func (f *flow) endInline(e *element) {
	if e.layout != setOff {
		return
	}
	if e.place < 0 {
		f.unstarted--
		return
	}
	f.inlines[e.place].End = int32(f.text.Len())
}

// endBlock ends the block, if one has begun, and adds the labels that stood in it.
func (f *flow) endBlock() {
	f.space, f.lineBreak = lint.Span{}, lint.Span{}
	if f.writing {
		f.writing = false
		for i := range f.open {
			if e := &f.open[i]; e.layout == setOff && e.place >= 0 {
				f.endInline(e)
				e.place = -1
				f.unstarted++
			}
		}
		quote := byte(0)
		if f.sealed {
			quote = sealed
		}
		f.sealed = false
		f.addBlock(f.kind, quote)
	}
	labels := f.labels
	f.labels = nil
	for _, add := range labels {
		add()
	}
}

// addBlock adds the text from first on as a block.
func (f *flow) addBlock(kind lint.BlockKind, quote byte) {
	s := lint.Span{Start: f.first, End: f.text.Len()}
	if kind == lint.Paragraph {
		kind = blockKind(f.text.String()[s.Start:s.End])
	}
	f.blocks = append(f.blocks, lint.BlockSpan{Span: s, Kind: kind})
	f.quotes = append(f.quotes, quote)
}

// addLabel adds the value of an attribute, as a block behind the one that is being read.
func (f *flow) addLabel(value lint.Span, kind lint.BlockKind) {
	if value.Len() == 0 {
		return
	}
	quote := f.content[value.Start-1]
	if quote != '"' && quote != '\'' {
		quote = unquoted
	}
	f.beside(kind, quote, attributeText, func() { f.prose(value.Start, value.End) })
}

// beside adds a text that stands beside the flow, as a block behind the one that is being read.
func (f *flow) beside(kind lint.BlockKind, quote byte, d dialect, text func()) {
	if !f.isShown() {
		return
	}
	f.labels = append(f.labels, func() {
		dialect, open, unstarted := f.dialect, f.open, f.unstarted
		f.dialect, f.open, f.unstarted = d, []element{{kind: kind}}, 0
		text()
		f.closeTo(1, f.end, f.end)
		if f.writing {
			f.writing, f.space, f.lineBreak = false, lint.Span{}, lint.Span{}
			f.addBlock(kind, quote)
		}
		f.dialect, f.open, f.unstarted = dialect, open, unstarted
	})
	if !f.writing {
		f.endBlock()
	}
}

// addObject adds what stands for a stretch of the file that is in the sentence and no prose.
func (f *flow) addObject(s lint.Span) {
	f.begin(s.Start, string(lint.Object))
	f.text.WriteRune(lint.Object)
	f.places.Add(s.Start, utf8.RuneLen(lint.Object), s.Len(), 1)
	f.end = s.End
}
