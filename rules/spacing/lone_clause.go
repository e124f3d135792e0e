package spacing

import (
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LoneClause reports a clause with because or although that stands as a sentence of its own: He stayed in. Because the road
// was closed.
//
// Chinese, Japanese, Turkish and Malay give the reason in a sentence behind; the engine keeps the full stop. English joins
// it to what it explains. Answers to a question, what stands in quotation marks, what a speaker says of himself, rows of
// such clauses, and a clause with its main clause behind it, with a comma or without, are right. Although is for
// information, as storytellers have it so, and so is a subject that may be two: Because the oven was hot the top burned.
//
// The fix joins the clause to the sentence before it and is unsafe: it may belong to the one behind.
//
// bad: The men stayed in the house. Because the road to the harbour was closed.
// bad: He wants no change. Because it can turn his friends into foes.
// good: Why did they stay? Because the road to the harbour was closed.
// good: Because the road to the harbour was closed, the men stayed in the house.
//
// Measured on 5.4 million words of machine translation, most of it single sentences: 0.05 warnings and 0.04 infos per 10,000
// words, on 342,000 words of original English none; 60 read, 54 right. On machine-translated web pages 0.8, all right.
var LoneClause = &lint.Rule{
	Name:     "spacing/lone-clause",
	Severity: lint.Warning,
	MQM:      "Fluency/Punctuation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, word := range [...]string{"because", "although"} {
			for _, k := range p.Places(p.FormOf(word)) {
				i := int(k)
				s := p.SentenceOf(i)
				if i == s.From && p.Tokens[i].Case == lint.Title && isLoneClause(p.Document, s) && !isAnswer(p.Document, s) {
					reportLoneClause(p, s)
				}
			}
		}
	},
}

// isLoneClause reports whether the sentence, which a conjunction opens, is one clause that ends in a full stop: no mark
// parts it, and nothing in it may be the subject of a main clause.
func isLoneClause(d *lint.Document, s lint.Range) bool {
	const shortest = 5
	if s.To-s.From < shortest || mark(d, s.To-1) != "." || d.IsQuoted(s.From) {
		return false
	}
	if d.Fold(s.From+1) == "of" || lexicon.FunctionAt(d, s.From+1)&lexicon.Auxiliary != 0 {
		return false // no clause stands behind because
	}
	verbs, joined := 0, false
	for i := s.From + 1; i < s.To-1; i++ {
		fold, f := d.Fold(i), lexicon.FunctionAt(d, i)
		if d.Tokens[i].Kind != lint.Word && d.Tokens[i].Kind != lint.Number || speakers[fold] || concluding[fold] {
			return false
		}
		if f&lexicon.Auxiliary != 0 && finite[fold] {
			if verbs++; verbs > 1 && !joined && passives[fold] {
				return false // because the boy was ill the lesson was put off
			}
		}
		joined = joined || f&lexicon.Conjunction != 0 || relative[fold]
		if opensMain(d, s.From, i) || isSubjectOfMain(d, s.From, i) {
			return false
		}
	}
	return verbs > 0
}

// opensMain reports whether token i begins the subject of a main clause behind the one that begins with token from: an article
// or the like right behind what somebody or something is: because the road was closed the men stayed.
func opensMain(d *lint.Document, from, i int) bool {
	const leads = lexicon.Article | lexicon.Possessive | lexicon.Determiner
	return i > from+3 && lexicon.FunctionAt(d, i)&leads != 0 && d.Tokens[i-1].Kind == lint.Word &&
		lexicon.FunctionAt(d, i-1) == 0 && passives[d.Fold(i-2)]
}

// isSubjectOfMain reports whether token i is a pronoun that is the subject of a main clause behind the one that begins with token
// from: because it rained they stayed at home.
func isSubjectOfMain(d *lint.Document, from, i int) bool {
	const joins = lexicon.Conjunction | lexicon.Preposition | lexicon.Auxiliary | lexicon.Pronoun
	return i > from+2 && clauseSubjects[d.Fold(i)] && lexicon.FunctionAt(d, i-1)&joins == 0
}

// relative holds words that open a clause with a verb of its own.
var relative = lint.WordSet("who which that what where how why whom whose")

// concluding holds verbs that the whole clause may be the subject of: because it is old does not mean that.
var concluding = lint.WordSet("mean means doesn't")

// speakers holds the words by which a speaker addresses his listeners, who is free to speak so.
var speakers = lint.WordSet("i we you my our your me us i'm i've we're we've you're")

// clauseSubjects holds pronouns that are subjects alone.
var clauseSubjects = lint.WordSet("he she they there it's he's she's they're")

// isAnswer reports whether the sentence answers a question, stands first in its document or beside the words of a speaker, or
// is one of a row that begin alike.
func isAnswer(d *lint.Document, s lint.Range) bool {
	b := d.BlockOf(s.From)
	if s.From == 0 || b.Kind != lint.Paragraph || mark(d, s.From-1) != "." {
		return true
	}
	before := d.SentenceOf(s.From - 1)
	if namesSpeakers(d, before) || s.To < b.To && namesSpeakers(d, d.SentenceOf(s.To)) {
		return true
	}
	return d.Tokens[before.From].Form == d.Tokens[s.From].Form || s.To < b.To && d.Tokens[s.To].Form == d.Tokens[s.From].Form
}

// askedFor holds words of a sentence that the next one may answer.
var askedFor = lint.WordSet("why reason reasons answer answers explanation")

// namesSpeakers reports whether a speaker names himself or his listeners in the sentence, or it asks why.
func namesSpeakers(d *lint.Document, s lint.Range) bool {
	for i := s.From; i < s.To; i++ {
		if d.Tokens[i].Kind == lint.Word && (speakers[d.Fold(i)] && d.TokenText(i) != "US" || askedFor[d.Fold(i)]) {
			return true
		}
	}
	return false
}

// reportLoneClause reports the sentence; it is joined to the one before where both are in one paragraph.
func reportLoneClause(p *lint.Pass, s lint.Range) {
	first, conjunction := p.Tokens[s.From].Span(), p.Fold(s.From)
	severity := severity(p.Document)
	if subject := lexicon.FunctionAt(p.Document, s.From+1); conjunction == "although" || subject&lexicon.Pronoun == 0 {
		severity = lint.Info // storytellers have it; the subject may be one of two: Because the oven was hot the top burned
	}
	g := lint.Diagnostic{
		Severity: severity,
		Span:     lint.Span{Start: first.Start, End: int(p.Tokens[s.From+2].End)},
		Message:  "a clause with ‘" + conjunction + "’ stands as a sentence",
	}
	if s.From > p.BlockOf(s.From).From {
		gap := lint.Span{Start: int(p.Tokens[s.From-1].Start), End: first.End}
		g.Fixes = []lint.Fix{lint.Replace("join it to the sentence before", lint.Unsafe, gap, " "+conjunction)}
	}
	p.Report(g)
}
