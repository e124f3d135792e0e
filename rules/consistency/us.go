package consistency

import (
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// Us reports US and U.S. in one article.
//
// The engine takes whichever the sentence calls for. Either is right; an article has one. Quotations, sums (US$5), names
// that contain it (US Open, U.S. Bank) and lines in capitals are not counted.
//
// The fix takes the form that is more frequent and is unsafe.
//
// bad: The US said it would stay. The U.S. envoy left, and the US embassy closed.
// bad: A U.S. ship arrived. The U.S. consul came. The US crew went ashore.
// good: The US said it would stay. The US envoy left.
// good: The U.S. said it paid US$5 million to the US Open.
//
// Measured on machine-translated news: 0.57 hits per 10,000 words, on clean English news 0.8, all of them in articles
// that really have both; 30 read, 29 right.
var Us = &lint.Rule{
	Name:     "consistency/us",
	Severity: lint.Info,
	MQM:      "Style/Inconsistency",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var mentions []mention
		for variant, words := range usForms {
			known := len(mentions)
			for _, word := range words {
				for _, k := range p.Places(p.FormOf(word)) {
					if i := int(k); p.Tokens[i].Case == lint.Upper && isUs(p.Document, i) && !isUsName(p.Document, i) && !p.Document.IsQuoted(i) {
						mentions = append(mentions, mention{lint.Range{From: i, To: i + 1}, variant})
					}
				}
			}
			if len(mentions) == known {
				return
			}
		}
		slices.SortFunc(mentions, inOrder)
		report(p, mentions, usualOf(mentions), 0, func(m mention, usual int) string { return rewriteUs(p.Document, m.tokens.From, usual) })
	},
}

const (
	plainUs  = iota // US
	dottedUs        // U.S.
)

// usForms holds the forms, folded.
var usForms = [...][]string{plainUs: {"us"}, dottedUs: {"u.s.", "u.s"}}

func isUs(d *lint.Document, i int) bool {
	switch d.TokenText(i) {
	case "US", "U.S.", "U.S":
		return true
	}
	return false
}

// isUsName reports whether the token is part of a sum, of a name or of a line in capitals.
func isUsName(d *lint.Document, i int) bool {
	if i+1 < len(d.Tokens) {
		next := d.Tokens[i+1]
		if next.Kind == lint.Symbol && d.Glued(i+1) || next.Case == lint.Title && usNames[d.Fold(i+1)] || next.Case == lint.Upper && next.Len() > 4 {
			return true
		}
	}
	return i > 0 && d.Tokens[i-1].Case == lint.Upper && d.Tokens[i-1].Len() > 4
}

// usNames holds words with which US makes a name of its own.
var usNames = map[string]bool{"open": true, "bank": true, "steel": true, "airways": true, "news": true, "weekly": true, "magazine": true, "soccer": true, "today": true, "bancorp": true, "foods": true, "masters": true}

// rewriteUs returns the text of token i in the other form; the dot that ends a sentence is kept.
func rewriteUs(d *lint.Document, i, usual int) string {
	if usual == plainUs {
		if d.SentenceOf(i).To == i+1 {
			return "US."
		}
		return "US"
	}
	if i+1 < len(d.Tokens) && d.Glued(i+1) && d.TokenText(i+1) == "." {
		return "U.S"
	}
	return "U.S."
}
