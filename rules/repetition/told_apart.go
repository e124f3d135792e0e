package repetition

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// areToldApart reports whether the words around a run of two that are joined tell the second from the first, or make of them a
// verb that goes on and on.
func areToldApart(d *lint.Document, r run) bool {
	return mayGoOnAndOn(d, r) || goesOnFor(d, r) || isRanked(d, r) ||
		r.words == 1 && toldApart[d.Fold(r.first)] ||
		isMirrored(d, r) || hasOwnComplement(d, r)
}

// mayGoOnAndOn reports whether the run is a verb behind its subject that says how long something goes on: they build and build,
// but not they died and died.
func mayGoOnAndOn(d *lint.Document, r run) bool {
	if r.words == 1 && happensOnce[d.Fold(r.first)] {
		return false
	}
	return lexicon.FunctionOf(r.wordBefore(d)) == lexicon.Pronoun || wentOn(d, r)
}

// wentOn reports whether the run is a verb of the past behind its subject that says how long something went on: the crowd
// cheered and cheered.
func wentOn(d *lint.Document, r run) bool {
	before, after := r.first-1, r.end()
	if r.words != 1 || before < r.sentence.From || !strings.HasSuffix(d.Fold(r.first), "ed") || !mayBeSubject(d, before) {
		return false
	}
	return after+1 >= r.sentence.To || isMark(d, after, ',') || d.Fold(after) == "until" || d.Fold(after) == "till"
}

// mayBeSubject reports whether the word at token i may be the subject of the verb behind it, and is no adverb or verb: people
// feel tired and tired.
func mayBeSubject(d *lint.Document, i int) bool {
	return isContent(d, i) && !strings.HasSuffix(d.Fold(i), "ly") && !linking[d.Fold(i)]
}

// goesOnFor reports whether the run is a verb behind another that says how long or hard something is done, and for what: will
// push and push for a deal.
func goesOnFor(d *lint.Document, r run) bool {
	if r.words != 1 {
		return false
	}
	switch r.wordBehind(d) {
	case "for", "until", "till", "at":
		before := r.wordBefore(d)
		return modals[before] || before == "had" || before == "and"
	}
	return false
}

// isRanked reports whether the two are two by what stands before them: vice president or president; there are lawyers and
// lawyers; between man and man.
func isRanked(d *lint.Document, r run) bool {
	before := r.first - 1
	if before < r.sentence.From {
		return false
	}
	isThere := before > r.sentence.From && d.Fold(before-1) == "there" && isFormOfBe[d.Fold(before)]
	return ranks[d.Fold(before)] || isThere || d.Fold(before) == "between" && r.words == 1 && !isPlural(d.Fold(r.first))
}

// isMirrored reports whether the same word stands before the run and behind it: from the party and the party from.
func isMirrored(d *lint.Document, r run) bool {
	before, after := r.first-1, r.end()
	return before >= r.sentence.From && after < r.sentence.To && isSame(d, before, after)
}

// hasOwnComplement reports whether what follows belongs to the second alone, or says how long both go on.
func hasOwnComplement(d *lint.Document, r run) bool {
	switch r.wordBehind(d) {
	case "until", "till", // stir and stir until it is smooth
		"related", "based", // alcohol and alcohol related harm
		"against": // street crimes and crimes against property
		return true
	case "by":
		return !isPassive(d, r) // films and films by students
	case "of":
		if r.words == 1 {
			return d.Fold(r.first) == "rise" // the rise and rise of the town
		}
		return r.wordBefore(d) != "between" // the city of the sea and the sea of the city
	}
	return false
}

// isPassive reports whether the run is of participles behind a form of to be: was caused and caused by.
func isPassive(d *lint.Document, r run) bool {
	return strings.HasSuffix(d.Fold(r.first), "ed") && r.first > r.sentence.From &&
		lexicon.FunctionAt(d, r.first-1)&lexicon.Auxiliary != 0
}

// isModified reports whether the second has a complement that tells it from the first, which may have a modifier that the
// second lacks: food programmes and programmes in support of peace.
func isModified(d *lint.Document, r run) bool {
	before, after := r.first-1, r.end()
	if after < r.sentence.To && setsApart[d.Fold(after)] && isPlural(d.Fold(after-1)) {
		return true
	}
	if after >= r.sentence.To || before < r.sentence.From || d.Tokens[after].Kind != lint.Word ||
		lexicon.FunctionAt(d, after)&(lexicon.Preposition|lexicon.Conjunction) == 0 {
		return false
	}
	if givers[d.Fold(before)] && addressed[d.Fold(after)] || before > r.sentence.From && subjects[d.Fold(before-1)] {
		return false // he needs care and care and
	}
	return isContent(d, before) && !isBare(d, r) && !linking[d.Fold(before)]
}

// isBare reports whether the second copy could not stand without an article of its own, or means no other thing than the
// first: a better understanding and understanding of, the cultural identity and identity.
func isBare(d *lint.Document, r run) bool {
	word := d.Fold(r.end() - 1)
	if strings.HasSuffix(word, "s") {
		return false
	}
	if isAbstract(word) {
		return true
	}
	for i := r.first - 1; i >= r.sentence.From && i >= r.first-3; i-- {
		if f := lexicon.FunctionAt(d, i); f != 0 {
			return f&lexicon.Article != 0 && d.Fold(i) != "the"
		}
	}
	return false
}

// isAbstract reports whether a noun is abstract by its ending, or by self- before it.
func isAbstract(word string) bool {
	if strings.HasPrefix(word, "self-") {
		return true
	}
	for _, ending := range [...]string{"tion", "sion", "ity", "ness", "ment", "ance", "ence", "ency", "ship"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

var (
	// ranks holds words that make another office or kind of a noun.
	ranks = lint.WordSet("vice deputy assistant associate acting former semi non ex sub under junior honorary")

	// toldApart holds nouns that the law and trade name alone and with more behind them: assault and assault on an officer.
	toldApart = lint.WordSet("assault conspiracy murder robbery trade discrimination weight height")

	// happensOnce holds verbs of the past for what does not go on and on.
	happensOnce = lint.WordSet(`died arrived agreed decided announced approved confirmed arrested founded married established launched published
		resigned retired appointed elected adopted signed closed abolished cancelled canceled expelled dismissed`)

	// linking holds verbs that say what somebody or something is: people feel tired and tired.
	linking = lint.WordSet(`feel feels felt feeling look looks looked become becomes became becoming seem seems seemed
	get gets got getting remain remains remained stay stays stayed
	grow grows grew growing taste tastes tasted smell smells smelled sound sounds sounded turn turns turned`)

	// setsApart holds words that tell the second of two plurals from the first: people and people with children.
	setsApart = lint.WordSet("in with without who whose")

	// addressed holds prepositions that belong to both where they follow the second: suggestions and suggestions for the plan.
	addressed = lint.WordSet("to on for around about according as")

	// givers holds verbs, and deepest, that are no modifier of what follows.
	givers = lint.WordSet(`make makes making made provide provides providing provided give gives giving gave
	receive receives receiving received express expresses expressing offer offers offering offered
	get gets getting take takes taking submit submits submitting deepest sincere`)
)
