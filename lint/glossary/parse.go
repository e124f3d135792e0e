package glossary

import (
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"mtlint/lint/yamlfile"
)

// layout is where a file has its entries, in lines from 0.
type layout struct {
	names   int   // the line of the key names; -1 without one
	entries []int // the first line of every entry
	indent  int   // of the entries
	end     int   // the line behind the list
	flow    bool  // the list is in brackets, or the whole file is in braces
}

// Parse reads the text of a names file. Its faults are errors of type *yamlfile.Error, joined in the order of the text.
func Parse(path, text string) (*File, error) {
	r, root := yamlfile.Parse(path, text)
	p := &fileParser{Reader: r, file: &File{Path: path, Text: text, layout: layout{names: -1}}}
	if root != nil {
		p.root(root)
	}
	if p.Faults() == 0 {
		p.contradictions()
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	p.measure()
	return p.file, nil
}

// fileParser makes a File of a syntax tree.
type fileParser struct {
	*yamlfile.Reader
	file   *File
	keys   []yamlfile.Pair
	list   *ast.SequenceNode
	places []map[string]yamlfile.Place // of each entry, its spellings
	pairs  []ast.Node
}

// root reads the whole file.
func (p *fileParser) root(n ast.Node) {
	if m, ok := n.(*ast.MappingNode); ok {
		p.file.layout.flow = m.IsFlowStyle
	}
	p.Mapping(n, "a file with the keys names and not", func(kv yamlfile.Pair) {
		p.keys = append(p.keys, kv)
		switch kv.Name {
		case "names":
			p.file.layout.names = yamlfile.PlaceOf(kv.Key).Line - 1
			p.names(kv.Value)
		case "not":
			p.Sequence(kv.Value, "a list of pairs: [Vladimir, Volodymyr]", p.pair)
		default:
			p.UnknownKey(kv, []string{"names", "not"})
		}
	})
}

func (p *fileParser) names(n ast.Node) {
	p.list, _ = n.(*ast.SequenceNode)
	p.Sequence(n, "a list of entries, each with a name", p.entry)
}

// entryKeys are the keys of an entry.
var entryKeys = []string{"name", "also", "variants", "proposed", "source", "note", "seen", "example"}

// entry reads one name.
func (p *fileParser) entry(n ast.Node) {
	var e Name
	before, places := p.Faults(), make(map[string]yamlfile.Place)
	spelling := func(n ast.Node) string {
		s, at := p.Text(n)
		if s != "" && !strings.ContainsFunc(s, unicode.IsLetter) {
			p.Fail(n, "%q has no letter", s)
		}
		if _, twice := places[s]; twice && s != "" {
			p.Fail(n, "%q is in this entry twice", s)
		}
		places[s] = at
		return s
	}
	spellings := func(n ast.Node) (out []string) {
		p.Sequence(n, "a list of spellings", func(n ast.Node) { out = append(out, spelling(n)) })
		return out
	}
	text := func(n ast.Node) string {
		s, _ := p.Text(n)
		return s
	}
	p.Mapping(n, "an entry with a name: - name: Sasover", func(kv yamlfile.Pair) {
		switch kv.Name {
		case "name":
			e.Name = spelling(kv.Value)
		case "also":
			e.Also = spellings(kv.Value)
		case "variants":
			e.Variants = spellings(kv.Value)
		case "proposed":
			e.Proposed = p.Bool(kv.Value)
		case "source":
			e.Source = text(kv.Value)
		case "note":
			e.Note = text(kv.Value)
		case "seen":
			e.Seen = text(kv.Value)
		case "example":
			e.Example = text(kv.Value)
		default:
			p.UnknownKey(kv, entryKeys)
		}
	})
	if e.Name == "" && p.Faults() == before {
		p.Fail(n, "the entry has no name")
	}
	p.file.Names = append(p.file.Names, e)
	p.places = append(p.places, places)
}

// pair reads two names that are not one.
func (p *fileParser) pair(n ast.Node) {
	var names []string
	p.Sequence(n, "a pair: [Vladimir, Volodymyr]", func(n ast.Node) {
		s, _ := p.Text(n)
		names = append(names, s)
	})
	if len(names) != 2 {
		p.Fail(n, "want a pair of two names, not %d", len(names))
		return
	}
	pair := [2]string{names[0], names[1]}
	if pair[0] == pair[1] && pair[0] != "" {
		p.Fail(n, "the two names are the same")
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
				p.FailAt(p.places[i][s], s, "%q is already in the entry %q, line %d", s, p.file.Names[k-1].Name, p.places[k-1][s].Line)
			}
			owner[s] = i + 1
		}
	}
	for i, pair := range p.file.Not {
		if a, b := owner[pair[0]], owner[pair[1]]; a > 0 && a == b {
			p.Fail(p.pairs[i], "%q and %q are spellings of one entry, %q", pair[0], pair[1], p.file.Names[a-1].Name)
		}
	}
}

// measure notes where the entries are.
func (p *fileParser) measure() {
	l := &p.file.layout
	l.end = strings.Count(p.file.Text, "\n") + 1
	for _, kv := range p.keys {
		if line := yamlfile.PlaceOf(kv.Key).Line - 1; line > l.names && line < l.end {
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
