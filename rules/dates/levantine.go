package dates

import (
	"strings"

	"mtlint/lint/lexicon"
)

// monthWord is what a word says of a month.
type monthWord struct {
	kind   monthKind
	number int // 1 to 12; 0 when an ordinal must tell
}

type monthKind uint8

const (
	noMonth   monthKind = iota
	english             // December, Dec
	levantine           // Shubat: the months of Syria, Iraq, Lebanon, Jordan and Palestine in Latin letters
	homograph           // Nissan: the same, but a name or a word of other texts too
	numbered            // Kanun, Tishrin: two months, told apart by an ordinal
)

// monthWords holds the month names by their folded form.
var monthWords = func() map[string]monthWord {
	m := make(map[string]monthWord)
	for i, name := range lexicon.MonthNames {
		m[strings.ToLower(name)] = monthWord{english, i + 1}
	}
	for _, short := range strings.Fields("jan feb mar apr jun jul aug sep sept oct nov dec") {
		n, _ := lexicon.Month(short)
		m[short] = monthWord{english, n}
	}
	add := func(kind monthKind, number int, names string) {
		for _, name := range strings.Fields(names) {
			m[name] = monthWord{kind, number}
		}
	}
	add(levantine, 2, "shubat shbat")
	add(levantine, 3, "adhar")
	add(levantine, 4, "naysan neesan nisan")
	add(levantine, 5, "ayyar ayar ayaar")
	add(levantine, 6, "haziran huzayran hziran")
	add(levantine, 7, "tammuz tamuz tamooz")
	add(levantine, 9, "aylul ailul eylul")
	add(homograph, 2, "shabat")
	add(homograph, 3, "azar")
	add(homograph, 4, "nissan")
	add(homograph, 5, "iyar")
	add(homograph, 8, "ab aab")
	add(numbered, 0, "kanun kanoon canun kanoun tishrin tishreen teshreen")
	return m
}()

// monthWordOf looks a folded word up.
func monthWordOf(fold string) monthWord { return monthWords[fold] }

// ordinals are the words that tell Levantine months apart, with or without the Arabic article, and their translations.
var ordinals = func() map[string]int {
	m := make(map[string]int)
	for n, words := range []string{"awwal awal auwal", "thani tani sani thany"} {
		for _, w := range strings.Fields(words) {
			for _, article := range []string{"", "al-", "el-", "ath-", "at-", "as-"} {
				m[article+w] = n + 1
			}
		}
	}
	m["first"], m["second"], m["i"], m["ii"] = 1, 2, 1, 2
	return m
}()

// ordinalOf is the ordinal that a month leaves behind: 1 for October and December, 2 for January and November, else 0.
var ordinalOf = [13]int{1: 2, 10: 1, 11: 2, 12: 1}

// levantineAt reads the Levantine month that begins with token i. The number is 0 when its ordinal is lost; to is the
// index behind its last token.
func levantineAt(v view, i int) (w monthWord, to int) {
	if w = monthWordOf(v.fold(i)); w.kind != numbered {
		return w, i + 1
	}
	to = i + 1
	if v.fold(to) == "the" {
		to++
	}
	ordinal := ordinals[v.fold(to)]
	switch {
	case ordinal == 0:
		return w, i + 1
	case v.fold(i)[0] == 't':
		w.number = 9 + ordinal // October, November
	case ordinal == 1:
		w.number = 12
	default:
		w.number = 1
	}
	return w, to + 1
}
