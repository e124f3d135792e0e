package garble

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SplitWord reports a word that a space parts in two.
//
// The space stands where a line of the page was hyphenated or where the engine put its sub-word pieces together wrongly.
// It is found between two pieces in lower case of which one is no common word, and which together are one, of four and five
// letters only where everybody knows it (wa ter); behind a numeral also before the s of a plural; where it only slipped
// into the next word (inad vance); and where both pieces are words but what stands beside leaves one reading (with out a
// bag, high landers). A prefix before a whole word and words of another language are right.
//
// The fix takes the space out and is safe.
//
// bad: The gover nment announced a new plan.
// bad: They asked for an expla nation of the delay.
// bad: The high landers left with out a word.
// good: The pre war houses stand in a row, a la carte.
//
// Measured on machine-translated news and encyclopaedia articles: 0.004 hits per 10,000 words (5,400,000 words), on
// original English 0.06 (352,000 words, two hits, true slips); 5 read, 5 right: the level rests on words parted on purpose,
// of which it finds 91 to 96 in 100.
var SplitWord = &lint.Rule{
	Name:     "garble/split-word",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		seen := 0 // the second token of the last pair
		for _, k := range suspectsOf.Of(p.Document).pieces {
			for i := max(int(k), seen+1); i <= int(k)+1 && i < len(p.Tokens); i++ {
				seen = i
				if isSplit(p.Document, i) {
					reportSplit(p, i)
				} else if at := shiftedSpace(p.Document, i); at > 0 {
					reportShifted(p, i, at)
				}
			}
		}
		for _, m := range partedPhrases.Find(p.Document) {
			if i := partedAt(p.Document, m.Range); i > 0 && !isSplit(p.Document, i) {
				reportSplit(p, i)
			}
		}
		for _, k := range p.Places(p.Find(plural)) {
			if isTornPlural(p.Document, int(k)) {
				reportSplit(p, int(k))
			}
		}
	},
}

var plural = lint.KeyOf("s")

// partedPhrases are words in two pieces that are words themselves, in company that allows no other reading.
var partedPhrases = lexicon.NewPhrases([]string{
	"with out a|an|any|the|his|her|their|its|my|our|this|that|having|being", "in stead of", "an other", "there fore", "through out the day|year|week|night|world|country|season|region|city|town",
	"under taken|gone", "over threw|thrown", "out side of the", "in side of the",
	"basket ball", "volley ball", "foot ball", "foot baller", "hand ball", "base ball", "grand mother|father|son|daughter|parents|children", "news paper", "news papers", "head quarters",
	"earth quake", "earth quakes", "neighbor hood", "neighbour hood", "child hood", "high lander", "high landers", "in the after noon", "yester day", "butter fly", "straw berry", "straw berries",
	"gentle man", "gentle men", "police man", "police men", "chair man", "spokes man", "spokes woman", "some body|thing else", "any thing else|about|like", "every thing else|about|that|is|was",
	"the|without|into|after|during over time",
})

// partedAt returns the second token of the two in a range that are one word, a single space between them, or 0.
func partedAt(d *lint.Document, r lint.Range) int {
	for i := r.From + 1; i < r.To; i++ {
		if d.Tokens[i].Case == lint.Lower && d.Tokens[i].Start == d.Tokens[i-1].End+1 && lexicon.Lookup(d.Fold(i-1)+d.Fold(i)).Word() {
			return i
		}
	}
	return 0
}

func reportSplit(p *lint.Pass, i int) {
	span, whole := p.Span(lint.Range{From: i - 1, To: i + 1}), p.TokenText(i-1)+p.TokenText(i)
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "‘" + whole + "’ parted by a space",
		Fixes:   []lint.Fix{lint.Replace("take the space out", lint.Safe, span, whole)},
	})
}

// isTornPlural reports whether the token at i is the s of the plural noun before it, which a number or a determiner of
// the plural leads to: three screw s and two clips.
func isTornPlural(d *lint.Document, i int) bool {
	if i < 2 || i+1 >= len(d.Tokens) || d.TokenText(i) != "s" || !areLowerPair(d, i) {
		return false
	}
	if next := d.Tokens[i+1].Kind; next == lint.Quote || next != lint.Punct && d.Glued(i+1) {
		return false
	}
	if !isCommon(lexicon.EntryAt(d, i-1)) || lexicon.FunctionAt(d, i-1) != 0 {
		return false
	}
	return d.Tokens[i-2].Kind == lint.Number || beforePlurals[d.Fold(i-2)]
}

// beforePlurals holds numerals and determiners of the plural.
var beforePlurals = lint.WordSet("two three four five six seven eight nine ten these those many several few both some all")

// areLowerPair reports whether token i and the one before it are words in lower case, a single space between them.
func areLowerPair(d *lint.Document, i int) bool {
	before, at := &d.Tokens[i-1], &d.Tokens[i]
	return at.Case == lint.Lower && before.Case == lint.Lower && at.Start == before.End+1 &&
		at.Kind == lint.Word && before.Kind == lint.Word
}

// shiftedSpace returns the byte of the two words before and at i, taken together, where the space belongs that stands
// inside one of them, or 0: thank you inad vance, th ecity. No piece is a word, and one of the true words is a function
// word.
func shiftedSpace(d *lint.Document, i int) int {
	if !mayBeShifted(d, i) {
		return 0
	}
	left, right := d.Fold(i-1), d.Fold(i)
	l, r := lexicon.EntryAt(d, i-1), lexicon.EntryAt(d, i)
	if !l.Word() && !r.Word() {
		if len(right) < 3 {
			return 0
		}
		return phraseAt(left+right, len(left))
	}
	if d.Glued(i+1) && d.Tokens[i+1].Kind != lint.Punct {
		return 0 // the value of ftell()
	}
	return shiftedLetter(left+right, len(left), l, r)
}

// mayBeShifted reports whether the words before and at i are in lower case, of letters alone and in English text.
func mayBeShifted(d *lint.Document, i int) bool {
	if !areLowerPair(d, i) {
		return false
	}
	left, right, l, r := d.Fold(i-1), d.Fold(i), d.Tokens[i-1].Len(), d.Tokens[i].Len()
	return l+r >= 6 && l > 1 && r > 1 && l == len(left) && r == len(right) && isLetters(left) && isLetters(right) &&
		!isForeign(d, i) && !isForeign(d, i-1)
}

// phraseAt returns the byte of two pieces, taken together, where they part into a phrase, or 0. At byte at they are parted now.
func phraseAt(whole string, at int) int {
	for k := 2; k < len(whole)-1; k++ {
		if k != at && isPhrase(whole[:k], whole[k:]) {
			return k
		}
	}
	return 0
}

// shiftedLetter returns the byte of a word and a piece that no list has, taken together, before which the space belongs that
// stands one letter beside it between them, at byte at, or 0: fromt he, book sabout. Both true words are known to everybody.
// An s that slips to the right leaves a plural before a function word, for one that lost its apostrophe (thats it) has no
// other place.
func shiftedLetter(whole string, at int, l, r lexicon.Entry) int {
	slipped, k := whole[at-1], at-1
	if l.Known() {
		slipped, k = whole[at], at+1
	}
	if l.Known() == r.Known() || l.Known() != (slipped == 's') {
		return 0
	}
	left, right := whole[:k], whole[k:]
	if len(left) < 2 || len(right) < 3 || !isFamiliar(left) || !isFamiliar(right) {
		return 0
	}
	lf, rf := lexicon.FunctionOf(left), lexicon.FunctionOf(right)
	if l.Known() && (rf == 0 || lexicon.FunctionOf(whole[:at]) != 0) || lf == 0 && rf == 0 {
		return 0
	}
	return k
}

// isFamiliar reports whether everybody knows the word.
func isFamiliar(word string) bool {
	e := lexicon.Lookup(word)
	return e.Word() && e.Level() <= 10
}

// isPhrase reports whether two words are a function word and a common one.
func isPhrase(left, right string) bool {
	return isPlain(lexicon.Lookup(left)) && isPlain(lexicon.Lookup(right)) &&
		(lexicon.FunctionOf(left) != 0 && len(right) > 3 || lexicon.FunctionOf(right) != 0 && len(left) > 3)
}

// reportShifted reports the space before the word at i, which belongs before byte at of the two words.
func reportShifted(p *lint.Pass, i, at int) {
	span, whole := p.Span(lint.Range{From: i - 1, To: i + 1}), p.TokenText(i-1)+p.TokenText(i)
	right := whole[:at] + " " + whole[at:]
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "the space in ‘" + p.Slice(span) + "’ belongs in ‘" + right + "’",
		Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
	})
}

// isPiece reports whether a word in lower case is not listed, or only as a rare one.
func isPiece(e lexicon.Entry) bool { return !e.Word() || e.Level() > 50 }

// isSplit reports whether the words before and at i are pieces of one common word.
func isSplit(d *lint.Document, i int) bool {
	if !areLowerPair(d, i) || !isPiece(lexicon.EntryAt(d, i-1)) && !isPiece(lexicon.EntryAt(d, i)) && !isAffixed(d, i) {
		return false
	}
	if strings.Count(d.Fold(i-1), "-") > 1 {
		return false // vis-à-vis its staff
	}
	p := pieces{Document: d, i: i, left: lastPart(d.Fold(i - 1)), right: d.Fold(i)}
	if p.size() < 4 || !isLetters(p.left) || !isLetters(p.right) || p.right == "com" {
		return false
	}
	if p.whole = lexicon.Lookup(p.left + p.right); !p.whole.Word() {
		return false
	}
	p.l, p.r = lexicon.Lookup(p.left), lexicon.EntryAt(d, i)
	if p.size() < 6 {
		return p.makeShortWord()
	}
	return p.makeLongWord()
}

// pieces are two words that together are one.
type pieces struct {
	*lint.Document
	i           int // the token of the second
	left, right string
	l, r, whole lexicon.Entry
}

// size returns the length of the whole word.
func (p *pieces) size() int { return len(p.left) + len(p.right) }

// makeShortWord reports whether the pieces make a short word: one that everybody knows, with a piece of two letters or more that
// is no word.
func (p *pieces) makeShortWord() bool {
	return p.whole.Level() <= 10 && !soundWords[p.left] &&
		(len(p.left) > 1 && !p.l.Word() || len(p.right) > 1 && !p.r.Word()) && !p.areInForeignText()
}

// makeLongWord reports whether the pieces make a long word: a frequent one, or a common one in English text.
func (p *pieces) makeLongWord() bool {
	if splitPrefixes[p.left] && p.r.Word() || parted[p.left+p.right] {
		return false
	}
	if !isPiece(p.l) && !isPiece(p.r) && !isAffixed(p.Document, p.i) {
		return false // of a word with a hyphen that is a piece, what stands behind the hyphen is none
	}
	if p.whole.Level() <= 20 && p.size() >= 8 {
		return true
	}
	return (isCommon(p.whole) || p.size() >= 9 && !p.l.Word() && !p.r.Word()) && !p.areInForeignText()
}

// areInForeignText reports whether another piece stands before the two or behind them, as in text of another language.
func (p *pieces) areInForeignText() bool {
	return isPieceAt(p.Document, p.i-2) || isPieceAt(p.Document, p.i+1)
}

// parted holds words that are written apart as well: post mortem, al fresco.
var parted = lint.WordSet("postmortem postmortems bonbon bonbons percent alfresco")

// isAffixed reports whether the word before i is a prefix that is never written apart, or the one at i a suffix.
func isAffixed(d *lint.Document, i int) bool {
	left, right := d.Fold(i-1), d.Fold(i)
	if len(left) <= 3 {
		return isPrefix(left)
	}
	return isSuffix(right)
}

// isAffix reports whether the word is a prefix that is never written apart, or a suffix.
func isAffix(word string) bool { return len(word) <= 5 && (isPrefix(word) || isSuffix(word)) }

// isPrefix reports whether the word is a prefix that is never written apart.
func isPrefix(word string) bool {
	switch word {
	case "dis", "mis", "con", "un":
		return true
	}
	return false
}

// isSuffix reports whether the word is an ending that is listed as a word, or that looks like one.
func isSuffix(word string) bool {
	switch word {
	case "ion", "ions", "ing", "ings", "ed", "ment", "ments", "ness", "ance", "ence", "ity", "ous", "tion", "tions", "ant", "ants":
		return true
	}
	return false
}

// isPieceAt reports whether token i is a word in lower case that is not listed.
func isPieceAt(d *lint.Document, i int) bool {
	if i < 0 || i >= len(d.Tokens) {
		return false
	}
	t := d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Lower && isLetters(d.Fold(i)) && !lexicon.Entries.Of(d)[t.Form].Word()
}

// soundWords holds letters that stand for a sound, and sounds of people who think.
var soundWords = lint.WordSet("th ch sh fl st ph wh ck er um ah eh uh")

// splitPrefixes holds prefixes that some write apart from the word.
var splitPrefixes = lint.WordSet("anti bi co counter cyber de eco electro euro ex extra hydro hyper infra inter intra macro maxi mega meta micro mid mini mono multi neo neuro non over para photo poly post pre pro proto pseudo psycho quasi re self semi socio sub super tele trans tri ultra under uni")
