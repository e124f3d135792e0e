package casing

import (
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// AfterSemicolon reports a capital letter behind a semicolon inside a sentence.
//
// Arabic, Greek and Chinese punctuation use the mark between sentences; the engine translates what follows as a
// sentence of its own and capitalises it. English goes on in lower case. Names, I, acronyms, the items of a list with
// semicolons and headlines in capitals are right.
//
// Three and more in a paragraph are one finding.
//
// The fix is safe for pronouns, conjunctions and other words that are never names, else unsafe.
//
// bad: The talks ended without a result; They will go on in March.
// bad: The factions were allied with the army; Previously they had fought it.
// good: The talks ended without a result; they will go on in March.
// good: Harbour Festival Opens Today; Only Members Admitted Because of the Storm
// good: Present were Anna Karlsson, editor; Paul Meyer, printer; and the staff.
//
// Measured on 4.3 million words of machine translation: 0.67 hits per 10,000 words, on clean English 0.00 (340,000 words); 58
// read, 56 right, and both wrong ones, behind character references, are spared since.
var AfterSemicolon = &lint.Rule{
	Name:     "casing/after-semicolon",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var all []lint.Diagnostic // those of one paragraph
		block := -1               // its end
		sentence, list, titled := -1, 0, false
		for _, k := range p.MarksAt(';') {
			i := int(k) + 1
			if !isMark(p.Document, i-1, ';') || i == len(p.Tokens) || p.Tokens[i].Case != lint.Title || p.EndsEntity(i-1) {
				continue
			}
			if signsOff(p.Document, i) {
				continue
			}
			s := p.SentenceOf(i)
			if s.From != sentence {
				sentence, list, titled = s.From, listStart(p.Document, s), isInTitleCase(p.Document, s)
			}
			if i == s.From || i+1 == s.To || list < i || titled || opensLine(p.Document, i) || isListedTitle(p.Document, i) {
				continue
			}
			if safety, ok := ordinaryAfterSemicolon(p.Document, i); ok {
				if end := p.BlockOf(i).To; end != block {
					reportAfterSemicolons(p, all)
					all, block = nil, end
				}
				all = append(all, afterSemicolon(p.Document, i, safety))
			}
		}
		reportAfterSemicolons(p, all)
	},
}

// reportAfterSemicolons reports the capitals of one paragraph.
func reportAfterSemicolons(p *lint.Pass, all []lint.Diagnostic) {
	if len(all) >= habit {
		all = []lint.Diagnostic{lint.Together(all, "capital letter here, too")}
	}
	for _, d := range all {
		p.Report(d)
	}
}

// habit is how many capitals behind semicolons in one paragraph have one cause: it is a list that was set so.
const habit = 3

// signsOff reports whether the words from token i on say who worked on an agency's report: Editing by Anna Karlsson.
func signsOff(d *lint.Document, i int) bool {
	if d.Fold(i) == "additional" {
		i++
	}
	return i+1 < len(d.Tokens) && d.Fold(i+1) == "by" && signOffs[d.Fold(i)]
}

var signOffs = lint.WordSet("reporting writing editing compiling compiled translation translated graphics production photography")

// isListedTitle reports whether a title in a list begins at token i: “; For Whom the Bell Tolls (1943);”, the name of a
// case at law, “; In re Gault”, or that of a species that repeats its genus, “; Gorilla gorilla”.
func isListedTitle(d *lint.Document, i int) bool {
	if next := d.Fold(i + 1); next == "re" || next == "parte" || next == d.Fold(i) {
		return true
	}
	const longest = 12 // words of a title
	functions := lexicon.Functions.Of(d)
	names := 0
	for to := i; to+3 < len(d.Tokens) && to < i+longest; to++ {
		switch t := &d.Tokens[to]; {
		case t.Kind == lint.Bracket:
			return names > 0 && isYearInBrackets(d, to) && d.Tokens[to+3].Kind == lint.Punct
		case isMark(d, to, ';'):
			return names > 0
		case t.Kind != lint.Word:
			return false
		case functions[t.Form] != 0:
		case t.Case == lint.Lower:
			return false
		case to > i:
			names++
		}
	}
	return false
}

// isYearInBrackets reports whether a year stands in brackets, the first of which is token i.
func isYearInBrackets(d *lint.Document, i int) bool {
	return d.TokenText(i) == "(" && d.Tokens[i+1].Kind == lint.Number && d.Tokens[i+1].Len() == 4 && d.TokenText(i+2) == ")"
}

// listStart returns the token of the first capital behind a colon in sentence s, where a list begins, or s.To.
func listStart(d *lint.Document, s lint.Range) int {
	colons := d.MarksAt(':')
	first, _ := slices.BinarySearch(colons, int32(s.From))
	for _, k := range colons[first:] {
		c := int(k)
		if c+1 >= s.To {
			break
		}
		if d.Tokens[c+1].Case == lint.Title && isMark(d, c, ':') {
			return c + 1
		}
	}
	return s.To
}

// isInTitleCase reports whether a sentence is a headline that capitalises its words: but for function words none is in
// lower case.
func isInTitleCase(d *lint.Document, s lint.Range) bool {
	functions := lexicon.Functions.Of(d)
	for i := s.From; i < s.To; i++ {
		if t := &d.Tokens[i]; t.Kind == lint.Word && t.Case == lint.Lower && functions[t.Form] == 0 && t.Len() > 2 {
			return false
		}
	}
	return true
}

// afterSemicolon is the finding of the word at i. Behind a comma, where a conjunction or preposition
// more often stands, is offered too.
func afterSemicolon(d *lint.Document, i int, safety lint.Safety) lint.Diagnostic {
	t := d.Tokens[i]
	lower := lowerFirst(d.TokenText(i))
	fixes := []lint.Fix{lint.Replace("write it in lower case", safety, t.Span(), lower)}
	if lexicon.Functions.Of(d)[t.Form]&(lexicon.Conjunction|lexicon.Pronoun|lexicon.Adverb|lexicon.Preposition) != 0 {
		comma := lint.Fix{Title: "write it in lower case behind a comma", Safety: lint.Unsafe, Edits: []lint.Edit{
			{Span: d.Tokens[i-1].Span(), Text: ","}, {Span: t.Span(), Text: lower},
		}}
		fixes = append(fixes, comma)
	}
	return lint.Diagnostic{Span: t.Span(), Message: "capital letter behind a semicolon", Fixes: fixes}
}

// ordinaryAfterSemicolon reports whether the capitalised word at i is no name, and how sure that is.
func ordinaryAfterSemicolon(d *lint.Document, i int) (lint.Safety, bool) {
	if keepsCapital(d, i) {
		return 0, false
	}
	t, next := &d.Tokens[i], &d.Tokens[i+1]
	if f := lexicon.FunctionAt(d, i); f != 0 {
		if next.Kind == lint.Word && next.Case != lint.Lower {
			return lint.Safe, f&(lexicon.Article|lexicon.Possessive) == 0 && !functionNames[d.Fold(i)]
		}
		return lint.Safe, !surnames[d.Fold(i)]
	}
	e := lexicon.EntryAt(d, i)
	ordinary := e.Word() && e.Level() <= 35 && !parties[d.Fold(i)] && (!e.Name() || d.Forms[t.Form].Lower > 0)
	return lint.Unsafe, ordinary && next.Case == lint.Lower
}

// keepsCapital reports whether the word at i has a capital wherever it stands: I, A$5, an initial, No. before a number.
func keepsCapital(d *lint.Document, i int) bool {
	letter := d.Tokens[i].Len() == 1
	if letter && d.TokenText(i) == "I" {
		return true
	}
	return d.Glued(i+1) && (letter && d.TokenText(i+1) == "$" || isMark(d, i+1, '.') && (letter || d.Fold(i) == "no"))
}

// parties holds the names of parties that are plain words.
var parties = lint.WordSet("labour labor reform")

// surnames holds function words that people bear as names before a verb: Can was booked.
var surnames = lint.WordSet("an can may mine will such down till")

// functionNames holds function words that are surnames, given names, months or parts of names as well.
var functionNames = lint.WordSet("an can do he in may mine no so till us will yet such most down")
