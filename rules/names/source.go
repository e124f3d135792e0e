package names

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// inSource is what the names of a document stand for in the text that it was translated from.
type inSource struct {
	*sourceWords
	renderings [][]rendering // by type: what its mentions are the likeliest to render
	complete   []bool        // by type: every mention has a rendering
}

// rendering is a word of the source that a name stands for.
type rendering struct {
	word int32 // index into sourceWords.words
	cost int   // how far the name is from it, in hundredths of a letter for a letter
}

// sourceNames is what the names of a document stand for in its source; nil without a source.
var sourceNames = lint.NewFact("names in the source", func(d *lint.Document) *inSource {
	if d.Source == nil {
		return nil
	}
	n := Mentions.Of(d)
	s := &inSource{readSource(d.Source), make([][]rendering, len(n.Types)), make([]bool, len(n.Types))}
	newLinker(s, n).link(d)
	return s
})

// maxRendering is the most distance of a name and a word that it renders, in hundredths of a letter for a letter.
const maxRendering = 30

// maxProved is the most distance of two names that render one word, in hundredths for a letter of the longer.
const maxProved = 60

// verdict says what the source makes of two names.
type verdict struct {
	kind   verdictKind
	word   string  // that both render
	points float64 // for their being one
	spared float64 // the share of what their spelling takes away that is given back
}

type verdictKind uint8

const (
	silent  verdictKind = iota
	proved              // they render one word
	related             // they render what may be two cases of one word
	refuted             // they render two words
)

const (
	sparedShare   = 0.5 // of names that both sound like the word
	provedPoints  = 4.5 // less a tenth for each hundredth that the names are away from the word
	refutedPoints = -3
)

// compare returns the verdict on two types, indexes into Names.Types.
func (s *inSource) compare(a, b int32) (v verdict) {
	if s == nil || len(s.renderings[a]) == 0 || len(s.renderings[b]) == 0 {
		return v
	}
	for _, x := range s.renderings[a] {
		for _, y := range s.renderings[b] {
			kind := s.relation(x.word, y.word)
			if kind == silent || v.kind == proved && kind == related {
				continue
			}
			if p := provedPoints - float64(x.cost+y.cost)/10; v.kind != kind || p > v.points {
				v = verdict{kind, s.words[x.word].text, p, 0}
				if kind == proved && max(x.cost, y.cost) <= eliminated {
					v.spared = sparedShare
				}
			}
		}
	}
	if v.kind == silent && s.complete[a] && s.complete[b] && !s.overlap(a, b) {
		return verdict{refuted, "", refutedPoints, 0}
	}
	return v
}

// relation returns what two words that names render make of the names. One Chinese character alone is as good as silent:
// two people may have it for a surname.
func (s *inSource) relation(x, y int32) verdictKind {
	w := &s.words[x]
	switch {
	case x == y && !(w.script == han && utf8.RuneCountInString(w.text) == 1):
		return proved
	case x != y && s.isOne(x, y):
		return related
	}
	return silent
}

// overlap reports whether two types render words of an unspaced text one of which holds the other: where the one begins
// and ends is not known.
func (s *inSource) overlap(a, b int32) bool {
	for _, x := range s.renderings[a] {
		for _, y := range s.renderings[b] {
			v, w := &s.words[x.word], &s.words[y.word]
			if v.script == han && w.script == han && (strings.Contains(v.text, w.text) || strings.Contains(w.text, v.text)) {
				return true
			}
		}
	}
	return false
}

// isTwo is areTwo for two names with a verdict; cost is their distance. What their endings say counts for less where both
// render one word.
func (v verdict) isTwo(n *Names, d *lint.Document, a, b *Type, cost int) bool {
	switch {
	case v.kind == proved && (cost <= doubleCost || !a.Entry.Known() || !b.Entry.Known()):
		return areTwoWords(a, b, cost) || standTogether(n, d, a, b) || n.isSplit(a, b) || n.isSplit(b, a)
	case v.kind == related && (isWoman(a.Fold, b.Fold) || isWoman(b.Fold, a.Fold)):
		return true
	}
	return areTwo(n, d, a, b)
}

// areTwoWords reports whether two types are two words by their spelling alone: listed ones, a name and the same with a word
// joined on (Showa, Showa-era), a name and its plural.
func areTwoWords(a, b *Type, cost int) bool {
	return a.Entry.Word() && b.Entry.Word() || areKnown(a.Fold, b.Fold) ||
		isWithWord(a.Name, b.Name) || isWithWord(b.Name, a.Name) || cost > doubleCost && isPlural(a.Fold, b.Fold)
}

// isOfTwo reports whether what stands beside two names tells that two people share the word of the source: the given name
// of Sergei Lavrov and Serhiy Kyslytsya, or by its cases the names of Alexander Petrov and Alexandra Petrova.
func (v verdict) isOfTwo(n *Names, a, b *Type, c context) bool {
	switch {
	case c.prev == same || c.next == same || c.title != lint.NoForm:
		return false
	case v.kind == related && c.differs():
		return strings.HasSuffix(a.Fold, "a") != strings.HasSuffix(b.Fold, "a")
	}
	return v.isOne() && c.next == different && a.isGiven() && b.isGiven() && !n.precedeOne(a, b)
}

// isGiven reports whether the type is a listed name, or a given name of the table of names/alias.
func (t *Type) isGiven() bool {
	a, ok := t.alias()
	return t.Entry.Name() || ok && a.kind == givenAlias
}

// precedeOne reports whether two names that the source makes one of stand right behind the types somewhere: Bar Natan,
// Barr Nathan.
func (n *Names) precedeOne(a, b *Type) bool {
	source := sourceNames.Of(n.doc)
	for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
		for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
			if x, y := n.Mentions[i].Next, n.Mentions[j].Next; x >= 0 && y >= 0 && source.compare(x, y).isOne() {
				return true
			}
		}
	}
	return false
}

// isWithWord reports whether the first name is the second with a common English word joined on by a hyphen, as Showa-era
// is.
func isWithWord(long, short string) bool {
	joined, ok := strings.CutSuffix(long, "-"+short)
	if !ok {
		joined, ok = strings.CutPrefix(long, short+"-")
	}
	return ok && isCommon(lexicon.Lookup(joined))
}

// isPlural reports whether one of two names is the other and an s.
func isPlural(a, b string) bool { return a == b+"s" || b == a+"s" }

// isWoman reports whether by their endings the first name may be a woman's and the second a man's, as Evgenia and
// Yevgeny.
func isWoman(a, b string) bool {
	return (strings.HasSuffix(a, "ia") || strings.HasSuffix(a, "ya")) && !strings.HasSuffix(b, "a")
}

// isOne reports whether the source makes one name of two types, however unlike their spellings are.
func (v verdict) isOne() bool { return v.kind == proved || v.kind == related }

// add adds the pairs of types that the source makes one name of.
func (s *inSource) add(n *Names, pairs []pair) []pair {
	if s == nil {
		return pairs
	}
	known := make(map[[2]int32]bool, len(pairs))
	for _, p := range pairs {
		known[[2]int32{min(p.a, p.b), max(p.a, p.b)}] = true
	}
	byStem := make(map[string][]int32) // types
	for i, all := range s.renderings {
		for _, r := range all {
			stem := s.words[r.word].stem
			for _, j := range byStem[stem] {
				key := [2]int32{j, int32(i)}
				if j == int32(i) || known[key] || !s.compare(j, int32(i)).isOne() {
					continue
				}
				known[key] = true
				a, b := n.Types[j].Fold, n.Types[i].Fold
				limit := maxProved * max(len(a), len(b))
				if cost := distance(a, b, limit); cost <= limit {
					pairs = append(pairs, pair{j, int32(i), cost})
				}
			}
			if l := byStem[stem]; len(l) == 0 || l[len(l)-1] != int32(i) {
				byStem[stem] = append(l, int32(i))
			}
		}
	}
	return pairs
}
