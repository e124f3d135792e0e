package lexicon

import (
	"strings"

	"mtlint/lint"
)

// Informal tells whether nobody edited a document: chat, forum posts, transcribed speech. One sign that no editor would
// leave is enough, or two that a quotation in a newspaper may hold. Rules on slips that people make there by the dozen,
// and machines rarely, lower their findings to info.
var Informal = lint.NewFact("informal", func(d *lint.Document) bool {
	if f := d.FormOf("i"); f != lint.NoForm && d.Forms[f].Lower > 0 {
		return true
	}
	signs := 0
	for _, w := range informalWords {
		if d.FormOf(w.word) == lint.NoForm {
			continue
		}
		if signs += w.weight; signs >= informal {
			return true
		}
	}
	return signs+informalMarks(d) >= informal
})

// informal is the weight of signs that makes a text informal.
const informal = 2

// informalMarks weighs the marks that only unedited text has: !! or ??, and four dots or more.
func informalMarks(d *lint.Document) int {
	stacked, dots := 0, 0
	for k, i := range d.Marks {
		text := d.TokenText(int(i))
		switch {
		case (text == "!" || text == "?") && k > 0 && d.Marks[k-1] == i-1 && d.TokenText(int(i-1)) == text:
			stacked = 1
		case strings.HasPrefix(text, "...."):
			dots = 1
		}
	}
	return stacked + dots
}

// informalWord is a word of chat or of speech written down as it was said.
type informalWord struct {
	word   string
	weight int
}

var informalWords = func() (words []informalWord) {
	for _, w := range strings.Fields("lol um uh umm uhm mhm thx pls plz u ur im ive dont cant didnt doesnt alot thats btw imo haha unhunh") {
		words = append(words, informalWord{w, 2})
	}
	for _, w := range strings.Fields("hmm yeah yep nope gonna wanna gotta kinda dunno ok wow hey huh oh guys") {
		words = append(words, informalWord{w, 1})
	}
	return words
}()
