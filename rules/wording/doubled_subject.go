package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubledSubject reports a subject that a pronoun repeats: Rosalba she noted that, My brother he works in a mill.
//
// Spanish, Arabic, Hausa and Russian carry the subject in the verb or take it up again, and the engine renders both. English
// allows that in speech with a comma alone, and in songs. Reported are names at the head of a sentence before a pronoun and a
// verb of saying, and relatives whose sex is that of the pronoun, so that a relative clause (the brother she never saw) is left
// alone. So is an object that stands first (His son he sent to Eton): the verb takes none, or has another behind it. A relative
// is information, for people who tell of themselves speak so as well.
//
// The fix deletes the pronoun and is unsafe.
//
// bad: Rosalba she noted that the lamp was out.
// bad: Tomas Verik he also said that the bridge will stay.
// bad: My brother he works in a mill near the pass.
// good: My brother she could stand, my sister she could not.
// good: Today he said that the bridge will stay.
// good: My brother, he works in a mill.
//
// Measured on 5.4 million words of machine translation: no hit; in human translations (330,000 words) one, from Hausa,
// right; on original English (350,000 words) and in manuals none, less than 0.1 per 10,000 words. The level is provisional.
var DoubledSubject = &lint.Rule{
	Name:     "wording/doubled-subject",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, key := range repeatingPronouns {
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i == s.From || i-s.From > 3 || i+3 >= s.To || p.Tokens[i].Case != lint.Lower {
					continue
				}
				if p.IsQuoted(i) || !isNameAnd(p.Document, s, i) && !isRelativeAnd(p.Document, s, i) {
					continue
				}
				severity := lint.Info // my brother he, which people who tell of themselves say as well
				if isNameAnd(p.Document, s, i) {
					severity = lint.Warning
				}
				gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].End)}
				p.Report(lint.Diagnostic{
					Span:     p.Span(lint.Range{From: s.From, To: i + 1}),
					Severity: severity,
					Message:  "‘" + p.TokenText(i) + "’ repeats the subject",
					Fixes:    []lint.Fix{lint.Replace("delete it", lint.Unsafe, gap, "")},
				})
			}
		}
	},
}

var repeatingPronouns = lint.Keys("he she")

// isNameAnd reports whether sentence s begins with a name that ends before the pronoun at token i, and the words behind it say
// what was said, or done, too: she noted that, he also wrote.
func isNameAnd(d *lint.Document, s lint.Range, i int) bool {
	for k := s.From; k < i; k++ {
		if !isNameWord(d, k) {
			return false
		}
	}
	verb := i + 1
	if d.Fold(verb) == "also" {
		verb++
	}
	if verb+2 >= len(d.Tokens) {
		return false
	}
	return sayingPast[d.Fold(verb)] && d.Fold(verb+1) == "that" && !spans[d.Fold(verb+2)] || speaksAbout(d, verb)
}

// speaksAbout reports whether the word at token i is a verb of speaking with about and what was spoken about: spoke about the
// bridge.
func speaksAbout(d *lint.Document, i int) bool {
	return speaking[d.Fold(i)] && d.Fold(i+1) == "about" && lexicon.FunctionAt(d, i+2)&(lexicon.Article|lexicon.Possessive) != 0
}

// isNameWord reports whether token k is a capitalised word that is a name, and no common word or day.
func isNameWord(d *lint.Document, k int) bool {
	e := lexicon.EntryAt(d, k)
	if d.Tokens[k].Case != lint.Title || lexicon.FunctionAt(d, k) != 0 || e.Word() && !e.Person() {
		return false
	}
	_, isDay := lexicon.Weekday(d.Fold(k))
	_, isMonth := lexicon.Month(d.Fold(k))
	return !isDay && !isMonth
}

// isRelativeAnd reports whether sentence s begins with somebody's relative, whose sex is that of the pronoun at token i, and a
// verb with more behind it follows: my brother he works in.
func isRelativeAnd(d *lint.Document, s lint.Range, i int) bool {
	if i != s.From+2 || lexicon.FunctionAt(d, s.From)&lexicon.Possessive == 0 {
		return false
	}
	relatives := men
	if d.Fold(i) == "she" {
		relatives = women
	}
	if !relatives[d.Fold(i-1)] {
		return false
	}
	verb, behind := d.Fold(i+1), lexicon.FunctionAt(d, i+2)
	switch f := lexicon.FunctionAt(d, i+1); {
	case f&lexicon.Auxiliary != 0:
		return verb == "has" && d.Fold(i+2) != "the" && behind&lexicon.Article != 0 // my father he was a fisherman is of a song
	case f != 0:
		return false
	case intransitive[verb]:
		return behind&(lexicon.Preposition|lexicon.Article) != 0 && behind&lexicon.Conjunction == 0
	}
	return behind&(lexicon.Article|lexicon.Possessive) != 0 && !takesTwo[verb]
}

var (
	men   = lint.WordSet("father brother husband son uncle grandfather grandson nephew dad")
	women = lint.WordSet("mother sister wife daughter aunt grandmother granddaughter niece mum mom")

	// sayingPast are verbs of saying and thinking in the past, and says.
	sayingPast = lint.WordSet(`said says noted added stated stressed explained wrote believes thinks confirmed
		announced emphasized emphasised claimed argued`)

	// speaking are verbs behind which about says of what.
	speaking = lint.WordSet("spoke talked complained joked boasted wrote")

	// spans are nouns behind a that which points: Hamlet he wrote that winter.
	spans = lint.WordSet("day night week month year spring summer autumn fall winter morning evening season decade")

	// intransitive are verbs that take no object, so that what stands before the pronoun is none.
	intransitive = lint.WordSet(`works work worked lives live lived goes go went comes come came dies died stays stayed
		sleeps slept sits sat stands stood`)

	// takesTwo are verbs with another object than the one that may stand first: My father he called the priest.
	takesTwo = lint.WordSet(`makes made calls called thinks thought tells told gives gave leaves left names named shows
		showed owes owed lends lent pays paid promises promised appoints appointed elects elected considers considered
		brings brought sends sent teaches taught asks asked offers offered hands handed denies denied envies envied
		costs cost saves saved finds found keeps kept allows allowed spares spared buys reads wishes wished sees saw
		takes took forgives forgave believed loves loved likes liked`)
)
