package names

import (
	"fmt"
	"slices"
	"strings"

	"mtlint/lint"
)

// ArticleSpelling reports an Arabic article that one name has in two spellings: Taj al-Din and Taj El-Din.
//
// The article is spelt as its country does, al- in most and el- in Egypt and the Maghreb, or as it sounds (ash-Shami), and
// the engine takes now one, now the other. Either is right; a name has one. How the article is cased is the matter of
// names/article-case. Names of two people (Nur al-Din, Ezz El-Din) are right.
//
// The fix is unsafe.
//
// bad: Doctor Awad Taj al-Din said so. Awad Taj El-Din spoke in May, and Taj El-Din left.
// good: Doctor Awad Taj al-Din said so. Awad Taj Al-Din spoke in May.
// good: Nur al-Din met Ezz El-Din in Cairo.
//
// Measured on machine translation of all kinds: 0.02 hits per 10,000 words (9 in 5,400,000, for few of the texts come from
// Arabic), on original English none in 340,000; all 9 read, and 2 in web articles, all right.
var ArticleSpelling = &lint.Rule{
	Name:     "names/article-spelling",
	Severity: lint.Warning,
	MQM:      "Fluency/Inconsistency",
	Run: func(p *lint.Pass) {
		n := Mentions.Of(p.Document)
		s := &styles{d: p.Document, n: n}
		for i := range n.Types {
			if t := &n.Types[i]; len(t.Mentions) > 1 {
				reportArticles(p, s, spellArticles(n, t))
			}
		}
	},
}

// spelledArticle is the mentions of a name that have their article in one spelling.
type spelledArticle struct {
	letters  string // in lower case, without the hyphen
	mentions []*Mention
}

// spellArticles sorts the mentions of a type by how their articles are spelt, the usual spelling first.
func spellArticles(n *Names, t *Type) []spelledArticle {
	var all []spelledArticle
	for _, i := range t.Mentions {
		m := &n.Mentions[i]
		if m.Article == 0 {
			continue
		}
		letters := strings.ToLower(strings.TrimFunc(n.doc.Text[m.Start-m.Article:m.Start], func(r rune) bool { return isHyphen(r) || r == ' ' }))
		k := slices.IndexFunc(all, func(x spelledArticle) bool { return x.letters == letters })
		if k < 0 {
			k = len(all)
			all = append(all, spelledArticle{letters: letters})
		}
		all[k].mentions = append(all[k].mentions, m)
	}
	slices.SortStableFunc(all, func(a, b spelledArticle) int { return len(b.mentions) - len(a.mentions) })
	return all
}

// reportArticles reports the mentions of one name that have their article in another spelling than the usual one.
func reportArticles(p *lint.Pass, s *styles, all []spelledArticle) {
	if len(all) < 2 {
		return
	}
	usual := all[0]
	example := lint.Span{Start: usual.mentions[0].Start - usual.mentions[0].Article, End: usual.mentions[0].End}
	for _, other := range all[1:] {
		if s.apart(other.mentions, usual.mentions) {
			continue
		}
		var found []lint.Diagnostic
		for _, m := range other.mentions {
			at := lint.Span{Start: m.Start - m.Article, End: m.End}
			article := lint.Span{Start: at.Start, End: at.Start + len(other.letters)}
			right := usual.letters
			if c := p.Text[at.Start]; c >= 'A' && c <= 'Z' {
				right = strings.ToUpper(right[:1]) + right[1:]
			}
			found = append(found, lint.Diagnostic{
				Span:    at,
				Message: fmt.Sprintf("‘%s’ %s, ‘%s’ %s", p.Slice(at), lint.Times(len(other.mentions)), p.Slice(example), lint.Times(len(usual.mentions))),
				Related: []lint.Related{{Span: example, Message: fmt.Sprintf("here it is ‘%s’", p.Slice(example))}},
				Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, article, right)},
			})
		}
		reportTogether(p, found)
	}
}
