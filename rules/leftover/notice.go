package leftover

import (
	_ "embed"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Notice reports a notice of the site under an article: the opinions are those of the author, pictures from the
// internet will be deleted on request, no reprinting without permission.
//
// Sites of all countries put such sentences under what they publish, and they are taken along with the text. Their
// words are few: a paragraph is a notice where it has no other words but names, and says who holds what, who may
// reprint it, what is deleted, or what is not vouched for. The words stand in data/notice_words.tsv.
//
// The fix deletes the paragraph and is unsafe.
//
// bad: The mayor opened the bridge. ¶ The opinions published express their authors only and not the site.
// bad: The mayor opened the bridge. ¶ Pictures come from the internet, if there is infringement, contact us to delete.
// good: The opinions of the authors differ from those of the mayor.
// good: The author is responsible for the content of the book.
//
// Measured on 5,400,000 words of machine output of all kinds and on original English: 0 hits per 10,000 words. These
// texts have no notices, so that the level rests on the absence of false alarms and is provisional.
var Notice = &lint.Rule{
	Name:     "leftover/notice",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			if !isNotice(p.Document, b) {
				continue
			}
			s := p.Span(b.Range)
			p.Report(lint.Diagnostic{
				Span:    s,
				Message: "a notice of the site, not of the article",
				Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, s, "")},
			})
		}
	},
}

// isNotice reports whether a block has nothing but words of notices and names, and says what notices say.
func isNotice(d *lint.Document, b lint.Block) bool {
	const shortest, longest = 6, 60
	if n := b.To - b.From; n < shortest || n > longest || b.Kind.IsAside() {
		return false
	}
	var says noticeWording
	for i := b.From; i < b.To; i++ {
		if !says.add(d, i) {
			return false
		}
	}
	return !(says.past && says.classes&(take|remove) != 0) && says.classes.isNotice(noticeLeads[d.Fold(b.From)])
}

// noticeWording is what the words of a block say as a notice does.
type noticeWording struct {
	classes noticeClass
	names   int
	past    bool // it says what somebody did
}

// add counts token i; false where no notice has it: a number, a day, a word that notices do not have, one name more than they
// have.
func (n *noticeWording) add(d *lint.Document, i int) bool {
	const mostNames = 8
	t := &d.Tokens[i]
	if t.Kind != lint.Word {
		return t.Kind != lint.Number && t.Kind != lint.Quote
	}
	class := noticeWords().Get(d.Forms[t.Form].Hash)
	switch {
	case isDay(d, i):
		return false
	case class != 0:
		n.past = n.past || class&take != 0 && isPast(d, i)
		n.classes |= class
	case lexicon.FunctionAt(d, i) != 0:
		n.past = n.past || pastForms[d.Fold(i)]
	default:
		n.names++
		return t.Case >= lint.Title && n.names <= mostNames
	}
	return true
}

// noticeClass is a set of what the words of notices are about.
type noticeClass uint8

const (
	work   noticeClass = 1 << iota // what is published
	holder                         // who wrote or publishes it
	claim                          // whose it is, who answers for it
	take                           // what others do with it
	terms                          // whether they may
	remove                         // that it is taken down
	doubt                          // that nobody vouches for it
	plain                          // anything else
)

// isPast reports whether token i is a verb in the past: copied, and not may be copied.
func isPast(d *lint.Document, i int) bool {
	return strings.HasSuffix(d.Fold(i), "ed") && (i == 0 || lexicon.FunctionAt(d, i-1)&(lexicon.Auxiliary|lexicon.Adverb) == 0)
}

// pastForms are auxiliary verbs of the past.
var pastForms = lint.WordSet("was were had did")

// noticeLeads are words that a notice begins with.
var noticeLeads = lint.WordSet("note notice statement disclaimer warning attention")

// isNotice reports whether words of the classes make a notice; with a lead fewer are enough.
func (c noticeClass) isNotice(led bool) bool {
	if led && c&(work|doubt) == work|doubt {
		return true
	}
	for _, want := range [...]noticeClass{work | holder | claim, work | remove | terms, take | terms | work, work | doubt | holder, terms | claim | holder, take | terms | holder} {
		if c&want == want {
			return true
		}
	}
	return false
}

//go:embed data/notice_words.tsv
var noticeWordTable string

// noticeWords is the classes of words.
var noticeWords = sync.OnceValue(func() *lexicon.FormTable[noticeClass] {
	return readWords("notice_words.tsv", noticeWordTable, func(c *noticeClass, row int) { *c |= 1 << row })
})
