// Package wording holds the rules on phrases that no English writer would choose: in goes a document, out come word for
// word translations, with the better wording and the language they come from.
package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// closedWords is the tokens of a document that are words of the closed classes which several rules begin with, each in the
// order of the text.
type closedWords struct {
	articles    []int32 // a, an
	determiners []int32 // articles and possessives
	ofs         []int32
	auxiliaries []int32
	kinds       []auxiliary // of every word form
}

var closedWordsOf = lint.NewFact("closed words", func(d *lint.Document) closedWords {
	const article, determiner, of, verb = 1, 2, 4, 8
	w := closedWords{kinds: make([]auxiliary, len(d.Forms))}
	classes := make([]uint8, len(d.Forms))
	for i, f := range lexicon.Functions.Of(d) {
		if f == 0 {
			continue
		}
		fold := d.Forms[i].Fold
		if fold == "a" || fold == "an" {
			classes[i] |= article
		}
		if f&(lexicon.Article|lexicon.Possessive) != 0 {
			classes[i] |= determiner
		}
		if fold == "of" {
			classes[i] |= of
		}
		if f&lexicon.Auxiliary != 0 {
			if w.kinds[i] = auxiliaryOf(fold); w.kinds[i] != noAuxiliary {
				classes[i] |= verb
			}
		}
	}
	for i := range d.Tokens {
		f := d.Tokens[i].Form
		if f == lint.NoForm || classes[f] == 0 {
			continue
		}
		c, k := classes[f], int32(i)
		if c&article != 0 {
			w.articles = append(w.articles, k)
		}
		if c&determiner != 0 {
			w.determiners = append(w.determiners, k)
		}
		if c&of != 0 {
			w.ofs = append(w.ofs, k)
		}
		if c&verb != 0 {
			w.auxiliaries = append(w.auxiliaries, k)
		}
	}
	return w
})
