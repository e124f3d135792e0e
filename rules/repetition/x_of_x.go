package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// XOfX reports a noun that is of itself: the department of the department.
//
// Two words of the source get the same English one: the launch of the start. The best of the best, a photo of a photo, the word that heads
// the next noun (the price of price controls), and measures that are meant are right.
//
// There is no fix: which of the two is another word stands in the source alone.
//
// bad: The head of the department of the department signed it.
// bad: The launch of the launch was put off.
// good: They were the best of the best.
// good: The cost of cost control is high.
//
// Measured on machine-translated news: 0.02 hits per 10,000 words, on original English of all kinds 0 (340,000 words);
// all there are read, all right. Web articles have more.
var XOfX = &lint.Rule{
	Name:     "repetition/x-of-x",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range echoesOf.Of(p.Document).owned {
			i := int(k) - 1
			if !isOf(p.Document, i) {
				i-- // of the
			}
			if second := ownedBySelf(p.Document, i, p.SentenceOf(i)); second > 0 {
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i - 1, To: second + 1}),
					Message: fmt.Sprintf("‘%s’ is of itself", p.TokenText(second)),
				})
			}
		}
	},
}

// ownedBySelf returns the token behind the word of at i, an article aside, when it is the one before it, or 0.
func ownedBySelf(d *lint.Document, i int, s lint.Range) int {
	second := i + 1
	if second+1 < s.To && d.Fold(second) == "the" {
		second++
	}
	first := d.Tokens[i-1]
	if first.Form != d.Tokens[second].Form || first.Len() < 4 || first.Case != lint.Lower || d.Tokens[second].Case != lint.Lower || !isContent(d, i-1) {
		return 0
	}
	if e := lexicon.Entries.Of(d)[first.Form]; !e.Word() || ownsItself[d.Fold(second)] || !isAlone(d, second, s) {
		return 0
	}
	return second
}

// isAlone reports whether the word at i is no first part of a compound and stands in no quotation marks.
func isAlone(d *lint.Document, i int, s lint.Range) bool {
	if i+1 == s.To {
		return true
	}
	t := d.Tokens[i+1]
	return t.Kind == lint.Punct && !(i+2 < s.To && d.Glued(i+2) && t.Len() == 1 && d.Text[t.Start] == '-') || t.Kind == lint.Word && (!isContent(d, i+1) || t.Len() > 4 && strings.HasSuffix(d.Fold(i+1), "ed"))
}

// ownsItself holds words that English says of themselves: the best of the best.
var ownsItself = lint.WordSet(`best worst heart hearts king kings song songs beginning greatest richest poorest strongest elite cream last first hottest biggest finest toughest
	nothing mother mothers father fathers friend friends sake child children half years holy hardest smartest brightest`)
