package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// AfterMark reports a comma, semicolon, colon or ellipsis with no space behind it, and the stop of a sentence that ends
// in a bracket or quotation mark, or stands before the number of an article of law. A colon counts between common words and
// between a verb of saying and a capital (said:The). The stop between two words is another rule's.
//
// Chinese and Japanese set no space behind a mark, and an engine that takes the mark over takes that over too; the space
// is also lost where a link or bold words begin. Character entities, identifiers and ratios are right. Three and more in
// a document are one finding with the other places.
//
// The fix inserts the space and is safe behind a comma and a semicolon.
//
// bad: The numbers rose again,and the ward was full.
// bad: She met the mayor (in person).They talked.
// bad: The long wait ends…Bergen has a bridge. Art.28 of the law says so.
// good: The numbers rose again, and the ward was full.
// good: Yahoo! wrote of std::vector at 10:30, of 3,500 people, and of R&amp;D.
//
// Measured on machine-translated news: 0.60 hits per 10,000 words, on clean English news 0; 57 read, 57 right.
var AfterMark = &lint.Rule{
	Name:     "spacing/after-mark",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var found []lint.Diagnostic
		for _, m := range marksOf.Of(p.Document).tight {
			i := int(m)
			if b, ok := blockRound(p.Document, i, 1, 1); ok && lacksSpace(p.Document, b, i) {
				found = append(found, noSpace(p.Document, i))
			}
		}
		if len(found) >= habit {
			found = []lint.Diagnostic{lint.Together(found, "here, too")}
		}
		for _, g := range found {
			p.Report(g)
		}
	},
}

// lacksSpace reports whether the mark at token i of block r, glued on both sides, parts two words.
func lacksSpace(d *lint.Document, r lint.Range, i int) bool {
	switch d.TokenText(i) {
	case ",":
		return partsPhrases(d, r, i) && !isList(d, r, i)
	case ";":
		return isWord(d, i+1, 2) && isWord(d, i-1, 2) && !(i-2 >= r.From && d.TokenText(i-2) == "&")
	case ":":
		return isPageLabel(d, r, i) || leadsSpeech(d, r, i) || isBehindBrackets(d, r, i) || partsWords(d, r, i)
	case "…", "...":
		return isWord(d, i-1, 3) && d.Tokens[i-1].Case == lint.Lower && beginsCapital(d, r, i+1)
	case ".", "?", "!":
		return isInitials(d, r, i) || legalParts[d.TokenText(i-1)] && d.Tokens[i+1].Kind == lint.Number || partsSentences(d, r, i)
	}
	return false
}

// partsPhrases reports whether the comma at token i parts two words, a closing mark and a word, or a number and a word in lower
// case or a day: the mayor,who left, in 2021,Tuesday.
func partsPhrases(d *lint.Document, r lint.Range, i int) bool {
	if !isWord(d, i+1, 2) && !(isArticle(d, r, i+1) && isWord(d, i-1, 3)) {
		return false
	}
	return isWord(d, i-1, 2) || closes(d, r, i-1) || d.Tokens[i-1].Kind == lint.Number && (d.Tokens[i+1].Case == lint.Lower || isCalendarWord(d.Fold(i+1)))
}

// partsSentences reports whether a sentence begins with a function word behind the stop at token i and what closes before it:
// (on Friday).The.
func partsSentences(d *lint.Document, r lint.Range, i int) bool {
	return closes(d, r, i-1) && isWord(d, i+1, 1) && d.Tokens[i+1].Case == lint.Title && lexicon.FunctionAt(d, i+1) != 0
}

// beginsCapital reports whether token i of block r is a word with a capital and a space behind it.
func beginsCapital(d *lint.Document, r lint.Range, i int) bool {
	return isWord(d, i, 2) && d.Tokens[i].Case == lint.Title && i+1 < r.To && spaced(d, i+1)
}

// isPageLabel reports whether the colon at token i stands behind a label that begins block r: Photo:the.
func isPageLabel(d *lint.Document, r lint.Range, i int) bool {
	return i-1 == r.From && pageLabels[d.Fold(i-1)] && isWord(d, i+1, 3)
}

// leadsSpeech reports whether the colon at token i stands between a verb of saying and what was said: the mayor said:The road.
func leadsSpeech(d *lint.Document, r lint.Range, i int) bool {
	return saying[d.Fold(i-1)] && d.Tokens[i-1].Case == lint.Lower && beginsCapital(d, r, i+1)
}

// isBehindBrackets reports whether the colon at token i stands between brackets and a word in lower case: (bread or rye):about.
func isBehindBrackets(d *lint.Document, r lint.Range, i int) bool {
	return d.TokenText(i-1) == ")" && d.Tokens[i+1].Case == lint.Lower && isWord(d, i+1, 3) && entry(d, i+1).Word() &&
		i+2 < r.To && spaced(d, i+2)
}

// partsWords reports whether the colon at token i parts two common words: no identifier, title or language tag.
func partsWords(d *lint.Document, r lint.Range, i int) bool {
	if !isWord(d, i+1, 3) || !isWord(d, i-1, 4) || d.Tokens[i-1].Case == lint.Upper || d.Tokens[i+1].Case != lint.Lower {
		return false
	}
	if i-2 >= r.From && d.Glued(i-1) && d.Tokens[i-2].Kind != lint.Quote && d.Tokens[i-2].Kind != lint.Bracket {
		return false
	}
	return entry(d, i-1).Word() && (lexicon.FunctionAt(d, i+1) != 0 || isProseColon(d, r, i))
}

// legalParts holds what a part of a law is called for short, before its number.
var legalParts = lint.WordSet("Art Arts Sec Para Par Cl")

// pageLabels holds what a page writes before a colon at the start of a paragraph, followed by text.
var pageLabels = lint.WordSet("ingredients ingredient directions preparation method photo photos source caption text author authors editor tip advice material materials question answer ps duration location venue reporter correspondent")

// isInitials reports whether the full stop at token i of block r stands behind the second initial of a name that touches
// it, and a space parts the first: R. K.Holm.
func isInitials(d *lint.Document, r lint.Range, i int) bool {
	return i-3 >= r.From && mark(d, i) == "." && isInitial(d, i-1) && mark(d, i-2) == "." && spaced(d, i-1) && isInitial(d, i-3) &&
		d.Tokens[i+1].Case == lint.Title && isWord(d, i+1, 3)
}

// isInitial reports whether token i is a single capital letter.
func isInitial(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Title && d.Tokens[i].Len() == 1
}

// isProseColon reports whether the colon at token i stands between two common words of a list or a sentence, a space
// round both: no key with its value.
func isProseColon(d *lint.Document, r lint.Range, i int) bool {
	const common, fewest = 50, 6 // the level of the words, and the tokens of a sentence
	before, behind := entry(d, i-1), entry(d, i+1)
	if r.To-r.From < fewest || i+2 >= r.To || before.Level() > common || !behind.Word() || behind.Level() > common {
		return false
	}
	return d.TokenText(i+2) == "," || spaced(d, i+2) && lexicon.FunctionAt(d, i+2) == 0 && d.Tokens[i+2].Case == lint.Lower
}

// closes reports whether token i is a closing bracket or quotation mark behind text.
func closes(d *lint.Document, r lint.Range, i int) bool {
	if i == r.From || !d.Glued(i) {
		return false
	}
	switch d.TokenText(i) {
	case ")", "]", "”", `"`, "»":
		return true
	}
	return false
}

// isList reports whether the comma at token i belongs to a list of identifiers without any space: a,b,c.
func isList(d *lint.Document, r lint.Range, i int) bool {
	short := func(k int) bool {
		return k >= r.From && k < r.To && d.Tokens[k].Kind == lint.Word && d.Tokens[k].Len() < 2
	}
	if short(i-1) || short(i+1) && !isArticle(d, r, i+1) {
		return true
	}
	if isGluedComma(d, r, i+2) || isGluedComma(d, r, i-2) {
		return true // name,age,city
	}
	return isUpperOrNumber(d, i-1) && isUpperOrNumber(d, i+1)
}

// isUpperOrNumber reports whether token i is written in capitals or is a number, as codes are.
func isUpperOrNumber(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Upper || d.Tokens[i].Kind == lint.Number
}

// isGluedComma reports whether token i of block r is a comma that touches what is on both sides.
func isGluedComma(d *lint.Document, r lint.Range, i int) bool {
	return i > r.From && i+1 < r.To && d.TokenText(i) == "," && d.Glued(i) && d.Glued(i+1)
}

// isArticle reports whether token i of block r is the article "a", before a word.
func isArticle(d *lint.Document, r lint.Range, i int) bool {
	return d.TokenText(i) == "a" && i+1 < r.To && spaced(d, i+1) && isWord(d, i+1, 2)
}

func noSpace(d *lint.Document, i int) lint.Diagnostic {
	safety := lint.Unsafe
	if text := d.TokenText(i); text == "," || text == ";" {
		safety = lint.Safe
	}
	return lint.Diagnostic{
		Severity: severity(d),
		Span:     d.Tokens[i].Span(),
		Message:  "no space behind “" + d.TokenText(i) + "”",
		Fixes:    []lint.Fix{lint.Replace("insert a space", safety, d.Tokens[i].Span(), d.TokenText(i)+" ")},
	}
}
