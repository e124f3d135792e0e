package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ConnectivePair reports two connectives that each do the work of both: Although it rained, but they played, such as saws,
// hammers, etc.
//
// Chinese, Arabic, Persian and Vietnamese mark both halves of such a sentence, English one; and they end a list of examples in a
// word for etc. or and so on, where English is content with such as or including.
//
// The fix drops the second, and is unsafe.
//
// bad: Although it rained, but the match was played.
// bad: The shop sells tools such as saws, hammers, etc.
// bad: Because the road was closed, so they went by train.
// good: Although it rained, the match was played, but nobody came.
// good: Because of the rain, and so on, the match was put off.
// good: The shop sells saws, hammers, etc., and tools such as rakes.
//
// Measured on machine translations: of although and but, because and so 10 hits in 5,400,000 words, from Chinese, Japanese and
// German, all right; in human translations none, on original English 1, in a lecture and so information; 1 more read on web
// articles, right. Of etc., which stays information, as does all in a text that does without capitals, 0.6 per 10,000 words (308
// in 5,400,000, most from Chinese and Japanese), in human translations 0.12, on original English 0.03; 69 read, 67 right.
// Professional translators marked 5 of 9.
var ConnectivePair = &lint.Rule{
	Name:     "wording/connective-pair",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		severity := lint.Warning
		if lexicon.Informal.Of(p.Document) {
			severity = lint.Info
		}
		for _, s := range p.Sentences {
			if s.To-s.From >= 6 && p.Tokens[s.From].Case == lint.Title {
				reportPair(p, s, severity)
			}
		}
		for _, k := range p.Places(p.FormOf("etc")) {
			i := int(k)
			r := lint.Range{From: i, To: i + 1}
			if b := p.BlockOf(i); i+2 < b.To && p.TokenText(i+1) == "." && p.Tokens[i+2].Case < lint.Title {
				r.To++ // the stop ends no sentence
			}
			reportListEnd(p, r, "etc.")
		}
		for _, k := range p.Places(p.FormOf("so")) {
			if i := int(k); i > 1 && i+1 < len(p.Tokens) && p.Fold(i-1) == "and" && p.Fold(i+1) == "on" {
				reportListEnd(p, lint.Range{From: i, To: i + 2}, "and so on")
			}
		}
	},
}

// reportPair reports the connective behind the first comma of sentence s, if the first word of the sentence does its work.
func reportPair(p *lint.Pass, s lint.Range, severity lint.Severity) {
	second := secondConnective(p.Fold(s.From))
	if second == "" {
		return
	}
	i := s.From + 2 // behind the comma
	for i+1 < s.To && p.TokenText(i-1) != "," {
		i++
	}
	if i+1 >= s.To || p.Fold(i) != second || p.Tokens[i+1].Kind != lint.Word || behindSo[p.Fold(i+1)] {
		return
	}
	drop := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i+1].Start)}
	p.Report(lint.Diagnostic{
		Span:     p.Tokens[i].Span(),
		Severity: severity,
		Message:  fmt.Sprintf("‘%s’ already says ‘%s’", p.TokenText(s.From), second),
		Fixes:    []lint.Fix{lint.Replace("drop ‘"+second+"’", lint.Unsafe, drop, "")},
	})
}

// behindSo holds words that so belongs to: because of the rain, so many people left; so too is the price.
var behindSo = lint.WordSet("that far many much few little too")

// reportListEnd reports the words of r, which end a list as name says, where such as or including opens it.
func reportListEnd(p *lint.Pass, r lint.Range, name string) {
	opener := listOpener(p.Document, p.SentenceOf(r.From).From, r.From)
	if opener.To == 0 {
		return
	}
	from := r.From
	if p.Fold(from-1) == "and" {
		from--
	}
	if p.TokenText(from-1) == "," {
		from--
	}
	cut := lint.Span{Start: int(p.Tokens[from-1].End), End: int(p.Tokens[r.To-1].End)}
	p.Report(lint.Diagnostic{
		Span:     p.Span(r),
		Severity: lint.Info,
		Message:  fmt.Sprintf("‘%s’ already says ‘%s’", p.Slice(p.Span(opener)), name),
		Related:  []lint.Related{{Span: p.Span(opener), Message: "the examples begin here"}},
		Fixes:    []lint.Fix{lint.Replace("drop ‘"+name+"’", lint.Unsafe, cut, "")},
	})
}

// listOpener returns the such as or including that opens the list which token i ends, commas, words and numbers alone between
// them, in a sentence that begins at from; its To is 0 where none does.
func listOpener(d *lint.Document, from, i int) lint.Range {
	const longest = 40
	for k := i - 2; k >= max(from, i-longest); k-- {
		switch w := d.Fold(k); {
		case w == "including":
			return lint.Range{From: k, To: k + 1}
		case w == "as" && k > from && d.Fold(k-1) == "such":
			return lint.Range{From: k - 1, To: k + 1}
		case d.Tokens[k].Kind == lint.Punct && d.TokenText(k) != "," && d.TokenText(k) != "-":
			return lint.Range{}
		}
	}
	return lint.Range{}
}

// secondConnective returns the connective that may not follow the one that begins a sentence.
func secondConnective(first string) string {
	switch first {
	case "although", "though":
		return "but"
	case "because", "since":
		return "so"
	}
	return ""
}
