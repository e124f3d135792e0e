package repetition

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// VariedLoop reports a sentence that says the same few words over and over with something else between: the list of
// the port, the list of the town, the list of the port, the list of the town.
//
// A neural decoder that has lost its way does not always repeat itself word for word: it goes round and changes a word.
// Half of such a sentence stands in it twice or more, and four words stand in it three times. Lists of figures, rhetoric
// in quotation marks, and what stands without anything between (see repetition/loop) are left out.
//
// There is no fix: what the loop stands in place of is lost.
//
// bad: The hotel is in the town of the lake, in the district of the lake, in the town of the lake, in the district of the lake.
// bad: The first is to write to the office, and the second is to write to the office, and the last is to write to the office.
// good: They fought on the beaches, on the landing grounds, in the fields, in the streets and in the hills.
// good: The room has a view of the lake, a view of the old town and a view of the hills behind the northern station.
//
// Measured on machine-translated news: 0.06 hits per 10,000 words, on original English of all kinds 0 (340,000
// words); 47 read, 45 right.
var VariedLoop = &lint.Rule{
	Name:     "repetition/varied-loop",
	Severity: lint.Warning,
	MQM:      "Fluency/Non-translation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, s := range crowdedSentences(p.Document) {
			if places := loopedWords(p.Document, s); len(places) > 0 && !hasLoop(p.Document, s) {
				reportVariedLoop(p, places)
			}
		}
	},
}

const (
	minVaried  = 12 // words of a sentence that is looked at
	loopGram   = 4  // words that stand again
	loopCopies = 3  // how often at least
	maxFigures = 2  // numbers of the sentence: more make it a list of figures
	crowd      = 60 // tokens within which a word of no closed class stands loopCopies times
)

// crowdedSentences returns the sentences in which a word of no closed class stands that stands loopCopies times close
// together, the same word beside it, in order.
func crowdedSentences(d *lint.Document) []lint.Range {
	var at []int32
	functions := lexicon.Functions.Of(d)
	forms := d.Forms
	for f := range forms {
		if forms[f].Count < loopCopies || functions[f] != 0 {
			continue
		}
		places := d.Places(lint.FormID(f))
		for k, i := range places[loopCopies-1:] {
			if i-places[k] <= crowd && hasSameNeighbour(d, int(places[k]), int(i)) && d.SentenceOf(int(i)).From <= int(places[k]) {
				at = append(at, places[k])
			}
		}
	}
	slices.Sort(at)
	var out []lint.Range
	end := 0
	for _, i := range at {
		if int(i) < end {
			continue
		}
		s := d.SentenceOf(int(i))
		if end = s.To; s.To-s.From >= minVaried {
			out = append(out, s)
		}
	}
	return out
}

// plainWords returns the words of a sentence long enough to be looked at, none where it quotes or lists figures.
func plainWords(d *lint.Document, s lint.Range) []int {
	words := make([]int, 0, s.To-s.From)
	figures := 0
	for i := s.From; i < s.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Quote:
			return nil
		case lint.Number:
			figures++
			words = append(words, i)
		case lint.Word, lint.Code:
			words = append(words, i)
		}
	}
	if len(words) < minVaried || figures > maxFigures {
		return nil
	}
	return words
}

// loopedWords returns where in the sentence the loopGram words stand that it has most often, when they stand there
// loopCopies times and half of the sentence is made of words that stand again.
func loopedWords(d *lint.Document, s lint.Range) []lint.Range {
	words := plainWords(d, s)
	grams := make(map[[loopGram]uint64][]lint.Range, len(words))
	again, past := 0, 0 // words that stand in a gram that stands before, and where the last of these grams ends
	var most []lint.Range
	for k := 0; k+loopGram <= len(words); k++ {
		var gram [loopGram]uint64
		for n := range gram {
			gram[n] = wordID(d, words[k+n])
		}
		places := append(grams[gram], lint.Range{From: words[k], To: words[k+loopGram-1] + 1})
		grams[gram] = places
		if len(places) > 1 {
			again += k + loopGram - max(past, k)
			past = k + loopGram
		}
		if len(places) > len(most) && !isStepByStep(d, words[k:k+loopGram]) {
			most = places
		}
	}
	if len(most) < loopCopies || 2*again < len(words) {
		return nil
	}
	return most
}

// isStepByStep reports whether the words stand again by right: two in turn, one of which stands between equal ones, or a
// comparison step by step, the more … the more.
func isStepByStep(d *lint.Document, words []int) bool {
	if d.Fold(words[0]) == "the" && d.Fold(words[1]) == "more" {
		return true
	}
	return wordID(d, words[0]) == wordID(d, words[2]) && (linksEqual[d.Fold(words[0])] || linksEqual[d.Fold(words[1])])
}

// hasLoop reports whether repetition/loop has a finding in the sentence.
func hasLoop(d *lint.Document, s lint.Range) bool {
	for _, r := range echoesOf.Of(d).runs {
		if r.sentence == s && isLoop(d, r) && isLoopMistake(d, r) {
			return true
		}
	}
	return false
}

func reportVariedLoop(p *lint.Pass, places []lint.Range) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(places[1]),
		Message: fmt.Sprintf("‘%s’ stands %d times in this sentence, which says little else", p.Slice(p.Span(places[1])), len(places)),
		Related: []lint.Related{
			{Span: p.Span(places[0]), Message: "the first time"},
			{Span: p.Span(places[len(places)-1]), Message: "the last time"},
		},
	})
}
