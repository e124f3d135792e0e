package quotes

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// typed is a quotation in marks that were typed for those of another language: <<Title>>, ((Title)), ‚word‘.
type typed struct{ opening, closing lint.Range }

// longestTyped is the most tokens of such a quotation.
const longestTyped = 20

// typedQuotations returns the quotations of a document in typed marks.
func typedQuotations(d *lint.Document) []typed {
	var out []typed
	for _, k := range d.MarksAt('<') {
		out = appendTyped(out, d, int(k), 2, ">")
	}
	for _, k := range d.MarksAt('(') {
		out = appendTyped(out, d, int(k), 2, ")")
	}
	for _, k := range d.MarksAt("‚"[0]) {
		if d.TokenText(int(k)) == "‚" {
			out = appendTyped(out, d, int(k), 1, "‘")
		}
	}
	return out
}

// appendTyped appends the quotation that the n marks at token i open and as many of the other mark close.
func appendTyped(dst []typed, d *lint.Document, i, n int, closes string) []typed {
	b, first := d.BlockOf(i).Range, i+n
	if !opensTyped(d, b, i, n) {
		return dst
	}
	for k := first + 1; k+n <= b.To && k < first+longestTyped; k++ {
		if d.TokenText(k) == closes {
			if closesTyped(d, b, k, n) && isTitled(d, first, k, n) {
				dst = append(dst, typed{lint.Range{From: i, To: first}, lint.Range{From: k, To: k + n}})
			}
			return dst
		}
		if kind := d.Tokens[k].Kind; kind == lint.Symbol || kind == lint.Bracket || kind == lint.Code {
			return dst
		}
	}
	return dst
}

// opensTyped reports whether n equal marks begin at token i of block r, touch a word behind them and nothing before them.
func opensTyped(d *lint.Document, r lint.Range, i, n int) bool {
	first := i + n
	if first+n >= r.To || i > r.From && d.Glued(i) || d.Tokens[first].Kind != lint.Word || !d.Glued(first) {
		return false
	}
	return n == 1 || d.TokenText(i+1) == d.TokenText(i) && d.Glued(i+1)
}

// closesTyped reports whether n equal marks begin at token k of block r, touch what stands before them and no word behind them.
func closesTyped(d *lint.Document, r lint.Range, k, n int) bool {
	return d.Glued(k) && (n == 1 || d.TokenText(k+1) == d.TokenText(k) && d.Glued(k+1)) && standsOutside(d, r, k+n)
}

// standsOutside reports whether the text goes on behind a closing mark, before token i of block r, with white space or a
// stop.
func standsOutside(d *lint.Document, r lint.Range, i int) bool {
	return i >= r.To || !d.Glued(i) || d.Tokens[i].Kind == lint.Punct && strings.Contains(",.;:?!", d.TokenText(i))
}

// isTitled reports whether the words from token first to token end are what such marks set off: doubled brackets hold a
// title or a name in English letters, for a remark in them is a slip of the pen.
func isTitled(d *lint.Document, first, end, n int) bool {
	return n == 1 || d.Tokens[first].Case == lint.Title && d.Tokens[first].Script == lint.Latin && d.Tokens[first].Len() > 2 && (end > first+1 || !lexicon.Informal.Of(d))
}

// reportTyped reports a quotation in typed marks, for which the article has those of house.
func reportTyped(p *lint.Pass, q typed, house family) {
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: int(p.Tokens[q.opening.From].Start), End: int(p.Tokens[q.closing.To-1].End)},
		Message: "quotation in typed marks of another language",
		Fixes: []lint.Fix{{Title: "write " + house.glyph(true) + "…" + house.glyph(false), Safety: lint.Unsafe, Edits: []lint.Edit{
			{Span: p.Span(q.opening), Text: house.glyph(true)},
			{Span: p.Span(q.closing), Text: house.glyph(false)},
		}}},
	})
}
