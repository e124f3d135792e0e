package repetition

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Attribution reports a verb of saying that stands twice for one speaker: Said the mayor said in a statement.
//
// Arabic, Turkish and Japanese have the verb where English has it not; the engine writes it there and where English has it. Two
// verbs side by side, and two round one quotation or report with a pronoun for the same speaker, are found whichever they are:
// the speaker is named, or the same pronoun. A speaker who says what another said is right, and so is one who answers another or
// recalls what somebody (the caller, her mother) said.
//
// There is no fix: which of the two goes depends on where the sentence goes on.
//
// bad: Said the mayor of the town said in a statement that the bridge is safe.
// bad: The mayor said in a statement to the press said that the bridge is safe.
// bad: He said the bridge is old, said that it is safe.
// bad: Mayor Aino Holm said, “The bridge is safe,” she said.
// bad: Captain Ilse Holm said, “There is no answer,” said Holm, “but we go on.”
// bad: She continued, “The bridge is safe,” she added.
// bad: The director of the waterworks said that the pump was repaired, he said.
// good: The mayor said the engineer said that the bridge is safe.
// good: “It is safe,” said the mayor, who said nothing else.
// good: The caller said, “The bridge is not safe,” she said.
// good: The mayor said in a statement after the army said it was safe.
//
// Measured on machine output of all kinds: 0.08 hits per 10,000 words (5,400,000 words), on clean English news 0, on original
// English of all kinds 0.03, one slip; 42 read on machine output and 4 on machine-translated web articles, all right. Reports
// without quotation marks had no hit in these texts, right or wrong.
var Attribution = &lint.Rule{
	Name:     "repetition/attribution",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, word := range sayings {
			places := p.Places(p.Find(word))
			for k := 1; k < len(places); k++ {
				first, second := int(places[k-1]), int(places[k])
				if isOneSaying(p.Document, first, second, p.SentenceOf(first)) {
					reportAttribution(p, first, second)
				}
			}
			for _, k := range places {
				if first := reportBefore(p.Document, int(k)); first > 0 {
					reportAttribution(p, first, int(k))
				}
			}
		}
		for _, word := range tellings {
			for _, i := range p.Places(p.Find(word)) {
				if isToldTwice(p.Document, int(i)) {
					reportAttribution(p, int(i), int(i)+1)
				}
			}
		}
		quotes := p.Quotes()
		for k := 1; k < len(quotes); k++ {
			if first, second, ok := framesQuotation(p.Document, int(quotes[k-1]), int(quotes[k])); ok {
				reportAttribution(p, first, second)
			}
		}
	},
}

// reportAttribution reports the second of two verbs of saying.
func reportAttribution(p *lint.Pass, first, second int) {
	message := fmt.Sprintf("‘%s’ stands for the same speaker already", p.TokenText(second))
	if p.Tokens[first].Form != p.Tokens[second].Form {
		message = fmt.Sprintf("‘%s’ behind ‘%s’: the speaker is named already", p.TokenText(second), p.TokenText(first))
	}
	p.Report(lint.Diagnostic{
		Span:    p.Tokens[second].Span(),
		Message: message,
		Related: []lint.Related{{Span: p.Tokens[first].Span(), Message: "the first verb of saying"}},
	})
}

const (
	maxQuotation = 150 // tokens from one verb to the other where a quotation stands between
	maxSpeaker   = 40  // where a sentence begins with the first
	maxSaying    = 20  // elsewhere
)

// sayings are the verbs of saying that are looked at, folded.
var sayings = lint.Keys("said says added stated announced confirmed explained stressed declared revealed reported noted")

// isOneSaying reports whether the verbs of saying at first and second have one speaker.
func isOneSaying(d *lint.Document, first, second int, s lint.Range) bool {
	if second-first > maxSpeaker || second >= s.To || d.Tokens[second].Case != lint.Lower ||
		hasQuote(d, lint.Range{From: first, To: second}) {
		return false
	}
	behind := ""
	if second+1 < s.To {
		behind = d.Fold(second + 1)
	}
	switch {
	case behind == "by", first == s.From && isGivenName(d, first, second):
		return false
	case first == s.From && opensSaying(d, first, behind):
		return isSpeaker(d, lint.Range{From: first + 1, To: second})
	case d.Tokens[first].Case != lint.Lower || second-first > maxSaying:
		return false
	}
	return isPlace(d, lint.Range{From: first + 1, To: second}) || isSaidAgain(d, first, second, s)
}

// isGivenName reports whether the first of two verbs of saying is a name before another: Said Ahmed said.
func isGivenName(d *lint.Document, first, second int) bool {
	return d.Fold(first) == "said" && second == first+2 &&
		d.Tokens[first+1].Case == lint.Title && lexicon.EntryAt(d, first+1).Person()
}

// opensSaying reports whether the verb of saying at first, which begins a sentence, has its speaker behind it. The word behind
// the second verb tells: Said the mayor said; Announced the mayor announced that.
func opensSaying(d *lint.Document, first int, behind string) bool {
	verb := d.Fold(first)
	return (verb == "said" || verb == "says" || behind == "that") && lexicon.FunctionAt(d, first+1)&lexicon.Preposition == 0
}

// framesQuotation returns the verbs of saying before and behind the quotation between two marks where the second has a pronoun
// for the same speaker: said, “It is safe,” he said; continued, “It is safe,” he added.
func framesQuotation(d *lint.Document, open, closing int) (first, second int, ok bool) {
	first = open - 2
	if first <= 0 || closing-open < 2 || closing-open > maxQuotation || !isIntroduced(d, open) {
		return 0, 0, false
	}
	pronoun := closing + 1
	if pronoun < len(d.Tokens) && isMark(d, pronoun, ',') {
		pronoun++
	}
	if second = saidByName(d, first, pronoun); second > 0 && d.BlockOf(first).To > second {
		return first, second, true
	}
	second = pronoun + 1
	if second >= len(d.Tokens) || !isSpokenByPronoun(d, second) || d.BlockOf(first).To <= second {
		return 0, 0, false
	}
	ok = spoken[d.Fold(first)] && isSpokenBy(d, first, d.Fold(pronoun)) && !isAnswer(d, first, second) && !mayBeAnswered(d, first)
	return first, second, ok
}

// saidByName returns the verb of saying at token i or behind it, beside a name that is the subject of the same verb at token
// first: Captain Ilse Holm said, “It is safe,” | said Holm. It is 0 where there is none.
func saidByName(d *lint.Document, first, i int) int {
	if i+1 >= len(d.Tokens) || !spoken[d.Fold(first)] {
		return 0
	}
	verb, name := i, i+1
	if d.Tokens[verb].Case != lint.Lower {
		verb, name = name, verb
	}
	if d.Tokens[verb].Form != d.Tokens[first].Form || d.Tokens[verb].Case != lint.Lower {
		return 0
	}
	if !isTitled(d, name) || lexicon.FunctionAt(d, name) != 0 {
		return 0
	}
	for k := first - 1; k >= d.SentenceOf(first).From && isTitled(d, k); k-- {
		if isSame(d, k, name) && !(verb == i+1 && endsSpeech(d, i-1)) {
			return verb
		}
	}
	return 0
}

// endsSpeech reports whether the quotation that the mark at token i closes ends in a full stop, so that a new sentence begins.
func endsSpeech(d *lint.Document, i int) bool {
	return i > 0 && isMark(d, i-1, '.')
}

// isIntroduced reports whether a comma or a colon glued to a word stands before the quotation mark at token open: said, “It.
func isIntroduced(d *lint.Document, open int) bool {
	return (isMark(d, open-1, ',') || isMark(d, open-1, ':')) && d.Glued(open-1)
}

// isSpokenByPronoun reports whether token i is a verb of saying behind a pronoun in lower case: ” he said.
func isSpokenByPronoun(d *lint.Document, i int) bool {
	return d.Tokens[i-1].Case == lint.Lower && speakers[d.Fold(i-1)] && spoken[d.Fold(i)]
}

// isAnswer reports whether the second of two verbs of saying may be another speaker's: Anna said, “It is safe,” he replied.
func isAnswer(d *lint.Document, first, second int) bool {
	verb, again := d.Fold(first), d.Fold(second)
	return verb != again && (verb == "asked" || retells[again] || answers[again] && !isAfterQuestion(d, first))
}

// mayBeAnswered reports whether the verb of saying at token first stands in a clause that another speaker's may follow: When the
// mayor said, “It is safe,” he said.
func mayBeAnswered(d *lint.Document, first int) bool {
	from := d.SentenceOf(first).From
	return subordinating[d.Fold(from)] && !hasComma(d, from, first)
}

// isSpokenBy reports whether the subject of the verb at i, behind it a quotation, is the pronoun, or one person by name: Mayor
// Holm also said, Anna Holm, the mayor, said. What a sign, the caller or somebody's mother said another may tell.
func isSpokenBy(d *lint.Document, i int, pronoun string) bool {
	last, from := i-1, d.SentenceOf(i).From
	if d.Fold(last) == "also" {
		last--
	}
	if last < from {
		return false
	}
	switch w := d.Fold(last); {
	case w == pronoun:
		return true
	case w == "and":
		return d.Fold(from) == pronoun // he sat down and said
	case pronoun == "they":
		return false
	case isMark(d, last, ','):
		return true
	}
	return d.Tokens[last].Case == lint.Title && (last > from && d.Tokens[last-1].Case == lint.Title && lexicon.FunctionAt(d, last-1) == 0 || !lexicon.EntryAt(d, last).Word())
}

// isAfterQuestion reports whether the sentence of the verb at i tells of a question before it: asked about the storm, he said.
func isAfterQuestion(d *lint.Document, i int) bool {
	for k := d.SentenceOf(i).From; k < i; k++ {
		if d.Fold(k) == "asked" {
			return hasComma(d, k, i)
		}
	}
	return false
}

// hasComma reports whether a comma stands between the tokens from and to.
func hasComma(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if isMark(d, i, ',') {
			return true
		}
	}
	return false
}

// reportBefore returns the verb of saying near the head of the sentence that ends with a pronoun and the verb of saying at token
// second, where both have one speaker: The director said that the pump was repaired, he said. 0 for none.
func reportBefore(d *lint.Document, second int) int {
	const longest = 10 // tokens of a speaker
	if second < 4 || !isSpokenByPronoun(d, second) || !isMark(d, second-2, ',') || d.Fold(second-1) == "they" {
		return 0
	}
	s := d.SentenceOf(second)
	if second != s.To-2 || hasQuote(d, s) {
		return 0
	}
	for i := s.From + 1; i < min(s.From+longest, second-4); i++ {
		if reporting[d.Fold(i)] && d.Fold(i+1) == "that" {
			if isReporter(d, lint.Range{From: s.From, To: i}, d.Fold(second-1)) {
				return i
			}
			return 0
		}
	}
	return 0
}

// isReporter reports whether r is the pronoun, somebody's name, or an office with its article: the director of the waterworks.
func isReporter(d *lint.Document, r lint.Range, pronoun string) bool {
	if r.To-r.From == 1 {
		return d.Fold(r.From) == pronoun || d.Tokens[r.From].Case == lint.Title && !lexicon.EntryAt(d, r.From).Word()
	}
	named := false
	for i := r.From; i < r.To; i++ {
		word := d.Fold(i)
		named = named || reporters[word] || i > r.From && d.Tokens[i].Case == lint.Title && d.Tokens[i-1].Case == lint.Title && lexicon.FunctionAt(d, i-1) == 0
		if f := lexicon.FunctionAt(d, i); d.Tokens[i].Kind != lint.Word || f&^lexicon.Article != 0 && word != "of" && word != "also" {
			return false
		}
	}
	return named
}

// isToldTwice reports whether the verb of saying at i, soon behind a quotation, has another right behind it: “It is safe,” the
// mayor told said at a meeting.
func isToldTwice(d *lint.Document, i int) bool {
	if i < 2 || i+1 >= d.SentenceOf(i).To || d.Tokens[i].Case != lint.Lower || d.Tokens[i+1].Case != lint.Lower {
		return false
	}
	if w := d.Fold(i + 1); w != "said" && w != "told" && w != "says" || d.Tokens[i].Form == d.Tokens[i+1].Form {
		return false
	}
	if lexicon.FunctionAt(d, i-1)&(lexicon.Pronoun|lexicon.Auxiliary) != 0 {
		return false // the man they told said
	}
	const soon = 8 // tokens of the speaker
	for k := i - 1; k >= max(d.BlockOf(i).From, i-soon) && !relates[d.Fold(k)]; k-- {
		if d.Tokens[k].Kind == lint.Quote {
			return k > 0 && k < i-1 && isMark(d, k-1, ',')
		}
	}
	return false
}

var (
	// speakers holds the pronouns behind a quotation.
	speakers = lint.WordSet("he she they")

	// spoken holds verbs of saying around a quotation, answers those that another speaker goes before, retells those that tell
	// what another said.
	spoken  = lint.WordSet("said says added adds continued continues explained explains noted notes stated states stressed replied answered asked told declared concluded commented wrote emphasized emphasised recalled admitted insisted confirmed")
	answers = lint.WordSet("replied answered asked")
	retells = lint.WordSet("recalled told noted")

	// reporting holds verbs before a report without quotation marks, reporters those whose report a paper has.
	reporting = lint.WordSet("said says stated noted announced explained stressed emphasized emphasised added reported declared")
	reporters = lint.WordSet(`director minister mayor governor president chairman chairwoman spokesman spokeswoman head chief secretary manager
		coach ambassador deputy`)

	// relates holds words that begin a clause about the speaker or what is said.
	relates = lint.WordSet("what that which who whatever as everything all something anything nothing")
)

// tellings are the verbs of saying that no other stands right behind.
var tellings = lint.Keys("told added stated noted stressed explained said")

// subordinating holds words that begin a clause which another person may answer.
var subordinating = lint.WordSet("when whenever if after before every each as once while because")

// isSpeaker reports whether r is the speaker between two verbs: Said | the mayor of the town | said.
func isSpeaker(d *lint.Document, r lint.Range) bool {
	if r.From == r.To {
		return false
	}
	const clause = lexicon.Pronoun | lexicon.Conjunction | lexicon.Auxiliary
	for i := r.From; i < r.To; i++ {
		f := lexicon.FunctionAt(d, i)
		if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number && !isMark(d, i, ',') || f&clause != 0 && f&lexicon.Preposition == 0 && !joins(d, i) {
			return false
		}
	}
	return true
}

// isPlace reports whether r says no more than where and when: said | in a statement on Monday | said.
func isPlace(d *lint.Document, r lint.Range) bool {
	if r.To-r.From < 2 || !opensPlace[d.Fold(r.From)] || isMark(d, r.To-1, ',') {
		return false
	}
	const clause = lexicon.Pronoun | lexicon.Conjunction | lexicon.Auxiliary
	for i := r.From; i < r.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Bracket, lint.Number:
		case lint.Word:
			if lexicon.FunctionAt(d, i)&lexicon.Article != 0 && lexicon.FunctionAt(d, i-1)&lexicon.Preposition == 0 {
				return false // said on Monday the ministry said
			}
			if i > r.From && beginsTime[d.Fold(i)] {
				return false // said in a statement after the army said
			}
			if f := lexicon.FunctionAt(d, i); f&clause != 0 && f&lexicon.Preposition == 0 {
				return false
			}
		default:
			return false
		}
	}
	return !maySpeak(d, r)
}

// maySpeak reports whether the last words of r may be another speaker, as a name or a noun in the plural may.
func maySpeak(d *lint.Document, r lint.Range) bool {
	last := r.To - 1
	t := &d.Tokens[last]
	if t.Kind != lint.Word {
		return false
	}
	if last-2 >= r.From && d.Fold(last-1) == "the" && lexicon.FunctionAt(d, last-2)&lexicon.Preposition != 0 {
		return false // to the press
	}
	text := d.TokenText(last)
	return t.Case != lint.Lower && !opensPlace[d.Fold(last-1)] && lexicon.FunctionAt(d, last-1)&(lexicon.Article|lexicon.Preposition) == 0 || text[len(text)-1] == 's' || text == "police" || text == "people"
}

// isSaidAgain reports whether the sentence goes on with the second verb and a new clause: , said that.
func isSaidAgain(d *lint.Document, first, second int, s lint.Range) bool {
	if !isMark(d, second-1, ',') || second+1 >= s.To || d.Fold(second+1) != "that" {
		return false
	}
	for i := max(first-2, 0); i < second-1; i++ {
		w := d.Fold(i)
		if i > first && d.Tokens[i].Kind == lint.Punct || w == "who" || w == "whose" || w == "whom" || w == "which" {
			return false
		}
	}
	return true
}

// beginsTime holds prepositions that begin a clause, too.
var beginsTime = lint.WordSet("after before since until")

// opensPlace holds words that begin where and when somebody says something.
var opensPlace = lint.WordSet("in on during at to through via after before")
