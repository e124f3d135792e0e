package names

import (
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
)

// areForms reports whether two types are forms of one word, each right in its place. Where one is not listed, an ending
// of the language of the name is more likely one that the engine left on: Ragnar, Ragnari.
func (n *Names) areForms(a, b *Type) bool {
	if isEnglishForm(a.Fold, b.Fold) && !n.areOfOne(a, b) {
		return true
	}
	return isForeignForm(a.Fold, b.Fold) && (a.Entry.Known() && b.Entry.Known() || n.hasArticle(a) != n.hasArticle(b))
}

// areOfOne reports whether two types that no list has, one of them with s or n joined on, are both the name of a person, by the
// same given name before them, or because the text quotes the one and introduces the other: Anders Lindhofs, Lindhof; Mika
// Koivula, Mika Koivulan.
func (n *Names) areOfOne(a, b *Type) bool {
	short, long := a, b
	if len(short.Fold) > len(long.Fold) {
		short, long = long, short
	}
	rest, ok := strings.CutPrefix(long.Fold, short.Fold)
	return ok && (rest == "s" || rest == "n") && !a.Entry.Known() && !b.Entry.Known() && n.isBehindGiven(long) &&
		(n.followOne(a, b) || n.voiceOf(short)&(speaks|introduced) != 0)
}

// isBehindGiven reports whether a listed given name stands before all mentions of the type.
func (n *Names) isBehindGiven(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool {
		prev := n.Mentions[i].Prev
		return prev < 0 || n.Mentions[i].Next >= 0 || !n.Types[prev].Entry.Person() || n.Types[prev].Entry.Word()
	})
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
	"ia=ians ia=ic ic=ian stan=stani ich=na vich=vna ovich=ovna evich=evna man=men sh=nd k=key ine=inians y=ian en=ish ain=anish al=uese ce=k ina=ine ina=inian and=ish wood=woods ic=ists ity=ian ianity=ian ey=ish er=ers " +
	"on=onic ica=ican ium=ian s=ns ish=s ia=iy ian=ius as=os is=ism y=iya i=ia i=iya ei=eya ey=eyer s=n n=t er=en ns=ny ance=ench")

// foreignAdded holds endings of other languages.
var foreignAdded = lint.WordSet("i ov ova ev eva ina sky skaya ski")

// foreignSwapped holds such endings that take each other's place.
var foreignSwapped = namePairs("ovs=ova evs=eva ins=ina ov=ova ev=eva in=ina sky=skaya skiy=skaya skii=skaya ski=ska sky=ska skyi=ska skiy=ska yi=aya oy=aya iy=aya ey=eyna ny=na any=an ia=y")

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
