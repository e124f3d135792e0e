package numbers

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// tornDecimal reports whether the full stop at token i is a decimal point: no sentence is a number alone, as that in "a rate of
// 1. 48." would be.
func tornDecimal(v view, i int) bool {
	left, right := v.TokenText(i-1), digits(v.TokenText(i+1))
	if !isFigures(left, 3) || !isFigures(right, 2) || !v.has(i-2) || isLabel(before(v, i-1)) {
		return false
	}
	if right[0] != '0' && isPart(v, i-1) || v.Glued(i+2) && v.text(i+2) == ":" {
		return false // 3-1. 20 fans; at 7. 8:30 was late
	}
	hasTail := right != v.TokenText(i+1) // 6. 5bn
	return hasTail || isBehindSign(v, i-1) || heads[before(v, i-1)] || isUnit(v, i+2) || isMidPhrase(v, i)
}

// isUnit reports whether token i is something that a number counts: a sign, a unit.
func isUnit(v view, i int) bool { return measures[v.fold(i)] || v.text(i) == "%" }

// isMidPhrase reports whether the words round the numbers of the full stop at token i need one number between them: none ends a
// sentence behind an article (the 2. 5 hour show), no sentence is a number alone behind a preposition (for 5. 80.), and no
// number begins with 0 (at 22. 00).
func isMidPhrase(v view, i int) bool {
	if right := v.TokenText(i + 1); len(right) == 2 && right[0] == '0' {
		return true
	}
	switch next := i + 2; {
	case !v.has(next) || v.Tokens[next].Kind == lint.Punct:
		return v.class(i-2)&lexicon.Preposition != 0
	case v.Tokens[next].Case == lint.Lower:
		return v.fold(i-2) == "a" || v.fold(i-2) == "the"
	}
	return false
}

// tornDotted reports whether the full stop at token i parts the thousands of one number, as other languages write them: there
// are 4. 200 people, Rp 14. 500. No number begins with 0.
func tornDotted(v view, i int) bool {
	left, right := v.TokenText(i-1), v.TokenText(i+1)
	if !isFigures(left, 3) || left[0] == '0' || len(right) != 3 || !isPlain(right) || !v.has(i-2) {
		return false
	}
	lead := before(v, i-1)
	if isLabel(lead) || v.text(i-2) == "." && v.is(i-3, lint.Number) {
		return false
	}
	return lead == "rp" || moneyCodes[lead] || isBehindSign(v, i-1) ||
		(right == "000" || counting[lead]) && isBeforeCounted(v, i+2)
}

// isBeforeCounted reports whether token i is in lower case and of no closed class, as what a number counts is.
func isBeforeCounted(v view, i int) bool {
	return v.has(i) && v.Tokens[i].Case == lint.Lower && v.class(i) == 0
}

// tornDate reports whether the numbers round the full stop at token i make a date together: 08. 02.2023, 21.05. 2022.
func tornDate(v view, i int) bool {
	day, rest, _ := strings.Cut(v.TokenText(i-1)+"."+v.TokenText(i+1), ".")
	month, year, _ := strings.Cut(rest, ".")
	return isUpTo(day, "31") && isUpTo(month, "12") && len(year) == 4 && year >= "1900" && year < "2100" && isPlain(year)
}

// isUpTo reports whether s is two figures, or one, up to most, which has two.
func isUpTo(s, most string) bool {
	return isPlain(s) && (len(s) == 1 && s > "0" || len(s) == 2 && s > "00" && s <= most)
}

// tornTime reports whether the numbers round the full stop at token i are a time of day: 12. 30 PM.
func tornTime(v view, i int) bool {
	return isUpTo(v.TokenText(i-1), "24") && isMinutes(v.TokenText(i+1)) && isBeforeHalf(v, i+2)
}

var (
	// heads holds words that a decimal number follows.
	heads = lint.WordSet("magnitude average rating")

	// counting holds words that no sentence ends with a number behind.
	counting = lint.WordSet("are were about over than nearly some around almost approximately exactly roughly estimated another total")

	// measures holds what a decimal number counts.
	measures = lint.WordSet("percent per million billion bn mln bln trillion thousand hundred lakh crore points point percentage meters metres meter metre kilometers kilometres km miles kg kilograms tons tonnes ton degrees times euros dollars pounds rubles yuan yen acres hectares feet inches liters litres magnitude cm mm m")
)
