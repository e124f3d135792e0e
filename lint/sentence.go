package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// appendSentences splits the tokens from index from on, which are those of block b, into sentences. The boundaries are
// those of UAX #29 less the ones that English news does not mean: behind titles, initials and abbreviations, and before
// a reporting clause. They can stand only before and behind the odd tokens: those that are more than a plain word behind one
// character of white space.
func appendSentences(dst []Range, text string, b Span, tokens []Token, from int, odd []int32) []Range {
	u := sentenceBreaks{block: text[b.Start:b.End], start: b.Start, tokens: tokens, odd: odd}
	if strings.IndexByte(u.block, '\n') >= 0 || strings.IndexByte(u.block, '\r') >= 0 {
		u.block = strings.NewReplacer("\r", " ", "\n", " ").Replace(u.block)
	}
	u.advance()
	next := from
	for _, o := range odd {
		for next = max(next+1, int(o)); next <= int(o)+1 && next < len(tokens); next++ {
			passed := u.next <= int(tokens[next].Start)
			for u.next <= int(tokens[next].Start) {
				u.advance()
			}
			if (passed || startsAnew(text, tokens, next)) && endsSentence(text, tokens, next) {
				dst = appendSentence(dst, Range{from, next})
				from = next
			}
		}
		next--
	}
	return appendSentence(dst, Range{from, len(tokens)})
}

// maxSentence is the most tokens of a sentence. Nobody writes so many without a stop: what goes on is a table or a list, and
// rules look a sentence over for every word of it.
const maxSentence = 1000

// appendSentence appends a sentence, in parts where it is longer than any.
func appendSentence(dst []Range, s Range) []Range {
	for ; s.To-s.From > maxSentence; s.From += maxSentence {
		dst = append(dst, Range{s.From, s.From + maxSentence})
	}
	if s.From < s.To {
		dst = append(dst, s)
	}
	return dst
}

// sentenceBreaks finds the sentence boundaries of UAX #29 in a block, one after another.
type sentenceBreaks struct {
	block  string // with no line ends
	start  int    // where it starts in the text
	tokens []Token
	odd    []int32 // the odd tokens of the block, less those that are passed
	next   int     // the next boundary, an offset in the text; at first 0
}

// advance goes on to the next boundary. What decides stands beside the first mark that can end a sentence, so the text
// before it is passed over.
func (u *sentenceBreaks) advance() {
	from := max(u.next-u.start, 0)
	at := u.terminator(from)
	if end := plainEnd(u.block, at); end > 0 {
		u.next = u.start + end
		return
	}
	for at > from && (at == len(u.block) || !utf8.RuneStart(u.block[at]) || mayEndSentence(u.block, at)) {
		at--
	}
	for at > from && !utf8.RuneStart(u.block[at]) {
		at--
	}
	it := sentences.FromString(u.block[at:])
	it.Next()
	u.next = u.start + at + it.End()
}

// plainEnd returns where a sentence ends whose first mark is at at: with the block where there is none; behind closing
// quotation marks and brackets at the block's end, or before a space and a capital, opening marks aside. These are rules SB2
// and SB11, whatever stands before. Elsewhere it returns 0.
func plainEnd(block string, at int) int {
	if at == len(block) {
		return at
	}
	if block[at] != '.' && block[at] != '?' && block[at] != '!' {
		return 0
	}
	i := skipMarks(block, at+1)
	if i == len(block) {
		return i
	}
	if start := skipMarks(block, i+1); block[i] == ' ' && start < len(block) && isASCIIUpper(block[start]) {
		return i + 1
	}
	return 0
}

// skipMarks returns the offset of the first byte at or behind i that begins no quotation mark and no bracket.
func skipMarks(block string, i int) int {
	for i < len(block) {
		switch c := block[i]; {
		case c == '"', c == '\'', c == '(', c == ')', c == '[', c == ']':
			i++
		case c == 0xE2 && isCurlyQuote(block[i:]):
			i += len("“")
		default:
			return i
		}
	}
	return i
}

// isCurlyQuote reports whether s begins with one of “ ” ‘ ’.
func isCurlyQuote(s string) bool {
	return len(s) > 2 && s[1] == 0x80 && (s[2]&^1 == 0x98 || s[2]&^1 == 0x9C)
}

// terminator returns the offset in the block of the first byte at or after from that may begin a character that ends a
// sentence, or the block's length. Plain words have none.
func (u *sentenceBreaks) terminator(from int) int {
	for ; len(u.odd) > 0; u.odd = u.odd[1:] {
		o := int(u.odd[0])
		end := int(u.tokens[o].End) - u.start
		if end <= from {
			continue
		}
		before := 0
		if o > 0 {
			before = int(u.tokens[o-1].End) - u.start
		}
		if at := u.scan(max(before, from), end); at < end {
			return at
		}
	}
	last := 0
	if len(u.tokens) > 0 {
		last = int(u.tokens[len(u.tokens)-1].End) - u.start
	}
	return u.scan(max(last, from), len(u.block))
}

// scan returns the offset of the first byte from from to to that may begin a character that ends a sentence, or to.
func (u *sentenceBreaks) scan(from, to int) int {
	for from < to && !mayEndSentence(u.block, from) {
		from++
	}
	return from
}

// startsAnew reports whether token next begins a sentence where UAX #29 sees none: a number or an amount of money behind
// a full stop, a capital behind an ellipsis.
func startsAnew(text string, tokens []Token, next int) bool {
	stop, t := tokens[next-1], tokens[next]
	if stop.Kind != Punct || stop.End == t.Start {
		return false
	}
	switch text[stop.Start:stop.End] {
	case ".":
		return t.Kind == Number || t.Kind == Symbol
	case "…":
		return t.Case == Title || t.Case == Upper
	}
	return false
}

// mayEndSentence reports whether the byte at i may begin a character that ends a sentence; it is never wrong to say yes.
func mayEndSentence(s string, i int) bool {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		return c == '.' || c == '?' || c == '!'
	case c == 0xC3, c < 0xC0: // Latin letters, the rest of a character
		return false
	case c == 0xE2: // dashes and quotation marks
		return !(i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0x9F)
	}
	return true
}

// endsSentence reports whether the boundary before token next is one in English news.
func endsSentence(text string, tokens []Token, next int) bool {
	i, closed := next-1, false
	for i > 0 && (tokens[i].Kind == Quote || tokens[i].Kind == Bracket) && tokens[i].Start == tokens[i-1].End {
		i--
		closed = true
	}
	stop, follower := text[tokens[i].Start:tokens[i].End], tokens[next]
	if closed || stop == "?" || stop == "!" {
		return follower.Case != Lower && !opensCode(tokens, i, next)
	}
	if tokens[i].Kind == Word {
		return strings.HasSuffix(stop, ".") && endsAtDotted(text, stop, follower)
	}
	if stop != "." || i == 0 || tokens[i-1].Kind != Word || tokens[i-1].End != tokens[i].Start {
		return true
	}
	return !isAbbreviated(text, tokens, i-1, next)
}

// opensCode reports whether the mark at i is glued to the capitals behind it and to nothing before: the form ?NNN.
func opensCode(tokens []Token, i, next int) bool {
	return i > 0 && tokens[i-1].End < tokens[i].Start && tokens[next].Case == Upper && tokens[next].Start == tokens[i].End
}

// endsAtDotted reports whether a sentence ends at a dotted abbreviation (U.S., a.m., J.K.) before the given token.
func endsAtDotted(text, abbreviation string, follower Token) bool {
	word := text[follower.Start:follower.End]
	switch {
	case follower.Kind == Number, follower.Case == Lower:
		return false
	case follower.Kind != Word:
		return follower.Kind == Quote || follower.Kind == Bracket
	case strings.HasSuffix(abbreviation, ".m."):
		return !calendarWords[strings.ToLower(word)] && follower.Case != Upper
	}
	return starters[strings.ToLower(word)]
}

// isAbbreviated reports whether the word at i, with its full stop, goes on with the token at next.
func isAbbreviated(text string, tokens []Token, i, next int) bool {
	word := text[tokens[i].Start:tokens[i].End]
	follower := tokens[next]
	after := text[follower.Start:follower.End]
	switch abbreviations[word] {
	case beforeName:
		return follower.Kind == Word && !(follower.Case == Title && starters[strings.ToLower(after)])
	case beforeNumber:
		return follower.Kind == Number
	case beforeAnything:
		return true
	case beforeLower:
		return follower.Case == Lower
	}
	if utf8.RuneCountInString(word) == 1 && tokens[i].Case == Title {
		return isInitial(text, tokens, i, follower)
	}
	return false
}

// isInitial reports whether the single capital at i is a name's initial rather than the last word of a sentence.
func isInitial(text string, tokens []Token, i int, follower Token) bool {
	if follower.Kind != Word || follower.Case == Lower || starters[strings.ToLower(text[follower.Start:follower.End])] {
		return false
	}
	if i == 0 {
		return true
	}
	before := text[tokens[i-1].Start:tokens[i-1].End]
	return !letterNouns[strings.ToLower(before)]
}

// letterNouns holds nouns that a single letter follows as a label: Plan B, vitamin C.
var letterNouns = WordSet("plan vitamin hepatitis group grade class type category section appendix exhibit part point option team block zone gate hall building room row terminal serie series schedule influenza")

type abbreviation uint8

const (
	beforeName     abbreviation = iota + 1 // Dr. Smith; not "the Dr. He"
	beforeNumber                           // No. 5, Jan. 6
	beforeAnything                         // Mr. A, vs., e.g.
	beforeLower                            // Inc. said
)

// abbreviations holds the words that keep their full stop inside a sentence. Source: the English suppressions of CLDR
// 46 segmentation data, less those that are words (By. In. Up.), and the ranks and titles of news style.
var abbreviations = func() map[string]abbreviation {
	m := make(map[string]abbreviation)
	for kind, list := range map[abbreviation]string{
		beforeName: "Dr Prof Rev Fr Sr Hon Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Brig Gov Sen Rep Reps Sens Pres Supt Insp Det " +
			"St Ste Mt Ft Sheikh Sh Shk Sayyid Amb Atty Asst Assoc Comdr Ens Hosp Dept Lieut Mons Msgr Eng Ing Dipl Univ Rt Ven Esq Jr Mag Drs",
		beforeNumber: "No Nos no nos Art art Fig fig Sec sec pp p vol Vol Ch ch Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Op op Rs Rp " +
			"para paras Para Paras Res Sect Chap Apt Rm Ep ver Ver ext Ext tel Tel est c",
		beforeAnything: "Mr Mrs Ms Mx Messrs Mme Mlle vs Vs v eg ie cf viz approx ca e.g i.e",
		beforeLower:    "Inc Ltd Co Corp LLC Bros etc Blvd Ave Rd al esp",
	} {
		for _, w := range strings.Fields(list) {
			m[w] = kind
		}
	}
	return m
}()

// IsAbbreviation reports whether a word keeps its full stop inside a sentence: Dr, etc, Inc.
func IsAbbreviation(word string) bool { return abbreviations[word] != 0 }

// calendarWords holds what a clock time is followed by inside its sentence.
var calendarWords = WordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
	"gmt utc est edt cst cet pst pdt eastern central pacific moscow beijing kyiv local")

// starters holds words that begin an English sentence far more often than they begin a name.
var starters = WordSet("the a an this that these those he she it we they i you his her its our their my your there here in on at by for from with of to as if when while where what who how why which " +
	"but and or so yet however although though after before since because until according meanwhile then also some many most all both each every no not only even still just now one two three several " +
	"more another such other despite during under over between among")

// IsSentenceStart reports whether token i begins a sentence, opening quotation marks, brackets and dashes aside.
func (d *Document) IsSentenceStart(i int) bool {
	for j := d.SentenceOf(i).From; j < i; j++ {
		if k := d.Tokens[j].Kind; k == Word || k == Number || k == Code {
			return false
		}
	}
	return true
}
