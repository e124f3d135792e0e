package lexicon

import (
	"strings"

	"mtlint/lint"
)

// Informal tells whether nobody edited a document: chat, forum posts, transcribed speech. One sign that no editor would
// leave is enough, or two that a quotation in a newspaper may hold. Rules on slips that people make there by the dozen,
// and machines rarely, lower their findings to info.
var Informal = lint.NewFact("informal", func(d *lint.Document) bool {
	signs := 0
	for i := range d.Forms {
		f := &d.Forms[i]
		if f.Fold == "i" && f.Lower > 0 {
			return true
		}
		if len(f.Fold) <= longestInformal {
			if signs += informalWords[f.Fold]; signs >= informal {
				return true
			}
		}
	}
	return signs+informalMarks(d) >= informal
})

const (
	informal        = 2 // the weight of signs that makes a text informal
	longestInformal = 6 // bytes of the longest of informalWords
)

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

// informalWords weighs words of chat and of speech written down as it was said.
var informalWords = func() map[string]int {
	m := make(map[string]int)
	for _, w := range strings.Fields("lol um uh umm uhm mhm thx pls plz u ur im ive dont cant didnt doesnt alot thats btw imo haha unhunh") {
		m[w] = 2
	}
	for _, w := range strings.Fields("hmm yeah yep nope gonna wanna gotta kinda dunno ok wow hey huh oh guys") {
		m[w] = 1
	}
	return m
}()
