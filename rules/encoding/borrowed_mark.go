package encoding

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// BorrowedMark reports a mark that the source sets and English does not, in a text that is English: ¿ and ¡ before a
// sentence, a raised dot for a semicolon, a bar for a full stop, a tilde between two numbers or behind a sentence, an
// equals sign between a caption and its place, two ellipses, circles for a name, low lines behind a word.
//
// Spanish opens a question with its mark, Greek has the dot for a semicolon, Hindi ends a sentence in a danda, which is
// often typed as a bar, and Chinese, Japanese and Korean write ranges, and lengthen the end of a sentence, with a tilde.
// Captions and agencies of Japan and Korea set day and place off by an equals sign, and their papers write ○○ for a name that
// they do not tell. Chinese has six dots, and titles whose parts low lines set off. Spanish words, dots and bars between
// items, formulas, an approximate number (~30) and paths are right.
//
// The fix writes the mark of English, and takes ¿ and ¡ away; that is safe. Circles and low lines have none.
//
// bad: ¿Who has not stood in a line? ¡And what a line it was!
// bad: The road was closed by the flood | The town has no other.
// bad: A member of the club checks the trap = 12th, Nagano City
// bad: They waited 10~16 days for the bridge to open~!
// bad: Smoke rose from the ○○ flats in the evening……
// good: He shouted “¡Viva la Revolución!” and left.
// good: Home | The town | News of the week; a run of ~30 km at 1~a in ~/maps.
//
// Measured on 5.4 million words of machine translation: 0.23 hits per 10,000 words, nearly all from Chinese and
// Japanese, on 350,000 words of original English none; 125 read, 125 right. On machine-translated web articles 7, all
// right. Circles stand in none of these texts, two ellipses in one and low lines in one human translation, both right.
var BorrowedMark = &lint.Rule{
	Name:     "encoding/borrowed-mark",
	Severity: lint.Warning,
	MQM:      "Locale convention/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.MarksAt("¿"[0]) { // and of ¡ and ·
			switch i := int(k); p.TokenText(i) {
			case "¿", "¡":
				if opensEnglish(p.Document, i) {
					reportBorrowed(p, p.Tokens[i].Span(), 0, lint.Replace("take it away", lint.Safe, p.Tokens[i].Span(), ""))
				}
			case "·":
				if isRaisedStop(p.Document, i) {
					reportBorrowed(p, p.Tokens[i].Span(), 0, lint.Replace("write a semicolon", lint.Unsafe, p.Tokens[i].Span(), ";"))
				}
			}
		}
		for _, k := range p.MarksAt('|') {
			if i := int(k); isDanda(p.Document, i) {
				gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i].End)}
				reportBorrowed(p, p.Tokens[i].Span(), 0, lint.Replace("write a full stop", lint.Unsafe, gap, "."))
			}
		}
		for _, k := range p.MarksAt('~') {
			findTilde(p, int(k))
		}
		for _, k := range p.MarksAt("…"[0]) {
			if i := int(k); isTwoEllipses(p.Document, i) {
				span := p.Span(lint.Range{From: i, To: i + 2})
				reportBorrowed(p, span, 0, lint.Replace("write one ellipsis", lint.Safe, span, "…"))
			}
		}
		for _, k := range p.Codes {
			if at := trailingLow(p.Document, int(k)); at > 0 {
				span := lint.Span{Start: at, End: int(p.Tokens[k].End)}
				p.Report(lint.Diagnostic{Span: span, Message: "‘" + p.Slice(span) + "’ stands for marks that were lost"})
			}
		}
		findNameless(p)
		for _, k := range p.Symbols() {
			if i := int(k); p.TokenText(i) == "=" && isForComma(p.Document, i) {
				gap := lint.Span{Start: int(p.Tokens[i-1].End), End: int(p.Tokens[i+1].Start)}
				reportBorrowed(p, p.Tokens[i].Span(), 0, lint.Replace("write a comma", lint.Unsafe, gap, ", "))
			}
		}
	},
}

// isTwoEllipses reports whether the mark at token i is an ellipsis that another one touches behind.
func isTwoEllipses(d *lint.Document, i int) bool {
	return i+1 < len(d.Tokens) && d.TokenText(i) == "…" && d.TokenText(i+1) == "…" && d.Glued(i+1)
}

// findNameless reports the circles that stand in place of a name.
func findNameless(p *lint.Pass) {
	end := 0 // of the last run of circles
	for _, k := range p.Symbols() {
		if r := nameless(p.Document, int(k)); int(k) >= end && r.To > r.From {
			end = r.To
			span := p.Span(r)
			p.Report(lint.Diagnostic{Span: span, Message: "‘" + p.Slice(span) + "’ stands for a name, as Korean and Japanese write it"})
		}
	}
}

// isForComma reports whether the equals sign at token i stands for a comma: before the place of a caption, or in the mark of an
// agency.
func isForComma(d *lint.Document, i int) bool {
	b := d.BlockOf(i).Range
	return i > b.From && i+1 < b.To && (endsCaption(d, b, i) || joinsAgency(d, b, i))
}

// trailingLow returns the offset of the two to four low lines that a word of letters, token i, ends in where a capital follows
// behind a space, or 0. A line with others is a form to fill in, and in lower case it goes on behind a name of a program.
func trailingLow(d *lint.Document, i int) int {
	const fewest, most, shortest = 2, 4, 8 // low lines, tokens of the block
	text := d.TokenText(i)
	word := strings.TrimRight(text, "_")
	if n := len(text) - len(word); n < fewest || n > most || word == "" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return 0
	}
	b := d.BlockOf(i)
	if b.To-b.From < shortest || i == b.From || i+1 == b.To || d.Tokens[i+1].Kind != lint.Word || d.Tokens[i+1].Case < lint.Title || strings.Count(d.Slice(d.Span(b.Range)), "__") > most/2 {
		return 0
	}
	return int(d.Tokens[i].Start) + len(word)
}

// nameless returns the circles or triangles from token i on that stand in place of a name in a sentence: two to four of a
// kind that touch each other and no other symbol, and are not explained.
func nameless(d *lint.Document, i int) lint.Range {
	const fewest, most, shortest = 2, 4, 4 // circles, tokens of the block
	circle := d.TokenText(i)
	switch circle {
	case "○", "◯", "〇", "△":
	default:
		return lint.Range{}
	}
	b, r := d.BlockOf(i), lint.Range{From: i, To: i + 1}
	for r.To < b.To && d.Glued(r.To) && d.TokenText(r.To) == circle {
		r.To++
	}
	touches := func(j int) bool { return j >= b.From && j < b.To && d.Tokens[j].Kind == lint.Symbol }
	if n := r.To - r.From; n < fewest || n > most || b.To-b.From < shortest+n || touches(r.From-1) || touches(r.To) || r.To < b.To && explaining[d.Fold(r.To)] {
		return lint.Range{}
	}
	return r
}

// endsCaption reports whether the equals sign at token i of block r stands between the words of a caption and its day or
// place, with which the block ends: A man checks a trap = 12th, Nagano City. One name alone must stand behind a quotation or
// be in no list, as a country that an equation ends in is.
func endsCaption(d *lint.Document, r lint.Range, i int) bool {
	if !isBehindCaption(d, r, i) {
		return false
	}
	names, told, last := 0, isDay(d, i+1), r.To
	if d.TokenText(last-1) == "." {
		last--
	}
	for k := i + 1; k < last; k++ {
		if d.Tokens[k].Case == lint.Title && lexicon.FunctionAt(d, k) == 0 {
			names++
			told = told || !lexicon.EntryAt(d, k).Word() // no common noun with a capital
		} else if d.TokenText(k) != "," && !isDay(d, k) && !besidePlaces[d.Fold(k)] {
			return false
		}
	}
	return told && (names > 1 || names == 1 && (isDay(d, i+1) || isLonePlace(d, r, i)))
}

// besidePlaces holds words beside the place and the day of a caption.
var besidePlaces = lint.WordSet("in morning afternoon of the")

// isBehindCaption reports whether the equals sign at token i of block r stands behind some words, the last of them a word of
// English, a name or quoted, with a space on either side, on none, or as before a day.
func isBehindCaption(d *lint.Document, r lint.Range, i int) bool {
	const fewest = 5 // words of the caption
	if i < r.From+fewest || d.Tokens[i-1].Len() == 1 || d.Glued(i) != d.Glued(i+1) && !isDay(d, i+1) {
		return false
	}
	if !isListed(d, i-1) && d.Tokens[i-1].Case != lint.Title && d.Tokens[i-1].Kind != lint.Quote {
		return false
	}
	for k := i - fewest; k < i; k++ {
		if d.Tokens[k].Kind != lint.Word && d.Tokens[k].Kind != lint.Quote {
			return false
		}
	}
	return true
}

// isLonePlace reports whether one name ends block r behind the equals sign at token i, and a quotation stands before it or no
// list has the name.
func isLonePlace(d *lint.Document, r lint.Range, i int) bool {
	return i+2 == r.To && !d.Glued(i) && (d.Tokens[i-1].Kind == lint.Quote || !lexicon.EntryAt(d, i+1).Known())
}

// isDay reports whether token i is the ordinal number of a day: 12th.
func isDay(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	if len(text) < 3 || len(text) > 4 || text[0]-'0' > 9 {
		return false
	}
	switch text[len(text)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// joinsAgency reports whether the equals sign at token i of block r touches two names, of which one is a place and no
// word, in brackets: (SEOUL=Yonhap), [Sport News=Oslo].
func joinsAgency(d *lint.Document, r lint.Range, i int) bool {
	const longest = 4 // words before it
	if !d.Glued(i) || !d.Glued(i+1) || !isCapitalised(d, i-1) || !isCapitalised(d, i+1) {
		return false
	}
	before, behind := lexicon.EntryAt(d, i-1), lexicon.EntryAt(d, i+1)
	if (!before.Place() || before.Word()) && (!behind.Place() || behind.Word()) {
		return false
	}
	for k := i - 2; k >= r.From && k > i-2-longest; k-- {
		if d.Tokens[k].Kind == lint.Bracket {
			return true
		}
	}
	return false
}

// isCapitalised reports whether token i is a word with a capital, or in capitals.
func isCapitalised(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && (d.Tokens[i].Case == lint.Title || d.Tokens[i].Case == lint.Upper)
}

// reportBorrowed reports the mark of a span.
func reportBorrowed(p *lint.Pass, span lint.Span, level lint.Severity, fix lint.Fix) {
	p.Report(lint.Diagnostic{Span: span, Severity: level, Message: "‘" + p.Slice(span) + "’ is no mark of English here", Fixes: []lint.Fix{fix}})
}

// opensEnglish reports whether the words behind the mark at token i, which touches them, are English.
func opensEnglish(d *lint.Document, i int) bool {
	const looked = 6 // words
	if i+1 == len(d.Tokens) || !d.Glued(i+1) || i > 0 && d.Glued(i) && d.Tokens[i-1].Kind != lint.Quote && d.Tokens[i-1].Kind != lint.Bracket {
		return false
	}
	functions := 0
	for k := i + 1; k < len(d.Tokens) && k <= i+looked && d.Tokens[k].Kind == lint.Word; k++ {
		if !lexicon.EntryAt(d, k).Known() {
			return false
		}
		if d.Tokens[k].Len() > 2 && lexicon.FunctionAt(d, k) != 0 {
			functions++
		}
	}
	return functions > 0
}

// isRaisedStop reports whether the dot at token i touches the word before it alone, and the sentence goes on behind it.
func isRaisedStop(d *lint.Document, i int) bool {
	return i > 0 && i+1 < len(d.Tokens) && d.Glued(i) && !d.Glued(i+1) && isListed(d, i-1) && isListed(d, i+1) && i+1 < d.BlockOf(i).To
}

// isListed reports whether token i is a word of English in lower case.
func isListed(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Lower && lexicon.EntryAt(d, i).Word()
}

// isDanda reports whether the bar at token i stands between two sentences of a paragraph: the first has a verb, the
// second begins with a function word and goes on.
func isDanda(d *lint.Document, i int) bool {
	b := d.BlockOf(i)
	if i < b.From+5 || i+4 > b.To || d.Glued(i+1) || d.Tokens[i-1].Case != lint.Lower && d.Tokens[i-1].Kind != lint.Quote {
		return false
	}
	next := d.Tokens[i+1]
	if next.Case != lint.Title || lexicon.FunctionAt(d, i+1) == 0 || d.Tokens[i+2].Case != lint.Lower {
		return false
	}
	switch d.TokenText(b.To - 1) {
	case ".", "?", "!", "|":
	default:
		return false
	}
	for k := i - 1; k >= b.From && d.TokenText(k) != "|"; k-- {
		if lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0 {
			return true
		}
	}
	return false
}
