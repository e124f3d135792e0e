package spacing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// chainedVerb returns the finite verb of the clause behind a comma where the words from the comma before are a clause too
// and nothing else joins the two, or 0: In winter, the road is closed, the village can be reached by boat only.
func chainedVerb(d *lint.Document, comma int) int {
	verb := clauseHead(d, comma+1)
	if verb == 0 {
		return 0
	}
	s := d.SentenceOf(comma)
	before := commaBefore(d, s, comma)
	if before < 0 || comma-before < minClause || clauseHead(d, before+1) == 0 || opensCondition(d, s.From) {
		return 0
	}
	if saying[d.Fold(comma-1)] || d.Fold(comma-1) == d.Fold(before-1) || sameHead(d, before+1, comma+1) || endsRow(d, comma+1, s.To) {
		return 0
	}
	return verb
}

// minClause is the fewest tokens of a clause that is no aside, its comma included.
const minClause = 5

// commaBefore returns the comma before the one at token comma, or -1 where something stands between that is no plain
// clause: a mark, as, and in such a case, hopeful that for the time.
func commaBefore(d *lint.Document, s lint.Range, comma int) int {
	for i := comma - 1; i > s.From; i-- {
		word := d.Fold(i)
		switch k := d.Tokens[i].Kind; {
		case mark(d, i) == ",":
			return i
		case k != lint.Word && k != lint.Number, subordinators[word]:
			return -1
		case (word == "and" || word == "but" || word == "that") && lexicon.FunctionAt(d, i+1)&lexicon.Preposition != 0:
			return -1
		}
	}
	return -1
}

// opensCondition reports whether a sentence begins with a conjunction whose clause comes later: But if, for a day, it rains.
func opensCondition(d *lint.Document, from int) bool {
	if w := d.Fold(from); w == "but" || w == "and" {
		from++
	}
	return subordinators[d.Fold(from)] && mark(d, from+1) == ","
}

// sameHead reports whether the clauses at the tokens i and j begin with the same two words.
func sameHead(d *lint.Document, i, j int) bool {
	return d.Fold(i) == d.Fold(j) && d.Fold(i+1) == d.Fold(j+1)
}

// endsRow reports whether a conjunction ends the row of clauses: , and the lid is loose.
func endsRow(d *lint.Document, from, to int) bool {
	for i := from; i+1 < to; i++ {
		switch d.Fold(i) {
		case "and", "but", "or", "nor", "so":
			if mark(d, i-1) == "," || clauseHead(d, i+1) > 0 {
				return true
			}
		}
	}
	return false
}

// clauseHead returns the finite verb of a clause whose subject begins with token i, or 0: there is, the lid was, it's.
func clauseHead(d *lint.Document, i int) int {
	if i+3 >= len(d.Tokens) {
		return 0
	}
	f := lexicon.FunctionAt(d, i)
	switch {
	case f == 0:
		if fold := d.Fold(i); strings.IndexByte(fold, '\'') > 0 && contracted[fold] {
			return i
		}
		return 0
	case f&(lexicon.Pronoun|lexicon.Adverb) != 0 && isFinite(d, i+1) && subjectWords[d.Fold(i)]:
		return i + 1
	case f&(lexicon.Article|lexicon.Possessive) == 0:
		return 0
	}
	for noun := i + 1; noun <= i+maxNouns; noun++ {
		if d.Tokens[noun].Kind != lint.Word || lexicon.FunctionAt(d, noun) != 0 {
			return 0
		}
		if isFinite(d, noun+1) {
			return noun + 1
		}
	}
	return 0
}

// isFinite reports whether token i is an auxiliary in a finite form.
func isFinite(d *lint.Document, i int) bool {
	return lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0 && finite[d.Fold(i)]
}

// maxNouns is the most words of a subject behind its article.
const maxNouns = 2

var (
	subordinators = lint.WordSet("if while when whenever although though because since as unless until after before once whether where wherever whereas given provided")
	subjectWords  = lint.WordSet("it they there i we you he she this these those")
	contracted    = lint.WordSet("it's they're there's i'm i've i'll we're we've you're he's she's they've they'll it'll")
	finite        = lint.WordSet("may might must is are was were has have had can cannot can't will won't would could should does doesn't did didn't isn't aren't wasn't weren't don't hasn't haven't couldn't wouldn't")
)
