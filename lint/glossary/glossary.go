// Package glossary reads and writes names files: what a house has settled about the spelling of names.
//
//	names.yaml ─ Read → File ─┬─ Layer → lint.Glossary, which a document carries to the rules
//	                          └─ Update → the text with new proposals
//
// A file that cannot be read is refused with the place and the reason, and is never written over.
package glossary

import (
	"slices"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
	"mtlint/lint/yamlfile"
)

// File is one names file.
type File struct {
	Path  string
	Names []Name
	Not   [][2]string // names that are alike and two

	Text   string // as it was read
	New    bool   // there is no such file yet
	layout layout
}

// Name is one entry of a names file.
type Name struct {
	Name     string   // the spelling to write
	Proposed bool     // by the program; it binds nobody until a person accepts it
	Also     []string // spellings that are right, too
	Variants []string // spellings that are wrong
	Source   string   // the name in the language of the source; for people
	Note     string   // for people
	Seen     string   // how often the spellings were seen; for people
	Example  string   // a place where the name was seen; for people
}

// maxSize is the size in bytes of the largest names file.
const maxSize = 64 << 20

// Read reads a names file. Its faults are errors of type *yamlfile.Error, joined.
func Read(path string) (*File, error) {
	text, err := yamlfile.Read(path, maxSize)
	if err != nil {
		return nil, err
	}
	return Parse(path, text)
}

// Write puts text in place of what the file holds. A file that is new is made.
func (f *File) Write(text string) error {
	switch {
	case f.New:
		return atomicfile.Make(f.Path, text)
	case text == f.Text:
		return nil
	}
	return atomicfile.Rewrite(f.Path, f.Text, text)
}

// Layer puts files one over the other, the first at the bottom, and returns what is settled: an entry replaces those below
// of the same name, and what it says of a spelling takes the place of what they say. Proposals settle nothing.
func Layer(files ...*File) *lint.Glossary {
	g := new(lint.Glossary)
	for _, f := range files {
		own := spellingsOf(f)
		var kept []lint.GlossaryName
		for _, n := range g.Names {
			if own[n.Name] {
				continue
			}
			isOwn := func(s string) bool { return own[s] }
			n.Also, n.Variants = slices.DeleteFunc(n.Also, isOwn), slices.DeleteFunc(n.Variants, isOwn)
			kept = append(kept, n)
		}
		for _, n := range f.Names {
			if !n.Proposed {
				kept = append(kept, lint.GlossaryName{Name: n.Name, Also: slices.Clone(n.Also), Variants: slices.Clone(n.Variants)})
			}
		}
		g.Names = kept
		g.Not = append(g.Not, f.Not...)
	}
	return g
}

// spellingsOf returns the spellings that the accepted entries of a file say something of.
func spellingsOf(f *File) map[string]bool {
	set := make(map[string]bool)
	for _, n := range f.Names {
		if !n.Proposed {
			for _, s := range n.spellings() {
				set[s] = true
			}
		}
	}
	return set
}

// spellings returns all spellings of an entry.
func (n *Name) spellings() []string { return slices.Concat([]string{n.Name}, n.Also, n.Variants) }

// Open returns of some proposals what the files leave open: no spelling that they have settled, no pair that they keep
// apart.
func Open(proposals []Name, files ...*File) []Name {
	settled := make(map[string]bool)
	apart := make(map[[2]string]bool)
	for _, f := range files {
		for s := range spellingsOf(f) {
			settled[s] = true
		}
		for _, pair := range f.Not {
			apart[pair], apart[[2]string{pair[1], pair[0]}] = true, true
		}
	}
	var open []Name
	for _, p := range proposals {
		p.Variants = slices.DeleteFunc(slices.Clone(p.Variants), func(v string) bool { return settled[v] || apart[[2]string{p.Name, v}] })
		if len(p.Variants) > 0 {
			open = append(open, p)
		}
	}
	return open
}
