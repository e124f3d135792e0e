package names

import "strings"

// maxName is the longest folded name, in bytes, that is compared.
const maxName = 31

// width is the width of the grid of distance.
const width = maxName + 1

// A cost is in hundredths of a replaced letter.
const (
	replaceCost   = 100
	transposeCost = 60
	doubleCost    = 10 // a letter that stands beside its like
)

// deleteCost is the cost of leaving a letter out. Vowels and h come and go between transliterations.
var deleteCost = func() (costs [26]int16) {
	for i := range costs {
		costs[i] = 100
	}
	for c, cost := range map[byte]int16{'a': 50, 'e': 50, 'i': 50, 'o': 50, 'u': 50, 'h': 30, 'w': 50, 'y': 50, 'j': 50} {
		costs[c-'a'] = cost
	}
	return costs
}()

// equivalences holds letters that transliterations write for one sound, a line a cost: what is written alike is cheap to
// replace, both ways. Vowels that Semitic scripts leave out are in it too.
var equivalences = map[int16]string{
	5: "ck=k iyya=iya",
	10: "q=k f=ph sch=sh tch=ch tsch=ch tsch=tch shch=sch cz=ch sz=sh ts=tz j=dj j=dzh x=ks ou=u oo=u uu=u ee=i ey=ei ay=ai iy=y iy=i ii=i iyy=i iyy=y y=i ya=ia ya=ja ia=ja yo=io jo=yo " +
		"yu=iu ju=yu ye=e ie=ye je=ye aa=a au=aw ia=iya ah=a eh=e ui=uy oi=oy",
	15: "gh=g dh=z zh=j w=v w=u w=ou ou=o oo=o ee=e ie=i ei=ai ey=ay ey=y ae=e oe=o ue=u ij=y ij=i au=ao iya=ya iyah=ia eh=ah o=u",
	20: "c=k dh=d dh=th th=t sch=ch c=ts tz=z w=oo ie=e ei=i ei=e ey=i ae=a yo=e je=e aw=ow ou=ow eya=ia eh=a uo=o a=e e=i",
	25: "kh=h kh=x ai=e yo=o yu=u iu=u",
	30: "kh=k q=g q=gh q=c shch=ch shch=sh ts=z zh=z j=y ch=tj x=h ai=a ay=e ya=a ao=ow eu=oi u=v",
	35: "kh=ch th=s j=g j=i dj=g a=o a=i a=u o=a y=a y=e y=o y=u",
	40: "kh=j gh=h g=h z=s sh=ch sh=s c=s c=z ts=s zh=g zh=sh ch=c x=sh f=v ff=v i=u",
	45: "e=o e=u i=o",
	50: "k=g ch=k v=b",
	60: "p=b d=t",
	70: "m=n l=r",
}

// equivalence is one pair of spellings in one direction.
type equivalence struct {
	a, b string
	cost int16
}

// replacing holds the cost of writing one letter for another.
var replacing = func() (costs [26][26]int16) {
	for i := range costs {
		for j := range costs[i] {
			if i != j {
				costs[i][j] = replaceCost
			}
		}
	}
	eachEquivalence(func(e equivalence) {
		if len(e.a) == 1 && len(e.b) == 1 {
			costs[e.a[0]-'a'][e.b[0]-'a'] = e.cost
		}
	})
	return costs
}()

// spellings holds the equivalences of several letters by the first letters of both sides.
var spellings = func() (table [26][26][]spelling) {
	eachEquivalence(func(e equivalence) {
		if len(e.a) > 1 || len(e.b) > 1 {
			at := &table[e.a[0]-'a'][e.b[0]-'a']
			*at = append(*at, spelling{packed(e.a), maskOf(e.a), packed(e.b), maskOf(e.b), len(e.a)*width + len(e.b), e.cost})
		}
	})
	return table
}()

// spelling is an equivalence whose sides are packed, so that one comparison looks at all letters.
type spelling struct {
	a, aMask, b, bMask uint32
	step               int // how far it leads in the grid of distance
	cost               int16
}

// packed returns the first four letters of s, the first in the lowest byte.
func packed(s string) (p uint32) {
	for i := min(len(s), 4) - 1; i >= 0; i-- {
		p = p<<8 | uint32(s[i])
	}
	return p
}

// maskOf returns the mask of the letters that s has when packed.
func maskOf(s string) uint32 { return 1<<(8*len(s)) - 1 }

// eachEquivalence calls f with every equivalence, both ways.
func eachEquivalence(f func(equivalence)) {
	for cost, pairs := range equivalences {
		for pair := range strings.FieldsSeq(pairs) {
			a, b, _ := strings.Cut(pair, "=")
			f(equivalence{a, b, cost})
			f(equivalence{b, a, cost})
		}
	}
}

// distance returns the least cost of turning the one folded name into the other, in hundredths, or limit+1 when it is
// more than limit. Both are at most maxName letters from a to z.
func distance(a, b string, limit int) int {
	var g grid
	return g.distance(a, b, limit)
}

// grid is the costs of turning the beginnings of two names into each other. It needs no clearing between calls.
type grid [(width + maxStep) * width]int16

// maxStep is the most letters of one side that one step of distance takes.
const maxStep = 4

// clear makes the cells of row i for a name of n letters cost most.
func (g *grid) clear(i, n int, most int16) {
	row := g[i*width : i*width+n+1]
	for j := range row {
		row[j] = most
	}
}

func (g *grid) distance(a, b string, limit int) int {
	most := int16(limit + 1)
	for i := range maxStep {
		g.clear(i, len(b), most)
	}
	g[0] = 0
	var behind [width]uint32 // the letters of b from each place on
	for j := range len(b) {
		behind[j] = packed(b[j:])
	}
	live := 0 // the last row with a cost below most
	for i := 0; i <= len(a) && i-live <= maxStep; i++ {
		g.clear(i+maxStep, len(b), most)
		ahead := packed(a[i:])
		for j := 0; j <= len(b); j++ {
			at := i*width + j
			cost := g[at]
			if cost >= most {
				continue
			}
			live = i
			if i < len(a) {
				lower(&g[at+width], cost+omission(a, i))
			}
			if j < len(b) {
				lower(&g[at+1], cost+omission(b, j))
			}
			if i == len(a) || j == len(b) {
				continue
			}
			lower(&g[at+width+1], cost+replacing[a[i]-'a'][b[j]-'a'])
			equal := spellings[a[i]-'a'][b[j]-'a']
			for k := range equal {
				if e := &equal[k]; ahead&e.aMask == e.a && behind[j]&e.bMask == e.b {
					lower(&g[at+e.step], cost+e.cost)
				}
			}
			if i+1 < len(a) && j+1 < len(b) && a[i] == b[j+1] && a[i+1] == b[j] {
				lower(&g[at+2*width+2], cost+transposeCost)
			}
		}
		if i == len(a) {
			return int(g[len(a)*width+len(b)])
		}
	}
	return int(most)
}

func lower(cell *int16, cost int16) { *cell = min(*cell, cost) }

// omission returns the cost of leaving out letter i of s.
func omission(s string, i int) int16 {
	if i > 0 && s[i-1] == s[i] {
		return doubleCost
	}
	return deleteCost[s[i]-'a']
}
