package spacing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// EarlyStop reports a full stop in the middle of a sentence: behind a phrase that only leads to what follows (Because of
// that. Traders buy less), behind a word that needs another (the roof of the. School), before names that only go on a
// row (farms in Bergen. Oslo and Molde) and before a figure with its preposition (fell. at 61 dollars).
//
// A link or a title inside the sentence is translated apart from it and gets a stop; others stand for the comma of the
// source.
//
// The fix writes a comma behind the phrase, takes the stop away behind the word, and is unsafe.
//
// bad: Because of that. Traders buy only what they can sell.
// bad: They climbed on the roof of the. School children were there.
// bad: Seeds were sent to farms in Bergen. Oslo and Molde.
// good: Because of that, traders buy only what they can sell. Who was it? Oslo and Molde.
// good: The word he wrote was “the”. It is an article.
//
// Measured on 5.4 million words of machine translation: 1 hit, on 350,000 words of original English none (less than 0.1
// per 10,000 words); 3 read, 2 of them on web articles, all right. The level is provisional.
var EarlyStop = &lint.Rule{
	Name:     "spacing/early-stop",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, m := range leadIns.Find(p.Document) {
			if s := p.SentenceOf(m.From); m.From == s.From && m.To == s.To-1 && isLeadIn(p.Document, m.Range) {
				reportEarlyStop(p, m.From, m.To, lint.Replace("write a comma", lint.Unsafe, p.Tokens[m.To].Span(), ","))
			}
		}
		for _, k := range p.MarksAt(';') {
			if i := int(k); i > 0 && opensAlone(p.Document, i) && goesOnBehind(p.Document, i) {
				reportEarlyStop(p, i-1, i, lint.Replace("take the semicolon away", lint.Unsafe, p.Tokens[i].Span(), ""))
			}
		}
		for _, k := range p.MarksAt('.') {
			if i := int(k); partsFigure(p.Document, i) || partsSentence(p.Document, i) {
				reportEarlyStop(p, i-1, i, lint.Replace("take the stop away", lint.Unsafe, p.Tokens[i].Span(), ""))
			}
		}
	},
}

// isLeadIn reports whether the words are a sentence that only leads to what the next one says.
func isLeadIn(d *lint.Document, r lint.Range) bool {
	return mark(d, r.To) == "." && goesOnBehind(d, r.To) && !isAnaphora(d, r.From, r.To+1)
}

// partsSentence reports whether the full stop at token i stands behind a word that no sentence ends with, or before names that go
// on a row: the. Mayor, in Bergen. Oslo and Turku.
func partsSentence(d *lint.Document, i int) bool {
	if i < 2 || d.Tokens[i-1].Case != lint.Title && lexicon.FunctionAt(d, i-1) == 0 || mark(d, i) != "." || !goesOnBehind(d, i) {
		return false // nearly always
	}
	return endsUnfinished(d, i) || endsRowOfNames(d, i)
}

// endsUnfinished reports whether the stop at token i touches a word in lower case that no sentence ends with, and the word is not
// spoken of: the letter is an.
func endsUnfinished(d *lint.Document, i int) bool {
	return needsWord[d.Fold(i-1)] && d.Tokens[i-1].Case == lint.Lower && d.Glued(i) && d.Fold(i-2) != "is" && d.Fold(i-2) != "to"
}

// partsFigure reports whether the full stop at token i parts a verb or a noun from the figure that it rose to: fell. at 61
// dollars.
func partsFigure(d *lint.Document, i int) bool {
	if i == 0 || d.Tokens[i-1].Case != lint.Lower || mark(d, i) != "." || !d.Glued(i) || !isWord(d, i-1, 4) || !goesOnBehind(d, i) {
		return false
	}
	if d.Tokens[i+1].Case != lint.Lower || d.Tokens[i+2].Kind != lint.Number && d.Tokens[i+2].Kind != lint.Symbol {
		return false
	}
	switch d.Fold(i + 1) {
	case "to", "at", "from", "by":
		word, e := d.TokenText(i-1), entry(d, i-1)
		return e.Word() && e.Level() <= 35 && !lint.IsAbbreviation(word) && strings.IndexByte(word, '.') < 0
	}
	return false
}

// isAnaphora reports whether the sentence at token next begins as the one at token i: Because of him. Because of the
// children.
func isAnaphora(d *lint.Document, i, next int) bool {
	return d.Tokens[next].Form == d.Tokens[i].Form || d.Fold(next) == "that" && d.Fold(next+1) == "is" || d.Fold(next) == "those"
}

// opensAlone reports whether a conjunction that opens its sentence is all that stands before the semicolon at token i:
// But; nobody answered.
func opensAlone(d *lint.Document, i int) bool {
	switch d.Fold(i - 1) {
	case "but", "and", "or", "because", "so", "that", "if", "when":
		return d.SentenceOf(i).From == i-1 && d.Tokens[i-1].Case == lint.Title && d.Glued(i)
	}
	return false
}

// goesOnBehind reports whether a word follows the stop at token i in its block, a space between.
func goesOnBehind(d *lint.Document, i int) bool {
	return i+2 < d.BlockOf(i).To && spaced(d, i+1) && d.Tokens[i+1].Kind == lint.Word
}

func reportEarlyStop(p *lint.Pass, first, stop int, fix lint.Fix) {
	p.Report(lint.Diagnostic{
		Severity: severity(p.Document),
		Span:     lint.Span{Start: int(p.Tokens[first].Start), End: int(p.Tokens[stop+1].End)},
		Message:  "“" + p.TokenText(stop) + "” inside a sentence before ‘" + p.TokenText(stop+1) + "’",
		Fixes:    []lint.Fix{fix},
	})
}

// endsRowOfNames reports whether the stop at token i, behind a name, parts it from a sentence that is names joined by
// and, and no more.
func endsRowOfNames(d *lint.Document, i int) bool {
	s := d.SentenceOf(i + 1)
	if s.From != i+1 || s.To-s.From < 4 || s.To-s.From > 10 || mark(d, s.To-1) != "." || !isRowName(d, i-1) ||
		d.Tokens[i-2].Case != lint.Lower {
		return false
	}
	joined := false
	for k := s.From; k < s.To-1; k++ {
		switch text := d.TokenText(k); {
		case text == "and" && k > s.From && k+1 < s.To-1:
			joined = true
		case text == ",":
		case !isRowName(d, k):
			return false
		}
	}
	return joined && lexicon.FunctionAt(d, i-2)&lexicon.Preposition != 0
}

// isRowName reports whether token i is a word of a name of a place.
func isRowName(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Title && d.Tokens[i].Len() > 2 && lexicon.FunctionAt(d, i) == 0 &&
		(entry(d, i).Place() || !entry(d, i).Word())
}

var (
	// leadIns are phrases that lead to what a sentence says, and are none themselves.
	leadIns = lexicon.NewPhrases([]string{
		"because of this|that", "as a result [of this|that]", "for this|that reason", "for example|instance", "in addition [to this|that]",
		"in this|that|the case|context|regard|respect|connection|way|sense", "on the other|one hand", "at the same time", "in other words", "in particular", "in fact", "in conclusion",
		"according to him|her|them|it|this|reports", "besides this|that", "apart from this|that", "due to this|that", "thanks to this|that|him|her", "despite this|that", "in spite of this|that",
		"however", "moreover", "furthermore", "therefore", "nevertheless", "nonetheless", "consequently", "thus", "hence", "likewise", "accordingly", "in contrast", "on the contrary", "by contrast", "that is why",
	})

	// needsWord holds words that no sentence ends with.
	needsWord = lint.WordSet("the an our your their its my whose than because and or if although whether unless every")
)
