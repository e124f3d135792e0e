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
	if mark(d, s.To-1) != "." || verb+1 >= second.To || isApposition(d, first, second) || !standsAlone(d, second, verb, comma-s.From >= longFirst) || endsInSaying(d, lint.Range{From: verb, To: second.To}) || !isStatement(d, first) || repeats(d, first, second) {
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

// clauseVerb returns the finite verb of the clause whose subject begins with token i, or 0: it is, they have, the road
// will.
func clauseVerb(d *lint.Document, i int) int {
	f := lexicon.FunctionAt(d, i)
	if !spaced(d, i) || d.Tokens[i].Kind != lint.Word {
		return 0
	}
	if f == 0 {
		if verb := afterName(d, i); isFinite(d, verb) && d.Tokens[verb].Case == lint.Lower && !reportsClause(d, verb) {
			return verb
		}
		return 0
	}
	if d.Tokens[i].Case != lint.Lower {
		return 0
	}
	if fold := d.Fold(i); f&(lexicon.Pronoun|lexicon.Adverb|lexicon.Determiner) != 0 && clausePronouns[fold] {
		verb := i + 1
		if betweenSubject[d.Fold(verb)] {
			verb++
		}
		if lexicon.FunctionAt(d, verb)&lexicon.Auxiliary != 0 && d.Tokens[verb].Case == lint.Lower || doers[fold] && plainVerbs[d.Fold(verb)] {
			return verb
		}
		if !pointers[fold] || lexicon.FunctionAt(d, i+1) != 0 {
			return 0
		}
	} else if f&(lexicon.Article|lexicon.Possessive) == 0 {
		return 0
	}
	from := i + 1
	if smallNumbers[d.Fold(from)] {
		from++ // the two sides
	}
	for k := from; k < min(from+4, len(d.Tokens)) && d.Tokens[k].Kind == lint.Word; k++ {
		fold, f := d.Fold(k), lexicon.FunctionAt(d, k)
		if f&lexicon.Auxiliary != 0 && k > from && fold != "being" && fold != "having" && fold != "been" && fold != "be" {
			return k
		}
		if k > from && undertaking[fold] && d.Fold(k+1) == "to" {
			return k
		}
		if f != 0 || pairing[fold] {
			return 0
		}
	}
	return 0
}

// afterName returns the token behind the name that begins with token i, or behind a noun in the plural alone: Anna Holm | was,
// citizens | were.
func afterName(d *lint.Document, i int) int {
	const longest = 4
	if d.Tokens[i].Case == lint.Lower {
		word := d.Fold(i)
		if strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && word != "others" && entry(d, i).Word() {
			i++
		}
		return i
	}
	for end := min(i+longest, len(d.Tokens)-1); i < end && d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case != lint.Lower && lexicon.FunctionAt(d, i) == 0; i++ {
	}
	return i
}

// reportsClause reports whether the verb at token i, with what belongs to it, has for its object the clause before its comma: it
// will snow, Anna could see; the star is to leave, friends have revealed.
func reportsClause(d *lint.Document, i int) bool {
	for lexicon.FunctionAt(d, i)&(lexicon.Auxiliary|lexicon.Adverb) != 0 || strings.HasSuffix(d.Fold(i), "ly") {
		if i++; i == len(d.Tokens) {
			return false
		}
	}
	word := d.Fold(i)
	return saying[word] || asideEnds[word] || ruling[word] || telling[word]
}

// telling holds verbs of those who know, see and tell.
var telling = lint.WordSet("see seen show shown reveal revealed establish established discover discovered calculate calculated signal signalled signaled promise promised predict predicted confirm confirmed inform informed felt " +
	"saying telling warning predicting forecasting demanding reporting expecting convinced delighted admit come sense reveals notice noticed realise realised realize realized deduce deduced suspect suspected worked told heard known understand understood fond learned learnt")

// standsAlone reports whether the tokens, a clause with its verb at token verb, go on long enough for a sentence, and no
// "and" ends a row of clauses: no aside such as "it is said". A clause of four words is long enough behind a long one
// when its subject is a noun.
func standsAlone(d *lint.Document, r lint.Range, verb int, behindLong bool) bool {
	if d.Tokens[verb+1].Kind != lint.Word || saying[d.Fold(verb+1)] || asideEnds[d.Fold(verb+1)] || isAttribution(d, r, verb) {
		return false
	}
	words := 0
	for i := r.From; i < r.To; i++ {
		if fold := d.Fold(i); (fold == "and" || fold == "or") && i > verb && clauseVerb(d, i+1) > 0 {
			return false // the rooms are small, the beds are hard and the towels are thin
		}
		if d.Tokens[i].Kind == lint.Word || d.Tokens[i].Kind == lint.Number {
			words++
			continue
		}
		if isDash(mark(d, i)) && spaced(d, i) && spaced(d, i+1) {
			break
		}
		if next := d.Fold(i + 1); mark(d, i) != "," || next == "and" || next == "or" {
			return false
		}
		if d.Fold(r.From) == "it" && lexicon.FunctionAt(d, i+1)&lexicon.Preposition != 0 {
			return false // the town has changed, it has to be said, for the worse
		}
		break
	}
	isDone := words == 3 && behindLong && doers[d.Fold(r.From)] && d.Fold(r.From) != "it" && passives[d.Fold(verb)] && strings.HasSuffix(d.Fold(verb+1), "ed")
	return isDone || words > 4 || words == 4 && (d.Fold(verb+1) == "not" || d.Fold(verb+1) == "no" || behindLong && verb > r.From+1)
}

// endsInSaying reports whether the tokens from a verb on end in what somebody is pleased, expected or unwilling to say, to know or
// to think: engineers are keen to stress.
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

// isStatement reports whether the words are a subject and a finite verb, with no negation and no word that makes the
// clause depend on another.
func isStatement(d *lint.Document, r lint.Range) bool {
	if r.To-r.From < 4 || !mayBeSubject(d, r.From) || d.Fold(r.From) == "the" && d.Fold(r.From+2) == "the" {
		return false // the colder the nights are, the sweeter
	}
	if isFronted(d, r) {
		return false
	}
	verb := lexicon.FunctionAt(d, r.From+1) == 0 && clausePronouns[d.Fold(r.From)] || d.Fold(r.From) == "i"
	for i := r.From; i < r.To; i++ {
		fold, f := d.Fold(i), lexicon.FunctionAt(d, i)
		if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number || joining[fold] && !(verb && timing[fold]) || i < r.From+3 && momentHeads[fold] || saying[fold] || strings.HasSuffix(fold, "n't") {
			return false
		}
		switch and := fold == "and" || fold == "or"; {
		case and && lexicon.FunctionAt(d, i+1)&lexicon.Preposition != 0:
			return false
		case !and && f&lexicon.Conjunction != 0 && f&lexicon.Preposition == 0:
			return false
		}
		verb = verb || i > r.From && i+1 < r.To && d.Tokens[i].Case == lint.Lower && (isFinite(d, i) && d.Fold(i-1) != "to" || isPastVerb(d, i) || isPresentVerb(d, r.From, i))
	}
	return verb
}

// isFronted reports whether the range begins with a noun that a clause without that tells of: the mood he was in.
func isFronted(d *lint.Document, r lint.Range) bool {
	const longest = 4 // tokens of the noun
	if lexicon.FunctionAt(d, r.From)&(lexicon.Article|lexicon.Determiner) == 0 {
		return false
	}
	for i := r.From + 2; i < min(r.To, r.From+longest); i++ {
		if speakers[d.Fold(i)] || personal[d.Fold(i)] {
			return lexicon.FunctionAt(d, i-1) == 0
		}
	}
	return false
}

// isPastVerb reports whether the word at token i is a past tense before its object or its phrase: hit the pole, went to
// Bergen.
func isPastVerb(d *lint.Document, i int) bool {
	const leads = lexicon.Article | lexicon.Possessive
	if plainPasts[d.Fold(i)] {
		return d.Tokens[i+1].Kind == lint.Number || lexicon.FunctionAt(d, i+1) != 0
	}
	return pasts[d.Fold(i)] && lexicon.FunctionAt(d, i-1) == 0 && lexicon.FunctionAt(d, i+1)&leads != 0
}

// isPresentVerb reports whether the word at token i is a verb in the present before its object, behind a subject of an
// article and a noun with which the sentence begins: the club celebrates a record.
func isPresentVerb(d *lint.Document, from, i int) bool {
	const leads = lexicon.Article | lexicon.Possessive
	word := d.Fold(i)
	if i == from+1 && plainPresents[word] && lexicon.EntryAt(d, from).Person() {
		return lexicon.FunctionAt(d, i+1) != 0 // Anna lives in Bergen
	}
	return i == from+2 && lexicon.FunctionAt(d, from)&leads != 0 && lexicon.FunctionAt(d, i-1) == 0 && !strings.HasSuffix(d.Fold(i-1), "s") &&
		strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "'s") && lexicon.FunctionAt(d, i) == 0 && lexicon.FunctionAt(d, i+1)&leads != 0
}

// mayBeSubject reports whether a statement may begin with token i as its subject.
func mayBeSubject(d *lint.Document, i int) bool {
	fold, f := d.Fold(i), lexicon.FunctionAt(d, i)
	if f == 0 {
		return d.Tokens[i].Kind == lint.Word && !adverbials[fold] && !participles[fold] && !strings.HasSuffix(fold, "ing") && !strings.HasSuffix(fold, "ed") && !strings.HasSuffix(fold, "ly")
	}
	return f&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun) != 0 || f&lexicon.Determiner != 0 && fold != "no" && fold != "what" && fold != "which" && fold != "such"
}

// repeats reports whether both clauses begin with the same pronoun and the same verb.
func repeats(d *lint.Document, first, second lint.Range) bool {
	return d.Fold(first.From) == d.Fold(second.From) && d.Fold(first.From+1) == d.Fold(second.From+1)
}

var (
	// clausePronouns holds the pronouns that begin a clause and stand for something before.
	clausePronouns = lint.WordSet("it they he she we this there these those someone somebody everyone everybody everything nobody")

	// doers holds the pronouns that a verb in the past may follow.
	doers = lint.WordSet("it they he she we")

	// pointers holds the pronouns that stand before a noun as well.
	pointers = lint.WordSet("this these those")

	// smallNumbers holds the numbers of a few known things.
	smallNumbers = lint.WordSet("two three four five six")

	// leadWords holds words that may open a sentence before its subject.
	leadWords = lint.WordSet("however now today yesterday tomorrow therefore moreover besides furthermore")

	// plainPasts holds verbs in the past that are no participles.
	plainPasts = lint.WordSet("went came gave took became began ran saw knew grew rose fell drove flew wrote spoke lasted ended arrived occurred existed stayed died emerged crashed collided remained appeared happened lived worked")

	// plainPresents holds verbs in the present that go on with a function word or end a clause.
	plainPresents = lint.WordSet("lives works plays likes wants knows needs looks goes comes sits stands loves speaks")

	// betweenSubject holds adverbs between a pronoun and its verb.
	betweenSubject = lint.WordSet("also still now already even simply always often usually again soon really actually")

	// adverbials holds words that begin a phrase before the subject.
	adverbials = lint.WordSet("due thanks owing contrary prior apart aside next together today yesterday tomorrow tonight sometimes once twice true sure years months weeks days hours")

	// pairing holds words of clauses that are set side by side: the first was late, the second was not.
	pairing = lint.WordSet("second third other others latter rest last")

	// plainVerbs holds verbs behind "it" and "they" that report no speech.
	plainVerbs = lint.WordSet("feels felt looks looked makes made takes took goes went comes came needs needed works worked gets got keeps kept broke lasts lasted costs contains became becomes remains remained helps helped tried tries forced won lost played began started bought sold built opened closed wants wanted left")

	// joining holds words that make a clause depend on another, or set it against one.
	joining = lint.WordSet("that who whom whose which what where when why how if as so such more less better not never no nor only just merely hardly scarcely sure think thinks thought believe believes know knows knew hope hopes feel feels felt " +
		"since before after until till like once except even whether than look looks see imagine suppose guess saying telling thinking means mean meant wish wishes")

	// timing holds those of them that say when, and depend on nothing behind the verb.
	timing = lint.WordSet("since before after until till")

	// undertaking holds verbs before to: the players tried to win.
	undertaking = lint.WordSet("tried began started decided managed failed wanted wants agreed refused continued continues helped")

	// perfect holds the auxiliaries that a clause without its pronoun has: the best player the club has had.
	perfect = lint.WordSet("has have had")

	// personal holds the pronouns that stand for what was named.
	personal = lint.WordSet("it he she they")

	// ranks holds words that say which one of a kind it is, besides those in -est.
	ranks = lint.WordSet("first second third fourth fifth last only best worst most least longest-serving")

	// participles holds those that open a phrase before the subject: Built in 1920, the school is old.
	participles = lint.WordSet("built written born set shot sunk hidden known made found lost held kept left led sold taught told thrown torn worn drawn driven flown grown seen shown spoken stolen struck taken begun bought brought caught chosen cut forbidden forgotten frozen given hit hurt put read sent spent spread won wound")

	// ruling holds verbs behind which courts and inquiries stand: the court has ruled in two cases.
	ruling = lint.WordSet("ruled rule found find decided decide concluded conclude learned learnt learn heard hear")

	// asideEnds holds words that end an aside behind its auxiliary.
	asideEnds = lint.WordSet("tell add note explain report claim argue insist warn recall say think hope guess told true sure afraid thought believed hoped claimed alleged understood reported feared assumed clear")
)
