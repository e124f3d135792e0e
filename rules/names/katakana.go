package names

import (
	"strings"
	"sync"
)

// katakanaCost returns how far a folded name is from a word in katakana, in hundredths for a letter of it, or more
// than maxRendering. A foreign name is written by its sound in them: the vowel behind a consonant may be none, r may be l.
func katakanaCost(word, name string) int {
	costs := fromStart(name)
	longer := max(len(name), 1)
	for rest := word; rest != "" && costs.least <= maxRendering*longer; {
		sounds, size := katakanaSounds(rest)
		rest = rest[size:]
		if sounds != nil {
			costs = costs.read(sounds, maxRendering*longer)
		}
	}
	return min(costs.whole()/longer, maxRendering+1)
}

// katakanaSounds returns the ways of reading the first one or two katakana of a word, and their length in bytes.
func katakanaSounds(word string) ([]sound, int) {
	table := katakanaTable()
	for n := min(2*len("ア"), len(word)); n > 0; n -= len("ア") {
		if sounds, ok := table[word[:n]]; ok {
			return sounds, n
		}
	}
	return nil, min(len("ア"), len(word))
}

// katakanaTable gives katakana and pairs of them the ways in which names are written that they stand for: their
// romanisation, and what foreign names have; a number is the cost of a rarer one.
var katakanaTable = sync.OnceValue(func() map[string][]sound {
	const foreign = "イ=y,e10,ee,ea ウ=w,oo,ou エ=ae オ=au,aw ー=,h5,r5,e5,u10,i10 ン=m,ng5 ッ=" +
		" カ=ca キ=ky,chi20,qui ク=k,c,ck,q,ch10 ケ=que,kay コ=co サ=tha シ=si,ci,sea,sy,cy ス=s,ce,c,th,ss セ=ce,the ソ=tho" +
		" チ=ti,ch,ci ツ=ts,tz,z ト=t,tt,th10 ヌ=n フ=f,ph,v10,ff マ=mu10 ミ=my ム=m メ=may ヤ=ja,ia ユ=ju,u,eu ヨ=jo,io" +
		" ラ=la リ=li,ly,ry ル=l,r,ll,lu,le,re レ=le,lay,ray ロ=lo,law,low,row ワ=ua,oa" +
		" ギ=gui,gy グ=g,gue ゲ=gue ザ=tha ジ=gi,di,g,ge,j,dge,zi ズ=z,s,th,ds ゼ=the ゾ=tho デ=day ド=d,dd" +
		" バ=va ビ=vi,by,vy ブ=b,v,ve ベ=ve ボ=vo ピ=py プ=p ヴ=v,w,ve ティ=ty ディ=dy トゥ=two,too ドゥ=do デュ=dew ファ=pha フィ=phi,fy フェ=phe フォ=pho" +
		" シャ=cha シュ=sh,ch,sch シェ=che,sche ショ=cho,so ジャ=ja,gia ジュ=gu,ge,j ジェ=ge ジョ=geo,gio" +
		" チャ=cha,cia チュ=tu,chew チェ=ce,cze キャ=ca キュ=cu,q リュ=lu,lyu,lew,leu ニュ=new,neu ミュ=mu ヒュ=hu,hew" +
		" ウィ=vi,ui,whi ウェ=ve,ue,whe ウォ=wa,wal ヴィ=vy ツァ=za ツィ=zi ツェ=ze ツォ=zo クァ=qua クィ=qui クェ=que クォ=quo イェ=je,ie" +
		" クス=x,ks,cs,cks,xe クシ=xi,xy,ksi キサ=xa キシ=xi,xy キス=x,xe" +
		" サン=saint,cin タン=tin,tain ラン=rin,lin,rain バン=bin,vin マン=min,main"
	table := make(map[string][]sound)
	for kana, roman := range kanaSounds() {
		table[kana] = []sound{{roman, 0}}
	}
	for entry := range strings.FieldsSeq(foreign) {
		kana, ways, _ := strings.Cut(entry, "=")
		if table[kana] == nil {
			var b strings.Builder
			romaniseKana(&b, kana)
			table[kana] = []sound{{b.String(), 0}}
		}
		table[kana] = append(table[kana], soundsOf(ways)...)
	}
	return table
})
