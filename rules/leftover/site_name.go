package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SiteName reports the name of the site or of its section left in a headline: The bridge is open | Home affairs, The
// bridge is open – Harbour News.
//
// The title of a page is the headline, a stroke or a dash, and the name of the site. Programs that take the title of the
// page for the headline take the name along, and the engine translates it. Strokes part the other fields of a page, too: the
// author, the hour, the buttons. A name behind a dash is found in the headline only, and must be that of a medium, of a
// section or an address; an address, a section, which may answer the headline, and a name behind a hyphen, as English sites
// have it, are worth a look. A line above the headline that is nothing but the name of a medium, or a few words with
// capitals that do not come again, is found as well, and so is a dash that ends a headline and has lost its name. A label
// before the headline (Urgent |) and what the page showed with it in brackets at its end (PHOTO, VIDEO) are of the page,
// too; without capitals they are worth a look. Many strokes in a line are a table.
//
// The fix deletes the name, and is unsafe.
//
// bad: The mayor opens the new bridge | Home affairs ¶ The bridge was opened on Monday.
// bad: The mayor opens the new bridge – Harbour News ¶ The bridge was opened on Monday.
// bad: Harbour News ¶ The mayor opens the new bridge over the river
// bad: Two boats lost in the storm of Monday – ¶ The boats were found on Tuesday.
// bad: Sport World ¶ The mayor opens the new bridge over the river ¶ It was opened on Monday. ¶ It is long.
// bad: The mayor opens the new bridge_Culture Channel_Harbour Daily ¶ The bridge was opened on Monday.
// bad: Two boats lost in the storm of Monday (PHOTO) ¶ The boats were found on Tuesday.
// good: The mayor opens the new bridge – ministry ¶ The bridge was opened on Monday.
// good: The chance of A | B is small. ¶ The sum is 1 | 2 here.
//
// Measured on machine translation: 0.47 warnings per 10,000 words, most from Japanese, on clean English none, and infos on
// three headlines with the name of a site; 52 read, 51 right. Labels before headlines and brackets behind them stand in none of
// these texts.
var SiteName = &lint.Rule{
	Name:     "leftover/site-name",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		seen := -1 // the last block with a stroke
		for _, k := range p.MarksAt('|') {
			if n := blockOf(p.Document, max(seen, 0), int(k)); n > seen {
				seen = n
				if p.Blocks[n].Kind.IsAside() {
					continue // the title of a page names its site
				}
				if r, ok := behindStroke(p.Document, n, int(k)); ok {
					reportSite(p, n, r, lint.Warning, "belongs to the page, not to the text")
				}
			}
		}
		for n, b := range p.Blocks {
			if endsInDash(p.Document, b) {
				reportSite(p, n, lint.Range{From: b.To - 1, To: b.To}, lint.Warning, "stands at the end of a headline: what was behind it is lost")
			}
		}
		if len(p.Blocks) < 2 || seen == 0 || p.Blocks[0].Kind.IsAside() {
			return
		}
		reportFirstLine(p, p.Blocks[0].Range)
		for n := range min(headlineBlocks, len(p.Blocks)) {
			r, severity, ok := behindDash(p.Document, p.Blocks[n].Range)
			if ok && (n == 0 || severity == lint.Warning && p.Blocks[n].Kind.IsHeading()) {
				reportSite(p, n, r, severity, "is the name of a site, not the headline")
				break
			}
		}
	},
}

// reportFirstLine reports what is of the page in the first line of an article, or the line where it is none of the article.
func reportFirstLine(p *lint.Pass, b lint.Range) {
	if r, severity, ok := mediaTag(p.Document, b); ok {
		reportSite(p, 0, r, severity, "says what the page showed, and is not of the headline")
	}
	if from := behindUnderscore(p.Document, b); from > 0 {
		s := lint.Span{Start: from, End: p.Span(b).End}
		p.Report(lint.Diagnostic{
			Span:    s,
			Message: "‘" + p.Slice(s) + "’ belongs to the page, not to the headline",
			Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, s, "")},
		})
	}
	if isMediumLine(p.Document, b) || isAboveHeadline(p.Document) {
		reportSite(p, 0, b, lint.Warning, "stands above the headline: the name of a site, a section or a reporter")
	} else if endsInNews(p.Document, b) {
		reportSite(p, 0, lint.Range{From: b.To - 1, To: b.To}, lint.Warning, "is the name of a section, not of the headline")
	}
}

// behindUnderscore returns the offset of the first of the underscores by which Chinese sites part a headline, its section and
// their own name: The bridge is open_Culture Channel_Lake Daily; or 0.
func behindUnderscore(d *lint.Document, b lint.Range) int {
	const fewest = 5 // words of the headline
	from, words := 0, 0
	for i := b.From; i < b.To; i++ {
		switch t := &d.Tokens[i]; {
		case t.Kind == lint.Word && from > 0 && t.Case < lint.Title:
			return 0
		case t.Kind == lint.Word:
			words++
		case t.Kind != lint.Code:
		case strings.Count(d.TokenText(i), "_") != 1:
			return 0
		default:
			left, right, _ := strings.Cut(d.TokenText(i), "_")
			if left == "" || !isCapitalised(right) || strings.ContainsAny(left, "./@:0123456789") {
				return 0
			}
			if words++; from == 0 && words >= fewest {
				from = int(t.Start) + len(left)
			} else if from == 0 {
				return 0
			}
		}
	}
	if from == 0 || !endsInMedium(d, b.To-1) {
		return 0
	}
	return from
}

// isCapitalised reports whether the text is letters, a capital first and small ones behind.
func isCapitalised(s string) bool {
	return len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && strings.Trim(s[1:], "abcdefghijklmnopqrstuvwxyz") == ""
}

// endsInMedium reports whether token i, or what stands behind its underscore, is a word that names of media and sites end in.
func endsInMedium(d *lint.Document, i int) bool {
	word := d.TokenText(i)
	word = strings.ToLower(word[strings.LastIndexByte(word, '_')+1:])
	return lastWords[word] || media[word] || strings.HasSuffix(word, "news") || word == "network" || word == "web"
}

// mediaTag returns the brackets that end a headline and hold nothing but what the page showed, and how sure that is: with
// capitals, (PHOTOS, VIDEO), it is a warning.
func mediaTag(d *lint.Document, b lint.Range) (r lint.Range, severity lint.Severity, ok bool) {
	const longest, fewest = 7, 3 // tokens of the brackets, and before them
	r, severity = lint.Range{From: b.To - 2, To: b.To}, lint.Warning
	if b.To-b.From < fewest || !isMark(d, b.To-1, ")]") {
		return r, 0, false
	}
	named := false
	for ; r.From >= b.From+fewest && r.To-r.From <= longest; r.From-- {
		switch t := &d.Tokens[r.From]; {
		case isMark(d, r.From, "(["):
			return r, severity, named
		case t.Kind == lint.Word && shown[d.Fold(r.From)]:
			named = true
			if t.Case != lint.Upper {
				severity = lint.Info
			}
		case t.Kind == lint.Punct, isMark(d, r.From, "+&"), d.Fold(r.From) == "and":
		default:
			return r, 0, false
		}
	}
	return r, 0, false
}

// shown are words for what a page shows beside its text.
var shown = lint.WordSet("photo photos foto video videos gallery audio infographic infographics photogallery pictures images")

// sectionLabels are words in front of a headline, before a stroke.
var sectionLabels = lint.WordSet("urgent breaking exclusive video watch photos flash live now update opinion")

// headlineBlocks is how many blocks at the start of an article may be its headline: labels of the page stand above it.
const headlineBlocks = 3

func reportSite(p *lint.Pass, number int, r lint.Range, severity lint.Severity, what string) {
	s := p.Span(r)
	p.Report(lint.Diagnostic{
		Span:     s,
		Severity: severity,
		Message:  "‘" + p.Slice(s) + "’ " + what,
		Fixes:    []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, p.Blocks[number], r), "")},
	})
}

// endsInDash reports whether a headline in sentence case ends in a dash or a hyphen behind a word that may end it. Nobody speaks
// in it, who may have been interrupted; a title in capitals may go on in the next line.
func endsInDash(d *lint.Document, b lint.Block) bool {
	const shortest, fewest = 5, 2 // tokens, words in lower case of an open class
	last := b.To - 1
	if b.To-b.From < shortest || !b.Kind.IsHeading() || d.TokenText(last) != "-" && d.TokenText(last) != "–" || d.Glued(last) || d.Tokens[b.From].Case < lint.Title {
		return false
	}
	if d.Tokens[last-1].Kind == lint.Word && lexicon.FunctionAt(d, last-1) != 0 {
		return false
	}
	for i := b.From; i < last; i++ {
		if d.Tokens[i].Kind == lint.Word && talking[d.Fold(i)] {
			return false
		}
	}
	return lowerContent(d, lint.Range{From: b.From, To: last}) >= fewest
}

// talking are words of people who talk to each other.
var talking = map[string]bool{"i": true, "you": true, "we": true, "i'm": true, "it's": true, "well": true, "yeah": true, "yes": true, "no": true, "your": true, "my": true, "me": true}

// behindStroke returns the last stroke of the numbered block, whose first is token i, and what follows it: nothing, or a
// few words, names where the block is not the first. Where more follows than stands before it, the section stands first.
func behindStroke(d *lint.Document, number, i int) (lint.Range, bool) {
	const most, longest = 3, 12
	b := d.Blocks[number].Range
	last, strokes := i, 1
	for j := i + 1; j < b.To; j++ {
		if isMark(d, j, "|") {
			last = j
			strokes++
		}
	}
	if number == 0 && strokes == 1 && isBehindLabel(d, b, i) {
		return lint.Range{From: b.From, To: i + 1}, !inTable(d, number)
	}
	if strokes > most || d.TokenText(i) != "|" || b.From == i || b.To-last > longest {
		return lint.Range{}, false
	}
	r := lint.Range{From: last, To: b.To}
	if last+1 == b.To {
		return r, !inTable(d, number)
	}
	isHeadline := number == 0 && isHeadlineOfSite(d, b, last)
	if isHeadline && strokes == 1 && last-b.From < b.To-last-1 {
		r = lint.Range{From: b.From, To: last + 1}
	}
	return r, (isHeadline || isName(d, last+1, b.To)) && !inTable(d, number)
}

const minHeadline = 4 // tokens that a stroke parts from the name of a section

// isBehindLabel reports whether the stroke at token i parts a label of the page from a headline: Video | The mayor opens.
func isBehindLabel(d *lint.Document, b lint.Range, i int) bool {
	next := i + 1
	if i == b.From || i > b.From+2 || i+minHeadline >= b.To || !sectionLabels[d.Fold(b.From)] {
		return false
	}
	return (d.Tokens[next].Case >= lint.Title || d.Tokens[next].Kind != lint.Word) && !isMark(d, b.To-1, ".")
}

// isHeadlineOfSite reports whether a name or a section stands behind the last stroke of the block, and no mark ends it: The mayor
// opened the bridge | sports.
func isHeadlineOfSite(d *lint.Document, b lint.Range, last int) bool {
	next := last + 1
	isSection := next+1 == b.To && last-b.From > minHeadline && (d.Fold(next) == "news" || sectionNames[d.Fold(next)])
	return (isSection || d.Tokens[next].Case >= lint.Title) && !isMark(d, b.To-1, ".?!")
}

// inTable reports whether a block beside the numbered one has a stroke, too.
func inTable(d *lint.Document, number int) bool {
	for _, n := range [...]int{number - 1, number + 1} {
		if n >= 0 && n < len(d.Blocks) && strings.IndexByte(d.Slice(d.Span(d.Blocks[n].Range)), '|') >= 0 {
			return true
		}
	}
	return false
}

// behindDash returns the dash or hyphen in a headline and the name of a medium behind it.
func behindDash(d *lint.Document, b lint.Range) (r lint.Range, severity lint.Severity, ok bool) {
	const longest = 7
	for i := b.To - 2; i > b.From+2 && b.To-i <= longest; i-- {
		if !isSpacedDash(d, i) {
			continue
		}
		isHyphen := d.TokenText(i) == "-"
		isSection := i+2 == b.To && !isHyphen && d.Tokens[i+1].Case == lint.Title && behindDashes[d.Fold(i+1)]
		severity = lint.Warning
		if isHyphen || isSection || d.Tokens[b.To-1].Kind == lint.Code || lowerContent(d, lint.Range{From: b.From, To: i}) == 0 {
			severity = lint.Info // the second half of a title, or what it asks for: What we never talk about – Politics
		}
		return lint.Range{From: i, To: b.To}, severity, isSection || isName(d, i+1, b.To) && isMedium(d, i+1, b.To)
	}
	return lint.Range{}, 0, false
}

// isSpacedDash reports whether token i is a dash or a hyphen with white space on either side.
func isSpacedDash(d *lint.Document, i int) bool {
	mark := d.TokenText(i)
	return d.Tokens[i].Kind == lint.Punct && (mark == "–" || mark == "—" || mark == "-") && !d.Glued(i) && !d.Glued(i+1)
}

// isMediumLine reports whether the block is the name of a medium and nothing else: two to four words with capitals, the
// last of them a word for a medium. Good news is none.
func isMediumLine(d *lint.Document, b lint.Range) bool {
	const shortest, longest = 2, 4
	if b.To-b.From < shortest || b.To-b.From > longest || !lastWords[d.Fold(b.To-1)] || kindsOfNews[d.Fold(b.From)] {
		return false
	}
	for i := b.From; i < b.To; i++ {
		t := d.Tokens[i]
		if t.Kind != lint.Word || t.Case != lint.Title && (i+1 < b.To || t.Case != lint.Upper) {
			return false
		}
	}
	return true
}

// endsInNews reports whether a headline in sentence case ends in News with a capital.
func endsInNews(d *lint.Document, b lint.Range) bool {
	const shortest = 7
	return b.To-b.From >= shortest && d.TokenText(b.To-1) == "News" && d.Tokens[b.To-2].Case == lint.Lower && lexicon.FunctionAt(d, b.To-2) == 0
}

// isAboveHeadline reports whether the first line is a few words with capitals that do not come again, and the second one a
// headline.
func isAboveHeadline(d *lint.Document) bool {
	const fewest = 4 // blocks
	if len(d.Blocks) < fewest {
		return false
	}
	first, second := d.Blocks[0].Range, d.Blocks[1].Range
	const longest, shortestHeadline, longestHeadline = 4, 6, 30
	if n := second.To - second.From; first.To-first.From < 2 || first.To-first.From > longest || n < shortestHeadline || n > longestHeadline {
		return false
	}
	for i := first.From; i < first.To; i++ {
		t := d.Tokens[i]
		if t.Kind != lint.Word || t.Case != lint.Title && t.Case != lint.Upper || d.Forms[t.Form].Count > 1 || headings[d.Fold(i)] {
			return false
		}
	}
	end := d.Tokens[second.To-1].Kind
	return end == lint.Word || end == lint.Number
}

// headings are words of lines that stand above another heading in a document of any kind.
var headings = map[string]bool{"summary": true, "abstract": true, "introduction": true, "overview": true, "foreword": true, "preface": true, "background": true,
	"conclusion": true, "contents": true, "chapter": true, "annex": true, "appendix": true}

// isName reports whether the tokens are words with capitals, addresses and numbers, with little words between.
func isName(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		switch t := d.Tokens[i]; t.Kind {
		case lint.Word:
			if t.Case == lint.Lower && (i == from || t.Len() > 3) {
				return false
			}
		case lint.Code:
			if strings.ContainsRune(d.TokenText(i), '@') {
				return false // the line of a letterhead: 12 Mill Lane | anna@example.com
			}
		case lint.Number, lint.Symbol:
		case lint.Punct:
			if !isMark(d, i, "!-:/,") && d.TokenText(i) != "–" || i+1 == to && !isMark(d, i, "!") {
				return false
			}
		default:
			return false
		}
	}
	return from < to
}

// isMedium reports whether a word among the tokens is one for a medium, or a token is an address.
func isMedium(d *lint.Document, from, to int) bool {
	for i := from; i < to; i++ {
		switch t := d.Tokens[i]; {
		case t.Kind == lint.Code:
			if strings.Contains(d.TokenText(i), ".") {
				return true
			}
		case t.Kind == lint.Word && (lastWords[d.Fold(i)] || media[d.Fold(i)] && i+1 == to || strings.HasSuffix(d.Fold(i), "news")):
			return true
		}
	}
	return false
}

// lowerContent returns how many words of an open class stand in lower case in the range.
func lowerContent(d *lint.Document, r lint.Range) int {
	n := 0
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Case == lint.Lower && lexicon.FunctionAt(d, i) == 0 {
			n++
		}
	}
	return n
}

// sectionNames are the sections of sites.
var sectionNames = lint.WordSet("sport sports politics economy culture society business international world national local science technology tech health lifestyle entertainment travel opinion education environment finance football")

// behindDashes are those that nobody is quoted by behind the dash of a headline.
var behindDashes = lint.WordSet("sport sports politics economy culture society lifestyle entertainment travel opinion")

// lastWords are the words that names of media end in.
var lastWords = map[string]bool{"news": true, "tv": true, "newspaper": true, "herald": true, "gazette": true, "tribune": true, "online": true, "portal": true,
	"radio": true, "magazine": true, "fm": true, "newsroom": true, "webtv": true}

// kindsOfNews are words that make a headline with the word news.
var kindsOfNews = map[string]bool{"good": true, "bad": true, "fake": true, "great": true, "big": true, "old": true, "sad": true, "no": true, "more": true, "real": true}

// media are further words in names of media.
var media = map[string]bool{"agency": true, "times": true, "post": true, "today": true, "press": true, "media": true, "channel": true, "daily": true,
	"journal": true, "network": true, "net": true, "website": true, "express": true, "blog": true, "site": true, "xinhua": true, "live": true, "report": true, "world": true}
