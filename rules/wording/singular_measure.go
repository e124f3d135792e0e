package wording

import (
	"mtlint/lint"
)

// SingularMeasure reports a measure in the singular behind a number, before of: 2 glass of sugar, three kind of bread.
//
// Turkish, Persian, Chinese, Vietnamese and Hungarian leave the noun behind a number in the singular. English does so in an
// adjective, a 2 litre bottle, and behind fractions; before of it has the plural. Pound, ton and dozen, which some leave as
// they are, are not looked at.
//
// The fix writes the plural, and is safe.
//
// bad: Pour 2 glass of sugar into the pan.
// bad: The baker sells three kind of bread.
// bad: They carried 12 bag of rice up the hill.
// good: Add 1/2 teaspoon of salt and 0.5 litre of milk.
// good: A 2 litre bottle of cider, one slice of bread.
// good: In grade 4 part of the time goes to music.
//
// Measured on 5.4 million words of machine translation, on original English and human translations (680,000 words): no hit,
// less than 0.1 per 10,000 words; in manuals (4.5 million words) 2, right. The level is provisional.
var SingularMeasure = &lint.Rule{
	Name:     "wording/singular-measure",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		of := p.FormOf("of")
		if of == lint.NoForm {
			return
		}
		for k := 0; k < len(measureWords); k += 2 {
			plural := measureWords[k+1].Fold()
			for _, at := range p.Places(p.Find(measureWords[k])) {
				i := int(at)
				if i == 0 || i+2 >= len(p.Tokens) || p.Tokens[i+1].Form != of || p.Tokens[i].Case != lint.Lower {
					continue
				}
				if !isCountBefore(p.Document, i) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
					Message: "‘" + p.TokenText(i) + "’ in the singular behind ‘" + p.TokenText(i-1) + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+plural+"’", lint.Safe, p.Tokens[i].Span(), plural)},
				})
			}
		}
	},
}

// isCountBefore reports whether a whole number from 2 on stands before token i and is no part of a fraction, a name or an
// adjective: 1/2 teaspoon, grade 4, a 2 litre.
func isCountBefore(d *lint.Document, i int) bool {
	if d.Glued(i) || d.SentenceOf(i-1) != d.SentenceOf(i) {
		return false
	}
	isFigure := d.Tokens[i-1].Kind == lint.Number && isPluralNumber(d.TokenText(i-1))
	if isFigure && (isYear(d.TokenText(i-1)) || ofNumbered[d.Fold(i)]) || !isFigure && !countWords[d.Fold(i-1)] {
		return false
	}
	if d.Fold(i) == "form" && d.Fold(i+2) == "entry" {
		return false // the school is three form of entry
	}
	if i < 2 || d.SentenceOf(i-2) != d.SentenceOf(i) {
		return true
	}
	switch before := &d.Tokens[i-2]; before.Kind {
	case lint.Number, lint.Symbol:
		return false // 1 2 cup, $5 part
	case lint.Word:
		word := d.Fold(i - 2)
		return !numberedThings[word] && !countWords[word] && (before.Case == lint.Lower || i-2 == d.SentenceOf(i).From)
	}
	return d.TokenText(i-2) != "/" && !d.Glued(i-1)
}

// isYear reports whether figures may be a year: his 1952 piece of silence.
func isYear(figures string) bool {
	return len(figures) == len("1952") && (figures[0] == '1' || figures[:2] == "20")
}

// measureWords are measures and the like, each with its plural.
var measureWords = lint.Keys(`glass glasses spoon spoons cup cups teaspoon teaspoons tablespoon tablespoons kilogram
	kilograms gram grams gramme grammes litre litres liter liters bottle bottles slice slices piece pieces pinch pinches
	handful handfuls bag bags box boxes jar jars bucket buckets basket baskets barrel barrels bunch bunches drop drops
	packet packets sheet sheets kilometre kilometres kilometer kilometers metre metres meter meters millilitre
	millilitres milliliter milliliters hectare hectares acre acres type types kind kinds form forms member members`)

var (
	countWords = lint.WordSet(`two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
		fifty`)

	// numberedThings are words that a number follows, and words before a measure that is an adjective.
	numberedThings = lint.WordSet(`a an the this that each every one no number grade level class type group step page
		chapter room part day year season phase stage size table figure version top and or hundred section
		schedule appendix annex article clause rule paragraph option tier category model series volume item lot route
		channel vitamin omega carbon uranium factor mark`)

	// ofNumbered are nouns that a label with its figure stands before: the rule 6 form, the clause 4 type.
	ofNumbered = lint.WordSet("form type kind")
)
