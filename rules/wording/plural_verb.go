package wording

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PluralVerb reports a verb in the singular behind a subject in the plural, and the other way round, where no other subject
// can be meant: People was tired, These roads has, They was, He have.
//
// Turkish, Chinese, Vietnamese and Indonesian verbs have no number, and an engine that translates a long sentence word by word
// lets the noun next to the verb decide. Reported are pronouns, people, these and many with a noun, at the head of a sentence,
// and men and women by their trade without an article behind a comma with and or but. Speech between quotation marks and a
// text in dialect (ain’t) are left alone, for so people speak, and so are firms, films and papers (Farmers has raised its
// premiums, You has been renewed), words that are spoken of, and inversions (This have I seen).
//
// The fix writes the other number of the verb and is unsafe.
//
// bad: People was tired of the long queue.
// bad: These roads has no lamps, and they was closed at night.
// bad: The valley has two castles, and shepherds has used their cellars.
// bad: They was late for the last boat.
// good: People magazine was there.
// good: Three years is a long time, and contact with other people is rare.
// good: The union of bakers and shepherds has a new head.
//
// Measured on 5.4 million words of machine translation, on original English and human translations (680,000 words): no hit,
// less than 0.1 per 10,000 words; in manuals (4.5 million words) 3, two of them one sentence, all slips. The level is
// provisional.
var PluralVerb = &lint.Rule{
	Name:     "wording/plural-verb",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		if isDialect(p.Document) {
			return
		}
		for _, v := range numbered {
			for _, k := range p.Places(p.Find(v.key)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i == s.From || i+1 >= s.To || p.Tokens[i].Case != lint.Lower || p.Tokens[i+1].Kind != lint.Word {
					continue
				}
				if !v.clashes(p.Document, s, i) || p.IsQuoted(i) {
					continue
				}
				p.Report(lint.Diagnostic{
					Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
					Message: "‘" + p.TokenText(i) + "’ behind ‘" + p.TokenText(i-1) + "’",
					Fixes:   []lint.Fix{lint.Replace("write ‘"+v.other+"’", lint.Unsafe, p.Tokens[i].Span(), v.other)},
				})
			}
		}
	},
}

// numbered are the verbs that show their number, with the form of the other number and what stands before them wrongly.
var numbered = [...]struct {
	key     lint.Key
	other   string
	clashes func(*lint.Document, lint.Range, int) bool
}{
	{lint.KeyOf("is"), "are", isPluralSubject},
	{lint.KeyOf("was"), "were", isPluralSubject},
	{lint.KeyOf("has"), "have", isPluralSubject},
	{lint.KeyOf("does"), "do", isPluralThing},
	{lint.KeyOf("are"), "is", isSingularSubject},
	{lint.KeyOf("have"), "has", isSingularSubject},
}

// isDialect reports whether a text has a word of those who say we was as well, or has that more than once.
func isDialect(d *lint.Document) bool {
	for _, key := range ofDialect {
		if d.Find(key) != lint.NoForm {
			return true
		}
	}
	said := 0
	for _, k := range d.Places(d.Find(wasKey)) {
		if k > 0 && pluralPronouns[d.Fold(int(k)-1)] {
			said++
		}
	}
	return said > 1
}

var wasKey = lint.KeyOf("was")

// ofDialect are words of dialects and of old speech.
var ofDialect = lint.Keys("ain't amn't thou thee nowt summat gonna gotta yer mair wi' o' an' dat dem dey dis")

// isSingularSubject reports whether sentence s begins with he, she, it or this, and the verb at token i follows, and no
// subject behind that: this have I seen. IT is no pronoun.
func isSingularSubject(d *lint.Document, s lint.Range, i int) bool {
	return i == s.From+1 && singularPronouns[d.Fold(s.From)] && d.Tokens[s.From].Case == lint.Title &&
		!subjectPronouns[d.Fold(i+1)] && d.Fold(i+1) != "mercy"
}

// mayBeTitle reports whether the word at token i, which begins a sentence, may be the name of a film or a magazine: what stands
// behind its verb at i+1 speaks of one, or the text has it with a capital within a sentence.
func mayBeTitle(d *lint.Document, i int) bool {
	isPointer := d.Fold(i) == "these" || d.Fold(i) == "those"
	if ofWork[d.Fold(i+2)] && !(isPointer && d.Fold(i+2) == "been") {
		return true
	}
	for _, k := range d.Places(d.Tokens[i].Form) {
		if d.Tokens[k].Case != lint.Lower && !d.IsSentenceStart(int(k)) {
			return true
		}
	}
	return false
}

// isPluralSubject reports whether a subject in the plural, which begins the sentence or a clause, ends before the verb at
// token i.
func isPluralSubject(d *lint.Document, s lint.Range, i int) bool {
	noun := d.Fold(i - 1)
	switch i - s.From {
	case 1:
		return (pluralPronouns[noun] || noun == "people") && d.Tokens[i-1].Case == lint.Title && !mayBeTitle(d, i-1) &&
			d.Tokens[i+1].Case == lint.Lower
	case 2, 3:
		if isCountedPlural(d, s.From, i) {
			return true
		}
	}
	return (trades[noun] || noun == "people") && d.Tokens[i-1].Case == lint.Lower && beginsSecondClause(d, s, i-1)
}

// isPluralThing reports whether these or those and a plural, which begin sentence s, end before the does at token i.
func isPluralThing(d *lint.Document, s lint.Range, i int) bool {
	lead := d.Fold(s.From)
	return (lead == "these" || lead == "those") && i-s.From < 4 && i-s.From > 1 && isCountedPlural(d, s.From, i)
}

// isCountedPlural reports whether the tokens from a to the verb at i are these or many, perhaps an adjective, and a plural.
func isCountedPlural(d *lint.Document, a, i int) bool {
	if !pluralDeterminers[d.Fold(a)] {
		return false
	}
	if i-a == 3 && (lexicon.FunctionAt(d, a+1) != 0 || d.Tokens[a+1].Case != lint.Lower || mayBeVerb(d.Fold(a+1))) {
		return false
	}
	return isPluralNoun(d, i-1) && !singularInS[d.Fold(i-1)] && !ofPhrase[d.Fold(i+1)]
}

// beginsSecondClause reports whether the noun at token i stands right behind the first comma of sentence s with and or but, and
// the words before the comma have a verb of their own.
func beginsSecondClause(d *lint.Document, s lint.Range, i int) bool {
	if i-3 < s.From || d.TokenText(i-2) != "," || !joiners[d.Fold(i-1)] {
		return false
	}
	hasVerb := false
	for k := s.From; k < i-2; k++ {
		if d.Tokens[k].Kind != lint.Word && d.Tokens[k].Kind != lint.Number {
			return false
		}
		hasVerb = hasVerb || lexicon.FunctionAt(d, k)&lexicon.Auxiliary != 0
	}
	return hasVerb
}

var (
	singularPronouns  = lint.WordSet("he she it this")
	pluralPronouns    = lint.WordSet("they we you these those")
	pluralDeterminers = lint.WordSet("these those many several both few")
	joiners           = lint.WordSet("and but so")

	// trades are plurals of people by what they do, which name no club or paper.
	trades = lint.WordSet(`farmers shepherds workers students teachers doctors soldiers residents villagers fishermen
		fishers women men children parents nurses bakers builders drivers miners hunters sailors tourists visitors
		experts scientists researchers journalists reporters officials protesters demonstrators employees customers
		patients pupils passengers travellers travelers pedestrians citizens lawyers artists writers buyers sellers
		traders engineers`)

	// ofPhrase are words that say what having several of a thing is: many hands is what makes light work.
	ofPhrase = lint.WordSet("a an the what where how who why when")

	// ofWork are words behind the verb of a magazine, a film, or a word that is spoken of.
	ofWork = lint.WordSet(`a an the what where how who why when been one once about set now not published released filmed
		shot written directed renewed cancelled canceled axed based adapted named nominated premiered produced recorded
		first originally also used become part his her its their founded launched sold bought owned magazine acquired
		established reporting learned confirmed obtained reached singular plural always sometimes often robbed`)
)
