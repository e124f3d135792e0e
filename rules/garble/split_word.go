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
	if d.TokenText(i) != "s" || i < 2 || d.Tokens[i-1].Kind != lint.Word || i+1 >= len(d.Tokens) || d.Tokens[i].Start != d.Tokens[i-1].End+1 || d.Glued(i+1) && d.Tokens[i+1].Kind != lint.Punct || d.Tokens[i+1].Kind == lint.Quote {
		return false
	}
	noun := lexicon.EntryAt(d, i-1)
	if d.Tokens[i-1].Case != lint.Lower || noun.Level() == 0 || noun.Level() > 50 || lexicon.FunctionAt(d, i-1) != 0 {
		return false
	}
	return d.Tokens[i-2].Kind == lint.Number || isOneOf(d.Fold(i-2), "two three four five six seven eight nine ten these those many several few both some all")
}

// shiftedSpace returns the byte of the two words before and at i, taken together, where the space belongs that stands
// inside one of them, or 0: thank you inad vance, th ecity. No piece is a word, and one of the true words is a function
// word.
func shiftedSpace(d *lint.Document, i int) int {
	before, at := &d.Tokens[i-1], &d.Tokens[i]
	if at.Case != lint.Lower || before.Case != lint.Lower || at.Start != before.End+1 || at.Len()+before.Len() < 6 {
		return 0
	}
	left, right := d.Fold(i-1), d.Fold(i)
	if before.Kind != lint.Word || at.Kind != lint.Word || len(left) < 2 || len(right) < 2 || !isLetters(left) || !isLetters(right) || isForeign(d, i) || isForeign(d, i-1) {
		return 0
	}
	if len(left) != before.Len() || len(right) != at.Len() {
		return 0
	}
	whole := left + right
	if l, r := lexicon.EntryAt(d, i-1), lexicon.EntryAt(d, i); l.Word() || r.Word() {
		if i+1 < len(d.Tokens) && d.Glued(i+1) && d.Tokens[i+1].Kind != lint.Punct {
			return 0 // the value of ftell()
		}
		return shiftedLetter(whole, len(left), l, r)
	} else if len(right) < 3 {
		return 0
	}
	for k := 2; k < len(whole)-1; k++ {
		if k != len(left) && isPhrase(whole[:k], whole[k:]) {
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
	k := at - 1
	if l.Known() {
		if k = at + 1; r.Known() || whole[at] != 's' || lexicon.FunctionOf(whole[:at]) != 0 || lexicon.FunctionOf(whole[k:]) == 0 || len(whole)-k < 3 {
			return 0
		}
	} else if whole[k] == 's' || !r.Known() {
		return 0
	}
	left, right := whole[:k], whole[k:]
	if len(left) < 2 || len(right) < 3 {
		return 0
	}
	known := func(word string) bool { e := lexicon.Lookup(word); return e.Level() > 0 && e.Level() <= 10 }
	if known(left) && known(right) && (lexicon.FunctionOf(left) != 0 || lexicon.FunctionOf(right) != 0) {
		return k
	}
	return 0
}

// isPhrase reports whether two words are a function word and a common one.
func isPhrase(left, right string) bool {
	l, r := lexicon.Lookup(left), lexicon.Lookup(right)
	common := func(e lexicon.Entry) bool { return e.Level() > 0 && e.Level() <= 35 }
	return common(l) && common(r) && (lexicon.FunctionOf(left) != 0 && len(right) > 3 || lexicon.FunctionOf(right) != 0 && len(left) > 3)
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
	before, at := &d.Tokens[i-1], &d.Tokens[i]
	if at.Kind != lint.Word || before.Kind != lint.Word || at.Case != lint.Lower || before.Case != lint.Lower || at.Start != before.End+1 {
		return false
	}
	if entries := lexicon.Entries.Of(d); !isPiece(entries[before.Form]) && !isPiece(entries[at.Form]) && !isAffixed(d, i) {
		return false
	}
	left, right := d.Fold(i-1), d.Fold(i)
	if strings.Count(left, "-") > 1 {
		return false // vis-à-vis its staff
	}
	left = lastPart(left)
	size := len(left) + len(right)
	if !isLetters(left) || !isLetters(right) || size < 4 || right == "com" {
		return false
	}
	e := lexicon.Lookup(left + right)
	if !e.Word() {
		return false
	}
	l, r := lexicon.Lookup(left), lexicon.EntryAt(d, i)
	if size < 6 {
		return !soundWords[left] && e.Level() <= 10 && (!l.Word() && len(left) > 1 || !r.Word() && len(right) > 1) && !isPieceAt(d, i-2) && !isPieceAt(d, i+1)
	}
	switch {
	case splitPrefixes[left] && r.Word(), parted[left+right]:
		return false
	case !isPiece(l) && !isPiece(r) && !isAffixed(d, i):
		return false
	case e.Level() <= 20 && size >= 8:
		return true
	}
	isListed := e.Level() <= 50 || size >= 9 && !l.Word() && !r.Word()
	return isListed && !isPieceAt(d, i-2) && !isPieceAt(d, i+1)
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
