package quotes

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostApostrophe reports a contraction or o’clock without its apostrophe: didnt, theyre, at 7 oclock, its not easy.
//
// A filter that takes quotation marks away takes the apostrophe with them, and an engine that learned from posts leaves it
// out. Words that English has without it, too (cant, wont, lets, its, Ive), are reported only where the word behind shows
// that the contraction is meant, and Ive where the text has no Jony Ive. People who type posts, messages and letters leave it
// out as well, and some authors: where nobody edited the text, its writer says I, or quotes, the finding is shown only when
// asked for.
//
// The fix sets the apostrophe, as the text has it elsewhere, and is safe but for its.
//
// bad: The bridge didnt hold, and they havent built another.
// bad: At 7 oclock the lamps are lit.
// bad: She said its not easy to live there, and I dont know why.
// good: The bridge didn’t hold; as was his wont, he waited.
// good: The town lost its not very old bridge and its a cappella choir.
// good: The cant of the thieves lets nobody in.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words, in manuals (4.5 million words) 0.05; on
// original English (350,000 words) no warning and 22 infos in posts, reviews and letters. 51 read, all right.
var LostApostrophe = &lint.Rule{
	Name:     "quotes/lost-apostrophe",
	Severity: lint.Warning,
	MQM:      "Fluency/Typography",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, c := range bareContractions {
			for _, k := range p.Places(p.Find(c.key)) {
				i := int(k)
				if p.Tokens[i].Case != lint.Upper && (c.shown == nil || i+1 < p.SentenceOf(i).To && c.shown(p.Document, i)) {
					reportLostApostrophe(p, i, c.at, c.safety)
				}
			}
		}
	},
}

// reportLostApostrophe reports the word at token i that has lost the apostrophe before its byte at.
func reportLostApostrophe(p *lint.Pass, i, at int, safety lint.Safety) {
	mark := "'"
	if strings.Contains(p.Text, "’") {
		mark = "’"
	}
	word := p.TokenText(i)
	right := word[:at] + mark + word[at:]
	severity := lint.Warning
	if p.IsQuoted(i) || isPrivate(p.Document) {
		severity = lint.Info
	}
	p.Report(lint.Diagnostic{
		Severity: severity,
		Span:     p.Tokens[i].Span(),
		Message:  "‘" + word + "’ for ‘" + right + "’",
		Fixes:    []lint.Fix{lint.Replace("write ‘"+right+"’", safety, p.Tokens[i].Span(), right)},
	})
}

// isPrivate reports whether a text is a letter, a review or a post: it begins in lower case, or its writer says I outside
// quotation marks, or writes i.
func isPrivate(d *lint.Document) bool {
	if lexicon.SmallI.Of(d) || d.Tokens[0].Case == lint.Lower {
		return true
	}
	for _, key := range ofWriter {
		for _, i := range d.Places(d.Find(key)) {
			if !d.IsQuoted(int(i)) {
				return true
			}
		}
	}
	return false
}

// ofWriter are words by which a writer speaks of himself.
var ofWriter = lint.Keys("i i'm i've i'd i'll my me")

// contraction is a word without its apostrophe, which stood before the byte at. Where English has the word as it is, shown
// tells whether the words round token i show that the contraction is meant.
type contraction struct {
	key    lint.Key
	at     int
	shown  func(d *lint.Document, i int) bool
	safety lint.Safety
}

// bareContractions are the words that lose their apostrophe.
var bareContractions = func() []contraction {
	var out []contraction
	add := func(words string, fromEnd int, shown func(*lint.Document, int) bool, safety lint.Safety) {
		for _, key := range lint.Keys(words) {
			out = append(out, contraction{key, len(key.Fold()) - fromEnd, shown, safety})
		}
	}
	add("didnt doesnt wasnt isnt couldnt wouldnt shouldnt", len("t"), isLowerOrFirst, lint.Safe)
	add("havent hasnt hadnt arent werent mustnt neednt", len("t"), isLowerOrFirst, lint.Safe)
	add("theyre youre theyve youve weve", len("re"), isLowerOrFirst, lint.Safe)
	add("thats theres heres whats", len("s"), isLowerOrFirst, lint.Safe)
	add("oclock", len("clock"), nil, lint.Safe)
	add("dont cant wont", len("t"), beforeBareVerb, lint.Safe)
	add("ive", len("ve"), beforeParticiple, lint.Safe)
	add("lets", len("s"), callsToAct, lint.Safe)
	add("its", len("s"), beforePredicate, lint.Unsafe)
	return out
}()

// isLowerOrFirst reports whether the word at token i is in lower case, or begins a sentence: a name is neither.
func isLowerOrFirst(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Lower || i == d.SentenceOf(i).From && d.Tokens[i+1].Case == lint.Lower
}

// beforeBareVerb reports whether what cannot or do not takes stands behind token i: dont know, cant be, wont help.
func beforeBareVerb(d *lint.Document, i int) bool {
	return negatable[d.Fold(i+1)] && d.Tokens[i+1].Case == lint.Lower && isLowerOrFirst(d, i) &&
		(i == d.SentenceOf(i).From || lexicon.FunctionAt(d, i-1)&(lexicon.Article|lexicon.Possessive|lexicon.Preposition) == 0)
}

// beforeParticiple reports whether Ive stands for I have: Ive been, Ive never.
func beforeParticiple(d *lint.Document, i int) bool {
	if d.Tokens[i].Case != lint.Title || d.Tokens[i+1].Case != lint.Lower || !participles[d.Fold(i+1)] {
		return false
	}
	for _, k := range d.Places(d.Tokens[i].Form) {
		if k > 0 && d.Tokens[k-1].Case == lint.Title && !d.IsSentenceStart(int(k)) {
			return false // Jony Ive
		}
	}
	return true
}

// callsToAct reports whether Lets begins a sentence that calls to do something: Lets see.
func callsToAct(d *lint.Document, i int) bool {
	return i == d.SentenceOf(i).From && shared[d.Fold(i+1)] &&
		!(i+2 < len(d.Tokens) && d.Fold(i+2) == "of")
}

// beforePredicate reports whether no noun phrase begins behind the its at token i: its a, its not the, its very important to.
func beforePredicate(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	at := i + 1
	if d.Tokens[at].Case != lint.Lower || at+1 >= s.To {
		return false
	}
	isHedged := false
	for predicateAdverbs[d.Fold(at)] {
		isHedged = true
		if at++; at+1 >= s.To {
			return false
		}
	}
	word, next := d.Fold(at), d.Fold(at+1)
	switch {
	case word == "been":
		return true
	case lexicon.FunctionOf(word)&lexicon.Article != 0:
		return d.Tokens[at+1].Case == lint.Lower && !borrowedPhrases[next] && next != "to"
	case next == "to" && at+2 < s.To:
		return word == "going" && goingTo[d.Fold(at+2)] || predicates[word] && judging[d.Fold(at+2)]
	case !predicates[word]:
		return false
	}
	return next == "that" || isHedged && (clauseWords[next] || isEnd(d, at+1))
}

// isEnd reports whether token i is a stop.
func isEnd(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return text == "." || text == "!" || text == "?"
}

var (
	// negatable are words behind do not, cannot and will not.
	negatable = lint.WordSet(`be have do know think want need see find get go come make take let like believe understand
		remember care mind forget help hurt worry work use even say tell give put wait stop look miss try ask feel
		receive happen pay seem mean really spend talk lose leave speak allow`)

	// participles are words behind I have.
	participles = lint.WordSet(`been had seen done never always just already got heard made read tried used found gone
		known met lost bought experienced written worked lived`)

	// shared are verbs of what somebody proposes to do.
	shared = lint.WordSet(`go see look start begin talk say hope face try move get take be not remember consider imagine
		assume return stop hear continue discuss`)

	// predicateAdverbs are words between it is and what it is.
	predicateAdverbs = lint.WordSet("not just still also really very so too always never only quite actually already")

	// predicates are adjectives of what is easy or known.
	predicates = lint.WordSet(`easy hard difficult important possible impossible necessary good bad nice sad clear
		obvious true likely unlikely strange funny great interesting useful dangerous expensive cheap safe late early
		cold hot available simple`)

	// judging are verbs behind it is easy to, with which no compound is made: its easy to use interface.
	judging = lint.WordSet(`say tell see believe imagine know explain predict forget think give live find remember note
		be have make do help avoid`)

	// clauseWords are words behind an adjective that stands alone.
	clauseWords = lint.WordSet("when if for")

	// goingTo are verbs of what is going to happen.
	goingTo = lint.WordSet("be take get")

	// borrowedPhrases are words behind the a of phrases from Latin and French: its a priori claim.
	borrowedPhrases = lint.WordSet("cappella capella la priori posteriori fortiori")
)
