package names

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mtlint/lint"
)

// sourceWords is the words of a source that may be names.
type sourceWords struct {
	words  []sourceWord
	blocks [][]int32 // by block of the source: indexes into words, each once
	known  map[string]int32

	unspaced [][][]*ideograph // by block: its runs of text without spaces
}

// sourceWord is a word of the source, without what its language joins on in front.
type sourceWord struct {
	text   string // in lower case
	stem   string // its first letters, which its cases share
	roman  string // romanised, folded; of an abjad without most vowels
	script script
}

const (
	minSourceWord = 2 // letters of a word, at least
	stemLength    = 3 // letters of a stem
	maxCase       = 3 // Latin letters of a case ending, at most
)

// readSource finds the words of a text that may be names.
func readSource(d *lint.Document) *sourceWords {
	s := &sourceWords{known: make(map[string]int32)}
	letters := newIdeographs(d.Text)
	for _, b := range d.Blocks {
		var own []int32
		eachRun(d.Slice(d.Span(b.Range)), func(run string, of script) {
			s.addRun(run, of, func(w int32) {
				if !slices.Contains(own, w) {
					own = append(own, w)
				}
			})
		})
		s.blocks = append(s.blocks, own)
		s.unspaced = append(s.unspaced, letters.runs(d.Slice(d.Span(b.Range))))
	}
	return s
}

// eachRun calls f with every run of letters of one script and of the marks inside words.
func eachRun(text string, f func(run string, s script)) {
	start, end, last := 0, 0, otherScript
	for i, r := range text {
		s := scriptOf(r)
		if s == otherScript && (unicode.Is(unicode.Mn, r) || isInside(r)) {
			continue // goes on when another letter follows right behind
		}
		if s != last || s == otherScript || strings.ContainsFunc(text[end:i], func(r rune) bool { return !unicode.Is(unicode.Mn, r) && !isInside(r) }) {
			if last != otherScript {
				f(text[start:end], last)
			}
			start, last = i, s
		}
		end = i + utf8.RuneLen(r)
	}
	if last != otherScript {
		f(text[start:end], last)
	}
}

// isInside reports whether r may stand between the letters of a word: hyphens, apostrophes, what Hebrew marks initials
// with, and what parts or draws out the letters of Arabic.
func isInside(r rune) bool {
	return isHyphen(r) || r == nonJoiner || r == tatweel || isApostrophe(r) || r == '"' || r == '״' || r == '׳' || r == '־'
}

// nonJoiner parts the parts of a Persian name, where a hyphen might stand: Ahmadi-Nejad.
const nonJoiner = '\u200c'

// tatweel draws a word out.
const tatweel = 'ـ'

// isJoint reports whether r stands between the parts of a word that may be names by themselves.
func isJoint(r rune) bool { return isHyphen(r) || r == nonJoiner }

// plainAbjad returns a word of an abjad in its plain letters, without vowel signs and what makes it longer or parts it.
func plainAbjad(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == nonJoiner || r == tatweel {
			return -1
		}
		return r
	}, norm.NFKC.String(word))
}

// addRun adds the words that a run of letters may be a name as, and calls f with the index of each.
func (s *sourceWords) addRun(run string, of script, f func(int32)) {
	add := func(word string) {
		if w, ok := s.add(word, of); ok {
			f(w)
		}
	}
	if parts := strings.FieldsFunc(run, isJoint); len(parts) > 1 {
		for _, part := range parts {
			s.addRun(part, of, f)
		}
	}
	switch of {
	case latin, cased:
		if isUpper(run) {
			add(run)
		}
	case caseless, katakana:
		add(run)
	case abjad:
		run = plainAbjad(run)
		add(run)
		for _, prefix := range joinedOn() {
			if rest, ok := strings.CutPrefix(run, prefix); ok && utf8.RuneCountInString(rest) > minSourceWord {
				add(rest)
			}
		}
	case hangul:
		n := 0
		for i := range run {
			if n >= minSourceWord && n <= maxHangulName {
				add(run[:i]) // particles are joined on behind
			}
			n++
		}
		if n >= minSourceWord && n <= maxHangulName {
			add(run)
		}
	}
}

// maxHangulName is the most syllables of a name in Hangul.
const maxHangulName = 5

// joinedOn returns what Arabic and Hebrew join on in front of a name: articles, conjunctions, prepositions.
var joinedOn = sync.OnceValue(func() []string {
	return strings.Fields("ال وال بال فال كال لل و ب ل ف ك ה ו ב ל מ ש כ וה של וב ול ומ שה מה כש")
})

// add adds a word, unless it cannot be read.
func (s *sourceWords) add(word string, of script) (index int32, ok bool) {
	text := strings.ToLower(word)
	if w, ok := s.known[text]; ok {
		return w, true
	}
	roman := romanise(text, of)
	if len(roman) < minSourceWord || len(roman) > maxName {
		return 0, false
	}
	w := int32(len(s.words))
	s.known[text] = w
	s.words = append(s.words, sourceWord{text, stemOf(text, of), roman, of})
	return w, true
}

// intern returns the index of a part of an unspaced text.
func (s *sourceWords) intern(text string) int32 {
	if w, ok := s.known[text]; ok {
		return w
	}
	w := int32(len(s.words))
	s.known[text] = w
	s.words = append(s.words, sourceWord{text, stemOf(text, han), "", han})
	return w
}

// stemOf returns what all cases of a word have in common.
func stemOf(text string, of script) string {
	if of == abjad {
		text = withoutMatres(text)
		for _, prefix := range joinedOn() {
			if rest, ok := strings.CutPrefix(text, prefix); ok && rest != "" {
				text = rest
				break
			}
		}
	}
	n := 0
	for i := range text {
		if n == stemLength || of == hangul && n == minSourceWord || of == han && n == 1 {
			return text[:i]
		}
		n++
	}
	return text
}

// cost returns how far a name is from the word, in hundredths of a letter for a letter; more than maxRendering when it
// cannot render it.
func (w *sourceWord) cost(name string) int {
	if w.script == abjad {
		return abjadCost(w.text, name)
	}
	best := maxRendering + 1
	if w.script == katakana {
		best = katakanaCost(w.text, name)
	}
	for cut := 0; cut <= maxCase && len(w.roman)-cut >= stemLength; cut++ {
		roman := w.roman[:len(w.roman)-cut]
		longer := max(len(roman), len(name))
		limit := min(best, w.most()) * longer
		if c := distance(roman, name, limit); c <= limit {
			best = min(best, c/longer+cut)
		}
		if w.script != cased {
			break
		}
	}
	return best
}

// most returns the most distance of a name that renders the word. Letters that are the same already are not traded.
func (w *sourceWord) most() int {
	if w.script == latin {
		return maxRendering * 2 / 3
	}
	return maxRendering
}

// isOne reports whether two words, indexes into words, may be cases of one name.
func (s *sourceWords) isOne(x, y int32) bool {
	a, b := &s.words[x], &s.words[y]
	if a.script != b.script {
		return false
	}
	switch a.script {
	case abjad:
		return withoutMatres(a.text) == withoutMatres(b.text) || isPrefixed(a.text, b.text) || isPrefixed(b.text, a.text)
	case han:
		return isWithout(a.text, b.text) || isWithout(b.text, a.text)
	case hangul:
		return strings.HasPrefix(a.text, b.text) || strings.HasPrefix(b.text, a.text)
	case latin:
		return shareStem(a.text, b.text, func(ending string) bool { return len(ending) <= maxCase })
	case cased, caseless:
		return shareStem(a.text, b.text, func(ending string) bool { return ending == "" || caseEndings()[ending] })
	}
	return false
}

// withoutMatres returns a word of an abjad without the letters that stand for vowels, which may be left out.
func withoutMatres(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("אהויةهوىيی\"'’׳״-־", r) {
			return -1
		}
		return r
	}, word)
}

// isWithout reports whether the first word is the second with a word behind it that says of what kind it is.
func isWithout(long, short string) bool {
	kind, ok := strings.CutPrefix(long, short)
	return ok && utf8.RuneCountInString(short) > 1 && strings.Contains("町村市区郡県府州省县區縣乡鄉镇鎮山岳峰川河江湖島岛寺城港駅站谷沢路街", kind)
}

// isPrefixed reports whether the first word is the second with something joined on in front.
func isPrefixed(long, short string) bool {
	prefix, ok := strings.CutSuffix(long, short)
	return ok && slices.Contains(joinedOn(), prefix)
}

// shareStem reports whether two words have a stem in common behind which both have an ending.
func shareStem(a, b string, isEnding func(string) bool) bool {
	common := 0
	for n, r := range a {
		if !strings.HasPrefix(b[min(n, len(b)):], string(r)) {
			break
		}
		common = n + utf8.RuneLen(r)
	}
	for stem := a[:common]; utf8.RuneCountInString(stem) >= stemLength; {
		if isEnding(a[len(stem):]) && isEnding(b[len(stem):]) {
			return true
		}
		_, last := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-last]
	}
	return false
}

// caseEndings holds what the cases of Russian and Ukrainian, Greek, Armenian and Georgian make of the end of a name.
var caseEndings = sync.OnceValue(func() map[string]bool {
	return lint.WordSet("а я у ю е и ы о ь й ом ем ой ей ою ею ов ев ам ям ами ями ах ях ого его ому ему ым им ых их ий ый ая яя ую юю ое ее і ї є ві ові еві єю їв ів ої ій єм ця цю " +
		"ς υ ος ου ο α ας η ης ων οι ους ά ή ό ας άς ής ού ի ը ն ին ից ով ում ի մ ს მა ის ი ში თან დან ზე თვის")
})
