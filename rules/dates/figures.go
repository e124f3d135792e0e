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
	for f := range d.Forms {
		if c := d.Forms[f].Fold[0]; c > '9' || c < '0' {
			continue
		}
		for _, i := range d.Places(lint.FormID(f)) {
			if i == 0 || d.Tokens[i-1].Kind != lint.Number {
				out = append(out, int(i))
			}
		}
	}
	return out
})
