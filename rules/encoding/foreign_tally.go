package encoding

import (
	"math/bits"

	"mtlint/lint"
)

// languageOf returns the language that the run is in, or "" where the evidence does not do: two different function words
// of it that English has not, four words, and most of them not English.
func languageOf(d *lint.Document, words *foreignForms, s, run lint.Range) string {
	const fewest, fewestForeign = 4, 3
	t := tally{foreign: make(map[lint.FormID]bool)} // here, so that it stays off the heap
	t.count(d, words, run)
	if t.words < fewest || len(t.foreign) < fewestForeign || t.english*3 > t.words {
		return ""
	}
	best := 0
	for l := range foreignWords().names {
		if t.votes[l] > t.votes[best] {
			best = l
		}
	}
	switch t.votes[best] {
	case 0:
		return ""
	case 1:
		inName := run.From > s.From && d.Tokens[run.From-1].Case >= lint.Title
		if inName || t.marks > 0 || t.unlisted(words) < fewestForeign {
			return ""
		}
	}
	return foreignWords().names[best]
}

// tally is what the words of a run say of its language.
type tally struct {
	words, marks int
	english      int                  // words that English alone has
	foreign      map[lint.FormID]bool // different words in lower case that English has not
	votes        [32]int              // how many different words are evidence of a language
}

// count counts the words of a run.
func (t *tally) count(d *lint.Document, words *foreignForms, run lint.Range) {
	seen := make(map[lint.FormID]bool)
	for _, token := range d.Tokens[run.From:run.To] {
		if token.Kind != lint.Word {
			t.marks++
			continue
		}
		t.words++
		w := words.of(token.Form)
		if w.english && w.languages == 0 {
			t.english++
		}
		if token.Case != lint.Lower {
			continue
		}
		if !w.english && (w.languages != 0 || !w.listed) {
			t.foreign[token.Form] = true
		}
		if w.evidence && !seen[token.Form] {
			seen[token.Form] = true
			t.vote(w.languages)
		}
	}
}

// vote gives a vote to every language of the set.
func (t *tally) vote(set languages) {
	for ; set != 0; set &= set - 1 {
		t.votes[bits.TrailingZeros32(uint32(set))]++
	}
}

// unlisted returns how many of the foreign words no list has.
func (t *tally) unlisted(words *foreignForms) int {
	n := 0
	for id := range t.foreign {
		if !words.of(id).listed {
			n++
		}
	}
	return n
}

// isUnknown reports whether the run is of words in lower case that no list has, four of them different, and hardly others. A
// list of names with commas is none.
func isUnknown(d *lint.Document, words *foreignForms, run lint.Range) bool {
	const fewest = 4
	seen := make(map[lint.FormID]bool)
	others := 0
	for _, t := range d.Tokens[run.From:run.To] {
		if t.Kind != lint.Word {
			return false
		}
		if f := d.Forms[t.Form].Fold; t.Case == lint.Lower && !words.of(t.Form).listed && len(f) > 1 && isPlain(f) {
			seen[t.Form] = true
		} else {
			others++
		}
	}
	return len(seen) >= fewest && others <= len(seen)
}
