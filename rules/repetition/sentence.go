package repetition

import (
	"fmt"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Sentence reports a sentence that the same paragraph, or the one before, has already.
//
// The lead of a page is given again in its text, and an engine that joins segments writes one of them twice. So has an item
// of a list the last sentence of the item before. A sentence that is the one right before it but for a synonym is
// information, unless more stands behind it (they asked): poets write so. Short sentences that are no plain statement twice
// running, those with quotation marks unless they stand twice running, numbered steps, and lines of their own (see
// repetition/line) are right.
//
// The fix deletes the repeat and is unsafe.
//
// bad: The mayor said the bridge would open in May. The mayor said the bridge would open in May.
// bad: The river rose by two metres over night. Roads were closed. The river rose by two metres over night.
// bad: The road was closed. The road was closed. Buses ran late.
// bad: 1. Sift the flour. Stir the thick batter well. ¶ 2. Stir the thick batter well. Bake it.
// good: The mayor said the bridge would open in May. The council said the bridge would open in June.
// good: “Nobody knows what will come of it.” He paused. “Nobody knows what will come of it.”
//
// Measured on machine-translated news: 0.07 hits per 10,000 words, on clean English news 0, on original English of all
// kinds 0.1, pages that have a sentence twice; 7 read, 7 right.
var Sentence = &lint.Rule{
	Name:     "repetition/sentence",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		sentences := passagesOf.Of(p.Document).sentences
		last := make(map[uint64]int)
		told := -1 // the last sentence that repeats another
		for n, s := range sentences {
			if s.quotes && n > 0 && isCaptionTwice(p.Document, sentences[n-1], s) {
				reportSentence(p, lint.Warning, sentences[n-1], s)
			}
			if n > 0 && isSaidAnew(p.Document, sentences[n-1], s) {
				reportSaidAnew(p, sentences[n-1], s)
			}
			if s.unique || s.quotes || p.Tokens[s.From].Kind == lint.Number {
				continue
			}
			if s.words < minSentence {
				if n > 0 && isShortTwice(p.Document, sentences[n-1], s) {
					reportSentence(p, lint.Warning, sentences[n-1], s)
				}
				continue
			}
			k, known := last[s.hash]
			last[s.hash] = n
			if known && isNear(p.Document, sentences[k], s) && sameWords(p.Document, sentences[k].Range, s.Range) {
				if told < 0 || told != n-1 {
					reportSentence(p, lint.Warning, sentences[k], s)
				}
				told = n
			}
		}
		findStepsAgain(p, sentences)
	},
}

// findStepsAgain reports an item of a list that begins with the last sentence of the item before.
func findStepsAgain(p *lint.Pass, sentences []passage) {
	for n := 1; n < len(p.Blocks); n++ {
		earlier, later := &p.Blocks[n-1], &p.Blocks[n]
		if earlier.Kind != lint.ListItem || later.Kind != lint.ListItem {
			continue
		}
		last, first := earlier.Sentences.To-1, later.Sentences.From
		if s := sentences[first]; s.words == 1 && p.Tokens[s.From].Kind == lint.Number {
			first++ // its number
		}
		if last == earlier.Sentences.From || first+1 >= later.Sentences.To {
			continue
		}
		a, b := sentences[last], sentences[first]
		for b.From < b.To && p.Tokens[b.From].Kind != lint.Word {
			b.From++
		}
		if !a.unique && !b.quotes && a.words >= minShort && sameWords(p.Document, a.Range, b.Range) && hasContent(p.Document, b.Range) {
			reportSentence(p, lint.Warning, a, b)
		}
	}
}

// minSentence is the fewest words of a sentence that nobody writes twice.
const minSentence = 6

// minShort is the fewest words of a sentence that nobody writes twice running, where it is plain prose.
const minShort = 4

// isShortTwice reports whether a sentence is the one right before it again and no refrain: it states something, of
// others, in edited prose.
func isShortTwice(d *lint.Document, before, s passage) bool {
	if s.words < minShort || before.hash != s.hash || before.block != s.block || !sameWords(d, before.Range, s.Range) || !isNear(d, before, s) {
		return false
	}
	if !isMark(d, s.To-1, '.') || !isMark(d, before.To-1, '.') || !hasContent(d, s.Range) || d.IsQuoted(s.From) {
		return false
	}
	stated := false
	for i := s.From; i < s.To; i++ {
		if isPersonal(d, i) && d.Fold(i) != "no" {
			return false
		}
		stated = stated || lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0 || strings.HasSuffix(d.Fold(i), "ed")
	}
	return stated
}

// isCaptionTwice reports whether a sentence with quotation marks inside it is the one right before it again.
func isCaptionTwice(d *lint.Document, before, s passage) bool {
	if s.unique || s.words < minSentence || before.hash != s.hash || before.block != s.block || !sameWords(d, before.Range, s.Range) || isHeadingLike(d, s.block) {
		return false
	}
	return d.Tokens[s.From].Kind == lint.Word && d.Tokens[before.From].Kind == lint.Word && isMark(d, s.To-1, '.') && isMark(d, before.To-1, '.') && !d.IsQuoted(s.From) && !d.IsQuoted(before.From)
}

// reportSaidAnew reports a sentence that begins with the one before it; with who asks behind that, it is a warning.
func reportSaidAnew(p *lint.Pass, before, s passage) {
	again, severity := s, lint.Info
	again.To = s.From + before.To - before.From // without they asked
	if again.To < s.To {
		severity = lint.Warning
	}
	reportSentence(p, severity, before, again)
}

// isSaidAnew reports whether a sentence is, or begins with, the one right before it with a synonym for one word: Why did the
// bakery close? Why did the bakery shut? they asked.
func isSaidAnew(d *lint.Document, before, s passage) bool {
	end := s.From + before.To - before.From
	if before.words < minSentence || before.block != s.block || end > s.To || end < s.To && isMark(d, end-1, '.') {
		return false
	}
	if d.IsQuoted(s.From) || isHeadingLike(d, s.block) {
		return false
	}
	shift := s.From - before.From
	at := -1 // the only word that differs
	for i := s.From; i < end; i++ {
		if isSame(d, i, i-shift) {
			continue
		}
		if at >= 0 || d.Tokens[i].Kind != lint.Word {
			return false
		}
		at = i
	}
	return at >= 0 && areSynonyms(d, at-shift, at)
}

// areSynonyms reports whether the words at tokens i and j have one meaning in the same form.
func areSynonyms(d *lint.Document, i, j int) bool {
	for b := range sensesAt(d, j, j+1) {
		for a := range sensesAt(d, i, i+1) {
			if a.group == b.group && a.forms&b.forms != 0 {
				return true
			}
		}
	}
	return false
}

// isNear reports whether the sentences stand in one block or in two that follow, and are not both whole blocks.
func isNear(d *lint.Document, a, b passage) bool {
	if b.block-a.block > 1 || isHeadingLike(d, a.block) {
		return false
	}
	return d.Blocks[a.block].Range != a.Range || d.Blocks[b.block].Range != b.Range
}

// isHeadingLike reports whether the block is a heading or an item of a list.
func isHeadingLike(d *lint.Document, block int) bool {
	k := d.Blocks[block].Kind
	return k == lint.Heading || k == lint.ListItem
}

func reportSentence(p *lint.Pass, severity lint.Severity, earlier, later passage) {
	whole := p.Span(later.Range)
	cut := whole
	if later.From > p.Blocks[later.block].From {
		cut.Start = int(p.Tokens[later.From-1].End)
	}
	place := "this paragraph"
	if !sameWords(p.Document, earlier.Range, later.Range) {
		place = "in other words, this paragraph"
	}
	if earlier.block != later.block {
		place = "the paragraph before"
		if p.Blocks[later.block].Kind == lint.ListItem {
			place = "the item before"
		}
	}
	p.Report(lint.Diagnostic{
		Span: p.Span(beginning(p.Document, later.Range)), Severity: severity,
		Message: fmt.Sprintf("%s has the same sentence already", place),
		Related: []lint.Related{{Span: p.Span(beginning(p.Document, earlier.Range)), Message: "the same sentence is here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the repeat", lint.Unsafe, cut, "")},
	})
}
