// Package garble holds the rules on words that fell to pieces or ran together: in goes a document, out come the tokens
// that are no words.
package garble

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// suspects is the tokens of a document that are worth a look: most are listed words.
type suspects struct {
	unlisted []int32 // words in Latin letters that are listed nowhere
	pieces   []int32 // words in lower case that may be a piece of one
}

var suspectsOf = lint.NewFact("suspect words", func(d *lint.Document) suspects {
	const unlisted, piece = 1, 2
	entries := lexicon.Entries.Of(d)
	marked := make([]uint8, len(d.Forms))
	for i, e := range entries {
		if !e.Known() {
			marked[i] = unlisted | piece
		} else if isPiece(e) || isAffix(d.Forms[i].Fold) {
			marked[i] = piece
		}
	}
	var s suspects
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Form == lint.NoForm || marked[t.Form] == 0 {
			continue
		}
		if marked[t.Form]&unlisted != 0 && t.Script == lint.Latin {
			s.unlisted = append(s.unlisted, int32(i))
		}
		if t.Case == lint.Lower {
			s.pieces = append(s.pieces, int32(i))
		}
	}
	return s
})
