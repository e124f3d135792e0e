// Package leftover holds the rules on what belongs to the page or to the translator and not to the article: in goes a
// document, out come the remains of captions, widgets, agency marks and prompts, and the places where text was lost.
package leftover

import (
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// upTo returns the text from the start of r to the next token of its block, or to the end of r and the space before it
// where r ends the block.
func upTo(d *lint.Document, b lint.Block, r lint.Range) lint.Span {
	s := d.Span(r)
	if r.To < b.To {
		s.End = int(d.Tokens[r.To].Start)
	} else if r.From > b.From {
		s.Start = int(d.Tokens[r.From-1].End)
	}
	return s
}

// row is one line of a table of leftovers, without the two sentences that test it: a phrase, where it may stand and how
// sure it is.
type row struct {
	phrase     string          // a pattern of lexicon.Phrases
	places     []place         // any of them
	severities []lint.Severity // at each of the places
}

// table is rows and their phrases to look for.
type table struct {
	rows    []row
	phrases *lexicon.Phrases
}

// newTable returns the table of an embedded file, read when it is first asked for. Its phrases may name the classes of a
// table of words.
func newTable(name, data, words string) func() table {
	return sync.OnceValue(func() table { return readTable(name, data, readClasses(words)) })
}

// readClasses returns what puts the words of a table of classes in place of {class}; a malformed one panics.
func readClasses(data string) *strings.Replacer {
	cells, err := lexicon.ParseTable("words", data, "class", "words")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	pairs := make([]string, 0, 2*len(cells))
	for _, c := range cells {
		pairs = append(pairs, "{"+c[0]+"}", c[1])
	}
	return strings.NewReplacer(pairs...)
}

// readWords returns what the rows of a table of classes, from 0, say of their words; a malformed one panics.
func readWords[V any](name, data string, add func(v *V, row int)) *lexicon.FormTable[V] {
	cells, err := lexicon.ParseTable(name, data, "class", "words")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	table := new(lexicon.FormTable[V])
	for row, c := range cells {
		for word := range strings.FieldsSeq(c[1]) {
			add(table.Set(lint.Hash(word)), row)
		}
	}
	return table
}

// readTable reads a table; a malformed one panics.
func readTable(name, data string, classes *strings.Replacer) table {
	cells, err := lexicon.ParseTable(name, data, "phrase", "place", "severity")
	if err != nil {
		panic("leftover: " + err.Error())
	}
	t := table{rows: make([]row, 0, len(cells))}
	patterns := make([]string, 0, len(cells))
	for _, c := range cells {
		places := parsePlaces(c[1])
		severities, err := parseSeverities(c[2], len(places))
		if err != nil {
			panic("leftover: " + err.Error())
		}
		phrase := c[0]
		if strings.IndexByte(phrase, '{') >= 0 {
			phrase = classes.Replace(phrase)
		}
		t.rows = append(t.rows, row{phrase, places, severities})
		patterns = append(patterns, phrase)
	}
	t.phrases = lexicon.NewPhrases(patterns)
	return t
}

// parsePlaces reads the names of places, parted by |.
func parsePlaces(names string) []place {
	out := make([]place, 0, 1+strings.Count(names, "|"))
	for n := range strings.SplitSeq(names, "|") {
		if places[n] == nowhere {
			panic("leftover: unknown place " + n)
		}
		out = append(out, places[n])
	}
	return out
}

// parseSeverities reads as many severities as there are places, parted by |; one stands for all.
func parseSeverities(names string, n int) ([]lint.Severity, error) {
	out := make([]lint.Severity, 0, n)
	for name := range strings.SplitSeq(names, "|") {
		severity, err := lint.ParseSeverity(name)
		if err != nil {
			return nil, err
		}
		out = append(out, severity)
	}
	for len(out) < n {
		out = append(out, out[len(out)-1])
	}
	return out, nil
}

// hit is a phrase of a table as it was found.
type hit struct {
	severity lint.Severity // of the row at the place, at its first one where the place is nowhere
	at       place         // nowhere where it stands at none of the places of its row
	menu     bool          // its row is about a menu
	weak     bool          // it is of the page only beside others
	number   int           // of its block
	tokens   lint.Range
}

// find returns every phrase of the table in the order of the text.
func (t table) find(d *lint.Document) []hit {
	found := t.phrases.Find(d)
	hits := make([]hit, 0, len(found))
	number := 0
	for _, m := range found {
		number = blockOf(d, number, m.From)
		r := t.rows[m.Phrase]
		severity, at := r.placeOf(d, number, m.Range)
		if at == nowhere && r.places[0] == note && len(r.places) == 1 {
			continue // outside its brackets it is no word of a page
		}
		hits = append(hits, hit{severity: severity, at: at, menu: r.places[0] == menu, number: number, tokens: m.Range})
	}
	return hits
}

// placeOf returns the first of the places of a row at which a phrase of the numbered block stands, and how sure it is
// there; a phrase that wants its number says little without.
func (r row) placeOf(d *lint.Document, number int, found lint.Range) (lint.Severity, place) {
	for k, at := range r.places {
		if at.stands(d, number, found) {
			return r.severities[k], at
		}
	}
	if r.places[0] == counted {
		return lint.Info, nowhere
	}
	return r.severities[0], nowhere
}
