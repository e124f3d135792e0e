package consistency

import (
	"math/bits"
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// family is words that are one word in several spellings, each with any of the same endings.
type family struct {
	spellings, endings []string // an ending may have a hyphen before it
}

// word returns the spelling with the ending.
func (f *family) word(spelling, ending int) string {
	return f.spellings[spelling] + strings.TrimPrefix(f.endings[ending], "-")
}

// variants looks words up in families by their hash: open addressing, no deletion.
type variants struct {
	families []family
	sieve    lexicon.Sieve
	slots    []variantSlot
}

type variantSlot struct {
	hash             uint64
	family           int32 // 1 + its index; 0 is empty
	spelling, ending int8
}

func newVariants(families []family) *variants {
	n := 0
	for _, f := range families {
		n += len(f.spellings) * len(f.endings)
	}
	v := &variants{families, lexicon.NewSieve(n), make([]variantSlot, 1<<bits.Len(uint(2*n)))}
	var word []byte
	for i := range families {
		for k, s := range families[i].spellings {
			word = append(word[:0], lint.Fold(s)...)
			for e, ending := range families[i].endings {
				hash := lint.Hash(append(word, strings.TrimPrefix(ending, "-")...))
				*v.at(hash) = variantSlot{hash, int32(i) + 1, int8(k), int8(e)}
				v.sieve.Add(hash)
			}
		}
	}
	return v
}

// at returns the slot of a hash, or the empty one where it would go.
func (v *variants) at(hash uint64) *variantSlot {
	mask := uint64(len(v.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &v.slots[i]; s.family == 0 || s.hash == hash {
			return s
		}
	}
}

// hashOf returns the hash of a word form, of a possessive that of the word without its ending.
func hashOf(f *lint.Form) uint64 {
	if isPossessive(f.Fold) {
		return lint.Hash(f.Fold[:len(f.Fold)-2])
	}
	return f.Hash
}

// isPossessive reports whether a word form ends in 's.
func isPossessive(fold string) bool {
	n := len(fold) - 2
	return n > 2 && fold[n] == '\'' && fold[n+1] == 's'
}

// found is a word form of a document that a family has.
type found struct {
	form lint.FormID
	*variantSlot
}

// mixed returns the word forms in lower case that belong to families of which the document has two spellings.
func (v *variants) mixed(d *lint.Document) []found {
	var all []found
	forms := d.Forms
	for i := range forms {
		f := &forms[i]
		if f.Lower == 0 {
			continue
		}
		hash := f.Hash
		if isPossessive(f.Fold) {
			hash = hashOf(f)
		}
		if !v.sieve.MayHave(hash) {
			continue // most words
		}
		if s := v.at(hash); s.family != 0 {
			all = append(all, found{lint.FormID(i), s})
		}
	}
	if len(all) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool {
		return !slices.ContainsFunc(all, func(g found) bool { return g.family == f.family && g.spelling != f.spelling })
	})
}

// reportVariants reports the rarer spellings of every family of which the document has two, in lower case; counts says
// which of them.
func (v *variants) reportVariants(p *lint.Pass, counts func(i int) bool) {
	mixed := v.mixed(p.Document)
	if len(mixed) == 0 {
		return
	}
	slots := make(map[lint.FormID]*variantSlot)
	mentions := make(map[int32][]mention)
	for _, f := range mixed {
		slots[f.form] = f.variantSlot
		for _, k := range p.Places(f.form) {
			if i := int(k); p.Tokens[i].Case == lint.Lower && counts(i) {
				mentions[f.family] = append(mentions[f.family], mention{lint.Range{From: i, To: i + 1}, int(f.spelling)})
			}
		}
	}
	for family, all := range mentions {
		slices.SortFunc(all, inOrder)
		report(p, all, usualOf(all), 0, func(m mention, usual int) string {
			i := m.tokens.From
			s, f := slots[p.Tokens[i].Form], &v.families[family-1]
			return withEnding(p.TokenText(i), f.word(int(s.spelling), int(s.ending)), f.word(usual, int(s.ending)))
		})
	}
}

// withEnding returns the word with what found has behind its spelling: a possessive ending.
func withEnding(found, spelling, word string) string {
	if len(found) > len(spelling) {
		return word + found[len(spelling):]
	}
	return word
}
