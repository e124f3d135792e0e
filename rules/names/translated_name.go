package names

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// TranslatedName reports the name of a club, a party, a paper, a firm, a weapon or a train that the document has in its own
// language and translated as well: Al-Hilal and Crescent, Cruz Azul and Blue Cross, United Russia and Yedinaya Rossiya.
//
// The engine takes the name for the word that it is, in one sentence of several, and readers look for two clubs. A table has the
// names and what becomes of them. What English articles do not write is reported. A translation of one word counts only with a
// capital inside a sentence, by itself, and beside a word for what such names belong to, as does the name: against, striker;
// newspaper; launcher. The Tigers with an article is how a club is called. Where one explains the other somewhere (Al-Hilal, or
// the Crescent; “Meduza” means Medusa) nothing is reported.
//
// The fix is unsafe where the article has the name twice as often, and else manual.
//
// bad: Al-Hilal beat Zolnar in the final. The coach of Crescent praised his men.
// bad: Cruz Azul signed Brel. Blue Cross will play on Friday.
// bad: The candidates of Yedinaya Rossiya sang. United Russia gave each child a balloon.
// good: Al-Hilal beat Zolnar in the final. The Red Crescent treated two fans of Al-Hilal.
// good: The strikers of Al-Hilal (the Crescent) scored. The coach of Crescent praised them.
// good: Tigres won the final. The Tigers have won three of the last five matches.
//
// Measured on machine-translated news and records: 0.004 hits per 10,000 words (2 in 5,400,000, which have hardly any of these
// names), both right; on original English and in 4,500,000 words of manuals none. Provisional.
var TranslatedName = &lint.Rule{
	Name:     "names/translated-name",
	Severity: lint.Warning,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run: func(p *lint.Pass) {
		n := Mentions.Of(p.Document)
		found := n.translations()
		for _, f := range found {
			for _, other := range found {
				if f.isName && !other.isName && f.row == other.row {
					n.reportTranslation(p, f, other)
				}
			}
		}
	},
}

// translation is the places of one form of a name in the table.
type translation struct {
	*translatedForm
	places []lint.Range
}

// translations returns the forms of the table that the document has.
func (n *Names) translations() (found []translation) {
	table := translatedNames()
	for i := range n.Types {
		t := &n.Types[i]
		if !table.sieve.MayHave(t.hash) {
			continue
		}
		for _, form := range table.forms[t.Fold] {
			var places []lint.Range
			for _, k := range t.Mentions {
				if at, ok := n.formAt(form, n.Mentions[k].Token); ok {
					places = append(places, at)
				}
			}
			if len(places) > 0 {
				found = append(found, translation{form, places})
			}
		}
	}
	return found
}

// formAt returns the tokens of a form whose anchor is a token.
func (n *Names) formAt(form *translatedForm, token int) (lint.Range, bool) {
	at := lint.Range{From: token - form.anchor, To: token - form.anchor + len(form.words)}
	if at.From < 0 || at.To > len(n.doc.Tokens) {
		return at, false
	}
	for k, w := range form.words {
		i := at.From + k
		if k > 0 && (n.doc.Tokens[i].Start != n.doc.Tokens[i-1].End+1) || !n.isTranslatedWord(w, i) {
			return at, false
		}
	}
	return at, true
}

// isTranslatedWord reports whether a token is a word of a form, with or without the article or a possessive, in its case.
func (n *Names) isTranslatedWord(w translatedWord, i int) bool {
	t := &n.doc.Tokens[i]
	if t.Kind != lint.Word || (t.Case == lint.Lower) != w.isLower {
		return false
	}
	return foldWord(n.doc.TokenText(i)) == w.fold
}

// foldWord returns a word folded, without an article that is joined on and without a possessive.
func foldWord(word string) string {
	article, ending := affixes(word)
	return Fold(word[article : len(word)-ending])
}

// reportTranslation reports the places of a translation, if it is one of the name and does not explain it.
func (n *Names) reportTranslation(p *lint.Pass, name, other translation) {
	const near, far = 4, 12 // tokens
	isOfKind := func(at lint.Range) bool { return n.isOfKind(name.kind, at, far) }
	if settledOf(n.doc).isRight(other.words[other.anchor].fold) || n.isExplained(name, other) || !slices.ContainsFunc(name.places, isOfKind) {
		return
	}
	safety := lint.Manual
	if len(name.places) >= 2*len(other.places) {
		safety = lint.Unsafe
	}
	usual := n.nameSpan(name.places[0])
	text := p.Slice(usual)
	var all []lint.Diagnostic
	for _, at := range other.places {
		if !n.isAlone(at) || !n.isOfKind(other.kind, at, near) || n.isNickname(at) {
			continue
		}
		span := n.nameSpan(at)
		here, there := lint.Times(len(other.places)), lint.Times(len(name.places))
		all = append(all, lint.Diagnostic{
			Span:    span,
			Message: fmt.Sprintf("‘%s’ %s, ‘%s’ %s: one name in two languages", p.Slice(span), here, text, there),
			Related: []lint.Related{{Span: usual, Message: fmt.Sprintf("here it is ‘%s’", text)}},
			Fixes:   []lint.Fix{lint.Replace("write "+text, safety, span, text)},
		})
	}
	if len(all) > 0 {
		p.Report(lint.Together(all, "so again"))
	}
}

// nameSpan returns the place of tokens without a possessive.
func (n *Names) nameSpan(at lint.Range) lint.Span {
	s := n.doc.Span(at)
	_, ending := affixes(n.doc.TokenText(at.To - 1))
	s.End -= ending
	return s
}

// isExplained reports whether one form stands beside the other somewhere, or behind a word that tells what a name means.
func (n *Names) isExplained(name, other translation) bool {
	const near = 6 // tokens
	for _, o := range other.places {
		if n.isMeaning(o.From) {
			return true
		}
		for _, at := range name.places {
			gap := lint.Range{From: at.To, To: o.From}
			if o.From < at.From {
				gap = lint.Range{From: o.To, To: at.From}
			}
			if gap.To-gap.From <= near && n.isGlossGap(gap) {
				return true
			}
		}
	}
	return slices.ContainsFunc(name.places, func(at lint.Range) bool { return n.isMeaning(at.From) })
}

// isGlossGap reports whether nothing stands between two forms but marks and words that tell that one means the other.
func (n *Names) isGlossGap(gap lint.Range) bool {
	for i := gap.From; i < gap.To; i++ {
		t := &n.doc.Tokens[i]
		if t.Kind == lint.Word && t.Case == lint.Lower && n.functions[t.Form] == 0 && !meaningWords[n.doc.Fold(i)] {
			return false
		}
	}
	return true
}

// isMeaning reports whether a name from a token on, its quotation mark and article left out, stands in brackets or behind a word
// that tells what a name means: (the Crescent), meaning “Medusa”, nicknamed the Eagles.
func (n *Names) isMeaning(token int) bool {
	if n.isGloss(token) {
		return true
	}
	for i := token - 1; i >= max(0, token-3); i-- {
		switch {
		case meaningWords[n.doc.Fold(i)], n.doc.TokenText(i) == "(":
			return true
		case n.doc.Tokens[i].Kind != lint.Quote && n.doc.Fold(i) != "the":
			return false
		}
	}
	return false
}

// meaningWords holds words that tell what a name means or is called.
var meaningWords = lint.WordSet("meaning means translated translates translation literally english dubbed nicknamed called known named " +
	"short alias aka i.e")

// isAlone reports whether a translation is all of a name: no word with a capital stands beside it, as in the Red Crescent, nor of
// behind it, as in Port of Spain, nor what stands before a common word: our Country, Minister of Youth.
func (n *Names) isAlone(at lint.Range) bool {
	d, to := n.doc, at.To
	if d.BlockOf(at.From).Kind.IsHeading() || at.To-at.From == 1 && !n.isInner(at.From) || !n.mayBegin(at.From) {
		return false
	}
	return to >= len(d.Tokens) || !n.isCapital(to) && !goesOn(d.Fold(to)) && d.Tokens[to].Kind != lint.Number
}

// mayBegin reports whether a name of the table may begin with a token, by what stands before it.
func (n *Names) mayBegin(token int) bool {
	d, before := n.doc, token-1
	switch {
	case before < 0:
		return true
	case n.isCapital(before), notBeforeNames[d.Fold(before)], d.Glued(token) && !isQuoteOrBracket(d, before):
		return false
	}
	return before == 0 || d.Fold(before) != "of" || !n.isCapital(before-1)
}

// goesOn reports whether a word behind a name makes it a longer one: Union for Peace.
func goesOn(word string) bool { return word == "of" || word == "for" }

// isInner reports whether token i has its capital inside a sentence; a name may stand in quotation marks there.
func (n *Names) isInner(i int) bool {
	if i > 0 && i+1 < len(n.doc.Tokens) && n.doc.Tokens[i-1].Kind == lint.Quote && n.doc.Tokens[i+1].Kind == lint.Quote {
		i--
	}
	return placeOf(n.doc, i, n.doc.SentenceOf(i).From, false) == inner
}

// isCapital reports whether token i is a word with a capital that may be a part of a name; M7 is a model.
func (n *Names) isCapital(i int) bool {
	t := &n.doc.Tokens[i]
	return t.Kind == lint.Word && t.Case >= lint.Title && n.functions[t.Form] == 0 &&
		!strings.ContainsAny(n.doc.TokenText(i), "0123456789")
}

// notBeforeNames holds words that no name without an article stands behind.
var notBeforeNames = lint.WordSet("a an this that these those my your his her its our their every each no some any")

// isNickname reports whether a plural with an article is how a club is called: the Tigers.
func (n *Names) isNickname(at lint.Range) bool {
	return at.From > 0 && n.doc.Fold(at.From-1) == "the" && strings.HasSuffix(n.doc.Fold(at.To-1), "s")
}

// isOfKind reports whether a word that tells the kind of a name stands within so many tokens of it, in its sentence.
func (n *Names) isOfKind(kind string, at lint.Range, near int) bool {
	cues := kindWords[kind]
	if cues == nil {
		return true
	}
	s := n.doc.SentenceOf(at.From)
	for i := max(s.From, at.From-near); i < min(s.To, at.To+near); i++ {
		if (i < at.From || i >= at.To) && cues[n.doc.Fold(i)] {
			return true
		}
	}
	return false
}

// kindWords holds the words that stand beside names of a kind. Names of several words need none.
var kindWords = map[string]map[string]bool{
	"club": lint.WordSet("against coach coached coaches player players defender striker goalkeeper keeper midfielder winger " +
		"forward captain fans match game games squad league derby goal goals beat won win wins lost loses played plays " +
		"play draw drew team club side season final cup playoffs playoff signed meet meets met press home vs " +
		"scored stadium transfer"),
	"party": lint.WordSet("party parties coalition candidate candidates voters leader leaders deputies mps faction movement " +
		"parliament election elections chairman votes"),
	"paper": lint.WordSet("newspaper newspapers daily magazine weekly paper portal site website channel agency journalist " +
		"journalists reporter correspondent reports reported editor published tabloid outlet"),
	"firm": lint.WordSet("company companies group brand app platform users phone phones car cars model models stock shares " +
		"founder ceo launched portal service customers store stores branch investors market"),
	"arms": lint.WordSet("missile missiles drone drones rocket rockets launcher launchers system systems uav uavs howitzer " +
		"howitzers mlrs complex complexes fired launched shot strike strikes guns volley volleys shells"),
	"train": lint.WordSet("train trains shinkansen express railway line bullet"),
	"name":  nil,
}

//go:embed data/translated.tsv
var translatedTable string

// translatedForm is one form of a name in the table.
type translatedForm struct {
	kind   string
	row    int
	isName bool // what English articles write
	words  []translatedWord
	anchor int // the first word that may be a mention
}

// translatedWord is a word of a form, folded as a name.
type translatedWord struct {
	fold    string
	isLower bool
}

// translatedIndex is the forms of the table by their anchor.
type translatedIndex struct {
	forms map[string][]*translatedForm
	sieve lexicon.Sieve
}

// translatedNames returns the table.
var translatedNames = sync.OnceValue(func() *translatedIndex {
	rows, err := lexicon.ParseTable("translated.tsv", translatedTable, "kind", "name", "other")
	if err != nil {
		panic(err)
	}
	table := &translatedIndex{make(map[string][]*translatedForm), lexicon.NewSieve(4 * len(rows))}
	for i, row := range rows {
		for column, forms := range row[1:] {
			for text := range strings.SplitSeq(forms, " / ") {
				form := newTranslatedForm(text)
				form.kind, form.row, form.isName = row[0], i, column == 0
				fold := form.words[form.anchor].fold
				table.forms[fold] = append(table.forms[fold], form)
				table.sieve.Add(lint.Hash(fold))
			}
		}
	}
	return table
})

// newTranslatedForm returns a form as the table writes it.
func newTranslatedForm(text string) *translatedForm {
	form := &translatedForm{anchor: -1}
	for k, word := range strings.Fields(text) {
		w := translatedWord{foldWord(word), !isUpper(word)}
		if form.anchor < 0 && !w.isLower && lexicon.FunctionOf(strings.ToLower(word)) == 0 && len(w.fold) > 1 {
			form.anchor = k
		}
		form.words = append(form.words, w)
	}
	form.anchor = max(form.anchor, 0)
	return form
}
