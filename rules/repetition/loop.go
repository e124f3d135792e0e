package repetition

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Loop reports words that stand over and over again: and of the port and of the port and of the port and of the port.
//
// A neural decoder that has lost its way repeats what it wrote last until the sentence is full. Chants, songs and
// stammering in quotation marks, and words such as very and blah, are right.
//
// The first repeated copy is underlined. The fix deletes every copy but the first; it is unsafe, for what the loop stands
// in place of is lost.
//
// bad: The ships left the port the port the port the port before noon.
// bad: He spoke of the new law on trade, the new law on trade, the new law on trade, the new law on trade and taxes.
// good: “Bread and work, bread and work, bread and work, bread and work!” the crowd shouted.
// good: It was very, very, very, very cold.
//
// Measured on machine-translated news: 0.12 hits per 10,000 words, on original English of all kinds 0 (340,000 words); 84
// read, 83 right. Of loops put into news all are found.
var Loop = &lint.Rule{
	Name:     "repetition/loop",
	Severity: lint.Error,
	MQM:      "Fluency/Non-translation",
	Run: func(p *lint.Pass) {
		for _, r := range echoesOf.Of(p.Document).runs {
			if isLoop(p.Document, r) && isLoopMistake(p.Document, r) {
				reportLoop(p, r)
			}
		}
	},
}

// isLoop reports whether the run has too many copies for a slip.
func isLoop(d *lint.Document, r run) bool {
	if r.words >= 3 && !r.parted() {
		return r.copies >= 3
	}
	return r.copies >= 4
}

// isLoopMistake reports whether no writer means the words so often.
func isLoopMistake(d *lint.Document, r run) bool {
	if r.copies < sureCopies && isMarch(d, r) || r.words == 1 && isDoubled(d.Fold(r.first)) || isRhetoric(d, r) {
		return false
	}
	for i := r.first; i < r.first+r.words; i++ {
		if d.Tokens[i].Kind == lint.Number || mayBeName(d, r, i) {
			return false
		}
	}
	return hasKnownWord(d, r) && !isQuotedRun(d, r)
}

// mayBeName reports whether the word at token i, in a short run that does not stand too often for names, has a capital that the
// start of the sentence does not give it.
func mayBeName(d *lint.Document, r run, i int) bool {
	if r.words >= minLongRun || r.copies >= sureCopies || i == r.sentence.From || i == r.first && r.cut(d) {
		return false
	}
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case != lint.Lower
}

// isRhetoric reports whether a writer may join the words so often, or says them without end: years and years and years.
func isRhetoric(d *lint.Document, r run) bool {
	if r.words > 2 || r.copies > maxRhetoric && !joinedToItself[d.Fold(r.first)] {
		return false
	}
	return linksEqual[d.Fold(r.first)] || linksEqual[d.Fold(r.first+1)]
}

// hasKnownWord reports whether the run has a word of some length that the word list has, or any word where it stands too often
// for that to matter.
func hasKnownWord(d *lint.Document, r run) bool {
	for i := r.first; i < r.first+r.words; i++ {
		t := &d.Tokens[i]
		if t.Kind == lint.Word && t.Len() > 2 && (r.copies >= sureCopies || lexicon.EntryAt(d, i).Word()) {
			return true
		}
	}
	return false
}

// isMarch reports whether the words of the run are steps, as those who march or dance count them: left, right, left, right.
func isMarch(d *lint.Document, r run) bool {
	for i := r.first; i < r.first+r.words; i++ {
		if d.Tokens[i].Kind == lint.Word && !steps[d.Fold(i)] {
			return false
		}
	}
	return true
}

// steps holds directions that are told one after the other.
var steps = lint.WordSet("left right up down forward forwards back backward backwards")

// maxRhetoric is how many copies a writer joins by and at most: years and years and years and years.
const maxRhetoric = 4

// sureCopies is how many copies nobody writes, be the words names or of no language.
const sureCopies = 7

// isQuotedRun reports whether the run is all of a quotation.
func isQuotedRun(d *lint.Document, r run) bool {
	if r.first == 0 || d.Tokens[r.first-1].Kind != lint.Quote {
		return false
	}
	for i := r.end(); i < len(d.Tokens) && i < r.end()+2; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			return true
		}
	}
	return false
}

func reportLoop(p *lint.Pass, r run) {
	again := r.copyAt(1)
	p.Report(lint.Diagnostic{
		Span:    p.Span(again),
		Message: fmt.Sprintf("‘%s’ stands %d times in a row", short(p.Slice(p.Span(again))), r.copies),
		Related: []lint.Related{
			{Span: p.Span(r.copyAt(0)), Message: "the first time"},
			{Span: p.Span(r.copyAt(r.copies - 1)), Message: "the last time"},
		},
		Fixes: []lint.Fix{r.leaveFirst(p.Document, "delete the repeats", lint.Unsafe)},
	})
}
