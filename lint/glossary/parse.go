package glossary

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// layout is where a file has its entries, in lines from 0.
type layout struct {
	names   int   // the line of the key names; -1 without one
	entries []int // the first line of every entry
	indent  int   // of the entries
	end     int   // the line behind the list
	flow    bool  // the list is in brackets, or the whole file is in braces
}

// Parse reads the text of a names file. Its faults are errors of type *Error, joined in the order of the text.
func Parse(path, text string) (*File, error) {
	p := &fileParser{file: &File{Path: path, Text: text, layout: layout{names: -1}}}
	if i := invalidUTF8(text); i >= 0 {
		return nil, &Error{path, 1 + strings.Count(text[:i], "\n"), 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:i], '\n')+1:i]), "not UTF-8"}
	}
	tree, err := parseYAML(path, text)
	if err != nil {
		return nil, err
	}
	for i, doc := range tree.Docs {
		if i > 0 && doc.Body != nil {
			p.fail(doc.Body, "a names file is one document: take the line --- away")
		} else if i == 0 && doc.Body != nil {
			p.root(doc.Body)
		}
	}
	if len(p.faults) == 0 {
		p.contradictions()
	}
	if len(p.faults) > 0 {
		slices.SortStableFunc(p.faults, func(a, b *Error) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
		all := make([]error, len(p.faults))
		for i, f := range p.faults {
			all[i] = f
		}
		return nil, errors.Join(all...)
	}
	p.measure()
	return p.file, nil
}

// invalidUTF8 returns where the text is not UTF-8, or -1.
func invalidUTF8(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return -1
}

// parseYAML returns the syntax tree of a text.
func parseYAML(path, text string) (tree *ast.File, err error) {
	defer func() {
		if v := recover(); v != nil {
			tree, err = nil, &Error{path, 1, 1, fmt.Sprintf("no YAML: %v", v)}
		}
	}()
	tree, err = parser.ParseBytes([]byte(text), 0)
	var fault interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &fault) {
		line, column := place(fault.GetToken())
		return nil, &Error{path, line, column, fault.GetMessage()}
	}
	if err != nil {
		return nil, &Error{path, 1, 1, err.Error()}
	}
	return tree, nil
}

func place(t *token.Token) (line, column int) {
	if t == nil || t.Position == nil {
		return 1, 1
	}
	return t.Position.Line, t.Position.Column
}

// fileParser makes a File of a syntax tree.
type fileParser struct {
	file   *File
	faults []*Error
	keys   []*ast.MappingValueNode
	list   *ast.SequenceNode
	places []map[string]ast.Node // of each entry, its spellings
	pairs  []ast.Node
}

func (p *fileParser) fail(at ast.Node, format string, args ...any) {
	line, column := place(at.GetToken())
	p.faults = append(p.faults, &Error{p.file.Path, line, column, fmt.Sprintf(format, args...)})
}

// root reads the whole file.
func (p *fileParser) root(n ast.Node) {
	if m, ok := n.(*ast.MappingNode); ok {
		p.file.layout.flow = m.IsFlowStyle
	}
	p.keys = p.mapping(n, "a file with the keys names and not")
	for _, kv := range p.keys {
		switch key := kv.Key.String(); key {
		case "names":
			p.file.layout.names = kv.Key.GetToken().Position.Line - 1
			p.names(kv.Value)
		case "not":
			for _, pair := range p.sequence(kv.Value, "a list of pairs: [Vladimir, Volodymyr]") {
				p.pair(pair)
			}
		default:
			p.fail(kv.Key, "unknown key %q: want names or not", key)
		}
	}
}

// mapping returns the keys and values of a mapping, each key once.
func (p *fileParser) mapping(n ast.Node, want string) []*ast.MappingValueNode {
	var out []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		out = n.Values
	case *ast.MappingValueNode:
		out = []*ast.MappingValueNode{n}
	default:
		p.fail(n, "want %s", want)
	}
	seen := make(map[string]bool)
	for _, kv := range out {
		key := kv.Key.String()
		if seen[key] {
			p.fail(kv.Key, "the key %q is there twice", key)
		}
		seen[key] = true
	}
	return out
}

// sequence returns the items of a list; a key without a value is an empty one.
func (p *fileParser) sequence(n ast.Node, want string) []ast.Node {
	switch n := n.(type) {
	case *ast.SequenceNode:
		return n.Values
	case *ast.NullNode:
	default:
		p.fail(n, "want %s", want)
	}
	return nil
}

func (p *fileParser) names(n ast.Node) {
	p.list, _ = n.(*ast.SequenceNode)
	for _, item := range p.sequence(n, "a list of entries, each with a name") {
		p.entry(item)
	}
}

// entry reads one name.
func (p *fileParser) entry(n ast.Node) {
	var e Name
	before, places := len(p.faults), make(map[string]ast.Node)
	spelling := func(n ast.Node) string {
		s := p.text(n)
		if s != "" && !strings.ContainsFunc(s, unicode.IsLetter) {
			p.fail(n, "%q has no letter", s)
		}
		if places[s] != nil && s != "" {
			p.fail(n, "%q is in this entry twice", s)
		}
		places[s] = n
		return s
	}
	spellings := func(n ast.Node) (out []string) {
		for _, item := range p.sequence(n, "a list of spellings") {
			out = append(out, spelling(item))
		}
		return out
	}
	for _, kv := range p.mapping(n, "an entry with a name: - name: Sasover") {
		switch key := kv.Key.String(); key {
		case "name":
			e.Name = spelling(kv.Value)
		case "also":
			e.Also = spellings(kv.Value)
		case "variants":
			e.Variants = spellings(kv.Value)
		case "proposed":
			b, ok := kv.Value.(*ast.BoolNode)
			if !ok {
				p.fail(kv.Value, "want true or false")
			}
			e.Proposed = ok && b.Value
		case "source":
			e.Source = p.text(kv.Value)
		case "note":
			e.Note = p.text(kv.Value)
		case "seen":
			e.Seen = p.text(kv.Value)
		case "example":
			e.Example = p.text(kv.Value)
		default:
			p.fail(kv.Key, "unknown key %q: want name, also, variants, proposed, source, note, seen or example", key)
		}
	}
	if e.Name == "" && len(p.faults) == before {
		p.fail(n, "the entry has no name")
	}
	p.file.Names = append(p.file.Names, e)
	p.places = append(p.places, places)
}

// text returns a text that is not empty.
func (p *fileParser) text(n ast.Node) string {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = n.Value.Value
	case *ast.NullNode:
	default:
		p.fail(n, "want a text: put it in quotation marks")
		return ""
	}
	if strings.TrimSpace(s) == "" {
		p.fail(n, "the text is empty")
	} else if strings.TrimSpace(s) != s {
		s = strings.TrimSpace(s)
	}
	return s
}

// pair reads two names that are not one.
func (p *fileParser) pair(n ast.Node) {
	items := p.sequence(n, "a pair: [Vladimir, Volodymyr]")
	if len(items) != 2 {
		p.fail(n, "want a pair of two names, not %d", len(items))
		return
	}
	pair := [2]string{p.text(items[0]), p.text(items[1])}
	if pair[0] == pair[1] && pair[0] != "" {
		p.fail(n, "the two names are the same")
	}
	p.file.Not = append(p.file.Not, pair)
	p.pairs = append(p.pairs, n)
}

// contradictions reports accepted entries that say different things of one spelling.
func (p *fileParser) contradictions() {
	owner := make(map[string]int) // spelling to 1 + index of the entry
	for i := range p.file.Names {
		n := &p.file.Names[i]
		if n.Proposed {
			continue
		}
		for _, s := range n.spellings() {
			if k := owner[s]; k > 0 {
				line, _ := place(p.places[k-1][s].GetToken())
				p.fail(p.places[i][s], "%q is already in the entry %q, line %d", s, p.file.Names[k-1].Name, line)
			}
			owner[s] = i + 1
		}
	}
	for i, pair := range p.file.Not {
		if a, b := owner[pair[0]], owner[pair[1]]; a > 0 && a == b {
			p.fail(p.pairs[i], "%q and %q are spellings of one entry, %q", pair[0], pair[1], p.file.Names[a-1].Name)
		}
	}
}

// measure notes where the entries are.
func (p *fileParser) measure() {
	l := &p.file.layout
	l.end = strings.Count(p.file.Text, "\n") + 1
	for _, kv := range p.keys {
		if line := kv.Key.GetToken().Position.Line - 1; line > l.names && line < l.end {
			l.end = line
		}
	}
	if p.list == nil {
		return
	}
	if l.flow = l.flow || p.list.IsFlowStyle; l.flow {
		return
	}
	for i, e := range p.list.Entries {
		l.entries = append(l.entries, e.Start.Position.Line-1)
		if i == 0 {
			l.indent = e.Start.Position.Column - 1
		}
	}
}
