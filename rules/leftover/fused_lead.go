package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// FusedLead reports a byline or a heading that runs into the first sentence of a paragraph without a mark: By Anna
// Karlsson, Bergen A man was arrested; Method Wash the rice.
//
// On the page it stood on a line of its own, or in another type. The program that took the text lost the line break, and the
// engine took both for one sentence. A byline is By and a name, a name with the surname in capitals, or a word for a
// reporter and a name, or Photo: and a name; the sentence behind it begins with a little word that has a capital. A heading
// is one word that names a part of a recipe or of a paper, before a verb of the kitchen or such a little word, a place in
// capitals, a word in capitals or names that the sentence repeats, the label File photo, or the name of a section before a
// bar.
//
// The fix is manual: where the sentence begins is for a person to see.
//
// bad: By Anna Karlsson, Bergen A man was arrested on Monday after the fire in the harbour.
// bad: Anna KARLSSON The mayor opened the bridge on Monday and went home.
// bad: Correspondent, Bergen A man was arrested on Monday after the fire.
// bad: Method Wash the rice, drain it and leave it for an hour.
// bad: Photo: Harbour TV / Anna Karlsson It rained in the town for a whole week.
// bad: Ice hockey | The keeper held the ball in the last minute and won the match.
// good: By Anna Karlsson
// good: By the river a man was fishing.
// good: Method man: how Anna Karlsson works
//
// Measured on 5,400,000 words of machine output of all kinds: 10 hits, right (less than 0.1 per 10,000 words), on original
// English none; these texts have lost the bylines of their pages, so that the level is provisional.
var FusedLead = &lint.Rule{
	Name:     "leftover/fused-lead",
	Severity: lint.Warning,
	MQM:      "Fluency/Text-breaking",
	Run: func(p *lint.Pass) {
		const shortest = 8
		for _, b := range p.Blocks {
			if b.Kind != lint.Paragraph && b.Kind != lint.Caption || b.To-b.From < shortest {
				continue
			}
			what := "credit"
			to := fusedCredit(p.Document, b)
			if to == 0 && b.Kind == lint.Paragraph {
				what, to = "byline", fusedByline(p.Document, b)
			}
			if to == 0 && b.Kind == lint.Paragraph {
				what, to = "heading", max(fusedHeading(p.Document, b), fusedCapitals(p.Document, b), fusedNames(p.Document, b))
			}
			if to > 0 {
				s := p.Span(lint.Range{From: b.From, To: to})
				p.Report(lint.Diagnostic{Span: s, Message: "the " + what + " ‘" + p.Slice(s) + "’ runs into the sentence"})
			}
		}
		for _, k := range p.MarksAt('|') {
			if i := int(k); isSectionBar(p.Document, i) {
				s := p.Span(lint.Range{From: p.BlockOf(i).From, To: i + 1})
				p.Report(lint.Diagnostic{Span: s, Message: "the heading ‘" + p.Slice(s) + "’ stands before the sentence"})
			}
		}
	},
}

// fusedByline returns the index behind the byline that a block begins with where a sentence follows without a mark,
// or 0.
func fusedByline(d *lint.Document, b lint.Block) int {
	i := b.From
	first := d.Fold(i)
	switch {
	case first == "by" && d.Tokens[i].Case == lint.Title && d.Fold(i+1) != "christmas" && d.Fold(i+1) != "easter":
		i++
	case d.Tokens[i].Case == lint.Title && writers[first] && isMark(d, i+1, ",/:"):
		i += 2
	case d.Tokens[i].Case == lint.Title && d.Tokens[i+1].Case == lint.Upper && d.Tokens[i+1].Len() > 3 && lexicon.FunctionAt(d, i) == 0:
		if to := i + 2; opensSentence(d, b, to) || isTimeOpening(d, to) {
			return to
		}
		return 0
	default:
		return 0
	}
	return behindNames(d, b, i)
}

// fusedCredit returns the index behind the credit that a block begins with where a sentence follows without a mark: Photo:
// Anna Karlsson The mayor …, File photo Bergen …; behind two names with a stroke its verb may follow: Photo: Harbour/Anna
// was shown …; or 0.
func fusedCredit(d *lint.Document, b lint.Block) int {
	i, stops := b.From, isMark(d, b.To-1, ".!?")
	if stops && isFilePhoto(d, i) {
		return i + 2
	}
	if !pictures[d.Fold(i)] || !isByte(d, i+1, ':') {
		return 0
	}
	if to := behindNames(d, b, i+2); to > 0 || !stops {
		return to
	}
	return behindStrokedNames(d, b, i+2)
}

// isFilePhoto reports whether a block begins, at token i, with the label of a photo from an archive and a name: File photo
// Bergen.
func isFilePhoto(d *lint.Document, i int) bool {
	return archived[d.Fold(i)] && pictures[d.Fold(i+1)] && d.Tokens[i].Case == lint.Title && d.Tokens[i+2].Case == lint.Title &&
		!isMark(d, i+3, ":/")
}

// behindStrokedNames returns the index behind the names with a stroke that begin with token i, where a verb follows:
// Harbour/Anna was shown; or 0.
func behindStrokedNames(d *lint.Document, b lint.Block, i int) int {
	const longest = 8 // tokens of the credit
	stroke := false
	for ; i < min(b.From+longest, b.To); i++ {
		switch {
		case isByte(d, i, '/'):
			stroke = true
		case d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case >= lint.Title:
		case stroke && lexicon.FunctionAt(d, i)&lexicon.Auxiliary != 0:
			return i
		default:
			return 0
		}
	}
	return 0
}

// archived are words before a photo that was not taken for the article.
var archived = lint.WordSet("file archive stock illustrative representative")

// fusedCapitals returns the index behind the words in capitals that a block begins with where a sentence follows without a
// mark: the name of a place, of one word or two, or a heading that the sentence repeats; or 0.
func fusedCapitals(d *lint.Document, b lint.Block) int {
	const longest, shortest = 2, 5 // words, bytes of each
	if !isMark(d, b.To-1, ".!?") {
		return 0
	}
	i := b.From
	for i < b.From+longest && isCapitals(d, i) && d.Tokens[i].Len() >= shortest && lexicon.FunctionAt(d, i) == 0 {
		i++
	}
	if i == b.From || !opensSentence(d, b, i) {
		return 0
	}
	for k := b.From; k < i; k++ {
		if e := lexicon.EntryAt(d, k); e.Known() && (!e.Place() || e.Brand()) && d.Fold(k) != d.Fold(i+1) {
			return 0
		}
	}
	return i
}

// fusedNames returns the index behind the two to four words with capitals that a block begins with where a sentence follows
// without a mark, or 0. The sentence says the first or the last of them again.
func fusedNames(d *lint.Document, b lint.Block) int {
	const fewest, longest = 2, 4
	i := b.From
	for i < b.From+longest && isNamePart(d, i) {
		i++
	}
	if i < b.From+fewest || !isMark(d, b.To-1, ".!?") || !opensSentence(d, b, i) && !isDayOpening(d, i) {
		return 0
	}
	for k := i + 1; k < b.To; k++ {
		f := d.Tokens[k].Form
		if f != lint.NoForm && (f == d.Tokens[b.From].Form || f == d.Tokens[i-1].Form) && d.Tokens[k].Case == lint.Title {
			return i
		}
	}
	return 0
}

// isNamePart reports whether token i is a word with a capital that may stand in a name or a heading, and names no day.
func isNamePart(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Title && lexicon.FunctionAt(d, i) == 0 && !isDay(d, i)
}

// isDayOpening reports whether token i begins a sentence that says on which day: On Monday.
func isDayOpening(d *lint.Document, i int) bool {
	return lexicon.FunctionAt(d, i)&lexicon.Preposition != 0 && d.Tokens[i].Case == lint.Title && isDay(d, i+1)
}

// isCapitals reports whether token i is a word of nothing but capital letters.
func isCapitals(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && d.Tokens[i].Case == lint.Upper && !strings.ContainsAny(d.TokenText(i), "-.'’")
}

// isSectionBar reports whether token i is a bar between the name of a section and the text of its paragraph: Ice hockey | The
// keeper held the ball and won the match.
func isSectionBar(d *lint.Document, i int) bool {
	const longest, shortest = 4, 8 // tokens of the name, of the text
	b := d.BlockOf(i)
	if b.Kind != lint.Paragraph || i == b.From || i-b.From > longest || b.To-i < shortest || d.Glued(i) || d.Glued(i+1) {
		return false
	}
	opens := d.Tokens[i+1].Case >= lint.Title || d.Tokens[i+1].Kind == lint.Quote
	return opens && isMark(d, b.To-1, ".!?") && isSectionName(d, lint.Range{From: b.From, To: i}) &&
		!hasBar(d, lint.Range{From: i + 1, To: b.To})
}

// isSectionName reports whether the tokens are words with a capital first and numbers, as the name of a section is.
func isSectionName(d *lint.Document, r lint.Range) bool {
	for k := r.From; k < r.To; k++ {
		if t := &d.Tokens[k]; t.Kind != lint.Number && (t.Kind != lint.Word || lexicon.FunctionAt(d, k) != 0) {
			return false
		}
	}
	return d.Tokens[r.From].Case >= lint.Title
}

// hasBar reports whether a bar stands among the tokens.
func hasBar(d *lint.Document, r lint.Range) bool {
	for k := r.From; k < r.To; k++ {
		if isByte(d, k, '|') {
			return true
		}
	}
	return false
}

// behindNames returns the index behind the names that begin with token i, with commas between, where a sentence opens
// there, or 0.
func behindNames(d *lint.Document, b lint.Block, i int) int {
	const longest = 8
	for from := i; i < min(from+longest, b.To-1); i++ {
		t := &d.Tokens[i]
		switch {
		case i > from && t.Kind == lint.Punct && (isMark(d, i, ",/") || d.TokenText(i) == "."):
			if d.Tokens[i+1].Case < lint.Title || isByte(d, i, '.') && d.Tokens[i-1].Len() > 2 {
				return 0
			}
		case t.Kind != lint.Word || t.Case < lint.Title || isDay(d, i):
			return 0
		case lexicon.FunctionAt(d, i) != 0:
			if i > from && d.Tokens[i-1].Kind == lint.Word && opensSentence(d, b, i) {
				return i
			}
			return 0
		}
	}
	return 0
}

// opensSentence reports whether a sentence begins with token i: a little word with a capital before a word without one.
func opensSentence(d *lint.Document, b lint.Block, i int) bool {
	if i+2 >= b.To || d.Tokens[i].Case != lint.Title || d.Tokens[i+1].Kind == lint.Word && d.Tokens[i+1].Case > lint.Lower && lexicon.FunctionAt(d, i)&lexicon.Article == 0 {
		return false
	}
	return lexicon.FunctionAt(d, i)&(lexicon.Article|lexicon.Possessive|lexicon.Pronoun|lexicon.Determiner|lexicon.Preposition|lexicon.Conjunction) != 0 &&
		(d.Tokens[i+1].Kind == lint.Word || d.Tokens[i+1].Kind == lint.Number)
}

// isTimeOpening reports whether token i begins a sentence that says when: Last Thursday, Yesterday evening.
func isTimeOpening(d *lint.Document, i int) bool {
	switch d.Fold(i) {
	case "last", "next":
		return i+1 < len(d.Tokens) && (isDay(d, i+1) || timeUnits[d.Fold(i+1)])
	case "yesterday", "today", "tomorrow", "recently":
		return true
	}
	return false
}

// timeUnits are stretches of time that a sentence begins with: Last week.
var timeUnits = lint.WordSet("week month year night evening spring summer autumn winter")

// writers are words for who writes, as bylines of agencies begin with them.
var writers = lint.WordSet("correspondent reporter journalist bureau agency agencies newsroom desk editor")

// fusedHeading returns the index behind the heading of one word that a block begins with where a sentence follows
// without a mark, or 0.
func fusedHeading(d *lint.Document, b lint.Block) int {
	i := b.From
	next := &d.Tokens[i+1]
	if d.Tokens[i].Case < lint.Title || next.Case != lint.Title || d.Tokens[i+2].Kind != lint.Word || d.Tokens[i+2].Case > lint.Lower {
		return 0
	}
	if lexicon.FunctionAt(d, i+2)&lexicon.Auxiliary != 0 {
		return 0 // Method A is quicker
	}
	verb := recipeParts[d.Fold(i)] && kitchenVerbs[d.Fold(i+1)]
	if verb || paperParts[d.Fold(i)] && lexicon.FunctionAt(d, i+1)&(lexicon.Article|lexicon.Pronoun|lexicon.Possessive) != 0 {
		return i + 1
	}
	return 0
}

// recipeParts are the parts of a recipe.
var recipeParts = lint.WordSet("method preparation instructions directions procedure steps making cooking recipe execution elaboration")

// kitchenVerbs are the verbs that the parts of a recipe begin with.
var kitchenVerbs = lint.WordSet("wash mix put heat cut peel chop boil add pour preheat bring soak clean cook fry beat melt place take rinse combine whisk " +
	"knead grate slice season sift dissolve prepare blend drain remove roll make stir spread dice bake roast grill leave crush let break " +
	"start warm marinate sauté simmer line grease arrange fill cover crumble mash set")

// paperParts are the parts of a paper or of a long article.
var paperParts = lint.WordSet("summary introduction background conclusion conclusions abstract overview foreword preface epilogue prologue synopsis method preparation")
