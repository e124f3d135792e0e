package leftover

import (
	_ "embed"

	"mtlint/lint"
)

// Widget reports words of the page round the article: Please enter your comment!, Source link, Read also:, Home page
// politics.
//
// The page is translated as a whole or taken over by a program, and its buttons, forms, advertisements and links to other
// articles come along with the text. The words stand in data/widgets.tsv with the place where they must stand: a block of
// their own, a sentence, the start or the end of a block. In the midst of a sentence they are English.
//
// The fix deletes them, and the whole line where the words only introduce what follows. It is unsafe.
//
// bad: The mayor opened the bridge. ¶ Please enter your comment! ¶ Please enter your name here
// bad: The vote is on Sunday. ¶ Read also: Five questions about the vote
// good: He asked visitors to leave a reply in the guest book.
// good: The letter was back to top secret within a week.
//
// Measured on machine-translated news: 1.0 warnings per 10,000 words, on clean English none; of 75 that differ, read, 71
// were right. On machine-translated web articles there are 98.
var Widget = &lint.Rule{
	Name:     "leftover/widget",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		widgets().find(p.Document, func(r row, at place, number int, found lint.Range) {
			b := p.Blocks[number]
			cut := upTo(p.Document, b, found)
			switch at {
			case block, start, field, headline:
				cut = p.Span(b.Range)
			case sentence, opening:
				cut = upTo(p.Document, b, sentenceOf(p.Document, number, found.From))
			case end:
				cut = upTo(p.Document, b, lint.Range{From: found.From, To: b.To})
			}
			s := p.Span(found)
			p.Report(lint.Diagnostic{
				Span:     s,
				Severity: r.severity,
				Message:  "‘" + p.Slice(s) + "’ belongs to the page, not to the article",
				Fixes:    []lint.Fix{lint.Replace("delete it", lint.Unsafe, cut, "")},
			})
		})
	},
}

//go:embed data/widgets.tsv
var widgetTable string

var widgets = newTable("widgets.tsv", widgetTable)
