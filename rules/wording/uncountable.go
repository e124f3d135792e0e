package wording

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Uncountable reports a noun that has no plural, or no singular, behind a word that counts: many information, three news,
// an advice, a scissors.
//
// Arabic, German, Spanish, Russian and most other languages count news, advice and equipment; the engine keeps the plural
// or the article. English says much information, a piece of news. Compounds (three news agencies, these advice columns)
// and what goes on behind a participle (those giving advice) are right, and so are terms of law (an information was
// laid).
//
// There is no fix: the noun may need another word before it.
//
// bad: According to many information, the road is closed.
// bad: The ministry released a news on Friday.
// good: Three news agencies reported much information.
// good: Those who give advice, and those giving good advice, were there.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words (8 in all), on original English of all
// kinds 0 (300,000 words), in human translations 0 (330,000 words); all read, all right.
var Uncountable = &lint.Rule{
	Name:     "wording/uncountable",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, noun := range uncountables {
			for _, k := range p.Places(p.Find(noun)) {
				i := int(k)
				first := counter(p.Document, i)
				if first < 0 || pairs[p.Fold(i)] && plurals[p.Fold(first)] {
					continue
				}
				if p.Tokens[i].Case != lint.Lower || !endsNoun(p.Document, i+1) || isOfLaw(p.Document, i) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: first, To: i + 1}),
					Message: fmt.Sprintf("‘%s’ cannot be counted", p.TokenText(i)),
				})
			}
		}
	},
}

// isOfLaw reports whether the noun at token i is a term of law, or the machinery of a state.
func isOfLaw(d *lint.Document, i int) bool {
	if d.Fold(i) == "machinery" {
		return i+1 < len(d.Tokens) && (d.Fold(i+1) == "of" || d.Fold(i+1) == "by")
	}
	s := d.SentenceOf(i)
	for k := s.From; k < s.To; k++ {
		if lawWords[d.Fold(k)] {
			return true
		}
	}
	return false
}

// lawWords stand in sentences about law.
var lawWords = lint.WordSet("court laid filed justices counsel indictment statute debt bond solicitor")

// uncountables are nouns that English does not count.
var uncountables = lint.Keys("news information advice equipment evidence furniture luggage software homework machinery laughter cash jewellery scissors tweezers trousers pliers binoculars pyjamas")

// counter returns the word that counts the noun at token i, with up to maxAdjectives words between, or -1.
func counter(d *lint.Document, i int) int {
	s := d.SentenceOf(i)
	for k := i - 1; k >= s.From && k >= i-1-maxAdjectives; k-- {
		word := d.Fold(k)
		switch {
		case d.Tokens[k].Kind != lint.Word || d.Tokens[k].Case != lint.Lower && k != s.From:
			return -1
		case counting[word] || k == i-1 && (word == "a" || word == "an"):
			return k
		case lexicon.FunctionAt(d, k) != 0, mayBeVerb(word), k == s.From+1 && i == k+1 && !adjectives[word] && standsForPeople[d.Fold(s.From)]:
			return -1 // many receive advice
		}
	}
	return -1
}

const maxAdjectives = 2

// endsNoun reports whether token i shows that the word before it is no first part of a compound.
func endsNoun(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) {
		return true
	}
	switch t := &d.Tokens[i]; t.Kind {
	case lint.Word:
		return lexicon.FunctionAt(d, i) != 0 && d.Fold(i) != "and" && d.Fold(i) != "or" // an information and news desk
	case lint.Punct:
		if d.TokenText(i) == "," && i+1 < len(d.Tokens) && d.Tokens[i+1].Case == lint.Lower && lexicon.FunctionAt(d, i+1) == 0 {
			return false // a list: these machinery, tools and barns
		}
		return !d.Glued(i+1) || d.Text[t.Start] != '-' && d.Text[t.Start] != '/'
	}
	return false
}

// standsForPeople holds counting words that are the subject of a sentence as well.
var standsForPeople = lint.WordSet("many several few")

// pairs holds uncountables that are plurals and counted by the pair, plurals words before them that are right: these
// scissors.
var (
	pairs   = lint.WordSet("scissors tweezers trousers pliers binoculars pyjamas")
	plurals = lint.WordSet("many several few these those numerous")
)

// counting holds words that stand before nouns in the plural alone.
var counting = lint.WordSet("many several few these those two three four five six seven eight nine ten numerous")
