package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// CommaDash reports a comma and a dash in a row within a sentence: The stones of the steps, - slate and basalt.
//
// Russian and its neighbours set a comma where a clause ends and a dash for is, or before a summary, and have both where they
// meet. English printers stopped setting the two some hundred years ago. Before the words that say who spoke,
// spacing/speech-dash has a better fix; a list in a line, - one item, - another, what a letter begins with (Sir, — your
// correspondent) and old prose and verse (thou) are left alone.
//
// The fix takes the comma away and is unsafe: the dash may be the one too many.
//
// bad: The stones most often used for steps, - slate and basalt - come from the hills.
// bad: Everything in the yard was grey, – the barn, the fence and the dog.
// bad: If it rains, - the fair moves into the hall.
// good: The stones most often used for steps – slate and basalt – come from the hills.
// good: Bring - a rope, - a lamp, - a map.
// good: The scale has three marks, -10, 0 and +10.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words, on original English none, in human
// translations from Ukrainian 2; 10 read, all right. The level is provisional.
var CommaDash = &lint.Rule{
	Name:     "spacing/comma-dash",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range marksOf.Of(p.Document).dashes {
			i := int(m)
			b, ok := blockRound(p.Document, i, 2, 1)
			if !ok || !isBehindComma(p.Document, i) || isListed(p.Document, b, i) || reports(p.Document, b, i+1) ||
				isOldPrint(p.Document, p.SentenceOf(i), i) {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
				Message: "comma and dash in a row",
				Fixes:   []lint.Fix{lint.Replace("take the comma away", lint.Unsafe, p.Tokens[i-1].Span(), "")},
			})
		}
	},
}

// isBehindComma reports whether the dash at token i stands between white space behind a word and its comma, and the sentence
// goes on; a hyphen that is one of several signs, characters, - and ., is none.
func isBehindComma(d *lint.Document, i int) bool {
	if mark(d, i-1) != "," || !d.Glued(i-1) || d.TokenText(i) == "--" || !spaced(d, i) || !spaced(d, i+1) {
		return false
	}
	return isWord(d, i-2, 2) && isWord(d, i+1, 1) && d.Tokens[i+1].Case == lint.Lower && d.Fold(i+1) != "and"
}

// isOldPrint reports whether the comma and the dash at token i are those of an older printer: behind the address of a letter or
// a speech that begins sentence s, or in a sentence with thou or hath.
func isOldPrint(d *lint.Document, s lint.Range, i int) bool {
	const longest = 5 // tokens of an address with its comma
	if i-s.From <= longest {
		for k := s.From; k < i; k++ {
			if addressed[d.Fold(k)] {
				return true
			}
		}
	}
	for k := s.From; k < s.To; k++ {
		if archaic[d.Fold(k)] {
			return true
		}
	}
	return false
}

var (
	addressed = lint.WordSet("sir sirs madam gentlemen ladies dear editor speaker friends brethren mr president chairman lord")
	archaic   = lint.WordSet("thou thee thy thine ye hath doth art alas o shalt wilt")
)

// isListed reports whether the dash at token i of block b heads an item of a list within a line: the block begins with a dash,
// or another stands behind a comma, a colon or a semicolon.
func isListed(d *lint.Document, b lint.Range, i int) bool {
	if isDash(mark(d, b.From)) {
		return true
	}
	for k := b.From + 1; k < b.To; k++ {
		if k == i || !isDash(mark(d, k)) {
			continue
		}
		switch mark(d, k-1) {
		case ",", ":", ";":
			return true
		}
	}
	return false
}
