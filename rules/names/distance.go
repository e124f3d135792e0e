package names

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

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
		"yu=iu ju=yu tx=ch tx=tch ye=e ie=ye je=ye aa=a au=aw ia=iya ah=a eh=e ui=uy oi=oy",
	15: "gh=g dh=z zh=j w=v w=u w=ou ou=o oo=o ee=e ie=i ei=ai ey=ay ey=y ae=e oe=o ue=u ij=y ij=i au=ao iya=ya iyah=ia eh=ah o=u",
	20: "eo=u gi=y gi=yi ge=ye mp=b nt=d c=k dh=d dh=th th=t sch=ch c=ts tz=z w=oo ie=e ei=i ei=e ey=i ae=a yo=e je=e aw=ow ou=ow eya=ia eh=a uo=o a=e e=i",
	25: "kh=h kh=x ai=e yo=o yu=u iu=u",
	30: "ch=h kh=k q=g q=gh q=c shch=ch shch=sh ts=z zh=z j=y ch=tj x=h ai=a ay=e ya=a ao=ow eu=oi u=v",
	35: "kh=ch th=s j=g j=i dj=g a=o a=i a=u o=a y=a y=e y=o y=u",
	40: "x=j c=j c=dj ch=j kh=j gh=h g=h z=s sh=ch sh=s c=s c=z ts=s zh=g zh=sh ch=c x=sh f=v ff=v i=u",
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
			*at = append(*at, spelling{packed(e.a), maskOf(e.a), packed(e.b), maskOf(e.b), len(e.a), len(e.b), e.cost})
		}
	})
	return table
}()

// spelling is an equivalence whose sides are packed, so that one comparison looks at all letters.
type spelling struct {
	a, aMask, b, bMask uint32
	aLen, bLen         int
	cost               int16
}

// packed returns the first four letters of s, the first in the lowest byte.
func packed(s string) uint32 {
	var name padded
	name.set(s)
	return name.from(0)
}

// padded is a name with zeros behind it, so that four letters can be read at once at every place.
type padded [width + 4]byte

func (p *padded) set(name string) {
	n := copy(p[:width], name)
	binary.LittleEndian.PutUint32(p[n:], 0)
}

// from returns the four letters from place i on, packed.
func (p *padded) from(i int) uint32 { return binary.LittleEndian.Uint32(p[i:]) }

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
// more than limit. Names of other letters than a to z, and those of more than maxName, are far from all others.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if !isPlain(a) || !isPlain(b) || max(len(a), len(b)) > maxName {
		return limit + 1
	}
	var g grid
	return g.distance(a, b, limit)
}

// grid is the costs of turning the beginnings of two names into each other. It needs no clearing between calls.
type grid struct {
	costs   [width][width]int16
	reached [width]uint32 // by row, the columns with a cost that is no more than limit
	limit   int16
	a, b    padded
}

// reach says that the first i letters of the one name turn into the first j of the other at a cost.
func (g *grid) reach(i, j int, cost int16) {
	if cost > g.limit || g.reached[i]>>j&1 != 0 && g.costs[i][j] <= cost {
		return
	}
	g.reached[i] |= 1 << j
	g.costs[i][j] = cost
}

func (g *grid) distance(a, b string, limit int) int {
	g.limit, g.reached = int16(limit), [width]uint32{}
	g.a.set(a)
	g.b.set(b)
	g.reach(0, 0, 0)
	for i := 0; i <= len(a); i++ {
		if g.reached[i] != 0 {
			g.goOn(i, len(a), len(b))
		}
	}
	if g.reached[len(a)]>>len(b)&1 == 0 {
		return limit + 1
	}
	return int(g.costs[len(a)][len(b)])
}

// goOn reaches all that can be reached in one step from the first i letters of the one name, the names being n and m
// letters long.
func (g *grid) goOn(i, n, m int) {
	ahead, omitted := g.a.from(i), g.a.omission(i)
	done := uint32(0)
	for rest := g.reached[i]; rest != 0; rest = g.reached[i] &^ done {
		j := bits.TrailingZeros32(rest)
		done |= 1 << j
		cost := g.costs[i][j]
		if i < n {
			g.reach(i+1, j, cost+omitted)
		}
		if j == m {
			continue
		}
		g.reach(i, j+1, cost+g.b.omission(j))
		if i == n {
			continue
		}
		behind := g.b.from(j)
		x, y := byte(ahead)-'a', byte(behind)-'a'
		g.reach(i+1, j+1, cost+replacing[x][y])
		equal := spellings[x][y]
		for k := range equal {
			if e := &equal[k]; ahead&e.aMask == e.a && behind&e.bMask == e.b {
				g.reach(i+e.aLen, j+e.bLen, cost+e.cost)
			}
		}
		if uint16(ahead) == bits.ReverseBytes16(uint16(behind)) {
			g.reach(i+2, j+2, cost+transposeCost)
		}
	}
}

// omission returns the cost of leaving out letter i.
func (p *padded) omission(i int) int16 {
	c := p[i]
	switch {
	case c == 0:
		return 0
	case i > 0 && p[i-1] == c:
		return doubleCost
	}
	return deleteCost[c-'a']
}
