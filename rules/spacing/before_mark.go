package spacing

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// BeforeMark reports white space before a comma, stop, colon, semicolon, question or exclamation mark.
//
// Engines translate linked and bold words apart from their sentence, and the space that joins the parts again falls
// before the mark; others keep the French space before ; : ? and !. French text that is quoted, emoticons, decimals
// without a zero, ellipses and names such as .NET are right.
//
// A lone one before the stop that ends a paragraph, and any before an exclamation mark, is a habit or slip of people as often:
// information. Three and more in an article are one finding that names all places.
//
// The fix takes the white space out and is safe.
//
// bad: He was treated in the hospital of Bergen , the second city.
// bad: They will play in the tournament . The coach agreed.
// good: He was treated in Bergen, the second city.
// good: He asked: « Qui est là ? » and left. The rate is .5 in .NET :)
//
// Measured on 5.4 million words of machine translation: 0.7 warnings and 0.5 infos per 10,000 words, on clean English news 0
// and 0.26, a true slip, on other original English, mostly weblogs, 0.4 and 0.6; 52 read, 51 right.
var BeforeMark = &lint.Rule{
	Name:     "spacing/before-mark",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		var found []int
		for _, m := range marksOf.Of(p.Document).loose {
			i := int(m)
			if !isStop(p.TokenText(i)) || !spaced(p.Document, i) || spacesMark(p.Lang, p.TokenText(i)) {
				continue
			}
			if b, ok := blockRound(p.Document, i, 1, 0); ok && isTorn(p.Document, b, i) {
				found = append(found, i)
			}
		}
		reportBeforeMarks(p, found)
	},
}

// spacesMark reports whether the language of the text sets a space before the mark, as French does.
func spacesMark(l language.Tag, mark string) bool {
	base, _ := l.Base()
	return base.String() == "fr" && strings.Contains(":;!?", mark)
}

// reportBeforeMarks reports the white space before the marks at the tokens, which are all of the document.
func reportBeforeMarks(p *lint.Pass, tokens []int) {
	inside := slices.ContainsFunc(tokens, func(i int) bool { return i+1 < p.BlockOf(i).To })
	var all []lint.Diagnostic
	for _, i := range tokens {
		g := beforeMark(p.Document, p.BlockOf(i).Range, i)
		if !inside && len(tokens) == 1 || p.TokenText(i) == "!" {
			g.Severity = lint.Info // people leave such a space as well
		}
		all = append(all, g)
	}
	if len(all) >= habit {
		all = []lint.Diagnostic{lint.Together(all, "here, too")}
	}
	for _, d := range all {
		p.Report(d)
	}
}

// habit is how many findings of one kind in a document have one cause: the page was made so, or its writer writes so.
const habit = 3

// isTorn reports whether the stop at token i of block r, which white space parts from the text before, belongs to it.
func isTorn(d *lint.Document, r lint.Range, i int) bool {
	stop := d.TokenText(i)
	if i-1 == r.From && d.Tokens[i-1].Kind == lint.Number {
		return false
	}
	if !endsText(d, r, i-1) && !(stop == "," && endsAbbreviation(d, r, i-1)) {
		return false
	}
	if i+1 < r.To && !standsFree(d, i) {
		return false
	}
	switch stop {
	case "?", "!":
		return !isPlaceholder(d, r, i) && !inFrench(d, r, i)
	case ";", ":":
		return !inFrench(d, r, i) && !isMapping(d, r, i)
	}
	return true
}

// isMapping reports whether the colon at token i of block r says between which sets a function maps: f : X → Y.
func isMapping(d *lint.Document, r lint.Range, i int) bool {
	return i+2 < r.To && d.Tokens[i-1].Kind == lint.Word && d.Tokens[i+1].Kind == lint.Word && d.TokenText(i+2) == "→"
}

// isPlaceholder reports whether the mark at token i of block r stands for a word: a row of question marks, or a mark before
// a word in lower case.
func isPlaceholder(d *lint.Document, r lint.Range, i int) bool {
	return i+1 < r.To && (d.Glued(i+1) && d.TokenText(i) == "?" && d.TokenText(i+1) == "?" || d.Tokens[i+1].Case == lint.Lower)
}

// endsAbbreviation reports whether token i is the full stop of an abbreviation: Co. , Ltd.
func endsAbbreviation(d *lint.Document, r lint.Range, i int) bool {
	return i > r.From && d.Glued(i) && d.TokenText(i) == "." && isAbbreviated(d, i-1)
}

// endsText reports whether token i is something that a stop follows: a word, a number, a closing bracket or mark.
func endsText(d *lint.Document, r lint.Range, i int) bool {
	switch t := d.Tokens[i]; t.Kind {
	case lint.Word, lint.Code, lint.Number:
		return true
	case lint.Bracket:
		return d.TokenText(i) == ")" || d.TokenText(i) == "]"
	case lint.Quote:
		text := d.TokenText(i)
		return i > r.From && d.Glued(i) && text != "“" && text != "‘" && text != "«" && d.Tokens[i-1].Kind != lint.Symbol
	case lint.Punct:
		return d.TokenText(i) == "%"
	}
	return false
}

// standsFree reports whether what stands behind the stop at token i goes on as behind any stop: not another stop,
// but for the one of a question or a cry with its like or a comma, nor a number or letters that the stop begins.
func standsFree(d *lint.Document, i int) bool {
	stop, next := d.TokenText(i), d.Tokens[i+1]
	if isStop(mark(d, i+1)) {
		return d.Glued(i+1) && (stop == "!" || stop == "?") && strings.Contains("!?,", d.TokenText(i+1))
	}
	if next.Kind == lint.Number && d.Tokens[i-1].Kind == lint.Number {
		return false
	}
	if !d.Glued(i + 1) {
		return next.Kind != lint.Punct || stop != ":" && stop != "."
	}
	return mayTouchNext(d, i)
}

// mayTouchNext reports whether what the stop at token i touches behind it goes on or closes the text, and is not what the stop
// begins: .NET, :).
func mayTouchNext(d *lint.Document, i int) bool {
	stop, next := d.TokenText(i), &d.Tokens[i+1]
	switch next.Kind {
	case lint.Quote:
		return true
	case lint.Bracket:
		return strings.Contains(",.?!", stop) && d.TokenText(i+1) == ")"
	case lint.Word:
		return stop == "," && next.Len() > 1 || beginsAnew(d, i)
	case lint.Number:
		return stop == "," && next.Len() > 1 && d.Tokens[i-1].Kind == lint.Word
	}
	return false
}

// beginsAnew reports whether a sentence begins right behind the stop at token i: the law was passed .He left.
func beginsAnew(d *lint.Document, i int) bool {
	stop := d.TokenText(i)
	return (stop == "." || stop == "?" || stop == "!") && d.Tokens[i-1].Case == lint.Lower &&
		d.Tokens[i+1].Case == lint.Title && lexicon.FunctionAt(d, i+1) != 0
}

// inFrench reports whether the text of block r round token i is French, which sets these marks off.
func inFrench(d *lint.Document, r lint.Range, i int) bool {
	n := 0
	for j := max(r.From, i-12); j < i; j++ {
		if french[d.Fold(j)] || d.TokenText(j) == "«" {
			n++
		}
	}
	return n >= 2 || n == 1 && d.Tokens[i-1].Kind == lint.Word && !entry(d, i-1).Word()
}

// french holds common French words that are not English.
var french = lint.WordSet("le la les des une du et dans pour que qui est pas vous nous je tu il elle ce cette mais avec sur sont c'est qu'est n'est ça où quoi mon ma mes votre notre au aux de")

// beforeMark is the finding of the white space before the mark at token i of block r.
func beforeMark(d *lint.Document, r lint.Range, i int) lint.Diagnostic {
	gap := between(d, i)
	g := lint.Diagnostic{
		Severity: severity(d),
		Span:     lint.Span{Start: gap.Start, End: int(d.Tokens[i].End)},
		Message:  "white space before “" + d.TokenText(i) + "”",
		Fixes:    []lint.Fix{lint.Replace("take the white space out", lint.Safe, gap, "")},
	}
	if i+1 < r.To && d.Glued(i+1) && (d.Tokens[i+1].Kind == lint.Word || d.Tokens[i+1].Kind == lint.Number) {
		g.Fixes = []lint.Fix{lint.Replace("move the space behind the mark", lint.Safe, g.Span, d.TokenText(i)+" ")}
	}
	return g
}
