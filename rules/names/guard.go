package names

import (
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// areTwo reports whether two similar types are two names for sure, whatever else the text says.
func areTwo(n *Names, d *lint.Document, a, b *Type) bool {
	return a.Entry.Word() && b.Entry.Word() || n.areForms(a, b) ||
		(a.Entry.Word() || b.Entry.Word()) && isPart(a.Fold, b.Fold) ||
		(a.Name != a.Fold || b.Name != b.Fold) && n.differInPart(a, b) ||
		known()[[2]string{a.Fold, b.Fold}] || known()[[2]string{b.Fold, a.Fold}] || standTogether(n, d, a, b) ||
		n.isSplit(a, b) || n.isSplit(b, a)
}

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
var known = namePairs("vladimir=volodymyr iran=iraq niger=nigeria nigerien=nigerian nigeriens=nigerians austria=australia slovakia=slovenia gambia=zambia henan=hunan hebei=hubei shanxi=shaanxi guangdong=guangxi wikipedia=wikimedia evgeny=evgenia maria=mario mauritius=mauritania")

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
		if x.Sentence == y.Sentence && isList(d, x.Token+1, y.Token) {
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
		case d.Tokens[i].Kind != lint.Word || d.Tokens[i].Case == lint.Lower:
			return false
		}
	}
	return parted
}

// parts reports whether a token stands between two names of a list.
func parts(token string) bool {
	switch token {
	case ",", "and", "or", "&", "/", "-", "–", "—", "vs", "nor", "not":
		return true
	}
	return false
}

// areForms reports whether two types are forms of one word, each right in its place. Where one is not listed, an ending of
// the language of the name is more likely one that the engine left on: Ragnar, Ragnari.
func (n *Names) areForms(a, b *Type) bool {
	return isEnglishForm(a.Fold, b.Fold) || isForeignForm(a.Fold, b.Fold) && (a.Entry.Known() && b.Entry.Known() || n.hasArticle(a) != n.hasArticle(b))
}

// isInflection reports whether two folded names are forms of one word in English or in the language of the name.
func isInflection(a, b string) bool { return isEnglishForm(a, b) || isForeignForm(a, b) }

// isEnglishForm reports whether two folded names are forms of one word in English: a people and its land, a plural.
func isEnglishForm(a, b string) bool { return haveForms(a, b, englishAdded, englishSwapped()) }

// isForeignForm reports whether two folded names are forms of one word in the language of the name: a woman's surname and
// a man's, an adjective, a case.
func isForeignForm(a, b string) bool { return haveForms(a, b, foreignAdded, foreignSwapped()) }

// haveForms reports whether two folded names differ in an ending that one has more, or in two that take each other's
// place. A letter that is doubled is no ending.
func haveForms(a, b string, added map[string]bool, swapped map[[2]string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	if ok && len(rest) == 1 && (rest[0] == a[len(a)-1] || rest == "i" && a[len(a)-1] == 'y') {
		return false // Prass, Zaluzhnyi
	}
	return ok && added[rest] || haveEndings(a, b, 2, swapped)
}

// isCase reports whether two folded names differ as the cases of one name do in Slavic languages and Icelandic, or in a
// last letter that one of them lost: Kinotavr, Kinotavra.
func isCase(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	if ok && rest == a[len(a)-1:] {
		return false // Engelman, Engelmann
	}
	return ok && addedCases[rest] || haveEndings(a, b, 0, swappedCases())
}

// haveEndings reports whether two names have a pair of endings behind a common beginning; up to so many letters that
// they share count as part of the endings.
func haveEndings(a, b string, letters int, endings map[[2]string]bool) bool {
	common := 0
	for common < len(a) && a[common] == b[common] {
		common++
	}
	for stem := common; stem >= 2 && stem >= common-letters; stem-- {
		if endings[[2]string{a[stem:], b[stem:]}] || endings[[2]string{b[stem:], a[stem:]}] {
			return true
		}
	}
	return false
}

// englishAdded holds endings that English joins to a name, and others that make another name of it.
var englishAdded = lint.WordSet("s es an ian ien iens ean ish ese ic er ers ism ist ists ly al ans ians is ns ed ing ia ine in nese ite ites ization like ne us ieh ship land ville town " +
	"ich vich vna ka son sen man stan stani burg tan")

// englishSwapped holds such endings that take each other's place.
var englishSwapped = namePairs("ia=ian y=ic e=ian e=ish ine=inian land=lish land=ish ce=ch s=n os=as us=a us=um ism=ist ism=ists ist=ists y=ies an=ans ian=ians a=an a=ans a=ese n=nese " +
	"ia=ians ia=ic ic=ian stan=stani ich=na vich=vna ovich=ovna evich=evna man=men sh=nd k=key ine=inians y=ian en=ish ain=anish and=ish wood=woods ic=ists ity=ian ianity=ian ey=ish er=ers " +
	"on=onic ica=ican ium=ian s=ns ish=s ia=iy ian=ius as=os is=ism y=iya i=ia i=iya ei=eya ey=eyer s=n n=t er=en ns=ny ance=ench")

// foreignAdded holds endings of other languages.
var foreignAdded = lint.WordSet("i ov ova ev eva ina sky skaya ski")

// foreignSwapped holds such endings that take each other's place.
var foreignSwapped = namePairs("ov=ova ev=eva in=ina sky=skaya skiy=skaya skii=skaya ski=ska sky=ska skyi=ska skiy=ska yi=aya oy=aya iy=aya ey=eyna ny=na any=an ia=y")

// addedCases holds what a case adds to a name, and single letters that are lost at the end.
var addedCases = lint.WordSet("a e o u y om oy oi em ami ur um n r d t")

// swappedCases holds case endings that take each other's place.
var swappedCases = namePairs("a=e a=u a=y a=o a=i e=i e=u e=o e=y i=u o=u u=y a=oi a=oy a=om o=om")

// namePairs returns pairs of names or endings that are joined by equals signs as a set, made when first asked.
func namePairs(pairs string) func() map[[2]string]bool {
	return sync.OnceValue(func() map[[2]string]bool {
		set := make(map[[2]string]bool)
		for pair := range strings.FieldsSeq(pairs) {
			a, b, _ := strings.Cut(pair, "=")
			set[[2]string{a, b}] = true
		}
		return set
	})
}

// isPinyin reports whether a folded name is one or two syllables of Mandarin in pinyin, where one letter makes another
// name: Henan and Hunan, Chen and Cheng.
func isPinyin(s string) bool {
	if isSyllable(s) {
		return true
	}
	for i := max(1, len(s)-maxSyllable); i < min(len(s), maxSyllable+1); i++ {
		if isSyllable(s[:i]) && isSyllable(s[i:]) {
			return true
		}
	}
	return false
}

// maxSyllable is the length of the longest of the syllables: zhuang.
const maxSyllable = 6

// isSyllable reports whether s is a syllable of Mandarin: an initial, or none, and a final that it takes.
func isSyllable(s string) bool {
	n := 1
	switch {
	case strings.IndexByte("aeioungr", s[len(s)-1]) < 0:
		return false // most parts of names
	case isVowel(s[0]):
		n = 0
	case len(s) > 1 && s[1] == 'h':
		n = 2
	}
	return n < len(s) && len(s)-n <= maxFinal && strings.Contains(finals(s[:n]), " "+s[n:]+" ")
}

// maxFinal is the length of the longest of the finals: uang.
const maxFinal = 4

// finals returns the finals that an initial of Mandarin takes, with a space before and behind each.
func finals(initial string) string {
	switch initial {
	case "":
		return " a e ai ei ao ou an en ang er "
	case "b", "p", "m":
		return " a o ai ei ao an en ang eng i ie iao ian in ing u "
	case "f":
		return " a o ei ou an en ang eng u "
	case "d", "t":
		return " a e ai ei ao ou an ang eng ong i ie iao iu ian ing u uo ui uan un "
	case "n", "l":
		return " a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ue "
	case "r":
		return " e ao ou an en ang eng ong i u uo ui uan un "
	case "y":
		return " a o e ao ou an ang ong i in ing u ue uan un "
	case "w":
		return " a o ai ei an en ang eng u "
	case "g", "k", "h":
		return " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang "
	case "j", "q", "x":
		return " i ia ie iao iu ian in iang ing iong u ue uan un "
	case "zh", "ch":
		return " a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang "
	case "sh":
		return " a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang "
	case "z", "c", "s":
		return " a e ai ei ao ou an en ang eng ong i u uo ui uan un "
	}
	return ""
}
