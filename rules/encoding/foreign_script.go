package encoding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
)

// ForeignScript reports words in another script inside an English text: what the engine did not translate.
//
// Names that it does not know, headings and half sentences are copied as they stand. All words of a stretch are one
// finding. A word in brackets that explains a name or a term, the title or the word that quotation marks set off, single
// letters of formulas, hashtags and addresses are right; so are a paragraph that quotes the original in quotation marks
// and a name whose spelling in Latin letters follows in brackets. One name there, or a title in quotation marks, is for
// information.
//
// The fix leaves the words out and is manual: most have to be translated.
//
// bad: The tax was more than доларів 1000 a year.
// bad: The minister said 据报道 that the talks will go on.
// good: The city (Russian: Москва) was founded in 1147.
// good: The sign “入口” means entrance, and Δt is the time in µs.
//
// Measured on machine-translated news: 0.20 hits per 10,000 words, on clean English (340,000 words) 0.03; 60 read, 57
// right.
var ForeignScript = &lint.Rule{
	Name:     "encoding/foreign-script",
	Severity: lint.Warning,
	MQM:      "Accuracy/Untranslated",
	Run: func(p *lint.Pass) {
		if charactersOf.Of(p.Document).traits&hasForeignLetter == 0 || isMostlyForeign(p.Document, lint.Range{From: 0, To: len(p.Tokens)}) {
			return
		}
		for _, b := range p.Blocks {
			for i := b.From; i < b.To; i++ {
				if !isForeign(p.Tokens[i]) {
					continue
				}
				r := foreignRun(p.Document, i, b.To)
				i = r.To - 1
				reportForeignRun(p, b, r)
			}
		}
	},
}

// reportForeignRun reports the words of a run, unless they are set off as a gloss or belong to a formula.
func reportForeignRun(p *lint.Pass, b lint.Block, r lint.Range) {
	s := p.Span(r)
	if b.Kind == lint.Cell && isMostlyForeign(p.Document, b.Range) {
		return // a column of a table that gives the originals
	}
	if isHomoglyphs(p.Document, r) || isGlossed(p.Document, b, r) || isSymbolic(p.Document, r) || isRomanised(p.Document, b, r) || isNamedLetter(p.Document, b, r) || isGivenIn(p.Document, b.Range, r) {
		return
	}
	d := lint.Diagnostic{Span: s, Message: "text in " + scriptNames[p.Tokens[r.From].Script] + " was not translated", Fixes: leaveOut(p.Document, b.Range, r)}
	if r.To == r.From+1 && p.Tokens[r.From].Script == lint.MixedScript {
		d.Fixes = nil // an English word is glued to it
	}
	switch {
	case isQuoted(p.Document, b, r):
		if r.From-1 == b.From && r.To+1 >= b.To || isExplained(p.Document, b, r) {
			return
		}
		d.Severity = lint.Info
	case isBesideName(p.Document, b, r), isTranslated(p.Document, b, r):
		d.Severity = lint.Info
	}
	p.Report(d)
}

// leaveOut returns the fix that takes the run out of block b with the brackets or one of the spaces round it, and with
// one of two commas; none where nothing would be left.
func leaveOut(d *lint.Document, b, run lint.Range) []lint.Fix {
	if run.From > b.From && run.To < b.To && d.Tokens[run.From-1].Kind == lint.Bracket && d.Tokens[run.To].Kind == lint.Bracket {
		run = lint.Range{From: run.From - 1, To: run.To + 1}
	}
	s := d.Span(run)
	before, behind := run.From > b.From, run.To < b.To
	switch {
	case !before && !behind:
		return nil
	case before && behind && d.TokenText(run.From-1) == "," && d.TokenText(run.To) == ",":
		s.Start = int(d.Tokens[run.From-1].Start)
	case before:
		s.Start = int(d.Tokens[run.From-1].End)
	default:
		s.End = int(d.Tokens[run.To].Start)
	}
	return []lint.Fix{lint.Replace("leave it out", lint.Manual, s, "")}
}

// foreignRun returns the run of words in another script that begins at token i: numbers, marks and symbols between
// them belong to it.
func foreignRun(d *lint.Document, i, stop int) lint.Range {
	r := lint.Range{From: i, To: i + 1}
	for j := i + 1; j < stop; j++ {
		switch t := d.Tokens[j]; {
		case isForeign(t):
			r.To = j + 1
		case t.Kind == lint.Word && t.Script == lint.Latin, t.Kind == lint.Code, t.Kind == lint.Bracket:
			return r
		}
	}
	return r
}

// isMostlyForeign reports whether more than half of the letters of the words are of another script than Latin.
func isMostlyForeign(d *lint.Document, r lint.Range) bool {
	latin, foreign := 0, 0
	for _, t := range d.Tokens[r.From:r.To] {
		switch {
		case isForeign(t):
			foreign += utf8.RuneCountInString(d.Slice(t.Span()))
		case t.Kind == lint.Word:
			latin += t.Len()
		}
	}
	return foreign > latin
}

// isHomoglyphs reports whether the run is words that the rule on homoglyphs reports: mixed ones, and a disguised one.
func isHomoglyphs(d *lint.Document, r lint.Range) bool {
	for i := r.From; i < r.To; i++ {
		if !isForeign(d.Tokens[i]) {
			continue
		}
		if d.Tokens[i].Script != lint.MixedScript && !isDisguised(d, i) || hasNoTwins(d.TokenText(i)) {
			return false
		}
		if latin, foreign := letters(d.TokenText(i)); foreign > latin && latin > 0 {
			return false
		}
	}
	return true
}

// hasNoTwins reports whether the letters of another script in a word are of none whose letters look like Latin ones: 한to.
func hasNoTwins(word string) bool {
	foreign := false
	for _, r := range word {
		if unicode.In(r, unicode.Cyrillic, unicode.Greek) {
			return false
		}
		foreign = foreign || unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
	}
	return foreign
}

// isSymbolic reports whether the run is a letter of a formula or a face: a single Greek letter, Greek capitals as a name
// has them (ΑΦΩ), or a single letter that touches a symbol.
func isSymbolic(d *lint.Document, r lint.Range) bool {
	greek := !isGreekShort(d, r)
	for i := r.From; i < r.To; i++ {
		t := d.Tokens[i]
		if !isForeign(t) {
			continue
		}
		if t.Script == lint.MixedScript && isGene(d.TokenText(i)) || isSubunits(d.TokenText(i)) {
			continue
		}
		n := utf8.RuneCountInString(strings.TrimRight(d.TokenText(i), "0123456789"))
		greek = greek && (t.Script == lint.Greek && (n == 1 || n <= 3 && t.Case == lint.Upper) || t.Script == lint.MixedScript && isFormula(d.TokenText(i)) && !hasNoTwins(d.TokenText(i)))
	}
	return greek || r.To == r.From+1 && isDrawn(d, r.From)
}

// isGreekShort reports whether the run is letters with a full stop behind each, as π.μ. behind an hour.
func isGreekShort(d *lint.Document, r lint.Range) bool {
	if r.From+3 != r.To || r.To == len(d.Tokens) {
		return false
	}
	return d.TokenText(r.From+1) == "." && d.TokenText(r.To) == "." && d.Glued(r.To) && d.Glued(r.From+1) && d.Glued(r.From+2)
}

// isSubunits reports whether the word is Greek letters that figures or a v count, as the parts of proteins have them:
// α2β1, αvβ3.
func isSubunits(word string) bool {
	greek, counts := 0, 0
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Greek, r) && unicode.IsLower(r):
			greek++
		case r >= '0' && r <= '9' || r == 'v':
			counts++
		default:
			return false
		}
	}
	return greek > 0 && counts >= greek
}

// isDrawn reports whether a single letter touches symbols, as in faces drawn with characters.
func isDrawn(d *lint.Document, i int) bool {
	if utf8.RuneCountInString(d.TokenText(i)) > 2 {
		return false
	}
	odd := func(i int) bool {
		k := d.Tokens[i].Kind
		return k == lint.Symbol || k == lint.Bracket || k == lint.Punct && d.Tokens[i].Len() > 1
	}
	hand := d.Tokens[i].Script == lint.Kana && i > 0 && d.Tokens[i-1].Kind == lint.Bracket // (^o^) ノ
	return hand || i > 0 && d.Glued(i) && odd(i-1) || i+1 < len(d.Tokens) && d.Glued(i+1) && odd(i+1)
}

var scriptNames = map[lint.Script]string{
	lint.Cyrillic: "Cyrillic script", lint.Greek: "Greek script", lint.Arabic: "Arabic script", lint.Hebrew: "Hebrew script", lint.Han: "Chinese characters",
	lint.Kana: "Japanese script", lint.Hangul: "Korean script", lint.OtherScript: "another script", lint.MixedScript: "another script",
}
