package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoublePreposition reports two prepositions in a row that no phrase has: the head of in the committee, for of the school.
//
// A name or a linked word between the two was lost, or the engine rendered one preposition twice. English has many pairs
// that are right: out of, from behind, thought of in, up to at least. Reported are of behind another preposition, and of
// before one, with a noun phrase behind and no verb before that takes of.
//
// There is no fix: what was lost is not known.
//
// bad: The head of in the committee threatened to resign.
// bad: The plan is for of the north of the city.
// good: He was thought of in the city as a good man.
// good: The tree fell out of the window of at least two houses.
//
// Measured on machine-translated news: no hit in 980,000 words, on clean English none in 391,000 (less than 0.1 per 10,000
// words); 1 read on machine-translated web articles, right. So few are shown only when asked for.
var DoublePreposition = &lint.Rule{
	Name:     "wording/double-preposition",
	Severity: lint.Info,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		functions := lexicon.Functions.Of(p.Document)
		isPreposition := func(i int) bool {
			if i < 0 || i >= len(p.Tokens) {
				return false
			}
			t := &p.Tokens[i]
			return t.Case == lint.Lower && t.Form != lint.NoForm && functions[t.Form]&lexicon.Preposition != 0
		}
		for _, of := range p.Places(p.FormOf("of")) {
			for _, i := range [...]int{int(of) - 1, int(of)} {
				if !isPreposition(i) || !isPreposition(i+1) {
					continue
				}
				if s := p.SentenceOf(i); i == s.From || i+2 >= s.To || !prepositionPair(p.Document, i) {
					continue
				}
				r := p.Span(lint.Range{From: i, To: i + 2})
				p.Report(lint.Diagnostic{Span: r, Message: fmt.Sprintf("no phrase has ‘%s’", p.Slice(r))})
			}
		}
	},
}

// prepositionPair reports whether the tokens i and i+1 are prepositions that do not belong together.
func prepositionPair(d *lint.Document, i int) bool {
	switch first, second := d.Fold(i), d.Fold(i+1); {
	case second == "of":
		return notBeforeOf[first] && beginsNounPhrase(d, i+2)
	case first == "of":
		return notBehindOf[second] && beginsNounPhrase(d, i+2) && !mayEndInOf(d.Fold(i-1))
	}
	return false
}

// beginsNounPhrase reports whether token i is an article, a possessive or a name.
func beginsNounPhrase(d *lint.Document, i int) bool {
	f := lexicon.FunctionOf(d.Fold(i))
	return f&(lexicon.Article|lexicon.Possessive) != 0 || f == 0 && d.Tokens[i].Case == lint.Title
}

// mayEndInOf reports whether a clause may end in of behind a folded word: thought of in the city.
func mayEndInOf(word string) bool {
	return word == "" || takesOf[word] || lexicon.FunctionOf(word) != 0
}

// notBeforeOf are prepositions that no of follows, notBehindOf those that follow none.
var (
	notBeforeOf = lint.WordSet("for with from at by")
	notBehindOf = lint.WordSet("in from to with on into")
)

// takesOf are verbs and nouns behind which of may end a clause.
var takesOf = lint.WordSet("thought think thinks thinking spoken speak speaks speaking heard hear hears hearing unheard disposed dispose disposing care use made talked talk dreamed dreamt dream dreaming accused proud aware approved approve sort kind rid hold ahead consist free deprived composed comprised asked complained tired know knows known knew conceived advantage made partook warned notice taken boast boasted boasting convicted guilty capable charge suspected part full afraid track fond short lot lots plenty instead because out couple speaking died die convinced example advised control front")
