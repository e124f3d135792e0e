package casing

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// isStrayHe reports whether the capitalised he at i, behind a word in lower case that is no title of a person called He, begins
// a clause: in the tournament He was crowned.
func isStrayHe(d *lint.Document, s lint.Range, i int) bool {
	if d.Fold(i) != "he" || i <= s.From+2 || !finiteBehind[d.Fold(i+1)] || capitalHe.Of(d) {
		return false
	}
	before := d.Fold(i - 1)
	before = before[strings.LastIndexByte(before, '-')+1:]
	return isLowerWord(d, i-1) && (isLowerWord(d, i-2) || d.Tokens[i-2].Case == lint.Upper) &&
		lexicon.FunctionAt(d, i-1) == 0 && !beforeNames[before] && !speechVerbs[before]
}

// capitalHe is whether He has a capital for other reasons in the document: it names a god or praises him, speaks of Him, or of a
// person called He.
var capitalHe = lint.NewFact("capital he", func(d *lint.Document) bool {
	for _, name := range gods {
		if f := d.Find(name); f != lint.NoForm && d.Forms[f].Count > d.Forms[f].Lower {
			return true
		}
	}
	for _, word := range devotions {
		if d.Find(word) != lint.NoForm {
			return true
		}
	}
	for _, pronoun := range [...]string{"him", "his"} {
		for _, k := range d.Places(d.FormOf(pronoun)) {
			if isReverent(d, int(k)) {
				return true
			}
		}
	}
	for _, k := range d.Places(d.FormOf("he")) {
		if isSurnameHe(d, int(k)) {
			return true
		}
	}
	return false
})

// isReverent reports whether the pronoun at i has a capital inside a sentence and is no part of a style: praise Him for,
// not His Highness.
func isReverent(d *lint.Document, i int) bool {
	return i > 0 && i+1 < len(d.Tokens) && d.Tokens[i].Case == lint.Title && d.Tokens[i+1].Case != lint.Title &&
		d.Tokens[i-1].Kind == lint.Word && d.SentenceOf(i).From < i
}

// isSurnameHe reports whether He at i stands before a given name: He Jiankui.
func isSurnameHe(d *lint.Document, i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i].Case == lint.Title && d.Tokens[i+1].Case == lint.Title && !d.Glued(i+1) &&
		lexicon.FunctionAt(d, i+1) == 0
}

// gods are the names that tell.
var gods = lint.Keys("god god's lord jesus christ allah almighty saviour savior creator redeemer messiah prophet buddha krishna")

// devotions are words of texts that praise one.
var devotions = lint.Keys("gospel gospels scripture scriptures torah psalm psalms psalmist hymn hymns eucharist prophets disciples apostles shepherds amen bible sermon")

// isFullName reports whether two listed names of persons stand at i and behind it, so that He behind the two is no surname:
// Lionel Messi He was, not Xu He was.
func isFullName(d *lint.Document, i int) bool {
	return d.Tokens[i].Case == lint.Title && lexicon.EntryAt(d, i).Person() && lexicon.EntryAt(d, i+1).Person()
}

// isDivine reports whether the word at i is a pronoun in a sentence that names a god before it.
func isDivine(d *lint.Document, s lint.Range, i int) bool {
	if lexicon.FunctionAt(d, i)&lexicon.Pronoun == 0 && !strings.HasPrefix(d.Fold(i), "who") {
		return false
	}
	for k := s.From; k < i; k++ {
		if d.Tokens[k].Case == lint.Title && divine[strings.TrimSuffix(d.Fold(k), "'s")] {
			return true
		}
	}
	return false
}

var (
	// beforeNames holds titles and words that the surname He follows, finiteBehind verbs behind the pronoun.
	beforeNames  = lint.WordSet("president minister premier professor chairman chairwoman spokesman spokeswoman spokesperson secretary director official officer mayor governor ambassador actress actor singer scientist author artist coach player boxer diver swimmer runner skater gymnast wrestler weightlifter lifter striker midfielder defender goalkeeper keeper forward champion athlete economist engineer physicist lawyer businessman businesswoman entrepreneur student teacher doctor activist dissident member anchor general analyst partner commissioner setter journalist reporter writer poet painter know knows believe believes think thinks hope pray trust")
	finiteBehind = lint.WordSet("was is has had will would could should must can may did does noted stressed added explained stated emphasized emphasised recalled")

	// divine holds names of a person whose pronouns many write with a capital.
	divine = lint.WordSet("god father spirit lord jesus christ allah almighty saviour savior creator son")
)
