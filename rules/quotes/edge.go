package quotes

import (
	"sort"

	"mtlint/lint"
)

// Edge reports a quotation of which one mark stands inside a link or an emphasis and the other one right outside of it.
//
// The engine translates what is set off as a segment of its own: the mark at its edge goes in or out with it, while the other
// one stays. Nothing but the quotation is set off, so that both marks belong on one side.
//
// There is no fix: the text is right, its markup is moved by hand.
//
// bad: <html>He called it <i>“the last chance</i>” on Monday.
// bad: <html>He called it “<a href="/a">the last chance”</a> on Monday.
// good: <html>He called it <i>“the last chance”</i> and “<b>the end</b>” of it.
// good: <html>“<b>It is over,” he said</b>, and left.
//
// Measured on Markdown and HTML of free software: 0 hits per 10,000 words (2,400,000 words). The level is
// provisional: docs/levels.md.
var Edge = &lint.Rule{
	Name:     "quotes/edge",
	Severity: lint.Info,
	MQM:      "Fluency/Typography",
	Run: func(p *lint.Pass) {
		if len(p.Inlines) == 0 {
			return
		}
		marks := marksOf.Of(p.Document)
		for _, n := range p.Inlines {
			first := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= n.Start })
			behind := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= n.End })
			opening := sort.Search(len(marks), func(k int) bool { return marks[k].token >= first-1 })
			if opening == len(marks) || marks[opening].pair <= opening {
				continue
			}
			open, closing := marks[opening].token, marks[marks[opening].pair].token
			inside := open == first && p.Tokens[open].Start == n.Start && closing == behind && p.Tokens[closing].Start == n.End
			outside := open == first-1 && p.Tokens[open].End == n.Start && closing == behind-1 && p.Tokens[closing].End == n.End
			if inside || outside {
				reportEdge(p, open, closing, inside)
			}
		}
	},
}

func reportEdge(p *lint.Pass, open, closing int, inside bool) {
	where := "closing mark stands inside of what is set off, the opening one outside"
	if inside {
		where = "opening mark stands inside of what is set off, the closing one outside"
	}
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: open, To: closing + 1}),
		Message: where,
	})
}
