package numbers

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// SpacedSymbol reports white space between a number and its sign: a per cent sign, a dollar sign, an ordinal ending, a
// times sign that touches another number.
//
// German, French and Russian set a space before the per cent sign and Arabic one beside the currency; engines work on
// pieces of words and tear the ordinal ending off. A document that writes every per cent sign so, as the International
// System of Units does, is right, and so is one that sets off all of several currency signs. One or two prices
// that are all there are, or most of several amounts, may be that style, which people's English has more often:
// information; millions and conversions in brackets are no prices. Three and more of one kind are one finding.
//
// The fix takes the white space out and is safe.
//
// bad: Sales came to $ 110 million.
// bad: The share was 5 % in May and 7% in June.
// bad: The letter of the 26 th was lost.
// bad: The blanket is 140x 200 cm large.
// good: Sales came to $110 million.
// good: The share was 5 % in May and 7 % in June.
//
// Measured on 4.3 million words of machine translation: 0.2 hits per 10,000 words, on clean English news 0, on other
// original English 0.03; 18 read, 18 right. At info, currency signs: 0.04 and 0.16.
var SpacedSymbol = &lint.Rule{
	Name:     "numbers/spaced-symbol",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var percents, ordinals, times []int // tokens that white space parts from their number
		for _, f := range figures.Of(p.Document) {
			if i := f.token; i > f.block.From && spaced(p.Document, i) && endsInTimes(p.TokenText(i-1)) {
				times = append(times, i)
			}
			i := f.token + 1
			if i >= f.block.To || !spaced(p.Document, i) {
				continue
			}
			switch parted(p.Document, f.block, i) {
			case percentPart:
				percents = append(percents, i)
			case ordinalPart:
				ordinals = append(ordinals, i)
			case timesPart:
				times = append(times, i)
			}
		}
		if !percentStyle(p.Document) {
			reportParted(p, percents, percentPart, lint.Warning)
		}
		reportParted(p, ordinals, ordinalPart, lint.Warning)
		reportParted(p, times, timesPart, lint.Warning)
		reportAmounts(p, spacedAmounts(p.Document))
	},
}

// What may be parted from its number.
const (
	percentPart  = "per cent sign"
	ordinalPart  = "ordinal ending"
	currencyPart = "currency sign"
	timesPart    = "times sign"
)

// endsInTimes reports whether s is a number with a times sign that touches it: 140x 200.
func endsInTimes(s string) bool {
	number, sign := strings.CutSuffix(s, "x")
	return sign && isPlain(number)
}

// spacedAmounts returns the tokens behind a currency sign and white space.
func spacedAmounts(d *lint.Document) []int {
	var amounts []int
	for _, m := range d.Symbols() {
		i := int(m) + 1
		if i == len(d.Tokens) || d.Tokens[i].Kind == lint.Symbol || !spaced(d, i) {
			continue
		}
		if b := d.BlockOf(int(m)).Range; i < b.To && parted(d, b, i) != "" {
			amounts = append(amounts, i)
		}
	}
	return amounts
}

// isSumOfNews reports whether the number at token i is one of millions, or a sum in brackets behind that in another
// currency: people set off prices, not these.
func isSumOfNews(d *lint.Document, i int) bool {
	if i+1 < len(d.Tokens) && millions[d.Fold(i+1)] && !d.Glued(i+1) {
		return true
	}
	opening := i - 2 // before the sign
	if opening >= 0 && d.Tokens[opening].Kind == lint.Word {
		opening-- // (about $ 300)
	}
	return opening >= 0 && d.TokenText(opening) == "("
}

var millions = lint.WordSet("million billion trillion bn mln bln")

// reportAmounts reports the amounts that white space parts from their currency signs, unless the text is set so
// throughout.
func reportAmounts(p *lint.Pass, amounts []int) {
	level := lint.Warning
	switch glued := gluedAmounts(p.Document); {
	case glued == 0 && len(amounts) > maxSpaced:
		return
	case len(amounts) > maxSpaced && len(amounts) > glued, glued == 0 && !slices.ContainsFunc(amounts, func(i int) bool { return isSumOfNews(p.Document, i) }):
		level = lint.Info
	}
	reportParted(p, amounts, currencyPart, level)
}

// maxSpaced is how many signs a text may set off before they have one cause: its style, or what the page was made with.
const maxSpaced = 2

// gluedAmounts counts the amounts that stand right behind their currency sign.
func gluedAmounts(d *lint.Document) int {
	count := 0
	for _, n := range d.Numbers {
		if i := int(n); d.Glued(i) && isDollar(d.TokenText(i-1)) {
			count++
		}
	}
	return count
}

// percentStyle reports whether the document sets its per cent signs off by a space throughout, more than once.
func percentStyle(d *lint.Document) bool {
	spacedSigns := 0
	for _, n := range d.Numbers {
		if i := int(n) + 1; i < len(d.Tokens) && d.Tokens[i].Kind == lint.Punct && d.TokenText(i) == "%" {
			if d.Glued(i) {
				return false
			}
			spacedSigns++
		}
	}
	return spacedSigns > 1
}

// parted returns what white space parts from its number before token i of block r, or "".
func parted(d *lint.Document, r lint.Range, i int) string {
	t, last := d.Tokens[i], d.Tokens[i-1]
	switch {
	case last.Kind == lint.Number && t.Kind == lint.Punct:
		if d.TokenText(i) == "%" {
			return percentPart
		}
	case last.Kind == lint.Number && t.Kind == lint.Word:
		switch ending, _, _ := strings.Cut(d.TokenText(i), "-"); {
		case isMultiplier(d.TokenText(i)):
			return timesPart
		case len(ending) == 2 && isOrdinal(d.TokenText(i-1), ending) && !isAbbreviated(d, r, i):
			return ordinalPart
		}
	case last.Kind == lint.Symbol && startsWithDigit(d, i):
		if isPart := i-2 >= r.From && d.Glued(i-1) && d.Tokens[i-2].Kind != lint.Bracket; !isPart && isDollar(d.TokenText(i-1)) {
			return currencyPart
		}
	}
	return ""
}

// isMultiplier reports whether a word is the sign of times with a number glued to it: x4 in 3 x4. Processors are x86 and x64.
func isMultiplier(word string) bool {
	number, ok := strings.CutPrefix(word, "x")
	return ok && isPlain(number) && number != "86" && number != "64"
}

// isDollar reports whether the sign is that of a currency that English writes before the number.
func isDollar(sign string) bool { return sign == "$" || sign == "€" || sign == "£" }

// isAbbreviated reports whether the ending at token i of block r may be an abbreviation of what the number counts, as in
// 12 rd. for a road: it has a dot, and no article stands before the number; or stones stand before pounds: 1 st 4 lb.
func isAbbreviated(d *lint.Document, r lint.Range, i int) bool {
	if i+2 < r.To && d.Fold(i) == "st" && d.Tokens[i+1].Kind == lint.Number && strings.HasPrefix(d.Fold(i+2), "lb") {
		return true
	}
	return i+1 < r.To && d.Glued(i+1) && d.TokenText(i+1) == "." && (i-2 < r.From || d.Fold(i-2) != "the")
}

// isOrdinal reports whether suffix is the ordinal ending of the number.
func isOrdinal(number, suffix string) bool {
	last := number[len(number)-1]
	if last < '0' || last > '9' {
		return false
	}
	teen := len(number) > 1 && number[len(number)-2] == '1'
	switch suffix {
	case "th":
		return true
	case "st":
		return last == '1' && !teen
	case "nd":
		return last == '2' && !teen
	case "rd":
		return last == '3' && !teen
	}
	return false
}

// reportParted reports the white space before each of the tokens, more than maxSpaced of them as one finding.
func reportParted(p *lint.Pass, tokens []int, what string, level lint.Severity) {
	var all []lint.Diagnostic
	for _, i := range tokens {
		gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].Start)}
		all = append(all, lint.Diagnostic{
			Span:     lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i].End)},
			Severity: level,
			Message:  "white space between number and " + what,
			Fixes:    []lint.Fix{lint.Replace("take the white space out", lint.Safe, gap, "")},
		})
	}
	if len(all) > maxSpaced {
		all = []lint.Diagnostic{lint.Together(all, "here, too")}
	}
	for _, d := range all {
		p.Report(d)
	}
}
