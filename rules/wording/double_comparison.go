package wording

import (
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DoubleComparison reports an adjective compared twice, or with more where English has an ending: more easier than, the most
// busiest, even more cheap than.
//
// Most languages compare with a word, and the engine writes it beside the English form that has the ending, or instead of
// it. What more and most count is left alone: more older people, more soft drinks, more older than younger voters, most best men;
// so are a comparison of two properties, more old than wise, questions (Is more better?) and quotations.
//
// The fix writes the one form and is unsafe.
//
// bad: The new road is more easier than the old one.
// bad: It is the most busiest port of the coast.
// bad: In the evening the soup was even more cheap.
// good: The town needs more younger people, and more better ideas.
// good: The shop sells even more soft drinks, and more cheap ones.
// good: He was more old than wise.
//
// Measured on 5.4 million words of machine translation: one hit, right; on original English, human translations (680,000
// words) and manuals (4.5 million) none, less than 0.1 per 10,000 words. The level is provisional.
var DoubleComparison = &lint.Rule{
	Name:     "wording/double-comparison",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, word := range [...]lint.Key{moreKey, mostKey} {
			for _, k := range p.Places(p.Find(word)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i+2 >= s.To || p.Tokens[i+1].Case != lint.Lower || p.Glued(i+2) && p.Tokens[i+2].Kind == lint.Word {
					continue
				}
				if right := comparedOnce(p.Document, s, i); right != "" && !p.IsQuoted(i) && !isQuestion(p.Document, s) {
					span, right := p.Span(lint.Range{From: i, To: i + 2}), lexicon.InCaseOf(p.TokenText(i), right)
					p.Report(lint.Diagnostic{
						Span:    span,
						Message: "‘" + p.Slice(span) + "’ for ‘" + right + "’",
						Fixes:   []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
					})
				}
			}
		}
	},
}

var (
	moreKey = lint.KeyOf("more")
	mostKey = lint.KeyOf("most")
)

// comparedOnce returns what to write for the more or most at token i of sentence s and the adjective behind it, or "".
func comparedOnce(d *lint.Document, s lint.Range, i int) string {
	c, ok := comparisons()[d.Fold(i+1)]
	switch {
	case !ok:
	case d.Fold(i) == "most":
		if isDoubledMost(d, s, i, c) {
			return c.most
		}
	case !goesOnComparing(d, i+2) && (isDoubledMore(d, s, i, c) || isMoreForEnding(d, s, i, c)):
		return c.more
	}
	return ""
}

// isDoubledMost reports whether the most at token i stands behind the or a possessive and before the superlative, or the bare
// form alone: the most busiest port, the most old.
func isDoubledMost(d *lint.Document, s lint.Range, i int, c comparison) bool {
	word, before := d.Fold(i+1), d.Fold(max(i-1, s.From))
	if word == "highest" {
		return false // the most highest, in psalms
	}
	if before == "the" && c.bare == word && endsAdjective(d, i+2) {
		return true
	}
	isPossessed := strings.HasSuffix(before, "'s") || lexicon.FunctionAt(d, max(i-1, s.From))&lexicon.Possessive != 0
	return c.most == word && (before == "the" || isPossessed)
}

// isDoubledMore reports whether the more at token i stands before a comparative that has no noun: more easier than, is more
// easier.
func isDoubledMore(d *lint.Document, s lint.Range, i int, c comparison) bool {
	return c.more == d.Fold(i+1) &&
		(d.Fold(i+2) == "than" || linksOrAdds[d.Fold(max(i-1, s.From))] && endsAdjective(d, i+2))
}

// isMoreForEnding reports whether the more at token i stands before a bare adjective that has no noun, behind a verb and even or
// the like: was even more cheap. What goes on to another adjective (much more old than new) or has a complement (short of) is
// right.
func isMoreForEnding(d *lint.Document, s lint.Range, i int, c comparison) bool {
	if c.bare != d.Fold(i+1) || !strengthens[d.Fold(max(i-1, s.From))] || !followsLink(d, s, i-1) {
		return false
	}
	if d.Fold(i+2) == "than" && i+3 < s.To && lexicon.FunctionAt(d, i+3) == 0 {
		return false
	}
	return endsAdjective(d, i+2) && !complements[d.Fold(i+2)]
}

// goesOnComparing reports whether a mark, and or than stands at token i before another adjective, so that more counts what
// has both: more older than younger voters, more longer and hotter summers, more cheap, plastic toys.
func goesOnComparing(d *lint.Document, i int) bool {
	if i+1 >= len(d.Tokens) {
		return false
	}
	switch word := d.Fold(i + 1); d.TokenText(i) {
	case "than", "and", "or":
		_, isCompared := comparisons()[word]
		return isCompared || strings.HasSuffix(word, "er")
	case ",":
		return lexicon.FunctionAt(d, i+1) == 0
	}
	return false
}

// followsLink reports whether a verb like is or becomes stands before token i, and no there before that.
func followsLink(d *lint.Document, s lint.Range, i int) bool {
	return i > s.From && linksOrAdds[d.Fold(i-1)] && d.Fold(max(i-2, s.From)) != "there"
}

// isMark reports whether token i is a stop, a comma or a semicolon.
func isMark(d *lint.Document, i int) bool {
	switch d.TokenText(i) {
	case ".", ",", ";", "!", "?":
		return true
	}
	return false
}

// endsAdjective reports whether token i shows that no noun belongs to the adjective before it: a mark, and, in.
func endsAdjective(d *lint.Document, i int) bool {
	return isMark(d, i) || joinsAdjective[d.Fold(i)]
}

// comparison is the forms of an adjective that is compared with endings.
type comparison struct{ bare, more, most string }

// comparisons returns the adjectives by each of their forms; no bare form is listed where more is said too: more strong.
var comparisons = sync.OnceValue(func() map[string]comparison {
	forms := strings.Fields(comparedForms)
	m := make(map[string]comparison, len(forms))
	for k := 0; k < len(forms); k += 3 {
		c := comparison{forms[k], forms[k+1], forms[k+2]}
		for _, form := range forms[k : k+3] {
			m[form] = c
		}
	}
	for _, form := range strings.Fields(alsoWithMore) {
		delete(m, form)
	}
	return m
})

const (
	// comparedForms are adjectives and their forms, three words each.
	comparedForms = `
		good better best bad worse worst old older oldest big bigger biggest small smaller smallest
		cheap cheaper cheapest fast faster fastest tall taller tallest young younger youngest long longer longest
		short shorter shortest large larger largest low lower lowest high higher highest soft softer softest
		strong stronger strongest hard harder hardest rich richer richest poor poorer poorest hot hotter hottest
		cold colder coldest warm warmer warmest easy easier easiest busy busier busiest happy happier happiest
		heavy heavier heaviest pretty prettier prettiest new newer newest slow slower slowest deep deeper deepest
		dark darker darkest bright brighter brightest thick thicker thickest thin thinner thinnest early earlier earliest
		late later latest great greater greatest nice nicer nicest simple simpler simplest weak weaker weakest
		safe safer safest`

	// alsoWithMore are bare forms that careful writers put more before, or that are nouns as often.
	alsoWithMore = `good bad strong hard hot cold dark bright late early great nice simple safe deep low high happy new busy
		pretty heavy thin thick weak slow warm poor easy rich`
)

var (
	strengthens = lint.WordSet("even much far slightly little bit lot still")
	linksOrAdds = lint.WordSet(`even much far slightly bit lot is was be become becomes became get gets got feel
		feels felt look looks looked seem seems seemed`)
	complements    = lint.WordSet("of on") // short of breath, long on promises
	joinsAdjective = lint.WordSet("and but in of on for to when if because than")
)
