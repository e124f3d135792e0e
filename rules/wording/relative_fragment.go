package wording

import (
	"strings"

	"mtlint/lint"
)

// RelativeFragment reports a relative clause that stands as a sentence: The family keeps 600 ducks. Of which 200 are laying.
//
// Vietnamese, Arabic and Indonesian begin a sentence so, and a long sentence is cut there before it is translated. English
// writers begin a sentence with which for effect (Which is a pity), and seldom with of which and a number. The lines of a balance
// (Of which 30 million abroad), which begin a paragraph, are left alone, and a number in words (Of which two are any good) may be
// meant so: it is information.
//
// The fix joins the two sentences with a comma and is unsafe.
//
// bad: The family keeps 600 ducks. Of which 200 are laying.
// bad: The fund gave out 40 loans. Of which, twelve went to the hills.
// bad: The school has 90 teachers. Of whom nearly 50 came from the coast.
// good: The family keeps 600 ducks, of which 200 are laying.
// good: Of which of the two roads do they speak?
// good: It was late. Which is a pity. Of which more below.
//
// Measured on 5.4 million words of machine translation, on original English, human translations (680,000 words) and manuals
// (4.5 million): no hit, less than 0.1 per 10,000 words. None could be read: the level rests on the absence of false alarms
// and is provisional.
var RelativeFragment = &lint.Rule{
	Name:     "wording/relative-fragment",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, key := range relatives {
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i != s.From+1 || p.Fold(s.From) != "of" || p.Tokens[s.From].Case != lint.Title || p.BlockOf(i).From == s.From {
					continue
				}
				if !hasCount(p.Document, i+1, s.To) || isQuestion(p.Document, s) {
					continue
				}
				found := p.Span(lint.Range{From: s.From, To: i + 1})
				g := lint.Diagnostic{Span: found, Severity: lint.Info, Message: "relative clause as a sentence of its own"}
				if hasFigures(p.Document, i) && !p.IsQuoted(i) {
					g.Severity = lint.Warning
				}
				if p.TokenText(s.From-1) == "." {
					span := lint.Span{Start: int(p.Tokens[s.From-1].Start), End: int(p.Tokens[s.From].End)}
					g.Fixes = []lint.Fix{lint.Replace("join it with a comma", lint.Unsafe, span, ", of")}
				}
				p.Report(g)
			}
		}
	},
}

var relatives = lint.Keys("which whom")

// hasCount reports whether the first words from token i, a comma and words like nearly aside, are a number: of which, nearly
// 50.
func hasCount(d *lint.Document, i, stop int) bool {
	if i < stop && d.TokenText(i) == "," {
		i++
	}
	for i < stop && (strings.HasSuffix(d.Fold(i), "ly") || nearCount[d.Fold(i)]) {
		i++
	}
	return i+1 < stop && (d.Tokens[i].Kind == lint.Number || countWords[d.Fold(i)])
}

// hasFigures reports whether a number in figures stands soon behind token i.
func hasFigures(d *lint.Document, i int) bool {
	const soon = 4 // tokens
	for k := i + 1; k < min(i+1+soon, len(d.Tokens)); k++ {
		if d.Tokens[k].Kind == lint.Number {
			return true
		}
	}
	return false
}

// nearCount are words between which and a number.
var nearCount = lint.WordSet("more less fewer than least most almost some about around over under up to only")
