package casing

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// StrayCapital reports a capital letter on a function word inside a sentence.
//
// Links and bold words are translated as segments of their own and come back with a capital: "the murder of The columnist".
// Where the engine lost a full stop, the capital is what is left of it. Names, titles, letters used as labels (grade A,
// vitamin A) and headlines in capitals are right, so the words on both sides must be in lower case, or the word follows a
// name, a comma or brackets in a sentence that is in lower case, or stands before a quotation mark. Before a name the
// article is reported where the same name has a small one elsewhere. Adverbs, participles, adjectives before a noun and
// gerunds before their object are known by their endings, verbs by the to or the modal verb before them, and are reported
// where no name stands near, participles behind their auxiliary there, too. So is a plain word that the article writes in
// lower case elsewhere, unless it is behind an article or an institution (the flag State), which has its capital from many
// houses. A subject with its verb is reported behind a comma, a number or a common noun: he spoke of it, The road is closed;
// in the match He was hurt. So is it's; texts that name a god, and players called He, are left alone. A preposition between
// a verb that tells of change and a figure, the article of a family, and an adverb behind that are reported, too: rose To
// 42, of The Shen family.
//
// The fixes are unsafe. An article goes where English has none (any A response, A most of them) or gets its small letter,
// with the other repair as an alternative; any other word gets its small letter. At times a full stop is what is missing.
//
// bad: They did not give any A response to the letter.
// bad: The police charged a man with the murder of The columnist.
// good: The school has a grade A kitchen and a vitamin A programme.
// good: He read it in The Times on Monday.
//
// Measured on machine output of all kinds: 1.4 hits per 10,000 words (5,400,000 words), on original English 0.28 (352,000
// words), 9 of 10 slips of their writers; 85 read, about 81 right, and of the plain words 36 distinct ones, all right.
var StrayCapital = &lint.Rule{
	Name:     "casing/stray-capital",
	Severity: lint.Warning,
	MQM:      "Fluency/Spelling",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for candidates := strayCandidates(p.Document); len(candidates) > 0; {
			s, n := p.SentenceOf(int(candidates[0])), 1
			for n < len(candidates) && int(candidates[n]) < s.To {
				n++
			}
			reportStrayCapitals(p, s, candidates[:n])
			candidates = candidates[n:]
		}
	},
}

// strayCandidates returns the capitalised words that are worth a look: function words and others that are hardly names,
// behind a word, a comma or a bracket.
func strayCandidates(d *lint.Document) (out []int32) {
	functions := lexicon.Functions.Of(d)
	for _, k := range d.Capitals {
		i, t := int(k), &d.Tokens[k]
		if t.Case != lint.Title || i == 0 || i+1 == len(d.Tokens) {
			continue
		}
		isFunction := functions[t.Form] != 0
		if !isFunction && (d.Tokens[i+1].Case != lint.Lower || !mayBeStrayAt(d, i)) {
			continue
		}
		before := d.Tokens[i-1].Kind
		if before == lint.Word || before == lint.Bracket || isMark(d, i-1, ',') || before == lint.Number && isFunction {
			out = append(out, k)
		}
	}
	return out
}

// mayBeStrayAt reports whether the content word at i may be stray by its form, or by what stands beside it.
func mayBeStrayAt(d *lint.Document, i int) bool {
	return mayBeStray(&d.Forms[d.Tokens[i].Form]) || isBehindVerbSign(d, i) || isSubjectWithVerb(d, i) || leadsObject(d, i)
}

// mayBeStray reports whether a content word may be stray where it has a capital: isStrayPlainWord, isStrayForm,
// isStrayQuestion and isStrayEnding.
func mayBeStray(f *lint.Form) bool {
	if f.Lower > 0 && f.Count-f.Lower == 1 || f.Fold == "how" || f.Fold == "why" || f.Fold == "more" {
		return true
	}
	switch w := f.Fold; w[len(w)-1] {
	case 'y':
		return strings.HasSuffix(w, "ly") || endsAsAdjective(w)
	case 'd':
		return strings.HasSuffix(w, "ed")
	case 'g':
		return strings.HasSuffix(w, "ing")
	case 'e', 'l', 's':
		return endsAsAdjective(w)
	}
	return false
}

// maxStray is how many stray capitals a sentence has at most: verse has more.
const maxStray = 2

// reportStrayCapitals reports those of the candidates of a sentence that are stray.
func reportStrayCapitals(p *lint.Pass, s lint.Range, candidates []int32) {
	var found []lint.Diagnostic
	for _, k := range candidates {
		i := int(k)
		if i == s.From || i+1 == s.To || opensLine(p.Document, i) || opensEmphasis(p.Document, i) {
			continue
		}
		if isStray(p.Document, s, i) {
			found = append(found, strayCapital(p.Document, i))
		}
	}
	if len(found) == 0 || len(found) > maxStray {
		return
	}
	if b := p.BlockOf(s.From); b.Kind != lint.Paragraph && !isSentenceCased(p.Document, &b) {
		return
	}
	for _, g := range found {
		p.Report(g)
	}
}

// opensEmphasis reports whether bold or italic words that begin with the one at i have another capital: a title.
func opensEmphasis(d *lint.Document, i int) bool {
	start := d.Tokens[i].Start
	n, _ := slices.BinarySearchFunc(d.Inlines, start, func(n lint.Inline, at int32) int { return int(n.Start - at) })
	for ; n < len(d.Inlines) && d.Inlines[n].Start == start; n++ {
		if d.Inlines[n].Kind == lint.Link {
			continue
		}
		for j := i + 1; j < len(d.Tokens) && d.Tokens[j].End <= d.Inlines[n].End; j++ {
			if d.Tokens[j].Case == lint.Title {
				return true
			}
		}
	}
	return false
}

// isStray reports whether the capitalised word at i of sentence s is stray.
func isStray(d *lint.Document, s lint.Range, i int) bool {
	switch {
	case d.Tokens[i+1].Case != lint.Lower:
		return isStrayBeforeMark(d, i) || isStrayNameArticle(d, i) || isStrayKindArticle(d, s, i) || isStrayBeforeFigure(d, s, i)
	case lexicon.FunctionAt(d, i) == 0:
		return isStrayContentWord(d, s, i)
	case i > 1 && isMark(d, i-1, ',') && introducesWords(d, i-2):
		return false
	case isDivine(d, s, i), isInfinitiveOfTitle(d, i):
		return false
	case d.Tokens[i-1].Kind == lint.Number:
		return isStrayAfterNumber(d, s, i)
	case isMark(d, i-1, ','):
		return isStrayConnective(d, s, i) || isStrayRelative(d, s, i) || isStrayClause(d, s, i) || isStrayStatement(d, s, i)
	}
	return isStrayFunctionWord(d, s, i) || isStrayHe(d, s, i) || isStraySubject(d, s, i) || isStrayAfterName(d, s, i) ||
		isStrayAfterBracket(d, s, i)
}

func strayCapital(d *lint.Document, i int) lint.Diagnostic {
	t := d.Tokens[i]
	fixes := []lint.Fix{lint.Replace("write it in lower case", lint.Unsafe, t.Span(), lowerFirst(d.TokenText(i)))}
	if lexicon.Functions.Of(d)[t.Form]&lexicon.Article != 0 {
		drop := lint.Replace("delete it", lint.Unsafe, lint.Span{Start: int(d.Tokens[i-1].End), End: int(t.End)}, "")
		if isArticleTooMany(d, i) {
			fixes = []lint.Fix{drop, fixes[0]}
		} else {
			fixes = append(fixes, drop)
		}
	}
	if word := d.Fold(i); isMark(d, i-1, ',') && startsClause[word] {
		fixes = append(fixes, lint.Replace("put a full stop before it", lint.Unsafe, d.Tokens[i-1].Span(), "."))
	}
	return lint.Diagnostic{
		Span:    t.Span(),
		Message: "capital letter on ‘" + d.TokenText(i) + "’ inside a sentence",
		Fixes:   fixes,
	}
}

// isArticleTooMany reports whether the article at i stands where English has none: behind a determiner, or before another
// article, a pronoun, a conjunction or “most of”.
func isArticleTooMany(d *lint.Document, i int) bool {
	if d.Tokens[i+1].Case != lint.Lower {
		return false
	}
	after := lexicon.FunctionAt(d, i+1)
	switch {
	case isDeterminer(d, i-1) && !clauseWords[d.Fold(i-1)]:
		return true
	case after&lexicon.Determiner != 0:
		return i+2 < len(d.Tokens) && d.Fold(i+2) == "of"
	}
	return after&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun|lexicon.Conjunction) != 0 && after&lexicon.Adverb == 0
}

// clauseWords holds determiners that begin a clause more often.
var clauseWords = lint.WordSet("that which what whose all both such")

// isLowerWord reports whether token i is a word in lower case that no full stop or apostrophe ends.
func isLowerWord(d *lint.Document, i int) bool {
	t := d.Tokens[i]
	last := d.Text[t.End-1]
	return t.Kind == lint.Word && t.Case == lint.Lower && last != '.' && last != '\''
}

func isDeterminer(d *lint.Document, i int) bool {
	f := d.Tokens[i].Form
	return f != lint.NoForm && lexicon.Functions.Of(d)[f]&(lexicon.Article|lexicon.Determiner|lexicon.Possessive) != 0
}

// isStrayFunctionWord reports whether the capitalised function word at i, between two words in lower case, is no name
// and no word of a title.
func isStrayFunctionWord(d *lint.Document, s lint.Range, i int) bool {
	article, word := lexicon.FunctionAt(d, i)&lexicon.Article != 0, d.Fold(i)
	if d.Glued(i) || d.Glued(i+1) || namingNouns[d.Fold(i-1)] || neverStray[word] {
		return false
	}
	if !isLowerWord(d, i-1) && !(article && (opensSentence(d, s, i-1) || isFirstGerund(d, s, i-1))) {
		return false
	}
	before := lexicon.FunctionAt(d, i-1)
	switch {
	case word == "a", word == "an":
		return isArticle(d, i)
	case article:
		return before&lexicon.Article == 0
	case before&(lexicon.Article|lexicon.Possessive) != 0, word == "as" && isGrades(d, i):
		return false
	case (word == "on" || word == "in") && d.Fold(i-1) == "to":
		return false // turn the switch to On
	}
	return !opensTitle(d, s, i) && !isLedToByName(d, s, i)
}

// isLedToByName reports whether a name and a preposition stand before the word at i, so that it may belong to the name: the
// Church of All.
func isLedToByName(d *lint.Document, s lint.Range, i int) bool {
	return i-2 > s.From && d.Tokens[i-2].Case == lint.Title && lexicon.FunctionAt(d, i-2) == 0 &&
		lexicon.FunctionAt(d, i-1)&lexicon.Preposition != 0
}

// isGrades reports whether the capital As at i is the plural of a letter: two As, straight As and Bs.
func isGrades(d *lint.Document, i int) bool {
	next := d.Fold(i + 1)
	return beforeGrades[d.Fold(i-1)] || next == "and" || next == "or"
}

// opensTitle reports whether the words from i on look like a title: Beyond the Sea.
func opensTitle(d *lint.Document, s lint.Range, i int) bool {
	return i+2 < s.To && d.Tokens[i+2].Case == lint.Title && lexicon.FunctionAt(d, i+1) != 0
}

// opensSentence reports whether token i is a function word that sentence s begins with.
func opensSentence(d *lint.Document, s lint.Range, i int) bool {
	first := max(s.From, i-3)
	for first < i && d.Tokens[first].Kind != lint.Word {
		first++
	}
	t := d.Tokens[i]
	return first == i && i-s.From <= 3 && t.Case == lint.Title && lexicon.Functions.Of(d)[t.Form]&^lexicon.Article != 0
}

// isFirstGerund reports whether token i is a verb in -ing that sentence s begins with.
func isFirstGerund(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	if i != s.From || len(word) < 6 || !strings.HasSuffix(word, "ing") {
		return false
	}
	e := lexicon.EntryAt(d, i)
	return e.Word() && !e.Name()
}

// isStraySubject reports whether the capitalised word at i, behind a name, begins a clause of its own: Paris It is.
func isStraySubject(d *lint.Document, s lint.Range, i int) bool {
	before := &d.Tokens[i-1]
	if i <= s.From+2 || before.Kind != lint.Word || before.Case != lint.Title || before.Len() < 3 || d.Glued(i) ||
		lexicon.FunctionAt(d, i-1) != 0 || lexicon.FunctionAt(d, i+1)&lexicon.Auxiliary == 0 {
		return false
	}
	return subjects[d.Fold(i)] || d.Fold(i) == "he" && isFullName(d, i-2)
}

// isStrayAfterNumber reports whether the capitalised word at i, behind a year or another number that ends a phrase, begins
// what is told: the first months of 2020 The amount fell.
func isStrayAfterNumber(d *lint.Document, s lint.Range, i int) bool {
	word := d.Fold(i)
	if word != "the" && word != "this" && word != "these" || i <= s.From+3 || i+2 >= s.To || d.Glued(i) {
		return false
	}
	return isBehindLowerWords(d, s, i) && beforeYears[d.Fold(i-2)] && isLowerWord(d, i+2)
}

// beforeYears holds words that a number stands behind, and ends a phrase.
var beforeYears = lint.WordSet("in of since by until from to for about")

// isArticle reports whether the capital A or An at i is an article: not a letter that labels something, not a name.
func isArticle(d *lint.Document, i int) bool {
	next := d.Fold(i + 1)
	if labelled[d.Fold(i-1)] || i > 1 && isCapitalLetter(d, i-2) || lexicon.FunctionAt(d, i-1)&lexicon.Article != 0 {
		return false
	}
	if len(next) < 2 || labelFollowers[next] || lexicon.FunctionAt(d, i+1)&^(lexicon.Adverb|lexicon.Determiner) != 0 {
		return false
	}
	vowel := strings.IndexByte("aeiou", next[0]) >= 0
	if d.Tokens[i].Len() == 2 {
		return vowel || next[0] == 'h'
	}
	return (!vowel || next[0] == 'u' || strings.HasPrefix(next, "one") || strings.HasPrefix(next, "eu") || isDeterminer(d, i-1)) &&
		!labels.Of(d)
}

// isCapitalLetter reports whether token i is a single letter with a capital: from A to B.
func isCapitalLetter(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	return t.Kind == lint.Word && t.Len() == 1 && t.Case != lint.Lower
}

// labels is whether the document uses B or C on their own as labels.
var labels = lint.NewFact("labels", func(d *lint.Document) bool {
	for i := range d.Forms {
		if f := d.Forms[i].Fold; f == "b" || f == "c" {
			return true
		}
	}
	return false
})

// isInfinitiveOfTitle reports whether the word at i is the verb of a title: To Be or Not to Be.
func isInfinitiveOfTitle(d *lint.Document, i int) bool {
	return d.Fold(i) == "be" && d.Fold(i-1) == "to" && (d.Tokens[i-1].Case == lint.Title || i > 1 && d.Tokens[i-2].Case == lint.Title)
}

// isSentenceCased reports whether most content words of a block are in lower case, as in running text.
func isSentenceCased(d *lint.Document, b *lint.Block) bool {
	functions := lexicon.Functions.Of(d)
	lower, capital := 0, 0
	for i := b.From + 1; i < b.To; i++ {
		t := d.Tokens[i]
		switch {
		case t.Kind != lint.Word || functions[t.Form] != 0:
		case t.Case == lint.Lower:
			lower++
		default:
			capital++
		}
	}
	return lower > capital
}

var (
	// neverStray holds function words that are names, answers or forms of address as well.
	neverStray = lint.WordSet("i no us will may can so down mine yes he him his himself you your yours who one do out off")

	// namingNouns holds nouns that a title or a name follows without quotation marks.
	namingNouns = lint.WordSet("film movie book treatise essay pamphlet lecture sermon opera symphony painting thesis novel play song album single series show programme program documentary band group magazine newspaper journal podcast poem story " +
		"titled called entitled named dubbed signed surname letter word words syllable preposition article tap click press select choose")

	// labelled holds nouns that a single letter follows as a label.
	labelled = lint.WordSet("plan vitamin hepatitis group grade class type category section appendix exhibit part point option team block zone gate hall building room row terminal serie series schedule influenza " +
		"immunoglobulin immunoglobulins witness officer soldier resident juror stand junction protein platform pier pod wing child person patient system level list division model schema party player company country city figure table annex unit an grades groups levels flu super first-class")

	// labelFollowers holds words behind a single letter that is a label: A shares, A levels.
	labelFollowers = lint.WordSet("minor major flat sharp game string roads to shares share stocks stock levels level standard standards sports side team teams student students road train sample samples")

	// beforeGrades holds words that stand before the plural of a letter.
	beforeGrades = lint.WordSet("two three four five six seven eight nine ten straight more fewer mostly all double triple")

	// subjects holds words that begin a clause before its verb.
	subjects = lint.WordSet("she it they there this these which")
)
