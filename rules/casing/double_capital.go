package casing

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubleCapital reports a word or a name that begins with two capitals: THe minister, SUren Madoyan.
//
// The source was typed so, and the engine keeps the letters. A word counts where the word list has it; a name that it does not
// have counts where the two letters are a consonant and a vowel and another name stands beside it. Firms, units, short forms and
// their verbs (TVs, NZers, OKed, eBay), letters before a word (OCaml), degrees (MEng) and what a text writes so twice are left
// alone. A large initial that stands before its word once more (TThe) counts as well.
//
// The fix writes one capital, or none where a plain word stands inside a sentence. It is unsafe.
//
// bad: THe minister left the hall at noon.
// bad: The premier, SUren Madoyan, spoke of the lake.
// good: The TVs in the hall were sold to two NZers.
// good: The minister left the hall at noon.
//
// Measured: less than 0.01 hits per 10,000 words on machine output of all kinds (5,400,000 words), the only one right; on human
// translation (331,000 words) one, right, on original English (303,000 words) none.
var DoubleCapital = &lint.Rule{
	Name:     "casing/double-capital",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Capitals {
			i := int(k)
			if t := &p.Tokens[i]; t.Case != lint.Mixed || !beginsWithTwoCapitals(p.TokenText(i)) {
				continue
			}
			if word := p.TokenText(i); word[0] == word[1] && isPlainWord(p.Fold(i)[1:]) && len(word) > 3 {
				reportTwice(p, i)
			} else if isListedWord(p.Document, i) || isDoubledName(p.Document, i) {
				reportDoubleCapital(p, i)
			}
		}
	},
}

// reportTwice reports the word at i whose first letter, an initial that the page draws large, stands before it once more: TThe.
func reportTwice(p *lint.Pass, i int) {
	span, text := p.Tokens[i].Span(), p.TokenText(i)[1:]
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "‘" + p.TokenText(i) + "’ has its first letter twice",
		Fixes:   []lint.Fix{lint.Replace("write "+text, lint.Unsafe, span, text)},
	})
}

// beginsWithTwoCapitals reports whether a word is two capitals and then small letters alone, no plural of a short form.
func beginsWithTwoCapitals(word string) bool {
	if len(word) < 3 || word[len(word)-1] == 's' && len(word) == 3 {
		return false
	}
	for i := range len(word) {
		if c := word[i]; i < 2 && (c < 'A' || c > 'Z') || i >= 2 && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// isListedWord reports whether the word at i is a function word, or a word or a name of the word list that is no firm, and no
// letter or prefix before one (EMail, REstart), no degree, no verb of a short form, and not written so again.
func isListedWord(d *lint.Document, i int) bool {
	e, fold := lexicon.EntryAt(d, i), d.Fold(i)
	switch {
	case len(fold) == 3:
		return lexicon.FunctionAt(d, i) != 0
	case acronyms[fold[:2]], degrees[fold]: // EUro files, MEng
		return false
	case isNameWithMark(fold), isVerbOfAcronym(fold), isProgram(e, fold), isWrittenAgain(d, i):
		return false
	}
	return (e.Word() && e.Level() <= 50 || e.Name()) && !e.Brand() && !isPlainWord(fold[1:]) && !isPlainWord(fold[2:])
}

// isNameWithMark reports whether the two capitals stand for one with an apostrophe or for a ligature: AJ ONeal, for O'Neal;
// AEgir, for Ægir.
func isNameWithMark(fold string) bool {
	switch fold[:2] {
	case "ae", "oe":
		return true
	}
	return (fold[0] == 'o' || fold[0] == 'd') && lexicon.Lookup(fold[1:]).Name()
}

// isVerbOfAcronym reports whether the word is a short form of two letters with the ending of a verb: OKed, OKing.
func isVerbOfAcronym(fold string) bool { return fold[2:] == "ed" || fold[2:] == "ing" }

// isProgram reports whether the word is a letter that programs are called by before what it is joined to, or is the name of
// neither a person nor a place: JUnit, OCaml.
func isProgram(e lexicon.Entry, fold string) bool {
	return strings.IndexByte("oxgjcsndk", fold[0]) >= 0 &&
		(lexicon.Lookup(fold[1:]).Known() || e.Name() && !e.Person() && !e.Place())
}

// isWrittenAgain reports whether the word at i stands with the same letters elsewhere.
func isWrittenAgain(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return slices.ContainsFunc(d.Places(d.Tokens[i].Form), func(k int32) bool { return int(k) != i && d.TokenText(int(k)) == text })
}

// isPlainWord reports whether a word in lower case is one that people know.
func isPlainWord(word string) bool {
	level := lexicon.Lookup(word).Level()
	return level > 0 && level <= 50
}

// acronyms holds the short forms of two letters that others are joined to.
var acronyms = lint.WordSet("eu us uk un tv ai pc")

// degrees holds short forms of degrees.
var degrees = lint.WordSet("beng meng deng")

// isDoubledName reports whether the word at i begins like a syllable and stands beside another name.
func isDoubledName(d *lint.Document, i int) bool {
	fold := d.Fold(i)
	if len(fold) < 5 || isVowel(fold[0]) || !isVowel(fold[1]) || lexicon.EntryAt(d, i).Known() || lexicon.Lookup(fold[1:]).Word() {
		return false // JUnit Jupiter
	}
	return isNameAt(d, i-1) || isNameAt(d, i+1)
}

// isNameAt reports whether token i is a word with a capital that is no word of English.
func isNameAt(d *lint.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Case == lint.Title && d.Tokens[i].Len() > 2 && !lexicon.EntryAt(d, i).Word()
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

func reportDoubleCapital(p *lint.Pass, i int) {
	t, fold := &p.Tokens[i], p.Fold(i)
	text, e := upperFirst(fold), lexicon.EntryAt(p.Document, i)
	if e.Word() && !e.Name() && p.SentenceOf(i).From < i && p.Tokens[i-1].Case == lint.Lower {
		text = fold
	}
	p.Report(lint.Diagnostic{
		Span:    t.Span(),
		Message: "‘" + p.TokenText(i) + "’ begins with two capitals",
		Fixes:   []lint.Fix{lint.Replace("write "+text, lint.Unsafe, t.Span(), text)},
	})
}
