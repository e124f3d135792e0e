package names

import (
	_ "embed"
	"strings"
	"unicode"
)

// readings is the table of readinggen, sorted by character.
//
//go:embed data/readings.tsv
var readings string

// ideograph is a letter of a text without spaces between words: a Chinese character, or a kana among them.
type ideograph struct {
	letter   rune
	sounds   []sound
	initials uint32 // the set of the letters that a name may begin with
}

// ideographs are those met so far, as Japanese or as Chinese reads them.
type ideographs struct {
	isJapanese bool
	known      map[rune]*ideograph
}

// newIdeographs returns the reader of a text. A text with hiragana is Japanese.
func newIdeographs(text string) ideographs {
	return ideographs{strings.ContainsFunc(text, isHiragana), make(map[rune]*ideograph)}
}

// maxUnspaced is the most letters of a paragraph that are read.
const maxUnspaced = 1 << 13

// runs returns the runs of letters of a text without spaces.
func (g *ideographs) runs(text string) (all [][]*ideograph) {
	var run []*ideograph
	left := maxUnspaced
	for _, r := range text {
		switch {
		case !isUnspaced(r) || left == 0:
			if len(run) > 0 {
				all = append(all, run)
				run = nil
			}
		case r == '々' && len(run) > 0:
			again := *run[len(run)-1]
			again.letter = r
			run = append(run, &again)
			left--
		default:
			run = append(run, g.get(r))
			left--
		}
	}
	if len(run) > 0 {
		all = append(all, run)
	}
	return all
}

// isUnspaced reports whether a letter is of a writing without spaces between words, katakana words apart.
func isUnspaced(r rune) bool {
	return r >= 0x3005 && (asKatakana(r) != 0 || unicode.Is(unicode.Han, r))
}

func isHiragana(r rune) bool { return r >= 'ぁ' && r <= 'ゔ' }

// asKatakana returns the katakana of a kana that stands among Chinese characters, 0 for other letters.
func asKatakana(r rune) rune {
	switch {
	case isHiragana(r):
		return r + 'ァ' - 'ぁ'
	case r == 'ヶ', r == 'ケ', r == 'ノ':
		return r
	}
	return 0
}

// get returns the ideograph of a letter.
func (g *ideographs) get(r rune) *ideograph {
	i, ok := g.known[r]
	if !ok {
		i = &ideograph{letter: r}
		g.read(i)
		g.known[r] = i
	}
	return i
}

const (
	rarer   = 2  // cost of a reading for each that is more frequent
	rarest  = 10 // the most of it
	foreign = 15 // cost of a reading of another language
)

// read adds the sounds of an ideograph.
func (g *ideographs) read(i *ideograph) {
	if k := asKatakana(i.letter); k != 0 {
		i.add(romanise(string(k), katakana), 0)
		return
	}
	mandarin, rest, _ := strings.Cut(readingsOf(i.letter), "\t")
	korean, japanese, _ := strings.Cut(rest, "\t")
	if g.isJapanese {
		for n, kana := range strings.Fields(japanese) {
			i.add(romanise(kana, katakana), min(rarer*n, rarest))
		}
		i.add(mandarin, foreign)
	} else {
		i.add(mandarin, 0)
	}
	i.add(romanise(korean, hangul), foreign)
}

// add adds a sound, unless it is none.
func (i *ideograph) add(text string, cost int) {
	if text == "" {
		return
	}
	i.sounds = append(i.sounds, sound{text, cost})
	switch c := text[0]; {
	case isVowel(c):
		for _, v := range []byte("aeiou") {
			i.initials |= 1 << (v - 'a')
		}
	case c == 'r', c == 'l':
		i.initials |= 1<<('r'-'a') | 1<<('l'-'a')
	default:
		i.initials |= 1 << (c - 'a')
	}
}

// readingsOf returns the readings of a character, "" for none.
func readingsOf(r rune) string {
	want := string(r) + "\t"
	low, high := 0, len(readings) // its line begins in between
	for low < high {
		start := strings.LastIndexByte(readings[:(low+high)/2], '\n') + 1
		line, _, _ := strings.Cut(readings[start:], "\n")
		switch {
		case strings.HasPrefix(line, want):
			return line[len(want):]
		case line < want:
			low = start + len(line) + 1
		default:
			high = start
		}
	}
	return ""
}

const (
	maxIdeographs = 7 // letters of a name
	minHiragana   = 3 // letters of a name in hiragana alone
)

// eachRendering calls f with the stretches of a run that a name may render, at most limit away in hundredths for a letter of the name:
// of those that begin at one place the best.
func eachRendering(run []*ideograph, name string, limit int, f func(from, to, cost int)) {
	initial := uint32(1) << (name[0] - 'a')
	start := fromStart(name)
	for from := range run {
		if run[from].initials&initial == 0 {
			continue
		}
		end, least := 0, limit*len(name)
		costs := start
		for to := from; to < min(len(run), from+maxIdeographs) && costs.least <= least; to++ {
			costs = costs.read(run[to].sounds, least)
			if c := costs.whole(); c <= least && (c < least || end == 0) && mayBeName(run[from:to+1]) {
				end, least = to+1, c
			}
		}
		if end > 0 {
			f(from, end, least/len(name))
		}
	}
}

// mayBeName reports whether a stretch may be a name by its letters: it begins and ends with Chinese characters, or is long
// enough a piece of hiragana.
func mayBeName(letters []*ideograph) bool {
	if asKatakana(letters[0].letter) == 0 {
		return asKatakana(letters[len(letters)-1].letter) == 0
	}
	for _, i := range letters {
		if asKatakana(i.letter) == 0 {
			return false
		}
	}
	return len(letters) >= minHiragana
}

// textOf returns the letters as text.
func textOf(letters []*ideograph) string {
	var b strings.Builder
	for _, i := range letters {
		b.WriteRune(i.letter)
	}
	return b.String()
}

// stretch is a part of an unspaced text.
type stretch struct {
	block, run int // of the source, of the block
	from, to   int // in the run
}

func (s stretch) len() int { return s.to - s.from }

// overlaps reports whether two stretches have a letter in common.
func (s stretch) overlaps(o stretch) bool {
	return s.block == o.block && s.run == o.run && s.from < o.to && o.from < s.to
}

// holds reports whether the other stretch is a part of this one.
func (s stretch) holds(o stretch) bool {
	return s.block == o.block && s.run == o.run && s.from <= o.from && o.to <= s.to
}
