package read

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// opaque is a stretch of Markdown that is no prose: a formula, a template in braces.
type opaque struct {
	ast.BaseInline
	stop  int  // where it ends in the source
	shown bool // it stands in its sentence
}

var kindOpaque = ast.NewNodeKind("Opaque")

func (n *opaque) Kind() ast.NodeKind { return kindOpaque }

func (n *opaque) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// newOpaque returns the node of the next n bytes, which it passes over.
func newOpaque(block text.Reader, n int, shown bool) *opaque {
	_, s := block.PeekLine()
	block.Advance(n)
	return &opaque{stop: s.Start + n, shown: shown}
}

// formula parses a formula in a sentence: $x^2$, $$x$$.
type formula struct{}

func (formula) Trigger() []byte { return []byte{'$'} }

func (formula) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if n := formulaLen(line); n > 0 {
		return newOpaque(block, n, true)
	}
	return nil
}

// maxFormula is the length in bytes of the longest formula, template or tag of jsx in a sentence.
const maxFormula = 300

// formulaLen returns the length of the formula that s begins with, or 0. Prices are none: white space stands inside the
// second dollar, or a figure behind it, or nothing in between is of a formula.
func formulaLen(s []byte) int {
	s = s[:min(len(s), maxFormula)]
	if bytes.HasPrefix(s, []byte("$$")) {
		if n := bytes.Index(s[2:], []byte("$$")); n > 0 {
			return n + 4
		}
		return 0
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '$':
			if i == 1 || isSpace(s[1]) || isSpace(s[i-1]) || i+1 < len(s) && isAlphanumeric(s[i+1]) {
				return 0
			}
			if isDigit(s[1]) && !bytes.ContainsAny(s[1:i], `\^_={}+*`) {
				return 0
			}
			return i + 1
		}
	}
	return 0
}

func isDigit(c byte) bool { return c-'0' < 10 }

// braces parses what templates and attributes have in braces: {{ page.title }}, {% include x %}, {#anchor}, and any
// expression in MDX.
type braces struct{ mdx bool }

func (braces) Trigger() []byte { return []byte{'{'} }

func (b braces) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if b.mdx {
		if n := expression(block); n != nil {
			return n
		}
	}
	line, s := block.PeekLine()
	source := block.Source()
	for _, pair := range [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"{#", "}"}, {"{:", "}"}, {"{.", "}"}, {"{/*", "*/}"}} {
		if !bytes.HasPrefix(line, []byte(pair[0])) {
			continue
		}
		to := min(s.Stop, s.Start+maxFormula)
		if pair[1] != "}" { // what is no attribute may go on in the next line
			to = min(len(source), s.Start+maxExpression)
		}
		if n := bytes.Index(source[s.Start:to], []byte(pair[1])); n > 0 {
			return opaqueTo(block, s.Start+n+len(pair[1]), pair[0] == "{{")
		}
	}
	return nil
}

// expression returns the node of the expression of MDX that begins here, which it passes over; nil where there is none.
func expression(block text.Reader) ast.Node {
	line, s := block.PeekLine()
	if len(line) > 1 && bytes.IndexByte([]byte("#:.%"), line[1]) >= 0 {
		return nil // an attribute, or a tag of a template
	}
	source := block.Source()
	stop := closingBrace(source, s.Start, min(len(source), s.Start+maxExpression))
	if stop == 0 {
		return nil
	}
	return opaqueTo(block, stop, source[s.Start+1] != '/')
}

// opaqueTo returns the node of what reaches from here to stop in the source, which it passes over; nil where that is in
// another block.
func opaqueTo(block text.Reader, stop int, shown bool) ast.Node {
	row, at := block.Position()
	line, s := block.PeekLine()
	for line != nil && s.Stop < stop {
		block.AdvanceLine()
		line, s = block.PeekLine()
	}
	if line == nil || s.Start >= stop {
		block.SetPosition(row, at)
		return nil
	}
	block.Advance(stop - s.Start)
	return &opaque{stop: stop, shown: shown}
}

// jsxTag parses a tag of MDX that is none of HTML: <Tabs items={["a", "b"]}>.
type jsxTag struct{}

func (jsxTag) Trigger() []byte { return []byte{'<'} }

func (jsxTag) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, s := block.PeekLine()
	line = line[:min(len(line), maxFormula)]
	m, ok := markupAt(string(line), 0, len(line), true)
	if !ok || m.name == "" || line[m.End-1] != '>' || !bytes.Contains(line[:m.End], []byte("={")) {
		return nil
	}
	tag := ast.NewRawHTML()
	tag.Segments.Append(s.WithStop(s.Start + m.End))
	block.Advance(m.End)
	return tag
}

// formulaBlock parses a formula of several lines, which begins and ends with two dollars.
type formulaBlock struct{}

// maxFormulaBlock is the length in bytes of the longest formula of several lines.
const maxFormulaBlock = 10000

func (formulaBlock) Trigger() []byte { return []byte{'$'} }

func (formulaBlock) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, s := reader.PeekLine()
	start := pc.BlockOffset()
	if start < 0 || !bytes.HasPrefix(line[start:], []byte("$$")) || bytes.Contains(line[start+2:], []byte("$$")) {
		return nil, parser.NoChildren
	}
	behind := reader.Source()[s.Stop:]
	if !bytes.Contains(behind[:min(len(behind), maxFormulaBlock)], []byte("$$")) {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &opaqueBlock{}, parser.NoChildren
}

func (formulaBlock) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	reader.AdvanceToEOL()
	if bytes.Contains(line, []byte("$$")) {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

func (formulaBlock) Close(ast.Node, text.Reader, parser.Context) {}
func (formulaBlock) CanInterruptParagraph() bool                 { return true }
func (formulaBlock) CanAcceptIndentedLine() bool                 { return false }

// mdxBlock parses the JavaScript between the blocks of MDX: an expression in braces on lines of its own, and import and
// export up to the blank line behind them that lies in no braces.
type mdxBlock struct{}

// maxExpression is the length in bytes of the longest expression of MDX.
const maxExpression = 4000

func (mdxBlock) Trigger() []byte { return []byte{'{', 'i', 'e'} }

func (mdxBlock) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, s := reader.PeekLine()
	offset := pc.BlockOffset()
	if offset < 0 {
		return nil, parser.NoChildren
	}
	source, start := reader.Source(), s.Start-s.Padding+offset
	stop := 0
	if line[offset] == '{' {
		stop = closingBrace(source, start, min(len(source), start+maxExpression))
		if stop > 0 && len(bytes.TrimSpace(source[stop:endOfLine(source, stop)])) > 0 {
			return nil, parser.NoChildren // a sentence begins with it
		}
	} else if parent.Kind() == ast.KindDocument && (bytes.HasPrefix(line, []byte("import ")) || bytes.HasPrefix(line, []byte("export "))) {
		stop = moduleEnd(source, start)
	}
	if stop == 0 {
		return nil, parser.NoChildren
	}
	n := &opaqueBlock{stop: stop}
	n.SetPos(start)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// moduleEnd returns where the import or export ends that begins at i.
func moduleEnd(source []byte, i int) int {
	limit := min(len(source), i+maxExpression)
	for at := i; at < limit; {
		end := endOfLine(source, at)
		if n := bytes.IndexByte(source[at:end], '{'); n >= 0 {
			if behind := closingBrace(source, at+n, limit); behind > 0 {
				at = behind
				continue
			}
		}
		if behind := min(end+1, len(source)); len(bytes.TrimSpace(source[behind:endOfLine(source, behind)])) == 0 {
			return end
		}
		at = end + 1
	}
	return limit
}

// endOfLine returns where the line of the byte at i ends.
func endOfLine(source []byte, i int) int {
	if n := bytes.IndexByte(source[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(source)
}

func (mdxBlock) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	if _, s := reader.PeekLine(); s.Start >= n.(*opaqueBlock).stop {
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (mdxBlock) Close(ast.Node, text.Reader, parser.Context) {}
func (mdxBlock) CanInterruptParagraph() bool                 { return false }
func (mdxBlock) CanAcceptIndentedLine() bool                 { return false }

// opaqueBlock is a block of Markdown that is no prose.
type opaqueBlock struct {
	ast.BaseBlock
	stop int // where JavaScript ends in the source; 0 for a formula
}

func (*opaqueBlock) Kind() ast.NodeKind { return kindOpaque }

func (n *opaqueBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
