package dates

import (
	"mtlint/lint"
)

// TornEra reports what is left of the Russian or Ukrainian abbreviation of an era behind the English one: the 3rd century
// BC. e., 44 BC NS., the 2nd century n. e.
//
// Russian has three words for BC, до н. э.; the engine takes the first two for the era and keeps the last, a letter of its own,
// or writes it as it sounds (uh) or looks (NS). What stands before must be a year or a century.
//
// The fix takes the rest away; it is unsafe where a sentence may end there.
//
// bad: The mound is of the 7th century BC. e. and was dug up in 1962.
// bad: The port was built in 300 BC NS. by traders.
// bad: The coins are of the 2nd century n. e. and of silver.
// good: The mound is of the 7th century BC. E. Larsen dug it up.
// good: Victoria, BC, NS and PEI sent teams in 2012.
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var TornEra = &lint.Rule{
	Name:     "dates/torn-era",
	Severity: lint.Warning,
	MQM:      "Accuracy/Untranslated",
	Run: func(p *lint.Pass) {
		for _, rest := range eraRests {
			for _, k := range p.Places(p.Find(rest)) {
				i := int(k)
				v := view{p.Document, p.BlockOf(i).Range}
				if era := eraBefore(v, i); era > 0 && isEraRest(v, i) && endsInTime(v, era) {
					reportTornEra(p, v, lint.Range{From: era + 1, To: behindStop(v, i+1)})
				} else if isOurEra(v, i) && endsInTime(v, i-2) {
					reportTornEra(p, v, lint.Range{From: i - 2, To: behindStop(v, i+1)})
				}
			}
		}
	},
}

// eraRests are the forms that the last word of the abbreviation takes.
var eraRests = lint.Keys("e ns uh eh")

// eraNames are the English eras, folded.
var eraNames = lint.WordSet("bc b.c b.c. bce b.c.e b.c.e. ad a.d a.d. ce c.e c.e.")

// ofCompass holds what stands behind the north-east: built in 1820 n. e. of the church.
var ofCompass = lint.WordSet("of corner side end wall angle wind winds gate coast point tower")

// eraBefore returns the era in capitals before token i, a stop between them or none, or 0.
func eraBefore(v view, i int) int {
	at := i - 1
	if isMark(v, at, '.') {
		at--
	}
	if !v.has(at) || v.Tokens[at].Case != lint.Upper || !eraNames[v.fold(at)] || v.Glued(i) {
		return 0
	}
	return at
}

// isEraRest reports whether token i, behind an era, can be nothing else: a small e, with a stop unless it goes on in lower
// case, or another rest with its stop. A capital E is an initial: BC. E. Larsen.
func isEraRest(v view, i int) bool {
	stop := isMark(v, i+1, '.') && v.Glued(i+1)
	switch v.TokenText(i) {
	case "e":
		return v.fold(i+2) != "g" && stop && !(v.has(i+2) && v.Glued(i+2) && v.caseOf(i+2) != lint.NoCase) || v.has(i+1) && v.caseOf(i+1) == lint.Lower && !v.Glued(i+1)
	case "NS", "uh", "eh":
		return stop
	}
	return false
}

// isOurEra reports whether token i ends the abbreviation of AD as Russian has it: n. e.
func isOurEra(v view, i int) bool {
	return v.TokenText(i) == "e" && isMark(v, i-1, '.') && v.has(i-2) && v.TokenText(i-2) == "n" && isMark(v, i+1, '.') && v.Glued(i-1) && v.Glued(i+1) && !ofCompass[v.fold(i+2)]
}

// endsInTime reports whether a year or a century ends before token i.
func endsInTime(v view, i int) bool {
	switch v.fold(i - 1) {
	case "century", "centuries", "millennium", "millennia", "year", "years":
		return true
	}
	return v.has(i-1) && v.Tokens[i-1].Kind == lint.Number
}

// behindStop returns the index behind the stop at token i, or i.
func behindStop(v view, i int) int {
	if isMark(v, i, '.') && v.Glued(i) {
		return i + 1
	}
	return i
}

// reportTornEra reports the rest r of an abbreviation.
func reportTornEra(p *lint.Pass, v view, r lint.Range) {
	span := p.Span(r)
	if isMark(v, r.From, '.') {
		span.Start = int(p.Tokens[r.From+1].Start)
	}
	from, to := int(p.Tokens[r.From-1].End), span.End
	safety, end := lint.Unsafe, "."
	switch {
	case v.has(r.To) && (v.caseOf(r.To) == lint.Lower || p.Tokens[r.To].Kind != lint.Word):
		safety, end = lint.Safe, ""
	case p.Text[from-1] == '.':
		end = ""
	}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "‘" + p.Slice(span) + "’ is the rest of a Russian abbreviation of the era",
		Fixes:   []lint.Fix{lint.Replace("take it away", safety, lint.Span{Start: from, End: to}, end)},
	})
}
