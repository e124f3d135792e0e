package quotes

import (
	"slices"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// DashSpeech reports direct speech behind a dash in place of quotation marks.
//
// Nordic, Slavic, French, Turkish and Vietnamese news begins a speaker's words with a dash, and the engine copies it. An
// article is taken to do so where such words are followed by their speaker twice, or a question behind a dash by an
// answer behind another, which may quote others; then every paragraph of it that begins with a dash is speech. Lists,
// datelines and dashes within a sentence are right.
//
// All the speech of a paragraph is one finding, at its first dash, and so is an interview of which nobody says who speaks.
// The fix writes the marks where the words of the speaker end at a comma or, as Polish has it, at another dash before who
// said them; it is unsafe.
//
// bad: – The road is open again, says the mayor.
// bad: – The road is open again – said Holm – and it is safe.
// bad: - We are ready, Holm said. ¶ The bridge was closed in May. ¶ - It took too long, she says.
// good: “The road is open again,” says the mayor.
// good: The road is open. – It was closed in May.
//
// Measured on machine output of all kinds, most of it sentences without their paragraphs: 0.05 hits per 10,000 words (27
// in 5,400,000, from Russian and Ukrainian), on original English (350,000 words) 0; all 27 read, and 15 of 18 on
// machine-translated web articles, all right.
var DashSpeech = &lint.Rule{
	Name:     "quotes/dash-speech",
	Severity: lint.Warning,
	MQM:      "Locale convention/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		turns := turnsOf(p.Document)
		spoken, asked := 0, false
		for k := range turns {
			if turns[k].clause > 0 {
				spoken++
			}
			asked = asked || isAsked(p.Document, turns, k)
		}
		switch {
		case spoken == 0 && asked:
			reportInterview(p, turns)
			return
		case spoken == 0:
			return
		}
		for k := 0; k < len(turns); {
			first := k
			for k++; k < len(turns) && turns[k].block == turns[first].block; k++ {
			}
			reportTurns(p, turns[first:k], spoken > 1 || asked, first > 0 && isAsked(p.Document, turns, first-1))
		}
	},
}

// turn is what one dash may introduce: the tokens from the dash to the next turn or the end of the paragraph.
type turn struct {
	lint.Range
	block  int
	clause int  // the token that begins the reporting clause, or 0
	quotes bool // double marks are in it: no speech unless it answers a question
}

// turnsOf returns the turns of a document: a dash between spaces, or at the start of a paragraph, before a capitalised
// word where a sentence may begin.
func turnsOf(d *lint.Document) []turn {
	var turns []turn
	b, from := 0, -1 // the block and the dash of the turn that is being read
	for _, m := range turnDashes(d) {
		i := int(m)
		for ; d.Blocks[b].To <= i; b++ {
			if from >= 0 {
				turns, from = appendTurn(turns, d, b, lint.Range{From: from, To: d.Blocks[b].To}), -1
			}
		}
		if !beginsTurn(d, d.Blocks[b].Range, i) {
			continue
		}
		if from >= 0 {
			turns = appendTurn(turns, d, b, lint.Range{From: from, To: i})
		}
		from = i
	}
	if from >= 0 {
		turns = appendTurn(turns, d, b, lint.Range{From: from, To: d.Blocks[b].To})
	}
	return turns
}

// turnDashes returns the dashes that may begin a turn, in the order of the text.
func turnDashes(d *lint.Document) []int32 {
	var dashes []int32
	for _, c := range [...]byte{'-', "—"[0]} {
		for _, m := range d.MarksAt(c) {
			if d.Tokens[m].Kind == lint.Punct && d.TokenText(int(m)) != "--" && mayBeginTurn(d, int(m)) {
				dashes = append(dashes, m)
			}
		}
	}
	slices.Sort(dashes)
	return dashes
}

// mayBeginTurn reports whether the mark at token i is a dash before a capitalised word.
func mayBeginTurn(d *lint.Document, i int) bool {
	if i+1 == len(d.Tokens) || d.Glued(i+1) {
		return false
	}
	next := &d.Tokens[i+1]
	return next.Kind == lint.Word && (next.Case == lint.Title || next.Case == lint.Upper) && isDash(d.TokenText(i))
}

// beginsTurn reports whether the dash at token i of block r, before a capitalised word, stands where a sentence may
// begin, and no dash ends the block.
func beginsTurn(d *lint.Document, r lint.Range, i int) bool {
	return i+1 < r.To && !isDash(d.TokenText(r.To-1)) && (i == r.From || i > r.From+1 && !d.Glued(i) && isStop(d.TokenText(i-1)) && d.Tokens[i-2].Kind == lint.Word && !lint.IsAbbreviation(d.TokenText(i-2)))
}

// appendTurn appends the turn of tokens r.
func appendTurn(turns []turn, d *lint.Document, block int, r lint.Range) []turn {
	t := turn{Range: r, block: block}
	for i := r.From; i < r.To; i++ {
		if familyOf(d, i) != noFamily {
			return append(turns, turn{Range: r, block: block, quotes: true})
		}
		if t.clause == 0 && i > r.From+2 && i+1 < r.To && endsWords(d.TokenText(i-1)) && namesSpeaker(d, lint.Range{From: i, To: r.To}) {
			t.clause = i
		}
	}
	return append(turns, t)
}

// endsWords reports whether s may stand between speech and its speaker.
func endsWords(s string) bool { return s == "," || s == "?" || s == "!" || isDash(s) }

// namesSpeaker reports whether a reporting clause begins the range: says the mayor, Holm said, Anna Holm says.
func namesSpeaker(d *lint.Document, r lint.Range) bool {
	if speaks(d, r.From) {
		next := d.Tokens[r.From+1]
		return next.Kind == lint.Word && (next.Case == lint.Title || pronouns[d.Fold(r.From+1)] || d.Fold(r.From+1) == "the" || isWorker(d, lint.Range{From: r.From + 1, To: r.To}))
	}
	if pronouns[d.Fold(r.From)] {
		return speaks(d, r.From+1) || d.Fold(r.From+1) == "went" && r.From+2 < r.To && d.Fold(r.From+2) == "on"
	}
	for i := r.From; i < min(r.From+3, r.To-1) && d.Tokens[i].Case == lint.Title; i++ {
		if speaks(d, i+1) {
			return true
		}
	}
	return false
}

// isWorker reports whether the range begins with what a person does, before the name: farm adviser Karin Lund.
func isWorker(d *lint.Document, r lint.Range) bool {
	const longest = 4
	for i := r.From; i < min(r.From+longest, r.To) && d.Tokens[i].Kind == lint.Word && lexicon.FunctionAt(d, i) == 0; i++ {
		if d.Tokens[i].Case == lint.Title {
			return i > r.From
		}
	}
	return false
}

// speaks reports whether token i is a verb of saying with its speaker beside it.
func speaks(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Lower && finiteSayings[d.Fold(i)]
}

// finiteSayings holds the reporting verbs that have a subject in a reporting clause.
var finiteSayings = lint.WordSet(sayings)

const sayings = "said says told tells added adds stated states stressed stresses noted notes explained explains declared declares announced warned warns asked asks replied replies " +
	"answered answers insisted insists confirmed confirms claimed claims continued continues concluded concludes recalled recalls admitted admits argued argues emphasized emphasised commented comments " +
	"revealed reveals complained joked quipped thinks believes"

// isAsked reports whether turn k is a paragraph with a question that the next paragraph answers behind a dash.
func isAsked(d *lint.Document, turns []turn, k int) bool {
	return k+1 < len(turns) && turns[k+1].block == turns[k].block+1 && d.TokenText(turns[k].To-1) == "?" &&
		d.TokenText(turns[k+1].To-1) != "?" && turns[k+1].From == d.Blocks[turns[k+1].block].From
}

// reportInterview reports the turns of an article in which nobody says who speaks as one finding: questions and answers,
// each behind its dash at the start of a paragraph. Those with quotations in them are speech where they answer a question.
func reportInterview(p *lint.Pass, turns []turn) {
	var spoken []turn
	for k, t := range turns {
		if t.From == p.Blocks[t.block].From && (!t.quotes || k > 0 && isAsked(p.Document, turns, k-1)) {
			spoken = append(spoken, t)
		}
	}
	g := lint.Diagnostic{Span: p.Tokens[spoken[0].From].Span(), Message: "the words of an interview begin with dashes in place of quotation marks"}
	for _, t := range spoken[1:] {
		g.Related = append(g.Related, lint.Related{Span: p.Tokens[t.From].Span(), Message: "here too"})
	}
	p.Report(g)
}

// reportTurns reports the turns of one paragraph: those with a speaker or, where the article always writes speech so,
// all. Those with quotations in them are speech where they answer a question.
func reportTurns(p *lint.Pass, turns []turn, all, answers bool) {
	spoken := turns[:0:0]
	for _, t := range turns {
		if t.quotes {
			all = all && answers
		}
		if t.clause > 0 || all {
			spoken = append(spoken, t)
		}
	}
	if len(spoken) == 0 {
		return
	}
	fix := lint.Fix{Title: "write quotation marks", Safety: lint.Unsafe}
	g := lint.Diagnostic{Span: p.Tokens[spoken[0].From].Span(), Message: "direct speech begins with a dash in place of a quotation mark"}
	for k, t := range spoken {
		dash := p.Tokens[t.From].Span()
		if t.clause > 0 {
			dash := lint.Span{Start: dash.Start, End: int(p.Tokens[t.From+1].Start)}
			fix.Edits = append(fix.Edits, lint.Edit{Span: dash, Text: "“"}, closeSpeech(p.Document, t.clause))
		}
		if k > 0 {
			g.Related = append(g.Related, lint.Related{Span: dash, Message: "here too"})
		}
	}
	if len(fix.Edits) > 0 {
		g.Fixes = []lint.Fix{fix}
	}
	p.Report(g)
}

// closeSpeech returns the edit that ends a quotation before the reporting clause at token i: behind the comma, or in
// place of a dash.
func closeSpeech(d *lint.Document, i int) lint.Edit {
	if isDash(d.TokenText(i - 1)) {
		mark := ",” "
		if d.Tokens[i-2].Kind == lint.Punct {
			mark = "” "
		}
		return lint.Edit{Span: lint.Span{Start: int(d.Tokens[i-2].End), End: int(d.Tokens[i].Start)}, Text: mark}
	}
	end := int(d.Tokens[i-1].End)
	return lint.Edit{Span: lint.Span{Start: end, End: end}, Text: "”"}
}
