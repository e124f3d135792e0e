package numbers

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// UnitStack reports a number built of two units that English puts together: 45,000 million, 1 million 100,000, 5 ten
// thousand.
//
// Chinese and Japanese count in ten thousands, Spanish in thousands of millions, and Russian, Turkish and Arabic add the
// parts of a number one to another, with and or without (4 thousand 312 lira, 15 thousand and 260 points); the engine
// translates the units one by one. English has one unit: 45 billion, 1.1 million, 50,000. A number behind which another
// begins (of the 2 million 100,000 voted), a thousand millions or less, and brackets that explain a unit (a billion (1
// thousand million)) are right.
//
// The fix reckons the number and is unsafe: the engine often takes the unit for another.
//
// bad: The plan costs 45,000 million euros.
// bad: The port shipped 1 million 100,000 tons, 5 ten thousand more than before.
// good: The plan costs 45 billion euros.
// good: The port shipped 1.1 million tons. In 2020 100 million were spent.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (4 in 5,400,000, from Japanese and Hausa), on clean
// English 0 (300,000 words); 4 read, 4 right. In translations by people 2 more, which some would let stand. So few make the
// level provisional.
var UnitStack = &lint.Rule{
	Name:     "numbers/unit-stack",
	Severity: lint.Warning,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			unit := scaleOf(v.fold(i + 1))
			switch {
			case v.is(i-1, lint.Bracket) && scaleOf(v.fold(i-2)) != 0: // explained
			case unit == 0:
				tenThousands(p, v, i)
			case scaleOf(v.fold(i+2)) != 0:
				reportStack(p, lint.Range{From: i, To: i + 3}, amount(v.text(i), unit+scaleOf(v.fold(i+2))))
			case v.is(i+2, lint.Number):
				addedParts(p, v, i)
			default:
				n, ok := value(v.text(i))
				if r, sum := joinedParts(v, i); sum != nil {
					reportStack(p, r, sum)
				} else if unit >= 6 && ok && n > 1000 && n%100 == 0 && strings.Contains(v.text(i), ",") {
					reportStack(p, lint.Range{From: i, To: i + 2}, amount(v.text(i), unit))
				}
			}
		}
	},
}

// tenThousands reports 5 ten thousand.
func tenThousands(p *lint.Pass, v view, i int) {
	if v.fold(i+1) == "ten" && scaleOf(v.fold(i+2)) > 2 {
		reportStack(p, lint.Range{From: i, To: i + 3}, amount(v.text(i), 1+scaleOf(v.fold(i+2))))
	}
}

// addedParts reports 1 million 100,000 and 2 million 500 thousand, the first figure at token i.
func addedParts(p *lint.Pass, v view, i int) {
	unit, lowUnit := scaleOf(v.fold(i+1)), scaleOf(v.fold(i+3))
	high, low := amount(v.text(i), unit), amount(v.text(i+2), lowUnit)
	n, whole := value(v.text(i + 2))
	if high == nil || low == nil || !whole || low.Cmp(amount("1", unit)) >= 0 {
		return
	}
	r := lint.Range{From: i, To: i + 3}
	if lowUnit != 0 {
		r.To++
	}
	if v.fold(i-1) == "the" || isYear(v.text(i+2), n) || lowUnit == 0 && !mayAdd(v, i+2, n, unit) {
		return
	}
	if v.glued(i+2) || v.isInside(r.To) {
		return
	}
	reportStack(p, r, new(big.Rat).Add(high, low))
}

// isYear reports whether a number may be a year: 2020, but not 2,020.
func isYear(text string, n int) bool { return n >= 1900 && n <= 2100 && text[1] != ',' }

// mayAdd reports whether the number n at token i, which has no unit of its own, may be the end of a number in the unit before it:
// 1 million 100,000, 4 thousand 312 lira.
func mayAdd(v view, i, n, unit int) bool {
	if n < 1000 {
		return unit == 3 && n >= 100 && isPriced(v, i+1)
	}
	return n%10 == 0 || v.Tokens[i].Len() >= 5
}

// isPriced reports whether a currency or a unit stands at token i, behind which no other number begins.
func isPriced(v view, i int) bool {
	fold := v.fold(i)
	return v.is(i, lint.Word) && v.Tokens[i].Case == lint.Lower && (currencies[fold] != "" || quantities[fold]) && fold != "percent" && fold != "percentage"
}

// joinedParts returns the parts of one number that the figure at token i is in or begins, each below the unit before it,
// and their sum: 15 thousand and 260 points, two million and 318 thousand and 405. A list (5 million and 10 million), a
// range and what counts nothing are no such number, and the sum is nil.
func joinedParts(v view, i int) (lint.Range, *big.Rat) {
	unit := scaleOf(v.fold(i + 1))
	r, sum, parts := lint.Range{From: i, To: i + 2}, amount(v.text(i), unit), 1
	if _, whole := value(v.text(i)); !whole || sum == nil {
		return r, nil
	}
	if high := scaleOf(v.fold(i - 2)); v.fold(i-1) == "and" && high > unit {
		first := smallNumbers[v.fold(i-3)]
		if first == 0 || !isThreeFigures(v.text(i)) {
			return r, nil
		}
		sum.Add(sum, amount(strconv.Itoa(first), high))
		r.From, parts = i-3, 2
	}
	for v.fold(r.To) == "and" {
		next := scaleOf(v.fold(r.To + 2))
		if !isThreeFigures(v.text(r.To+1)) || next >= unit || next == 0 && unit != 3 {
			break
		}
		sum.Add(sum, amount(v.text(r.To+1), next))
		if r.To += 2; next != 0 {
			r.To++
		}
		unit = next
		parts++
	}
	if parts < 2 || beforeRanges[v.fold(r.From-1)] || v.is(r.From-1, lint.Symbol) {
		return r, nil
	}
	if parts == 2 && !isPriced(v, r.To) && !v.isMany(r.To) {
		return r, nil
	}
	return r, sum
}

// beforeRanges holds words behind which and joins two numbers: between 4 thousand and 500.
var beforeRanges = lint.WordSet("between from of the")

// isThreeFigures reports whether s is three figures, what a part of a number has below its unit.
func isThreeFigures(s string) bool { return len(s) == 3 && s[0] != '0' && isPlain(s) }

// amount returns the number that figures are at a power of ten, or nil.
func amount(figures string, power int) *big.Rat {
	n, ok := new(big.Rat).SetString(strings.ReplaceAll(figures, ",", ""))
	if !ok || len(figures) > 12 {
		return nil
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil)
	return n.Mul(n, new(big.Rat).SetInt(scale))
}

// reportStack reports the tokens of r, which together are the number n; nil when it cannot be told.
func reportStack(p *lint.Pass, r lint.Range, n *big.Rat) {
	span := p.Span(r)
	d := lint.Diagnostic{Span: span, Message: fmt.Sprintf("‘%s’ is a number of two units", p.Slice(span))}
	if right := spelled(n); right != "" {
		d.Fixes = []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)}
	}
	p.Report(d)
}

// spelled writes a number as English news does: 45 billion, 1.1 million, 50,000.
func spelled(n *big.Rat) string {
	if n == nil || n.Sign() <= 0 {
		return ""
	}
	for _, unit := range []string{"trillion", "billion", "million"} {
		scaled := new(big.Rat).Quo(n, amount("1", scaleOf(unit)))
		if scaled.Cmp(big.NewRat(1, 1)) < 0 {
			continue
		}
		if scaled.Cmp(big.NewRat(1e6, 1)) >= 0 {
			return "" // no number of news
		}
		text := strings.TrimRight(strings.TrimRight(scaled.FloatString(3), "0"), ".")
		if back, ok := new(big.Rat).SetString(text); !ok || back.Cmp(scaled) != 0 {
			return ""
		}
		return text + " " + unit
	}
	if !n.IsInt() {
		return ""
	}
	return grouped(n.Num().String())
}
