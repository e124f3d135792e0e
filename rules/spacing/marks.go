package spacing

import "mtlint/lint"

// marks is the marks of a document that are worth a look: most are glued to the word before and to nothing else. A mark
// may be in several lists; but for brackets, none is the first token.
type marks struct {
	brackets []int32
	hyphens  []int32 // hyphens of their own
	dashes   []int32 // dashes of any length, hyphens too
	loose    []int32 // of one byte, not glued to the token before
	tight    []int32 // glued to both tokens beside
	stacked  []int32 // behind another mark
	doubled  []int32 // of one byte, behind the same or, a full stop, behind a quotation mark
	twoDots  []int32
}

var marksOf = lint.NewFact("marks by what stands beside", func(d *lint.Document) marks {
	var m marks
	for _, i := range d.Marks {
		t := &d.Tokens[i]
		if t.Kind != lint.Punct || i == 0 {
			if t.Kind == lint.Bracket {
				m.brackets = append(m.brackets, i)
			}
			continue
		}
		c, before := d.Text[t.Start], &d.Tokens[i-1]
		if before.End != t.Start {
			if t.Len() == 1 {
				m.loose = append(m.loose, i)
			}
		} else if int(i)+1 < len(d.Tokens) && d.Tokens[i+1].Start == t.End {
			m.tight = append(m.tight, i)
		}
		if before.Kind == lint.Punct {
			m.stacked = append(m.stacked, i)
		}
		switch n := t.Len(); {
		case n == 1 && (d.Text[before.End-1] == c || c == '.' && before.Kind == lint.Quote):
			m.doubled = append(m.doubled, i)
		case n == 2 && c == '.':
			m.twoDots = append(m.twoDots, i)
		}
		if c == '-' || c >= 0x80 {
			m.addDash(d, i)
		}
	}
	return m
})

// addDash adds the mark at token i when it is a dash.
func (m *marks) addDash(d *lint.Document, i int32) {
	text := d.TokenText(int(i))
	if isDash(text) {
		m.dashes = append(m.dashes, i)
	}
	if text == "-" {
		m.hyphens = append(m.hyphens, i)
	}
}
