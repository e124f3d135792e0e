package read

import "mtlint/lint"

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
func roleOf(name string) role {
	switch name {
	case "address", "article", "aside", "body", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figure", "footer",
		"form", "frameset", "head", "header", "hgroup", "html", "main", "menu", "nav", "ol", "optgroup", "p", "search", "section",
		"select", "table", "tbody", "tfoot", "thead", "tr", "ul":
		return role{layout: ownBlock}
	case "h1", "h2", "h3", "h4", "h5", "h6", "summary":
		return role{layout: ownBlock, kind: lint.Heading, setsKind: true}
	case "li", "dd", "dt":
		return role{layout: ownBlock, kind: lint.ListItem, setsKind: true}
	case "blockquote":
		return role{layout: ownBlock, kind: lint.Quotation, setsKind: true}
	case "td", "th":
		return role{layout: ownBlock, kind: lint.Cell, setsKind: true}
	case "figcaption", "caption":
		return role{layout: ownBlock, kind: lint.Caption, setsKind: true}
	case "button", "legend", "option":
		return role{layout: ownBlock, kind: lint.Label, setsKind: true}
	case "title":
		return role{layout: ownBlock, kind: lint.Headline, setsKind: true, raw: true}
	case "hr":
		return role{layout: ownBlock, empty: true}
	case "br":
		return role{layout: lineBreak, empty: true}
	case "area", "base", "col", "embed", "frame", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return role{empty: true}
	case "pre", "listing":
		return role{layout: ownBlock, shown: notShown}
	case "plaintext", "xmp", "textarea":
		return role{layout: ownBlock, shown: notShown, raw: true}
	case "script", "style", "noembed", "noframes", "iframe":
		return role{shown: notShown, raw: true}
	case "audio", "canvas", "datalist", "object", "rp", "rt", "svg", "template", "video":
		return role{shown: notShown}
	case "code", "kbd", "math", "samp", "tt", "var":
		return role{shown: asObject}
	case "a":
		return role{layout: setOff, inline: lint.Link}
	case "b", "strong":
		return role{layout: setOff, inline: lint.Bold}
	case "i", "em", "cite", "dfn":
		return role{layout: setOff, inline: lint.Italic}
	case "u", "s", "del", "ins", "mark", "strike":
		return role{layout: setOff, inline: lint.Marked}
	}
	return role{}
}
