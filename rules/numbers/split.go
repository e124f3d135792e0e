package numbers

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Split reports a number torn apart behind its comma, point or colon, and a year torn before its last figure.
//
// Engines set a space behind every mark, so 2,500 becomes 2, 500 and 8:43 becomes 8: 43; a year may lose its last
// figure, in 198 4. Dates before a count (On July 26, 106 people), lists of numbers, enumerators and a chapter with its
// title are right.
//
// The fix takes the white space out. It is safe for thousands before a word or a sign, else unsafe.
//
// bad: They sold 2, 500 kilos of rice.
// bad: The train left at 8: 43 a.m. and the share fell by 6. 5%.
// bad: Today’s 4: 1 win was the third.
// good: On July 26, 106 people came; in 2020, 500 had.
// good: The numbers 7, 120 and 333 won. See John 3: 16.
//
// Measured on machine output of all kinds: 2.3 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000
// words); 128 read, 128 right, and 12 of 12 between two words that need one number, in dates and behind a nought.
var Split = &lint.Rule{
	Name:     "numbers/split",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			i := f.token + 1
			if isTornYear(view{p.Document, f.block}, f.token) {
				reportTornYear(p, f.token)
			}
			if i+1 >= f.block.To || p.Tokens[i].Kind != lint.Punct || !startsWithDigit(p.Document, i+1) {
				continue
			}
			switch head, tail := spaced(p.Document, i), spaced(p.Document, i+1); {
			case p.Glued(i) && tail, head && p.Glued(i+1):
				if safety, ok := tornNumber(p.Document, f.block, i); ok {
					reportSplit(p, i, safety)
				}
			case head && tail && standsApart(p.Document, f.block, i):
				reportSplit(p, i, lint.Unsafe)
			}
		}
	},
}

// isTornYear reports whether the number at token i is a year without its last figure, which stands behind it and counts
// nothing: in 198 4.
func isTornYear(v view, i int) bool {
	text, rest := v.text(i), v.text(i+1)
	if len(text) != 3 || len(rest) != 1 || text < "180" || text > "209" || rest < "0" || rest > "9" || !isPlain(text) || !beforeYear[v.fold(i-1)] || !oneSpace(v.Document, i+1) {
		return false
	}
	next := i + 2
	switch {
	case !v.has(next):
		return true
	case v.is(next, lint.Word):
		return v.Tokens[next].Case == lint.Lower && v.class(next)&(lexicon.Preposition|lexicon.Conjunction) != 0 && v.fold(next) != "to" && v.fold(next) != "or" && !v.is(next+1, lint.Number)
	}
	return v.is(next, lint.Punct) && (v.text(next) == "." || v.text(next) == ",") && !v.is(next+1, lint.Number)
}

// beforeYear holds what stands before a year and before few counts.
var beforeYear = lint.WordSet("in since until")

// reportTornYear reports the year whose last figure stands apart behind token i.
func reportTornYear(p *lint.Pass, i int) {
	year := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i+1].End)}
	p.Report(lint.Diagnostic{
		Span:    year,
		Message: "white space inside a year",
		Fixes:   []lint.Fix{lint.Replace("take the white space out", lint.Unsafe, year, p.TokenText(i)+p.TokenText(i+1))},
	})
}

// tornNumber reports whether the mark at token i of block r stands inside one number.
func tornNumber(d *lint.Document, r lint.Range, i int) (lint.Safety, bool) {
	switch d.TokenText(i) {
	case ",":
		if tornScaled(d, r, i) || tornPercent(d, r, i) {
			return lint.Unsafe, true
		}
		return tornThousands(d, r, i)
	case ".":
		return lint.Unsafe, tornDecimal(d, r, i) || tornDate(d, i) || tornTime(d, r, i) || tornDotted(d, r, i)
	case ":":
		return lint.Unsafe, tornClock(d, r, i) || tornScore(d, r, i)
	}
	return 0, false
}

// standsApart reports whether the mark at token i of block r, with white space on both sides, stands inside one number:
// 470 , 000 people, a 4 : 3 win.
func standsApart(d *lint.Document, r lint.Range, i int) bool {
	switch right := d.TokenText(i + 1); d.TokenText(i) {
	case ",":
		_, ok := tornThousands(d, r, i)
		return ok && len(right) == 3 && (right[0] == '0' || i+2 < r.To && isNounOfMany(d, i+2))
	case ":":
		return isGoals(right) && isGoals(d.TokenText(i-1)) && i+2 < r.To && !startsWithDigit(d, i+2) && tellsOfMatch(d, i)
	}
	return false
}

// isNounOfMany reports whether token i is a plural in lower case, or a word that many are counted by.
func isNounOfMany(d *lint.Document, i int) bool {
	fold := d.Fold(i)
	return d.Tokens[i].Case == lint.Lower && lexicon.FunctionAt(d, i) == 0 && (countables[fold] || len(fold) > 3 && strings.HasSuffix(fold, "s") && !strings.HasSuffix(fold, "ss"))
}

// tornThousands reports whether the comma at token i of block r parts groups of three digits.
func tornThousands(d *lint.Document, r lint.Range, i int) (lint.Safety, bool) {
	left, right := d.TokenText(i-1), digits(d.TokenText(i+1))
	if len(left) > 3 && !strings.Contains(left, ",") || left[0] == '0' || !isPlain(strings.ReplaceAll(left, ",", "")) || !isGroup(right) {
		return 0, false
	}
	if len(right) == 3 && right[0] == '0' {
		return lint.Safe, true // no number begins so
	}
	if _, month := lexicon.Month(before(d, r, i-1)); month || labels[before(d, r, i-1)] || inList(d, r, i) || isPart(d, r, i-1) || isNameNumber(d, r, i-1) {
		return 0, false
	}
	if isSizes(d, r, i) || leads(d, r, i-1) && !amounts[before(d, r, i-1)] || isAgeLimit(d, r, i-1) || isCertificate(d, r, i-1) {
		return 0, false
	}
	if i+2 < r.To && isNounOfMany(d, i+2) {
		return lint.Safe, true
	}
	return lint.Unsafe, true // seats 90, 250 with the balcony; was 42, 180 cm tall
}

// isSizes reports whether the two numbers round the comma at token i of block r are all that brackets behind another
// number hold, as in a pattern for three sizes: 84 (92, 100).
func isSizes(d *lint.Document, r lint.Range, i int) bool {
	return i-3 >= r.From && i+2 < r.To && d.TokenText(i-2) == "(" && d.TokenText(i+2) == ")" && d.Tokens[i-3].Kind == lint.Number
}

// isPart reports whether the number at token i of block r is the last of several that marks join: 24/7, 9/11, 6:30, 3-1.
func isPart(d *lint.Document, r lint.Range, i int) bool {
	return i-2 >= r.From && d.Glued(i) && d.Glued(i-1) && d.Tokens[i-1].Kind == lint.Punct && startsWithDigit(d, i-2)
}

// isNameNumber reports whether the number at token i of block r is told by the name before it: Highway 1, Pier 39, COP
// 26. A word that begins its sentence and what counts money are no names.
func isNameNumber(d *lint.Document, r lint.Range, i int) bool {
	if i-1 < r.From || d.Glued(i) || d.Tokens[i-1].Kind != lint.Word || lexicon.FunctionAt(d, i-1) != 0 || amounts[d.Fold(i-1)] || moneyCodes[d.Fold(i-1)] {
		return false
	}
	c := d.Tokens[i-1].Case
	return (c == lint.Title || c == lint.Upper) && d.SentenceOf(i).From != i-1
}

// isAgeLimit reports whether the number at token i of block r is an age that tells people apart: those under 18,
// patients over 65.
func isAgeLimit(d *lint.Document, r lint.Range, i int) bool {
	return i-2 >= r.From && (d.Fold(i-1) == "over" || d.Fold(i-1) == "under") && agedPeople[d.Fold(i-2)]
}

// isCertificate reports whether the number at token i of block r is the age that a film is for, which stands in brackets
// before its length: (18, 141 mins).
func isCertificate(d *lint.Document, r lint.Range, i int) bool {
	return i-1 >= r.From && d.TokenText(i-1) == "(" && certificates[d.TokenText(i)] && i+3 < r.To && lengths[d.Fold(i+3)]
}

// tornDecimal reports whether the full stop at token i of block r is a decimal point: no sentence is a number alone, as
// that in "a rate of 1. 48." would be.
func tornDecimal(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), digits(d.TokenText(i+1))
	if !isPlain(left) || len(left) > 3 || !isPlain(right) || len(right) > 2 || i-1 == r.From || right[0] != '0' && isPart(d, r, i-1) || i+2 < r.To && d.Glued(i+2) && d.TokenText(i+2) == ":" {
		return false
	}
	if _, month := lexicon.Month(before(d, r, i-1)); month || labels[before(d, r, i-1)] {
		return false
	}
	if i-2 >= r.From && d.Tokens[i-2].Kind == lint.Symbol && d.Glued(i-1) {
		return true
	}
	return right != d.TokenText(i+1) || heads[before(d, r, i-1)] || isUnit(d, r, i+2) || isMidPhrase(d, r, i)
}

// isMidPhrase reports whether the words round the numbers of the full stop at token i of block r need one number between
// them: none ends a sentence behind an article (the 2. 5 hour show), no sentence is a number alone behind a preposition
// (for 5. 80.), and no number begins with 0 (at 22. 00).
func isMidPhrase(d *lint.Document, r lint.Range, i int) bool {
	right := d.TokenText(i + 1)
	if len(right) == 2 && right[0] == '0' {
		return true
	}
	switch f := lexicon.FunctionAt(d, i-2); {
	case i+2 == r.To || d.Tokens[i+2].Kind == lint.Punct:
		return f&lexicon.Preposition != 0
	case d.Tokens[i+2].Case == lint.Lower:
		return d.Fold(i-2) == "a" || d.Fold(i-2) == "the"
	}
	return false
}

// tornScaled reports whether the comma at token i of block r is the decimal comma of a number of millions, of a measure
// or of a price: by 5, 5 cm, about 1, 75 billion, is now 31, 6 Turkish lira.
func tornScaled(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if !isPlain(left) || len(left) > 2 || !isPlain(right) || len(right) > 2 || i-2 < r.From || d.Tokens[i-2].Kind != lint.Word {
		return false
	}
	if _, month := lexicon.Month(d.Fold(i - 2)); month || labels[d.Fold(i-2)] || inList(d, r, i) || leads(d, r, i-1) {
		return false
	}
	if i+2 < r.To && d.Tokens[i+2].Kind == lint.Word && scales[d.Fold(i+2)] {
		return true
	}
	return paying[d.Fold(i-2)] && len(right) == 1 && isLess(right, left) && countsMoney(d, r, i+2)
}

// isLess reports whether the first of two plain numbers is the smaller one: 5, 6 dollars are five or six.
func isLess(first, second string) bool {
	a, _ := value(first)
	b, _ := value(second)
	return a < b
}

// countsMoney reports whether a currency stands at token i of block r, the country before it or not: lira, Turkish lira.
func countsMoney(d *lint.Document, r lint.Range, i int) bool {
	if i+1 < r.To && d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Title {
		i++
	}
	return i < r.To && d.Tokens[i].Case == lint.Lower && currencies[d.Fold(i)] != ""
}

// tornPercent reports whether the comma at token i of block r is the decimal comma of a percentage behind a verb or a
// preposition of measure: the turnout was 41, 7%.
func tornPercent(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if !isPlain(left) || len(left) > 2 || !isPlain(right) || len(right) > 2 || i+2 >= r.To || inList(d, r, i) {
		return false
	}
	return (d.TokenText(i+2) == "%" || d.Fold(i+2) == "percent") && measuring[before(d, r, i-1)]
}

// tornDotted reports whether the full stop at token i of block r parts the thousands of one number, as other languages
// write them: there are 4. 200 people, Rp 14. 500. No number begins with 0.
func tornDotted(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if !isPlain(left) || len(left) > 3 || left[0] == '0' || !isPlain(right) || len(right) != 3 || i-2 < r.From {
		return false
	}
	lead := before(d, r, i-1)
	if _, month := lexicon.Month(lead); month || labels[lead] || d.TokenText(i-2) == "." && i-3 >= r.From && d.Tokens[i-3].Kind == lint.Number {
		return false
	}
	if lead == "rp" || moneyCodes[lead] || d.Tokens[i-2].Kind == lint.Symbol && d.Glued(i-1) {
		return true
	}
	counted := i+2 < r.To && d.Tokens[i+2].Case == lint.Lower && lexicon.FunctionAt(d, i+2) == 0
	return counted && (right == "000" || counting[lead])
}

// tornDate reports whether the numbers round the full stop at token i make a date together: 08. 02.2023, 21.05. 2022.
func tornDate(d *lint.Document, i int) bool {
	day, rest, _ := strings.Cut(d.TokenText(i-1)+"."+d.TokenText(i+1), ".")
	month, year, _ := strings.Cut(rest, ".")
	return isUpTo(day, "31") && isUpTo(month, "12") && len(year) == 4 && year >= "1900" && year < "2100" && isPlain(year)
}

// isUpTo reports whether s is two figures, or one, up to most, which has two.
func isUpTo(s, most string) bool {
	return isPlain(s) && (len(s) == 1 && s > "0" || len(s) == 2 && s > "00" && s <= most)
}

// tornTime reports whether the numbers round the full stop at token i of block r are a time of day: 12. 30 PM.
func tornTime(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	return isUpTo(left, "24") && len(right) == 2 && isPlain(right) && right < "60" &&
		i+2 < r.To && clocks[strings.ReplaceAll(d.Fold(i+2), ".", "")]
}

// startsWithDigit reports whether token i is a number or a word that begins with one: 5, 000-ton, 6bn.
func startsWithDigit(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Number || t.Kind == lint.Word && d.Text[t.Start] >= '0' && d.Text[t.Start] <= '9'
}

// digits returns the figures that s begins with, with the commas and points inside them.
func digits(s string) string {
	end := 0
	for i := 0; i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == ',' || s[i] == '.'); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			end = i + 1
		}
	}
	return s[:end]
}

// isGroup reports whether s is what follows the comma of a number: groups of three digits, or two and three as in India,
// and maybe a decimal part.
func isGroup(s string) bool {
	s, _, _ = strings.Cut(s, ".")
	for {
		group, rest, more := strings.Cut(s, ",")
		if !isPlain(group) || len(group) > 3 || len(group) < 3 && !(more && len(group) == 2) {
			return false
		}
		if !more {
			return true
		}
		s = rest
	}
}

// isUnit reports whether token i of block r is something that a number counts: a sign, a unit.
func isUnit(d *lint.Document, r lint.Range, i int) bool {
	if i >= r.To {
		return false
	}
	return d.TokenText(i) == "%" || d.Tokens[i].Kind == lint.Word && measures[d.Fold(i)]
}

// tornClock reports whether the colon at token i of block r stands in a time of day.
func tornClock(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if !isPlain(left) || len(left) > 2 || !isPlain(right) || len(right) != 2 || left > "24" && len(left) == 2 || right > "59" {
		return false
	}
	return i+2 < r.To && clocks[strings.ReplaceAll(d.Fold(i+2), ".", "")] || around[before(d, r, i-1)] || endsSpan(d, r, i-1) || isStamped(d, r, i-1) || beginsSpan(d, r, i) || len(left) == 2 && standsFree(d, r, i)
}

// endsSpan reports whether the number at token i of block r stands behind a time or a day and to: from 22: 00 to 23: 00.
func endsSpan(d *lint.Document, r lint.Range, i int) bool {
	if i-2 < r.From || d.Fold(i-1) != "to" {
		return false
	}
	_, weekday := lexicon.Weekday(d.Fold(i - 2))
	return weekday || d.Tokens[i-2].Kind == lint.Number
}

// isStamped reports whether a date stands before the number at token i of block r: 2020-07-26 17: 37, Sunday 12: 00.
func isStamped(d *lint.Document, r lint.Range, i int) bool {
	i--
	if i > r.From && (d.TokenText(i) == "," || d.TokenText(i) == "-") {
		i--
	}
	if i < r.From {
		return false
	}
	switch d.Tokens[i].Kind {
	case lint.Word:
		_, weekday := lexicon.Weekday(d.Fold(i))
		return weekday
	case lint.Number, lint.Code:
		text := d.TokenText(i)
		last := text[len(text)-1]
		return last >= '0' && last <= '9' && (len(text) == 4 && isPlain(text) || strings.ContainsAny(text, "-/"))
	}
	return false
}

// beginsSpan reports whether a dash and another number stand behind the time whose colon is at token i of block r: 12:
// 00-13: 00.
func beginsSpan(d *lint.Document, r lint.Range, i int) bool {
	return i+4 < r.To && (d.TokenText(i+2) == "-" || d.TokenText(i+2) == "–") && d.Tokens[i+3].Kind == lint.Number && d.TokenText(i+4) == ":"
}

// standsFree reports whether the numbers round the colon at token i of block r count nothing and belong to no name, as
// in John 20: 30 and in killed 15: 12 men.
func standsFree(d *lint.Document, r lint.Range, i int) bool {
	if i-2 < r.From || d.Tokens[i-2].Case == lint.Title || labels[before(d, r, i-1)] {
		return false
	}
	if next := i + 2; next < r.To {
		isPeople := d.Tokens[next].Case == lint.Title && strings.HasSuffix(d.Fold(next), "s")
		return d.Tokens[next].Case != lint.Lower && !isPeople && d.TokenText(next) != ","
	}
	return true
}

// tornScore reports whether the colon at token i of block r stands in the result of a match.
func tornScore(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if !isPlain(left) || len(left) > 2 || !isPlain(right) || len(right) > 2 || i-1 == r.From {
		return false
	}
	lead := before(d, r, i-1)
	if labels[lead] {
		return false // the vote on item 3: 2 in favour
	}
	if scored[lead] || leadsToScore[lead] && isGoals(left) && isGoals(right) || i+2 < r.To && d.Tokens[i+2].Kind == lint.Word && results[d.Fold(i+2)] {
		return true
	}
	if !isGoals(left) || !isGoals(right) {
		return false
	}
	bracketed := d.Tokens[i-2].Kind == lint.Bracket && i+2 < r.To && d.Tokens[i+2].Kind == lint.Bracket
	toNil := (left == "0" || right == "0") && d.Tokens[i-2].Case == lint.Lower
	return bracketed || toNil || tellsOfMatch(d, i)
}

// tellsOfMatch reports whether the sentence of token i has a word of results and none of ratios.
func tellsOfMatch(d *lint.Document, i int) bool {
	s, found := d.SentenceOf(i), false
	for k := s.From; k < s.To; k++ {
		fold := d.Fold(k)
		if ratioWords[fold] {
			return false
		}
		found = found || scoreWords[fold]
	}
	return found
}

// before returns the form of the word before token i of block r, or "".
func before(d *lint.Document, r lint.Range, i int) string {
	if i-1 < r.From {
		return ""
	}
	if d.TokenText(i-1) == "." && i-2 >= r.From {
		return d.Fold(i - 2)
	}
	return d.Fold(i - 1)
}

// inList reports whether the numbers round the comma at token i of block r belong to a list of more.
func inList(d *lint.Document, r lint.Range, i int) bool {
	if i-3 >= r.From && d.TokenText(i-2) == "," && d.Tokens[i-3].Kind == lint.Number {
		return true
	}
	if i+3 >= r.To {
		return false
	}
	next := d.Fold(i + 2)
	return (d.TokenText(i+2) == "," || next == "and" || next == "or") && d.Tokens[i+3].Kind == lint.Number
}

// leads reports whether the number at token i of block r stands in a phrase of time or place in front of its sentence:
// In 26, Of the 30,
func leads(d *lint.Document, r lint.Range, i int) bool {
	for j := i - 1; j >= r.From && j >= i-6; j-- {
		start := j == r.From || d.TokenText(j-1) == "."
		if d.Tokens[j].Kind != lint.Word {
			return false
		}
		if start {
			return lexicon.FunctionAt(d, j)&(lexicon.Preposition|lexicon.Conjunction) != 0
		}
	}
	return false
}

func reportSplit(p *lint.Pass, i int, safety lint.Safety) {
	inner := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i+1].Start)}
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i+1].End)},
		Message: "white space inside a number",
		Fixes:   []lint.Fix{lint.Replace("take the white space out", safety, inner, p.TokenText(i))},
	})
}

var (
	// labels holds words that a number names something behind, so that another number may follow.
	labels = lint.WordSet("no nos vol vols pp p fig art sec ch number page pages chapter verse article section group day step level phase room platform line route flight season episode volume part question item figure table version channel studio age aged size gate seat week round grade category lap turn mile hole court flat apartment apt suite unit shop turned")

	// moneyCodes holds what money is counted by before its number.
	moneyCodes = lint.WordSet("rmb cny usd eur gbp jpy krw rub uah try inr pkr chf czk pln sek nok dkk isk hkd twd aud cad rs ngn naira kes ksh tsh ush zar rupiah baht")

	// agedPeople holds words that an age is told of.
	agedPeople = lint.WordSet("those people patients children adults men women boys girls players pupils anyone everyone drivers voters")

	// amounts holds words that a count follows.
	amounts = lint.WordSet("about over than nearly some around almost approximately least under exactly only roughly estimated another total")

	// measuring holds words that a percentage follows, and no list of numbers.
	measuring = lint.WordSet("was is were are reached reaches by to at about around nearly almost exactly only over than")

	// paying holds words that a price follows, and no list of numbers or age.
	paying = lint.WordSet("is now cost costs at for to by about around nearly almost exactly only over than paid")

	// counting holds words that no sentence ends with a number behind.
	counting = lint.WordSet("are were about over than nearly some around almost approximately exactly roughly estimated another total")

	// measures holds what a decimal number counts.
	measures = lint.WordSet("percent per million billion bn mln bln trillion thousand hundred lakh crore points point percentage meters metres meter metre kilometers kilometres km miles kg kilograms tons tonnes ton degrees times euros dollars pounds rubles yuan yen acres hectares feet inches liters litres magnitude cm mm m")

	// scales holds what no count of things stands before without a unit: 5, 5 million is one number.
	scales = lint.WordSet("million billion trillion bn mln bln cm mm km kg centimeters centimetres kilometers kilometres kilograms")

	// heads holds words that a decimal number follows.
	heads = lint.WordSet("magnitude average rating")

	// clocks holds what a time of day is followed by.
	clocks = lint.WordSet("am pm hours gmt utc est edt local o'clock moscow beijing kyiv")

	// around holds what a time of day stands behind.
	around = lint.WordSet("at until till around about by from since before after")

	// scored holds what the result of a match stands behind.
	scored = lint.WordSet("won win wins lost lose beat beaten defeated drew score result led leading lead")

	// leadsToScore holds what a result of one-figure numbers stands behind, as other numbers do: rose to 12: 10 children.
	leadsToScore = lint.WordSet("a the by to with made")

	// results holds what the result of a match is followed by.
	results = lint.WordSet("win victory defeat loss draw lead in after against and on at for thanks before scoreline")
)

// certificates holds the ages that films are for.
var certificates = lint.WordSet("6 7 11 12 13 14 15 16 17 18")

// lengths holds the units of the length of a film.
var lengths = lint.WordSet("min mins minutes")
