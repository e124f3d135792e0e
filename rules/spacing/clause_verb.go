package spacing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// clauseVerb returns the finite verb of the clause whose subject begins with token i, or 0: it is, they have, the road
// will.
func clauseVerb(d *lint.Document, i int) int {
	if !spaced(d, i) || d.Tokens[i].Kind != lint.Word {
		return 0
	}
	f := lexicon.FunctionAt(d, i)
	switch {
	case f == 0:
		return verbOfName(d, i)
	case d.Tokens[i].Case != lint.Lower:
		return 0
	case f&(lexicon.Pronoun|lexicon.Adverb|lexicon.Determiner) != 0 && clausePronouns[d.Fold(i)]:
		verb := verbOfPronoun(d, i)
		if verb > 0 || !pointers[d.Fold(i)] || lexicon.FunctionAt(d, i+1) != 0 {
			return verb
		}
	case f&(lexicon.Article|lexicon.Possessive) == 0:
		return 0
	}
	return verbOfNoun(d, i)
}

// verbOfName returns the finite verb behind the name or the noun in the plural that begins with token i, or 0: Anna Holm was,
// citizens were. What reports the clause before is none.
func verbOfName(d *lint.Document, i int) int {
	verb := afterName(d, i)
	if isFinite(d, verb) && d.Tokens[verb].Case == lint.Lower && !reportsClause(d, verb) {
		return verb
	}
	return 0
}

// verbOfPronoun returns the finite verb behind the pronoun at token i, or 0: it is, they still have, it broke.
func verbOfPronoun(d *lint.Document, i int) int {
	verb := i + 1
	if betweenSubject[d.Fold(verb)] {
		verb++
	}
	isAuxiliary := lexicon.FunctionAt(d, verb)&lexicon.Auxiliary != 0 && d.Tokens[verb].Case == lint.Lower
	if isAuxiliary || doers[d.Fold(i)] && plainVerbs[d.Fold(verb)] {
		return verb
	}
	return 0
}

// verbOfNoun returns the finite verb behind the noun that the article or the like at token i stands before, or 0: the two sides
// have, the players tried to.
func verbOfNoun(d *lint.Document, i int) int {
	const longest = 4 // words of the noun and the verb
	from := i + 1
	if smallNumbers[d.Fold(from)] {
		from++ // the two sides
	}
	for k := from; k < min(from+longest, len(d.Tokens)) && d.Tokens[k].Kind == lint.Word; k++ {
		fold, f := d.Fold(k), lexicon.FunctionAt(d, k)
		if k > from && (f&lexicon.Auxiliary != 0 && !nonfinite[fold] || undertaking[fold] && k+1 < len(d.Tokens) && d.Fold(k+1) == "to") {
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
	end := min(i+longest, len(d.Tokens)-1)
	for i < end && d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case != lint.Lower && lexicon.FunctionAt(d, i) == 0 {
		i++
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

var (
	// clausePronouns holds the pronouns that begin a clause and stand for something before.
	clausePronouns = lint.WordSet("it they he she we this there these those someone somebody everyone everybody everything nobody")

	// doers holds the pronouns that a verb in the past may follow.
	doers = lint.WordSet("it they he she we")

	// pointers holds the pronouns that stand before a noun as well.
	pointers = lint.WordSet("this these those")

	// smallNumbers holds the numbers of a few known things.
	smallNumbers = lint.WordSet("two three four five six")

	// nonfinite holds the forms of auxiliaries that make no clause.
	nonfinite = lint.WordSet("being having been be")

	// betweenSubject holds adverbs between a pronoun and its verb.
	betweenSubject = lint.WordSet("also still now already even simply always often usually again soon really actually")

	// pairing holds words of clauses that are set side by side: the first was late, the second was not.
	pairing = lint.WordSet("second third other others latter rest last")

	// plainVerbs holds verbs behind "it" and "they" that report no speech.
	plainVerbs = lint.WordSet("feels felt looks looked makes made takes took goes went comes came needs needed works worked gets got keeps kept broke lasts lasted costs contains became becomes remains remained helps helped tried tries forced won lost played began started bought sold built opened closed wants wanted left")

	// undertaking holds verbs before to: the players tried to win.
	undertaking = lint.WordSet("tried began started decided managed failed wanted wants agreed refused continued continues helped")
)
