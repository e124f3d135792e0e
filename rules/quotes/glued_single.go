package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// findGluedSingles reports an apostrophe between a word in lower case and one with a capital, where a single opening mark has
// lost the space before it: called'Green Fields', sell’Moon Bread’.
func findGluedSingles(p *lint.Pass) {
	for f := range p.Forms {
		left, right, ok := strings.Cut(p.Forms[f].Fold, "'")
		if !ok || len(left) < 3 || len(right) < 3 || elided[left] {
			continue
		}
		if !lexicon.Lookup(left).Word() && lexicon.FunctionOf(left) == 0 {
			continue
		}
		for _, k := range p.Places(lint.FormID(f)) {
			if mark, ok := gluedSingle(p.Document, int(k)); ok {
				p.Report(lint.Diagnostic{
					Span:    mark,
					Message: "opening quotation mark touches the text outside",
					Fixes:   []lint.Fix{lint.Replace("put a space in", lint.Unsafe, mark, " "+opensLike(p.Slice(mark)))},
				})
			}
		}
	}
}

// gluedSingle returns the apostrophe in the word at token i that stands between a small letter and a capital with a small one
// behind it.
func gluedSingle(d *lint.Document, i int) (lint.Span, bool) {
	text := d.TokenText(i)
	at := strings.IndexAny(text, "'’‘")
	if at < 1 {
		return lint.Span{}, false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	capital, n := utf8.DecodeRuneInString(text[at+size:])
	small, _ := utf8.DecodeRuneInString(text[at+size+n:])
	start := int(d.Tokens[i].Start) + at
	return lint.Span{Start: start, End: start + size}, unicode.IsUpper(capital) && unicode.IsLower(small) && text[:at] == lint.Fold(text[:at])
}

// opensLike returns the single mark that opens a quotation, curly where the given one is.
func opensLike(mark string) string {
	if mark == "'" {
		return mark
	}
	return "‘"
}

// elided holds what Italian and other languages write before an apostrophe and a name: dell'Arte.
var elided = lint.WordSet("dell dall nell sull all quell bell sant tutt grand entr presqu lorsqu puisqu quelqu jusqu")
