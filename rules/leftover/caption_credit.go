package leftover

import (
	_ "embed"
	"strings"
	"sync"

	"mtlint/lint"
)

// CaptionCredit reports a photo credit left in the article.
//
// Captions are taken along with the text of the page: "… by the end of the year (Getty Images)". A credit is the name of an
// agency, at times with a photographer or an archive, in brackets at the end of a paragraph without a full stop, brackets with a
// photo that are all of a paragraph, or a paragraph that begins with "Photo:" and the like or is nothing but the name, or what
// stands behind ©, "Photo:" or "Editor:" at its end, or a photo in brackets within a sentence. The mark of an agency at the start
// of a report, or in brackets behind its last full stop, is right.
//
// Lines of a photo, lines that are a name, and © are a warning. Brackets and lines of an image, which English pages have
// as well, are worth a look. The fix is unsafe: the whole caption may have to go.
//
// bad: The new bridge across the river (Getty Images)
// bad: Photo: Reuters
// bad: The mayor on the new bridge. © Anna Karlsson/Reuters
// bad: People waited outside, and the stage (Photo by reporter Anna Karlsson) was full of flowers.
// good: BERLIN (Reuters) - The new bridge across the river was opened on Monday.
// good: The bridge was opened on Monday by the minister (left).
//
// Measured on machine-translated news: 0.12 warnings and 0.12 infos per 10,000 words, on clean English no warning and 0.50
// infos, all of them credits that the page had; 50 warnings read, all right, and 50 infos, 47 right.
var CaptionCredit = &lint.Rule{
	Name:     "leftover/caption-credit",
	Severity: lint.Info,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			if isAgencyLine(p.Slice(p.Span(b.Range))) {
				report(p, b.Range, lint.Warning, "the name of an agency stands alone")
			} else if lead, severity, ok := creditLead(p.Document, b); ok {
				report(p, lead, severity, "photo credit in the text")
			} else if open, end := creditInBrackets(p.Document, b); end > 0 {
				name := p.Span(lint.Range{From: open + 1, To: end - 1})
				report(p, lint.Range{From: open, To: end}, lint.Info, "photo credit ‘"+p.Slice(name)+"’ in the text")
			}
		}
		for _, i := range p.Brackets() {
			if r, ok := creditInside(p.Document, int(i)); ok {
				report(p, r, lint.Warning, "photo credit in the midst of a sentence")
			}
		}
		for _, i := range p.MarksAt(':') {
			if r, ok := creditAtEnd(p.Document, int(i)); ok {
				report(p, r, lint.Warning, "photo credit in the text")
			}
		}
		for _, first := range [...]byte{'\xC2', '\xE2'} { // the first bytes of © and ⓒ
			for _, i := range p.MarksAt(first) {
				if r, ok := creditBehind(p.Document, int(i)); ok {
					report(p, r, lint.Warning, "photo credit or copyright line in the text")
				}
			}
		}
	},
}

// isAgencyLine reports whether a line is the name of an agency, a short one in capitals, and marks round it.
func isAgencyLine(line string) bool {
	const longest, short = 40, 5
	if len(line) > longest {
		return false
	}
	name := strings.Trim(line, "()[]/-*. ")
	return agencies()[strings.ToLower(name)] && (len(name) > short || name == strings.ToUpper(name) || name == "dpa")
}

// creditAtEnd returns the credit that begins with "Photo:", the colon being token i, behind the last stop of a block.
func creditAtEnd(d *lint.Document, i int) (lint.Range, bool) {
	const longest = 10
	b := d.BlockOf(i)
	r := lint.Range{From: i - 1, To: b.To}
	if isEditorAtEnd(d, b.Range, i) {
		return r, true
	}
	isSite := i > b.From && i+2 == b.To && d.Tokens[i+1].Kind == lint.Code && credited[d.TokenText(i-1)] // Illustration: example.com
	if i < b.From+2 || i+1 == b.To || b.To-i > longest || d.Glued(i+1) || !isSite && (d.TokenText(i-1) != "Photo" || d.Tokens[i+1].Case < lint.Title) {
		return r, false
	}
	return r, isMark(d, i-2, ".!?)") || i > b.From+2 && isMark(d, i-2, "/") && isMark(d, i-3, "/") || d.Tokens[i-2].Kind == lint.Quote
}

// isEditorAtEnd reports whether the colon at token i stands behind a word for who edited the page, behind the last stop of block
// b, and a name ends the block: The valley is dry. Editor: Anna Karlsson
func isEditorAtEnd(d *lint.Document, b lint.Range, i int) bool {
	const longest = 4 // words of the name
	if i < b.From+3 || i+1 >= b.To || b.To-i-1 > longest || d.Tokens[i-1].Case != lint.Title || !editing[d.Fold(i-1)] {
		return false
	}
	if !isMark(d, i-2, ".!?") && d.Tokens[i-2].Kind != lint.Quote {
		return false
	}
	for k := i + 1; k < b.To; k++ {
		if t := &d.Tokens[k]; t.Kind != lint.Word || t.Case < lint.Title {
			return false
		}
	}
	return true
}

// editing holds words for those who make a page, and what they did.
var editing = lint.WordSet("editor editors editing proofreader proofreading reviewer typesetter layout")

// credited are what a site is named as the source of.
var credited = map[string]bool{"Photo": true, "Photos": true, "Illustration": true, "Image": true, "Picture": true}

// creditBehind returns token i where it is ©, the word Copyright before it, and what follows it to the end of the block.
func creditBehind(d *lint.Document, i int) (lint.Range, bool) {
	const longest = 16
	b := d.BlockOf(i)
	r := lint.Range{From: i, To: b.To}
	if sign := d.TokenText(i); sign != "©" && sign != "ⓒ" || b.To-i > longest || i > b.From && (d.Tokens[i-1].Kind == lint.Bracket || d.Glued(i)) {
		return r, false
	}
	if _, _, led := creditLead(d, b); led {
		return r, false
	}
	if i > b.From && d.Fold(i-1) == "copyright" {
		r.From--
	}
	return r, true
}

func report(p *lint.Pass, r lint.Range, severity lint.Severity, message string) {
	s := p.Span(r)
	cut := s
	for cut.Start > 0 && p.Text[cut.Start-1] == ' ' {
		cut.Start--
	}
	p.Report(lint.Diagnostic{Span: s, Severity: severity, Message: message, Fixes: []lint.Fix{lint.Replace("delete it", lint.Unsafe, cut, "")}})
}

// maxCaption is the length in bytes of the longest block that is taken for a caption.
const maxCaption = 400

// creditInBrackets returns the tokens of the brackets with a credit that end the block, a full stop aside; end is 0 when
// there are none.
func creditInBrackets(d *lint.Document, b lint.Block) (open, end int) {
	const longest = 12
	end = b.To
	if isByte(d, end-1, '.') {
		end--
	}
	if end-b.From < 4 || !isByte(d, end-1, ')') || d.Span(b.Range).Len() > maxCaption {
		return 0, 0
	}
	open = end - 2
	for open > b.From && end-open <= longest && !isByte(d, open, '(') {
		open--
	}
	if open == b.From && !pictures[d.Fold(open+1)] || open+1 == end-1 || !isByte(d, open, '(') || open > b.From && isMark(d, open-1, ".?!") {
		return 0, 0
	}
	if !isCredit(d.Text[d.Tokens[open].End:d.Tokens[end-1].Start]) {
		return 0, 0
	}
	return open, end
}

// creditInside returns the brackets that begin with token i where they say who took or gave a photo, and the sentence goes on
// behind them: the stage (Photo by reporter Anna Karlsson) was empty.
func creditInside(d *lint.Document, i int) (lint.Range, bool) {
	const longest = 14
	b := d.BlockOf(i)
	r := lint.Range{From: i, To: i + 1}
	if i == b.From || i+4 >= b.To || !isByte(d, i, '(') ||
		d.Tokens[i+1].Case != lint.Title || !photos[d.Fold(i+1)] || d.Fold(i+2) != "by" || b.Kind.IsAside() {
		return r, false
	}
	for r.To < min(i+longest, b.To) && d.Tokens[r.To].Kind != lint.Bracket {
		r.To++
	}
	if r.To+1 >= b.To || !isByte(d, r.To, ')') || d.Tokens[r.To-1].Case < lint.Title {
		return r, false
	}
	r.To++
	goesOn := d.Tokens[r.To].Kind == lint.Word && d.Tokens[r.To].Case == lint.Lower
	return r, goesOn && d.Tokens[i-1].Kind == lint.Word
}

// photos are words for a photo, before by and a name.
var photos = lint.WordSet("photo photos photograph photographs photography picture pictures image images")

// isByte reports whether token i is the one character c.
func isByte(d *lint.Document, i int, c byte) bool {
	t := &d.Tokens[i]
	return t.Len() == 1 && d.Text[t.Start] == c
}

// isCredit reports whether the text in brackets names an agency or says that it is a credit.
func isCredit(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, lead := range []string{"photo:", "photo by", "photo credit", "photo ©", "©", "image:", "image credit", "file photo", "picture:", "archive photo"} {
		if strings.HasPrefix(s, lead) {
			return true
		}
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ',' || r == '|' || r == '–' || r == ':' }) {
		if agencies()[strings.TrimSpace(part)] {
			return true
		}
	}
	return false
}

// creditLead returns the words of a block that begins as a credit does, all of it, when it is short: a photo is surely
// one of the page.
func creditLead(d *lint.Document, b lint.Block) (r lint.Range, severity lint.Severity, ok bool) {
	const longest = 12
	if b.To-b.From > longest || b.To-b.From < 3 || d.Tokens[b.From].Case == lint.Lower {
		return lint.Range{}, 0, false
	}
	switch d.Fold(b.From) {
	case "photo", "photograph":
		severity = lint.Warning
	case "image", "picture":
		severity = lint.Info
	default:
		return lint.Range{}, 0, false
	}
	second := d.TokenText(b.From + 1)
	return b.Range, severity, second == ":" || second == "by" && d.Tokens[b.From+2].Case != lint.Lower
}

//go:embed data/agencies.txt
var agencyList string

// agencies holds the names of agencies in lower case.
var agencies = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, strings.Count(agencyList, "\n"))
	for line := range strings.Lines(agencyList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			m[line] = true
		}
	}
	return m
})
