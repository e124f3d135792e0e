package terms

import (
	_ "embed"
	"strings"
	"sync"

	"mtlint/lint/lexicon"
)

// Inflection says how a term bends.
type Inflection uint8

// The inflections.
const (
	Noun  Inflection = iota // its last word: plural and possessives
	Verb                    // its first word: -s, -ed, -ing
	Fixed                   // not at all
)

// role is what a form of a word says beside the word.
type role uint8

const (
	bare role = iota
	plural
	possessive
	pluralPossessive
	present // third person
	past
	participle
	gerund
)

// roles are those that a word of an inflection has.
func (i Inflection) roles() []role {
	switch i {
	case Noun:
		return []role{bare, plural, possessive, pluralPossessive}
	case Verb:
		return []role{bare, present, past, participle, gerund}
	}
	return []role{bare}
}

// inflected returns what the word may be in a role, the likeliest form first.
func inflected(word string, r role) []string {
	switch r {
	case plural:
		return plurals(word)
	case possessive:
		if strings.HasSuffix(word, "s") {
			return []string{word + "'s", word + "'"}
		}
		return []string{word + "'s"}
	case pluralPossessive:
		return pluralPossessives(word)
	case present:
		return presents(word)
	case past, participle:
		return pasts(word, r)
	case gerund:
		return gerunds(word)
	}
	return []string{word}
}

//go:embed data/nouns.tsv
var nounTable string

//go:embed data/verbs.tsv
var verbTable string

// irregular holds the plurals, the pasts and the participles that follow no rule, by the bare word.
var irregular = sync.OnceValue(func() (table struct{ plurals, pasts, participles map[string]string }) {
	table.plurals, table.pasts, table.participles = make(map[string]string), make(map[string]string), make(map[string]string)
	for _, row := range mustParse("nouns.tsv", nounTable, "singular", "plural") {
		table.plurals[row[0]] = row[1]
	}
	for _, row := range mustParse("verbs.tsv", verbTable, "bare", "past", "participle") {
		table.pasts[row[0]], table.participles[row[0]] = row[1], row[2]
	}
	return table
})

func mustParse(name, data string, columns ...string) [][]string {
	rows, err := lexicon.ParseTable(name, data, columns...)
	if err != nil {
		panic("terms: " + err.Error())
	}
	return rows
}

func plurals(word string) []string {
	if p, ok := irregular().plurals[strings.ToLower(word)]; ok {
		return []string{inStemOf(word, p)}
	}
	candidates := []string{withS(word)}
	switch {
	case strings.HasSuffix(word, "fe"):
		candidates = append(candidates, word[:len(word)-2]+"ves")
	case strings.HasSuffix(word, "f"):
		candidates = append(candidates, word[:len(word)-1]+"ves")
	case strings.HasSuffix(word, "o"):
		candidates = append(candidates, word+"es")
	}
	for _, last := range compoundEnds {
		if stem, ok := strings.CutSuffix(word, last); ok {
			candidates = append(candidates, stem+irregular().plurals[last])
		}
	}
	return knownFirst(candidates)
}

// compoundEnds are irregular nouns that others end with, which may bend alike: chairmen, grandchildren, but humans.
var compoundEnds = []string{"man", "child", "person"}

func pluralPossessives(word string) []string {
	var out []string
	for _, p := range plurals(word) {
		if strings.HasSuffix(p, "s") {
			out = append(out, p+"'")
		} else {
			out = append(out, p+"'s")
		}
	}
	return out
}

func presents(word string) []string {
	switch strings.ToLower(word) {
	case "be":
		return []string{inStemOf(word, "is")}
	case "have":
		return []string{inStemOf(word, "has")}
	case "do", "go", "undergo", "undo", "outdo":
		return []string{word + "es"}
	}
	return knownFirst([]string{withS(word), word + "es"})
}

// withS returns the word with the ending -s, -es or -ies.
func withS(word string) string {
	lower := strings.ToLower(word)
	switch {
	case endsInConsonantAnd(lower, 'y'):
		return word[:len(word)-1] + "ies"
	case hasAnySuffix(lower, "s", "x", "z", "ch", "sh"):
		return word + "es"
	}
	return word + "s"
}

func pasts(word string, r role) []string {
	table := irregular().pasts
	if r == participle {
		table = irregular().participles
	}
	lower := strings.ToLower(word)
	if p, ok := table[lower]; ok {
		return []string{inStemOf(word, p)}
	}
	switch {
	case strings.HasSuffix(lower, "e"):
		return []string{word + "d"}
	case endsInConsonantAnd(lower, 'y'):
		return []string{word[:len(word)-1] + "ied"}
	}
	return withEnding(word, "ed")
}

func gerunds(word string) []string {
	lower := strings.ToLower(word)
	switch {
	case strings.HasSuffix(lower, "ie"):
		return []string{word[:len(word)-2] + "ying"}
	case strings.HasSuffix(lower, "e") && len(word) > 2 && !hasAnySuffix(lower, "ee", "oe", "ye"):
		return []string{word[:len(word)-1] + "ing"}
	}
	return withEnding(word, "ing")
}

// withEnding returns the word with an ending that may double its last letter: stopped, visited, cancelled or canceled.
func withEnding(word, ending string) []string {
	lower := strings.ToLower(word)
	if !mayDouble(lower) {
		return []string{word + ending}
	}
	n := len(lower)
	doubled := word + word[n-1:] + ending
	if strings.ContainsAny(lower[:n-2], "aeiou") {
		return knownFirst([]string{word + ending, doubled})
	}
	return knownFirst([]string{doubled, word + ending})
}

// mayDouble reports whether the last letter of a word may be doubled before an ending, a consonant behind a single vowel: stop,
// visit, quit; neither rain nor fix.
func mayDouble(lower string) bool {
	last := len(lower) - 1
	if last < 1 || !isVowel(lower[last-1]) || isVowel(lower[last]) || strings.IndexByte("wxyh", lower[last]) >= 0 {
		return false
	}
	return last < 2 || !isVowel(lower[last-2]) || strings.HasPrefix(lower, "qu")
}

// knownFirst returns the candidates with one that the word list knows at the front.
func knownFirst(candidates []string) []string {
	for i, c := range candidates {
		if lexicon.Lookup(strings.ToLower(c)) != 0 {
			candidates[0], candidates[i] = candidates[i], candidates[0]
			break
		}
	}
	return candidates
}

// inStemOf returns the form with the capital that the word begins with.
func inStemOf(word, form string) string { return lexicon.InCaseOf(word, form) }

func endsInConsonantAnd(lower string, last byte) bool {
	n := len(lower)
	return n > 1 && lower[n-1] == last && !isVowel(lower[n-2])
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
