package wording

import (
	"fmt"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LeadingAnd reports And at the head of a report: And last Friday, the committee met.
//
// Arabic joins nearly every sentence to the one before with wa-; the engine writes And. English newspapers begin with And
// for effect only, hardly before the time of an event or the speaker of the words just quoted. Reported are And with a
// time and a comma, and And with a named body and a verb of saying behind a closed quotation. Any other And is left alone.
//
// The fix is unsafe: it drops the word.
//
// bad: And last Friday, the committee threatened to resume its strike.
// bad: “We will not leave.” And the committee warned that its patience was running out.
// good: And then, at last, it rained.
// good: “We will not leave.” And that was all he said.
//
// Measured on machine-translated news: 0.03 hits per 10,000 words, on clean English news 0; 13 read, 12 of them
// translations of one sentence. Writers do it too, so it is for a person to look at.
var LeadingAnd = &lint.Rule{
	Name:     "wording/leading-and",
	Severity: lint.Info,
	MQM:      "Style/Awkward",
	Run: func(p *lint.Pass) {
		for _, s := range p.Sentences {
			i := s.From
			if s.To-i < 4 || p.TokenText(i) != "And" {
				continue
			}
			if end := timeAdverbial(p.Document, i+1, s.To); end > 0 {
				reportAnd(p, i, lint.Range{From: i, To: end}, "before a time")
			} else if end := speaker(p.Document, i+1, s.To); end > 0 && isQuote(p.Document, i-1) {
				reportAnd(p, i, lint.Range{From: i, To: end}, "before the speaker of the quotation")
			}
		}
	},
}

func reportAnd(p *lint.Pass, i int, r lint.Range, where string) {
	next := p.Tokens[i+1]
	word := p.TokenText(i + 1)
	drop := lint.Span{Start: int(p.Tokens[i].Start), End: int(next.End)}
	p.Report(lint.Diagnostic{
		Span:    p.Span(r),
		Message: fmt.Sprintf("‘And’ %s, as Arabic joins sentences", where),
		Fixes:   []lint.Fix{lint.Replace("drop ‘And’", lint.Unsafe, drop, lexicon.InCaseOf("And", word))},
	})
}

func isQuote(d *lint.Document, i int) bool { return i >= 0 && d.Tokens[i].Kind == lint.Quote }

// timeAdverbial returns the index behind a time that begins with token i and that a comma follows, or 0.
func timeAdverbial(d *lint.Document, i, stop int) int {
	end := timeEnd(d, i, stop)
	if end == 0 || end >= stop || d.TokenText(end) != "," {
		return 0
	}
	return end
}

// timeEnd returns the index behind the time that begins with token i, or 0.
func timeEnd(d *lint.Document, i, stop int) int {
	switch first := d.Fold(i); first {
	case "yesterday", "today", "tomorrow":
		if i+2 < stop && isDay(d, i+1) {
			return i + 2
		}
		return i + 1
	case "last", "this", "next":
		if i+1 < stop && isPeriod(d, i+1) {
			return i + 2
		}
	case "on", "in":
		return datedEnd(d, i+1, stop)
	case "earlier":
		if i+2 < stop && isPeriod(d, i+1) {
			return i + 2
		}
		if i+2 < stop && (d.Fold(i+1) == "this" || d.Fold(i+1) == "on") && isPeriod(d, i+2) {
			return i + 3
		}
	}
	return 0
}

// datedEnd returns the index behind a day, month or date that begins with token i, or 0.
func datedEnd(d *lint.Document, i, stop int) int {
	end := i
	for end < stop && end < i+4 {
		t := d.Tokens[end]
		if t.Kind != lint.Number && !isDay(d, end) && !isMonth(d, end) && !(end > i && isPeriod(d, end)) {
			break
		}
		end++
	}
	if end == i || end == i+1 && d.Tokens[i].Kind == lint.Number && d.Tokens[i].Len() != 4 {
		return 0
	}
	return end
}

func isDay(d *lint.Document, i int) bool {
	_, ok := lexicon.Weekday(d.Fold(i))
	return ok
}

func isMonth(d *lint.Document, i int) bool {
	_, ok := lexicon.Month(d.Fold(i))
	return ok
}

func isPeriod(d *lint.Document, i int) bool {
	switch d.Fold(i) {
	case "week", "month", "year", "night", "morning", "afternoon", "evening", "today", "spring", "summer", "autumn", "winter":
		return true
	}
	return isDay(d, i) || isMonth(d, i)
}

// speaker returns the index behind a definite body and a verb of saying that begin with token i, or 0: the coordinating
// body warned.
func speaker(d *lint.Document, i, stop int) int {
	if d.Fold(i) != "the" {
		return 0
	}
	for k := i + 2; k < min(i+8, stop); k++ {
		if sayings[d.Fold(k)] && d.Tokens[k].Case == lint.Lower {
			return k + 1
		}
		if lexicon.FunctionOf(d.Fold(k))&^(lexicon.Preposition|lexicon.Article) != 0 || d.Tokens[k].Kind != lint.Word {
			return 0
		}
	}
	return 0
}

// sayings are verbs of saying that reports use.
var sayings = map[string]bool{
	"said": true, "added": true, "warned": true, "stressed": true, "stated": true, "confirmed": true, "announced": true, "explained": true, "pointed": true,
	"noted": true, "indicated": true, "affirmed": true, "reported": true, "continued": true, "called": true, "considered": true, "revealed": true, "declared": true,
	"emphasized": true, "emphasised": true, "asserted": true, "denied": true, "concluded": true, "mentioned": true, "quoted": true,
}
