package wording

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// VerbForm reports a verb in a form that the auxiliary before it does not take: did not said, would resigns, has went.
//
// The engine renders the tense of the source on both verbs, or joins two sentences in which each had its own. Behind did
// not and behind a modal verb English has the bare form, behind has the participle. The irregular forms stand in
// data/verbs.tsv; of the regular ones only those behind did not are taken.
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
// warning; elsewhere the finding is shown only when asked for. The level is provisional.
var VerbForm = &lint.Rule{
	Name:     "wording/verb-form",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
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

// checkVerb reports the verb behind the auxiliary at token i in a form that it does not take.
func checkVerb(p *lint.Pass, kind auxiliary, i int, not lint.FormID) {
	at, severity := i+1, lint.Info
	if at < len(p.Tokens) && not != lint.NoForm && p.Tokens[at].Form == not {
		if kind == doing {
			kind = negated
		}
		severity = lint.Warning
		at++
	}
	right := ""
	if at < len(p.Tokens) && p.Tokens[at].Case == lint.Lower && p.Tokens[at].Form != lint.NoForm {
		right = rightForm(kind, &p.Forms[p.Tokens[at].Form])
	}
	if right == "" {
		return
	}
	s := p.SentenceOf(i)
	if at >= s.To || p.Tokens[i].Case != lint.Lower && i != s.From {
		return
	}
	if at == i+1 && (i == s.From || kind == modal && !hasSubject(p.Document, s, i)) {
		return // a question: Doesn’t roasted squid taste good?
	}
	if kind == negated || kind == modal {
		if before := p.Fold(max(i-1, s.From)); at > i+1 && (before == "who" || before == "which" || before == "that") {
			return // those who did not remained
		}
	}
	if strings.HasSuffix(p.Fold(i), "n't") {
		severity = lint.Warning
	}
	if at+1 < s.To && p.Tokens[at].End == p.Tokens[at+1].Start && p.Tokens[at+1].Kind == lint.Quote {
		return
	}
	p.Report(lint.Diagnostic{
		Span:     p.Span(lint.Range{From: i, To: at + 1}),
		Severity: severity,
		Message:  fmt.Sprintf("‘%s’ takes ‘%s’, not ‘%s’", p.Slice(p.Span(lint.Range{From: i, To: at})), right, p.TokenText(at)),
		Fixes:    []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, p.Tokens[at].Span(), right)},
	})
}

// auxiliary is what an auxiliary verb asks of the verb behind it.
type auxiliary uint8

const (
	doing   auxiliary = iota // do, does, did: nothing until not follows
	negated                  // did not: the bare form
	modal                    // will, can: the bare form
	having                   // has: the participle
)

// auxiliaries are the auxiliary verbs that ask for a form.
var auxiliaries = [...]struct {
	words []lint.Key
	kind  auxiliary
}{
	{lint.Keys("do does did"), doing},
	{lint.Keys("don't doesn't didn't"), negated},
	{lint.Keys("will would can could should must may might cannot won't wouldn't can't couldn't shouldn't"), modal},
	{lint.Keys("has have haven't hasn't"), having},
}

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
	switch {
	case kind == doing, f.Fold == "used", f.Fold == "was", f.Fold == "is":
		return ""
	case kind != having && v.bare != "":
		return v.bare
	case kind == negated:
		return bareOfRegular(f.Fold)
	case kind == having && v.past == f.Fold && v.participle != f.Fold:
		return v.participle
	}
	return ""
}

// bareOfRegular returns the bare form of a regular past form, or "".
func bareOfRegular(word string) string {
	if !strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "eed") || len(word) < 5 || bareInED[word] {
		return ""
	}
	stem := word[:len(word)-2]
	n := len(stem)
	switch {
	case stem[n-1] == 'i' && lexicon.Lookup(stem[:n-1]+"y").Word():
		return stem[:n-1] + "y"
	case lexicon.Lookup(stem+"e").Word() && lexicon.Lookup(stem+"e").Level() <= 50 && (lexicon.Lookup(stem).Level() == 0 || lexicon.Lookup(stem).Level() > lexicon.Lookup(stem+"e").Level()):
		return stem + "e"
	case n > 2 && stem[n-1] == stem[n-2] && stem[n-1] != 's' && stem[n-1] != 'l' && lexicon.Lookup(stem[:n-1]).Word():
		return stem[:n-1]
	case lexicon.Lookup(stem).Word():
		return stem
	}
	return ""
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
