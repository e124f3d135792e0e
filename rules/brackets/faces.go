package brackets

import (
	"strings"

	"mtlint/lint"
)

// isFace reports whether the bracket at i is the mouth of a face: :) ;-( =) ^) :)))
func isFace(d *lint.Document, i int) bool {
	first := mouthStart(d, i)
	if !d.Glued(first) {
		return false
	}
	eyes := first - 1
	if c := d.Text[d.Tokens[eyes].Start]; c == '^' || c == '_' && d.Tokens[eyes].Kind != lint.Code {
		return !opensExponent(d, i)
	}
	if touchesText(d, i) {
		return false
	}
	if d.TokenText(eyes) == "-" {
		if !d.Glued(eyes) {
			return true
		}
		eyes--
	}
	switch d.TokenText(eyes) {
	case "-_-":
		return !opensNote(d, i)
	case ":", ";", "=":
		isList := d.Glued(eyes) && d.Tokens[eyes-1].Kind == lint.Word && strings.HasSuffix(d.TokenText(i), "(")
		return !isList && !opensNote(d, i)
	}
	return false
}

// mouthStart returns the first of the brackets of one kind that touch each other, the last of them at token i: the mouth of :)))
func mouthStart(d *lint.Document, i int) int {
	const longest = 8
	first := i
	for first > 0 && i-first < longest && d.Glued(first) && d.TokenText(first-1) == d.TokenText(i) {
		first--
	}
	return first
}

// opensExponent reports whether the bracket at i opens an exponent or an index: 2^(n+1).
func opensExponent(d *lint.Document, i int) bool {
	return d.TokenText(i) == "(" && i+1 < len(d.Tokens) && d.Glued(i+1)
}

// touchesText reports whether the bracket at i touches a word or another kind of bracket behind it, as no mouth does.
func touchesText(d *lint.Document, i int) bool {
	if i+1 == len(d.Tokens) || !d.Glued(i+1) {
		return false
	}
	switch d.Tokens[i+1].Kind {
	case lint.Word, lint.Number, lint.Code:
		return true
	case lint.Bracket:
		return d.TokenText(i+1) != d.TokenText(i)
	}
	return false
}

// opensNote reports whether the bracket at i opens the number of a note: the bridge fell:[41]
func opensNote(d *lint.Document, i int) bool {
	return i+2 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Number && d.Tokens[i+2].Kind == lint.Bracket
}

// isTurnedFace reports whether the bracket at i begins a face that is written the other way round: (: (;
func isTurnedFace(d *lint.Document, b lint.Block, i int) bool {
	if i+1 == b.To || !d.Glued(i+1) {
		return false
	}
	switch eyes := d.TokenText(i + 1); {
	case eyes == "^" && i+2 < b.To && d.Glued(i+2) && d.Tokens[i+2].Kind == lint.Word && d.Tokens[i+2].Len() > 1:
		return false // the sign of an index on the stock exchange: (^GSPC)
	case eyes[0] == '^', eyes[0] == '_', d.Tokens[i+1].Kind == lint.Code && strings.Contains(eyes, ")"):
		return true
	case eyes != ":" && eyes != ";":
		return false
	}
	return (i+2 == b.To || !d.Glued(i+2) || d.Tokens[i+2].Kind != lint.Word)
}

// withoutFaces takes out runs of orphans of one sign, as in :))) or ))), and where there are any, single marks at the end
// of a block as well.
func withoutFaces(d *lint.Document, lost []orphan) []orphan {
	face := make([]bool, len(lost))
	smiles := false
	for i := 1; i < len(lost); i++ {
		a, b := lost[i-1], lost[i]
		if b.token == a.token+1 && d.Glued(b.token) && a.shape == round && b.shape == round && a.opens == b.opens {
			face[i-1], face[i], smiles = true, true, true
		}
	}
	if !smiles {
		return lost
	}
	kept := lost[:0]
	for i, o := range lost {
		if !face[i] && !(o.shape == round && endsBlock(d, o)) {
			kept = append(kept, o)
		}
	}
	return kept
}

// endsBlock reports whether nothing but a full stop follows the bracket in its block.
func endsBlock(d *lint.Document, o orphan) bool {
	end := d.Blocks[o.block].To
	return o.token == end-1 || o.token == end-2 && d.Tokens[end-1].Kind == lint.Punct
}
