package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
)

// CommaStop reports a comma before a word with the capital of a sentence: in the church of the town, After it the choir
// will sing.
//
// The engine cuts a long sentence where it begins a new one, and keeps the comma; or a stop was typed as a comma. Words
// that begin a title (the book, After the Rain), speech without marks behind a verb of saying, and lines of verse are
// right.
//
// The fix puts a full stop and is unsafe: the capital may be the fault.
//
// bad: The farewell will be held in the church of the town, After it the choir will sing.
// bad: The club keeps forty hives with the pupils of three schools, In the spring they open them.
// good: The farewell will be held in the church of the town. After it the choir will sing.
// good: He read the book of his father, After the Rain, and said, In the spring we go.
//
// Measured on 5.4 million words of machine translation: 0.03 hits per 10,000 words, on 350,000 words of original English
// none; 15 read, all right.
var CommaStop = &lint.Rule{
	Name:     "spacing/comma-stop",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, key := range sentenceStarts {
			for _, k := range p.Places(p.Find(key)) {
				if i := int(k); p.Tokens[i].Case == lint.Title && i > 0 && mark(p.Document, i-1) == "," && partsSentences(p.Document, i) {
					reportCommaStop(p, i)
				}
			}
		}
	},
}

func reportCommaStop(p *lint.Pass, i int) {
	comma := p.Tokens[i-1].Span()
	p.Report(lint.Diagnostic{
		Severity: severity(p.Document),
		Span:     lint.Span{Start: comma.Start, End: int(p.Tokens[i].End)},
		Message:  "comma before ‘" + p.TokenText(i) + "’ with the capital of a sentence",
		Fixes: []lint.Fix{
			lint.Replace("put a full stop", lint.Unsafe, comma, "."),
			lint.Replace("write it small", lint.Unsafe, p.Tokens[i].Span(), p.Fold(i)),
		},
	})
}

// partsSentences reports whether the comma before token i stands between two sentences of running text: enough words in
// lower case stand before it, and words in lower case behind the one at i.
func partsSentences(d *lint.Document, i int) bool {
	const fewest, looked = 3, 25 // words in lower case among those before the comma
	s := d.SentenceOf(i)
	if i+3 >= s.To || !d.Glued(i-1) || !spaced(d, i) || d.Tokens[i-2].Kind != lint.Word || saying[d.Fold(i-2)] {
		return false
	}
	if d.Tokens[i+1].Case != lint.Lower || d.Tokens[i+2].Case != lint.Lower && mark(d, i+2) != "," {
		return false
	}
	lower := 0
	for k := i - 2; k >= s.From && k > i-looked; k-- {
		switch t := d.Tokens[k]; {
		case t.Kind != lint.Word && t.Kind != lint.Number, saying[d.Fold(k)]:
			return false
		case t.Case == lint.Lower:
			lower++
		}
	}
	return lower >= fewest && !d.IsQuoted(i)
}

// sentenceStarts are the words that begin sentences and few titles.
var sentenceStarts = lint.Keys("after at because before but by during for from however if in since therefore when while with although according meanwhile moreover")
