package wording

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// VerbForm reports a verb in a form that the auxiliary or the to before it does not take: did not said, would resigns, has
// went, hasn't find, forcing them to fled.
//
// The engine renders the tense of the source on both verbs, or joins two sentences in which each had its own. Behind did
// not, a modal verb and to English has the bare form, behind has the participle. The irregular forms stand in
// data/verbs.tsv; of the regular ones only those behind did not are taken. What somebody has may be followed by a verb of
// another clause (all that he had went), and so may to (those who wanted to fled); it is had and to with their subject or
// object at hand alone that are looked at.
//
// The fix writes the right form, and is unsafe: the auxiliary may be the one that is wrong.
//
// bad: The minister did not said when he will go.
// bad: She would becomes the first woman in the office.
// good: The minister did not say, said his deputy.
// good: What he would not do, he did; all he could, he gave.
//
// Measured on machine output of all kinds: 0 hits per 10,000 words (5,400,000 words), on clean English 0 (300,000 words);
// the one natural hit, in a translation by people (330,000 words), is right. Behind not the form is certainly wrong and a
// warning, and so is has behind a pronoun that begins the sentence, and to; elsewhere the finding is shown only when
// asked for. The level is provisional.
var VerbForm = &lint.Rule{
	Name:     "wording/verb-form",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		pastInfinitive(p)
		not := p.FormOf("not")
		for _, a := range auxiliaries {
			for _, word := range a.words {
				for _, i := range p.Places(p.Find(word)) {
					checkVerb(p, a.kind, int(i), not)
				}
			}
		}
	},
}

// pastInfinitive reports to before a past form: he wanted to went, forcing them to fled.
func pastInfinitive(p *lint.Pass) {
	for _, word := range pastOnly {
		for _, k := range p.Places(p.Find(word)) {
			i := int(k)
			s := p.SentenceOf(i)
			if i < s.From+3 || p.Tokens[i].Case != lint.Lower || p.Fold(i-1) != "to" || !asksInfinitive(p.Document, s, i-1) {
				continue
			}
			right := verbs().Get(lint.Hash(word.Fold())).bare
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
				Message: fmt.Sprintf("‘to’ takes ‘%s’, not ‘%s’", right, p.TokenText(i)),
				Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, p.Tokens[i].Span(), right)},
			})
		}
	}
}

// pastOnly are past forms that are neither nouns nor participles, and fled.
var pastOnly = lint.Keys("fled went gave became began knew wrote spoke chose threw flew ate grew withdrew came took stole ran overcame undertook")

// asksInfinitive reports whether the to at token i of sentence s belongs to the verb behind it: a pronoun begins the
// sentence with a verb of wanting, or somebody is forced to do something.
func asksInfinitive(d *lint.Document, s lint.Range, i int) bool {
	if wanting[d.Fold(i-1)] {
		return i-2 == s.From && pronouns[d.Fold(i-2)]
	}
	for k := i - 2; k >= s.From && k >= i-3; k-- {
		if forcing[d.Fold(k)] {
			return lexicon.FunctionAt(d, k+1)&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun) != 0
		}
	}
	return false
}

var (
	wanting  = lint.WordSet("wanted tried decided refused managed failed attempted wants tries refuses")
	forcing  = lint.WordSet("forced forcing forces urged urging compelled compelling")
	pronouns = lint.WordSet("he she they we it i you")
)

// checkVerb reports the verb behind the auxiliary at token i in a form that it does not take.
func checkVerb(p *lint.Pass, kind auxiliary, i int, not lint.FormID) {
	g := verbGroup{d: p.Document, kind: kind, auxiliary: i, verb: i + 1}
	if not != lint.NoForm && g.verb < len(p.Tokens) && p.Tokens[g.verb].Form == not {
		g.kind = kind.withNot()
		g.verb++
	}
	right := g.rightForm()
	if right == "" {
		return
	}
	g.sentence = p.SentenceOf(i)
	if g.verb >= g.sentence.To || g.isName() || g.asks() || g.isOfWho() || g.endsQuotation() {
		return
	}
	isCertain := g.kind >= having && subjectBegins(p.Document, g.sentence, i)
	if g.kind == had && !isCertain {
		return
	}
	severity := lint.Info
	if g.hasNot() || isCertain || strings.HasSuffix(p.Fold(i), "n't") {
		severity = lint.Warning
	}
	before := p.Span(lint.Range{From: i, To: g.verb})
	p.Report(lint.Diagnostic{
		Span:     p.Span(lint.Range{From: i, To: g.verb + 1}),
		Severity: severity,
		Message:  fmt.Sprintf("‘%s’ takes ‘%s’, not ‘%s’", p.Slice(before), right, p.TokenText(g.verb)),
		Fixes:    []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, p.Tokens[g.verb].Span(), right)},
	})
}

// verbGroup is an auxiliary verb and the verb behind it, with not between or without.
type verbGroup struct {
	d               *lint.Document
	kind            auxiliary
	auxiliary, verb int // tokens
	sentence        lint.Range
}

// rightForm returns the form that the verb must have, or "" where it may be right.
func (g *verbGroup) rightForm() string {
	if g.verb >= len(g.d.Tokens) {
		return ""
	}
	t := &g.d.Tokens[g.verb]
	if t.Case != lint.Lower || t.Form == lint.NoForm {
		return ""
	}
	return rightForm(g.kind, &g.d.Forms[t.Form])
}

// hasNot reports whether not stands between the verbs.
func (g *verbGroup) hasNot() bool { return g.verb > g.auxiliary+1 }

// isName reports whether the auxiliary has a capital inside the sentence: Will.
func (g *verbGroup) isName() bool {
	return g.d.Tokens[g.auxiliary].Case != lint.Lower && g.auxiliary != g.sentence.From
}

// asks reports whether the auxiliary begins a question (Doesn’t roasted squid taste good?), or may be a noun: the will.
func (g *verbGroup) asks() bool {
	return !g.hasNot() && (g.auxiliary == g.sentence.From || g.kind == modal && !hasSubject(g.d, g.sentence, g.auxiliary))
}

// isOfWho reports whether the auxiliary, with not, ends a clause that tells who or what is meant, behind which the verb of the
// sentence follows: those who did not remained.
func (g *verbGroup) isOfWho() bool {
	if !g.hasNot() || g.kind != negated && g.kind != modal || g.auxiliary == g.sentence.From {
		return false
	}
	switch g.d.Fold(g.auxiliary - 1) {
	case "who", "which", "that":
		return true
	}
	return false
}

// endsQuotation reports whether a quotation mark is glued to the verb: he did not “went”.
func (g *verbGroup) endsQuotation() bool {
	next := g.verb + 1
	return next < g.sentence.To && g.d.Tokens[next].Kind == lint.Quote && g.d.Glued(next)
}

// auxiliary is what an auxiliary verb asks of the verb behind it.
type auxiliary uint8

const (
	doing     auxiliary = iota // do, does, did: nothing until not follows
	negated                    // did not: the bare form
	modal                      // will, can: the bare form
	having                     // has: the participle
	havingNot                  // has not: the participle
	had                        // the participle, behind a pronoun that begins the sentence
)

// withNot is what the auxiliary asks for where not follows.
func (a auxiliary) withNot() auxiliary {
	switch a {
	case doing:
		return negated
	case having:
		return havingNot
	}
	return a
}

// auxiliaries are the auxiliary verbs that ask for a form.
var auxiliaries = [...]struct {
	words []lint.Key
	kind  auxiliary
}{
	{lint.Keys("do does did"), doing},
	{lint.Keys("don't doesn't didn't"), negated},
	{lint.Keys("will would can could should must may might cannot won't wouldn't can't couldn't shouldn't"), modal},
	{lint.Keys("has have"), having},
	{lint.Keys("haven't hasn't hadn't"), havingNot},
	{lint.Keys("had"), had},
}

// subjectBegins reports whether the word before token i is a pronoun that begins sentence s, or its clause.
func subjectBegins(d *lint.Document, s lint.Range, i int) bool {
	return i > s.From && pronouns[d.Fold(i-1)] && (i-1 == s.From || clauseHeads[d.Fold(i-2)])
}

var clauseHeads = lint.WordSet("but because when after if")

// hasSubject reports whether the word before token i is a pronoun, so that token i is a verb and no noun: they will.
func hasSubject(d *lint.Document, s lint.Range, i int) bool {
	if i == s.From {
		return false
	}
	switch d.Fold(i - 1) {
	case "i", "you", "he", "she", "we", "they", "it", "who", "which", "there":
		return true
	}
	return strings.HasSuffix(d.Fold(i), "n't") || d.Fold(i) == "would" || d.Fold(i) == "could" || d.Fold(i) == "should" || d.Fold(i) == "cannot"
}

// rightForm returns the form that the auxiliary takes in place of the word, or "" where the word may be right.
func rightForm(kind auxiliary, f *lint.Form) string {
	v := verbs().Get(f.Hash)
	isHaving := kind >= having
	switch {
	case kind == havingNot && bares()[f.Fold] != "":
		return bares()[f.Fold]
	case kind == doing, f.Fold == "used", f.Fold == "was", f.Fold == "is":
		return ""
	case !isHaving && v.bare != "":
		return v.bare
	case kind == negated:
		return bareOfRegular(f.Fold)
	case isHaving && v.past == f.Fold && v.participle != f.Fold && v.participle != "-" && !oldParticiples[f.Fold]:
		return v.participle
	}
	return ""
}

// oldParticiples are past forms that songs and older books have for the participle.
var oldParticiples = lint.WordSet("forgot broke spoke wrote")

// bareOfRegular returns the bare form of a regular past form, or "".
func bareOfRegular(word string) string {
	if !strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "eed") || len(word) < 5 || bareInED[word] {
		return ""
	}
	stem := word[:len(word)-2]
	last := len(stem) - 1
	switch {
	case stem[last] == 'i' && lexicon.Lookup(stem[:last]+"y").Word():
		return stem[:last] + "y"
	case isCommoner(stem+"e", stem):
		return stem + "e"
	case isDoubled(stem) && lexicon.Lookup(stem[:last]).Word():
		return stem[:last]
	case lexicon.Lookup(stem).Word():
		return stem
	}
	return ""
}

// isCommoner reports whether a word is a common one, and commoner than another: hope than hop.
func isCommoner(word, than string) bool {
	w, other := lexicon.Lookup(word), lexicon.Lookup(than).Level()
	return w.Word() && w.Level() <= 50 && (other == 0 || other > w.Level())
}

// isDoubled reports whether the last consonant of a stem is doubled before its ending: stopp-ed, but neither pass-ed nor call-ed.
func isDoubled(stem string) bool {
	last := len(stem) - 1
	return last > 1 && stem[last] == stem[last-1] && stem[last] != 's' && stem[last] != 'l'
}

// bareInED are bare forms that look like past forms.
var bareInED = lint.WordSet("shed embed shred sled imbed hundred sacred naked wicked")

// verb is the forms of an irregular verb.
type verb struct{ bare, past, participle, present string }

//go:embed data/verbs.tsv
var verbTable string

// irregular is the irregular verbs; a malformed table panics.
var irregular = sync.OnceValue(func() []verb {
	rows, err := lexicon.ParseTable("verbs.tsv", verbTable, "bare", "past", "participle", "present")
	if err != nil {
		panic("wording: " + err.Error())
	}
	out := make([]verb, len(rows))
	for i, r := range rows {
		out[i] = verb{r[0], r[1], r[2], r[3]}
	}
	return out
})

// verbs is the irregular verbs by their past form and by their form with -s.
var verbs = sync.OnceValue(func() *lexicon.FormTable[verb] {
	all := irregular()
	forms := lexicon.NewFormTable[verb](2 * len(all))
	for _, v := range all {
		for _, form := range []string{v.present, v.past} {
			if form != "-" {
				*forms.Set(lint.Hash(form)) = v
			}
		}
	}
	return forms
})

// bares is the participles of the irregular verbs by their bare form; those that are nouns as often are left out.
var bares = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	for _, v := range irregular() {
		if v.participle != "-" && v.participle != v.bare && !bareNouns[v.bare] {
			m[v.bare] = v.participle
		}
	}
	return m
})

var bareNouns = lint.WordSet("lead hold stand say drive win have draw show")
