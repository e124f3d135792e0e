package numbers

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// figure is a number in figures.
type figure struct {
	token int
	block lint.Range // that it stands in
}

// figures are the numbers of a document in the order of the text.
var figures = lint.NewFact("figures", func(d *lint.Document) []figure {
	out := make([]figure, len(d.Numbers))
	var b lint.Block
	for k, i := range d.Numbers {
		if int(i) >= b.To {
			b = d.BlockOf(int(i))
		}
		out[k] = figure{int(i), b.Range}
	}
	return out
})

// view is a document of which one block is looked at: what a number counts stands beside it.
type view struct {
	*lint.Document
	block lint.Range
}

// has reports whether token i is in the block.
func (v view) has(i int) bool { return i >= v.block.From && i < v.block.To }

// text returns token i, or "" when it is not in the block.
func (v view) text(i int) string {
	if !v.has(i) {
		return ""
	}
	return v.TokenText(i)
}

// fold returns the folded form of token i, or "" when it is no word of the block.
func (v view) fold(i int) string {
	if !v.has(i) {
		return ""
	}
	return v.Fold(i)
}

// is reports whether token i is of a kind.
func (v view) is(i int, k lint.Kind) bool { return v.has(i) && v.Tokens[i].Kind == k }

// glued reports whether tokens i-1 and i of the block have nothing between them.
func (v view) glued(i int) bool { return v.has(i-1) && v.has(i) && v.Glued(i) }

// class returns the closed word classes of token i.
func (v view) class(i int) lexicon.Function {
	if !v.has(i) || v.Tokens[i].Form == lint.NoForm {
		return 0
	}
	return lexicon.Functions.Of(v.Document)[v.Tokens[i].Form]
}

// isPercent reports whether token i is a per cent sign or the word.
func (v view) isPercent(i int) bool { return v.text(i) == "%" || v.fold(i) == "percent" }

// isInside reports whether token i is a mark with nothing before it and nothing behind it, as in 1.2.
func (v view) isInside(i int) bool { return v.is(i, lint.Punct) && v.glued(i) && v.glued(i+1) }

// isNoun reports whether token i is a word in lower case of no closed class.
func (v view) isNoun(i int) bool {
	return v.is(i, lint.Word) && v.Tokens[i].Case == lint.Lower && v.class(i) == 0
}

// isMany reports whether token i is a listed plural that a number counts, or the scale of a number.
func (v view) isMany(i int) bool {
	return v.isNoun(i) && (isNounOfMany(v.Document, i) && lexicon.EntryAt(v.Document, i).Word() || scaleOf(v.fold(i)) != 0)
}

// value returns the whole number that s is, groups of three figures parted by commas allowed.
func value(s string) (int, bool) {
	n := 0
	if s == "" || len(s) > 15 {
		return 0, false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + int(c-'0')
		case c != ',' || i == 0 || !groupAt(s, i+1):
			return 0, false
		}
	}
	return n, true
}

// groupAt reports whether a group of three figures and no more begins at i.
func groupAt(s string, i int) bool {
	if len(s) < i+3 {
		return false
	}
	for _, c := range []byte(s[i : i+3]) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(s) == i+3 || s[i+3] < '0' || s[i+3] > '9'
}

// grouped writes a whole number with commas between groups of three figures.
func grouped(digits string) string {
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// scaleOf returns the power of ten that the word names, or 0.
func scaleOf(word string) int {
	switch word {
	case "hundred":
		return 2
	case "thousand":
		return 3
	case "million":
		return 6
	case "billion":
		return 9
	case "trillion":
		return 12
	}
	return 0
}

// smallNumbers holds the number words below one hundred.
var smallNumbers = func() map[string]int {
	m := make(map[string]int)
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		m[w] = i + 1
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		m[w] = 10 * (i + 3)
	}
	return m
}()

// currencies holds the words for money, singular and plural, and its codes.
var currencies = func() map[string]string {
	m := make(map[string]string)
	for sign, words := range map[string]string{
		"$": "dollar dollars usd", "€": "euro euros eur", "£": "pound pounds gbp", "¥": "yen yuan rmb cny jpy renminbi",
		"₽": "ruble rubles rouble roubles rub", "₹": "rupee rupees inr", "₺": "lira liras try", "₴": "hryvnia hryvnias uah", "₩": "won krw",
		"other": "dirham dirhams dinar dinars riyal riyals rial rials tenge crown crowns zloty zlotys franc francs shekel shekels peso pesos",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = sign
		}
	}
	return m
}()

// isPlain reports whether s is figures alone.
func isPlain(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// isFigures reports whether s is figures alone, most at most.
func isFigures(s string, most int) bool { return len(s) <= most && isPlain(s) }
