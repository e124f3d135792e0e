package dates

import (
	"slices"
	"strings"

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
	meanings := make(map[lint.FormID]meaning)
	var places []int32
	forms := d.Forms
	for f := range forms {
		form := &forms[f]
		if form.Count == form.Lower || !nameSieve.MayHave(form.Hash) {
			continue // never capitalised, or no name
		}
		if m := meaningOf(form.Fold); m != (meaning{}) {
			meanings[lint.FormID(f)] = m
			places = append(places, d.Places(lint.FormID(f))...)
		}
	}
	slices.Sort(places)
	var out []name
	var b lint.Block
	for _, i := range places {
		t := &d.Tokens[i]
		if t.Case == lint.Lower {
			continue
		}
		if int(i) >= b.To {
			b = d.BlockOf(int(i))
		}
		if t.Len() == len("Sun") && isOtherSun(view{d, b.Range}, int(i)) {
			continue
		}
		out = append(out, name{meanings[t.Form], int(i), b.Range})
	}
	return out
})

// isOtherSun reports whether token i is the paper The Sun or the first word of a name: Sun Yang.
func isOtherSun(v view, i int) bool {
	if v.fold(i) != "sun" {
		return false
	}
	return v.fold(i-1) == "the" || v.has(i+1) && v.Tokens[i+1].Kind == lint.Word && v.caseOf(i+1) == lint.Title && monthWordOf(v.fold(i+1)) == (monthWord{})
}

// meaningOf looks a folded word up.
func meaningOf(fold string) meaning {
	m := meaning{month: monthWordOf(fold), foreign: calendarWordOf[fold]}
	m.weekday, _ = lexicon.Weekday(fold)
	return m
}

// nameSieve lets the words through that have a meaning.
var nameSieve = func() lexicon.Sieve {
	sieve := lexicon.NewSieve(len(monthWords) + len(calendarWordOf))
	for w := range monthWords {
		sieve.Add(lint.Hash(w))
	}
	for w := range calendarWordOf {
		sieve.Add(lint.Hash(w))
	}
	for w := range strings.FieldsSeq("monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun") {
		sieve.Add(lint.Hash(w))
	}
	return sieve
}()
