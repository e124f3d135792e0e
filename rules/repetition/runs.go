package repetition

import (
	"slices"

	"mtlint/lint"
)

// run is a stretch of one sentence in which the same tokens stand two times or more, one copy right behind the other
// or parted by one token, or by a comma and a conjunction.
type run struct {
	first    int // first token of the first copy
	words    int // tokens of a copy, without the one that parts it from the next
	period   int // tokens from one copy to the next: words, or more where one token parts them, or a comma and a conjunction
	copies   int
	sentence lint.Range
}

// copyAt returns the tokens of copy k, 0 being the first.
func (r run) copyAt(k int) lint.Range {
	return lint.Range{From: r.first + k*r.period, To: r.first + k*r.period + r.words}
}

// end returns the token behind the last copy.
func (r run) end() int { return r.copyAt(r.copies - 1).To }

// wordBefore returns the word before the run in its sentence, folded, or "".
func (r run) wordBefore(d *lint.Document) string {
	if r.first == r.sentence.From {
		return ""
	}
	return d.Fold(r.first - 1)
}

// wordBehind returns the word behind the run in its sentence, folded, or "".
func (r run) wordBehind(d *lint.Document) string {
	if end := r.end(); end < r.sentence.To {
		return d.Fold(end)
	}
	return ""
}

// parted reports whether something stands between the copies; it begins at first+words.
func (r run) parted() bool { return r.period > r.words }

const (
	maxPeriod = 14 // the longest distance of two copies, in tokens
	nearest   = 4  // that of two words which need no other word beside them that stands again
)

// echoes is what one walk over the words of a document finds, in order.
type echoes struct {
	runs   []run
	owned  []near // words that stand before an of, too: the department of the department
	around []near // words with one word or number between them: the train tour train
}

var echoesOf = lint.NewFact("echoes", func(d *lint.Document) echoes {
	var out echoes
	k, past := 0, 0 // the sentence; tokens before past belong to a run that is found
	for _, e := range nearOf(d) {
		before, i := e.before(), e.at()
		for d.Sentences[k].To <= i {
			k++
		}
		s := d.Sentences[k]
		if before < s.From {
			continue
		}
		if gap := i - before; gap > 1 && gap <= nearest {
			if isOf(d, before+1) {
				out.owned = append(out.owned, e)
			} else if gap == 2 && d.Tokens[before+1].Kind <= lint.Number {
				out.around = append(out.around, e)
			}
		}
		if past = max(past, s.From); before < past {
			continue
		}
		if r, ok := runAt(d, before, i, past, s); ok {
			out.runs = append(out.runs, r)
			past = r.end()
		}
	}
	return out
})

// near is a word and the same word not far before it, which may be copies; in the order of the text.
type near uint64

func (n near) at() int     { return int(n >> 32) }
func (n near) before() int { return int(uint32(n)) }

// nearOf returns the words that stand again within maxPeriod tokens beside another word that stands again, too, or so
// near that they need none.
func nearOf(d *lint.Document) []near {
	out := make([]near, 0, len(d.Tokens)/32)
	forms := d.Forms
	for f := range forms {
		if forms[f].Count == 1 {
			continue
		}
		places := d.Places(lint.FormID(f))
		before := places[0]
		for _, i := range places[1:] {
			if i-before <= maxPeriod && (i-before <= nearest || hasSameNeighbour(d, int(before), int(i))) {
				out = append(out, near(i)<<32|near(before))
			}
			before = i
		}
	}
	slices.Sort(out)
	return out
}

// isOf reports whether token i is of, in lower case.
func isOf(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && d.Text[t.Start:t.End] == "of"
}

// hasSameNeighbour reports whether the tokens behind or before a and b are the same: in copies of two words or more one
// of them is.
func hasSameNeighbour(d *lint.Document, a, b int) bool {
	return b+1 < len(d.Tokens) && isSame(d, a+1, b+1) || a > 0 && isSame(d, a-1, b-1)
}

// runAt returns the run in which the equal tokens a and b stand at the same place of two copies.
func runAt(d *lint.Document, a, b, past int, s lint.Range) (run, bool) {
	period := b - a
	end := b + 1
	for end < s.To && isSame(d, end, end-period) {
		end++
	}
	first := firstOf(d, a, end, period, past)
	equal := end - (first + period)
	if equal < period-2 {
		return run{}, false // most words that stand again
	}
	r := run{first: first, words: period, period: period, copies: equal/period + 1, sentence: s}
	switch parter := first + period - 1; {
	case equal >= period-1 && isPartedBy(d, parter, equal, period):
		r.words, r.copies = period-1, (equal+1)/period+1
	case period > 4 && isMark(d, parter-1, ',') && isConjunction(d, parter):
		r.words, r.copies = period-2, (equal+2)/period+1
	}
	return r, r.copies > 1
}

// firstOf returns where the first of two copies begins that a period parts, the second of which ends before token end; token a
// belongs to the first.
func firstOf(d *lint.Document, a, end, period, past int) int {
	for a > past && isSame(d, a-1, a-1+period) {
		a--
	}
	if d.Tokens[a].Form == lint.NoForm {
		a++ // a copy begins with a word
	}
	if a > past && end-(a+period) >= 2 && isCutWord(d.Fold(a-1), d.Fold(a-1+period)) {
		a--
	}
	if period == 2 && end-a == 4 && parts(d, a) {
		a++ // salt | and pepper | and pepper
	}
	return a
}

// isPartedBy reports whether the last token of the first period parts it from the next, and is no word that belongs to a copy as
// the others do.
func isPartedBy(d *lint.Document, parter, equal, period int) bool {
	isInCopy := equal >= period && period > 2 && d.Tokens[parter].Kind == lint.Word
	return period > 1 && parts(d, parter) && !isInCopy
}

// isCutWord reports whether the second word is what stands behind the last hyphen or apostrophe of the first: the copy
// may begin in the middle of front-line.
func isCutWord(word, rest string) bool {
	n := len(word) - len(rest)
	return n > 1 && rest != "" && word[n:] == rest && (word[n-1] == '-' || word[n-1] == '\'')
}

// cut reports whether the first copy begins in the middle of a word, as isCutWord says.
func (r run) cut(d *lint.Document) bool {
	return d.Tokens[r.first].Form != d.Tokens[r.first+r.period].Form
}

// parts reports whether token i may stand between two copies.
func parts(d *lint.Document, i int) bool {
	switch d.Tokens[i].Len() {
	case 1:
		switch d.Text[d.Tokens[i].Start] {
		case ',', ';', ':', '|', '/':
			return true
		}
	case 2:
		return d.Fold(i) == "or"
	case 3:
		return d.Fold(i) == "and"
	}
	return false
}

// isConjunction reports whether token i is one that may stand behind a comma between two copies.
func isConjunction(d *lint.Document, i int) bool {
	w := d.Fold(i)
	return w == "and" || w == "or" || w == "but"
}

func isSame(d *lint.Document, i, j int) bool {
	a, b := &d.Tokens[i], &d.Tokens[j]
	if a.Form != b.Form || a.Kind != b.Kind {
		return false
	}
	return a.Form != lint.NoForm || d.Text[a.Start:a.End] == d.Text[b.Start:b.End]
}

// leaveFirst returns the fix that deletes every copy but the first.
func (r run) leaveFirst(d *lint.Document, title string, safety lint.Safety) lint.Fix {
	s := lint.Span{Start: int(d.Tokens[r.copyAt(0).To-1].End), End: int(d.Tokens[r.end()-1].End)}
	return lint.Replace(title, safety, s, "")
}
