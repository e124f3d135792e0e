package wording

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/lexicon"
	"mtlint/lint/read"
)

const tableFile = "data/calques.tsv"

func TestCalqueTableIsWellFormed(t *testing.T) {
	seen := make(map[string]bool)
	for _, r := range calques().rows {
		if seen[r.phrase] {
			t.Errorf("%s: %q stands there twice", tableFile, r.phrase)
		}
		seen[r.phrase] = true
		if r.severity != "warning" && r.severity != "info" {
			t.Errorf("%s: %q: severity %q: want warning or info", tableFile, r.phrase, r.severity)
		}
		if replacements, advice := r.alternatives(); len(replacements)+len(advice) == 0 {
			t.Errorf("%s: %q: nothing better is given", tableFile, r.phrase)
		}
		parts := strings.Split(r.better, "; ")
		if !slices.IsSortedFunc(parts, func(a, b string) int { return kindOf(a) - kindOf(b) }) {
			t.Errorf("%s: %q: want replacements, then wordings behind ~, then advice behind !: %q", tableFile, r.phrase, r.better)
		}
		for _, l := range strings.Split(r.langs, ",") {
			if l != anyLanguage && languages[strings.TrimSpace(l)] == "" {
				t.Errorf("%s: %q: no language %q", tableFile, r.phrase, l)
			}
		}
	}
}

// kindOf returns where a part of the column better belongs: 0 is a replacement, 1 a wording, 2 advice.
func kindOf(part string) int { return strings.IndexByte("~!", part[0]) + 1 }

// The example of a row has its phrase once and the counterexample has it never.
func TestCalqueExamples(t *testing.T) {
	rows, err := lexicon.ParseTable(tableFile, calqueTable, "phrase", "better", "langs", "severity", "example", "counterexample", "note")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		phrase, example, counterexample := r[0], r[4], r[5]
		if n := matches(t, phrase, example); n != 1 {
			t.Errorf("%s: %q is found %d times in its example %q", tableFile, phrase, n, example)
		}
		if n := matches(t, phrase, counterexample); n != 0 {
			t.Errorf("%s: %q is found in its counterexample %q", tableFile, phrase, counterexample)
		}
	}
}

// matches counts the places of the text where the phrase is found when no other is looked for.
func matches(t *testing.T, phrase, text string) int {
	t.Helper()
	d := read.Text(&lint.File{Path: tableFile, Content: text + "\n"}, language.English)
	return len(lexicon.NewPhrases([]string{phrase}).Find(d))
}

func TestMessageNamesBetterAndSource(t *testing.T) {
	r := row{phrase: "open the door to volunteering", better: "open recruitment; ~the volunteers' list; !name the ranks", langs: "ar,fa,ur", severity: "warning"}
	d := read.Text(&lint.File{Content: "Open the door to volunteering now.\n"}, language.English)
	g := r.diagnostic(d, lint.Span{Start: 0, End: 29})
	want := "‘Open the door to volunteering’ is word for word from Arabic, Persian or Urdu: better ‘open recruitment’; better the volunteers' list; name the ranks"
	if g.Message != want {
		t.Errorf("message %q, want %q", g.Message, want)
	}
	if len(g.Fixes) != 1 || g.Fixes[0].Edits[0].Text != "Open recruitment" || g.Fixes[0].Safety != lint.Unsafe {
		t.Errorf("fixes %+v, want one unsafe fix that keeps the capital", g.Fixes)
	}
}

// A replacement has the apostrophes of what it takes the place of.
func TestCalqueApostrophe(t *testing.T) {
	r := row{phrase: "resistance's weapon", better: "resistance's weapons", langs: "ar", severity: "warning"}
	for _, mark := range []string{"'", "’"} {
		found := "resistance" + mark + "s weapon"
		d := read.Text(&lint.File{Content: found + " was hidden.\n"}, language.English)
		if got := r.diagnostic(d, lint.Span{Start: 0, End: len(found)}).Fixes[0].Edits[0].Text; got != found+"s" {
			t.Errorf("%s: replaced by %s", found, got)
		}
	}
}

// With a known source language the rows of other languages are silent.
func TestCalqueSource(t *testing.T) {
	arabic := &row{langs: "ar,fa"}
	for source, want := range map[language.Tag]bool{language.Und: true, language.Arabic: true, language.MustParse("fa-AF"): true, language.Chinese: false} {
		if got := arabic.isFrom(source); got != want {
			t.Errorf("a phrase of Arabic and Persian from %v: %v, want %v", source, got, want)
		}
	}
	if !(&row{langs: anyLanguage}).isFrom(language.Chinese) {
		t.Error("a phrase of any language is not from Chinese")
	}
}
