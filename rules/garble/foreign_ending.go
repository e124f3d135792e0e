package garble

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ForeignEnding reports an ending or particle of another language that stays on a word of English or a name: the 1st
// League’de, the belt-nya, NATO:ssa, citizens*inside.
//
// Turkish sets the case of a name behind an apostrophe, Finnish behind a colon, Hungarian and Indonesian join with a
// hyphen, and German writes both genders with a star or a colon; the engine translates the word and leaves what it does
// not know. Arabic, French and Irish names (Qur’an, Sana’a, O’Dea), and English contractions are right.
//
// The fix takes the ending away and is unsafe: a preposition is often lost with it.
//
// bad: Only two players in the League’de have more of them.
// bad: The number of workers in the Depo’daki strike is low.
// bad: The belt-nya had cracked, and many citizens*inside signed.
// good: The Qur’an was read in Sana’a and by O’Dea; it’s the League’s.
// good: The would-be mayor of Aix-en-Provence saw a*b in NATO: no answer.
//
// Measured on 5.4 million words of machine translation: no hit, on 350,000 words of original English none (less than 0.1
// per 10,000 words); on machine-translated web articles 3, all right. The level is provisional.
var ForeignEnding = &lint.Rule{
	Name:     "garble/foreign-ending",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range suspectsOf.Of(p.Document).unlisted {
			i := int(k)
			if at := endingAt(p.TokenText(i)); at > 0 && !isForeign(p.Document, i) && !isTagged(p.Document, i) {
				reportEnding(p, lint.Span{Start: int(p.Tokens[i].Start), End: int(p.Tokens[i].End)}, at)
			}
		}
		for _, mark := range []byte("*:") {
			for _, k := range p.MarksAt(mark) {
				i := int(k)
				if i > 0 && i+1 < len(p.Tokens) && p.Glued(i) && p.Glued(i+1) && (i+2 == len(p.Tokens) || !p.Glued(i+2) || p.Tokens[i+2].Kind == lint.Punct) && isMarkedEnding(p.Document, i) {
					span := p.Span(lint.Range{From: i - 1, To: i + 2})
					reportEnding(p, span, p.Tokens[i-1].Len())
				}
			}
		}
	},
}

// reportEnding reports the ending that begins at byte at of the span.
func reportEnding(p *lint.Pass, span lint.Span, at int) {
	ending := lint.Span{Start: span.Start + at, End: span.End}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: "‘" + p.Slice(ending) + "’ is an ending of another language",
		Fixes:   []lint.Fix{lint.Replace("take it away", lint.Unsafe, ending, "")},
	})
}

// endingAt returns where the ending of another language begins in a word, behind an apostrophe or a hyphen, or 0.
func endingAt(word string) int {
	if at := strings.LastIndexAny(word, "'’-"); at > 2 {
		stem, ending := word[:at], strings.TrimLeft(word[at:], "'’-")
		if ending == "" {
			return 0
		}
		if word[at] == '-' && joinedEndings[ending] && lexicon.Lookup(lint.Fold(stem)).Level() > 0 || word[at] != '-' && isSetOff(stem, ending) {
			return at
		}
	}
	return 0
}

// isSetOff reports whether the ending is one that Turkish sets off from the stem: the Depo’daki, İzmir’in.
func isSetOff(stem, ending string) bool {
	if strings.IndexByte("yn", ending[0]) >= 0 && !endsInVowel(stem) && strings.ToUpper(stem) != stem {
		return false // Shin’ya
	}
	return setOffEndings[ending] && takesCase(stem) || longEndings[ending] && stem[0] >= 'A' && stem[0] <= 'Z' ||
		(setOffEndings[ending] || genitives[ending]) && strings.ContainsAny(stem, "ığşİĞŞ")
}

// endsInVowel reports whether the word ends in a vowel, behind which alone Turkish endings begin with y or n.
func endsInVowel(word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune("aeıioöuüâîûyAEIİOÖUÜ", last)
}

// takesCase reports whether a Turkish case may stand on the word: a listed one, or letters in capitals.
func takesCase(stem string) bool {
	return strings.ToUpper(stem) == stem || len(stem) > 3 && lexicon.Lookup(lint.Fold(stem)).Known()
}

// isMarkedEnding reports whether what touches the star or colon at token i on both sides is a word and an ending.
func isMarkedEnding(d *lint.Document, i int) bool {
	left, right := d.Tokens[i-1], d.Fold(i+1)
	if genderEndings[right] && left.Kind == lint.Word && left.Len() > 3 && lexicon.EntryAt(d, i-1).Word() {
		return d.TokenText(i) == "*" || right != "in" && left.Case == lint.Lower && d.Text[left.End-1] == 's' // citizens:inside
	}
	return d.TokenText(i) == ":" && left.Case == lint.Upper && d.Tokens[i+1].Case == lint.Lower && colonEndings[right]
}

var (
	// setOffEndings holds endings that Turkish sets off by an apostrophe.
	setOffEndings = lint.WordSet("de da den dan te ta ten tan nin nın nun nün ın ün un yi yı yu yü ye ya nde nda nden ndan deki daki teki taki lı lu lü ler lar lik lık dir dır tir tır nci ncı")

	// longEndings holds those that no name of another language ends in behind an apostrophe, genitives those that some do:
	// Modi’in.
	longEndings = lint.WordSet("deki daki teki taki ndeki ndaki nda nde ndan nden nın nün")
	genitives   = lint.WordSet("in na ne")

	// joinedEndings holds endings that Indonesian, Hungarian and Turkish join by a hyphen, and English does not.
	joinedEndings = lint.WordSet("nya kah nek nak hoz hez höz tól től ról ről ból ből ért kal kel val vel nda nde deki daki ler lar")

	// genderEndings holds what stands behind the star that writes both genders, translated and not.
	genderEndings = lint.WordSet("inside in innen inner interior indoors")

	// colonEndings holds cases that Finnish and Swedish set behind a colon.
	colonEndings = lint.WordSet("ssa ssä sta stä lle lla llä lta ltä een hen hin ksi")
)
