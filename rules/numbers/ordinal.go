package numbers

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Ordinal reports an ordinal number with the wrong ending: 21th, 2th, 23th, 11st.
//
// Engines put figures and endings together from pieces, and where the source has one mark for all ordinals th stands
// for it. English ends in st, nd and rd behind 1, 2 and 3, but not behind 11, 12 and 13. Fractions (1/2th) are passed
// over, and so is a weight in stones (12st 4lb): st is an ordinal beside a month or before what is counted so alone.
//
// The fix is safe.
//
// bad: The festival is held for the 23th time.
// bad: It is the 2th floor of an 11st century tower.
// good: The festival is held for the 23rd time.
// good: The 11th, 12th and 13th of May are holidays, and so is the 21st.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news 0. The one hit in other English, 22th in
// an e-mail, is right.
var Ordinal = &lint.Rule{
	Name:     "numbers/ordinal",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			wrongEnding(p, view{p.Document, f.block}, f.token)
		}
		for _, f := range p.Figured() {
			if !isWrongOrdinal(p.Forms[f].Fold) {
				continue // nearly all
			}
			for _, i := range p.Places(f) {
				wrongEnding(p, view{p.Document, p.BlockOf(int(i)).Range}, int(i))
			}
		}
	},
}

// isWrongOrdinal reports whether the folded word begins with a wrong ordinal in figures: 21th-century.
func isWrongOrdinal(fold string) bool {
	_, _, wrong := ordinalIn(fold)
	return wrong
}

// ordinalIn splits the ordinal that s begins with into figures and ending, if the ending is not the one of the figures.
func ordinalIn(s string) (figures, right string, wrong bool) {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ',') {
		n++
	}
	if n == 0 || len(s) < n+2 || len(s) > n+2 && s[n+2] != '-' {
		return "", "", false
	}
	ending := strings.ToLower(s[n : n+2])
	if ending != "st" && ending != "nd" && ending != "rd" && ending != "th" {
		return "", "", false
	}
	right = lexicon.OrdinalEnding(s[:n])
	return s[:n], right, right != ending
}

// isRankIn reports whether the number in st at token i, with the rest of its word, is no weight: a month stands beside it, or a
// thing that ordinals count behind it.
func isRankIn(v view, i int, rest string) bool {
	next := v.fold(i + 1)
	if rest != "" {
		next = strings.ToLower(strings.TrimPrefix(rest, "-"))
	}
	if next == "of" {
		next = v.fold(i + 2)
	}
	_, behind := lexicon.Month(next)
	_, before := lexicon.Month(v.fold(i - 1))
	return behind || before || ranked[next]
}

// ranked holds what ordinals count and no weight stands before.
var ranked = lint.WordSet("century floor day anniversary birthday edition session congress meeting place time centuries minute grade season")

func wrongEnding(p *lint.Pass, v view, i int) {
	text := p.TokenText(i)
	if c := text[len(text)-1]; v.is(i, lint.Number) && c >= '0' && c <= '9' {
		return
	}
	figures, right, wrong := ordinalIn(text)
	if !wrong || v.glued(i) && v.Tokens[i-1].Kind != lint.Quote && v.Tokens[i-1].Kind != lint.Bracket {
		return
	}
	if strings.EqualFold(text[len(figures):len(figures)+2], "st") && !isRankIn(v, i, text[len(figures)+2:]) {
		return
	}
	if text[len(figures)] < 'a' {
		right = strings.ToUpper(right)
	}
	from := int(p.Tokens[i].Start)
	span := lint.Span{Start: from, End: from + len(figures) + 2}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘%s’ for ‘%s%s’", p.Slice(span), figures, right),
		Fixes:   []lint.Fix{lint.Replace("write ‘"+figures+right+"’", lint.Safe, span, figures+right)},
	})
}
