package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// OrphanWord reports a paragraph that is one article, preposition or conjunction, one stroke or nothing but strokes, or a few
// marks that end sentences: The, In, /, | |, “– .”.
//
// The rest of the line was the text of a link, a date or an embedded box, and is lost; or the sentence was torn behind
// its first word. Where the next paragraph goes on in lower case behind a word, the fix joins the two; otherwise it deletes
// what is left. It is unsafe. Strokes without a space (||), an operator in lists of such, are worth a look.
//
// bad: The ¶ The committee threatened to resume its strike.
// bad: In ¶ the north of the city shops stayed closed.
// bad: The bridge is open. ¶ – . ¶ It was closed in May.
// good: Why ¶ The committee threatened to resume its strike.
// good: No. ¶ The committee will not resume its strike.
//
// Measured on machine output of all kinds: 0.02 hits per 10,000 words (5,400,000 words), on original English none in 352,000;
// 11 read there, 11 right, and 3 on machine-translated web pages, all right.
var OrphanWord = &lint.Rule{
	Name:     "leftover/orphan-word",
	Severity: lint.Warning,
	MQM:      "Accuracy/Omission",
	Run: func(p *lint.Pass) {
		for n, b := range p.Blocks {
			if b.Kind == lint.Cell || !(b.To-b.From == 1 && isOrphan(p.Document, b.From)) && !areMarks(p.Document, b.Range) && !(areStrokes(p.Document, b.Range) && !inTable(p.Document, n)) {
				continue
			}
			s := p.Span(b.Range)
			d := lint.Diagnostic{Span: s, Message: "nothing but ‘" + p.Slice(s) + "’ is left of the paragraph"}
			if areStrokes(p.Document, b.Range) && p.Glued(b.From+1) {
				d.Severity = lint.Info
			}
			if isWord := p.Tokens[b.From].Kind == lint.Word; isWord && n+1 < len(p.Blocks) && p.Tokens[b.To].Case == lint.Lower {
				gap := lint.Span{Start: s.End, End: int(p.Tokens[b.To].Start)}
				d.Fixes = []lint.Fix{lint.Replace("join it to the next paragraph", lint.Unsafe, gap, " ")}
			} else {
				d.Fixes = []lint.Fix{lint.Replace("delete it", lint.Unsafe, s, "")}
			}
			p.Report(d)
		}
	},
}

// areMarks reports whether the tokens are two marks or a few more, not all the same, one of which ends or parts sentences: – .
func areMarks(d *lint.Document, r lint.Range) bool {
	const most = 4
	if r.To-r.From < 2 || r.To-r.From > most {
		return false
	}
	stop, other := false, false
	for i := r.From; i < r.To; i++ {
		if t := d.Tokens[i]; t.Kind != lint.Punct || !strings.Contains("-–—.,:;|/", d.TokenText(i)) {
			return false
		}
		stop = stop || isMark(d, i, ".,")
		other = other || d.TokenText(i) != d.TokenText(r.From)
	}
	return stop && other
}

// areStrokes reports whether the tokens are nothing but strokes, between which the fields of a line were: | |
func areStrokes(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if !isMark(d, i, "|") {
			return false
		}
	}
	return r.To-r.From > 1
}

// isOrphan reports whether the token is a word or mark that cannot be a paragraph.
func isOrphan(d *lint.Document, i int) bool {
	if d.Tokens[i].Kind != lint.Word {
		return isMark(d, i, "/|,;:")
	}
	f := lexicon.FunctionOf(d.Fold(i))
	return f&(lexicon.Article|lexicon.Possessive) != 0 && d.Fold(i) != "her" || d.Tokens[i].Case == lint.Title && orphans[d.Fold(i)]
}

// orphans are further words that begin a sentence and cannot be one.
var orphans = map[string]bool{
	"in": true, "on": true, "at": true, "of": true, "from": true, "for": true, "with": true, "by": true, "to": true, "and": true, "or": true, "but": true,
	"as": true, "there": true, "that": true, "it": true, "is": true, "was": true,
}
