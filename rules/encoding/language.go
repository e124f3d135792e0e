package encoding

import (
	_ "embed"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

//go:embed data/function_words.tsv
var functionWordTable string

// languages is a set of languages, a bit for each row of the table.
type languages uint32

// String returns the names of the languages.
func (l languages) String() string {
	var names []string
	for set := l; set != 0; set &= set - 1 {
		names = append(names, foreignWords().names[bits.TrailingZeros32(uint32(set))])
	}
	return strings.Join(names, " or ")
}

// foreignWords is the function words and other frequent words of the languages that are written in Latin letters.
var foreignWords = sync.OnceValue(func() (t struct {
	names []string // English names of the languages, in the order of the bits
	words *lexicon.FormTable[languages]
}) {
	rows, err := lexicon.ParseTable("function_words.tsv", functionWordTable, "language", "words")
	if err != nil {
		panic(err)
	}
	t.words = lexicon.NewFormTable[languages](strings.Count(functionWordTable, " "))
	for i, row := range rows {
		t.names = append(t.names, row[0])
		for list, more := row[1], true; more; {
			var w string
			w, list, more = strings.Cut(list, " ")
			*t.words.Set(lint.Hash(w)) |= 1 << i
		}
	}
	return t
})

// foreignness is what a word form says about the language it is in.
type foreignness struct {
	languages languages // those that have it as a function word
	evidence  bool      // a function word that neither English nor names have
	english   bool      // a word that English has, too
	listed    bool      // the word list has it as a name or a rarer word
	marked    bool      // unlisted, with a letter that English has not even in loans
	alone     bool      // evidence by itself: of four letters or more, and no word of English
}

// foreignForms tells the foreignness of the word forms of a document.
type foreignForms struct {
	forms   []lint.Form
	entries []lexicon.Entry
	telling []int32 // the tokens whose forms are evidence, marked or unknown, in order
}

// foreignFormsOf is nil when no word form is evidence, marked or unknown.
var foreignFormsOf = lint.NewFact("foreign words", func(d *lint.Document) *foreignForms {
	var telling []int32
	entries, words := lexicon.Entries.Of(d), foreignWords().words
	for i, e := range entries {
		if e.Word() && e.Level() <= 50 {
			continue
		}
		f := &d.Forms[i]
		unknown := !e.Known() && (isMarked(f.Fold) || isFrenchOrdinal(f.Fold) || f.Lower > 0 && isPlain(f.Fold))
		if unknown || words.Get(f.Hash) != 0 && !particles[f.Fold] {
			telling = append(telling, d.Places(lint.FormID(i))...)
		}
	}
	if telling == nil {
		return nil
	}
	slices.Sort(telling)
	return &foreignForms{d.Forms, entries, telling}
})

// of returns what the word form says.
func (w *foreignForms) of(id lint.FormID) foreignness {
	f, e := &w.forms[id], w.entries[id]
	english, languages := e.Word() && e.Level() <= 50, foreignWords().words.Get(f.Hash)
	return foreignness{
		languages: languages,
		evidence:  languages != 0 && !english && !particles[f.Fold],
		english:   english,
		listed:    e.Known(),
		marked:    !e.Known() && isMarked(f.Fold) && !loans[f.Fold],
		alone:     languages != 0 && !e.Word() && !particles[f.Fold] && isAlone(f.Fold),
	}
}

// isAlone reports whether a word of another language that English has not shows by itself that it was not translated.
func isAlone(word string) bool {
	const shortest = 4 // in letters
	return utf8.RuneCountInString(word) >= shortest && isPlain(word) && !slang[word]
}

// slang holds words of other languages that are written in English, too: clipped, misspelt, in loans of two words.
var slang = lint.WordSet("dont para kush medan kuma nani mano hasta nada vida kata kami hari orang yang avec cosa bien muchos mucho gente amor sera")

// isFrenchOrdinal reports whether the word is a number with the ending of a French ordinal: 1er, 2ème.
func isFrenchOrdinal(word string) bool {
	if word[0] < '1' || word[0] > '9' {
		return false
	}
	switch strings.TrimLeft(word, "0123456789") {
	case "er", "ère", "ème":
		return true
	}
	return false
}

// isPlain reports whether the word has letters only.
func isPlain(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// isMarked reports whether the word has one of markedLetters and another; some writers part two vowels so: coöperate.
func isMarked(word string) bool {
	return !isASCII(word) && utf8.RuneCountInString(word) > 1 && strings.ContainsAny(strings.ReplaceAll(word, "oö", ""), markedLetters)
}

// particles are function words that stand in names of people, places and institutions.
var particles = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields("de la le les los las el del der den des di da do dos das van von y e et i und du zu zum zur al della dei degli delle dello dell' ten ter te het op na pour för af av og och za na nad pod z w do sur sous lo sans et il gli ao à outro prima grata sunt") {
		m[w] = true
	}
	return m
}()

// loans are words that English papers print with the letters of their language: dishes, drinks, music.
var loans = lint.WordSet(`açaí bánh börek bağlama cajón candomblé ćevapi döner fútbol forró gløgg gözleme gulyás jamón knödel köfte köttbullar lángos mămăligă
	pão rakı rösti smørrebrød spätzle surströmming żurek kürtőskalács bún tôm pączki sertão guaraní rødgrød fußball`)

// markedLetters are letters that English takes over in names only.
const markedLetters = "ðþøßłěőűşğıłąęśżźćńřšžčďťňůțșăļķģņáíóúýöäåãõəđ"
