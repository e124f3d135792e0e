package spacing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// TornName reports a full stop inside a name, or one that leaves a name as a sentence of its own.
//
// A name that is a link or in bold is translated apart from its sentence, and the engine ends it with a stop. That the
// stop stands inside a name is shown by the short form in brackets behind it, Road Transport. Office (RTO); a stranded
// name is a sentence of two or three words behind a sentence of words in lower case, or of a few behind its kind (in the
// journal. Stellar Letters).
//
// The fix takes the stop away; it is unsafe.
//
// bad: They met at the National Bridge. Centre (NBC) on Friday.
// bad: This is the flat of the former mayor of the town. Anna Karlsson. The door was open.
// good: They met at the National Bridge Centre (NBC) on Friday.
// good: Who will win? Anna Karlsson. Nobody else can.
//
// Measured on machine-translated news: no hit in 600,000 words, on clean English none in 340,000 (less than 0.1 per
// 10,000 words); 1 read on machine-translated web articles, 1 right.
var TornName = &lint.Rule{
	Name:     "spacing/torn-name",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for b := range p.Blocks {
			for n := p.Blocks[b].Sentences.From + 1; n < p.Blocks[b].Sentences.To; n++ {
				findTornName(p, p.Blocks[b].To, p.Sentences[n-1], p.Sentences[n])
			}
		}
	},
}

// findTornName reports the stop between two sentences of the block that ends at token end when it tears a name.
func findTornName(p *lint.Pass, end int, before, s lint.Range) {
	if s.To-s.From < 2 || s.From < 4 || p.Tokens[s.From+1].Case != lint.Title && p.Tokens[s.From+1].Kind != lint.Bracket {
		return
	}
	stop := s.From - 1
	if mark(p.Document, stop) != "." || !p.Glued(stop) || !spaced(p.Document, s.From) {
		return
	}
	if !spellsOut(p.Document, before.From, s) && !namesKind(p.Document, stop, s) && (s.To == end || p.Tokens[s.To].Kind == lint.Number || !isStranded(p.Document, before, s)) {
		return
	}
	span := p.Tokens[stop].Span()
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: span.Start, End: int(p.Tokens[s.From].End)},
		Message: "full stop before “" + p.TokenText(s.From) + "” tears a name from its sentence",
		Fixes:   []lint.Fix{lint.Replace("take the stop away", lint.Unsafe, span, "")},
	})
}

// spellsOut reports whether the capitalised words round the stop before sentence s, from token first on, have the
// initials of the short form in brackets that stands behind them in s.
func spellsOut(d *lint.Document, first int, s lint.Range) bool {
	open := s.From
	for open < min(s.From+4, s.To) && d.Tokens[open].Case == lint.Title {
		open++
	}
	if open == s.From || open+2 >= s.To || d.TokenText(open) != "(" || d.Tokens[open+1].Case != lint.Upper || d.TokenText(open+2) != ")" {
		return false
	}
	letters := d.TokenText(open + 1)
	k := open - 1
	for n := len(letters) - 1; n >= 0; n-- {
		if k == s.From-1 {
			k-- // the stop
		}
		if k < first || d.Tokens[k].Kind != lint.Word || d.Text[d.Tokens[k].Start] != letters[n] {
			return false
		}
		k--
	}
	return len(letters) > 2 && k < s.From-2
}

// namesKind reports whether sentence s is a name alone, behind a kind of paper, place or body that the article before
// the stop leads to: published in the journal. Stellar Letters.
func namesKind(d *lint.Document, stop int, s lint.Range) bool {
	if !kinds[d.Fold(stop-1)] || d.Tokens[stop-1].Case != lint.Lower || d.Fold(stop-2) != "the" || lexicon.FunctionAt(d, stop-3)&lexicon.Preposition == 0 {
		return false
	}
	n := s.To - 1 - s.From
	if n < 1 || n > 4 || mark(d, s.To-1) != "." {
		return false
	}
	for i := s.From; i < s.To-1; i++ {
		if d.Tokens[i].Case != lint.Title || lexicon.FunctionAt(d, i) != 0 {
			return false
		}
	}
	return true
}

// isStranded reports whether sentence s is a person's name alone, behind a sentence that ends in a word in lower case.
func isStranded(d *lint.Document, before, s lint.Range) bool {
	n := s.To - 1 - s.From
	if n < 2 || n > 3 || mark(d, s.To-1) != "." || before.To-before.From < 8 || d.Tokens[s.From-2].Case != lint.Lower {
		return false
	}
	for i := s.From; i < s.To-1; i++ {
		t := d.Tokens[i]
		if t.Kind != lint.Word || t.Case != lint.Title || isContraction(d.Fold(i)) || lexicon.Functions.Of(d)[t.Form] != 0 || entry(d, i).Word() && !entry(d, i).Person() {
			return false
		}
	}
	return !entry(d, s.To-2).Word()
}

// kinds holds nouns that a name follows.
var kinds = lint.WordSet("journal magazine newspaper paper daily weekly website portal channel programme program film novel book song album city town village province district region company firm group club team band agency network ship vessel hotel restaurant party movement actor actress singer director minister president")

// isContraction reports whether the folded word is a function word and is or has: so's, here's.
func isContraction(word string) bool {
	head, ok := strings.CutSuffix(word, "'s")
	return ok && lexicon.FunctionOf(head) != 0
}
