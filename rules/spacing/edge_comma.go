package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// EdgeComma reports a paragraph that begins with a comma, semicolon, full stop, question or exclamation mark, or ends in
// a comma.
//
// The engine loses the name or clause that stood before the mark, moves the stop of a line written from right to left,
// or stops at a comma of a source sentence that goes on. A comma at the end is reported where the paragraph is long, the
// next is a whole sentence, and most others end in a stop: greetings, addresses and the clauses of a resolution end so,
// too. One before a closing mark (house,” ¶ And they) counts only where no speaker may follow.
//
// The fix takes the first mark away, and makes a full stop of the last; it is unsafe, for words are lost.
//
// bad: , the elder brother of Holm, was sure of it.
// bad: The cheese comes down to the fair on mules ¶ . ¶ Buyers come from the coast.
// bad: !Free delivery on all orders of the week
// bad: The suspect threw the bread into the sea before the men of the harbour came, ¶ The harbour was closed for two hours. ¶ Nobody was hurt.
// good: The suspect threw the bread into the sea before the men of the harbour came. ¶ The harbour was closed.
// good: Dear Anna, ¶ We were happy to hear from you. ¶ All is well here.
//
// Measured on 5.0 million words of machine translation: 0.14 hits per 10,000 words, on 290,000 words of original English
// two, a slip and a clause of a resolution; 60 different ones read, 56 right.
var EdgeComma = &lint.Rule{
	Name:     "spacing/edge-comma",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		stops, commas := 0, 0 // blocks that end in one
		for n, b := range p.Blocks {
			if n > 0 && isLoneStop(p.Document, p.Blocks[n-1], b) {
				cut := lint.Span{Start: int(p.Tokens[b.From-1].End), End: int(p.Tokens[b.From].Start)}
				fix := lint.Replace("put it behind the line before", lint.Unsafe, cut, "")
				reportEdge(p, b.From, lint.Warning, "a stop on a line of its own", fix)
				continue
			}
			if mark(p.Document, b.To-1) == "," || quotesComma(p.Document, b) {
				commas++
			} else if endsWhole(p.Document, b) {
				stops++
			}
			if first := mark(p.Document, b.From); b.To-b.From > 3 && isStrayStart(p.Document, b, first) {
				reportStrayStart(p, b.From, first)
			}
		}
		if commas == 0 || commas > 2 || 2*stops < len(p.Blocks) {
			return
		}
		for k := 0; k+1 < len(p.Blocks); k++ {
			b := p.Blocks[k]
			at := b.To - 1
			if quotesComma(p.Document, b) {
				at--
			}
			if mark(p.Document, at) == "," && p.Fold(b.From) != "dear" && breaksAtComma(p.Document, b, p.Blocks[k+1]) {
				reportEdge(p, at, lint.Warning, "paragraph ends in a comma", lint.Replace("make a full stop of it", lint.Unsafe, p.Tokens[at].Span(), "."))
			}
		}
	},
}

// isLoneStop reports whether block b is the stop or the comma of the paragraph before it, which ends in a word: on mules ¶ . ¶
func isLoneStop(d *lint.Document, before, b lint.Block) bool {
	if b.To-b.From != 1 || before.To-before.From < 4 || before.Kind == lint.Cell || b.Kind == lint.Cell {
		return false
	}
	text := mark(d, b.From)
	return (text == "." || text == "," || text == ";") && d.Tokens[before.To-1].Kind == lint.Word
}

// isStrayStart reports whether the mark that block b begins with belongs to no word behind it: not .NET, .c files, : a
// gloss.
func isStrayStart(d *lint.Document, b lint.Block, first string) bool {
	next := b.From + 1
	switch first {
	case ",", ";":
		return d.Tokens[next].Kind == lint.Word
	case "!", "?":
		return d.Glued(next) && d.Tokens[next].Case == lint.Title && entry(d, next).Word() && spaced(d, next+1) && !endsInMark(d, b, first)
	case ".":
		return d.Tokens[next].Case == lint.Title && spaced(d, next+1) && endsWhole(d, b) &&
			(lexicon.FunctionAt(d, next) != 0 || entry(d, next).Word() && !d.Glued(next))
	}
	return false
}

// reportStrayStart reports the mark at token i that a paragraph begins with.
func reportStrayStart(p *lint.Pass, i int, text string) {
	gap := lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i+1].Start)}
	level := lint.Warning
	if text == "." && gap.Len() > 1 {
		level = lint.Info // a slip of people as well
	}
	reportEdge(p, i, level, "paragraph begins with “"+text+"”", lint.Replace("take it away", lint.Unsafe, gap, ""))
}

// endsInMark reports whether block b has the mark a second time: !Important! is set off by a person.
func endsInMark(d *lint.Document, b lint.Block, text string) bool {
	for i := b.From + 1; i < b.To; i++ {
		if mark(d, i) == text {
			return true
		}
	}
	return false
}

// endsWhole reports whether a block ends in a stop that ends a sentence, or in a quotation mark.
func endsWhole(d *lint.Document, b lint.Block) bool {
	last := mark(d, b.To-1)
	return last == "." || last == "?" || last == "!" || d.Tokens[b.To-1].Kind == lint.Quote
}

// quotesComma reports whether block b ends in a comma and a closing quotation mark.
func quotesComma(d *lint.Document, b lint.Block) bool {
	return b.To-b.From > 2 && d.Tokens[b.To-1].Kind == lint.Quote && mark(d, b.To-2) == "," && !opensQuote(d.TokenText(b.To-1))
}

// breaksAtComma reports whether block b is long enough for a paragraph and the next is a sentence of its own, which begins with a
// conjunction or a quotation where b ends in one.
func breaksAtComma(d *lint.Document, b, next lint.Block) bool {
	const long, whole = 10, 5
	first := next.From
	if d.Tokens[first].Kind == lint.Quote {
		first++
	}
	if quotesComma(d, b) && first == next.From && lexicon.FunctionAt(d, first)&lexicon.Conjunction == 0 {
		return false // who spoke may stand there
	}
	if b.Kind != lint.Paragraph || b.To-b.From <= long || d.Fold(b.From) == "whereas" || isLineOfVerse(d, b, next) {
		return false
	}
	return next.To-next.From > whole && d.Tokens[first].Case == lint.Title && endsWhole(d, next)
}

// isLineOfVerse reports whether a block is a short line, with another such right below it.
func isLineOfVerse(d *lint.Document, b, next lint.Block) bool {
	const short = 75 // bytes
	return d.Span(b.Range).Len() < short && d.Span(next.Range).Len() < short &&
		d.Text[d.Tokens[b.To-1].End:d.Tokens[next.From].Start] == "\n"
}

func reportEdge(p *lint.Pass, i int, level lint.Severity, message string, fix lint.Fix) {
	p.Report(lint.Diagnostic{Span: p.Tokens[i].Span(), Severity: level, Message: message, Fixes: []lint.Fix{fix}})
}
