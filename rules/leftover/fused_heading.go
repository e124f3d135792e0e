package leftover

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// FusedHeading reports a heading in capitals that runs into the sentence behind it: will close in May. A NEW HALL FOR THE
// MARKET After the feast the stalls will move.
//
// Turkish, Arabic and Balkan papers part their reports by headings in capitals. The program that took the text lost the line
// breaks round them, and the engine translates heading and sentence as one. Reported are four words and more in capitals, most
// of them common ones, behind the end of a sentence or at the start of a paragraph, and right behind them, or glued to the
// last of them, a sentence. Words that people shout have their stop, and the first words of a chapter in capitals go on in
// lower case.
//
// The fix is manual: the heading wants a line of its own.
//
// bad: The station will move in May. THE OLD LINE IS COMING TO LIFE After the move the hall will be a library.
// bad: She left with her team. A CROWD WAITS AT THE GATEBelma was met with flowers.
// bad: A NEW HALL FOR THE MARKET The stalls will move after the feast.
// good: IT WAS A COLD MORNING IN MARCH when Anna Karlsson left. THE END OF THE STORY IS KNOWN.
// good: The sign says DO NOT FEED THE BEARS Bruno and Lisa.
//
// Measured on 5,400,000 words of machine translation: 0.02 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0; 9 read, of 4 texts, all right. So few make the level provisional.
var FusedHeading = &lint.Rule{
	Name:     "leftover/fused-heading",
	Severity: lint.Warning,
	MQM:      "Fluency/Text-breaking",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		past := 0 // behind the last run of capitals
		for _, k := range p.Capitals {
			i := int(k)
			if i < past || p.Tokens[i].Case != lint.Upper || i+1 >= len(p.Tokens) || p.Tokens[i+1].Case < lint.Upper {
				continue
			}
			b := p.BlockOf(i)
			to := capitalsEnd(p.Document, b, i)
			past = to + 1
			if b.Kind.IsAside() || b.Kind == lint.Cell || !beginsHeading(p.Document, b, i) {
				continue
			}
			if r, ok := runsIntoSentence(p.Document, b, lint.Range{From: i, To: to}); ok {
				s := p.Span(r)
				p.Report(lint.Diagnostic{Span: s, Message: "the heading ‘" + p.Slice(s) + "’ runs into the sentence"})
			}
		}
	},
}

// capitalsEnd returns the index behind the words in capitals, numbers and commas from token i on.
func capitalsEnd(d *lint.Document, b lint.Block, i int) int {
	to := i + 1
	for to < b.To && (d.Tokens[to].Case == lint.Upper || d.Tokens[to].Kind == lint.Number || isMark(d, to, ",-") ||
		d.TokenText(to) == "A" || d.TokenText(to) == "I") {
		to++
	}
	return to
}

// beginsHeading reports whether token i begins its block, or stands behind the end of a sentence, with an A before it or not.
func beginsHeading(d *lint.Document, b lint.Block, i int) bool {
	if i > b.From && d.TokenText(i-1) == "A" {
		i--
	}
	return i == b.From || !d.Glued(i) && (isMark(d, i-1, ".!?") ||
		d.Tokens[i-1].Kind == lint.Quote && i-2 >= b.From && isMark(d, i-2, ".!?"))
}

// runsIntoSentence returns the words in capitals where they are enough for a heading, and a sentence begins right behind them or
// in the last of them: AT THE GATEBelma.
func runsIntoSentence(d *lint.Document, b lint.Block, r lint.Range) (lint.Range, bool) {
	const fewest, fewestCommon = 4, 3 // words
	words, common := 0, 0
	for i := r.From; i < r.To; i++ {
		if t := &d.Tokens[i]; t.Kind == lint.Word {
			words++
			if e := lexicon.EntryAt(d, i); lexicon.FunctionAt(d, i) != 0 || e.Level() > 0 && e.Level() <= 50 {
				common++
			}
		}
	}
	glued := r.To < b.To && isHeadingGlued(d.TokenText(r.To))
	if glued {
		words++
		r.To++
	}
	if words < fewest || common < fewestCommon || r.To+1 >= b.To {
		return r, false
	}
	return r, glued || opensSentence(d, b, r.To) || r.From > b.From && opensPlainly(d, b, r)
}

// opensPlainly reports whether a word with a capital stands behind the words in capitals, and one in lower case behind that, that
// ends in a stop before long: Work goes on.
func opensPlainly(d *lint.Document, b lint.Block, r lint.Range) bool {
	return d.Tokens[r.To].Case == lint.Title && d.Tokens[r.To].Kind == lint.Word && d.Tokens[r.To+1].Case == lint.Lower &&
		d.Tokens[r.To+1].Kind == lint.Word && isMark(d, b.To-1, ".!?") && (r.From == b.From || !d.IsQuoted(r.From))
}

// isHeadingGlued reports whether a word is one in capitals with the first of a sentence glued to it: GATEBelma.
func isHeadingGlued(word string) bool {
	const shortest = 3 // letters of either
	n := 0
	for n < len(word) && word[n] >= 'A' && word[n] <= 'Z' {
		n++
	}
	if n <= shortest || len(word)-n < shortest {
		return false
	}
	for _, c := range word[n:] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
