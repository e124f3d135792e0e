package repetition

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// minHeadline is the fewest words of no closed class in a headline that the words behind it say again.
const minHeadline = 3

// findHeadlines reports a headline that a paragraph begins with and says again at once: in full behind a colon (Bridge works
// delayed: Bridge works are delayed.), or as the beginning of the next headline behind a stop (Cider at home. Cider at home How
// to press).
func findHeadlines(p *lint.Pass, sentences []passage) {
	for _, k := range p.MarksAt(':') {
		colon := int(k)
		b := p.BlockOf(colon)
		if !isMark(p.Document, colon, ':') || colon-b.From > maxTitle || colon-b.From < minHeadline {
			continue
		}
		headline, full := sentences[b.Sentences.From], sentences[b.Sentences.From]
		headline.To, full.From = colon, colon+1
		if full.From < full.To && isSaidInFull(p.Document, headline.Range, full.Range) {
			reportSentence(p, lint.Warning, headline, full)
		}
	}
	for n := 0; n < min(len(p.Blocks), headLines); n++ {
		first := p.Blocks[n].Sentences.From
		if first+1 >= p.Blocks[n].Sentences.To {
			continue
		}
		if title, again := sentences[first], sentences[first+1]; isTitleAgain(p.Document, title.Range, again.Range) {
			again.To = again.From + title.To - title.From - 1
			reportSentence(p, lint.Warning, title, again)
		}
	}
}

// isSaidInFull reports whether a sentence has the words of a headline in their order and no others but articles and auxiliaries,
// at least one of them: Bridge works were delayed.
func isSaidInFull(d *lint.Document, headline, full lint.Range) bool {
	if full.To <= full.From+minHeadline || d.Tokens[full.From].Case != lint.Title || d.IsQuoted(full.From) {
		return false
	}
	content, added := 0, 0
	i := headline.From
	for k := full.From; k < full.To; k++ {
		switch {
		case i < headline.To && isSame(d, i, k):
			if isContent(d, k) {
				content++
			}
			i++
		case lexicon.FunctionAt(d, k)&(lexicon.Article|lexicon.Auxiliary) != 0 && d.Fold(k) != "not":
			added++
		case k == full.To-1 && isMark(d, k, '.'):
		default:
			return false
		}
	}
	return i == headline.To && added > 0 && content >= minHeadline
}

// isTitleAgain reports whether a sentence begins with the whole title before it, each word in the same case, and goes on with a
// capital as the next title.
func isTitleAgain(d *lint.Document, title, again lint.Range) bool {
	n := title.To - title.From - 1
	if n < minHeadline || n > maxTitle || again.To-again.From <= n || !isMark(d, title.To-1, '.') || d.IsQuoted(again.From) {
		return false
	}
	content := 0
	for k := range n {
		if d.TokenText(title.From+k) != d.TokenText(again.From+k) {
			return false
		}
		if isContent(d, title.From+k) {
			content++
		}
		if lexicon.FunctionAt(d, title.From+k)&(lexicon.Pronoun|lexicon.Auxiliary) != 0 {
			return false // a sentence, and no title
		}
	}
	return content > 1 && isTitled(d, again.From+n)
}
