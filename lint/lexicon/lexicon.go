// Package lexicon looks words and phrases up in embedded data.
//
// In go a word in lower case, or a document; out come what the word list knows of it, or the phrases found in it. The
// word list needs no decoding; the patterns of phrases are parsed when they are first asked.
package lexicon

import "mtlint/lint"

// Entries is what the word list knows of every word form of a document, by lint.FormID: a possessive is looked up
// without its ending when it is not listed itself.
var Entries = lint.NewFact("entries", func(d *lint.Document) []Entry {
	forms := d.Forms
	out := make([]Entry, len(forms))
	for f := range out {
		e := lookup(forms[f].Hash)
		if e == 0 {
			e = lookupPossessive(forms[f].Fold)
		}
		out[f] = e
	}
	return out
})

// EntryAt is what the word list knows of token i, the zero Entry when it is no word.
func EntryAt(d *lint.Document, i int) Entry {
	if f := d.Tokens[i].Form; f != lint.NoForm {
		return Entries.Of(d)[f]
	}
	return 0
}

// lookupPossessive looks up a possessive without its ending.
func lookupPossessive(fold string) Entry {
	n := len(fold)
	switch {
	case n > 2 && fold[n-2:] == "'s":
		return Lookup(fold[:n-2])
	case n > 1 && fold[n-1] == '\'':
		return Lookup(fold[:n-1])
	}
	return 0
}
