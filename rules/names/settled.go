package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// settled is a glossary as the rules look names up in it; nil settles nothing.
type settled struct {
	spellings []settledSpelling
	byWord    map[uint64][]int32 // indexes into spellings by the hash of the core of their anchor
	near      map[uint32][]nearWord
	words     *Names            // a type without mentions for every word of near
	right     map[string]bool   // texts and cores of right spellings and of their words
	written   map[string]string // by its core, a word of a right spelling as the first one has it
	two       map[[2]string]bool
}

// settledOf returns what is settled about the names of a document.
func settledOf(d *lint.Document) *settled {
	if d.Glossary == nil {
		return nil
	}
	return d.Glossary.Index(newSettled).(*settled)
}

// settledSpelling is one spelling of the glossary, as tokens.
type settledSpelling struct {
	text   string // with straight apostrophes and plain hyphens
	name   string // what to write
	kind   spellingKind
	parts  []settledPart
	anchor int  // index into parts of the word that it is looked up by
	marked bool // a variant that differs from the name in case and marks only: it counts as it is written
}

type spellingKind uint8

const (
	canonical spellingKind = iota
	alsoRight
	variantSpelling
)

// settledPart is one token of a spelling.
type settledPart struct {
	text       string // as it is written, with straight apostrophes and plain hyphens
	form       string // of a word, in lower case; "" for a mark
	core       string // the form without article and possessive, folded
	article    int    // their lengths in text
	possessive int
}

// nearWord is a word of a name that a word of the text may be a misspelling of.
type nearWord struct {
	spelling int32
	part     int
	key      spellingKey // its type is one of settled.words
}

func newSettled(g *lint.Glossary) any {
	s := &settled{
		byWord: make(map[uint64][]int32), near: make(map[uint32][]nearWord), words: new(Names),
		right: make(map[string]bool), written: make(map[string]string), two: make(map[[2]string]bool),
	}
	for i := range g.Names {
		n := &g.Names[i]
		own := s.add(n.Name, n.Name, canonical)
		s.addNear(own)
		for _, text := range n.Also {
			s.add(text, n.Name, alsoRight)
		}
		for _, text := range n.Variants {
			k := s.add(text, n.Name, variantSpelling)
			s.spellings[k].marked = sameCores(s.spellings[k].parts, s.spellings[own].parts)
		}
	}
	for _, pair := range g.Not {
		s.addTwo(pair[0], pair[1])
	}
	return s
}

// add adds a spelling and returns its index.
func (s *settled) add(text, name string, kind spellingKind) int32 {
	sp := settledSpelling{text: plainMarks(text), name: name, kind: kind, parts: partsOf(text)}
	for sp.anchor < len(sp.parts)-1 && !(sp.parts[sp.anchor].form != "" && hasCapital(sp.parts[sp.anchor].text)) {
		sp.anchor++
	}
	k := int32(len(s.spellings))
	s.spellings = append(s.spellings, sp)
	if len(sp.parts) > 0 {
		hash := lint.Hash(sp.parts[sp.anchor].core)
		s.byWord[hash] = append(s.byWord[hash], k)
	}
	if kind != variantSpelling {
		s.right[plainMarks(text)] = true
		for _, p := range sp.parts {
			if hasCapital(p.text) {
				s.right[p.text], s.right[p.core] = true, true
				if s.written[p.core] == "" {
					s.written[p.core] = p.text[p.article : len(p.text)-p.possessive]
				}
			}
		}
	}
	return k
}

// addNear adds the words of a name that may be misspelt.
func (s *settled) addNear(k int32) {
	sp := &s.spellings[k]
	for i, p := range sp.parts {
		if p.form == "" || !hasCapital(p.text) || !isPlain(p.core) || len(p.core) > maxName || len(p.core) < minSettled(len(sp.parts)) {
			continue
		}
		s.words.Types = append(s.words.Types, Type{Fold: p.core, Name: p.form[p.article : len(p.form)-p.possessive], Entry: lexicon.Lookup(p.core)})
		key := keyOf(s.words, int32(len(s.words.Types)-1))
		s.near[key.skeleton] = append(s.near[key.skeleton], nearWord{k, i, key})
	}
}

// minSettled is the length of the shortest word that others are compared with, in a name of so many words.
func minSettled(words int) int {
	if words > 1 {
		return 4
	}
	return 5
}

// addTwo notes two names that are alike, and the words that they differ in.
func (s *settled) addTwo(a, b string) {
	note := func(a, b string) { s.two[[2]string{a, b}], s.two[[2]string{b, a}] = true, true }
	note(plainMarks(a), plainMarks(b))
	as, bs := partsOf(a), partsOf(b)
	if len(as) != len(bs) {
		return
	}
	for i := range as {
		if as[i].core != bs[i].core {
			note(as[i].core, bs[i].core)
		} else if as[i].text != bs[i].text {
			note(as[i].text, bs[i].text)
		}
	}
}

// partsOf cuts a name into tokens as a text is cut.
func partsOf(name string) []settledPart {
	whole := []lint.BlockSpan{{Span: lint.Span{End: len(name)}}}
	d := lint.NewDocument(&lint.File{Content: name}, name, nil, whole, language.English)
	parts := make([]settledPart, len(d.Tokens))
	for i := range d.Tokens {
		p := &parts[i]
		p.text, p.form = plainMarks(d.TokenText(i)), d.Fold(i)
		p.article, p.possessive = affixes(p.text)
		p.core = coreOf(p.form)
	}
	return parts
}

// coreOf returns a word in lower case without article and possessive, folded.
func coreOf(form string) string {
	if isPlain(form) {
		return form
	}
	article, possessive := affixes(form)
	return Fold(form[article : len(form)-possessive])
}

func sameCores(a, b []settledPart) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].core != b[i].core {
			return false
		}
	}
	return true
}

// plainMarks returns a text with straight apostrophes and plain hyphens.
func plainMarks(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case isHyphen(r):
			return '-'
		}
		return r
	}, text)
}

func hasCapital(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// withCapital returns s with a capital at its start.
func withCapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// atStart returns a name as the start of a sentence has it: al-Walai gets a capital, iPhone does not.
func atStart(name string) string {
	first, _, _ := strings.Cut(name, " ")
	if article, _ := affixes(first); article == 0 && hasCapital(first) {
		return name
	}
	return withCapital(name)
}

// isRight reports whether a text is a spelling to write, or a word of one.
func (s *settled) isRight(text string) bool { return s != nil && s.right[plainMarks(text)] }

// areTwo reports whether two texts, or two folded words, are known to be two names.
func (s *settled) areTwo(a, b string) bool {
	return s != nil && s.two[[2]string{plainMarks(a), plainMarks(b)}]
}

// order returns two similar types with the spelling to write last; ok is false where they are two names.
func (s *settled) order(wrong, right *Type) (a, b *Type, ok bool) {
	switch {
	case s == nil:
	case s.areTwo(wrong.Fold, right.Fold), s.right[wrong.Fold] && s.right[right.Fold]:
		return nil, nil, false
	case s.right[wrong.Fold]:
		return right, wrong, true
	}
	return wrong, right, true
}

// unsettled returns the drifts that nothing is settled about.
func (s *settled) unsettled(d *lint.Document, found []drift) []drift {
	if s == nil {
		return found
	}
	kept := found[:0]
	for _, f := range found {
		if text := d.Slice(f.at); !s.isRight(text) && !s.areTwo(text, d.Slice(f.usual)) {
			kept = append(kept, f)
		}
	}
	return kept
}
