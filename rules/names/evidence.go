package names

import (
	"fmt"
	"math"
	"strings"

	"mtlint/lint"
)

// feature is one thing that speaks for or against two types being one name.
type feature uint8

const (
	base         feature = iota
	perLetter            // distance over the length of the longer name, in tenths of a letter
	perLetter2           // its square
	edits                // distance in letters, at most 3
	shortName            // the shorter has at most four letters
	initials             // the first letters differ, and are not vowels that are traded
	bothNames            // both are listed names
	neitherKnown         // neither is in the word list
	oneWord              // one is an English word
	samePrev             // the same name stands before both
	diffPrev             // names stand before both, never the same
	sameNext             // the same name stands behind both
	diffNext             // names stand behind both, never the same
	sameTitle            // the same title stands before both
	sameSentence         // some sentence holds both
	rareOnce             // the rarer is written once
	bothArticles         // both have the Arabic article or a particle
	vowelsOnly           // they differ in vowels only
	bothPinyin           // both may be Mandarin
	oftenOther           // the other is written three times or more
	rareUnknown          // the rarer is not in the word list, the other is
	rareKnown            // the rarer is in the word list, the other is not
	cheap                // what differs is left out or traded freely: doubled letters, h, y for i
	numFeatures
)

// weights holds the points of every feature: a logistic regression on the pairs of 17,700 machine-translated articles
// that other translations of the same sentences decide, and on the pairs of human English. The article is rare there
// and held down by hand.
var weights = [numFeatures]float64{
	base:         0.55,
	perLetter:    -0.08,
	perLetter2:   -0.32,
	edits:        -0.61,
	shortName:    0.36,
	initials:     -0.98,
	bothNames:    -0.66,
	neitherKnown: 1.71,
	oneWord:      -0.40,
	samePrev:     1.35,
	diffPrev:     -1.52,
	sameNext:     1.18,
	diffNext:     -0.83,
	sameTitle:    0.56,
	sameSentence: -0.66,
	rareOnce:     0.37,
	bothArticles: 1.60,
	vowelsOnly:   -0.48,
	bothPinyin:   -1.05,
	oftenOther:   0.20,
	rareUnknown:  0.40,
	rareKnown:    0.48,
	cheap:        0.48,
}

// features returns what speaks for and against one name; a is the rarer type, c what their places have in common.
func features(n *Names, a, b *Type, c context, cost int) (x [numFeatures]float64) {
	is := func(f feature, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	longer, shorter := max(len(a.Fold), len(b.Fold)), min(len(a.Fold), len(b.Fold))
	x[base] = 1
	x[perLetter] = float64(cost) / float64(longer) / 10
	x[perLetter2] = x[perLetter] * x[perLetter]
	x[edits] = min(float64(cost), maxEdits) / 100
	is(shortName, shorter <= 4)
	is(initials, a.Fold[0] != b.Fold[0] && !(cost <= cheapCost && isVowel(a.Fold[0]) && isVowel(b.Fold[0])))
	is(bothNames, a.Entry.Name() && b.Entry.Name())
	is(neitherKnown, !a.Entry.Known() && !b.Entry.Known())
	is(oneWord, a.Entry.Word() || b.Entry.Word())
	is(rareOnce, len(a.Mentions) == 1)
	is(oftenOther, len(b.Mentions) >= often)
	is(rareKnown, a.Entry.Known() && !b.Entry.Known())
	is(rareUnknown, !a.Entry.Known() && b.Entry.Known())
	is(bothArticles, n.hasArticle(a) && n.hasArticle(b))
	is(vowelsOnly, consonants(a.Fold) == consonants(b.Fold))
	is(bothPinyin, isPinyin(a.Fold) && isPinyin(b.Fold))
	is(cheap, cost <= cheapCost)
	is(samePrev, c.prev == same)
	is(diffPrev, c.prev == different)
	is(sameNext, c.next == same)
	is(diffNext, c.next == different)
	is(sameTitle, c.title != lint.NoForm)
	is(sameSentence, c.sentence)
	return x
}

const (
	often     = 3   // mentions of a name that is written often
	cheapCost = 30  // the most distance of two names that sound alike
	maxEdits  = 300 // the distance from which on more letters do not count
)

// costFor returns the most distance of two names, the longer of the given length, at which the points for what else is
// known of them suffice; it may be a hundredth too high.
func costFor(points float64, longer int) int {
	square := weights[perLetter2] / float64(100*longer*longer)
	linear := weights[perLetter]/float64(10*longer) + weights[edits]/100
	if points < infoScore {
		return -1
	}
	cost := (linear + math.Sqrt(linear*linear-4*square*(points-infoScore))) / (-2 * square)
	if cost > maxEdits {
		return math.MaxInt16
	}
	return int(cost) + 1
}

// agreement says whether what stands beside two names agrees.
type agreement uint8

const (
	missing agreement = iota // nothing stands beside one of them
	same
	different
)

// context is what the places of two types have in common.
type context struct {
	prev, next agreement
	prevType   int32       // the name before both
	nextType   int32       // the name behind both
	title      lint.FormID // the title before both
	sentence   bool        // some sentence holds both
}

// maxPlaces is the most mentions of a type that are looked at for context.
const maxPlaces = 24

// contexts compares the places of two types.
func (n *Names) contexts(a, b *Type) context {
	c := context{prevType: -1, nextType: -1, title: lint.NoForm}
	meet := func(to *agreement, common *int32, x, y int32) {
		if x < 0 || y < 0 || n.Types[x].Entry.Word() || n.Types[y].Entry.Word() {
			return // River, North: no name by itself
		}
		if x == y {
			*to, *common = same, x
		} else if *to == missing {
			*to = different
		}
	}
	for _, i := range a.Mentions[:min(len(a.Mentions), maxPlaces)] {
		x := &n.Mentions[i]
		for _, j := range b.Mentions[:min(len(b.Mentions), maxPlaces)] {
			y := &n.Mentions[j]
			meet(&c.prev, &c.prevType, x.Prev, y.Prev)
			meet(&c.next, &c.nextType, x.Next, y.Next)
			if x.Title == y.Title && x.Title != lint.NoForm {
				c.title = x.Title
			}
			c.sentence = c.sentence || x.Sentence == y.Sentence
		}
	}
	return c
}

// isVowel reports whether a folded letter is a vowel.
func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// hasArticle reports whether some mention of the type has the Arabic article.
func (n *Names) hasArticle(t *Type) bool {
	for _, i := range t.Mentions[:min(len(t.Mentions), maxPlaces)] {
		if m := &n.Mentions[i]; m.Article > 0 {
			return true
		}
	}
	return false
}

// consonants returns the letters of a folded name that are no vowels, doubled ones once.
func consonants(fold string) string {
	var b [maxName]byte
	k := 0
	for i := 0; i < len(fold); i++ {
		switch c := fold[i]; c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
		default:
			if k == 0 || b[k-1] != c {
				b[k] = c
				k++
			}
		}
	}
	return string(b[:k])
}

// score weighs the features.
func score(x [numFeatures]float64) float64 {
	sum := 0.0
	for f, value := range x {
		sum += value * weights[f]
	}
	return sum
}

// reasons returns what speaks for one name in words.
func reasons(d *lint.Document, n *Names, x [numFeatures]float64, c context) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if c.prev == same {
		say("both follow ‘%s’", n.spelling(d, &n.Types[c.prevType]))
	}
	if c.next == same {
		say("both precede ‘%s’", n.spelling(d, &n.Types[c.nextType]))
	}
	if c.title != lint.NoForm {
		say("both with the title ‘%s’", d.Forms[c.title].Fold)
	}
	if x[bothArticles] != 0 {
		say("both with an article")
	}
	switch {
	case x[cheap] != 0:
		say("they sound alike")
	case x[vowelsOnly] != 0:
		say("they differ in vowels only")
	}
	return out
}
