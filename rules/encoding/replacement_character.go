package encoding

import (
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ReplacementCharacter reports U+FFFD, the sign for bytes that could not be read.
//
// A program met a byte that is no character in the encoding it believed in, and the character is lost. A run of such
// signs is one finding.
//
// Before an English ending (don�t, Iraq�s) an apostrophe was lost; the fix puts it back and is unsafe. Elsewhere
// there is none.
//
// bad: The minister didn�t answer.
// bad: The caf� was closed.
// good: The minister didn’t answer.
// good: The café was closed, or was it?
//
// Measured on machine-translated news and on clean English: 0 hits per 10,000 words; the sign itself is the evidence.
var ReplacementCharacter = &lint.Rule{
	Name:     "encoding/replacement-character",
	Severity: lint.Error,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		chars := charactersOf.Of(p.Document)
		if chars.traits&hasReplacement == 0 {
			return
		}
		for _, s := range chars.runs(p.Text, func(r rune) bool { return r == utf8.RuneError }) {
			d := lint.Diagnostic{Span: s, Message: "a character is lost: U+FFFD stands in its place"}
			if endsAsContraction(p.Text, s) {
				d.Fixes = []lint.Fix{lint.Replace("write an apostrophe", lint.Unsafe, s, "’")}
			}
			p.Report(d)
		}
	},
}

// endsAsContraction reports whether the span stands where the apostrophe of a contraction or a possessive does.
func endsAsContraction(text string, s lint.Span) bool {
	end := s.End
	for end < len(text) && unicode.IsLetter(rune(text[end])) && text[end] < utf8.RuneSelf {
		end++
	}
	start := s.Start
	for start > 0 && unicode.IsLetter(rune(text[start-1])) && text[start-1] < utf8.RuneSelf {
		start--
	}
	ending := lint.Fold(text[s.End:end])
	switch ending {
	case "s", "t", "re", "ve", "ll", "d", "m":
		return start < s.Start && (ending != "t" || text[s.Start-1] == 'n') && lexicon.Lookup(lint.Fold(text[start:s.Start]+"'"+ending)).Known() ||
			ending == "s" && lexicon.Lookup(lint.Fold(text[start:s.Start])).Known()
	}
	return false
}
