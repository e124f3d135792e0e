package names

import (
	"fmt"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// ArticleCase reports an Arabic article that is capitalised otherwise than the document does elsewhere: Al-Shammari where
// it writes al-Sadr.
//
// Arabic has no capitals, so the engine decides sentence by sentence. English writes al- and el- in lower case inside a
// sentence and with a capital at its start; what matters is that one article does the same throughout. Headings and the
// first word of a sentence are left out. Newspapers, broadcasters, universities, clubs and groups (Al-Azhar, Al-Qaeda)
// often keep the capital: each is compared with its own other mentions alone.
//
// It is a warning where the same name stands the other way, or a given name stands before it and the usual case is twice
// as frequent; else it is information. The fix is unsafe: the name may have a capital of its own.
//
// bad: Aides of Mustafa Al-Kazemi met Muqtada al-Sadr, and Hadi al-Amiri spoke with Ammar al-Hakim.
// bad: Talks with al-Nujaba failed. Fighters of al-Nujaba left, and the Al-Nujaba office closed; officers of al-Sadr said so.
// good: Al-Sadr spoke first. Then Muqtada al-Sadr met Hadi al-Amiri and Ammar al-Hakim.
// good: The daily Al-Ahram quoted Ahmed al-Tayeb, Khaled al-Enany and Tarek al-Molla.
//
// Measured on machine-translated news and records: 13 hits, 0.03 per 10,000 words, on clean English none. All were read:
// the 9 warnings are right but all of one name, Al-Qaeda; of 4 of information 2 are right. Few of the texts come from
// Arabic, so the warning level is not yet proved.
var ArticleCase = &lint.Rule{
	Name:     "names/article-case",
	Severity: lint.Warning,
	MQM:      "Fluency/Inconsistency",
	Run: func(p *lint.Pass) {
		n := Mentions.Of(p.Document)
		styles := make(map[string]*articleStyle)
		for i := range n.Mentions {
			m := &n.Mentions[i]
			if m.Article == 0 || m.At != inner || isCommon(n.Types[m.Type].Entry) || settledOf(p.Document).isRight(p.Text[m.Start-m.Article:m.End]) {
				continue
			}
			key := styleOf(p.Document, n, m)
			if styles[key] == nil {
				styles[key] = new(articleStyle)
			}
			styles[key].add(p.Document, m)
		}
		for _, s := range styles {
			s.report(p)
		}
	},
}

// isCommon reports whether a word is a common English one, as behind the preposition of At-Large.
func isCommon(e lexicon.Entry) bool { return e.Word() && e.Level() <= 50 }

// articleStyle is how a document cases the article of certain names inside sentences.
type articleStyle struct{ lower, upper []*Mention }

// styleOf names the style that a mention follows: that of its own name where the name may keep its capital, else that of
// all names with al-, its assimilated forms among them, or with el-.
func styleOf(d *lint.Document, n *Names, m *Mention) string {
	head, _, _ := strings.Cut(n.Types[m.Type].Name, "-")
	switch head = Fold(head); {
	case capitalNames[head]:
		return head
	case d.Text[m.Start-m.Article]|0x20 == 'e':
		return "el-"
	}
	return "al-"
}

func (s *articleStyle) add(d *lint.Document, m *Mention) {
	switch article := d.Text[m.Start-m.Article : m.Start]; {
	case article[0] >= 'a':
		s.lower = append(s.lower, m)
	case article[1] >= 'a': // not AL-
		s.upper = append(s.upper, m)
	}
}

// minUsual is how often the usual case is written at least.
const minUsual = 3

// report adds a finding for every mention whose article is cased as the fewer are: a warning where the same name has the
// usual case elsewhere, or where a name with another before it follows a clear majority.
func (s *articleStyle) report(p *lint.Pass) {
	few, many, toUpper := s.upper, s.lower, false
	if len(few) > len(many) {
		few, many, toUpper = many, few, true
	}
	if len(few) == 0 || len(few) == len(many) || len(many) < minUsual {
		return
	}
	unusual, usual := byType(few), byType(many)
	clear := len(many) >= 2*len(few)
	var all []lint.Diagnostic
	for _, m := range few {
		example := many[0]
		severity := lint.Info
		if same := usual[m.Type]; len(same) > 0 {
			if len(same) < len(unusual[m.Type]) {
				continue
			}
			example, severity = same[0], lint.Warning
		} else if clear && m.Prev >= 0 {
			severity = lint.Warning
		}
		all = append(all, unusualArticle(p, m, example, len(many), toUpper, severity))
	}
	reportTogether(p, all)
}

// byType sorts mentions by the type of their name.
func byType(ms []*Mention) map[int32][]*Mention {
	types := make(map[int32][]*Mention)
	for _, m := range ms {
		types[m.Type] = append(types[m.Type], m)
	}
	return types
}

// unusualArticle is the finding for one mention; example is one of the usual mentions.
func unusualArticle(p *lint.Pass, m, example *Mention, usual int, toUpper bool, severity lint.Severity) lint.Diagnostic {
	span := lint.Span{Start: m.Start - m.Article, End: m.Start}
	at := lint.Span{Start: example.Start - example.Article, End: example.End}
	initial, how := strings.ToLower(p.Text[span.Start:span.Start+1]), "in lower case"
	if toUpper {
		initial, how = strings.ToUpper(initial), "with a capital"
	}
	article := initial + p.Text[span.Start+1:span.End]
	return lint.Diagnostic{
		Span:     span,
		Severity: severity,
		Message:  fmt.Sprintf("‘%s’, but the article is written %s %d times, as in ‘%s’", p.Text[span.Start:m.End], how, usual, p.Slice(at)),
		Related:  []lint.Related{{Span: at, Message: "the article is " + how + " here"}},
		Fixes:    []lint.Fix{lint.Replace("write "+article, lint.Unsafe, span, article)},
	}
}

// capitalNames holds newspapers, broadcasters, universities, clubs and groups whose article English often capitalises as
// part of the name.
var capitalNames = lint.WordSet("ahram azhar qaeda qaida qaidah jazeera arabiya hayat monitor mayadeen masirah masdar manar alam akhbar aqsa hilal nassr nasr ittihad ahly ahli sadd shabaab shabab watan riyadh rai quds " +
	"nahar thawra sharq ain fatah fateh bawaba khaleej jarida iqtisadiah sabah noor hadath arabi araby jumhuriya duhail wahda wasl gharafa rayyan taawoun fayha arab furat")
