package wording

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// NeedlessArticle reports the before a country that has none: within the Slovakia, the situation in the Iran would.
//
// Arabic, French, Portuguese and German have an article before some countries; the engine keeps it. What the country only
// tells (the Iraq war, the Japan team) and one of several of that name (the Germany of 1920) are right, and so is the
// Ukraine with some writers.
//
// The fix drops the article and is unsafe.
//
// bad: The parcels are sent within the Slovakia.
// bad: They fear that the talks in the Iran will fail.
// good: The parcels are sent within Slovakia, and the Iraq war is over.
// good: She writes of the Germany of 1920.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (4 in 5,400,000), on clean English none in 300,000
// (less than 0.1 per 10,000 words); 4 read, 4 right. The level is provisional.
var NeedlessArticle = &lint.Rule{
	Name:     "wording/needless-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, country := range bareCountries {
			for _, k := range p.Places(p.Find(country)) {
				i := int(k)
				s := p.SentenceOf(i)
				if !isBehindThe(p.Document, s, i) || !endsCountry(p.Document, s, i+1) || isShip(p.Document, s, i) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
					Message: fmt.Sprintf("‘the’ before ‘%s’, which has no article", p.TokenText(i)),
					Fixes:   []lint.Fix{lint.Replace("drop ‘the’", lint.Unsafe, lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i].Start)}, "")},
				})
			}
		}
	},
}

// isBehindThe reports whether the country at token i of sentence s stands behind a preposition and the: to the Russia.
func isBehindThe(d *lint.Document, s lint.Range, i int) bool {
	return i-2 >= s.From && d.Fold(i-1) == "the" && intoCountry[d.Fold(i-2)] &&
		d.Tokens[i-1].Case == lint.Lower && d.Tokens[i].Case == lint.Title && !d.Glued(i)
}

// isShip reports whether the name behind the, at token i of sentence s, is that of a ship: the captain of the Estonia.
func isShip(d *lint.Document, s lint.Range, i int) bool {
	return i-3 >= s.From && d.Fold(i-2) == "of" && ofShips[d.Fold(i-3)]
}

// bareCountries have no article, and no river, town or team that has one is called so.
var bareCountries = lint.Keys("slovakia slovenia russia germany france iran iraq syria china japan india pakistan poland hungary romania bulgaria serbia croatia norway sweden finland denmark estonia latvia lithuania israel egypt libya tunisia morocco algeria spain portugal italy greece mexico argentina canada vietnam thailand indonesia malaysia kazakhstan uzbekistan armenia azerbaijan afghanistan yemen bahrain qatar kuwait belarus austria belgium ireland")

// intoCountry holds what a country stands behind more often than what it tells.
var intoCountry = lint.WordSet("to in of from inside within into throughout across")

// ofShips holds what a ship of such a name has.
var ofShips = lint.WordSet("voyage voyages captain crew wreck hull deck master officers passengers sinking launch loss sister builders cargo")

// endsCountry reports whether token i of sentence s shows that the country before it tells no noun: the end, or an
// auxiliary verb.
func endsCountry(d *lint.Document, s lint.Range, i int) bool {
	if i >= s.To {
		return true
	}
	switch d.TokenText(i) {
	case ".", "?", "!":
		return i+1 >= s.To || !d.Glued(i+1) || d.Tokens[i+1].Kind == lint.Quote
	case ",":
		return i+1 < s.To && (d.Fold(i+1) == "where" || d.Fold(i+1) == "which")
	}
	return d.Tokens[i].Case == lint.Lower && lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0
}
