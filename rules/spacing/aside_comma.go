package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// AsideComma reports a comma that closes an aside which none opens: The committee however, did not read it.
//
// An engine that sets the aside where English has it loses the first of its two commas. Reported is however, therefore
// and the like between a subject and its verb. Where the word begins its clause (However, nobody came), or belongs to
// the word behind it (however late), one comma or none is right.
//
// The fix writes the first comma and is unsafe.
//
// bad: The committee however, did not read the letter.
// bad: This road therefore, is closed in winter.
// good: The committee, however, did not read the letter. However, it was read.
// good: The wall is old and therefore, as she said, was closed.
//
// Measured on 5.4 million words of machine translation: 1 hit, on 350,000 words of original English 1, a true slip (less
// than 0.1 per 10,000 words); 3 read, one of them on a web article, all right. People slip so as well: information.
var AsideComma = &lint.Rule{
	Name:     "spacing/aside-comma",
	Severity: lint.Info,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, key := range asideKeys {
			for _, k := range p.Places(p.Find(key)) {
				if i := int(k); i > 1 && i+2 < len(p.Tokens) && p.Tokens[i].Case == lint.Lower && closesAside(p.Document, i) {
					end := int(p.Tokens[i-1].End)
					p.Report(lint.Diagnostic{
						Span:    from(p.Document, i-1, i+1),
						Message: "comma behind ‘" + p.TokenText(i) + "’ and none before",
						Fixes:   []lint.Fix{lint.Replace("write a comma before it", lint.Unsafe, lint.Span{Start: end, End: end}, ",")},
					})
				}
			}
		}
	},
}

// asideKeys are the words that stand between two commas inside a clause.
var asideKeys = lint.Keys("however moreover nevertheless nonetheless furthermore consequently therefore")

// closesAside reports whether the aside at token i stands between a subject, that begins its sentence, and a comma with
// the verb behind.
func closesAside(d *lint.Document, i int) bool {
	if mark(d, i+1) != "," || !d.Glued(i+1) || lexicon.FunctionAt(d, i+2)&lexicon.Auxiliary == 0 || d.Tokens[i+2].Case != lint.Lower {
		return false
	}
	const longest = 8 // tokens of a subject
	s := d.SentenceOf(i)
	if i == s.From || i-s.From > longest || lexicon.FunctionAt(d, s.From)&(lexicon.Article|lexicon.Possessive|lexicon.Determiner|lexicon.Pronoun) == 0 && d.Tokens[s.From].Case != lint.Title {
		return false
	}
	for k := s.From; k < i; k++ {
		if f := lexicon.FunctionAt(d, k); d.Tokens[k].Kind != lint.Word || f&lexicon.Auxiliary != 0 || f&lexicon.Conjunction != 0 && d.Fold(k) != "and" {
			return false
		}
	}
	return lexicon.FunctionAt(d, i-1)&(lexicon.Conjunction|lexicon.Preposition) == 0
}
