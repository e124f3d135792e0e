package numbers

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// MinusBelow reports a temperature that is twice below zero: -8 degrees below zero, minus 8 °C below freezing.
//
// Korean, Chinese and Russian say below zero before the number; the engine puts a minus before it and writes the words as
// well.
//
// The fix deletes the minus and is safe.
//
// bad: It will cool to -8 degrees below zero in the north.
// bad: At night it was minus 20 degrees Celsius below zero.
// good: It will cool to -8 degrees in the north.
// good: It will cool to 8 degrees below zero in the north.
//
// Measured on 5.4 million words of machine translation and on 890,000 words of original English: no hit per 10,000 words; on
// machine-translated web pages one, right. The level rests on the absence of false alarms and is provisional.
var MinusBelow = &lint.Rule{
	Name:     "numbers/minus-below",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Places(p.FormOf("below")) {
			i := int(k)
			v := view{p.Document, p.BlockOf(i).Range}
			if next := v.fold(i + 1); next != "zero" && next != "freezing" || !v.has(i+1) {
				continue
			}
			number := i - 1
			for number > i-degreeTokens && (degreeWords[v.fold(number)] || degreeSigns[v.text(number)]) {
				number--
			}
			if number == i-1 || !v.is(number, lint.Number) || !isMinus(v, number-1) {
				continue
			}
			minus := p.Tokens[number-1].Span()
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: number - 1, To: i + 2}),
				Message: "a minus and ‘below " + v.text(i+1) + "’ say the same",
				Fixes:   []lint.Fix{lint.Replace("delete the minus", lint.Safe, lint.Span{Start: minus.Start, End: int(p.Tokens[number].Start)}, "")},
			})
		}
	},
}

const degreeTokens = 4 // at most, before below: ° C

// degreeWords and degreeSigns hold what stands between the number and below.
var (
	degreeWords = lint.WordSet("degrees degree celsius fahrenheit centigrade c f")
	degreeSigns = map[string]bool{"°": true, "º": true, "℃": true, "℉": true}
)

// isMinus reports whether token i makes the number behind it less than zero: a sign that touches it and nothing before, or the
// word.
func isMinus(v view, i int) bool {
	switch v.text(i) {
	case "-", "−", "–":
		return !v.glued(i) && v.glued(i+1)
	}
	return v.fold(i) == "minus"
}
