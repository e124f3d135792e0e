package numbers

import (
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
			v, i := view{p.Document, f.block}, f.token+1
			if isTornYear(v, f.token) {
				reportTornYear(p, f.token)
			}
			if !v.has(i+1) || p.Tokens[i].Kind != lint.Punct || !startsWithDigit(p.Document, i+1) {
				continue
			}
			switch head, tail := spaced(p.Document, i), spaced(p.Document, i+1); {
			case p.Glued(i) && tail, head && p.Glued(i+1):
				if safety, ok := tornNumber(v, i); ok {
					reportSplit(p, i, safety)
				}
			case head && tail && standsApart(v, i):
				reportSplit(p, i, lint.Unsafe)
			}
		}
	},
}

// isTornYear reports whether the number at token i is a year without its last figure, which stands behind it and counts
// nothing: in 198 4.
func isTornYear(v view, i int) bool {
	decade, rest := v.text(i), v.text(i+1)
	return len(decade) == 3 && len(rest) == 1 && decade >= "180" && decade <= "209" && isPlain(decade) && isPlain(rest) &&
		beforeYear[v.fold(i-1)] && oneSpace(v.Document, i+1) && endsYear(v, i+2)
}

// beforeYear holds what stands before a year and before few counts.
var beforeYear = lint.WordSet("in since until")

// endsYear reports whether what begins at token i shows that the figures before it count nothing: a mark, a small word, the end.
func endsYear(v view, i int) bool {
	if !v.has(i) {
		return true
	}
	if v.is(i+1, lint.Number) {
		return false
	}
	switch v.text(i) {
	case ".", ",":
		return true
	case "to", "or":
		return false
	}
	return v.Tokens[i].Case == lint.Lower && v.class(i)&(lexicon.Preposition|lexicon.Conjunction) != 0
}

// reportTornYear reports the year whose last figure stands apart behind token i.
func reportTornYear(p *lint.Pass, i int) {
	year := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i+1].End)}
	p.Report(lint.Diagnostic{
		Span:    year,
		Message: "white space inside a year",
		Fixes:   []lint.Fix{lint.Replace("take the white space out", lint.Unsafe, year, p.TokenText(i)+p.TokenText(i+1))},
	})
}

// tornNumber reports whether the mark at token i stands inside one number.
func tornNumber(v view, i int) (lint.Safety, bool) {
	switch v.TokenText(i) {
	case ",":
		if tornScaled(v, i) || tornPercent(v, i) {
			return lint.Unsafe, true
		}
		return tornThousands(v, i)
	case ".":
		return lint.Unsafe, tornDecimal(v, i) || tornDate(v, i) || tornTime(v, i) || tornDotted(v, i)
	case ":":
		return lint.Unsafe, tornClock(v, i) || tornScore(v, i) || tornRatio(v, i)
	}
	return 0, false
}

// standsApart reports whether the mark at token i, with white space on both sides, stands inside one number: 470 , 000 people,
// a 4 : 3 win.
func standsApart(v view, i int) bool {
	switch right := v.TokenText(i + 1); v.TokenText(i) {
	case ",":
		_, ok := tornThousands(v, i)
		return ok && len(right) == 3 && (right[0] == '0' || v.has(i+2) && isNounOfMany(v.Document, i+2))
	case ":":
		return isGoals(v.TokenText(i-1)) && isGoals(right) && v.has(i+2) && !startsWithDigit(v.Document, i+2) &&
			tellsOfMatch(v, i)
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

// before returns the form of the word before token i, a full stop between them passed over (p. 8), or "".
func before(v view, i int) string {
	if v.text(i-1) == "." && v.has(i-2) {
		return v.Fold(i - 2)
	}
	return v.fold(i - 1)
}

// isLabel reports whether the number behind a word names something, so that another number may follow: May 4, 12 people; page
// 3, 12 lines.
func isLabel(word string) bool {
	_, month := lexicon.Month(word)
	return month || labels[word]
}

// inList reports whether the numbers round the comma at token i belong to a list of more.
func inList(v view, i int) bool {
	if v.text(i-2) == "," && v.is(i-3, lint.Number) {
		return true
	}
	if !v.is(i+3, lint.Number) {
		return false
	}
	next := v.fold(i + 2)
	return next == "and" || next == "or" || v.text(i+2) == ","
}

// leads reports whether the number at token i stands in a phrase of time or place in front of its sentence: In 26, Of the 30,
func leads(v view, i int) bool {
	const longest = 6 // words
	for j := i - 1; j >= i-longest && v.is(j, lint.Word); j-- {
		if j == v.block.From || v.TokenText(j-1) == "." {
			return v.class(j)&(lexicon.Preposition|lexicon.Conjunction) != 0
		}
	}
	return false
}

// isPart reports whether the number at token i is the last of several that marks join: 24/7, 9/11, 6:30, 3-1.
func isPart(v view, i int) bool {
	return v.has(i-2) && v.Glued(i) && v.Glued(i-1) && v.Tokens[i-1].Kind == lint.Punct && startsWithDigit(v.Document, i-2)
}

// isBehindSign reports whether a sign is glued before the number at token i: $4, №4.
func isBehindSign(v view, i int) bool { return v.is(i-1, lint.Symbol) && v.Glued(i) }

// startsWithDigit reports whether token i is a number or a word that begins with one: 5, 000-ton, 6bn.
func startsWithDigit(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
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

var (
	// labels holds words that a number names something behind, so that another number may follow.
	labels = lint.WordSet("no nos vol vols pp p fig art sec ch number page pages chapter verse article section group day step level phase room platform line route flight season episode volume part question item figure table version channel studio age aged size gate seat week round grade category lap turn mile hole court flat apartment apt suite unit shop turned")

	// moneyCodes holds what money is counted by before its number.
	moneyCodes = lint.WordSet("rmb cny usd eur gbp jpy krw rub uah try inr pkr chf czk pln sek nok dkk isk hkd twd aud cad rs ngn naira kes ksh tsh ush zar rupiah baht")

	// amounts holds words that a count follows.
	amounts = lint.WordSet("about over than nearly some around almost approximately least under exactly only roughly estimated another total")
)
