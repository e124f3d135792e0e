package garble

import (
	"sort"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// EdgeJoin reports two words glued together where a link or an emphasis begins or ends.
//
// The engine translates what is linked, bold or italic as a segment of its own, and the space at its edge is lost with the
// white space of the source's markup. A part of a word may be set off: the letters that an abbreviation is made of, a word
// without its ending, one half of a brand.
//
// The fix puts the space in, outside of what is set off, and is safe.
//
// bad: <html>She is the author of<i>Homecoming</i>, which sold well.
// bad: <html>The ministry <a href="/a">opened an inquiry</a>into the delays.
// good: <html>The <b>minister</b>s met in an un<b>believ</b>ably <a href="/b">cold</a> hall.
//
// Measured on Markdown and HTML of free software: 0 hits per 10,000 words (2,400,000 words); of 345 spaces taken away
// at edges in clean news it finds 222, the rules on glued words find 276 with it and 216 without. The level is provisional:
// docs/levels.md.
var EdgeJoin = &lint.Rule{
	Name:     "garble/edge-join",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		last := -1
		for _, n := range p.Inlines {
			for _, at := range [...]int{int(n.Start), int(n.End)} {
				if i, ok := wordAround(p.Document, at); ok && i > last && isEdgeJoin(p.Document, n, i, at) {
					reportEdgeJoin(p, i, at)
					last = i
				}
			}
		}
	},
}

// wordAround returns the word that the offset lies inside.
func wordAround(d *lint.Document, at int) (i int, ok bool) {
	i = sort.Search(len(d.Tokens), func(k int) bool { return int(d.Tokens[k].End) > at })
	return i, i < len(d.Tokens) && int(d.Tokens[i].Start) < at && d.Tokens[i].Kind == lint.Word
}

// isEdgeJoin reports whether the word at i, which is set off from the offset on or up to it, is two.
func isEdgeJoin(d *lint.Document, n lint.Inline, i, at int) bool {
	t := d.Tokens[i]
	left, right := d.Text[t.Start:at], d.Text[at:t.End]
	if !isLetters(left) || !isLetters(right) || len(left) < 2 || len(right) < 2 || lexicon.EntryAt(d, i).Word() {
		return false
	}
	switch {
	case at == int(n.End) && isEnding(right):
		return false
	case isCapital(right):
		return leadsToCapital(d, n, left)
	case isCapital(left) && at == int(n.Start):
		return false // the letter of a brand, a placeholder
	}
	l, r := strings.ToLower(left), strings.ToLower(right)
	if !lexicon.Lookup(r).Word() {
		return false
	}
	if isCapital(left) {
		return isFunction(r)
	}
	return lexicon.Lookup(l).Word() && (isFunction(l) || isFunction(r) || isLongLink(n, l, r) || holdsSpace(d, n))
}

// leadsToCapital reports whether what stands before a capital at an edge is a word in lower case: author ofHomecoming.
func leadsToCapital(d *lint.Document, n lint.Inline, left string) bool {
	if strings.ToLower(left) != left {
		return false
	}
	return lexicon.FunctionOf(left) != 0 || lexicon.Lookup(left).Word() && (len(left) > 3 || holdsSpace(d, n))
}

// isLongLink reports whether the stretch is a link and both words at its edge are too long for the parts of one.
func isLongLink(n lint.Inline, l, r string) bool {
	return n.Kind == lint.Link && len(l) > 3 && len(r) > 3
}

// isFunction reports whether a word is a function word of more than two letters: shorter ones are often parts of words.
func isFunction(word string) bool { return len(word) > 2 && lexicon.FunctionOf(word) != 0 }

// holdsSpace reports whether the stretch is more than a word.
func holdsSpace(d *lint.Document, n lint.Inline) bool {
	return strings.Contains(d.Text[n.Start:n.End], " ")
}

func isCapital(s string) bool { return s[0]-'A' < 26 }

// isEnding reports whether s is what a word is inflected with, or what a new one is made of it with.
func isEnding(s string) bool {
	switch s {
	case "s", "es", "ed", "er", "ers", "ing", "ly", "like", "less", "ness", "able", "wise", "ful", "or", "al", "ish", "ism", "ist", "ists", "ity", "man", "men", "work", "time":
		return true
	}
	return false
}

func reportEdgeJoin(p *lint.Pass, i, at int) {
	t := p.Tokens[i].Span()
	left, right := p.Text[t.Start:at], p.Text[at:t.End]
	p.Report(lint.Diagnostic{
		Span:    t,
		Message: "‘" + left + "’ and ‘" + right + "’ are glued at the edge of what is set off",
		Fixes:   []lint.Fix{lint.Replace("put a space between", lint.Safe, lint.Span{Start: at, End: at}, " ")},
	})
}
