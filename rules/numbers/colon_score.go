package numbers

import (
	"fmt"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// ColonScore reports the result of a match with a colon: won 3:2, a 1:1 draw.
//
// Most languages of Europe write results so; the engine copies them. English writes 3-2. A text that writes all its
// results with a colon keeps to a style, and the finding is for information; beside a result with a hyphen it is a slip.
// Ratios (two to one, 2:1), times and verses are right.
//
// The fix is unsafe: an editor may want a dash.
//
// bad: They beat the hosts 3:2 after extra time.
// bad: The match ended in a 1:1 draw.
// good: They beat the hosts 3-2 after extra time.
// good: The odds of the match were 2:1, as in Mark 4:3.
//
// Measured on 5.4 million words of machine translation: 0.13 hits per 10,000 words, on 342,000 words of original English
// none; 45 read, all with a colon that English does not write, most in a text that writes all its results so. Where the
// source is known to be Russian or Czech, they are warnings: 26 read, 26 right.
var ColonScore = &lint.Rule{
	Name:     "numbers/colon-score",
	Severity: lint.Info,
	MQM:      "Locale convention/Number format",
	Langs:    []language.Tag{language.English},
	Sources:  []language.Tag{language.Russian, language.Czech},
	Run: func(p *lint.Pass) {
		var words []nearScore              // read once a result may be there
		severity, last := lint.Info, -near // the result before
		for _, f := range figures.Of(p.Document) {
			v, i := view{p.Document, f.block}, f.token
			if !isResultWith(v, i, ":") {
				continue
			}
			if words == nil {
				words = scoreForms(p.Document)
				if hyphenScore(p.Document, words) {
					severity = lint.Warning
				}
			}
			if isPartOfMore(v, i) || !scoreNear(v, i, last, words) {
				continue
			}
			last = i
			span := p.Span(lint.Range{From: i, To: i + 3})
			right := v.text(i) + "-" + v.text(i+2)
			p.Report(lint.Diagnostic{
				Span:     span,
				Severity: severity,
				Message:  fmt.Sprintf("result ‘%s’ with a colon", p.Slice(span)),
				Fixes:    []lint.Fix{lint.Replace("write ‘"+right+"’", lint.Unsafe, span, right)},
			})
		}
	},
}

// hyphenScore reports whether the document has a result with a hyphen: 3-2.
func hyphenScore(d *lint.Document, words []nearScore) bool {
	for _, f := range figures.Of(d) {
		v, i := view{d, f.block}, f.token
		if isResultWith(v, i, "-") && scoreNear(v, i, -near, words) {
			return true
		}
	}
	return false
}

// isResultWith reports whether the figure at token i, the mark and another figure are glued together: 3:2.
func isResultWith(v view, i int, mark string) bool {
	return v.text(i+1) == mark && v.glued(i+1) && v.glued(i+2) && isGoals(v.text(i)) && isGoals(v.text(i+2))
}

// isPartOfMore reports whether the two figures from token i on go on at either side: 1:3:2, 3:2:1.
func isPartOfMore(v view, i int) bool {
	return v.glued(i) && !v.is(i-1, lint.Bracket) || v.glued(i+3) && v.glued(i+4) && v.is(i+4, lint.Number)
}

// isGoals reports whether s is a figure of a football result.
func isGoals(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// scoreWords holds what is said of a result.
var scoreWords = lint.WordSet("won win wins winning beat beats beating defeated defeats thrashed lost loses drew draw victory defeat score scored led leading lead minute goal equalized equalised obtained match half-time")

// ratioWords holds what is said of other numbers with a colon.
var ratioWords = lint.WordSet("ratio ratios odds proportion verse chapter scale adjusted bet vote votes majority ruling")

// nearScore says what a word form tells of numbers with a colon near it.
type nearScore uint8

const (
	aScore nearScore = iota + 1
	aRatio
)

// scoreForms returns, by word form, what it tells of results.
func scoreForms(d *lint.Document) []nearScore {
	out := make([]nearScore, len(d.Forms))
	for kind, words := range map[nearScore]map[string]bool{aScore: scoreWords, aRatio: ratioWords} {
		for w := range words {
			if f := d.FormOf(w); f != lint.NoForm {
				out[f] = kind
			}
		}
	}
	return out
}

// near is how many tokens apart a result and what is said of it stand.
const near = 8

// scoreNear reports whether a word of results, or the result before, and no word of ratios stands near the figures at
// token i.
func scoreNear(v view, i, before int, words []nearScore) bool {
	found := i-before <= near && v.has(before)
	for k := max(i-near, v.block.From); k < min(i+near+1, v.block.To); k++ {
		if f := v.Tokens[k].Form; f != lint.NoForm {
			if words[f] == aRatio {
				return false
			}
			found = found || words[f] == aScore
		}
	}
	return found
}
