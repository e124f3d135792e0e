package casing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LowerStart reports a sentence that begins in lower case behind a full stop.
//
// Engines put a full stop in the middle of a sentence where a link or bold words ended, or lose the capital of the next
// sentence. Abbreviations, lower-case brands, particles of names, initials, list items and texts written in lower case
// throughout are right.
//
// The fix is safe where the word can only begin a sentence (he, they), else unsafe: the full stop may be the fault, and
// deleting it is offered as well.
//
// bad: The minister left the room. she did not answer questions.
// bad: The talks ended on Friday. officials gave no reason.
// good: The minister left the room. She did not answer questions.
// good: It sells bread, milk, etc. and opens at 7 a.m. every day.
//
// Measured on machine-translated news: 0.77 hits per 10,000 words, on clean English 0.13, all 4 of them slips or
// abbreviations of letters; 76 read, 75 right.
var LowerStart = &lint.Rule{
	Name:     "casing/lower-start",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var found []int
		starts := 0
		for _, k := range p.MarksAt('.') {
			i := int(k)
			if !isMark(p.Document, i, '.') || i+1 == len(p.Tokens) || !p.Glued(i) || p.Glued(i+1) {
				continue
			}
			switch next := &p.Tokens[i+1]; {
			case next.Case == lint.Title:
				starts++
			case next.Case == lint.Lower && endsSentence(p.Document, i) && beginsSentence(p.Document, i+1):
				found = append(found, i+1)
			}
		}
		if len(found) > 3 && len(found) > starts/3 {
			return // written in lower case throughout
		}
		for _, i := range found {
			reportLowerStart(p, i)
		}
	},
}

// endsSentence reports whether the full stop at i stands behind a whole word and not an abbreviation, or behind a
// quotation.
func endsSentence(d *lint.Document, i int) bool {
	t, text, word := &d.Tokens[i-1], d.TokenText(i-1), d.Fold(i-1)
	switch {
	case text == "”", text == `"`:
		return i > 1 && d.Glued(i-1) && d.Tokens[i-2].Kind == lint.Word
	case t.Case == lint.Lower && endsClause[word]:
		return starters[d.Fold(i+1)] || lexicon.FunctionAt(d, i+1)&lexicon.Article != 0
	case t.Case == lint.Title && shortMonths[word]:
		return true
	case t.Kind != lint.Word, t.Len() < 3, isUnitBehindNumber(word), lint.IsAbbreviation(text), stopped[word]:
		return false
	case t.Case == lint.Lower:
		e := lexicon.EntryAt(d, i-1)
		return e.Word() && e.Level() <= 55 || t.Len() >= 7
	}
	return t.Case == lint.Title && (t.Len() >= 5 || t.Len() == 4 && isWholeName(d, i-1))
}

// isWholeName reports whether the word of four letters at i, with a capital, is a place or a common word in full, and no short
// form of a state: Oslo, Hall, not Wash.
func isWholeName(d *lint.Document, i int) bool {
	e := lexicon.EntryAt(d, i)
	return (e.Place() || e.Word() && e.Level() <= 35) && !states[d.Fold(i)]
}

// isUnitBehindNumber reports whether the word is the short form of a unit, joined to its number: 27-in., 100-million-lb.
func isUnitBehindNumber(fold string) bool {
	hyphen := strings.LastIndexByte(fold, '-')
	return hyphen > 0 && len(fold)-hyphen <= 4 && fold[0] >= '0' && fold[0] <= '9'
}

// beginsSentence reports whether the word at i, in lower case, is an English word that more words follow in its block.
func beginsSentence(d *lint.Document, i int) bool {
	if i+1 == len(d.Tokens) {
		return false
	}
	t, next := d.Tokens[i], d.Tokens[i+1]
	if t.Kind != lint.Word || next.Kind != lint.Word && !isWordAlone(d, i) || particles[d.Fold(i)] {
		return false
	}
	if d.Text[t.End-1] == '.' || d.BlockOf(i+1).From == i+1 || d.BlockOf(i).From == i {
		return false
	}
	e := lexicon.EntryAt(d, i)
	if e.Brand() && !e.Word() {
		return false // adidas
	}
	return e.Word() && e.Level() <= 50 || e.Name() || d.Forms[t.Form].Count > d.Forms[t.Form].Lower
}

// isWordAlone reports whether the word at i stands alone between two full stops and another sentence behind it: a few swimmers.
// provincial. The mayor.
func isWordAlone(d *lint.Document, i int) bool {
	const least = 6 // letters, more than the short forms of dictionaries have
	first := d.SentenceOf(i - 1).From
	for first < i-1 && d.Tokens[first].Kind != lint.Word {
		first++
	}
	if d.Tokens[first].Case == lint.Lower {
		return false // an entry of a dictionary: stupid. contemptible and low. simple.
	}
	if d.Tokens[i].Len() < least || lexicon.EntryAt(d, i).Level() > 35 || lexicon.FunctionAt(d, i) != 0 {
		return false
	}
	return i+2 < len(d.Tokens) && isMark(d, i+1, '.') && d.Glued(i+1) && d.Tokens[i+2].Case == lint.Title && !d.Glued(i+2) &&
		d.BlockOf(i+2).From <= i
}

func reportLowerStart(p *lint.Pass, i int) {
	safety := lint.Unsafe
	if starters[p.Fold(i)] && lexicon.FunctionAt(p.Document, i-2) == 0 && !isFragment(p.Document, i-1) {
		safety = lint.Safe
	}
	t := p.Tokens[i]
	fixes := []lint.Fix{
		lint.Replace("write it with a capital", safety, t.Span(), upperFirst(p.TokenText(i))),
		lint.Replace("delete the full stop", lint.Unsafe, p.Tokens[i-1].Span(), ""),
	}
	if continuers[p.Fold(i)] {
		fixes[0], fixes[1] = fixes[1], fixes[0]
	}
	p.Report(lint.Diagnostic{Span: t.Span(), Message: "sentence begins in lower case behind a full stop", Fixes: fixes})
}

// isFragment reports whether the full stop at i ends a few words that begin with a preposition: Since the nineties. The
// stop may stand for a comma.
func isFragment(d *lint.Document, i int) bool {
	const few = 7
	from := d.BlockOf(i).From
	for k := i - 1; k >= max(from, i-few); k-- {
		if k == from || isMark(d, k-1, '.') {
			return lexicon.FunctionAt(d, k)&lexicon.Preposition != 0
		}
	}
	return false
}

var (
	// starters holds words that begin a clause of their own.
	starters = lint.WordSet("he she they we it there this these however meanwhile")

	// endsClause holds short words that a sentence may end with.
	endsClause = lint.WordSet("it me us up so go do")

	// shortMonths holds the months in full that are as short as an abbreviation.
	shortMonths = lint.WordSet("may june july")

	// continuers holds words that go on with a sentence far more often than they begin one.
	continuers = lint.WordSet("of to and or from that which by than with who whose")

	// particles holds what names in lower case begin with.
	particles = lint.WordSet("al el de da di du del della van von der den bin ibn abu la le y e dos das ten ter")

	// states holds the short forms of American states that are words too.
	states = lint.WordSet("wash mass miss penn")

	// stopped holds abbreviations in lower case besides those of the sentence splitter.
	stopped = lint.WordSet("ed eds dept min max sec hrs hr incl resp est cent tel ext misc temp govt intl natl assn ave blvd bldg mph cont abbr def fig trans univ feat med mag prof spec prep sing pers lit lbs approx vols nos")
)
