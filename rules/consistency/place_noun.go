package consistency

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PlaceNoun reports the noun behind the name of a place that is written with a capital and without: Selda District and
// Selda district.
//
// The source has no capitals there and the engine decides sentence by sentence. Both are right; an article does one.
// Plurals and nouns that belong to more than one name (the Selda and Tarma rivers), headings and names of other things
// that begin with the place (Selda River Bridge) are left out.
//
// Buildings and what the land has (bridge, airport, mountains) come in both cases in careful English: information.
//
// The fix writes the capital, unless lower case is three times as frequent, and is unsafe.
//
// bad: The road to Selda District is closed. Nobody in Selda District may leave; the mayor of Selda district said so.
// bad: Boats left the Tarma River. The Tarma river is high, and fields along the Tarma River are under water.
// good: The road to Selda District is closed. Nobody in Selda District may leave the district.
// good: The Selda and Tarma river valleys lie north of the Tarma River and the Selda River.
//
// Measured on machine output of all kinds: 0.25 warnings per 10,000 words (5,400,000 words), on original English none (300,000
// words); 60 read, 58 right. Of the infos, 11 on machine output and 2 on original English, all are right.
var PlaceNoun = &lint.Rule{
	Name:     "consistency/place-noun",
	Severity: lint.Warning,
	MQM:      "Style/Inconsistency",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, noun := range placeNouns {
			f := p.Find(noun)
			if f == lint.NoForm || p.Forms[f].Lower == 0 || p.Forms[f].Lower == p.Forms[f].Count {
				continue // of one case
			}
			level := lint.Severity(0)
			if sights[p.Forms[f].Fold] {
				level = lint.Info
			}
			mentions := make(map[lint.FormID][]mention)
			for _, k := range p.Places(f) {
				if i := int(k); isBehindPlace(p.Document, i) {
					name := p.Tokens[i-1].Form
					mentions[name] = append(mentions[name], mention{lint.Range{From: i - 1, To: i + 1}, int(p.Tokens[i].Case)})
				}
			}
			for _, all := range mentions {
				report(p, all, usualCase(all), level, func(m mention, usual int) string {
					return p.TokenText(m.tokens.From) + " " + inCase(p.Forms[f].Fold, lint.Case(usual))
				})
			}
		}
	},
}

// isBehindPlace reports whether the noun at i stands behind one name inside a sentence and before no other part of one.
func isBehindPlace(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	return i-2 >= s.From && !d.Glued(i) && d.Tokens[i].Case <= lint.Title && mayBePlace(d, i-1) && mayPrecedeName(d, i-2, s) &&
		!isCityCentre(d, i) && endsName(d, i, s)
}

// mayBePlace reports whether token i has a capital and is neither a possessive nor an English word.
func mayBePlace(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Title && !lexicon.EntryAt(d, i).Word() && lexicon.FunctionAt(d, i) == 0 &&
		!strings.ContainsAny(d.TokenText(i), "'’")
}

// mayPrecedeName reports whether token i of sentence s belongs neither to the name behind it nor to another that the noun is
// of, too: Selda and Tarma rivers.
func mayPrecedeName(d *lint.Document, i int, s lint.Range) bool {
	switch t := &d.Tokens[i]; t.Kind {
	case lint.Word:
		return (t.Case == lint.Lower || i == s.From) && d.Fold(i) != "and" && d.Fold(i) != "or"
	case lint.Punct:
		return d.TokenText(i) == ","
	}
	return true
}

// isCityCentre reports whether the noun at i and the word behind it are city centre: Manchester City, the Manchester city
// centre.
func isCityCentre(d *lint.Document, i int) bool {
	if d.Fold(i) != "city" || i+1 == d.SentenceOf(i).To {
		return false
	}
	next := d.Fold(i + 1)
	return next == "centre" || next == "center"
}

// endsName reports whether the name that token i belongs to ends with it: the name of Selda River Bridge goes on.
func endsName(d *lint.Document, i int, s lint.Range) bool {
	next := i + 1
	return next == s.To || d.Tokens[next].Kind == lint.Punct || d.Tokens[next].Case == lint.Lower && !d.Glued(next)
}

// usualCase returns the case to write: the capital that a name has, unless lower case is three times as frequent.
func usualCase(mentions []mention) int {
	if counts := countsOf(mentions); counts[lint.Lower] >= 3*counts[lint.Title] {
		return int(lint.Lower)
	}
	return int(lint.Title)
}

// inCase returns the word in lower case, or with a capital.
func inCase(word string, c lint.Case) string {
	if c == lint.Lower {
		return word
	}
	return string(word[0]-'a'+'A') + word[1:]
}

// placeNouns holds the nouns behind the names of places.
var placeNouns = lint.Keys("province district region state county city town village prefecture river valley lake island peninsula mountains " +
	"department governorate township municipality airport street square canal bay mosque university hospital bridge")

// sights holds those of them that are no parts of a country.
var sights = lint.WordSet("river valley lake island peninsula mountains airport street square canal bay mosque university hospital bridge")
