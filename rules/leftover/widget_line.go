package leftover

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// How sure a line is that phrases cover is the sum of how sure they are and of the signs of a page in it.
const (
	sureLine  = 3 // of a block, or of sentences at its end
	sureWords = 4 // of them where every phrase alone may be a heading, in a list with commas
	weakLine  = 2 // of a block beside others that are of the page
	sureStart = 4 // of the start of a block, which goes on
)

// lines puts one finding in place of the phrases that cover a block together with numbers, dates and marks, or its
// start or its end, and leaves out those that stand nowhere. It adds the blocks that are lines without a phrase.
func lines(d *lint.Document, found []hit) []hit {
	var kept []hit
	labels := recurringLabels(d)
	for n, b := range d.Blocks {
		of := 0
		for of < len(found) && found[of].number == n {
			of++
		}
		if isMenuPath(d, b.Range) {
			found = found[of:]
			continue
		}
		r, isLine := lineOf(d, b, found[:of])
		if len(labels) > 0 && labels[0] == n {
			labels, r, isLine = labels[1:], b.Range, true
		}
		if n > 0 && isSameDate(d, d.Blocks[n-1].Range, b.Range) {
			r, isLine = b.Range, true
		}
		if isLine {
			kept = append(kept, hit{severity: lint.Warning, at: part, number: n, tokens: r})
		} else if isWeakLine(d, b, found[:of]) {
			kept = append(kept, hit{severity: lint.Info, at: block, weak: true, number: n, tokens: b.Range})
		}
		for _, w := range found[:of] {
			if w.at != nowhere && !(isLine && r.From <= w.tokens.From && w.tokens.From < r.To) {
				kept = append(kept, w)
			}
		}
		found = found[of:]
	}
	return kept
}

// lineOf returns the tokens of a block that are a line of the page.
func lineOf(d *lint.Document, b lint.Block, phrases []hit) (lint.Range, bool) {
	const longest = 20
	if b.Kind.IsAside() {
		return lint.Range{}, false
	}
	if r, ok := coveredLine(d, b, phrases); ok {
		return r, true
	}
	if isArrowLink(d, b.Range) {
		return b.Range, true
	}
	if end := trailEnd(d, b); end > b.From {
		return lint.Range{From: b.From, To: end}, true
	}
	if b.To-b.From > longest || slices.ContainsFunc(phrases, func(h hit) bool { return h.at != nowhere && h.severity > lint.Info }) {
		return lint.Range{}, false
	}
	c := cover{d: d, phrases: phrases, loosely: true}
	isLine := !isMark(d, b.To-1, ".?!:") && c.from(b.From, b.To) == b.To && c.isLoose() || d.Slice(d.Span(b.Range)) == accessMark
	return b.Range, isLine
}

// recurringLabels returns the numbers of the blocks that are one label of the page again and again: TOP behind every item of a
// list of news. It is a call in capitals or the name of a picture, three times or more, between a text with a full stop
// and the headline of the next one. A document with two such labels is an interview, or has sections that are made alike.
func recurringLabels(d *lint.Document) []int {
	const fewest, longestLabel, shortestItem = 3, 2, 4
	var label []int
	item := false // a sentence stands behind the last label
	for n, b := range d.Blocks {
		switch {
		case b.To-b.From >= shortestItem:
			item = item || isMark(d, b.To-1, ".?!")
		case b.To-b.From > longestLabel || b.Kind.IsAside() || !isLabel(d, b.Range) || n+1 < len(d.Blocks) && isMark(d, d.Blocks[n+1].To-1, ".?!"):
		case len(label) == 0, !sameForms(d, d.Blocks[label[0]].Range, b.Range) && len(label) < 2:
			label, item = append(label[:0], n), false
		case !sameForms(d, d.Blocks[label[0]].Range, b.Range):
			return nil
		case !item:
			return nil
		default:
			label, item = append(label, n), false
		}
	}
	if len(label) < fewest {
		return nil
	}
	return label
}

// isLabel reports whether the tokens are what stands for a picture or a button, or calls for a look in capitals.
func isLabel(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if t := &d.Tokens[i]; t.Kind != lint.Word || t.Len() < 2 || !recurring[d.Fold(i)] && !(t.Case == lint.Upper && calling[d.Fold(i)]) {
			return false
		}
	}
	return true
}

// recurring are labels that stand for a picture or a button, calling those in capitals that call for a look.
var (
	recurring = lint.WordSet("image photo picture video pin share tweet print advertisement")
	calling   = lint.WordSet("top live ad ads exclusive sponsored breaking")
)

// isSameDate reports whether both blocks are one date, with a month and a year: a page has it above and below a line.
func isSameDate(d *lint.Document, a, b lint.Range) bool {
	const longest = 5
	if b.To-b.From > longest || d.Slice(d.Span(a)) != d.Slice(d.Span(b)) {
		return false
	}
	month, year := false, false
	for i := b.From; i < b.To; i++ {
		switch d.Tokens[i].Kind {
		case lint.Word:
			if !isDay(d, i) {
				return false
			}
			_, ok := lexicon.Month(d.Fold(i))
			month = month || ok
		case lint.Number:
			year = year || d.Tokens[i].Len() == len("2022")
		}
	}
	return month && year
}

// sameForms reports whether both ranges have the same word forms.
func sameForms(d *lint.Document, a, b lint.Range) bool {
	if a.To-a.From != b.To-b.From {
		return false
	}
	for i := range a.To - a.From {
		if d.Tokens[a.From+i].Form != d.Tokens[b.From+i].Form {
			return false
		}
	}
	return true
}

// coveredLine returns the tokens of a block that its phrases cover where they are sure to be a line of the page.
func coveredLine(d *lint.Document, b lint.Block, phrases []hit) (lint.Range, bool) {
	if len(phrases) == 0 || len(phrases) == 1 && phrases[0].tokens == b.Range {
		return lint.Range{}, false
	}
	c := cover{d: d, phrases: phrases}
	end := c.from(afterAuthor(d, b, phrases[0]), b.To)
	switch {
	case end == b.To:
		return b.Range, c.isLine()
	case c.parts > 1 && c.weight >= sureStart && c.last > b.From && goesOn(d, b, c.last):
		return lint.Range{From: b.From, To: c.last}, true
	}
	for k := b.Sentences.From + 1; k < b.Sentences.To; k++ {
		c = cover{d: d, phrases: phrases}
		if s := d.Sentences[k]; c.from(s.From, b.To) == b.To {
			return lint.Range{From: s.From, To: b.To}, c.parts > 1 && c.isLine()
		}
	}
	return lint.Range{}, false
}

// isArrowLink reports whether the tokens are the double arrow by which a page links to another article, and its headline.
func isArrowLink(d *lint.Document, r lint.Range) bool {
	return r.To-r.From > 2 && d.TokenText(r.From) == "⇒" && (d.Tokens[r.From+1].Case >= lint.Title || d.Tokens[r.From+1].Kind == lint.Quote)
}

// accessMark is the line by which pages of Taiwan mark where a part of them begins for those who cannot see it.
const accessMark = ":::"

// isWeakLine reports whether a short block that no phrase stands in has words of pages alone, as sections of an
// article may.
func isWeakLine(d *lint.Document, b lint.Block, phrases []hit) bool {
	const longest = 8
	if b.To-b.From > longest || b.Kind.IsAside() || slices.ContainsFunc(phrases, func(h hit) bool { return h.at != nowhere }) {
		return false
	}
	c := cover{d: d, phrases: phrases, loosely: true}
	return c.from(b.From, b.To) == b.To && c.parts > 1 && c.weight >= weakLine && !isMark(d, b.To-1, ".?!:")
}

// goesOn reports whether a sentence begins with token i of a block.
func goesOn(d *lint.Document, b lint.Block, i int) bool {
	const shortest = 8
	return b.To-i >= shortest && (d.Tokens[i].Case >= lint.Title || d.Tokens[i].Kind == lint.Quote)
}

// afterAuthor returns where the line of a block begins: behind the name of who wrote a comment, where one stands before
// how long ago it was.
func afterAuthor(d *lint.Document, b lint.Block, first hit) int {
	const longest = 3
	if first.tokens.From-b.From > longest || d.Tokens[first.tokens.From].Kind != lint.Number || isSite(d, b.From) {
		return b.From
	}
	for i := b.From; i < first.tokens.From; i++ {
		if t := d.Tokens[i]; t.Kind != lint.Code && (t.Kind != lint.Word || t.Case < lint.Title || lexicon.FunctionAt(d, i) != 0) {
			return b.From
		}
	}
	return first.tokens.From
}

// isSite reports whether token i is the address of a site, with a number behind it.
func isSite(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Code && i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Number && strings.IndexByte(d.TokenText(i), '.') > 0
}

// isDay reports whether token i names a month or a day of the week.
func isDay(d *lint.Document, i int) bool {
	if d.Tokens[i].Case < lint.Title {
		return false
	}
	_, isMonth := lexicon.Month(d.Fold(i))
	_, isWeekday := lexicon.Weekday(d.Fold(i))
	return isMonth || isWeekday
}

//go:embed data/page_words.tsv
var pageWordTable string

// pageWords is the words that lines of pages are made of: 1 those that say nothing of a line, 2 those that say
// something, 3 those that say much.
var pageWords = sync.OnceValue(func() *lexicon.FormTable[int] {
	return readWords("page_words.tsv", pageWordTable, func(says *int, row int) { *says = row + 1 })
})

// files are the endings of the names of files to download.
var files = lint.WordSet("pdf doc docx hwp xls xlsx ppt pptx rtf odt zip rar jpg jpeg png webp gif mp3 mp4")

// clockWords are words behind times of day.
var clockWords = lint.WordSet("am pm a.m p.m hrs hours o'clock clock ist gmt utc cet eet msk kst jst wib wita wit")
