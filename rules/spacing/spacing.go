// Package spacing holds the rules on white space and punctuation: in goes a document, out come marks that stand too far
// from their word, too near to the next, twice, or where no mark belongs.
package spacing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// spaced reports whether white space stands between token i and the one before it, both on one line.
func spaced(d *lint.Document, i int) bool {
	from, to := int(d.Tokens[i-1].End), int(d.Tokens[i].Start)
	return from < to && strings.IndexByte(d.Text[from:to], '\n') < 0
}

// mark returns the stop or dash that token i is, or "".
func mark(d *lint.Document, i int) string {
	if d.Tokens[i].Kind != lint.Punct {
		return ""
	}
	return d.TokenText(i)
}

// isStop reports whether s is one of the stops , . ; : ? !
func isStop(s string) bool { return len(s) == 1 && strings.IndexByte(",.;:?!", s[0]) >= 0 }

// blockRound returns the block of token i, and whether that many of its tokens stand before and behind the token.
func blockRound(d *lint.Document, i, before, behind int) (lint.Range, bool) {
	b := d.BlockOf(i).Range
	return b, i-before >= b.From && i+behind < b.To
}

// isWord reports whether token i is a word of Latin letters, at least n bytes long.
func isWord(d *lint.Document, i, n int) bool {
	t := d.Tokens[i]
	return t.Kind == lint.Word && t.Script == lint.Latin && t.Len() >= n
}

// entry returns what the word list knows of the word at token i.
func entry(d *lint.Document, i int) lexicon.Entry {
	if t := d.Tokens[i]; t.Form != lint.NoForm {
		return lexicon.Entries.Of(d)[t.Form]
	}
	return 0
}

// between returns the white space between token i and the one before it.
func between(d *lint.Document, i int) lint.Span {
	return lint.Span{Start: int(d.Tokens[i-1].End), End: int(d.Tokens[i].Start)}
}

// from returns the span from token i to token j.
func from(d *lint.Document, i, j int) lint.Span { return d.Span(lint.Range{From: i, To: j + 1}) }

// isAbbreviated reports whether the word at token i may keep a full stop inside a sentence: it is listed as an
// abbreviation, is short and capitalised, or has no vowel.
func isAbbreviated(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	if t.Kind != lint.Word || t.Len() < 3 || lint.IsAbbreviation(d.TokenText(i)) || shortened[d.Fold(i)] {
		return true
	}
	return t.Case != lint.Lower && t.Len() < 6 || !strings.ContainsAny(d.Fold(i), "aeiouy")
}

// shortened holds words that are cut short and keep a full stop, besides those that end no sentence.
var shortened = lint.WordSet("ed eds dept min max sec hrs incl resp est cent tel ext misc temp govt intl natl assn ave blvd bldg cont abbr def trans univ feat med mag prof spec prep etc et al " +
	"ariz calif colo conn mass mich minn miss mont nebr okla penn tenn wash wisc corp bros messrs capt lieut assoc inc ltd plc yahoo brut")

// severity returns the severity of a slip of spacing that people make by the dozen where nobody edits: 0, the rule's own,
// in other texts.
func severity(d *lint.Document) lint.Severity {
	if lexicon.Informal.Of(d) {
		return lint.Info
	}
	return 0
}
