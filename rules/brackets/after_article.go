package brackets

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// AfterArticle reports an article before a date in brackets: since the (June 10, 2014) the roads are closed.
//
// Arabic news puts dates and figures in brackets where English has none, and the engine gives what stands there an
// article. An article before other words in brackets, the (then) mayor, is right.
//
// The fix takes the article and the brackets away and is unsafe.
//
// bad: The roads have been closed since the (June 10, 2014) flood.
// bad: They met on the (Monday) in the town.
// good: The roads have been closed since the flood (June 10, 2014).
// good: The (then) mayor spoke to the (many) workers.
//
// Measured on machine-translated news: no hit in 600,000 words, on clean English none in 340,000 (less than 0.1 per 10,000 words); 1 read
// on machine-translated web articles, 1 right.
var AfterArticle = &lint.Rule{
	Name:     "brackets/after-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Run: func(p *lint.Pass) {
		the := p.FormOf("the")
		if the == lint.NoForm {
			return
		}
		for _, k := range p.Brackets() {
			i := int(k)
			if i == 0 || i+2 >= len(p.Tokens) || p.Tokens[i-1].Form != the || p.TokenText(i) != "(" || p.Glued(i) || !p.Glued(i+1) {
				continue
			}
			end := dateEnd(p.Document, i+1)
			if end == 0 || end == i+2 && end+1 < len(p.Tokens) && p.Tokens[end+1].Case == lint.Lower && lexicon.FunctionAt(p.Document, end+1) == 0 {
				continue // the (Monday) meeting
			}
			p.Report(lint.Diagnostic{
				Span:    p.Span(lint.Range{From: i - 1, To: end + 1}),
				Message: "article before a date in brackets",
				Fixes: []lint.Fix{lint.Replace("take both away", lint.Unsafe, p.Span(lint.Range{From: i - 1, To: end + 1}),
					p.Slice(p.Span(lint.Range{From: i + 1, To: end})))},
			})
		}
	},
}

// dateEnd returns the closing bracket behind the date that begins with token i, or 0.
func dateEnd(d *lint.Document, i int) int {
	named := false
	for k := i; k < min(i+6, len(d.Tokens)); k++ {
		switch t := d.Tokens[k]; t.Kind {
		case lint.Word:
			_, month := lexicon.Month(d.Fold(k))
			_, day := lexicon.Weekday(d.Fold(k))
			if t.Case != lint.Title || !month && !day {
				return 0
			}
			named = true
		case lint.Bracket:
			if named && d.TokenText(k) == ")" {
				return k
			}
			return 0
		case lint.Number:
		case lint.Punct:
			if d.TokenText(k) != "," {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}
