package rules_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/lint/read"
	"mtlint/rules"
)

// lintText returns what all rules say of a text.
func lintText(text string) lint.Result {
	c := func(yield func(lint.Source) bool) {
		yield(lint.Source{Path: "a.txt", Sole: true, Read: func() (*lint.Document, error) {
			return read.Text(&lint.File{Path: "a.txt", Content: text}, language.English), nil
		}})
	}
	for r := range lint.Lint(c, rules.All(), &lint.Config{MinSeverity: lint.Info, Jobs: 1}) {
		return r
	}
	panic("unreachable: Lint yields one result a source")
}

// No rule fails on a text that begins or ends in the middle of what it looks for.
func TestLintTorn(t *testing.T) {
	for _, r := range rules.All() {
		fixture, err := linttest.Load(fixture(r))
		if err != nil {
			continue // TestHygiene says so
		}
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			for _, c := range fixture.Bad {
				text := linttest.Article(c.Line)
				d := read.Text(&lint.File{Content: text}, language.English)
				for _, tok := range d.Tokens {
					for _, torn := range []string{text[:tok.End], text[tok.Start:]} {
						if err := lintText(torn).Err; err != nil {
							t.Errorf("%+q: %v", torn, err)
						}
					}
				}
			}
		})
	}
}

// No rule fails on a text that lost, doubled or exchanged some of its words and marks, as texts of machines do.
func TestLintMutated(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const mutants = 10_000
	lines := fixtureLines()
	random := rand.New(rand.NewPCG(1, 2))
	for range mutants {
		text := mutant(random, lines)
		if err := lintText(text).Err; err != nil {
			t.Errorf("%+q: %v", text, err)
		}
	}
}

// fixtureLines returns the articles of all fixtures.
func fixtureLines() []string {
	var lines []string
	for _, r := range rules.All() {
		f, err := linttest.Load(fixture(r))
		if err != nil {
			continue // TestHygiene says so
		}
		for _, c := range slices.Concat(f.Bad, f.Good) {
			lines = append(lines, linttest.Article(c.Line))
		}
	}
	return lines
}

// strays are what a mutant may have in the place of a word or a mark.
var strays = strings.Fields("“ ” \" ' ‘ ’ ( ) [ ] « » – — - , . ; : ! ? … .. 1 2021 12:30 % $ ° # | • I a the and said he Mr. May Monday al- X É И 中 ’s <b> http://a.b/c &amp; © \u200b \u00a0")

// mutant returns one of the texts with some of its pieces, which are words, marks and white space, changed.
func mutant(random *rand.Rand, texts []string) string {
	pieces := pieceShape.FindAllString(texts[random.IntN(len(texts))], -1)
	for range 1 + random.IntN(4) {
		i := random.IntN(len(pieces))
		switch stray := strays[random.IntN(len(strays))]; random.IntN(5) {
		case 0:
			pieces = slices.Insert(pieces, i, stray)
		case 1:
			pieces[i] = stray
		case 2:
			pieces[i] = ""
		case 3:
			k := random.IntN(len(pieces))
			pieces[i], pieces[k] = pieces[k], pieces[i]
		case 4:
			pieces = append(pieces[:i:i], pieceShape.FindAllString(texts[random.IntN(len(texts))], -1)...)
		}
	}
	return strings.Join(pieces, "")
}

var pieceShape = regexp.MustCompile(`\s+|[\p{L}\p{N}]+|.`)

// FuzzLint: no rule fails on any text, every span and every edit lies in the text on character boundaries, the edits of
// a fix are in order, and a second run finds the same.
func FuzzLint(f *testing.F) {
	for _, r := range rules.All() {
		fixture, err := linttest.Load(fixture(r))
		if err != nil {
			continue // TestHygiene says so
		}
		for _, c := range fixture.Bad {
			f.Add(linttest.Article(c.Line))
		}
	}
	f.Add("“ 0”")    // a mark that is the first token
	f.Add("late. a") // a word that is the last token
	f.Add("« » ax")  // marks with nothing between
	f.Add("of of")   // a word beside itself
	f.Add("\"")      // a mark that is all there is
	f.Add("“It 0s “00000")
	f.Add("Open the“ ” town.") // white space is all that is quoted
	f.Add("! – A")             // a dash with a stop alone before it
	f.Add("He left, “Jaf said.”")
	f.Add("Shin Yun-hu threw. Shin Yun-’s rested.") // half a Korean name
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		result := lintText(text)
		if result.Err != nil {
			t.Fatalf("%+q: %v", text, result.Err)
		}
		for _, finding := range result.Findings {
			checkSpan(t, text, finding, lint.Span{Start: finding.At.Start.Offset, End: finding.At.End.Offset})
			for _, related := range finding.Related {
				checkSpan(t, text, finding, lint.Span{Start: related.Start.Offset, End: related.End.Offset})
			}
			for _, fix := range finding.Fixes {
				checkFix(t, text, finding, fix)
			}
		}
		if diff := cmp.Diff(result, lintText(text), cmp.Comparer(func(a, b *lint.Rule) bool { return a == b })); diff != "" {
			t.Errorf("%+q: a second run differs:\n%s", text, diff)
		}
	})
}

func checkSpan(t *testing.T, text string, f lint.Finding, s lint.Span) {
	t.Helper()
	on := func(i int) bool { return i == len(text) || i >= 0 && i < len(text) && utf8.RuneStart(text[i]) }
	if s.Start > s.End || !on(s.Start) || !on(s.End) {
		t.Errorf("%+q: %s has the span %v", text, f.Rule.Name, s)
	}
}

func checkFix(t *testing.T, text string, f lint.Finding, fix lint.Fix) {
	t.Helper()
	if len(fix.Edits) == 0 || fix.Title == "" {
		t.Errorf("%+q: %s has the fix %+v", text, f.Rule.Name, fix)
	}
	for i, e := range fix.Edits {
		checkSpan(t, text, f, e.Span)
		if i > 0 && e.Start < fix.Edits[i-1].End {
			t.Errorf("%+q: %s has edits out of order: %+v", text, f.Rule.Name, fix.Edits)
		}
		if !utf8.ValidString(e.Text) {
			t.Errorf("%+q: %s writes invalid UTF-8: %+q", text, f.Rule.Name, e.Text)
		}
	}
}
