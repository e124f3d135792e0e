package wording

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ThereIs reports there is or there was before a plural: there is four people in the car, there is several reports.
//
// Spanish, French, Turkish, Arabic and Chinese have one form for both; the engine takes the singular. Amounts that are one
// thing (there is ten minutes left, there was five dollars in it), a place (the shop there is many years old) and there's,
// which people say, are right.
//
// The fix writes are or were and is unsafe.
//
// bad: In the hall there is four people who saw it.
// bad: There was several reports of smoke.
// good: There are four people in the hall; there is some hope and ten minutes left.
// good: There is many a slip, and the shop there is many years old.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (one in 5,400,000 words), on clean English none in
// 300,000 (less than 0.1 per 10,000 words); the hit is right. The level is provisional.
var ThereIs = &lint.Rule{
	Name:     "wording/there-is",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Places(p.Find(there)) {
			i := int(k)
			s := p.SentenceOf(i)
			if i+3 >= s.To || !isExistential(p.Document, s, i) || !precedesPlural(p.Document, s, i+2) {
				continue
			}
			right := "are"
			if p.Fold(i+1) == "was" {
				right = "were"
			}
			span := p.Span(lint.Range{From: i, To: i + 3})
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: fmt.Sprintf("‘%s’ before a plural", p.Slice(p.Span(lint.Range{From: i, To: i + 2}))),
				Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, p.Tokens[i+1].Span(), right)},
			})
		}
	},
}

var there = lint.KeyOf("there")

// isExistential reports whether the there at token i of sentence s has is or was behind it and is no place: it begins the
// sentence or its clause, or follows words of place that do.
func isExistential(d *lint.Document, s lint.Range, i int) bool {
	if word := d.Fold(i + 1); word != "is" && word != "was" || d.Tokens[i+1].Case != lint.Lower {
		return false
	}
	const longest = 5 // words of place before it
	isLed := i-s.From <= longest && lexicon.FunctionAt(d, s.From)&lexicon.Preposition != 0
	return i == s.From || isLed || d.Tokens[i-1].Kind == lint.Punct || d.Fold(i-1) == "that" || lexicon.FunctionAt(d, i-1)&lexicon.Conjunction != 0
}

// precedesPlural reports whether token i is a word of number with a plural behind it, one adjective between or none.
func precedesPlural(d *lint.Document, s lint.Range, i int) bool {
	noun, isNumber := i+1, d.Tokens[i].Kind == lint.Number
	switch {
	case d.Fold(i) == "some":
		return isPluralNoun(d, noun) && !isOneInS(d.Fold(noun)) && (noun+1 >= s.To || endsPhrase(d, noun+1))
	case isNumber && !isPluralNumber(d.TokenText(i)), !isNumber && !countsMany(d.Fold(i)):
		return false
	}
	if noun+1 < s.To && adjectives[d.Fold(noun)] {
		noun++
	}
	if isNumber && noun+1 < s.To && remaining[d.Fold(noun+1)] {
		return false // there is 40 pages left
	}
	return isPluralNoun(d, noun)
}

// countsMany reports whether a folded word before a noun says that there are many of it: several, numerous.
func countsMany(word string) bool {
	switch word {
	case "dozen":
		return false // there is a dozen
	case "numerous", "multiple", "various":
		return true
	}
	return manyWords[word]
}

// isOneInS reports whether a folded word with an s is one thing: news, politics.
func isOneInS(word string) bool { return singularInS[word] || strings.HasSuffix(word, "ics") }

// remaining holds what stands behind an amount that is one thing.
var remaining = lint.WordSet("left of to in per")

// isPluralNoun reports whether token i is a listed word in lower case that is the plural of another, and no measure.
func isPluralNoun(d *lint.Document, i int) bool {
	word := d.Fold(i)
	if d.Tokens[i].Case != lint.Lower || amountNouns[word] || lexicon.FunctionAt(d, i) != 0 {
		return false
	}
	return word == "people" || word == "men" || word == "women" || word == "children" || len(word) > 4 && lexicon.EntryAt(d, i).Word() && hasSingular(word)
}

// hasSingular reports whether a word that ends in s is the plural of a listed one: boats, stories, boxes.
func hasSingular(word string) bool {
	stem, ok := strings.CutSuffix(word, "s")
	if y, isIES := strings.CutSuffix(stem, "ie"); isIES && lexicon.Lookup(y+"y").Word() {
		return true
	}
	return ok && !strings.HasSuffix(stem, "s") && (lexicon.Lookup(stem).Word() || strings.HasSuffix(stem, "e") && lexicon.Lookup(stem[:len(stem)-1]).Word())
}

// amountNouns are plurals that a verb in the singular may go with.
var amountNouns = lint.WordSet("seconds minutes hours days weeks months years decades centuries times metres meters kilometres kilometers miles feet yards inches acres hectares litres liters tons tonnes kilos kilograms grams pounds dollars euros rubles yen pence cents percent degrees points goals votes shots lengths ounces pints gallons cups spoons tablespoons teaspoons watts volts amps rupees laps overs furlongs decibels milligrams nights knots gigabytes megabytes terabytes bytes calories holes thirds quarters fifths tenths percents innings stops moves")

// singularInS are nouns behind some that are one thing, with an s.
var singularInS = lint.WordSet("news politics physics economics mathematics ethics means thanks works series species goods headquarters athletics gymnastics kudos darts billiards shingles logistics")
