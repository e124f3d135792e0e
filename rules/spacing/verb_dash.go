package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// VerbDash reports a dash between a subject and is or was: The first thing to do – is to air the rooms.
//
// Russian, Ukrainian and Hebrew have no verb for is and set a dash in its place; the engine writes the verb and keeps the dash.
// English sets one there only where an aside ends. Reported is the only dash of a statement, behind words that hold no mark
// and no verb of the sentence's own. A proper dash may be a pause of the writer's (The winner of the cup – is Ann Lee), and is
// information; a warning is one behind a comma, a hyphen, and any behind an infinitive.
//
// The fix deletes the dash and is unsafe: the opening dash of an aside may have been lost.
//
// bad: The first thing the tenant has to do – is to air the rooms.
// bad: To dry the clay slowly - is the hardest part of the work.
// bad: The reason for the delay, - is the broken lock.
// good: The lock – a heavy one – is broken.
// good: The end of the fair – is this the end of the town, too?
// good: The old dam — built by monks in a hard year — was opened again.
//
// Measured on 5.4 million words of machine translation: one hit, right; on original English and human translations (680,000
// words) none, less than 0.1 per 10,000 words. The level is provisional.
var VerbDash = &lint.Rule{
	Name:     "spacing/verb-dash",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range marksOf.Of(p.Document).dashes {
			i := int(m)
			if _, ok := blockRound(p.Document, i, 3, 3); !ok || !spaced(p.Document, i) || !spaced(p.Document, i+1) {
				continue
			}
			if !isBe[p.Fold(i+1)] || p.Tokens[i+1].Case != lint.Lower || !completes(p.Document, i+2) {
				continue
			}
			s, end := p.SentenceOf(i), i
			if mark(p.Document, i-1) == "," {
				end--
			}
			subject, rest := lint.Range{From: s.From, To: end}, lint.Range{From: i + 1, To: s.To}
			if i+3 >= s.To || !endsStatement(p.Document, s) || hasDash(p.Document, rest) || !isLongSubject(p.Document, subject) {
				continue
			}
			gap := lint.Span{Start: int(p.Tokens[end-1].End), End: int(p.Tokens[i].End)}
			severity := lint.Info
			if end < i || p.TokenText(i) == "-" || p.Fold(s.From) == "to" || p.Fold(end-1) == "do" {
				severity = lint.Warning
			}
			p.Report(lint.Diagnostic{
				Span:     p.Span(lint.Range{From: end, To: i + 1}),
				Severity: severity,
				Message:  "dash between the subject and ‘" + p.TokenText(i+1) + "’",
				Fixes:    []lint.Fix{lint.Replace("delete the dash", lint.Unsafe, gap, "")},
			})
		}
	},
}

// isBe holds the verb that the dash stands for elsewhere.
var isBe = lint.WordSet("is are was were")

// completes reports whether the word at token i, behind is, says what something is, and asks nothing: is to air, is the end.
func completes(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	if t.Kind != lint.Word {
		return t.Kind == lint.Number
	}
	f := lexicon.FunctionAt(d, i)
	return d.Fold(i) == "to" || f&(lexicon.Pronoun|lexicon.Preposition|lexicon.Conjunction) == 0 && d.Fold(i) != "there"
}

// hasDash reports whether a dash stands among the tokens.
func hasDash(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if isDash(mark(d, i)) {
			return true
		}
	}
	return false
}

// isLongSubject reports whether the words, from the start of a sentence, may be a subject alone: words without a mark, and
// without a form of be but in a relative clause.
func isLongSubject(d *lint.Document, r lint.Range) bool {
	const shortest = 3
	if r.To-r.From < shortest || d.Tokens[r.From].Case == lint.Lower || !isWord(d, r.To-1, 2) {
		return false
	}
	if last := lexicon.FunctionAt(d, r.To-1); last&^lexicon.Preposition != 0 && d.Fold(r.To-1) != "do" {
		return false // and – is
	}
	if first := lexicon.FunctionAt(d, r.From); first&(lexicon.Preposition|lexicon.Conjunction) != 0 && d.Fold(r.From) != "to" {
		return false // In the shade – is it cool there?
	}
	relative := false
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number {
			return false
		}
		fold := d.Fold(i)
		relative = relative || fold == "that" || fold == "who" || fold == "which" || fold == "what"
		if !relative && isBe[fold] {
			return false
		}
	}
	return true
}
