package wording

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostArticle reports a the that is missing before a day of the month or before a body of the state: on 26th, of Government
// of Norway.
//
// Chinese, Japanese, Russian and Ukrainian have no article, and engines set it last where a number or a name follows.
// Reported are on and until before a day with its ordinal ending and no month, and a preposition before Government,
// Ministry, Embassy or Republic of. Days that name a street or a rank are left alone.
//
// The fix writes the article. It is unsafe: the month may be what is missing.
//
// bad: The road was closed on 26th, police said.
// bad: The decree of Government of Norway was read out.
// good: The road was closed on the 26th, on 26 May and on 26th Street.
// good: The people and Government of Norway sent help.
//
// Measured on machine output: 0.09 hits per 10,000 words, on clean English none in 342,000 (less than 0.1 per 10,000 words);
// 44 read, all right.
var LostArticle = &lint.Rule{
	Name:     "wording/lost-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, i := range p.Numbers {
			if isBareOrdinal(p.Document, int(i)) {
				reportLostArticle(p, int(i))
			}
		}
		for _, body := range bodies {
			for _, i := range p.Places(p.FormOf(body)) {
				if lacksArticle(p.Document, int(i)) {
					reportLostArticle(p, int(i))
				}
			}
		}
	},
}

func reportLostArticle(p *lint.Pass, i int) {
	word := p.TokenText(i)
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i - 1, To: i + 1}),
		Message: "no ‘the’ before ‘" + word + "’",
		Fixes:   []lint.Fix{lint.Replace("write ‘the "+word+"’", lint.Unsafe, p.Tokens[i].Span(), "the "+word)},
	})
}

// isBareOrdinal reports whether token i is a day of the month with an ordinal ending behind on or until, and no month or
// noun behind it.
func isBareOrdinal(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	if len(text) < 3 || len(text) > 4 || text[len(text)-2] < 'a' || i == 0 {
		return false
	}
	if before := d.Fold(i - 1); before != "on" && before != "until" {
		return false
	}
	day := text[:len(text)-2]
	return strings.Trim(day, "0123456789") == "" && (len(day) == 1 || day <= "31") && endsDay(d, i+1)
}

// endsDay reports whether token i shows that the day before it has no month: a mark that ends a clause, or a small word.
func endsDay(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	t := &d.Tokens[i]
	if t.Kind == lint.Punct {
		return d.Text[t.Start] == ',' || d.Text[t.Start] == '.' && (i+1 == len(d.Tokens) || !isMonth(d, i+1) && d.Tokens[i+1].Kind != lint.Number)
	}
	if isDown(d, i) {
		return false
	}
	if word := d.Fold(i); (word == "and" || word == "or") && i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == lint.Number {
		return endsDay(d, i+2) // on 1st and 3rd base
	}
	return t.Case == lint.Lower && lexicon.FunctionAt(d, i) != 0 && (d.Fold(i) != "of" || i+1 < len(d.Tokens) && !isMonth(d, i+1))
}

// isDown reports whether what begins at token i makes a down of American football of the ordinal before it: on 3rd down, on
// 4th and 12, on 2nd and goal.
func isDown(d *lint.Document, i int) bool {
	if d.Fold(i) != "and" || i+1 == len(d.Tokens) {
		return d.Fold(i) == "down"
	}
	last := d.Text[d.Tokens[i+1].End-1]
	return d.Fold(i+1) == "goal" || d.Tokens[i+1].Kind == lint.Number && '0' <= last && last <= '9'
}

// lacksArticle reports whether token i is a body of the state that begins its name behind a preposition: of Government of
// Norway.
func lacksArticle(d *lint.Document, i int) bool {
	if i == 0 || i+2 >= len(d.Tokens) || d.Tokens[i].Case != lint.Title || d.Tokens[i-1].Case != lint.Lower || d.Fold(i+1) != "of" {
		return false
	}
	if next := d.Tokens[i+2]; next.Kind != lint.Word || next.Case == lint.Lower && d.Fold(i+2) != "the" {
		return false
	}
	switch d.Fold(i - 1) {
	case "of", "by", "from", "to", "with", "in", "for":
		return true
	}
	return false
}

// bodies are those whose names begin with an article in a sentence.
var bodies = [...]string{"government", "ministry", "embassy", "republic", "municipality"}
