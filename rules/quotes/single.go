package quotes

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Single reports a single quotation mark that opens speech and is never closed (He said, ‘Let us go. She agreed.), or
// that another opening one closes (he ‘sang the sea‘).
//
// Single marks are lost like double ones, or come out as another opening one. Since an apostrophe may look like either,
// only an opening mark behind a comma or colon is taken for the start of speech, and any closing one that ends a word
// for its end. Beside those, a mark is reported that is the only single one of its paragraph, between two words in lower
// case of which none is clipped ('round) or a possessive. So is one that closes with its space on the wrong side, before a comma
// or who speaks.
//
// The fix closes the quotation at the end of its sentence and is unsafe; there is none where another one opens before
// that.
//
// bad: He said, ‘Let us go home. She agreed.
// bad: They asked: ‘Who will pay? The mayor had no answer.
// bad: The master who ‘sang the sea‘ has died.
// bad: ‘A new kitchen is like a new house ‘, she explained.
// bad: The mayor answered that they 'could not finish in time 'he said.
// bad: The brigade scaled up to 'very large fire after midnight.
// good: He said, ‘Let us go home.’ She agreed.
// good: He let them go, ‘em and the others.
// good: He said: 'Let us go home. ¶ 'We have been here too long.'
//
// Measured on machine output of all kinds: 0.02 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000
// words); 12 read, all right, and 7 on web articles.
var Single = &lint.Rule{
	Name:     "quotes/single",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		singles := singlesOf(p.Document)
		for _, k := range singles {
			i := int(k)
			if !opensSingle(p.Document, i) {
				continue
			}
			b := p.BlockOf(i)
			if b.To == len(p.Tokens) && b.From > 0 && p.Tokens[b.To-1].Kind == lint.Word {
				continue // the text was cut off
			}
			if i > b.From && i+1 < b.To && !closesSingle(p.Document, b.To, i+1) && !reopensSingle(p.Document, b.To) {
				reportSingle(p, b.Range, i)
			}
		}
		findLoneSingles(p, singles)
		findTwiceOpened(p)
		findTurnedBeforeComma(p)
		findSpeakerGlued(p)
		findGluedOpening(p)
		findLeftBehind(p, singles)
	},
}

// findLeftBehind reports the single mark that opens speech where its space stands on the wrong side, glued to the comma behind a
// verb of saying, and a mark that closes it ends the paragraph's only other one: they say,' If it rains, we stay.'
func findLeftBehind(p *lint.Pass, singles []int32) {
	for k, at := range singles {
		i := int(at)
		b := p.BlockOf(i)
		if i-2 < b.From || i+2 >= b.To || k > 0 && int(singles[k-1]) >= b.From || k+1 == len(singles) || int(singles[k+1]) >= b.To {
			continue
		}
		if text := p.TokenText(i); text != "'" && text != "’" && text != "‘" || !p.Glued(i) || p.Glued(i+1) {
			continue
		}
		if before := p.TokenText(i - 1); before != "," && before != ":" || !reportingVerbs[p.Fold(i-2)] {
			continue
		}
		if closing := int(singles[k+1]); p.Tokens[i+1].Case != lint.Title || !p.Glued(closing) || p.TokenText(closing) == "‘" {
			continue
		}
		span := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i+1].Start)}
		p.Report(lint.Diagnostic{
			Span:    p.Tokens[i].Span(),
			Message: "opening quotation mark stands before its space",
			Fixes:   []lint.Fix{lint.Replace("move the space", lint.Unsafe, span, " "+opensLike(p.TokenText(i)))},
		})
	}
}

// opensLike returns the single mark that opens a quotation, curly where the given one is.
func opensLike(mark string) string {
	if mark == "'" {
		return mark
	}
	return "‘"
}

// findGluedOpening reports a single opening mark that closes a quotation and is glued to the next sentence: the ‘Holm file‘It.
func findGluedOpening(p *lint.Pass) {
	for f := range p.Forms {
		left, right, ok := strings.Cut(p.Forms[f].Fold, "'")
		if !ok || lexicon.FunctionOf(right) == 0 || !lexicon.Lookup(left).Word() {
			continue
		}
		for _, i := range p.Places(lint.FormID(f)) {
			t := p.Tokens[i]
			at := strings.Index(p.TokenText(int(i)), "‘")
			if at < 0 {
				continue
			}
			mark := lint.Span{Start: int(t.Start) + at, End: int(t.Start) + at + len("‘")}
			if next, _ := utf8.DecodeRuneInString(p.Text[mark.End:]); unicode.IsUpper(next) {
				p.Report(lint.Diagnostic{
					Span:    mark,
					Message: "opening quotation mark where one closes",
					Fixes:   []lint.Fix{lint.Replace("turn it round", lint.Unsafe, mark, "’ ")},
				})
			}
		}
	}
}

// findTwiceOpened reports single opening marks that stand where the quotation which another one opens ends: he ‘sang the
// sea‘ for years.
func findTwiceOpened(p *lint.Pass) {
	opener := -1
	for _, k := range p.Quotes() {
		i := int(k)
		if p.TokenText(i) != "‘" {
			continue
		}
		behind := i+1 == len(p.Tokens) || !p.Glued(i+1) || p.Tokens[i+1].Kind == lint.Punct
		switch b := p.BlockOf(i); {
		case opener >= b.From && behind && i > b.From && p.Glued(i) && quotesKnown(p.Document, opener, i):
			p.Report(lint.Diagnostic{
				Span:    p.Tokens[i].Span(),
				Message: "opening quotation mark where one closes",
				Fixes:   []lint.Fix{lint.Replace("turn it round", lint.Safe, p.Tokens[i].Span(), "’")},
				Related: []lint.Related{{Span: p.Tokens[opener].Span(), Message: "it opens here"}},
			})
			opener = -1
		case (i == b.From || !p.Glued(i)) && !behind:
			opener = i
		default:
			opener = -1
		}
	}
}

// findTurnedBeforeComma reports single opening marks with a space before and a comma right behind, where what another one opens
// ends: ‘A kitchen is like a house ‘, she said.
func findTurnedBeforeComma(p *lint.Pass) {
	for _, k := range p.Quotes() {
		i := int(k)
		if p.TokenText(i) != "‘" || i+2 >= len(p.Tokens) || i == 0 || p.Glued(i) ||
			!p.Glued(i+1) || !isAmong(p.TokenText(i+1), ",;") {
			continue
		}
		b := p.BlockOf(i)
		if i == b.From || i+2 >= b.To || p.Glued(i+2) || p.Tokens[i+2].Kind != lint.Word ||
			p.Tokens[i-1].Kind != lint.Word || !opensBefore(p.Document, b.Range, i) {
			continue
		}
		span := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].End)}
		p.Report(lint.Diagnostic{
			Span:    p.Tokens[i].Span(),
			Message: "opening quotation mark where one closes",
			Fixes:   []lint.Fix{lint.Replace("turn it round", lint.Safe, span, "’")},
		})
	}
}

// isAmong reports whether a token is one of the marks.
func isAmong(token, marks string) bool { return len(token) == 1 && strings.Contains(marks, token) }

// opensBefore reports whether a single mark opens a quotation of some words before token i of block b, and none closes it there.
func opensBefore(d *lint.Document, b lint.Range, i int) bool {
	const fewest = 2 // words
	open := -1
	for k := b.From; k < i; k++ {
		switch text := d.TokenText(k); {
		case strings.HasPrefix(text, "‘"), text == "'" && (k == b.From || !d.Glued(k)) && d.Glued(k+1):
			open = k
		case strings.HasSuffix(text, "’"), strings.HasSuffix(text, "'"):
			open = -1
		}
	}
	return open >= 0 && i-open > fewest
}

// findSpeakerGlued reports a straight single mark that closes a quotation and is glued to the one who speaks, with its space on
// the wrong side: could not be built in time 'he said.
func findSpeakerGlued(p *lint.Pass) {
	for _, k := range p.Quotes() {
		i := int(k)
		if text := p.TokenText(i); text != "'" && text != "‘" || i == 0 || p.Glued(i) || !p.Glued(i+1) {
			continue
		}
		b := p.BlockOf(i)
		if i+2 >= b.To || i == b.From || p.Tokens[i-1].Case != lint.Lower || !pronounSpeaks(p.Document, i+1) ||
			!opensBefore(p.Document, b.Range, i) {
			continue
		}
		span := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].End)}
		p.Report(lint.Diagnostic{
			Span:    p.Tokens[i].Span(),
			Message: "closing quotation mark touches the one who speaks",
			Fixes:   []lint.Fix{lint.Replace("move the space", lint.Unsafe, span, p.TokenText(i)+" ")},
		})
	}
}

// pronounSpeaks reports whether a pronoun and a verb of saying stand at token i, and nothing behind that they say: he said.
func pronounSpeaks(d *lint.Document, i int) bool {
	subject := d.TokenText(i)
	if subject != "he" && subject != "she" && subject != "they" || !reportingVerbs[d.Fold(i+1)] {
		return false
	}
	return i+2 >= d.BlockOf(i).To || d.Tokens[i+2].Kind == lint.Punct || lexicon.FunctionAt(d, i+2)&lexicon.Preposition != 0
}

// quotesKnown reports whether known words stand behind the mark at token opener and before the one at token i.
func quotesKnown(d *lint.Document, opener, i int) bool {
	return d.Tokens[i-1].Kind != lint.Quote && lexicon.EntryAt(d, opener+1).Known() && lexicon.EntryAt(d, i-1).Known()
}

// findLoneSingles reports the marks before and behind a word that are the only single ones of their paragraph: up to
// 'very large fire, a true heart’ need, with Holm,' he said.
func findLoneSingles(p *lint.Pass, singles []int32) {
	for k, next := 0, 0; k < len(singles); k = next {
		at := int(singles[k])
		b := p.BlockOf(at)
		for next = k + 1; next < len(singles) && int(singles[next]) < b.To; next++ {
		}
		if next > k+1 || at == b.From || strings.Contains(p.Slice(p.Span(b.Range)), "&apos;") {
			continue
		}
		switch {
		case at+1 < b.To && isTurnedApostrophe(p.Document, at):
			span := lint.Span{Start: int(p.Tokens[at-1].End), End: int(p.Tokens[at].End)}
			p.Report(lint.Diagnostic{
				Span: p.Tokens[at].Span(), Message: "apostrophe turned into an opening quotation mark",
				Fixes: []lint.Fix{lint.Replace("write an apostrophe", lint.Unsafe, span, "’")},
			})
		case at+2 < b.To && opensLone(p.Document, at) && !reopensSingle(p.Document, b.To):
			p.Report(lint.Diagnostic{Span: p.Tokens[at].Span(), Message: "single quotation mark is never closed"})
		case closesLone(p.Document, at):
			span := p.Tokens[at].Span()
			span.Start += strings.LastIndexAny(p.Slice(span), "’`")
			p.Report(lint.Diagnostic{Span: span, Message: "single quotation mark closes nothing"})
		case endsSpeech(p.Document, at) && !(k > 0 && isOpenNear(p.Document, int(singles[k-1]), at)) && !hasUnpaired(p.Document, b.Range):
			p.Report(lint.Diagnostic{Span: p.Tokens[at].Span(), Message: "single quotation mark closes nothing"})
		}
	}
}

// endsSpeech reports whether token i is a mark behind a comma, before the words that say who spoke: with Holm,' he said.
func endsSpeech(d *lint.Document, i int) bool {
	if text := d.TokenText(i); text != "'" && text != "’" || !d.Glued(i) || d.TokenText(i-1) != "," || i+3 >= d.BlockOf(i).To || d.Glued(i+1) {
		return false
	}
	subject := d.Fold(i + 1)
	return (subject == "he" || subject == "she" || subject == "they") && reportingVerbs[d.Fold(i+2)]
}

// hasUnpaired reports whether the block has a double mark without its partner, which the single one may stand for.
func hasUnpaired(d *lint.Document, b lint.Range) bool {
	marks := marksOf.Of(d)
	for k := sort.Search(len(marks), func(k int) bool { return marks[k].token >= b.From }); k < len(marks) && marks[k].token < b.To; k++ {
		if marks[k].pair < 0 {
			return true
		}
	}
	return false
}

// isOpenNear reports whether token i is a mark that opens, in one of the few blocks before token at, so that the quotation may
// go on there.
func isOpenNear(d *lint.Document, i, at int) bool {
	const few = 300 // tokens
	return at-i < few && d.Tokens[i].Kind == lint.Quote && !(d.Glued(i) && i > d.BlockOf(i).From)
}

// singlesOf returns the tokens that are a single mark, or a word with one at its start or end, in the order of the text.
func singlesOf(d *lint.Document) []int32 {
	var out []int32
	for _, k := range d.Quotes() {
		if strings.Contains("'‘’`", d.TokenText(int(k))) {
			out = append(out, k)
		}
	}
	for f := range d.Forms {
		if fold := d.Forms[f].Fold; fold[0] == '\'' || fold[len(fold)-1] == '\'' {
			out = append(out, d.Places(lint.FormID(f))...)
		}
	}
	slices.Sort(out)
	return out
}

// opensLone reports whether token i is a mark with a space before it, between two words of English in lower case that no
// apostrophe begins, or before a sentence behind a verb of saying.
func opensLone(d *lint.Document, i int) bool {
	if d.Glued(i) {
		return false
	}
	if d.Tokens[i].Kind == lint.Word {
		before := d.TokenText(i - 1)
		return d.Tokens[i].Case == lint.Title && (before == "," || before == ":") && i > 1 && reportingVerbs[d.Fold(i-2)] &&
			lexicon.Lookup(d.Fold(i)[1:]).Word()
	}
	if text := d.TokenText(i); text != "'" && text != "‘" || !d.Glued(i+1) || d.Glued(i+2) {
		return false
	}
	return (isLowerWord(d, i-1) || isTurnedBehindName(d, i)) && isLowerWord(d, i+1) && isLowerWord(d, i+2) && !isCutWord(d.Fold(i+1))
}

// isTurnedBehindName reports whether the mark at token i opens behind a name, where the apostrophe of its possessive stood: Holm
// ‘quiet offer.
func isTurnedBehindName(d *lint.Document, i int) bool {
	name := &d.Tokens[i-1]
	return d.TokenText(i) == "‘" && name.Case == lint.Title && name.Len() > 3 && lexicon.FunctionAt(d, i-1) == 0
}

// isTurnedApostrophe reports whether token i is an opening mark with a space on either side, behind a noun in the plural and
// before the noun that it owns: the tenants ‘ deposits.
func isTurnedApostrophe(d *lint.Document, i int) bool {
	if d.TokenText(i) != "‘" || d.Glued(i) || d.Glued(i+1) || !strings.HasSuffix(d.Fold(i-1), "s") {
		return false
	}
	return isLowerWord(d, i-1) && isLowerWord(d, i+1) && lexicon.FunctionAt(d, i-1) == 0 && lexicon.FunctionAt(d, i+1) == 0
}

// isCutWord reports whether an apostrophe may begin the word, which has lost its first letters, or its h: 'bout, 'ouse.
func isCutWord(word string) bool {
	return len(word) < 3 || clipped[word] || aphetic[word] || lexicon.Lookup("h"+word).Word()
}

// isLowerWord reports whether token i is a listed word in lower case.
func isLowerWord(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Lower && lexicon.EntryAt(d, i).Word()
}

// closesLone reports whether token i is a word in lower case with a closing mark behind it that no possessive and no
// clipped word has, and the sentence goes on.
func closesLone(d *lint.Document, i int) bool {
	word, ok := strings.CutSuffix(d.TokenText(i), "’")
	if tick, is := strings.CutSuffix(d.TokenText(i), "`"); is {
		return len(tick) > 3 && lexicon.Lookup(lint.Fold(tick)).Word() // Kingdoms`, not the name Rabi`
	}
	if !ok || len(word) < 4 || i+2 >= d.BlockOf(i).To || d.Tokens[i].Case != lint.Lower || !lexicon.Lookup(word).Word() || d.Glued(i+1) || !isLowerWord(d, i+1) || d.Tokens[i+1].Len() < 3 {
		return false
	}
	return !strings.ContainsAny(word[len(word)-1:], "szx") && !strings.HasSuffix(word, "in") && !strings.HasSuffix(word, "ce") && d.Fold(i+1) != "sake"
}

// aphetic holds words that lose their first letters behind an apostrophe, and are words without them.
var aphetic = lint.WordSet("rents chute dozer fridge burbs bye cycle taters gators van jabs round fore cause bout cept neath gainst nuff most way less side stead long lone cross hind low specially course scuse hood net phone bus flu plane cello ere mid onto spite sides board tack fess nother other till ome ouse ere ave scope scopes")

// opensSingle reports whether token i is a single mark that opens speech.
func opensSingle(d *lint.Document, i int) bool {
	if i == 0 || i+1 == len(d.Tokens) || d.Glued(i) {
		return false
	}
	before := d.TokenText(i - 1)
	if before != ":" && before != "," {
		return false
	}
	isReported := i > 1 && reportingVerbs[d.Fold(i-2)]
	if d.Tokens[i].Kind == lint.Word {
		return opensWord(d, i) && (before == ":" || isReported)
	}
	if d.TokenText(i) != "‘" || !d.Glued(i+1) || d.Tokens[i+1].Kind != lint.Word || clipped[d.Fold(i+1)] {
		return false
	}
	// the letter of an Arabic name: Abu Bakr, ‘Uthman and ‘Ali
	isLetter := before == "," && i > 1 && !isReported && !lexicon.EntryAt(d, i+1).Word()
	return !isLetter
}

// opensWord reports whether the word at token i is a common one with a capital and an opening mark glued to it, as the
// letter of an Arabic name is: ‘If, 'Our.
func opensWord(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	if d.Tokens[i].Case != lint.Title || !strings.HasPrefix(text, "‘") && !strings.HasPrefix(text, "'") {
		return false
	}
	word := d.Fold(i)[1:]
	return lexicon.FunctionOf(word) != 0 && !clipped[word]
}

// clipped holds words that are written behind an apostrophe, which some turn round.
var clipped = lint.WordSet("em til tis twas twill cause n bout")

// closesSingle reports whether a mark that may close a single quotation stands between token i and the next that opens
// one, or token end.
func closesSingle(d *lint.Document, end, i int) bool {
	rest := d.Text[d.Tokens[i].Start:d.Tokens[nextSingle(d, end, i)-1].End]
	for _, glyph := range []string{"’", "'"} {
		for at := 0; ; {
			k := strings.Index(rest[at:], glyph)
			if k < 0 {
				break
			}
			at += k + len(glyph)
			if next, _ := utf8.DecodeRuneInString(rest[at:]); !unicode.IsLetter(next) {
				return true
			}
		}
	}
	return false
}

// nextSingle returns the next single mark that opens speech from token i on, or end.
func nextSingle(d *lint.Document, end, i int) int {
	for k := i; k < end; k++ {
		if opensSingle(d, k) {
			return k
		}
	}
	return end
}

// reopensSingle reports whether the block that begins with token i begins with a single mark: the speech goes on there.
func reopensSingle(d *lint.Document, i int) bool {
	return i < len(d.Tokens) && (strings.HasPrefix(d.TokenText(i), "‘") || strings.HasPrefix(d.TokenText(i), "'"))
}

func reportSingle(p *lint.Pass, r lint.Range, i int) {
	mark := p.Tokens[i].Span()
	closing := "’"
	if strings.HasPrefix(p.TokenText(i), "'") {
		closing = "'"
	}
	_, size := utf8.DecodeRuneInString(p.TokenText(i))
	mark.End = mark.Start + size
	g := lint.Diagnostic{Span: mark, Message: "single quotation mark is never closed"}
	last, next := r.To-1, nextSingle(p.Document, r.To, i+1)
	if stop := firstStop(p.Document, i+1, min(r.To, next)); stop > 0 {
		last = stop
	}
	if last < next {
		end := int(p.Tokens[last].End)
		g.Fixes = []lint.Fix{lint.Replace("close it at the end of the sentence", lint.Unsafe, lint.Span{Start: end, End: end}, closing)}
	}
	p.Report(g)
}
