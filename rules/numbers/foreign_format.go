package numbers

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ForeignFormat reports a number with the decimal comma, the dots or the spaces of another language: 31,8%, 65.490
// people, 25 000 rubles.
//
// Most languages of Europe write a comma before decimals and a dot or a space between thousands; engines copy the
// figures. English has it the other way round: 31.8%, 65,490 people. German prices have a comma and a dash for no cents:
// 39,- €. Chinese counts in ten thousands, and a comma may stand there: 239,4513 cases. Heights come with the unit inside:
// 1m58 tall. Lists of numbers, verses, versions, decimals of three places (1.234 seconds), and a text that writes all its
// thousands with spaces, as the International System of Units does, are right.
//
// The fix is safe for the comma before a per cent sign, else unsafe.
//
// bad: Prices rose by 31,8% in a year.
// bad: The fine was 15,000,00 rubles.
// bad: The town has 65.490 inhabitants and paid 25 000 rubles.
// good: Prices rose by 31.8% in a year.
// good: The town has 65,490 inhabitants; see pages 3,4 and version 1.2.345.
//
// Measured on machine output of all kinds: 0.30 hits per 10,000 words (5,400,000 words; 13 from Romanian, 5.5 from
// Estonian, 2.0 from Icelandic, 0.6 from Russian), on clean English 0.10 (300,000 words), slips of writers abroad; 100
// read, 100 right, and the 18 commas before four figures, all right.
var ForeignFormat = &lint.Rule{
	Name:     "numbers/foreign-format",
	Severity: lint.Warning,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		heights(p)
		all := figures.Of(p.Document)
		for k := 0; k < len(all); k++ {
			v, i := view{p.Document, all[k].block}, all[k].token
			text := v.text(i)
			switch {
			case isTwiceComma(text) && (currencies[v.fold(i+1)] != "" || isMeasured(v, i)):
				at := strings.LastIndexByte(text, ',')
				reportFormat(p, p.Tokens[i].Span(), "decimal comma", text[:at]+"."+text[at+1:], lint.Unsafe)
			case isDecimalComma(text) && (isMeasured(v, i) || isMeasuredRange(v, i) || isBeforeTimeSpan(v, i)):
				reportDecimalComma(p, v, i)
			case isWholePrice(v, i):
				reportFormat(p, p.Span(lint.Range{From: i, To: i + 3}), "comma and dash for no cents", text, lint.Safe)
			case isDotted(text) && isCounted(v, i, text):
				right := strings.ReplaceAll(text, ".", ",")
				reportFormat(p, p.Tokens[i].Span(), "dot between thousands", right, lint.Unsafe)
			case isMisgrouped(v, i):
				whole, decimals, isParted := strings.Cut(strings.Replace(text, ",", "", 1), ".")
				right := grouped(whole)
				if isParted {
					right += "." + decimals
				}
				reportFormat(p, p.Tokens[i].Span(), "comma before four figures", right, lint.Unsafe)
			default:
				if n := spacedGroups(v, i); n > 0 {
					k += n
					reportSpacedGroups(p, v, i, n)
				}
			}
		}
	},
}

// heights reports 1m58 tall. A time has no such word behind it: 1m58 in the final.
func heights(p *lint.Pass) {
	for _, f := range p.Figured() {
		whole, rest, ok := strings.Cut(p.Forms[f].Fold, "m")
		if !ok || len(whole) != 1 || len(rest) != 2 || !isPlain(whole) || !isPlain(rest) {
			continue
		}
		for _, i := range p.Places(f) {
			if next := int(i) + 1; next < len(p.Tokens) && (p.Fold(next) == "tall" || p.Fold(next) == "high") {
				reportFormat(p, p.Tokens[i].Span(), "unit inside the number", whole+"."+rest+" m", lint.Unsafe)
			}
		}
	}
}

// isTwiceComma reports whether s has a comma between thousands, or a dot, and another before two decimals: 15,000,00
func isTwiceComma(s string) bool {
	at := strings.LastIndexByte(s, ',')
	if at < 0 || at != len(s)-3 || !isPlain(s[at+1:]) {
		return false
	}
	first, rest, ok := strings.Cut(s[:at], ",")
	return ok && isPlain(first) && len(first) <= 3 && first[0] != '0' && len(rest) == 3 && isPlain(rest)
}

// isMisgrouped reports whether the number at token i has one comma and four figures behind it, as where it is counted in
// ten thousands: 239,4513 cases. Those before a unit may be decimals (1,2345 dollars); a year behind a day is part of a
// date (May 3,2028).
func isMisgrouped(v view, i int) bool {
	whole, rest, _ := strings.Cut(v.text(i), ",")
	group, decimals, isParted := strings.Cut(rest, ".")
	if !isFigures(whole, 3) || whole[0] == '0' || len(group) != 4 || !isPlain(group) || isParted && !isPlain(decimals) {
		return false
	}
	if len(whole) < 3 && group >= "1900" && group < "2100" {
		return false
	}
	if v.glued(i) && !v.is(i-1, lint.Symbol) || v.glued(i+1) && !v.is(i+1, lint.Punct) {
		return false
	}
	return (isParted || !isMeasured(v, i)) && !labels[before(v, i)] && !isNameNumber(v, i)
}

// isDecimalComma reports whether s is a number with one comma and not three figures behind it: 31,8
func isDecimalComma(s string) bool {
	whole, decimals, ok := strings.Cut(s, ",")
	return ok && isPlain(whole) && isPlain(decimals) && len(whole) <= 4 && (len(decimals) < 3 || len(decimals) == 3 && whole == "0")
}

// isMeasured reports whether the number at token i stands where a quantity does: before a unit or behind a currency sign.
func isMeasured(v view, i int) bool {
	if v.glued(i) && v.Tokens[i-1].Kind != lint.Symbol && v.Tokens[i-1].Kind != lint.Bracket && v.Tokens[i-1].Kind != lint.Quote {
		return false
	}
	if s := v.text(i + 1); s == "%" || s == "€" || s == "°" {
		return true
	}
	if isMoney(v.text(i - 1)) {
		return true
	}
	fold := v.fold(i + 1)
	return !v.glued(i+1) && (quantities[fold] || scaleOf(fold) != 0 || currencies[fold] != "")
}

// isBeforeTimeSpan reports whether the number at token i counts years or parts of them: a 2,5 year old girl.
func isBeforeTimeSpan(v view, i int) bool {
	return !v.glued(i) && !v.glued(i+1) && timeSpans[v.fold(i+1)]
}

// timeSpans holds parts of time that decimal numbers stand before, and none in groups of three figures.
var timeSpans = lint.WordSet("year years month months week weeks days")

// isMeasuredRange reports whether the number at token i is an end of a range that is measured: 2,5-3 tablespoons, 3–3,5 kg.
func isMeasuredRange(v view, i int) bool {
	if isDash(v.text(i+1)) && v.is(i+2, lint.Number) {
		return isDecimalUnit(v, i+3) && (!v.glued(i) || v.Tokens[i-1].Kind == lint.Bracket)
	}
	return isDash(v.text(i-1)) && v.is(i-2, lint.Number) && isDecimalUnit(v, i+1)
}

// isDash reports whether s joins the ends of a range.
func isDash(s string) bool { return s == "-" || s == "–" }

// isDecimalUnit reports whether token i is a unit that decimal numbers stand before.
func isDecimalUnit(v view, i int) bool {
	return v.text(i) == "%" || !v.glued(i) && quantities[v.fold(i)]
}

// isWholePrice reports whether the number at token i is a price with a comma and a dash for no cents, as German writes it:
// 39,- €.
func isWholePrice(v view, i int) bool {
	if v.text(i+1) != "," || !v.glued(i+1) || !v.glued(i+2) || !isPlain(v.text(i)) {
		return false
	}
	switch v.text(i + 2) {
	case "-", "–", "—":
		return isMoneySign(v.text(i+3)) || isMoney(v.text(i-1)) || currencies[v.fold(i+3)] != "" || currencies[v.fold(i-1)] != ""
	}
	return false
}

// quantities holds the units that decimal numbers stand before.
var quantities = lint.WordSet("percent per percentage points point months mb gb tb kwh mwh mw kw ghz mhz yards inches feet meters metres meter metre kilometers kilometres km kg kilograms kilos tons tonnes hectares acres miles degrees liters litres litre liter bn mln cm mm m mg g grams hours minutes seconds times billions millions square cubic l dl cl ml ha oz lb lbs cup cups tbsp tsp tablespoon tablespoons teaspoon teaspoons glass glasses kcal kj hp volts watts kilowatts megawatts gigawatts milliliters millilitres millimeters millimetres centimeters centimetres milligrams micrograms joules calories knots pixels")

func reportDecimalComma(p *lint.Pass, v view, i int) {
	safety := lint.Unsafe
	if v.isPercent(i + 1) {
		safety = lint.Safe
	}
	reportFormat(p, p.Tokens[i].Span(), "decimal comma", strings.Replace(v.text(i), ",", ".", 1), safety)
}

// isDotted reports whether s is figures in groups of three with dots between them: 65.490, 1.234.567
func isDotted(s string) bool {
	first, rest, ok := strings.Cut(s, ".")
	if !ok || !isPlain(first) || len(first) > 3 || first[0] == '0' {
		return false
	}
	for {
		group, more, ok := strings.Cut(rest, ".")
		if !isPlain(group) || len(group) != 3 {
			return false
		}
		if !ok {
			return true
		}
		rest = more
	}
}

// isCounted reports whether the dotted number at token i counts things that have no parts, or is too long for decimals.
func isCounted(v view, i int, text string) bool {
	if v.glued(i) && v.Tokens[i-1].Kind != lint.Symbol || v.glued(i+1) && v.is(i+1, lint.Symbol) {
		return false
	}
	switch strings.Count(text, ".") {
	case 1:
		return countsWholes(v, i, text)
	case 2:
		return isBehindDollars(v, i) || v.is(i+1, lint.Word) && v.Tokens[i+1].Case == lint.Lower
	}
	return false // an address of the net
}

// countsWholes reports whether the number at token i, with one dot, counts what has no parts, people and won, or is one of
// thousands that nobody measures to the thousandth.
func countsWholes(v view, i int, text string) bool {
	counted := v.fold(i + 1)
	switch {
	case countables[counted]:
		return text[1] != '.' || !isMean(v, i)
	case isResult(v, i):
		return false
	case wholeMoney[counted] && !v.glued(i+1), wholeMoney[v.fold(i-1)]:
		return true
	}
	if strings.HasSuffix(text, "00") && roughly[before(v, i)] && (isPlural(v, i+1) || v.isNoun(i+1) && isPlural(v, i+2)) {
		return true // more than 4.200 registered varieties
	}
	return strings.HasSuffix(text, "000") &&
		(currencies[counted] != "" || isBehindDollars(v, i) || bulk[counted] || isPlural(v, i+1))
}

// isResult reports whether the number at token i is what somebody reached in a contest: a score of 14.566 won the title, 14.566
// versus 14.233.
func isResult(v view, i int) bool {
	switch v.fold(i + 1) {
	case "won":
		return v.class(i+2)&(lexicon.Article|lexicon.Possessive) != 0
	case "versus":
		return true
	}
	return false
}

// isBehindDollars reports whether the number at token i stands behind the sign of the dollar or the euro.
func isBehindDollars(v view, i int) bool { return v.text(i-1) == "$" || v.text(i-1) == "€" }

// isPlural reports whether token i is a noun with an s, and no unit that is measured in parts.
func isPlural(v view, i int) bool {
	return v.isNoun(i) && strings.HasSuffix(v.Fold(i), "s") && !quantities[v.Fold(i)]
}

// isMean reports whether the number at token i is a mean, which has decimals of anything: 2.345 people per household.
func isMean(v view, i int) bool {
	s := v.SentenceOf(i)
	for k := s.From; k < s.To; k++ {
		switch v.Fold(k) {
		case "average", "rate", "ratio", "mean":
			return true
		case "per":
			if v.Fold(k+1) != "cent" {
				return true
			}
		}
	}
	return false
}

// roughly holds words before a number that is rounded, to hundreds and not to the third decimal.
var roughly = lint.WordSet("than over some about nearly almost around approximately roughly")

// wholeMoney holds the words for money that has no parts in use, so that a number of it has no decimals.
var wholeMoney = lint.WordSet("won krw rupiah rupiahs rp idr dong vnd yen jpy forint forints huf tomans toman guarani guaranis")

// countables holds nouns whose number has no decimals.
var countables = lint.WordSet("people persons inhabitants residents citizens voters votes troops soldiers refugees migrants deaths dead infected infections cases patients students pupils teachers workers employees jobs homes houses families households children women men visitors tourists fans spectators tickets vehicles cars copies doses new members square victims applications companies shares books pages subscribers followers police cattle sheep")

// bulk holds units that nobody measures to the thousandth.
var bulk = lint.WordSet("tons tonnes hectares acres miles kilometers kilometres km litres liters barrels")

// spacedGroups returns how many groups of three figures stand behind the number at token i with a space before each, if
// together they are one number.
func spacedGroups(v view, i int) int {
	if !mayLeadGroups(v, i) {
		return 0
	}
	n, zeros := 0, false
	for ; v.is(i+n+1, lint.Number); n++ {
		group := v.text(i + n + 1)
		if len(group) != 3 || !isPlain(group) || !oneSpace(v.Document, i+n+1) {
			break
		}
		zeros = group == "000"
	}
	next := i + n + 1
	if n == 0 || v.is(next, lint.Number) || v.isInside(next) || isBehindName(v, i) {
		return 0
	}
	isRound := zeros && (n > 1 || v.is(next, lint.Word))
	if isRound || currencies[v.fold(next)] != "" || countables[v.fold(next)] || isMoneySign(v.text(next)) {
		return n
	}
	return 0
}

// mayLeadGroups reports whether the number at token i is what groups of three figures may stand behind: 25 in 25 000.
func mayLeadGroups(v view, i int) bool {
	text := v.text(i)
	return isFigures(text, 3) && text[0] != '0' && (!v.glued(i) || v.is(i-1, lint.Symbol) || v.is(i-1, lint.Bracket))
}

// isBehindName reports whether a number, a name or a month stands before the number at token i, so that it is no part of the
// number behind it: Boeing 737 800, 5 may 100 000.
func isBehindName(v view, i int) bool {
	if v.is(i-1, lint.Word) && v.Tokens[i-1].Case >= lint.Title && v.class(i-1) == 0 {
		return true
	}
	_, month := lexicon.Month(v.fold(i - 1))
	return month || v.is(i-1, lint.Number)
}

// isMoneySign reports whether s is a currency sign that other languages write behind a number.
func isMoneySign(s string) bool {
	switch s {
	case "€", "£", "$", "₽", "₴", "₸", "₺", "₹":
		return true
	}
	return false
}

// oneSpace reports whether a single space, of any kind, stands before token i.
func oneSpace(d *lint.Document, i int) bool {
	switch d.Text[d.Tokens[i-1].End:d.Tokens[i].Start] {
	case " ", "\u00A0", "\u202F", "\u2009":
		return true
	}
	return false
}

// spacesThousands reports whether the document parts thousands by spaces throughout, more than twice.
var spacesThousands = lint.NewFact("spaced thousands", func(d *lint.Document) bool {
	groups := 0
	for _, f := range figures.Of(d) {
		v := view{d, f.block}
		if text := v.text(f.token); len(text) > 4 && strings.IndexByte(text, ',') > 0 && !isDecimalComma(text) {
			return false
		}
		if spacedGroups(v, f.token) > 0 {
			groups++
		}
	}
	return groups > 2
})

func reportSpacedGroups(p *lint.Pass, v view, i, n int) {
	if spacesThousands.Of(p.Document) {
		return
	}
	right := v.text(i)
	for k := range n {
		right += "," + v.text(i+k+1)
	}
	reportFormat(p, p.Span(lint.Range{From: i, To: i + n + 1}), "space between thousands", right, lint.Unsafe)
}

func reportFormat(p *lint.Pass, span lint.Span, what, right string, safety lint.Safety) {
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: fmt.Sprintf("%s in ‘%s’", what, p.Slice(span)),
		Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", safety, span, right)},
	})
}
