package wording

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// OneOfSingular reports a noun in the singular behind one of the: one of the player, one of my friend who.
//
// Chinese, Vietnamese, Indonesian and Turkish have no plural there, or need none. English has one of several. Some eighty
// common nouns are looked at, where the word behind shows that no other noun follows: one of the city hospitals is right. A noun
// without best, main or most before it may be what a picture shows or a matter is about (two photographs, one of the house):
// there it is found at the head of a sentence and behind he is, and nowhere beside pictures.
//
// The fix writes the plural and is safe.
//
// bad: She is one of the player who came early.
// bad: One of my friend has a mill.
// bad: It was one of the most famous song of that year.
// good: He lies in one of the city hospitals, one of the country houses burned.
// good: The plant is one of its kind, and one of the family is a doctor.
// good: It is one of the things of the house.
//
// Measured on 5.4 million words of machine translation: one hit, in human translations (330,000 words) one, in manuals (4.5
// million) 2, all right; on original English (350,000 words) none, less than 0.1 per 10,000 words. The level is provisional.
var OneOfSingular = &lint.Rule{
	Name:     "wording/one-of-singular",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		of := p.FormOf("of")
		if of == lint.NoForm {
			return
		}
		for _, k := range p.Places(p.Find(oneKey)) {
			i := int(k)
			s := p.SentenceOf(i)
			if i+4 >= s.To || p.Tokens[i+1].Form != of {
				continue
			}
			if p.Fold(i+2) != "the" && lexicon.FunctionAt(p.Document, i+2)&lexicon.Possessive == 0 {
				continue
			}
			noun := behindAdjectives(p.Document, i+3)
			if noun+1 >= s.To || !isSingularAlone(p.Document, noun) || !isAmongSeveral(p.Document, s, i, noun) {
				continue
			}
			plural := pluralOf(p.Fold(noun))
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i, To: noun + 1}),
				Message: "‘one of’ takes the plural ‘" + plural + "’",
				Fixes:   []lint.Fix{lint.Replace("write ‘"+plural+"’", lint.Safe, p.Tokens[noun].Span(), plural)},
			})
		}
	},
}

var oneKey = lint.KeyOf("one")

// isSingularAlone reports whether a common noun in the singular stands at token i, and what follows shows that no other noun
// does: the player who, but the city hospitals, the house of.
func isSingularAlone(d *lint.Document, i int) bool {
	noun := d.Fold(i)
	if !countNouns[noun] || d.Tokens[i].Case != lint.Lower || !endsPhrase(d, i+1) {
		return false
	}
	if i+2 == len(d.Tokens) {
		return true
	}
	if d.Fold(i+2) == noun || d.TokenText(i+1) == "," && lexicon.FunctionAt(d, i+2) == 0 {
		return false // one of the best door to door services, one of the first movie, radio and TV magazines
	}
	return d.Fold(i+1) != "of" || !partNouns[noun]
}

// isAmongSeveral reports whether the one at token i is of the kind of the noun, and not a picture of it, a matter of it or one
// who belongs to it: one of the best player, one of my friend has, she is one of the player who.
func isAmongSeveral(d *lint.Document, s lint.Range, i, noun int) bool {
	if hasAnyOf(d, i, pictures) {
		return false
	}
	if last := d.Fold(noun - 1); ranks[last] || i+3 < noun && (d.Fold(i+3) == "most" || ranks[d.Fold(i+3)]) {
		return true
	}
	if gatherings[d.Fold(noun)] || hasAnyOf(d, i, works) {
		return false // one of the company; two songs, one of the river
	}
	switch i - s.From {
	case 0:
		return lexicon.FunctionAt(d, noun+1)&lexicon.Auxiliary != 0
	case 2:
		isPerson := subjectPronouns[d.Fold(s.From)] && d.Fold(s.From) != "it"
		return isPerson || d.Fold(s.From) == "this" && d.Fold(noun+1) == "who" // this is one of my friend who
	}
	return d.TokenText(i-1) == "," && lexicon.FunctionAt(d, noun+1)&lexicon.Auxiliary != 0
}

// hasAnyOf reports whether the paragraph of token i speaks of one of the words, as of pictures, of which one may show a house.
func hasAnyOf(d *lint.Document, i int, words map[string]bool) bool {
	b := d.BlockOf(i)
	for k := b.From; k < b.To; k++ {
		if words[d.Fold(k)] {
			return true
		}
	}
	return false
}

// behindAdjectives returns the token behind most and an adjective, or behind first, few, best and the like, from token i on.
func behindAdjectives(d *lint.Document, i int) int {
	const longest = 3
	for stop := min(i+longest, len(d.Tokens)-1); i < stop; i++ {
		switch word := d.Fold(i); {
		case word == "most" || ranks[word] || adjectives[word]:
		case i > 0 && d.Fold(i-1) == "most" && lexicon.FunctionAt(d, i) == 0 && !strings.HasSuffix(word, "s"):
		default:
			return i
		}
	}
	return i
}

// pluralOf returns the plural of one of countNouns.
func pluralOf(noun string) string {
	switch stem, isY := strings.CutSuffix(noun, "y"); {
	case noun == "man" || noun == "woman":
		return strings.TrimSuffix(noun, "an") + "en"
	case noun == "person":
		return "people"
	case noun == "child":
		return "children"
	case isY && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e"):
		return stem + "ies"
	case strings.HasSuffix(noun, "ch"):
		return noun + "es"
	}
	return noun + "s"
}

var (
	// countNouns are common nouns that name one of several.
	countNouns = lint.WordSet(`player singer actor actress city country house person member student company reason
		problem place man woman child leader writer artist way thing expert factor event film movie book song village
		school hospital building area region example friend brother sister son daughter question condition goal task
		method product project program programme hotel restaurant street road river island mountain car official teacher
		doctor soldier worker victim suspect neighbor neighbour tourist goal match song poem painting picture church
		temple castle bridge market shop room door tree`)

	// gatherings are nouns for many people: one of the company that sailed with him.
	gatherings = lint.WordSet("company school village country city house street church region area")

	// works are other things that are about somebody or something.
	works = lint.WordSet(`film films song songs story stories tale tales poem poems book books plate plates engraving
		engravings negative negatives etching etchings card cards sculpture sculptures bust busts figure figures wall`)

	// pictures are things that show others.
	pictures = lint.WordSet(`photo photos photograph photographs picture pictures image images portrait portraits video
		videos map maps sketch sketches statue statues drawing drawings postcard postcards shot shots view views clip
		clips vision dream dreams memory memories description descriptions poster posters print prints model models`)

	// partNouns are those that a house or a country has in one piece before of.
	partNouns = lint.WordSet("house church area region school")

	// ranks are words before the noun that tell of an order.
	ranks = lint.WordSet(`first few best main biggest largest oldest greatest key leading famous favorite favourite
		popular beautiful interesting rare few only last`)
)
