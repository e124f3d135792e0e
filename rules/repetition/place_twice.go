package repetition

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// maxTime is the most tokens that say when, between a place and the same place again.
const maxTime = 10

// findPlacesAroundTime reports a place that stands before when and behind it: in Aster today, Wednesday, in Aster. It is a
// warning.
func findPlacesAroundTime(p *lint.Pass) {
	places := p.Places(p.FormOf("in"))
	for k := 1; k < len(places); k++ {
		later := int(places[k])
		if later+1 >= len(p.Tokens) || p.Tokens[later+1].Case != lint.Title {
			continue // most
		}
		for _, earlier := range places[max(0, k-2):k] { // in Aster, at nine in the morning, in Aster
			if n := sameAroundTime(p.Document, int(earlier), later); n > 0 {
				reportAdverbial(p, lint.Warning, lint.Range{From: int(earlier), To: int(earlier) + n}, lint.Range{From: later, To: later + n})
				break
			}
		}
	}
}

// sameAroundTime returns how many words from the equal prepositions a and b on name one place, when they are of one sentence and
// nothing stands between the two but when; else 0.
func sameAroundTime(d *lint.Document, a, b int) int {
	s := d.SentenceOf(a)
	if b >= s.To || b-a > 2*maxTime || d.Tokens[a+1].Form != d.Tokens[b+1].Form {
		return 0
	}
	n := sharedWords(d, a, b, s.To)
	if n < 2 || !isPlaceName(d, b+1) || !isEndOfName(d, b+n, s) || !saysWhen(d, lint.Range{From: a + n, To: b}, a+1) {
		return 0
	}
	return n
}

// isEndOfName reports whether no other word of a name stands at token i, and none that the place there belongs to.
func isEndOfName(d *lint.Document, i int, s lint.Range) bool {
	return i >= s.To || d.Tokens[i].Kind == lint.Punct && !d.Glued(min(i+1, len(d.Tokens)-1)) || i+1 == s.To
}

// saysWhen reports whether the tokens of r say when and nothing else: a day, an hour, the time of the place whose name stands at
// token place.
func saysWhen(d *lint.Document, r lint.Range, place int) bool {
	if r.To-r.From < 1 || r.To-r.From > maxTime {
		return false
	}
	told := false
	for i := r.From; i < r.To; i++ {
		switch w := d.Fold(i); {
		case isMark(d, i, ','):
		case d.Tokens[i].Kind == lint.Number, isDayOrMonth(w), whens[w]:
			told = true
		case isSame(d, i, place) && i+1 < r.To && d.Fold(i+1) == "time":
		case !aroundWhens[w]:
			return false
		}
	}
	return told
}

// isDayOrMonth reports whether a folded word is a day of the week or a month.
func isDayOrMonth(word string) bool {
	if _, ok := lexicon.Weekday(word); ok {
		return true
	}
	_, ok := lexicon.Month(word)
	return ok
}

var (
	// whens holds words that say when, aroundWhens those that stand beside them.
	whens = lint.WordSet(`today yesterday tomorrow tonight morning afternoon evening night noon midnight
		one two three four five six seven eight nine ten eleven twelve`)
	aroundWhens = lint.WordSet("on at in the of this last next early late local time o'clock a.m p.m am pm")
)
