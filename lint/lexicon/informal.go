package lexicon

import (
	"strings"

	"mtlint/lint"
)

// Informal tells whether nobody edited a document: chat, forum posts, transcribed speech. Two different signs of it are
// asked for. Rules on slips that people make there by the dozen, and machines rarely, lower their findings to info.
var Informal = lint.NewFact("informal", func(d *lint.Document) bool {
	signs := 0
	for i := range d.Forms {
		f := &d.Forms[i]
		if f.Fold == "i" && f.Lower > 0 || len(f.Fold) <= 6 && informalWords[f.Fold] {
			if signs++; signs == informalSigns {
				return true
			}
		}
	}
	return signs+informalMarks(d) >= informalSigns
})

// informalSigns is how many different signs make a text informal.
const informalSigns = 2

// informalMarks counts the kinds of marks that only unedited text has: !! or ??, and four dots or more.
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

// informalWords holds words of chat and of speech written down as it was said.
var informalWords = map[string]bool{
	"lol": true, "um": true, "uh": true, "umm": true, "uhm": true, "hmm": true, "mhm": true, "yeah": true, "yep": true, "nope": true, "gonna": true, "wanna": true, "gotta": true,
	"kinda": true, "dunno": true, "thx": true, "pls": true, "plz": true, "u": true, "ur": true, "im": true, "ive": true, "dont": true, "cant": true, "didnt": true, "alot": true,
	"thats": true, "ok": true, "btw": true, "imo": true, "haha": true, "wow": true, "hey": true, "huh": true, "oh": true, "unhunh": true, "guys": true,
}
