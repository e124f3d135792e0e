// Package terms finds words that a house does not write.
//
// In go terms, what not to write and what to write instead; out comes the rule that finds them, in every number, case and
// tense that they bend in, with fixes that bend alike.
package terms

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Term is words that a house does not write.
type Term struct {
	Forbidden  []string // a small letter stands for either case, a capital for itself
	Preferred  []string // any of them is right
	Inflection Inflection
	Note       string // why; empty for none
	Severity   lint.Severity
}

// Name is the name of the rule.
const Name = "terms/forbidden"

// NewRule returns the rule that finds the terms. Where two say something of one text, the later one counts. Their texts
// must be such as Check accepts.
func NewRule(list []Term) *lint.Rule {
	index := sync.OnceValue(func() *index { return newIndex(list) })
	return &lint.Rule{
		Name:     Name,
		Severity: lint.Warning,
		MQM:      "Terminology/Inconsistent with terminology resource",
		Run:      func(p *lint.Pass) { index().find(p) },
	}
}

// Check says why a text can be no term.
func Check(text string) error {
	if isPlain(text) {
		return nil
	}
	words := false
	d := tokenized(text)
	for i, t := range d.Tokens {
		token := d.TokenText(i)
		switch {
		case t.Kind == lint.Word:
			words = true
		case t.Kind == lint.Number:
		case t.Kind != lint.Punct && t.Kind != lint.Symbol, utf8.RuneCountInString(token) > 1, strings.ContainsAny(token, "|=<>[]"):
			return fmt.Errorf("%s cannot be part of a term", token)
		}
	}
	if len(d.Sentences) > 1 {
		return errors.New("a term is part of one sentence")
	}
	if !words {
		return errors.New("a term has a word in it")
	}
	return nil
}

// tokenized returns the document of a text.
func tokenized(text string) *lint.Document {
	whole := lint.BlockSpan{Span: lint.Span{End: len(text)}}
	return lint.NewDocument(&lint.File{Content: text}, text, nil, []lint.BlockSpan{whole}, language.English)
}

// isPlain reports whether a text is words of ASCII letters parted by single spaces: each is one token.
func isPlain(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		c := text[i]
		isLetter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !isLetter && (c != ' ' || before == ' ') {
			return false
		}
		before = c
	}
	return before != ' '
}

// entry is one text of a term: forbidden, or preferred and so accepted.
type entry struct {
	term   *Term
	isGood bool
	tokens []string
	bends  int             // index of the token that bends; -1 for none
	roles  map[string]role // of its forms, folded
}

// index is the texts of all terms with the phrases to look for.
type index struct {
	entries []entry
	phrases *lexicon.Phrases
}

func newIndex(list []Term) *index {
	x := new(index)
	var patterns []string
	add := func(t *Term, text string, isGood bool) {
		e, pattern := newEntry(t, text, isGood)
		x.entries, patterns = append(x.entries, e), append(patterns, pattern)
	}
	for i := len(list) - 1; i >= 0; i-- {
		for _, text := range list[i].Forbidden {
			add(&list[i], text, false)
		}
	}
	for i := range list {
		for _, text := range list[i].Preferred {
			if Check(text) == nil {
				add(&list[i], text, true)
			}
		}
	}
	x.phrases = lexicon.NewPhrases(patterns)
	return x
}

// newEntry returns the entry of a text and the pattern that finds it.
func newEntry(t *Term, text string, isGood bool) (entry, string) {
	e := entry{term: t, isGood: isGood, bends: -1, roles: make(map[string]role)}
	var kinds []lint.Kind
	e.tokens, kinds = tokens(text)
	pattern := slices.Clone(e.tokens)
	for i, kind := range kinds {
		switch {
		case kind == lint.Number:
			pattern[i] = "<number>"
		case kind == lint.Word && t.Inflection != Fixed && (e.bends < 0 || t.Inflection == Noun):
			e.bends = i
		}
	}
	if e.bends >= 0 {
		pattern[e.bends] = strings.Join(e.forms(t.Inflection), "|")
	}
	return e, strings.Join(pattern, " ")
}

// tokens returns the tokens of a text and their kinds.
func tokens(text string) (words []string, kinds []lint.Kind) {
	if isPlain(text) {
		words = strings.Fields(text)
		return words, slices.Repeat([]lint.Kind{lint.Word}, len(words))
	}
	d := tokenized(text)
	for i, t := range d.Tokens {
		words, kinds = append(words, d.TokenText(i)), append(kinds, t.Kind)
	}
	return words, kinds
}

// forms returns the forms of the token that bends, and notes their roles.
func (e *entry) forms(i Inflection) []string {
	var all []string
	for _, r := range i.roles() {
		for _, f := range inflected(e.tokens[e.bends], r) {
			f = lint.Fold(f)
			if _, known := e.roles[f]; !known {
				e.roles[f] = r
				all = append(all, f)
			}
		}
	}
	return all
}

// find reports the terms of a document.
func (x *index) find(p *lint.Pass) {
	for _, m := range x.phrases.Find(p.Document) {
		if e := &x.entries[m.Phrase]; !e.isGood && e.fits(p.Document, m.Range) {
			e.report(p, m.Range)
		}
	}
}

// fits reports whether the tokens of a match are those of the entry: a capital stands for itself, and a number too.
func (e *entry) fits(d *lint.Document, r lint.Range) bool {
	for i, want := range e.tokens {
		got := d.TokenText(r.From + i)
		if d.Tokens[r.From+i].Kind == lint.Number && got != want || !hasCapitals(got, want) {
			return false
		}
	}
	return true
}

// hasCapitals reports whether a word has a capital wherever another one has.
func hasCapitals(word, other string) bool {
	for _, want := range other {
		got, n := utf8.DecodeRuneInString(word)
		if n == 0 {
			break
		}
		if unicode.IsUpper(want) && !unicode.IsUpper(got) {
			return false
		}
		word = word[n:]
	}
	return true
}

// report reports a term, unless it is written as one that is preferred.
func (e *entry) report(p *lint.Pass, r lint.Range) {
	span := p.Span(r)
	found, role := p.Slice(span), bare
	if e.bends >= 0 {
		role = e.roles[p.Fold(r.From+e.bends)]
	}
	var better []string
	for _, text := range e.term.Preferred {
		for _, text := range e.term.inRole(text, role) {
			better = append(better, e.inCaseOf(found, text, p.IsSentenceStart(r.From)))
		}
	}
	if slices.Contains(better, found) {
		return
	}
	p.Report(lint.Diagnostic{Span: span, Severity: e.term.Severity, Message: e.term.message(found, better), Fixes: e.term.fixes(span, better)})
}

// inRole returns what a preferred text is in a role: two where its past and its participle differ and either may be meant.
func (t *Term) inRole(text string, r role) []string {
	d := tokenized(text)
	at := -1
	for i, tok := range d.Tokens {
		if tok.Kind == lint.Word && (at < 0 || t.Inflection == Noun) {
			at = i
		}
	}
	if at < 0 || r == bare {
		return []string{text}
	}
	bent := func(r role) string {
		tok := d.Tokens[at]
		return text[:tok.Start] + inflected(d.TokenText(at), r)[0] + text[tok.End:]
	}
	out := []string{bent(r)}
	if other := map[role]role{past: participle, participle: past}[r]; other != bare && bent(other) != out[0] {
		out = append(out, bent(other))
	}
	return out
}

// inCaseOf returns a preferred text with the apostrophe and the capitals of what it takes the place of. A text that has
// capitals keeps them, and those that the term is forbidden with say nothing: only a sentence that begins there does.
func (e *entry) inCaseOf(found, text string, begins bool) string {
	if strings.Contains(found, "’") {
		text = strings.ReplaceAll(text, "'", "’")
	}
	first, _ := utf8.DecodeRuneInString(found)
	own := strings.Join(e.tokens, " ")
	ownFirst, _ := utf8.DecodeRuneInString(own)
	switch {
	case isAllCapitals(found) && !isAllCapitals(own):
		return strings.ToUpper(text)
	case strings.ToLower(text) != text, unicode.IsUpper(ownFirst) && !begins:
		return text
	}
	return lexicon.InCaseOf(string(first), text)
}

// isAllCapitals reports whether a text has two letters at least and no small one.
func isAllCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

func (t *Term) message(found string, better []string) string {
	m := fmt.Sprintf("‘%s’ is to be ‘%s’", found, strings.Join(better, "’ or ‘"))
	if t.Note != "" {
		m += ": " + t.Note
	}
	return m
}

// fixes returns a fix for each of the better texts: safe where there is only one.
func (t *Term) fixes(s lint.Span, better []string) []lint.Fix {
	safety := lint.Safe
	if len(better) > 1 {
		safety = lint.Unsafe
	}
	var out []lint.Fix
	for _, text := range better {
		out = append(out, lint.Replace("write ‘"+text+"’", safety, s, text))
	}
	return out
}
