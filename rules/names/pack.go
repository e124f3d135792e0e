package names

import "encoding/binary"

// packedList is a docList in one string: the lists of a large corpus are kept until the last document is read.
type packedList struct{ path, data string }

// pack packs the list of a document.
func (l *docList) pack(path string) packedList {
	var b []byte
	number := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	text := func(s string) {
		number(len(s))
		b = append(b, s...)
	}
	number(len(l.links))
	for _, pair := range l.links {
		text(pair[0])
		text(pair[1])
	}
	number(len(l.rows))
	for i := range l.rows {
		row := &l.rows[i]
		text(row.key)
		number(len(row.spellings))
		for k := range row.spellings {
			sp := &row.spellings[k]
			text(sp.Text)
			text(sp.Example)
			number(sp.Count)
			number(sp.flags())
			number(len(sp.Places))
			for _, p := range sp.Places {
				number(p.Offset)
				number(p.Line)
				number(p.Column)
			}
		}
	}
	return packedList{path, string(b)}
}

// flags returns what is to be kept of a spelling in one number.
func (s *listSpelling) flags() (n int) {
	for i, set := range []bool{s.Variant, s.start, s.right} {
		if set {
			n |= 1 << i
		}
	}
	return n
}

// unpack returns the list that was packed. Its texts are parts of the packed one.
func (p packedList) unpack() (l docList) {
	rest := p.data
	number := func() int {
		n, shift := 0, 0
		for i := 0; ; i++ {
			n |= int(rest[i]&0x7f) << shift
			if rest[i] < 0x80 {
				rest = rest[i+1:]
				return n
			}
			shift += 7
		}
	}
	text := func() string {
		n := number()
		s := rest[:n]
		rest = rest[n:]
		return s
	}
	l.links = make([][2]string, number())
	for i := range l.links {
		l.links[i] = [2]string{text(), text()}
	}
	l.rows = make([]listRow, number())
	for i := range l.rows {
		row := &l.rows[i]
		row.key = text()
		row.spellings = make([]listSpelling, number())
		for k := range row.spellings {
			sp := &row.spellings[k]
			sp.Text, sp.Example, sp.Count = text(), text(), number()
			flags := number()
			sp.Variant, sp.start, sp.right = flags&1 != 0, flags&2 != 0, flags&4 != 0
			sp.Places = make([]Place, number())
			for j := range sp.Places {
				sp.Places[j] = Place{p.path, number(), number(), number()}
			}
		}
	}
	return l
}
