package names

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"mtlint/lint"
)

// Listed is one name of a corpus with all that it is written as.
type Listed struct {
	Name      string // the spelling to write: the settled one, else the most frequent of the likeliest
	Count     int
	Spellings []Spelling // Name first, then the most frequent
}

// Spelling is one way in which a name is written.
type Spelling struct {
	Text    string
	Count   int
	Variant bool    // the rules on names take it for another spelling of the name
	Places  []Place // the first of them, at most MaxPlaces
	Example string  // PATH:LINE: and the text around a place where it was seen beside another spelling; else ""
}

// Place is where a name stands.
type Place struct {
	Path                 string
	Offset, Line, Column int
}

// MaxPlaces is the most places that a Spelling lists.
const MaxPlaces = 10

// Lists is the names of the documents of a corpus.
var Lists = lint.NewCorpusFact("lists of names", listDocument, func() *listGatherer { return new(listGatherer) })

// listGatherer keeps the lists of the documents, in the order of the corpus.
type listGatherer struct{ lists []packedList }

// Add implements lint.Gatherer.
func (g *listGatherer) Add(_ string, list packedList) { g.lists = append(g.lists, list) }

// Remove implements lint.Gatherer.
func (g *listGatherer) Remove(path string) {
	g.lists = slices.DeleteFunc(g.lists, func(l packedList) bool { return l.path == path })
}

// Names returns the names of the corpus: those with variants first, then the most frequent first.
func (g *listGatherer) Names() []Listed { return mergeLists(g.lists) }

// docList is the names of one document.
type docList struct {
	rows  []listRow
	links [][2]string // keys of rows that are one name
}

// listRow is the mentions of one document that have one key: a name without what transliterations leave out at will.
type listRow struct {
	key       string
	spellings []listSpelling
}

type listSpelling struct {
	Spelling
	start bool // its article has its capital from the place
	right bool // it is settled
}

// lister gathers the names of one document.
type lister struct {
	d    *lint.Document
	n    *Names
	runs []run
	rows map[string]*listRow
	list docList
}

func listDocument(d *lint.Document) packedList {
	l := &lister{d: d, n: Mentions.Of(d), runs: slices.Clone(runs.Of(d)), rows: make(map[string]*listRow)}
	l.linkVariants()
	l.linkAliases()
	found := drifts.Of(d)
	l.linkDrifts(found)
	l.add(found)
	return l.list.pack(d.File.Path)
}

// linkVariants links names that differ in a word which names/variant takes for another spelling. Where no two such names
// are there, as Pavel Sasover and Sessover are none, the words themselves become names.
func (l *lister) linkVariants() {
	keys := make(map[string]bool)
	byType := make(map[int32][]run) // by the types of their words
	for _, r := range l.runs {
		keys[r.key] = true
		for i := r.from; i < r.to; i++ {
			t := l.n.Mentions[i].Type
			byType[t] = append(byType[t], r)
		}
	}
	for _, v := range allVariants.Of(l.d) {
		if v.score < nearScore {
			continue
		}
		wrong := l.n.Mentions[v.typ.Mentions[0]].Type
		linked := false
		for _, r := range byType[wrong] {
			if other := l.n.key(r, map[int32]string{wrong: v.of.Fold}); other != r.key && keys[other] {
				l.link(r.key, other)
				linked = true
			}
		}
		if !linked {
			article := l.allHave(v.typ) && l.allHave(v.of)
			l.link(l.addWord(v.typ, article), l.addWord(v.of, article))
		}
	}
}

func (l *lister) link(a, b string) { l.list.links = append(l.list.links, [2]string{a, b}) }

// allHave reports whether all mentions of a type have the Arabic article.
func (l *lister) allHave(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool { return l.n.Mentions[i].Article == 0 })
}

// addWord makes a name of a type by itself, unless it is one, and returns its key.
func (l *lister) addWord(t *Type, article bool) string {
	key := t.Fold
	if article {
		key = articleKey + key
	}
	if slices.ContainsFunc(l.runs, func(r run) bool { return r.key == key }) {
		return key
	}
	for _, i := range t.Mentions {
		r := run{Span: l.n.Mentions[i].Span, from: i, to: i + 1, key: key}
		if article {
			r.Start -= l.n.Mentions[i].Article
		}
		l.runs = append(l.runs, r)
	}
	return key
}

// joins reports whether two names of so many words that differ in an alias are one: a given name by itself is no one's, and
// an exonym is not sure enough.
func (a alias) joins(words int) bool {
	return a.kind == nameAlias || a.kind == placeAlias || a.kind == stateAlias || a.kind == givenAlias && words > 1
}

// linkAliases links names that differ in words which the table of aliases has as one.
func (l *lister) linkAliases() {
	first := make(map[string]string)
	for _, r := range l.runs {
		same := make(map[int32]string)
		for i := r.from; i < r.to; i++ {
			t := &l.n.Types[l.n.Mentions[i].Type]
			if a, ok := t.alias(); ok && a.joins(int(r.to-r.from)) {
				same[l.n.Mentions[i].Type] = string(rune(a.group + unicode.MaxLatin1))
			}
		}
		if len(same) == 0 {
			continue
		}
		k := l.n.key(r, same)
		if first[k] == "" {
			first[k] = r.key
		} else if first[k] != r.key {
			l.link(first[k], r.key)
		}
	}
}

// linkDrifts links names that are written in two styles, as Lee Hak-joo and Hak-joo Lee.
func (l *lister) linkDrifts(found []drift) {
	keyAt := make(map[lint.Span]string, len(l.runs))
	for _, r := range l.runs {
		keyAt[r.Span] = r.key
	}
	for _, f := range found {
		if a, b := keyAt[f.at], keyAt[f.usual]; a != "" && b != "" && a != b {
			l.link(a, b)
		}
	}
}

// add makes the rows.
func (l *lister) add(found []drift) {
	linked := make(map[string]bool)
	for _, pair := range l.list.links {
		linked[pair[0]], linked[pair[1]] = true, true
	}
	s := settledOf(l.d)
	for _, r := range l.runs {
		row := l.rows[r.key]
		if row == nil {
			row = &listRow{key: r.key}
			l.rows[r.key] = row
		}
		text := l.d.Slice(r.Span)
		variant := slices.ContainsFunc(found, func(f drift) bool { return r.Start <= f.at.Start && f.at.End <= r.End })
		sp := row.spelling(text, l.n.Mentions[r.from].At != inner && isUpper(text) && l.n.Mentions[r.from].Article > 0)
		sp.Variant, sp.right = sp.Variant || variant, s.isRight(text)
		l.note(sp, r.Span, variant || linked[r.key])
	}
	for _, key := range slices.Sorted(maps.Keys(l.rows)) {
		l.list.rows = append(l.list.rows, *l.rows[key])
	}
}

// spelling returns the spelling of the row, made when it is new.
func (row *listRow) spelling(text string, start bool) *listSpelling {
	for i := range row.spellings {
		if sp := &row.spellings[i]; sp.Text == text && sp.start == start {
			return sp
		}
	}
	row.spellings = append(row.spellings, listSpelling{Spelling: Spelling{Text: strings.Clone(text)}, start: start})
	return &row.spellings[len(row.spellings)-1]
}

// note counts a place of a spelling.
func (l *lister) note(sp *listSpelling, at lint.Span, example bool) {
	sp.Count++
	if len(sp.Places) < MaxPlaces {
		p := l.d.Position(at.Start)
		sp.Places = append(sp.Places, Place{l.d.File.Path, p.Offset, p.Line, p.Column})
	}
	if example && sp.Example == "" {
		loc := l.d.Locate(at)
		sp.Example = fmt.Sprintf("%s:%d: %s", loc.Path, loc.Start.Line, strings.Join(strings.Fields(loc.Before+loc.Text+loc.After), " "))
	}
}

// HasVariants reports whether the name is written in a way that the rules take for a variant.
func (l *Listed) HasVariants() bool {
	return slices.ContainsFunc(l.Spellings, func(s Spelling) bool { return s.Variant })
}
