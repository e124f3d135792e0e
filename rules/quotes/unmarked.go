package quotes

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Unmarked reports direct speech without quotation marks: I know the road well, the mayor said. He added: I will go.
//
// Some languages set no marks round speech that a verb of saying introduces or ends, and an engine loses others. Reported
// speech has no first person, so a sentence in it that ends in its speaker is speech. So is what begins with a capital
// behind a speaker's colon, or, where it is no name, behind his comma, and what is said to somebody there (he said, you know
// the road; she asked, where is it?).
//
// The fix writes the marks round the sentence and is unsafe: the speech may have begun before it, or go on.
//
// bad: I know that road very well, he added.
// bad: Holm added: I think the bridge will be closed in May.
// bad: The mayor said, The bridge is old and will be closed in May.
// bad: Anna Holm said, you know that the bridge is old.
// good: “I know that road very well,” he added.
// good: The bridge will be closed in May, he added.
//
// Measured on 5.0 million words of machine translation: 0.1 hits per 10,000 words, on clean English none in 340,000; 36 read, 5
// of them on web articles and 6 in human translations, all right.
var Unmarked = &lint.Rule{
	Name:     "quotes/unmarked",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		marked := marksOf.Of(p.Document)
		for _, n := range spokenSentences(p.Document) {
			s := p.Sentences[n]
			for len(marked) > 0 && marked[0].token < s.From-1 {
				marked = marked[1:]
			}
			if s.To-s.From < 6 {
				continue
			}
			if len(marked) > 0 && marked[0].token <= s.To || !isBare(p.Document, s) {
				if colon := colonOf(p.Document, s); colon > 0 && isOwnSpeech(p.Document, s, colon) {
					span := p.Span(lint.Range{From: colon - 1, To: colon + 2})
					p.Report(lint.Diagnostic{Span: span, Message: "direct speech without quotation marks"})
				}
				continue
			}
			reportSpeech(p, n, s)
		}
	},
}

// reportSpeech reports the speech in sentence n, s, which has no marks: behind a colon or a comma, or before a reporting clause.
func reportSpeech(p *lint.Pass, n int, s lint.Range) {
	if colon := colonOf(p.Document, s); colon > 0 {
		if hasFirstPerson(p.Document, lint.Range{From: colon, To: speechEnd(p, n)}) || isStatement(p, s, colon) {
			reportUnmarked(p, lint.Range{From: colon + 1, To: s.To}, lint.Range{From: colon - 1, To: colon + 2})
		}
	} else if comma := commaOf(p.Document, s); comma > 0 && !isBlockMarked(p, s) {
		reportUnmarked(p, lint.Range{From: comma + 1, To: s.To}, lint.Range{From: comma - 1, To: comma + 2})
	} else if clause := tailClause(p.Document, s); clause > 0 && isOfSpeaker(p.Document, s, clause) {
		reportUnmarked(p, lint.Range{From: speechBefore(p, n), To: clause}, lint.Range{From: clause, To: s.To - 1})
	}
}

// isStatement reports whether a sentence that ends in a full stop begins behind the colon, in a paragraph without marks: The
// mayor said: The road is open.
func isStatement(p *lint.Pass, s lint.Range, colon int) bool {
	starts := isPlainStart(p.Document, colon+1) || pronouns[p.Fold(colon-2)] && isFiniteSoon(p.Document, colon+2)
	return starts && p.TokenText(s.To-1) == "." && !isBlockMarked(p, s)
}

// isOfSpeaker reports whether what stands before the reporting clause is in the first person and not told of the past: I am
// tired, he said.
func isOfSpeaker(d *lint.Document, s lint.Range, clause int) bool {
	return hasFirstPerson(d, s) && !isTold(d, lint.Range{From: s.From, To: clause})
}

// spokenSentences returns the indexes of the sentences in which a verb of saying stands before a colon, the last stop, or a
// comma with a capitalised word behind.
func spokenSentences(d *lint.Document) []int {
	var spoken []int
	for _, verb := range sayingKeys {
		for _, k := range d.Places(d.Find(verb)) {
			i := int(k)
			if i+1 == len(d.Tokens) || d.Tokens[i+1].Kind != lint.Punct && !beginsTail(d, i) || d.Tokens[i].Case != lint.Lower {
				continue
			}
			n := sort.Search(len(d.Sentences), func(n int) bool { return d.Sentences[n].To > i })
			if beginsTail(d, i) {
				if s := d.Sentences[n]; i > s.From && s.To-i <= 6 {
					spoken = append(spoken, n)
				}
				continue
			}
			if c := d.Text[d.Tokens[i+1].Start]; c == ':' || c == '.' && d.Sentences[n].To == i+2 || c == ',' && (beginsSpeech(d, i+2) || addresses(d, d.Sentences[n], i)) {
				spoken = append(spoken, n)
			}
		}
	}
	slices.Sort(spoken)
	return slices.Compact(spoken)
}

var sayingKeys = lint.Keys(sayings)

// beginsTail reports whether the verb at token i stands behind a comma and before its speaker: , said Anna Holm.
func beginsTail(d *lint.Document, i int) bool {
	return i > 0 && d.Glued(i-1) && d.TokenText(i-1) == "," && i+1 < len(d.Tokens) && (d.Tokens[i+1].Case == lint.Title || d.Fold(i+1) == "the")
}

// speechEnd returns the end of the sentence behind sentence n, or of sentence n when it is the last of its paragraph.
func speechEnd(p *lint.Pass, n int) int {
	if end := p.Sentences[n].To; end == p.BlockOf(end-1).To {
		return end
	}
	return p.Sentences[n+1].To
}

// isBare reports whether the sentence begins with a word and has no single mark, symbol or code in it.
func isBare(d *lint.Document, s lint.Range) bool {
	if d.Tokens[s.From].Kind != lint.Word {
		return false
	}
	for i := s.From; i < s.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Quote, lint.Symbol, lint.Code:
			return false
		}
	}
	return true
}

func hasFirstPerson(d *lint.Document, s lint.Range) bool {
	for i := s.From; i < s.To; i++ {
		if d.Tokens[i].Kind == lint.Word && firstPerson[d.Fold(i)] && d.TokenText(i) != "US" {
			return true
		}
	}
	return false
}

// colonOf returns the colon behind a speaker and a verb of saying, before a capitalised word, or 0.
func colonOf(d *lint.Document, s lint.Range) int {
	for i := s.From + 2; i+3 < s.To; i++ {
		if d.Tokens[i].Kind == lint.Punct && d.TokenText(i) == ":" {
			if isAside(d, s.From) || isAside(d, max(i-3, s.From)) {
				return 0 // What they said: England won
			}
			if speaks(d, i-1) && d.Tokens[i+1].Kind == lint.Word && d.Tokens[i+1].Case == lint.Title && !d.Glued(i+1) && !strings.HasPrefix(d.TokenText(i+1), "'") {
				return i
			}
			return 0
		}
	}
	return 0
}

// isOwnSpeech reports whether a speaker names himself right behind the colon, and what marks his sentence has stand
// further on, round what he quotes: He said: We asked the so-called “king” for help.
func isOwnSpeech(d *lint.Document, s lint.Range, colon int) bool {
	if !firstPerson[d.Fold(colon+1)] || !isFiniteSoon(d, colon+2) && !strings.HasSuffix(d.Fold(colon+2), "ed") {
		return false
	}
	for i := s.From; i < colon+4; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			return false
		}
	}
	marks := 0
	for i := colon; i < s.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			marks++
		}
	}
	return marks%2 == 0
}

// isTold reports whether all auxiliaries of the range are of the past and nobody knows or wants anything in it, as in speech
// that somebody reports of himself: My father had drowned, the police said.
func isTold(d *lint.Document, r lint.Range) bool {
	told := false
	for i := r.From; i < r.To; i++ {
		if presentVerbs[d.Fold(i)] {
			return false
		}
		if lexicon.FunctionAt(d, i)&lexicon.Auxiliary == 0 {
			continue
		}
		if !pastAuxiliaries[d.Fold(i)] {
			return false
		}
		told = true
	}
	return told
}

// pastAuxiliaries are the auxiliaries that reported speech has, and those without a tense.
var pastAuxiliaries = lint.WordSet("was were had did would could should might be been being wasn't weren't hadn't didn't wouldn't couldn't")

// presentVerbs are verbs that have another form in the past, by which speakers say what goes on in them.
var presentVerbs = lint.WordSet("know think believe want hope like feel see love hate need remember")

// isFiniteSoon reports whether an auxiliary stands at token i or a few words behind it, with no mark between.
func isFiniteSoon(d *lint.Document, i int) bool {
	const longest = 5
	for k := i; k < min(i+longest, len(d.Tokens)) && d.Tokens[k].Kind == lint.Word; k++ {
		if lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0 {
			return true
		}
	}
	return false
}

// isPlainStart reports whether token i is a common word with a capital.
func isPlainStart(d *lint.Document, i int) bool {
	e := lexicon.EntryAt(d, i)
	return lexicon.FunctionAt(d, i) != 0 || e.Word() && !e.Name()
}

// commaOf returns the comma between a speaker with a verb of saying, at the start of the sentence, and a capitalised word
// that only begins sentences, or 0: the mayor said, The road is open.
func commaOf(d *lint.Document, s lint.Range) int {
	if asides[d.Fold(s.From)] {
		return 0
	}
	first := 0
	for i := s.From + 1; i+3 < s.To; i++ {
		if d.Tokens[i].Kind != lint.Punct || d.TokenText(i) != "," {
			continue
		}
		if first == 0 {
			first = i
		}
		if speaks(d, i-1) && (beginsSpeech(d, i+1) || addresses(d, s, i-1)) && (first == i || d.TokenText(i-2) == ",") {
			return i
		}
	}
	return 0
}

// beginsSpeech reports whether token i is a capitalised function word, and no aside of the writer: he said, I think, that.
func beginsSpeech(d *lint.Document, i int) bool {
	return i < len(d.Tokens) && !d.Glued(i) && d.Tokens[i].Case == lint.Title && lexicon.FunctionAt(d, i) != 0 && !(speakers[d.Fold(i)] && hasComma(d, i))
}

// hasComma reports whether a comma stands at or soon behind token i.
func hasComma(d *lint.Document, i int) bool {
	const soon = 8
	for k := i; k < min(i+soon, len(d.Tokens)); k++ {
		if d.TokenText(k) == "," {
			return true
		}
	}
	return false
}

// speakers are the words for the speaker that have a capital everywhere.
var speakers = lint.WordSet("i i'm i've i'll i'd")

// addresses reports whether the verb of saying at token i of sentence s, with its speaker at the start of the sentence, stands
// before a comma and words of one speaker to another: the minister said, you know the road; she asked, where is the road?
func addresses(d *lint.Document, s lint.Range, i int) bool {
	next := i + 2
	if next+3 >= s.To || d.Glued(next) || d.Tokens[i+1].Kind != lint.Punct || d.Tokens[next].Kind != lint.Word {
		return false
	}
	if !isSaidBySpeaker(d, s, i) || hasComma(d, next) {
		return false // he said, I think, that
	}
	word := d.Fold(next)
	return spokenStarts[word] && (d.Tokens[next].Case == lint.Lower || word == "i") || asking[word] && d.TokenText(s.To-1) == "?"
}

// isSaidBySpeaker reports whether nothing but a speaker, a name or a noun with its article, he or she, stands before the verb of
// saying at token i of sentence s: the minister said. Not so in the price she asked, we thought.
func isSaidBySpeaker(d *lint.Document, s lint.Range, i int) bool {
	const longest = 8 // tokens of a speaker
	if n := i - s.From; n < 1 || n > longest || d.Tokens[s.From].Case != lint.Title ||
		lexicon.FunctionAt(d, i-1)&lexicon.Auxiliary != 0 {
		return false
	}
	if f := lexicon.FunctionAt(d, s.From); f != 0 && f&lexicon.Article == 0 && !isHeOrShe(d, s.From) {
		return false
	}
	for k := s.From + 1; k < i; k++ {
		if lexicon.FunctionAt(d, k)&lexicon.Pronoun != 0 {
			return false
		}
	}
	return true
}

var (
	// spokenStarts holds words by which a speaker names himself or the one he speaks to.
	spokenStarts = lint.WordSet("i we you our my your let i'm we're you're i've we've i'll we'll")

	// asking holds words that a question begins with.
	asking = lint.WordSet("who where what how why when is are do does did will can should have has whose which")
)

// asides holds words that begin a clause about something said, not the speech itself: As he said, I was late.
var asides = lint.WordSet("every whenever whatever however wherever though although as like when what if because while that once after before since where")

// isAside reports whether token i begins a clause about something said: What they said.
func isAside(d *lint.Document, i int) bool {
	return asking[d.Fold(i)] || asides[d.Fold(i)]
}

// isBlockMarked reports whether the block of sentence s has a double quotation mark.
func isBlockMarked(p *lint.Pass, s lint.Range) bool {
	marks, b := marksOf.Of(p.Document), p.BlockOf(s.From)
	k := sort.Search(len(marks), func(k int) bool { return marks[k].token >= b.From })
	return k < len(marks) && marks[k].token < b.To
}

// tailClause returns the first token of the reporting clause that ends the sentence behind a comma, or 0: he said, Anna
// Holm added.
func tailClause(d *lint.Document, s lint.Range) int {
	last := s.To - 2
	if first := d.Fold(s.From); d.TokenText(s.To-1) != "." || asides[first] || first == "the" && d.Fold(s.From+1) == "more" {
		return 0 // Every time I called, she answered.
	}
	if !speaks(d, last) {
		return invertedTail(d, s)
	}
	for i := last - 1; i > max(s.From+3, last-5); i-- {
		if d.Tokens[i].Kind != lint.Word {
			return 0
		}
		if d.TokenText(i-1) != "," {
			continue
		}
		if fold := d.Fold(i); fold == "he" || fold == "she" || fold == "the" || d.Tokens[i].Case == lint.Title {
			return i
		}
		return 0
	}
	return 0
}

// invertedTail returns the first token of a reporting clause that ends the sentence with its speaker, or 0: says Holm, said
// the mayor.
func invertedTail(d *lint.Document, s lint.Range) int {
	for i := s.To - 2; i > max(s.From+3, s.To-7) && d.Tokens[i].Kind == lint.Word; i-- {
		if speaks(d, i) && beginsTail(d, i) {
			return i
		}
	}
	return 0
}

// speechBefore returns the first token of the speech that ends in sentence n: the sentences before it in its paragraph
// belong to it as long as they too are in the first person and have no speaker.
func speechBefore(p *lint.Pass, n int) int {
	from := p.Sentences[n].From
	block := p.BlockOf(from)
	for n--; n >= 0 && p.Sentences[n].From >= block.From; n-- {
		s := p.Sentences[n]
		if s.To-s.From < 3 || !isBare(p.Document, s) || !hasFirstPerson(p.Document, s) || tailClause(p.Document, s) > 0 {
			break
		}
		from = s.From
	}
	return from
}

func reportUnmarked(p *lint.Pass, speech, clause lint.Range) {
	end := int(p.Tokens[speech.To-1].End)
	start := int(p.Tokens[speech.From].Start)
	p.Report(lint.Diagnostic{
		Span:    p.Span(clause),
		Message: "direct speech without quotation marks",
		Fixes: []lint.Fix{{Title: "write quotation marks", Safety: lint.Unsafe, Edits: []lint.Edit{
			{Span: lint.Span{Start: start, End: start}, Text: "“"}, {Span: lint.Span{Start: end, End: end}, Text: "”"},
		}}},
		Related: []lint.Related{{Span: p.Tokens[speech.From].Span(), Message: "it begins here"}},
	})
}

// firstPerson holds the words by which a speaker names himself.
var firstPerson = lint.WordSet("i my me we our us i'm i've i'll i'd we're we've we'll myself")
