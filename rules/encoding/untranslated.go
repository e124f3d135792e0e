package encoding

import (
	"math/bits"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Untranslated reports words of another language in Latin letters inside an English text.
//
// The engine gives up on a clause and copies it, or leaves a word that a link or an emphasis cut off. The evidence is
// two function words of one language that English has not, in a run of at least four words that are not English, or a word in
// lower case with a letter that English never uses (reiðhjól). Names of institutions are
// right; what stands in quotation marks or brackets, or behind a name (Česká spořitelna), is worth a look only.
//
// There is no fix: somebody has to translate it.
//
// bad: The talks ended, pero el presidente dijo que no habrá elecciones, and the minister left.
// bad: He was asked about reiðhjólaþjófar in the city.
// good: The Comisión Nacional de los Derechos Humanos said so.
// good: The film “Alles was wir nicht haben” was shown, and the café was full.
//
// Measured on machine-translated news: 0.72 warnings and 0.13 infos per 10,000 words, most from Icelandic, on clean
// English (340,000 words) 0; 85 read, 83 right.
var Untranslated = &lint.Rule{
	Name:     "encoding/untranslated",
	Severity: lint.Warning,
	MQM:      "Accuracy/Untranslated",
	Run: func(p *lint.Pass) {
		words := foreignFormsOf.Of(p.Document)
		if words == nil {
			return
		}
		var s lint.Range
		from := 0 // the end of the last run
		for _, k := range words.telling {
			i, t := int(k), &p.Tokens[k]
			if i < from || t.Case != lint.Lower && t.Case != lint.Title || t.Script != lint.Latin {
				continue
			}
			if i >= s.To {
				s = p.SentenceOf(i)
				from = s.From
			}
			run := foreignWordsAt(p.Document, words, lint.Range{From: from, To: s.To}, i)
			reportUntranslated(p, words, s, run)
			from = run.To
		}
	},
}

// reportUntranslated reports the run of words when there is evidence that it is of one language, or else its words
// that are evidence alone.
func reportUntranslated(p *lint.Pass, words *foreignForms, s, run lint.Range) {
	if language := languageOf(p.Document, words, run); language != "" {
		if isTitle(p.Document, s, run) {
			return
		}
		d := lint.Diagnostic{Span: p.Span(run), Message: "text in " + language + " was not translated"}
		if isSetOff(p.Document, s, run) {
			d.Severity = lint.Info
		}
		p.Report(d)
		return
	}
	for i := run.From; i < run.To; i++ {
		t := p.Tokens[i]
		if t.Kind != lint.Word || t.Case != lint.Lower || !words.of(t.Form).marked {
			continue
		}
		d := lint.Diagnostic{Span: t.Span(), Message: "‘" + p.TokenText(i) + "’ has letters that English words have not"}
		if word := (lint.Range{From: i, To: i + 1}); isSetOff(p.Document, s, word) || isInName(p.Document, words, s, i) {
			d.Severity = lint.Info
		}
		p.Report(d)
	}
}

// isTitle reports whether the run begins with a capital right behind a quotation mark.
func isTitle(d *lint.Document, s, run lint.Range) bool {
	return run.From > s.From && d.Tokens[run.From-1].Kind == lint.Quote && d.Tokens[run.From].Case == lint.Title
}

// foreignWordsAt returns the run of words round token i that may be of another language: function words of any, unlisted
// words, and single English ones, names and marks between them.
func foreignWordsAt(d *lint.Document, words *foreignForms, s lint.Range, i int) lint.Range {
	run := lint.Range{From: i, To: i + 1}
	for j := i - 1; j >= s.From && mayBeForeign(d, words, j); j-- {
		run.From = j
	}
	for run.From < i && isUnlikelyStart(d.Tokens[run.From], words) {
		run.From++
	}
	gap := 0
	for j := i + 1; j < s.To && gap < 2; j++ {
		t := d.Tokens[j]
		switch {
		case t.Kind == lint.Quote || t.Kind == lint.Bracket:
			return run
		case t.Kind != lint.Word:
			continue
		case mayBeForeign(d, words, j):
			gap = 0
			run.To = j + 1
		case lexicon.FunctionOf(d.Fold(j)) != 0:
			gap = 2
		default:
			gap++
		}
	}
	for run.To > i+1 && (d.Tokens[run.To-1].Kind != lint.Word || words.of(d.Tokens[run.To-1].Form).english) {
		run.To--
	}
	return run
}

// isUnlikelyStart reports whether the word, at the start of a run, belongs rather to the English text before it: a name, or
// a word that English has.
func isUnlikelyStart(t lint.Token, words *foreignForms) bool {
	w := words.of(t.Form)
	return w.english || t.Case == lint.Title && w.languages == 0
}

// mayBeForeign reports whether token j can stand in a run of foreign words.
func mayBeForeign(d *lint.Document, words *foreignForms, j int) bool {
	t := d.Tokens[j]
	if t.Kind != lint.Word || t.Script != lint.Latin {
		return false
	}
	w := words.of(t.Form)
	return w.languages != 0 || !w.listed
}

// languageOf returns the language that the run is in, or "" where the evidence does not do: two different function words
// of it that English has not, four words, and most of them not English.
func languageOf(d *lint.Document, words *foreignForms, run lint.Range) string {
	var votes [32]int
	total, english, lower := 0, 0, 0
	seen := make(map[lint.FormID]bool)
	for _, t := range d.Tokens[run.From:run.To] {
		if t.Kind != lint.Word {
			continue
		}
		total++
		w := words.of(t.Form)
		if w.english && w.languages == 0 {
			english++
		}
		if t.Case == lint.Lower && !w.english && (w.languages == 0 && !w.listed || w.languages != 0) {
			lower++
		}
		if !w.evidence || seen[t.Form] || t.Case != lint.Lower {
			continue
		}
		seen[t.Form] = true
		for set := w.languages; set != 0; set &= set - 1 {
			votes[bits.TrailingZeros32(uint32(set))]++
		}
	}
	best := 0
	for l := range foreignWords().names {
		if votes[l] > votes[best] {
			best = l
		}
	}
	if votes[best] < 2 || total < 4 || lower < 3 || english*3 > total {
		return ""
	}
	return foreignWords().names[best]
}

// isSetOff reports whether quotation marks or brackets enclose the run, with hardly another word between.
func isSetOff(d *lint.Document, s, run lint.Range) bool {
	opened := func(i int) bool {
		k := d.Tokens[i].Kind
		return k == lint.Quote || k == lint.Bracket
	}
	const near = 3
	from, to := run.From-1, run.To
	for from >= s.From && run.From-from < near && !opened(from) {
		from--
	}
	for to < s.To && to-run.To < near && !opened(to) {
		to++
	}
	return from >= s.From && opened(from) && to < s.To && opened(to)
}

// isInName reports whether the word follows a capitalised one that is no English word: Česká spořitelna.
func isInName(d *lint.Document, words *foreignForms, s lint.Range, i int) bool {
	if i == s.From {
		return false
	}
	t := d.Tokens[i-1]
	return t.Kind == lint.Word && t.Case != lint.Lower && !words.of(t.Form).english
}
