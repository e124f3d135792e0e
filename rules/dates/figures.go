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
	left := int32(0) // words to come that begin with a figure
	forms := d.Forms
	for f := range forms {
		if form := &forms[f]; form.Fold != "" && form.Fold[0] <= '9' && form.Fold[0] >= '0' {
			left += form.Count
		}
	}
	tokens, text := d.Tokens, d.Text
	for i := 0; left > 0 && i < len(tokens); i++ {
		t := &tokens[i]
		if t.Kind != lint.Word || text[t.Start] > '9' || text[t.Start] < '0' {
			continue
		}
		left--
		if i == 0 || d.Tokens[i-1].Kind != lint.Number {
			out = append(out, i)
		}
	}
	return out
})
