package repetition

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// reportQuotedPairs reports words in quotation marks that are joined to themselves, the marks around each: “quiet” and
// “quiet”; means “stream”, “stream”.
func reportQuotedPairs(p *lint.Pass) {
	quotes := p.Quotes()
	for k := 3; k < len(quotes); k++ {
		first := lint.Range{From: int(quotes[k-3]), To: int(quotes[k-2]) + 1}
		second := lint.Range{From: int(quotes[k-1]), To: int(quotes[k]) + 1}
		if !isQuotedPair(p.Document, first, second) {
			continue
		}
		rest := lint.Span{Start: p.Span(first).End, End: p.Span(second).End}
		p.Report(lint.Diagnostic{
			Span:    p.Span(lint.Range{From: first.From, To: second.To}),
			Message: fmt.Sprintf("‘%s’ is joined to itself", p.Slice(p.Span(quotedIn(p.Document, first)))),
			Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Manual, rest, "")},
		})
	}
}

// maxQuoted is the most tokens of what stands in quotation marks and is joined to itself, with its marks.
const maxQuoted = 8

// isQuotedPair reports whether the two ranges, each with its quotation marks, are the same words, a comma or a conjunction is
// all that parts them, and nothing behind the second makes another thing of it: “today”, and “today” is another word.
func isQuotedPair(d *lint.Document, first, second lint.Range) bool {
	a, b := quotedIn(d, first), quotedIn(d, second)
	n := a.To - a.From
	if n < 1 || n != b.To-b.From || first.To-first.From > maxQuoted || !isJoint(d, lint.Range{From: first.To, To: second.From}) {
		return false
	}
	content := 0
	for i := range n {
		if d.TokenText(a.From+i) != d.TokenText(b.From+i) || d.Tokens[a.From+i].Kind != lint.Word {
			return false
		}
		if isContent(d, a.From+i) {
			content++
		}
	}
	word := d.Fold(a.From)
	if content == 0 || n == 1 && (doubledContent[word] || joinedToItself[word]) || d.SentenceOf(first.From).To <= b.From {
		return false
	}
	isSubject := second.To < len(d.Tokens) && lexicon.FunctionAt(d, second.To)&lexicon.Auxiliary != 0
	return !isSubject && !isCodeAround(d, first.From, second.To)
}

// isCodeAround reports whether the quotation marks from token from up to token to are those of code: `HEAD` or `HEAD`, ('abc',
// 'abc').
func isCodeAround(d *lint.Document, from, to int) bool {
	if d.Text[d.Tokens[from].Start] == '`' || from > 0 && d.Glued(from) {
		return true
	}
	return to < len(d.Tokens) && d.Glued(to) && d.Tokens[to].Kind != lint.Punct
}

// quotedIn returns the words inside the marks that r begins and ends with, without a comma before the second.
func quotedIn(d *lint.Document, r lint.Range) lint.Range {
	r.From, r.To = r.From+1, r.To-1
	if r.To > r.From && isMark(d, r.To-1, ',') {
		r.To--
	}
	return r
}

// isJoint reports whether r is a comma, a conjunction or both.
func isJoint(d *lint.Document, r lint.Range) bool {
	if r.From < r.To && isMark(d, r.From, ',') {
		r.From++
		return r.From == r.To || r.To == r.From+1 && joins(d, r.From)
	}
	return r.To == r.From+1 && joins(d, r.From)
}
