package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Date reports a clause that says twice when something happens: the market will open tomorrow in the north tomorrow.
//
// The engine moves the day to where English has it and leaves it where the source has it, too. Two days that a
// conjunction, a comma, a range, a verb or a quotation mark parts belong to two clauses and are right (a man arrested on
// Monday was charged on Monday).
//
// The fix deletes the second and is unsafe.
//
// bad: The treaty was signed in 1993 in the north in 1993.
// bad: The club let the coach go on Sunday from his office on Sunday.
// bad: On Sunday, the club will play on Sunday.
// good: They met on Sunday, and the coach left on Sunday.
// good: The shop is open from Sunday to Sunday.
//
// Measured on machine-translated news: 0.02 hits per 10,000 words, on original English of all kinds 0.03, one, of an
// unedited post; all 9 there are read, 8 right.
var Date = &lint.Rule{
	Name:     "repetition/date",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, word := range dayWords {
			places := p.Places(p.Find(word))
			for k := 1; k < len(places); k++ {
				if places[k]-places[k-1] <= maxDateGap+2*maxBeside {
					reportSameDate(p, dateAt(p.Document, int(places[k-1])), dateAt(p.Document, int(places[k])))
				}
			}
		}
		before := -1
		for _, n := range p.Numbers {
			i := int(n)
			if !isYear(p.Document, i) {
				continue
			}
			if before >= 0 && p.TokenText(before) == p.TokenText(i) {
				reportSameDate(p, dateAt(p.Document, before), dateAt(p.Document, i))
			}
			before = i
		}
	},
}

const (
	maxDateGap = 14 // how many tokens stand at most between the two
	maxBeside  = 2  // how many tokens of a date stand at most on one side of its word
)

// maxRelative is how many tokens before the first date a clause that it belongs to alone may begin: who left on Friday.
const maxRelative = 6

// isYear reports whether token i is a year behind in: in 1993.
func isYear(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	return len(text) == 4 && (text[0] == '1' && text[1] >= '7' || text[0] == '2' && text[1] == '0') && i > 0 && d.Fold(i-1) == "in"
}

// dateAt returns the words that say when around the day, the month or the year at token i: on Sunday, last week, on 26
// July.
func dateAt(d *lint.Document, i int) lint.Range {
	r := lint.Range{From: i, To: i + 1}
	if _, month := lexicon.Month(d.Fold(i)); month {
		if i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Number {
			r.To++
		}
		if i > 0 && d.Tokens[i-1].Kind == lint.Number {
			r.From--
		}
		if r.To-r.From == 1 {
			return lint.Range{}
		}
	}
	if r.From > 0 && opensDate[d.Fold(r.From-1)] {
		r.From--
	} else if spanWords[d.Fold(i)] {
		return lint.Range{}
	}
	return r
}

// reportSameDate reports the later date when one clause has both and they are the same.
func reportSameDate(p *lint.Pass, earlier, later lint.Range) {
	if earlier == later || earlier.From == earlier.To || later.From == later.To || later.From-earlier.To > maxDateGap || later.From < earlier.To {
		return
	}
	s := p.SentenceOf(earlier.From)
	if later.To > s.To || !sameWords(p.Document, earlier, later) || !isOneClause(p.Document, earlier, later, s) {
		return
	}
	cut := lint.Span{Start: int(p.Tokens[later.From-1].End), End: int(p.Tokens[later.To-1].End)}
	p.Report(lint.Diagnostic{
		Span:    p.Span(later),
		Message: fmt.Sprintf("the clause says ‘%s’ already", p.Slice(p.Span(later))),
		Related: []lint.Related{{Span: p.Span(earlier), Message: "it says so here"}},
		Fixes:   []lint.Fix{lint.Replace("delete the second", lint.Unsafe, cut, "")},
	})
}

// isOneClause reports whether both dates stand in one clause and are no range, comparison or name.
func isOneClause(d *lint.Document, earlier, later, s lint.Range) bool {
	if isEnd(d, earlier, s) || isEnd(d, later, s) || isRelative(d, earlier, s) {
		return false
	}
	fronted := earlier.From == s.From && opensDate[d.Fold(s.From)] && isMark(d, earlier.To, ',') // On Saturday, they play
	for i := earlier.To; i < later.From; i++ {
		switch d.Tokens[i].Kind {
		case lint.Word:
			if !fronted && isFinite(d, i) || partsClauses(d, i) {
				return false
			}
		case lint.Punct, lint.Quote, lint.Bracket:
			isComma := fronted && i == earlier.To
			if !isComma && !isInTime(d, i, later.From) {
				return false
			}
		}
	}
	return later.To == s.To || !beginsName(d, later.To)
}

// isRelative reports whether the date may belong to a clause about one of the words before it: who left on Friday.
func isRelative(d *lint.Document, date, s lint.Range) bool {
	for i := max(s.From, date.From-maxRelative); i < date.From; i++ {
		if w := d.Fold(i); w == "who" || w == "which" || w == "that" {
			return true
		}
	}
	return false
}

// isFinite reports whether the word at token i may be the verb of a clause: was, saw.
func isFinite(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Lower && (lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0 || isPast(d, i))
}

// isInTime reports whether token i is the colon in the time of a day, before token end: 12:30.
func isInTime(d *lint.Document, i, end int) bool {
	return d.TokenText(i) == ":" && i+1 < end && d.Tokens[i+1].Kind == lint.Number
}

// beginsName reports whether the word at token i makes of the day before it a name or an owner: Sunday Times, Sunday town's.
func beginsName(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && (t.Case != lint.Lower || strings.HasSuffix(d.TokenText(i), "'s"))
}

// partsClauses reports whether the word at token i parts two clauses, or two things that are compared: and, which, than.
func partsClauses(d *lint.Document, i int) bool {
	w := d.Fold(i)
	return partsDates[w] || lexicon.FunctionAt(d, i)&lexicon.Conjunction != 0 && w != "as" && w != "before" && w != "after"
}

// isEnd reports whether the date is an end of a range or one side of a comparison: from Sunday to Sunday.
func isEnd(d *lint.Document, r, s lint.Range) bool {
	return r.From > s.From && endsRange[d.Fold(r.From-1)]
}

// dayWords are the words that say when, folded.
var dayWords = lint.Keys(`week month year night morning evening tomorrow yesterday tonight
	monday tuesday wednesday thursday friday saturday sunday
	january february march april may june july august september october november december`)

// spanWords are those that say when only behind a word such as last.
var spanWords = lint.WordSet("week month year night morning evening")

// opensDate holds the words that stand before a day, a month, a year or a stretch of time.
var opensDate = lint.WordSet("on in last next this by")

// endsRange holds words before a date that is an end of a range or one side of a comparison.
var endsRange = lint.WordSet("to from through till than and or but between either not both every each per of like vs versus until since after")

// partsDates holds words between two dates that belong to two clauses, or that compare them.
var partsDates = lint.WordSet("than instead rather and or but between either not both every each who which what when while where per versus vs then again")
