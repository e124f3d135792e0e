package garble

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// join is an unlisted word that parts into two words.
type join struct {
	token    int
	at       []int // byte offsets in the text where a space is missing, the likeliest first
	function bool  // one of the two words is a function word
}

// joins is the glued words of a document.
var joins = lint.NewFact("joins", func(d *lint.Document) []join {
	var out []join
	for _, k := range suspectsOf.Of(d).unlisted {
		i, t := int(k), &d.Tokens[k]
		if t.Case != lint.Lower && t.Case != lint.Title || t.Len() < 4 || isRepeatedName(d, i) {
			continue
		}
		if isTagged(d, i) || isTaggedBehind(d, i) || isForeign(d, i) || isComputing(d, i) || isSpokenOf(d, i) {
			continue
		}
		if j, ok := partJoin(d, i); ok {
			out = append(out, j)
		} else if at := max(partBefore(d, i), partPhrase(d, i)); at > 0 {
			out = append(out, join{i, []int{int(t.Start) + at}, true})
		}
	}
	for _, word := range listedJoins {
		for _, k := range d.Places(d.Find(word)) {
			if at := partBefore(d, int(k)); at > 0 && !isForeign(d, int(k)) {
				out = append(out, join{int(k), []int{int(d.Tokens[k].Start) + at}, true})
			}
		}
	}
	return out
})

// listedJoins are a preposition and its article without a space that are also rare words or names, and so no suspects.
var listedJoins = lint.Keys("toa ofa ina ona asa isa ata")

// partJoin parts the unlisted word at i. A word with a capital inside a sentence is taken for a name first.
func partJoin(d *lint.Document, i int) (join, bool) {
	t := d.Tokens[i]
	if t.Len() < 5 || moneyNames[d.Fold(i)] {
		return join{}, false
	}
	var best split
	j := join{token: i}
	isName := isNameAt(d, i)
	word, start := mainPart(d.TokenText(i))
	if start > 0 && (t.Case != lint.Lower || lexicon.Lookup(word).Known()) || len(word) < 5 || !isLetters(word) {
		return join{}, false
	}
	fold := d.Fold(i)
	if len(fold) == t.Len() {
		fold = fold[start : start+len(word)]
	} else {
		fold = lint.Fold(word)
	}
	if !isName && isInflected(fold) {
		return join{}, false
	}
	from, to := partings(word)
	for k := range word {
		if k < from || k > to {
			continue
		}
		left, right := partAt(word, fold, k)
		var s split
		if isName {
			s = partName(d, i, left, right)
		} else if s = partWords(left, right, d.Forms[t.Form].Count); s.score > 0 && t.Case == lint.Title && isNameLike(left, right, s.function) {
			s = split{}
		}
		if s.score == 0 {
			continue
		}
		if s.score > best.score {
			best = s
			j.at = append([]int{int(t.Start) + start + k}, j.at...)
		} else {
			j.at = append(j.at, int(t.Start)+start+k)
		}
	}
	j.function = best.function
	if best.score == 0 || isName || best.function {
		return j, best.score > 0
	}
	return j, !hasParting(word, fold, isCompound) && !hasParting(word, fold, func(left, right string) bool { return isCoinable(d, left, right) })
}

// partBefore returns where the unlisted word at i, in lower case, parts by what stands behind it, or 0: a preposition or
// article that is the ending of many words, too, before what it leads to (three peopleto Bergen, bring it toa boil).
func partBefore(d *lint.Document, i int) int {
	t := d.Tokens[i]
	if t.Case != lint.Lower || d.Forms[t.Form].Count > 1 || i+1 >= d.BlockOf(i).To || d.Glued(i+1) || i == 0 || d.Tokens[i-1].Kind != lint.Word {
		return 0
	}
	word, next := d.Fold(i), d.Tokens[i+1]
	if len(word) != t.Len() || !isLetters(word) {
		return 0
	}
	if left, ok := strings.CutSuffix(word, "a"); ok {
		noun := lexicon.EntryAt(d, i+1)
		if beforeArticle[left] && lexicon.FunctionAt(d, i-1)&lexicon.Article == 0 && next.Case == lint.Lower && noun.Level() > 0 && noun.Level() <= 50 && lexicon.FunctionAt(d, i+1) == 0 && !strings.ContainsAny(d.Fold(i + 1)[:1], "aeiou") {
			return len(left)
		}
	}
	const leads = lexicon.Article | lexicon.Possessive
	if next.Case != lint.Title && next.Kind != lint.Number && lexicon.FunctionAt(d, i+1)&leads == 0 {
		return 0
	}
	for _, right := range [...]string{"to", "in", "on", "at", "by", "from", "with", "into"} {
		left, ok := strings.CutSuffix(word, right)
		if e := lexicon.Lookup(left); ok && len(left) > 4 && e.Level() > 0 && e.Level() <= 35 && lexicon.FunctionOf(left) == 0 {
			return len(left)
		}
	}
	if left, ok := strings.CutSuffix(word, "as"); ok && strings.HasSuffix(left, "ed") && isCommon(lexicon.Lookup(left)) {
		return len(left)
	}
	return 0
}

// beforeArticle holds function words that an article is glued to.
var beforeArticle = lint.WordSet("to of in with from into by for is was has at on as and than")

// isNameAt reports whether the word at i has a capital that no start of a sentence accounts for.
func isNameAt(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Title && (i+1 < len(d.Tokens) && d.Tokens[i+1].Case == lint.Title || !d.IsSentenceStart(i))
}

// isRepeatedName reports whether the word at i is a name that occurs twice or more, which is not parted.
func isRepeatedName(d *lint.Document, i int) bool {
	return d.Forms[d.Tokens[i].Form].Count > 1 && isNameAt(d, i)
}

// hasParting reports whether the word parts anywhere into two words that answer a question.
func hasParting(word, fold string, answer func(left, right string) bool) bool {
	from, to := partings(word)
	for k := range word {
		if k >= from && k <= to && answer(partAt(word, fold, k)) {
			return true
		}
	}
	return false
}

// isCoinable reports whether two words look like a compound that somebody made for the occasion: a noun in the singular
// first, and no word behind it that is too long for one. It does not where the article has both words by themselves.
func isCoinable(d *lint.Document, left, right string) bool {
	if len(left) < 4 || len(right) < 4 || !lexicon.Lookup(left).Word() || !singular(right).Word() {
		return false
	}
	if isModifier(left) || len(right) >= 8 || strings.HasSuffix(right, "ed") || strings.HasSuffix(right, "ly") || lexicon.FunctionOf(right) != 0 {
		return false
	}
	return d.FormOf(left) == lint.NoForm || d.FormOf(right) == lint.NoForm
}

// partAt returns the two parts of the word at byte k, the first of them folded.
func partAt(word, fold string, k int) (left, right string) {
	if len(fold) == len(word) {
		return fold[:k], word[k:]
	}
	return lint.Fold(word[:k]), word[k:]
}

// split is what speaks for parting a word at one place.
type split struct {
	score    int // 0 when it is no place to part it
	function bool
}

// partWords weighs the parting of a word in lower case that occurs count times.
func partWords(left, right string, count int32) split {
	lf, rf := lexicon.FunctionOf(left), lexicon.FunctionOf(right)
	if adverbFirsts[left] && (rf&lexicon.Preposition != 0 || isOneOf(right, "self mind ever")) {
		return split{} // hereinabove, themself
	}
	if lf == 0 && rf == 0 && (count > 1 || len(left) < 4 || len(right) < 4 || len(left)+len(right) < 9) {
		return split{}
	}
	l := lexicon.Lookup(left)
	if lf == 0 && !l.Word() {
		return split{}
	}
	r := lexicon.Lookup(right)
	switch {
	case lf != 0 && rf&followers != 0 && len(left) > 1 && len(right) > 2 && !prefixWords[left] && right != "her" && right != "him":
		return split{100, true}
	case count > 1:
		return split{}
	case lf != 0 && len(left) > 1 && beginsJoin(left) && !(left == "after" && isCompound(left, right)) && len(right) >= 4 && isCommon(singular(right)):
		return split{60 + rankOf(singular(right)) + len(right), true}
	case rf != 0 && endsJoin(right) && len(left) >= 4 && (isCommon(l) && l.Level() <= 35 || len(left) >= 6 && l.Word()):
		return split{60 + rankOf(l) + len(left), true}
	case (len(left) >= 5 || len(left) == 4 && isModifier(left)) && (len(right) >= 5 || len(right) == 4 && lexicon.Lookup(right).Level() <= 35) && len(left)+len(right) >= 9 && (isCommon(l) && isCommon(r) || len(left) >= 8 && l.Word() && isCommon(r) || len(right) >= 8 && isCommon(l) && singular(right).Word()):
		return split{rankOf(l) + rankOf(r), false}
	}
	return split{}
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

// partName weighs the parting of the capitalised word at i, which begins no sentence.
func partName(d *lint.Document, i int, left, right string) split {
	if d.Forms[d.Tokens[i].Form].Count > 1 {
		return split{}
	}
	l, r := lexicon.Lookup(left), lexicon.Lookup(right)
	isBeforeLower := i+1 < len(d.Tokens) && d.Tokens[i+1].Case == lint.Lower
	long := utf8.RuneCountInString(left) >= 4
	if clauseStarts[right] && isBeforeLower && (long || l.Word()) && (len(right) > 3 || l.Name()) {
		return split{60 + len(right), true}
	}
	if len(left) >= 5 && l.Place() && !l.Word() && behindPlaces[right] && isBeforeLower && lexicon.EntryAt(d, i+1).Word() {
		return split{60 + len(right), true} // in Norwayand the north
	}
	if !long || !isCommon(r) || r.Level() > 35 {
		return split{}
	}
	function := lexicon.FunctionOf(right) != 0
	if l.Word() && !function && !nameFollowers[right] {
		return split{} // Knightfall is a name made of two words
	}
	if standsAlone(d, left) && (len(right) >= 4 && !nameEndings[right] || function && (endsJoin(right) || isOneOf(right, "is was") && len(left) > 4 && opensPredicate(d, i+1))) {
		return split{50 + len(right), function}
	}
	if l.Word() && !l.Person() && len(right) >= 4 && nameFollowers[right] {
		return split{50 + len(right), true}
	}
	if isBehindName(d, i) && (nameFollowers[right] || len(right) >= 6 && r.Level() <= 20 && !nameEndings[right]) && isBeforeLower {
		return split{40 + len(right), function}
	}
	return split{}
}

// opensPredicate reports whether the word at i goes on behind is and was alone: a participle, an article, not.
func opensPredicate(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) || d.Tokens[i].Case != lint.Lower {
		return false
	}
	word := d.Fold(i)
	return strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed") || word == "not" || lexicon.FunctionAt(d, i)&lexicon.Article != 0
}

// isBehindName reports whether a name stands before the word at i, not glued to it.
func isBehindName(d *lint.Document, i int) bool {
	return i > 0 && d.Tokens[i-1].Case == lint.Title && lexicon.FunctionOf(d.Fold(i-1)) == 0 && d.Tokens[i-1].End < d.Tokens[i].Start
}

// singular is the entry of a word, or of what it is the plural of when it is not listed itself.
func singular(word string) lexicon.Entry {
	if e := lexicon.Lookup(word); e.Known() {
		return e
	}
	return lexicon.Lookup(strings.TrimSuffix(word, "s"))
}

// isCommon reports whether the word is listed in lower case, and not as a rare word.
func isCommon(e lexicon.Entry) bool { return e.Level() > 0 && e.Level() <= 50 }

// rankOf is the higher the more common a listed word is.
func rankOf(e lexicon.Entry) int { return 70 - e.Level() }

// isInflected reports whether the word is derived from a listed word by an ending.
func isInflected(fold string) bool {
	for _, ending := range [...]string{"s", "es", "ed", "d", "er", "ers", "ing", "ally", "ism", "isms", "ist", "ists", "ity", "ities", "most", "ish", "est"} {
		stem, ok := strings.CutSuffix(fold, ending)
		if ok && len(stem) > 3 && (lexicon.Lookup(stem).Word() || stem[len(stem)-1] == stem[len(stem)-2] && lexicon.Lookup(stem[:len(stem)-1]).Word()) {
			return true
		}
	}
	return false
}

// isCompound reports whether two known words may be written as one: with a prefix, or with a second part that compounds
// or derivations end in.
func isCompound(left, right string) bool {
	if isOneOf(right, "today yesterday tomorrow") || !lexicon.Lookup(left).Word() && !prefixWords[left] || !singular(right).Word() {
		return false
	}
	if prefixWords[left] || compoundFirsts[left] {
		return true
	}
	if suffixWords[right] {
		return true
	}
	if isModifier(left) {
		return false
	}
	if compoundSeconds[right] {
		return true
	}
	for _, ending := range [...]string{"s", "es", "er", "ers", "r", "rs", "ing", "ings", "y"} {
		stem, ok := strings.CutSuffix(right, ending)
		if !ok || stem == "" {
			continue
		}
		single := stem[:len(stem)-1] // of a doubled consonant: log, logging
		if compoundSeconds[stem] || compoundSeconds[stem+"e"] || strings.HasSuffix(single, stem[len(stem)-1:]) && compoundSeconds[single] {
			return true
		}
	}
	return false
}

// isModifier reports whether a word is a numeral, an adjective, a plural or a verb form by its look:
// compounds begin with nouns in the singular.
func isModifier(word string) bool {
	for _, ending := range [...]string{"al", "ed", "en", "ly", "ous", "ive", "ic", "ful", "less", "ese", "ian", "ish", "ty", "ary", "lar", "able", "ing"} {
		if len(word) >= len(ending)+3 && strings.HasSuffix(word, ending) && word != "speed" && word != "metal" {
			return true
		}
	}
	if singular, ok := strings.CutSuffix(word, "s"); ok && len(word) > 4 && lexicon.Lookup(singular).Word() && word != "sports" && word != "clothes" {
		return true
	}
	return isOneOf(word, "today yesterday civil younger older bigger higher larger greater million billion hundred thousand dozen twelve three seven eight major minor local naval royal last next said told says went came made gave large small young other third being later early extra known private their often among along least since until while these those every never still")
}

// mainPart returns what stands behind the last hyphen of a word, without a possessive ending, and where it begins.
func mainPart(word string) (part string, start int) {
	last := lastPart(word)
	return firstPart(last), len(word) - len(last)
}

// partings returns the first and the last byte of a word before which it may part: two characters at least stand on
// either side.
func partings(word string) (from, to int) {
	_, first := utf8.DecodeRuneInString(word)
	_, last := utf8.DecodeLastRuneInString(word)
	return first + 1, len(word) - last - 1
}

// isLetters reports whether a folded word has no hyphen, apostrophe, dot or digit.
func isLetters(fold string) bool {
	for i := 0; i < len(fold); i++ {
		switch c := fold[i]; {
		case c >= 'a' && c <= 'z':
		case c == '-', c == '\'', c == '.', c == '_', c == '&', c >= '0' && c <= '9':
			return false
		case strings.HasPrefix(fold[i:], "‐"), strings.HasPrefix(fold[i:], "‑"):
			return false
		}
	}
	return true
}

// isTaggedBehind reports whether a sign, a slash or a dash follows the word at i without a space.
func isTaggedBehind(d *lint.Document, i int) bool {
	if i+1 >= len(d.Tokens) || !d.Glued(i+1) {
		return false
	}
	switch d.Tokens[i+1].Kind {
	case lint.Symbol, lint.Code, lint.Word, lint.Number:
		return true
	}
	return isOneOf(d.TokenText(i+1), "/ - _")
}

// isForeign reports whether two or more of the four words beside the one at i are in lower case and not listed.
func isForeign(d *lint.Document, i int) bool {
	entries, unlisted := lexicon.Entries.Of(d), 0
	for j := max(0, i-2); j <= i+2 && j < len(d.Tokens); j++ {
		if t := d.Tokens[j]; j != i && t.Kind == lint.Word && t.Case == lint.Lower && !entries[t.Form].Word() && isLetters(d.Fold(j)) {
			unlisted++
		}
	}
	return unlisted >= 2
}

// isOneOf reports whether the word is in a list parted by spaces.
func isOneOf(word, list string) bool {
	for at := 0; ; {
		i := strings.Index(list[at:], word)
		if i < 0 || word == "" {
			return false
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || list[start-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		at = end
	}
}

// reportJoin reports a glued word with one fix a place where it may part.
func reportJoin(p *lint.Pass, j join) {
	t := p.Tokens[j.token]
	var fixes []lint.Fix
	for _, at := range j.at[:min(len(j.at), 3)] {
		title := "part it as ‘" + p.Text[t.Start:at] + " " + p.Text[at:t.End] + "’"
		fixes = append(fixes, lint.Replace(title, lint.Unsafe, lint.Span{Start: at, End: at}, " "))
	}
	p.Report(lint.Diagnostic{
		Span:    t.Span(),
		Message: "‘" + p.Text[t.Start:j.at[0]] + "’ and ‘" + p.Text[j.at[0]:t.End] + "’ are glued together",
		Fixes:   fixes,
	})
}

var (
	// moneyNames holds names of money that are not listed and part into two words.
	moneyNames = lint.WordSet("toman tomans")

	// prefixWords holds words that are prefixes as well.
	prefixWords = lint.WordSet("pseudo psycho above all any anti back be by counter cross down ever extra fore he hyper infra inter like can macro may mega mini mis multi near no non not off one out over past per post quasi self semi so some sub super trans ultra un under up up well half high low fresh home inner outer upper lower side step")

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

	// compoundFirsts holds words that many closed compounds begin with.
	compoundFirsts = lint.WordSet("super micro macro cyber photo video radio techno electro neuro hydro thermo cardio mother father grand great shape shock squat corona herpes battle desert")

	// suffixWords holds words that are suffixes as well, and what stray suffixes leave of a word.
	suffixWords = lint.WordSet("long mouth fish fully ably able ability ate orates ages age less like wise hood ship dom scape ting ward wards through tabbed ness ion ions")

	// compoundSeconds holds words that closed compounds end in, without inflection.
	compoundSeconds = lint.WordSet("sport graph down out off back over cut mother master slide fruit skate forest fortress virus viral kite wine marsh museum girdle relief sphere vision host berry berries radar bright total matter borough acre telephony board sheet burger grass maker goer going build burn card break breaker line side head heads hair party room hall house land field ship port yard mark way wave work worker play player space stage time table person people woman women man men book boat ball band bank base bird board body bomb bone bowl box cake camp case cast chain chair child church class coat code craft crash craze cup date day desk dog door drop face fall farm fighter file film fire fish flag flight flow fly food foot force frame friend front game garden gate girl glass goal guard guide gun hand handle heart hold holder hole hour hunt hunter jack job keep keeper kid kill killer lake lamp law leaf life lift like list load lock log look loop market mate meal meat meter mill mind mine mob model month mouth move name net night note owner page paper park path pay piece pipe place plan plane plant plate point pole pool post pot power proof race rack rail rate read reader ride rider ring road rock roll roof root rope row run runner sack safe sale school screen sea seat seed sell seller shape share shed shell shift shine shirt shoe shop shore shot show sick sickness site size skin sky snow song sound spot spread square staff stamp stand star start state station step stick stock stone stop storm story stove stream street strike style suit surf surfer swim talk tank taste teller test text throw ticket tide tie tight tip tool top tower town track trade trail train trap tree trip truck tube turn type view wall ward ware wash watch watcher water way wear weed week wheel wheat white whole wide wife wind window wing winner wire wise wood word world worm worth wrap writer year zone trooper brand worthy warm warmer proof hearted handed minded eyed haired sighted pointed faced nosed toothed colored coloured skinned tailed winged beaten stricken speak sized shaped free friendly less based bound related driven borne level scale")
)
