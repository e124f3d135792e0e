package encoding

import (
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Untranslated reports words of another language in Latin letters inside an English text.
//
// The engine gives up on a clause and copies it, or leaves a word that a link or an emphasis cut off. The evidence is
// two function words of one language that English has not, in a run of at least four words that are not English, or a
// word in lower case with a letter that English never uses (reiðhjól) and none of phonetic script, or a frequent word of
// four letters or more alone, which English has not, or one that ends as Russian words do (gustymi); without those, four
// words in a row that no list has. A line of its own may be a label in capitals (BERITA LAINNYA) or stand before a date
// (Güncelleme: 14/11/2018). A word with a capital that no list has, left behind the last sentence of a paragraph, was an
// attribution or a quotation mark. The l of a Russian spoon (2 ch. L.) is such a rest. Names of institutions are right; what
// stands in quotation marks or brackets, or behind a name (Česká spořitelna), is worth a look only.
//
// The fix of several words leaves them out and is manual: most have to be translated.
//
// bad: The talks ended, pero el presidente dijo que no habrá elecciones, and the minister left.
// bad: The talks will aber begin on Friday.
// bad: He was asked about reiðhjólaþjófar in the city.
// bad: The talks are over. ¶ BERITA LAINNYA ¶ The next ones begin on Friday.
// bad: The tender for the stage will be held very soon, and the work will begin. Neden
// good: The Comisión Nacional de los Derechos Humanos said so.
// good: The film “Alles was wir nicht haben” was shown, and the café was full.
//
// Measured on machine translation: 0.52 warnings and 0.15 infos per 10,000 words, most of them Icelandic, on clean English
// no warning; 85 read, 83 right, and 139 of those that a wider list of letters and words found later, 133 right. Of frequent
// words of fifteen languages put one by one into clean news 72 % are found. Lines of their own and Russian endings: no hit
// there, nor in 1.8 million words of human English.
var Untranslated = &lint.Rule{
	Name:     "encoding/untranslated",
	Severity: lint.Warning,
	MQM:      "Accuracy/Untranslated",
	Run: func(p *lint.Pass) {
		for n, b := range p.Blocks {
			goesOn := n+1 < len(p.Blocks) && p.Tokens[b.To].Case == lint.Lower
			if i := b.To - 1; isStray(p.Document, b.Range, i) && !goesOn {
				p.Report(lint.Diagnostic{Span: p.Tokens[i].Span(), Message: "‘" + p.TokenText(i) + "’ is left behind the last sentence"})
			}
			if isForeignLine(p.Document, b.Range) {
				p.Report(lint.Diagnostic{Span: p.Span(b.Range), Message: "a label of the page in another language"})
			}
		}
		for _, k := range p.Places(p.FormOf("l")) {
			if i := int(k); isSpoon(p.Document, i) {
				r := lint.Range{From: i - 2, To: i + 1}
				p.Report(lint.Diagnostic{Span: p.Span(r), Message: "‘" + p.Slice(p.Span(r)) + "’ is a spoon of a Russian recipe"})
			}
		}
		words := foreignFormsOf.Of(p.Document)
		if words == nil {
			return
		}
		var s lint.Range
		from := 0 // the end of the last run
		for _, k := range words.telling {
			i, t := int(k), &p.Tokens[k]
			if i < from || t.Case != lint.Lower && t.Case != lint.Title || t.Script != lint.Latin {
				continue
			}
			if i >= s.To {
				s = p.SentenceOf(i)
				from = s.From
			}
			run := foreignWordsAt(p.Document, words, lint.Range{From: from, To: s.To}, i)
			reportUntranslated(p, words, s, run)
			from = run.To
		}
	},
}

// reportUntranslated reports the run of words when there is evidence that it is of one language, or else its words
// that are evidence alone.
func reportUntranslated(p *lint.Pass, words *foreignForms, s, run lint.Range) {
	language := languageOf(p.Document, words, s, run)
	if language == "" && isUnknown(p.Document, words, run) {
		language = "another language"
	}
	if language == "" {
		for i := run.From; i < run.To; i++ {
			if t := &p.Tokens[i]; t.Kind == lint.Word && t.Case == lint.Lower && !isGloss(p.Document, i) {
				reportForeignWord(p, words, s, i)
			}
		}
		return
	}
	if isTitle(p.Document, s, run) {
		return
	}
	run = wholeClause(p.Document, words, s, run)
	d := lint.Diagnostic{Span: p.Span(run), Message: "text in " + language + " was not translated"}
	d.Fixes = leaveOut(p.Document, p.BlockOf(run.From).Range, run)
	if isSetOff(p.Document, s, run) {
		d.Severity = lint.Info
	}
	p.Report(d)
}

// reportForeignWord reports the word at token i of sentence s when it is evidence alone.
func reportForeignWord(p *lint.Pass, words *foreignForms, s lint.Range, i int) {
	what := foreignTrait(p.Document, words, i)
	if what == "" {
		return
	}
	d := lint.Diagnostic{Span: p.Tokens[i].Span(), Message: "‘" + p.TokenText(i) + "’ " + what}
	word := lint.Range{From: i, To: i + 1}
	mayBeRight := isSetOff(p.Document, s, word) || isInName(p.Document, words, s, i) && !isForeignSentence(p.Document, words, s)
	if mayBeRight && what != frenchOrdinal {
		d.Severity = lint.Info
	}
	p.Report(d)
}

const frenchOrdinal = "is an ordinal of French"

// foreignTrait returns what says that the word at token i is none of English, or "".
func foreignTrait(d *lint.Document, words *foreignForms, i int) string {
	w := words.of(d.Tokens[i].Form)
	switch {
	case w.marked && isNotation(d.TokenText(i)):
		return ""
	case w.marked:
		return "has letters that English words have not"
	case isFrenchOrdinal(d.Fold(i)):
		return frenchOrdinal
	case w.alone && isAmongEnglish(d, words, i):
		return "is a word of " + w.languages.String()
	case !w.listed && hasRussianEnding(d.Fold(i)) && isBesideEnglish(d, words, i):
		return "has an ending of Russian"
	}
	return ""
}

// hasRussianEnding reports whether a long word ends as adjectives, verbs and adverbs of Russian do and no word of English does:
// gustymi, otvorachivat, prodolzhitelno.
func hasRussianEnding(word string) bool {
	const shortest = 7 // bytes
	if len(word) < shortest || !isPlain(word) {
		return false
	}
	for _, ending := range russianEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// russianEndings are the endings in the usual transcriptions.
var russianEndings = strings.Fields("niye ymi ykh skaya skoye skiye skogo skuyu ennyy ennyye ennaya chnyy chnaya chnyye telno ivat yvat ovat tsya ayut yayut ayet yayet uyet tsiya ovanie ivanie")

// wholeClause widens a run by the one word on either side that stands between it and a mark, where that may be foreign
// though English has it: ale, pun.
func wholeClause(d *lint.Document, words *foreignForms, s, run lint.Range) lint.Range {
	belongs := func(i int) bool {
		t := &d.Tokens[i]
		return t.Kind == lint.Word && t.Case == lint.Lower && (words.of(t.Form).languages != 0 || t.Len() < 5 && lexicon.FunctionAt(d, i) == 0)
	}
	if i := run.From - 1; i > s.From && belongs(i) && d.Tokens[i-1].Kind == lint.Punct {
		run.From = i
	}
	if i := run.To; i+1 < s.To && belongs(i) && d.Tokens[i+1].Kind == lint.Punct {
		run.To = i + 1
	}
	return run
}

// isAmongEnglish reports whether the words right before and behind token i are English, behind the stop of an abbreviation, too:
// the abger. lemon.
func isAmongEnglish(d *lint.Document, words *foreignForms, i int) bool {
	return isEnglishAt(d, words, i-1) && isEnglishAt(d, words, behindAbbreviation(d, i))
}

// isBesideEnglish reports whether a word beside token i is English, and the other as well, unless a mark stands there.
func isBesideEnglish(d *lint.Document, words *foreignForms, i int) bool {
	left, right := isEnglishAt(d, words, i-1), isEnglishAt(d, words, i+1)
	return left && (right || !isWordAt(d, i+1)) || right && !isWordAt(d, i-1)
}

// behindAbbreviation returns the index behind token i and its stop, which ends no sentence before a word in lower case.
func behindAbbreviation(d *lint.Document, i int) int {
	if i+2 < len(d.Tokens) && d.TokenText(i+1) == "." && d.Glued(i+1) && !d.Glued(i+2) && d.Tokens[i+2].Case == lint.Lower {
		return i + 2
	}
	return i + 1
}

// isWordAt reports whether token i is there and a word.
func isWordAt(d *lint.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Kind == lint.Word
}

// isEnglishAt reports whether token i is an English word.
func isEnglishAt(d *lint.Document, words *foreignForms, i int) bool {
	return isWordAt(d, i) && words.of(d.Tokens[i].Form).english
}

// namesWords holds what a text says before a word that it speaks about.
var namesWords = lint.WordSet("word words term noun adjective verb")

// isGloss reports whether token i is spoken about or explained, stands beside a word in another script, which it
// transcribes, or beside a lone letter, as what is left of a word does.
func isGloss(d *lint.Document, i int) bool {
	return i > 0 && namesWords[d.Fold(i-1)] || isExplainedBehind(d, i) || isInPhoneticScript(d, i) || isBesideRest(d, i)
}

// isExplainedBehind reports whether what stands behind token i says what it means.
func isExplainedBehind(d *lint.Document, i int) bool {
	next := i + 1
	if next+1 >= len(d.Tokens) {
		return false
	}
	switch d.TokenText(next) {
	case ",":
		return d.Fold(next+1) == "as" || d.Fold(next+1) == "meaning" // the súmula, as Brazil calls the report
	case "'", "‘":
		return d.Tokens[next].Kind == lint.Quote && !d.Glued(next) && d.Glued(next+1) // from hús 'house'
	}
	return false
}

// isInPhoneticScript reports whether token i has a sign of phonetic script and touches a mark, stands behind one or is short:
// /həlo/.
func isInPhoneticScript(d *lint.Document, i int) bool {
	const long = 4 // letters
	return strings.Contains(d.TokenText(i), "ə") &&
		(i == 0 || d.Glued(i) || d.Tokens[i-1].Kind == lint.Punct || utf8.RuneCountInString(d.TokenText(i)) < long)
}

// isBesideRest reports whether a word in another script or a lone letter, but for a, stands beside token i.
func isBesideRest(d *lint.Document, i int) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j == len(d.Tokens) {
			continue
		}
		if t := &d.Tokens[j]; isForeign(*t) || t.Kind == lint.Word && t.Len() == 1 && d.TokenText(j) != "a" {
			return true
		}
	}
	return false
}

// isNotation reports whether the text has letters of phonetic script or marks of their own, as transcriptions and the languages
// of Canada have (səlilwətaɬ), or is a sum in đồng: 20,000đ.
func isNotation(s string) bool {
	const first, last = 'ɐ', '\u036F' // of the blocks of phonetic letters, of their signs and of marks
	return strings.Trim(s, "0123456789.,") == "đ" || strings.ContainsFunc(s, func(r rune) bool { return r >= first && r <= last && r != 'ə' })
}

// isTitle reports whether the run begins with a capital right behind a quotation mark.
func isTitle(d *lint.Document, s, run lint.Range) bool {
	return run.From > s.From && d.Tokens[run.From-1].Kind == lint.Quote && d.Tokens[run.From].Case == lint.Title
}

// foreignWordsAt returns the run of words round token i that may be of another language: function words of any, unlisted
// words, and single English ones, names and marks between them.
func foreignWordsAt(d *lint.Document, words *foreignForms, s lint.Range, i int) lint.Range {
	run := lint.Range{From: i, To: i + 1}
	for j := i - 1; j >= s.From && mayBeForeign(d, words, j); j-- {
		run.From = j
	}
	for run.From < i && isUnlikelyStart(d.Tokens[run.From], words) {
		run.From++
	}
	gap := 0
	for j := i + 1; j < s.To && gap < 2; j++ {
		t := d.Tokens[j]
		switch {
		case t.Kind == lint.Quote || t.Kind == lint.Bracket:
			return run
		case t.Kind != lint.Word:
			continue
		case mayBeForeign(d, words, j):
			gap = 0
			run.To = j + 1
		case lexicon.FunctionOf(d.Fold(j)) != 0:
			gap = 2
		default:
			gap++
		}
	}
	for run.To > i+1 && (d.Tokens[run.To-1].Kind != lint.Word || words.of(d.Tokens[run.To-1].Form).english) {
		run.To--
	}
	return run
}

// isUnlikelyStart reports whether the word, at the start of a run, belongs rather to the English text before it: a name, or
// a word that English has.
func isUnlikelyStart(t lint.Token, words *foreignForms) bool {
	w := words.of(t.Form)
	return w.english || t.Case == lint.Title && w.languages == 0
}

// mayBeForeign reports whether token j can stand in a run of foreign words.
func mayBeForeign(d *lint.Document, words *foreignForms, j int) bool {
	t := d.Tokens[j]
	if t.Kind != lint.Word || t.Script != lint.Latin {
		return false
	}
	w := words.of(t.Form)
	return w.languages != 0 || !w.listed
}

// isSetOff reports whether quotation marks or brackets enclose the run, with hardly another word between.
func isSetOff(d *lint.Document, s, run lint.Range) bool {
	opened := func(i int) bool {
		k := d.Tokens[i].Kind
		return k == lint.Quote || k == lint.Bracket
	}
	const near = 3
	from, to := run.From-1, run.To
	for from >= s.From && run.From-from < near && !opened(from) {
		from--
	}
	for to < s.To && to-run.To < near && !opened(to) {
		to++
	}
	return from >= s.From && opened(from) && to < s.To && opened(to)
}

// isForeignSentence reports whether no word of the sentence is listed, and it ends in lower case and a full stop, as no name
// does.
func isForeignSentence(d *lint.Document, words *foreignForms, s lint.Range) bool {
	last := s.To - 1
	if last-s.From < 2 || d.TokenText(last) != "." || d.Tokens[last-1].Case != lint.Lower {
		return false
	}
	for i := s.From; i < last; i++ {
		if d.Tokens[i].Kind != lint.Word || words.of(d.Tokens[i].Form).listed {
			return false
		}
	}
	return true
}

// isInName reports whether the word follows a capitalised one that is no English word: Česká spořitelna.
func isInName(d *lint.Document, words *foreignForms, s lint.Range, i int) bool {
	if i == s.From {
		return false
	}
	t := d.Tokens[i-1]
	return t.Kind == lint.Word && t.Case != lint.Lower && !words.of(t.Form).english
}
