package repetition

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Root reports two words of one root where the second says nothing new: the regional region, they achieved achievements.
//
// Two words of the source that mean different things get English words of one root, or a verb gets its noun as the
// object. English has some such pairs (to found a foundation, to collect a collection); these are right.
//
// A point of the compass stands twice the same way, and an adverb before its own verb: South Southern China, it is
// completely completed.
//
// So does a noun before its own plural, and what is done to food that had it done: 12 boat boats, peel the peeled almonds.
//
// There is no fix: which of the two is another word stands in the source alone.
//
// bad: The report covers the regional region of the north.
// bad: They achieved achievements that nobody had hoped for.
// bad: The bridge is completely completed.
// bad: The guild sent 12 boat boats to the flooded town.
// bad: Then peel the peeled almonds and chop them.
// good: The report covers the whole region and the regional council.
// good: The investor founded a foundation for the blind.
//
// Measured on machine-translated news: 0.14 hits per 10,000 words, on original English of all kinds 0 (340,000
// words); all 29 different ones there are read, 28 right.
var Root = &lint.Rule{
	Name:     "repetition/root",
	Severity: lint.Warning,
	MQM:      "Accuracy/Mistranslation",
	Langs:    []language.Tag{language.English},
	Run: func(p *lint.Pass) {
		for _, word := range compass {
			for _, k := range p.Places(p.FormOf(word)) {
				if i := int(k); i > 0 && p.Fold(i-1) == strings.TrimSuffix(word, "ern") && p.SentenceOf(i-1).To > i {
					reportRoot(p, i-1, i)
				}
			}
		}
		for _, word := range ownAdjectives {
			findEchoes(p, p.Find(word), ownEndings, ownNounEndings)
		}
		findOwnPlurals(p)
		forms := p.Forms
		for f := range forms {
			word := forms[f].Fold
			if len(word) < minAnchor {
				continue
			}
			switch word[len(word)-2:] {
			case "al", "ic", "us", "ul", "ry", "ve", "rn":
				findNouns(p, lint.FormID(f))
			case "ed":
				findNouns(p, lint.FormID(f))
				if verb := preparations()[word]; verb != "" {
					findPreparedTwice(p, lint.FormID(f), verb)
				}
			case "on", "ns", "ts", "ce":
				findVerbs(p, lint.FormID(f))
			case "nt":
				findNouns(p, lint.FormID(f))
				findVerbs(p, lint.FormID(f))
			case "ly":
				findOwnVerbs(p, lint.FormID(f))
			}
		}
	},
}

// findOwnVerbs reports an adverb wherever the participle behind it and a form of to be is of the same root: is completely
// completed. Elsewhere English has such pairs: it slowly slows, he pointedly points.
func findOwnVerbs(p *lint.Pass, adverb lint.FormID) {
	for _, k := range p.Places(adverb) {
		i := int(k)
		if i == 0 || i+1 == len(p.Tokens) || !isFormOfBe[p.Fold(i-1)] || p.Fold(i) == "briefly" {
			continue
		}
		if isRootEcho(p.Document, i, i+1, adverbEndings, participleEndings) {
			reportRoot(p, i, i+1)
		}
	}
}

// findOwnPlurals reports a noun before its own plural, where a number stands before the two or the verb behind them shows that
// the plural is none: 12 boat boats, the reserve reserves are.
func findOwnPlurals(p *lint.Pass) {
	for _, n := range p.Numbers {
		for i := int(n) + 2; i < min(int(n)+4, len(p.Tokens)); i++ {
			if p.TokenText(int(n)) != "1" && isOwnPlural(p.Document, i) && p.SentenceOf(i).From <= int(n) {
				reportRoot(p, i-1, i)
			}
		}
	}
	for _, verb := range pluralVerbs {
		for _, k := range p.Places(p.Find(verb)) {
			i := int(k) - 1
			if i < 2 || !isOwnPlural(p.Document, i) || p.SentenceOf(i).From >= i-1 {
				continue
			}
			if p.Tokens[i-2].Kind != lint.Number && p.Tokens[max(i-3, 0)].Kind != lint.Number { // else it is found
				reportRoot(p, i-1, i)
			}
		}
	}
}

// isOwnPlural reports whether the word at token i is the plural of the one before it, both in lower case.
func isOwnPlural(d *lint.Document, i int) bool {
	if d.Tokens[i].Case != lint.Lower || d.Tokens[i-1].Case != lint.Lower || d.Text[d.Tokens[i].End-1] != 's' {
		return false
	}
	plural, noun := d.Fold(i), d.Fold(i-1)
	return len(noun) >= minRoot && strings.HasPrefix(plural, noun[:minRoot]) && isContent(d, i-1) && withS(noun) == plural
}

// pluralVerbs are the auxiliaries of subjects in the plural.
var pluralVerbs = lint.Keys("are were have")

// preparations is what is done to food, once, by the participle.
var preparations = sync.OnceValue(func() map[string]string {
	verbs := make(map[string]string)
	for _, verb := range strings.Fields(`peel grate chop+ fry boil wash squeeze crush slice roast melt soak bake knead dice mince cook
		steam stew drain rinse pluck shell crumble brown`) {
		forms := verbForms([]string{verb})
		verbs[forms[3]] = forms[0]
	}
	return verbs
})

// findPreparedTwice reports a participle wherever the verb whose object it describes is its own: peel the peeled almonds.
func findPreparedTwice(p *lint.Pass, participle lint.FormID, verb string) {
	for _, k := range p.Places(participle) {
		i := int(k)
		at := i - 1
		if at > 0 && lexicon.FunctionAt(p.Document, at)&(lexicon.Article|lexicon.Possessive) != 0 {
			at--
		}
		if at < 0 || p.Fold(at) != verb || p.Tokens[i].Case != lint.Lower || i+1 >= p.SentenceOf(at).To || !isContent(p.Document, i+1) {
			continue
		}
		reportRoot(p, at, i)
	}
}

// findNouns reports an adjective wherever the noun behind it is of the same root.
func findNouns(p *lint.Pass, adjective lint.FormID) {
	findEchoes(p, adjective, adjectiveEndings, nounEndings)
}

// findEchoes reports a word wherever the one behind it is of the same root, with an ending of the first list and one of the
// second.
func findEchoes(p *lint.Pass, word lint.FormID, first, second []string) {
	for _, k := range p.Places(word) {
		if i := int(k); i+1 < len(p.Tokens) && isRootEcho(p.Document, i, i+1, first, second) {
			reportRoot(p, i, i+1)
		}
	}
}

// ownAdjectives are adjectives that say of their own noun nothing new: sandy sand, friendly friendship.
var ownAdjectives = lint.Keys(`friendly brotherly motherly fatherly neighbourly neighborly cowardly scholarly
	sandy rocky stony muddy dusty snowy grassy woody smoky salty sugary watery leafy swampy marshy windy stormy cloudy foggy`)

// findVerbs reports a noun wherever the verb whose object it is is of the same root.
func findVerbs(p *lint.Pass, noun lint.FormID) {
	for _, k := range p.Places(noun) {
		i := int(k)
		verb := i - 1
		if verb > 0 && lexicon.FunctionAt(p.Document, verb)&(lexicon.Article|lexicon.Possessive) != 0 {
			verb--
		}
		if verb >= 0 && isRootEcho(p.Document, verb, i, verbEndings, actionEndings) {
			reportRoot(p, verb, i)
		}
	}
}

// compass holds the points of the compass, as adjectives.
var compass = [...]string{"northern", "southern", "eastern", "western"}

// The endings of adjectives, of the nouns that they are made of, of verbs, and of the nouns that are made of verbs.
var (
	adjectiveEndings = strings.Fields("al ial ical ic ous ious ful ary ive ern ent ant ed")
	nounEndings      = append(strings.Fields("s e es y ies ion ions ity ities ence ance ency"), "")
	verbEndings      = append(strings.Fields("s es d ed e"), "")
	actionEndings    = strings.Fields("ation ations ion ions ment ments ance ence")

	ownEndings     = strings.Fields("ly y")
	ownNounEndings = append(strings.Fields("s ship ships hood"), "")

	adverbEndings     = strings.Fields("ly ely edly")
	participleEndings = strings.Fields("ed d")
)

const (
	minRoot   = 4 // letters of a root
	minAnchor = 6 // letters of an adjective, or of a noun that is made of a verb
)

// isRootEcho reports whether the words at i and j, of one sentence and in lower case, are one root with an ending of
// either list.
func isRootEcho(d *lint.Document, i, j int, first, second []string) bool {
	if d.Tokens[i].Case != lint.Lower || d.Tokens[j].Case != lint.Lower || d.Text[d.Tokens[i].Start] != d.Text[d.Tokens[j].Start] {
		return false
	}
	a, b := d.Fold(i), d.Fold(j)
	if len(a) < minRoot || len(b) < minRoot || a[:minRoot] != b[:minRoot] || a == b || d.SentenceOf(i).To <= j {
		return false
	}
	return !cognates[b] && !unrelated[a] && haveOneRoot(a, b, first, second)
}

// haveOneRoot reports whether two words that begin alike are one root, with an ending of the first list and one of the second:
// inform information.
func haveOneRoot(a, b string, first, second []string) bool {
	for root := minRoot; root <= len(a) && root <= len(b) && a[:root] == b[:root]; root++ {
		if isOneOf(a[root:], first) && isOneOf(b[root:], second) && (root > minRoot || a[root:] != "") { // port portion
			return true
		}
	}
	return false
}

// unrelated holds words that only look like others, or stand well before them: apart apartment, state station, planted plants.
var unrelated = lint.WordSet("apart planted state")

func isOneOf(ending string, endings []string) bool {
	for _, e := range endings {
		if e == ending {
			return true
		}
	}
	return false
}

func reportRoot(p *lint.Pass, i, j int) {
	p.Report(lint.Diagnostic{
		Span:    p.Span(lint.Range{From: i, To: j + 1}),
		Message: fmt.Sprintf("‘%s’ and ‘%s’ are one root", p.TokenText(i), p.TokenText(j)),
	})
}

// cognates holds nouns that English has beside a word of their root.
var cognates = lint.WordSet("foundation foundations collection collections donation donations investment investments composition compositions direction directions")
