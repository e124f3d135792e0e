package names

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// mayBeMandarin tells whether the source of a document is Chinese, or, where nothing is known of it, whether a fifth of its
// names are of Mandarin syllables.
var mayBeMandarin = lint.NewFact("Mandarin names", func(d *lint.Document) bool {
	if d.SourceLang != language.Und {
		return sourceOf(d) == "zh"
	}
	n := Mentions.Of(d)
	all, pinyin := 0, 0
	for i := range n.Types {
		if t := &n.Types[i]; len(t.Mentions) > 0 && !t.Entry.Word() && len(t.Fold) >= minPinyin && len(t.Fold) <= maxName && isPlain(t.Fold) {
			all++
			if isPinyin(t.Fold) {
				pinyin++
			}
		}
	}
	return pinyin >= fewPinyin && 5*pinyin >= all || 2*pinyin > all
})

const (
	minPinyin = 4 // letters of a name that says where it is from
	fewPinyin = 4 // names of Mandarin syllables that say so, at least, unless most names are
)

// isPinyin reports whether a folded name is one or two syllables of Mandarin in pinyin, where one letter makes another
// name: Henan and Hunan, Chen and Cheng.
func isPinyin(s string) bool {
	if isSyllable(s) {
		return true
	}
	for i := max(1, len(s)-maxSyllable); i < min(len(s), maxSyllable+1); i++ {
		if isSyllable(s[:i]) && isSyllable(s[i:]) {
			return true
		}
	}
	return false
}

// maxSyllable is the length of the longest of the syllables: zhuang.
const maxSyllable = 6

// isSyllable reports whether s is a syllable of Mandarin: an initial, or none, and a final that it takes.
func isSyllable(s string) bool {
	n := 1
	switch {
	case strings.IndexByte("aeioungr", s[len(s)-1]) < 0:
		return false // most parts of names
	case isVowel(s[0]):
		n = 0
	case len(s) > 1 && s[1] == 'h':
		n = 2
	}
	return n < len(s) && len(s)-n <= maxFinal && holds(finals(s[:n]), s[n:])
}

// holds reports whether a list whose words have a space before and behind holds the word.
func holds(list, word string) bool {
	for at := 0; ; at++ {
		i := strings.Index(list[at:], word)
		if i < 0 {
			return false
		}
		if at += i; list[at-1] == ' ' && list[at+len(word)] == ' ' {
			return true
		}
	}
}

// maxFinal is the length of the longest of the finals: uang.
const maxFinal = 4

// finals returns the finals that an initial of Mandarin takes, with a space before and behind each.
func finals(initial string) string {
	switch initial {
	case "":
		return " a e ai ei ao ou an en ang er "
	case "b", "p", "m":
		return " a o ai ei ao an en ang eng i ie iao ian in ing u "
	case "f":
		return " a o ei ou an en ang eng u "
	case "d", "t":
		return " a e ai ei ao ou an ang eng ong i ie iao iu ian ing u uo ui uan un "
	case "n", "l":
		return " a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ue "
	case "r":
		return " e ao ou an en ang eng ong i u uo ui uan un "
	case "y":
		return " a o e ao ou an ang ong i in ing u ue uan un "
	case "w":
		return " a o ai ei an en ang eng u "
	case "g", "k", "h":
		return " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang "
	case "j", "q", "x":
		return " i ia ie iao iu ian in iang ing iong u ue uan un "
	case "zh", "ch":
		return " a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang "
	case "sh":
		return " a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang "
	case "z", "c", "s":
		return " a e ai ei ao ou an en ang eng ong i u uo ui uan un "
	}
	return ""
}
