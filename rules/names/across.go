package names

import (
	"strconv"
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// across links names of different articles. A folder has more people of like names than an article, so more is asked than
// inside one: all other words of the name are the same, as in Pavel Sasover and Pavel Sessover, or the table of aliases
// has the two; and no article has both, for there the rules of the document have decided.
//
// Measured on a folder of 3,779 machine translations, several of each article: 200 variants more than inside the articles;
// 60 read, 57 right. On 1,057 texts of clean English 3, all spellings of one place.
type across struct {
	rows    []*listRow
	parts   [][]string // the words of each row's key, without articles
	buckets map[uint64][]int32
	pairs   [][2]int32 // indexes into rows
}

// linksAcross returns the keys of rows that are one name.
func linksAcross(lists []packedList, rows []*listRow) [][2]string {
	a := &across{rows: rows, parts: make([][]string, len(rows)), buckets: make(map[uint64][]int32)}
	for i := range rows {
		a.parts[i] = strings.Fields(strings.ReplaceAll(rows[i].key, articleKey, ""))
		a.similar(int32(i))
	}
	a.aliases()
	return a.apart(lists)
}

// similar pairs a row with earlier ones that differ in one word of like spelling.
func (a *across) similar(i int32) {
	if len(a.parts[i]) < 2 {
		return
	}
	for k, word := range a.parts[i] {
		if len(word) < minSettled(2) || len(word) > maxName || !isPlain(word) {
			continue
		}
		var key spellingKey
		key.read(word)
		hash := lint.Hash(frame(a.parts[i], k, strconv.Itoa(int(key.skeleton))))
		bucket := a.buckets[hash]
		for _, j := range bucket[:min(len(bucket), maxBucket)] {
			if len(a.parts[j]) == len(a.parts[i]) && k < len(a.parts[j]) && mayBeOneAcross(word, a.parts[j][k], k > 0, k+1 < len(a.parts[i])) {
				a.pairs = append(a.pairs, [2]int32{i, j})
			}
		}
		a.buckets[hash] = append(bucket, i)
	}
}

// frame returns a name with another text in place of a word.
func frame(words []string, k int, text string) string {
	return strings.Join(words[:k], " ") + " \x00" + text + " " + strings.Join(words[k+1:], " ")
}

// mayBeOneAcross reports whether two words are likely spellings of one, in names that agree before and behind them.
func mayBeOneAcross(x, y string, before, behind bool) bool {
	limit := max(len(x), len(y)) * maxDistance
	cost := distance(x, y, limit)
	if x == y || cost > limit || isInflection(x, y) || isPart(x, y) || isPinyin(x) && isPinyin(y) || known()[[2]string{x, y}] || known()[[2]string{y, x}] {
		return false
	}
	s, t := &Type{Fold: x, Name: x, Entry: lexicon.Lookup(x)}, &Type{Fold: y, Name: y, Entry: lexicon.Lookup(y)}
	if s.Entry.Known() && t.Entry.Known() {
		return false
	}
	c := context{title: lint.NoForm, before: lint.NoForm, after: lint.NoForm}
	if before {
		c.prev = same
	}
	if behind {
		c.next = same
	}
	return score(features(new(Names), s, t, c, cost)) >= warningScore
}

// aliases pairs rows that differ in words which the table of aliases has as one.
func (a *across) aliases() {
	first := make(map[string]int32)
	for i, words := range a.parts {
		found := false
		key := make([]string, len(words))
		for k, w := range words {
			key[k] = w
			if g, ok := aliases[w]; ok && g.joins(len(words)) {
				key[k], found = "\x00"+strconv.Itoa(g.group), true
			}
		}
		if !found {
			continue
		}
		all := strings.Join(key, " ")
		if j, ok := first[all]; ok {
			a.pairs = append(a.pairs, [2]int32{int32(i), j})
		} else {
			first[all] = int32(i)
		}
	}
}

// apart returns the keys of the pairs that no document has both of.
func (a *across) apart(lists []packedList) (links [][2]string) {
	partners := make(map[string][]int) // indexes into pairs
	for i, pair := range a.pairs {
		for _, row := range pair {
			partners[a.rows[row].key] = append(partners[a.rows[row].key], i)
		}
	}
	seen, together := make([]int, len(a.pairs)), make([]bool, len(a.pairs))
	for i, p := range lists {
		for _, r := range p.unpack().rows {
			for _, k := range partners[r.key] {
				together[k] = together[k] || seen[k] == i+1
				seen[k] = i + 1
			}
		}
	}
	for i, pair := range a.pairs {
		if !together[i] {
			links = append(links, [2]string{a.rows[pair[0]].key, a.rows[pair[1]].key})
		}
	}
	return links
}
