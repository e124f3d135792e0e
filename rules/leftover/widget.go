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
// their own, a sentence, the start or the end of a block. In the midst of a sentence they are English. A single word that
// may be a heading as well (Print, Search) is worth a look, and a warning where it stands among others of the page or at the
// end of the text, where nothing is beneath it. The sections of a site (Business, Sports, Travel) are reported as a menu
// alone, five in a row, or as the way to the page, which may have its headline behind it. A date that stands alone twice is
// one stamp too many. A label in capitals that recurs behind every item of a list (TOP) is one, too, and so is a headline
// behind a double arrow (⇒), as Japanese and Greek pages link to another article.
//
// Buttons, counters and stamps that stood side by side come as one line: Like · Reply · 12 comments. A line is of the
// page where words of the page, numbers, dates and marks cover all of it and are sure enough together.
//
// The fix deletes them, and the whole line where the words only introduce what follows. It is unsafe.
//
// bad: The mayor opened the bridge. ¶ Please enter your comment! ¶ Please enter your name here
// bad: The vote is on Sunday. ¶ Read also: Five questions about the vote
// bad: The mayor opened the bridge. ¶ Like · Reply · 12 comments
// bad: Science > Water > Rivers ¶ The mayor opened the bridge.
// good: He asked visitors to leave a reply in the guest book.
// good: The letter was back to top secret within a week.
// good: They like it and reply with comments.
//
// Measured on 5,400,000 words of machine translation: 1.4 hits per 10,000 words, on original English 2 warnings in
// 350,000, buttons below a post; 91 different ones read, 85 right, and all of the many that say "Read also" and the like; 80
// of 101 behind a double arrow read, all right. Most of these texts have lost their pages; in 134 English web articles, which
// keep something of them, covered lines add 6, all right.
var Widget = &lint.Rule{
	Name:     "leftover/widget",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, w := range raise(p.Document, lines(p.Document, widgets().find(p.Document))) {
			s := p.Span(w.tokens)
			p.Report(lint.Diagnostic{
				Span:     s,
				Severity: w.severity,
				Message:  "‘" + p.Slice(s) + "’ belongs to the page, not to the article",
				Fixes:    []lint.Fix{lint.Replace("delete it", lint.Unsafe, w.cut(p.Document), "")},
			})
		}
	},
}

// raise makes blocks that are worth a look a warning where one beside them is sure, or where three stand in a row: a button
// comes with others, and a heading has something beneath it but at the end of a text. It leaves the sections of a menu out
// where no menu is, and weak blocks where none beside them is sure.
func raise(d *lint.Document, found []hit) []hit {
	const few, long = 3, 5
	kept := found[:0]
	for from := 0; from < len(found); {
		to, sure, row := from, false, 0
		for to == from || to < len(found) && found[to].number <= found[to-1].number+1 {
			sure = sure || isSure(found[to])
			if !found[to].weak {
				row++
			}
			to++
		}
		for _, w := range found[from:to] {
			if w.at == menu && row < long || w.weak && !sure {
				continue
			}
			if w.at == block && (sure || row >= few || endsArticle(d, w.number)) {
				w.severity = max(w.severity, lint.Warning)
			}
			kept = append(kept, w)
		}
		from = to
	}
	return kept
}

// endsArticle reports whether the numbered block is the last one, behind a sentence, and none itself.
func endsArticle(d *lint.Document, number int) bool {
	return number > 0 && number+1 == len(d.Blocks) && !isMark(d, d.Blocks[number].To-1, ".!?") && endsSentence(d, d.Blocks[number].From)
}

// isSure reports whether the words belong to the page wherever they stand so.
func isSure(w hit) bool { return w.severity != lint.Info && w.at != menu }

// cut returns the text to delete.
func (w hit) cut(d *lint.Document) lint.Span {
	b := d.Blocks[w.number]
	switch w.at {
	case block, menu, counted, start, field, headline:
		return d.Span(b.Range)
	case sentence, opening, tail:
		return upTo(d, b, sentenceOf(d, w.number, w.tokens.From))
	case end:
		return upTo(d, b, lint.Range{From: w.tokens.From, To: b.To})
	case inner:
		to := w.tokens.To + 1
		for d.Tokens[to-1].Kind != lint.Bracket {
			to++
		}
		return upTo(d, b, lint.Range{From: w.tokens.From - 1, To: to})
	case note:
		return upTo(d, b, lint.Range{From: w.tokens.From - 1, To: b.To})
	}
	return upTo(d, b, w.tokens)
}

//go:embed data/widgets.tsv
var widgetTable string

// widgetWords is the classes of words of the phrases.
//
//go:embed data/widget_words.tsv
var widgetWords string

var widgets = newTable("widgets.tsv", widgetTable, widgetWords)
