package dates

import "mtlint/lint"

// behindFigures are the words of a document that figures stand before, as a token of their own or glued: 10 month,
// 12-month.
var behindFigures = lint.NewFact("words behind figures", func(d *lint.Document) []int {
	var out []int
	for _, n := range d.Numbers {
		if i := int(n) + 1; i < len(d.Tokens) && d.Tokens[i].Kind == lint.Word {
			out = append(out, i)
		}
	}
	for _, f := range d.Figured() {
		for _, i := range d.Places(f) {
			if i == 0 || d.Tokens[i-1].Kind != lint.Number {
				out = append(out, int(i))
			}
		}
	}
	return out
})
