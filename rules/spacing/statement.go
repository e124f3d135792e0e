package spacing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

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
		fold := d.Fold(i)
		if !isOfStatement(d, i) || joining[fold] && !(verb && timing[fold]) || i < r.From+3 && momentHeads[fold] {
			return false
		}
		verb = verb || isVerbOfStatement(d, r, i)
	}
	return verb
}

// isOfStatement reports whether token i is a word or a number that neither negates a clause, nor reports one, nor joins two.
func isOfStatement(d *lint.Document, i int) bool {
	if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number {
		return false
	}
	fold := d.Fold(i)
	if saying[fold] || strings.HasSuffix(fold, "n't") {
		return false
	}
	if isAndOr(fold) {
		return lexicon.FunctionAt(d, i+1)&lexicon.Preposition == 0
	}
	return lexicon.FunctionAt(d, i)&(lexicon.Conjunction|lexicon.Preposition) != lexicon.Conjunction
}

// isVerbOfStatement reports whether token i is a finite verb behind the first word of a statement, with more behind it.
func isVerbOfStatement(d *lint.Document, r lint.Range, i int) bool {
	if i == r.From || i+1 == r.To || d.Tokens[i].Case != lint.Lower {
		return false
	}
	return isFinite(d, i) && d.Fold(i-1) != "to" || isPastVerb(d, i) || isPresentVerb(d, r.From, i)
}

// isAndOr reports whether the word is a conjunction that rows end with.
func isAndOr(word string) bool { return word == "and" || word == "or" }

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
	if i != from+2 || !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "'s") {
		return false
	}
	return lexicon.FunctionAt(d, from)&leads != 0 && lexicon.FunctionAt(d, i-1) == 0 && !strings.HasSuffix(d.Fold(i-1), "s") &&
		lexicon.FunctionAt(d, i) == 0 && lexicon.FunctionAt(d, i+1)&leads != 0
}

// mayBeSubject reports whether a statement may begin with token i as its subject.
func mayBeSubject(d *lint.Document, i int) bool {
	fold, f := d.Fold(i), lexicon.FunctionAt(d, i)
	if f == 0 {
		return d.Tokens[i].Kind == lint.Word && !adverbials[fold] && !participles[fold] &&
			!strings.HasSuffix(fold, "ing") && !strings.HasSuffix(fold, "ed") && !strings.HasSuffix(fold, "ly")
	}
	return f&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun) != 0 ||
		f&lexicon.Determiner != 0 && fold != "no" && fold != "what" && fold != "which" && fold != "such"
}

var (
	// plainPasts holds verbs in the past that are no participles.
	plainPasts = lint.WordSet("went came gave took became began ran saw knew grew rose fell drove flew wrote spoke lasted ended arrived occurred existed stayed died emerged crashed collided remained appeared happened lived worked")

	// plainPresents holds verbs in the present that go on with a function word or end a clause.
	plainPresents = lint.WordSet("lives works plays likes wants knows needs looks goes comes sits stands loves speaks")

	// adverbials holds words that begin a phrase before the subject.
	adverbials = lint.WordSet("due thanks owing contrary prior apart aside next together today yesterday tomorrow tonight sometimes once twice true sure years months weeks days hours")

	// joining holds words that make a clause depend on another, or set it against one.
	joining = lint.WordSet("that who whom whose which what where when why how if as so such more less better not never no nor only just merely hardly scarcely sure think thinks thought believe believes know knows knew hope hopes feel feels felt " +
		"since before after until till like once except even whether than look looks see imagine suppose guess saying telling thinking means mean meant wish wishes")

	// timing holds those of them that say when, and depend on nothing behind the verb.
	timing = lint.WordSet("since before after until till")

	// participles holds those that open a phrase before the subject: Built in 1920, the school is old.
	participles = lint.WordSet("built written born set shot sunk hidden known made found lost held kept left led sold taught told thrown torn worn drawn driven flown grown seen shown spoken stolen struck taken begun bought brought caught chosen cut forbidden forgotten frozen given hit hurt put read sent spent spread won wound")
)
