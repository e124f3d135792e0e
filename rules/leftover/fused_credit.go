package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// FusedCredit reports a credit or the stamp of an update that runs into the sentence behind it, within a paragraph, too:
// Reporter Noh Tae-il The leader promised, Provided by Maru Entertainment The singer told, LAST UPDATE: 21.40 Two boats sank.
//
// On the page a reporter, who gave the photo, or the hour stood on a line of its own, which the program that took the text
// joined with the next. Reported are a word for a reporter, Provided by, or Photo: with names behind, before a little word
// that has a capital and goes on in lower case, and a time behind the word for an update before a sentence. Credits with a
// mark at the start of a paragraph, and those with By, are the business of leftover/fused-lead.
//
// The fix is manual: where the sentence begins is for a person to see.
//
// bad: The leader spoke for an hour. Reporter Noh Tae-il The leader also promised a hall.
// bad: The two at the fair. Provided by Maru Entertainment The singer told how they met.
// bad: LAST UPDATE: 21.40 Two boats collided in thick fog off the cape.
// good: The leader spoke for an hour. Reporter Noh Tae-il then left.
// good: Last update: 21:40
//
// Measured on 5,400,000 words of machine translation: 0.01 hits per 10,000 words, on original English (350,000 words)
// and in 4,500,000 words of manuals 0; 5 read, 5 right. So few make the level provisional.
var FusedCredit = &lint.Rule{
	Name:     "leftover/fused-credit",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		for _, key := range creditLabels {
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				b := p.BlockOf(i)
				if p.Tokens[i].Case < lint.Title || b.Kind.IsAside() {
					continue
				}
				if to := fusedCreditAt(p.Document, b, i); to > 0 {
					s := p.Span(lint.Range{From: i, To: to})
					p.Report(lint.Diagnostic{Span: s, Message: "the credit ‘" + p.Slice(s) + "’ runs into the sentence"})
				}
			}
		}
		for _, key := range updateWords {
			for _, k := range p.Places(p.Find(key)) {
				if r, ok := fusedStamp(p.Document, int(k)); ok {
					s := p.Span(r)
					p.Report(lint.Diagnostic{Span: s, Message: "the stamp ‘" + p.Slice(s) + "’ runs into the sentence"})
				}
			}
		}
	},
}

// creditLabels are the words that credits begin with, updateWords those of stamps.
var (
	creditLabels = lint.Keys("reporter correspondent journalist photographer provided photo picture image video")
	updateWords  = lint.Keys("update updated modified edited published posted")
)

// fusedCreditAt returns the index behind the credit whose label is token i where a sentence opens there, or 0.
func fusedCreditAt(d *lint.Document, b lint.Block, i int) int {
	from := i + 1
	switch word := d.Fold(i); {
	case from >= b.To:
		return 0
	case writers[word] || word == "photographer":
		if i == b.From && isMark(d, from, ",/:") {
			return 0 // leftover/fused-lead
		}
	case word == "provided":
		if d.Fold(from) != "by" {
			return 0
		}
		from++
	default:
		if i == b.From || !isMark(d, from, ":") {
			return 0
		}
		from++
	}
	const fewest = 2 // a family name and another
	if to := behindNames(d, b, from); to >= from+fewest && d.Tokens[to+1].Case == lint.Lower && isMark(d, b.To-1, ".!?\"”") {
		return to
	}
	return 0
}

// isDottedHour reports whether figures are an hour and its minutes with a full stop: 21.40, but no version as 3.5.
func isDottedHour(figures string) bool {
	hour, minutes, ok := strings.Cut(figures, ".")
	return ok && len(hour) < 3 && len(minutes) == 2
}

// fusedStamp returns the stamp of an update whose word is token i and begins its block, where the sentence of the article
// follows the time.
func fusedStamp(d *lint.Document, i int) (lint.Range, bool) {
	const shortest = 6
	b := d.BlockOf(i)
	from := i
	if from > b.From && (d.Fold(from-1) == "last" || d.Fold(from-1) == "latest") {
		from--
	}
	to := i + 1
	if to+3 >= b.To || !isMark(d, to, ":") || from != b.From || b.Kind.IsAside() || !isMark(d, b.To-1, ".!?") {
		return lint.Range{}, false
	}
	to++
	if d.Tokens[to].Kind == lint.Number && isByte(d, to+1, ':') && d.Tokens[to+2].Kind == lint.Number {
		to += 2
	} else if d.Tokens[to].Kind != lint.Number || !isDottedHour(d.TokenText(to)) {
		return lint.Range{}, false
	}
	to++
	opens := d.Tokens[to].Case == lint.Title && d.Tokens[to+1].Case == lint.Lower && lexicon.EntryAt(d, to).Known()
	return lint.Range{From: from, To: to}, opens && b.To-to >= shortest && !isDay(d, to) && !clockWords[d.Fold(to)]
}
