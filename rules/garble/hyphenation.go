package garble

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Hyphenation reports a hyphen that a line break of the source left inside a word.
//
// Printed pages part words at the end of a line, and text taken from them keeps the hyphen, with or without a space
// behind it. It is found where the two parts are one listed word and one of them is no word by itself. Without a space the
// second part has to end as derived words do, or the article to have the word without the hyphen. Compounds, prefixes
// (co-operate), stuttered speech and older spellings (teen-ager) are right, and so is a word parted at the end of a line.
//
// The fix takes the hyphen out and is safe.
//
// bad: The govern-ment announced a new plan.
// bad: The gover- nment announced a new plan.
// good: The teen-ager kow-towed to nobody.
// good: They co-operate with the pre- and post-war offices, b-but slowly.
//
// Measured on machine output of all kinds: 0.002 hits per 10,000 words (1 in 5,400,000), on clean English 0.00 (300,000
// words); 1 read, 1 right. So few make the level provisional.
var Hyphenation = &lint.Rule{
	Name:     "garble/hyphenation",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range suspectsOf.Of(p.Document).unlisted {
			t := &p.Tokens[k]
			if t.Case != lint.Lower || t.Len() < 7 {
				continue
			}
			left, right, _ := strings.Cut(p.TokenText(int(k)), "-")
			if isHyphenated(left, right) && p.Forms[t.Form].Count < 3 && (endsDerived(right) || p.FormOf(left+right) != lint.NoForm) {
				reportHyphen(p, t.Span(), left+right)
			}
		}
		for _, k := range p.MarksAt('-') {
			if i := int(k); isBeforePiece(p.Document, i) && isHyphenated(p.Fold(i-1), p.Fold(i+1)) {
				reportHyphen(p, p.Span(lint.Range{From: i - 1, To: i + 2}), p.TokenText(i-1)+p.TokenText(i+1))
			}
		}
	},
}

// isBeforePiece reports whether the hyphen at i touches a word before it, and a word in lower case stands a space behind it:
// gover- nment. At the end of a line of a wrapped text it belongs there.
func isBeforePiece(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	if t.Len() != 1 || i+1 == len(d.Tokens) || !d.Glued(i) || d.Tokens[i+1].Start != t.End+1 || d.Text[t.End] == '\n' {
		return false
	}
	return d.Tokens[i-1].Case != lint.NoCase && d.Tokens[i+1].Case == lint.Lower
}

func reportHyphen(p *lint.Pass, span lint.Span, whole string) {
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "a hyphen inside ‘" + whole + "’",
		Fixes:   []lint.Fix{lint.Replace("take the hyphen out", lint.Safe, span, whole)},
	})
}

// endsDerived reports whether what stands behind the hyphen ends as derived words do: govern-ment, auto-matically. Without
// that a hyphen inside a word is a spelling of its own: teen-ager, kow-tow.
func endsDerived(right string) bool {
	for _, ending := range [...]string{"ment", "ments", "mental", "tion", "tions", "sion", "sions", "tional", "tically", "cally", "ance", "ence", "ances", "ences", "ancy", "ency", "bility", "tive", "tives"} {
		if strings.HasSuffix(right, ending) {
			return true
		}
	}
	return false
}

// isHyphenated reports whether the two parts are one common word, and one of them no word by itself.
func isHyphenated(left, right string) bool {
	if len(left) < 3 || len(right) < 3 || !isLetters(left) || !isLetters(right) {
		return false
	}
	if splitPrefixes[left] || isOneOf(left, "mis dis con demi") ||
		strings.HasPrefix(right, left) || strings.HasPrefix(right, "hearted") {
		return false
	}
	return (isPiece(lexicon.Lookup(left)) || isPiece(lexicon.Lookup(right))) && isCommon(lexicon.Lookup(left+right))
}
