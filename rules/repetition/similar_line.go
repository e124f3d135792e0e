package repetition

import (
	"fmt"

	"mtlint/lint"
)

// SimilarLine reports a line among the first of an article that says a title before it again with a word or two changed.
//
// Pages give their title again above the text and in the caption of a picture, and an engine that translates line by
// line seldom renders them alike: officials deny the plan, an official denies the plan. Lines that differ in a number,
// short lines and whole sentences of the text are right.
//
// There is no fix: which of the two is the better is for a person to say.
//
// bad: The officials of the port deny the plan for a bridge ¶ The official of the port denied the plan for a bridge ¶ It rained on Monday.
// good: The officials of the port deny the plan for a bridge ¶ The mayor said on Monday that the bridge will be built. ¶ It rained.
//
// Measured on machine-translated news: 0.35 hits per 10,000 words, on clean English news 0, on original English of
// all kinds 0.03; 60 read, 57 right. Human translations of the same pages have it too, 0.2.
var SimilarLine = &lint.Rule{
	Name:     "repetition/similar-line",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		blocks := passagesOf.Of(p.Document).blocks
		blocks = blocks[:min(len(blocks), headLines)]
		for n, line := range blocks {
			for k := n - 1; k >= 0; k-- {
				if isSimilar(p.Document, blocks[k], line) {
					reportSimilar(p, blocks[k], line)
					break
				}
			}
		}
	},
}

const (
	minSimilar = 8   // words of a line that is looked at
	extraWords = 5   // words that a line may have more than another
	mostWords  = 0.8 // share of the words that both lines have in one order
)

// isSimilar reports whether the later line is the earlier one with few changes, and repetition/line has no finding there.
func isSimilar(d *lint.Document, earlier, later passage) bool {
	if earlier.words < minSimilar || earlier.words > maxTitle || later.words < minSimilar || later.words > earlier.words+extraWords || earlier.words > later.words+extraWords {
		return false
	}
	if last := earlier.To - 1; isMark(d, last, '.') || areVerse(d, earlier, later) || d.Tokens[last].Kind == lint.Quote {
		return false // a sentence of the text or a line of verse, and no title
	}
	a, b := wordsIn(d, earlier.Range), wordsIn(d, later.Range)
	common := commonInOrder(d, a, b)
	if float64(2*common) < mostWords*float64(len(a)+len(b)) || sameWords(d, earlier.Range, later.Range) || otherFigures(d, a, b) {
		return false
	}
	_, words, _ := longestStart(d, earlier.Range, later.Range)
	return !isMostOf(earlier, later, words)
}

// wordsIn returns the tokens of r that are words or numbers.
func wordsIn(d *lint.Document, r lint.Range) []int {
	out := make([]int, 0, r.To-r.From)
	for i := r.From; i < r.To; i++ {
		if wordID(d, i) != 0 {
			out = append(out, i)
		}
	}
	return out
}

// commonInOrder returns the length of the longest common subsequence of the words at a and b.
func commonInOrder(d *lint.Document, a, b []int) int {
	row := make([]int, len(b)+1)
	for _, i := range a {
		diagonal := 0
		for k, j := range b {
			above := row[k+1]
			if isAlike(d, i, j) {
				row[k+1] = diagonal + 1
			} else {
				row[k+1] = max(above, row[k])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// isAlike reports whether the words at i and j are the same, or one is the other with another ending.
func isAlike(d *lint.Document, i, j int) bool {
	if wordID(d, i) == wordID(d, j) {
		return true
	}
	const stem, ending = 5, 2
	a, b := d.Fold(i), d.Fold(j)
	return len(a) >= stem && len(b) >= stem && len(a)-len(b) <= ending && len(b)-len(a) <= ending && a[:stem] == b[:stem]
}

// otherFigures reports whether a number of the later line stands nowhere in the earlier one.
func otherFigures(d *lint.Document, a, b []int) bool {
	for _, j := range b {
		if d.Tokens[j].Kind != lint.Number {
			continue
		}
		known := false
		for _, i := range a {
			known = known || wordID(d, i) == wordID(d, j)
		}
		if !known {
			return true
		}
	}
	return false
}

func reportSimilar(p *lint.Pass, earlier, later passage) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(beginning(p.Document, later.Range)),
		Message: fmt.Sprintf("nearly the same line stands %s", before(later.block-earlier.block)),
		Related: []lint.Related{{Span: p.Span(beginning(p.Document, earlier.Range)), Message: "it stands here"}},
	})
}
