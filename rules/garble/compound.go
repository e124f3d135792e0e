package garble

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isCompound reports whether two known words may be written as one: with a prefix, or with a second part that compounds
// or derivations end in.
func isCompound(left, right string) bool {
	if isOneOf(right, "today yesterday tomorrow") || !lexicon.Lookup(left).Word() && !prefixWords[left] || !singular(right).Word() {
		return false
	}
	if prefixWords[left] || compoundFirsts[left] || suffixWords[right] {
		return true
	}
	return !isModifier(left) && isCompoundSecond(right)
}

// isCompoundSecond reports whether compounds end in the word, or in what it is inflected or derived from.
func isCompoundSecond(word string) bool {
	if compoundSeconds[word] {
		return true
	}
	for _, ending := range [...]string{"s", "es", "er", "ers", "r", "rs", "ing", "ings", "y"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || stem == "" {
			continue
		}
		if compoundSeconds[stem] || compoundSeconds[stem+"e"] {
			return true
		}
		single, last := stem[:len(stem)-1], stem[len(stem)-1:] // of a doubled consonant: log, logging
		if strings.HasSuffix(single, last) && compoundSeconds[single] {
			return true
		}
	}
	return false
}

// isModifier reports whether a word is a numeral, an adjective, a plural or a verb form by its look:
// compounds begin with nouns in the singular.
func isModifier(word string) bool {
	for _, ending := range [...]string{
		"al", "ed", "en", "ly", "ous", "ive", "ic", "ful", "less", "ese", "ian", "ish", "ty", "ary", "lar", "able", "ing",
	} {
		if len(word) >= len(ending)+3 && strings.HasSuffix(word, ending) && word != "speed" && word != "metal" {
			return true
		}
	}
	singular, ok := strings.CutSuffix(word, "s")
	if ok && len(word) > 4 && lexicon.Lookup(singular).Word() && word != "sports" && word != "clothes" {
		return true
	}
	return modifiers[word]
}

// isCoinable reports whether two words look like a compound that somebody made for the occasion: a noun in the singular
// first, and no word behind it that is too long for one. It does not where the article has both words by themselves.
func isCoinable(d *lint.Document, left, right string) bool {
	if len(left) < 4 || len(right) < 4 || !lexicon.Lookup(left).Word() || !singular(right).Word() {
		return false
	}
	if isModifier(left) || len(right) >= 8 || strings.HasSuffix(right, "ed") || strings.HasSuffix(right, "ly") ||
		lexicon.FunctionOf(right) != 0 {
		return false
	}
	return d.FormOf(left) == lint.NoForm || d.FormOf(right) == lint.NoForm
}

var (
	// modifiers holds words that no ending shows to be an adjective, a numeral or a verb form, and that begin no compound.
	modifiers = lint.WordSet("today yesterday civil younger older bigger higher larger greater million billion hundred thousand dozen twelve three seven eight major minor local naval royal last next said told says went came made gave large small young other third being later early extra known private their often among along least since until while these those every never still")

	// compoundFirsts holds words that many closed compounds begin with.
	compoundFirsts = lint.WordSet("super micro macro cyber photo video radio techno electro neuro hydro thermo cardio mother father grand great shape shock squat corona herpes battle desert")

	// suffixWords holds words that are suffixes as well, and what stray suffixes leave of a word.
	suffixWords = lint.WordSet("long mouth fish fully ably able ability ate orates ages age less like wise hood ship dom scape ting ward wards through tabbed ness ion ions")

	// compoundSeconds holds words that closed compounds end in, without inflection.
	compoundSeconds = lint.WordSet("sport graph down out off back over cut mother master slide fruit skate forest fortress virus viral kite wine marsh museum girdle relief sphere vision host berry berries radar bright total matter borough acre telephony board sheet burger grass maker goer going build burn card break breaker line side head heads hair party room hall house land field ship port yard mark way wave work worker play player space stage time table person people woman women man men book boat ball band bank base bird board body bomb bone bowl box cake camp case cast chain chair child church class coat code craft crash craze cup date day desk dog door drop face fall farm fighter file film fire fish flag flight flow fly food foot force frame friend front game garden gate girl glass goal guard guide gun hand handle heart hold holder hole hour hunt hunter jack job keep keeper kid kill killer lake lamp law leaf life lift like list load lock log look loop market mate meal meat meter mill mind mine mob model month mouth move name net night note owner page paper park path pay piece pipe place plan plane plant plate point pole pool post pot power proof race rack rail rate read reader ride rider ring road rock roll roof root rope row run runner sack safe sale school screen sea seat seed sell seller shape share shed shell shift shine shirt shoe shop shore shot show sick sickness site size skin sky snow song sound spot spread square staff stamp stand star start state station step stick stock stone stop storm story stove stream street strike style suit surf surfer swim talk tank taste teller test text throw ticket tide tie tight tip tool top tower town track trade trail train trap tree trip truck tube turn type view wall ward ware wash watch watcher water way wear weed week wheel wheat white whole wide wife wind window wing winner wire wise wood word world worm worth wrap writer year zone trooper brand worthy warm warmer proof hearted handed minded eyed haired sighted pointed faced nosed toothed colored coloured skinned tailed winged beaten stricken speak sized shaped free friendly less based bound related driven borne level scale")
)
