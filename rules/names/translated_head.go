package names

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// TranslatedHead reports a name whose word for what it is stands in English here and in the language of the source
// there: the al-Nujaba Movement and Harakat al-Nujaba, Rostov Region and Rostov Oblast, Awara City and Awara-shi.
//
// The engine translates the word in one sentence and transliterates it in the next, and readers look for two groups or
// two places. The rarer one is reported; of two that are as frequent the English one of a group, which is known by the
// name of its source, and the foreign one of a place. A name that stands without either says nothing, and one of the two
// that stands in brackets, or is said to be the name in another language, explains the other.
//
// An adjective of a name is reported, too: Nový Bor and New Bor, Groß Lindau and Great Lindau, Edinaya Volga and United
// Volga. It counts with a capital inside a sentence.
//
// The fix is manual: the words around the name, an article say, may have to change too.
//
// bad: Harakat al-Nujaba denied it. A leader of the al-Nujaba Movement was there.
// bad: Trains left Rostov Region. The governor of Rostov Oblast watched.
// bad: The train to Nový Zolnar was late. A bus to New Zolnar was not.
// good: Harakat al-Nujaba denied it. A leader of al-Nujaba was there.
// good: Trains left Rostov Oblast. The governor of Kursk Region watched.
//
// Measured on machine-translated news and records: 0.09 hits per 10,000 words (5,400,000 words), nearly all from
// Japanese; 27 distinct ones read, 27 right, and two of adjectives, both right; on clean English news and in all original
// English 0.
var TranslatedHead = &lint.Rule{
	Name:     "names/translated-head",
	Severity: lint.Warning,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run: func(p *lint.Pass) {
		n := Mentions.Of(p.Document)
		for _, h := range heads() {
			for typ, foreign := range n.withForeign(h) {
				if english := n.withEnglish(h, &n.Types[typ]); len(english) > 0 && !n.explains(foreign, english) && !n.explains(english, foreign) {
					reportHeads(p, h, foreign, english)
				}
			}
		}
	},
}

// explains reports whether one of the places stands as a gloss of another: the Galata Bridge (Galata Köprüsü).
func (n *Names) explains(places, others []lint.Span) bool {
	return slices.ContainsFunc(places, func(at lint.Span) bool {
		token, _ := slices.BinarySearchFunc(n.doc.Tokens, at.Start, func(t lint.Token, start int) int { return int(t.Start) - start })
		if token > 1 && n.doc.TokenText(token-1) == "(" {
			return slices.ContainsFunc(others, func(o lint.Span) bool { return o.End == int(n.doc.Tokens[token-2].End) })
		}
		return n.isGloss(token)
	})
}

// head is a word for a kind of thing in a source language and in English.
type head struct {
	where       string // before or behind the name, or joined to it with a hyphen
	isGroup     bool
	isAdjective bool // it counts before the name alone, with a capital inside a sentence
	foreign     []lint.Key
	english     []string
}

// isForeign reports whether the folded word is the one of the source language.
func (h *head) isForeign(word string) bool {
	return slices.ContainsFunc(h.foreign, func(k lint.Key) bool { return k.Fold() == word })
}

// withForeign returns the places of names with the foreign word, by the type of the name without it.
func (n *Names) withForeign(h *head) map[int32][]lint.Span {
	if h.where == "joined" {
		return n.withJoined(h)
	}
	var found map[int32][]lint.Span
	for _, word := range h.foreign {
		for _, k := range n.doc.Places(n.doc.Find(word)) {
			beside := int(k) + 1
			if h.where == "behind" {
				beside = int(k) - 1
			}
			m := n.mentionAt(beside)
			if m == nil || n.doc.Tokens[k].Case == lint.Lower {
				continue
			}
			if found == nil {
				found = make(map[int32][]lint.Span)
			}
			found[m.Type] = append(found[m.Type], n.withHead(m, int(k)))
		}
	}
	return found
}

// withJoined is withForeign for words that are joined with a hyphen.
func (n *Names) withJoined(h *head) map[int32][]lint.Span {
	var found map[int32][]lint.Span
	for _, t := range n.hyphened {
		cut := strings.LastIndexByte(n.Types[t].Name, '-')
		if !h.isForeign(n.Types[t].Name[cut+1:]) {
			continue
		}
		typ, ok := n.typeOf(Fold(n.Types[t].Name[:cut]))
		if !ok {
			continue
		}
		for _, i := range n.Types[t].Mentions {
			if n.isReading(&n.Mentions[i]) {
				continue // Kyoto City (京都市, Kyōto-shi)
			}
			if found == nil {
				found = make(map[int32][]lint.Span)
			}
			found[typ] = append(found[typ], n.Mentions[i].Span)
		}
	}
	return found
}

// withEnglish returns the places of a name with the English word behind it or, as Mount, before it.
func (n *Names) withEnglish(h *head, t *Type) (found []lint.Span) {
	for _, i := range t.Mentions {
		m := &n.Mentions[i]
		for _, k := range [...]int{m.Token + 1, m.Token - 1} {
			if k < 0 || k >= len(n.doc.Tokens) || n.doc.Tokens[k].Kind != lint.Word || h.isGroup && n.doc.Tokens[k].Case == lint.Lower {
				continue
			}
			if h.isAdjective && (k > m.Token || !n.isInner(k) || n.doc.BlockOf(k).Kind.IsHeading()) {
				continue // New Kakhovka plans were drawn
			}
			if slices.Contains(h.english, n.doc.Fold(k)) && n.isBeside(m, k) {
				found = append(found, n.withHead(m, k))
				break
			}
		}
	}
	return found
}

// isBeside reports whether one space parts a mention from token k; before a name only a capital makes a word its head.
func (n *Names) isBeside(m *Mention, k int) bool {
	if k > m.Token {
		return int(n.doc.Tokens[k].Start) == m.End+1
	}
	return int(n.doc.Tokens[k].End)+1 == m.Start-m.Article && n.doc.Tokens[k].Case == lint.Title
}

// withHead returns the place of a mention together with token k, its article and head.
func (n *Names) withHead(m *Mention, k int) lint.Span {
	t := &n.doc.Tokens[k]
	return lint.Span{Start: min(m.Start-m.Article, int(t.Start)), End: max(m.End, int(t.End))}
}

// mentionAt returns the mention that is token i, nil for none.
func (n *Names) mentionAt(i int) *Mention {
	k, ok := slices.BinarySearchFunc(n.Mentions, i, func(m Mention, i int) int { return m.Token - i })
	if !ok {
		return nil
	}
	return &n.Mentions[k]
}

// isJoinedHead reports whether a part of a hyphened name says what kind of place it is.
func isJoinedHead(part string) bool {
	return slices.ContainsFunc(heads(), func(h *head) bool { return h.where == "joined" && h.isForeign(part) })
}

// reportHeads reports the places with the rarer word, as one finding.
func reportHeads(p *lint.Pass, h *head, foreign, english []lint.Span) {
	few, many := english, foreign
	if len(foreign) < len(english) || len(foreign) == len(english) && !h.isGroup {
		few, many = foreign, english
	}
	text := p.Slice(many[0])
	var all []lint.Diagnostic
	for _, at := range few {
		all = append(all, lint.Diagnostic{
			Span:    at,
			Message: fmt.Sprintf("‘%s’ %s, ‘%s’ %s: one word in two languages", p.Slice(at), lint.Times(len(few)), text, lint.Times(len(many))),
			Related: []lint.Related{{Span: many[0], Message: fmt.Sprintf("here it is ‘%s’", text)}},
			Fixes:   []lint.Fix{lint.Replace("write "+text, lint.Manual, at, text)},
		})
	}
	p.Report(lint.Together(all, "so again"))
}

//go:embed data/heads.tsv
var headTable string

// heads returns the table.
var heads = sync.OnceValue(func() []*head {
	rows, err := lexicon.ParseTable("heads.tsv", headTable, "kind", "where", "foreign", "english")
	if err != nil {
		panic(err)
	}
	out := make([]*head, len(rows))
	for i, row := range rows {
		out[i] = &head{where: row[1], isGroup: row[0] == "group", isAdjective: row[0] == "adjective", foreign: lint.Keys(row[2]), english: strings.Fields(row[3])}
	}
	return out
})
