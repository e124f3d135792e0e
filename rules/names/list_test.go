package names_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"mtlint/lint"
	"mtlint/lint/read"
	"mtlint/rules/names"
)

// listed returns the names of some articles, a line a name: the spelling to write, then each spelling with its count.
func listed(t *testing.T, g *lint.Glossary, articles ...string) []string {
	t.Helper()
	corpus := func(yield func(lint.Source) bool) {
		for i, a := range articles {
			path := fmt.Sprintf("%d.txt", i+1)
			src := lint.Source{Path: path, Read: func() (*lint.Document, error) {
				d := read.Text(&lint.File{Path: path, Content: a + "\n"}, language.English)
				d.Glossary = g
				return d, nil
			}}
			if !yield(src) {
				return
			}
		}
	}
	lists := names.Lists.Gather(corpus, 0, func(r lint.Result) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
	})
	var out []string
	for _, l := range lists.Names() {
		line := l.Name + ":"
		for _, s := range l.Spellings {
			line += fmt.Sprintf(" %d %s", s.Count, s.Text)
			if s.Variant {
				line += " (variant)"
			}
		}
		out = append(out, line)
	}
	return out
}

func TestList(t *testing.T) {
	for _, c := range []struct {
		name     string
		glossary *lint.Glossary
		articles []string
		want     string
	}{
		{"names of several words, particles and articles", nil,
			[]string{"Yesterday Mustafa al-Kazemi met Sheikh Abu Ala al-Walai. Al-Kazemi’s aides praised the Sadr City council, and al-Kazemi left."},
			"al-Kazemi: 2 al-Kazemi; Abu Ala al-Walai: 1 Abu Ala al-Walai; Mustafa al-Kazemi: 1 Mustafa al-Kazemi; Sadr City: 1 Sadr City"},
		{"variants of one word", nil,
			[]string{"The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over."},
			"Sasover: 1 Sasover 1 Sessover (variant); Pavel Sasover: 1 Pavel Sasover"},
		{"variants of a word in longer names", nil,
			[]string{"The mayor, Pavel Sasover, resigned. Critics of Pavel Sasover cheered. Then Pavel Sessover took over."},
			"Pavel Sasover: 2 Pavel Sasover 1 Pavel Sessover (variant)"},
		{"marks", nil,
			[]string{"Voters of Bělohrad wept. Aides of Bělohrad left, and a friend of Belohrad stayed."},
			"Bělohrad: 2 Bělohrad 1 Belohrad (variant)"},
		{"order", nil,
			[]string{"Lee Hak-joo hit first. Later Lee Hak-joo ran, and then Hak-joo Lee scored."},
			"Lee Hak-joo: 2 Lee Hak-joo 1 Hak-joo Lee (variant)"},
		{"what is settled comes first, however rare", &lint.Glossary{Names: []lint.GlossaryName{{Name: "Belohrad"}}},
			[]string{"Voters of Bělohrad wept. Aides of Bělohrad left, and a friend of Belohrad stayed."},
			"Belohrad: 1 Belohrad 2 Bělohrad"},
		{"a folder: spellings of one article do not spread to another", nil,
			[]string{
				"The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.",
				"Voters of Sasover wept. The house of Omar Haddad burnt.",
			},
			"Sasover: 2 Sasover 1 Sessover (variant); Omar Haddad: 1 Omar Haddad; Pavel Sasover: 1 Pavel Sasover"},
		{"a folder: names of several words that differ in one", nil,
			[]string{"The mayor, Pavel Sasover, resigned.", "Voters of Pavel Sessover wept.", "The house of Pavel Sasover burnt."},
			"Pavel Sasover: 2 Pavel Sasover 1 Pavel Sessover (variant)"},
		{"a folder: spellings of the table of aliases", nil,
			[]string{"Fighters of Ansarallah agreed.", "The leader of Ansarullah spoke, and Ansarullah agreed."},
			"Ansarullah: 2 Ansarullah 1 Ansarallah (variant)"},
		{"a folder: of as many, the listed one, else the one that is met first, as names/across has it", nil,
			[]string{"Emmanuel Sasover spoke. The house of Omar Drazzmann burnt.", "Emanuel Sasover left. The house of Omar Drazmann burnt."},
			"Emmanuel Sasover: 1 Emmanuel Sasover 1 Emanuel Sasover (variant); Omar Drazzmann: 1 Omar Drazzmann 1 Omar Drazmann (variant)"},
		{"a folder: other people", nil,
			[]string{"The mayor, Pavel Sasover, resigned. Voters of Sokolov wept.", "Olga Sasoverova left. Petr Sessover stayed. Voters of Sakalov wept.", "The house of Kim Yong Nam burnt.", "Kim Yong Man left."},
			"Kim Yong Man: 1 Kim Yong Man; Kim Yong Nam: 1 Kim Yong Nam; Olga Sasoverova: 1 Olga Sasoverova; Pavel Sasover: 1 Pavel Sasover; Petr Sessover: 1 Petr Sessover; Sakalov: 1 Sakalov; Sokolov: 1 Sokolov"},
		{"a folder: two brothers of one article are two everywhere", nil,
			[]string{"The brothers Omar Haddadi and Amar Haddadi met.", "The house of Omar Haddadi burnt.", "The house of Amar Haddadi burnt."},
			"Amar Haddadi: 2 Amar Haddadi; Omar Haddadi: 2 Omar Haddadi"},
		{"common words are no names", nil, []string{"Officials met. They said that Monday was quiet. HE LEFT."}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.Join(listed(t, c.glossary, c.articles...), "; ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
