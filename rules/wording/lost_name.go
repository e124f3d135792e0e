package wording

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostName reports Mr, Mrs or Ms before a verb, its name lost: Mr. died on the way, the aim of Mr was peace.
//
// The engine translates the title and drops a name that it does not know, or takes a word for lord or sir for the title.
// Names in lower case (Mr von Holt) and titles that are spoken of (the title Mr. was), a wife (my Mrs) and the magazine Ms.
// are right.
//
// There is no fix: the text does not say who is meant.
//
// bad: On the road to Bergen, Mr. died of a fever.
// bad: The main aim of Mr was to raise the tax.
// good: On the road to Bergen, Mr. von Holt died of a fever.
// good: The title Mr was new to them.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (3 in 5,400,000, all from Romanian), on clean
// English none in 300,000 (less than 0.1 per 10,000 words); 3 read, 3 right. The level is provisional.
var LostName = &lint.Rule{
	Name:     "wording/lost-name",
	Severity: lint.Warning,
	MQM:      "Accuracy/Omission",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, title := range civilTitles {
			for _, k := range p.Places(p.Find(title)) {
				i := int(k)
				s := p.SentenceOf(i)
				verb := i + 1
				if verb < s.To && p.TokenText(verb) == "." && p.Glued(verb) {
					verb++
				}
				if verb >= s.To || p.Tokens[i].Case != lint.Title || p.Tokens[verb].Case != lint.Lower || p.Glued(verb) || !isPastVerb(p.Document, verb) || isSpokenOf(p.Document, s, i, verb) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i, To: verb + 1}),
					Message: fmt.Sprintf("no name behind ‘%s’", p.TokenText(i)),
				})
			}
		}
	},
}

var civilTitles = lint.Keys("mr mrs ms")

// isPastVerb reports whether token i is a verb that tells of somebody and no name.
func isPastVerb(d *lint.Document, i int) bool {
	switch word := d.Fold(i); word {
	case "was", "were", "had", "has", "did", "will", "would", "died", "says", "told":
		return true
	default:
		return sayings[word] || verbs().Get(lint.Hash(word)).past == word
	}
}

// isSpokenOf reports whether the title at token i of sentence s, before a verb, is a word that is spoken of, a wife or a
// magazine.
func isSpokenOf(d *lint.Document, s lint.Range, i, verb int) bool {
	if d.Fold(i) == "ms" && !sayings[d.Fold(verb)] && d.Fold(verb) != "told" {
		return true // the magazine was founded
	}
	if i == s.From {
		return false
	}
	if lexicon.FunctionAt(d, i-1)&(lexicon.Article|lexicon.Possessive) != 0 || d.Fold(i-1) == "of" && titleNouns[d.Fold(max(i-2, s.From))] {
		return true // my Mrs has been told, the use of Mr. was dropped
	}
	return (d.Tokens[i-1].Kind == lint.Quote || titleNouns[d.Fold(i-1)] || lexicon.FunctionAt(d, i-1)&lexicon.Conjunction != 0)
}

var titleNouns = lint.WordSet("title titles word words letters prefix form abbreviation term honorific as use issue issues cover editor editors reader readers magazine pages")
