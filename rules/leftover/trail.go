package leftover

import "mtlint/lint"

// trailEnd returns the end of the way to the page through the sections of its site that a block is or begins with, or 0:
// Science > Water > Rivers, Home » World » Bridge opened. It stands above the article, or begins with the first page of the
// site; a longer headline behind its last arrow does not belong to it.
func trailEnd(d *lint.Document, b lint.Block) int {
	t := trail{Document: d, isSite: firstPages[d.Fold(b.From)]}
	if above := d.Blocks[min(trailBlocks, len(d.Blocks)-1)]; b.From > above.From && !t.isSite {
		return 0
	}
	for i := b.From; i < b.To; i++ {
		t.note(i, i == b.From)
		switch {
		case t.words > 0 && isTrailMark(d.TokenText(i)):
			t.arrows++
			t.last, t.words = i+1, 0
		case t.takes(i):
			t.words++
		case t.arrows >= fewestArrows && t.isSite && (t.hasSection || !t.small):
			return t.last
		default:
			return 0
		}
	}
	if t.arrows < fewestArrows || t.words == 0 || !t.hasSection && (t.small || !t.isSite) {
		return 0
	}
	return b.To
}

// trail is the way to a page as far as it is read.
type trail struct {
	*lint.Document
	arrows     int
	last       int  // the token behind the last arrow
	words      int  // since the last arrow
	isSite     bool // it begins with the first page of the site
	hasSection bool // it has a word for a section of sites
	small      bool // one of its parts begins with a small letter
}

const fewestArrows = 2

// note notes what token i, the first of the block or another, says of the trail.
func (t *trail) note(i int, first bool) {
	if t.Tokens[i].Kind == lint.Word {
		t.hasSection = t.hasSection || sectionNames[t.Fold(i)] || !first && t.Fold(i) == "news"
		t.small = t.small || t.words == 0 && t.Tokens[i].Case == lint.Lower
	}
}

// takes reports whether token i may belong to the name of a section: a word, the first of it with a capital, or a mark behind it.
func (t *trail) takes(i int) bool {
	const longest = 4
	token := &t.Tokens[i]
	if token.Kind != lint.Word || t.words >= longest {
		return t.words > 0 && isMark(t.Document, i, "&,")
	}
	return t.words > 0 || (token.Case >= lint.Title || t.isSite) && token.Len() > 1
}

// isMenuPath reports whether the tokens are a way through the menus of a program: Home > Insert > Table.
func isMenuPath(d *lint.Document, r lint.Range) bool {
	const longest = 20
	if r.To-r.From > longest {
		return false
	}
	arrow, menu := false, false
	for i := r.From; i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Word {
			menu = menu || menuWords[d.Fold(i)]
		} else {
			arrow = arrow || isTrailMark(d.TokenText(i))
		}
	}
	return arrow && menu
}

// menuWords are words of the menus of programs.
var menuWords = lint.WordSet("settings file insert export import format view tools display control options edit preferences menu table styles setup layout run start")

const trailBlocks = 3 // before the one where the text of the article has begun

// firstPages are words for the first page of a site.
var firstPages = lint.WordSet("home homepage news")

// isTrailMark reports whether the mark parts the sections of a site.
func isTrailMark(mark string) bool {
	return mark == ">" || mark == "»" || mark == "›" || mark == "▸"
}
