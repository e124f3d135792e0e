package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Phrase reports words that stand twice at once: on the east on the east coast.
//
// The engine starts a part of the sentence again, or puts two near synonyms one behind the other with the same words.
// Refrains and chants, what stands in quotation marks, names that a mark parts, and patterns such as again and again and
// again or one by one are right. Where something parts the two, it is a warning when nothing goes on behind the second,
// else info.
//
// The fix deletes the repeat and is unsafe: a part between may be lost in the source.
//
// bad: The ships were sunk on the east on the east coast.
// bad: The first half was calm, the second partially, the second partially lost.
// bad: Children wave from the old pier Children wave from the old pier
// bad: It was a fine place to stay, and it was a fine place to stay.
// good: They sang it again and again and again.
// good: “Never again, never again,” the crowd shouted.
//
// Measured on machine-translated news: 0.45 warnings and 0.13 infos per 10,000 words, on clean English news 0.26, one
// slip of the writer, on original English of all kinds 0.06; 91 warnings read, 87 right. Of phrases of three words put
// twice into news 96 % are found.
var Phrase = &lint.Rule{
	Name:     "repetition/phrase",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, r := range echoesOf.Of(p.Document).runs {
			if r.words < 2 || isLoop(p.Document, r) || !isPhraseMistake(p.Document, r) {
				continue
			}
			again, severity := r.copyAt(1), lint.Warning
			if r.parted() && !isLineTwice(p.Document, r) && (r.words < minParted || !isClosed(p.Document, r) || lexicon.Informal.Of(p.Document)) {
				severity = lint.Info
			}
			p.Report(lint.Diagnostic{
				Span: p.Span(again), Severity: severity,
				Message: fmt.Sprintf("‘%s’ stands right before", short(p.Slice(p.Span(again)))),
				Related: []lint.Related{{Span: p.Span(r.copyAt(0)), Message: "the same words are here"}},
				Fixes:   []lint.Fix{r.leaveFirst(p.Document, "delete the repeat", lint.Unsafe)},
			})
		}
	},
}

// minParted is how many words a phrase has that nobody says twice for effect, with a comma between: so he had, so he had.
const minParted = 4

// short returns the text cut to a length that fits a message.
func short(text string) string {
	const longest = 60
	if len(text) <= longest {
		return text
	}
	cut := longest
	for cut > 0 && text[cut] != ' ' {
		cut--
	}
	return text[:cut] + " …"
}

// isPhraseMistake reports whether the words of the run cannot be meant twice.
func isPhraseMistake(d *lint.Document, r run) bool {
	if !allWords(d, r.copyAt(0)) {
		return isCaptionAgain(d, r)
	}
	if r.parted() && d.TokenText(r.first+r.words) == "|" {
		return true // a name before a headline that begins with it
	}
	if isLineTwice(d, r) {
		return true
	}
	if r.words < minLongRun && hasCapital(d, r) {
		return isNameBehindPreposition(d, r) || isDoubledName(d, r)
	}
	switch {
	case r.parted():
		return isPartedMistake(d, r)
	case r.words == 2:
		return isPairMistake(d, r)
	}
	return r.words > 2 && !isTautology(d, r) && !isChant(d, r)
}

// isCaptionAgain reports whether the run is a caption with its credit, put down twice: The choir — Photo: Ana The choir — Photo:
// Ana.
func isCaptionAgain(d *lint.Document, r run) bool {
	if r.copies != 2 || r.parted() || r.words < minLineTwice || d.Tokens[r.first].Case < lint.Title {
		return false
	}
	for i := r.first; i < r.first+r.words-1; i++ {
		if isMark(d, i+1, ':') && creditWords[d.Fold(i)] {
			return true
		}
	}
	return false
}

// creditWords holds words before the name of who made a picture.
var creditWords = lint.WordSet("photo photos photograph picture image foto credit courtesy video")

// hasCapital reports whether a word of the run has a capital that the start of its sentence does not give it. A copy may begin in
// the middle of a word.
func hasCapital(d *lint.Document, r run) bool {
	first := r.copyAt(0)
	if r.cut(d) {
		first.From++
	}
	return !isLower(d, first, r.sentence.From) || !isLower(d, r.copyAt(1), -1)
}

// isPartedMistake reports whether nobody says the words again for effect, with a mark or a conjunction between the copies.
func isPartedMistake(d *lint.Document, r run) bool {
	const fewest, fewestJoined = 3, 4 // fewer that are joined belong to repetition/x-and-x
	if d.Tokens[r.first+r.words].Kind == lint.Word && (r.words < fewestJoined || !isClosed(d, r)) {
		return false
	}
	return r.words >= fewest && !isInQuotation(d, r) && !isPersonal(d, r.first)
}

// minLineTwice is the fewest words of a line that is put down twice in one.
const minLineTwice = 4

// isLineTwice reports whether a sentence is nothing but the run, as a caption put down twice is, or an entry of a ticker
// begins with its title: 21:20 The road is closed: The road is closed until May.
func isLineTwice(d *lint.Document, r run) bool {
	again := r.copyAt(1)
	for i := r.sentence.From; i < r.first; i++ {
		if d.Tokens[i].Kind == lint.Word {
			return false
		}
	}
	if r.words < minLineTwice || r.copies != 2 || d.Tokens[again.From].Case < lint.Title || d.Tokens[r.first].Case < lint.Title {
		return false
	}
	if d.IsQuoted(r.first) || isPersonal(d, r.first) {
		return false
	}
	lower := 0
	for i := again.From; i < again.To; i++ {
		if d.Tokens[i].Case == lint.Lower {
			lower++
		}
	}
	if 2*lower < r.words {
		return false // a name
	}
	if r.parted() {
		return r.first > r.sentence.From && isMark(d, r.first+r.words, ':')
	}
	return r.end() == r.sentence.To || r.end() == r.sentence.To-1
}

// isNameBehindPreposition reports whether the run is a preposition and a name, with nothing between the copies: in Norway
// in Norway.
func isNameBehindPreposition(d *lint.Document, r run) bool {
	if r.parted() || r.copies != 2 || d.Tokens[r.first+r.period].Case != lint.Lower || lexicon.FunctionAt(d, r.first)&lexicon.Preposition == 0 {
		return false
	}
	for k := 1; k < r.words; k++ {
		if c := d.Tokens[r.first+k].Case; c != lint.Title && c != lint.Upper {
			return false
		}
	}
	return true
}

// isDoubledName reports whether the run is a name of two words or more, put down twice or three times with nothing between: New
// Zealand New Zealand. The name of one hotel is New York New York Hotel.
func isDoubledName(d *lint.Document, r run) bool {
	for k := range 2 {
		for c, i := r.copyAt(k), r.copyAt(k).From; i < c.To; i++ {
			if d.Tokens[i].Case != lint.Title || i > c.From && d.Tokens[i].Form == d.Tokens[i-1].Form {
				return false
			}
		}
	}
	end := r.end()
	if end == blockOf(d, r.sentence).To && r.first > 0 && isMark(d, r.first-1, '-') {
		return false // the name of the site behind a headline
	}
	return !r.parted() && r.copies <= 3 && !(end < r.sentence.To && d.Tokens[end].Case == lint.Title)
}

// isInQuotation reports whether the run may stand in a quotation: a mark stands in it or right behind it, or an odd number
// of marks stands before it in its block.
func isInQuotation(d *lint.Document, r run) bool {
	end := r.end()
	return hasQuote(d, lint.Range{From: r.first, To: min(end+1, blockOf(d, r.sentence).To)}) || d.IsQuoted(r.first)
}

// isClosed reports whether nothing behind the last copy belongs to it, so that it says no more than the first: regardless
// of age, regardless of age. But: the more it rains, the more it rains in.
func isClosed(d *lint.Document, r run) bool {
	end := r.end()
	return !isMark(d, r.first+r.words, ';') && (end == r.sentence.To || isMark(d, end, ',') || isMark(d, end, '.'))
}

// minLongRun is the fewest words of a copy that may have capitals: no name is that long.
const minLongRun = 6

// allWords reports whether r holds words alone.
func allWords(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind != lint.Word {
			return false
		}
	}
	return true
}

// isPairMistake tells two words that stand twice (of the of the) from day by day by day, that is that is, and call a lie
// a lie.
func isPairMistake(d *lint.Document, r run) bool {
	a, b := d.Fold(r.first), d.Fold(r.first+1)
	if a == "a" || a == "an" || linksEqual[a] || linksEqual[b] || doubledContent[a] || a == b || isClauseOfItself(d, r) {
		return false
	}
	f, g := lexicon.FunctionOf(a), lexicon.FunctionOf(b)
	const verbOrPronoun = lexicon.Auxiliary | lexicon.Pronoun | lexicon.Conjunction
	return !(f&verbOrPronoun != 0 && g&verbOrPronoun != 0) && !(f&lexicon.Pronoun != 0 && takesClause[b])
}

// isClauseOfItself reports whether the first of the two pairs ends a clause of which the second says what it says itself: what
// is done is done, if it's raw it's raw.
func isClauseOfItself(d *lint.Document, r run) bool {
	a, g := d.Fold(r.first), lexicon.FunctionOf(d.Fold(r.first+1))
	if g != 0 && (g&lexicon.Preposition == 0 || !isClosed(d, r)) {
		return false
	}
	switch f := lexicon.FunctionOf(a); r.wordBefore(d) {
	case "what", "what's", "who":
		return f&(lexicon.Auxiliary|lexicon.Pronoun) != 0 // what is done is done, what she wants she wants now
	case "if", "whatever", "whenever", "wherever", "however":
		return f&lexicon.Pronoun != 0 || pronounOfContraction(a) // if they win they win, if it's raw it's raw
	case "when":
		return pronounOfContraction(a) // when it's gone it's gone
	}
	return false
}

// pronounOfContraction reports whether the folded word is a pronoun and a verb: it's, they're.
func pronounOfContraction(word string) bool {
	head, _, ok := strings.Cut(word, "'")
	return ok && lexicon.FunctionOf(head)&lexicon.Pronoun != 0
}

// isChant reports whether a sentence of speech is nothing but the run: We want more we want more!
func isChant(d *lint.Document, r run) bool {
	return r.first == r.sentence.From && r.end() >= r.sentence.To-1 && isPersonal(d, r.first)
}

// isTautology reports whether the run says that a thing is itself, and so is itself again: a rose is a rose is a rose.
func isTautology(d *lint.Document, r run) bool {
	last := r.first + r.words - 1
	article, verb := d.Fold(r.first), d.Fold(last)
	if article != "a" && article != "an" || verb != "is" && verb != "was" || r.end()+r.words-1 > r.sentence.To {
		return false
	}
	for k := range r.words - 1 {
		if d.Fold(r.end()+k) != d.Fold(r.first+k) {
			return false
		}
	}
	return true
}

// takesClause holds verbs behind which a clause may begin with the same two words: he said he said it.
var takesClause = lint.WordSet("said say says know knew knows think thought thinks hope hoped believe believed feel felt wish wished")

// linksEqual holds words that stand between equal ones by right.
var linksEqual = lint.WordSet("and or by to after upon on versus vs had that no blah very not")

// isPersonal reports whether token i is I, you, we or a contraction, as in speech.
func isPersonal(d *lint.Document, i int) bool {
	w := d.Fold(i)
	return strings.IndexByte(w, '\'') >= 0 || w == "i" || w == "you" || w == "we" || w == "no" || w == "let's"
}

// blockOf returns the block that holds the sentence.
func blockOf(d *lint.Document, s lint.Range) lint.Range {
	lo, hi := 0, len(d.Blocks)
	for lo+1 < hi {
		if m := (lo + hi) / 2; d.Blocks[m].From <= s.From {
			lo = m
		} else {
			hi = m
		}
	}
	return d.Blocks[lo].Range
}
