package wording

import (
	"slices"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// LostArticle reports a the that is missing before a day of the month, a body of the state or a name that has one: on
// 26th, of Government of Norway, of Yangtze River, to United States.
//
// Chinese, Japanese, Russian and Ukrainian have no article, and engines set it last where a number or a name follows.
// Reported are on and until before a day with its ordinal ending and no month, and a preposition before Government,
// Ministry, Embassy or Republic of, before a river, a range or a dynasty, and before countries and seas that have the
// article (the Netherlands, the Black Sea), where a mark or a small word ends the name. Days that name a street, a base
// or a hole, lists of days, towns (Fall River), teams (lost to Netherlands), addresses, headlines and what goes on
// (United States officials, Ministry of Justice staff) are left alone.
//
// The fix writes the article. It is unsafe: the month may be what is missing.
//
// bad: The road was closed on 26th, police said.
// bad: The decree of Government of Norway was read out.
// bad: The water of Zolhe River is high, and he flew to United States on Monday.
// good: The road was closed on the 26th, on 26 May and on 26th Street.
// good: The people and Government of Norway sent help.
//
// Measured on machine output: 0.26 hits per 10,000 words, on clean English 0.03 (350,000 words), a slip of
// somebody who speaks; 44 read, and of the names 32 distinct ones, all right.
var LostArticle = &lint.Rule{
	Name:     "wording/lost-article",
	Severity: lint.Warning,
	MQM:      "Fluency/Grammar",
	Run: func(p *lint.Pass) {
		for _, i := range p.Numbers {
			if isBareOrdinal(p.Document, int(i)) {
				reportLostArticle(p, int(i), int(i))
			}
		}
		for _, body := range bodies {
			for _, i := range p.Places(p.Find(body)) {
				if lacksArticle(p.Document, int(i)) {
					reportLostArticle(p, int(i), int(i))
				}
			}
		}
		for _, last := range articled {
			for _, k := range p.Places(p.Find(last)) {
				if i := articledName(p.Document, int(k)); i > 0 && lacksItsArticle(p.Document, i, int(k)) && !isSpeech(p.Document, i) {
					reportLostArticle(p, i, int(k))
				}
			}
		}
	},
}

// reportLostArticle reports the name, or the day, from token i to token k, together with the preposition before it.
func reportLostArticle(p *lint.Pass, i, k int) {
	at := p.Span(lint.Range{From: i, To: k + 1})
	name := p.Slice(at)
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i - 1, To: k + 1}),
		Message: "no ‘the’ before ‘" + name + "’",
		Fixes:   []lint.Fix{lint.Replace("write ‘the "+name+"’", lint.Unsafe, at, "the "+name)},
	})
}

// isBareOrdinal reports whether token i is a day of the month with an ordinal ending behind on or until, and no month or
// noun behind it.
func isBareOrdinal(d *lint.Document, i int) bool {
	text := d.TokenText(i)
	if i == 0 || len(text) < 3 || len(text) > 4 || text[len(text)-2] < 'a' {
		return false
	}
	if before := d.Fold(i - 1); before != "on" && before != "until" {
		return false
	}
	day := text[:len(text)-2]
	return isDayOfMonth(day) && !isBehindLive(d, i-1) && !mayBeHoleOrBase(d, day) && endsDay(d, i+1)
}

// isDayOfMonth reports whether s is one figure, or two up to 31.
func isDayOfMonth(s string) bool {
	return strings.Trim(s, "0123456789") == "" && (len(s) == 1 || s <= "31")
}

// isBehindLive reports whether somebody lives on what token i stands before: he lived on 12th.
func isBehindLive(d *lint.Document, i int) bool {
	if i == 0 {
		return false
	}
	switch d.Fold(i - 1) {
	case "live", "lives", "lived":
		return true
	}
	return false
}

// mayBeHoleOrBase reports whether the document is one in which an ordinal may be a hole, a street or, up to the third, a base.
func mayBeHoleOrBase(d *lint.Document, day string) bool {
	return hasAny(d, holesAndStreets) || len(day) == 1 && day <= "3" && hasAny(d, bases)
}

// endsDay reports whether token i shows that the day before it has no month: a mark that ends a clause, or a small word.
func endsDay(d *lint.Document, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	if d.Tokens[i].Kind == lint.Punct {
		return endsClause(d, i)
	}
	if isDown(d, i) {
		return false
	}
	word, next := d.Fold(i), i+1
	if (word == "and" || word == "or") && next < len(d.Tokens) && d.Tokens[next].Kind == lint.Number {
		return endsDay(d, next+1) // on 1st and 3rd base
	}
	if word == "of" && (next == len(d.Tokens) || isMonth(d, next)) {
		return false
	}
	return d.Tokens[i].Case == lint.Lower && lexicon.FunctionAt(d, i) != 0
}

// endsClause reports whether the mark at token i behind a day is a comma or a full stop and nothing follows that goes on with
// the day: on 1st, 2nd and 3rd offences; on 5th, between 40th and 42nd; on 3rd. May.
func endsClause(d *lint.Document, i int) bool {
	next := i + 1
	switch d.Text[d.Tokens[i].Start] {
	case ',':
		return next == len(d.Tokens) || d.Tokens[next].Kind != lint.Number && d.Fold(next) != "between"
	case '.':
		return next == len(d.Tokens) || d.Tokens[next].Kind != lint.Number && !isMonth(d, next)
	}
	return false
}

// isDown reports whether what begins at token i makes a down of American football of the ordinal before it: on 3rd down,
// on 4th and 12, on 2nd and goal.
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
	of := i + 1
	if i == 0 || of+1 >= len(d.Tokens) || d.Fold(of) != "of" {
		return false
	}
	if d.Tokens[i].Case != lint.Title || d.Tokens[i-1].Case != lint.Lower {
		return false
	}
	if !beforeBodies[d.Fold(i-1)] || !isCapitalOrThe(d, of+1) || d.Fold(of+1) == "sound" {
		return false // Ministry of Sound is a club
	}
	switch d.Fold(i) {
	case "government":
		if i > 1 && (d.Fold(i-2) == "department" || d.Fold(i-2) == "school") {
			return false // the Department of Government of a university
		}
	case "republic":
		if isMatch(d, d.SentenceOf(i)) {
			return false
		}
	}
	return !goesOn(d, of+1)
}

// isCapitalOrThe reports whether token i is the, or a word that is not in lower case.
func isCapitalOrThe(d *lint.Document, i int) bool {
	return d.Tokens[i].Kind == lint.Word && (d.Tokens[i].Case != lint.Lower || d.Fold(i) == "the")
}

// goesOn reports whether behind the name from token i on a noun stands that the name belongs to, or the number of an
// address: by Ministry of Justice officials.
func goesOn(d *lint.Document, i int) bool {
	s := d.SentenceOf(i)
	for i+1 < s.To && d.Tokens[i].Kind == lint.Word && (d.Tokens[i].Case != lint.Lower || d.Tokens[i+1].Case == lint.Title) {
		i++
	}
	if i+1 < s.To && d.TokenText(i) == "," && d.Tokens[i+1].Kind == lint.Number {
		return true
	}
	if i >= s.To || d.Tokens[i].Kind != lint.Word || d.Tokens[i].Case != lint.Lower || lexicon.FunctionAt(d, i) != 0 {
		return false
	}
	isVerb := verbs().Get(lint.Hash(d.Fold(i))).past != ""
	return !isVerb
}

// hasAny reports whether one of the words stands in the document.
func hasAny(d *lint.Document, words []lint.Key) bool {
	return slices.ContainsFunc(words, func(w lint.Key) bool { return len(d.Places(d.Find(w))) > 0 })
}

// holesAndStreets are words of texts in which an ordinal may be a hole or a street, bases of those in which it may be a
// base.
var (
	holesAndStreets = lint.Keys("bogey birdie par fairway avenue avenues")
	bases           = lint.Keys("runner runners inning innings")
)

// articled are the last words of names that have the article.
var articled = lint.Keys("river mountains dynasty peninsula desert delta strait canal islands states kingdom union emirates netherlands philippines maldives sea ocean gulf mediterranean east war house republic federation strip bank heights")

// articledName returns the first token of the name that ends with token k and has the article, 0 for none.
func articledName(d *lint.Document, k int) int {
	if k < 2 || d.Tokens[k].Case != lint.Title || d.Glued(k) {
		return 0
	}
	first := d.Tokens[k-1]
	switch word := d.Fold(k - 1); d.Fold(k) {
	case "netherlands", "philippines", "maldives", "mediterranean":
		return k
	case "river", "mountains", "dynasty", "peninsula", "desert", "delta", "strait", "canal", "islands":
		if first.Case == lint.Title && !lexicon.EntryAt(d, k-1).Word() {
			return k - 1 // neither Fall River nor South River
		}
	case "emirates":
		if k > 2 && word == "arab" && d.Fold(k-2) == "united" {
			return k - 2
		}
	default:
		if first.Case == lint.Title && articledNames[word+" "+d.Fold(k)] {
			return k - 1
		}
	}
	return 0
}

// articledNames are names of two words that have the article.
var articledNames = func() map[string]bool {
	m := make(map[string]bool)
	for name := range strings.SplitSeq("united states,united kingdom,european union,soviet union,black sea,red sea,caspian sea,baltic sea,aegean sea,dead sea,mediterranean sea,"+
		"pacific ocean,atlantic ocean,indian ocean,arctic ocean,persian gulf,middle east,far east,cold war,white house,czech republic,dominican republic,russian federation,gaza strip,west bank,golan heights", ",") {
		m[name] = true
	}
	return m
}()

// lacksItsArticle reports whether the name from token i to token k stands behind a preposition and is no part of a longer
// one, in a sentence that ends as one does.
func lacksItsArticle(d *lint.Document, i, k int) bool {
	s := d.SentenceOf(i)
	if i == s.From || !beforeNames[d.Fold(i-1)] || d.Tokens[i-1].Case != lint.Lower && i-1 != s.From {
		return false
	}
	if !endsItself(d, k, s) || countries[d.Fold(k)] && isMatch(d, s) {
		return false
	}
	return strings.Contains(".?!", d.TokenText(s.To-1)) || d.Tokens[s.To-1].Kind == lint.Quote
}

// endsItself reports whether the name that ends with token k of sentence s is no part of an address or of what stands behind it.
func endsItself(d *lint.Document, k int, s lint.Range) bool {
	next := k + 1
	switch {
	case next >= s.To:
		return false
	case d.Fold(next) == "and":
		return !isBeforeNoun(d, next+1, s) // to Far East and Australian ports
	case d.TokenText(next) == "," && next+1 < s.To && d.Tokens[next+1].Kind == lint.Number:
		return false
	}
	return endsPhrase(d, next)
}

// isBeforeNoun reports whether a capitalised word is token i of sentence s and a noun in lower case follows: Australian ports.
func isBeforeNoun(d *lint.Document, i int, s lint.Range) bool {
	noun := i + 1
	return noun < s.To && d.Tokens[i].Case == lint.Title && d.Tokens[noun].Case == lint.Lower && lexicon.FunctionAt(d, noun) == 0
}

// isMatch reports whether the sentence tells of a match, where countries are teams.
func isMatch(d *lint.Document, s lint.Range) bool {
	for i := s.From; i < s.To; i++ {
		if matchWords[d.Fold(i)] {
			return true
		}
	}
	return false
}

// countries are last words of countries that have the article, matchWords those of reports about sports.
var (
	countries  = lint.WordSet("netherlands philippines maldives states kingdom emirates republic")
	matchWords = lint.WordSet("lost lose loses win wins won draw drew beat beaten defeat defeated victory cap caps games match goal goals penalties final friendly qualifier tournament")
)

// isSpeech reports whether somebody speaks in the sentence of token i up to there: we, I. Many who learnt English leave
// the article out.
func isSpeech(d *lint.Document, i int) bool {
	for k := d.SentenceOf(i).From; k < i; k++ {
		if word := d.Fold(k); word == "we" || word == "i" {
			return true
		}
	}
	return false
}

// beforeNames are the prepositions that a name stands behind.
var beforeNames = lint.WordSet("of in to from with by for at on into against during since through within between near along across around over")

// beforeBodies are the prepositions that a body of the state stands behind.
var beforeBodies = lint.WordSet("of by from to with in for")

// bodies are those whose names begin with an article in a sentence.
var bodies = lint.Keys("government ministry embassy republic municipality")
