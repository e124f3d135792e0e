package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ParticipleNoun reports a verb in the past where the noun belongs: an increased of a tenth, a decreased in sales.
//
// Vietnamese, Chinese and Indonesian have one form for noun and verb, and the engine takes the verb. Behind a or an and before
// of, in or by, English has the noun.
//
// The fix writes the noun and is safe.
//
// bad: Exports of chairs reached a new high, an increased of a tenth over last year.
// bad: The office expects a decreased in the number of boats.
// bad: That was a reduced of 12 percent.
// good: An increase of a tenth, and a reduced price of five coins.
// good: The increased of course pay more than the others.
// good: It was an increased, in part hidden, risk.
//
// Measured on 5.4 million words of machine translation, on original English, human translations (680,000 words) and manuals
// (4.5 million): no hit, less than 0.1 per 10,000 words. None could be read: the level rests on the absence of false alarms
// and is provisional.
var ParticipleNoun = &lint.Rule{
	Name:     "wording/participle-noun",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for k := 0; k < len(participleNouns); k += 2 {
			noun := participleNouns[k+1].Fold()
			for _, at := range p.Places(p.Find(participleNouns[k])) {
				i := int(at)
				s := p.SentenceOf(i)
				if i == s.From || i+2 >= s.To || p.Fold(i-1) != "a" && p.Fold(i-1) != "an" || !isMeasured(p.Document, i+1) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
					Message: "‘" + p.TokenText(i) + "’ for the noun ‘" + noun + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+noun+"’", lint.Safe, p.Tokens[i].Span(), noun)},
				})
			}
		}
	},
}

// participleNouns are past forms, each with the noun; both begin with the same sound.
var participleNouns = lint.Keys(`increased increase decreased decrease reduced reduction declined decline improved
	improvement dropped drop`)

// isMeasured reports whether of, in or by stands at token i with what was measured: of a tenth, in the number, by 12.
func isMeasured(d *lint.Document, i int) bool {
	switch d.Fold(i) {
	case "of":
		next := d.Fold(i + 1)
		return next != "course" && next != "late" && next != "sorts"
	case "in", "by":
		f := lexicon.FunctionAt(d, i+1)
		if d.Fold(i) == "in" && f == 0 && d.Tokens[i+1].Kind == lint.Word {
			isBeforeNoun := i+2 < len(d.Tokens) && d.Tokens[i+2].Case == lint.Lower && lexicon.FunctionAt(d, i+2) == 0
			return !isBeforeNoun // a reduced in salt diet
		}
		return d.Tokens[i+1].Kind == lint.Number || f&(lexicon.Article|lexicon.Possessive) != 0
	}
	return false
}
