package repetition

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SelfGloss reports words that are explained by themselves: the fair, also known as the fair.
//
// The source gives a name in two spellings, or a saying and its translation; both become the same English. Brackets with
// nothing but the word before them belong to repetition/gloss-duplicate. A name that the gloss gives in full is right.
//
// There is no fix: what the gloss should say stands in the source alone.
//
// bad: The market, also known as the market, opens in May.
// bad: He wrote “I am proud of you, my friend” (translation: I am proud of you, my friend).
// good: The market, also known as the fair, opens in May.
// good: The singer Demna (full name Demna Berg) is ill.
//
// Measured on machine-translated news: 0.02 hits per 10,000 words, on original English of all kinds 0 (340,000
// words); 11 read on machine output, 10 right, and 5 on machine-translated web articles, all right.
var SelfGloss = &lint.Rule{
	Name:     "repetition/self-gloss",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.MarksAt('(') {
			if gloss, ok := bracketGloss(p.Document, int(k)); ok {
				p.Report(lint.Diagnostic{
					Span:    p.Span(beginning(p.Document, gloss)),
					Message: "the brackets say what stands before them",
				})
			}
		}
		for _, word := range glossWords {
			for _, k := range p.Places(p.Find(word)) {
				if gloss, ok := namedItself(p.Document, int(k)); ok {
					p.Report(lint.Diagnostic{
						Span:    p.Span(gloss),
						Message: fmt.Sprintf("‘%s’ is explained by itself", p.Slice(p.Span(gloss))),
					})
				}
			}
		}
	},
}

const (
	minBracketGloss = 3  // words that stand before the brackets and in them
	maxBracketGloss = 40 // tokens in brackets that are looked at
	otherWords      = 2  // words in brackets that may be others
)

// bracketGloss returns what stands in the brackets that open at token i, when it says the words before them again.
func bracketGloss(d *lint.Document, i int) (lint.Range, bool) {
	b := d.BlockOf(i)
	end := i + 1
	for end < b.To && end-i < maxBracketGloss && d.Tokens[end].Kind != lint.Bracket {
		end++
	}
	gloss := lint.Range{From: i + 1, To: end}
	if i == b.From || end == b.To || d.TokenText(end) != ")" || end-i <= minBracketGloss {
		return gloss, false
	}
	common, content, rest := sharedTail(d, gloss, b.From)
	others, ok := countOthers(d, lint.Range{From: gloss.From, To: rest})
	if !ok || common < minBracketGloss || content == 0 {
		return gloss, false
	}
	isDuplicate := others == 0 && d.Tokens[i-1].Kind == lint.Word && common <= maxGloss && common == end-i-1
	return gloss, others <= otherWords && others < common && !isDuplicate
}

// sharedTail returns how many of the last words of the gloss end the words before its bracket, too, how many of them are of no
// closed class, and the token behind the rest of the gloss. The words before the bracket begin at token from.
func sharedTail(d *lint.Document, gloss lint.Range, from int) (common, content, rest int) {
	open := gloss.From - 1
	j, k := wordUpTo(d, gloss.To-1, open), wordUpTo(d, open-1, from-1)
	for j > open && k >= from && d.Tokens[j].Kind == lint.Word && sayTheSame(d, j, k) {
		if isContent(d, j) {
			content++
		}
		common++
		j, k = wordUpTo(d, j-1, open), wordUpTo(d, k-1, from-1)
	}
	return common, content, j + 1
}

// wordUpTo returns the last word or number up to token i, or stop where there is none behind it.
func wordUpTo(d *lint.Document, i, stop int) int {
	for i > stop && wordID(d, i) == 0 {
		i--
	}
	return i
}

// sayTheSame reports whether the words at tokens j and k are the same, or two forms of to be or the like: is, was.
func sayTheSame(d *lint.Document, j, k int) bool {
	return wordID(d, j) == wordID(d, k) || lexicon.FunctionAt(d, j)&lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0
}

// countOthers returns how many words r has. It has none that make brackets say something else: UN Mission in Gaza for United
// Nations Mission in Gaza.
func countOthers(d *lint.Document, r lint.Range) (n int, ok bool) {
	for i := r.From; i < r.To; i++ {
		if wordID(d, i) == 0 {
			continue
		}
		isName := d.Tokens[i].Case != lint.Lower && isContent(d, i) && !isMark(d, i+1, ':')
		if contrasts[d.Fold(i)] || d.Tokens[i].Kind != lint.Word || isName {
			return 0, false
		}
		n++
	}
	return n, true
}

// contrasts holds words that make brackets say something else with the same words.
var contrasts = lint.WordSet("see discussed described not no or and formerly former previously now then also only even never but if like than non without")

// glossWords are the words that open a gloss in the text, folded.
var glossWords = lint.Keys("known called translated named name namely abbreviated meaning")

// namedItself returns the words behind the gloss word at token i when they are those before it.
func namedItself(d *lint.Document, i int) (lint.Range, bool) {
	s := d.SentenceOf(i)
	if isShortName(d, i, s) {
		return lint.Range{}, false
	}
	after, before := i+1, i-1
	for after < s.To && (opensGloss[d.Fold(after)] || isGlossMark(d, after)) {
		after++
	}
	for before >= s.From && (beforeGloss[d.Fold(before)] || isGlossMark(d, before)) {
		before--
	}
	if after == i+1 || before == i-1 || d.Fold(i) == "name" && !beforeGloss[d.Fold(i-1)] {
		return lint.Range{}, false
	}
	for n := min(maxGloss, s.To-after, before+1-s.From); n > 0; n-- {
		gloss := lint.Range{From: after, To: after + n}
		if !allWords(d, gloss) {
			continue
		}
		name, subject := lint.Range{From: before - n + 1, To: before + 1}, lint.Range{From: s.From, To: s.From + n}
		if sameWords(d, name, gloss) || d.Fold(i-1) == "also" && sameWords(d, subject, gloss) {
			return gloss, isWholeName(d, gloss, s)
		}
	}
	return lint.Range{}, false
}

// isWholeName reports whether the gloss ends in a word of some length and of no closed class, and goes on no further.
func isWholeName(d *lint.Document, gloss, s lint.Range) bool {
	last := gloss.To - 1
	return isContent(d, last) && d.Tokens[last].Len() > 3 && !goesOnAsName(d, gloss.To, s.To)
}

// isShortName reports whether the gloss word at token i opens what something is called from here on: (also called “this
// licence”).
func isShortName(d *lint.Document, i int, s lint.Range) bool {
	isInBrackets := i > s.From && d.TokenText(i-1) == "(" || i-1 > s.From && d.TokenText(i-2) == "("
	return isInBrackets && hasQuote(d, lint.Range{From: i + 1, To: min(i+3, s.To)})
}

// goesOnAsName reports whether the gloss is longer than the name: Demna (full name Demna Berg).
func goesOnAsName(d *lint.Document, i, end int) bool {
	if i >= end {
		return false
	}
	t := &d.Tokens[i]
	if d.Fold(i) == "the" && i+1 < end && d.Tokens[i+1].Case == lint.Title {
		return true // Louis the Great
	}
	return t.Kind == lint.Number || t.Kind == lint.Word && (t.Case != lint.Lower || isContent(d, i) || isOf(d, i)) || d.Glued(i) && t.Kind == lint.Punct && t.Len() == 1 && d.Text[t.Start] == '-'
}

// isGlossMark reports whether token i is a comma, a colon, an opening bracket or a quotation mark.
func isGlossMark(d *lint.Document, i int) bool {
	switch d.Tokens[i].Kind {
	case lint.Quote:
		return true
	case lint.Bracket:
		return d.TokenText(i) == "("
	}
	return isMark(d, i, ',') || isMark(d, i, ':')
}

// opensGloss holds words between a gloss word and the gloss, beforeGloss those between the name and a gloss word.
var (
	opensGloss  = lint.WordSet("as of is for to by the")
	beforeGloss = lint.WordSet("also is was are were or full english original better commonly formerly previously often its whose otherwise")
)
