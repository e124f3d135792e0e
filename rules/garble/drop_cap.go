package garble

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DropCap reports a first letter parted from its word, or a letter glued before it, at the start of a paragraph.
//
// A large initial is an element of its own on the page: the text has it apart from the rest of the word, or once more in
// front of the word. Letters that are words or labels (A, I, O, K pop, T cells) are right.
//
// The fix puts the word together and is unsafe.
//
// bad: T he president opened the session.
// bad: “AOf course I was talking about Europe,” he said.
// good: A man and I heard K pop. ¶ T cells fight it. ¶ X rated films are banned.
//
// Measured on machine output of all kinds: 0.00 hits per 10,000 words (5,400,000 words), on clean English 0.00 (300,000
// words); 3 natural hits, one on a labelled web article and 2 in translations by people, all right. The level is
// provisional.
var DropCap = &lint.Rule{
	Name:     "garble/drop-cap",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			i := b.From
			for i < b.To && (p.Tokens[i].Kind == lint.Quote || p.Tokens[i].Kind == lint.Bracket) {
				i++
			}
			if i == b.To || p.Tokens[i].Kind != lint.Word || p.Tokens[i].Script != lint.Latin {
				continue
			}
			if t := p.Tokens[i]; t.Case == lint.Mixed {
				if n := gluedInitial(p.TokenText(i)); n > 0 && !lexicon.Entries.Of(p.Document)[t.Form].Known() {
					reportInitial(p, t.Span(), p.Text[int(t.Start)+n:t.End])
				}
			} else if t.Case == lint.Title && t.Len() == 1 && i+1 < b.To && isPartedInitial(p.Document, i) {
				reportInitial(p, lint.Span{Start: int(t.Start), End: int(p.Tokens[i+1].End)}, p.TokenText(i)+p.TokenText(i+1))
			}
		}
	},
}

func reportInitial(p *lint.Pass, span lint.Span, word string) {
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "the initial of ‘" + word + "’ is out of place",
		Fixes:   []lint.Fix{lint.Replace("write ‘"+word+"’", lint.Unsafe, span, word)},
	})
}

// gluedInitial returns the length of the letter glued before a capitalised function word, or 0.
func gluedInitial(word string) int {
	r, n := utf8.DecodeRuneInString(word)
	if len(word) < n+2 || !unicode.IsUpper(r) {
		return 0
	}
	rest := word[n:]
	first, size := utf8.DecodeRuneInString(rest)
	if first < 'A' || first > 'Z' || rest[size:] != lint.Fold(rest[size:]) || lexicon.FunctionOf(lint.Fold(rest)) == 0 {
		return 0
	}
	return n
}

// isPartedInitial reports whether the capital letter at i begins the word behind it.
func isPartedInitial(d *lint.Document, i int) bool {
	next := d.Tokens[i+1]
	if next.Kind != lint.Word || next.Case != lint.Lower || next.Start != d.Tokens[i].End+1 {
		return false
	}
	rest := d.Fold(i + 1)
	whole := d.Fold(i) + rest
	e := lexicon.Lookup(whole)
	if e.Level() == 0 || e.Level() > 35 {
		return false
	}
	isWord := !isPiece(lexicon.Lookup(rest))
	if isOneOf(d.Fold(i), "a i o") {
		return !isWord
	}
	return !isWord || lexicon.FunctionOf(whole) != 0
}
