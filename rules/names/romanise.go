package names

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// script is how a writing system is read.
type script uint8

const (
	otherScript script = iota
	latin
	cased    // Cyrillic, Greek, Armenian: a name has a capital
	caseless // Georgian
	abjad    // Arabic, Hebrew: most vowels are not written, and prefixes are joined on
	katakana // which Japanese writes foreign names in
	hangul
	han
)

// scriptOf returns the script of a letter. Marks belong to the letter before them.
func scriptOf(r rune) script {
	switch {
	case r < 0x370:
		if unicode.IsLetter(r) {
			return latin
		}
	case isCasedLetter(r):
		return cased
	case isAbjadLetter(r):
		return abjad
	case r >= 0x10A0 && r < 0x1100, r >= 0x1C90 && r < 0x1CC0: // Georgian
		return caseless
	case r >= 0x30A1 && r <= 0x30FA, r == 'ー':
		return katakana
	case r >= 0xAC00 && r <= 0xD7A3:
		return hangul
	case unicode.Is(unicode.Han, r):
		return han
	}
	return otherScript
}

// isCasedLetter reports whether a character behind the Latin ones is a Greek, Cyrillic or Armenian letter.
func isCasedLetter(r rune) bool {
	return r < 0x590 && unicode.IsLetter(r) || r >= 0x1F00 && r < 0x2000
}

// isAbjadLetter reports whether a character is a Hebrew or Arabic letter, or a mark of one.
func isAbjadLetter(r rune) bool {
	switch {
	case r < 0x780:
		return unicode.In(r, unicode.Hebrew, unicode.Arabic) && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r))
	case r >= 0xFB1D && r < 0xFE00, r >= 0xFE70 && r < 0xFEFF: // presentation forms
		return unicode.In(r, unicode.Hebrew, unicode.Arabic) && unicode.IsLetter(r)
	}
	return false
}

// romanise returns a word of another script in the letters a to z, "" where it cannot be read.
func romanise(word string, s script) string {
	var b strings.Builder
	switch s {
	case latin:
		b.WriteString(Fold(word))
	case katakana:
		romaniseKana(&b, word)
	case hangul:
		for _, r := range word {
			romaniseSyllable(&b, r)
		}
	case cased, caseless, abjad:
		letters := romanLetters()
		for _, r := range strings.ToLower(norm.NFC.String(word)) {
			roman, ok := letters[r]
			if !ok {
				for _, part := range norm.NFD.String(string(r)) {
					roman += letters[part]
				}
			}
			b.WriteString(roman)
		}
	}
	if out := b.String(); isPlain(out) {
		return out
	}
	return ""
}

// romanLetters gives the letters of alphabets in the letters of the most usual romanisation; those that it leaves out are
// none. Arabic and Hebrew letters that may be vowels are the vowels.
var romanLetters = sync.OnceValue(func() map[rune]string {
	const cyrillic = "а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i й=y ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ы=y э=e ю=yu я=ya ђ=dj ѓ=g ѕ=dz ќ=k ї=yi " +
		"ә=a ғ=gh қ=q ң=ng ө=o ұ=u ү=u һ=h"
	const greek = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
	const armenian = "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev"
	const georgian = "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h"
	const arabic = "ا=a أ=a إ=i آ=a ؤ=u ئ=i ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h ة=a و=w ي=y ى=a پ=p چ=ch ژ=zh گ=g ک=k ی=y ڤ=v " +
		"ٹ=t ڈ=d ڑ=r ں=n ہ=h ۂ=h ھ=h ے=e ۓ=e ټ=t ډ=d ړ=r ږ=zh ښ=sh ګ=g ځ=dz څ=ts ڼ=n ې=e ۍ=y ە=a ێ=e ۆ=o ڕ=r ڵ=l ۋ=v ۇ=u"
	const hebrew = "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t"
	letters := make(map[rune]string)
	for pair := range strings.FieldsSeq(strings.Join([]string{cyrillic, greek, armenian, georgian, arabic, hebrew}, " ")) {
		letter, roman, _ := strings.Cut(pair, "=")
		for _, r := range letter {
			letters[r] = roman
		}
	}
	return letters
})

// romaniseKana appends katakana in Hepburn romanisation, long vowels as short ones.
func romaniseKana(b *strings.Builder, word string) {
	table := kanaSounds()
	rs := []rune(word)
	for i := 0; i < len(rs); i++ {
		if rs[i] == 'ッ' {
			continue // doubles a consonant, which no name is told by
		}
		if i+1 < len(rs) {
			if roman, ok := table[string(rs[i:i+2])]; ok {
				b.WriteString(roman)
				i++
				continue
			}
		}
		b.WriteString(table[string(rs[i])])
	}
}

// kanaSounds gives the katakana and the pairs that are one sound.
var kanaSounds = sync.OnceValue(func() map[string]string {
	const sounds = "ア=a イ=i ウ=u エ=e オ=o カ=ka キ=ki ク=ku ケ=ke コ=ko サ=sa シ=shi ス=su セ=se ソ=so タ=ta チ=chi ツ=tsu テ=te ト=to ナ=na ニ=ni ヌ=nu ネ=ne ノ=no ハ=ha ヒ=hi フ=fu ヘ=he ホ=ho " +
		"マ=ma ミ=mi ム=mu メ=me モ=mo ヤ=ya ユ=yu ヨ=yo ラ=ra リ=ri ル=ru レ=re ロ=ro ワ=wa ヲ=o ン=n ガ=ga ギ=gi グ=gu ゲ=ge ゴ=go ザ=za ジ=ji ズ=zu ゼ=ze ゾ=zo ダ=da ヂ=ji ヅ=zu デ=de ド=do " +
		"バ=ba ビ=bi ブ=bu ベ=be ボ=bo パ=pa ピ=pi プ=pu ペ=pe ポ=po ヴ=v ァ=a ィ=i ゥ=u ェ=e ォ=o ャ=ya ュ=yu ョ=yo ヮ=wa ヵ=ka ヶ=ke " +
		"キャ=kya キュ=kyu キョ=kyo シャ=sha シュ=shu ショ=sho シェ=she チャ=cha チュ=chu チョ=cho チェ=che ニャ=nya ニュ=nyu ニョ=nyo ヒャ=hya ヒュ=hyu ヒョ=hyo ミャ=mya ミュ=myu ミョ=myo リャ=rya リュ=ryu リョ=ryo " +
		"ギャ=gya ギュ=gyu ギョ=gyo ジャ=ja ジュ=ju ジョ=jo ジェ=je ビャ=bya ビュ=byu ビョ=byo ピャ=pya ピュ=pyu ピョ=pyo ファ=fa フィ=fi フェ=fe フォ=fo フュ=fyu ティ=ti ディ=di トゥ=tu ドゥ=du デュ=dyu テュ=tyu " +
		"ウィ=wi ウェ=we ウォ=wo ヴァ=va ヴィ=vi ヴェ=ve ヴォ=vo ツァ=tsa ツィ=tsi ツェ=tse ツォ=tso クァ=kwa クィ=kwi クェ=kwe クォ=kwo グァ=gwa イェ=ye スィ=si ズィ=zi"
	table := make(map[string]string)
	for pair := range strings.FieldsSeq(sounds) {
		letters, roman, _ := strings.Cut(pair, "=")
		table[letters] = roman
	}
	return table
})

// The letters of a Hangul syllable in Revised Romanisation, in the order of Unicode.
var (
	hangulInitials = [...]string{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"}
	hangulVowels   = [...]string{"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"}
	hangulFinals   = [...]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"}
)

// romaniseSyllable appends a Hangul syllable.
func romaniseSyllable(b *strings.Builder, r rune) {
	n := int(r - 0xAC00)
	if n < 0 || n >= len(hangulInitials)*len(hangulVowels)*len(hangulFinals) {
		return
	}
	vowel := n / len(hangulFinals)
	b.WriteString(hangulInitials[vowel/len(hangulVowels)])
	b.WriteString(hangulVowels[vowel%len(hangulVowels)])
	b.WriteString(hangulFinals[n%len(hangulFinals)])
}
