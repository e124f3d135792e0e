package garble

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// GenderStar reports the ending of a German noun that names women and men, translated as a word of its own: citizens*inside.
//
// German writes Bürger*innen or Nutzer:innen for both; the engine translates the noun, and takes innen for the word that means
// inside.
//
// The fix writes the noun alone and is safe.
//
// bad: More than 4,000 citizens*inside have signed.
// bad: The users:inside of the app were asked.
// good: The users, inside of the hall, were asked: inside it was warm.
// good: Mark the row with a * inside the table.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (350,000 words). The
// level is provisional: it rests on the absence of false alarms.
var GenderStar = &lint.Rule{
	Name:     "garble/gender-star",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, ending := range genderEndings {
			for _, k := range p.Places(p.Find(ending)) {
				if i := int(k); i > 1 && isGenderEnding(p.Document, i) {
					p.Report(lint.Diagnostic{
						Span:    p.Span(lint.Range{From: i - 2, To: i + 1}),
						Message: "‘" + p.TokenText(i) + "’ is a German ending for women and men",
						Fixes:   []lint.Fix{lint.Replace("write ‘"+p.TokenText(i-2)+"’", lint.Safe, p.Span(lint.Range{From: i - 2, To: i + 1}), p.TokenText(i-2))},
					})
				}
			}
		}
	},
}

// genderEndings are what engines make of the ending, and the ending itself.
var genderEndings = lint.Keys("inside innen indoors")

// isGenderEnding reports whether a star or a colon joins token i to a plural before it that is not in capitals.
func isGenderEnding(d *lint.Document, i int) bool {
	if mark := d.TokenText(i - 1); mark != "*" && mark != ":" {
		return false
	}
	noun := &d.Tokens[i-2]
	return d.Glued(i) && d.Glued(i-1) && noun.Kind == lint.Word && noun.Len() > 4 && d.Text[noun.End-1] == 's' && noun.Case != lint.Upper && d.Tokens[i].Case == lint.Lower
}
