package encoding

import (
	"strings"
	"unicode"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Homoglyph reports a word that mixes Latin letters with Cyrillic or Greek ones, most often letters of the same shape,
// and an English word with the Turkish İ or ı.
//
// Writers of other alphabets type a letter from the wrong keyboard, and the engine copies it into the translation; a page
// that knows itself to be Turkish makes İ of i where it writes a heading in capitals. Such a word looks right but is not
// found by any search. Parts of a word that a hyphen joins (β-carotene) and Greek letters of formulas (5μg, Δt) are
// right.
//
// Where all foreign letters have a Latin twin, the fix writes the twins; it is safe for Cyrillic, unsafe for Greek, whose
// small letters look less alike.
//
// bad: The Ukrаinian army left the city.
// bad: The film sрoke of the war.
// bad: MİNİSTER OPENED THE OFFİCE
// good: The Ukrainian army left the city.
// good: A dose of 5 μg β-carotene was given, and Moscow is Москва in Russian.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (6 in 5,400,000, from Russian and Ukrainian), on
// clean English 0 (300,000 words); those and 3 more in translations by people read, 9 right. So few make the level
// provisional; of letters changed on purpose it finds all.
var Homoglyph = &lint.Rule{
	Name:     "encoding/homoglyph",
	Severity: lint.Error,
	MQM:      "Fluency/Character encoding",
	Run: func(p *lint.Pass) {
		has := charactersOf.Of(p.Document).traits
		if has&(hasForeignLetter|hasTurkishI) == 0 {
			return
		}
		for i, t := range p.Tokens {
			switch {
			case t.Kind != lint.Word:
			case t.Script == lint.MixedScript:
				reportMixed(p, i)
			case t.Script == lint.Cyrillic || t.Script == lint.Greek:
				reportDisguised(p, i)
			case has&hasTurkishI != 0:
				reportTurkish(p, i)
			}
		}
	},
}

// reportMixed reports the word when one part of it mixes scripts and Latin prevails in it.
func reportMixed(p *lint.Pass, i int) {
	word := p.TokenText(i)
	mixed := false
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' }) {
		latin, foreign := letters(part)
		mixed = mixed || latin >= foreign && foreign > 0 && !isFormula(part) && !isGene(part) && !isPhonetic(part)
	}
	if !mixed {
		return
	}
	t := p.Tokens[i]
	d := lint.Diagnostic{Span: t.Span(), Message: "‘" + word + "’ mixes Latin letters with " + foreignLetters(word)}
	if plain, cyrillic, ok := latinTwin(word); ok {
		safety := lint.Unsafe
		if cyrillic {
			safety = lint.Safe
		}
		d.Fixes = []lint.Fix{lint.Replace("write ‘"+plain+"’ in Latin letters", safety, t.Span(), plain)}
	}
	p.Report(d)
}

// reportDisguised reports a word of Cyrillic twins alone, between Latin words, that is an English word in Latin letters.
func reportDisguised(p *lint.Pass, i int) {
	if !isDisguised(p.Document, i) {
		return
	}
	t := p.Tokens[i]
	plain, _, _ := latinTwin(p.TokenText(i))
	p.Report(lint.Diagnostic{
		Span:    t.Span(),
		Message: "‘" + p.TokenText(i) + "’ is written in Cyrillic letters",
		Fixes:   []lint.Fix{lint.Replace("write ‘"+plain+"’ in Latin letters", lint.Safe, t.Span(), plain)},
	})
}

func isDisguised(d *lint.Document, i int) bool {
	if i == 0 || i+1 == len(d.Tokens) || d.Tokens[i-1].Script != lint.Latin || d.Tokens[i+1].Script != lint.Latin {
		return false
	}
	if signWords[d.Fold(i-1)] || languageNames[d.Fold(i-1)] || i > 1 && languageNames[d.Fold(i-2)] {
		return false
	}
	plain, cyrillic, ok := latinTwin(d.TokenText(i))
	return ok && cyrillic && (plain == "a" || len(plain) > 1 && isCommon(lint.Fold(plain)))
}

// reportTurkish reports an English word that is written with İ or ı and is not a Turkish one.
func reportTurkish(p *lint.Pass, i int) {
	t, word := &p.Tokens[i], p.TokenText(i)
	plain := plainI.Replace(word)
	if plain == word || len(plain) < 4 || t.Case == lint.Title && len(plain) < 6 {
		return
	}
	e := lexicon.Lookup(lint.Fold(plain))
	if e.Level() == 0 || e.Level() > 35 || e.Proper() {
		return
	}
	p.Report(lint.Diagnostic{
		Span:     t.Span(),
		Severity: lint.Warning,
		Message:  "‘" + word + "’ has a Turkish ‘İ’ or ‘ı’",
		Fixes:    []lint.Fix{lint.Replace("write ‘"+plain+"’", lint.Unsafe, t.Span(), plain)},
	})
}

var plainI = strings.NewReplacer("İ", "I", "ı", "i")

// letters counts the Latin and the other letters of a word.
func letters(word string) (latin, foreign int) {
	for _, r := range word {
		if isForeignLetter(r) {
			foreign++
		} else if unicode.Is(unicode.Latin, r) {
			latin++
		}
	}
	return latin, foreign
}

// isFormula reports whether the part of a word is a unit or a variable: at most one letter is Greek and at most three
// are Latin, or nothing is Cyrillic or Greek. Omicron is in no formula.
func isFormula(part string) bool {
	latin, _ := letters(part)
	greek := 0
	for _, r := range part {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return false
		case unicode.Is(unicode.Greek, r):
			greek++
		}
	}
	return greek == 0 || greek == 1 && latin <= 3 && !strings.ContainsAny(part, "οΟ")
}

// isGene reports whether the part of a word is the name of a gene or a protein: one that a delta says is deleted (ΔrecA,
// and a difference ΔΔCt), or capitals and a Greek letter that tells its kind (PPARγ, CaMKIIα, GSK3β).
func isGene(part string) bool {
	const greek = "αβγδεζηθκλμ"
	if rest := strings.TrimLeft(part, "Δ"); rest != part {
		return isFormula(rest)
	}
	name := strings.TrimRight(part, greek+"0123456789")
	capitals := 0
	for _, r := range name {
		if isForeignLetter(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals >= 2 && name != part
}

// isPhonetic reports whether the part of a word is phonetic script, which borrows letters from Greek: ˈθɪsəl.
func isPhonetic(part string) bool {
	phonetic := false
	for _, r := range part {
		if isForeignLetter(r) && !strings.ContainsRune("βθχ", r) {
			return false
		}
		phonetic = phonetic || r >= 'ɐ' && r <= 'ː' // the blocks of phonetic letters and of the marks of stress
	}
	return phonetic
}

// foreignLetters lists the letters of a word that are not Latin.
func foreignLetters(word string) string {
	script := "Greek"
	var out strings.Builder
	for _, r := range word {
		if !isForeignLetter(r) {
			continue
		}
		if unicode.Is(unicode.Cyrillic, r) {
			script = "Cyrillic"
		}
		out.WriteRune(r)
	}
	return script + " ‘" + out.String() + "’"
}

// latinTwin returns the word with every Cyrillic or Greek letter replaced by the Latin one of the same shape, and
// whether all those letters are Cyrillic; ok is false when one has no twin.
func latinTwin(word string) (plain string, cyrillic, ok bool) {
	cyrillic = true
	var out strings.Builder
	for _, r := range word {
		if isForeignLetter(r) {
			cyrillic = cyrillic && unicode.Is(unicode.Cyrillic, r)
			twin, known := twins[r]
			if !known {
				return "", false, false
			}
			r = twin
		}
		out.WriteRune(r)
	}
	return out.String(), cyrillic, true
}

// twins holds the letters with the shape of a Latin one. Source: the confusables of Unicode Technical Standard #39, those
// that keyboards have.
var twins = func() map[rune]rune {
	m := make(map[rune]rune, 80)
	pair := func(foreign, latin string) {
		l := []rune(latin)
		for i, r := range []rune(foreign) {
			m[r] = l[i]
		}
	}
	pair("аеорсухіјѕһԁԛԝкмтвнАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwkmtbhABEKMHOPCTYXIJS")
	pair("αεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeikvoptuxABEZHIKMNOPTYX")
	return m
}()
