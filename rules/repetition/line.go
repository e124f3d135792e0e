package repetition

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Line reports a line or paragraph that repeats one before it.
//
// Pages give their title again above the text, in the caption of a picture and in the text that stands for the picture, and
// all of them are translated along. The same line with another site's name in front, with marks of another shape, or with
// the first sentence fused to it counts too. Lines of fewer than five words other than a credit twice running (Fonat, Milan
// Pesic; not Paris, France), refrains in quotation marks and rows of a table are right. A passage of four lines and more
// that stands again is one finding.
//
// It is a warning for a title among the first lines and for a long paragraph, else info: headings, credits and verses
// stand again by right.
//
// The beginning of the repeat is underlined. The fix deletes a line that is wholly the same; it is unsafe, for a heading
// may be meant to stand again.
//
// bad: New bridge over the river opened ¶ New bridge over the river opened ¶ The mayor cut the ribbon on Monday.
// bad: Daily News New bridge over the river opened ¶ New bridge over the river opened ¶ The mayor cut the ribbon on Monday.
// good: New bridge over the river opened ¶ The new bridge over the river was opened on Monday by the mayor.
// good: What is new? ¶ The bridge is open. ¶ What is new? ¶ The road is closed.
//
// Measured on machine-translated news: 0.42 warnings and 0.32 infos per 10,000 words, on clean English news 0, on
// original English of all kinds 0.1; 49 warnings read, 47 right. Web articles have one in every fifth.
var Line = &lint.Rule{
	Name:     "repetition/line",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		blocks := passagesOf.Of(p.Document).blocks
		first := make(map[uint64]int)
		var run []again
		for n, b := range blocks {
			if b.words < minLine {
				if n > 0 && isCreditAgain(p.Document, blocks[n-1], b) {
					reportLine(p, lint.Warning, blocks[n-1], b)
				}
				continue
			}
			if !b.unique {
				k, known := first[b.hash]
				if known && isRepeatedLine(p.Document, blocks[k], b) {
					r := again{blocks[k], b}
					if len(run) > 0 && !run[len(run)-1].goesOn(p.Document, r) {
						reportLines(p, run)
						run = run[:0]
					}
					run = append(run, r)
					continue
				}
				if !known {
					first[b.hash] = n
				}
			}
			if n > 0 && n < headLines {
				findFused(p, blocks[:n], b)
			}
		}
		reportLines(p, run)
	},
}

// again is a line and the one before that it repeats.
type again struct{ earlier, later passage }

// goesOn reports whether next follows r in the text as the line that it repeats follows the other, lines aside that are
// too short to be looked at.
func (r again) goesOn(d *lint.Document, next again) bool {
	n := next.later.block - r.later.block
	if n != next.earlier.block-r.earlier.block || n > maxShort+1 {
		return false
	}
	for k := r.later.block + 1; k < next.later.block; k++ {
		if b := d.Blocks[k]; b.To-b.From >= minLine {
			return false
		}
	}
	return true
}

// reportLines reports repeats that follow each other: one by one when they are few, else the passage that they make.
func reportLines(p *lint.Pass, run []again) {
	if len(run) < minRun {
		for _, r := range run {
			reportLine(p, levelOf(r), r.earlier, r.later)
		}
		return
	}
	first, last := run[0], run[len(run)-1]
	whole := lint.Range{From: first.later.From, To: last.later.To}
	p.Report(lint.Diagnostic{
		Span:    p.Span(beginning(p.Document, first.later.Range)),
		Message: fmt.Sprintf("this line and the %d behind it stand %s", len(run)-1, before(first.later.block-first.earlier.block)),
		Related: []lint.Related{{Span: p.Span(beginning(p.Document, first.earlier.Range)), Message: "the same lines begin here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the lines", lint.Unsafe, fromLineBefore(p, whole), "")},
	})
}

// fromLineBefore returns the span of lines with what parts them from the line before.
func fromLineBefore(p *lint.Pass, r lint.Range) lint.Span {
	return lint.Span{Start: int(p.Tokens[r.From-1].End), End: p.Span(r).End}
}

const (
	minLine          = 5  // words of a line that is looked at
	minFused         = 6  // words that a line and the beginning of another share
	minPart          = 8  // words that two lines share of which neither holds the other
	maxTitle         = 30 // words of a title
	minSameParagraph = 20 // words of a paragraph that is surely no refrain
	minSameSpeech    = 14 // words of a paragraph in quotation marks that is surely none
	headLines        = 10 // lines of a document among which its title is given again
	minRun           = 4  // repeated lines, one after another, that are one passage
	maxShort         = 2  // lines too short to be looked at between two lines of a passage
)

// isRepeatedLine reports whether the later line is the earlier one again and no refrain.
func isRepeatedLine(d *lint.Document, earlier, later passage) bool {
	if !sameWords(d, earlier.Range, later.Range) || !hasContent(d, later.Range) || areVerse(d, earlier, later) {
		return false
	}
	return later.words >= minSameSpeech || !isAllSpeech(d, later.Range) || isTeaser(d, earlier, later)
}

// isTeaser reports whether the first line of the document and the second are words of somebody that break off: a headline and
// the lead.
func isTeaser(d *lint.Document, earlier, later passage) bool {
	if later.block != 1 || earlier.block != 0 {
		return false
	}
	dots := d.TokenText(later.To - 2)
	return dots == "…" || dots == "..."
}

// isCreditAgain reports whether a line of few words, a name behind a firm or a town and a comma, is the one before it again. The
// same word on both sides is a refrain, and two places are one.
func isCreditAgain(d *lint.Document, earlier, later passage) bool {
	if later.unique || later.words < 2 || later.To-later.From != later.words+1 || !isLineAgain(d, earlier, later) {
		return false
	}
	comma := 0
	for i := later.From; i < later.To; i++ {
		switch {
		case isMark(d, i, ','):
			comma = i
		case d.Tokens[i].Kind != lint.Word || d.Tokens[i].Case < lint.Title:
			return false
		}
	}
	last := later.To - 1
	if comma <= later.From || comma == last || isSame(d, later.From, last) || isSame(d, comma-1, comma+1) {
		return false
	}
	return !(lexicon.EntryAt(d, comma-1).Place() && lexicon.EntryAt(d, last).Place())
}

// isLineAgain reports whether two passages have the same words.
func isLineAgain(d *lint.Document, earlier, later passage) bool {
	return later.words == earlier.words && later.hash == earlier.hash && sameWords(d, earlier.Range, later.Range)
}

// isAllSpeech reports whether quotation marks stand round a line: a refrain.
func isAllSpeech(d *lint.Document, r lint.Range) bool {
	return d.Tokens[r.From].Kind == lint.Quote && d.Tokens[r.To-1].Kind == lint.Quote
}

// areVerse reports whether two lines are of a poem or a litany: both end in a comma or both in a semicolon.
func areVerse(d *lint.Document, earlier, later passage) bool {
	last, end := earlier.To-1, later.To-1
	return isMark(d, last, ';') && isMark(d, end, ';') || isMark(d, last, ',') && isMark(d, end, ',')
}

// hasContent reports whether r holds two words of no closed class.
func hasContent(d *lint.Document, r lint.Range) bool {
	n := 0
	for i := r.From; i < r.To && n < 2; i++ {
		if isContent(d, i) {
			n++
		}
	}
	return n == 2
}

// levelOf is how sure it is that a line repeats another by mistake.
func levelOf(r again) lint.Severity {
	if isTitleArea(r.earlier, r.later) || r.later.words >= minSameParagraph {
		return lint.Warning
	}
	return lint.Info
}

func reportLine(p *lint.Pass, severity lint.Severity, earlier, later passage) {
	p.Report(lint.Diagnostic{
		Span: p.Span(beginning(p.Document, later.Range)), Severity: severity,
		Message: fmt.Sprintf("the same line stands %s", before(later.block-earlier.block)),
		Related: []lint.Related{{Span: p.Span(beginning(p.Document, earlier.Range)), Message: "the same line is here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the line", lint.Unsafe, fromLineBefore(p, later.Range), "")},
	})
}

// isTitleArea reports whether both lines stand among the first of the document and close to each other.
func isTitleArea(earlier, later passage) bool {
	return later.block < headLines && later.block-earlier.block <= 3
}

// before says how many lines before another one stands.
func before(lines int) string {
	if lines == 1 {
		return "right before"
	}
	return fmt.Sprintf("%d lines before", lines)
}

// isTitleBeforeLead reports whether the line begins with a short title and goes on with the lead, which has the first word of the
// title again: Ferry workers on strike ¶ Ferry workers on strike Ferry workers left.
func isTitleBeforeLead(d *lint.Document, title, line passage) bool {
	const fewest = 4 // words
	n := title.To - title.From
	if title.words < fewest || title.words != n || !isTitleArea(title, line) || line.From+n >= line.To {
		return false
	}
	for k := range n {
		if d.Tokens[line.From+k].Kind != lint.Word || d.Tokens[line.From+k].Form != d.Tokens[title.From+k].Form {
			return false
		}
	}
	next := line.From + n
	return d.Tokens[next].Case == lint.Title && d.Tokens[next].Form == d.Tokens[title.From].Form
}

// findFused reports the line when it begins with most of a title before it.
func findFused(p *lint.Pass, titles []passage, line passage) {
	if startsAlone(p.Document, line.Range) {
		return
	}
	for k := len(titles) - 1; k >= 0; k-- {
		title := titles[k]
		if areVerse(p.Document, title, line) {
			continue
		}
		if isTitleBeforeLead(p.Document, title, line) {
			again := lint.Range{From: line.From, To: line.From + title.To - title.From}
			p.Report(lint.Diagnostic{
				Span:    p.Span(beginning(p.Document, again)),
				Message: fmt.Sprintf("the first %d words stand %s", title.words, before(line.block-title.block)),
				Related: []lint.Related{{Span: p.Span(beginning(p.Document, title.Range)), Message: "the same words are here"}},
			})
			return
		}
		if title.words < minFused || title.words > maxTitle || title.quotes && isSpeech(p.Document, title.Range) {
			continue
		}
		from, words, end := longestStart(p.Document, title.Range, line.Range)
		isPart := goesOn(p.Document, end, line.To) && !(words == title.words && isQuestionGoingOn(p.Document, title.Range, end))
		if isMostOf(title, line, words) && !isPart && !isLabel(p.Document, from-title.From, end, line) {
			severity := lint.Info
			if isTitleArea(title, line) {
				severity = lint.Warning
			}
			p.Report(lint.Diagnostic{
				Span: p.Span(beginning(p.Document, lint.Range{From: line.From, To: end})), Severity: severity,
				Message: fmt.Sprintf("the first %d words stand %s", words, before(line.block-title.block)),
				Related: []lint.Related{{Span: p.Span(beginning(p.Document, lint.Range{From: from, To: title.To})), Message: "the same words are here"}},
			})
			return
		}
	}
}

// isLabel reports whether a line says no more than the end of a title, from the word at offset on, and without a stop: the
// caption of a portrait says who it is.
func isLabel(d *lint.Document, offset, end int, line passage) bool {
	return offset > 2 && end == line.To && line.words < minPart && d.Tokens[line.To-1].Kind == lint.Word
}

// startsAlone reports whether the document has the second word of the line, or one of those up to the last of minFused,
// once: then no title has minFused words from the first or the second on. Nearly all lines do.
func startsAlone(d *lint.Document, line lint.Range) bool {
	words := 0
	for i := line.From; i < line.To && words < minFused; i++ {
		switch d.Tokens[i].Kind {
		case lint.Word, lint.Number, lint.Code:
			if words++; words > 1 && occursOnce(d, i) {
				return true
			}
		}
	}
	return false
}

// isSpeech reports whether the line may be one of a quotation: it begins or ends with a mark or has an odd number.
func isSpeech(d *lint.Document, line lint.Range) bool {
	marks := 0
	for i := line.From; i < line.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			marks++
		}
	}
	return marks%2 == 1 || d.Tokens[line.From].Kind == lint.Quote || d.Tokens[line.To-1].Kind == lint.Quote
}

// isMostOf reports whether the words that both lines share are the whole of one, or most of it in lines that follow each
// other.
func isMostOf(title, line passage, words int) bool {
	if words == title.words || words == line.words {
		return words >= minFused
	}
	return words >= minPart && line.block == title.block+1 && 10*words >= 6*min(title.words, line.words)
}

// goesOn reports whether a sentence goes on at token i, so that the words before are a part of it: the title of a book
// that the text begins with.
func goesOn(d *lint.Document, i, end int) bool {
	last := d.Tokens[end-1].Kind
	return i < end && (last == lint.Punct || last == lint.Quote) && (d.Tokens[i].Case == lint.Lower || isMark(d, i, ','))
}

// isQuestionGoingOn reports whether a title is a question and token i, where a line goes on that begins with it, the verb of a
// sentence with the question as its subject: How is glue made should be known.
func isQuestionGoingOn(d *lint.Document, title lint.Range, i int) bool {
	if title.To-title.From < 3 || !questionWords[d.Fold(title.From)] || lexicon.FunctionAt(d, title.From+1)&lexicon.Auxiliary == 0 {
		return false
	}
	return lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0
}

// longestStart returns where in the title the longest run of words stands that the line begins with, how many words it
// has, and where it ends in the line. The first word of the line may have another one glued on in the title.
func longestStart(d *lint.Document, title, line lint.Range) (from, words, end int) {
	first := line.From
	for range 2 {
		for first < line.To && wordID(d, first) == 0 {
			first++
		}
		if f, w, e := longestFrom(d, title, lint.Range{From: first, To: line.To}); w > words {
			from, words, end = f, w, e
		}
		first++
	}
	return from, words, end
}

// longestFrom is longestStart for a line that begins with a word.
func longestFrom(d *lint.Document, title, line lint.Range) (from, words, end int) {
	if line.From >= line.To || occursOnce(d, line.From) {
		return 0, 0, 0
	}
	form, id := d.Tokens[line.From].Form, wordID(d, line.From)
	for i := title.From; i < title.To; i++ {
		if d.Tokens[i].Form != form || form == lint.NoForm && wordID(d, i) != id {
			continue
		}
		if n, e := commonWords(d, lint.Range{From: i, To: title.To}, line); n > words {
			from, words, end = i, n, e
		}
	}
	return from, words, end
}

// commonWords returns how many words both ranges begin with, and where they end in b.
func commonWords(d *lint.Document, a, b lint.Range) (n, end int) {
	for i, j := a.From, b.From; ; i, j = i+1, j+1 {
		for i < a.To && wordID(d, i) == 0 {
			i++
		}
		for j < b.To && wordID(d, j) == 0 {
			j++
		}
		if i >= a.To || j >= b.To || wordID(d, i) != wordID(d, j) {
			return n, end
		}
		n, end = n+1, j+1
	}
}
