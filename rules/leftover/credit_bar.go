package leftover

import (
	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// CreditBar reports a line that credits somebody behind a bar: Author | Shen Mubo, Photo | Screenshot of the talk.
//
// Chinese accounts open and close their articles with such lines, one a person, and the engine translates them as it does the
// text. English credits have a colon or By. Words before a bar are the columns of a table or the sections of a site as well
// (Video | Sport, Review | Cats): reported are a writer, an editor or the like with a whole name behind, and the other tasks
// beside such a line.
//
// The fix deletes the line and is unsafe.
//
// bad: Author | Shen Mubo ¶ The drivers have a choir of their own.
// bad: Photo | Screenshot of the talk ¶ Typesetting | Xiao Li
// good: By Shen Mubo ¶ The drivers have a choir of their own.
// good: Author | Title | Year ¶ Shen Mubo | The choir | 2020
//
// Measured on 5,400,000 words of machine translation: 0 hits per 10,000 words, on original English (350,000 words) and in
// 4,500,000 words of manuals 0. None could be read: the level rests on the absence of false alarms and is provisional.
var CreditBar = &lint.Rule{
	Name:     "leftover/credit-bar",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		var bars []lint.Range
		number, sure := -1, false
		for _, k := range p.MarksAt('|') {
			n := blockOf(p.Document, max(number, 0), int(k))
			if n == number {
				continue
			}
			number = n
			if b := p.Blocks[n]; !b.Kind.IsAside() && isCreditBar(p.Document, b.Range, int(k)) {
				bars = append(bars, b.Range)
				sure = sure || namesSomebody(p.Document, b.Range, int(k))
			}
		}
		if !sure {
			return
		}
		for _, r := range bars {
			s := p.Span(r)
			p.Report(lint.Diagnostic{
				Span:    s,
				Message: "‘" + p.Slice(s) + "’ is a credit of the page",
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, s, "")},
			})
		}
	},
}

// namesSomebody reports whether the credit with the bar at token i is that of a writer or the like, with a whole name: Author |
// Shen Mubo.
func namesSomebody(d *lint.Document, b lint.Range, i int) bool {
	if !writerTasks[d.Fold(b.From)] || b.To-i < 3 {
		return false
	}
	for j := i + 1; j < b.To; j++ {
		if d.Tokens[j].Kind == lint.Word && (d.Tokens[j].Case == lint.Lower || lexicon.FunctionAt(d, j) != 0) {
			return false
		}
	}
	return true
}

// isCreditBar reports whether a block is words for a task, the bar at token i, the only one, and who did it: Text and photo |
// Anna Holm.
func isCreditBar(d *lint.Document, b lint.Range, i int) bool {
	const longestTask, longestName = 4, 8
	if i == b.From || i-b.From > longestTask || b.To-i < 2 || b.To-i > longestName || isMark(d, b.To-1, ".?!") {
		return false
	}
	for j := b.From; j < i; j++ {
		if word := d.Fold(j); !creditTasks[word] && (j == b.From || word != "and" && !isMark(d, j, "&/")) {
			return false
		}
	}
	if behind := d.Fold(i + 1); creditTasks[behind] || columnWords[behind] {
		return false // Author | Title
	}
	for j := i + 1; j < b.To; j++ {
		if k := d.Tokens[j].Kind; k != lint.Word && !isMark(d, j, ",&/.'") {
			return false
		}
	}
	return true
}

// creditTasks are the tasks that credits name, and what an account counts as one.
var creditTasks = lint.WordSet("author authors editor editors edit editing text words writer writing written wen copywriting copywriter photo photos photography photographer picture pictures image images cover headshot header poster layout typesetting typesetter typography design designer art illustration illustrator producer produced production planning planner plan supervisor supervision proofreading proofreader proofread review reviewer reviewed reporter correspondent intern trainee translator translation compiled compiler compilation source operation coordinator coordination script camera video filming anchor host interview interviewer")

// writerTasks are those of people whom an article names.
var writerTasks = lint.WordSet("author authors editor editors text wen writer typesetting typesetter proofreading proofreader proofread headshot copywriting copywriter illustrator photographer producer translator compiler reporter correspondent supervisor coordinator trainee")

// columnWords head the columns of a table, as tasks may.
var columnWords = lint.WordSet("title year date name subject page pages price type value description notes")
