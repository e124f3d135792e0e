// Package garble holds the rules on words that fell to pieces or ran together: in goes a document, out come the tokens
// that are no words.
package garble

import (
	"slices"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// suspects is the tokens of a document that are worth a look: most are listed words.
type suspects struct {
	unlisted []int32 // words in Latin letters that are listed nowhere, form by form
	pieces   []int32 // words in lower case that may be a piece of one, in the order of the text
}

var suspectsOf = lint.NewFact("suspect words", func(d *lint.Document) suspects {
	var s suspects
	for f, e := range lexicon.Entries.Of(d) {
		form := &d.Forms[f]
		if e.Known() && (form.Lower == 0 || !isPiece(e) && !isAffix(form.Fold)) {
			continue
		}
		for _, i := range d.Places(lint.FormID(f)) {
			t := &d.Tokens[i]
			if !e.Known() && t.Script == lint.Latin {
				s.unlisted = append(s.unlisted, i)
			}
			if t.Case == lint.Lower {
				s.pieces = append(s.pieces, i)
			}
		}
	}
	slices.Sort(s.pieces)
	return s
})
