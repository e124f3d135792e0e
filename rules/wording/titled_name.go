package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// TitledName reports an article before an office that stands as a title before a name: the Mayor Karlsson said.
//
// French, Italian, Spanish, Hausa and Turkish have an article there, or the engine sets one; English has none: Mayor
// Karlsson, or the mayor, Karlsson. Reported are the offices of politics with the name of a person behind, and something
// behind it that shows that the name ends there. An office in lower case is left alone: some papers write the president
// Karlsson.
//
// The fix drops the article and is unsafe: commas around the name do as well.
//
// bad: In the evening, the Mayor Karlsson said that the bridge was open.
// bad: The plan was shown to the President Anna Karlsson.
// good: In the evening, Mayor Karlsson said that the bridge was open.
// good: The President Hotel is closed, and the mayor Anna Karlsson is ill.
//
// Measured on machine output: 0.01 hits per 10,000 words, on clean English none in 342,000 (less than 0.1 per 10,000 words);
// 7 read, all right.
var TitledName = &lint.Rule{
	Name:     "wording/titled-name",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, office := range offices {
			for _, at := range p.Places(p.Find(office)) {
				i := int(at)
				if i == 0 || p.Tokens[i].Case != lint.Title || p.Fold(i-1) != "the" || p.Glued(i) {
					continue
				}
				if end := nameEnd(p.Document, i+1); end > i+1 && endsName(p.Document, end) {
					reportTitle(p, i, end)
				}
			}
		}
	},
}

// reportTitle reports the article before the office at token i and the name behind it, which ends before token end.
func reportTitle(p *lint.Pass, i, end int) {
	s := p.SentenceOf(i)
	if end > s.To || i-1 < s.From {
		return
	}
	title := p.TokenText(i)
	if i-1 == s.From {
		title = lexicon.InCaseOf("The", title)
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i - 1, To: end}),
		Message: fmt.Sprintf("‘the’ before a title and a name: ‘%s’", p.Slice(p.Span(lint.Range{From: i, To: end}))),
		Fixes:   []lint.Fix{lint.Replace("drop ‘the’", lint.Unsafe, p.Span(lint.Range{From: i - 1, To: i + 1}), title)},
	})
}

// offices are those that stand before a name.
var offices = lint.Keys("president minister mayor governor chancellor senator")

// nameEnd returns the index behind up to three words that may be the name of a person and begin with token i, or i.
func nameEnd(d *lint.Document, i int) int {
	end := i
	for end < len(d.Tokens) && end < i+3 {
		t := &d.Tokens[end]
		e := lexicon.EntryAt(d, end)
		if t.Kind != lint.Word || t.Case != lint.Title || lexicon.FunctionAt(d, end) != 0 || e.Known() && !e.Person() {
			break
		}
		end++
	}
	if end == i+1 && lexicon.EntryAt(d, i).Word() {
		return i // the Governor General
	}
	return end
}

// endsName reports whether token i shows that the name before it ends: a mark, a verb of saying or a word that no noun is.
func endsName(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	t := &d.Tokens[i]
	if c := d.Text[t.Start]; c == '.' || c == ',' || c == '(' {
		return true
	}
	return t.Kind == lint.Word && t.Case == lint.Lower && (lexicon.FunctionAt(d, i) != 0 || sayings[d.Fold(i)] || d.Fold(i) == "met")
}
