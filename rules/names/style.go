package names

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// style is a way in which one name can be written: what its spellings differ in.
type style uint8

const (
	hyphenStyle style = iota
	apostropheStyle
	diacriticStyle
	orderStyle
	romanStyle
	capitalStyle
)

// drift is one place where a document writes a name in another style than elsewhere.
type drift struct {
	style       style
	at          lint.Span
	text        string // what to write instead
	usual       lint.Span
	here, there int // how often each is written
	weak        bool
	message     string // where the two are not one name; "" for how often each is written
}

// drifts is the places of a document where a name departs from its usual style.
var drifts = lint.NewFact("name styles", func(d *lint.Document) []drift {
	s := &styles{d: d, n: Mentions.Of(d)}
	for i := range s.n.Types {
		t := &s.n.Types[i]
		if len(t.Mentions) > 1 && s.differ(t) {
			s.spellings(t)
		}
		if t.isMixed && len(t.Mentions) > 1 {
			s.capitals(t)
		}
	}
	s.split()
	s.parted()
	s.order()
	s.onBothSides()
	s.korean()
	return settledOf(d).unsettled(d, s.found)
})

// inUsualStyle returns a name as it is to be written by what is said of its marks: Djoković for Djokovic.
func inUsualStyle(d *lint.Document, at lint.Span) string {
	for _, f := range drifts.Of(d) {
		if f.at == at && f.style <= diacriticStyle {
			return f.text
		}
	}
	return d.Slice(at)
}

// styles gathers the drifts of a document.
type styles struct {
	d     *lint.Document
	n     *Names
	found []drift
}

// spelled is the mentions of a name in one spelling.
type spelled struct {
	text     string // as first written
	key      string // in lower case, with straight apostrophes
	mentions []*Mention
}

// differ reports whether the mentions of a type are of more than one word form.
func (s *styles) differ(t *Type) bool {
	first := &s.n.Mentions[t.Mentions[0]]
	for _, i := range t.Mentions[1:] {
		if m := &s.n.Mentions[i]; s.d.Tokens[m.Token].Form != s.d.Tokens[first.Token].Form || m.End-m.Start != first.End-first.Start {
			return true // İ and I are one form, of different length
		}
	}
	return false
}

// spellings finds the drifts between the spellings of one type.
func (s *styles) spellings(t *Type) {
	all := s.spelledWays(t)
	if len(all) < 2 {
		return
	}
	usual := all[0]
	for _, x := range all[1:] {
		if x.isBetter(usual) {
			usual = x
		}
	}
	for _, x := range all {
		if x.key == usual.key || s.apart(x.mentions, usual.mentions) {
			continue
		}
		how := styleBetween(x.key, usual.key)
		if isCommon(t.Entry) && areWordForms(x, usual, how) {
			continue
		}
		for _, m := range x.mentions {
			s.found = append(s.found, drift{
				style: how, at: m.Span, text: s.d.Slice(usual.mentions[0].Span), usual: usual.mentions[0].Span,
				here: len(x.mentions), there: len(usual.mentions), weak: t.Entry.Word() && !isCommon(t.Entry),
			})
		}
	}
}

// spelledWays returns the spellings of one type, each with its mentions.
func (s *styles) spelledWays(t *Type) []spelled {
	var all []spelled
	for _, i := range t.Mentions {
		m := &s.n.Mentions[i]
		if s.keepsSpelling(m) || isCommon(t.Entry) && s.mayBeWord(m) {
			continue
		}
		text := s.d.Slice(m.Span)
		k := slices.IndexFunc(all, func(x spelled) bool { return x.text == text })
		if k < 0 {
			key := strings.TrimRight(straight(text), "'") // a closing quotation mark
			if k = slices.IndexFunc(all, func(x spelled) bool { return x.key == key }); k < 0 {
				k = len(all)
				all = append(all, spelled{text: text, key: key})
			}
		}
		all[k].mentions = append(all[k].mentions, m)
	}
	return all
}

// keepsSpelling reports whether nothing can be told from how a mention is spelled: it is a part of a foreign name, it says how a
// name is read, or it names somebody's relative.
func (s *styles) keepsSpelling(m *Mention) bool {
	return s.isForeign(m) || s.n.isReading(m) || m.Prev < 0 && s.n.isKin(m)
}

// mayBeWord reports whether a mention that is spelled as a common word may be that word: Pique may begin a sentence; Gerard
// Pique is a name.
func (s *styles) mayBeWord(m *Mention) bool {
	return m.At != inner || m.Prev < 0 && isASCII(s.d.Slice(m.Span))
}

// areWordForms reports whether two spellings of a common word differ in marks that words have, too: Counterterrorism,
// Counter-Terrorism. An apostrophe between names that are the same is the name's: Hapoel Be'er Tzur, Hapoel Beer Tzur.
func areWordForms(a, b spelled, how style) bool {
	switch how {
	case diacriticStyle:
		return false
	case apostropheStyle:
		return !areBesideOne(a.mentions[0], b.mentions[0])
	}
	return true
}

// maxBare is how many times as often a name may be written without its marks for the spelling with them to be the one to
// keep.
const maxBare = 4

// areBesideOne reports whether the same names stand before and behind two mentions: Hapoel Be'er Tzur, Hapoel Beer Tzur.
func areBesideOne(a, b *Mention) bool {
	return a.Prev == b.Prev && a.Next == b.Next && a.Prev >= 0 && a.Next >= 0
}

// isUsual reports whether the spelling with diacritics, apostrophe or hyphen is the one to keep.
func isUsual(full, bare int) bool { return maxBare*full >= bare }

// isBetter reports whether a spelling is the one to keep rather than another: the fuller one as a rule, for marks take
// bytes. The dot of İzmir, which English drops, goes by number.
func (x spelled) isBetter(than spelled) bool {
	n, m := len(x.mentions), len(than.mentions)
	switch dotted := strings.Contains(x.key, "İ"); {
	case dotted != strings.Contains(than.key, "İ"):
		return n > m || n == m && !dotted
	case len(x.key) > len(than.key):
		return isUsual(n, m)
	}
	return !isUsual(m, n)
}

// straight returns a name in lower case with straight apostrophes and plain hyphens.
func straight(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case isHyphen(r):
			return '-'
		case r == 'İ':
			return r // its small letter would be i
		}
		return unicode.ToLower(r)
	}, name)
}

// styleBetween says what two spellings of one name differ in.
func styleBetween(a, b string) style {
	without := func(s, marks string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(marks, r) {
				return -1
			}
			return r
		}, s)
	}
	switch {
	case without(a, "'") == without(b, "'"):
		return apostropheStyle
	case without(a, "'-") == without(b, "'-"):
		return hyphenStyle
	}
	return diacriticStyle
}

// apart reports whether other names beside the two spellings tell that they are two people, or one and a place: Luis García,
// Maria Garcia; José Ramírez, San Jose.
func (s *styles) apart(a, b []*Mention) bool {
	prev, next := missing, missing
	meet := func(to *agreement, x, y int32) {
		switch {
		case x < 0 || y < 0 || isPlainWord(s.n.Types[x].Entry) || isPlainWord(s.n.Types[y].Entry):
		case x == y:
			*to = same
		case *to == missing:
			*to = different
		}
	}
	for _, x := range a[:min(len(a), maxPlaces)] {
		for _, y := range b[:min(len(b), maxPlaces)] {
			meet(&prev, x.Prev, y.Prev)
			meet(&next, x.Next, y.Next)
		}
	}
	if prev == same || next == same {
		return false
	}
	if prev == different || next == different {
		return true
	}
	return len(a) > 0 && len(b) > 0 && s.isSaint(a[0]) != s.isSaint(b[0])
}

// isSaint reports whether San, Santa or São stands before a mention.
func (s *styles) isSaint(m *Mention) bool {
	if m.Token == 0 {
		return false
	}
	switch s.d.Fold(m.Token - 1) {
	case "san", "santa", "são", "saint":
		return true
	}
	return false
}

// papers holds words that end the names of papers and stations.
var papers = lint.WordSet("today times news post herald daily online live press journal weekly tribune gazette radio tv")

// isForeign reports whether a mention is a part of a name in another language or of a paper, which keeps its spelling:
// Universidad de Málaga, Yucatan Today.
func (s *styles) isForeign(m *Mention) bool {
	if m.Particle != lint.NoForm && !articles[s.d.Forms[m.Particle].Fold] {
		return true
	}
	k := m.Token + 1
	if k >= len(s.d.Tokens) || s.d.Tokens[k].Kind != lint.Word {
		return false
	}
	return particles[s.d.Fold(k)] || s.d.Tokens[k].Case == lint.Title && papers[s.d.Fold(k)]
}

// isPlainWord reports whether a word is an English one and no name.
func isPlainWord(e lexicon.Entry) bool { return e.Word() && !e.Name() }

// reportStyle reports the drifts of one style.
func reportStyle(p *lint.Pass, of style) {
	var rare, again groups[[2]string] // by what is written here and what is to be: those much rarer than the usual style, those about as frequent
	for _, f := range drifts.Of(p.Document) {
		if f.style != of {
			continue
		}
		severity, safety := lint.Warning, lint.Unsafe
		if f.weak {
			severity = lint.Info
		}
		if f.there < 2*f.here {
			safety = lint.Manual
		}
		message := f.message
		if message == "" {
			message = fmt.Sprintf("‘%s’ %s, ‘%s’ %s", p.Slice(f.at), lint.Times(f.here), p.Slice(f.usual), lint.Times(f.there))
		}
		found := &rare
		if safety == lint.Manual {
			found = &again
		}
		found.add([2]string{p.Slice(f.at), f.text}, lint.Diagnostic{
			Span: f.at, Severity: severity,
			Message: message,
			Related: []lint.Related{{Span: f.usual, Message: fmt.Sprintf("here it is ‘%s’", p.Slice(f.usual))}},
			Fixes:   []lint.Fix{lint.Replace("write "+f.text, safety, f.at, f.text)},
		})
	}
	rare.report(p)
	again.reportAsOne(p)
}
