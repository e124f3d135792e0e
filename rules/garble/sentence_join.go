package garble

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SentenceJoin reports a sentence that begins without a space behind the stop of the one before.
//
// Chinese and Japanese write no space behind a full stop, and a line or bold words that end there lose it. It is found
// between a listed word or a name, a mark that ends a sentence and a word with a capital. Host names, file names,
// initials, abbreviations and code are right.
//
// The fix inserts the space and is safe.
//
// bad: Patients feel tired and irritable.This symptom is common.
// bad: Who pays for it?The state does.
// good: The U.S.Army bought it from Booking.Com, as J.Smith and St.Petersburg say.
//
// Measured on machine-translated news and encyclopaedia articles: 0.44 hits per 10,000 words (5,400,000 words), on clean
// English 0.00 (300,000 words); on labelled web articles 2.2; about 125 looked through, in samples and lists, 1 wrong.
var SentenceJoin = &lint.Rule{
	Name:     "garble/sentence-join",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, mark := range []byte(".?!:") {
			for _, k := range p.MarksAt(mark) {
				findSentenceJoin(p, int(k))
			}
		}
	},
}

// findSentenceJoin reports the mark at i where it joins two sentences.
func findSentenceJoin(p *lint.Pass, i int) {
	t := &p.Tokens[i]
	if t.Kind != lint.Punct || t.Len() != 1 || i == 0 || i+1 == len(p.Tokens) || !p.Glued(i) || !p.Glued(i+1) {
		return
	}
	if next := p.Tokens[i+1]; next.Kind != lint.Word || next.Case != lint.Title || next.Script != lint.Latin || !isSentenceJoin(p.Document, i) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    lint.Span{Start: int(p.Tokens[i-1].Start), End: int(p.Tokens[i+1].End)},
		Message: "no space between ‘" + p.TokenText(i-1) + p.TokenText(i) + "’ and ‘" + p.TokenText(i+1) + "’",
		Fixes:   []lint.Fix{lint.Replace("insert a space", lint.Safe, lint.Span{Start: int(t.End), End: int(t.End)}, " ")},
	})
}

// isSentenceJoin reports whether the mark at i ends a sentence between two words glued to it.
func isSentenceJoin(d *lint.Document, i int) bool {
	mark := d.Text[d.Tokens[i].Start]
	if isInIdentifier(d, i) || labels[d.Fold(i+1)] {
		return false
	}
	prev, next := d.Tokens[i-1], d.Tokens[i+1]
	entries := lexicon.Entries.Of(d)
	starts := lexicon.FunctionOf(d.Fold(i+1)) != 0
	if prev.Kind == lint.Number {
		isYear := prev.Len() == 4 && mark == '.' && next.Len() > 3 && entries[next.Form].Word()
		return mark != ':' && (starts || isYear) && prev.Len() >= 2 && !d.IsSentenceStart(i-1)
	}
	if prev.Kind != lint.Word || prev.Script != lint.Latin || prev.Len() < 2 {
		return false
	}
	if lint.IsAbbreviation(d.TokenText(i - 1)) {
		return mark == '.' && starts && prev.Len() > 2 && next.Len() > 2
	}
	l, r := entries[prev.Form], entries[next.Form]
	if prev.Case == lint.Lower {
		if !l.Word() && !lexicon.Lookup(lastPart(d.Fold(i-1))).Word() {
			return starts && mark == '.' && prev.Len() > 3
		}
		return mark == '.' && prev.Len() > 2 && next.Len() > 2 || starts || r.Known() && next.Len() > 2 || mark != ':' && r.Word()
	}
	switch {
	case mark == ':' || prev.Len() <= 2 || outlets[d.Fold(i+1)]:
		return false
	case starts:
		return prev.Len() > 3 || prev.Case == lint.Upper
	case prev.Case != lint.Title || prev.Len() <= 3:
		return false
	}
	goesOn := i+2 < len(d.Tokens) && d.Tokens[i+2].Case == lint.Lower && !d.Glued(i+2)
	return mark == '.' && goesOn && next.Len() > 2 && l.Known() && (r.Known() || standsAlone(d, d.Fold(i+1)))
}

// isInIdentifier reports whether the two words beside the mark at i are part of a longer run of words and dots, as code
// and addresses are.
func isInIdentifier(d *lint.Document, i int) bool {
	if d.Glued(i-1) && (d.Tokens[i-2].Kind == lint.Symbol || isOneOf(d.TokenText(i-2), ". / : _ ( -")) && d.TokenText(i-2) != "(" {
		return true
	}
	if i+2 >= len(d.Tokens) || !d.Glued(i+2) {
		return false
	}
	switch d.TokenText(i + 2) {
	case "(", "/", "_", "=":
		return true
	case ".", ":":
		return i+3 < len(d.Tokens) && d.Glued(i+3) && d.Tokens[i+3].Kind == lint.Word && (d.Tokens[i+3].Case == lint.Lower || d.Tokens[i+1].Len() == 1)
	}
	return d.Tokens[i+2].Kind == lint.Symbol
}

// outlets holds words that end the names of web sites behind a dot: Kostroma.Today.
var outlets = lint.WordSet("today now online live media news info life press world one all my")

// labels holds top-level domains and file name extensions that may be written with a capital.
var labels = lint.WordSet("com org net edu gov io ai tv js ru ua de fr cn jp uk eu pdf doc txt html php asp py exe jpg png")
