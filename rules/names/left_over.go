package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	maxEliminated = 30 // the most distance of two names that render a word one of which does not sound like it
	maxPartly     = 50 // the same where that sounds like a part of it
	minSounding   = 3  // letters of the part
	eliminated    = 20 // what counts as the distance of that one and the word
)

// leftOver is a word that no name of a paragraph is linked with, and a type that surely renders it elsewhere.
type leftOver struct {
	at    stretch // of a word that is no part of unspaced text its number in the block
	owner int32   // the link with a part of it, -1 for none
	word  int32
	known int32
	ends  [2]*ideograph // the first and the last letter of unspaced text
}

// soundsPartly reports whether a name begins as the first letter of the word sounds, or ends as its last one. Two names that
// are joined by a hyphen do so for another reason.
func (o *leftOver) soundsPartly(name string) bool {
	if o.ends[0] == nil || strings.ContainsFunc(name, isHyphen) {
		return false
	}
	return slices.ContainsFunc(o.ends[0].sounds, func(s sound) bool { return len(s.text) >= minSounding && strings.HasPrefix(name, s.text) }) ||
		slices.ContainsFunc(o.ends[1].sounds, func(s sound) bool { return len(s.text) >= minSounding && strings.HasSuffix(name, s.text) })
}

// guess is a left-over word for a link, and how far its name is from that which renders the word elsewhere.
type guess struct {
	leftOver
	link int32
	cost int
}

// eliminate links names of a paragraph that sound like none of its words with words that are left over, where these are
// known from names that are spelt alike: each with one, and each word with one.
func (l *linker) eliminate(p *paragraph) {
	var all []guess
	for _, o := range append(l.leftWords(p), l.leftUnspaced(p)...) {
		for i := range p.links {
			if !l.mayRender(&p.links[i], o, o.owner == int32(i)) {
				continue
			}
			name, other := l.n.Types[p.links[i].typ].Fold, l.n.Types[o.known].Fold
			longer := max(len(name), len(other))
			limit := maxEliminated * longer
			if o.soundsPartly(l.n.Types[p.links[i].typ].Name) {
				limit = maxPartly * longer
			}
			if cost := distance(name, other, limit); cost <= limit {
				all = append(all, guess{o, int32(i), cost / longer})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Compare(a.cost, b.cost) })
	linked, used := make(map[int32]bool), make(map[stretch]bool)
	for _, g := range all {
		if !linked[g.link] && !used[g.at] {
			linked[g.link], used[g.at] = true, true
			l.render(p.links[g.link].typ, rendering{g.word, eliminated})
		}
	}
}

// mayRender reports whether a link may be with a left-over word; it may own a part of it.
func (l *linker) mayRender(k *link, o leftOver, isOwner bool) bool {
	switch {
	case k.typ == o.known, l.n.Types[k.typ].Entry.Word(), o.owner >= 0 && !isOwner:
		return false
	case len(k.words) == 0 || k.words[0].cost > surely:
		return true
	}
	own, word := l.words[k.words[0].word].text, l.words[o.word].text
	return isOwner && len(own) < len(word) && strings.Contains(word, own)
}

// leftWords returns the words left over that are no part of unspaced text.
func (l *linker) leftWords(p *paragraph) (all []leftOver) {
	linked := make(map[string][]int32) // words, by stem
	for i := range p.links {
		for _, r := range p.links[i].words {
			stem := l.words[r.word].stem
			linked[stem] = append(linked[stem], r.word)
		}
	}
	for b := p.source.From; b < p.source.To; b++ {
		for i, word := range l.blocks[b] {
			stem := l.words[word].stem
			isSame := func(o int32) bool { return o == word || l.isOne(o, word) }
			if len(l.sure[stem]) == 0 || slices.ContainsFunc(linked[stem], isSame) {
				continue
			}
			for _, k := range l.sure[stem] {
				if isSame(k.word) {
					all = append(all, leftOver{at: stretch{block: b, from: i}, owner: -1, word: word, known: k.typ})
				}
			}
		}
	}
	return all
}

// leftUnspaced returns the words of unspaced text that are left over, and those of which a part alone is linked.
func (l *linker) leftUnspaced(p *paragraph) (all []leftOver) {
	for b := p.source.From; b < p.source.To; b++ {
		for r, run := range l.unspaced[b] {
			for from, i := range run {
				for _, k := range l.sure[string(i.letter)] {
					text := l.words[k.word].text
					s := stretch{b, r, from, from + utf8.RuneCountInString(text)}
					if s.len() < 2 || s.to > len(run) || textOf(run[s.from:s.to]) != text {
						continue
					}
					if owner, ok := p.owner(s); ok {
						all = append(all, leftOver{s, owner, k.word, k.typ, [2]*ideograph{run[s.from], run[s.to-1]}})
					}
				}
			}
		}
	}
	return all
}

// owner returns the link with a stretch or a part of it, -1 for none; ok is false where there are several.
func (p *paragraph) owner(s stretch) (owner int32, ok bool) {
	owner = -1
	for _, t := range p.taken {
		if t.overlaps(s) {
			if owner >= 0 && owner != t.link {
				return owner, false
			}
			owner = t.link
		}
	}
	return owner, true
}
