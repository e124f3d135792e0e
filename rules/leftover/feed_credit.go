package leftover

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// FeedCredit reports the line by which a feed says where an article stands: The article Holm leaves the team comes from Harbour
// News.
//
// Sites of many languages put it under what their feeds carry (L’articolo … proviene da …, Der Beitrag … erschien zuerst auf
// …), and it is taken along with the text. It is the last sentence of one of the last paragraphs, with the headline behind the
// article or the post and the name of the site at its end.
//
// The fix deletes the sentence and is unsafe.
//
// bad: Holm leaves the team in May. ¶ The article Holm leaves the team comes from Harbour News.
// bad: The bridge is old. ¶ The post The Old Bridge of Selda first appeared on harbour.org.
// good: The article comes from Harbour News.
// good: The post of the mayor first appeared on Monday.
//
// Measured on 5.4 million words of machine translation and on 890,000 words of original English: no hit per 10,000 words; on
// machine-translated web pages one, right. The level rests on the absence of false alarms and is provisional.
var FeedCredit = &lint.Rule{
	Name:     "leftover/feed-credit",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range feedVerbs.Find(p.Document) {
			b := p.BlockOf(m.From)
			if last := p.Blocks[max(0, len(p.Blocks)-feedBlocks)]; b.From < last.From {
				continue
			}
			from, ok := feedStart(p.Document, b.Range, m.From)
			if !ok || !endsInSite(p.Document, lint.Range{From: m.To, To: b.To}) {
				continue
			}
			r := lint.Range{From: from, To: b.To}
			p.Report(lint.Diagnostic{
				Span:    p.Span(r),
				Message: "the line of a feed that says where the article stands",
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, b, r), "")},
			})
		}
	},
}

// feedBlocks is how many of the last blocks of a text may be such a line.
const feedBlocks = 4

// feedVerbs part the headline from the name of the site.
var feedVerbs = lexicon.NewPhrases([]string{"comes from", "first appeared on", "originally appeared on", "was first published on", "was published first on", "was originally published on", "originates from"})

// feedStart returns the token at which the line of the verb at token i begins: the article or the post, a headline of a few words
// that has a capital, and nothing of a sentence before.
func feedStart(d *lint.Document, b lint.Range, i int) (int, bool) {
	const longest, shortest = 30, 3 // tokens of the headline
	for from := i - 1; from >= max(b.From, i-longest); from-- {
		if d.Tokens[from].Kind != lint.Word {
			continue
		}
		if ofWriters[d.Fold(from)] {
			return 0, false // the article Holm wrote
		}
		if from > i-shortest-1 || !feedItems[d.Fold(from)] || d.Tokens[from+1].Case != lint.Title && d.Tokens[from+1].Kind != lint.Number {
			continue
		}
		if from > b.From && d.TokenText(from-1) == "The" {
			from--
		}
		if d.Tokens[from].Case == lint.Title && (from == b.From || isMark(d, from-1, ".?!")) {
			return from, true
		}
	}
	return 0, false
}

// endsInSite reports whether the tokens are the name of a site and no more than a full stop behind it: a few words with a capital,
// or an address.
func endsInSite(d *lint.Document, r lint.Range) bool {
	const longest = 6
	if r.From < r.To && isMark(d, r.To-1, ".") {
		r.To--
	}
	if r.From >= r.To || r.To-r.From > longest {
		return false
	}
	capital := false
	for i := r.From; i < r.To; i++ {
		switch t := &d.Tokens[i]; {
		case t.Kind == lint.Code, t.Kind == lint.Word && t.Case != lint.Lower:
			capital = capital || !isDay(d, i) // first appeared on Monday
		case i == r.From && t.Kind == lint.Word && d.Fold(i) != "the":
			return false
		}
	}
	return capital
}

var (
	// feedItems are what a feed carries.
	feedItems = lint.WordSet("article post")

	// ofWriters holds what somebody does with an article that a clause is about.
	ofWriters = lint.WordSet("wrote published read reads cites cited quotes quoted mentions mentioned posted shared links linked refers referred uses used found sent that which who set chose made wanted took has had painted donated donates knew like likes based known best for yesterday")
)
