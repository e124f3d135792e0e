package quotes

import (
	"mtlint/lint"
)

// TornOff reports a closing quotation mark that stands at the start of the paragraph behind its quotation, or is a
// paragraph of its own.
//
// The text is cut into segments at the full stop, before the mark that closes the quotation, and the mark becomes a
// segment that the engine translates apart.
//
// The fix takes the mark back to the end of the paragraph before and is unsafe.
//
// bad: She said: “We have lost a friend. ¶ ” ¶ The road was closed.
// bad: She said: “We have lost a friend. ¶ ” The road was closed.
// good: She said: “We have lost a friend.” ¶ The road was closed.
// good: “We have lost a friend. ¶ “We will not forget her.”
//
// Measured on 5.0 million words of machine translation: 0.11 hits per 10,000 words, on 290,000 words of original English none; 29
// different ones read, all right, most of them from Chinese.
var TornOff = &lint.Rule{
	Name:     "quotes/torn-off",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		for k := 1; k < len(p.Blocks); k++ {
			b := p.Blocks[k]
			if b.Kind == lint.Cell || familyOf(p.Document, b.From) == noFamily || !isTornOff(p.Document, b) {
				continue
			}
			mark, before := p.Tokens[b.From].Span(), int(p.Tokens[b.From-1].End)
			p.Report(lint.Diagnostic{
				Span:    mark,
				Message: "closing quotation mark is torn off the paragraph before",
				Fixes: []lint.Fix{{Title: "take it back", Safety: lint.Unsafe, Edits: []lint.Edit{
					{Span: lint.Span{Start: before, End: before}, Text: p.TokenText(b.From)}, {Span: mark},
				}}},
			})
		}
	},
}

// isTornOff reports whether the block is a quotation mark alone, a stop apart, or begins with a mark that closes by its
// glyph and is not glued to what follows.
func isTornOff(d *lint.Document, b lint.Block) bool {
	text := d.TokenText(b.From)
	switch b.To - b.From {
	case 1:
		return text != "„" && text != "«" && text != "‹" && text != "›" && !(text == "“" && b.To < len(d.Tokens) && d.TokenText(b.To) == "“")
	case 2:
		return isStop(d.TokenText(b.From + 1))
	}
	return text == "”" && !d.Glued(b.From+1)
}
