package names

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Variant reports a name that the document also spells in another way: al-Wali where it writes al-Wala’i before.
//
// The engine transliterates a name anew in every sentence, so one person becomes Sasover and Sessover, one town Khorfish
// and Horfish, and a name keeps the case ending of its source, as in Kinotavra. Two similar names are compared by a
// distance that knows what transliterations trade (kh and h, ou and u, w and v, doubled letters, vowels), and what speaks
// for and against one name is added up: a shared given name, title, article or other word beside them, common words near
// them, that the text quotes the one and introduces the other, names that the word list does not know. An s or n joined
// to a surname counts behind a given name (Erik Lindhofs; Lindhof said). Names in one list or side by side, peoples and
// their lands, men's and women's surnames, plurals, two listed words, two listed names that nothing joins, surnames
// behind listed given names that are not alike, and a relative or colleague (his rival) are two names; another spelling
// that is told on purpose (also spelt Brekka, formerly Sasover) is left alone. The spelling that
// is rarer, less known, without a given name or later is reported, with the places of the others: at each of its places,
// or once where the two are about as frequent.
//
// A high sum is a warning, a lower one information, and so is any in chats and transcribed speech, of a name with letters
// or an ending joined on (Huai and Huaihe, Ragnar and Ragnari), of two listed names and of Mandarin syllables. The fix
// puts the other spelling in place, there or everywhere, article and possessive kept; it is unsafe, and manual where the
// other spelling is not twice as frequent: then nobody but a reader of the source can tell which one is right.
//
// bad: Abu Ala al-Walai spoke on Monday. Aides of al-Walai left on Tuesday. Al-Wali was not hurt.
// bad: The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.
// good: Iran closed the border. Traders in Iraq were surprised.
// good: Pavel Smirnov resigned. His wife, Olga Smirnova, did not comment.
//
// Measured on machine-translated news and records: 1.9 warnings per 10,000 words, on clean English news 0.8; 115 distinct
// ones read, 112 right, and of 17 in original English 14 are slips of the people who wrote it. Information: 1.5 per
// 10,000 words, on clean English news 1.8; 75 distinct ones read, 57 right. Against the votes of other translations on
// 1,250 pairs that are one name: precision 0.96 at recall 0.43 for warnings, 0.93 at 0.60 for both, those of names/alias
// and names/title-vs-body among them. Of 61 that the votes call wrong 27 are right by reading, and of 95 that they leave
// open about 90; of the 500 that are missed about two in five are two words: plurals, peoples and their lands.
//
// With the source text beside the article (check --source), two spellings that stand for one word of it are one name, and
// two words are two. The words are romanised; Chinese characters are read in all ways that Japanese names have, or as
// Mandarin and Korean do. A name that sounds like no word of its paragraph, as Fukuoka where the source has 福井, stands
// for a word there that a name of like spelling renders elsewhere. Against the same votes, on 691 articles translated
// from Russian, Ukrainian and Hebrew: precision 0.97 at recall 0.81 for warnings, 0.97 at 0.84 for both; without the
// source 0.98 at 0.59 and 0.94 at 0.73. On 533 from Japanese 0.94 at 0.67 and 0.95 at 0.75, without 0.95 at 0.32 and 0.91
// at 0.56: of nine that the votes call wrong eight are one name by reading, and of 57 that they call missed 43 are two
// words or a name with a word joined on. On 1,018 from Chinese 0.91 at 0.52 and 0.92 at 0.59, without 0.92 at 0.34 and
// 0.91 at 0.49.
//
// Where the source is known to be another language than Chinese, or few names of the article are of Mandarin syllables,
// syllables are no reason to doubt. Where it is Hebrew, Czech or Icelandic, the surer ones of the information are
// warnings: 62 more in 1,300 articles, 52 distinct ones read, 47 right.
var Variant = &lint.Rule{
	Name:     "names/variant",
	Severity: lint.Warning,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run: func(p *lint.Pass) {
		for _, v := range allVariants.Of(p.Document) {
			if !v.inTitle && !settledOf(p.Document).isRight(v.of.Fold) { // else Glossary reports it
				v.report(p)
			}
		}
	},
}

// allVariants is the variants of a document.
var allVariants = lint.NewFact("name variants", func(d *lint.Document) []variant { return variants(Mentions.Of(d), d) })

// variant is a type that is taken for another spelling of a name.
type variant struct {
	typ, of *Type // the spelling to correct, and the one to write
	score   float64
	reasons []string
	others  []partner // further types that it may be a spelling of
	inTitle bool      // the one stands in headings only, the other does not
	proved  bool      // by the source
}

// partner is a type that may be the name of another.
type partner struct {
	*Type
	score   float64
	reasons []string
	meets   bool // it may be the name of the likeliest partner, too
}

// Scores: what a pair must reach to be reported.
const (
	warningScore = 1.05
	sureScore    = 0.5 // instead, where the source language is one that names vary in most
	infoScore    = -0.4
	weakScore    = 0.45 // the most of a pair that is never a warning
	unlikeScore  = 0.25 // the most of one in a headline that has a letter for another that sounds otherwise

	minTold = 4 // letters of the shortest name that its spelling alone tells

	formScore     = 0.4 // what a listed name and its ending must reach with nothing beside them that is the same
	mandarinScore = 2.2 // what Mandarin syllables must reach with no name beside them
)

// variants returns the types that are other spellings of a name, each with its likeliest partner.
func variants(n *Names, d *lint.Document) []variant {
	var out []variant
	best := make(map[*Type]int) // index into out
	linked := make(map[[2]*Type]bool)
	source := sourceNames.Of(d)
	for _, p := range source.add(n, similar(n)) {
		v, ok := n.judge(p, source.compare(p.a, p.b))
		if !ok {
			continue
		}
		linked[[2]*Type{v.typ, v.of}] = true
		i, known := best[v.typ]
		if !known {
			best[v.typ] = len(out)
			out = append(out, v)
			continue
		}
		if last := &out[i]; v.score > last.score {
			v.others = append(last.others, partner{Type: last.of, score: last.score, reasons: last.reasons})
			out[i] = v
		} else {
			last.others = append(last.others, partner{Type: v.of, score: v.score, reasons: v.reasons})
		}
	}
	for i := range out {
		v := &out[i]
		if k, ok := best[v.of]; ok {
			v.goOnTo(&out[k])
		}
		for j := range v.others {
			o := &v.others[j]
			o.meets = linked[[2]*Type{o.Type, v.of}] || linked[[2]*Type{v.of, o.Type}]
		}
	}
	all := slices.Clone(out)
	return slices.DeleteFunc(out, func(v variant) bool { return v.isGivenOf(n, all) })
}

// goOnTo makes the variant one of the name that its likeliest partner is a variant of, if it may be: Rafajov is to be
// Rafaj as Rafajo is, not Rafajo.
func (v *variant) goOnTo(next *variant) {
	for i := range v.others {
		if o := &v.others[i]; o.Type == next.of && len(o.Mentions) > len(v.of.Mentions) && v.inTitle == next.inTitle {
			old := partner{Type: v.of, score: v.score, reasons: v.reasons}
			v.of, v.reasons = o.Type, o.reasons // that it is wrong is as sure as before
			*o = old
			return
		}
	}
}

// isGivenOf reports whether the type to correct stands right before another spelling of the same name, as a given name
// that is like the family name: Aqeel in Aqeel al-Aquil is no other spelling of al-Aqil.
func (v *variant) isGivenOf(n *Names, all []variant) bool {
	for _, i := range v.typ.Mentions[:min(len(v.typ.Mentions), maxPlaces)] {
		next := n.Mentions[i].Next
		if next >= 0 && slices.ContainsFunc(all, func(o variant) bool { return o.typ == &n.Types[next] && o.of == v.of }) {
			return true
		}
	}
	return false
}

// judge returns the variant that one of a pair of types is, if the one is likely to be another spelling of the other. v
// is what the source makes of them.
func (n *Names) judge(p pair, v verdict) (out variant, ok bool) {
	d := n.doc
	a, b, ok := settledOf(d).order(n.ordered(&n.Types[p.a], &n.Types[p.b]))
	if !ok || v.isTwo(n, d, a, b, p.cost) {
		return out, false
	}
	c := n.contexts(a, b)
	if v.isOfTwo(n, a, b, c) || !v.isOne() && (n.areOfTwo(a, b, c) || n.isForAlias(a, b, c)) {
		return out, false
	}
	x := features(n, a, b, c, p.cost)
	s := score(x) + v.points - v.spared*(x[perLetter]*weights[perLetter]+x[edits]*weights[edits])
	if s < infoScore {
		return out, false
	}
	if !v.isOne() {
		if n.needsMore(a, b, x, c) || n.areReadings(a) || n.areReadings(b) || n.areGlosses(a) || n.areGlosses(b) || n.areBrothers(a, b, c) {
			return out, false
		}
		s = min(s, n.highest(a, b, x, c, p.cost))
	}
	return variant{typ: a, of: b, score: s, reasons: reasons(n, x, c, v), inTitle: x[headingText] != 0, proved: v.isOne()}, true
}

// areGlosses reports whether all mentions of a type tell how else somebody or something is called, on purpose.
func (n *Names) areGlosses(t *Type) bool {
	return !slices.ContainsFunc(t.Mentions, func(i int32) bool { return !n.isOtherName(n.Mentions[i].Token) })
}

// isOtherName reports whether the name that holds the token stands behind words for another name of what is spoken of: also
// spelt Brekka; Sasovar, formerly Sasover.
func (n *Names) isOtherName(token int) bool {
	d, i := n.doc, token-1
	for i > 0 && d.Tokens[i].Case >= lint.Title {
		i--
	}
	switch {
	case i < 1:
		return false
	case otherwise[d.Fold(i)], isKnownAs(d, i):
		return true
	}
	return asideWords[d.Fold(i)] && (d.TokenText(i-1) == "," || d.TokenText(i-1) == "(")
}

var (
	// otherwise holds words that another spelling or name of something follows.
	otherwise = lint.WordSet("spelt spelled transliterated romanised romanized rendered meaning nicknamed")

	// asideWords holds words that begin an aside with another name.
	asideWords = lint.WordSet("formerly previously originally now once or also")
)

// areOfTwo reports whether what stands beside two types tells that two people bear them: Munir Shawqi and Laila Shawky; Jaylen
// Brown and Jalen Brunson; Prabowo Subianto and Ganjar Pranowo.
func (n *Names) areOfTwo(a, b *Type, c context) bool {
	return c.prev == different && n.areOfTwoKnown(a, b) || c.title == lint.NoForm && n.areGivenOfTwo(a, b) ||
		n.areGivenAndFamily(a, b)
}

// highest returns the highest score that two types may reach where the source does not make one of them.
func (n *Names) highest(a, b *Type, x [numFeatures]float64, c context, cost int) float64 {
	switch {
	case x[headingText] != 0 && !c.standsAlike() && cost >= replaceCost && haveUnlike(a.Fold, b.Fold):
		return unlikeScore // Prabowo in a headline, Pranowo
	case x[part] != 0, x[namesApart] != 0, x[ending] != 0 && isForeignForm(a.Fold, b.Fold), n.mayBeSyllables(x, c):
		return weakScore // Joko and Jokowi, Ragnar and Ragnari, Haihe and Huaihe
	}
	return math.Inf(1)
}

// areBrothers reports whether two types are given names of their own by the table of aliases, and no family name tells that
// they are of one man: Hasan and Husayn, the brothers.
func (n *Names) areBrothers(a, b *Type, c context) bool {
	return c.next != same && areTwoGiven(a, b) && n.areBesideOthers(a, b)
}

// areTwoGiven reports whether the table of aliases has the two as given names of their own: Hasan and Husayn were
// brothers. Egor and Igor before one family name are not.
func areTwoGiven(a, b *Type) bool {
	x, ok := a.alias()
	y, known := b.alias()
	return ok && known && x.kind == givenAlias && y.kind == givenAlias && x.group != y.group
}

// ordered orders two types: the spelling to correct, then the one to keep. That is the one written twice as often, else
// the one in the word list, as a name or as a word, else the one with a given name or a title, else the one written more often
// or first.
func (n *Names) ordered(a, b *Type) (wrong, right *Type) {
	if n.isKept(a, b) {
		return b, a
	}
	return a, b
}

// isKept reports whether the first of two types is the spelling to keep.
func (n *Names) isKept(a, b *Type) bool {
	x, y := len(a.Mentions), len(b.Mentions)
	switch {
	case x >= 2*y || y >= 2*x:
		return x > y
	case isEnglishForm(a.Fold, b.Fold) && n.areOfOne(a, b):
		return len(a.Fold) < len(b.Fold)
	case a.Entry.Name() != b.Entry.Name():
		return a.Entry.Name()
	case a.Entry.Known() != b.Entry.Known():
		return a.Entry.Known()
	case n.isFull(a) != n.isFull(b):
		return n.isFull(a)
	case x != y:
		return x > y
	}
	return a.Mentions[0] < b.Mentions[0]
}

// isFull reports whether some mention of the type has a name or a title before it.
func (n *Names) isFull(t *Type) bool {
	return slices.ContainsFunc(t.Mentions[:min(len(t.Mentions), maxPlaces)], func(i int32) bool { return n.isIntroduced(&n.Mentions[i]) })
}

// isIntroduced reports whether a mention has a name or a title before it.
func (n *Names) isIntroduced(m *Mention) bool { return m.Title != lint.NoForm || n.isNamed(m.Prev) }

// needsMore reports whether two names are too much alike by nature for what speaks for one name: cases of a surname, two
// listed names, as Aino and Anna of one family are, and Mandarin syllables.
func (n *Names) needsMore(a, b *Type, x [numFeatures]float64, c context) bool {
	switch {
	case x[ending] != 0 && n.areCases(a, b, x, c):
		return true
	case x[namesApart] != 0 && !c.agrees() && !n.mayBeNamed(a, b, x):
		return true
	case min(len(a.Fold), len(b.Fold)) < minTold && !c.agrees(): // Xen and Xeon
		return true
	}
	isRiver := x[part] != 0 && c.after != lint.NoForm // Huai River, Huaihe River
	return n.mayBeSyllables(x, c) && !isRiver && score(x) < mandarinScore
}

// haveUnlike reports whether two names of one length differ in one letter alone, for one that no transliteration writes for it.
// Of long names that is a slip more often.
func haveUnlike(a, b string) bool {
	const longest = 9
	if len(a) != len(b) || len(a) > longest {
		return false
	}
	at := -1
	for i := range len(a) {
		if a[i] == b[i] {
			continue
		}
		if at >= 0 {
			return false
		}
		at = i
	}
	x, y := a[max(at, 0)]-'a', b[max(at, 0)]-'a'
	return at >= 0 && x < 26 && y < 26 && replacing[x][y] == replaceCost
}

// mayBeSyllables reports whether two names may be Mandarin syllables, and no name or title joins them.
func (n *Names) mayBeSyllables(x [numFeatures]float64, c context) bool {
	return x[bothPinyin] != 0 && x[cheap] == 0 && x[bothArticles] == 0 && c.prev != same && c.next != same && c.title == lint.NoForm
}

// areCases reports whether two names that differ in an ending are likely to be two, or forms of one that are both right.
// The less is known of them from lists, the less speaks for that.
func (n *Names) areCases(a, b *Type, x [numFeatures]float64, c context) bool {
	switch {
	case c.differs():
		return true
	case a.Entry.Known() && b.Entry.Known():
		return c.prev != same && x[speech] == 0 && !n.mayBeNamed(a, b, x)
	case x[oneWord] != 0, (a.Entry.Known() || b.Entry.Known()) && isForeignForm(a.Fold, b.Fold):
		return !c.standsAlike() && x[speech] == 0 && (x[oneWord] != 0 || score(x) < formScore || isOfPlace(a, b) || isOfPlace(b, a))
	}
	return false
}

// isOfPlace reports whether the first type may be the people or the adjective of the second, a listed place: Kazakhstani.
func isOfPlace(a, b *Type) bool { return a.Fold == b.Fold+"i" && b.Entry.Place() }

// mayBeNamed reports whether one of two listed names that sound alike stands alone everywhere and the other does not, as
// a surname does once its bearer has been named: Eli Waksman, Waxman.
func (n *Names) mayBeNamed(a, b *Type, x [numFeatures]float64) bool {
	return x[cheap] != 0 && x[bothPinyin] == 0 && min(len(a.Fold), len(b.Fold)) >= minSurname && n.isBare(a) != n.isBare(b)
}

// minSurname is the length of the shortest surname that is told by its sound.
const minSurname = 5

// sourceOf returns the base language that the document was translated from.
func sourceOf(d *lint.Document) string {
	base, _ := d.SourceLang.Base()
	return base.String()
}

// warningFrom returns the score from which on a variant is a warning. In translations from Hebrew, Czech and Icelandic
// nearly all pairs that are worth a look are one name.
func warningFrom(d *lint.Document) float64 {
	switch sourceOf(d) {
	case "he", "cs", "is":
		return sureScore
	}
	return warningScore
}

// report adds a finding for every mention of the variant, one for all of them where nobody can tell which spelling is
// right: the whole article has to settle for one.
func (v *variant) report(p *lint.Pass) {
	n := Mentions.Of(p.Document)
	wrong, right := n.spelling(p.Document, v.typ), n.spelling(p.Document, v.of)
	message := fmt.Sprintf("‘%s’ %s, ‘%s’ %s", wrong, lint.Times(len(v.typ.Mentions)), right, lint.Times(len(v.of.Mentions)))
	if len(v.reasons) > 0 {
		message += ": " + strings.Join(v.reasons, ", ")
	}
	from := warningFrom(p.Document)
	severity, safety := lint.Warning, lint.Unsafe
	if v.score < from || lexicon.Informal.Of(p.Document) {
		severity = lint.Info
	}
	if len(v.of.Mentions) < 2*len(v.typ.Mentions) {
		safety = lint.Manual
	}
	var related []lint.Related
	for _, i := range v.of.Mentions[:min(len(v.of.Mentions), maxRelated)] {
		related = append(related, lint.Related{Span: n.Mentions[i].Span, Message: fmt.Sprintf("here it is ‘%s’", p.Slice(n.Mentions[i].Span))})
	}
	for _, o := range v.others {
		if severity == lint.Info || o.score >= from || o.meets {
			at := n.Mentions[o.Mentions[0]].Span
			related = append(related, lint.Related{Span: at, Message: fmt.Sprintf("and here ‘%s’", p.Slice(at))})
		}
	}
	var all []lint.Diagnostic
	for _, i := range v.typ.Mentions {
		m := n.Mentions[i]
		all = append(all, lint.Diagnostic{
			Span: m.Span, Severity: severity, Message: message, Related: related,
			Fixes: []lint.Fix{writeName(p.Document, m.Token, safety, m.Span, right)},
		})
	}
	if safety == lint.Manual {
		all = []lint.Diagnostic{lint.Together(all, fmt.Sprintf("‘%s’ again", wrong))}
	}
	reportTogether(p, all)
}

// maxRelated is the most places of the other spelling that a finding names.
const maxRelated = 5

// spelling returns the type as the document writes it most often, the first of equals, in the style that is to be kept.
func (n *Names) spelling(d *lint.Document, t *Type) string {
	counts := make(map[string]int)
	var forms []string
	for _, i := range t.Mentions {
		s := d.Slice(n.Mentions[i].Span)
		if counts[s]++; counts[s] == 1 {
			forms = append(forms, s)
		}
	}
	best := slices.MaxFunc(forms, func(a, b string) int { return counts[a] - counts[b] })
	for _, i := range t.Mentions {
		if at := n.Mentions[i].Span; d.Slice(at) == best {
			return inUsualStyle(d, at)
		}
	}
	return best
}
