package names_test

import (
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/rules/names"
)

// What is settled silences the other rules on names, or tells them which spelling to keep.
func TestSettled(t *testing.T) {
	for _, c := range []struct {
		rule    *lint.Rule
		article string
		names   []lint.GlossaryName
		not     [2]string
	}{
		{names.Variant, "The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.", nil, [2]string{"Sasover", "Sessover"}},
		{names.Variant, "The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.", nil, [2]string{"Pavel Sessover", "Pavel Sasover"}},
		{names.Variant, "The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.", []lint.GlossaryName{{Name: "Sasover", Also: []string{"Sessover"}}}, [2]string{}},
		{names.Diacritic, "Tomáš Bělohrad resigned. Aides of Bělohrad wept. Voters of Belohrad left.", nil, [2]string{"Bělohrad", "Belohrad"}},
		{names.Diacritic, "Tomáš Bělohrad resigned. Aides of Bělohrad wept. Voters of Belohrad left.", []lint.GlossaryName{{Name: "Belohrad"}}, [2]string{}},
		{names.Hyphen, "Seo Yong-ju spoke first. Later Seo Yong Ju left.", nil, [2]string{"Yong Ju", "Yong-ju"}},
		{names.Order, "Lee Hak-joo hit first. Later Lee Hak-joo ran, and then Hak-joo Lee scored.", nil, [2]string{"Lee Hak-joo", "Hak-joo Lee"}},
		{names.Alias, "The actor Mohamed Ramadan left. Fans of Mohamed Ramadan wept. Muhammad Ramadan waved.", nil, [2]string{"Muhammad Ramadan", "Mohamed Ramadan"}},
		{names.ArticleCase, "Talks with al-Nujaba failed. Fighters of al-Nujaba left, and the Al-Nujaba office closed; officers of al-Sadr said so.", []lint.GlossaryName{{Name: "Al-Nujaba"}}, [2]string{}},
	} {
		linttest.ExpectSome(t, c.rule, nil, c.article)
		g := &lint.Glossary{Names: c.names}
		if c.not[0] != "" {
			g.Not = append(g.Not, c.not)
		}
		linttest.ExpectNone(t, c.rule, g, c.article)
	}
}

// A name in lower case is a warning, in somebody's own words information.
func TestLowercaseInQuotation(t *testing.T) {
	article := "Prime Minister Netanyahu spoke. Deputies asked Netanyahu, and Netanyahu answered. Then netanyahu left. A deputy wrote: “Ask netanyahu again.”\n"
	_, found := linttest.Find(t, names.Lowercase, nil, article)
	if len(found) != 2 || found[0].Severity != lint.Warning || found[1].Severity != lint.Info {
		t.Errorf("want a warning and an information, got %+v", found)
	}
}

// The settled spelling is the one to keep, however rare it is, and one rule says so.
func TestSettledIsRight(t *testing.T) {
	g := &lint.Glossary{Names: []lint.GlossaryName{{Name: "Sessover"}}}
	article := "The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.\n"
	linttest.ExpectNone(t, names.Variant, g, article)
	if _, found := linttest.Find(t, names.Glossary, g, article); len(found) != 2 || found[0].Fixes[0].Edits[0].Text != "Sessover" {
		t.Errorf("want both places of Sasover, got %+v", found)
	}
}

// No glossary makes a rule fail, whatever its entries are like.
func FuzzGlossary(f *testing.F) {
	f.Add("Kyiv", "Kiev", "a", "b", "Trains to Kiev’s KIEV kyiv. Kiew\n\nKYIV")
	f.Add("al-Walai", "Al-Wali’s -", "’s", "al-", "al-Wali’s Al-Walai al- ’s")
	f.Add("iPhone 5’s", "!!", "The Fan's of X", "de la X", "Iphone 5's The Fan’s of X de la x")
	f.Fuzz(func(t *testing.T, name, variant, also, not, article string) {
		for _, s := range []*string{&name, &variant, &also, &not, &article} {
			*s = strings.ToValidUTF8(*s, "?")
		}
		g := &lint.Glossary{Names: []lint.GlossaryName{{Name: name, Also: []string{also}, Variants: []string{variant}}, {Name: not}}, Not: [][2]string{{name, not}}}
		for _, r := range []*lint.Rule{names.Glossary, names.Variant, names.Diacritic, names.Alias} {
			linttest.Find(t, r, g, article)
		}
	})
}

// A fixed article has nothing left to report.
func TestGlossaryConverges(t *testing.T) {
	f, err := linttest.Load("../../testdata/rules/names/glossary.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range f.Bad {
		article := linttest.Article(c.Line)
		_, found := linttest.Find(t, names.Glossary, f.Glossary, article)
		for i := len(found) - 1; i >= 0; i-- {
			article = found[i].Fixes[0].Apply(article)
		}
		linttest.ExpectNone(t, names.Glossary, f.Glossary, strings.TrimSuffix(article, "\n"))
	}
}
