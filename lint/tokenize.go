package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// tokenizer turns text into tokens, block by block. Word boundaries are those of UAX #29; on top of them names with
// inner hyphens, ayin and hamza are kept whole, dotted abbreviations keep their last dot, addresses are one token, and
// single quotation marks are told from apostrophes.
type tokenizer struct {
	text   string
	tokens []Token
	forms  *interner

	kinds    [Code + 1]int // tokens of each kind
	capitals int           // words with a capital letter

	odd        []int32   // indexes of the odd tokens of the block: see appendSentences
	end        int       // where the last token ends
	segs       []segment // of the run being read
	span       Span      // the block being read
	openSingle int       // single quotation marks open in it
	lastCloser int       // offset of its last mark that could close a single quotation, or -1; known once searched
	searched   bool
}

// segment is one UAX #29 word segment of a run without white space.
type segment struct {
	Span
	class segmentClass
}

type segmentClass uint8

const (
	otherSegment  segmentClass = iota
	letterSegment              // begins with a letter
	digitSegment               // begins with a digit
)

// newTokenizer returns a tokenizer for the text that writes into the memory where that has room.
func newTokenizer(text string, m *memory) *tokenizer {
	return &tokenizer{text: text, tokens: atLeast(m.tokens, len(text)/5+8), forms: newInterner(len(text), m)}
}

// block appends the tokens of one block. Nearly all of it is ASCII words with a space, or a stop and a space, behind them.
func (t *tokenizer) block(b Span) {
	t.span, t.openSingle, t.searched = b, 0, false
	t.odd, t.end = t.odd[:0], b.Start-2
	text := t.text[:b.End]
	for i := b.Start; i < len(text); {
		if i = t.plainWords(text, i); i == len(text) {
			break
		}
		n, c, h := letterRun(text[i:])
		end := i + n
		switch {
		case n == 0:
			i = t.other(i)
		case end == len(text) || text[end] == ' ':
			t.asciiWord(Span{i, end}, c, h)
			i = end + 1
		case isPlainStop(text[end]) && (end+1 == len(text) || text[end+1] == ' '):
			t.asciiWord(Span{i, end}, c, h)
			t.add(Span{end, end + 1}, Punct)
			i = end + 2
		default:
			i = t.run(i)
		}
	}
}

// other passes over the white space at i, or appends the tokens of the stretch that begins there with no ASCII letter, and
// returns where it ends.
func (t *tokenizer) other(i int) int {
	if isSpaceAt(t.text, i) {
		return i + spaceLen(t.text[i:])
	}
	return t.run(i)
}

// run appends the tokens of the stretch without white space that begins at start, and returns where it ends.
func (t *tokenizer) run(start int) int {
	text := t.text[:t.span.End]
	end := start
	for end < len(text) && !isSpaceAt(text, end) && (end-start < maxRun || !utf8.RuneStart(text[end])) {
		end++
	}
	if r := (Span{start, end}); !t.plainRun(r) {
		t.mixedRun(r)
	}
	return end
}

// isSpaceAt reports whether a white space character begins at i.
func isSpaceAt(s string, i int) bool {
	c := s[i]
	return (c <= ' ' || c >= utf8.RuneSelf) && spaceLen(s[i:]) > 0
}

// maxRun is the longest stretch, in bytes, that is looked at as one: no word is as long, and it bounds the memory that a
// text without spaces takes.
const maxRun = 1 << 16

// spaceLen returns the length of the white space character that s begins with, or 0.
func spaceLen(s string) int {
	if c := s[0]; c < utf8.RuneSelf {
		if c == ' ' || c-'\t' < 5 {
			return 1
		}
		return 0
	}
	return wideSpaceLen(s)
}

// wideSpaceLen is spaceLen for what is not ASCII.
func wideSpaceLen(s string) int {
	if c := s[0]; c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3 {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return n
	}
	return 0
}

func isASCIILetter(c byte) bool { return c|0x20-'a' < 26 }
func isASCIIUpper(c byte) bool  { return c-'A' < 26 }
func isASCIIDigit(c byte) bool  { return c-'0' < 10 }

func isPlainStop(c byte) bool { return c-'!' < 64-'!' && plainStops>>(c-'!')&1 != 0 }

const plainStops = 1<<(','-'!') | 1<<('.'-'!') | 1<<(';'-'!') | 1<<(':'-'!') | 1<<('?'-'!') | 1<<('!'-'!')

// plainWords appends the words at start that are up to fifteen ASCII letters, the first of which may be a capital, have a
// space or a stop and a space behind them: five of six. It returns where they end.
func (t *tokenizer) plainWords(text string, start int) int {
	tokens, end, i := t.tokens, t.end, start
	table, forms, uses := t.forms.table, t.forms.forms, t.forms.uses
	last := min(len(text)-2*chunkLen, start+cap(tokens)-len(tokens)-1) // no token takes less than one byte
	for i < last && i <= end+1 {
		v := chunk(text[i:])
		n, letters := lettersOf(v)
		capitals, h := ^v&caseBits&letters, mix(hashSeed^(v|caseBits)&letters)
		if n == chunkLen {
			v = chunk(text[i+chunkLen:])
			more, letters := lettersOf(v)
			n += more
			capitals |= (^v & caseBits & letters) << 1 // no first capital
			if more > 0 {
				h = mix(h ^ (v|caseBits)&letters)
			}
		}
		if n == 0 || n == 2*chunkLen || capitals&^0x20 != 0 {
			break
		}
		isStop := text[i+n] != ' '
		if isStop && !(isPlainStop(text[i+n]) && text[i+n+1] == ' ') {
			break
		}
		s := &table[h&uint64(len(table)-1)]
		for at := h; s.length != 0 && !s.holds(h, n); s = &table[at&uint64(len(table)-1)] {
			at++
		}
		form := s.id
		if s.length == 0 {
			form = t.forms.insertASCII(text[i:i+n], h, capitals == 0)
			table, forms, uses = t.forms.table, t.forms.forms, t.forms.uses
		} else if n > chunkLen && !isFoldOf(forms[form].Fold, text[i:i+n]) {
			break
		} else {
			u := &uses[form]
			u.all++
			u.lower += int32(1 - capitals>>5)
		}
		t.capitals += int(capitals >> 5)
		tokens = tokens[:len(tokens)+1]
		w := &tokens[len(tokens)-1]
		end = i + n
		w.Start, w.End, w.Form = int32(i), int32(end), form
		w.Kind, w.Case, w.Script, w.plain = Word, Lower+Case(capitals>>5), Latin, true
		t.kinds[Word]++
		if isStop {
			t.tokens, t.end = tokens, end
			t.add(Span{end, end + 1}, Punct)
			tokens, end = t.tokens, t.end
		}
		i = end + 1
	}
	t.tokens, t.end = tokens, end
	return i
}

// asciiWord appends a word of ASCII letters; h is the hash of its folded bytes.
func (t *tokenizer) asciiWord(s Span, c Case, h uint64) {
	t.put(s, t.forms.internASCII(t.text[s.Start:s.End], h, c == Lower), Word, c, Latin, true)
}

// add appends a token that is no word.
func (t *tokenizer) add(s Span, k Kind) {
	t.put(s, NoForm, k, NoCase, NoScript, false)
}

// put appends a token.
func (t *tokenizer) put(s Span, f FormID, k Kind, c Case, script Script, plain bool) {
	if !plain || s.Start > t.end+1 {
		t.odd = append(t.odd, int32(len(t.tokens)))
	}
	t.end = s.End
	t.tokens = append(t.tokens, Token{})
	at := &t.tokens[len(t.tokens)-1] // written in place: a copy of a token from the stack waits for its bytes
	at.Start, at.End, at.Form = int32(s.Start), int32(s.End), f
	at.Kind, at.Case, at.Script, at.plain = k, c, script, plain
	t.kinds[k]++
	if c >= Title && k == Word {
		t.capitals++
	}
}

// plainRun appends the tokens of a stretch that is one ASCII word or number between common marks: (state-run), “don’t”, or
// 1,000. It reports false, with nothing appended, for any other. What it appends is what mixedRun would.
func (t *tokenizer) plainRun(r Span) bool {
	core := Span{Start: r.Start}
	for core.Start < r.End && openerLen(t.text[core.Start:r.End]) > 0 {
		core.Start += openerLen(t.text[core.Start:r.End])
	}
	core.End = core.Start + plainCoreLen(t.text[core.Start:r.End])
	if core.Len() == 0 || !areClosers(t.text[core.End:r.End]) {
		return false
	}
	t.marks(Span{r.Start, core.Start})
	if text := t.text[core.Start:core.End]; isASCIIDigit(text[0]) {
		t.add(core, Number)
	} else {
		c := plainCase(text)
		t.put(core, t.forms.intern(text, c == Lower), Word, c, Latin, true)
	}
	t.marks(Span{core.End, r.End})
	return true
}

// openerLen returns the length of the mark before a word that s begins with, or 0.
func openerLen(s string) int {
	switch {
	case s[0] == '(' || s[0] == '[' || s[0] == '"':
		return 1
	case strings.HasPrefix(s, "“"):
		return len("“")
	}
	return 0
}

// plainCoreLen returns the length of the ASCII word, hyphens and apostrophes inside allowed, or number that s begins with.
func plainCoreLen(s string) int {
	if s != "" && isASCIIDigit(s[0]) {
		return plainNumberLen(s)
	}
	return plainWordLen(s)
}

// plainNumberLen returns the length of the figures that s begins with, commas and points between them counted: 1,000.5
func plainNumberLen(s string) int {
	for i := range len(s) {
		isInside := (s[i] == ',' || s[i] == '.') && i+1 < len(s) && isASCIIDigit(s[i+1])
		if !isInside && !isASCIIDigit(s[i]) {
			return i
		}
	}
	return len(s)
}

// plainWordLen returns the length of the ASCII letters that s begins with, hyphens and apostrophes between them counted: don’t
func plainWordLen(s string) int {
	i := 0
	for i < len(s) {
		if isASCIILetter(s[i]) {
			i++
			continue
		}
		n := joinerLen(s[i:])
		if n == 0 || i == 0 || i+n >= len(s) || !isASCIILetter(s[i+n]) {
			return i
		}
		i += n + 1
	}
	return i
}

// joinerLen returns the length of the hyphen or apostrophe that s begins with, or 0.
func joinerLen(s string) int {
	switch {
	case s[0] == '-' || s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}

// plainCase returns the case of a word that plainCoreLen measured.
func plainCase(s string) Case {
	letters, uppers, inner := 0, 0, 0 // inner: capitals that do not begin a part
	start := true
	for i := 0; i < len(s); i++ {
		if !isASCIILetter(s[i]) {
			start = true
			continue
		}
		letters++
		if isASCIIUpper(s[i]) {
			uppers++
			if !start {
				inner++
			}
		}
		start = false
	}
	return wordCase(uppers, letters-uppers, isASCIIUpper(s[0]) && inner == 0)
}

// wordCase returns the case of a word by its capital and small letters, and by whether it begins with a capital and has no other
// inside a part.
func wordCase(uppers, lowers int, isTitle bool) Case {
	switch {
	case uppers+lowers == 0:
		return NoCase
	case uppers == 0:
		return Lower
	case lowers == 0 && uppers > 1:
		return Upper
	case isTitle:
		return Title
	}
	return Mixed
}

// areClosers reports whether s is only marks that may stand behind a word, no two full stops together.
func areClosers(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '.' && i > 0 && s[i-1] == '.':
			return false
		case isPlainStop(c), c == ')', c == ']', c == '"':
			i++
		case strings.HasPrefix(s[i:], "”"):
			i += len("”")
		default:
			return false
		}
	}
	return true
}

// marks appends the marks of a span, a token each.
func (t *tokenizer) marks(s Span) {
	for i := s.Start; i < s.End; {
		switch c := t.text[i]; {
		case c >= utf8.RuneSelf:
			t.add(Span{i, i + len("”")}, Quote)
			i += len("”")
			continue
		case c == '"':
			t.add(Span{i, i + 1}, Quote)
		case isPlainStop(c):
			t.add(Span{i, i + 1}, Punct)
		default:
			t.add(Span{i, i + 1}, Bracket)
		}
		i++
	}
}

// mixedRun appends the tokens of a stretch that is more than ASCII letters with a stop.
func (t *tokenizer) mixedRun(r Span) {
	core := trimMarks(t.text, r)
	if !isCode(t.text[core.Start:core.End]) {
		t.segments(r)
		return
	}
	if core.Start > r.Start {
		t.segments(Span{r.Start, core.Start})
	}
	t.add(core, Code)
	if core.End < r.End {
		t.segments(Span{core.End, r.End})
	}
}

// segments splits a stretch at the boundaries of UAX #29 and appends the tokens that they make together.
func (t *tokenizer) segments(r Span) {
	t.segs = t.segs[:0]
	it := words.FromString(t.text[r.Start:r.End])
	for it.Next() {
		t.segment(Span{r.Start + it.Start(), r.Start + it.End()})
	}
	for i := 0; i < len(t.segs); {
		i = t.token(i)
	}
}

// segment appends a segment, split where UAX #29 joins words over a full stop or colon that is no abbreviation's.
func (t *tokenizer) segment(s Span) {
	text := t.text[s.Start:s.End]
	class := otherSegment
	switch r, _ := utf8.DecodeRuneInString(text); {
	case unicode.IsLetter(r), unicode.IsMark(r), r == '_':
		class = letterSegment
	case unicode.IsDigit(r):
		class = digitSegment
	}
	if class == letterSegment && len(text) > 2 {
		if i := wordJoiner(text); i > 0 && !isDotted(text) {
			_, n := utf8.DecodeRuneInString(text[i:])
			t.segs = append(t.segs, segment{Span{s.Start, s.Start + i}, letterSegment}, segment{Span{s.Start + i, s.Start + i + n}, otherSegment})
			if s.Start+i+n < s.End {
				t.segment(Span{s.Start + i + n, s.End})
			}
			return
		}
	}
	t.segs = append(t.segs, segment{s, class})
}

// wordJoiner returns the index of the first full stop, colon, middle dot or full-width colon in s, or -1.
func wordJoiner(s string) int {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '.', c == ':', c == "·"[0] && strings.HasPrefix(s[i:], "·"), c == "："[0] && strings.HasPrefix(s[i:], "："):
			return i
		}
	}
	return -1
}

// isDotted reports whether s is an abbreviation with inner dots: U.S, a.m, J.R.R, Ph.D.
func isDotted(s string) bool {
	if strings.EqualFold(s, "ph.d") {
		return true
	}
	if len(s) > maxDotted {
		return false
	}
	for i := 0; i < len(s); i++ {
		if i%2 == 0 && !isASCIILetter(s[i]) || i%2 == 1 && s[i] != '.' {
			return false
		}
	}
	return len(s) >= 3 && len(s)%2 == 1
}

// maxDotted is the length of the longest abbreviation with inner dots: S.P.E.C.T.R.E
const maxDotted = 19

// token appends the token that begins with segment i and returns the index of the segment after it.
func (t *tokenizer) token(i int) int {
	s := t.segs[i]
	if s.class != otherSegment {
		return t.word(i, s.Start)
	}
	r, _ := utf8.DecodeRuneInString(t.text[s.Start:])
	switch {
	case isSingleMark(r):
		return t.singleMark(i, r)
	case isDoubleQuote(r):
		t.add(s.Span, Quote)
	case isBracket(r):
		t.add(s.Span, Bracket)
	case r == Object:
		t.add(s.Span, Code)
	case r == '.' || r == '-':
		return t.punctRun(i, t.text[s.Start])
	case unicode.IsPunct(r):
		t.add(s.Span, Punct)
	default:
		t.add(s.Span, Symbol)
	}
	return i + 1
}

// punctRun appends a run of equal marks as one token: an ellipsis of dots, a dash of hyphens.
func (t *tokenizer) punctRun(i int, c byte) int {
	j := i + 1
	for j < len(t.segs) && t.segs[j].Len() == 1 && t.text[t.segs[j].Start] == c {
		j++
	}
	t.add(Span{t.segs[i].Start, t.segs[j-1].End}, Punct)
	return j
}

// word appends the word or number that begins at start, with segment i as its first part, and returns the index of the
// segment after it.
func (t *tokenizer) word(i, start int) int {
	j := i + 1
	for j < len(t.segs) {
		n := t.joined(i, j)
		if n == 0 {
			break
		}
		j += n
	}
	span := Span{start, t.segs[j-1].End}
	text := t.text[span.Start:span.End]
	c, script, letters := shape(text)
	if !letters || t.segs[i].class == digitSegment && isOrdinal(t.text[t.segs[i].Start:span.End]) {
		t.put(span, NoForm, Number, c, NoScript, false)
		return j
	}
	t.put(span, t.forms.intern(text, c == Lower), Word, c, script, plainCoreLen(text) == len(text))
	return j
}

// joined returns how many segments from j on belong to the word whose segments are i to j-1, or 0.
func (t *tokenizer) joined(i, j int) int {
	prev, s := t.segs[j-1], t.segs[j]
	switch r := runeAt(t.text, s.Start); {
	case r == '.' && s.Len() == 1:
		if j == i+1 && isDotted(t.text[prev.Start:prev.End]) {
			return 1 // U.S.
		}
	case isHyphen(r):
		return t.joinedByHyphen(j)
	case r == '&' && s.Len() == 1 && t.isOf(j+1, letterSegment):
		if isASCIIUpper(t.text[s.Start-1]) && isASCIIUpper(t.text[s.End]) {
			return 2 // AT&T
		}
	case isApostrophe(r):
		return t.joinedByApostrophe(j, r)
	}
	return 0
}

// joinedByHyphen is joined for a hyphen at segment j: state-run, al-‘Arabi, Shahed-136. Two numbers are a range or a score.
func (t *tokenizer) joinedByHyphen(j int) int {
	switch prev := t.segs[j-1]; {
	case t.isOf(j+1, letterSegment):
		return 2
	case t.isOf(j+1, digitSegment):
		if prev.class != digitSegment || !isDigits(t.text[prev.Start:prev.End]) {
			return 2
		}
	case t.isOf(j+2, letterSegment) && isSingleMark(runeAt(t.text, t.segs[j+1].Start)):
		return 3
	}
	return 0
}

// joinedByApostrophe is joined for an apostrophe r at segment j: Be’er, 1990’s, dogs’.
func (t *tokenizer) joinedByApostrophe(j int, r rune) int {
	if t.isOf(j+1, letterSegment) {
		if next := t.segs[j+1]; t.segs[j-1].class == letterSegment || t.text[next.Start:next.End] == "s" {
			return 2
		}
	}
	if t.endsWord(j, r) {
		return 1
	}
	return 0
}

// isOf reports whether there is a segment j, of that class.
func (t *tokenizer) isOf(j int, class segmentClass) bool {
	return j < len(t.segs) && t.segs[j].class == class
}

// isHyphen reports whether a character is a hyphen: the ASCII one, that of Unicode, or the one that no line breaks at.
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isASCIIDigit(s[i]) && s[i] != '.' && s[i] != ',' {
			return false
		}
	}
	return true
}

// isOrdinal reports whether a word that begins with a digit is a number with an ending: 21st, 4th, 1990s.
func isOrdinal(s string) bool {
	i := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' })
	if i < 0 {
		return true
	}
	switch strings.ToLower(s[i:]) {
	case "st", "nd", "rd", "th", "s", "’s", "'s":
		return true
	}
	return false
}

// shape returns the case and script of a word, and whether it has letters at all.
func shape(s string) (c Case, script Script, letters bool) {
	uppers, lowers, inner := 0, 0, 0 // inner: capitals that do not begin a part
	first, start := true, true
	firstUpper := false
	for _, r := range s {
		if !unicode.IsLetter(r) {
			start = start && !unicode.IsDigit(r) || isHyphen(r) || r == '.' || isApostrophe(r)
			continue
		}
		if isApostrophe(r) { // ʿ and its like are letters to Unicode
			start = true
			continue
		}
		letters = true
		script = mergeScript(script, scriptOf(r))
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			uppers++
			if !start {
				inner++
			}
			firstUpper = firstUpper || first
		case unicode.IsLower(r):
			lowers++
		}
		first, start = false, false
	}
	return wordCase(uppers, lowers, firstUpper && inner == 0), script, letters
}

func scriptOf(r rune) Script {
	if r < 0x250 || r >= 0x1E00 && r < 0x1F00 {
		return Latin
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.script
		}
	}
	return OtherScript
}

var scripts = []struct {
	table  *unicode.RangeTable
	script Script
}{
	{unicode.Cyrillic, Cyrillic}, {unicode.Greek, Greek}, {unicode.Arabic, Arabic}, {unicode.Hebrew, Hebrew},
	{unicode.Han, Han}, {unicode.Hiragana, Kana}, {unicode.Katakana, Kana}, {unicode.Hangul, Hangul}, {unicode.Latin, Latin},
	{unicode.Common, NoScript}, {unicode.Inherited, NoScript},
}

func mergeScript(a, b Script) Script {
	switch {
	case a == NoScript || a == b:
		return b
	case b == NoScript:
		return a
	case a == Han && b == Kana || a == Kana && b == Han:
		return Kana
	}
	return MixedScript
}

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}
