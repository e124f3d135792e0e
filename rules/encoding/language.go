package encoding

import (
	_ "embed"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

//go:embed data/function_words.tsv
var functionWordTable string

// languages is a set of languages, a bit for each row of the table.
type languages uint32

// foreignWords is the function words of the languages that are written in Latin letters.
var foreignWords = sync.OnceValue(func() (t struct {
	names []string // English names of the languages, in the order of the bits
	words map[string]languages
}) {
	rows, err := lexicon.ParseTable("function_words.tsv", functionWordTable, "language", "words")
	if err != nil {
		panic(err)
	}
	t.words = make(map[string]languages, strings.Count(functionWordTable, " "))
	for i, row := range rows {
		t.names = append(t.names, row[0])
		for w := range strings.FieldsSeq(row[1]) {
			t.words[w] |= 1 << i
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
}

// foreignnessOf is found for every word form of a document.
var foreignnessOf = lint.NewFact("foreign words", func(d *lint.Document) []foreignness {
	entries, functionWords := lexicon.Entries.Of(d), foreignWords().words
	out := make([]foreignness, len(d.Forms))
	for i := range d.Forms {
		f := d.Forms[i].Fold
		e := entries[i]
		out[i] = foreignness{
			languages: functionWords[f],
			evidence:  functionWords[f] != 0 && !(e.Word() && e.Level() <= 50) && !particles[f],
			english:   e.Word() && e.Level() <= 50,
			listed:    e.Known(),
			marked:    !e.Known() && strings.ContainsAny(f, markedLetters),
		}
	}
	return out
})

// particles are function words that stand in names of people, places and institutions.
var particles = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields("de la le les los las el del der den des di da do dos das van von y e et i und du zu zum zur al della dei degli delle dello dell' ten ter te het op na pour för af av og och za na nad pod z w do sur sous lo sans et il gli ao à") {
		m[w] = true
	}
	return m
}()

// markedLetters are letters that English takes over in names only.
const markedLetters = "ðþøßłěőűşğıłąęśżźćńřšžčďťňůțșăļķģņ"
