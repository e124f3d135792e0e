package names

import (
	"fmt"
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// feature is one thing that speaks for or against two types being one name.
type feature uint8

const (
	base         feature = iota
	perLetter            // distance over the length of the longer name, in tenths of a letter
	edits                // distance in letters, at most 3
	initials             // the first letters differ, and are not vowels that are traded
	namesApart           // both are listed names, and no name beside them agrees
	neitherKnown         // neither is in the word list
	oneWord              // one is an English word
	samePrev             // the same name stands before both
	alikePrev            // names that sound alike stand before both, never the same
	diffPrev             // names stand before both, never such
	sameNext             // the same name stands behind both
	alikeNext            // names that sound alike stand behind both, never the same
	diffNext             // names stand behind both, never such
	sameTitle            // the same title stands before both
	sameBefore           // the same other word stands right before both: the village of
	sameAfter            // the same other word stands right behind both
	shared               // words of their neighbourhoods that are the same, at most 3
	sameSentence         // some sentence holds both
	rareOnce             // the rarer is written once
	bothArticles         // both have the Arabic article or a particle
	vowelsOnly           // they differ in vowels only
	bothPinyin           // both may be Mandarin
	cheap                // what differs is left out or traded freely: doubled letters, h, y for i
	ending               // they differ in an ending that may be a case of the source language
	part                 // one is the other and two letters or more
	headingText          // one stands in headings only, the other does not
	misspelt             // one is listed and written several times, the other is not and written once, and they sound alike
	speech               // both speak, or one does and the other is introduced
	unknownNames         // share of the names of the document that the word list does not know
	numFeatures
)

// weights holds the points of every feature: a logistic regression on the pairs of 17,700 machine-translated articles
// that other translations of the same sentences decide, and on the pairs of human English. The article, slips and
// neighbours that sound alike are rare there, and speech came later: their points are set by hand.
var weights = [numFeatures]float64{
	base:         1.05,
	perLetter:    -0.62,
	edits:        -1.19,
	initials:     -1.05,
	namesApart:   -1.21,
	neitherKnown: 1.30,
	oneWord:      -0.47,
	samePrev:     1.26,
	alikePrev:    1.00,
	diffPrev:     -1.48,
	sameNext:     0.60,
	alikeNext:    1.00,
	diffNext:     -0.66,
	sameTitle:    0.52,
	sameBefore:   0.83,
	sameAfter:    0.59,
	shared:       0.51,
	sameSentence: -0.40,
	rareOnce:     0.46,
	bothArticles: 1.60,
	vowelsOnly:   -0.42,
	bothPinyin:   -0.77,
	cheap:        0.41,
	ending:       -0.13,
	headingText:  0.50,
	misspelt:     0.80,
	part:         1.16,
	speech:       1.00,
	unknownNames: 0.92,
}

// features returns what speaks for and against one name; c is what their places have in common.
func features(n *Names, a, b *Type, c context, cost int) (x [numFeatures]float64) {
	is := func(f feature, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	longer := max(len(a.Fold), len(b.Fold))
	x[base] = 1
	x[perLetter] = float64(cost) / float64(longer) / 10
	x[edits] = min(float64(cost), maxEdits) / 100
	is(initials, a.Fold[0] != b.Fold[0] && !(cost <= cheapCost && isVowel(a.Fold[0]) && isVowel(b.Fold[0])))
	is(namesApart, a.Entry.Name() && b.Entry.Name() && !c.prev.agrees() && !c.next.agrees())
	is(neitherKnown, !a.Entry.Known() && !b.Entry.Known())
	is(oneWord, a.Entry.Word() || b.Entry.Word())
	is(rareOnce, min(len(a.Mentions), len(b.Mentions)) == 1)
	is(bothArticles, n.hasArticle(a) && n.hasArticle(b))
	is(vowelsOnly, consonants(a.Fold) == consonants(b.Fold))
	is(bothPinyin, isPinyin(a.Fold) && isPinyin(b.Fold) && mayBeMandarin.Of(n.doc))
	is(cheap, cost <= cheapCost)
	is(samePrev, c.prev == same)
	is(alikePrev, c.prev == alikes)
	is(diffPrev, c.prev == different)
	is(sameNext, c.next == same)
	is(alikeNext, c.next == alikes)
	is(diffNext, c.next == different)
	is(sameTitle, c.title != lint.NoForm)
	is(sameBefore, c.before != lint.NoForm)
	is(sameAfter, c.after != lint.NoForm)
	x[shared] = float64(c.shared)
	is(sameSentence, c.sentence)
	is(ending, isCase(a.Fold, b.Fold) || isForeignForm(a.Fold, b.Fold))
	is(part, isPart(a.Fold, b.Fold))
	is(misspelt, isMisspelt(a, b, cost) || isMisspelt(b, a, cost))
	is(headingText, n.headingOnly(a) != n.headingOnly(b))
	is(speech, x[bothPinyin] == 0 && n.voiceOf(a).isOf(n.voiceOf(b)))
	x[unknownNames] = n.unknown
	return x
}

// isMisspelt reports whether the first of two types at a distance is likely to be a slip for the second, which is listed.
func isMisspelt(a, b *Type, cost int) bool {
	return cost <= slipCost && !a.Entry.Known() && b.Entry.Known() && len(a.Mentions) == 1 && len(b.Mentions) > 1 && min(len(a.Fold), len(b.Fold)) >= minSlip
}

// voice is what a text tells of whom it quotes.
type voice uint8

const (
	speaks     voice = 1 << iota // a verb of saying stands beside the name
	introduced                   // a name or a title stands before it
	named                        // a name stands beside it
)

// isOf reports whether two voices are likely to be those of one person: both speak, or the one who does is introduced
// nowhere, and the other is. An article introduces whom it quotes.
func (v voice) isOf(o voice) bool {
	return v&o&speaks != 0 || v == speaks && o&introduced != 0 || o == speaks && v&introduced != 0
}

// voiceOf returns the voice of a type.
func (n *Names) voiceOf(t *Type) (v voice) {
	for _, i := range t.Mentions[:min(len(t.Mentions), maxPlaces)] {
		v |= n.voiceAt(&n.Mentions[i])
	}
	return v
}

// voiceAt returns the voice of a mention.
func (n *Names) voiceAt(m *Mention) (v voice) {
	if m.Speaks {
		v |= speaks
	}
	if n.isIntroduced(m) {
		v |= introduced
	}
	if n.hasName(m) {
		v |= named
	}
	return v
}

const (
	slipCost = 20 // a vowel for another that sounds like it, a letter doubled
	minSlip  = 6  // letters of a name that a slip is told in
)

const (
	cheapCost = 30  // the most distance of two names that sound alike
	maxEdits  = 300 // the distance from which on more letters do not count
)

// costFor returns the most distance of two names, the longer of the given length, at which the points for what else is
// known of them suffice; it may be a hundredth too high.
func costFor(points float64, longer int) int {
	if points < infoScore {
		return -1
	}
	far := -weights[perLetter] / float64(10*longer)
	cost := (points - infoScore) / (far - weights[edits]/100)
	if cost > maxEdits {
		cost = (points - infoScore + weights[edits]*maxEdits/100) / far
	}
	return int(cost) + 1
}

// agreement says whether what stands beside two names agrees.
type agreement uint8

const (
	missing agreement = iota // nothing stands beside one of them
	different
	alikes // they sound alike
	same
)

func (a agreement) agrees() bool { return a >= alikes }

// context is what the places of two types have in common.
type context struct {
	prev, next agreement
	prevType   int32       // the name before the one, and the same or one like it before the other
	nextType   int32       // the name behind the one, likewise
	title      lint.FormID // the title before both
	before     lint.FormID // the other word right before both
	after      lint.FormID // the other word right behind both
	shared     int         // words of both neighbourhoods, at most maxShared
	sentence   bool        // some sentence holds both
}

// agrees reports whether anything beside the two types agrees.
func (c *context) agrees() bool {
	return c.standsAlike() || c.shared > 0
}

// differs reports whether the names beside the two types are not the same.
func (c *context) differs() bool {
	return c.prev == different || c.prev == alikes || c.next == different || c.next == alikes
}

// standsAlike reports whether the same name, title or other word stands right beside the two types.
func (c *context) standsAlike() bool {
	return c.prev.agrees() || c.next.agrees() || c.title != lint.NoForm || c.before != lint.NoForm || c.after != lint.NoForm
}

// maxShared is how many common words of two neighbourhoods count.
const maxShared = 3

// maxPlaces is the most mentions of a type that are looked at for context.
const maxPlaces = 24

// contexts compares the places of two types.
func (n *Names) contexts(a, b *Type) context {
	c := context{prevType: -1, nextType: -1, title: lint.NoForm, before: lint.NoForm, after: lint.NoForm, shared: n.shared(a, b)}
	meet := func(to *agreement, common *int32, x, y int32) {
		if *to == same || !n.isNamed(x) || !n.isNamed(y) {
			return
		}
		switch {
		case x == y:
			*to, *common = same, x
		case *to != alikes && n.soundAlike(x, y):
			*to, *common = alikes, x
		default:
			*to = max(*to, different)
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
			if f := n.wordBefore(x); f != lint.NoForm && f == n.wordBefore(y) {
				c.before = f
			}
			if f := n.wordAfter(x); f != lint.NoForm && f == n.wordAfter(y) {
				c.after = f
			}
			c.sentence = c.sentence || x.Sentence == y.Sentence
		}
	}
	return c
}

// soundAlike reports whether two types are likely to be spellings of one name by their letters alone; a man's name and a
// woman's are not.
func (n *Names) soundAlike(x, y int32) bool {
	a, b := &n.Types[x], &n.Types[y]
	longer := max(len(a.Fold), len(b.Fold))
	return a.sound == b.sound && min(len(a.Fold), len(b.Fold)) >= minTold && !isInflection(a.Fold, b.Fold) && areNear(a.Fold, b.Fold, alikePerLetter*longer)
}

// alikePerLetter is the most distance for a letter of two names that sound alike, in hundredths.
const alikePerLetter = 12

// wordBefore returns the content word right before a mention that is neither a name nor a title; lint.NoForm for none.
func (n *Names) wordBefore(m *Mention) lint.FormID {
	if m.Title != lint.NoForm || n.isNamed(m.Prev) {
		return lint.NoForm
	}
	return n.contentWord(m.Token - 1)
}

// wordAfter returns the content word right behind a mention that is no name; lint.NoForm for none.
func (n *Names) wordAfter(m *Mention) lint.FormID {
	if n.isNamed(m.Next) {
		return lint.NoForm
	}
	return n.contentWord(m.Token + 1)
}

// contentWord returns the form of token i when it is a content word; lint.NoForm for others.
func (n *Names) contentWord(i int) lint.FormID {
	if i < 0 || i >= len(n.doc.Tokens) || n.doc.Tokens[i].Kind != lint.Word {
		return lint.NoForm
	}
	if f := n.doc.Tokens[i].Form; f != lint.NoForm && n.functions[f] == 0 {
		return f
	}
	return lint.NoForm
}

const (
	neighbourhood = 5 // tokens on either side of a mention, within its sentence
	maxNear       = 4 // mentions of a type that are looked at
	minNear       = 4 // bytes of a word that counts there, at least
)

// tellingForms tells which word forms count in a neighbourhood: content words that occur elsewhere, too.
func tellingForms(d *lint.Document) []bool {
	functions, telling := lexicon.Functions.Of(d), make([]bool, len(d.Forms))
	for f := range d.Forms {
		telling[f] = d.Forms[f].Count > 1 && len(d.Forms[f].Fold) >= minNear && functions[f] == 0
	}
	return telling
}

// near calls f with the telling words of the neighbourhoods of a type.
func (n *Names) near(t *Type, f func(lint.FormID)) {
	for _, i := range t.Mentions[:min(len(t.Mentions), maxNear)] {
		m := &n.Mentions[i]
		s := n.doc.Sentences[m.Sentence]
		from, to := max(s.From, m.Token-neighbourhood), min(s.To, m.Token+neighbourhood+1)
		for k, t := range n.doc.Tokens[from:to] {
			if t.Form != lint.NoForm && n.telling[t.Form] && from+k != m.Token {
				f(t.Form)
			}
		}
	}
}

// shared returns how many words the neighbourhoods of two types have in common, at most maxShared.
func (n *Names) shared(a, b *Type) int {
	var beside, common []lint.FormID
	n.near(a, func(w lint.FormID) { beside = append(beside, w) })
	n.near(b, func(w lint.FormID) {
		if slices.Contains(beside, w) && !slices.Contains(common, w) {
			common = append(common, w)
		}
	})
	return min(len(common), maxShared)
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

// headingOnly reports whether the mentions of the type, as far as they are looked at, all stand in headings.
func (n *Names) headingOnly(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions[:min(len(t.Mentions), maxPlaces)], func(i int32) bool { return n.Mentions[i].At != inHeading })
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
func reasons(n *Names, x [numFeatures]float64, c context, v verdict) []string {
	var out []string
	d := n.doc
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if v.isOne() {
		say("both stand for ‘%s’ in the source", v.word)
	}
	if c.prev == same {
		say("both follow ‘%s’", n.spelling(d, &n.Types[c.prevType]))
	}
	if c.next == same {
		say("both precede ‘%s’", n.spelling(d, &n.Types[c.nextType]))
	}
	if c.title != lint.NoForm {
		say("both with the title ‘%s’", d.Forms[c.title].Fold)
	}
	if c.before != lint.NoForm {
		say("both behind ‘%s’", d.Forms[c.before].Fold)
	}
	if c.after != lint.NoForm {
		say("both before ‘%s’", d.Forms[c.after].Fold)
	}
	if x[bothArticles] != 0 {
		say("both with an article")
	}
	if x[speech] != 0 {
		say("the text quotes them as one person")
	}
	switch beside := c.prev == alikes || c.next == alikes; {
	case x[cheap] != 0 && beside:
		say("they sound alike, and so do the names beside them")
	case beside:
		say("the names beside them sound alike")
	case x[cheap] != 0:
		say("they sound alike")
	case x[vowelsOnly] != 0:
		say("they differ in vowels only")
	}
	return out
}

// isNamed reports whether the type beside a mention, -1 for none, tells whose name it is: Pavel and Maxim do, River and
// North do not.
func (n *Names) isNamed(beside int32) bool {
	if beside < 0 {
		return false
	}
	e := n.Types[beside].Entry
	return !e.Word() || e.Proper() && e.Level() >= rareWord
}

// rareWord is the level from which on an English word that is a name as well is more likely the name.
const rareWord = 35
