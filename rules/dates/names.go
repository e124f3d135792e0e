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
	for f := range d.Forms {
		form := &d.Forms[f]
		if form.Count == form.Lower || !mayHaveMeaning(form.Fold) {
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
		out = append(out, name{meanings[t.Form], int(i), b.Range})
	}
	return out
})

// meaningOf looks a folded word up.
func meaningOf(fold string) meaning {
	m := meaning{month: monthWordOf(fold), foreign: calendarWordOf[fold]}
	m.weekday, _ = lexicon.Weekday(fold)
	return m
}

// mayHaveMeaning turns most words away by their first two letters.
func mayHaveMeaning(fold string) bool {
	if len(fold) < 2 || len(fold) > 12 {
		return false
	}
	first, second := fold[0]-'a', fold[1]-'a'
	return first < 26 && second < 26 && nameStarts[first]&(1<<second) != 0
}

// nameStarts holds, by the first letter of a word that has a meaning, which second letters follow.
var nameStarts = func() (starts [26]uint32) {
	add := func(w string) { starts[w[0]-'a'] |= 1 << (w[1] - 'a') }
	for w := range monthWords {
		add(w)
	}
	for w := range calendarWordOf {
		add(w)
	}
	for _, w := range strings.Fields("mo tu we th fr sa su") {
		add(w)
	}
	return starts
}()
