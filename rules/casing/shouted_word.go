package casing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ShoutedWord reports a preposition in capitals in a text that writes nothing else so.
//
// Pages begin a paragraph with a word in capitals, or set one off; the engine keeps the capitals where the paragraphs were
// joined or the words were put in another order. People who stress a word in capitals stress others than these (NOT, ALL,
// BEFORE), and where they stress these, it is one that belongs to the word before (put it IN the box): reported are those that
// begin a sentence, or a clause behind and or but. The first words of an article, quotations, acronyms (IN for Indiana),
// operators and key words of programs (the IN clause) and texts with other words in capitals are left alone.
//
// The fix writes the word small, or with a capital where it begins a sentence, and is unsafe.
//
// bad: The mother kept an inn by the lake. IN early childhood Marek slept under the stairs.
// bad: The village lived quietly and IN winter saw no strangers.
// bad: The bridge was built by the monks and AT noon was blessed.
// good: IN early childhood Marek slept under the stairs. In winter he saw no strangers.
// good: The clause IN takes a list of values, and WHERE takes a condition.
//
// Measured on machine output of all kinds: 0.00 hits per 10,000 words (5,400,000 words of plain text), on original English 0.00
// (352,000 words), in 4,500,000 words of manuals none. None could be read: the level rests on the absence of
// false alarms and is provisional.
var ShoutedWord = &lint.Rule{
	Name:     "casing/shouted-word",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, key := range shoutable {
			f := p.Find(key)
			if f == lint.NoForm || p.Forms[f].Count == p.Forms[f].Lower {
				continue
			}
			for _, k := range p.Places(f) {
				i := int(k)
				if p.Tokens[i].Case == lint.Upper && isShouted(p.Document, i) && isOnlyShout(p.Document, i) {
					reportShouted(p, i)
				}
			}
		}
	},
}

// shoutable holds the prepositions that nobody stresses by capitals.
var shoutable = lint.Keys("in at by from with into")

func reportShouted(p *lint.Pass, i int) {
	word := p.Fold(i)
	if p.SentenceOf(i).From == i {
		word = upperFirst(word)
	}
	p.Report(lint.Diagnostic{
		Span:    p.Tokens[i].Span(),
		Message: "preposition ‘" + p.TokenText(i) + "’ in capitals",
		Fixes:   []lint.Fix{lint.Replace("write ‘"+word+"’", lint.Unsafe, p.Tokens[i].Span(), word)},
	})
}

// isShouted reports whether the word in capitals at token i leads on to words in lower case, behind another in lower case or
// behind a sentence of the same paragraph: lived quietly and IN winter saw.
func isShouted(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	if i+3 > s.To || d.Glued(i) || d.Glued(i+1) || d.IsQuoted(i) || !isLowerWord(d, i+1) || !isLowerWord(d, i+2) {
		return false
	}
	if s.From == i {
		return d.BlockOf(i).From < i && isMark(d, i-1, '.')
	}
	return i > s.From+2 && d.Tokens[s.From].Case == lint.Title && joinsClauses[d.Fold(i-1)] && (isLowerWord(d, i-2) || isMark(d, i-2, ',')) &&
		lexicon.FunctionAt(d, i-2)&lexicon.Preposition == 0 && !isOfProgram(d, s, i)
}

// isOfProgram reports whether the words beside token i speak of a program or a switch: the keyword IN, turned ON and.
func isOfProgram(d *lint.Document, s lint.Range, i int) bool {
	for k := max(s.From, i-2); k < min(s.To, i+3); k++ {
		if programWords[d.Fold(k)] {
			return true
		}
	}
	return false
}

// isOnlyShout reports whether no other word of the document that is one in lower case as well stands in capitals.
func isOnlyShout(d *lint.Document, i int) bool {
	for _, k := range d.Capitals {
		if t := &d.Tokens[k]; int(k) != i && t.Case == lint.Upper && t.Len() > 1 {
			if e := lexicon.EntryAt(d, int(k)); t.Form == d.Tokens[i].Form || e.Level() > 0 && e.Level() <= 50 && !e.Brand() {
				return false
			}
		}
	}
	return true
}

// joinsClauses holds what stands before the first word of a clause.
var joinsClauses = lint.WordSet("and but that which who")

// programWords holds what a key word of a program stands beside.
var programWords = lint.WordSet("clause clauses keyword key word operator operators query statement command " +
	"commands option parameter parameters mode endpoint endpoints construct list items use using switch marked labelled")
