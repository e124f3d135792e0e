package names

import (
	"cmp"
	"slices"

	"mtlint/lint"
)

// linker finds the words of the source that the names of a document render, paragraph by paragraph.
type linker struct {
	*inSource
	n          *Names
	costs      map[typeAndWord]int // met so far
	looked     []int               // by type: the paragraphs looked at, at most maxPlaces
	paragraphs []paragraph
	sure       map[string][]typeAndWord // what is surely rendered, by stem of the word
}

// typeAndWord is a type of name and a word of the source.
type typeAndWord struct{ typ, word int32 }

// paragraph is a block of the document and what its names render.
type paragraph struct {
	source lint.Range // blocks of the source
	links  []link     // by type, each once
	taken  []found    // of unspaced text
}

// link is a type and the words of one paragraph that it is the likeliest to render.
type link struct {
	typ      int32
	mentions int
	words    []rendering
	weight   int       // of the stretches of unspaced text
	spaced   rendering // the likeliest of the words that end where their letters do
}

func newLinker(s *inSource, n *Names) *linker {
	l := &linker{inSource: s, n: n, costs: make(map[typeAndWord]int), looked: make([]int, len(n.Types)), sure: make(map[string][]typeAndWord)}
	for i := range n.Types {
		s.complete[i] = n.Types[i].comparable()
	}
	return l
}

// link links all names of a document.
func (l *linker) link(d *lint.Document) {
	sources := lint.SourceBlocks.Of(d)
	for from, block := 0, 0; from < len(l.n.Mentions); block++ {
		to := from
		for to < len(l.n.Mentions) && l.n.Mentions[to].Token < d.Blocks[block].To {
			to++
		}
		if to > from {
			l.linkParagraph(l.n.Mentions[from:to], sources[block])
		}
		from = to
	}
	for typ, all := range l.renderings {
		// What a name surely renders somewhere is not doubted by what it may render elsewhere.
		if slices.ContainsFunc(all, func(r rendering) bool { return r.cost <= surely }) {
			l.renderings[typ] = slices.DeleteFunc(all, func(r rendering) bool { return r.cost > surely })
		}
		for _, r := range l.renderings[typ] {
			if r.cost <= surely {
				stem := l.words[r.word].stem
				l.sure[stem] = append(l.sure[stem], typeAndWord{int32(typ), r.word})
			}
		}
	}
	for i := range l.paragraphs {
		l.eliminate(&l.paragraphs[i])
	}
}

// linkParagraph links the names of a paragraph with words that they sound like.
func (l *linker) linkParagraph(mentions []Mention, source lint.Range) {
	p := paragraph{source: source, links: l.unlinked(mentions)}
	var all []found
	for i := range p.links {
		all = l.look(all, &p, int32(i))
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.cost/alike, b.cost/alike), cmp.Compare(l.weight(b.stretch), l.weight(a.stretch)))
	})
	for _, f := range all {
		l.take(&p, f, stretch.overlaps)
	}
	for _, f := range all {
		if len(p.links[f.link].words) == 0 {
			l.take(&p, f, stretch.holds) // where the one ends and the other begins is not known
		}
	}
	for i := range p.links {
		k := &p.links[i]
		if len(k.words) == 0 && k.spaced.word >= 0 {
			k.words = append(k.words, k.spaced)
		}
		if len(k.words) == 0 {
			l.complete[k.typ] = false
		}
		for _, w := range k.words {
			l.render(k.typ, w)
		}
	}
	l.paragraphs = append(l.paragraphs, p)
}

// maxLinks is the most types of a paragraph that are linked.
const maxLinks = 400

// unlinked returns the types of mentions, without words yet.
func (l *linker) unlinked(mentions []Mention) (links []link) {
	for i := range mentions {
		typ := mentions[i].Type
		if k := slices.IndexFunc(links, func(k link) bool { return k.typ == typ }); k >= 0 {
			links[k].mentions++
			continue
		}
		if typ < 0 || !l.n.Types[typ].comparable() || l.looked[typ] >= maxPlaces {
			continue
		}
		if len(links) == maxLinks {
			l.complete[typ] = false
		} else {
			l.looked[typ]++
			links = append(links, link{typ: typ, mentions: 1, spaced: rendering{-1, maxRendering + 1}})
		}
	}
	return links
}

// found is a stretch of unspaced text that a link of a paragraph may render.
type found struct {
	stretch
	link int32
	cost int
}

// look finds what a type may render: the likeliest word that ends where its letters do, and likelier stretches of unspaced text, which it
// appends to all.
func (l *linker) look(all []found, p *paragraph, i int32) []found {
	k := &p.links[i]
	for b := p.source.From; b < p.source.To; b++ {
		for _, w := range l.blocks[b] {
			if cost := l.cost(k.typ, w); cost < k.spaced.cost {
				k.spaced = rendering{w, cost}
			}
		}
	}
	for b := p.source.From; b < p.source.To; b++ {
		for r, run := range l.unspaced[b] {
			eachRendering(run, l.n.Types[k.typ].Fold, min(k.spaced.cost-1, maxReading), func(from, to, cost int) {
				all = append(all, found{stretch{b, r, from, to}, i, cost})
			})
		}
	}
	return all
}

// weight says which of the stretches that a name sounds like equally it renders: the longest, of several Chinese characters
// before others, for kana may stand beside them to say how they are read.
func (l *linker) weight(s stretch) int {
	if s.len() > 1 && asKatakana(l.unspaced[s.block][s.run][s.from].letter) == 0 {
		return s.len() + maxIdeographs
	}
	return s.len()
}

// take links a type with a stretch, unless that is in the way of another or the type has as many stretches as mentions, or
// better ones.
func (l *linker) take(p *paragraph, f found, inTheWay func(taken, s stretch) bool) {
	k := &p.links[f.link]
	if k.mentions == 0 || slices.ContainsFunc(p.taken, func(t found) bool { return inTheWay(t.stretch, f.stretch) }) {
		return
	}
	if len(k.words) > 0 && (k.words[0].cost/alike < f.cost/alike || k.weight > l.weight(f.stretch)) {
		return
	}
	k.weight = l.weight(f.stretch)
	k.mentions--
	p.taken = append(p.taken, f)
	text := textOf(l.unspaced[f.block][f.run][f.from:f.to])
	if w := (rendering{l.intern(text), f.cost}); !slices.Contains(k.words, w) {
		k.words = append(k.words, w)
	}
}

// cost returns how far a type is from a word.
func (l *linker) cost(typ, word int32) int {
	key := typeAndWord{typ, word}
	cost, known := l.costs[key]
	if !known {
		cost = l.words[word].cost(l.n.Types[typ].Fold)
		l.costs[key] = cost
	}
	return cost
}

// render notes what a type renders.
func (l *linker) render(typ int32, r rendering) {
	if !slices.Contains(l.renderings[typ], r) {
		l.renderings[typ] = append(l.renderings[typ], r)
	}
}

const (
	maxReading = 20 // the most distance of a name and the unspaced text that it renders, in hundredths for a letter
	alike      = 4  // stretches whose distances differ by less may be as likely
	surely     = 12 // the most of names that surely render a word
)
