package wording

import (
	"fmt"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostSubject reports a sentence that goes from its place to its verb, or begins with it: In Norway called the price of
// fuel. Has asked the neighbours to wait.
//
// Russian, Ukrainian and Polish leave the subject out where nobody is meant, Spanish and German where it is known; the
// engine finds none and writes none. English needs one, or the passive. Reported are In with a name at the head of a
// sentence and behind it a verb that takes an object, or plan to and want to, and has or was with a participle at the
// head of a sentence behind another. Verbs of being and coming, which may stand before their subject, are left alone, and
// so are questions and chat. Profiles, diaries and fiction leave the subject of has and was out, too: information.
//
// There is no fix: who did it is not said.
//
// bad: In Norway called the price of fuel for the winter.
// bad: In Oslo plan to build a new harbour.
// bad: The mayor spoke to the press. Has asked the neighbours not to go out.
// good: In Norway, called the land of fjords, fuel is dear.
// good: In Oslo lived a king who planned to build a harbour.
//
// Measured on machine output: 0.02 hits per 10,000 words (5,400,000 words), all of has and was, on clean English none in
// 350,000 words; 10 read, all right. In with a name had no natural hit but on web articles, so that its level is
// provisional.
var LostSubject = &lint.Rule{
	Name:     "wording/lost-subject",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, in := range p.Places(p.Find(in)) {
			i := int(in)
			if p.Tokens[i].Case != lint.Title {
				continue
			}
			s := p.SentenceOf(i)
			verb := placeEnd(p.Document, i+1, s.To)
			if i != s.From || p.TokenText(s.To-1) == "?" || verb == i+1 || verb+1 >= s.To || !lacksSubject(p.Document, verb) {
				continue
			}
			reportLostSubject(p, lint.Range{From: i, To: verb + 1}, lint.Warning)
		}
		for _, word := range heads {
			for _, k := range p.Places(p.Find(word)) {
				if verb := headlessVerb(p.Document, int(k)); verb > 0 && !lexicon.Informal.Of(p.Document) {
					reportLostSubject(p, lint.Range{From: int(k), To: verb + 1}, lint.Info)
				}
			}
		}
	},
}

var in = lint.KeyOf("in")

func reportLostSubject(p *lint.Pass, r lint.Range, severity lint.Severity) {
	span := p.Span(r)
	p.Report(lint.Diagnostic{Span: span, Severity: severity, Message: fmt.Sprintf("nobody is named who did it: ‘%s’", p.Slice(span))})
}

// heads are the auxiliary verbs that a sentence without its subject begins with.
var heads = lint.Keys("has was")

// headlessVerb returns the participle behind the auxiliary verb at token i, which a sentence begins with that is no
// question and follows another; 0 for none.
func headlessVerb(d *lint.Document, i int) int {
	const shortest = 5
	s := d.SentenceOf(i)
	if i != s.From || d.Tokens[i].Case != lint.Title || s.To-s.From < shortest || d.TokenText(s.To-1) != "." {
		return 0
	}
	if i == 0 || d.BlockOf(i).Kind != lint.Paragraph || !strings.Contains(".!”\"", d.TokenText(i-1)) {
		return 0
	}
	verb := i + 1
	for adverbs[d.Fold(verb)] {
		verb++
	}
	if verb+1 >= s.To || d.Tokens[verb].Case != lint.Lower || !isParticiple(d.Fold(verb)) || lexicon.FunctionAt(d, verb+1)&lexicon.Pronoun != 0 {
		return 0
	}
	return verb
}

// isParticiple reports whether a word is hardly anything but a participle.
func isParticiple(word string) bool {
	return word == "been" || strings.HasSuffix(word, "ed") && len(word) > 4 || participles()[word]
}

// participles is those of the irregular verbs.
var participles = sync.OnceValue(func() map[string]bool {
	all := irregular()
	m := make(map[string]bool, len(all))
	for _, v := range all {
		m[v.participle] = true
	}
	return m
})

// adverbs are words that stand between the two verbs.
var adverbs = lint.WordSet("also already not never recently just now even still")

// placeEnd returns the index behind up to three capitalised words that begin with token i.
func placeEnd(d *lint.Document, i, stop int) int {
	end := i
	for end < stop && end < i+3 && d.Tokens[end].Kind == lint.Word && d.Tokens[end].Case != lint.Lower {
		end++
	}
	return end
}

// lacksSubject reports whether token i is a verb in want of a subject, with an object behind it.
func lacksSubject(d *lint.Document, i int) bool {
	next := d.Fold(i + 1)
	switch word := d.Fold(i); {
	case d.Tokens[i].Case != lint.Lower:
		return false
	case word == "plan" || word == "want" || word == "propose" || word == "intend":
		return next == "to"
	default:
		return transitive[word] && lexicon.FunctionOf(next)&(lexicon.Article|lexicon.Possessive|lexicon.Determiner) != 0
	}
}

// transitive are past forms that no sentence has without a subject.
var transitive = lint.WordSet("called named told found created showed launched introduced banned detained arrested announced reported revealed discovered explained approved adopted cancelled canceled presented published held won recorded celebrated developed killed caught built said")
