package garble

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DigitInWord reports a digit or letter that stands for another of the same shape: a nought for an o, a one for an l.
//
// Text recognition of a printed page takes one for the other, and the engine keeps what it cannot translate. It is found
// where the word becomes a common one with the right letters. Codes and units are right.
//
// The fix puts the letter in. It is unsafe.
//
// bad: But we'il never forget the name 0f the town.
// bad: It was a g00d year for the vi1lage.
// good: The w0 form and the b2b shop sold mp3 files and 10l cans.
//
// Measured on machine output of all kinds: 0.00 hits per 10,000 words (5,400,000 words), on clean English 0.00 (300,000
// words); the one natural hit, on a labelled web article, is right. The level is provisional.
var DigitInWord = &lint.Rule{
	Name:     "garble/digit-in-word",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range suspectsOf.Of(p.Document).unlisted {
			i, t := int(k), &p.Tokens[k]
			if t.Case == lint.Upper || p.Forms[t.Form].Count > 2 || !mayBeMisread(p.TokenText(i)) {
				continue
			}
			if isTagged(p.Document, i) || isTaggedBehind(p.Document, i) || p.Glued(i) && p.Tokens[i-1].Kind == lint.Punct { // p. 130-1f
				continue
			}
			if right := recognised(p.TokenText(i)); right != "" {
				p.Report(lint.Diagnostic{
					Span:    t.Span(),
					Message: "‘" + p.TokenText(i) + "’ looks like ‘" + right + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, t.Span(), right)},
				})
			}
		}
	},
}

// mayBeMisread reports whether the word has an apostrophe, or a digit that looks like a letter.
func mayBeMisread(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c == '0' || c == '1' || c == '\'' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// recognised returns the word that an unlisted word was before its letters were taken for others, or "".
func recognised(word string) string {
	if i := strings.IndexAny(word, "'’"); i > 0 {
		return contraction(word, i)
	}
	if w := misread[word]; w != "" {
		return w
	}
	if len(word) < 4 || !strings.ContainsAny(word, "01") || strings.ContainsAny(word, "23456789.,-") || isNumeral(word[len(word)-1]) {
		return ""
	}
	for _, r := range []*strings.Replacer{withL, withI} {
		w := r.Replace(word)
		if e := lexicon.Lookup(lint.Fold(w)); e.Level() > 0 && e.Level() <= 35 && !isNumeral(word[0]) {
			return w
		}
	}
	return ""
}

// contraction returns the contraction that the word with an apostrophe at i was, or "".
func contraction(word string, i int) string {
	ending := strings.TrimLeft(word[i:], "'’")
	mark := strings.TrimSuffix(word[i:], ending)
	switch {
	case isOneOf(ending, "il li ii 11 l1 1l") && lexicon.FunctionOf(lint.Fold(word[:i]))&lexicon.Pronoun != 0:
		return word[:i] + mark + "ll"
	case isOneOf(word[:i], "l 1") && isOneOf(ending, "m ve ll d"):
		return "I" + mark + ending
	}
	return ""
}

var (
	withL = strings.NewReplacer("0", "o", "1", "l")
	withI = strings.NewReplacer("0", "o", "1", "i")

	// misread holds short words with a digit in them.
	misread = map[string]string{"0f": "of", "0n": "on", "0r": "or", "t0": "to", "1n": "in", "1s": "is", "1f": "if", "n0t": "not", "f0r": "for", "wi1l": "will"}
)
