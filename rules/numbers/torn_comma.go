package numbers

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// tornThousands reports whether the comma at token i parts groups of three digits.
func tornThousands(v view, i int) (lint.Safety, bool) {
	left, right := v.TokenText(i-1), digits(v.TokenText(i+1))
	if !isBeforeGroup(left) || !isGroup(right) {
		return 0, false
	}
	if len(right) == 3 && right[0] == '0' {
		return lint.Safe, true // no number begins so
	}
	lead := before(v, i-1)
	if isLabel(lead) || inList(v, i) || isPart(v, i-1) || isNameNumber(v, i-1) || leads(v, i-1) && !amounts[lead] {
		return 0, false
	}
	if isSizes(v, i) || isAgeLimit(v, i-1) || isCertificate(v, i-1) {
		return 0, false
	}
	if v.has(i+2) && isNounOfMany(v.Document, i+2) {
		return lint.Safe, true
	}
	return lint.Unsafe, true // seats 90, 250 with the balcony; was 42, 180 cm tall
}

// isBeforeGroup reports whether s is what a group of three digits may follow: 4, 65 or 1,200.
func isBeforeGroup(s string) bool {
	if s[0] == '0' || len(s) > 3 && !strings.Contains(s, ",") {
		return false
	}
	return isPlain(strings.ReplaceAll(s, ",", ""))
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

// isNounOfMany reports whether token i is a plural in lower case, or a word that many are counted by.
func isNounOfMany(d *lint.Document, i int) bool {
	if d.Tokens[i].Case != lint.Lower || lexicon.FunctionAt(d, i) != 0 {
		return false
	}
	fold := d.Fold(i)
	return countables[fold] || len(fold) > 3 && strings.HasSuffix(fold, "s") && !strings.HasSuffix(fold, "ss")
}

// isSizes reports whether the two numbers round the comma at token i are all that brackets behind another number hold, as in a
// pattern for three sizes: 84 (92, 100).
func isSizes(v view, i int) bool {
	return v.text(i-2) == "(" && v.text(i+2) == ")" && v.is(i-3, lint.Number)
}

// isNameNumber reports whether the number at token i is told by the name before it: Highway 1, Pier 39, COP 26. A word that
// begins its sentence and what counts money are no names.
func isNameNumber(v view, i int) bool {
	if !v.is(i-1, lint.Word) || v.Glued(i) {
		return false
	}
	c, word := v.Tokens[i-1].Case, v.Fold(i-1)
	return (c == lint.Title || c == lint.Upper) && v.class(i-1) == 0 && !amounts[word] && !moneyCodes[word] &&
		v.SentenceOf(i).From != i-1
}

// isAgeLimit reports whether the number at token i is an age that tells people apart: those under 18, patients over 65.
func isAgeLimit(v view, i int) bool {
	lead := v.fold(i - 1)
	return (lead == "over" || lead == "under") && agedPeople[v.fold(i-2)]
}

// isCertificate reports whether the number at token i is the age that a film is for, which stands in brackets before its
// length: (18, 141 mins).
func isCertificate(v view, i int) bool {
	return v.text(i-1) == "(" && certificates[v.TokenText(i)] && lengths[v.fold(i+3)]
}

// tornScaled reports whether the comma at token i is the decimal comma of a number of millions, of a measure or of a price: by
// 5, 5 cm, about 1, 75 billion, is now 31, 6 Turkish lira.
func tornScaled(v view, i int) bool {
	left, right := v.TokenText(i-1), v.TokenText(i+1)
	if !isFigures(left, 2) || !isFigures(right, 2) || !v.is(i-2, lint.Word) {
		return false
	}
	lead := v.Fold(i - 2)
	if isLabel(lead) || inList(v, i) || leads(v, i-1) {
		return false
	}
	return scales[v.fold(i+2)] || paying[lead] && len(right) == 1 && isLess(right, left) && countsMoney(v, i+2)
}

// isLess reports whether the first of two plain numbers is the smaller one: 5, 6 dollars are five or six.
func isLess(first, second string) bool {
	a, _ := value(first)
	b, _ := value(second)
	return a < b
}

// countsMoney reports whether a currency stands at token i, the country before it or not: lira, Turkish lira.
func countsMoney(v view, i int) bool {
	if v.isCapital(i) {
		i++
	}
	return v.has(i) && v.Tokens[i].Case == lint.Lower && currencies[v.Fold(i)] != ""
}

// tornPercent reports whether the comma at token i is the decimal comma of a percentage behind a verb or a preposition of
// measure: the turnout was 41, 7%.
func tornPercent(v view, i int) bool {
	return isFigures(v.TokenText(i-1), 2) && isFigures(v.TokenText(i+1), 2) && v.isPercent(i+2) &&
		measuring[before(v, i-1)] && !inList(v, i)
}

var (
	// scales holds what no count of things stands before without a unit: 5, 5 million is one number.
	scales = lint.WordSet("million billion trillion bn mln bln cm mm km kg centimeters centimetres kilometers kilometres kilograms")

	// measuring holds words that a percentage follows, and no list of numbers.
	measuring = lint.WordSet("was is were are reached reaches by to at about around nearly almost exactly only over than")

	// paying holds words that a price follows, and no list of numbers or age.
	paying = lint.WordSet("is now cost costs at for to by about around nearly almost exactly only over than paid")

	// agedPeople holds words that an age is told of.
	agedPeople = lint.WordSet("those people patients children adults men women boys girls players pupils anyone everyone drivers voters")

	// certificates holds the ages that films are for.
	certificates = lint.WordSet("6 7 11 12 13 14 15 16 17 18")

	// lengths holds the units of the length of a film.
	lengths = lint.WordSet("min mins minutes")
)
