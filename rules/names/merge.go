package names

import (
	"cmp"
	"slices"
	"strings"
)

// mergeLists makes one list of those of the documents.
func mergeLists(lists []packedList) []Listed {
	rows := make(map[string]*listRow)
	var order []*listRow // as they are met, then the likeliest to be kept first, as isKept has it
	links := make(map[string][]string)
	link := func(pair [2]string) {
		links[pair[0]] = append(links[pair[0]], pair[1])
		links[pair[1]] = append(links[pair[1]], pair[0])
	}
	for _, p := range lists {
		list := p.unpack()
		for _, r := range list.rows {
			row := rows[r.key]
			if row == nil {
				row = &listRow{key: strings.Clone(r.key)}
				rows[row.key] = row
				order = append(order, row)
			}
			row.merge(&r)
		}
		for _, pair := range list.links {
			link(pair)
		}
	}
	for _, r := range order {
		r.settle()
	}
	slices.SortStableFunc(order, func(a, b *listRow) int {
		return cmp.Or(compareBool(b.isSettled(), a.isSettled()), b.count()-a.count(), listed(b.key)-listed(a.key))
	})
	for _, pair := range linksAcross(lists) {
		link(pair)
	}
	return cluster(order, rows, links)
}

// isSettled reports whether the row has a spelling that is settled.
func (row *listRow) isSettled() bool {
	return slices.ContainsFunc(row.spellings, func(s listSpelling) bool { return s.right })
}

// merge adds the spellings of another document.
func (row *listRow) merge(r *listRow) {
	for _, from := range r.spellings {
		row.spelling(from.Text, from.start).join(&from)
	}
}

// join adds the places of the other.
func (s *listSpelling) join(o *listSpelling) {
	s.Count += o.Count
	s.Variant, s.right = s.Variant || o.Variant, s.right || o.right
	s.Places = append(s.Places, o.Places[:min(len(o.Places), MaxPlaces-len(s.Places))]...)
	if s.Example == "" {
		s.Example = strings.Clone(o.Example)
	}
}

func (row *listRow) count() (n int) {
	for i := range row.spellings {
		n += row.spellings[i].Count
	}
	return n
}

// settle counts a spelling whose article has its capital from the place with the one that is the same elsewhere.
func (row *listRow) settle() {
	slices.SortStableFunc(row.spellings, func(a, b listSpelling) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Text, b.Text)) })
	var kept []listSpelling
	for _, inside := range []bool{true, false} {
		for _, sp := range row.spellings {
			if sp.start == inside {
				continue
			}
			k := slices.IndexFunc(kept, func(o listSpelling) bool { return o.Text == sp.Text || sp.start && withCapital(o.Text) == sp.Text })
			if k < 0 {
				kept = append(kept, sp)
			} else {
				kept[k].join(&sp)
			}
		}
	}
	row.spellings = kept
}

// cluster makes one name of a row and of those linked with it, the most frequent rows first: every variant is linked with
// the name itself, never through another.
func cluster(order []*listRow, rows map[string]*listRow, links map[string][]string) []Listed {
	var out []Listed
	used := make(map[string]bool)
	for _, row := range order {
		if used[row.key] {
			continue
		}
		used[row.key] = true
		name := Listed{Name: row.best()}
		name.add(row, false)
		for _, other := range links[row.key] {
			if r := rows[other]; r != nil && !used[other] {
				used[other] = true
				name.add(r, true)
			}
		}
		name.sort()
		out = append(out, name)
	}
	slices.SortStableFunc(out, func(a, b Listed) int {
		return cmp.Or(compareBool(b.HasVariants(), a.HasVariants()), b.Count-a.Count, strings.Compare(a.Name, b.Name))
	})
	return out
}

// add adds the spellings of a row; variant says that it is another name by its key.
func (l *Listed) add(row *listRow, variant bool) {
	for _, sp := range row.spellings {
		sp.Variant = (sp.Variant || variant) && sp.Text != l.Name
		l.Count += sp.Count
		l.Spellings = append(l.Spellings, sp.Spelling)
	}
}

// sort puts the name first and then the most frequent of its other spellings.
func (l *Listed) sort() {
	slices.SortStableFunc(l.Spellings, func(a, b Spelling) int {
		return cmp.Or(compareBool(b.Text == l.Name, a.Text == l.Name), b.Count-a.Count)
	})
}

// compareBool compares two answers, no before yes.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// best returns the spelling to write: the settled one, else the most frequent that no rule takes for a variant.
func (row *listRow) best() string {
	for _, sp := range row.spellings {
		if sp.right {
			return sp.Text
		}
	}
	for _, sp := range row.spellings {
		if !sp.Variant {
			return sp.Text
		}
	}
	return row.spellings[0].Text
}
