package leftover

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PageCode reports what a program wrote for itself: a paragraph that is nothing but a file name, a number, a key or the address
// of the page, a time to the second, its counters, the stub of a post (2022-06-11 0 By), its arrows, its icons, its menu without
// spaces, its scripts, or a heading or a bold paragraph with its marks: k100_202004.mp4, 6037789825001, ttn-3, 1Like 0Dislike, **
// The bridge. Times that begin as ISO 8601 has it are found at the edges of the text alone, as sites date their articles with
// them, and of addresses those of posts at the end of a paragraph and the e-mail address of the reporter that is the last line of
// an article.
//
// Pages are put together by programs, and what they did not replace comes along with the text.
//
// The fix deletes it, and is unsafe: a long number may be one of a telephone or a book. Addresses have none.
//
// bad: 6037789825001 ¶ The mayor opened the bridge.
// bad: The mayor opened the bridge. ¶ k10012361881_202004011218.mp4
// bad: 7c1ee04b2fa9 21 YEARS OLD, FIRE, HARBOUR ¶ The mayor opened the bridge.
// bad: 5/22/2019, 5:18:23 PM ¶ The mayor opened the bridge.
// bad: The mayor opened the bridge. ¶ 1Like 0Dislike
// bad: The mayor opens the bridge ¶ 2022-06-11 0 By ¶ The bridge was opened on Monday.
// bad: The mayor opened the bridge. ¶ (adsbygoogle = window.adsbygoogle || []).push({});
// bad: The mayor opened the bridge. ¶ Previous articleThe mayor at work
// bad: The mayor opened the bridge. ¶ ** The old bridge ¶ It was a hundred years old.
// bad: The mayor opened the bridge. https://t.co/aB3dE5fG7h
// good: The file readme.txt says how.
// good: The number 112 is free. ¶ 1990
// good: The bridge is open. ¶ 2022-04-27 23:21:00 ¶ It was closed in May.
//
// Measured on machine-translated news: 0 hits per 10,000 words (640,000 words), on clean English 0 (300,000 words); on
// machine-translated web articles 22 read, 22 right.
var PageCode = &lint.Rule{
	Name:     "leftover/page-code",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		stamps := 0
		for n, b := range p.Blocks {
			stamp := isTimestamp(p.Slice(p.Span(b.Range)))
			if stamp {
				stamps++
			}
			if stamp && isStampOfPage(p.Document, n, stamps == 1) {
				reportCode(p, b, b.Range)
			} else if end := codeEnd(p.Document, n); end > b.From {
				reportCode(p, b, lint.Range{From: b.From, To: end})
			} else if isBold(p.Document, b) {
				reportBold(p, b)
			}
		}
		for _, k := range p.Codes {
			if i := int(k); isPostLink(p.TokenText(i)) && endsParagraph(p.Document, i) {
				s := p.Tokens[k].Span()
				p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is the address of a post that stood here"})
			}
		}
		for _, name := range scripts {
			for _, i := range p.Places(p.FormOf(name)) {
				s := p.Tokens[i].Span()
				p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is code of the page"})
			}
		}
	},
}

// mostSigns is how many stars or number signs stand for type and headings at most; a text with more is written with them.
const mostSigns = 4

// codeEnd returns the index behind the code that block n is or begins with, or 0.
func codeEnd(d *lint.Document, n int) int {
	b := d.Blocks[n]
	switch {
	case isIdentifiers(d, b):
		return b.To
	case isHeadingMark(d, n):
		return afterStars(d, b.Range)
	case isWholeCode(d, n):
		return b.To
	case isIcon(d, b.Range) && b.Kind != lint.Cell:
		return b.From + 1
	}
	if end := leadStamp(d, b); end > 0 {
		return end
	}
	if isGluedLink(d, b.Range) || isHeat(d, b.Range) || isReporterAddress(d, n) || isPostStub(d.Slice(d.Span(b.Range))) {
		return b.To
	}
	return 0
}

// isWholeCode reports whether block n is a key, counters, icons, the playing time of a video, or a menu at the top of the page.
func isWholeCode(d *lint.Document, n int) bool {
	const topBlocks = 3
	b := d.Blocks[n].Range
	return b.To-b.From == 1 && isKey(d, b.From) || isCounters(d, b) || isIcons(d, b) || isPlayingTime(d, n) ||
		n < topBlocks && isGluedMenu(d, b) ||
		n < topBlocks && isPictureName(d, b)
}

// isPictureName reports whether the tokens are the number of a picture in the counting of programs and its tags in capitals:
// 7c1ee04b2fa9 21 YEARS OLD, FIRE.
func isPictureName(d *lint.Document, r lint.Range) bool {
	const shortest = 10
	name := d.TokenText(r.From)
	if len(name) < shortest || strings.Trim(name, "0123456789abcdef") != "" ||
		!strings.ContainsAny(name, "0123456789") || !strings.ContainsAny(name, "abcdef") {
		return false
	}
	words := 0
	for i := r.From + 1; i < r.To; i++ {
		switch t := &d.Tokens[i]; {
		case t.Case == lint.Upper:
			words++
		case t.Kind != lint.Number && !isMark(d, i, ",-."):
			return false
		}
	}
	return words > 1
}

// isHeadingMark reports whether block n begins with the mark of a heading, as neither the block before does nor many others.
func isHeadingMark(d *lint.Document, n int) bool {
	return isStarred(d, d.Blocks[n].Range) && !(n > 0 && isMark(d, d.Blocks[n-1].From, "*#")) && len(d.MarksAt('#')) <= mostSigns
}

// reportBold reports the stars on either side of a block.
func reportBold(p *lint.Pass, b lint.Block) {
	first, last := p.Span(lint.Range{From: b.From, To: b.From + 2}), p.Span(lint.Range{From: b.To - 2, To: b.To})
	p.Report(lint.Diagnostic{
		Span:    first,
		Message: "the ‘**’ round the paragraph mark bold type",
		Fixes:   []lint.Fix{{Title: "delete them", Safety: lint.Unsafe, Edits: []lint.Edit{{Span: first}, {Span: last}}}},
	})
}

// endsParagraph reports whether token i ends a paragraph, and no word before it asks for it: see https://….
func endsParagraph(d *lint.Document, i int) bool {
	b := d.BlockOf(i)
	return b.To == i+1 && !b.Kind.IsAside() && (i == 0 || lexicon.FunctionAt(d, i-1) == 0)
}

// scripts are what the scripts of pages call: advertisements and counters.
var scripts = []string{"adsbygoogle", "googletag", "datalayer", "getelementbyid", "getelementsbytagname", "facebook-jssdk", "fbq", "gtag", "slotbydup", "slotchbydup",
	"leftcenterrightdel"} // the buttons of an editor

// isReporterAddress reports whether block n, the last one of an article, is one e-mail address behind a sentence, or the name
// of a reporter and the address, as Korean papers put it.
func isReporterAddress(d *lint.Document, n int) bool {
	const longest = 6
	b, last := d.Blocks[n], d.Blocks[n].To-1
	if n == 0 || n+1 < len(d.Blocks) || b.To-b.From > longest || d.Tokens[last].Kind != lint.Code || b.Kind.IsAside() || strings.IndexByte(d.TokenText(last), '@') < 1 || !endsSentence(d, b.From) {
		return false
	}
	for i := d.Blocks[n-1].From; i < b.From; i++ {
		if writing[d.Fold(i)] {
			return false
		}
	}
	reporter := last == b.From
	for i := b.From; i < last; i++ {
		if reporters[d.Fold(i)] {
			reporter = true
		} else if d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case < lint.Title {
			return false
		}
	}
	return reporter
}

// writing are words of a paragraph that gives an address to write to.
var writing = lint.WordSet("contact write writing email e-mail mail address send register registration apply application applications book booking tickets questions enquiries inquiries information let know feedback rsvp reach call reply needed visit")

// isPostLink reports whether the address is one that a network gives to a post or a picture of one, and no reader types.
func isPostLink(s string) bool {
	const shortestKey = 8
	key, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://"), "t.co/")
	return ok && len(key) >= shortestKey || strings.HasPrefix(s, "pic.twitter.com/")
}

// isGluedLink reports whether the tokens begin with the label of a link to another article that is glued to its headline:
// Previous articleThe bridge.
func isGluedLink(d *lint.Document, r lint.Range) bool {
	if r.To-r.From < 3 || d.TokenText(r.From) != "Previous" && d.TokenText(r.From) != "Next" {
		return false
	}
	headline, ok := strings.CutPrefix(d.TokenText(r.From+1), "article")
	return ok && headline != "" && headline[0] >= 'A' && headline[0] <= 'Z'
}

// isIcon reports whether the tokens begin with the name of an icon, before a short label, or an arrow before a headline.
func isIcon(d *lint.Document, r lint.Range) bool {
	const longest = 4
	name := d.TokenText(r.From)
	if name == "arrow" || name == "chevron" {
		return r.To-r.From > longest && d.Tokens[r.From+1].Case == lint.Title && !isMark(d, r.To-1, ".")
	}
	return r.To-r.From <= longest && isIconName(name)
}

// isIconName reports whether the text is what a font of icons calls one of its own: world_2_fill, arrow_forward.
func isIconName(s string) bool {
	first, rest, ok := strings.Cut(s, "_")
	if !ok || first == "" || strings.Trim(first, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	return iconStarts[first] && strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz_") == "" || iconEnds[rest[strings.LastIndexByte(rest, '_')+1:]]
}

// iconStarts and iconEnds are parts of such names.
var (
	iconStarts = lint.WordSet("arrow chevron expand keyboard")
	iconEnds   = lint.WordSet("fill filled outline outlined outlines icon 24dp")
)

// isHeat reports whether the tokens are a section of the site and the counter of readers that some sites show as a heat:
// history 1460℃.
func isHeat(d *lint.Document, r lint.Range) bool {
	const shortest = 3 // figures
	i := r.To - 2
	return i > r.From && r.To-r.From <= 4 && d.TokenText(i+1) == "℃" && d.Tokens[i].Len() >= shortest && d.Tokens[i].Kind == lint.Number && pageSections[d.Fold(i-1)]
}

// pageSections are sections of sites that nobody heats.
var pageSections = lint.WordSet("history news sports sport politics society culture entertainment finance technology world national local health travel education")

// isStarred reports whether the tokens begin with two stars, two number signs or a few more, the marks of a heading in plain
// text, and words behind a space, and do not end in a star.
func isStarred(d *lint.Document, r lint.Range) bool {
	const most = 6 // bytes; more are a line
	to := afterStars(d, r)
	return to-r.From >= 2 && to < r.To && d.Span(lint.Range{From: r.From, To: to}).Len() <= most && !d.Glued(to) && d.Tokens[to].Kind != lint.Punct && !isMark(d, r.To-1, "*")
}

// afterStars returns the index behind the stars or number signs that the tokens begin with.
func afterStars(d *lint.Document, r lint.Range) int {
	i := r.From
	for i < r.To && isMark(d, i, "*#") {
		i++
	}
	return i
}

// isGluedMenu reports whether the tokens are the sections of a site and at least two of them without a space between:
// HomeWorld EconomySports.
func isGluedMenu(d *lint.Document, r lint.Range) bool {
	const longest = 8
	glued := false
	for i := r.From; i < r.To; i++ {
		if t := &d.Tokens[i]; t.Kind != lint.Word || t.Case < lint.Title || r.To-r.From > longest {
			return false
		}
		word := d.TokenText(i)
		for from := 0; from < len(word); {
			to := from + 1
			for to < len(word) && (word[to] < 'A' || word[to] > 'Z') {
				to++
			}
			part := strings.ToLower(word[from:to])
			if !sectionNames[part] && !firstPages[part] && !lexicon.Lookup(part).Place() {
				return false
			}
			glued = glued || from > 0 && (sectionNames[part] || firstPages[part])
			from = to
		}
	}
	return glued
}

// isBold reports whether two stars on either side touch a paragraph of some words, in a text with few stars.
func isBold(d *lint.Document, b lint.Block) bool {
	const shortest = 12
	return b.To-b.From >= shortest && opensBold(d, b.From) && closesBold(d, b.To-2) && len(d.MarksAt('*')) <= mostSigns
}

// opensBold reports whether two stars, and no third, begin at token i and touch what follows.
func opensBold(d *lint.Document, i int) bool {
	return isMark(d, i, "*") && isMark(d, i+1, "*") && !isMark(d, i+2, "*") && d.Glued(i+1) && d.Glued(i+2)
}

// closesBold reports whether two stars begin at token i and touch what stands before them.
func closesBold(d *lint.Document, i int) bool {
	return isMark(d, i, "*") && isMark(d, i+1, "*") && d.Glued(i) && d.Glued(i+1)
}

// isKey reports whether token i is a file name, the name of a page or a word of a few letters with a number.
func isKey(d *lint.Document, i int) bool {
	s := d.TokenText(i)
	if d.Tokens[i].Kind == lint.Code {
		return isFileName(s)
	}
	if isSlug(s) {
		return true
	}
	const longest = 5
	name, number, ok := strings.Cut(s, "-")
	return ok && d.Tokens[i].Case == lint.Lower && len(name) <= longest && !lexicon.Lookup(name).Known() && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == "" &&
		number != "" && strings.Trim(number, "0123456789") == ""
}

// isSlug reports whether the text is the name of a page in its address: four words or more in lower case, no two the same,
// joined by hyphens. Four with an article between are a phrase: jack-in-the-box.
func isSlug(s string) bool {
	const fewest = 4
	words := strings.Split(s, "-")
	for k, w := range words {
		if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || slices.Contains(words[:k], w) {
			return false
		}
	}
	return len(words) >= fewest && len(words[0]) > 1 && !(len(words) == fewest && lexicon.FunctionOf(words[2])&(lexicon.Article|lexicon.Determiner) != 0)
}

// isCounters reports whether the tokens are counters of a page, each glued to what it counts: 1Like 0Dislike.
func isCounters(d *lint.Document, r lint.Range) bool {
	const most = 6
	if r.To-r.From > most {
		return false
	}
	for i := r.From; i < r.To; i++ {
		s := d.TokenText(i)
		if what := strings.TrimLeft(s, "0123456789"); what == s || !countables[strings.ToLower(what)] {
			return false
		}
	}
	return true
}

// countables are what pages count.
var countables = map[string]bool{"like": true, "likes": true, "dislike": true, "dislikes": true, "comment": true, "comments": true, "share": true, "shares": true,
	"view": true, "views": true, "vote": true, "votes": true, "reply": true, "replies": true, "tweet": true, "tweets": true, "retweets": true, "hotness": true}

// isIcons reports whether the tokens are symbols, an arrow or another sign of navigation among them.
func isIcons(d *lint.Document, r lint.Range) bool {
	if r.To-r.From < 2 {
		return false
	}
	icon := false
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind != lint.Symbol {
			return false
		}
		icon = icon || strings.ContainsAny(d.TokenText(i), "⬆⬇⬅➡◀▶◄►▲▼☰🔍✉🖨")
	}
	return icon
}

func reportCode(p *lint.Pass, b lint.Block, r lint.Range) {
	s := p.Span(r)
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "‘" + p.Slice(s) + "’ is code of the page",
		Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, b, r), "")},
	})
}

// isFileName reports whether the text is the name of a picture, sound or video file without a path.
func isFileName(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 0 || strings.ContainsAny(s, "/@") || s[0] >= 'A' && s[0] <= 'Z' && !strings.ContainsAny(s[:dot], "0123456789_-%") {
		return false // Outlook.jpg: what somebody has attached
	}
	switch s[dot+1:] {
	case "jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4", "avi", "pdf", "JPG", "PNG":
		return dot > 0
	}
	return false
}

// isIdentifiers reports whether the block is nothing but numbers of records: long runs of digits, and hexadecimal digits
// parted by hyphens.
func isIdentifiers(d *lint.Document, b lint.Block) bool {
	const longest, fewest = 80, 12
	text := d.Slice(d.Span(b.Range))
	if len(text) > longest {
		return false
	}
	run, most := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			run++
			most = max(most, run)
		case c >= 'a' && c <= 'f', c == ' ', c == '-':
			run = 0
		default:
			return false
		}
	}
	return most >= fewest
}
