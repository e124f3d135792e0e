package wording

import (
	"strings"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostObject reports remind, inform or notify with a clause and nobody who is told: the minister reminded that the tax
// ends.
//
// Spanish, Russian, Ukrainian, Turkish and Chinese tell a clause alone (recordó que, повідомив, що, 提醒); English names
// who is reminded, or says noted, recalled or said. The passive, a participle with its own clause (informed that he had
// won, he wept), one who is told and stands before (whom he informed that; how many did you notify that), and a duty to
// inform that lies with somebody are right.
//
// The fix writes another verb and is unsafe: who was told may be what is missing.
//
// bad: The minister also reminded that the tax ends in May.
// bad: Experts remind that the road is closed, and the police informed that it stays so.
// good: The minister reminded them that the tax ends, and they were reminded that it rises.
// good: They remove a page if properly notified that it breaks the law.
// good: Informed that he had won, he wept. She, informed that he had won, did not.
//
// Measured on machine output of all kinds: 0.16 hits per 10,000 words (5,400,000 words), on original English 0.03
// (350,000 words), a slip of a text; 45 distinct ones read, all right. Informs, which notes of offices have in English
// written by people, too, is for information.
var LostObject = &lint.Rule{
	Name:     "wording/lost-object",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, v := range tellingVerbs {
			for _, k := range p.Places(p.Find(v.form)) {
				if i := int(k); i+2 < len(p.Tokens) && p.Fold(i+1) == "that" && p.Tokens[i].Case == lint.Lower && tellsNobody(p.Document, i, v.isPast) {
					reportLostObject(p, i, &v)
				}
			}
		}
	},
}

// tellingVerb is a form of a verb that needs somebody who is told, and what English says of a clause alone.
type tellingVerb struct {
	form   lint.Key
	isPast bool // it may be a participle, too
	weak   bool // people write so, too
	better []string
}

// tellingVerbs are the forms that are looked at.
var tellingVerbs = func() (list []tellingVerb) {
	for _, row := range []struct {
		forms        string
		isPast, weak bool
		better       []string
	}{
		{forms: "reminded", isPast: true, better: []string{"noted", "recalled"}},
		{forms: "reminds", better: []string{"notes", "recalls"}},
		{forms: "remind", better: []string{"note", "recall"}},
		{forms: "informed notified", isPast: true, better: []string{"said"}},
		{forms: "informs notifies", weak: true, better: []string{"says"}},
		{forms: "inform notify", better: []string{"say"}},
	} {
		for _, form := range lint.Keys(row.forms) {
			list = append(list, tellingVerb{form, row.isPast, row.weak, row.better})
		}
	}
	return list
}()

// tellsNobody reports whether the verb at token i, before that, has a subject and is no passive. That may be an object,
// too: to remind that man.
func tellsNobody(d *lint.Document, i int, isPast bool) bool {
	s := d.SentenceOf(i)
	if i == s.From || i+2 >= s.To || d.Tokens[i-1].Kind != lint.Word || !beginsClause(d, i+2) {
		return false
	}
	if namesObject(d, s, i) {
		return false
	}
	if !isPast {
		return i < 2 || d.Fold(i-1) != "to" || !duties[d.Fold(i-2)]
	}
	if isPassive(d, s, i) {
		return false
	}
	if i-1 > s.From && strings.HasSuffix(d.Fold(i-1), "ly") && lexicon.FunctionAt(d, i-2)&lexicon.Conjunction != 0 {
		return false // if properly notified that
	}
	return lexicon.FunctionAt(d, i-1)&(lexicon.Preposition|lexicon.Conjunction) == 0 && d.Fold(i-1) != "not"
}

// isPassive reports whether a verb that makes a passive of the past form at token i stands shortly before it, with no mark
// between.
func isPassive(d *lint.Document, s lint.Range, i int) bool {
	const near = 5
	for k := i - 1; k >= max(s.From, i-near); k-- {
		if t := &d.Tokens[k]; t.Kind == lint.Punct || t.Kind == lint.Quote {
			return false
		}
		if passives[d.Fold(k)] {
			return true
		}
	}
	return false
}

// namesObject reports whether the one who is told stands before the verb at token i: in a question, as whom, or as a noun
// that a clause with a pronoun follows (the man she had reminded that it was late).
func namesObject(d *lint.Document, s lint.Range, i int) bool {
	if d.TokenText(s.To-1) == "?" {
		return true
	}
	for k := i - 1; k > s.From; k-- {
		switch t := &d.Tokens[k]; {
		case t.Kind != lint.Word:
			return false
		case subjects[d.Fold(k)]:
			return mayBeTold(d, k-1)
		case d.Fold(k) == "whom":
			return true
		}
	}
	return d.Fold(s.From) == "whom"
}

// mayBeTold reports whether token i, before a clause that begins with a pronoun, may be who is told in it: the man she had
// reminded, everyone she had reminded.
func mayBeTold(d *lint.Document, i int) bool {
	word := d.Fold(i)
	switch word {
	case "whom", "anyone", "everyone":
		return true
	}
	t := &d.Tokens[i]
	return t.Kind == lint.Word && t.Case == lint.Lower && lexicon.FunctionAt(d, i) == 0 && !mayBeVerb(word)
}

// subjects are pronouns that begin a clause, duties nouns that a verb with to belongs to.
var (
	subjects = lint.WordSet("he she we you they i")
	duties   = lint.WordSet("duty obligation right power requirement")
)

// beginsClause reports whether token i is hardly the noun of “that”: a word of the kinds that begin a clause, a name, a
// mark or a number.
func beginsClause(d *lint.Document, i int) bool {
	t := &d.Tokens[i]
	switch {
	case t.Kind != lint.Word || t.Case != lint.Lower:
		return true
	case partsOfDay[d.Fold(i)]:
		return false // those best informed that evening
	case lexicon.FunctionAt(d, i) != 0:
		return d.Fold(i) != "is" && d.Fold(i) != "was" && d.Fold(i) != "of" && d.Fold(i) != "which"
	}
	if i+1 == len(d.Tokens) || d.Tokens[i+1].Kind != lint.Word {
		return false
	}
	f := lexicon.FunctionAt(d, i+1)
	return f == 0 || f&lexicon.Auxiliary != 0 || d.Text[t.End-1] == 's'
}

// partsOfDay stand behind that as the time of what happened.
var partsOfDay = lint.WordSet("day morning afternoon evening night week month year")

// passives holds words that make a passive of the participle behind them, or an object complement: kept them informed.
var passives = lint.WordSet("be is are was were been being am get gets got gotten getting keep keeps kept stay stayed feel felt 're 'm 's he's she's it's they're we're you're i'm isn't wasn't weren't aren't duly fully those anyone everyone")

func reportLostObject(p *lint.Pass, i int, v *tellingVerb) {
	word, severity := p.TokenText(i), lint.Warning
	if v.weak {
		severity = lint.Info
	}
	var fixes []lint.Fix
	for _, b := range v.better {
		fixes = append(fixes, lint.Replace("write ‘"+b+"’", lint.Unsafe, p.Tokens[i].Span(), b))
	}
	p.Report(lint.Diagnostic{
		Span:     p.Span(lint.Range{From: i, To: i + 2}),
		Severity: severity,
		Message:  "‘" + word + "’ does not say whom",
		Fixes:    fixes,
	})
}
