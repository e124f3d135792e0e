package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Text makes a document of plain text. Blank lines part blocks, and so does every line end, unless the text is wrapped:
// a line goes on in the next one when the next one's first word had not fitted on it, or when it ends in the midst of a
// sentence of prose. A text longer than any article is read in sections. A directive is a comment as in HTML on a line of
// its own. Without a language it is English.
func Text(file *lint.File, lang language.Tag) *lint.Document {
	if lang == language.Und {
		lang = language.English
	}
	var blocks []lint.BlockSpan
	blocks, file.Comments = textBlocks(file.Content)
	if len(file.Content) > maxSection {
		return section(file, 0, cutLong(blocks, file.Content), lang)
	}
	return lint.NewDocument(file, file.Content, nil, blocks, lang)
}

// cutLong cuts blocks that are longer than half a section at the last white space before.
func cutLong(blocks []lint.BlockSpan, text string) []lint.BlockSpan {
	const longest = maxSection / 2
	out := make([]lint.BlockSpan, 0, len(blocks))
	for _, b := range blocks {
		for b.Len() > longest {
			part := b
			part.End = b.Start + strings.LastIndexFunc(text[b.Start:b.Start+longest], unicode.IsSpace)
			if part.End <= b.Start {
				part.End = runeStart(text, b.Start+longest)
			}
			out = append(out, part)
			b.Start = part.End
		}
		out = append(out, b)
	}
	return out
}

// runeStart returns the offset of the start of the character that the byte at i belongs to.
func runeStart(text string, i int) int {
	for !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// maxSection is the length in bytes of the longest text that is linted as a whole: 170,000 words, more than most books
// have. It bounds the memory that a file takes, and makes its time linear in its length.
const maxSection = 1 << 20

// section makes the document of the next blocks of the file behind from: of an equal part of what is left of it, so that
// no section is short.
func section(file *lint.File, from int, blocks []lint.BlockSpan, lang language.Tag) *lint.Document {
	left := len(file.Content) - from
	parts := (left + maxSection - 1) / maxSection
	size := left / parts
	end, n := len(file.Content), 0
	var own []lint.BlockSpan
	for ; n < len(blocks); n++ {
		b := blocks[n]
		if parts > 1 && n > 0 && b.Start+b.Len()/2 > from+size {
			end = b.Start
			break
		}
		b.Start, b.End = b.Start-from, b.End-from
		own = append(own, b)
	}
	place := new(lint.Map)
	place.Add(from, 1, 1, end-from)
	d := lint.NewDocument(file, file.Content[from:end], place, own, lang)
	if n < len(blocks) {
		d.Rest = func() (*lint.Document, error) { return section(file, end, blocks[n:], lang), nil }
	}
	return d
}

// textBlocks finds the blocks of plain text and the comments that hold directives.
func textBlocks(text string) (blocks []lint.BlockSpan, comments []lint.Comment) {
	var chunk []lint.Span // lines without a blank line between them
	hasCR := strings.IndexByte(text, '\r') >= 0
	flush := func() {
		blocks = appendChunk(blocks, text, chunk)
		chunk = chunk[:0]
	}
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start, hasCR)
		line := trimSpace(text, lint.Span{Start: start, End: end})
		if c, ok := directiveLine(text, line); ok {
			flush()
			comments = append(comments, c)
		} else if line.Len() == 0 {
			flush()
		} else {
			chunk = append(chunk, line)
		}
		start = next
	}
	flush()
	return blocks, comments
}

// directiveLine returns the comment that a line of plain text is, where it holds a directive.
func directiveLine(text string, line lint.Span) (c lint.Comment, ok bool) {
	const opening, closing = "<!--", "-->"
	if line.Len() < len(opening)+len(closing) || text[line.Start] != '<' {
		return c, false // nearly always
	}
	inner, opens := strings.CutPrefix(text[line.Start:line.End], opening)
	inner, closes := strings.CutSuffix(inner, closing)
	if !opens || !closes || !lint.IsDirective(inner) || strings.Contains(inner, closing) {
		return c, false
	}
	return lint.Comment{Span: line, Text: lint.Span{Start: line.Start + len(opening), End: line.End - len(closing)}}, true
}

// lineEnd returns where the line that begins at start ends and where the next one begins; hasCR says whether the text has
// carriage returns.
func lineEnd(text string, start int, hasCR bool) (end, next int) {
	var n int
	if hasCR {
		n = strings.IndexAny(text[start:], "\r\n")
	} else {
		n = strings.IndexByte(text[start:], '\n')
	}
	if n < 0 {
		return len(text), len(text)
	}
	end = start + n
	if strings.HasPrefix(text[end:], "\r\n") {
		return end, end + 2
	}
	return end, end + 1
}

func trimSpace(text string, s lint.Span) lint.Span {
	t := strings.TrimLeftFunc(text[s.Start:s.End], isBlank)
	start := s.End - len(t)
	return lint.Span{Start: start, End: start + len(strings.TrimRightFunc(t, isBlank))}
}

// isBlank reports whether r leaves a line blank.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }

// appendChunk appends the blocks of lines that no blank line parts.
func appendChunk(blocks []lint.BlockSpan, text string, lines []lint.Span) []lint.BlockSpan {
	w := wrappingOf(text, lines)
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && w.joins(text, lines[j-1], lines[j]) {
			j++
		}
		s := lint.Span{Start: lines[i].Start, End: lines[j-1].End}
		blocks = append(blocks, lint.BlockSpan{Span: s, Kind: blockKind(text[s.Start:s.End])})
		i = j
	}
	return blocks
}

// wrapping is how lines that no blank line parts were filled.
type wrapping struct {
	width int  // columns of the longest line
	prose bool // most lines begin in lower case: their ends are no ends of sentences
	verse bool // none of several does
}

func wrappingOf(text string, lines []lint.Span) (w wrapping) {
	if len(lines) == 1 {
		return w // most paragraphs
	}
	lower := 0
	for k, l := range lines {
		if l.Len() > maxWrapWidth*utf8.UTFMax {
			return wrapping{width: maxWrapWidth + 1} // wide whatever its characters
		}
		w.width = max(w.width, columns(text, l))
		if k > 0 && beginsLower(text, l) {
			lower++
		}
	}
	w.verse = lower == 0 && len(lines) > 3
	w.prose = lower > 2 && 2*lower >= len(lines)-1
	return w
}

// The widths of the longest line of a text that is taken for wrapped, in columns: shorter lines are headings, items or
// verse, longer ones paragraphs.
const minWrapWidth, maxWrapWidth = 50, 120

// joins reports whether a line goes on in the next one: the next word had no room, or the line is nearly full and either
// the next one begins in lower case or the text is prose and no sentence ends there. In prose a line in lower case goes on
// with whatever stands before it.
func (w wrapping) joins(text string, line, next lint.Span) bool {
	following := text[next.Start:next.End]
	if w.verse || w.width < minWrapWidth || w.width > maxWrapWidth || listMarker(following) > 0 {
		return false
	}
	word := strings.IndexFunc(following, unicode.IsSpace)
	if word < 0 {
		word = len(following)
	}
	filled := columns(text, line)
	switch {
	case filled+1+utf8.RuneCountInString(following[:word]) > w.width:
		return true
	case strings.IndexByte(".?!:\"'", text[line.End-1]) >= 0:
		return filled > w.width*3/4 && beginsLower(text, next)
	case beginsLower(text, next):
		return filled > w.width*3/4 || w.prose
	}
	return filled > w.width*3/4 && w.prose
}

// beginsLower reports whether a line begins with a small letter.
func beginsLower(text string, line lint.Span) bool {
	r, _ := utf8.DecodeRuneInString(text[line.Start:line.End])
	return unicode.IsLower(r)
}

// columns returns how far a line without the white space around it reaches to the right, its indentation included.
func columns(text string, line lint.Span) int {
	const tab = 8
	n := utf8.RuneCountInString(text[line.Start:line.End])
	for i := line.Start - 1; i >= 0 && text[i] != '\n' && text[i] != '\r'; i-- {
		if text[i] == '\t' {
			n += tab
		} else {
			n++
		}
	}
	return n
}

// blockKind tells what a block of plain text is by its looks.
func blockKind(block string) lint.BlockKind {
	switch {
	case listMarker(block) > 0:
		return lint.ListItem
	case isCaption(block):
		return lint.Caption
	case isHeading(block):
		return lint.Heading
	}
	return lint.Paragraph
}

// listMarker returns the length of the bullet or number that a list item begins with, or 0.
func listMarker(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*•·‣▪●–", r) && len(s) > n && s[n] == ' ' {
		return n
	}
	n = itemNumberLen(s)
	if n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		return n + 1
	}
	return 0
}

// itemNumberLen returns the length of what may count a list item, which s begins with: up to three figures, or a letter before a
// bracket; 0 for none.
func itemNumberLen(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 && len(s) > 1 && s[1] == ')' && (s[0]|0x20) >= 'a' && (s[0]|0x20) <= 'z' {
		return 1
	}
	return n
}

// isCaption reports whether a block ends in a credit in brackets or begins as captions do: it is short and has no full
// stop behind the credit.
func isCaption(block string) bool {
	if len(block) > 300 {
		return false
	}
	for _, lead := range captionLeads {
		if strings.HasPrefix(block, lead) {
			return true
		}
	}
	if !strings.HasSuffix(block, ")") {
		return false
	}
	open := strings.LastIndexByte(block, '(')
	return open > 0 && isCredit(block[open+1:len(block)-1])
}

// captionLeads is how captions begin.
var captionLeads = [...]string{"Photo:", "Photo by", "Image:", "Picture:", "File photo", "FILE PHOTO"}

// isCredit reports whether the text in brackets is one to four capitalised words, slashes allowed: Getty Images,
// AFP/Reuters.
func isCredit(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' })
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) >= 1 && len(words) <= 4
}

// isHeading reports whether a block is one line of at most 25 words that ends as no sentence does.
func isHeading(block string) bool {
	if len(block) > 200 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(block)
	if strings.ContainsRune(".!?:;,…\"'”’»“", last) || strings.IndexByte(block, '\n') >= 0 || strings.IndexByte(block, '\r') >= 0 {
		return false
	}
	return len(strings.Fields(block)) <= 25
}
