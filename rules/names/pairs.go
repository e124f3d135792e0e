package names

import (
	"math/bits"
	"slices"

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
	var out []pair
	var g grid
	if len(keys) <= fewNames {
		for i := range keys {
			out = g.compare(out, n, &keys[i], keys[i+1:])
		}
		return out
	}
	slices.SortFunc(keys, func(x, y spellingKey) int {
		if c := int(x.skeleton) - int(y.skeleton); c != 0 {
			return c
		}
		return int(x.typ - y.typ)
	})
	for i := range keys {
		end := i + 1
		for end < len(keys) && end-i <= maxBucket && keys[end].skeleton == keys[i].skeleton {
			end++
		}
		out = g.compare(out, n, &keys[i], keys[i+1:end])
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
	_, month := lexicon.Month(t.Fold)
	_, weekday := lexicon.Weekday(t.Fold)
	return !month && !weekday
}

// spellingKey is what cheaply tells that two types are no spellings of one name.
type spellingKey struct {
	typ      int32
	length   int32
	initial  uint32 // the sound of the first letter; 0 for one that is rarely told apart
	letters  uint32 // the set of the letters that transliterations rarely trade
	skeleton uint32 // the first consonants, those of one sound being one
	counts   uint64 // how often each sound occurs, a byte a sound
	isWord   bool   // an English word
	isName   bool   // a listed name
	joined   bool   // some name stands right before or behind it
}

// loose holds the letters that come, go and trade places between transliterations.
const loose = "aeiouyhwcj"

// sounds gives the consonants of one sound one number; 0 are the letters that a skeleton leaves out.
var sounds = [26]uint32{
	'b' - 'a': 1, 'p' - 'a': 1, 'f' - 'a': 1, 'v' - 'a': 1, 'c' - 'a': 2, 'k' - 'a': 2, 'q' - 'a': 2, 'g' - 'a': 2, 'x' - 'a': 2,
	's' - 'a': 3, 'z' - 'a': 3, 'j' - 'a': 3, 'd' - 'a': 4, 't' - 'a': 4, 'm' - 'a': 5, 'n' - 'a': 5, 'l' - 'a': 6, 'r' - 'a': 7,
}

func keyOf(n *Names, typ int32) spellingKey {
	t := &n.Types[typ]
	k := spellingKey{typ: typ, length: int32(len(t.Fold)), isWord: t.Entry.Word(), isName: t.Entry.Name()}
	last := uint32(0)
	for i := 0; i < len(t.Fold); i++ {
		c := t.Fold[i] - 'a'
		k.letters |= 1 << c
		s := sounds[c]
		if s == 0 || s == last {
			continue
		}
		k.counts += 1 << (8 * s)
		if last = s; k.skeleton < 1<<18 {
			k.skeleton = k.skeleton<<3 | s
		}
	}
	k.letters &^= looseLetters
	if c := t.Fold[0] - 'a'; looseLetters>>c&1 == 0 {
		k.initial = sounds[c]
	}
	for _, i := range t.Mentions[:min(len(t.Mentions), maxPlaces)] {
		k.joined = k.joined || n.Mentions[i].Prev >= 0 || n.Mentions[i].Next >= 0
	}
	return k
}

var looseLetters = func() (set uint32) {
	for i := 0; i < len(loose); i++ {
		set |= 1 << (loose[i] - 'a')
	}
	return set
}()

// mayBeOne reports whether two types may be one name as far as their keys say.
func (k *spellingKey) mayBeOne(o *spellingKey) bool {
	if k.isWord && o.isWord || k.isName && o.isName && !(k.joined && o.joined) {
		return false
	}
	if k.initial != o.initial && k.initial != 0 && o.initial != 0 {
		return false
	}
	longer := max(k.length, o.length)
	if k.length+o.length < 2*longer-1-longer/3 {
		return false
	}
	differing := 0
	for shift := 8; shift < 64; shift += 8 {
		d := int(k.counts>>shift&0xff) - int(o.counts>>shift&0xff)
		differing += max(d, -d)
	}
	return differing <= 2 || differing == 3 && longer >= 7
}

// maxLetters is how many letters that are rarely traded two spellings of one name may not share.
const maxLetters = 3

// compare appends the pairs of the first type with those of the others that are close enough. Nearly all are told apart
// by their letters.
func (g *grid) compare(out []pair, n *Names, first *spellingKey, others []spellingKey) []pair {
	letters := first.letters
	for i := range others {
		k := &others[i]
		if bits.OnesCount32(letters^k.letters) > maxLetters || !first.mayBeOne(k) {
			continue
		}
		limit := int(max(first.length, k.length)) * maxDistance
		if cost := g.distance(n.Types[first.typ].Fold, n.Types[k.typ].Fold, limit); cost <= limit {
			out = append(out, pair{first.typ, k.typ, cost})
		}
	}
	return out
}

// maxDistance is the most distance for a letter of the longer name, in hundredths.
const maxDistance = 25
