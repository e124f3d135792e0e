package lint

import "sync"

// Glossary is what a house has settled about the spelling of names. A Document carries it to the rules.
type Glossary struct {
	Names []GlossaryName
	Not   [][2]string // names that are alike and two: Vladimir, Volodymyr

	once  sync.Once
	index any
}

// GlossaryName is one name of a glossary.
type GlossaryName struct {
	Name     string   // the spelling to write
	Also     []string // spellings that are right, too
	Variants []string // spellings that are wrong
}

// Index returns what build makes of the glossary. It is made on the first call and kept: a run asks for it once a document.
func (g *Glossary) Index(build func(*Glossary) any) any {
	g.once.Do(func() { g.index = build(g) })
	return g.index
}
