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
// Russian, Ukrainian and Polish leave the subject out where nobody is meant, Spanish and German where it is known; the engine
// finds none and writes none. English needs one, or the passive. Reported are In with a name at the head of a sentence and behind
// it a verb that takes an object, or plan to and want to, and has or was with a participle at the head of a sentence behind
// another; In with a year before a verb with its; and When with what is done before should pay. Verbs of being and coming, which
// may stand before their subject, are left alone, and so are questions and chat. Profiles, diaries and fiction leave the subject
// of has and was out, too: information.
//
// There is no fix: who did it is not said.
//
// bad: In Norway called the price of fuel for the winter.
// bad: In Oslo plan to build a new harbour.
// bad: In the spring of 1911 opened its first pharmacy.
// bad: When choosing a hammock should pay attention to the width of the cloth.
// bad: The mayor spoke to the press. Has asked the neighbours not to go out.
// good: In Norway, called the land of fjords, fuel is dear.
// good: In Oslo lived a king who planned to build a harbour.
//
// Measured on machine output: 0.02 hits per 10,000 words (5,400,000 words), all of has and was, on clean English none in
// 350,000 words; 10 read, all right. In with a name had no natural hit but on web articles, the year and When have none,
// right or wrong, so that their level is provisional.
var LostSubject = &lint.Rule{
	Name:     "wording/lost-subject",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, in := range p.Places(p.Find(in)) {
			if r := placeWithoutSubject(p.Document, int(in)); r.To > 0 {
				reportLostSubject(p, r, lint.Warning)
			}
		}
		for _, must := range musts {
			for _, k := range p.Places(p.Find(must)) {
				if from := dutyOfNobody(p.Document, int(k)); from >= 0 {
					reportLostSubject(p, lint.Range{From: from, To: int(k) + 2}, lint.Warning)
				}
			}
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

// placeWithoutSubject returns the place or the time from the In at token i, which a sentence begins with, to the verb that has no
// subject; an empty range for none.
func placeWithoutSubject(d *lint.Document, i int) lint.Range {
	s := d.SentenceOf(i)
	if i != s.From || d.Tokens[i].Case != lint.Title || d.TokenText(s.To-1) == "?" {
		return lint.Range{}
	}
	verb := opensInTime(d, s)
	if verb == 0 {
		verb = placeEnd(d, i+1, s.To)
		if verb == i+1 || verb+1 >= s.To || !lacksSubject(d, verb) {
			return lint.Range{}
		}
	}
	return lint.Range{From: i, To: verb + 1}
}

func reportLostSubject(p *lint.Pass, r lint.Range, severity lint.Severity) {
	span := p.Span(r)
	p.Report(lint.Diagnostic{Span: span, Severity: severity, Message: fmt.Sprintf("nobody is named who did it: ‘%s’", p.Slice(span))})
}

// heads are the auxiliary verbs that a sentence without its subject begins with.
var heads = lint.Keys("has was")

// opensInTime returns the verb behind the season or the year that sentence s begins with, where an object with a possessive of
// nobody follows: In the spring of 1911 opened its first pharmacy. 0 for none.
func opensInTime(d *lint.Document, s lint.Range) int {
	i := s.From + 1
	if i+3 < s.To && d.Fold(i) == "the" && isPeriod(d, i+1) && d.Fold(i+2) == "of" {
		i += 3
	}
	if i+3 >= s.To || d.Tokens[i].Kind != lint.Number || d.Tokens[i].Len() != 4 || d.Tokens[i+1].Case != lint.Lower {
		return 0
	}
	if verb := d.Fold(i + 1); !transitive[verb] && !founding[verb] || lexicon.FunctionAt(d, i+2)&lexicon.Possessive == 0 {
		return 0
	}
	return i + 1
}

// founding holds more past forms that somebody must be the subject of before his or its.
var founding = lint.WordSet("opened founded started closed lost")

// musts are the verbs of dutyOfNobody.
var musts = lint.Keys("should must")

// dutyOfNobody returns where the sentence begins that tells at token i what nobody should do: When choosing a hammock should pay
// attention. -1 for none.
func dutyOfNobody(d *lint.Document, i int) int {
	const longest = 9 // tokens before the verb
	s := d.SentenceOf(i)
	if i-s.From < 2 || i-s.From > longest || i+2 >= s.To || !isPersonal[d.Fold(i+1)] || !whens[d.Fold(s.From)] || !strings.HasSuffix(d.Fold(s.From+1), "ing") {
		return -1
	}
	for k := s.From + 1; k < i; k++ {
		if k > s.From+2 && lexicon.FunctionAt(d, k) != 0 {
			return -1 // when judging a race the referee
		}
		if d.Tokens[k].Kind != lint.Word || d.Tokens[k].Case != lint.Lower || lexicon.FunctionAt(d, k)&lexicon.Pronoun != 0 || isDoer(d.Fold(k)) {
			return -1
		}
	}
	return s.From
}

// isDoer reports whether a word may be somebody who should do something: the players, a teacher, people.
func isDoer(word string) bool {
	return endsIn(word, "s", "er", "or", "ist", "ent", "ant", "ian", "man", "men", "people", "child", "children", "one", "who")
}

var (
	// whens begin what is done meanwhile.
	whens = lint.WordSet("when while before after")

	// isPersonal holds verbs of what somebody alone can do.
	isPersonal = lint.WordSet("pay remember consider ensure choose")
)

// headlessVerb returns the participle behind the auxiliary verb at token i, which a sentence begins with that is no
// question and follows another; 0 for none.
func headlessVerb(d *lint.Document, i int) int {
	if !opensStatement(d, i) {
		return 0
	}
	s := d.SentenceOf(i)
	verb := i + 1
	for adverbs[d.Fold(verb)] {
		verb++
	}
	if verb+1 >= s.To || d.Tokens[verb].Case != lint.Lower || !isParticiple(d.Fold(verb)) || lexicon.FunctionAt(d, verb+1)&lexicon.Pronoun != 0 {
		return 0
	}
	return verb
}

// opensStatement reports whether token i begins a sentence of a paragraph with a full stop that stands behind another.
func opensStatement(d *lint.Document, i int) bool {
	const shortest = 5
	s := d.SentenceOf(i)
	if i != s.From || d.Tokens[i].Case != lint.Title || s.To-s.From < shortest || d.TokenText(s.To-1) != "." {
		return false
	}
	return i > 0 && d.BlockOf(i).Kind == lint.Paragraph && strings.Contains(".!”\"", d.TokenText(i-1))
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
