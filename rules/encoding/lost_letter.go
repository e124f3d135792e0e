package encoding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostLetter reports a word with a question mark in the place of a letter, and what else was lost in the same way: S?o Paulo,
// Erdo?an, te?k?n, ?the end?, over ??210 acres.
//
// A program that knew no letters with diacritics wrote a question mark for each, one for each quotation mark, and a broken
// bar for some letters, and the engine translated what was left. Others left the letter out: Mndez beside Méndez, where the
// article has the name in full. Two words with a mark and no space between them are a slip of typing.
//
// There is no fix: the letter has to be looked up.
//
// bad: The governor of S?o Paulo resigned.
// bad: President Erdo?an left on Monday.
// bad: It was called ?the end? in the news.
// bad: Tomás Méndez left. Mr. Mndez said nothing.
// good: Is he happy?unhappy?
// good: What did he see? He saw nothing.
// good: See example.org/news?id=12 for more.
//
// Measured on machine translation: 0.02 hits per 10,000 words, on clean English none; 10 read, all right.
var LostLetter = &lint.Rule{
	Name:     "encoding/lost-letter",
	Severity: lint.Warning,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		end := 0 // of the last word
		for _, k := range p.MarksAt('?') {
			i := int(k)
			if r := lostMarks(p.Document, i); r.To > r.From {
				p.Report(lint.Diagnostic{Span: p.Span(r), Message: "question marks in the place of other characters"})
				continue
			}
			if i < end || !isWithinWord(p.Document, i) {
				continue
			}
			word := wordAround(p.Document, i)
			end = word.To
			if !isQuery(p.Document, word.To) && hasRest(p.Document, word) {
				p.Report(lint.Diagnostic{Span: p.Span(word), Message: "question mark in the place of a letter"})
			}
		}
		for _, k := range p.MarksAt("¦"[0]) {
			if i := int(k); isBrokenBar(p.Document, i) {
				r := lint.Range{From: i - 1, To: i + 1}
				p.Report(lint.Diagnostic{Span: p.Span(r), Message: "broken bar in the place of a letter"})
			}
		}
		for f := range p.Forms {
			reportDropped(p, p.Forms[f].Fold)
		}
	},
}

// reportDropped reports the words that are the given one without a letter that has a diacritic, a vowel between consonants,
// where no list has what is left: Mndez for Méndez.
func reportDropped(p *lint.Pass, word string) {
	const shortest = 5
	at := strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf })
	if at < 1 || len(word) < shortest {
		return
	}
	r, n := utf8.DecodeRuneInString(word[at:])
	rest := word[:at] + word[at+n:]
	if !unicode.Is(unicode.Latin, r) || len(rest) < shortest-1 || at+n == len(word) || !isConsonant(word[at-1]) || !isConsonant(word[at+n]) || !isPlain(rest) || lexicon.Lookup(rest).Known() {
		return
	}
	for _, k := range p.Places(p.FormOf(rest)) {
		if s := p.Tokens[k].Span(); p.Tokens[k].Case == lint.Title {
			p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ has lost a letter of ‘" + word + "’"})
		}
	}
}

// isConsonant reports whether c is a small letter that is no vowel.
func isConsonant(c byte) bool { return 'a' <= c && c <= 'z' && strings.IndexByte("aeiouy", c) < 0 }

func isStop(mark string) bool { return mark == "." || mark == "," || mark == ":" }

// lostMarks returns the question marks, the first of them token i, that stand for other characters: two before a number
// (??210), or one on either side of a few words, as quotation marks do.
func lostMarks(d *lint.Document, i int) lint.Range {
	const longest = 12
	b, r := d.BlockOf(i).Range, lint.Range{From: i, To: i}
	if !opensLost(d, b, i) {
		return r
	}
	if d.TokenText(i+1) == "?" && d.Glued(i+2) && d.Tokens[i+2].Kind == lint.Number {
		r.To = i + 3
		return r
	}
	if d.Tokens[i+1].Kind != lint.Word {
		return r
	}
	for k := i + 1; k < min(i+longest, b.To); k++ {
		switch {
		case d.Tokens[k].Kind == lint.Code:
			return r
		case d.TokenText(k) == "?":
			if closesLost(d, b, k) {
				r.To = k + 1
			}
			return r
		}
	}
	return r
}

// opensLost reports whether the question mark at token i of block b touches what is behind it and, behind a word or a stop and a
// space, ends no question.
func opensLost(d *lint.Document, b lint.Range, i int) bool {
	if i+2 >= b.To || !d.Glued(i+1) || d.Tokens[i].Len() > 1 {
		return false
	}
	return i == b.From || !d.Glued(i) && (d.Tokens[i-1].Kind == lint.Word || isStop(d.TokenText(i-1)))
}

// closesLost reports whether the question mark at token k of block b touches what is before it, and behind it a mark at most.
func closesLost(d *lint.Document, b lint.Range, k int) bool {
	if k+1 == b.To {
		return d.Glued(k)
	}
	return d.Glued(k) && (!d.Glued(k+1) || d.Tokens[k+1].Kind == lint.Punct && d.TokenText(k+1) != "?")
}

// isWithinWord reports whether token i is one question mark with letters right before and behind it, the latter in lower case.
func isWithinWord(d *lint.Document, i int) bool {
	if i == 0 || i+1 == len(d.Tokens) {
		return false
	}
	before, behind := &d.Tokens[i-1], &d.Tokens[i+1]
	return d.Tokens[i].Len() == 1 && d.Glued(i) && d.Glued(i+1) &&
		before.Kind == lint.Word && behind.Kind == lint.Word && behind.Case == lint.Lower
}

// wordAround returns the word with question marks for letters, the first of them token i: te?k?n.
func wordAround(d *lint.Document, i int) lint.Range {
	r := lint.Range{From: i - 1, To: i + 2}
	for r.To < len(d.Tokens) && d.TokenText(r.To) == "?" && isWithinWord(d, r.To) {
		r.To += 2
	}
	return r
}

// isQuery reports whether the equals sign in the query of an address stands at token i: news?id=12.
func isQuery(d *lint.Document, i int) bool {
	return i < len(d.Tokens) && d.Glued(i) && d.TokenText(i) == "="
}

// isBrokenBar reports whether token i is a broken bar that touches the word before it and nothing behind.
func isBrokenBar(d *lint.Document, i int) bool {
	return i > 0 && d.TokenText(i) == "¦" && d.Glued(i) && d.Tokens[i-1].Kind == lint.Word && (i+1 == len(d.Tokens) || !d.Glued(i+1))
}

// hasRest reports whether a word among the tokens is a single letter or none that the word list has: the rest of a word.
func hasRest(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i += 2 {
		if d.Tokens[i].Len() == 1 || !lexicon.EntryAt(d, i).Known() {
			return true
		}
	}
	return false
}
