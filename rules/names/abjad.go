package names

import (
	"strings"
	"sync"
)

// abjadCost returns how far a folded name is from a word in Arabic or Hebrew letters, in hundredths for a letter of the
// word, or more than maxRendering. The name may have vowels that the word does not write.
func abjadCost(word, name string) int {
	table := abjadLetters()
	letters := []rune(word)
	if len(name) > 4*len(letters) || len(letters) > 2*len(name)+2 {
		return maxRendering + 1
	}
	costs := make([]int, len(name)+1) // of the letters so far and so much of the name
	next := make([]int, len(name)+1)
	for j := 1; j <= len(name); j++ {
		costs[j] = replaceCost * len(name)
	}
	for i := range letters {
		skipVowels(costs, name)
		for j := range next {
			next[j] = costs[j] + replaceCost
			if j > 0 {
				next[j] = min(next[j], costs[j-1]+replaceCost)
			}
		}
		for _, to := range table[letters[i]] {
			if to.text == "" && to.cost > 0 {
				switch i {
				case 0:
					to.cost = replaceCost // a written vowel begins the name
				case len(letters) - 1:
					to.cost = min(to.cost, 10)
				}
			}
			for j := 0; j+len(to.text) <= len(name); j++ {
				if name[j:j+len(to.text)] == to.text {
					next[j+len(to.text)] = min(next[j+len(to.text)], costs[j]+to.cost)
				}
			}
		}
		costs, next = next, costs
	}
	skipVowels(costs, name)
	if c := costs[len(name)]; c <= maxAbjad*len(letters) {
		return c / len(letters)
	}
	return maxRendering + 1
}

// maxAbjad is the most distance of a name and a word in Arabic or Hebrew letters, in hundredths for a letter of the word.
const maxAbjad = 25

// skipVowels goes on over letters of the name that the word need not write.
func skipVowels(costs []int, name string) {
	for j := 0; j < len(name); j++ {
		cost := replaceCost
		switch c := name[j]; {
		case j > 0 && name[j-1] == c:
			cost = 5
		case isVowel(c), c == 'y':
			cost = 8
		case c == 'h':
			cost = 25
		}
		costs[j+1] = min(costs[j+1], costs[j]+cost)
	}
}

// abjadLetters gives the letters of Arabic and Hebrew what names have for them; a number is the cost of a rarer one.
var abjadLetters = sync.OnceValue(func() map[rune][]sound {
	const hebrew = "א=,a,e5,o5,i5 ב=b,v ג=g,j20 ד=d,dh ה=h,,a,e ו=v,w,o,u,ou,oo,20,f30 ז=z,s20,j20 ח=h,ch,kh,40 ט=t י=y,i,j10,e10,ee,15 כך=k,ch,kh,c,h20,ck ל=l מם=m נן=n ס=s,c15,z20 ע=,a,e,o,i,u פף=p,f,ph " +
		"צץ=ts,tz,z10,c15,s20,ch20 ק=k,q,c,ck,x30 ר=r ש=sh,s5,sch,ch20 ת=t,th,s30 \"״׳'’=,10 -־="
	const arabic = "اأإآى=,a,e5,i5,o10,u10 ؤ=u,o,w,20 ئ=i,y,e,20 ب=b,p15 ت=t ث=th,t10,s10 ج=j,g,dj,ch20 ح=h خ=kh,h10,ch10,k20 د=d ذ=dh,d,z,th ر=r ز=z,s20 س=s,c15 ش=sh,ch,s20 ص=s ض=d,dh,z ط=t ظ=z,dh,th ع=,a,e,i,o,u غ=gh,g " +
		"ف=f,ph,v20,p20 قك=k,q,c,g10,ck ک=k,q,c,ck ل=l م=m ن=n ه=h,,a,e ة=,a,h,t,e و=w,v,o,u,ou,oo,20 يی=y,i,e,ee,15 پ=p چ=ch,tch ژ=zh,j گ=g ء=,10 " +
		"ٹ=t ڈ=d,dh ڑ=r,d,rh ں=n, ہۂ=h,,a,e ھ=h,,20 ےۓ=e,i,ay,ai ټ=t ډ=d ړ=r,d ږ=zh,g,j ښ=sh,kh,x ګ=g ځ=dz,z,j څ=ts,s ڼ=n ې=e,i,ay ۍ=i,ai,y ە=a,e, ێ=e,i ۆ=o ڕ=r ڵ=l ڤۋ=v,w ۇ=u,o"
	table := make(map[rune][]sound)
	for entry := range strings.FieldsSeq(hebrew + " " + arabic) {
		letters, sounds, _ := strings.Cut(entry, "=")
		for _, r := range letters {
			table[r] = append(table[r], soundsOf(sounds)...)
		}
	}
	return table
})
