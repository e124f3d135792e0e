package names

import (
	"fmt"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Across reports a name that other articles of the folder spell in another way: Pavel Sessover where they write Pavel
// Sasover, Ansarallah where they write Ansarullah.
//
// The engine spells a name anew in every article, and no article by itself shows it. A folder has more people of like names
// than an article, so more is asked here than of names/variant: all other words of the name are the same, or the table of
// names/alias has both spellings; and no article has both, for there its own context decides. The spelling of fewer articles
// is reported, once an article, with places of the other: of about as many, the one that is less known, rarer or met later.
//
// The rule reads the whole folder before the first finding, so it runs when it is asked for: with --across, or selected by
// its name. The fix puts the other spelling in place of the word, everywhere in the article; it is unsafe, and manual where
// the other spelling is not in twice as many articles.
//
// bad: Critics of Pavel Sessover cheered. ‖ The mayor, Pavel Sasover, resigned. ‖ The house of Pavel Sasover burnt.
// bad: Fighters of Ansarallah agreed. ‖ The leader of Ansarullah spoke, and Ansarullah agreed.
// good: The mayor, Pavel Sasover, resigned. ‖ The house of Pavel Sokolov burnt.
// good: Voters of Sessover wept. ‖ The mayor, Pavel Sasover, resigned.
//
// Measured on 42 folders, each the articles of one test set in the translations of one engine (5,300 articles, 1,470,000
// words): 0.18 hits per 10,000 words, 20 distinct ones, all right. On 2,600 human texts in one folder, many of them two translations of one
// article: 54 distinct ones, 53 right.
var Across = &lint.Rule{
	Name:     "names/across",
	Severity: lint.Warning,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Corpus:   []lint.CorpusReader{Folder},
	Run: func(p *lint.Pass) {
		f, all := Folder.Of(p), runs.Of(p.Document)
		done := make(map[string]bool)
		for _, r := range all {
			if done[r.key] || !isComparedAcross(r.key) {
				continue
			}
			done[r.key] = true
			if usual := f.usual(r.key); usual != nil {
				reportAcross(p, f, all, r.key, usual)
			}
		}
	},
}

// reportAcross reports the words of a name that articles of a folder write otherwise.
func reportAcross(p *lint.Pass, f *folder, all []run, key string, usual *folderName) {
	own, right := wordsOfKey(key), wordsOfKey(usual.key)
	for k := range own {
		if own[k] == right[k] || settledOf(p.Document).isRight(own[k]) || settledOf(p.Document).areTwo(own[k], right[k]) {
			continue
		}
		w := acrossWord{fold: own[k], text: wordOf(usual.spelling(), right[k]), isLast: k == len(own)-1}
		w.report(p, f, all, key, usual)
	}
}

// wordOf returns the word of a name that folds to the given form, as it is written there.
func wordOf(name, fold string) string {
	for _, word := range strings.Fields(name) {
		article, possessive := affixes(word)
		if core := word[article : len(word)-possessive]; Fold(core) == fold {
			return core
		}
	}
	return fold
}

// acrossWord is a word of a name and what to write in its place.
type acrossWord struct {
	fold   string
	text   string
	isLast bool // it is the last word of the name, which stands for all of it
}

// report reports the word wherever the article has the name, or this word alone for the name.
func (w acrossWord) report(p *lint.Pass, f *folder, all []run, key string, usual *folderName) {
	n := Mentions.Of(p.Document)
	here := f.names[f.byKey[key]]
	message := fmt.Sprintf("‘%s’ in %s, ‘%s’ in %s", here.spelling(), articlesOf(len(here.uses)), usual.spelling(), articlesOf(len(usual.uses)))
	safety, severity := lint.Unsafe, lint.Severity(0)
	if len(usual.uses) < 2*len(here.uses) {
		safety = lint.Manual
	}
	if lexicon.Informal.Of(p.Document) {
		severity = lint.Info
	}
	var elsewhere []lint.RelatedLocation
	for i := range usual.uses[:min(len(usual.uses), maxRelated)] {
		at := f.location(usual, &usual.uses[i])
		elsewhere = append(elsewhere, lint.RelatedLocation{Location: at, Message: fmt.Sprintf("here it is ‘%s’", at.Text)})
	}
	var found []lint.Diagnostic
	for _, r := range all {
		if r.key != key && !(w.isLast && r.key == w.fold) {
			continue
		}
		for i := r.from; i < r.to; i++ {
			if m := &n.Mentions[i]; n.Types[m.Type].Fold == w.fold {
				found = append(found, lint.Diagnostic{
					Span: m.Span, Severity: severity, Message: message, Elsewhere: elsewhere,
					Fixes: []lint.Fix{writeName(p.Document, m.Token, safety, m.Span, w.text)},
				})
			}
		}
	}
	p.Report(lint.Together(found, "here, too"))
}

// articlesOf says in how many articles.
func articlesOf(n int) string {
	if n == 1 {
		return "1 article"
	}
	return fmt.Sprintf("%d articles", n)
}

// linksAcross returns the keys of rows that are one name across articles.
func linksAcross(lists []packedList) (links [][2]string) {
	f := newFolder()
	for _, list := range lists {
		var names []articleName
		for _, r := range list.unpack().rows {
			if isComparedAcross(r.key) {
				names = append(names, articleName{key: r.key, spelling: r.spellings[0].Text, count: 1})
			}
		}
		f.Add(list.path, names)
	}
	for k := range f.names {
		for _, j := range f.others(int32(k)) {
			if j > int32(k) && !f.meet(int32(k), j) {
				links = append(links, [2]string{f.names[k].key, f.names[j].key})
			}
		}
	}
	return links
}
