package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ThatComma reports a comma before the that of a clause which English does not part from its verb or noun: the fact,
// that buses run; she said, that the road is closed.
//
// German, Russian and Polish writers set a comma before every clause, and the engine keeps it. The second of a pair of
// commas (she said, in short, that) is right.
//
// The fix takes the comma away and is safe behind the nouns, else unsafe.
//
// bad: The fact, that buses run every two hours only is bad for the town.
// bad: The mayor explained, that the road is closed until May.
// good: The fact that buses run every two hours only is bad for the town.
// good: The mayor explained, in few words, that the road is closed. To say that, that is all.
//
// Measured on 5.4 million words of machine translation: no hit, on 350,000 words of original English none (less than 0.1
// per 10,000 words); on a machine-translated web article 1, right. The level is provisional.
var ThatComma = &lint.Rule{
	Name:     "spacing/that-comma",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, i := range p.Places(p.Find(that)) {
			comma := int(i) - 1
			if comma < 2 || mark(p.Document, comma) != "," || comma+3 >= len(p.Tokens) || p.Tokens[i].Case != lint.Lower || p.Tokens[comma-1].Case != lint.Lower {
				continue
			}
			noun := factNouns[p.Fold(comma-1)]
			if !noun && !thatVerbs[p.Fold(comma-1)] || !leadsClause(p.Document, comma, noun) {
				continue
			}
			safety := lint.Unsafe
			if noun {
				safety = lint.Safe
			}
			p.Report(lint.Diagnostic{
				Span:    from(p.Document, comma-1, comma+1),
				Message: "comma between ‘" + p.TokenText(comma-1) + "’ and its ‘that’",
				Fixes:   []lint.Fix{lint.Replace("take the comma away", safety, p.Tokens[comma].Span(), "")},
			})
		}
	},
}

var that = lint.KeyOf("that")

// leadsClause reports whether the that behind the comma begins the clause of the word before it: its subject stands
// behind it, and no other comma, bracket or quotation mark before it in the sentence; behind a noun the article.
func leadsClause(d *lint.Document, comma int, noun bool) bool {
	next := comma + 2
	f := lexicon.FunctionAt(d, next)
	begins := f&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun) != 0 || d.Fold(next) == "there" || f == 0 && d.Tokens[next].Kind == lint.Word && !momentHeads[d.Fold(next)]
	if !begins || d.Tokens[next].Kind != lint.Word || d.Fold(next) == "which" || d.Fold(next) == "who" {
		return false
	}
	s := d.SentenceOf(comma)
	for k := s.From; k < comma; k++ {
		if kind := d.Tokens[k].Kind; kind == lint.Punct || kind == lint.Quote || kind == lint.Bracket {
			return false
		}
	}
	return !noun || lexicon.FunctionAt(d, comma-2)&(lexicon.Article|lexicon.Possessive|lexicon.Determiner) != 0
}

var (
	// factNouns holds nouns that a clause with that tells the content of.
	factNouns = lint.WordSet("fact view idea hope opinion belief impression claim conviction assumption condition conclusion rumour rumor fear suspicion possibility probability news report statement assertion realisation realization feeling danger risk certainty proof evidence promise understanding requirement circumstance")

	// thatVerbs holds verbs that a clause with that is the object of.
	thatVerbs = lint.WordSet("said says stated states explained explains added adds noted notes stressed stresses emphasized emphasised announced announces declared declares claimed claims reported reports confirmed confirms believe believes believed think thinks thought know knows knew hope hopes hoped means meant shows showed indicates indicated argued argues decided realised realized suggests suggested assured insisted recalled remembered assume assumes fear fears feared expects expected convinced sure certain")
)
