package names

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Lowercase reports a name in lower case that the document capitalises elsewhere: bolanos beside Bolanos.
//
// The engine takes a name for a word and writes it so, or the source had no capital to copy. A word that the word list
// knows, a name in an address, a handle or the alternative text of a picture, and one that stands in a phrase of another
// language are left out; so is a name that is in lower case more often than not. It is a warning for a listed name and for
// one with diacritics, and information in a quotation, whose writer may have left the capital out.
//
// A Chinese name of which one part has no capital is found by itself (Shen dayong, deng Ruolan), and so is a name behind an
// office that no list has as a word: the trainer darío pellegrano, Mayor sefa Erdem, coach Cho min-jae, the mayor of lviv.
// So is one half of a name that has both its capitals elsewhere (Zhao heng, Zhao Heng), and what stands between a given name
// and a family name that the list has (Juan carlos Ledesma).
// Dishes and tunes look like Chinese names: none is found at the start of a sentence, nor near a word for them.
//
// The fix is unsafe: some brands write their name small.
//
// bad: Prime Minister Netanyahu spoke. Deputies asked Netanyahu. Then netanyahu left.
// bad: Minister Bolanos spoke. Deputies asked Bolanos. The answer of bolanos was short.
// bad: When others sang, Zhao heng was silent. They had asked for Zhao Heng and his flute.
// bad: They heard from the trainer mario estrecho that the bench is short.
// good: The mayor, Pavel Sasover, resigned. Critics of Sasover wrote to sasover@example.org.
// good: The river Rhine is high. Ships on the Rhine wait.
// good: The North Sinai Governorate is large. The Cairo Governorate is not. People of the governorate know it.
//
// Measured on machine-translated news: 0.14 warnings per 10,000 words, on clean English news 0; 76 read, 75 right.
// Information: 0.01 per 10,000 words; 8 read, 8 right, and one in clean English news, in a post that is quoted. Names that
// the word list does not know were right in 3 of 8 cases and are not reported, nor are informal texts, whose writers leave
// capitals out. Names behind an office: nine hits in 5.4 million words, on 1.8 million words of human English none; nine right.
// Halves of names: seven in 5.4 million words, on 680,000 words of human English none, and four in 4.5 million words of
// manuals; all eleven right.
var Lowercase = &lint.Rule{
	Name:     "names/lowercase",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling/Capitalization",
	Run: func(p *lint.Pass) {
		if lexicon.Informal.Of(p.Document) {
			return
		}
		entries, functions := lexicon.Entries.Of(p.Document), lexicon.Functions.Of(p.Document)
		for i, entry := range entries {
			f := &p.Forms[i]
			if entry.Word() || functions[i] != 0 || f.Lower == 0 {
				continue // most words
			}
			if isPinyin(f.Fold) {
				reportHalfPinyin(p, lint.FormID(i))
			}
			reportHalf(p, lint.FormID(i))
			if len(f.Fold) >= minLowercase {
				reportLowerBearer(p, lint.FormID(i))
				reportUncapitalised(p, lint.FormID(i))
			}
		}
	},
}

// reportUncapitalised reports the places where a form stands in lower case that is a name with its capital elsewhere.
func reportUncapitalised(p *lint.Pass, f lint.FormID) {
	fold := p.Forms[f].Fold
	if !isLetters(fold) {
		return
	}
	n := Mentions.Of(p.Document)
	typ, ok := n.typeOf(Fold(fold))
	if !ok || !isCapitalisedName(&n.Types[typ], &p.Forms[f]) {
		return
	}
	t := &n.Types[typ]
	var all []lint.Diagnostic
	ends := endsNames(n, t)
	for _, k := range p.Places(f) {
		i := int(k)
		if p.Tokens[i].Case == lint.Lower && isProse(p.Document, i) && !(ends && isDetermined(p.Document, i)) {
			all = append(all, inLowercase(p, n, i, t))
		}
	}
	reportTogether(p, all)
}

// isCapitalisedName reports whether a form that is also in lower case is known for a name: the word list or its diacritics tell
// it, it has its capital inside a sentence, and more often than not.
func isCapitalisedName(t *Type, f *lint.Form) bool {
	return t.Inner > 0 && len(t.Mentions) > int(f.Lower) && !t.Entry.Word() && (t.Entry.Name() || !isPlain(f.Fold))
}

// reportHalf reports the places where a form stands in lower case beside the other half of a name that has both its capitals
// elsewhere: Zhao heng, Zhao Heng; lu Wan's, Lu Wan.
func reportHalf(p *lint.Pass, f lint.FormID) {
	fold := p.Forms[f].Fold
	if !isLetters(fold) || particles[fold] {
		return
	}
	n := Mentions.Of(p.Document)
	typ, ok := n.typeOf(Fold(fold))
	if !ok {
		return // nearly all
	}
	t := &n.Types[typ]
	if isCapitalisedName(t, &p.Forms[f]) && len(fold) >= minLowercase {
		return // reportUncapitalised has them
	}
	for _, k := range p.Places(f) {
		i := int(k)
		if p.Tokens[i].Case != lint.Lower || p.IsQuoted(i) || !isProse(p.Document, i) {
			continue
		}
		if m := n.wholeOf(t, i); m != nil {
			name := p.Slice(m.Span)
			p.Report(lint.Diagnostic{
				Span:    p.Tokens[i].Span(),
				Message: fmt.Sprintf("‘%s’ in lower case, half of a name that is ‘%s’ elsewhere", p.TokenText(i), name),
				Related: []lint.Related{{Span: m.Span, Message: fmt.Sprintf("here it is ‘%s’", name)}},
				Fixes:   []lint.Fix{lint.Replace("write "+name, lint.Unsafe, p.Tokens[i].Span(), name)},
			})
		}
	}
}

// wholeOf returns a mention of a type that has beside it the name that stands beside token i, which is the type in lower
// case; nil for none.
func (n *Names) wholeOf(t *Type, i int) *Mention {
	before, behind := n.halfAt(i-1), n.halfAt(i+1)
	for _, k := range t.Mentions {
		m := &n.Mentions[k]
		isWhole := before >= 0 && m.Prev == before && before != m.Type || behind >= 0 && m.Next == behind && behind != m.Type
		if isWhole && m.At == inner {
			return m
		}
	}
	return nil
}

// halfAt returns the type of token i, if it may be half of a name; -1 for none.
func (n *Names) halfAt(i int) int32 {
	if m := n.mentionAt(i); m != nil && n.isNamed(m.Type) {
		return m.Type
	}
	return -1
}

// reportHalfPinyin reports the places where a form in lower case is one part of a Chinese name whose other part has its capital:
// Shen dayong, deng Ruolan.
func reportHalfPinyin(p *lint.Pass, f lint.FormID) {
	word := p.Forms[f].Fold
	given, family := !lexicon.Entries.Of(p.Document)[f].Known() && isGivenPinyin(word), chineseFamilies[word]
	if !given && !family {
		return
	}
	isHalf, toOther := isBeforeGiven, 1
	if given {
		isHalf, toOther = isBehindFamily, -1
	}
	for _, k := range p.Places(f) {
		i := int(k)
		if p.Tokens[i].Case != lint.Lower || p.IsQuoted(i) || !isProse(p.Document, i) {
			continue
		}
		if !isHalf(p.Document, i) || isDishNear(p.Document, i) {
			continue
		}
		text := strings.ToUpper(word[:1]) + word[1:]
		p.Report(lint.Diagnostic{
			Span:    p.Tokens[i].Span(),
			Message: fmt.Sprintf("‘%s’ in lower case beside ‘%s’", p.TokenText(i), p.TokenText(i+toOther)),
			Fixes:   []lint.Fix{lint.Replace("write "+text, lint.Unsafe, p.Tokens[i].Span(), text)},
		})
	}
}

// isBehindFamily reports whether a Chinese family name with a capital stands before token i and does not begin the sentence:
// met Shen dayong. Names of dynasties are left out, for things are called after them: Tang sancai.
func isBehindFamily(d *lint.Document, i int) bool {
	k := i - 1
	if k <= d.SentenceOf(i).From || d.Tokens[k].Case != lint.Title || d.Glued(i) {
		return false
	}
	family := d.Fold(k)
	return chineseFamilies[family] && !dynasties[family]
}

// isBeforeGiven reports whether a Chinese given name with a capital stands behind token i, and no capitalised word before:
// deng Ruolan.
func isBeforeGiven(d *lint.Document, i int) bool {
	k := i + 1
	return k < d.SentenceOf(i).To && d.Tokens[k].Case == lint.Title && !d.Glued(k) && !lexicon.EntryAt(d, k).Known() &&
		isGivenPinyin(d.Fold(k)) && !(i > 0 && d.Tokens[i-1].Case == lint.Title)
}

// reportLowerBearer reports the places where a form that is no English word is the name of somebody whose office stands before
// it, and has no capital: the trainer darío pellegrano, Mayor sefa Erdem, coach Cho min-jae, the mayor of lviv.
func reportLowerBearer(p *lint.Pass, f lint.FormID) {
	word := p.Forms[f].Fold
	korean := isGivenKorean(word)
	if !korean && (!isLetters(word) || particles[word]) {
		return
	}
	for _, k := range p.Places(f) {
		i := int(k)
		if !mayLackCapital(p.Document, i) {
			continue
		}
		name, ok := bearerAt(p.Document, i, korean)
		if !ok {
			continue
		}
		at := p.Span(name)
		p.Report(lint.Diagnostic{
			Span:    at,
			Message: fmt.Sprintf("‘%s’ in lower case behind ‘%s’", p.Slice(at), p.TokenText(i-1)),
			Fixes:   []lint.Fix{capitalise(p.Document, name)},
		})
	}
}

// mayLackCapital reports whether token i is in lower case in a sentence that begins with a capital, and two words or more stand
// before it that nothing glues to it.
func mayLackCapital(d *lint.Document, i int) bool {
	if d.Tokens[i].Case != lint.Lower || d.IsQuoted(i) || d.BlockOf(i).Kind == lint.Label {
		return false
	}
	s := d.SentenceOf(i)
	return i >= s.From+2 && d.Tokens[s.From].Case != lint.Lower && !d.Glued(i) && !d.Glued(i-1)
}

// bearerAt returns the words in lower case from token i on that are the name of somebody, or of a town, by what stands before
// them. The word at i may be a Korean given name, or it is of letters alone.
func bearerAt(d *lint.Document, i int, korean bool) (name lint.Range, ok bool) {
	name = lint.Range{From: i, To: i + 1}
	switch before := d.Fold(i - 1); {
	case korean: // coach Cho min-jae
		return name, d.Tokens[i-1].Case == lint.Title && koreanFamilies()[before] != ""
	case before == "of": // the mayor of lviv
		return name, lexicon.EntryAt(d, i).Place() && haveTownNames[d.Fold(i-2)]
	case titles[before] || offices[before], isSecondGiven(d, i):
		if !isBeforeFamily(d, i) || strings.HasSuffix(d.Fold(i), "named") { // a driver surnamed Qin
			return name, false
		}
		if d.Tokens[i+1].Case == lint.Lower {
			name.To++ // the trainer darío pellegrano
		}
		return name, true
	}
	return name, false
}

// isSecondGiven reports whether token i and the one before are given names of one person by the word list: Juan carlos Ledesma.
func isSecondGiven(d *lint.Document, i int) bool {
	return isGivenName(d, i-1) && d.Fold(i-1) != d.Fold(i) && lexicon.EntryAt(d, i).Person()
}

// isGivenName reports whether token i has a capital and is the name of a person by the word list, and no word.
func isGivenName(d *lint.Document, i int) bool {
	if d.Tokens[i].Case != lint.Title || lexicon.FunctionAt(d, i) != 0 {
		return false
	}
	e := lexicon.EntryAt(d, i)
	return e.Person() && !e.Word()
}

// isBeforeFamily reports whether a family name stands behind token i in its sentence: sefa Erdem. It may be in lower case where
// the word list has one of the two as the name of a person: darío pellegrano.
func isBeforeFamily(d *lint.Document, i int) bool {
	k := i + 1
	if k >= d.SentenceOf(i).To || d.Tokens[k].Kind != lint.Word || d.Glued(k) {
		return false
	}
	entry := lexicon.EntryAt(d, k)
	if entry.Word() || lexicon.FunctionAt(d, k) != 0 || !isLetters(d.Fold(k)) {
		return false
	}
	switch d.Tokens[k].Case {
	case lint.Title:
		return true
	case lint.Lower:
		return entry.Person() || lexicon.EntryAt(d, i).Person()
	}
	return false
}

// capitalise is the fix that gives every word of r a capital.
func capitalise(d *lint.Document, r lint.Range) lint.Fix {
	words := make([]string, 0, 2)
	for i := r.From; i < r.To; i++ {
		first, size := utf8.DecodeRuneInString(d.TokenText(i))
		words = append(words, string(unicode.ToUpper(first))+d.TokenText(i)[size:])
	}
	text := strings.Join(words, " ")
	return lint.Replace("write "+text, lint.Unsafe, d.Span(r), text)
}

// isGivenKorean reports whether a folded word is a Korean given name of two syllables.
func isGivenKorean(word string) bool {
	first, second, ok := strings.Cut(word, "-")
	const longest = 5 // letters of a syllable
	return ok && min(len(first), len(second)) > 1 && max(len(first), len(second)) <= longest && isLetters(first) && isLetters(second) &&
		areSyllables([]string{first, second}) && !(lexicon.Lookup(first).Word() && lexicon.Lookup(second).Word())
}

// isDishNear reports whether a word for food or a tune stands near token i in its sentence.
func isDishNear(d *lint.Document, i int) bool {
	const near = 8 // tokens
	s := d.SentenceOf(i)
	for k := max(s.From, i-near); k < min(s.To, i+near); k++ {
		if dishes[d.Fold(k)] {
			return true
		}
	}
	return false
}

// isGivenPinyin reports whether a folded word is two syllables of Mandarin.
func isGivenPinyin(word string) bool {
	const least = 5 // letters of a word that tells
	return len(word) >= least && isPinyin(word) && !isSyllable(word)
}

var (
	// offices holds what somebody is whose name follows, beside titles.
	offices = lint.WordSet("trainer manager goalkeeper striker midfielder defender winger forward skipper referee actor actress singer writer journalist lawyer deputy councillor poet painter player driver commissioner prosecutor")

	// haveTownNames holds words that the name of a town follows with of.
	haveTownNames = lint.WordSet("mayor city town")

	// chineseFamilies holds Chinese family names, dynasties those that things are called after: Tang sancai.
	chineseFamilies = lint.WordSet("wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng shen zeng peng lu jiang cai jia ding wei xue yan pan du dai xia zhong tian ren fang shi yao tan liao zou xiong jin hao bai cui kang qiu qin gu hou shao meng duan lei qian yin")
	dynasties       = lint.WordSet("tang song yuan han jin zhou xia wei qin zhao")

	// dishes holds words that tell of food and tunes.
	dishes = lint.WordSet("eat eats ate eating eaten cook cooked dish dishes food snack snacks soup soups dumpling dumplings noodle noodles bread rice pork tea menu tune tunes song songs")
)

// isDetermined reports whether an article or a determiner stands before token i.
func isDetermined(d *lint.Document, i int) bool {
	return i > 0 && lexicon.FunctionAt(d, i-1)&(lexicon.Article|lexicon.Determiner|lexicon.Possessive) != 0
}

// endsNames reports whether every mention of the type stands behind another name, as what a name says its bearer is does: the
// Sinai Governorate, the governorate.
func endsNames(n *Names, t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool { return n.Mentions[i].Prev < 0 })
}

// isLetters reports whether a word is of letters alone: neither joined words nor a code.
func isLetters(word string) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// minLowercase is the length of the shortest name in lower case that is reported.
const minLowercase = 4

// isProse reports whether token i stands by itself among English words: neither in an address nor in a foreign phrase, nor
// for itself, as behind the word, nor is it how somebody signs: posted by.
func isProse(d *lint.Document, i int) bool {
	return !isCited(d, i) && !isGluedToWord(d, i) && d.BlockOf(i).Kind != lint.Label && !isBesideForeign(d, i)
}

// isCited reports whether token i is meant as a word (the word uhuru), or is how somebody signs at the end of a block (by felo).
func isCited(d *lint.Document, i int) bool {
	if i == 0 {
		return false
	}
	switch d.Fold(i - 1) {
	case "word", "term":
		return true
	case "by":
		return d.BlockOf(i).To == i+1
	}
	return false
}

// isGluedToWord reports whether more than a mark is glued to token i, as in an address: sasover@example.org, sasover.com.
func isGluedToWord(d *lint.Document, i int) bool {
	if d.Glued(i) && !isQuoteOrBracket(d, i-1) {
		return true
	}
	if !d.Glued(i+1) || isQuoteOrBracket(d, i+1) {
		return false
	}
	return d.Tokens[i+1].Kind != lint.Punct || d.Glued(i+2) && d.Tokens[i+2].Kind == lint.Word
}

// isQuoteOrBracket reports whether token i is a quotation mark or a bracket.
func isQuoteOrBracket(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Quote || d.Tokens[i].Kind == lint.Bracket
}

// isBesideForeign reports whether a word in lower case that no list has stands beside token i: in bocca al lupo.
func isBesideForeign(d *lint.Document, i int) bool {
	isForeign := func(k int) bool {
		return d.Tokens[k].Kind == lint.Word && d.Tokens[k].Case == lint.Lower && !lexicon.EntryAt(d, k).Known()
	}
	return i > 0 && isForeign(i-1) || i+1 < len(d.Tokens) && isForeign(i+1)
}

// inLowercase is the finding of a name in lower case at token i.
func inLowercase(p *lint.Pass, n *Names, i int, t *Type) lint.Diagnostic {
	at := p.Tokens[i].Span()
	m := &n.Mentions[t.Mentions[0]]
	name := p.Slice(m.Span)
	severity := lint.Warning
	if p.IsQuoted(i) {
		severity = lint.Info
	}
	return lint.Diagnostic{
		Span: at, Severity: severity,
		Message: fmt.Sprintf("‘%s’ in lower case, ‘%s’ %s", p.Slice(at), name, lint.Times(len(t.Mentions))),
		Related: []lint.Related{{Span: m.Span, Message: fmt.Sprintf("here it is ‘%s’", name)}},
		Fixes:   []lint.Fix{lint.Replace("write "+name, lint.Unsafe, at, name)},
	}
}
