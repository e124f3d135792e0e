package encoding

import (
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
)

// isGlossed reports whether the run stands in brackets, or the text says what it means. Square ones that hold the whole block
// are a label: [리포트].
func isGlossed(d *lint.Document, b lint.Block, r lint.Range) bool {
	if r.To+1 < b.To && d.TokenText(r.To) == "," && d.Fold(r.To+1) == "meaning" {
		return true
	}
	if !isOpenBefore(d, b, r.From) {
		return false
	}
	isLabel := r.From == b.From+1 && r.To == b.To-1 && d.TokenText(b.From) != "("
	return !isLabel && isClosedBehind(d, b, r.To)
}

const longestGloss = 24 // tokens on either side of the run, without those in brackets of their own

// isOpenBefore reports whether a bracket that opens a little before token i of block b is not closed there.
func isOpenBefore(d *lint.Document, b lint.Block, i int) bool {
	depth, far := 0, 0
	for i--; i >= b.From && far < longestGloss && depth < 1; i-- {
		if d.Tokens[i].Kind == lint.Bracket {
			depth += direction(d, i)
		} else if depth == 0 {
			far++
		}
	}
	return depth == 1
}

// isClosedBehind reports whether the bracket that is open at token i of block b is closed a little behind it.
func isClosedBehind(d *lint.Document, b lint.Block, i int) bool {
	depth, far := 1, 0
	for ; i < b.To && far <= longestGloss && depth > 0; i++ {
		if d.Tokens[i].Kind == lint.Bracket {
			depth += direction(d, i)
		} else if depth == 1 {
			far++
		}
	}
	return depth == 0
}

// direction returns 1 for an opening bracket and -1 for a closing one.
func direction(d *lint.Document, i int) int {
	if r, _ := utf8.DecodeRuneInString(d.TokenText(i)); unicode.Is(unicode.Ps, r) {
		return 1
	}
	return -1
}

// isQuoted reports whether quotation marks stand on either side of the run, with marks of the sentence at most between.
func isQuoted(d *lint.Document, b lint.Block, r lint.Range) bool {
	if r.From == b.From || d.Tokens[r.From-1].Kind != lint.Quote {
		return false
	}
	for i := r.To; i < b.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Quote:
			return true
		case lint.Punct, lint.Symbol, lint.Number:
		default:
			return false
		}
	}
	return false
}

// isBesideName reports whether the run stands between a name and a bracket, as the original spelling of the name does:
// Sikong Tu 司空图 (837–908). A note that begins with the original has a number in place of the name.
func isBesideName(d *lint.Document, b lint.Block, r lint.Range) bool {
	if r.From == b.From || r.To == b.To || d.Tokens[r.To].Kind != lint.Bracket || direction(d, r.To) < 0 {
		return false
	}
	return d.Tokens[r.From-1].Case == lint.Title || r.From-b.From <= 2 && d.Tokens[b.From].Kind == lint.Number
}

// isRomanised reports whether brackets behind the run hold a name of two words or more and nothing else, as the spelling
// of the name in Latin letters is given: 司空图 (Sikong Tu).
func isRomanised(d *lint.Document, b lint.Block, r lint.Range) bool {
	if r.To == b.To || d.Tokens[r.To].Kind != lint.Bracket || direction(d, r.To) < 0 {
		return false
	}
	i := r.To + 1
	for i < b.To && d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Title {
		i++
	}
	return i > r.To+2 && i < b.To && d.Tokens[i].Kind == lint.Bracket
}

// isTranslated reports whether brackets behind the run hold one name, or a title in quotation marks, and nothing else: 北京
// (Beijing), Ἀνάβασις (“The March Up Country”).
func isTranslated(d *lint.Document, b lint.Block, r lint.Range) bool {
	const longest = 12
	if r.To+2 >= b.To || d.Tokens[r.To].Kind != lint.Bracket || direction(d, r.To) < 0 {
		return false
	}
	first := &d.Tokens[r.To+1]
	if first.Kind == lint.Word && first.Case == lint.Title {
		return d.Tokens[r.To+2].Kind == lint.Bracket && direction(d, r.To+2) < 0
	}
	if first.Kind != lint.Quote {
		return false
	}
	for i := r.To + 2; i+1 < b.To && i < r.To+longest; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			return d.Tokens[i+1].Kind == lint.Bracket && direction(d, i+1) < 0
		}
	}
	return false
}

// isNamedLetter reports whether the word before the run names it as a letter or a word, or the words behind it its
// language.
func isNamedLetter(d *lint.Document, b lint.Block, r lint.Range) bool {
	if r.From-2 > b.From && isLoneLetter(d, r.From) && r.To == r.From+1 && d.Fold(r.From-1) == "and" && isLoneLetter(d, r.From-2) {
		return true // the letters А and Я
	}
	if r.From-1 > b.From && languageNames[d.Fold(r.From-2)] && d.Tokens[r.From-1].Case == lint.Lower {
		return true // the Russian conjunction а
	}
	return r.From > b.From && signWords[d.Fold(r.From-1)] || r.To+1 < b.To && d.Fold(r.To) == "in" && languageNames[d.Fold(r.To+1)]
}

// isLoneLetter reports whether token i is a single letter of another script, or one that looks so.
func isLoneLetter(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && isForeign(d.Tokens[i]) && utf8.RuneCountInString(d.TokenText(i)) == 1
}

// isGivenIn reports whether the words before the run say in which language it is given: in Arabic: سلام, Arabic: سلام,
// the Japanese 侍 for warrior, 侍, the Japanese for warrior.
func isGivenIn(d *lint.Document, b, r lint.Range) bool {
	const near = 6
	before := r.From - 1
	if isOrigin(d, b, before) {
		return true
	}
	if before >= b.From && r.To < b.To && languageNames[d.Fold(before)] {
		return d.Fold(r.To) == "for" || explaining[d.Fold(r.To)]
	}
	if isInApposition(d, b, r.To) || isSaidToMean(d, b, r.To) {
		return true
	}
	if before-1 > b.From && d.TokenText(before) == ":" && languageNames[d.Fold(before-1)] {
		return true // (Russian: Москва, pronounced so)
	}
	for i := before; i > max(b.From, r.From-near); i-- {
		if languageNames[d.Fold(i)] {
			return d.Fold(i-1) == "in"
		}
	}
	return false
}

// isOrigin reports whether token i of block b is the language that a word is taken from: from the Greek μίτος.
func isOrigin(d *lint.Document, b lint.Range, i int) bool {
	if i <= b.From+1 || !languageNames[d.Fold(i)] {
		return false
	}
	if i > b.From+2 && d.Fold(i-1) == "the" {
		i--
	}
	return d.Fold(i-1) == "from"
}

// isInApposition reports whether a language and what a word is in it stand at token i of block b: ΠΡΟΣΟΧΗ, the Greek for caution.
func isInApposition(d *lint.Document, b lint.Range, i int) bool {
	return i+3 < b.To && d.TokenText(i) == "," && d.Fold(i+1) == "the" && languageNames[d.Fold(i+2)] &&
		(d.Fold(i+3) == "for" || signWords[d.Fold(i+3)])
}

// isSaidToMean reports whether the meaning of a word stands at token i of block b: ΠΡΟΣΟΧΗ, meaning caution.
func isSaidToMean(d *lint.Document, b lint.Range, i int) bool {
	return i+2 < b.To && d.TokenText(i) == "," && (d.Fold(i+1) == "meaning" || d.Fold(i+1) == "which" && d.Fold(i+2) == "means")
}

// isExplained reports whether a bracket or a word such as "means" follows the quoted run.
func isExplained(d *lint.Document, b lint.Block, r lint.Range) bool {
	for i := r.To; i < b.To; i++ {
		switch {
		case d.Tokens[i].Kind == lint.Quote:
		case d.Tokens[i].Kind == lint.Bracket:
			return direction(d, i) > 0
		default:
			return explaining[d.Fold(i)]
		}
	}
	return false
}

// explaining holds the words that follow a foreign word which is explained.
var explaining = map[string]bool{"means": true, "meaning": true, "meant": true, "represents": true, "translates": true, "is": true, "stands": true}

// signWords holds what names a letter, a sign or a word.
var signWords = map[string]bool{"letter": true, "letters": true, "character": true, "characters": true, "symbol": true, "sign": true, "kanji": true, "hanja": true, "word": true, "words": true, "term": true, "phrase": true}

// languageNames holds the languages in which a word may be given: Москва in Russian.
var languageNames = map[string]bool{"arabic": true, "russian": true, "ukrainian": true, "greek": true, "hebrew": true, "chinese": true, "japanese": true, "korean": true, "persian": true, "bulgarian": true, "serbian": true, "hindi": true, "urdu": true, "thai": true, "georgian": true, "armenian": true, "turkish": true, "kazakh": true, "belarusian": true, "macedonian": true, "bengali": true, "tamil": true, "sanskrit": true, "yiddish": true, "amharic": true, "pashto": true, "kurdish": true, "mongolian": true}
