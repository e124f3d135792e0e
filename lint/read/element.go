package read

import (
	"strings"

	"mtlint/lint"
)

// role is what an element of HTML does to the text.
type role struct {
	layout   layout
	shown    shown
	kind     lint.BlockKind  // of the blocks in it, where setsKind
	inline   lint.InlineKind // where layout is setOff
	setsKind bool
	empty    bool // it has no end tag
	raw      bool // its content is text with no tags in it
}

// layout is how an element stands in the text.
type layout uint8

const (
	inSentence layout = iota // inside a sentence, of no interest
	setOff                   // inside a sentence, set off from it
	ownBlock                 // text before, in and behind it are blocks of their own
	lineBreak
)

// shown is how the content of an element is seen.
type shown uint8

const (
	asProse  shown = iota
	asObject       // as one thing in its sentence
	notShown
)

// roleOf returns the role of the element of that name, in lower case.
func roleOf(name string) role { return roles[name] }

// roles holds the roles of elements by their names; an element that it does not have is inside a sentence and of no interest.
var roles = func() map[string]role {
	m := make(map[string]role)
	for _, of := range []struct {
		names string
		role  role
	}{
		{"address article aside body center details dialog dir div dl fieldset figure footer form frameset " +
			"head header hgroup html main menu nav ol optgroup p search section select table tbody tfoot thead " +
			"tr ul", role{layout: ownBlock}},
		{"h1 h2 h3 h4 h5 h6 summary", role{layout: ownBlock, kind: lint.Heading, setsKind: true}},
		{"li dd dt", role{layout: ownBlock, kind: lint.ListItem, setsKind: true}},
		{"blockquote", role{layout: ownBlock, kind: lint.Quotation, setsKind: true}},
		{"td th", role{layout: ownBlock, kind: lint.Cell, setsKind: true}},
		{"figcaption caption", role{layout: ownBlock, kind: lint.Caption, setsKind: true}},
		{"button legend option", role{layout: ownBlock, kind: lint.Label, setsKind: true}},
		{"title", role{layout: ownBlock, kind: lint.Headline, setsKind: true, raw: true}},
		{"hr", role{layout: ownBlock, empty: true}},
		{"br", role{layout: lineBreak, empty: true}},
		{"area base col embed frame img input link meta param source track wbr", role{empty: true}},
		{"pre listing", role{layout: ownBlock, shown: notShown}},
		{"plaintext xmp textarea", role{layout: ownBlock, shown: notShown, raw: true}},
		{"script style noembed noframes iframe", role{shown: notShown, raw: true}},
		{"audio canvas datalist object rp rt svg template video", role{shown: notShown}},
		{"code kbd math samp tt var", role{shown: asObject}},
		{"a", role{layout: setOff, inline: lint.Link}},
		{"b strong", role{layout: setOff, inline: lint.Bold}},
		{"i em cite dfn", role{layout: setOff, inline: lint.Italic}},
		{"u s del ins mark strike", role{layout: setOff, inline: lint.Marked}},
	} {
		for name := range strings.FieldsSeq(of.names) {
			m[name] = of.role
		}
	}
	return m
}()
