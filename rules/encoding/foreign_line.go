package encoding

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isForeignLine reports whether the block is a label in capitals with a frequent word of another language (BERITA LAINNYA), or a
// date behind words that no list has: Güncelleme: 14/11/2018. A name before a date has neither a colon nor a small word.
func isForeignLine(d *lint.Document, b lint.Range) bool {
	const (
		shortest = 6  // letters of a word alone: TODO is one in Spanish
		most     = 12 // tokens
	)
	if b.To-b.From > most {
		return false
	}
	l, ok := labelOf(d, b)
	if !ok {
		return false
	}
	mark := b.From + l.words
	if mark == b.To {
		return l.foreign > 0 && l.capitals == l.words && (l.words > 1 || d.Tokens[b.From].Len() >= shortest)
	}
	if text := d.TokenText(mark); text != ":" && (text != "," || l.words < 2 || !l.endsSmall) {
		return false
	}
	return mark+1 < b.To && isDate(d.Slice(d.Span(lint.Range{From: mark + 1, To: b.To})))
}

// label is the words that a block begins with, none of which a list of English has.
type label struct {
	words     int
	capitals  int  // words in capitals
	foreign   int  // frequent words of other languages
	endsSmall bool // the last word is in lower case
}

// labelOf returns the words of a label that the block begins with; there is none where English has one of them, and where they
// are many.
func labelOf(d *lint.Document, b lint.Range) (l label, ok bool) {
	const longest = 3
	for i := b.From; i < b.To && d.Tokens[i].Kind == lint.Word; i++ {
		t, word := &d.Tokens[i], d.Fold(i)
		if l.words == longest || t.Script != lint.Latin || t.Len() < 3 || lexicon.EntryAt(d, i).Known() || !isPlain(word) {
			return l, false
		}
		if isFrequentForeign(d, i) {
			l.foreign++
		}
		if t.Case == lint.Upper {
			l.capitals++
		}
		l.endsSmall = t.Case == lint.Lower
		l.words++
	}
	return l, l.words > 0
}

// isFrequentForeign reports whether the word at token i is a frequent one of another language, and evidence alone.
func isFrequentForeign(d *lint.Document, i int) bool {
	word := d.Fold(i)
	return foreignWords().words.Get(d.Forms[d.Tokens[i].Form].Hash) != 0 && !particles[word] && isAlone(word)
}

// isDate reports whether a text is a date in figures, with nothing behind but a time.
func isDate(text string) bool {
	date, rest, _ := strings.Cut(text, " ")
	fields := strings.FieldsFunc(strings.TrimRight(date, ",."), func(r rune) bool { return strings.ContainsRune("/.-", r) })
	if len(fields) != 3 {
		return false
	}
	year := max(len(fields[0]), len(fields[2]))
	return year <= 4 && year > 1 && len(fields[1]) < 3 && strings.Trim(fields[0]+fields[1]+fields[2], "0123456789") == "" && strings.Trim(rest, " 0123456789:.-|") == ""
}

// isStray reports whether token i, the last of a paragraph, is a word with a capital that no list has, behind the stop of a
// sentence.
func isStray(d *lint.Document, b lint.Range, i int) bool {
	const shortest = 10
	if i-b.From < shortest || d.Glued(i) {
		return false
	}
	t, stop := d.Tokens[i], d.Tokens[i-1]
	if t.Kind != lint.Word || t.Case != lint.Title || t.Script != lint.Latin || stop.Kind != lint.Punct && stop.Kind != lint.Quote || lexicon.EntryAt(d, i).Known() {
		return false
	}
	word := d.Tokens[i-2]
	return word.Kind == lint.Word && word.Len() > 2 && strings.Contains(".”\"", d.TokenText(i-1)) && isPlain(d.Fold(i))
}

// isSpoon reports whether token i is the letter that Russian recipes write for a spoon, behind its size and a number: 2 ch. L., 1
// tbsp. L.
func isSpoon(d *lint.Document, i int) bool {
	if i < 3 || d.TokenText(i-1) != "." || d.Glued(i) || !d.Glued(i-1) || d.Tokens[i-3].Kind != lint.Number {
		return false
	}
	switch d.Fold(i - 2) {
	case "tbsp", "tsp", "tbs", "ch", "st":
		return true
	}
	return false
}
