package wording

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// IndefiniteArticle reports a before a vowel sound and an before a consonant sound: a apple, an book, a hour.
//
// The engine chooses the article, and a later step puts another word behind it. The sound decides, not the letter: an
// hour, a European, a one-off, an MP. What is not sure in sound is left alone: herb, historic, most abbreviations, words
// that are not English.
//
// The fix is safe.
//
// bad: He spoke of a important step for the region.
// bad: The talks lasted for a hour.
// good: The talks lasted for an hour, a European official said.
// good: Vitamin A is good for the eyes.
//
// Measured on machine-translated news: 0.11 hits per 10,000 words, on clean English 0.28, all slips of the text; 19 read,
// all right.
var IndefiniteArticle = &lint.Rule{
	Name:     "wording/indefinite-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		entries := lexicon.Entries.Of(p.Document)
		for _, a := range [...]struct {
			article, other string
			wrong          sound
		}{{"a", "an", vowel}, {"an", "a", consonant}} {
			for _, i := range p.Places(p.FormOf(a.article)) {
				if int(i)+1 == len(p.Tokens) || a.wrong == vowel && beginsWithConsonant(p.Document, int(i)+1) {
					continue
				}
				if soundOf(p.Document, entries, int(i)+1) == a.wrong {
					reportArticle(p, int(i), a.other)
				}
			}
		}
	},
}

// reportArticle reports the word at token i, which should be the other article if it is one.
func reportArticle(p *lint.Pass, i int, want string) {
	s := p.SentenceOf(i)
	if next := p.Fold(i + 1); next == "hundred" || next == "one" && i > s.From && p.Fold(i-1) == "such" {
		return // old English: such an one, an hundred
	}
	if i+1 == s.To || p.Tokens[i].Case != lint.Lower && i != s.From || isLetterName(p.Document, i) || isSpeltOut(p.Document, s, i) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    p.Tokens[i].Span(),
		Message: fmt.Sprintf("‘%s’ before ‘%s’", p.TokenText(i), p.TokenText(i+1)),
		Fixes:   []lint.Fix{lint.Replace("write ‘"+want+"’", lint.Safe, p.Tokens[i].Span(), lexicon.InCaseOf(p.TokenText(i), want))},
	})
}

// isLetterName reports whether the a at token i is a letter and no article: it touches its neighbours, stands between
// marks, or no noun can follow.
func isLetterName(d *lint.Document, i int) bool {
	next := d.Tokens[i+1]
	if d.Glued(i) || d.Tokens[i].End == next.Start || strings.IndexByte(d.Text[d.Tokens[i].End:next.Start], '\n') >= 0 {
		return true
	}
	if next.Kind == lint.Number {
		return false
	}
	word := d.Fold(i + 1)
	return next.Kind != lint.Word || lexicon.FunctionOf(word) != 0 && !behindA[word]
}

// behindA holds words of the closed classes that may follow the article: an only child, an even number.
var behindA = lint.WordSet("each one other already only even often")

// isSpeltOut reports whether the a at token i is a word of another language or part of a name: a name before it and a name
// behind it.
func isSpeltOut(d *lint.Document, s lint.Range, i int) bool {
	return i > s.From && d.Tokens[i-1].Kind == lint.Word && d.Tokens[i-1].Case == lint.Title && d.Tokens[i+1].Case != lint.Lower && d.Tokens[i+1].Kind == lint.Word
}

// sound is the first sound of a word.
type sound uint8

const (
	unsure sound = iota
	vowel
	consonant
)

// beginsWithConsonant reports whether token i is in lower case and begins with a letter that is a consonant in every word.
func beginsWithConsonant(d *lint.Document, i int) bool {
	c := d.Text[d.Tokens[i].Start]
	return d.Tokens[i].Case == lint.Lower && 'b' <= c && c <= 'z' && strings.IndexByte("eiouy", c) < 0 && sounds()[c] == nil
}

// soundOf returns the first sound of token i.
func soundOf(d *lint.Document, entries []lexicon.Entry, i int) sound {
	t, text := &d.Tokens[i], d.TokenText(i)
	switch {
	case text[0] >= '0' && text[0] <= '9' && (t.Kind == lint.Number || t.Kind == lint.Word):
		if i+1 < len(d.Tokens) && isMonth(d, i+1) {
			return unsure // on 5 June, misspelt
		}
		return soundOfNumber(text)
	case t.Kind == lint.Word && isLetterState(text):
		return consonant
	case t.Kind != lint.Word || t.Script != lint.Latin || t.Case == lint.Mixed:
		return unsure
	case t.Case == lint.Upper:
		return soundOfAbbreviation(text)
	}
	word := d.Fold(i)
	head, _, _ := strings.Cut(word, "-")
	e := entries[t.Form]
	if head != word {
		e = lexicon.Lookup(head)
	}
	if len(head) < 3 || !isEnglish(e, t.Case) {
		return unsure
	}
	return soundOfWord(head)
}

// isEnglish reports whether the word list has a word in that case, other than as the name of a person, whose sound it does not
// tell.
func isEnglish(e lexicon.Entry, c lint.Case) bool {
	switch c {
	case lint.Lower:
		return e.Word()
	case lint.Title:
		return e.Known() && !e.Person()
	}
	return e.Known()
}

// soundOfNumber returns the first sound of a number in digits.
func soundOfNumber(text string) sound {
	digits := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if digits < 0 {
		digits = len(text)
	}
	switch head := text[:digits]; {
	case head == "":
		return unsure
	case head[0] == '8', head == "11", head == "18":
		return vowel
	case head[0] == '1' && (len(head) > 1 && (head[1] == '1' || head[1] == '8')), head[0] == '0':
		return unsure
	}
	if strings.HasPrefix(text[digits:], ",") && digits == 1 && text[0] == '1' {
		return unsure // eleven hundred
	}
	return consonant
}

// soundOfAbbreviation returns the first sound of a word in capitals: of the name of its first letter where it cannot be
// read as a word.
func soundOfAbbreviation(text string) sound {
	const vowelNames, spoken = "FHLMNRSX", 4
	switch text {
	case "FBI", "NGO", "SUV", "HIV", "MRI", "NBA", "MEP":
		return vowel // spelt out, though they have a vowel
	}
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' {
			return unsure
		}
	}
	switch c := text[0]; {
	case strings.IndexByte("BCDGJKPQTVWZ", c) >= 0:
		return consonant
	case strings.IndexByte(vowelNames, c) >= 0 && len(text) < spoken && !strings.ContainsAny(text, "AEIOUY"):
		return vowel
	case strings.IndexByte("AEIO", c) >= 0 && text != "EU" && text != "ONE" && !strings.HasPrefix(text, "EU"):
		return vowel
	}
	return unsure
}

// isLetterState reports whether the word begins with the letters of a state or a body that are named one by one and begin as you
// does: U.S., UK-based.
func isLetterState(text string) bool {
	head, _, _ := strings.Cut(text, "-")
	switch head {
	case "US", "U.S.", "UK", "U.K.", "UN", "U.N.":
		return true
	}
	return false
}

// soundOfWord returns the first sound of an English word in lower case.
func soundOfWord(word string) sound {
	for _, t := range sounds()[word[0]] {
		if strings.HasPrefix(word, t.text) {
			return t.sound
		}
	}
	switch c := word[0]; {
	case strings.IndexByte("aeio", c) >= 0:
		return vowel
	case c >= 'b' && c <= 'z' && strings.ContainsAny(word, "aeiouy"):
		return consonant
	}
	return unsure
}

//go:embed data/vowel_sounds.tsv
var soundTable string

// beginning is a text that words begin with and their first sound.
type beginning struct {
	text  string
	sound sound
}

// sounds is the table by the first byte of the text, the longest texts first.
var sounds = sync.OnceValue(func() *[256][]beginning {
	rows, err := lexicon.ParseTable("vowel_sounds.tsv", soundTable, "text", "sound")
	if err != nil {
		panic("wording: " + err.Error())
	}
	names := map[string]sound{"vowel": vowel, "consonant": consonant, "unsure": unsure}
	slices.SortStableFunc(rows, func(a, b []string) int { return len(b[0]) - len(a[0]) })
	var by [256][]beginning
	for _, r := range rows {
		by[r[0][0]] = append(by[r[0][0]], beginning{r[0], names[r[1]]})
	}
	return &by
})
