package wording

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubleAttribution reports a source that is named by according to and by a verb of saying at once: According to Radio
// North reported that.
//
// Chinese and Russian lead to the source and end the phrase with a verb (据…报道); the engine renders both. English has one of
// the two. What a source said stands behind its name in good English as well (according to figures that Radio North reported
// on Monday), so the verb must follow the name itself, or that the verb.
//
// The fix puts a comma in place of the verb and that, and is unsafe. Without that there is none.
//
// bad: According to Radio North reported that the works begin in May.
// bad: According to Harbour News Agency reported on Monday, the works begin in May.
// good: According to Radio North, it was reported that the works begin in May.
// good: According to figures the agency reported on Monday, the works begin in May.
//
// Measured on 5.4 million words of machine translation: 0.02 hits per 10,000 words, on 342,000 words of original English
// none; 10 read, 10 right. So few make the level provisional.
var DoubleAttribution = &lint.Rule{
	Name:     "wording/double-attribution",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, k := range p.Places(p.Find(according)) {
			i := int(k)
			verb := attributedTwice(p.Document, i)
			if verb == 0 {
				continue
			}
			d := lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i, To: verb + 1}),
				Message: fmt.Sprintf("‘according to’ and ‘%s’ both name the source", p.TokenText(verb)),
			}
			if p.Fold(verb+1) == "that" {
				cut := lint.Span{Start: int(p.Tokens[sourceEnd(p.Document, verb)].End), End: int(p.Tokens[verb+1].End)}
				d.Fixes = []lint.Fix{lint.Replace("write a comma", lint.Unsafe, cut, ",")}
			}
			p.Report(d)
		}
	},
}

var according = lint.KeyOf("according")

// attributedTwice returns the verb of saying behind the source that the according at token i leads to, or 0.
func attributedTwice(d *lint.Document, i int) int {
	const longest = 9 // tokens of a source and its verb
	s := d.SentenceOf(i)
	if i+4 >= s.To || d.Fold(i+1) != "to" {
		return 0
	}
	named := true // by names, quotation marks and words for media alone
	for j := i + 2; j < min(i+2+longest, s.To-1); j++ {
		if j > i+2 && isSourceVerb(d, j, named) {
			if leadsToReport(d.Fold(j+1), named) {
				return j
			}
			return 0
		}
		fold := d.Fold(j)
		switch t := &d.Tokens[j]; {
		case t.Kind == lint.Quote, besideVerbs[fold]:
		case t.Kind != lint.Word, lexicon.FunctionAt(d, j)&(lexicon.Conjunction|lexicon.Pronoun|lexicon.Auxiliary) != 0:
			return 0
		case papers[fold], t.Case == lint.Lower && fold != "the" && !mediaWords[fold]:
			named = false
		}
	}
	return 0
}

// isSourceVerb reports whether token i says whose words they are. In the present it does so behind the name of a source alone,
// and before that: reports that.
func isSourceVerb(d *lint.Document, i int, named bool) bool {
	if d.Tokens[i].Case != lint.Lower {
		return false
	}
	fold := d.Fold(i)
	return sourceVerbs[fold] || named && presentVerbs[fold] && d.Fold(i+1) == "that"
}

// leadsToReport reports whether a folded word behind a verb of saying shows that what was said follows: said that. Behind a
// source with a name, a word that tells when does, too: Reuters reported today.
func leadsToReport(word string, named bool) bool {
	switch word {
	case "that":
		return true
	case "on", "today", "yesterday":
		return named
	}
	return false
}

// sourceEnd returns the last token of the source before its verb, adverbs aside.
func sourceEnd(d *lint.Document, verb int) int {
	end := verb - 1
	for besideVerbs[d.Fold(end)] {
		end--
	}
	return end
}

var (
	// sourceVerbs hold verbs in the past that say whose words they are.
	sourceVerbs = lint.WordSet("reported said announced stated revealed disclosed claimed added wrote explained noted confirmed")

	// presentVerbs hold those in the present.
	presentVerbs = lint.WordSet("reports says states announces")

	// papers hold words for what is announced, and announces nothing.
	papers = lint.WordSet("plan act bill report study poll treaty budget survey law decree order scheme programme program review")

	// besideVerbs hold adverbs before such a verb.
	besideVerbs = lint.WordSet("also recently earlier previously once exclusively today yesterday")

	// mediaWords hold words for those who report.
	mediaWords = lint.WordSet("media local foreign state news agency agencies newspaper newspapers paper television radio website network broadcaster daily press reporter")
)
