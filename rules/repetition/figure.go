package repetition

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Figure reports an age, a score or a stretch of time that one clause gives twice: the 29-year-old driver, aged
// 29.
//
// The source has the figure in a set phrase and in brackets or behind a comma, and the engine makes the same phrase of
// both. The ages of two people, the scores of two matches, and a score that stood before it stood still are right.
//
// The fix for an age or a stretch of time deletes the second and is unsafe; for a score there is none.
//
// bad: The 29-year-old driver, aged 29, was not hurt.
// bad: The hosts won 3-0 with a score of 3-0.
// bad: The lamp comes with a two-year warranty for two years.
// good: The 29-year-old driver and his wife, aged 29, were not hurt.
// good: They won 3-0 at home and 3-0 away.
//
// Measured on machine translation of all kinds: 0 hits per 10,000 words (5.4 million words), on original English 0
// (350,000 words, and 32 million of manuals); both on machine-translated web articles are right. The level
// is provisional.
var Figure = &lint.Rule{
	Name:     "repetition/figure",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		findAges(p)
		findScores(p)
		findStretches(p)
	},
}

// mention is an age, a score or a stretch of time and its figures.
type mention struct {
	lint.Range
	figures string
}

// findAges reports ages that stand behind the same age in apposition.
func findAges(p *lint.Pass) {
	before := mention{}
	for _, age := range agesOf(p.Document) {
		if age.figures == before.figures && isApposition(p.Document, before.Range, age.Range) {
			cut := lint.Span{Start: int(p.Tokens[age.From-2].End), End: p.Span(age.Range).End}
			fix := lint.Replace("delete the second", lint.Unsafe, cut, "")
			reportFigure(p, before, age, fix)
		}
		before = age
	}
}

func reportFigure(p *lint.Pass, earlier, later mention, fixes ...lint.Fix) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(later.Range),
		Message: fmt.Sprintf("the clause gives ‘%s’ already", later.figures),
		Related: []lint.Related{{Span: p.Span(earlier.Range), Message: "it stands here, too"}},
		Fixes:   fixes,
	})
}

var (
	aged = lint.KeyOf("aged")
	old  = lint.KeyOf("old")
)

// agesOf returns the ages of a document in order: 29-year-old, aged 29, 29 years old.
func agesOf(d *lint.Document) []mention {
	var out []mention
	for _, k := range d.Places(d.Find(aged)) {
		if i := int(k) + 1; i < len(d.Tokens) && d.Tokens[i].Kind == lint.Number && !goesOnAged(d, i+1) {
			out = append(out, mention{lint.Range{From: i - 1, To: i + 1}, d.TokenText(i)})
		}
	}
	for _, k := range d.Places(d.Find(old)) {
		if i := int(k) - 2; i >= 0 && d.Tokens[i].Kind == lint.Number && d.Fold(i+1) == "years" {
			out = append(out, mention{lint.Range{From: i, To: i + 3}, d.TokenText(i)})
		}
	}
	for _, f := range d.Figured() {
		if figures, ok := strings.CutSuffix(d.Forms[f].Fold, "-year-old"); ok {
			for _, k := range d.Places(f) {
				out = append(out, mention{lint.Range{From: int(k), To: int(k) + 1}, figures})
			}
		}
	}
	slices.SortFunc(out, func(a, b mention) int { return a.From - b.From })
	return out
}

// goesOnAged reports whether what begins at token i makes of an age something else: aged 21 years in oak, aged 70 when
// she won.
func goesOnAged(d *lint.Document, i int) bool {
	if i+1 < len(d.Tokens) && d.Fold(i) == "years" {
		return d.Tokens[i+1].Kind == lint.Word
	}
	return i < len(d.Tokens) && d.Fold(i) == "when"
}

// maxApposition is how many tokens stand at most between an age and the same behind it.
const maxApposition = 5

// isApposition reports whether the later age stands behind a comma and says of the same person what the earlier one says.
func isApposition(d *lint.Document, earlier, later lint.Range) bool {
	if later.From-earlier.To > maxApposition || later.From <= earlier.To || !isMark(d, later.From-1, ',') || d.SentenceOf(earlier.From).To < later.To {
		return false
	}
	for i := earlier.To; i < later.From-1; i++ {
		if d.Tokens[i].Kind != lint.Word || lexicon.FunctionAt(d, i) != 0 {
			return false
		}
	}
	return true
}

// findScores reports a score that stands behind the same score in other words of winning.
func findScores(p *lint.Pass) {
	before := mention{}
	for _, n := range p.Numbers {
		i := int(n)
		if i+2 >= len(p.Tokens) || p.Tokens[i+2].Kind != lint.Number || !p.Glued(i+1) || !p.Glued(i+2) || p.Tokens[i+1].Kind != lint.Punct {
			continue
		}
		score := mention{lint.Range{From: i, To: i + 3}, p.TokenText(i) + "-" + p.TokenText(i+2)}
		if score.figures == before.figures && isWonAgain(p.Document, before.Range, score.Range) {
			reportFigure(p, before, score)
		}
		before = score
	}
}

// maxScoreGap is how many tokens stand at most between a score and the same again.
const maxScoreGap = 8

// isWonAgain reports whether the words between two scores name the second a score, or say of the same opponent that he
// lost.
func isWonAgain(d *lint.Document, earlier, later lint.Range) bool {
	if later.From-earlier.To > maxScoreGap || d.SentenceOf(earlier.From).To < later.To {
		return false
	}
	for i := earlier.To; i < later.From; i++ {
		if d.Tokens[i].Kind != lint.Word {
			return false
		}
		if w := d.Fold(i); (w == "score" || w == "result" || w == "scoreline") && isOf(d, i+1) && later.From == i+2 && d.Fold(earlier.To) != "and" {
			return true
		}
	}
	return d.Fold(earlier.To) == "and" && later.From-earlier.To == 3 && winning[d.Fold(earlier.To+1)] && lexicon.FunctionAt(d, earlier.To+2)&lexicon.Pronoun != 0
}

// winning holds verbs that a score belongs to.
var winning = lint.WordSet("won win wins beat beats defeated defeat defeats thrashed routed overcame")

// findStretches reports a stretch of time that stands as one word before a noun and again behind it: a two-year warranty
// for two years.
func findStretches(p *lint.Pass) {
	for f := range p.Forms {
		count, unit, ok := strings.Cut(p.Forms[f].Fold, "-")
		if !ok || !stretches[unit] {
			continue
		}
		for _, k := range p.Places(lint.FormID(f)) {
			i := int(k)
			if again := sameStretch(p.Document, i, count, unit); again.To > 0 {
				cut := lint.Span{Start: int(p.Tokens[again.From-1].End), End: p.Span(again).End}
				earlier := mention{lint.Range{From: i, To: i + 1}, p.TokenText(i)}
				reportFigure(p, earlier, mention{again, p.TokenText(i)}, lint.Replace("delete the second", lint.Unsafe, cut, ""))
			}
		}
	}
}

// maxStretchGap is how many tokens stand at most between a stretch of time and the same again.
const maxStretchGap = 4

// sameStretch returns the words behind the noun that say again what the one at token i says; none where To is 0.
func sameStretch(d *lint.Document, i int, count, unit string) lint.Range {
	s := d.SentenceOf(i)
	for k := i + 2; k+2 < s.To && k <= i+1+maxStretchGap; k++ {
		if d.Tokens[k].Kind != lint.Word {
			break
		}
		if w := d.Fold(k); w != "for" && w != "lasting" && w != "of" {
			if !isContent(d, k) {
				break
			}
			continue
		}
		if !strings.EqualFold(d.TokenText(k+1), count) {
			break
		}
		if end := k + 3; strings.TrimSuffix(d.Fold(k+2), "s") == unit && (end == s.To || !isContent(d, end)) {
			return lint.Range{From: k, To: end}
		}
		break
	}
	return lint.Range{}
}

// stretches holds units of time that a number and a hyphen stand before.
var stretches = lint.WordSet("second minute hour day week month year")
