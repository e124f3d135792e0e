package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PastInfinitive reports to with a verb in the past behind it: refused to recognized the result, in order to saved it.
//
// The source marks the tense on every verb, or has no infinitive at all, as Vietnamese, Chinese and Bulgarian, and the engine
// gives the second verb the tense of the first. Reported is to behind a word that asks for an infinitive, with a regular past
// form that a noun phrase or a preposition follows; what somebody is used to or was given may be a noun with a participle, and
// a to that ends its clause has the verb of another behind it (Those who wanted to stayed in the hall). The irregular forms
// are in wording/verb-form.
//
// The fix writes the bare form and is unsafe: to be and a participle may be meant.
//
// bad: The guild refused to recognized the result.
// bad: They closed the gate in order to protected the lambs.
// bad: The lamp needs to repaired before the winter.
// good: They are used to crowded trains, and what they want to hide remained.
// good: The rope is used to embed a hook, and the goat needs to feed.
// good: The people he tried to help asked for nothing.
//
// Measured on 5.4 million words of machine translation: no hit, less than 0.1 per 10,000 words; on original English and human
// translations (680,000 words) 2 and in manuals (4.5 million) one, all of them slips and right. The level is provisional.
var PastInfinitive = &lint.Rule{
	Name:     "wording/past-infinitive",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		to := p.FormOf("to")
		if to == lint.NoForm {
			return
		}
		for _, key := range infinitiveTakers {
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i+3 >= s.To || p.Tokens[i+1].Form != to || p.Tokens[i+2].Case != lint.Lower || !followsVerb(p.Document, i+3) {
					continue
				}
				right := bareOfRegular(p.Fold(i + 2))
				if right == "" || endsRelative(p.Document, s, i) || p.Fold(i) == "used" && isAccustomed(p.Document, s, i) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i + 1, To: i + 3}),
					Message: "‘to’ takes ‘" + right + "’, not ‘" + p.TokenText(i+2) + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, p.Tokens[i+2].Span(), right)},
				})
			}
		}
	},
}

// infinitiveTakers are words with an infinitive behind them, and nothing else that to begins.
var infinitiveTakers = lint.Keys(`order refused refuses refuse tried tries trying need needs needed used decided decides
	managed manages manage failed fails wants wanted want hopes hoped plans planned continues continued able unable
	supposed ought forced`)

// followsVerb reports whether token i shows that the word before is a verb with its object, and no participle before a noun.
func followsVerb(d *lint.Document, i int) bool {
	f := lexicon.FunctionAt(d, i)
	const object = lexicon.Article | lexicon.Possessive | lexicon.Determiner | lexicon.Preposition
	if word := d.Fold(i); word == "and" || word == "or" || word == "by" {
		return false // if they want to backed by a band
	}
	return f&(object|lexicon.Conjunction) != 0
}

// endsRelative reports whether the word at token i, which takes to, may end a clause that the verb behind to does not belong
// to: anyone who needed to, the man she planned to, everyone able to.
func endsRelative(d *lint.Document, s lint.Range, i int) bool {
	if needsLink[d.Fold(i)] && (i == s.From || lexicon.FunctionAt(d, i-1)&(lexicon.Auxiliary|lexicon.Adverb) == 0) {
		return true
	}
	for k := s.From; k < i; k++ {
		if relativeLeads[d.Fold(k)] {
			return true
		}
	}
	if i < s.From+2 {
		return false
	}
	if beginsWithTwoNouns(d, s) {
		return true
	}
	isSubject := subjectPronouns[d.Fold(i-1)] && d.Tokens[i-2].Case == lint.Lower && lexicon.FunctionAt(d, i-2) == 0
	return isSubject || d.Fold(i-1) == "that"
}

// beginsWithTwoNouns reports whether sentence s begins with a noun and the subject of a clause that belongs to it: The boats
// the crew managed to, People the police wanted to, The car Ann tried to.
func beginsWithTwoNouns(d *lint.Document, s lint.Range) bool {
	second := s.From + 1
	if lexicon.FunctionAt(d, s.From)&lexicon.Article != 0 {
		second++
	} else if d.Fold(s.From) != "people" {
		return false
	}
	if second >= s.To || lexicon.FunctionAt(d, second-1) != 0 {
		return false
	}
	return lexicon.FunctionAt(d, second)&(lexicon.Article|lexicon.Possessive) != 0 || d.Tokens[second].Case == lint.Title &&
		d.Tokens[second-1].Case == lint.Lower
}

var (
	// needsLink are words that stand behind be, and behind a noun where they end a clause of it: everyone able to.
	needsLink = lint.WordSet("able unable supposed forced ought")

	// relativeLeads are words that begin a clause or a subject which a bare to may end.
	relativeLeads = lint.WordSet(`who whoever whom whose what whatever which where wherever if when whenever as than those
		everyone everybody anyone anybody all few some most many every each no nobody none`)
)

// isAccustomed reports whether the used at token i is what somebody is, and no verb: they are used to.
func isAccustomed(d *lint.Document, s lint.Range, i int) bool {
	if i == s.From {
		return true
	}
	return lexicon.FunctionAt(d, i-1)&(lexicon.Auxiliary|lexicon.Adverb) != 0 || becoming[d.Fold(i-1)]
}

// becoming are verbs of which used is a complement.
var becoming = lint.WordSet("get gets getting got gotten become becomes becoming became grow grows growing grew grown")
