package garble

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// StutteredEnding reports a word whose ending is written twice: scenographygraphy, informationtion.
//
// Engines put words together from pieces, and a piece that falls twice is no word of the list any more. Reported is a
// word in lower case that is listed without its last three letters or more, when these repeat those before. Sounds
// (hahaha), the superlative modestest and words of other languages are right.
//
// The fix takes the second one away and is safe.
//
// bad: The scenographygraphy was done by Holm.
// bad: They waited for the informationtion.
// good: They shouted hahaha and ate couscous.
// good: The scenography was done by Holm.
//
// Measured on 5.4 million words of machine translation: 2 hits, on 350,000 words of original English none (less than 0.1
// per 10,000 words); 3 read, one of them on a web article, all right. The level
// is provisional.
var StutteredEnding = &lint.Rule{
	Name:     "garble/stuttered-ending",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range suspectsOf.Of(p.Document).unlisted {
			t := &p.Tokens[k]
			if n := stutter(p.Fold(int(k))); n > 0 && t.Case == lint.Lower && t.Len() == len(p.Fold(int(k))) {
				second := lint.Span{Start: int(t.End) - n, End: int(t.End)}
				p.Report(lint.Diagnostic{
					Span:    t.Span(),
					Message: "‘" + p.Slice(second) + "’ twice at the end of a word",
					Fixes:   []lint.Fix{lint.Replace("take the second away", lint.Safe, second, "")},
				})
			}
		}
	},
}

// stutter returns how many letters at the end of an unlisted word repeat those before, where the word is listed without
// them and longer than they are; or 0.
func stutter(word string) int {
	const shortest, stem = 3, 3
	for n := shortest; 2*n+stem <= len(word); n++ {
		once := word[:len(word)-n]
		if once[len(once)-n:] == word[len(word)-n:] && isLetters(word) && word[len(word)-n:] != "est" && lexicon.Lookup(once).Word() {
			return n
		}
	}
	return 0
}
