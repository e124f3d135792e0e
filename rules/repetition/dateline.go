package repetition

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Dateline reports a dateline that names its agency twice: Xinhua News Agency, Nairobi, March 3 (Xinhua).
//
// Chinese and Russian agencies stand first in their datelines; the engine has learnt the English form, in which the agency
// comes last in brackets, and writes both.
//
// The fix deletes the first and is unsafe.
//
// bad: Harbour News Agency, Bergen, March 3 (Harbour) – The port is open again.
// bad: Xinhua News Agency Nairobi, March 3 (Xinhua) The harvest has begun.
// good: BERGEN, March 3 (Harbour) – The port is open again.
// good: Harbour News Agency said on March 3 (a Friday) that the port is open.
//
// Measured on machine output of all kinds: 0.06 hits per 10,000 words (31 in 5,400,000), all from Chinese, in human
// translations (330,000 words) and original English of all kinds (350,000 words) 0; 20 distinct ones read, 20 right.
var Dateline = &lint.Rule{
	Name:     "repetition/dateline",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, k := range p.Brackets() {
			i := int(k)
			b := p.BlockOf(i)
			if i-b.From < minDateline || i-b.From > maxDateline || i+2 >= b.To || !isSame(p.Document, b.From, i+1) || p.TokenText(i) != "(" || p.TokenText(i+2) != ")" {
				continue
			}
			if dateline := (lint.Range{From: b.From, To: i}); isDateline(p.Document, dateline) {
				reportDateline(p, dateline)
			}
		}
	},
}

const (
	minDateline = 4  // tokens of an agency, a place, a month and a day
	maxDateline = 16 // of the longest dateline
)

// reportDateline reports the agency at the start of a dateline that ends in brackets with its name.
func reportDateline(p *lint.Pass, dateline lint.Range) {
	agency := lint.Range{From: dateline.From, To: dateline.From + 1}
	for p.Tokens[agency.To].Kind == lint.Word && p.Tokens[agency.To].Case > lint.Lower {
		agency.To++
	}
	g := lint.Diagnostic{
		Span:    p.Span(agency),
		Message: fmt.Sprintf("the dateline names ‘%s’ twice", p.TokenText(agency.From)),
		Related: []lint.Related{{Span: p.Span(lint.Range{From: dateline.To, To: dateline.To + 3}), Message: "and here"}},
	}
	if _, month := lexicon.Month(p.Fold(agency.To + 1)); isMark(p.Document, agency.To, ',') && !month {
		cut := lint.Span{Start: g.Span.Start, End: int(p.Tokens[agency.To+1].Start)}
		g.Fixes = []lint.Fix{lint.Replace("delete the first", lint.Unsafe, cut, "")}
	}
	p.Report(g)
}

// isDateline reports whether r holds a month with a day behind it, and no word in lower case as sentences do.
func isDateline(d *lint.Document, r lint.Range) bool {
	dated := false
	for i := r.From; i < r.To-1; i++ {
		if t := d.Tokens[i]; t.Kind == lint.Word && t.Case == lint.Lower {
			return false
		}
		_, month := lexicon.Month(d.Fold(i))
		dated = dated || month && (d.Tokens[i+1].Kind == lint.Number || isMark(d, i+1, '.'))
	}
	return dated
}
