package garble

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// firstOfPhrase holds words that begin a phrase with the word behind them.
var firstOfPhrase = map[string]string{
	"so": "that", "out": "of", "instead": "of", "because": "of", "rather": "than", "due": "to", "according": "to", "such": "as",
}

// partPhrase returns where the unlisted word at i parts into a plural and the first word of a phrase of two, or 0: for 3 hoursso
// that, 35 hectaresout of 90. A strikeout of his is no such word.
func partPhrase(d *lint.Document, i int) int {
	t := &d.Tokens[i]
	if t.Case != lint.Lower || i+1 >= d.BlockOf(i).To || d.Glued(i+1) || len(d.Fold(i)) != t.Len() {
		return 0
	}
	word, next := d.Fold(i), d.Fold(i+1)
	for first, second := range firstOfPhrase {
		if next != second {
			continue
		}
		left, ok := strings.CutSuffix(word, first)
		if !ok || len(left) < 4 || left[len(left)-1] != 's' {
			continue
		}
		if e := lexicon.Lookup(left); e.Level() > 0 && e.Level() <= 50 && lexicon.Lookup(left[:len(left)-1]).Word() {
			return len(left)
		}
	}
	return 0
}
