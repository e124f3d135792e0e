package names

import (
	"math/bits"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// pair is two types of similar spelling.
type pair struct {
	a, b int32 // indexes into Names.Types
	cost int   // their distance
}

// similar returns the pairs of types that may be one name by their spelling.
func similar(n *Names) []pair {
	keys := make([]spellingKey, 0, len(n.Types))
	for i := range n.Types {
		if t := &n.Types[i]; t.comparable() {
			keys = append(keys, keyOf(n, int32(i)))
		}
	}
	var g grid
	if len(keys) <= fewNames {
		return g.compareAll(n, keys)
	}
	return g.compareBuckets(n, keys)
}

// compareAll returns the pairs of all types. Nearly all are told apart by their letters.
func (g *grid) compareAll(n *Names, keys []spellingKey) (out []pair) {
	letters := make([]uint32, len(keys))
	for i := range keys {
		letters[i] = keys[i].letters
	}
	for i, first := range letters {
		others := keys[i+1:]
		for j, other := range letters[i+1:] {
			if shareLetters(first, other) && keys[i].mayBeOne(&others[j]) {
				out = g.compare(out, n, &keys[i], &others[j])
			}
		}
	}
	return out
}

// compareBuckets returns the pairs within the types of one skeleton.
func (g *grid) compareBuckets(n *Names, keys []spellingKey) (out []pair) {
	first := make([]int32, 1<<bits.Len(uint(len(keys)))) // 1 + index of the first key with a hash of the skeleton, 0 for none
	next := make([]int32, len(keys))                     // the same of the next such key
	for i := len(keys) - 1; i >= 0; i-- {
		slot := keys[i].skeleton * 2654435761 >> 8 & uint32(len(first)-1)
		next[i], first[slot] = first[slot], int32(i)+1
	}
	for i := range keys {
		left := maxBucket
		for j := next[i]; j > 0 && left > 0; j = next[j-1] {
			if other := &keys[j-1]; other.skeleton == keys[i].skeleton {
				if shareLetters(keys[i].letters, other.letters) && keys[i].mayBeOne(other) {
					out = g.compare(out, n, &keys[i], other)
				}
				left--
			}
		}
	}
	return out
}

const (
	fewNames  = 400 // up to this many types each is compared with each, above only those of one skeleton
	maxBucket = 16  // the most types of one skeleton that a type is compared with
)

// comparable reports whether a type may be a misspelt or a misspelling: its capital is not that of a sentence or of a
// word that the document writes in lower case too.
func (t *Type) comparable() bool {
	if t.IsWord || len(t.Mentions) == 0 || len(t.Fold) < 3 || len(t.Fold) > maxName || !isPlain(t.Fold) || t.Inner == 0 && t.Entry.Word() {
		return false
	}
	return !t.Entry.Known() || !isCalendarWord(t.Fold)
}

// isCalendarWord reports whether a word in lower case is a month or a day of the week; the word list has all of them.
func isCalendarWord(fold string) bool {
	_, month := lexicon.Month(fold)
	_, weekday := lexicon.Weekday(fold)
	return month || weekday
}

// spellingKey is what cheaply tells that two types are no spellings of one name.
type spellingKey struct {
	typ      int32
	length   int32
	initial  uint32 // the sound of the first letter; 0 for one that is rarely told apart
	letters  uint32 // the set of the letters that transliterations rarely trade
	skeleton uint32 // the first consonants, those of one sound being one
	counts   uint64 // how often each sound occurs: nine bits a sound, as many of them set
	nasals   rangeOf
	liquids  rangeOf
	mentions int32
	traits   trait
	voice    voice
	prev     signature // of the names before it
	next     signature // of the names behind it
	titles   signature
	before   signature // of the other words before it
	after    signature // of those behind it
	near     signature // of the words of its neighbourhoods, known when asked for
	nearRead bool
}

// signature is a set of types or titles, each given one of 64 bits: sets without a common bit have nothing in common.
type signature uint64

// add adds a number to the set.
func (s *signature) add(number int32) { *s |= 1 << (uint32(number) % 64) }

// addForm adds a word form, unless it is none.
func (s *signature) addForm(f lint.FormID) {
	if f != lint.NoForm {
		s.add(int32(f))
	}
}

// join adds the sound of the name beside a mention, -1 for none, unless contexts passes it over.
func (n *Names) join(s *signature, beside int32) {
	if n.isNamed(beside) {
		s.add(int32(n.Types[beside].sound % 61))
	}
}

// soundOf returns the consonants of a folded name as a number, those of one sound being one and doubled ones once.
func soundOf(fold string) uint32 {
	sound, last := uint32(0), uint32(0)
	for _, c := range []byte(fold) {
		if s := sounds[(c-'a')&31]; s != 0 && s != last {
			sound, last = sound*9+s, s
		}
	}
	return sound
}

// trait is what a type may share with another.
type trait uint8

const (
	isKnown      trait = 1 << iota // in the word list
	isWord                         // an English word
	isName                         // a listed name
	withArticle                    // it has the Arabic article somewhere
	initialVowel                   // it begins with a vowel
	inHeadings                     // it stands in headings only
)

// rangeOf is how many letters of a kind a name has, doubled ones once and twice.
type rangeOf struct{ least, most int8 }

// add counts a letter; doubled says that it stands behind its like.
func (r *rangeOf) add(doubled bool) {
	r.most++
	if !doubled {
		r.least++
	}
}

// apart returns how many letters one name has more than the other at least.
func (r rangeOf) apart(o rangeOf) int { return int(max(r.least-o.most, o.least-r.most, 0)) }

// loose holds the letters that come, go and trade places between transliterations.
const loose = "aeiouyhwcj"

// nasal is the sound of m and n; those above are the liquids.
const nasal = 5

// sounds gives the consonants of one sound one number; 0 are the letters that a skeleton leaves out.
var sounds = [32]uint32{
	'b' - 'a': 1, 'p' - 'a': 1, 'f' - 'a': 1, 'v' - 'a': 1, 'c' - 'a': 2, 'k' - 'a': 2, 'q' - 'a': 2, 'g' - 'a': 2, 'x' - 'a': 2,
	's' - 'a': 3, 'z' - 'a': 3, 'j' - 'a': 3, 'd' - 'a': 4, 't' - 'a': 4, 'm' - 'a': nasal, 'n' - 'a': nasal, 'l' - 'a': 6, 'r' - 'a': 7,
}

func keyOf(n *Names, typ int32) spellingKey {
	t := &n.Types[typ]
	k := spellingKey{typ: typ, length: int32(len(t.Fold)), mentions: int32(len(t.Mentions))}
	k.read(t.Fold)
	if c := t.Fold[0] - 'a'; looseLetters>>c&1 == 0 {
		k.initial = sounds[c]
	}
	k.note(isKnown, t.Entry.Known())
	k.note(isWord, t.Entry.Word())
	k.note(isName, t.Entry.Name())
	k.note(initialVowel, isVowel(t.Fold[0]))
	k.note(inHeadings, n.headingOnly(t))
	for _, i := range t.Mentions[:min(len(t.Mentions), maxPlaces)] {
		m := &n.Mentions[i]
		n.join(&k.prev, m.Prev)
		n.join(&k.next, m.Next)
		if m.Title != lint.NoForm {
			k.titles.add(int32(m.Title))
		}
		k.before.addForm(n.wordBefore(m))
		k.after.addForm(n.wordAfter(m))
		k.note(withArticle, m.Article > 0)
		k.voice |= n.voiceAt(m)
	}
	return k
}

// sharesNear reports whether the neighbourhoods of two types may have a word in common.
func (k *spellingKey) sharesNear(o *spellingKey, n *Names) bool {
	return k.nearWords(n)&o.nearWords(n) != 0
}

// nearWords returns the words of the neighbourhoods.
func (k *spellingKey) nearWords(n *Names) signature {
	if !k.nearRead {
		k.nearRead = true
		n.near(&n.Types[k.typ], k.near.addForm)
	}
	return k.near
}

// read fills in what the key says of the letters.
func (k *spellingKey) read(fold string) {
	letters, skeleton, counts := uint32(0), uint32(0), uint64(0)
	last, before := uint32(0), byte(0) // the last sound, and the letter before
	for _, c := range []byte(fold) {
		letters |= 1 << ((c - 'a') & 31)
		if s := sounds[(c-'a')&31]; s != 0 {
			if s == nasal {
				k.nasals.add(before == c)
			} else if s > nasal {
				k.liquids.add(before == c)
			}
			if s != last {
				low := uint64(1) << ((9*s - 9) & 63)
				counts |= (counts<<1 | low) & (low<<9 - low)
				if last = s; skeleton < 1<<18 {
					skeleton = skeleton<<3 | s
				}
			}
		}
		before = c
	}
	k.letters, k.skeleton, k.counts = letters&^looseLetters, skeleton, counts
}

func (k *spellingKey) note(t trait, yes bool) {
	if yes {
		k.traits |= t
	}
}

var looseLetters = func() (set uint32) {
	for i := 0; i < len(loose); i++ {
		set |= 1 << (loose[i] - 'a')
	}
	return set
}()

// mayBeOne reports whether two types may be one name as far as their keys say.
func (k *spellingKey) mayBeOne(o *spellingKey) bool {
	if k.traits&o.traits&isWord != 0 {
		return false
	}
	longer := max(k.length, o.length)
	if k.length+o.length < 2*longer-1-longer/3 {
		return false
	}
	differing := bits.OnesCount64(k.counts ^ o.counts)
	if k.initial != o.initial && k.initial != 0 && o.initial != 0 {
		return k.isJoined(o) && differing <= 4
	}
	return differing <= 2 || differing == 3 && longer >= 7 || differing <= 4 && k.isJoined(o)
}

// isJoined reports whether one name may stand beside two types, or the text quotes both.
func (k *spellingKey) isJoined(o *spellingKey) bool {
	return k.prev&o.prev|k.next&o.next != 0 || k.voice.isOf(o.voice)
}

// shareLetters reports whether no more than three of the letters that are rarely traded stand in one of two names alone.
func shareLetters(a, b uint32) bool {
	alone := a ^ b
	alone &= alone - 1 // without one
	alone &= alone - 1
	alone &= alone - 1
	return alone == 0
}

// meets reports whether anything beside two types may agree.
func (k *spellingKey) meets(o *spellingKey, n *Names) bool {
	return k.prev&o.prev|k.next&o.next|k.titles&o.titles|k.before&o.before|k.after&o.after != 0 || k.sharesNear(o, n)
}

// compare appends the pair of two types when they are close enough.
func (g *grid) compare(out []pair, n *Names, k, o *spellingKey) []pair {
	a, b := n.Types[k.typ].Fold, n.Types[o.typ].Fold
	most := maxName * replaceCost
	if k.traits&o.traits&isName != 0 && !k.meets(o, n) {
		if (k.voice^o.voice)&named == 0 {
			return out
		}
		most = cheapCost
	}
	limit := min(k.limit(o, n), most)
	if limit < 0 || replaceCost*max(k.nasals.apart(o.nasals), k.liquids.apart(o.liquids)) > limit {
		return out
	}
	if cost := g.distance(a, b, limit); cost <= limit && (cost <= maxDistance*max(len(a), len(b)) || !isPinyin(a) || !isPinyin(b)) {
		out = append(out, pair{k.typ, o.typ, cost})
	}
	return out
}

// maxDistance is the most distance for a letter of the longer name, in hundredths.
const maxDistance = 25

// wideDistance is the same where one name stands beside both, or the text quotes both; Mandarin syllables are left out.
const wideDistance = 35

// limit returns the most distance at which two types may still score enough to be reported, less than 0 for none.
func (k *spellingKey) limit(o *spellingKey, n *Names) int {
	points := k.mostPoints(o, n.Types[k.typ].Fold, n.Types[o.typ].Fold) + weights[unknownNames]*n.unknown
	longer := int(max(k.length, o.length))
	slip := 0.0
	if (k.traits^o.traits)&isKnown != 0 && min(k.mentions, o.mentions) == 1 && max(k.mentions, o.mentions) > 1 {
		slip = weights[misspelt]
	}
	if points+weights[cheap]+slip+maxShared*weights[shared] < infoScore {
		return -1 // the words near them do not matter
	}
	if k.sharesNear(o, n) {
		points += maxShared * weights[shared]
	}
	limit := max(costFor(points, longer), min(costFor(points+weights[cheap], longer), cheapCost))
	if slip > 0 {
		limit = max(limit, min(costFor(points+weights[cheap]+slip, longer), slipCost))
	}
	if k.isJoined(o) {
		return min(limit, longer*wideDistance)
	}
	return min(limit, longer*maxDistance)
}

// mostPoints returns what two types, folded a and b, score at most where their spellings do not differ: what their places
// have in common is taken to agree.
func (k *spellingKey) mostPoints(o *spellingKey, a, b string) float64 {
	both, either := k.traits&o.traits, k.traits|o.traits
	points := weights[base]
	is := func(f feature, yes bool) {
		if yes {
			points += weights[f]
		}
	}
	is(initials, a[0] != b[0] && both&initialVowel == 0)
	is(namesApart, both&isName != 0 && k.prev&o.prev == 0 && k.next&o.next == 0)
	is(neitherKnown, either&isKnown == 0)
	is(oneWord, either&isWord != 0)
	is(samePrev, k.prev&o.prev != 0)
	is(diffPrev, k.prev != 0 && o.prev != 0 && k.prev&o.prev == 0)
	is(sameNext, k.next&o.next != 0)
	is(diffNext, k.next != 0 && o.next != 0 && k.next&o.next == 0)
	is(sameTitle, k.titles&o.titles != 0)
	is(sameBefore, k.before&o.before != 0)
	is(sameAfter, k.after&o.after != 0)
	is(bothArticles, both&withArticle != 0)
	is(rareOnce, min(k.mentions, o.mentions) == 1)
	is(headingText, (k.traits^o.traits)&inHeadings != 0)
	is(part, isPart(a, b))
	is(speech, k.voice.isOf(o.voice))
	return points
}
