package quotes

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// A place is where the lost partner of a mark may belong: before a token, or behind it.
type place struct {
	token  int
	behind bool
	title  string // of the fix that puts the partner there
}

// isFree reports whether a mark that is put there reads as the partner: a closing one stands at the end of a word or sentence,
// an opening one at a start.
func (p place) isFree(d *lint.Document) bool {
	if p.behind {
		return !leadsOn(d, p.token) && (p.token+1 == len(d.Tokens) || !d.Glued(p.token+1) || !beginsText(d, p.token+1))
	}
	return p.token == 0 || !d.Glued(p.token) || leadsOn(d, p.token-1)
}

// leadsOn reports whether the text goes on right behind token i: an opening bracket, a dash or a slash.
func leadsOn(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return isDash(text) || text == "/" || d.Tokens[i].Kind == lint.Bracket && strings.Contains("([{", text)
}

// beginsText reports whether token i is of a word or number, and no mark that ends one.
func beginsText(d *lint.Document, i int) bool {
	switch d.Tokens[i].Kind {
	case lint.Punct, lint.Quote:
		return false
	case lint.Bracket:
		return strings.Contains("([{", d.TokenText(i))
	}
	return true
}

// maxPlaces is the most places that a finding names.
const maxPlaces = 4

// places collects places, best first.
type places []place

// add adds a place at token i, unless i is 0, which stands for none, or the place is known.
func (ps *places) add(i int, behind bool, title string) {
	if i > 0 {
		ps.put(place{i, behind, title})
	}
}

// put adds a place unless it is known or there are enough.
func (ps *places) put(p place) {
	known := func(q place) bool { return q.token == p.token && q.behind == p.behind }
	if len(*ps) < maxPlaces && !slices.ContainsFunc(*ps, known) {
		*ps = append(*ps, p)
	}
}

// closePlaces returns where the quotation that mark k opens may end.
func closePlaces(d *lint.Document, marks []mark, k int) []place {
	var ps places
	m := marks[k]
	r := d.BlockOf(m.token).Range
	first, stop := m.token+1, nextMark(d, m.token, r.To)
	ps.add(quotedEnd(d, marks, k, lint.Range{From: first, To: stop}), true, "close it behind the words that are quoted elsewhere")
	ps.add(spokenEnd(d, first, stop), true, "close it before the reporting clause")
	if m.token > r.From && isWithin(d, m.token-1) {
		ps.add(titleEnd(d, first, stop), true, "close it behind the title")
		ps.add(clauseEnd(d, first, stop), true, "close it at the end of the clause")
		ps.add(phraseEnd(d, first, stop), true, "close it behind the phrase")
	}
	if stop == r.To {
		ps.add(r.To-1, true, "close it at the end of the paragraph")
	}
	ps.add(firstStop(d, first, stop), true, "close it at the end of the sentence")
	return ps
}

// isWithin reports whether what stands behind token i is a few quoted words and no speech.
func isWithin(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Fold(i) != "that" && !reportingVerbs[d.Fold(i)]
}

// openPlaces returns where the quotation that mark k closes may begin.
func openPlaces(d *lint.Document, marks []mark, k int) []place {
	var ps places
	m := marks[k]
	r := d.BlockOf(m.token).Range
	if m.token == r.From {
		return nil // nothing stands before it
	}
	from, last := previousMark(d, m.token, r.From), m.token-1
	if last < r.From {
		return nil
	}
	ps.add(quotedStart(d, marks, k, lint.Range{From: from, To: m.token}), false, "open it before the words that are quoted elsewhere")
	spoken := last > from && d.Tokens[last].Kind == lint.Punct
	switch {
	case spoken && isReport(d, m.token+1, r.To):
		ps.addSentence(d, r, from, last)
		ps.add(speechStart(d, from, m.token), false, "open it behind the reporting verb")
	case spoken && isStop(d.TokenText(last)):
		ps.add(colonStart(d, from, last), false, "open it behind the colon")
		ps.add(speechStart(d, from, m.token), false, "open it behind the reporting verb")
		ps.add(titleStart(d, from, last), false, "open it before the title")
		ps.add(callStart(d, from, last), false, "open it behind what is called so")
		ps.addSentence(d, r, from, last)
		ps.addPhrase(d, from, last)
	default:
		ps.add(colonStart(d, from, last), false, "open it behind the colon")
		ps.add(titleStart(d, from, last), false, "open it before the title")
		ps.addPhrase(d, from, last)
		ps.addSentence(d, r, from, last)
	}
	return ps
}

// maxQuoted is the most words of a short quotation that the article repeats.
const maxQuoted = 12

// quotedEnd returns the last token of words that begin the range r behind mark k, end within it, and stand in quotation
// marks elsewhere near; else 0.
func quotedEnd(d *lint.Document, marks []mark, k int, r lint.Range) int {
	for o := max(0, k-nearMarks); o < min(len(marks), k+nearMarks); o++ {
		if first, n := quotedWords(d, marks, o); n > 0 && r.From+n < r.To && sameWords(d, first, r.From, n) {
			return r.From + n - 1
		}
	}
	return 0
}

// quotedStart returns the first token of words that end the range r before mark k, begin within it, and stand in quotation
// marks elsewhere near; else 0.
func quotedStart(d *lint.Document, marks []mark, k int, r lint.Range) int {
	for o := max(0, k-nearMarks); o < min(len(marks), k+nearMarks); o++ {
		if first, n := quotedWords(d, marks, o); n > 0 && r.To-n >= r.From && sameWords(d, first, r.To-n, n) {
			return r.To - n
		}
	}
	return 0
}

// quotedWords returns the first of the few words that mark k opens a quotation of and how many they are, without a stop or
// comma at their end; none when it opens no short quotation.
func quotedWords(d *lint.Document, marks []mark, k int) (first, n int) {
	m := marks[k]
	if m.fault != sound || m.pair <= k {
		return 0, 0
	}
	first, end := m.token+1, marks[m.pair].token
	if end > first && d.Tokens[end-1].Kind == lint.Punct {
		end--
	}
	if n = end - first; n > maxQuoted {
		return 0, 0
	}
	return first, n
}

// sameWords reports whether the n tokens from token i are those from token k, whatever their case.
func sameWords(d *lint.Document, k, i, n int) bool {
	for j := range n {
		if !strings.EqualFold(d.TokenText(k+j), d.TokenText(i+j)) {
			return false
		}
	}
	return true
}

// addSentence adds the starts of the last sentence and of the paragraph r, whose part between from and last is quoted.
func (ps *places) addSentence(d *lint.Document, r lint.Range, from, last int) {
	if i := lastStop(d, from, last); i > 0 && i < last {
		ps.add(i+1, false, "open it at the start of the sentence")
	}
	if from == r.From {
		ps.put(place{r.From, false, "open it at the start of the paragraph"})
	}
}

// addPhrase adds the starts of the phrase that ends at token last.
func (ps *places) addPhrase(d *lint.Document, from, last int) {
	near, far := phraseStarts(d, from, last)
	ps.add(near, false, "open it before the phrase")
	ps.add(far, false, "open it behind ‘"+d.TokenText(max(far-1, 0))+"’")
}

// spokenEnd returns the last token before the first reporting clause between first and end, or 0.
func spokenEnd(d *lint.Document, first, end int) int {
	if i := reportingClause(d, first, end); i > 0 {
		return i - 1
	}
	for i := first; i < end; i++ {
		if d.TokenText(i) == "," && isReport(d, i+1, end) {
			return i
		}
	}
	return 0
}

// titleEnd returns the last token of the capitalised words that begin at token first, small words between them aside, and
// end before token end; 0 when there are none or nothing follows them.
func titleEnd(d *lint.Document, first, end int) int {
	last := 0
	for i := first; i < end && (isCapital(d, i) || last > 0 && isSmall(d, i)); i++ {
		if isCapital(d, i) {
			last = i
		}
	}
	if last == 0 || last+1 >= end || d.Tokens[last+1].Kind != lint.Word {
		return 0
	}
	return last
}

// titleStart returns the first token of the capitalised words that end at token last, small words between them aside, and
// begin behind token from; 0 when the sentence begins with them.
func titleStart(d *lint.Document, from, last int) int {
	if d.Tokens[last].Kind == lint.Punct {
		last--
	}
	first := 0
	for i := last; i > from && (isCapital(d, i) || first > 0 && isSmall(d, i)); i-- {
		if isCapital(d, i) {
			first = i
		}
	}
	if first == 0 || d.Tokens[first-1].Kind != lint.Word {
		return 0
	}
	return first
}

// isCapital reports whether token i is a word with a capital letter, as in a title.
func isCapital(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case != lint.Lower
}

// isSmall reports whether token i is a word that titles write small, or a mark inside one.
func isSmall(d *lint.Document, i int) bool {
	return lexicon.FunctionAt(d, i)&(lexicon.Preposition|lexicon.Article|lexicon.Conjunction) != 0 || d.TokenText(i) == ":"
}

// phraseEnd returns the last token of the phrase that begins at token first: a word follows that begins another one.
func phraseEnd(d *lint.Document, first, end int) int {
	for i := first + 1; i < end; i++ {
		if d.Tokens[i].Kind != lint.Word {
			return 0
		}
		if isBoundary(d, i) && !isBoundary(d, i-1) {
			return i - 1
		}
	}
	return 0
}

// clauseEnd returns the first comma or stop between first and end.
func clauseEnd(d *lint.Document, first, end int) int {
	for i := first; i < end; i++ {
		if d.Tokens[i].Kind == lint.Punct {
			return i
		}
	}
	return 0
}

// phraseStarts returns two tokens at which the phrase that ends at token last may begin: near is behind the last word
// before it that introduces a phrase, far behind the last verb or "as".
func phraseStarts(d *lint.Document, from, last int) (near, far int) {
	for i := last - 1; i > from && far == 0; i-- {
		if d.Tokens[i].Kind != lint.Word || i+1 == last && d.Tokens[last].Kind == lint.Punct {
			continue
		}
		function := lexicon.FunctionAt(d, i)
		introduces := function&(lexicon.Article|lexicon.Possessive|lexicon.Determiner|lexicon.Auxiliary) != 0
		if near == 0 && (introduces || isBoundary(d, i)) {
			near = i + 1
		}
		if function&lexicon.Auxiliary != 0 || callingVerbs[d.Fold(i)] || reportingVerbs[d.Fold(i)] {
			far = i + 1
		}
	}
	return near, far
}

// isBoundary reports whether the word at token i parts a short quotation from the rest of its sentence: a preposition, an
// auxiliary, a conjunction, but none that stands within a phrase.
func isBoundary(d *lint.Document, i int) bool {
	switch d.Fold(i) {
	case "of", "and", "or", "than":
		return false
	}
	return lexicon.FunctionAt(d, i)&(lexicon.Preposition|lexicon.Auxiliary|lexicon.Conjunction) != 0
}

// callingVerbs holds the words behind which a few quoted words stand.
var callingVerbs = lint.WordSet("as called calls calling call dubbed described termed labelled labeled named titled entitled")

// isReport reports whether a reporting clause begins at token i, behind a closing mark: a reporting verb stands before
// the next stop, not far off.
func isReport(d *lint.Document, i, end int) bool {
	for end = min(end, i+maxReport); i < end && d.Tokens[i].Kind != lint.Punct; i++ {
		if reportingVerbs[d.Fold(i)] {
			return true
		}
	}
	return false
}

// maxReport is how far off the verb of a reporting clause may stand.
const maxReport = 8

// colonStart returns the token behind the last colon between from and to that a capital letter follows, or 0.
func colonStart(d *lint.Document, from, to int) int {
	for i := to - 1; i > from; i-- {
		if d.TokenText(i) == ":" && isCapital(d, i+1) {
			return i + 1
		}
	}
	return 0
}

// nextMark returns the first quotation mark behind token i and before end, or end.
func nextMark(d *lint.Document, i, end int) int {
	for i++; i < end; i++ {
		if familyOf(d, i) != noFamily {
			return i
		}
	}
	return end
}

// previousMark returns the token behind the last quotation mark before token i, at from at the earliest.
func previousMark(d *lint.Document, i, from int) int {
	for i--; i >= from; i-- {
		if familyOf(d, i) != noFamily {
			return i + 1
		}
	}
	return from
}

// reportingClause returns the first token between from and to that begins a reporting clause behind a comma, question or
// exclamation mark: he said, said the minister. It returns 0 when there is none.
func reportingClause(d *lint.Document, from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		if d.Tokens[i].Kind != lint.Word || !strings.Contains(",?!", d.TokenText(i-1)) {
			continue
		}
		if isReported(d, i) {
			return i
		}
	}
	return 0
}

// isReported reports whether a reporting clause begins at token i: said the minister, notes Smith, he said, Biden said.
func isReported(d *lint.Document, i int) bool {
	if i+1 >= len(d.Tokens) {
		return false
	}
	if verb := d.Fold(i); reportingVerbs[verb] {
		past := !strings.HasSuffix(verb, "s") || verb == "says"
		named := d.Tokens[i+1].Case != lint.Lower
		return !strings.HasSuffix(verb, "ing") && (named || past && d.Tokens[i].Case == lint.Lower)
	}
	return reportingVerbs[d.Fold(i+1)] && (d.Tokens[i].Case == lint.Title || pronouns[d.Fold(i)])
}

// speechStart returns the token behind the last reporting verb with its comma, colon or "that" between from and to, or 0.
func speechStart(d *lint.Document, from, to int) int {
	for i := to - 2; i > from; i-- {
		text := d.TokenText(i)
		if (text == "," || text == ":" || text == "that") && reportingVerbs[d.Fold(i-1)] {
			return i + 1
		}
	}
	return 0
}

// callStart returns the token behind a verb of calling with its object, of the sentence that ends at token last: the company
// calls it a start. It returns 0 when there is none.
func callStart(d *lint.Document, from, last int) int {
	for i := last - 2; i > from && !isStop(d.TokenText(i)); i-- {
		if verb := d.Fold(i); callingVerbs[verb] && verb != "as" && (pronouns[d.Fold(i+1)] || objects[d.Fold(i+1)]) {
			return i + 2
		}
	}
	return 0
}

// objects holds the pronouns that a verb takes and that begin no clause.
var objects = map[string]bool{"him": true, "her": true, "them": true, "this": true, "that": true}

// firstStop returns the first token between from and to that ends a sentence, or 0.
func firstStop(d *lint.Document, from, to int) int {
	for i := from; i < to; i++ {
		if isStop(d.TokenText(i)) {
			return i
		}
	}
	return 0
}

// lastStop returns the last token between from and to that ends a sentence, or 0.
func lastStop(d *lint.Document, from, to int) int {
	for i := to - 1; i > from; i-- {
		if isStop(d.TokenText(i)) {
			return i
		}
	}
	return 0
}

var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true}

// reportingVerbs holds the verbs that news style puts beside a quotation.
var reportingVerbs = lint.WordSet("said says say saying told tells telling added adds adding stated states stating stressed stresses stressing noted notes noting explained explains explaining " +
	"declared declares declaring announced announces announcing warned warns warning asked asks asking replied replies answered wrote writes writing insisted insists confirmed confirms confirming " +
	"claimed claims continued continues concluded concludes recalled recalls admitted admits argued argues pointed emphasized emphasised emphasizing indicated indicates indicating affirmed tweeted " +
	"commented comments reported reports revealed reveals thinks thought complained joked quipped quoted")
