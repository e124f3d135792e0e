package dates

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// meaning is what a word names in a calendar; the zero meaning is nothing.
type meaning struct {
	weekday int // 1, Monday, to 7
	month   monthWord
	foreign *calendarWord
}

// name is a capitalised token that names a day of the week, a month or an era.
type name struct {
	meaning
	token int
	block lint.Range // that it stands in
}

// names are the names of a document, in the order of the text.
var names = lint.NewFact("calendar names", func(d *lint.Document) []name {
	var meanings []meaning // of those found
	var of []int           // by form: 1 + index into meanings
	left := int32(0)       // words to come of the forms that have one
	forms := d.Forms
	for f := range forms {
		form := &forms[f]
		if form.Count == form.Lower || len(form.Fold) < 2 || len(form.Fold) > 12 {
			continue // never capitalised
		}
		if m := meaningOf(form.Fold); m != (meaning{}) {
			if of == nil {
				of = make([]int, len(d.Forms))
			}
			meanings = append(meanings, m)
			of[f] = len(meanings)
			left += form.Count
		}
	}
	var out []name
	var b lint.Block
	for i, tokens := 0, d.Tokens; left > 0; i++ {
		t := &tokens[i]
		if t.Form == lint.NoForm || of[t.Form] == 0 {
			continue
		}
		left--
		if t.Case == lint.Lower {
			continue
		}
		if i >= b.To {
			b = d.BlockOf(i)
		}
		out = append(out, name{meanings[of[t.Form]-1], i, b.Range})
	}
	return out
})

// meaningOf looks a folded word up.
func meaningOf(fold string) meaning {
	m := meaning{month: monthWordOf(fold), foreign: calendarWordOf[fold]}
	switch fold[:2] {
	case "mo", "tu", "we", "th", "fr", "sa", "su":
		m.weekday, _ = lexicon.Weekday(fold)
	}
	return m
}
