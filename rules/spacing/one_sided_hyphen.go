package spacing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// OneSidedHyphen reports a hyphen with white space on one side only, where English has it on neither or sets a dash: Half
// -forgotten, Ben -Zur, an S -market, a 10 -mm socket, a 1 -1 draw, the M- 06, 12- 16 campers; a minus sign that stands
// apart from its degrees; and the dash of a dateline, where white space belongs on both sides (TT) -The.
//
// Engines join the pieces of a word again and put a space at one of the seams. Parts that share a word (short- and
// long-term), options of commands (-o), endings (-ing) and numbers below nought are right, and so is an article that
// writes dashes so throughout.
//
// The fix takes the white space out and is unsafe, for a dash may be meant; in a dateline it adds some and is safe.
//
// bad: Osnat Ben -Zur sang half -forgotten songs at the S -market.
// bad: They took a 10 -mm key, the M- 06 road and a 1 -1 draw at - 20 degrees.
// good: Osnat Ben-Zur sang in short- and long-term plans; the -ing form has -5 as its end.
// good: Call it with -o name and the -verbose option. The day had come - it was late.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words, on 350,000 words of original English
// none; 7 read, all right, and 7 on machine-translated web articles.
var OneSidedHyphen = &lint.Rule{
	Name:     "spacing/one-sided-hyphen",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		hyphens := marksOf.Of(p.Document).hyphens
		options := countOptions(p.Document, hyphens)
		for _, m := range hyphens {
			i := int(m)
			b, ok := blockRound(p.Document, i, 1, 1)
			if !ok {
				continue
			}
			if _, torn := tornCompound(p.Document, b, i); torn {
				continue // another rule's
			}
			switch head, tail := spaced(p.Document, i), spaced(p.Document, i+1); {
			case head && p.Glued(i+1) && (joinsPart(p.Document, b, i) || options <= maxOptions && joinsWords(p.Document, b, i)):
				reportOneSided(p, i-1, i+1, between(p.Document, i))
			case p.Glued(i) && tail && (namesNumber(p.Document, b, i) || joinsRange(p.Document, b, i)):
				reportOneSided(p, i-1, i+1, between(p.Document, i+1))
			case head != tail && endsDateline(p.Document, b, i):
				reportDateline(p, i)
			case head && tail && isMinus(p.Document, b, i):
				reportOneSided(p, i, i+1, between(p.Document, i+1))
			}
		}
	},
}

// countOptions returns how many of the hyphens touch the word behind them alone.
func countOptions(d *lint.Document, hyphens []int32) int {
	n := 0
	for _, m := range hyphens {
		if i := int(m); i+1 < len(d.Tokens) && spaced(d, i) && d.Glued(i+1) {
			n++
		}
	}
	return n
}

// maxOptions is how many hyphens a text may have before words before it must be taken for options of commands, or for
// its dashes.
const maxOptions = 2

func reportOneSided(p *lint.Pass, first, last int, gap lint.Span) {
	p.Report(lint.Diagnostic{
		Severity: severity(p.Document),
		Span:     from(p.Document, first, last),
		Message:  "white space on one side of a hyphen",
		Fixes:    []lint.Fix{lint.Replace("take it out", lint.Unsafe, gap, "")},
	})
}

// endsDateline reports whether the hyphen at token i of block r stands between the agency in brackets that ends a dateline
// and the first word of the report: BERGEN (TT) -The road.
func endsDateline(d *lint.Document, r lint.Range, i int) bool {
	const longest = 14 // tokens
	first := d.Tokens[r.From].Case
	if isPlaceLine(d, r, i) {
		return true
	}
	if i-r.From > longest || i-2 < r.From || d.TokenText(i-1) != ")" || d.Tokens[i-2].Case == lint.Lower {
		return false
	}
	if first != lint.Title && first != lint.Upper {
		return false
	}
	if d.Tokens[i+1].Case != lint.Title || i+2 >= r.To || !spaced(d, i+2) {
		return false
	}
	return lexicon.FunctionAt(d, i+1) != 0 || first == lint.Upper && isCommon(d.Fold(i+1))
}

// isPlaceLine reports whether nothing but the name of a place, with or without a stop, stands before the hyphen at token i
// of block r that touches it, and a sentence begins behind: BERGEN- The road, Bergen, Norway.- The road.
func isPlaceLine(d *lint.Document, r lint.Range, i int) bool {
	const longest = 6 // tokens
	if i-r.From > longest || !d.Glued(i) || i+2 >= r.To || d.Tokens[i+1].Case != lint.Title || lexicon.FunctionAt(d, i+1) == 0 ||
		!spaced(d, i+2) {
		return false
	}
	stop := mark(d, i-1) == "."
	last := i - 1
	if stop {
		last--
	}
	for k := r.From; k <= last; k++ {
		if !isPlaceInCapitals(d, k) && !(stop && (d.Tokens[k].Case == lint.Title || mark(d, k) == ",")) {
			return false
		}
	}
	return last >= r.From
}

// isPlaceInCapitals reports whether token i is a word in capitals that is neither short nor a word of English: BERGEN.
func isPlaceInCapitals(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Upper && d.Tokens[i].Len() > 3 && !entry(d, i).Word()
}

func reportDateline(p *lint.Pass, i int) {
	first := i - 1
	if mark(p.Document, first) == "." {
		first--
	}
	p.Report(lint.Diagnostic{
		Severity: severity(p.Document),
		Span:     from(p.Document, i-1, i+1),
		Message:  "white space on one side of the dash of a dateline",
		Fixes:    []lint.Fix{lint.Replace("put it on both", lint.Safe, lint.Span{Start: int(p.Tokens[first].End), End: int(p.Tokens[i+1].Start)}, " - ")},
	})
}

// joinsPart reports whether the hyphen at token i of block r, with white space before it, joins a letter and a word, a
// number and its unit, or two numbers.
func joinsPart(d *lint.Document, r lint.Range, i int) bool {
	right := &d.Tokens[i+1]
	switch {
	case isLetter(d, i-1):
		return right.Case == lint.Lower && entry(d, i+1).Word() && right.Len() > 2 // T -shirt
	case d.Tokens[i-1].Kind != lint.Number:
		return false
	case right.Case == lint.Lower:
		return joinsUnit(d, r, i)
	}
	return joinsFigures(d, r, i)
}

// isLetter reports whether token i is a capital letter by itself, and no word.
func isLetter(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && isInitial(d, i) && d.TokenText(i) != "I" && d.TokenText(i) != "A"
}

// joinsUnit reports whether the unit of the number before the hyphen at token i of block r stands behind it, and a noun behind
// that: a 5 -metre wall.
func joinsUnit(d *lint.Document, r lint.Range, i int) bool {
	unit := d.Fold(i + 1)
	return (units[unit] || shortUnits[unit]) && i+2 < r.To && d.Tokens[i+2].Case == lint.Lower
}

// joinsFigures reports whether the hyphen at token i of block r stands between two short numbers that go on as a range or a
// result does: pages 12 -14, they won 3 -1.
func joinsFigures(d *lint.Document, r lint.Range, i int) bool {
	if !isFigure(d, i-1) || !isFigure(d, i+1) || d.Tokens[i-1].Len() > 3 || d.Tokens[i+1].Len() > 3 {
		return false
	}
	if i-2 >= r.From && d.Tokens[i-2].Kind != lint.Word {
		return false
	}
	next := i + 2
	if next == r.To {
		return true
	}
	switch mark(d, next) {
	case ".", ",", "%":
		return true
	}
	return d.Tokens[next].Case == lint.Lower && next+1 < r.To && !d.Glued(next)
}

// joinsWords reports whether the hyphen at token i of block r, with white space before it, stands between two content
// words of English, or two words of one name.
func joinsWords(d *lint.Document, r lint.Range, i int) bool {
	left, right := &d.Tokens[i-1], &d.Tokens[i+1]
	if left.Kind != lint.Word || right.Kind != lint.Word || lexicon.FunctionAt(d, i-1) != 0 || lexicon.FunctionAt(d, i+1) != 0 {
		return false
	}
	if i+2 < r.To && d.Glued(i+2) && mark(d, i+2) == "" {
		return false
	}
	if right.Case == lint.Title {
		return joinsName(d, r, i)
	}
	return right.Case == lint.Lower && right.Len() > 3 && entry(d, i+1).Word() && entry(d, i-1).Word() &&
		!endingNames[d.Fold(i-1)] && !strings.HasSuffix(d.Fold(i-1), "s")
}

// joinsName reports whether the words beside the hyphen at token i of block r are those of one name inside a sentence, the first
// of them short: met Abu -Bakr.
func joinsName(d *lint.Document, r lint.Range, i int) bool {
	left := &d.Tokens[i-1]
	if left.Case != lint.Title || left.Len() > 5 || d.Tokens[i+1].Len() < 3 || i-1 == r.From || isCalendarWord(d.Fold(i-1)) {
		return false
	}
	if before := d.Tokens[i-2].Case; before != lint.Title && before != lint.Lower {
		return false
	}
	return (!isCommon(d.Fold(i-1)) || entry(d, i-1).Person()) && !d.IsSentenceStart(i-1)
}

// isCalendarWord reports whether the word is a month or a day of the week.
func isCalendarWord(word string) bool {
	_, month := lexicon.Month(word)
	_, day := lexicon.Weekday(word)
	return month || day
}

// namesNumber reports whether the hyphen at token i of block r, with white space behind it, joins a capital letter and
// the number of a road, a plane or a tank.
func namesNumber(d *lint.Document, r lint.Range, i int) bool {
	if !isInitial(d, i-1) || !isFigure(d, i+1) || d.Tokens[i+1].Len() > 3 || d.Glued(i-1) && i-1 > r.From {
		return false
	}
	return i-1 > r.From && lexicon.FunctionAt(d, i-2)&(lexicon.Article|lexicon.Preposition) != 0 ||
		i+2 < r.To && d.Tokens[i+2].Case == lint.Lower && lexicon.FunctionAt(d, i+2) == 0
}

// joinsRange reports whether the hyphen at token i of block r, with white space behind it, stands between the ends of a
// range: 12- 16 campers. Parts of a date or a code are none, and numbers that share a word (5- 10- and 15-year loans) are
// right.
func joinsRange(d *lint.Document, r lint.Range, i int) bool {
	left, right := d.TokenText(i-1), d.TokenText(i+1)
	if d.Tokens[i-1].Kind != lint.Number || d.Tokens[i+1].Kind != lint.Number || len(left) > len(right) || len(left) == len(right) && left >= right {
		return false
	}
	if i-1 > r.From && d.Glued(i-1) && d.Tokens[i-2].Kind != lint.Bracket || left[0] == '0' || right[0] == '0' {
		return false
	}
	return i+2 < r.To && !d.Glued(i+2) && d.Tokens[i+2].Case == lint.Lower || i+2 < r.To && d.TokenText(i+2) == "%"
}

// isMinus reports whether the hyphen at token i of block r, between spaces, is the minus sign of a temperature.
func isMinus(d *lint.Document, r lint.Range, i int) bool {
	if d.Tokens[i+1].Kind != lint.Number || i+2 >= r.To || lexicon.FunctionAt(d, i-1)&(lexicon.Auxiliary|lexicon.Preposition) == 0 {
		return false
	}
	next := d.Fold(i + 2)
	return d.TokenText(i+2) == "°" || d.TokenText(i+2) == "º" || next == "degrees" || next == "degree" || next == "celsius"
}

var (
	// shortUnits holds signs of units.
	shortUnits = lint.WordSet("mm cm m km kg g mg ml l kw mw v w hz khz mhz ghz gb mb tb")

	// endingNames holds what endings are called before they are named: the suffix -less.
	endingNames = lint.WordSet("suffix ending option flag switch argument parameter prefix form")
)
