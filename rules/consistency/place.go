package consistency

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Place reports a place, a people or a public person in two spellings that are both in use: Kyiv and Kiev.
//
// Sources in Russian and Ukrainian, or Chinese and Portuguese, name the place each in their way, and the engine knows
// all of them. Either may be right; an article has one. Quotations and names that contain the word (Chicken Kiev, Peking
// University, Dynamo Kiev) keep theirs.
//
// The fix takes the spelling that is more frequent and is unsafe.
//
// bad: The talks in Kyiv ended on Monday. The minister left Kiev on Tuesday and returned to Kyiv on Friday.
// bad: Macao had three cases. Visitors from Macau were tested.
// good: The talks in Kyiv ended on Monday. The minister left Kyiv on Tuesday.
// good: The talks in Beijing ended on Monday. She teaches at Peking University.
//
// Measured on machine output of all kinds: 0.23 hits per 10,000 words (5,400,000 words), on clean English 0.03 (300,000
// words), true; 42 read, 42 right. Most are from Ukrainian (1.5) and Arabic (1.2).
var Place = &lint.Rule{
	Name:     "consistency/place",
	Severity: lint.Warning,
	MQM:      "Style/Inconsistency",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		places().reportVariants(p, false, func(i int) bool { return !isInName(p.Document, i) && !isQuoted(p.Document, i) })
	},
}

// isInName reports whether a common word with a capital stands beside token i, as in the name of a club or a dish.
func isInName(d *lint.Document, i int) bool {
	for k := i + 2; k < len(d.Tokens) && k < i+4 && d.Tokens[k-1].Case == lint.Title; k++ {
		if d.Fold(k) == "university" {
			return true
		}
	}
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(d.Tokens) || d.Tokens[k].Kind != lint.Word || d.Tokens[k].Case != lint.Title {
			continue
		}
		if inNames[d.Fold(k)] || k > i && lexicon.EntryAt(d, k).Word() && !lexicon.EntryAt(d, k).Name() {
			return true
		}
	}
	return false
}

// inNames holds words before a place that make it the name of something else.
var inNames = map[string]bool{"chicken": true, "dynamo": true, "dinamo": true, "duck": true, "old": true, "university": true}

//go:embed data/names.tsv
var nameTable string

var places = sync.OnceValue(func() *variants {
	rows, err := lexicon.ParseTable("names.tsv", nameTable, "spellings")
	if err != nil {
		panic(err)
	}
	families, bare := make([]family, len(rows)), []string{""}
	for i, row := range rows {
		families[i] = family{strings.Split(row[0], " / "), bare}
	}
	return newVariants(families)
})
