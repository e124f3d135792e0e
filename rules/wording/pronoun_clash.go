package wording

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// PronounClash reports he for a woman and she for a man: Actress Qin Yumei was born in Hunan. In 2018 he became famous.
//
// Chinese, Japanese, Turkish, Persian, Finnish, Hungarian and Korean have one pronoun or leave it out, Russian and Czech
// put the sex into the verb, and the engine picks he or she sentence by sentence. Reported is the subject of a sentence in a
// paragraph that has told of one person alone up to there, whose sex a noun (actress, mother, Mrs) or the other pronoun
// tells. Left alone is a paragraph with a second name, a plural they, a word for somebody else (coach, friend, child) or for
// one of the other sex before the pronoun, one whose sentence goes on with such a word (his wife), and what stands in
// quotation marks. Where no more than a pronoun tells the sex, or the three paragraphs before tell of somebody of the other, it
// is information; short sentences that go to and fro between she and he are left alone.
//
// There is no fix: the words behind the pronoun may have to change, too.
//
// bad: Actress Qin Yumei was born in Hunan in 1995. In 2018 he became famous with the film “Summer Bus”.
// bad: She has played for the club in the south of the town since last May. He served as its captain in the autumn.
// bad: The goalkeeper Lee Ji-woo is a mother of two. After the final he could not hide the tears.
// good: Actress Qin Yumei married the painter Luo Bin in May. He became famous with a picture of her.
// good: She has a brother. He served as captain in the autumn.
//
// Measured on 5.4 million words of machine translation: 0.01 hits per 10,000 words, most of them information, on 350,000 words of
// original English, 330,000 of human translation and 4.5 million of manuals none; 8 read, translations of three
// texts, 8 right. So few make the level provisional.
var PronounClash = &lint.Rule{
	Name:     "wording/pronoun-clash",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, key := range repeatingPronouns {
			done := -1 // where the last block begins that was read
			for _, k := range p.Places(p.Find(key)) {
				i := int(k)
				b := p.BlockOf(i)
				if b.From == done || i < p.Sentences[b.Sentences.From].To || !isSubjectPronoun(p.Document, p.SentenceOf(i), i) {
					continue
				}
				done = b.From
				t := telling{told: -1, d: p.Document, clash: personOf(p.Document, i) &^ isPronoun}
				if at := t.clashingPronoun(b, key); at > 0 {
					severity := lint.Warning
					if t.toldByPronoun() || t.toldShortlyBefore(b) {
						severity = lint.Info
					}
					p.Report(lint.Diagnostic{
						Span:     p.Tokens[at].Span(),
						Severity: severity,
						Message:  "‘" + p.TokenText(at) + "’, but ‘" + p.TokenText(t.told) + "’ tells of a " + t.sexBefore(),
					})
				}
			}
		}
	},
}

// person says whom a word is about.
type person uint8

// The persons that a paragraph tells of.
const (
	woman person = 1 << iota
	man
	another   // somebody of either sex, or several
	isPronoun // beside the sex
	several   // beside the sex; so is one by whose side somebody of the other sex stands, as a widow
)

// personWords holds the words for people.
var personWords = func() *lexicon.FormTable[person] {
	t := lexicon.NewFormTable[person](400)
	for p, words := range map[person]string{
		woman | isPronoun: "she her hers herself",
		man | isPronoun:   "he him his himself",
		woman | several:   "mothers wives sisters daughters women girls ladies girlfriend ex-girlfriend bride wife widow ex-wife",
		man | several:     "fathers brothers sons men boys gentlemen guys lads boyfriend ex-boyfriend groom husband widower ex-husband",
		woman: `actress mother sister daughter aunt grandmother granddaughter niece queen princess empress duchess
			countess
			baroness mrs ms woman woman's women's girl lady heroine waitress businesswoman spokeswoman chairwoman
			congresswoman policewoman sportswoman nun mom mum grandma female housewife hostess schoolgirl`,
		man: `father brother son uncle grandfather grandson nephew king prince emperor mr man man's men's boy
			gentleman
			businessman fisherman sportsman priest monk dad grandpa male guy lad`,
		another | isPronoun: "they them their theirs themselves",
		another: `both others another whose someone somebody anyone anybody everyone everybody
			parent parents couple child children baby kid kids twin twins cousin friend friends colleague colleagues partner
			lover spouse relative relatives neighbour neighbor victim suspect opponent rival coach trainer president minister
			governor mayor leader director manager doctor physician teacher professor judge lawyer officer soldier author writer
			poet student singer artist painter musician player striker goalkeeper captain hero god lord duke count baron
			bishop pope imam sheikh sultan dog cat horse boss guest owner character murderer killer robber thief driver engineer
			scientist researcher worker farmer journalist reporter photographer composer producer actor dancer guitarist
			drummer architect expert analyst candidate deputy senator secretary ambassador spokesperson patient nurse surgeon
			pilot sailor carpenter baker butcher cook chef plumber gardener servant employee employer assistant successor
			predecessor winner champion skater runner swimmer fan stranger visitor tenant landlord client customer teenager
			youth potter snowboarder inspector superintendent spokesman chairman policeman`,
	} {
		for _, w := range strings.Fields(words) {
			*t.Set(lint.Hash(w)) |= p
		}
	}
	return t
}()

// personOf returns whom token i is about; 0 for a word about nobody.
func personOf(d *lint.Document, i int) person {
	if f := d.Tokens[i].Form; f != lint.NoForm {
		return personWords.Get(d.Forms[f].Hash)
	}
	return 0
}

// isSubjectPronoun reports whether the pronoun at token i is the subject that sentence s begins with, an adverbial or a
// quotation before it aside: In 2018 he became; “It burnt,” he said. No he or she, no he/she.
func isSubjectPronoun(d *lint.Document, s lint.Range, i int) bool {
	const longest = 8 // tokens of an adverbial
	if i+2 >= s.To || d.Tokens[i+1].Kind != lint.Word || d.Fold(i+1) == "or" || d.Fold(i+1) == "and" || d.IsQuoted(i) {
		return false
	}
	from := behindQuotation(d, s)
	if i == from {
		return true
	}
	if from != s.From || i-from > longest || !adverbialOpeners[d.Fold(from)] {
		return false
	}
	for k := from; k < i; k++ {
		if personOf(d, k) != 0 || clauseWords[d.Fold(k)] || k > from && isNameWord(d, k) {
			return false
		}
	}
	return true
}

// behindQuotation returns the token behind the quotation that sentence s begins with or in; its first one where there is none.
func behindQuotation(d *lint.Document, s lint.Range) int {
	i := s.From
	for i < s.To-1 && (d.Tokens[i].Kind == lint.Quote || d.Tokens[i].Kind == lint.Punct || d.IsQuoted(i)) {
		i++
	}
	return i
}

// telling follows of whom a paragraph tells.
type telling struct {
	d     *lint.Document
	clash person     // the sex that is not that of the person
	told  int        // the word that tells the person's sex; -1 while none has
	name  lint.Range // what the person is called; empty while that is not known
}

// clashingPronoun returns the first place of a pronoun in block b where it is the subject of its sentence and the block has
// told of one person of the other sex alone; 0 for none.
func (t *telling) clashingPronoun(b lint.Block, pronoun lint.Key) int {
	if hasOddQuote(t.d, b) {
		return 0
	}
	for _, s := range t.d.Sentences[b.Sentences.From:b.Sentences.To] {
		if t.told >= 0 {
			if i := subjectPronoun(t.d, s, t.clash); i >= 0 {
				if t.tellsOfClashing(i+1, s.To) || t.toldByPronoun() && !t.tellsAtLength(s) {
					return 0
				}
				return i
			}
		}
		if t.told < 0 && !t.tellsSex(s) || !t.tellsOfOne(s) {
			return 0
		}
	}
	return 0
}

// sexBefore names the sex of the person told of.
func (t *telling) sexBefore() string {
	if t.clash == man {
		return "woman"
	}
	return "man"
}

// toldByPronoun reports whether no more than a pronoun tells the person's sex.
func (t *telling) toldByPronoun() bool { return personOf(t.d, t.told)&isPronoun != 0 }

// tellsAtLength reports whether the sentence that tells the person's sex and sentence s are no short ones, as they go to and
// fro in a story: She said never. He said always.
func (t *telling) tellsAtLength(s lint.Range) bool {
	const least, leastAgain = 14, 9 // tokens
	first := t.d.SentenceOf(t.told)
	return first.To-first.From >= least && s.To-s.From >= leastAgain && t.d.Tokens[first.From].Kind != lint.Quote
}

// toldShortlyBefore reports whether the few blocks before block b have a word for somebody of the clashing sex.
func (t *telling) toldShortlyBefore(b lint.Block) bool {
	const reach = 3 // blocks
	i := b.From - 1
	for n := 0; n < reach && i >= 0; n++ {
		for from := t.d.BlockOf(i).From; i >= from; i-- {
			if personOf(t.d, i)&t.clash != 0 {
				return true
			}
		}
	}
	return false
}

// hasOddQuote reports whether block b has an odd number of quotation marks, so that nobody knows what is quoted.
func hasOddQuote(d *lint.Document, b lint.Block) bool {
	odd := false
	for i := b.From; i < b.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			odd = !odd
		}
	}
	return odd
}

// subjectPronoun returns the pronoun for somebody of a sex that is the subject at the head of sentence s; -1 for none.
func subjectPronoun(d *lint.Document, s lint.Range, sex person) int {
	from := behindQuotation(d, s)
	for i := from; i < min(from+9, s.To); i++ {
		if personOf(d, i)&^isPronoun == sex {
			if word := d.Fold(i); (word == "he" || word == "she") && isSubjectPronoun(d, s, i) {
				return i
			}
			return -1
		}
	}
	return -1
}

// tellsOfClashing reports whether a stretch has a noun for somebody of the clashing sex, or one that such a person has: his wife.
func (t *telling) tellsOfClashing(from, to int) bool {
	for i := from; i < to; i++ {
		switch p := personOf(t.d, i); {
		case p&isPronoun != 0:
		case p&t.clash != 0:
			return true
		case p&(woman|man) != 0 && partners[t.d.Fold(i)]:
			return true
		}
	}
	return false
}

// partners holds words for those whom the other sex has by its side.
var partners = lint.WordSet("wife husband girlfriend boyfriend bride groom ex-wife ex-husband")

// tellsSex finds the word in sentence s that tells the sex of the person whom a paragraph begins with.
func (t *telling) tellsSex(s lint.Range) bool {
	const furthest = 14 // tokens from the head
	own := (woman | man) &^ t.clash
	if i := subjectPronoun(t.d, s, own); i >= 0 {
		t.told = i
		return true
	}
	for i := s.From; i < min(s.To, s.From+furthest); i++ {
		p := personOf(t.d, i)
		if p&(woman|man) == 0 || t.d.IsQuoted(i) {
			continue
		}
		if p != own || !isOwnNoun(t.d, s, i) {
			return false
		}
		t.told = i
		return true
	}
	return false
}

// isOwnNoun reports whether the noun for a person at token i is nobody else's and no part of a name: no my mother, Pan's sister,
// Maid Queen. Kin is somebody's, too, but not the mother of two; and a female may have her mate, but not a female diver.
func isOwnNoun(d *lint.Document, s lint.Range, i int) bool {
	word, next := d.Fold(i), min(i+1, s.To-1)
	if kin[word] && d.Fold(next) != "of" || sexAdjectives[word] && !mayBePerson(d, next) {
		return false
	}
	if i == s.From {
		return true
	}
	before := d.Fold(i - 1)
	return d.Tokens[i].Case == lint.Lower && lexicon.FunctionAt(d, i-1)&lexicon.Possessive == 0 && !strings.HasSuffix(before, "'s")
}

// mayBePerson reports whether token i is a name or a noun for what a person does: female diver, women's champion Holm.
func mayBePerson(d *lint.Document, i int) bool {
	return personOf(d, i) != 0 || d.Tokens[i].Case == lint.Title || endsIn(d.Fold(i), "er", "or", "ist", "ete", "ian")
}

var (
	// kin holds nouns for those who are somebody's, sexAdjectives what stands before a noun for anybody.
	kin = lint.WordSet(`mother father sister brother daughter son aunt uncle niece nephew grandmother grandfather granddaughter grandson
		mom mum dad grandma grandpa`)
	sexAdjectives = lint.WordSet("female male women's men's woman's man's")
)

// tellsOfOne reports whether sentence s tells of the person alone.
func (t *telling) tellsOfOne(s lint.Range) bool {
	d, depth := t.d, 0
	for i := s.From; i < s.To; i++ {
		if d.Tokens[i].Kind == lint.Bracket {
			depth = max(0, depth+bracketStep(d.TokenText(i)))
		}
		if depth > 0 || d.Tokens[i].Kind != lint.Word {
			continue
		}
		if i != t.told && t.isSomebodyElse(s, i) {
			return false
		}
		if run := nameRun(d, s, i); run.To > 0 {
			if !t.mayName(s, run) {
				return false
			}
			i = run.To - 1
		}
	}
	return true
}

// isSomebodyElse reports whether the word at token i, outside quotations, is about another person than the one told of.
func (t *telling) isSomebodyElse(s lint.Range, i int) bool {
	p := personOf(t.d, i)
	return (p&t.clash != 0 || p&another != 0 && (p&isPronoun != 0 || !isOwnTitle(t.d, s, i))) && !t.d.IsQuoted(i)
}

// bracketStep returns how a bracket changes how deep the text behind it stands.
func bracketStep(mark string) int {
	if strings.ContainsAny(mark, "([{") {
		return 1
	}
	return -1
}

// nameRun returns the run of capitalised words in sentence s that token i begins, when one of them is no common word; an empty
// one where it begins none or stands in quotation marks.
func nameRun(d *lint.Document, s lint.Range, i int) lint.Range {
	isPart := func(k int) bool {
		return d.Tokens[k].Kind == lint.Word && d.Tokens[k].Case != lint.Lower && personOf(d, k) == 0
	}
	if !isPart(i) || i == s.From && lexicon.EntryAt(d, i).Word() && !lexicon.EntryAt(d, i).Person() {
		return lint.Range{}
	}
	end, isName := i, false
	for ; end < s.To && isPart(end); end++ {
		isName = isName || isNameWord(d, end)
	}
	if !isName || d.IsQuoted(i) {
		return lint.Range{}
	}
	return lint.Range{From: i, To: end}
}

// mayName reports whether a run of capitalised words in sentence s is the name of the person or of a place.
func (t *telling) mayName(s, run lint.Range) bool {
	d := t.d
	if e := lexicon.EntryAt(d, run.From); run.From > s.From && placePrepositions[d.Fold(run.From-1)] && (e.Place() || !e.Person()) {
		return true
	}
	if t.name.To > 0 {
		return sharesWord(d, t.name, run)
	}
	if t.toldByPronoun() || t.told < s.From || strings.HasSuffix(d.Fold(run.To-1), "'s") {
		return false
	}
	t.name = run
	before := run.From - 1
	return before < s.From || personOf(d, before) != 0 || d.TokenText(before) == ","
}

// sharesWord reports whether two names have a word in common.
func sharesWord(d *lint.Document, a, b lint.Range) bool {
	for i := a.From; i < a.To; i++ {
		for k := b.From; k < b.To; k++ {
			if strings.TrimSuffix(d.Fold(i), "'s") == strings.TrimSuffix(d.Fold(k), "'s") {
				return true
			}
		}
	}
	return false
}

// isOwnTitle reports whether the noun for a person at token i says what the person of whom the paragraph tells is: Potter Bae,
// the female inspector, was a singer, as captain.
func isOwnTitle(d *lint.Document, s lint.Range, i int) bool {
	const furthest = 3 // words between the noun and what it hangs on
	if i+1 < s.To && d.Tokens[i+1].Case == lint.Title && i-s.From < 4 {
		return true
	}
	for k := i - 1; k >= max(s.From, i-1-furthest); k-- {
		if titleLinks[d.Fold(k)] {
			return true
		}
	}
	return i > s.From && soleSex[personOf(d, i-1)]
}

// soleSex holds the persons of words like female, which stand before a noun for anybody.
var soleSex = map[person]bool{woman: true, man: true}

var (
	// titleLinks hold words behind which a noun says what somebody is.
	titleLinks = lint.WordSet("is was be been being become becomes became as")

	// placePrepositions hold words behind which a name is hardly one of a person.
	placePrepositions = lint.WordSet("in at near the from into")

	// adverbialOpeners hold words that an adverbial begins with.
	adverbialOpeners = lint.WordSet(`in on at after before during then later now however also finally meanwhile today yesterday since from for
		with by this last afterwards currently but and recently additionally furthermore moreover eventually soon through despite besides`)

	// clauseWords hold words that an adverbial does not have.
	clauseWords = lint.WordSet("that who which if when because while said says it i you we")
)
