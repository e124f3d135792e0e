package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Adverbial reports a clause that says the same where, when or how twice: they stand in front of the hall with a guide in
// front of the hall.
//
// The engine moves a part of the sentence to where English has it and leaves it where the source has it, too. Two that a
// mark or a conjunction parts belong to two clauses and are right.
//
// A place that stands before when and behind it, and an adverb that a comma parts from the second, count too.
//
// What stands around the verb alone, what the sentence begins with, before a comma, and set phrases (leave it as it is on
// the table as it is) are a warning, others info.
//
// The fix deletes the second and is unsafe.
//
// bad: They stood in front of the hall with a guide in front of the hall.
// bad: The border was opened for the first time in years to bring in aid for the first time in years.
// bad: The guests quietly sat quietly in the back.
// bad: The team will train in Norway today, Friday, in Norway.
// bad: Turn the loaves gently, lifting them gently with a spatula.
// bad: In Norway, the choir sang twice in Norway.
// bad: The guard at the gate saw at the gate that nobody left.
// good: They stood in front of the hall, and the guide sat in front of the hall.
// good: The road from the town of the north leads to the port of the town.
//
// Measured on machine translation of all kinds: 0.02 warnings and 0.07 infos per 10,000 words (5.4 million words), on
// original English 0 (350,000 words, and 32 million of manuals); all 13 warnings there are read, 12 right, and 37 infos,
// 28 right.
var Adverbial = &lint.Rule{
	Name:     "repetition/adverbial",
	Severity: lint.Info,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		findAdverbs(p)
		findSetPhrases(p)
		findBoth(p)
		findPlacesAroundTime(p)
		for _, word := range prepositions {
			places := p.Places(p.FormOf(word))
			for k := 1; k < len(places); k++ {
				a, b := int(places[k-1]), int(places[k])
				if b-a > maxAdverbialGap || b+1 >= len(p.Tokens) || p.Tokens[a+1].Form != p.Tokens[b+1].Form {
					continue
				}
				if n := sameAdverbial(p.Document, a, b); n > 0 {
					severity := lint.Info
					if isFronted(p.Document, a, a+n) || b-a == n+1 || isAside(p.Document, a, b, n) {
						severity = lint.Warning
					}
					reportAdverbial(p, severity, lint.Range{From: a, To: a + n}, lint.Range{From: b, To: b + n})
				}
			}
		}
	},
}

const (
	minAdverbial    = 3  // tokens of it
	maxAdverbialGap = 20 // tokens from one to the other
)

// prepositions are those that open where, when and how, folded; of and to belong to a noun or a verb more often.
var prepositions = [...]string{"in", "on", "at", "for", "from", "with", "by", "after", "before", "during", "under", "over", "about", "through", "between", "against", "near", "inside", "across", "behind", "without"}

// sameAdverbial returns how many words from the equal prepositions a and b on are the same, when they are all of what says where,
// when or how, and stand in one clause; else 0.
func sameAdverbial(d *lint.Document, a, b int) int {
	s := d.SentenceOf(a)
	n := sharedWords(d, a, b, s.To)
	fronted := isFronted(d, a, a+n)
	if n < minAdverbial && !(fronted && n == 2 && isPlaceName(d, b+1)) || b-a == n || !isContent(d, a+n-1) {
		return 0
	}
	if !endsAdverbial(d, b+n, s) || b-a == n+1 && !isPast(d, b-1) || endsRange[d.Fold(b-1)] {
		return 0
	}
	between := lint.Range{From: a + n, To: b}
	if fronted || isAside(d, a, b, n) {
		between.From++ // In Norway, they met in Norway
	}
	if fronted && tellsOrCompares(d, between) || isParted(d, between) {
		return 0
	}
	return n
}

// sharedWords returns how many words from a on, up to b, are the words from b on, up to end.
func sharedWords(d *lint.Document, a, b, end int) int {
	n := 0
	for b+n < end && a+n < b && d.Tokens[b+n].Kind == lint.Word && isSame(d, a+n, b+n) {
		n++
	}
	return n
}

// endsAdverbial reports whether what says where, when or how cannot go on at token i: it ends with the sentence, before a mark
// or before that.
func endsAdverbial(d *lint.Document, i int, s lint.Range) bool {
	return i >= s.To || isMark(d, i, '.') || isMark(d, i, ',') || d.Fold(i) == "that"
}

// isParted reports whether a mark or a word in r parts two clauses.
func isParted(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Punct, lint.Quote, lint.Bracket, lint.Symbol:
			return true
		}
		if partsClauses(d, i) {
			return true
		}
	}
	return false
}

// tellsOrCompares reports whether the words say that somebody spoke, or that something is the most of its kind: In Kabul,
// officials said two people died in Kabul.
func tellsOrCompares(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		switch w := d.Fold(i); w {
		case "said", "says", "say", "told", "most", "never", "everything", "nothing", "do":
			return true
		default:
			if len(w) > 4 && strings.HasSuffix(w, "est") && d.Fold(i-1) == "the" {
				return true
			}
		}
	}
	return false
}

// isPast reports whether the word at token i may be a verb of the past: saw, waited.
func isPast(d *lint.Document, i int) bool {
	return isContent(d, i) && d.Tokens[i].Case == lint.Lower && (strings.HasSuffix(d.Fold(i), "ed") || pasts[d.Fold(i)])
}

// pasts holds verbs of the past with no ending.
var pasts = lint.WordSet("saw said told found met sat stood held took made began came went gave got left spoke wrote won lost built sold bought read heard")

// isFronted reports whether the tokens from a to end open a sentence and a comma parts them from it.
func isFronted(d *lint.Document, a, end int) bool {
	return d.SentenceOf(a).From == a && isMark(d, end, ',')
}

// isAside reports whether commas stand around the n tokens from a on, and a verb of the past alone before the same at b: the
// envoy, in an open letter, praised in an open letter.
func isAside(d *lint.Document, a, b, n int) bool {
	return a > 0 && isMark(d, a-1, ',') && b-a == n+2 && isMark(d, a+n, ',') && isPast(d, b-1)
}

// isPlaceName reports whether token i is the name of a place, or one that the word list does not know.
func isPlaceName(d *lint.Document, i int) bool {
	e := lexicon.EntryAt(d, i)
	return d.Tokens[i].Case == lint.Title && (e.Place() || !e.Known())
}

// findAdverbs reports an adverb that stands before and behind what it belongs to: quietly sat quietly. It is a warning.
func findAdverbs(p *lint.Pass) {
	for f := range p.Forms {
		if form := &p.Forms[f]; form.Count == 1 || len(form.Fold) < minAdverb || !strings.HasSuffix(form.Fold, "ly") && !plainAdverbs[form.Fold] {
			continue
		}
		places := p.Places(lint.FormID(f))
		for k := 1; k < len(places); k++ {
			if a, b := int(places[k-1]), int(places[k]); isAroundVerb(p.Document, a, b, p.SentenceOf(a)) {
				reportAdverbial(p, lint.Warning, lint.Range{From: a, To: a + 1}, lint.Range{From: b, To: b + 1})
			}
		}
	}
}

// findBoth reports a both behind the two that a both before them joins: Both the mayor and the guide both said. It is a
// warning.
func findBoth(p *lint.Pass) {
	const longest = 10 // tokens from one to the other
	places := p.Places(p.FormOf("both"))
	for k := 1; k < len(places); k++ {
		a, b := int(places[k-1]), int(places[k])
		if b-a < 4 || b-a > longest || p.SentenceOf(a).To <= b+1 || p.IsQuoted(b) {
			continue
		}
		joined := 0
		for i := a + 1; i < b && joined >= 0; i++ {
			switch {
			case p.Tokens[i].Kind != lint.Word, i > a+1 && lexicon.FunctionAt(p.Document, i)&(lexicon.Auxiliary|lexicon.Pronoun) != 0:
				joined = -1
			case p.Fold(i) == "and":
				joined++
			}
		}
		const mayLead = lexicon.Preposition | lexicon.Conjunction | lexicon.Article | lexicon.Auxiliary
		if joined == 1 && lexicon.FunctionAt(p.Document, b-1)&mayLead == 0 && lexicon.FunctionAt(p.Document, b+1)&(lexicon.Article|lexicon.Possessive|lexicon.Preposition) == 0 && p.Tokens[b+1].Kind == lint.Word {
			reportAdverbial(p, lint.Warning, lint.Range{From: a, To: a + 1}, lint.Range{From: b, To: b + 1})
		}
	}
}

// plainAdverbs holds adverbs of another ending.
var plainAdverbs = lint.WordSet("again already also always often soon")

const (
	minAdverb    = 4 // letters of it
	maxAdverbGap = 5 // tokens from one to the other
)

// isAroundVerb reports whether the equal adverbs a and b stand around one to four words of one clause, the second at its
// end.
func isAroundVerb(d *lint.Document, a, b int, s lint.Range) bool {
	if b-a < 2 || b-a > maxAdverbGap || b >= s.To || d.Tokens[b].Case != lint.Lower || d.Tokens[a].Case > lint.Title || d.IsQuoted(b) {
		return false
	}
	from := a + 1
	if isMark(d, from, ',') && strings.HasSuffix(d.Fold(from+1), "ing") && strings.HasSuffix(d.Fold(b), "ly") {
		from++ // turn them carefully, lifting them carefully
	}
	for i := from; i < b; i++ {
		if w := d.Fold(i); d.Tokens[i].Kind != lint.Word || partsDates[w] || lexicon.FunctionAt(d, i)&(lexicon.Conjunction|lexicon.Auxiliary) != 0 {
			return false
		}
	}
	if !isContent(d, from) {
		return false // fairly or not fairly, only if only
	}
	end := b + 1
	return end == s.To || isMark(d, end, '.') || isMark(d, end, ',') || lexicon.FunctionAt(d, end)&lexicon.Preposition != 0
}

// findSetPhrases reports a set phrase that one clause has twice: leave it as it is for a day as it is.
func findSetPhrases(p *lint.Pass) {
	var before lexicon.Match
	for _, m := range setPhrases.Find(p.Document) {
		if m.Phrase == before.Phrase && m.From-before.To <= maxAdverbialGap && m.From > before.To && before.To > 0 && isSaidTwice(p.Document, before.Range, m.Range) {
			reportAdverbial(p, lint.Warning, before.Range, m.Range)
		}
		before = m
	}
}

// isSaidTwice reports whether words alone, of one clause, stand between the phrases, and the clause ends with the second.
func isSaidTwice(d *lint.Document, earlier, later lint.Range) bool {
	end, s := later.To, d.SentenceOf(earlier.From)
	if end > s.To || end < s.To && d.Tokens[end].Kind != lint.Punct && d.Fold(end) != "so" && d.Fold(end) != "and" {
		return false
	}
	for i := earlier.To; i < later.From; i++ {
		if k := d.Tokens[i].Kind; k != lint.Word && k != lint.Number || partsDates[d.Fold(i)] || lexicon.FunctionAt(d, i)&lexicon.Conjunction != 0 {
			return false
		}
	}
	return true
}

// setPhrases are those that say how or when and that a clause has once.
var setPhrases = lexicon.NewPhrases([]string{
	"as it is", "as they are", "as usual", "as before", "as soon as possible", "as much as possible", "as a whole",
	"at home", "by mistake", "by chance", "by accident", "by hand", "by heart", "by phone", "on foot", "on purpose", "on site",
	"in advance", "in total", "in full", "in vain", "in person", "in public", "in private", "in detail",
	"once again", "once more", "so far", "until now", "right away", "from time to time", "little by little", "step by step",
	"all the time", "every day", "every week", "every month", "every year", "each year", "for free", "free of charge",
	"without delay", "without exception",
})

func reportAdverbial(p *lint.Pass, severity lint.Severity, earlier, later lint.Range) {
	before := later.From - 1
	if isMark(p.Document, before, ',') && before > earlier.To {
		before-- // the comma goes, too
	}
	cut := lint.Span{Start: int(p.Tokens[before].End), End: int(p.Tokens[later.To-1].End)}
	p.Report(lint.Diagnostic{
		Span: p.Span(later), Severity: severity,
		Message: fmt.Sprintf("the clause says ‘%s’ already", short(p.Slice(p.Span(later)))),
		Related: []lint.Related{{Span: p.Span(earlier), Message: "it says so here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Unsafe, cut, "")},
	})
}
