package names

import (
	"slices"
	"strings"

	"mtlint/lint"
)

// run is a name as it stands in the text: mentions side by side, with the particle or article before them.
type run struct {
	lint.Span
	from, to int32 // indexes into Names.Mentions
	key      string
}

// runs is the names of a document in full, in the order of the text.
var runs = lint.NewFact("names in full", func(d *lint.Document) []run { return Mentions.Of(d).runs() })

// runs returns the names in the order of the text. Those of headings count where the text below has them too: there a
// capital says nothing.
func (n *Names) runs() (out []run) {
	var inHeadings []run
	known := make(map[string]bool)
	for i := 0; i < len(n.Mentions); {
		j := i + 1
		for j < len(n.Mentions) && n.Mentions[j].Prev >= 0 {
			j++
		}
		if r, ok := n.run(i, j); ok && n.Mentions[i].At == inHeading {
			inHeadings = append(inHeadings, r)
		} else if ok {
			known[r.key] = true
			out = append(out, r)
		}
		i = j
	}
	for _, r := range inHeadings {
		if known[r.key] {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b run) int { return a.Start - b.Start })
	return out
}

// run makes the name of the mentions from i to j, without a common word that begins the sentence and without the particle
// of the next name: Abu before Ala.
func (n *Names) run(i, j int) (run, bool) {
	if j < len(n.Mentions) && n.Mentions[j].Particle != lint.NoForm && n.Mentions[j].Token == n.Mentions[j-1].Token+1 {
		j--
	}
	if i == j {
		return run{}, false
	}
	if m := &n.Mentions[i]; m.At == sentenceStart && j-i > 1 && (isPlainWord(n.Types[m.Type].Entry) || n.Types[m.Type].IsWord) {
		i++
	}
	first, last := &n.Mentions[i], &n.Mentions[j-1]
	if t := &n.Types[first.Type]; j-i == 1 && (t.IsWord || t.Inner == 0 && t.Entry.Word() || isCalendarWord(t.Fold)) {
		return run{}, false
	}
	r := run{Span: lint.Span{Start: first.Start - first.Article, End: last.End}, from: int32(i), to: int32(j)}
	if k := first.Token - 1; first.Particle != lint.NoForm && n.doc.Tokens[k].Form == first.Particle {
		r.Start = int(n.doc.Tokens[k].Start)
	}
	r.key = n.key(r, nil)
	return r, true
}

// key returns the key of a run, with the other types in place of some.
func (n *Names) key(r run, other map[int32]string) string {
	var b strings.Builder
	for i := r.from; i < r.to; i++ {
		m := &n.Mentions[i]
		if i > r.from {
			b.WriteByte(' ')
		}
		if m.Article > 0 || m.Particle != lint.NoForm && articles[n.doc.Forms[m.Particle].Fold] {
			b.WriteString(articleKey)
		} else if m.Particle != lint.NoForm {
			b.WriteString(n.doc.Forms[m.Particle].Fold + " ")
		}
		if fold, ok := other[m.Type]; ok {
			b.WriteString(fold)
		} else {
			b.WriteString(n.Types[m.Type].Fold)
		}
	}
	return b.String()
}

// articleKey stands in keys for the Arabic article, however it is written.
const articleKey = "al-"
