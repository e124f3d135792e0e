// Package yamlfile reads the YAML files that people write for mtlint.
//
// In goes the text of a file; out come its mappings, lists and texts with their places, and its faults: all of them at
// once, each with line, column, the line itself and what to do. Anchors, aliases and merge keys are followed.
package yamlfile

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

	"mtlint/lint/suggest"
)

// Error is one fault of a file.
type Error struct {
	Path         string
	Line, Column int // from 1
	Reason       string

	line  string // the text of the line
	width int    // characters of it that are at fault
}

// Error returns the place and the reason in one line, and below it the line of the file with the place marked.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Reason)
	if strings.TrimSpace(e.line) == "" {
		return s
	}
	return s + "\n" + e.excerpt()
}

// excerpt returns the line of the file with the place marked.
func (e *Error) excerpt() string {
	const widest = 100 // characters
	runes, at := []rune(e.line), min(e.Column-1, utf8.RuneCountInString(e.line))
	from := max(0, min(at-widest/2, len(runes)-widest))
	runes, at = runes[from:min(from+widest, len(runes))], at-from
	for i, r := range runes {
		if !unicode.IsGraphic(r) {
			runes[i] = ' '
		}
	}
	carets := max(1, min(e.width, len(runes)-at))
	return "  │ " + strings.TrimRight(string(runes), " ") + "\n  │ " + strings.Repeat(" ", at) + strings.Repeat("^", carets)
}

// Place is where something stands in a file. The zero Place is nowhere.
type Place struct{ Line, Column int }

// Pair is a key of a mapping and its value.
type Pair struct {
	Name  string
	Key   ast.Node
	Value ast.Node
}

// Reader hands out the parts of one file and collects its faults.
type Reader struct {
	path    string
	lines   []string
	faults  []*Error
	anchors map[string]ast.Node
	open    map[string]bool // anchors that are being followed
	nodes   int             // that were visited
}

// maxNodes is how many nodes of a file are visited at most: a few aliases of aliases make billions of them.
const maxNodes = 1 << 20

// byteOrderMark may stand before the text, as some editors write it. Columns count from behind it.
const byteOrderMark = '\ufeff'

// Parse reads the text of a file. The root is nil where the file is empty; the file is one document.
func Parse(path, text string) (r *Reader, root ast.Node) {
	text = strings.TrimPrefix(text, string(byteOrderMark))
	r = &Reader{path: path, lines: linesOf(text), anchors: make(map[string]ast.Node), open: make(map[string]bool)}
	if i := invalidUTF8(text); i >= 0 {
		before := linesOf(text[:i])
		r.fail(len(before), 1+utf8.RuneCountInString(before[len(before)-1]), 1, "not UTF-8")
		return r, nil
	}
	tree := r.parse(text)
	if tree == nil {
		return r, nil
	}
	for _, doc := range tree.Docs {
		if _, directive := doc.Body.(*ast.DirectiveNode); directive || doc.Body == nil {
			continue
		}
		if root != nil {
			r.Fail(doc.Body, "the file has a second document: take the line --- away")
			continue
		}
		root = doc.Body
	}
	if root != nil {
		ast.Walk(r, root)
	}
	return r, root
}

// linesOf returns the lines of a text, as YAML parts them.
func linesOf(text string) []string {
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
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

// parse returns the syntax tree of a text, nil for a fault.
func (r *Reader) parse(text string) (tree *ast.File) {
	defer func() {
		if v := recover(); v != nil {
			r.fail(1, 1, 1, fmt.Sprintf("no YAML: %v", v))
			tree = nil
		}
	}()
	tree, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	var fault interface {
		error
		GetToken() *token.Token
		GetMessage() string
	}
	switch {
	case errors.As(err, &fault):
		p := placeOf(fault.GetToken())
		r.fail(p.Line, p.Column, 1, plain(fault.GetMessage()))
		return nil
	case err != nil:
		r.fail(1, 1, 1, err.Error())
		return nil
	}
	return tree
}

// plain says what the parser complains about in the words of people who know no grammar of YAML.
func plain(message string) string {
	switch {
	case message == "non-map value is specified":
		return "want a key, a colon and a value"
	case message == "value is not allowed in this context":
		return "the line is indented like none above that it could belong to"
	case message == "mapping value is not allowed in this context":
		return "a value cannot have a key in it: mind the indentation, or put a text with a colon in quotation marks"
	case strings.HasPrefix(message, "found character '\t'"):
		return "a tab: indent with spaces"
	case strings.HasPrefix(message, "could not find end character of"):
		return "the quotation mark is never closed"
	}
	return message
}

// Path returns the path of the file.
func (r *Reader) Path() string { return r.path }

// Visit notes the anchors of a tree.
func (r *Reader) Visit(n ast.Node) ast.Visitor {
	if a, ok := n.(*ast.AnchorNode); ok {
		r.anchors[a.Name.String()] = a.Value
	}
	return r
}

func placeOf(t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Place{1, 1}
	}
	return Place{t.Position.Line, t.Position.Column}
}

// PlaceOf returns where a node stands.
func PlaceOf(n ast.Node) Place { return placeOf(tokenOf(n)) }

// tokenOf returns the token that a node begins with: of a mapping without braces, its first key.
func tokenOf(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// Fail adds a fault at a node.
func (r *Reader) Fail(at ast.Node, format string, args ...any) {
	p, width := PlaceOf(at), 1
	if t := tokenOf(at); t != nil {
		width = utf8.RuneCountInString(strings.TrimSpace(t.Origin))
	}
	r.fail(p.Line, p.Column, width, fmt.Sprintf(format, args...))
}

// FailAt adds a fault at the text s that stands at a place.
func (r *Reader) FailAt(p Place, s string, format string, args ...any) {
	r.fail(p.Line, p.Column, utf8.RuneCountInString(s), fmt.Sprintf(format, args...))
}

// maxFaults is how many faults of a file are told.
const maxFaults = 100

func (r *Reader) fail(line, column, width int, reason string) {
	if len(r.faults) == maxFaults {
		reason = fmt.Sprintf("more than %d faults: mend those above first", maxFaults)
	} else if len(r.faults) > maxFaults {
		return
	}
	e := &Error{Path: r.path, Line: line, Column: column, Reason: reason, width: width}
	if line <= len(r.lines) {
		e.line = r.lines[line-1]
	}
	r.faults = append(r.faults, e)
}

// Faults returns how many faults there are so far.
func (r *Reader) Faults() int { return len(r.faults) }

// Err returns the faults, joined in the order of the file; nil for none.
func (r *Reader) Err() error {
	slices.SortStableFunc(r.faults[:min(len(r.faults), maxFaults)], func(a, b *Error) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	all := make([]error, len(r.faults))
	for i, f := range r.faults {
		all[i] = f
	}
	return errors.Join(all...)
}

// Resolve calls read with the node that n stands for: an anchor's value, an alias's target. It fails where that leads
// back to itself.
func (r *Reader) Resolve(n ast.Node, read func(ast.Node)) {
	if r.nodes++; r.nodes > maxNodes {
		if r.nodes == maxNodes+1 {
			r.Fail(n, "the file grows beyond %d parts by its aliases: write it with fewer", maxNodes)
		}
		return
	}
	switch n := n.(type) {
	case *ast.AnchorNode:
		r.follow(n, n.Name.String(), n.Value, read)
	case *ast.AliasNode:
		name := n.Value.String()
		target, ok := r.anchors[name]
		if strings.ContainsAny(name, "\r\n") {
			r.Fail(n, "want the name of an anchor behind *")
			return
		}
		if !ok {
			r.Fail(n, "there is no anchor &%s", name)
			return
		}
		r.follow(n, name, target, read)
	case *ast.TagNode:
		r.Fail(n, "tags have no meaning here: take %s away", n.Start.Value)
	default:
		read(n)
	}
}

// follow reads the value of an anchor, unless it is inside of it already.
func (r *Reader) follow(at ast.Node, anchor string, value ast.Node, read func(ast.Node)) {
	if r.open[anchor] {
		r.Fail(at, "*%s is inside of &%s: a cyclic reference", anchor, anchor)
		return
	}
	r.open[anchor] = true
	r.Resolve(value, read)
	delete(r.open, anchor)
}

// Mapping calls read with the keys and values of a mapping, each key once; want says what is expected.
func (r *Reader) Mapping(n ast.Node, want string, read func(Pair)) {
	seen := make(map[string]bool)
	r.Resolve(n, func(n ast.Node) { r.mapping(n, want, seen, false, read) })
}

// mapping reads the keys of a mapping, then those that it merges and has not.
func (r *Reader) mapping(n ast.Node, want string, seen map[string]bool, merged bool, read func(Pair)) {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		r.Fail(n, "want %s", want)
	}
	var merges []ast.Node
	for _, kv := range pairs {
		if _, ok := kv.Key.(*ast.MergeKeyNode); ok {
			merges = append(merges, kv.Value)
			continue
		}
		name := keyName(kv.Key)
		if seen[name] {
			if !merged {
				r.Fail(kv.Key, "the key %q is there twice", name)
			}
			continue
		}
		seen[name] = true
		read(Pair{name, kv.Key, kv.Value})
	}
	for _, m := range merges {
		r.Resolve(m, func(m ast.Node) {
			if list, ok := m.(*ast.SequenceNode); ok {
				for _, item := range list.Values {
					r.Resolve(item, func(item ast.Node) { r.mapping(item, want, seen, true, read) })
				}
				return
			}
			r.mapping(m, want, seen, true, read)
		})
	}
}

func keyName(key ast.Node) string {
	if s, ok := key.(*ast.StringNode); ok {
		return s.Value
	}
	return key.String()
}

// Sequence calls read with the items of a list; a key without a value is an empty one.
func (r *Reader) Sequence(n ast.Node, want string, read func(ast.Node)) {
	r.Resolve(n, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.SequenceNode:
			for _, item := range n.Values {
				read(item)
			}
		case *ast.NullNode:
		default:
			r.Fail(n, "want %s", want)
		}
	})
}

// Text returns a text that is not empty, without the white space at its ends, and its place; "" for a fault.
func (r *Reader) Text(n ast.Node) (text string, at Place) {
	r.Resolve(n, func(n ast.Node) {
		at = PlaceOf(n)
		switch n := n.(type) {
		case *ast.StringNode:
			text = strings.TrimSpace(n.Value)
		case *ast.LiteralNode:
			text = strings.TrimSpace(n.Value.Value)
		case *ast.NullNode:
		default:
			r.Fail(n, "want a text: put it in quotation marks")
			return
		}
		if text == "" {
			r.Fail(n, "the text is empty")
		}
	})
	return text, at
}

// Bool returns true or false.
func (r *Reader) Bool(n ast.Node) (value bool) {
	r.Resolve(n, func(n ast.Node) {
		b, ok := n.(*ast.BoolNode)
		if !ok {
			r.Fail(n, "want true or false")
			return
		}
		value = b.Value
	})
	return value
}

// UnknownKey adds the fault that a mapping has no such key, with the nearest of those that it has.
func (r *Reader) UnknownKey(p Pair, known []string) {
	r.Fail(p.Key, "unknown key %q: %s", p.Name, Hint(p.Name, known))
}

// Hint says which of the known names is meant, or which there are.
func Hint(name string, known []string) string {
	if near := suggest.Nearest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	if len(known) == 1 {
		return "want " + known[0]
	}
	return "want " + strings.Join(known[:len(known)-1], ", ") + " or " + known[len(known)-1]
}
