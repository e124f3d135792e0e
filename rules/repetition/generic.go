package repetition

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Generic reports a name of a place that says twice what kind of place it is: the Selda River River, the city of Selda
// City.
//
// The name ends with the word of its own language, which the engine keeps and translates, or it takes the name with its
// kind from a list and puts down the kind of the sentence beside it. The kinds and what they are called elsewhere stand
// in data/generics.tsv. A kind with a word of its own before it (the main island of Selda Island) and cities that are
// called so (the city of Kansas City) are right. In Romance languages the kind stands before the name (the theatre of the
// Théâtre Selda).
//
// There is no fix: which of the two goes depends on what the place is called.
//
// bad: Boats left the Selda River River at dawn.
// bad: The mayor of the city of Selda City opened the fair.
// bad: The road to the mountains of Mount Selda is closed.
// bad: The play is on at the theatre of the Théâtre du Selda.
// good: The mayor of the city of Kansas City opened the fair.
// good: The Selda River rises on Mount Selda.
//
// Measured on machine translation of all kinds: 0.005 hits per 10,000 words (5.4 million words), three, right, on
// original English 0 (350,000 words, and 32 million of manuals); 6 on machine-translated web articles, all right.
var Generic = &lint.Rule{
	Name:     "repetition/generic",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, at := range p.Places(p.Find(mount)) {
			if said, ok := mountTwice(p.Document, int(at), p.SentenceOf(int(at))); ok {
				reportKind(p, said.From, said.To-1)
			}
		}
		kinds := generics()
		for f := range p.Forms {
			k := kinds.Get(p.Forms[f].Hash)
			if k == nil {
				continue
			}
			for _, at := range p.Places(lint.FormID(f)) {
				i := int(at)
				s := p.SentenceOf(i)
				if first := saidBefore(p.Document, k, i, s); first >= 0 {
					reportKind(p, first, i)
				} else if last := saidBehind(p.Document, k, i, s); last >= 0 {
					reportKind(p, i, last)
				}
			}
		}
	},
}

func reportKind(p *lint.Pass, first, second int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: first, To: second + 1}),
		Message: fmt.Sprintf("‘%s’ says again what ‘%s’ says", p.TokenText(second), p.TokenText(first)),
	})
}

var mount = lint.KeyOf("mount")

// mountTwice returns the words between which the mount at token i and a mountain are one: mountains of Mount Selda, Mount
// Selda Mountain.
func mountTwice(d *lint.Document, i int, s lint.Range) (lint.Range, bool) {
	if d.Tokens[i].Case != lint.Title || i+1 >= s.To || !isTitled(d, i+1) {
		return lint.Range{}, false
	}
	if end := i + 2; end < s.To && (d.Fold(end) == "mountain" || d.Fold(end) == "mountains") && !namesGuides(d, end, s) {
		return lint.Range{From: i, To: end + 1}, true
	}
	of := i - 1
	if of > s.From && d.Fold(of) == "the" {
		of--
	}
	if noun := of - 1; noun >= s.From && isOf(d, of) && (d.Fold(noun) == "mountains" || d.Fold(noun) == "mountain") {
		return lint.Range{From: noun, To: i + 2}, true
	}
	return lint.Range{}, false
}

// namesGuides reports whether the small mountain at token i belongs to the noun behind it: Mount Selda mountain guides.
func namesGuides(d *lint.Document, i int, s lint.Range) bool {
	return d.Tokens[i].Case == lint.Lower && i+1 < s.To && d.Tokens[i+1].Case == lint.Lower && isContent(d, i+1)
}

// kind is what a noun for places is called, the last word of it.
type kind struct {
	noun    string
	before  string          // its first word, where it has two
	foreign map[string]bool // words that names end with
	opening map[string]bool // words that names begin with
}

//go:embed data/generics.tsv
var genericTable string

// generics is the kinds of places by the last word of their nouns; a malformed table panics.
var generics = sync.OnceValue(func() *lexicon.FormTable[*kind] {
	rows, err := lexicon.ParseTable("generics.tsv", genericTable, "noun", "foreign", "opening")
	if err != nil {
		panic("repetition: " + err.Error())
	}
	table := new(lexicon.FormTable[*kind])
	for _, row := range rows {
		k := &kind{noun: row[0], foreign: lint.WordSet(row[1]), opening: lint.WordSet(row[2])}
		if first, last, ok := strings.Cut(row[0], " "); ok {
			k.before, k.noun = first, last
		}
		*table.Set(lint.Hash(k.noun)) = k
	}
	return table
})

// saidBefore returns the token that says already what kind of place it is whose name ends with the kind at token i, -1
// where none does.
func saidBefore(d *lint.Document, k *kind, i int, s lint.Range) int {
	last := k.endOfName(d, i, s)
	if last <= s.From || !isTitled(d, last) || isFirstPart(d, i, s) {
		return -1
	}
	switch word := d.Fold(last); {
	case k.foreign[word] && isTitled(d, last-1):
		return last
	case k.before != "":
		return -1
	case word == k.noun:
		if isTitled(d, last-1) {
			return last
		}
		return -1
	case d.Tokens[i].Case != lint.Title:
		return -1
	}
	first := last
	for first > s.From && last-first < maxPlaceName-1 && isTitled(d, first-1) {
		first--
	}
	if first < last && k.mayOpen(d.Fold(first)) {
		return first
	}
	return namedByKind(d, k, first, last, s)
}

// isFirstPart reports whether the name or the compound of the kind at token i goes on behind it: Selda River Bank, river water.
func isFirstPart(d *lint.Document, i int, s lint.Range) bool {
	next := i + 1
	return next < s.To && isContent(d, next) && (d.Tokens[next].Case >= lint.Title || d.Tokens[i].Case == lint.Lower)
}

// endOfName returns the token before the kind that ends at token i, -1 where not all of the kind stands there.
func (k *kind) endOfName(d *lint.Document, i int, s lint.Range) int {
	last := i - 1
	if k.before == "" {
		return last
	}
	if last <= s.From || d.Fold(last) != k.before {
		return -1
	}
	return last - 1
}

// mayOpen reports whether a name may begin with the word and say its kind by it: Lake Selda, Théâtre Selda.
func (k *kind) mayOpen(word string) bool {
	return word == k.noun && standsBefore[word] || k.opening[word]
}

// saidBehind returns the word of another language that says of a name what the kind at token i says of it: the theatre of
// the Théâtre | du Nord. It is -1 where there is none.
func saidBehind(d *lint.Document, k *kind, i int, s lint.Range) int {
	if last := i + 3; last < s.To && k.before == "" && d.Tokens[i].Case == lint.Lower && isOf(d, i+1) && d.Fold(i+2) == "the" && isTitled(d, last) && k.opening[d.Fold(last)] {
		return last
	}
	return -1
}

// maxPlaceName is the most words of a name before its kind.
const maxPlaceName = 3

// standsBefore holds kinds that may stand before a name: Lake Selda Lake.
var standsBefore = lint.WordSet("lake river")

// isTitled reports whether token i is a word with a capital.
func isTitled(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Title
}

// namedByKind returns the kind with its article and of before the name: the city of Selda | City.
func namedByKind(d *lint.Document, k *kind, first, last int, s lint.Range) int {
	of := first - 1
	if of > s.From && d.Fold(of) == "the" {
		of--
	}
	noun := of - 1
	if noun <= s.From || !isOf(d, of) || d.Tokens[noun].Case != lint.Lower || d.Fold(noun) != k.noun || d.Fold(noun-1) != "the" {
		return -1
	}
	if k.noun == "city" && citiesOfCity[d.Fold(last)] || k.noun == "island" && islandsOfIsland[d.Fold(last)] {
		return -1
	}
	return noun
}

// citiesOfCity holds the last words of names that City is a part of.
var citiesOfCity = lint.WordSet(`kansas york oklahoma lake iowa jersey quezon mexico minh panama guatemala kuwait atlantic carson culver daly dodge foster rapid
	sioux johnson traverse bay bossier texas union jefferson cebu davao makati batangas belize benin ho garden ocean virginia vatican welwyn park cathedral national
	zhongli kingston taipei gaza sim quebec michigan nevada redwood yuba`)

// islandsOfIsland holds the last words of names that Island is a part of.
var islandsOfIsland = lint.WordSet("long norfolk christmas rhode edward vancouver king ellis coney easter")
