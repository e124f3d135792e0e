package casing

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LowerParagraph reports a paragraph or a heading that begins in lower case in an article where the others do not.
//
// Headings and first words that are bold or linked are translated as segments of their own and lose their capital. Lines
// that go on with the one before, items of a list, names with a particle, bylines and texts in lower case are right.
//
// A few words above a paragraph, as a heading has, are a warning; a whole paragraph is information, for people who write without
// care do so too, but a warning where it is the only one in an edited text without code, stands behind a sentence and tells news:
// the meeting pointed out that. A single one that begins with a quotation, behind a sentence, is a warning, but not one that
// begins with a few words in quotation marks and goes on in lower case. The fix is unsafe: what was lost may be the words before.
//
// bad: The army left the town on Friday. ¶ parties to the conflict ¶ The talks ended on Friday without a result for anyone. ¶ The minister said nothing. ¶ It rained.
// bad: The price rose. ¶ while experts had warned of it, nobody listened. ¶ The bank said so. ¶ The shop shut. ¶ He left.
// good: He said: ¶ the price of bread ¶ the price of oil ¶ The bank said so. ¶ The shop shut.
// good: The price rose again. ¶ van Dijk said so on Friday. ¶ The bank said nothing. ¶ The shop shut. ¶ He left.
//
// Measured on machine-translated news: 0.30 hits per 10,000 words, on clean English 0.00; 18 read,
// all right. One paragraph alone that tells news: 0.01 and 0.00, all 5 right, which is
// provisional. At info 0.83 and 0.38, half of them in reviews and forums; of about 40 looked through, about 36 were right.
// Where the source is known to be Japanese (3.7), Chinese (0.18) or Hebrew (0.34), which have no capitals that its writer
// could have left out, they are warnings: 53 read, 50 right.
var LowerParagraph = &lint.Rule{
	Name:     "casing/lower-paragraph",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Sources:  []language.Tag{language.Japanese, language.Chinese, language.Hebrew},
	Run: func(p *lint.Pass) {
		var found, quoted []int
		capital := 0
		for k, b := range p.Blocks {
			switch {
			case opensLowerQuotation(p.Document, k):
				quoted = append(quoted, k)
			case !isLowerBlock(p.Document, k):
				capital++
			case !isAmongLowerBlocks(p.Document, k) && mayBeginParagraph(p.Document, b):
				found = append(found, k)
			}
		}
		if len(quoted) == 1 && capital > 0 && !lexicon.SmallI.Of(p.Document) {
			reportLowerWord(p, lint.Warning, "paragraph", p.Blocks[quoted[0]].From+1)
		}
		if !areOdd(p.Document, found, capital) || lexicon.SmallI.Of(p.Document) {
			return
		}
		for _, k := range found {
			reportLowerParagraph(p, k, len(found) == 1)
		}
	},
}

// minCapitalBlocks is how many paragraphs with a capital show that the article writes them so.
const minCapitalBlocks = 4

// areOdd reports whether so few blocks are in lower case that those with a capital tell that they are wrong: one in five, or a
// single heading between two paragraphs.
func areOdd(d *lint.Document, found []int, capital int) bool {
	if capital >= minCapitalBlocks && 4*len(found) <= capital {
		return true
	}
	return len(found) == 1 && found[0] > 0 && capital > 1 && isLowerHeading(d, found[0])
}

// reportLowerParagraph reports the start of block k: surely when it looks like a heading, less so when it is a paragraph.
func reportLowerParagraph(p *lint.Pass, k int, isSole bool) {
	severity, what := lint.Warning, "heading"
	if !isLowerHeading(p.Document, k) {
		if severity, what = lint.Info, "paragraph"; k > 0 && !endsInStop(p.Document, p.Blocks[k-1]) {
			return
		}
		if isSole && lostCapital(p.Document, k) {
			severity = lint.Warning
		}
	}
	reportLowerWord(p, severity, what, p.Blocks[k].From)
}

// lostCapital reports whether block k is a paragraph of whole sentences behind another, in a text that somebody edited and that
// holds no code: the meeting pointed out that the road stays closed.
func lostCapital(d *lint.Document, k int) bool {
	const least = 8 // tokens
	b := d.Blocks[k]
	if k == 0 || b.To-b.From < least || len(d.Codes) > 0 || !endsInStop(d, b) || !isMark(d, b.To-1, '.') {
		return false
	}
	before := d.Blocks[k-1]
	return before.To-before.From >= least && beginsNarration(d, b.From) && narrates(d, d.SentenceOf(b.From)) && !lexicon.Informal.Of(d)
}

// beginsNarration reports whether the word at token i begins a sentence as news has it: an article or a pronoun, a number, a
// participle before its preposition (organized in the union, about five hundred people marched).
func beginsNarration(d *lint.Document, i int) bool {
	word := d.Fold(i)
	if strings.HasSuffix(word, "ed") {
		return lexicon.FunctionAt(d, i+1)&lexicon.Preposition != 0
	}
	return newsOpeners[word]
}

var newsOpeners = lint.WordSet(`the a an this these those he she it they we his her their in on at after before during according however but
	two three four five six seven eight nine ten many most several some hundreds thousands dozens about almost my our`)

// narrates reports whether sentence s tells what was: no entry of a reference and no condition does.
func narrates(d *lint.Document, s lint.Range) bool {
	const least = 7 // tokens
	if s.To-s.From < least || isMark(d, s.To-1, '?') {
		return false
	}
	for i := s.From + 1; i < s.To; i++ {
		if word := d.Fold(i); pasts[word] || clauseOpeners[word] {
			return pasts[word]
		}
	}
	return false
}

// clauseOpeners hold words that a clause begins with, whose verb is not that of the sentence.
var clauseOpeners = lint.WordSet("which that who while when if where because unless")

// pasts holds verbs in the past that news can hardly do without.
var pasts = lint.WordSet(`was were had has said told asked added noted announced stated informed took gave came went made held began became saw
	met won lost led fell rose wrote spoke decided demanded marched gathered pointed emphasized emphasised stressed`)

func reportLowerWord(p *lint.Pass, severity lint.Severity, what string, i int) {
	t := p.Tokens[i]
	p.Report(lint.Diagnostic{
		Span:     t.Span(),
		Severity: severity,
		Message:  what + " begins in lower case",
		Fixes:    []lint.Fix{lint.Replace("write it with a capital", lint.Unsafe, t.Span(), upperFirst(p.TokenText(i)))},
	})
}

// opensLowerQuotation reports whether block k, behind a sentence, begins with a quotation mark and a function word in lower
// case, and goes on as speech: the sentence does not go on in lower case behind a part in quotation marks without a comma.
func opensLowerQuotation(d *lint.Document, k int) bool {
	b := d.Blocks[k]
	const least = 8 // tokens of the paragraph
	if k == 0 || b.Kind != lint.Paragraph || b.To-b.From < least || d.Tokens[b.From].Kind != lint.Quote {
		return false
	}
	word := b.From + 1
	return d.Glued(word) && d.Tokens[word].Case == lint.Lower && lexicon.FunctionAt(d, word) != 0 &&
		d.Tokens[word+1].Kind == lint.Word && endsInStop(d, d.Blocks[k-1]) && !isTermQuoted(d, b)
}

// isTermQuoted reports whether the quotation that block b begins with is a part of the sentence around it: “in the wild” is a
// term; “the grey play”, as they call it.
func isTermQuoted(d *lint.Document, b lint.Block) bool {
	for i := b.From + 1; i+1 < b.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			next, goesOn := i+1, true
			if isMark(d, next, ',') && next+1 < b.To {
				next++
				goesOn = lexicon.FunctionAt(d, next)&(lexicon.Preposition|lexicon.Conjunction) != 0
			}
			return goesOn && d.Tokens[i-1].Kind == lint.Word && d.Tokens[next].Case == lint.Lower
		}
	}
	return false
}

// isLowerBlock reports whether block k begins in lower case.
func isLowerBlock(d *lint.Document, k int) bool {
	t := d.Tokens[d.Blocks[k].From]
	return t.Kind == lint.Word && t.Case == lint.Lower
}

// isAmongLowerBlocks reports whether a block beside block k begins in lower case.
func isAmongLowerBlocks(d *lint.Document, k int) bool {
	return k > 0 && isLowerBlock(d, k-1) || k+1 < len(d.Blocks) && isLowerBlock(d, k+1)
}

// mayBeginParagraph reports whether a block in lower case begins with a common English word.
func mayBeginParagraph(d *lint.Document, b lint.Block) bool {
	if b.Kind != lint.Paragraph && b.Kind != lint.Heading || b.To-b.From < 2 {
		return false
	}
	if d.Tokens[b.From].Len() < 2 || d.Tokens[b.From+1].Kind != lint.Word {
		return false
	}
	word := d.Fold(b.From)
	e := lexicon.EntryAt(d, b.From)
	return e.Word() && e.Level() <= 50 && !particles[word] && !bylines[word]
}

// isLowerHeading reports whether block k is a few words in lower case, most of them content words, above a paragraph.
func isLowerHeading(d *lint.Document, k int) bool {
	b := d.Blocks[k]
	if k == 0 {
		return !endsInStop(d, b) && b.To-b.From > 3
	}
	if k+1 == len(d.Blocks) || b.To-b.From > 5 {
		return false
	}
	functions, content := lexicon.Functions.Of(d), 0
	for i := b.From; i < b.To; i++ {
		if t := d.Tokens[i]; t.Kind != lint.Word || t.Case != lint.Lower {
			return false
		} else if functions[t.Form] == 0 {
			content++
		}
	}
	before, after := d.Blocks[k-1], d.Blocks[k+1]
	return 2*content >= b.To-b.From && after.To-after.From > 8 && before.To-before.From > 4
}

// endsInStop reports whether a block ends in a full stop, an exclamation or a question mark.
func endsInStop(d *lint.Document, b lint.Block) bool {
	last := b.To - 1
	for last > b.From && (d.Tokens[last].Kind == lint.Quote || d.Tokens[last].Kind == lint.Bracket) {
		last--
	}
	return isMark(d, last, '.') || isMark(d, last, '!') || isMark(d, last, '?')
}

// bylines holds words that begin a byline, a credit or a label in lower case.
var bylines = lint.WordSet("by via from with photo photos source sources image images text video credit posted published updated written edited read see more and or etc")
