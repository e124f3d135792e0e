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

// suspect is a word that may be two. Of a word with hyphens it is what stands behind the last.
type suspect struct {
	*lint.Document
	i          int    // the token
	word, fold string // without a possessive ending
	start      int    // where the word begins in the token
	isName     bool   // it has a capital that no start of a sentence accounts for
}

// suspectAt returns what may be two words of the token at i, and whether anything of it may be.
func suspectAt(d *lint.Document, i int) (suspect, bool) {
	t := &d.Tokens[i]
	if t.Len() < 5 || moneyNames[d.Fold(i)] {
		return suspect{}, false
	}
	s := suspect{Document: d, i: i, isName: isNameAt(d, i)}
	s.word, s.start = mainPart(d.TokenText(i))
	if len(s.word) < 5 || !isLetters(s.word) || s.start > 0 && (t.Case != lint.Lower || lexicon.Lookup(s.word).Known()) {
		return suspect{}, false
	}
	if fold := d.Fold(i); len(fold) == t.Len() {
		s.fold = fold[s.start : s.start+len(s.word)]
	} else {
		s.fold = lint.Fold(s.word)
	}
	return s, s.isName || !isInflected(s.fold)
}

// weigh weighs the parting before byte k of the word. A word with a capital inside a sentence is taken for a name first.
func (s *suspect) weigh(k int) split {
	left, right := partAt(s.word, s.fold, k)
	if s.isName {
		return partName(s.Document, s.i, left, right)
	}
	t := &s.Tokens[s.i]
	parted := partWords(left, right, s.Forms[t.Form].Count)
	if parted.score > 0 && t.Case == lint.Title && isNameLike(left, right, parted.function) {
		return split{}
	}
	return parted
}

// mayBeCoined reports whether the word parts anywhere into what somebody may have made one word of.
func (s *suspect) mayBeCoined() bool {
	return hasParting(s.word, s.fold, isCompound) ||
		hasParting(s.word, s.fold, func(left, right string) bool { return isCoinable(s.Document, left, right) })
}

// partJoin parts the unlisted word at i.
func partJoin(d *lint.Document, i int) (join, bool) {
	s, ok := suspectAt(d, i)
	if !ok {
		return join{}, false
	}
	j, best := join{token: i}, split{}
	from, to := partings(s.word)
	for k := range s.word {
		if k < from || k > to {
			continue
		}
		at, parted := int(d.Tokens[i].Start)+s.start+k, s.weigh(k)
		switch {
		case parted.score > best.score:
			best = parted
			j.at = append([]int{at}, j.at...)
		case parted.score > 0:
			j.at = append(j.at, at)
		}
	}
	j.function = best.function
	return j, best.score > 0 && (s.isName || best.function || !s.mayBeCoined())
}

// partBefore returns where the unlisted word at i, in lower case, parts by what stands behind it, or 0: a preposition or
// article that is the ending of many words, too, before what it leads to (three peopleto Bergen, bring it toa boil).
func partBefore(d *lint.Document, i int) int {
	t := &d.Tokens[i]
	if t.Case != lint.Lower || d.Forms[t.Form].Count > 1 || i == 0 || d.Tokens[i-1].Kind != lint.Word {
		return 0
	}
	word := d.Fold(i)
	if i+1 >= d.BlockOf(i).To || d.Glued(i+1) || len(word) != t.Len() || !isLetters(word) {
		return 0
	}
	if at := partArticle(d, i); at > 0 {
		return at
	}
	if startsObject(d, i+1) {
		return partPreposition(word)
	}
	return 0
}

// partArticle returns where the word at i, a function word that an article is glued to, parts before a noun: bring it toa boil.
func partArticle(d *lint.Document, i int) int {
	left, ok := strings.CutSuffix(d.Fold(i), "a")
	if !ok || !beforeArticle[left] || lexicon.FunctionAt(d, i-1)&lexicon.Article != 0 {
		return 0
	}
	if d.Tokens[i+1].Case != lint.Lower || !isCommon(lexicon.EntryAt(d, i+1)) || lexicon.FunctionAt(d, i+1) != 0 {
		return 0
	}
	if strings.ContainsAny(d.Fold(i + 1)[:1], "aeiou") {
		return 0 // an takes its place
	}
	return len(left)
}

// beforeArticle holds function words that an article is glued to.
var beforeArticle = lint.WordSet("to of in with from into by for is was has at on as and than")

// startsObject reports whether token i begins what a preposition leads to: a name, a number, an article, a possessive.
func startsObject(d *lint.Document, i int) bool {
	const leads = lexicon.Article | lexicon.Possessive
	t := &d.Tokens[i]
	return t.Case == lint.Title || t.Kind == lint.Number || lexicon.FunctionAt(d, i)&leads != 0
}

// partPreposition returns where a word parts before a preposition that is the ending of many words, too, or 0: peopleto,
// describedas.
func partPreposition(word string) int {
	for _, right := range [...]string{"to", "in", "on", "at", "by", "from", "with", "into"} {
		left, ok := strings.CutSuffix(word, right)
		if ok && len(left) > 4 && isPlain(lexicon.Lookup(left)) && lexicon.FunctionOf(left) == 0 {
			return len(left)
		}
	}
	if left, ok := strings.CutSuffix(word, "as"); ok && strings.HasSuffix(left, "ed") && isCommon(lexicon.Lookup(left)) {
		return len(left)
	}
	return 0
}

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

// partAt returns the two parts of the word at byte k, the first of them folded.
func partAt(word, fold string, k int) (left, right string) {
	if len(fold) == len(word) {
		return fold[:k], word[k:]
	}
	return lint.Fold(word[:k]), word[k:]
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

// isInflected reports whether the word is derived from a listed word by an ending.
func isInflected(fold string) bool {
	for _, ending := range [...]string{
		"s", "es", "ed", "d", "er", "ers", "ing", "ally", "ism", "isms", "ist", "ists", "ity", "ities", "most", "ish", "est",
	} {
		stem, ok := strings.CutSuffix(fold, ending)
		if !ok || len(stem) < 4 {
			continue
		}
		single, last := stem[:len(stem)-1], len(stem)-1 // of a doubled consonant: log, logging
		if lexicon.Lookup(stem).Word() || stem[last] == stem[last-1] && lexicon.Lookup(single).Word() {
			return true
		}
	}
	return false
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
		t := &d.Tokens[j]
		if j != i && t.Kind == lint.Word && t.Case == lint.Lower && !entries[t.Form].Word() && isLetters(d.Fold(j)) {
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
)
