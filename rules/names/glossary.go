package names

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Glossary reports a name that is not spelt as the house has settled it in its names file.
//
// The engine spells a name anew in every article; no article by itself is wrong. A names file says which spelling is the
// one to write, which others are right as well, and which are wrong: see docs/names.md. Without one the rule finds nothing.
//
// A spelling that the file lists as a variant is an error, with a common word or a prefix joined on, too: Kiev-based. A
// spelling that is not listed, but differs from the settled one in case, marks or letters as names/variant compares
// them, is a warning where the document has the settled one too or the other words of the name agree; else it is
// information, and needs to sound alike. Longer names go first: an entry Sadr City keeps Sadr there from being
// corrected.
//
// The fix writes the settled spelling, with the capital of its place and the possessive kept. It is safe for a listed
// variant and unsafe for others.
//
// names: Abu Ala al-Walai / Abu Alaa al-Wali
// names: al-Walai / al-Wali / Waliy
// names: Pavel Sasover
// bad: The leader, Abu Alaa al-Wali, spoke. Al-Wali’s aides left.
// bad: The mayor, Pavel Sessover, resigned.
// good: The leader, Abu Ala al-Walai, spoke. Al-Walai’s aides left.
// good: The mayor, Pavel Sokolov, resigned.
//
// Measured on machine-translated news, with 1,001 names that human translations of it have: 2.4 warnings per 10,000 words,
// on clean English 0.8, all but one of them marks or case that these names settle otherwise. Of the warnings for letters 88
// different ones were read, 80 right; information: 0.8 per 10,000 words, 60 read, 42 right. A listed variant is an error by
// the word of the house: nothing was listed to measure.
var Glossary = &lint.Rule{
	Name:     "names/glossary",
	Severity: lint.Error,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run: func(p *lint.Pass) {
		s := settledOf(p.Document)
		if s == nil {
			return
		}
		r := &glossaryReader{Pass: p, settled: s, names: Mentions.Of(p.Document), taken: make([]bool, len(p.Tokens))}
		r.listed()
		r.similar()
	},
}

// glossaryReader compares one document with a glossary.
type glossaryReader struct {
	*lint.Pass
	*settled
	names *Names
	taken []bool   // by token: it belongs to a name that is settled
	cores []string // of the forms
}

// use is one place with a spelling of the glossary.
type use struct {
	*settledSpelling
	lint.Range
	at    lint.Span
	exact bool // as it is written there, but for what its place does to it
}

// isRight reports whether nothing is to be done at the place.
func (u *use) isRight() bool { return u.exact && u.kind != variantSpelling }

// listed reports the spellings of the glossary that are not as they are to be.
func (r *glossaryReader) listed() {
	uses := r.uses()
	slices.SortStableFunc(uses, func(a, b use) int { return b.rank() - a.rank() })
	shown := make(map[string]lint.Span) // where the document has a name as it is to be
	var wrong []use
	for _, u := range uses {
		if slices.Contains(r.taken[u.From:u.To], true) {
			continue
		}
		for i := u.From; i < u.To; i++ {
			r.taken[i] = true
		}
		if !u.isRight() {
			wrong = append(wrong, u)
		} else if u.kind == canonical && shown[u.name].End == 0 {
			shown[u.name] = u.at
		}
	}
	var found groups[string] // by the name as it is settled
	for i := range wrong {
		found.add(wrong[i].name, r.wrongUse(&wrong[i], shown))
	}
	found.report(r.Pass)
}

// rank orders the uses of one place: the longest first, and of those what needs no correction.
func (u *use) rank() int {
	n := 4 * len(u.parts)
	switch {
	case u.isRight():
		return n + 3
	case u.kind == variantSpelling:
		return n + 2
	}
	return n - int(u.kind)
}

// uses returns all places with a spelling of the glossary.
func (r *glossaryReader) uses() (out []use) {
	r.cores = make([]string, len(r.Forms))
	for f := range r.Forms {
		r.cores[f] = coreOf(r.Forms[f].Fold)
	}
	for f := range r.Forms {
		hash := r.Forms[f].Hash
		if core := r.cores[f]; core != r.Forms[f].Fold {
			hash = lint.Hash(core)
		}
		for _, k := range r.byWord[hash] {
			s := &r.spellings[k]
			for _, i := range r.Places(lint.FormID(f)) {
				if u, ok := r.match(s, int(i)-s.anchor); ok {
					out = append(out, u)
				}
			}
		}
		if strings.ContainsFunc(r.Forms[f].Fold, isHyphen) {
			for _, i := range r.Places(lint.FormID(f)) {
				out = append(out, r.joined(int(i))...)
			}
		}
	}
	return out
}

// joined returns the listed variant that a common word or a prefix is joined on to in token i: Kiev-based, pro-Kiev.
func (r *glossaryReader) joined(i int) (out []use) {
	at := r.Tokens[i].Span()
	first, last := strings.IndexFunc(r.Slice(at), isHyphen), strings.LastIndexFunc(r.Slice(at), isHyphen)
	_, size := utf8.DecodeRuneInString(r.Slice(at)[last:])
	_, width := utf8.DecodeRuneInString(r.Slice(at)[first:])
	if tail := r.Slice(at)[last+size:]; isPlain(tail) && lexicon.Lookup(tail).Word() {
		at.End = at.Start + last
	} else if prefixes[strings.ToLower(r.Slice(at)[:first])] {
		at.Start += first + width
	} else {
		return nil
	}
	article, possessive := affixes(r.Slice(at))
	core := coreOf(strings.ToLower(plainMarks(r.Slice(at))))
	for _, k := range r.byWord[lint.Hash(core)] {
		s := &r.spellings[k]
		if s.kind != variantSpelling || len(s.parts) != 1 || s.parts[0].core != core {
			continue
		}
		p, own := &s.parts[0], at
		if p.article == 0 {
			own.Start += article
		}
		if p.possessive == 0 {
			own.End -= possessive
		}
		if word := plainMarks(r.Slice(own)); word == p.text || !s.marked && isUpper(word) && strings.ToLower(word) == p.form {
			out = append(out, use{settledSpelling: s, Range: lint.Range{From: i, To: i + 1}, at: own, exact: word == p.text})
		}
	}
	return out
}

// prefixes holds what is joined on before a name.
var prefixes = lint.WordSet("anti ex mid non post pre pro")

// match compares the tokens from i on with a spelling.
func (r *glossaryReader) match(s *settledSpelling, i int) (use, bool) {
	u := use{settledSpelling: s, Range: lint.Range{From: i, To: i + len(s.parts)}, exact: true}
	if i < 0 || u.To > len(r.Tokens) {
		return u, false
	}
	sentence := r.SentenceOf(i)
	if u.To > sentence.To {
		return u, false
	}
	heading := r.BlockOf(i).Kind.IsHeading()
	for k := range s.parts {
		p := &s.parts[k]
		at, ok := r.part(s, p, i+k)
		if !ok {
			return u, false
		}
		if k == 0 {
			u.at.Start = at.Start
		}
		u.at.End = at.End
		first := heading || k == 0 && placeOf(r.Document, i, sentence.From, false) != inner
		u.exact = u.exact && isWritten(plainMarks(r.Slice(at)), p.text, first)
	}
	return u, u.exact || !s.marked
}

// part compares token i with a part of a spelling and returns the bytes that are the name: without an article and a
// possessive that the part does not have.
func (r *glossaryReader) part(s *settledSpelling, p *settledPart, i int) (lint.Span, bool) {
	t := &r.Tokens[i]
	at := t.Span()
	if t.Kind != lint.Word || p.form == "" {
		return at, r.TokenText(i) == p.text
	}
	if r.cores[t.Form] != p.core || t.Case == lint.Lower && hasCapital(p.text) && !s.marked {
		return at, false
	}
	article, possessive := affixes(r.TokenText(i))
	if p.article > 0 && article == 0 || p.possessive > 0 && possessive == 0 {
		return at, false
	}
	if p.article == 0 {
		at.Start += article
	}
	if p.possessive == 0 {
		at.End -= possessive
	}
	if s.kind == variantSpelling && !s.marked && strings.ToLower(plainMarks(r.Slice(at))) != p.form {
		return at, false
	}
	return at, true
}

// isWritten reports whether a word of the text is written as the glossary has it: first says that its place may give it a
// capital, and a text in capitals is as good.
func isWritten(word, settled string, first bool) bool {
	return word == settled || first && word == atStart(settled) || word == strings.ToUpper(settled) && len(word) > 1
}

// wrongUse is the finding of a spelling of the glossary that is not as it is to be.
func (r *glossaryReader) wrongUse(u *use, shown map[string]lint.Span) lint.Diagnostic {
	here := r.Slice(u.at)
	g := lint.Diagnostic{Span: u.at, Message: fmt.Sprintf("‘%s’ is settled as ‘%s’", here, u.name)}
	safety := lint.Safe
	if u.kind != variantSpelling {
		g.Severity, safety = lint.Warning, lint.Unsafe
	}
	article, _ := affixes(r.TokenText(u.From))
	if own, _ := affixes(u.name); own > 0 && article > 0 {
		g.Span.Start = int(r.Tokens[u.From].Start) // the settled spelling brings its own
	}
	if at, ok := shown[u.name]; ok {
		g.Related = []lint.Related{{Span: at, Message: fmt.Sprintf("here it is ‘%s’", r.Slice(at))}}
	}
	g.Fixes = []lint.Fix{writeName(r.Document, u.To-1, safety, g.Span, r.inPlace(u, g.Span))}
	return g
}

// inPlace returns the settled spelling as it is to be written in place of a span: in capitals where these are the place's,
// not those of a listed ISIL, and with a capital at the start of a sentence.
func (r *glossaryReader) inPlace(u *use, at lint.Span) string {
	here := r.Slice(at)
	switch {
	case len(here) > 1 && here == strings.ToUpper(here) && plainMarks(here) != u.text:
		return strings.ToUpper(u.name)
	case isUpper(here) && (r.BlockOf(u.From).Kind.IsHeading() || placeOf(r.Document, u.From, r.SentenceOf(u.From).From, false) != inner):
		return atStart(u.name)
	}
	return u.name
}

// similar reports names that are spelt like a settled one by what names/variant knows.
func (r *glossaryReader) similar() {
	for _, v := range allVariants.Of(r.Document) {
		if !r.right[v.of.Fold] || v.score < nearScore {
			continue
		}
		right := cmp.Or(r.written[v.of.Fold], r.names.spelling(r.Document, v.of))
		for _, i := range v.typ.Mentions {
			m := &r.names.Mentions[i]
			r.reportNear(m, right, v.score, v.reasons)
		}
	}
	for i := range r.names.Types {
		if t := &r.names.Types[i]; t.comparable() && !r.right[t.Fold] {
			r.compare(t, keyOf(r.names, int32(i)))
		}
	}
}

// nearScore is what two spellings of one document must reach where the one is settled, or is to be proposed.
const nearScore = 0.3

// compare compares a type with the words of settled names that the document may not have.
func (r *glossaryReader) compare(t *Type, key spellingKey) {
	var g grid
	for k := range r.near[key.skeleton] {
		w := &r.near[key.skeleton][k]
		if !key.mayBeOne(&w.key) {
			continue
		}
		to := &r.words.Types[w.key.typ]
		limit := max(len(t.Fold), len(to.Fold)) * maxDistance
		cost := g.distance(t.Fold, to.Fold, limit)
		if cost > limit || areTwo(r.names, r.Document, t, to) || r.areTwo(t.Fold, to.Fold) {
			continue
		}
		for _, i := range t.Mentions {
			r.weigh(&r.names.Mentions[i], t, to, w, cost)
		}
	}
}

// weigh reports a mention when it is likely a misspelling of a word of a settled name.
func (r *glossaryReader) weigh(m *Mention, t, to *Type, w *nearWord, cost int) {
	s := &r.spellings[w.spelling]
	first := m.Token - w.part
	if first < 0 || first+len(s.parts) > len(r.Tokens) || r.taken[m.Token] {
		return
	}
	c := context{prev: missing, next: missing, prevType: m.Prev, nextType: m.Next, title: lint.NoForm, before: lint.NoForm, after: lint.NoForm}
	for k := range s.parts {
		if k == w.part {
			continue
		}
		if _, ok := r.part(s, &s.parts[k], first+k); !ok {
			return
		}
		if k < w.part && m.Prev >= 0 {
			c.prev = same
		} else if k > w.part && m.Next >= 0 {
			c.next = same
		}
	}
	if len(s.parts) == 1 && !r.standsFor(t, to, cost) {
		return
	}
	x := features(r.names, t, to, c, cost)
	x[headingText] = 0 // to stands nowhere
	if points := score(x); points >= infoScore && x[part] == 0 && !r.names.needsMore(t, to, x, c) {
		if len(s.parts) == 1 {
			points = infoScore // no other word of the name agrees
		}
		p := &s.parts[w.part]
		r.reportNear(m, p.text[p.article:len(p.text)-p.possessive], points, reasons(r.names, x, c, verdict{}))
	}
}

// standsFor reports whether a type may be a misspelling of a settled name of one word that the document does not have:
// with no place to compare, only a word that no list has and that sounds alike is.
func (r *glossaryReader) standsFor(t, to *Type, cost int) bool {
	_, present := r.names.typeOf(to.Fold)
	return !present && cost <= cheapCost && !t.Entry.Known()
}

// reportNear reports a mention that is likely a misspelling of a settled name, or of a word of one.
func (r *glossaryReader) reportNear(m *Mention, right string, points float64, reasons []string) {
	if r.taken[m.Token] {
		return
	}
	r.taken[m.Token] = true
	severity := lint.Warning
	if points < warningScore || lexicon.Informal.Of(r.Document) {
		severity = lint.Info
	}
	message := fmt.Sprintf("‘%s’ is not settled, ‘%s’ is", r.Slice(m.Span), right)
	if len(reasons) > 0 {
		message += ": " + strings.Join(reasons, ", ")
	}
	r.Report(lint.Diagnostic{
		Span: m.Span, Severity: severity, Message: message,
		Fixes: []lint.Fix{writeName(r.Document, m.Token, lint.Unsafe, m.Span, right)},
	})
}
