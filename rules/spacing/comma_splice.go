package spacing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// CommaSplice reports two sentences with a comma alone between them: The road is closed, it will be open in May.
//
// Chinese, Japanese and Slavic writers join whole sentences so, and the engine keeps the comma. English has a full stop,
// a semicolon, or a word that joins. Reported is a statement whose first half has a subject and a finite verb and nothing
// that could make it depend on the second, which begins with a pronoun, a name or a noun and its
// verb; and two such clauses in a row behind a comma. Contrasts (It was not late, it was dark), rows of like clauses, rows
// that end with and, and what a speaker who is quoted says of himself are left alone.
//
// The fix writes a semicolon and is unsafe: a full stop or a conjunction may be better.
//
// bad: The old road along the harbour is closed, it will be open again in May.
// bad: The members of the council were late, they had waited for the train.
// bad: The boy was taken to the town's hospital at noon, his mother is well.
// good: If the road is closed, it will be open again in May.
// good: It was not late, it was only dark in the street.
//
// Measured on 5.4 million words of machine translation: 1.22 hits per 10,000 words, on 352,000 words of original English
// 0.15 warnings, all of them slips of speech and reviews, and 0.06 infos in dialogue; 270 different ones read, 265 right.
// Human translators, who keep the commas of reviews and posts, have as many.
var CommaSplice = &lint.Rule{
	Name:     "spacing/comma-splice",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.MarksAt(',') {
			comma := int(k)
			verb := statedVerb(p.Document, comma)
			if verb == 0 {
				verb = chainedVerb(p.Document, comma)
			}
			if verb == 0 || isRow(p.Document, comma) || isSpoken(p.Document, comma) {
				continue
			}
			span := p.Tokens[comma].Span()
			p.Report(lint.Diagnostic{
				Severity: severity(p.Document),
				Span:     lint.Span{Start: span.Start, End: int(p.Tokens[verb].End)},
				Message:  "comma between two sentences before ‘" + p.Slice(p.Span(lint.Range{From: comma + 1, To: verb + 1})) + "’",
				Fixes:    []lint.Fix{lint.Replace("write a semicolon", lint.Unsafe, span, ";")},
			})
		}
	},
}

// isSpoken reports whether what a speaker says of himself or to a listener, in quotation marks, goes on behind the comma:
// people talk so, and are quoted so.
func isSpoken(d *lint.Document, comma int) bool {
	switch d.Fold(comma + 1) {
	case "i", "you", "i'm", "i've", "i'll", "you're":
		return d.IsQuoted(comma)
	}
	return false
}

// isRow reports whether commas part the sentence of the one at token comma into three short clauses or more, each with a
// subject of its own: His hair was white, his eyes were blue, his hands were never still.
func isRow(d *lint.Document, comma int) bool {
	const longest = 7 // tokens of a clause
	s := d.SentenceOf(comma)
	clauses, from := 0, s.From
	for i := s.From; i < s.To; i++ {
		if i < s.To-1 && mark(d, i) != "," {
			continue
		}
		if i-from > longest || lexicon.FunctionAt(d, from)&(lexicon.Article|lexicon.Possessive) == 0 {
			return false
		}
		clauses, from = clauses+1, i+1
	}
	return clauses > 2
}

// statedVerb returns the finite verb of the clause behind a comma where it and the words from the start of the sentence
// are statements, or 0.
func statedVerb(d *lint.Document, comma int) int {
	if comma+4 >= len(d.Tokens) {
		return 0
	}
	from := comma + 1
	if leadWords[d.Fold(from)] {
		from++
	}
	verb := clauseVerb(d, from)
	if verb == 0 {
		return 0
	}
	s := d.SentenceOf(comma)
	if d.Tokens[s.From].Kind == lint.Quote {
		s.From++
	}
	if colon := colonBefore(d, s, comma); colon > 0 {
		s.From = colon + 1
	}
	first, second := lint.Range{From: s.From, To: comma}, lint.Range{From: from, To: s.To - 1}
	if mark(d, s.To-1) != "." || verb+1 >= second.To || isApposition(d, first, second) || repeats(d, first, second) {
		return 0
	}
	if !standsAlone(d, second, verb, comma-s.From >= longFirst) || endsInSaying(d, lint.Range{From: verb, To: second.To}) ||
		!isStatement(d, first) {
		return 0
	}
	return verb
}

// colonBefore returns the colon of sentence s before the comma that stands behind a verb of saying, where speech begins without
// marks, or 0: he said: The road is closed, it will be open in May.
func colonBefore(d *lint.Document, s lint.Range, comma int) int {
	i := comma - 1
	for i > s.From && (d.Tokens[i].Kind == lint.Word || d.Tokens[i].Kind == lint.Number) {
		i--
	}
	if i > s.From && mark(d, i) == ":" && saying[d.Fold(i-1)] && d.Tokens[i+1].Case == lint.Title {
		return i
	}
	return 0
}

// isApposition reports whether the first words name one of a kind, the best or the first of it, and the second say more of it:
// The largest ship to be built here, it was sold in May.
func isApposition(d *lint.Document, first, second lint.Range) bool {
	word := d.Fold(first.From + 1)
	if d.Fold(first.From) != "the" || !personal[d.Fold(second.From)] || !strings.HasSuffix(word, "est") && !ranks[word] {
		return false
	}
	for i := first.From; i < first.To; i++ {
		if isFinite(d, i) && !perfect[d.Fold(i)] {
			return false // the last pair was good, they lasted for years
		}
	}
	return true
}

// longFirst is the fewest words of a first clause that a very short second one makes no pair with: The days are long, the
// nights are short.
const longFirst = 7

// standsAlone reports whether the tokens, a clause with its verb at token verb, go on long enough for a sentence, and no
// "and" ends a row of clauses: no aside such as "it is said". A clause of four words is long enough behind a long one
// when its subject is a noun.
func standsAlone(d *lint.Document, r lint.Range, verb int, behindLong bool) bool {
	next := d.Fold(verb + 1)
	if d.Tokens[verb+1].Kind != lint.Word || saying[next] || asideEnds[next] || isAttribution(d, r, verb) {
		return false
	}
	switch words := wordsAlone(d, r, verb); words {
	case 0, 1, 2:
		return false
	case 3:
		return behindLong && isDone(d, r, verb)
	case 4:
		return next == "not" || next == "no" || behindLong && verb > r.From+1
	}
	return true
}

// isDone reports whether a clause of three words says what was done to somebody: they were moved.
func isDone(d *lint.Document, r lint.Range, verb int) bool {
	subject := d.Fold(r.From)
	return doers[subject] && subject != "it" && passives[d.Fold(verb)] && strings.HasSuffix(d.Fold(verb+1), "ed")
}

// wordsAlone returns how many words the tokens have up to the comma or the dash that ends their clause, or to their end; 0 where
// another mark stands there, or another clause with and goes on the row.
func wordsAlone(d *lint.Document, r lint.Range, verb int) int {
	words := 0
	for i := r.From; i < r.To; i++ {
		if i > verb && isAndOr(d.Fold(i)) && (clauseVerb(d, i+1) > 0 || !personal[d.Fold(r.From)] && opensLastClause(d, i+1, r.To)) {
			return 0 // the rooms are small, the beds are hard and the towels are thin
		}
		if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number {
			if !mayEndClause(d, r.From, i) {
				return 0
			}
			break
		}
		words++
	}
	return words
}

// opensLastClause reports whether a clause of its own begins at token i, behind the and of a row of clauses: the dam is safe,
// there is fuel for the pumps and | the roads to the villages are open.
func opensLastClause(d *lint.Document, i, end int) bool {
	const longest = 8 // tokens of the subject
	if i >= end || lexicon.FunctionAt(d, i)&(lexicon.Article|lexicon.Possessive|lexicon.Determiner) == 0 {
		return false
	}
	for k := i + 2; k < min(i+longest, end) && d.Tokens[k].Kind == lint.Word; k++ {
		switch f := lexicon.FunctionAt(d, k); {
		case f&lexicon.Auxiliary != 0:
			return true
		case f&lexicon.Pronoun != 0, isAndOr(d.Fold(k)):
			return false // the roads which are open
		}
	}
	return false
}

// mayEndClause reports whether token i, behind a clause that begins with token from, is a dash, or a comma that neither goes on a
// row nor closes an aside: the town has changed, it has to be said, for the worse.
func mayEndClause(d *lint.Document, from, i int) bool {
	if isDash(mark(d, i)) && spaced(d, i) && spaced(d, i+1) {
		return true
	}
	if mark(d, i) != "," || isAndOr(d.Fold(i+1)) {
		return false
	}
	return d.Fold(from) != "it" || lexicon.FunctionAt(d, i+1)&lexicon.Preposition == 0
}

// endsInSaying reports whether the tokens from a verb on end in what somebody is pleased, expected or unwilling to say, to know
// or to think: engineers are keen to stress.
func endsInSaying(d *lint.Document, r lint.Range) bool {
	end := r.From
	for end < r.To && (d.Tokens[end].Kind == lint.Word || d.Tokens[end].Kind == lint.Number) {
		end++
	}
	word := d.Fold(end - 1)
	return end-2 > r.From && d.Fold(end-2) == "to" && (toldOf[word] || asideEnds[word] || telling[word])
}

// toldOf holds verbs of saying and knowing in their bare form.
var toldOf = lint.WordSet("stress admit mention learn hear find fear announce point believe know notice feel agree confirm")

// isAttribution reports whether the clause of tokens r with its verb at token verb says whose words stand before the comma:
// the agency has repeatedly said this year, it has been reported in Lagos.
func isAttribution(d *lint.Document, r lint.Range, verb int) bool {
	said, passive := verb, false
	for said+1 < r.To && (lexicon.FunctionAt(d, said)&lexicon.Auxiliary != 0 || strings.HasSuffix(d.Fold(said), "ly")) {
		passive = passive || passives[d.Fold(said)]
		said++
	}
	if passive && d.Fold(r.From) != "it" || d.Fold(said+1) == "that" {
		return false // the first case was announced today
	}
	return saying[d.Fold(said)] || asideEnds[d.Fold(said)] || ruling[d.Fold(said)]
}

// passives holds the forms of to be behind which a participle is passive.
var passives = lint.WordSet("is are was were be been being")

// repeats reports whether both clauses begin with the same pronoun and the same verb.
func repeats(d *lint.Document, first, second lint.Range) bool {
	return d.Fold(first.From) == d.Fold(second.From) && d.Fold(first.From+1) == d.Fold(second.From+1)
}

var (
	// leadWords holds words that may open a sentence before its subject.
	leadWords = lint.WordSet("however now today yesterday tomorrow therefore moreover besides furthermore")

	// perfect holds the auxiliaries that a clause without its pronoun has: the best player the club has had.
	perfect = lint.WordSet("has have had")

	// personal holds the pronouns that stand for what was named.
	personal = lint.WordSet("it he she they")

	// ranks holds words that say which one of a kind it is, besides those in -est.
	ranks = lint.WordSet("first second third fourth fifth last only best worst most least longest-serving")

	// ruling holds verbs behind which courts and inquiries stand: the court has ruled in two cases.
	ruling = lint.WordSet("ruled rule found find decided decide concluded conclude learned learnt learn heard hear")

	// asideEnds holds words that end an aside behind its auxiliary.
	asideEnds = lint.WordSet("tell add note explain report claim argue insist warn recall say think hope guess told true sure afraid thought believed hoped claimed alleged understood reported feared assumed clear")
)
