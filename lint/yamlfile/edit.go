package yamlfile

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Edit is the text of a file while lists in it grow and shrink. All else in it stays to the byte, comments too.
type Edit struct {
	path string
	Text string
}

// NewEdit returns the edit of a text; path is for errors.
func NewEdit(path, text string) *Edit { return &Edit{path, text} }

// List says where a list is: under a key of the file, or of one entry of a list of mappings.
type List struct {
	Entries string                            // the key of a list of mappings; empty: Key is one of the file
	Is      func(fields map[string]Node) bool // tells the mapping of Entries
	Key     string
}

// ErrNoEntry says that no entry is the one that is looked for.
var ErrNoEntry = errors.New("no such entry")

// Node is a value in a file.
type Node = ast.Node

// Add puts an item, written as YAML, behind the last of a list. The list, and where it needs one the key, is made.
func (e *Edit) Add(l List, item string) error {
	defer func(old string) { e.Text = WithEndsOf(old, e.Text) }(e.Text)
	m, err := e.find(l)
	if err != nil {
		return err
	}
	lines := e.lines()
	if m == nil {
		lines = append(ended(lines), l.Key+":\n", "  - "+item+"\n")
		e.Text = strings.Join(lines, "")
		return nil
	}
	if m.flow {
		return e.beyond()
	}
	value, ok := m.fields[l.Key]
	if !ok {
		margin := strings.Repeat(" ", m.column-1)
		lines = slices.Insert(ended(lines), m.behind, margin+l.Key+":\n", margin+"  - "+item+"\n")
		e.Text = strings.Join(lines, "")
		return nil
	}
	return e.grow(lines, m.keys[l.Key], value, item)
}

// WithEndsOf returns the new text of a file with the line ends of the old, where those are all of Windows.
func WithEndsOf(old, text string) string {
	if n := strings.Count(old, "\r\n"); n == 0 || n != strings.Count(old, "\n") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
}

// grow puts an item behind the last one of a value: of a list, or of a text that becomes one.
func (e *Edit) grow(lines []string, key, value ast.Node, item string) error {
	switch v := value.(type) {
	case *ast.SequenceNode:
		if v.IsFlowStyle {
			at := placeOf(v.End)
			if len(v.Values) > 0 {
				item = ", " + item
			}
			e.insert(lines, at, item)
			return nil
		}
		last := v.Entries[len(v.Entries)-1]
		margin := strings.Repeat(" ", placeOf(last.Start).Column-1)
		e.Text = strings.Join(slices.Insert(ended(lines), lastLine(last), margin+"- "+item+"\n"), "")
		return nil
	case *ast.NullNode:
		at := PlaceOf(key)
		margin := strings.Repeat(" ", at.Column-1)
		e.Text = strings.Join(slices.Insert(ended(lines), at.Line, margin+"  - "+item+"\n"), "")
		return nil
	case *ast.StringNode:
		at := PlaceOf(v)
		end := Place{at.Line, at.Column + len([]rune(strings.TrimSpace(v.Token.Origin)))}
		e.insert(lines, end, ", "+item+"]")
		e.insert(e.lines(), at, "[")
		return nil
	}
	return e.beyond()
}

// Remove takes an item, a text, of a list away, where it is there.
func (e *Edit) Remove(l List, item string) error {
	m, err := e.find(l)
	if errors.Is(err, ErrNoEntry) {
		return nil
	}
	if err != nil || m == nil {
		return err
	}
	list, ok := m.fields[l.Key].(*ast.SequenceNode)
	if !ok {
		return nil
	}
	i := slices.IndexFunc(list.Values, func(n ast.Node) bool { return textOf(n) == item })
	lines := e.lines()
	switch {
	case i < 0:
		return nil
	case len(list.Values) == 1:
		return e.removeKey(lines, m, l.Key)
	case list.IsFlowStyle:
		return e.removeFlow(lines, list, i)
	}
	entry := list.Entries[i]
	e.Text = strings.Join(slices.Delete(lines, placeOf(entry.Start).Line-1, lastLine(entry)), "")
	return nil
}

// removeKey takes a key with its list away.
func (e *Edit) removeKey(lines []string, m *mapping, key string) error {
	list := m.fields[key].(*ast.SequenceNode)
	first, last := PlaceOf(m.keys[key]).Line, 0
	if list.IsFlowStyle {
		last = placeOf(list.End).Line
	} else {
		last = lastLine(list.Entries[len(list.Entries)-1])
	}
	if m.flow || strings.TrimSpace(string([]rune(lines[first-1])[:PlaceOf(m.keys[key]).Column-1])) != "" {
		return e.beyond() // something stands before the key on its line
	}
	e.Text = strings.Join(slices.Delete(lines, first-1, last), "")
	return nil
}

// removeFlow takes item i of a list in brackets away, of several on one line.
func (e *Edit) removeFlow(lines []string, list *ast.SequenceNode, i int) error {
	from, to := PlaceOf(list.Values[i]), placeOf(list.End)
	if i+1 < len(list.Values) {
		to = PlaceOf(list.Values[i+1])
	} else {
		before := list.Values[i-1]
		from = PlaceOf(before)
		from.Column += len([]rune(strings.TrimSpace(before.GetToken().Origin)))
	}
	if from.Line != to.Line {
		return e.beyond()
	}
	line := []rune(lines[from.Line-1])
	lines[from.Line-1] = string(slices.Delete(line, index(line, from.Column), index(line, to.Column)))
	e.Text = strings.Join(lines, "")
	return nil
}

// mapping is the keys of a file, or of an entry.
type mapping struct {
	fields map[string]ast.Node
	keys   map[string]ast.Node
	column int // of the keys
	behind int // the line, from 0, where a key can be put: at the end of the file, or behind the first key of an entry
	flow   bool
}

// find returns the mapping that holds, or is to hold, a list; nil for a file that is empty.
func (e *Edit) find(l List) (*mapping, error) {
	r, root := Parse(e.path, e.Text)
	if err := r.Err(); err != nil {
		return nil, err
	}
	m := mappingOf(root)
	if root == nil || l.Entries == "" {
		if m == nil && root != nil {
			return nil, e.beyond()
		}
		if m != nil {
			m.behind = len(ended(e.lines()))
		}
		return m, nil
	}
	if m == nil {
		return nil, e.beyond()
	}
	list, ok := m.fields[l.Entries].(*ast.SequenceNode)
	if !ok {
		return nil, ErrNoEntry
	}
	for _, item := range list.Values {
		if entry := mappingOf(item); entry != nil && l.Is(entry.fields) {
			entry.flow = entry.flow || list.IsFlowStyle
			return entry, nil
		}
	}
	return nil, ErrNoEntry
}

// mappingOf returns the keys and values of a mapping; nil of another node.
func mappingOf(n ast.Node) *mapping {
	m := &mapping{fields: make(map[string]ast.Node), keys: make(map[string]ast.Node)}
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs, m.flow = n.Values, n.IsFlowStyle
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	}
	for i, p := range pairs {
		name := keyName(p.Key)
		m.fields[name], m.keys[name] = p.Value, p.Key
		if i == 0 {
			m.column, m.behind = PlaceOf(p.Key).Column, lastLine(p.Value)
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	return m
}

// textOf returns the text of a scalar.
func textOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	}
	return ""
}

// IsText reports whether a value is the text s.
func IsText(n Node, s string) bool { return n != nil && textOf(n) == s }

// HasText reports whether a value is a list that holds the text s.
func HasText(n Node, s string) bool {
	list, ok := n.(*ast.SequenceNode)
	return ok && slices.ContainsFunc(list.Values, func(n ast.Node) bool { return textOf(n) == s })
}

// lastLine returns the line, from 1, that a node ends on.
func lastLine(n ast.Node) int {
	end := &lines{}
	ast.Walk(end, n)
	return end.last
}

// lines finds the last line of a node.
type lines struct{ last int }

// Visit takes a part of the node in.
func (l *lines) Visit(n ast.Node) ast.Visitor {
	if t := n.GetToken(); t != nil && t.Position != nil {
		l.last = max(l.last, t.Position.Line+strings.Count(strings.TrimSpace(t.Origin), "\n"))
	}
	if s, ok := n.(*ast.SequenceNode); ok && s.End != nil && s.IsFlowStyle {
		l.last = max(l.last, s.End.Position.Line)
	}
	return l
}

// lines returns the lines of the text with their ends.
func (e *Edit) lines() []string {
	lines := strings.SplitAfter(e.Text, "\n")
	if lines[len(lines)-1] == "" {
		return lines[:len(lines)-1]
	}
	return lines
}

// ended returns lines of which the last has an end, too.
func ended(lines []string) []string {
	if n := len(lines); n > 0 && !strings.HasSuffix(lines[n-1], "\n") {
		lines[n-1] += "\n"
	}
	return lines
}

// insert puts a text in at a place.
func (e *Edit) insert(lines []string, at Place, text string) {
	line := []rune(lines[at.Line-1])
	lines[at.Line-1] = string(slices.Insert(line, index(line, at.Column), []rune(text)...))
	e.Text = strings.Join(lines, "")
}

// index returns where a column is in its line, which a byte order mark may begin.
func index(line []rune, column int) int {
	if len(line) > 0 && line[0] == byteOrderMark {
		return column
	}
	return column - 1
}

// beyond says that the text cannot be edited.
func (e *Edit) beyond() error {
	return fmt.Errorf("%s: its layout is beyond what can be edited: give each entry a line of its own", e.path)
}
