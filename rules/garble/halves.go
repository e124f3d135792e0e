package garble

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// halves are two words that may be glued together: a word parted before a capital inside it.
type halves struct {
	*lint.Document
	i             int    // the token
	head, tail    string // as they are written
	left, right   string // folded, without the parts of them that a hyphen or an apostrophe sets off
	l, r          lexicon.Entry
	lf, rf        lexicon.Function
	goesOn        bool // a word stands behind
	beforeCapital bool // it has a capital
}

// halvesOf parts the word at i before byte at of it.
func halvesOf(d *lint.Document, i, at int) *halves {
	word := d.TokenText(i)
	h := &halves{Document: d, i: i, head: word[:at], tail: word[at:]}
	h.left, h.right = lint.Fold(lastPart(h.head)), lint.Fold(firstPart(h.tail))
	h.l, h.r = lexicon.Lookup(h.left), lexicon.Lookup(h.right)
	h.lf, h.rf = lexicon.FunctionOf(h.left), lexicon.FunctionOf(h.right)
	h.goesOn = i+1 < len(d.Tokens) && !d.Glued(i+1) && d.Tokens[i+1].Kind == lint.Word
	h.beforeCapital = h.goesOn && d.Tokens[i+1].Case == lint.Title
	return h
}

// isJoin reports whether the word at i is two words that meet at byte at of it.
func isJoin(d *lint.Document, i, at int) bool {
	h := halvesOf(d, i, at)
	switch {
	case openers[h.left] && len(h.right) >= 3 && !isTagged(d, i), h.isByline():
		return true
	case h.areTooShort(), prefixes[h.left], isBrand(d, i), isTagged(d, i):
		return false
	case h.isBrandLike() && !isInName(d, i), h.isBrandOfSmallWords():
		return false
	case isLowerFirst(lastPart(h.head)):
		return h.joinLower()
	case h.isNameOfBody():
		return true
	case brandSeconds[h.right], h.hasMoreParts():
		return false
	}
	return h.joinTitle()
}

// isByline reports whether By is glued to the name of a person in a line that has nothing else: ByAnna Holm.
func (h *halves) isByline() bool {
	const longest = 4 // tokens
	if h.head != "By" || !h.r.Person() {
		return false
	}
	b := h.BlockOf(h.i)
	return h.i == b.From && h.i+1 < b.To && b.To-b.From <= longest && h.Tokens[h.i+1].Case == lint.Title
}

// areTooShort reports whether a half, or both together, may be a piece of any name: McKay. Function words are not too short.
func (h *halves) areTooShort() bool {
	return len(h.left) < 3 && (h.lf == 0 || h.head != h.left) || len(h.right) < 3 && h.rf == 0 ||
		len(h.left)+len(h.right) < 6 && (h.lf == 0 || h.rf == 0)
}

// isBrandLike reports whether two words that meet in a capital are what names of products and of code are made of: two
// words of English that are neither function words nor the title, the office or the people in a name.
func (h *halves) isBrandLike() bool {
	if !h.l.Word() || !h.r.Word() || h.r.Proper() || h.lf != 0 || h.rf != 0 {
		return false
	}
	return !twoWordNames[h.left+h.right] && !nameFirsts[h.left] && !titles[h.left] && !h.endsNoBrand()
}

// endsNoBrand reports whether the second half is an office, a month, a day of the week or an abstract noun, which no brand
// ends in.
func (h *halves) endsNoBrand() bool {
	return offices[h.right] || isCalendar(h.right) || isAbstract(h.right, h.r)
}

// isBrandOfSmallWords reports whether the word is made of two function words as the names of shops and programs are, and not as
// a conjunction or a preposition is glued to the subject behind: OutThere, but AndThe.
func (h *halves) isBrandOfSmallWords() bool {
	return h.lf != 0 && h.rf != 0 && (codeFirsts[h.left] || !subjects[h.right])
}

// subjects are words that begin a clause; codeFirsts those that the names of code begin with: isThis, forThe.
var (
	subjects   = lint.WordSet("the he she it they we this")
	codeFirsts = lint.WordSet("is has for to or any all one none no not do by on with")
)

// isNameOfBody reports whether the halves are a well-known name of two words (WhiteHouse), or the first two of three words in
// the name of a body: RoyalSociety Press.
func (h *halves) isNameOfBody() bool {
	return twoWordNames[h.left+h.right] || h.beforeCapital && nameFirsts[h.left] && h.r.Word() && len(h.right) >= 5
}

// hasMoreParts reports whether a hyphen or an apostrophe sets off another part of a name beside the halves: Al-AhramWeekly,
// SkyNews-owned. A possessive ending is none.
func (h *halves) hasMoreParts() bool {
	if strings.TrimSuffix(lint.Fold(h.tail), "'s") != h.right {
		return true
	}
	first, _ := utf8.DecodeRuneInString(h.head)
	return unicode.IsUpper(first) && lastPart(h.head) != h.head
}

// joinLower reports whether a word that begins in lower case is two words.
func (h *halves) joinLower() bool {
	if !h.l.Word() && len(h.left) >= 4 && h.endsInOpener() {
		return true // a name in lower case, a word of another language
	}
	if !isCommon(h.l) || brandFirsts[h.left] {
		return false
	}
	return h.r.Known() || h.rightStands() || len(h.right) >= 5 && (h.lf != 0 || len(h.left) >= 5 && isPlain(h.l))
}

// endsInOpener reports whether the second half is an article, a preposition or a conjunction and the next word stands in lower
// case, as at the start of a sentence.
func (h *halves) endsInOpener() bool {
	const opens = lexicon.Article | lexicon.Preposition | lexicon.Conjunction
	return h.rf&opens != 0 && h.i+1 < len(h.Tokens) && !h.Glued(h.i+1) && h.Tokens[h.i+1].Case == lint.Lower
}

// joinTitle reports whether a word that begins with a capital is two words, by what the two are.
func (h *halves) joinTitle() bool {
	switch {
	case h.isDoubleGivenName():
		return false
	case h.areWordsOfName(), isCalendar(h.left) && h.r.Known(), h.isRankBeforeName(), h.opensClause():
		return true
	case h.isSlogan():
		return false
	case h.rf != 0 && h.right != "may" && h.right != "will", h.leftStands() && h.rightStands(), h.endsNoBrand():
		return h.l.Known() || h.leftStands()
	case len(h.right) < 4:
		return false
	case h.isPersonFirst(), h.isPlaceOfTwo(), h.isBehindTitle(), h.areFrequent(), h.isPlaceBeforeWord():
		return true
	case h.l.Place() && h.r.Place():
		return regions[h.right] && len(h.left) >= 5
	case h.isNameBeforeTitle(), titles[h.left]:
		return true
	case isPeople(h.left, h.l), h.leftStands():
		return h.r.Known()
	}
	return len(h.left)+len(h.right) >= 8 && (h.l.Known() && h.rightStands() || h.endsInPerson())
}

// leftStands reports whether the document has the first half by itself.
func (h *halves) leftStands() bool { return standsAlone(h.Document, h.left) }

// rightStands reports whether the document has the second half by itself.
func (h *halves) rightStands() bool { return standsAlone(h.Document, h.right) }

// areLong reports whether both halves have five letters or more.
func (h *halves) areLong() bool { return len(h.left) >= 5 && len(h.right) >= 5 }

// isDoubleGivenName reports whether the halves are two given names that some write as one: MaryKate Olsen.
func (h *halves) isDoubleGivenName() bool {
	return h.beforeCapital && h.l.Person() && secondGiven[h.right]
}

// secondGiven holds given names that others are joined with, and keep their capital.
var secondGiven = lint.WordSet("ann anne beth ellen grace jane jean jo kate kay lee lou louise lynn lynne mae marie paul rae ray rose ruth sue")

// areWordsOfName reports whether the halves are common words and a name goes on behind: MiddleCollege Street.
func (h *halves) areWordsOfName() bool {
	return h.beforeCapital && h.areLong() && !brandFirsts[h.left] && isPlain(h.l) && isPlain(h.r)
}

// isRankBeforeName reports whether a person's name is glued to the end of the rank before it: the Minister of the InteriorJan
// Novak.
func (h *halves) isRankBeforeName() bool {
	return h.beforeCapital && h.r.Person() && !isCommon(h.r) && h.l.Known() && len(h.left) >= 5
}

// opensClause reports whether the second half is a subject with its verb behind it, and the first a name that no list has,
// with no article before it: in KadikoyYou can.
func (h *halves) opensClause() bool {
	if h.l.Known() || len(h.left) < 5 || !h.goesOn || h.beforeCapital {
		return false
	}
	if h.i > 0 && lexicon.FunctionAt(h.Document, h.i-1)&lexicon.Article != 0 {
		return false
	}
	switch h.right {
	case "you", "we", "they", "he", "she", "it":
		return sayings[h.Fold(h.i+1)] || h.beforeAuxiliary()
	}
	return h.right == "the" && lexicon.FunctionAt(h.Document, h.i+1) == 0
}

// beforeAuxiliary reports whether an auxiliary stands behind the word, other than is: that may have the word as its subject.
func (h *halves) beforeAuxiliary() bool {
	return h.goesOn && lexicon.FunctionAt(h.Document, h.i+1)&lexicon.Auxiliary != 0 && h.Fold(h.i+1) != "is"
}

// isSlogan reports whether the word is a brand made of a slogan, not the end of a sentence and the subject of the next:
// ShareThis is a tool, ThankYou cards.
func (h *halves) isSlogan() bool { return sloganEnds[h.right] && !h.beforeAuxiliary() }

// sloganEnds holds subjects that brands made of a slogan end in.
var sloganEnds = lint.WordSet("you this we they")

// isPersonFirst reports whether the first half is the name of a person: JohanssonSpoke. Where the second half is a word, it may
// not be one of a place or a firm as well.
func (h *halves) isPersonFirst() bool {
	return isPerson(h.l) && len(h.left) >= 4 && len(h.left)+len(h.right) >= 8 && (!h.l.Place() && !h.l.Brand() || !h.r.Word())
}

// isPlaceOfTwo reports whether the halves are the name of a place, or of a body or building in one: NorthYork, BergenHospital.
func (h *halves) isPlaceOfTwo() bool {
	return regions[h.left] && h.r.Place() || h.l.Place() && placeSeconds[h.right]
}

// isBehindTitle reports whether a title or an office stands before the word, so that it is a name: Mayor HolmBerg.
func (h *halves) isBehindTitle() bool {
	if h.i == 0 || len(h.left) < 4 {
		return false
	}
	before := h.Fold(h.i - 1)
	return titles[before] || offices[before]
}

// areFrequent reports whether both halves are long and among the most frequent words.
func (h *halves) areFrequent() bool {
	const frequent = 20
	return h.areLong() && h.l.Word() && h.r.Word() && h.l.Level() <= frequent && h.r.Level() <= frequent && !brandFirsts[h.left]
}

// isPlaceBeforeWord reports whether a long common word is glued to the name of a place: BergenResidents.
func (h *halves) isPlaceBeforeWord() bool {
	return h.l.Place() && !h.l.Word() && isCommon(h.r) && len(h.right) >= 7
}

// isNameBeforeTitle reports whether a title is glued to the name before it: Anna HolmMayor of Bergen.
func (h *halves) isNameBeforeTitle() bool {
	return titles[h.right] && len(h.left) >= 4 && !h.l.Known() && h.goesOn && h.Fold(h.i+1) == "of"
}

// endsInPerson reports whether the second half is the name of a person and the first is known, or long beside one that
// is as long where the sentence goes on.
func (h *halves) endsInPerson() bool {
	running := h.goesOn && h.Tokens[h.i+1].Case == lint.Lower && h.areLong()
	return (h.l.Known() || running) && isPerson(h.r)
}

// isInName reports whether the word before or behind the one at i belongs to the same name: a word with a capital, or
// whose name it is.
func isInName(d *lint.Document, i int) bool {
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Case == lint.Title && !d.Glued(i+1) {
		return true
	}
	return i > 0 && d.Tokens[i].Case != lint.Lower && d.Tokens[i-1].Case == lint.Title && !d.IsSentenceStart(i-1)
}

// isBrand reports whether what the word at i is derived from is listed as a brand: YouTuber.
func isBrand(d *lint.Document, i int) bool {
	fold := d.Fold(i)
	for _, ending := range []string{"s", "r", "rs", "d", "er", "ers"} {
		if stem, ok := strings.CutSuffix(fold, ending); ok && lexicon.Lookup(stem).Brand() {
			return true
		}
	}
	return false
}

// isPlain reports whether a word is a common one.
func isPlain(e lexicon.Entry) bool { return e.Word() && e.Level() <= 35 }

// isCalendar reports whether the word is a month or a day of the week.
func isCalendar(word string) bool {
	return months[word] && word != "may" || strings.HasSuffix(word, "day") && len(word) > 5 && lexicon.Lookup(word).Proper()
}

// isAbstract reports whether the word is an abstract noun by its ending, which names of products and firms are not.
func isAbstract(word string, e lexicon.Entry) bool {
	if len(word) < 8 || !e.Word() {
		return false
	}
	for _, ending := range [...]string{"ation", "ment", "ity", "ness", "ance", "ence"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isPeople reports whether the word is an adjective of a people: British, Russian, Chinese.
func isPeople(word string, e lexicon.Entry) bool {
	return e.Proper() && !e.Word() && (strings.HasSuffix(word, "ian") || strings.HasSuffix(word, "can") ||
		strings.HasSuffix(word, "ish") || strings.HasSuffix(word, "ese"))
}

// isPerson reports whether the word is the name of a person and nothing else.
func isPerson(e lexicon.Entry) bool { return e.Person() && !e.Word() }

// isLowerFirst reports whether a word begins with a small letter.
func isLowerFirst(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

var (
	// prefixes holds what names and compounds with an inner capital begin with.
	prefixes = lint.WordSet("mac del des dos saint san santa della vander ten ter van von fitz abu ben bin bar ibn abd abdul abdel abdal non anti pro pre post mini neo sub super ultra tele euro mid multi inter trans micro mega meta cyber bio eco geo auto")

	// brandFirsts holds lower-case words that brands begin with.
	brandFirsts = lint.WordSet("direct air easy wiki team open web smart video pay fly buy get team think face light play")

	// titles holds what stands before a person's name.
	titles = lint.WordSet("president minister premier chancellor senator governor mayor judge justice king queen prince princess pope general colonel captain sheikh imam ayatollah doctor professor coach spokesman spokeswoman chairman secretary ambassador")

	// nameFirsts holds adjectives that the names of bodies of three words begin with.
	nameFirsts = lint.WordSet("international national federal royal general united european african american")

	// twoWordNames holds well-known names of two words, written as one.
	twoWordNames = lint.WordSet("africanunion airforce arableague boxingday buckinghampalace capetown capitolhill championsleague christmasday christmaseve costarica democraticparty downingstreet eiffeltower europeanunion facup fashionweek formulaone gazastrip goodfriday " +
		"grandprix greatbritain highcourt homeoffice hongkong humanrights independenceday indianocean labourparty latinamerica longisland losangeles manchesterunited manchestercity middleeast mountainview mounteverest nationalguard newdelhi newyear newyork newzealand nobelprize " +
		"northamerica northkorea northernireland olympicgames parliamenthouse premierleague primeminister puertorico redcross redcrescent redsea republicanparty rosebowl rydercup sanfrancisco saudiarabia scotlandyard secretservice securitycouncil southafrica southamerica southkorea sovietunion srilanka statedepartment stateduma suezcanal superbowl supremecourt " +
		"telaviv trafalgarsquare unitedkingdom unitednations unitedstates vicepresident wallstreet warsawpact westbank whitehouse worldbank worldcup worldwar")

	// regions holds what names of places begin with.
	regions = lint.WordSet("north south east west northern southern eastern western central greater new")

	// offices holds what ends the name of an office, a body or a country and no brand.
	offices = lint.WordSet("minister president court states nations kingdom ministry government party union council parliament committee commission department university federation republic " +
		"county province governorate municipality division")

	// placeSeconds holds what follows the name of a place in the name of a body or a building.
	placeSeconds = lint.WordSet("city town county airport airlines hotel hospital mosque church university stadium province district")

	// openers holds words that open a sentence and no names.
	openers = lint.WordSet("besides according however moreover meanwhile although furthermore therefore because nevertheless firstly secondly thirdly")

	// brandSeconds holds words that end the names of outlets, companies and services.
	brandSeconds = lint.WordSet("live online today news daily net bank soft tech mobil mobile media works work ware book tube land world tourism trade trader group mart expo invest point wave wiki science house market watch hub link air jet pay card base box cast club plus now health care gas oil chain coin space " +
		"kids fest con cup bot app sport sports star tel com gram line gate leaks feed fact check times post in on up out off over it us me one all go to down by at")
)
