package garble

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// split is what speaks for parting a word at one place.
type split struct {
	score    int // 0 when it is no place to part it
	function bool
}

// parting is a word parted in two.
type parting struct {
	left, right string
	l, r        lexicon.Entry
	lf, rf      lexicon.Function
}

// partWords weighs the parting of a word in lower case that occurs count times.
func partWords(left, right string, count int32) split {
	p := parting{left: left, right: right, lf: lexicon.FunctionOf(left), rf: lexicon.FunctionOf(right)}
	if p.isAdverb() || p.lf == 0 && p.rf == 0 && (count > 1 || p.isShort()) {
		return split{}
	}
	p.l = lexicon.Lookup(left)
	if p.lf == 0 && !p.l.Word() {
		return split{}
	}
	p.r = lexicon.Lookup(right)
	switch {
	case p.areFunctionWords():
		return split{100, true}
	case count > 1:
		return split{}
	case p.beginsWithFunction():
		return split{60 + rankOf(singular(right)) + len(right), true}
	case p.endsInFunction():
		return split{60 + rankOf(p.l) + len(left), true}
	case p.areContentWords():
		return split{rankOf(p.l) + rankOf(p.r), false}
	}
	return split{}
}

// isAdverb reports whether the parts make an adverb or a pronoun of old letters and laws: hereinabove, themself.
func (p *parting) isAdverb() bool {
	return adverbFirsts[p.left] && (p.rf&lexicon.Preposition != 0 || isOneOf(p.right, "self mind ever"))
}

// isShort reports whether a part, or both together, are too short to tell content words by.
func (p *parting) isShort() bool {
	return len(p.left) < 4 || len(p.right) < 4 || len(p.left)+len(p.right) < 9
}

// areFunctionWords reports whether the parts are two function words of which the first never begins a word: ofthe, withtheir.
func (p *parting) areFunctionWords() bool {
	return p.lf != 0 && p.rf&followers != 0 && len(p.left) > 1 && len(p.right) > 2 && !prefixWords[p.left] &&
		p.right != "her" && p.right != "him"
}

// beginsWithFunction reports whether a function word is glued to a common word behind it: theschool.
func (p *parting) beginsWithFunction() bool {
	if p.lf == 0 || len(p.left) < 2 || !beginsJoin(p.left) || len(p.right) < 4 || !isCommon(singular(p.right)) {
		return false
	}
	return p.left != "after" || !isCompound(p.left, p.right) // aftershock
}

// endsInFunction reports whether a function word is glued to a common word, or to a long one, before it: corridorsof.
func (p *parting) endsInFunction() bool {
	return p.rf != 0 && endsJoin(p.right) && len(p.left) >= 4 && (isPlain(p.l) || len(p.left) >= 6 && p.l.Word())
}

// areContentWords reports whether the parts are two common words, or a common one and a long one: governmentannounced.
func (p *parting) areContentWords() bool {
	if len(p.left)+len(p.right) < 9 || len(p.left) < 5 && !(len(p.left) == 4 && isModifier(p.left)) ||
		len(p.right) < 5 && !(len(p.right) == 4 && p.r.Level() <= 35) {
		return false
	}
	if isCommon(p.r) {
		return isCommon(p.l) || len(p.left) >= 8 && p.l.Word()
	}
	return len(p.right) >= 8 && isCommon(p.l) && singular(p.right).Word()
}

// followers is the classes of function words that follow another without a space only by mistake.
const followers = lexicon.Article | lexicon.Determiner | lexicon.Possessive | lexicon.Pronoun

// beginsJoin reports whether a function word is no beginning of English words and names.
func beginsJoin(word string) bool {
	if len(word) > 2 {
		return !prefixWords[word]
	}
	return isOneOf(word, "of to")
}

// endsJoin reports whether a function word is no ending of English words and names.
func endsJoin(word string) bool {
	if len(word) > 3 {
		return !endingWords[word]
	}
	return isOneOf(word, "the and of for was has had who are his its but not")
}

// isNameLike reports whether the parts of a capitalised word that begins a sentence may be those of a name or of a rare
// word.
func isNameLike(left, right string, function bool) bool {
	l := lexicon.Lookup(left)
	return nameEndings[right] || lexicon.Lookup(right).Level() > 20 || !function && (l.Name() || l.Level() > 35)
}

// nameParting is a capitalised word that begins no sentence, parted in two.
type nameParting struct {
	parting
	*lint.Document
	i           int  // the token
	beforeLower bool // a word in lower case stands behind
}

// partName weighs the parting of the capitalised word at i, which begins no sentence and occurs once.
func partName(d *lint.Document, i int, left, right string) split {
	p := nameParting{Document: d, i: i, beforeLower: i+1 < len(d.Tokens) && d.Tokens[i+1].Case == lint.Lower}
	p.parting = parting{left: left, right: right, l: lexicon.Lookup(left), r: lexicon.Lookup(right)}
	long := utf8.RuneCountInString(left) >= 4
	if p.opensClause(long) || p.isPlaceInList() {
		return split{60 + len(right), true}
	}
	if !long || !isPlain(p.r) {
		return split{}
	}
	p.rf = lexicon.FunctionOf(right)
	function := p.rf != 0
	switch {
	case p.l.Word() && !function && !nameFollowers[right]:
		return split{} // Knightfall is a name made of two words
	case standsAlone(d, left) && p.isBehindKnownName():
		return split{50 + len(right), function}
	case p.l.Word() && !p.l.Person() && len(right) >= 4 && nameFollowers[right]:
		return split{50 + len(right), true}
	case p.endsFullName():
		return split{40 + len(right), function}
	}
	return split{}
}

// opensClause reports whether a clause about a name begins in the word that the name is glued to: in Bergenwhere the. The name
// has four letters at least or is a word, too.
func (p *nameParting) opensClause(long bool) bool {
	return clauseStarts[p.right] && p.beforeLower && (long || p.l.Word()) && (len(p.right) > 3 || p.l.Name())
}

// isPlaceInList reports whether the name of a place is glued to a function word that goes on behind it: in Norwayand the north.
func (p *nameParting) isPlaceInList() bool {
	return len(p.left) >= 5 && p.l.Place() && !p.l.Word() && behindPlaces[p.right] && p.beforeLower &&
		lexicon.EntryAt(p.Document, p.i+1).Word()
}

// isBehindKnownName reports whether the second part may stand behind a name that the document has by itself, and ends no name:
// Soyerdrew attention, Soyeris not.
func (p *nameParting) isBehindKnownName() bool {
	if len(p.right) >= 4 && !nameEndings[p.right] {
		return true
	}
	return p.rf != 0 && (endsJoin(p.right) || isOneOf(p.right, "is was") && len(p.left) > 4 && opensPredicate(p.Document, p.i+1))
}

// endsFullName reports whether the word is the end of a longer name with the verb or the preposition behind it: Anna Holmsaid
// that.
func (p *nameParting) endsFullName() bool {
	return p.beforeLower && isBehindName(p.Document, p.i) &&
		(nameFollowers[p.right] || len(p.right) >= 6 && p.r.Level() <= 20 && !nameEndings[p.right])
}

// opensPredicate reports whether the word at i goes on behind is and was alone: a participle, an article, not.
func opensPredicate(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) || d.Tokens[i].Case != lint.Lower {
		return false
	}
	word := d.Fold(i)
	return strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed") || word == "not" ||
		lexicon.FunctionAt(d, i)&lexicon.Article != 0
}

// isBehindName reports whether a name stands before the word at i, not glued to it.
func isBehindName(d *lint.Document, i int) bool {
	return i > 0 && d.Tokens[i-1].Case == lint.Title && lexicon.FunctionOf(d.Fold(i-1)) == 0 && d.Tokens[i-1].End < d.Tokens[i].Start
}

// rankOf is the higher the more common a listed word is.
func rankOf(e lexicon.Entry) int { return 70 - e.Level() }

var (
	// adverbFirsts holds what adverbs of place and of law and pronouns begin with.
	adverbFirsts = lint.WordSet("here herein there therein where wherein them never")

	// endingWords holds function words that words and names end in.
	endingWords = lint.WordSet("shall mine like near over through under upon wise able less ever self once than more most past down within without about thing one none them even only early behind till each here there where such when then")

	// nameFollowers holds the words that tell a name from its end, and that names do not end in.
	nameFollowers = lint.WordSet("under has who with from said that which also will been have were told after used newly would could their says about added warned announced introduced stressed noted explained reported")

	// behindPlaces holds function words behind the name of a place, and that names do not end in.
	behindPlaces = lint.WordSet("and the for was has from with which who but that")

	// clauseStarts holds words that begin a clause behind a name, and that names do not end in.
	clauseStarts = lint.WordSet("where which while when because although after before apart until since but")

	// nameEndings holds what names of places, families, firms and scandals end in.
	nameEndings = lint.WordSet("shall face vine mine museum division vision forest marsh others brothers trooper troopers land town gate wood ford city bank side hill dale park port ship wide ward ware west east hall lake wall work works life news mart tech soft rock fest kids girl boys team club ball bury bird fish film love mark mate name nick pool post race road room rose song star swan time view well will wolf worm yard zone man men son sons ness able ally like street shire gang fang long song king forest islands mountain river valley market school studio studios systems energy motors foods games field fields house houses stone worth court mount brook bridge water waters grove ridge world sport sports group media music games phone cloud score hurst power solar force heart green white black stein street class based style")
)
