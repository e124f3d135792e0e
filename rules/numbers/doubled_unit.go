package numbers

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// DoubledUnit reports a measure given twice, as an abbreviation and as a word: 3 tbsp. spoons, 5 kg kilograms, 12
// percent %.
//
// Russian recipes write a spoon in two words, st. lozhka, tea or table first; the engine makes one of them tbsp. or tsp., which
// says spoon already, or takes the first for another word (2 art. spoons, 1 h. spoon). Elsewhere the source has the sign and
// the engine adds the word, or the other way round. Brackets between the two explain one of them and are right.
//
// The fix keeps one of them and is safe; where the abbreviation says nothing in English there is none.
//
// bad: Add 3 tbsp. spoons of flour and a pinch of salt.
// bad: Add 2 art. spoons of sugar.
// bad: Prices rose by 12 percent % in a year.
// good: Add 3 tbsp of flour and 2 dessert spoons of sugar.
// good: The bag holds 5 kg (kilograms), the plane flew 10 km. Spoons were lost.
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var DoubledUnit = &lint.Rule{
	Name:     "numbers/doubled-unit",
	Severity: lint.Warning,
	MQM:      "Locale convention/Measurement format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token+1
			if v.isPercent(i) {
				reportTwoPercents(p, v, i)
			} else if v.is(i, lint.Word) {
				reportTwoUnits(p, v, i)
			}
		}
	},
}

// unitWords holds the words that say again what an abbreviation said.
var unitWords = func() map[string]string {
	m := make(map[string]string)
	for abbreviations, words := range map[string]string{
		"tbsp tbs tbsps tablespoon tablespoons": "spoon spoons tablespoon tablespoons",
		"tsp tsps teaspoon teaspoons":           "spoon spoons teaspoon teaspoons",
		"art st ch h des":                       "spoon spoons",
		"kg":                                    "kilo kilos kilogram kilograms kilogramme kilogrammes",
		"gr g":                                  "gram grams gramme grammes",
		"km":                                    "kilometer kilometers kilometre kilometres",
		"cm":                                    "centimeter centimeters centimetre centimetres",
		"mm":                                    "millimeter millimeters millimetre millimetres",
		"m":                                     "meter meters metre metres",
		"ml":                                    "milliliter milliliters millilitre millilitres",
		"l":                                     "liter liters litre litres",
		"min mins":                              "minute minutes",
		"hr hrs":                                "hour hours",
		"sec secs":                              "second seconds",
		"pcs pc":                                "piece pieces",
		"lb lbs":                                "pound pounds",
		"ha":                                    "hectare hectares",
	} {
		for a := range strings.FieldsSeq(abbreviations) {
			m[a] = " " + words + " "
		}
	}
	return m
}()

// reportTwoUnits reports the unit at token i, behind a number, and the word for it behind that: 5 kg kilograms, but not 3
// tablespoons tablespoons, a word that is repeated.
func reportTwoUnits(p *lint.Pass, v view, i int) {
	words := unitWords[v.fold(i)]
	if words == "" || v.Tokens[i].Case == lint.Upper {
		return
	}
	at := i + 1
	stop := v.text(at) == "." && v.glued(at)
	if stop {
		at++
	}
	word := v.fold(at)
	if !v.is(at, lint.Word) || v.Tokens[at].Case != lint.Lower || v.glued(at) || word == v.fold(i) || !strings.Contains(words, " "+word+" ") {
		return
	}
	if word == "gram" && ofGram[v.fold(at+1)] {
		return // 100 g gram flour
	}
	d := lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i, To: at + 1}),
		Message: "‘" + v.text(at) + "’ behind ‘" + v.text(i) + "’: the measure is given twice",
	}
	switch short := v.fold(i); {
	case isForeignSpoon(short):
		if !stop {
			return // 2 ch spoons may be anything
		}
		d.Message = "‘" + v.text(i) + ".’ is the half of a Russian word for a kind of spoon"
	default:
		d.Fixes = []lint.Fix{lint.Replace("leave ‘"+v.text(at)+"’ out", lint.Safe, lint.Span{Start: int(p.Tokens[at-1].End), End: int(p.Tokens[at].End)}, "")}
	}
	p.Report(d)
}

// ofGram holds what is made of gram, a pulse.
var ofGram = lint.WordSet("flour dal dahl daal beans lentils sprouts seeds")

// isForeignSpoon reports whether an abbreviation tells the kind of a spoon in Russian alone.
func isForeignSpoon(short string) bool {
	switch short {
	case "art", "st", "ch", "h", "des":
		return true
	}
	return false
}

// reportTwoPercents reports the sign of the per cent behind its word, a stop between them or none, and the word behind the sign.
func reportTwoPercents(p *lint.Pass, v view, i int) {
	at := i + 1
	if v.text(at) == "." && v.text(at+1) == "%" {
		at++
	}
	if !v.isPercent(at) || v.text(at) == v.text(i) || v.is(at, lint.Word) && v.Tokens[at].Case != lint.Lower {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i, To: at + 1}),
		Message: "‘" + v.text(at) + "’ behind ‘" + v.text(i) + "’: the measure is given twice",
		Fixes:   []lint.Fix{lint.Replace("leave ‘"+v.text(at)+"’ out", lint.Safe, lint.Span{Start: int(p.Tokens[i].End), End: int(p.Tokens[at].End)}, "")},
	})
}
