package brackets

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Slashes reports a name between slashes with spaces beside them (in a talk with / River News / the mayor said no), and a
// remark between slashes in place of brackets (one theft /a bicycle was taken/ was reported), or a name behind a name (the
// visitors from Rila /Dupnitsa/ lost).
//
// Arabic news puts a name between slashes as English does between quotation marks or commas; the engine copies them.
// Bulgarian, Czech, Hungarian and Turkish typists write slashes for brackets. Lines of verse, lists of choices, folders and
// datelines (Baghdad / River News) are right.
//
// The fix takes the slashes away, or makes brackets of them, and is unsafe: the name may want quotation marks or commas.
//
// bad: He said in a talk with / River News / that the town is calm.
// bad: The member of the / Road and Bridge / party has left.
// bad: The guests from Rila /Dupnitsa/ lost again.
// good: Baghdad / River News: the town is calm.
// good: The choice is bread / butter / milk.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000 words); 4
// natural hits, on labelled web articles, all right. The level is provisional.
var Slashes = &lint.Rule{
	Name:     "brackets/slashes",
	Severity: lint.Warning,
	MQM:      "Locale convention/Punctuation",
	Run: func(p *lint.Pass) {
		past := 0 // tokens before it belong to a pair that is found
		for _, k := range p.MarksAt('/') {
			i := int(k)
			if i < past || i == 0 {
				continue
			}
			b := p.BlockOf(i)
			if isTightName(p.Document, b.Range, i) {
				reportTight(p, i, i+2)
				past = i + 3
			}
			if p.Tokens[i-1].Case != lint.Lower {
				continue
			}
			if end := closingTight(p.Document, b.Range, i); end > 0 {
				reportTight(p, i, end)
				past = end + 1
			}
			if i < past || !isSpacedSlash(p.Document, i) {
				continue
			}
			if b.Kind != lint.Paragraph || i < b.From+2 || i+3 >= b.To {
				continue
			}
			end := closingSlash(p.Document, b.Range, i)
			if end < 0 {
				continue
			}
			first, last := p.Tokens[i].Span(), p.Tokens[end].Span()
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i, To: end + 1}),
				Message: "a name between slashes",
				Fixes: []lint.Fix{{Title: "take the slashes away", Safety: lint.Unsafe, Edits: []lint.Edit{
					{Span: lint.Span{Start: first.Start, End: int(p.Tokens[i+1].Start)}},
					{Span: lint.Span{Start: int(p.Tokens[end-1].End), End: last.End}},
				}}},
			})
			past = end + 1
		}
	},
}

// isTightName reports whether a name alone stands between the slash at token i of block r and the next one, in text, behind
// another name: Rila /Dupnitsa/.
func isTightName(d *lint.Document, r lint.Range, i int) bool {
	if i == r.From || i+3 >= r.To || d.Tokens[i-1].Case != lint.Title || d.Glued(i) || d.Tokens[i].Len() != 1 {
		return false
	}
	if !d.Glued(i+1) || !d.Glued(i+2) || d.TokenText(i+2) != "/" || !isLongName(d, i+1) {
		return false
	}
	behind := &d.Tokens[i+3]
	return behind.Kind == lint.Word && behind.Case == lint.Lower && !d.Glued(i+3) || behind.Kind == lint.Punct && d.Glued(i+3)
}

// isLongName reports whether token i is a word of some length with a capital that English has not.
func isLongName(d *lint.Document, i int) bool {
	const shortest = 4 // letters
	t := &d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Title && t.Len() >= shortest && !lexicon.EntryAt(d, i).Word()
}

// closingTight returns the slash that closes the remark which the one at token i of block r opens as a bracket would, or 0: one
// theft /a bicycle was taken/ was reported.
func closingTight(d *lint.Document, r lint.Range, i int) int {
	const shortest, longest = 3, 20 // tokens
	if !opensTight(d, r, i) {
		return 0
	}
	for k := i + 2; k < min(i+longest, r.To); k++ {
		if d.TokenText(k) == "/" {
			if k-i > shortest && closesTight(d, r, k) {
				return k
			}
			return 0
		}
		if !isInRemark(d, k) {
			return 0
		}
	}
	return 0
}

// opensTight reports whether the slash at token i of block r touches a word in lower case behind it and nothing before it, and
// is part of no path, pattern or tag.
func opensTight(d *lint.Document, r lint.Range, i int) bool {
	if i+1 >= r.To || i == r.From || d.Glued(i) || !d.Glued(i+1) || d.Tokens[i].Len() != 1 {
		return false
	}
	return d.Tokens[i+1].Case == lint.Lower && d.Fold(i+1) != "end" && !slashed[d.Fold(i-1)]
}

// closesTight reports whether the slash at token k of block r touches what stands before it, and behind it a mark at most.
func closesTight(d *lint.Document, r lint.Range, k int) bool {
	return d.Glued(k) && (k+1 == r.To || !d.Glued(k+1) || d.Tokens[k+1].Kind == lint.Punct)
}

// isInRemark reports whether token k may stand in a remark between slashes: a comma, or a name or word of English behind a space.
func isInRemark(d *lint.Document, k int) bool {
	if d.Tokens[k].Kind != lint.Word {
		return d.TokenText(k) == ","
	}
	return !d.Glued(k) && (d.Tokens[k].Case != lint.Lower || lexicon.EntryAt(d, k).Known())
}

// slashed holds what a pattern or a sound between slashes stands behind.
var slashed = lint.WordSet("regex regexp pattern expression wrote write type pronounced sounds path sed")

func reportTight(p *lint.Pass, i, end int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i, To: end + 1}),
		Message: "slashes in place of brackets",
		Fixes: []lint.Fix{{Title: "write brackets", Safety: lint.Unsafe, Edits: []lint.Edit{
			{Span: p.Tokens[i].Span(), Text: "("},
			{Span: p.Tokens[end].Span(), Text: ")"},
		}}},
	})
}

// isSpacedSlash reports whether token i is a slash with white space on both sides.
func isSpacedSlash(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Len() == 1 && d.Text[t.Start] == '/' && !d.Glued(i) && i+1 < len(d.Tokens) && !d.Glued(i+1)
}

// isSlashNear reports whether a slash between spaces is among the tokens of block r from i on in the direction of step.
func isSlashNear(d *lint.Document, r lint.Range, i, step int) bool {
	for n := 0; n < 8 && i > r.From && i < r.To-1; n++ {
		if isSpacedSlash(d, i) {
			return true
		}
		i += step
	}
	return false
}

// closingSlash returns the second of a pair of slashes, the first of which is token i, with up to five words between, one
// of them capitalised, and text that goes on behind; there is no third. It returns -1 when there is none.
func closingSlash(d *lint.Document, r lint.Range, i int) int {
	capital := false
	for k := i + 1; k < min(i+7, r.To-1); k++ {
		if isSpacedSlash(d, k) {
			if isSlashNear(d, r, k+1, 1) || isSlashNear(d, r, i-1, -1) {
				return -1
			}
			if !capital || k == i+1 || d.Tokens[k+1].Kind != lint.Word {
				return -1
			}
			return k
		}
		if d.Tokens[k].Kind != lint.Word {
			return -1
		}
		capital = capital || d.Tokens[k].Case == lint.Title
	}
	return -1
}
