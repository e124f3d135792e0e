package lexicon

import (
	"slices"

	"mtlint/lint"
)

// Informal tells whether nobody edited a document: chat, forum posts, transcribed speech. One sign that no editor would
// leave is enough, or two that a quotation in a newspaper may hold. Rules on slips that people make there by the dozen,
// and machines rarely, lower their findings to info.
var Informal = lint.NewFact("informal", func(d *lint.Document) bool {
	if SmallI.Of(d) {
		return true
	}
	signs := 0
	for weight, words := range informalWords {
		for _, w := range words {
			if !isSaid(d, d.Find(w)) {
				continue
			}
			if signs += weight; signs >= informal {
				return true
			}
		}
	}
	return signs+informalMarks(d) >= informal
})

// SmallI tells whether a document writes I in lower case, as writers do who do without capitals. The i of a list, (i), is
// none.
var SmallI = lint.NewFact("small i", func(d *lint.Document) bool {
	for _, word := range firstPerson {
		f := d.Find(word)
		if f == lint.NoForm || d.Forms[f].Lower == 0 {
			continue
		}
		for _, i := range d.Places(f) {
			if t := &d.Tokens[i]; t.Case == lint.Lower && !(t.Len() == 1 && isItem(d, int(i))) {
				return true
			}
		}
	}
	return false
})

var firstPerson = lint.Keys("i i'm i've")

// isItem reports whether the i at token i numbers an item of a list: a bracket or a stop touches it, or the text has an
// ii.
func isItem(d *lint.Document, i int) bool {
	return d.FormOf("ii") != lint.NoForm || d.Glued(i) || d.Glued(i+1) && d.Tokens[i+1].Kind != lint.Quote
}

// isSaid reports whether a form is a word of chat somewhere and no name: Um Qasr, Oh Se-hoon.
func isSaid(d *lint.Document, f lint.FormID) bool {
	if f == lint.NoForm || d.Forms[f].Lower > 0 {
		return f != lint.NoForm
	}
	if !namesToo[d.Forms[f].Fold] {
		return true
	}
	return slices.ContainsFunc(d.Places(f), func(i int32) bool {
		s := d.SentenceOf(int(i))
		opens := int(i) == s.From || d.Tokens[i-1].Kind == lint.Quote
		return opens && int(i)+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Punct
	})
}

// informal is the weight of signs that makes a text informal.
const informal = 2

// informalMarks weighs the marks that only unedited text has: !! or ??, and four dots or more.
func informalMarks(d *lint.Document) int {
	weight := 0
	if isStacked(d, d.MarksAt('!')) || isStacked(d, d.MarksAt('?')) {
		weight++
	}
	for _, i := range d.MarksAt('.') {
		if t := &d.Tokens[i]; t.Len() >= 4 {
			return weight + 1
		}
	}
	return weight
}

// isStacked reports whether two of the marks stand side by side.
func isStacked(d *lint.Document, marks []int32) bool {
	for k := 1; k < len(marks); k++ {
		if marks[k] == marks[k-1]+1 {
			return true
		}
	}
	return false
}

// namesToo holds the informal words that are names or parts of names, too: there a capital says more.
var namesToo = lint.WordSet("oh huh um umm im u ur")

// informalWords holds words of chat and of speech written down as it was said, by their weight.
var informalWords = [informal + 1][]lint.Key{
	1: lint.Keys("hmm yeah yep nope gonna wanna gotta kinda dunno ok wow hey huh oh guys"),
	2: lint.Keys("lol um uh umm uhm mhm thx pls plz u ur im ive dont cant didnt doesnt alot thats btw imo haha unhunh"),
}
