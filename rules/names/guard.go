package names

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// areTwo reports whether two similar types are two names for sure, whatever else the text says.
func areTwo(n *Names, d *lint.Document, a, b *Type) bool {
	return a.Entry.Word() && b.Entry.Word() || n.areForms(a, b) ||
		(a.Entry.Word() || b.Entry.Word()) && isPart(a.Fold, b.Fold) ||
		(a.Name != a.Fold || b.Name != b.Fold) && n.differInPart(a, b) ||
		areKnown(a.Fold, b.Fold) || standTogether(n, d, a, b) ||
		n.isSplit(a, b) || n.isSplit(b, a) || n.isRelated(a, b) || n.isRelated(b, a)
}

// isRelated reports whether a mention of the second type is somebody to a person whom the same sentence or the one before
// names with the first: his rival, Mr. Varouliakis.
func (n *Names) isRelated(a, b *Type) bool {
	for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
		y := &n.Mentions[j]
		if !n.isKin(y) {
			continue
		}
		for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
			if x := &n.Mentions[i]; x.Token < y.Token && y.Sentence-x.Sentence <= 1 {
				return true
			}
		}
	}
	return false
}

// isKin reports whether his, her or their and a word for a relative or a colleague stand soon before a mention, with nothing
// but names, titles, marks and what he is between, or right behind its name: Paul Holm, his son; Paul Holm is her uncle.
func (n *Names) isKin(m *Mention) bool {
	const soon = 7 // tokens
	if n.isKinBehind(m) {
		return true
	}
	from := max(n.doc.Sentences[m.Sentence].From, m.Token-soon)
	for k := m.Token - 1; k > from; k-- {
		if kin[n.doc.Fold(k)] {
			w := n.doc.Fold(k - 1)
			return w == "his" || w == "her" || w == "their"
		}
		if t := &n.doc.Tokens[k]; t.Kind == lint.Word && t.Case == lint.Lower && n.functions[t.Form]&^lexicon.Article != 0 {
			return false
		}
	}
	return false
}

// isKinBehind reports whether a comma or a form of to be, then his, her or their and a word for a relative or a colleague stand
// behind the name of a mention.
func (n *Names) isKinBehind(m *Mention) bool {
	d, k, to := n.doc, m.Token+1, n.doc.Sentences[m.Sentence].To
	for k < to && d.Tokens[k].Case == lint.Title {
		k++
	}
	if k+2 >= to || d.TokenText(k) != "," && d.Fold(k) != "is" && d.Fold(k) != "was" {
		return false
	}
	if w := d.Fold(k + 1); w != "his" && w != "her" && w != "their" {
		return false
	}
	return kin[d.Fold(k+2)] || k+3 < to && kin[d.Fold(k+3)]
}

// kin holds words for who somebody is to another.
var kin = lint.WordSet("cousin deputy rival lawyer brother sister son daughter wife husband father mother uncle aunt nephew niece grandson granddaughter grandfather grandmother adviser advisor assistant aide opponent colleague predecessor successor namesake neighbour neighbor gardener driver secretary")

// isSplit reports whether the first type stands beside the rest of the second somewhere, as Kun does in Kun Bao: then
// Hyphen decides between Kun Bao and Kunbao.
func (n *Names) isSplit(short, long *Type) bool {
	if !isPart(short.Fold, long.Fold) || len(short.Fold) > len(long.Fold) {
		return false
	}
	before, isLast := strings.CutSuffix(long.Fold, short.Fold)
	for _, i := range short.Mentions[:min(len(short.Mentions), maxPlaces)] {
		m := &n.Mentions[i]
		switch {
		case isLast && m.Prev >= 0 && n.Types[m.Prev].Fold == before,
			m.Next >= 0 && long.Fold == short.Fold+n.Types[m.Next].Fold:
			return true
		}
	}
	return false
}

// known holds names that are alike and different: states, regions and given names that one text speaks of together.
var known = namePairs("vladimir=volodymyr iran=iraq niger=nigeria nigerien=nigerian nigeriens=nigerians austria=australia slovakia=slovenia gambia=zambia henan=hunan hebei=hubei shanxi=shaanxi guangdong=guangxi wikipedia=wikimedia evgeny=evgenia maria=mario mauritius=mauritania georgia=george georgia=georgy georgia=georgi filipina=philippine filipino=philippine")

// areKnown reports whether two folded names are alike and different.
func areKnown(a, b string) bool { return known()[[2]string{a, b}] || known()[[2]string{b, a}] }

// isPart reports whether the longer name is the shorter one with two letters or more joined on, which no
// transliteration leaves out: Ansar, Ansarullah.
func isPart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < len(a)+2 {
		return false
	}
	rest, ok := strings.CutPrefix(b, a)
	if !ok {
		rest, ok = strings.CutSuffix(b, a)
	}
	return ok && !silentEndings[rest]
}

var silentEndings = lint.WordSet("ah eh ou iy ii ij ey ay")

// differInPart reports whether two names share a hyphened part, or are syllables, and differ in a part that tells another
// name, as Jong-un and Jong-il do, or whether one alone has a part that is an English word, as Schengen-wide has.
func (n *Names) differInPart(a, b *Type) bool {
	as, bs := strings.FieldsFunc(a.Name, isHyphen), strings.FieldsFunc(b.Name, isHyphen)
	alike, syllables := len(as) == len(bs) && len(as) > 1, areSyllables(as) && areSyllables(bs)
	switch {
	case alike && !syllables && n.followOne(a, b):
		return false
	case (hasWordBeside(as, bs) || hasWordBeside(bs, as)) && !areNear(a.Fold, b.Fold, cheapCost):
		return true
	case !alike:
		return false
	}
	shared, apart := false, false
	for i := range as {
		if x, y := Fold(as[i]), Fold(bs[i]); x == y {
			shared = true
		} else {
			apart = apart || areApart(x, y, syllables)
		}
	}
	return apart && (shared || syllables)
}

// followOne reports whether one name stands right before both types somewhere.
func (n *Names) followOne(a, b *Type) bool {
	for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
		for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
			if x := n.Mentions[i].Prev; x == n.Mentions[j].Prev && n.isNamed(x) {
				return true
			}
		}
	}
	return false
}

// areApart reports whether two hyphened parts are too short or too far apart to be spellings of one, or are both listed:
// syllables are another name with one letter.
func areApart(a, b string, syllables bool) bool {
	if lexicon.Lookup(a).Known() && lexicon.Lookup(b).Known() {
		return true
	}
	least, most := min(len(a), len(b)), cheapCost
	if least > minPart || least == minPart && !syllables {
		most = max(most, maxDistance*least)
	}
	return !areNear(a, b, most)
}

// minPart is the length of the shortest hyphened part that may be spelt another way.
const minPart = 4

// areNear reports whether two folded names are no more than a distance apart.
func areNear(a, b string, most int) bool { return distance(a, b, most) <= most }

// areSyllables reports whether every part is one syllable, as in a Korean given name.
func areSyllables(parts []string) bool {
	return !slices.ContainsFunc(parts, func(part string) bool {
		if strings.IndexByte(noFinals, part[len(part)-1]) >= 0 {
			return true
		}
		groups, vowel := 0, false
		for i := 0; i < len(part); i++ {
			was := vowel
			if vowel = isVowel(part[i]) || part[i] == 'y' && i > 0; vowel && !was {
				groups++
			}
		}
		return groups != 1
	})
}

// noFinals holds letters that end no syllable of Korean and Chinese.
const noFinals = "bcdfjqsvxz"

// hasWordBeside reports whether the parts of a hyphened name have a common English word, or a word for a kind of place,
// that is no part of the other and, unless the name is of words alone, no spelling of one.
func hasWordBeside(parts, others []string) bool {
	if len(parts) == 1 {
		return false
	}
	isName := slices.ContainsFunc(parts, func(p string) bool { return !lexicon.Lookup(p).Word() })
	for _, p := range parts {
		if (len(p) > 2 && isCommon(lexicon.Lookup(p)) || isJoinedHead(p)) &&
			!slices.ContainsFunc(others, func(o string) bool { return o == p || isName && len(others) > 1 && !areApart(p, Fold(o), false) }) {
			return true
		}
	}
	return false
}

// standTogether reports whether the two names stand side by side or in one list somewhere: a text lists or joins two
// names, not one.
func standTogether(n *Names, d *lint.Document, a, b *Type) bool {
	for i, j := 0, 0; i < len(a.Mentions) && j < len(b.Mentions); {
		x, y := &n.Mentions[a.Mentions[i]], &n.Mentions[b.Mentions[j]]
		if x.Token < y.Token {
			i++
		} else {
			x, y = y, x
			j++
		}
		if x.Sentence == y.Sentence && (isList(d, x.Token+1, y.Token) || isCorrection(d, x.Token+1, y.Token)) {
			return true
		}
	}
	return false
}

// maxList is the most tokens between two names of a list.
const maxList = 12

// isList reports whether between two names there is nothing but names and what parts the names of a list.
func isList(d *lint.Document, from, to int) bool {
	parted := from == to
	for i := from; i < to; i++ {
		switch {
		case i-from >= maxList:
			return false
		case parts(d.TokenText(i)):
			parted = true
		case i+2 < to && d.TokenText(i) == "(" && d.Tokens[i+1].Case != lint.Title && d.TokenText(i+2) == ")":
			i += 2 // Jalen Williams (21) and Jaylin Williams
		case d.Tokens[i].Kind != lint.Word || d.Tokens[i].Case == lint.Lower:
			return false
		}
	}
	return parted
}

// isCorrection reports whether what stands between two names says that the second is right: we wrote Liddell; it's
// Lidell.
func isCorrection(d *lint.Document, from, to int) bool {
	if to-from < 2 || to-from > 5 || d.TokenText(from) != ";" {
		return false
	}
	switch d.Fold(from + 1) {
	case "it's", "he's", "she's":
		return true
	case "it", "he", "she":
		return d.Fold(from+2) == "is" || d.Fold(from+2) == "was" || d.Fold(from+2) == "should"
	}
	return false
}

// parts reports whether a token stands between two names of a list.
func parts(token string) bool {
	switch token {
	case ",", "and", "or", "&", "/", "-", "–", "—", "vs", "v", "versus", "beat", "nor", "not":
		return true
	}
	return false
}

// areGivenOfTwo reports whether two types are given names of two people for sure: they are never without a family name,
// and no family name of the one is like one of the other, as in Jaylen Brown and Jalen Brunson.
func (n *Names) areGivenOfTwo(a, b *Type) bool {
	return n.isAlwaysGiven(a) && n.isAlwaysGiven(b) && n.headingOnly(a) == n.headingOnly(b) && n.areBesideOthers(a, b)
}

// areGivenAndFamily reports whether one type is a given name wherever it stands and the other a family name of somebody
// else, as in Prabowo Subianto and Ganjar Pranowo. Wataru Nakano may be Nakano Wataru.
func (n *Names) areGivenAndFamily(a, b *Type) bool {
	if n.isAlwaysGiven(b) {
		a, b = b, a
	}
	return n.isAlwaysGiven(a) && n.isAlwaysFamily(b) && n.headingOnly(a) == n.headingOnly(b) &&
		!isPinyin(a.Fold) && !isPinyin(b.Fold) && !n.hasTitle(a) && n.areBesideOthers(a, b)
}

// areBesideOthers reports whether no name beside a mention of the first type is like one beside a mention of the second.
func (n *Names) areBesideOthers(a, b *Type) bool {
	beside := func(i int32) string {
		if k := max(n.Mentions[i].Prev, n.Mentions[i].Next); k >= 0 {
			return n.Types[k].Fold
		}
		return ""
	}
	for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
		for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
			x, y := beside(i), beside(j)
			if x == "" || y == "" {
				continue
			}
			if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || areNear(x, y, maxDistance*max(len(x), len(y))) {
				return false
			}
		}
	}
	return true
}

// hasTitle reports whether a title stands before some mention of the type.
func (n *Names) hasTitle(t *Type) bool {
	return slices.ContainsFunc(t.Mentions, func(i int32) bool { return n.Mentions[i].Title != lint.NoForm })
}

// isAlwaysGiven reports whether a family name stands behind all mentions of the type, and no name before.
func (n *Names) isAlwaysGiven(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool { return n.Mentions[i].Prev >= 0 || !n.isPerson(n.Mentions[i].Next) })
}

// isAlwaysFamily reports whether a given name stands before all mentions of the type, and no name behind.
func (n *Names) isAlwaysFamily(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool { return n.Mentions[i].Next >= 0 || !n.isPerson(n.Mentions[i].Prev) })
}

// areOfTwoKnown reports whether listed given names that are not alike stand before all mentions of two types: Munir Shawqi,
// Laila Shawky.
func (n *Names) areOfTwoKnown(a, b *Type) bool {
	isGiven := func(i int32) bool {
		m := &n.Mentions[i]
		return m.Next < 0 && m.Prev >= 0 && n.Types[m.Prev].Entry.Person() && !n.Types[m.Prev].Entry.Word()
	}
	for _, t := range [...]*Type{a, b} {
		for _, i := range t.Mentions {
			if !isGiven(i) {
				return false
			}
		}
	}
	for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
		for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
			x, y := n.Types[n.Mentions[i].Prev].Fold, n.Types[n.Mentions[j].Prev].Fold
			if areNear(x, y, maxDistance*max(len(x), len(y))) {
				return false
			}
		}
	}
	return true
}

// isPerson reports whether the type that stands beside a mention may be the name of a person.
func (n *Names) isPerson(beside int32) bool {
	return beside >= 0 && (!n.Types[beside].Entry.Word() || n.Types[beside].Entry.Person())
}
