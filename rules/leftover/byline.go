package leftover

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Byline reports a byline that was translated as part of the text: I wrote – Anna Karlsson:, L / Agency News.
//
// Arabic writes "she wrote:" before the name of the author, and agencies sign with a letter and a stroke. The engine
// makes "I wrote", "Wrote", "Books" (the same letters) or a lone letter of it. A dateline, Baghdad / Agency, is
// right. Chinese papers name the reporter in brackets behind the dateline; as it says who wrote the article, it is
// for information, but for where the sentence follows without a mark. Korean ones put the reporter and the paper into square
// brackets on a line of their own.
//
// The fix writes By, and is unsafe. A lone letter goes without one.
//
// bad: I wrote – Anna Karlsson: ¶ The price of bread rose again.
// bad: L / Agency News ¶ The price of bread rose again.
// bad: Harbour News, Bergen, July 26 (Reporter Li Wei) The price of bread rose again.
// bad: [Reporter Kim Su at Harbour News] ¶ The price of bread rose again.
// good: Baghdad / Agency ¶ The price of bread rose again.
// good: I wrote to Anna Karlsson about the price of bread.
//
// Measured on machine-translated news: no warning in 640,000 words, on clean English none in 391,000 (less than 0.1
// per 10,000 words); on machine-translated web articles 1, right. Reporters in brackets on machine output of all
// kinds 1.5 (796 in 5,400,000 words, all from Chinese), 380 of them before a sentence, in human translations 0.09, on
// original English 0; 70 read, all right, so they are warnings where the source is known to be Chinese.
var Byline = &lint.Rule{
	Name:     "leftover/byline",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Sources:  []language.Tag{language.Chinese},
	Run: func(p *lint.Pass) {
		for n := 0; n < min(4, len(p.Blocks)); n++ {
			b := p.Blocks[n]
			to, by := byline(p.Document, b)
			if to == 0 {
				continue
			}
			r := lint.Range{From: b.From, To: to}
			s := p.Span(r)
			d := lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is a translated byline"}
			if by {
				edit := upTo(p.Document, b, r)
				d.Fixes = []lint.Fix{lint.Replace("write ‘By’", lint.Unsafe, edit, "By ")}
			}
			p.Report(d)
		}
		for _, k := range p.Brackets() {
			if b := p.BlockOf(int(k)).Range; int(k) == b.From && isReporterLine(p.Document, b) {
				s := p.Span(b)
				p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is the byline of a Korean paper"})
				continue
			}
			if r, ok := reporterIn(p.Document, int(k)); ok {
				s := p.Span(r)
				g := lint.Diagnostic{Span: s, Severity: lint.Info, Message: "‘" + p.Slice(s) + "’ is the byline of a Chinese paper"}
				if opensSentence(p.Document, p.BlockOf(int(k)), r.To) {
					g.Severity = lint.Warning
					g.Message += " and runs into the sentence"
				}
				p.Report(g)
			}
		}
	},
}

// isReporterLine reports whether the tokens are square brackets with a reporter, the name and the paper: [Reporter Kim Su at
// Harbour News].
func isReporterLine(d *lint.Document, r lint.Range) bool {
	const shortest, longest = 4, 14
	return r.To-r.From >= shortest && r.To-r.From <= longest && isMark(d, r.From, "[") && isMark(d, r.To-1, "]") &&
		reporters[d.Fold(r.From+1)] && d.Tokens[r.From+1].Case == lint.Title && d.Tokens[r.From+2].Kind == lint.Word && d.Tokens[r.From+2].Case == lint.Title
}

// reporterIn returns the brackets that begin with token i where they hold reporters and their names and nothing else.
func reporterIn(d *lint.Document, i int) (lint.Range, bool) {
	const longest = 20
	if i+2 >= len(d.Tokens) || d.TokenText(i) != "(" || !reporters[d.Fold(i+1)] || d.Tokens[i+1].Case < lint.Title || d.Tokens[i+2].Kind != lint.Word {
		return lint.Range{}, false
	}
	for k := i + 2; k < min(i+longest, len(d.Tokens)); k++ {
		switch t := &d.Tokens[k]; {
		case t.Kind == lint.Bracket:
			return lint.Range{From: i, To: k + 1}, d.TokenText(k) == ")"
		case t.Kind == lint.Number, t.Kind == lint.Word && d.Fold(k) != "and" && (t.Case == lint.Lower || lexicon.FunctionAt(d, k) != 0):
			return lint.Range{}, false
		}
	}
	return lint.Range{}, false
}

// reporters are words for those who write an article.
var reporters = lint.WordSet("reporter reporters correspondent correspondents journalist journalists")

// byline returns the index behind the translated byline that a block begins with, or 0, and whether By can take its
// place.
func byline(d *lint.Document, b lint.Block) (to int, by bool) {
	const shortest, longest = 3, 12
	i := b.From
	if n := b.To - i; n < shortest || n > longest {
		return 0, false
	}
	if isLetterOfAgency(d, i) {
		return i + 3, false
	}
	if d.TokenText(i) == "I" {
		i++
	} else if d.Tokens[i].Case != lint.Title {
		return 0, false
	}
	if i+2 >= b.To || !wrote[d.Fold(i)] {
		return 0, false
	}
	ofBooks := d.Fold(i) == "books"
	if i+3 < b.To && d.Fold(i+1) == "by" && isMark(d, i+2, ":") {
		i++
	} else if d.Fold(i) == "written" {
		return 0, false
	}
	if !partsByline[d.TokenText(i+1)] || d.Tokens[i+2].Case != lint.Title {
		return 0, false
	}
	if ofBooks && !isNames(d, lint.Range{From: i + 2, To: b.To}) {
		return 0, false
	}
	return i + 2, true
}

// isLetterOfAgency reports whether a lone capital, but for A, stands at token i before a stroke and a name: L / Agency News.
func isLetterOfAgency(d *lint.Document, i int) bool {
	letter := d.TokenText(i)
	return len(letter) == 1 && letter[0] >= 'B' && letter[0] <= 'Z' &&
		isMark(d, i+1, "/") && !d.Glued(i+1) && d.Tokens[i+2].Case == lint.Title
}

// wrote is how engines translate what stands before the name of the author; partsByline what stands between the two.
var (
	wrote       = lint.WordSet("wrote written books writes")
	partsByline = lint.WordSet(": - – /")
)

// isNames reports whether the tokens are words with capitals and marks: Books – Anna Karlsson on birds is a headline.
func isNames(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Lower {
			return false
		}
	}
	return true
}
