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

// trailEnd returns the end of the way to the page through the sections of its site that a block is or begins with, or 0:
// Science > Water > Rivers, Home » World » Bridge opened. It stands above the article, or begins with the first page of the
// site; a longer headline behind its last arrow does not belong to it.
func trailEnd(d *lint.Document, b lint.Block) int {
	t := trail{Document: d, isSite: firstPages[d.Fold(b.From)]}
	if above := d.Blocks[min(trailBlocks, len(d.Blocks)-1)]; b.From > above.From && !t.isSite {
		return 0
	}
	for i := b.From; i < b.To; i++ {
		t.note(i, i == b.From)
		switch {
		case t.words > 0 && isTrailMark(d.TokenText(i)):
			t.arrows++
			t.last, t.words = i+1, 0
		case t.takes(i):
			t.words++
		case t.arrows >= fewestArrows && t.isSite && (t.hasSection || !t.small):
			return t.last
		default:
			return 0
		}
	}
	if t.arrows < fewestArrows || t.words == 0 || !t.hasSection && (t.small || !t.isSite) {
		return 0
	}
	return b.To
}

// trail is the way to a page as far as it is read.
type trail struct {
	*lint.Document
	arrows     int
	last       int  // the token behind the last arrow
	words      int  // since the last arrow
	isSite     bool // it begins with the first page of the site
	hasSection bool // it has a word for a section of sites
	small      bool // one of its parts begins with a small letter
}

const fewestArrows = 2

// note notes what token i, the first of the block or another, says of the trail.
func (t *trail) note(i int, first bool) {
	if t.Tokens[i].Kind == lint.Word {
		t.hasSection = t.hasSection || sectionNames[t.Fold(i)] || !first && t.Fold(i) == "news"
		t.small = t.small || t.words == 0 && t.Tokens[i].Case == lint.Lower
	}
}

// takes reports whether token i may belong to the name of a section: a word, the first of it with a capital, or a mark behind it.
func (t *trail) takes(i int) bool {
	const longest = 4
	token := &t.Tokens[i]
	if token.Kind != lint.Word || t.words >= longest {
		return t.words > 0 && isMark(t.Document, i, "&,")
	}
	return t.words > 0 || (token.Case >= lint.Title || t.isSite) && token.Len() > 1
}

// isMenuPath reports whether the tokens are a way through the menus of a program: Home > Insert > Table.
func isMenuPath(d *lint.Document, r lint.Range) bool {
	const longest = 20
	if r.To-r.From > longest {
		return false
	}
	arrow, menu := false, false
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Word {
			menu = menu || menuWords[d.Fold(i)]
		} else {
			arrow = arrow || isTrailMark(d.TokenText(i))
		}
	}
	return arrow && menu
}

// menuWords are words of the menus of programs.
var menuWords = lint.WordSet("settings file insert export import format view tools display control options edit preferences menu table styles setup layout run start")

const trailBlocks = 3 // before the one where the text of the article has begun

// firstPages are words for the first page of a site.
var firstPages = lint.WordSet("home homepage news")

// isTrailMark reports whether the mark parts the sections of a site.
func isTrailMark(mark string) bool {
	return mark == ">" || mark == "»" || mark == "›" || mark == "▸"
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

// cover is what stands in a stretch of tokens that phrases of the page cover.
type cover struct {
	d       *lint.Document
	phrases []hit
	parts   int           // phrases, and words that say something
	sum     int           // how sure they are
	menus   int           // phrases of a menu, which are sure where separators stand between them
	weight  int           // and the signs of a page
	numbers int           // phrases with a number behind them
	words   int           // how much the words say that no phrase covers
	sure    int           // how many of them say much
	last    int           // the end of what is no separator
	said    string        // the last phrase
	forms   []lint.FormID // of the words that count

	stars, parted, counted, dated, listed bool
	loosely                               bool // words of pages that no phrase covers count
}

// from covers the tokens from one index on as far as it can before another, and returns how far that is.
func (c *cover) from(i, to int) int {
	k := 0
	for i < to {
		for k < len(c.phrases) && c.phrases[k].tokens.From < i {
			k++
		}
		if k < len(c.phrases) && c.phrases[k].tokens.From == i {
			c.add(c.phrases[k])
			if c.d.Tokens[c.phrases[k].tokens.To-1].Kind == lint.Number {
				c.numbers++
			}
			for ; i < c.phrases[k].tokens.To; i++ {
				c.note(i)
			}
		} else if c.isFree(i) {
			c.note(i)
			i++
		} else if c.addWord(i) {
			i++
		} else {
			break
		}
	}
	c.weight = c.sum + c.words
	if c.parted {
		c.weight += c.menus
	}
	for _, sign := range [...]bool{c.stars, c.stars, c.parted && c.parts > 1, c.counted, c.dated, c.numbers > 1} {
		if sign {
			c.weight++
		}
	}
	return i
}

// isLine reports whether what is covered is sure to be of the page, as a whole.
func (c *cover) isLine() bool {
	if c.listed && c.sum == c.parts-c.menus {
		return c.weight >= sureWords
	}
	return c.weight >= sureLine && (c.parts > 1 || c.weight > c.sum)
}

// isLoose reports whether a block without a stop that words of pages cover, too, is sure to be of the page.
func (c *cover) isLoose() bool {
	const fewest = 3 // words
	if c.sure > 0 && c.parts >= fewest {
		return c.weight >= sureLine
	}
	return c.parts > 1 && !c.listed && c.weight > sureWords
}

// add counts a phrase that is not said again.
func (c *cover) add(w hit) {
	said := c.d.Slice(c.d.Span(w.tokens))
	if said == c.said {
		return
	}
	c.said = said
	c.parts++
	switch {
	case w.menu:
		c.menus++
	case w.severity > lint.Info:
		c.sum += 2
	default:
		c.sum++
	}
}

// addWord counts token i where it is a word of pages; false where it is none.
func (c *cover) addWord(i int) bool {
	t := &c.d.Tokens[i]
	if t.Kind != lint.Word || !c.loosely {
		return false
	}
	says := pageWords().Get(c.d.Forms[t.Form].Hash)
	if says == 0 {
		return false
	}
	c.last = i + 1
	if says == 1 || slices.Contains(c.forms, t.Form) {
		return true
	}
	c.forms = append(c.forms, t.Form)
	c.words += says - 1
	c.parts++
	if says > 2 {
		c.sure++
	}
	return true
}

// isFree reports whether token i needs no phrase to cover it: a mark, a number, a part of a date, an address.
func (c *cover) isFree(i int) bool {
	switch c.d.Tokens[i].Kind {
	case lint.Quote:
		return isArrow(c.d.TokenText(i))
	case lint.Word:
		word := c.d.Fold(i)
		if word == "at" || word == "on" {
			return i+1 < len(c.d.Tokens) && (c.d.Tokens[i+1].Kind == lint.Number || isDay(c.d, i+1))
		}
		return clockWords[word] || isDay(c.d, i)
	}
	return true
}

// note notes what token i says of its line.
func (c *cover) note(i int) {
	text := c.d.TokenText(i)
	switch c.d.Tokens[i].Kind {
	case lint.Punct, lint.Symbol, lint.Quote:
		c.stars = c.stars || strings.Contains("★☆⭐✩✰✮", text)
		c.listed = c.listed || text == ","
		c.parted = c.parted || isArrow(text) || strings.Contains("|·•►▷▶→↓↑◆■□>¦∙│", text)
		return
	case lint.Bracket:
		return
	case lint.Number:
		c.dated = c.dated || isDateInFigures(text) || endsDateOrTime(c.d, i)
		c.counted = c.counted || i > 0 && isMark(c.d, i-1, "(")
	case lint.Word:
		c.dated = c.dated || isDay(c.d, i)
	case lint.Code:
		c.dated = c.dated || i == c.d.BlockOf(i).From && isSite(c.d, i) // harbour.com 3 weeks ago
		c.counted = c.counted || strings.IndexByte(text, '@') > 0 || files[text[strings.LastIndexByte(text, '.')+1:]]
	}
	c.last = i + 1
}

// isDateInFigures reports whether a number has the two stops or hyphens of a date: 14.6.2022, 2022-06-14.
func isDateInFigures(number string) bool {
	return strings.Count(number, ".")+strings.Count(number, "-") == 2
}

// endsDateOrTime reports whether the number at token i ends a date with strokes or a time: 6/14/2022, 21:40.
func endsDateOrTime(d *lint.Document, i int) bool {
	return i > 3 && isMark(d, i-1, "/") && isMark(d, i-3, "/") || i > 1 && isMark(d, i-1, ":") && d.Tokens[i-2].Kind == lint.Number
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
