package wording

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// FutureClause reports will in a clause of time at the head of a sentence: When the dough will rise, punch it down.
//
// Russian, Polish, Hebrew and French have the future there; English has the present. A will of volition or of habit is English
// behind if, once, before and until, and those are left alone; so are questions, what somebody knows or tells (when the bridge
// will open, nobody knows), a subject that stands behind its verb (after dinner will come the toasts), and the noun. Behind
// when, the rest of the sentence has to tell somebody to do something or what will be.
//
// The fix writes the present and is unsafe.
//
// bad: When the dough will rise, punch it down.
// bad: As soon as the guests will arrive, the band starts to play.
// bad: After the mayor will sign the paper, the work can begin.
// good: When the dough rises, punch it down.
// good: When the bridge will open, nobody knows.
// good: After the will was read, the sons left.
//
// Measured on 5.4 million words of machine translation: one hit, right; on original English and human translations (680,000
// words) and in manuals (4.5 million) none, less than 0.1 per 10,000 words. The level is provisional.
var FutureClause = &lint.Rule{
	Name:     "wording/future-clause",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, will := range p.Places(p.Find(willKey)) {
			i := int(will)
			s := p.SentenceOf(i)
			if p.Tokens[i].Case != lint.Lower || i-s.From < 2 || i-s.From > longestClauseHead || isQuestion(p.Document, s) {
				continue
			}
			subject := lint.Range{From: clauseSubject(p.Document, s), To: i}
			if subject.From == 0 || !isPlainSubject(p.Document, subject) || !isBareVerb(p.Document, i+1, s.To) {
				continue
			}
			comma := nextComma(p.Document, i+2, s.To)
			if comma == 0 || !isOfTime(p.Document, s, i, comma) {
				continue
			}
			verb := presentOf(p.Document, subject, p.Fold(i+1))
			span := p.Span(lint.Range{From: i, To: i + 2})
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: "‘" + p.Fold(s.From) + "’ of time takes the present, not ‘" + p.Slice(span) + "’",
				Fixes:   []lint.Fix{lint.Replace("write ‘"+verb+"’", lint.Unsafe, span, verb)},
			})
		}
	},
}

var willKey = lint.KeyOf("will")

// longestClauseHead is how many tokens may stand before will: as soon as, and a subject.
const longestClauseHead = 8

// clauseSubject returns the token behind the conjunction of time that begins sentence s, or 0.
func clauseSubject(d *lint.Document, s lint.Range) int {
	switch d.Fold(s.From) {
	case "when", "after":
		return s.From + 1
	case "as":
		if d.Fold(s.From+1) == "soon" && d.Fold(s.From+2) == "as" {
			return s.From + 3
		}
	}
	return 0
}

// isPlainSubject reports whether the words are a pronoun, a name or a noun with its article, and nothing that will could be
// the noun of: the political will.
func isPlainSubject(d *lint.Document, r lint.Range) bool {
	if r.To <= r.From || hasOwnWill[d.Fold(r.To-1)] {
		return false
	}
	first := lexicon.FunctionAt(d, r.From)
	if r.To == r.From+1 {
		return subjectPronouns[d.Fold(r.From)] || first == 0 && d.Tokens[r.From].Kind == lint.Word
	}
	const leads = lexicon.Article | lexicon.Possessive | lexicon.Determiner | lexicon.Pronoun
	if d.Fold(r.From) == "a" || first == 0 && d.Tokens[r.From].Case != lint.Title || first&^leads != 0 {
		return false
	}
	for k := r.From + 1; k < r.To; k++ {
		isLink := d.Fold(k) == "of" || d.Fold(k) == "the" && d.Fold(k-1) == "of"
		if d.Tokens[k].Kind != lint.Word || lexicon.FunctionAt(d, k) != 0 && !isLink {
			return false
		}
	}
	return lexicon.FunctionAt(d, r.To-1) == 0
}

// isBareVerb reports whether the word at token i may be a verb behind will, and does not show that will is a noun: will to act.
func isBareVerb(d *lint.Document, i, stop int) bool {
	if i >= stop || d.Tokens[i].Case != lint.Lower {
		return false
	}
	word := d.Fold(i)
	if word == "be" || word == "have" || word == "do" {
		return true
	}
	if lexicon.FunctionAt(d, i) != 0 || !lexicon.EntryAt(d, i).Word() || verbs().Get(lint.Hash(word)).past == word {
		return false
	}
	return !endsIn(word, "ed", "ing", "ly", "s") || strings.HasSuffix(word, "ss")
}

// endsIn reports whether the word has one of the endings.
func endsIn(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// nextComma returns the comma behind token i that has words behind it, or 0.
func nextComma(d *lint.Document, i, stop int) int {
	for k := i; k+2 < stop; k++ {
		if d.TokenText(k) == "," {
			return k
		}
	}
	return 0
}

// isOfTime reports whether the clause with the will at token i, which ends at the comma, is one of time: no subject stands
// behind its verb (after him will come the bishop), and when is no question that the rest answers.
func isOfTime(d *lint.Document, s lint.Range, i, comma int) bool {
	switch d.Fold(s.From) {
	case "after":
		return !beforeSubjects[d.Fold(i+1)]
	case "when":
		rest := lint.Range{From: comma + 1, To: s.To}
		return !asksWhen(d, rest) && (isBareVerb(d, rest.From, rest.To) || promises(d, rest))
	}
	return true
}

// promises reports whether a subject of one or two words and will begin the words: he will mend, the work can.
func promises(d *lint.Document, r lint.Range) bool {
	const longest = 4
	for k := r.From + 1; k < min(r.To, r.From+longest); k++ {
		if d.Fold(k) == "will" || d.Fold(k) == "can" {
			return true
		}
	}
	return false
}

// asksWhen reports whether the words are about the question when: nobody knows, is unclear, he cannot say.
func asksWhen(d *lint.Document, r lint.Range) bool {
	for k := r.From; k < r.To; k++ {
		if askingWhen[d.Fold(k)] || d.Tokens[k].Kind == lint.Quote {
			return true
		}
	}
	return false
}

// presentOf returns the form that the verb has in the present behind the subject.
func presentOf(d *lint.Document, subject lint.Range, verb string) string {
	head := d.Fold(subject.To - 1)
	isPlural := barePronouns[head] || strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss")
	switch {
	case head == "i" && verb == "be":
		return "am"
	case isPlural && verb == "be":
		return "are"
	case isPlural:
		return verb
	case verb == "be":
		return "is"
	case verb == "have":
		return "has"
	case strings.HasSuffix(verb, "y") && len(verb) > 2 && strings.IndexByte("aeiou", verb[len(verb)-2]) < 0:
		return verb[:len(verb)-1] + "ies"
	case endsIn(verb, "s", "sh", "ch", "x", "z", "o"):
		return verb + "es"
	}
	return verb + "s"
}

var (
	subjectPronouns = lint.WordSet("i you he she it we they everyone everybody")

	// barePronouns are pronouns, and nouns without -s, that take the bare form of a verb.
	barePronouns = lint.WordSet("i you we they people children")

	// hasOwnWill are words before the noun will.
	hasOwnWill = lint.WordSet(`the a my his her our their your its free good ill political popular public own strong
		iron living collective general national human divine last god's people's`)

	// askingWhen are words of sentences that say when something will be, or that nobody knows.
	askingWhen = lint.WordSet(`know knows knew known unknown say says said tell tells told clear unclear certain
		uncertain sure unsure guess decide decides decided depends depend question matter matters remains see seen asked
		ask announced announce mystery idea predict predicted predictable determined open specified disclosed discussed
		determine reveal confirm disclose publish specify judge check consult watch refer speculate divulge forecast not
		never nobody nothing only argue hope hardly wait wonder pretend debate`)

	// beforeSubjects are verbs that stand before their subject behind an adverbial: after dinner will come the toasts.
	beforeSubjects = lint.WordSet(`be come follow speak sing march go walk ride enter appear arrive stand sit bat bowl
		play perform dance read rise lie run ring begin`)
)
