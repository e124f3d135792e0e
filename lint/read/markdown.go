package read

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/language"

	"mtlint/lint"
)

// Markdown makes a document of the prose in a Markdown file: CommonMark with the tables, footnotes, task lists and struck
// out text of GitHub, front matter, formulas between dollars, tags of HTML and of MDX. Code, formulas and the braces of
// templates stand as an Object in their sentence; blocks of them are skipped. The title and the description in front
// matter are blocks of their own, and so are the alternative texts of pictures. Without a language it is what the front
// matter says, or English. A file longer than any article is read in sections.
func Markdown(file *lint.File, lang language.Tag) *lint.Document {
	f := newFlow(file, lang, markdownText)
	f.jsx = true
	d := f.markdownSection()
	if d.Rest != nil && strings.Contains(file.Content, lint.DirectiveName) {
		for s := d; s.Rest != nil; {
			s, _ = s.Rest() // for its comments: a directive may be about the whole file
		}
	}
	return d
}

// looksLikeMarkdown reports whether a stream that starts so is Markdown: it begins with front matter, or has two signs of
// Markdown that no other text has.
func looksLikeMarkdown(start string) bool {
	if _, end, _ := frontMatterAt(start); end > 0 {
		return true
	}
	signs := 0
	for line := range strings.Lines(start) {
		switch text := strings.TrimRight(line, " \r\n"); {
		case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "|--"), strings.HasPrefix(text, "| --"):
			signs += 2
		case strings.Contains(text, "](http"), strings.Contains(text, "](/"), strings.Contains(text, "](#"):
			signs += 2
		case strings.HasPrefix(text, "# "), strings.HasPrefix(text, "## "), strings.HasPrefix(text, "### "):
			signs++
		case strings.HasPrefix(text, "**") && strings.HasSuffix(text, "**") && len(text) > 4:
			signs++
		}
	}
	return signs > 1
}

// markdownSection reads the next section of a Markdown file.
func (f *flow) markdownSection() *lint.Document {
	m := &markdownReader{flow: f}
	if f.at == 0 {
		f.at = m.frontMatter()
		m.unit(0, f.at)
	}
	m.readAll(f.sectionEnd())
	if f.at == len(f.content) {
		f.closeTo(0, f.at, f.at)
	}
	d := f.document()
	p := &markdownPlacer{placer: placer{document: d, blocks: f.blocks}, units: m.units}
	d.Place = p.place
	if f.at < len(f.content) {
		rest := f.copy()
		d.Rest = func() (*lint.Document, error) { return rest.copy().markdownSection(), nil }
	}
	return d
}

// markdownReader reads the nodes of a Markdown file into a flow.
type markdownReader struct {
	*flow
	base    int // where the nodes' source begins in the file
	stop    int // where it ends there; definitions follow in the source
	source  []byte
	skipped []lint.Span // lines of the block being read that are no prose
	units   []unit
}

// unit is a stretch of the file that can be read alone, with the blocks that it makes.
type unit struct {
	lint.Span
	first, last int // indexes of blocks, half-open
}

// unit adds the stretch that the blocks since the last unit come from.
func (m *markdownReader) unit(from, to int) {
	first := 0
	if n := len(m.units); n > 0 {
		first = m.units[n-1].last
	}
	if m.endBlock(); len(m.blocks) > first {
		m.units = append(m.units, unit{lint.Span{Start: from, End: to}, first, len(m.blocks)})
	}
}

// readAll reads the file from where it stands up to a place that may end a section.
func (m *markdownReader) readAll(limit int) {
	for m.at < limit {
		end := markdownCut(m.content, m.at)
		if end < len(m.content) && m.definitions == "" {
			m.definitions = definitions(m.content, noteLabels(m.content))
		}
		m.read(m.at, end)
		m.at = end
	}
}

// read reads a stretch of the file.
func (m *markdownReader) read(from, to int) {
	m.base, m.stop = from, to
	m.source = []byte(m.content[from:to] + m.definitions)
	blankDeep(m.source[:to-from])
	parse := markdownParser
	if m.isMDX() {
		parse = mdxParser
	}
	root := parse().Parse(text.NewReader(m.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if list, ok := n.(*extast.FootnoteList); ok {
			for note := list.FirstChild(); note != nil; note = note.NextSibling() {
				m.outermost(note, to)
			}
			continue
		}
		m.outermost(n, to)
	}
}

// maxLead is the length in bytes of the longest marks of items and quotations, with blanks between, that a line may
// begin with.
const maxLead = 300

// blankDeep makes blanks of the lines that lie in more items and quotations than anybody nests: a parser's time grows with
// the square of their number.
func blankDeep(source []byte) {
	for at := 0; at < len(source); {
		end := len(source)
		if n := bytes.IndexByte(source[at:], '\n'); n >= 0 {
			end = at + n
		}
		if end-at > maxLead && len(bytes.TrimLeft(source[at:at+maxLead], " \t>-*+")) == 0 {
			for i := at; i < end; i++ {
				source[i] = ' '
			}
		}
		at = end + 1
	}
}

// outermost reads a node that lies in no other, unless it is one of the definitions.
func (m *markdownReader) outermost(n ast.Node, to int) {
	from := m.lineStart(m.base + max(firstPos(n), 0))
	if from >= to {
		return
	}
	m.block(n)
	next := to
	if s := n.NextSibling(); s != nil && firstPos(s) >= 0 {
		next = min(max(m.lineStart(m.base+firstPos(s)), from), to)
	}
	m.unit(from, next)
}

// firstPos returns where a block begins in its source, -1 where that is not known.
func firstPos(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if p := n.Pos(); p >= 0 {
			return p
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return -1
}

// lineStart returns where the line of the byte at i begins.
func (f *flow) lineStart(i int) int {
	return strings.LastIndexByte(f.content[:min(i, len(f.content))], '\n') + 1
}

// markdownParser and mdxParser return the parser of all files.
var (
	markdownParser = sync.OnceValue(func() parser.Parser { return newParser(false) })
	mdxParser      = sync.OnceValue(func() parser.Parser { return newParser(true) })
)

func newParser(mdx bool) parser.Parser {
	var own []util.PrioritizedValue
	if mdx {
		own = append(own, util.Prioritized(mdxBlock{}, 99))
	}
	return parser.NewParser(
		parser.WithBlockParsers(own...),
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithBlockParsers(util.Prioritized(formulaBlock{}, 701), util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(formula{}, 150),
			util.Prioritized(braces{mdx}, 151),
			util.Prioritized(jsxTag{}, 399),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// block reads a block.
func (m *markdownReader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		m.container(false, 0, func() { m.leaf(n) })
	case *ast.Heading:
		m.container(true, lint.Heading, func() { m.leaf(n) })
	case *extast.TableCell:
		m.container(true, lint.Cell, func() { m.leaf(n) })
	case *ast.Blockquote:
		m.container(true, lint.Quotation, func() { m.children(n) })
	case *ast.ListItem:
		m.container(true, lint.ListItem, func() { m.children(n) })
	case *ast.HTMLBlock:
		m.htmlBlock(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		m.endBlock()
	case *opaqueBlock:
		m.endBlock()
		if n.stop > 0 {
			m.comment(lint.Span{Start: m.base + n.Pos(), End: m.base + n.stop})
		}
	default:
		m.children(n)
	}
}

func (m *markdownReader) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c)
	}
}

// container reads a block that is laid out as one. It sets the kind of the blocks in it, or leaves it.
func (f *flow) container(setsKind bool, kind lint.BlockKind, content func()) {
	f.closeImplied("", f.end)
	f.endBlock()
	n := len(f.open)
	e := f.top()
	e.name, e.role, e.place = "", role{layout: ownBlock}, -1
	if setsKind {
		e.kind = kind
	}
	if n < maxDepth {
		f.push(e)
	}
	content()
	f.closeTo(min(n, len(f.open)), f.end, f.end)
	f.endBlock()
}

// leaf reads a block of inlines.
func (m *markdownReader) leaf(n ast.Node) {
	m.skipped = m.skipped[:0]
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if isMarkerLine(line.Value(m.source), i == 0, m.isMDX()) {
			m.skipped = append(m.skipped, lint.Span{Start: m.base + line.Start, End: m.base + line.Stop})
		}
	}
	m.inlines(n)
}

// isMDX reports whether the file is MDX: Markdown with JavaScript.
func (f *flow) isMDX() bool { return isMDX(f.file.Path) }

func isMDX(path string) bool { return strings.HasSuffix(path, ".mdx") }

// isMarkerLine reports whether a line of a paragraph is the mark of a box (:::note, [!NOTE]), or JavaScript in MDX.
func isMarkerLine(line []byte, first, mdx bool) bool {
	line = bytes.TrimSpace(line)
	switch {
	case bytes.HasPrefix(line, []byte(":::")):
		return true
	case first && bytes.HasPrefix(line, []byte("[!")):
		return bytes.HasSuffix(line, []byte("]")) && !bytes.ContainsAny(line, " (")
	}
	return mdx && first && (bytes.HasPrefix(line, []byte("import ")) || bytes.HasPrefix(line, []byte("export ")))
}

// inlines reads what is in a block or in what is set off inside one, as far as it stands before the definitions.
func (m *markdownReader) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if m.base+n.Pos() >= m.stop {
			return
		}
		switch n := n.(type) {
		case *ast.Text:
			m.text(n)
		case *ast.Emphasis:
			kind := lint.Italic
			if n.Level > 1 {
				kind = lint.Bold
			}
			m.setOff(n, kind)
		case *extast.Strikethrough:
			m.setOff(n, lint.Marked)
		case *ast.Link:
			m.setOff(n, lint.Link)
		case *ast.Image:
			m.beside(lint.Label, 0, markdownText, func() { m.inlines(n) })
		case *ast.AutoLink:
			m.address(n)
		case *ast.CodeSpan:
			m.codeSpan(n)
		case *ast.RawHTML:
			m.rawHTML(n.Segments)
		case *opaque:
			m.opaque(lint.Span{Start: m.base + n.Pos(), End: m.base + n.stop}, n.shown)
		}
	}
}

// setOff reads a stretch that is set off.
func (m *markdownReader) setOff(n ast.Node, kind lint.InlineKind) {
	depth := len(m.open)
	if depth < maxDepth {
		e := m.top()
		e.name, e.role, e.place = "", role{layout: setOff, inline: kind}, -1
		m.push(e)
	}
	m.inlines(n)
	m.closeTo(min(depth, len(m.open)), m.end, m.end)
}

// text reads characters, and the end of the line behind them.
func (m *markdownReader) text(n *ast.Text) {
	from, to := m.base+n.Segment.Start, min(m.base+n.Segment.Stop, m.stop)
	for _, s := range m.skipped {
		if s.Start <= from && to <= s.End {
			m.endBlock()
			return
		}
	}
	m.prose(from, to)
	if n.SoftLineBreak() || n.HardLineBreak() {
		m.white(lint.Span{Start: to, End: m.nextLine(to)})
	}
}

// nextLine returns where the text of the line behind the one that ends at i begins: behind what marks a break, the
// marks of quotations, and blanks.
func (m *markdownReader) nextLine(i int) int {
	content := m.content
	for i < len(content) && content[i] != '\n' {
		i++
	}
	for i < len(content) && (isSpace(content[i]) || content[i] == '>') {
		i++
	}
	return i
}

// address reads a link that is its own text.
func (m *markdownReader) address(n *ast.AutoLink) {
	if !m.isShown() {
		return
	}
	from := m.base + n.Pos() + len("<")
	m.write(from, m.content[from:from+len(n.Label(m.source))])
}

// codeSpan reads code in a sentence.
func (m *markdownReader) codeSpan(n *ast.CodeSpan) {
	if !m.isShown() || n.LastChild() == nil {
		return
	}
	start := m.base + n.Pos()
	ticks := 0
	for start+ticks < len(m.content) && m.content[start+ticks] == '`' {
		ticks++
	}
	end := m.base + n.LastChild().(*ast.Text).Segment.Stop
	for end < len(m.content) && m.content[end] != '`' {
		end++
	}
	m.addObject(lint.Span{Start: start, End: min(end+ticks, len(m.content))})
}

// rawHTML reads tags in a sentence.
func (m *markdownReader) rawHTML(lines *text.Segments) {
	for i := 1; i < lines.Len(); i++ {
		if lines.At(i).Start != lines.At(i-1).Stop {
			return // a tag with the marks of a quotation in it
		}
	}
	m.htmlLines(lines.At(0).Start, lines.At(lines.Len()-1).Stop)
}

// htmlBlock reads a block of HTML. The marks of a quotation between its lines are not part of it.
func (m *markdownReader) htmlBlock(n *ast.HTMLBlock) {
	m.closeImplied("", m.end)
	m.endBlock()
	lines := text.NewSegments()
	lines.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
	if n.HasClosure() {
		lines.Append(n.ClosureLine)
	}
	for i := 0; i < lines.Len(); {
		from, to := lines.At(i).Start, lines.At(i).Stop
		for i++; i < lines.Len() && lines.At(i).Start == to; i++ {
			to = lines.At(i).Stop
		}
		m.htmlLines(from, to)
	}
}

// htmlLines reads HTML from one place of the source to another.
func (m *markdownReader) htmlLines(from, to int) {
	at, dialect, end := m.at, m.dialect, min(m.base+to, m.stop) // what is never closed reaches to the definitions
	m.dialect = htmlText
	for m.at = m.base + from; m.at < end; {
		m.html(end)
	}
	m.at, m.dialect = at, dialect
}
