package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// HyphenArticle reports a compound that a free hyphen and an article part: a press - the conference, the vice - the president.
//
// Russian and its neighbours write such words with a hyphen; engines of the older kind take the hyphen for a dash, and give the
// second noun its article. Reported are press, vice, mini and Internet before the nouns that they make compounds with. A dash
// before an article (he had one vice - the bottle) is right.
//
// The fix takes out what parts the two, and is unsafe.
//
// bad: The mayor gave a press - the conference on the repairs.
// bad: The vice - the president of the club resigned on Friday.
// bad: They bought it in a mini - the market near the port.
// good: He had one vice - the bottle - and a good press - the papers liked him.
// good: The mayor met the press - the whole of it - in the harbour.
//
// Measured on 5,400,000 words of machine translation, on original English (350,000 words) and in 4,500,000 words of manuals: 0
// hits per 10,000 words. None could be read: the level rests on the absence of false alarms and is provisional.
var HyphenArticle = &lint.Rule{
	Name:     "spacing/hyphen-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range marksOf.Of(p.Document).hyphens {
			i := int(k)
			if _, ok := blockRound(p.Document, i, 1, 2); !ok || !partsCompound(p.Document, i) {
				continue
			}
			gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i+2].Start)}
			link := " "
			if p.Fold(i-1) == "mini" {
				link = "-"
			}
			p.Report(lint.Diagnostic{
				Severity: severity(p.Document),
				Span:     from(p.Document, i-1, i+2),
				Message:  "a dash and an article inside a compound",
				Fixes:    []lint.Fix{lint.Replace("join the two", lint.Unsafe, gap, link)},
			})
		}
	},
}

// partsCompound reports whether the hyphen at token i, with white space round it, and the article behind it part the two words of
// a compound.
func partsCompound(d *lint.Document, i int) bool {
	if !spaced(d, i) || !spaced(d, i+1) || lexicon.FunctionAt(d, i+1)&lexicon.Article == 0 || d.Tokens[i+1].Case != lint.Lower || d.Tokens[i-1].Kind != lint.Word {
		return false
	}
	return compoundNouns[d.Fold(i-1)][d.Fold(i+2)]
}

// compoundNouns holds the nouns that stand behind the first part of a compound that is a word of its own.
var compoundNouns = map[string]map[string]bool{
	"press":    lint.WordSet("conference conferences service services secretary secretaries release releases centre centres center centers attache attaché"),
	"vice":     lint.WordSet("president presidents chairman chairmen premier premiers governor governors mayor mayors speaker speakers champion champions rector admiral minister ministers"),
	"mini":     lint.WordSet("market markets football hotel hotels stadium stadiums bus buses marathon series"),
	"internet": lint.WordSet("shop shops store stores site sites provider providers page pages users user resource resources edition editions"),
}
