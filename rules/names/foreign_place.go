package names

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ForeignPlace reports a town or a state in the form of another language, which English never writes: in Londres, from Varsovia.
//
// The engine takes the name for one of a person, or knows no English one, and copies it. A table has the forms, cases among
// them (in Moskwie). They count behind a preposition of place, outside quotations and brackets, and by themselves: the streets
// and clubs that are called after a town keep their names.
//
// The fix is unsafe.
//
// bad: The talks in Londres ended on Monday.
// bad: He flew from Varsovia to Bruselas.
// bad: The firm has sold its cars in Alemania since May.
// good: The talks in London ended on Monday.
// good: She lives in Londres Street, near the Hotel Varsovia.
// good: He asked for the word “Londres” on the map.
//
// Measured on machine-translated news and records, original English and manuals: 0 hits per 10,000 words (10,500,000 words), for
// their engines know these names. Provisional: the level rests on the absence of false alarms.
var ForeignPlace = &lint.Rule{
	Name:     "names/foreign-place",
	Severity: lint.Warning,
	MQM:      "Accuracy/Untranslated",
	Run: func(p *lint.Pass) {
		n, table := Mentions.Of(p.Document), foreignPlaces()
		for i := range n.Types {
			t := &n.Types[i]
			if !table.sieve.MayHave(t.hash) {
				continue
			}
			english, ok := table.english[t.Fold]
			if !ok || settledOf(p.Document).isRight(t.Fold) {
				continue
			}
			var all []lint.Diagnostic
			for _, k := range t.Mentions {
				if m := &n.Mentions[k]; n.isForeignPlace(m) {
					all = append(all, lint.Diagnostic{
						Span:    m.Span,
						Message: fmt.Sprintf("‘%s’ is %s in another language", p.Slice(m.Span), english),
						Fixes:   []lint.Fix{lint.Replace("write "+english, lint.Unsafe, m.Span, english)},
					})
				}
			}
			reportTogether(p, all)
		}
	},
}

// isForeignPlace reports whether a mention stands by itself behind a preposition of place, outside quotations and brackets.
func (n *Names) isForeignPlace(m *Mention) bool {
	d, i := n.doc, m.Token
	if i == 0 || m.Article > 0 || m.Next >= 0 || m.Particle != lint.NoForm || !placePrepositions[d.Fold(i-1)] {
		return false
	}
	return !d.Glued(i) && !d.IsQuoted(i) && d.BlockOf(i).Kind != lint.Label && endsName(d, i)
}

// endsName reports whether no more of a name stands behind token i: a mark, or an English word in lower case, stands there.
func endsName(d *lint.Document, i int) bool {
	k := i + 1
	if k >= len(d.Tokens) {
		return true
	}
	switch d.Tokens[k].Kind {
	case lint.Punct:
		return k+1 >= len(d.Tokens) || !d.Glued(k+1) || d.Tokens[k+1].Kind != lint.Word
	case lint.Word:
		return d.Tokens[k].Case == lint.Lower && !particles[d.Fold(k)] && lexicon.EntryAt(d, k).Word()
	}
	return false
}

// placePrepositions holds what stands before a place.
var placePrepositions = lint.WordSet("in to from near through across outside via towards toward around between into")

//go:embed data/exonyms.tsv
var foreignPlaceTable string

// foreignPlaceIndex gives the folded forms of places in other languages their English ones.
type foreignPlaceIndex struct {
	english map[string]string
	sieve   lexicon.Sieve
}

// foreignPlaces returns the table.
var foreignPlaces = sync.OnceValue(func() *foreignPlaceIndex {
	rows, err := lexicon.ParseTable("exonyms.tsv", foreignPlaceTable, "english", "foreign")
	if err != nil {
		panic(err)
	}
	table := &foreignPlaceIndex{make(map[string]string), lexicon.NewSieve(8 * len(rows))}
	for _, row := range rows {
		for form := range strings.SplitSeq(row[1], " / ") {
			fold := Fold(form)
			table.english[fold] = row[0]
			table.sieve.Add(lint.Hash(fold))
		}
	}
	return table
})
