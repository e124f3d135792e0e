package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
)

// twoWords is the two words of a name that is one word elsewhere.
type twoWords struct {
	typ   int32 // of the name in one word
	part  int32 // of the first of the two, of the second behind a particle; -1 behind an article
	first firstPart
}

// split finds names in two words that are one word elsewhere, or joined by a hyphen.
func (s *styles) split() {
	counts := make(map[twoWords][]int32)
	var order []twoWords
	for i := range s.n.Mentions {
		w, ok := s.inOneElsewhere(i)
		if !ok {
			continue
		}
		if counts[w] == nil {
			order = append(order, w)
		}
		counts[w] = append(counts[w], int32(i))
	}
	for _, w := range order {
		s.joined(&s.n.Types[w.typ], counts[w], w.first)
	}
}

// inOneElsewhere returns the two words that end with mention i, if they are one word elsewhere: al Hilal, al-Hilal; Di Caprio,
// Dicaprio; Jean Claude, Jean-Claude.
func (s *styles) inOneElsewhere(i int) (w twoWords, ok bool) {
	m := &s.n.Mentions[i]
	switch {
	case m.Article > 0:
		return w, false
	case m.Particle != lint.NoForm && s.d.Tokens[m.Token-1].Form == m.Particle:
		if articles[s.d.Forms[m.Particle].Fold] {
			return twoWords{m.Type, -1, articlePart}, s.n.hasArticle(&s.n.Types[m.Type])
		}
		joined, ok := s.withParticle(m)
		return twoWords{joined, m.Type, particlePart}, ok
	case m.Prev >= 0 && s.n.Mentions[i-1].Token == m.Token-1:
		joined, ok := s.withName(m)
		return twoWords{joined, m.Prev, namePart}, ok
	}
	return w, false
}

// withParticle returns the type that a mention and the particle before it are in one word: neither DiCaprio nor, as in de la
// Tour, Latour. A hyphen between them is a matter of style: Abu-Akla.
func (s *styles) withParticle(m *Mention) (typ int32, ok bool) {
	typ, ok = s.n.typeOf(s.d.Forms[m.Particle].Fold + s.n.Types[m.Type].Fold)
	if !ok {
		return 0, false
	}
	t := &s.n.Types[typ]
	isSecond := m.Token > 1 && particles[s.d.Fold(m.Token-2)] // de la Tour
	return typ, !t.Entry.Word() && !isSecond && !strings.ContainsFunc(t.Name, isHyphen)
}

// withName returns the type that a mention and the name before it are in one word, unless both names stand elsewhere alone.
func (s *styles) withName(m *Mention) (typ int32, ok bool) {
	var buf [2 * maxName]byte
	a, b := &s.n.Types[m.Prev], &s.n.Types[m.Type]
	if a.Entry.Word() && b.Entry.Word() || len(a.Fold)+len(b.Fold) > len(buf) {
		return 0, false
	}
	typ, ok = s.n.typeOf(string(append(append(buf[:0], a.Fold...), b.Fold...)))
	return typ, ok && !(s.alone(a, m.Type) && s.alone(b, m.Prev))
}

// parted finds names of two words whose letters are parted elsewhere: Ou Yangzhen, Ouyang Zhen.
func (s *styles) parted() {
	if !s.mayBeParted() {
		return // nearly always
	}
	byLetters := make(map[string][]int32) // the mentions that end such names
	var order []string
	for i := range s.n.Mentions {
		if !s.endsTwo(i) {
			continue
		}
		m := &s.n.Mentions[i]
		letters := s.n.Types[m.Prev].Fold + s.n.Types[m.Type].Fold
		if byLetters[letters] == nil {
			order = append(order, letters)
		}
		byLetters[letters] = append(byLetters[letters], int32(i))
	}
	for _, letters := range order {
		all := byLetters[letters]
		first := all[0]
		var here, there []int32 // parted as the first is, and otherwise
		for _, i := range all {
			if s.n.Mentions[i].Type == s.n.Mentions[first].Type {
				here = append(here, i)
			} else {
				there = append(there, i)
			}
		}
		if len(here) < len(there) {
			here, there = there, here
		}
		for _, i := range there {
			s.found = append(s.found, drift{
				style: hyphenStyle, at: s.inTwo(i), text: s.d.Slice(s.inTwo(here[0])), usual: s.inTwo(here[0]),
				here: len(there), there: len(here),
			})
		}
	}
}

// endsTwo reports whether a mention ends a name of two words.
func (s *styles) endsTwo(i int) bool {
	m := &s.n.Mentions[i]
	return m.Prev >= 0 && m.Next < 0 && m.Prev != m.Type && m.Particle == lint.NoForm && s.n.Mentions[i-1].Prev < 0
}

// mayBeParted reports whether two different names of two words have as many letters, the same first two and the same
// last.
func (s *styles) mayBeParted() bool {
	type ends struct {
		first [2]byte
		last  byte
		len   int
	}
	seen := make(map[ends]int32) // the type of the second word
	for i := range s.n.Mentions {
		if !s.endsTwo(i) {
			continue
		}
		m := &s.n.Mentions[i]
		a, b := s.n.Types[m.Prev].Fold, s.n.Types[m.Type].Fold
		if len(a) < 2 || b == "" {
			return true
		}
		key := ends{[2]byte{a[0], a[1]}, b[len(b)-1], len(a) + len(b)}
		if other, ok := seen[key]; ok && other != m.Type {
			return true
		}
		seen[key] = m.Type
	}
	return false
}

// inTwo returns the span of a mention together with the name before it.
func (s *styles) inTwo(i int32) lint.Span {
	return lint.Span{Start: s.n.Mentions[i-1].Start, End: s.n.Mentions[i].End}
}

// alone reports whether the type has a mention that does not stand beside the other type.
func (s *styles) alone(t *Type, other int32) bool {
	for _, i := range t.Mentions[:min(len(t.Mentions), maxPlaces)] {
		if m := &s.n.Mentions[i]; m.Prev != other && m.Next != other {
			return true
		}
	}
	return false
}

// firstPart is what the first of two words of a name is.
type firstPart uint8

const (
	namePart     firstPart = iota // Jean Claude
	articlePart                   // al Hilal
	particlePart                  // Di Caprio
)

// joined adds the drifts between the mentions of a name in two words and those of the same in one. Those of names with a
// particle are weak unless one name stands before both: many write it apart and joined on.
func (s *styles) joined(t *Type, apart []int32, first firstPart) {
	article := first == articlePart
	var spaced, one []lint.Span
	var inTwo, inOne []*Mention // what stands beside each
	for _, i := range apart {
		m := &s.n.Mentions[i]
		spaced = append(spaced, lint.Span{Start: int(s.d.Tokens[m.Token-1].Start), End: m.End})
		if !article {
			inTwo = append(inTwo, &Mention{Prev: s.before(int(i)), Next: m.Next})
		}
	}
	for _, i := range t.Mentions {
		m := &s.n.Mentions[i]
		if !article || m.Article > 0 {
			one = append(one, lint.Span{Start: m.Start - m.Article, End: m.End})
			inOne = append(inOne, m)
		}
	}
	if s.apart(inTwo, inOne) {
		return // Jean-Claude Juncker, Jean Claude Trichet
	}
	few, many, part := spaced, one, false
	if len(one) < len(spaced) && !(article && isUsual(len(one), len(spaced))) {
		few, many, part = one, spaced, true
	}
	for _, at := range few {
		here := s.d.Slice(at)
		text := s.d.Slice(many[0])
		if article && part {
			at := strings.IndexFunc(here, isHyphen)
			_, size := utf8.DecodeRuneInString(here[at:])
			text = here[:at] + " " + here[at+size:]
		} else if article {
			text = strings.Replace(here, " ", "-", 1)
		}
		s.found = append(s.found, drift{
			style: hyphenStyle, at: at, text: text, usual: many[0], here: len(few), there: len(many),
			weak: first == particlePart && !followOne(inTwo, inOne),
		})
	}
}

// before returns the type of the name before the two words that end with mention i, the first of them a particle or a
// name; -1 for none.
func (s *styles) before(i int) int32 {
	m := &s.n.Mentions[i]
	if m.Particle == lint.NoForm {
		return s.n.Mentions[i-1].Prev
	}
	for k := i - 1; k >= max(i-2, 0) && s.n.Mentions[k].Sentence == m.Sentence; k-- {
		if s.n.Mentions[k].Token == m.Token-2 {
			return s.n.Mentions[k].Type // Abdelkader Ben Youssef, where Ben is a name, too
		}
	}
	return m.Prev
}

// followOne reports whether a mention of each list stands behind the same name.
func followOne(a, b []*Mention) bool {
	return slices.ContainsFunc(a, func(x *Mention) bool {
		return x.Prev >= 0 && slices.ContainsFunc(b, func(y *Mention) bool { return y.Prev == x.Prev })
	})
}
