package repetition

import (
	_ "embed"
	"fmt"
	"iter"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Synonyms reports two words that say one thing, joined by and: the ferry stopped and halted.
//
// Arabic, Turkish, Chinese and the Slavic languages pair near synonyms for weight, and an engine keeps both. They may
// share words before them (was repaired and was mended), behind them (left the room and exited the room), and in them
// (rust-tolerant and rust-resistant). Which words say one thing stands in data/synonyms.tsv. What English joins by custom
// or for stress (cease and desist, pick and choose, beg and plead), and words that are compared or spoken of, are right.
//
// Verbs and compounds are a warning, other words info: writers of English pair them, too.
//
// There is no fix that holds in general; deleting the second is offered for a person to choose.
//
// bad: The line stopped and halted all sailings in the fog.
// bad: The old lighthouse was repaired and was mended in spring.
// good: The vendor must cease and desist, and the others may pick and choose.
// good: He explained the difference between delay and postpone.
//
// Measured on machine-translated news: 0.01 warnings and 0.03 infos per 10,000 words (5.4 million words), on original
// English of all kinds 0 (350,000 words, and 32 million of manuals); all 21 there are read, 17 right, and 9 on
// machine-translated web articles, all right.
var Synonyms = &lint.Rule{
	Name:     "repetition/synonyms",
	Severity: lint.Warning,
	MQM:      "Style/Awkward",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Places(p.Find(and)) {
			i := int(k)
			if pair, ok := synonymsAround(p.Document, i, p.SentenceOf(i)); ok {
				reportSynonyms(p, pair, i)
			}
		}
	},
}

// pair is the tokens around an and that say one thing twice.
type pair struct {
	lint.Range
	weak bool // writers of English pair such words, too
}

func reportSynonyms(p *lint.Pass, pair pair, and int) {
	first, second := lint.Range{From: pair.From, To: and}, lint.Range{From: and + 1, To: pair.To}
	severity := lint.Warning
	if pair.weak {
		severity = lint.Info
	}
	rest := lint.Span{Start: p.Span(first).End, End: p.Span(second).End}
	p.Report(lint.Diagnostic{
		Span: p.Span(pair.Range), Severity: severity,
		Message: fmt.Sprintf("‘%s’ and ‘%s’ say the same", p.Slice(p.Span(first)), p.Slice(p.Span(second))),
		Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Manual, rest, "")},
	})
}

const (
	maxShared = 3 // words that may stand again before the synonyms: was repaired and was mended
	maxTail   = 3 // words that may stand again behind them: left the room and exited the room
)

var and = lint.KeyOf("and")

// synonymsAround returns the words around the and at token i that say one thing twice.
func synonymsAround(d *lint.Document, i int, s lint.Range) (pair, bool) {
	for shared := range maxShared + 1 {
		at := i + 1 + shared
		if at >= s.To || d.Tokens[at].Case != lint.Lower || shared == 1 && !isAlsoBefore(d, i, s) {
			break
		}
		for second := range sensesAt(d, at, s.To) {
			for tail := range maxTail + 1 {
				if words, ok := sharedAround(d, i, shared, tail, second, s); ok {
					return pair{words, !second.verb && !strings.Contains(d.Fold(at), "-")}, true
				}
			}
		}
	}
	return pair{}, false
}

// sharedAround returns the words around the and at token i that are synonyms, the second in the given sense, when so many words
// stand again before them and behind them: was repaired and was mended, left the room and exited the room.
func sharedAround(d *lint.Document, i, shared, tail int, second sense, s lint.Range) (lint.Range, bool) {
	at := i + 1 + shared
	end := at + second.words() + tail
	if end > s.To || i-tail <= s.From || !areSame(d, i-tail, end-tail, tail) {
		return lint.Range{}, false
	}
	first, ok := sameSense(d, second, at, i-tail, s.From)
	words := lint.Range{From: first - shared, To: end}
	if !ok || words.From < s.From || goesOnApart(d, at, end) || !areSame(d, words.From, i+1, shared) || isSetApart(d, words, s) {
		return words, false
	}
	if isAlone := shared == 0 && tail == 0; isAlone && second.verb && second.forms == bare {
		return words, takesVerb(d, first-1, s) // else the finish and end events
	}
	return words, true
}

// isAlsoBefore reports whether the word behind the and at token i stands before it, too, where the words of a pair may.
func isAlsoBefore(d *lint.Document, i int, s lint.Range) bool {
	const longest = maxShared + maxTail + 2 // and a verb with its particle
	for k := i - 1; k >= max(s.From, i-longest); k-- {
		if isSame(d, k, i+1) {
			return true
		}
	}
	return false
}

// goesOnApart reports whether the second word, at token at, is another verb with what begins at token i: hires out, left
// the letter, finished off.
func goesOnApart(d *lint.Document, at, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	switch next := d.Fold(i); next {
	case "out", "off", "up":
		return true
	default:
		return d.Fold(at) == "left" && lexicon.FunctionAt(d, i)&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun) != 0
	}
}

// takesVerb reports whether the bare form of a verb may follow token i: to, must.
func takesVerb(d *lint.Document, i int, s lint.Range) bool {
	return i >= s.From && (d.Fold(i) == "to" || strings.HasSuffix(d.Fold(i), "ly") || modals[d.Fold(i)] || lexicon.FunctionAt(d, i)&(lexicon.Auxiliary|lexicon.Pronoun|lexicon.Adverb) != 0)
}

// areSame reports whether n tokens from a on are those from b on.
func areSame(d *lint.Document, a, b, n int) bool {
	for k := range n {
		if !isSame(d, a+k, b+k) {
			return false
		}
	}
	return true
}

// isSetApart reports whether the words of r are compared, spoken of, or members of a longer list.
func isSetApart(d *lint.Document, r, s lint.Range) bool {
	if before := r.From - 1; before >= s.From && (d.Tokens[before].Kind != lint.Word || comparing[d.Fold(before)]) {
		return true
	}
	return r.To < s.To && d.Tokens[r.To].Kind == lint.Quote && d.Glued(r.To)
}

// comparing holds words before two things that differ.
var comparing = lint.WordSet("between both either neither whether from")

// sense is one meaning of a word form.
type sense struct {
	group    int16
	word     int16 // its number in the table
	forms    uint8 // a set of them
	verb     bool
	particle string // that stands behind the word, if any
}

func (s sense) words() int {
	if s.particle != "" {
		return 2
	}
	return 1
}

// The forms of a word; nouns have the first two, where the second is the plural.
const (
	bare = 1 << iota
	present
	past
	participle
	gerund
)

// sensesAt returns the meanings of the word at token i that end before token end.
func sensesAt(d *lint.Document, i, end int) iter.Seq[sense] {
	return func(yield func(sense) bool) {
		f := d.Tokens[i].Form
		if f == lint.NoForm {
			return
		}
		table := synonyms()
		k := table.first.Get(d.Forms[f].Hash)
		if k == 0 {
			if head, last := splitCompound(d.Forms[f].Fold); head != "" {
				k = table.first.Get(lint.Hash(last))
			}
		}
		for ; k != 0; k = table.all[k-1].next {
			if s := &table.all[k-1].sense; s.particle == "" || i+1 < end && d.Fold(i+1) == s.particle {
				if !yield(*s) {
					return
				}
			}
		}
	}
}

// sameSense returns where the other word of the meaning stands that ends before token end, in the same form.
func sameSense(d *lint.Document, b sense, at, end, from int) (first int, ok bool) {
	for n := 1; n <= 2 && end-n >= from; n++ {
		if d.Tokens[end-n].Case > lint.Title {
			return 0, false
		}
		for a := range sensesAt(d, end-n, end) {
			if a.words() == n && a.group == b.group && a.forms&b.forms != 0 && a.word != b.word && areOneCompound(d, at, end-n) {
				return end - n, true
			}
		}
	}
	return 0, false
}

// splitCompound returns what stands before the last hyphen of a word and behind it.
func splitCompound(word string) (head, last string) {
	if k := strings.LastIndexByte(word, '-'); k > 0 {
		return word[:k], word[k+1:]
	}
	return "", word
}

// areOneCompound reports whether the words at a and b have the same before their last hyphens, which may be nothing:
// rust-tolerant and rust-resistant.
func areOneCompound(d *lint.Document, a, b int) bool {
	head, _ := splitCompound(d.Fold(a))
	other, _ := splitCompound(d.Fold(b))
	return head == other
}

//go:embed data/synonyms.tsv
var synonymTable string

// senses is the meanings of word forms.
type senses struct {
	first *lexicon.FormTable[int32] // of all that a form has, from 1
	all   []meaning
}

// meaning is a meaning of a form and the next of the same, from 1; 0 at the end.
type meaning struct {
	sense
	next int32
}

// synonyms is the meanings of the table; a malformed one panics.
var synonyms = sync.OnceValue(func() *senses {
	rows, err := lexicon.ParseTable("synonyms.tsv", synonymTable, "class", "words")
	if err != nil {
		panic("repetition: " + err.Error())
	}
	const formsPerRow = 9 // about
	table := &senses{lexicon.NewFormTable[int32](len(rows) * formsPerRow), make([]meaning, 0, len(rows)*formsPerRow)}
	words := int16(0)
	for group, row := range rows {
		for cell := range strings.FieldsSeq(row[1]) {
			words++
			table.add(cell, row[0], sense{group: int16(group), word: words, verb: row[0] == "verb"})
		}
	}
	return table
})

// add adds the forms of a word of the table, of a class, with their meaning.
func (t *senses) add(cell, class string, s sense) {
	parts := strings.Split(cell, "/")
	parts[0], s.particle, _ = strings.Cut(parts[0], "_")
	forms := []string{parts[0]}
	switch class {
	case "verb":
		forms = verbForms(parts)
	case "noun":
		forms = append(forms, withS(parts[0]))
	}
	for k, form := range forms {
		s.forms = 1 << k
		first := t.first.Set(lint.Hash(form))
		t.all = append(t.all, meaning{s, *first})
		*first = int32(len(t.all))
	}
}

// verbForms returns the bare form, that with -s, the past, the participle and the gerund of a verb, given as the table
// has it.
func verbForms(parts []string) []string {
	bare, doubles := strings.CutSuffix(parts[0], "+")
	stem := bare
	if doubles {
		stem += bare[len(bare)-1:]
	}
	past := stem + "ed"
	ing := stem + "ing"
	switch n := len(bare); {
	case strings.HasSuffix(bare, "ie"):
		past, ing = bare+"d", bare[:n-2]+"ying"
	case strings.HasSuffix(bare, "ee"):
		past = bare + "d"
	case strings.HasSuffix(bare, "e"):
		past, ing = bare+"d", bare[:n-1]+"ing"
	case strings.HasSuffix(bare, "y") && strings.IndexByte("aeiou", bare[n-2]) < 0:
		past = bare[:n-1] + "ied"
	}
	participle := past
	if len(parts) == 3 {
		past, participle = parts[1], parts[2]
	}
	return []string{bare, withS(bare), past, participle, ing}
}

// withS returns the word with the ending -s, -es or -ies.
func withS(word string) string {
	n := len(word)
	switch {
	case word[n-1] == 'y' && strings.IndexByte("aeiou", word[n-2]) < 0:
		return word[:n-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "z"), word == "do", word == "go":
		return word + "es"
	}
	return word + "s"
}
