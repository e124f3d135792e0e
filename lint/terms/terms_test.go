package terms_test

import (
	"strings"
	"testing"

	"mtlint/lint"
	"mtlint/lint/linttest"
	"mtlint/lint/terms"
)

// Each case is a sentence with the terms marked as in the fixtures of rules: ⟦found→first fix⟧.
func TestFind(t *testing.T) {
	list := []terms.Term{
		{Forbidden: []string{"stakeholder", "interested party"}, Preferred: []string{"partner"}},
		{Forbidden: []string{"utilize"}, Preferred: []string{"use"}, Inflection: terms.Verb},
		{Forbidden: []string{"commence"}, Preferred: []string{"begin"}, Inflection: terms.Verb},
		{Forbidden: []string{"carry out"}, Preferred: []string{"do"}, Inflection: terms.Verb},
		{Forbidden: []string{"halt"}, Preferred: []string{"stop"}, Inflection: terms.Verb},
		{Forbidden: []string{"Gulf"}, Preferred: []string{"Persian Gulf", "Arabian Gulf"}, Inflection: terms.Fixed},
		{Forbidden: []string{"Turkey"}, Preferred: []string{"Türkiye"}},
		{Forbidden: []string{"Internet"}, Preferred: []string{"internet"}},
		{Forbidden: []string{"smartphone"}, Preferred: []string{"iPhone"}},
		{Forbidden: []string{"chairperson"}, Preferred: []string{"spokesman"}},
		{Forbidden: []string{"policeman", "salesperson"}, Preferred: []string{"officer"}},
		{Forbidden: []string{"grandchild", "human"}, Preferred: []string{"layman"}},
		{Forbidden: []string{"COVID 19"}, Preferred: []string{"COVID-19"}},
		{Forbidden: []string{"IT"}, Preferred: []string{"technology"}},
	}
	rule := terms.NewRule(list)
	for _, line := range []string{
		"The ⟦stakeholder→partner⟧ left. ⟦Stakeholders→Partners⟧ met. The ⟦stakeholder's→partner's⟧ plan. All ⟦stakeholders’→partners’⟧ plans.",
		"All ⟦Stakeholders→Partners⟧ met.",
		"The stakeholder-led group met in the non-stakeholder room.",
		"An ⟦interested party→partner⟧ wrote, and ⟦INTERESTED PARTIES→PARTNERS⟧ read.",
		"They ⟦utilize→use⟧ it. She ⟦utilizes→uses⟧ it. They ⟦utilized→used⟧ it. ⟦Utilizing→Using⟧ it is hard.",
		"It ⟦commences→begins⟧ today, and is ⟦commencing→beginning⟧ now.",
		"It ⟦commenced→began⟧ late.",
		"He ⟦carries out→does⟧ the plan, ⟦carried out→did ~ unsafe⟧ the other, and is ⟦carrying out→doing⟧ a third.",
		"The train ⟦halted→stopped⟧ and they were ⟦halting→stopping⟧.",
		"In the ⟦Gulf→Persian Gulf⟧ it is hot; in the Persian Gulf and the Arabian Gulf, too. The gulf is wide.",
		"⟦Turkey→Türkiye⟧ won, as ⟦Turkey's→Türkiye's⟧ team does. The turkey was eaten.",
		"The ⟦Internet→internet⟧ is slow. Internet access is rare. The internet is.",
		"⟦Smartphones→iPhones⟧ are sold.",
		"The ⟦chairpersons→spokesmen⟧ met.",
		"Two ⟦policemen→officers⟧ and the ⟦policemen's→officers'⟧ car. A ⟦policeman→officer⟧ left. ⟦Salespeople→Officers⟧ met ⟦salespersons→officers⟧.",
		"Our ⟦grandchildren→laymen⟧ are ⟦humans→laymen⟧.",
		"The ⟦COVID 19→COVID-19⟧ wave came. The COVID 20 wave did not.",
		"The ⟦IT→technology⟧ department closed. ⟦IT→Technology⟧ matters. It closed.",
		"⟦TURKEY→TÜRKIYE⟧ WON.",
	} {
		article := linttest.Article(line)
		_, found := linttest.Find(t, rule, nil, article)
		if got := linttest.Marked(article, found); got != line {
			t.Errorf("\n got %s\nwant %s", got, line)
		}
	}
}

// Several preferred texts are several fixes, none of them safe; one is safe.
func TestFixes(t *testing.T) {
	one := terms.NewRule([]terms.Term{{Forbidden: []string{"boss"}, Preferred: []string{"manager"}, Note: "a matter of tone", Severity: lint.Error}})
	_, found := linttest.Find(t, one, nil, "The boss's car.\n")
	if len(found) != 1 || found[0].Message != "‘boss's’ is to be ‘manager's’: a matter of tone" || found[0].Severity != lint.Error || found[0].Fixes[0].Safety != lint.Safe {
		t.Errorf("one preferred text: %+v", found)
	}
	two := terms.NewRule([]terms.Term{{Forbidden: []string{"boss"}, Preferred: []string{"manager", "chief"}}})
	_, found = linttest.Find(t, two, nil, "The bosses left.\n")
	if len(found) != 1 || found[0].Message != "‘bosses’ is to be ‘managers’ or ‘chiefs’" || len(found[0].Fixes) != 2 || found[0].Fixes[0].Safety != lint.Unsafe {
		t.Errorf("two preferred texts: %+v", found)
	}
}

// Of two terms that say something of one text the later counts.
func TestLaterTermCounts(t *testing.T) {
	rule := terms.NewRule([]terms.Term{
		{Forbidden: []string{"boss"}, Preferred: []string{"manager"}},
		{Forbidden: []string{"boss"}, Preferred: []string{"chief"}},
	})
	_, found := linttest.Find(t, rule, nil, "The boss left.\n")
	if len(found) != 1 || found[0].Fixes[0].Edits[0].Text != "chief" {
		t.Errorf("found %+v, want chief", found)
	}
}

func TestCheck(t *testing.T) {
	for text, want := range map[string]string{
		"stakeholder": "", "U.S. Army": "", "COVID 19": "", "follow-up": "", "now, then": "", "R&D": "",
		"2020":         "a term has a word in it",
		"a (small) it": "( cannot be part of a term",
		"“boss”":       "“ cannot be part of a term",
		"a|b":          "| cannot be part of a term",
		"It ended. He": "a term is part of one sentence",
	} {
		got := ""
		if err := terms.Check(text); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("Check(%q) = %q, want %q", text, got, want)
		}
	}
}

// A plain text has the tokens that the tokeniser gives it: what the fuzz target tries at large.
func TestPlainTerms(t *testing.T) {
	for _, text := range []string{"boss", "interested party", "U", "iPhone app", "USA today"} {
		rule := terms.NewRule([]terms.Term{{Forbidden: []string{text}, Preferred: []string{"x"}, Inflection: terms.Fixed}})
		if _, found := linttest.Find(t, rule, nil, "The "+text+" is here.\n"); len(found) != 1 || found[0].At.Text != text {
			t.Errorf("%q: found %+v", text, found)
		}
	}
}

// Whatever Check accepts makes a rule that can run, and whose findings are whole characters of the text.
func FuzzTerm(f *testing.F) {
	f.Add("stakeholder", "partner", "The stakeholders met.", uint8(0))
	f.Add("carry out", "do", "He carried out the plan.", uint8(1))
	f.Add("Gulf", "Persian Gulf", "In the GULF.", uint8(2))
	f.Add("é", "ss", "É é’s és", uint8(0))
	f.Fuzz(func(t *testing.T, forbidden, preferred, text string, inflection uint8) {
		forbidden, preferred, text = strings.ToValidUTF8(forbidden, ""), strings.ToValidUTF8(preferred, ""), strings.ToValidUTF8(text, "")
		if terms.Check(forbidden) != nil {
			return
		}
		rule := terms.NewRule([]terms.Term{{Forbidden: []string{forbidden}, Preferred: []string{preferred}, Inflection: terms.Inflection(inflection % 3)}})
		linttest.Find(t, rule, nil, text)
		linttest.Find(t, rule, nil, forbidden)
	})
}
