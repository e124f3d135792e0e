package quotes

import (
	"mtlint/lint"
)

// Stray reports a quotation mark that neither opens nor closes anything: it stands behind a finished text with nothing
// but a stop after it.
//
// The engine translates a closing mark twice, or keeps the mark of a link or an emphasis whose text is gone, and it ends
// up behind the paragraph, often as an opening mark with a full stop of its own.
//
// The fix deletes the mark with the space before it and, where the text before it ends in a stop, the stop behind it.
//
// bad: He said, “We plan to do that again soon.” “.
// bad: The talks were put off until the spring.“
// good: He said, “We plan to do that again soon.”
// good: The sign said “closed”.
//
// Not measured yet: hits per 10,000 words follow.
var Stray = &lint.Rule{
	Name:     "quotes/stray",
	Severity: lint.Error,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		report(p, stray, func(m mark) lint.Diagnostic {
			span := lint.Span{Start: p.Tokens[m.token].Start, End: endOfStops(p.Document, m.token)}
			return lint.Diagnostic{
				Span:    span,
				Message: "quotation mark opens nothing and closes nothing",
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Safe, strayEdit(p.Document, m.token, span), "")},
			}
		})
	},
}

// endOfStops returns the end of the marks that are glued to token i from behind.
func endOfStops(d *lint.Document, i int) int {
	for i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Punct && d.Glued(i+1) {
		i++
	}
	return d.Tokens[i].End
}

// strayEdit returns what goes when the stray mark at token i does: the space before it too, and the stop behind it where
// the text before has its own.
func strayEdit(d *lint.Document, i int, span lint.Span) lint.Span {
	edit := lint.Span{Start: d.Tokens[i-1].End, End: d.Tokens[i].End}
	k := i - 1
	for k > 0 && d.Tokens[k].Kind == lint.Quote {
		k--
	}
	if d.Tokens[k].Kind == lint.Punct {
		edit.End = span.End
	}
	return edit
}

func isStop(s string) bool { return s == "." || s == "?" || s == "!" || s == "…" || s == "..." }
