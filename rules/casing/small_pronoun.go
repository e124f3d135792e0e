package casing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// SmallPronoun reports the pronoun I in lower case in a text that is written with capitals.
//
// Engines copy the case of the source, where the word for I has no capital, and lose the capital behind a lost full stop.
// The i is a pronoun before its verb (i went, did i promise, i'm). Numerals, labels of lists, variables (beside n and j), words
// of other languages and texts whose writer does without capitals are left alone, and so are quotations of such texts, as
// messages: there a sentence begins in lower case, or the small i is the rule.
//
// In quotations, in long texts and where the text has I many times it is a warning, elsewhere information: who writes a few
// lines about a shop in a hurry misses the key at times, too. The fix is safe.
//
// bad: “At no point did i promise him the house,” said Anna Karlsson.
// bad: “They gave me the key, and then i went home,” she said.
// bad: “The boat is old, so i'm selling it,” said the owner.
// good: “At no point did I promise him the house,” said Anna Karlsson.
// good: Solve for i, i.e. for the part that is imaginary, as in (i) and (ii).
//
// Measured on machine output of all kinds: 0.05 hits per 10,000 words (5,400,000 words), 8 of 26 of them warnings, all right;
// on original English 0.28 (352,000 words), all slips of people who write of shops and teachers, one a warning. The level is
// provisional.
var SmallPronoun = &lint.Rule{
	Name:     "casing/small-pronoun",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		var found []int
		capitals := 0
		for _, key := range firstPerson {
			f := p.Find(key)
			if f == lint.NoForm {
				continue
			}
			capitals += int(p.Forms[f].Count - p.Forms[f].Lower)
			if p.Forms[f].Lower == 0 {
				continue // nearly always
			}
			for _, k := range p.Places(f) {
				if p.Tokens[k].Case != lint.Lower {
					continue
				}
				if isVariable(p.Document, int(k)) || len(found) == maxSmall {
					return
				}
				if isSmallPronoun(p.Document, int(k)) {
					found = append(found, int(k))
				}
			}
		}
		if len(found) == 0 || hasLowerSentence(p.Document) || hasVariables(p.Document) {
			return
		}
		for _, i := range found {
			if !isInLowerQuotation(p.Document, i) {
				reportSmallPronoun(p, i, capitals)
			}
		}
	},
}

// firstPerson holds the pronoun, alone and with its verbs; maxSmall is how many small ones no habit explains.
var firstPerson = lint.Keys("i i'm i've i'll i'd")

const maxSmall = 2

func reportSmallPronoun(p *lint.Pass, i, capitals int) {
	const (
		many = 6   // capitals that an editor looked after
		long = 400 // words, more than a post has
	)
	severity := lint.Info
	if capitals >= many || p.Words >= long || p.IsQuoted(i) {
		severity = lint.Warning
	}
	t := p.Tokens[i]
	p.Report(lint.Diagnostic{
		Span:     t.Span(),
		Severity: severity,
		Message:  "pronoun ‘" + p.TokenText(i) + "’ in lower case",
		Fixes:    []lint.Fix{lint.Replace("write it with a capital", lint.Safe, t.Span(), upperFirst(p.TokenText(i)))},
	})
}

// isVariable reports whether the i at token i is one of mathematics or a program, so that the others are, too: i = 1, i + j.
func isVariable(d *lint.Document, i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Symbol && strings.Contains("=+<>*", d.TokenText(i+1))
}

// isSmallPronoun reports whether the word at token i is I behind a word, a comma or a quotation mark and before its verb:
// then i went, so i never saw, that i'm.
func isSmallPronoun(d *lint.Document, i int) bool {
	if i == 0 || i+1 == len(d.Tokens) || d.Glued(i+1) || d.Tokens[i+1].Case != lint.Lower {
		return false
	}
	switch before := &d.Tokens[i-1]; {
	case before.Kind == lint.Quote, d.Glued(i):
		return before.Kind == lint.Quote && d.Glued(i) && takesPronoun(d, i)
	case before.Kind == lint.Word:
		const heads = lexicon.Article | lexicon.Possessive // the i reported
		if d.Fold(i-1) != "that" && lexicon.FunctionAt(d, i-1)&heads != 0 {
			return false
		}
		return !beforeVariables[d.Fold(i-1)] && !isBehindLetter(d, i) && takesPronoun(d, i)
	}
	return isMark(d, i-1, ',') && !isBehindLetter(d, i) && takesPronoun(d, i)
}

// isBehindLetter reports whether a single letter stands soon before token i, so that i is one more: instead of C, n, and i.
func isBehindLetter(d *lint.Document, i int) bool {
	const soon = 4 // tokens
	for k := max(d.BlockOf(i).From, i-soon); k < i; k++ {
		if t := &d.Tokens[k]; t.Kind == lint.Word && t.Len() == 1 && d.Fold(k) != "a" && d.Fold(k) != "i" {
			return true
		}
	}
	return false
}

// takesPronoun reports whether the I at token i has its verb in itself, behind it or before it: i'm, i went, i never, did i.
func takesPronoun(d *lint.Document, i int) bool {
	if d.Tokens[i].Len() > 1 {
		return true
	}
	next := d.Fold(i + 1)
	switch {
	case next == "is" || next == "are" || next == "has":
		return false
	case lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary != 0, pronounVerbs[next]:
		return true
	case inverted[d.Fold(i-1)]:
		return lexicon.FunctionAt(d, i+1)&(lexicon.Preposition|lexicon.Article) == 0
	}
	return len(next) > 4 && strings.HasSuffix(next, "ed")
}

// isInLowerQuotation reports whether token i stands in a quotation that begins in lower case, as the title of a song and what
// somebody typed do: he texted, “can i come?”
func isInLowerQuotation(d *lint.Document, i int) bool {
	if !d.IsQuoted(i) {
		return false
	}
	for k, from := i-1, d.BlockOf(i).From; k >= from; k-- {
		if d.Tokens[k].Kind == lint.Quote && d.Glued(k+1) {
			return d.Tokens[k+1].Case == lint.Lower
		}
	}
	return false
}

// hasVariables reports whether another letter stands alone in lower case, as in mathematics: for which i can be j.
func hasVariables(d *lint.Document) bool {
	for _, key := range variables {
		if f := d.Find(key); f != lint.NoForm && d.Forms[f].Lower > 0 {
			return true
		}
	}
	return false
}

// variables are letters for numbers that nobody writes for a word in a post.
var variables = lint.Keys("j k n x m")

// hasLowerSentence reports whether a sentence of the document begins with a word in lower case, as where a writer does
// without capitals.
func hasLowerSentence(d *lint.Document) bool {
	for _, s := range d.Sentences {
		if t := &d.Tokens[s.From]; t.Kind == lint.Word && t.Case == lint.Lower {
			return true
		}
	}
	return false
}

var (
	// pronounVerbs holds verbs and adverbs that I stands before.
	pronounVerbs = lint.WordSet("am think thought know knew want went go came come saw see said say took take got get " +
		"made make found find felt feel left heard hear told tell believe hope guess like love need never always also " +
		"just still really only even already ever often usually bought buy read use wrote gave give met began ran run " +
		"live work understand understood remember put sent wonder mean agree promise")

	// inverted holds verbs that stand before their subject in a question or behind a negation.
	inverted = lint.WordSet("did do can could would will should have had was am must may might shall")

	// beforeVariables holds words that a variable or a label follows.
	beforeVariables = lint.WordSet("index variable value element item step row column slot number integer type class " +
		"for let where line note part section article paragraph chapter volume figure table letter vowel act canto scene " +
		"book clause case phase dotless dotted lowercase stressed paper daily newspaper unit latin greek")
)
