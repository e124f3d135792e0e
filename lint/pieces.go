package lint

import (
	"slices"
)

// pieces is a text as made of stretches of an older one and of text put in between them.
type pieces []piece

// piece is a stretch of the older text, or where that is empty a text put in.
type piece struct {
	Span
	text string
}

func (p piece) len() int { return p.Len() + len(p.text) }

// edit returns the pieces with edits made, whose spans are of the text as the pieces make it.
func (ps pieces) edit(edits []Edit) pieces {
	var out pieces
	rest := slices.Clone(ps)
	take := func(n int) { // moves n bytes from rest to out
		for n > 0 {
			head := rest[0].first(min(n, rest[0].len()))
			n -= head.len()
			out = append(out, head)
			rest.drop(head.len())
		}
	}
	at := 0
	for _, e := range edits {
		take(e.Start - at)
		rest.drop(e.Len())
		if e.Text != "" {
			out = append(out, piece{text: e.Text})
		}
		at = e.End
	}
	return append(out, rest...)
}

// first returns the first n bytes of the piece.
func (p piece) first(n int) piece {
	if p.text != "" {
		return piece{text: p.text[:n]}
	}
	return piece{Span: Span{p.Start, p.Start + n}}
}

// drop takes the first n bytes away.
func (ps *pieces) drop(n int) {
	for n > 0 {
		p := &(*ps)[0]
		k := min(n, p.len())
		n -= k
		switch {
		case k == p.len():
			*ps = (*ps)[1:]
		case p.text != "":
			p.text = p.text[k:]
		default:
			p.Start += k
		}
	}
}

// edits returns what makes the text of the pieces out of the older one.
func (ps pieces) edits(old string) []Edit {
	var out []Edit
	at, text := 0, "" // what of the older text is done, and what was put in behind it
	flush := func(next int) {
		if old[at:next] != text {
			out = append(out, Edit{Span{at, next}, text})
		}
	}
	for _, p := range ps {
		if p.text != "" {
			text += p.text
			continue
		}
		if p.Len() == 0 {
			continue
		}
		flush(p.Start)
		at, text = p.End, ""
	}
	flush(len(old))
	return out
}
