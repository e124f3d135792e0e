package repetition

import (
	"fmt"
	"math/bits"
	"slices"

	"mtlint/lint"
)

// NearDuplicate reports a passage of twelve different words or more that an earlier paragraph has word for word.
//
// The engine renders an agency's standing phrase alike each time, and pages are stored with their lead or a paragraph
// twice. Writers repeat themselves less exactly. Quoted refrains, headings taken from the text and standing remarks are
// right, so this is for a person to look at.
//
// There is no fix.
//
// bad: The mayor said the new bridge over the river would open to traffic before the end of the summer. ¶ Residents doubt it. ¶ On Friday the council repeated that the new bridge over the river would open to traffic before the end of the summer.
// good: The mayor said the new bridge would open before the end of the summer. ¶ On Friday the council repeated that the bridge would open in August.
//
// Measured on machine-translated news: 0.93 hits per 10,000 words, on clean English news 0.2, on records and manuals 1.6;
// 39 read, all word for word, 30 of which an editor would shorten.
var NearDuplicate = &lint.Rule{
	Name:     "repetition/near-duplicate",
	Severity: lint.Info,
	MQM:      "Style/Awkward",
	Run: func(p *lint.Pass) {
		for rows := rowsOf(p.Document); len(rows) > 0; {
			n := sectionLen(rows)
			if rows[0].block != rows[n-1].block {
				reportRepeats(p, rows[:n])
			}
			rows = rows[n:]
		}
	},
}

// sectionLen returns how many of the rows, at least one, lie within maxSection tokens of the first.
func sectionLen(rows []row) int {
	n := 1
	for n < len(rows) && rows[n].To-rows[0].From <= maxSection {
		n++
	}
	return n
}

// maxSection is how many tokens of a text are compared with each other: no article has as many, and what they take stays
// in the near memory.
const maxSection = 1 << 15

func reportRepeats(p *lint.Pass, rows []row) {
	for _, r := range longRepeats(p.Document, parted(p.Document, rows)) {
		if isQuoted(p.Document, r.earlier) || isQuoted(p.Document, r.later) || isTitle(p.Document, r.later, r.words) || isPoor(p.Document, r.later) {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    p.Span(r.later),
			Message: fmt.Sprintf("%d words stand in an earlier paragraph too", r.words),
			Related: []lint.Related{{Span: p.Span(r.earlier), Message: "the same words are here"}},
		})
	}
}

// isQuoted reports whether a quotation mark stands right before the passage or inside it.
func isQuoted(d *lint.Document, r lint.Range) bool {
	for i := max(r.From-1, 0); i < r.To; i++ {
		if d.Tokens[i].Kind == lint.Quote {
			return true
		}
	}
	return false
}

// isTitle reports whether a third of the words of the passage are capitalised: an office, a treaty, a firm.
func isTitle(d *lint.Document, r lint.Range, words int) bool {
	capitals := 0
	for i := r.From; i < r.To; i++ {
		if c := d.Tokens[i].Case; c == lint.Title || c == lint.Upper || c == lint.Mixed {
			capitals++
		}
	}
	return 3*capitals > words
}

// isPoor reports whether the passage has fewer than minRepeat different words: a slogan, a loop.
func isPoor(d *lint.Document, r lint.Range) bool {
	different := make([]lint.FormID, 0, minRepeat)
	for i := r.From; i < r.To && len(different) < minRepeat; i++ {
		if f := d.Tokens[i].Form; f != lint.NoForm && !slices.Contains(different, f) {
			different = append(different, f)
		}
	}
	return len(different) < minRepeat
}

const (
	minRepeat = 12 // words of a passage
	// gram is the length of the runs of words that are compared first. Runs are kept at every gram-th word, so a
	// passage of 2*gram-1 words holds one that is kept.
	gram = 6
)

// repeat is a passage that stands in two paragraphs.
type repeat struct {
	earlier, later lint.Range
	words          int
}

// word is one word of a document in a row without marks.
type word struct {
	token int32
	row   int32
	place int32  // how many words of the text stand before it
	id    uint32 // equal for equal words, case aside
}

// row is a stretch of a block that may hold words that stand again.
type row struct {
	lint.Range
	block int
}

// rowsOf returns the rows of minRepeat tokens or more whose words all occur twice or more in the document; few articles
// have any.
func rowsOf(d *lint.Document) []row {
	var rows []row
	once := onceOf.Of(d)
	for n, b := range d.Blocks {
		for from := b.From; from < b.To; {
			to := b.To
			if len(once) > 0 && int(once[0]) < to {
				to, once = int(once[0]), once[1:]
			}
			if to-from >= minRepeat && b.Kind != lint.Heading && !b.Kind.IsAside() { // they are made of the text
				rows = append(rows, row{lint.Range{From: from, To: to}, n})
			}
			from = to + 1
		}
	}
	return rows
}

// parted parts the rows between two words that stand so in one place only, numbers being equal, and returns those of
// minRepeat tokens or more that are left.
func parted(d *lint.Document, rows []row) []row {
	tokens := 0
	for _, r := range rows {
		tokens += r.To - r.From
	}
	pairs := make([]uint8, 1<<bits.Len(uint(4*tokens))) // by hash: 0 for no pair, 1 for one, more for several
	hashes := make([]uint32, tokens)                    // by token of the rows, of the pair that ends there; 0 for none
	rest := hashes
	for _, r := range rows {
		hashPairs(d.Tokens[r.From:r.To], rest, pairs)
		rest = rest[r.To-r.From:]
	}
	pairs[0] = 0
	var out []row
	for _, r := range rows {
		for from, end := r.From, 0; r.To-from >= minRepeat; from = end {
			end = lastAlone(hashes[from-r.From+1:][:minRepeat-1], pairs)
			if end > 0 {
				end += from
				continue
			}
			for end = from + minRepeat; end < r.To && pairs[hashes[end-r.From]] != 1; end++ {
			}
			out = append(out, row{lint.Range{From: from, To: end}, r.block})
		}
		hashes = hashes[r.To-r.From:]
	}
	return out
}

// hashPairs notes the pairs of words of a row and their hashes.
func hashPairs(row []lint.Token, hashes []uint32, pairs []uint8) {
	hashes, mask := hashes[:len(row)], uint32(len(pairs)-1)
	before := uint32(0)
	for k := range row {
		if t := &row[k]; t.Form != lint.NoForm {
			word := uint32(t.Form+1) * 2654435761
			hash := (before ^ word) >> 8 & mask
			hashes[k] = hash
			pair := &pairs[hash]
			*pair = *pair<<1 | 1
			before = bits.RotateLeft32(word, 15)
		} else if t.Kind == lint.Number || t.Kind == lint.Code {
			before = 0
		}
	}
}

// lastAlone returns 1 + the index of the last of the pairs that stands in one place only, 0 where there is none.
func lastAlone(hashes []uint32, pairs []uint8) int {
	for k := len(hashes) - 1; k >= 0; k-- {
		if pairs[hashes[k]] == 1 {
			return k + 1
		}
	}
	return 0
}

// longRepeats returns the passages of minRepeat words or more of the rows that an earlier block holds, in order and not
// overlapping. The time is linear in the length of the document.
func longRepeats(d *lint.Document, rows []row) []repeat {
	words := wordsOf(d, rows)
	table := newGramTable(len(words) / gram)
	var out []repeat
	past := 0 // first word not yet part of a passage
	hash := uint32(0)
	for i := range words {
		hash = hash*base + words[i].id
		if i >= gram {
			hash -= words[i-gram].id * basePower
		}
		first := i - gram + 1
		if first < 0 || words[first].row != words[i].row {
			continue
		}
		if first >= past {
			if q, ok := table.lookup(hash); ok && rows[words[q].row].block != rows[words[first].row].block {
				if a, b, n := extend(words, q, first, past); n >= minRepeat {
					out = append(out, repeat{rangeOf(words, a, n), rangeOf(words, b, n), n})
					past = b + n
				}
			}
		}
		if words[first].place%gram == 0 {
			table.insert(hash, first)
		}
	}
	return out
}

// base is the factor of the rolling hash, basePower base to the power gram.
const base = uint32(0x01000193)

var basePower = func() uint32 {
	power := uint32(1)
	for range gram {
		power *= base
	}
	return power
}()

func rangeOf(words []word, at, n int) lint.Range {
	return lint.Range{From: int(words[at].token), To: int(words[at+n-1].token) + 1}
}

// extend returns the longest equal passages around the words a and b, each within its row, that of b not before word
// past, and their length.
func extend(words []word, a, b, past int) (from, to, n int) {
	same := func(i, j int) bool { return words[i].id == words[j].id }
	end := 0
	for b+end < len(words) && words[a+end].row == words[a].row && words[b+end].row == words[b].row && same(a+end, b+end) {
		end++
	}
	start := 0
	for a-start > 0 && b-start > past && words[a-start-1].row == words[a].row && words[b-start-1].row == words[b].row && same(a-start-1, b-start-1) {
		start++
	}
	return a - start, b - start, start + end
}

// wordsOf returns the words and numbers of the rows.
func wordsOf(d *lint.Document, rows []row) []word {
	tokens := 0
	for _, r := range rows {
		tokens += r.To - r.From
	}
	out := make([]word, 0, tokens)
	block, marks, headings := 0, 0, 0 // marks and words of headings that stand before the row
	blocks := passagesOf.Of(d).blocks
	for n, r := range rows {
		for ; block < r.block; block++ {
			if d.Blocks[block].Kind == lint.Heading {
				headings += blocks[block].words
			}
		}
		for marks < len(d.Marks) && int(d.Marks[marks]) < r.From {
			marks++
		}
		at := int32(r.From - marks - headings)
		for i := r.From; i < r.To; i++ {
			if id := wordID(d, i); id != 0 {
				out = append(out, word{int32(i), int32(n), at, uint32(id) * 2654435761})
				at++
			}
		}
	}
	return out
}

// hashText is FNV-1a.
func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// gramTable keeps the first place of every run of words by its hash.
type gramTable struct {
	slots []gramSlot
}

type gramSlot struct {
	hash uint32
	at   int32 // 1 + the index of its first word; 0 is empty
}

func newGramTable(n int) *gramTable {
	size := 64
	for size < 4*n {
		size *= 2
	}
	return &gramTable{make([]gramSlot, size)}
}

func (t *gramTable) slot(hash uint32) *gramSlot {
	mask := len(t.slots) - 1
	i := int(hash^hash>>15) & mask
	for t.slots[i].at != 0 && t.slots[i].hash != hash {
		i = (i + 1) & mask
	}
	return &t.slots[i]
}

func (t *gramTable) lookup(hash uint32) (int, bool) {
	s := t.slot(hash)
	return int(s.at) - 1, s.at != 0
}

func (t *gramTable) insert(hash uint32, at int) {
	if s := t.slot(hash); s.at == 0 {
		*s = gramSlot{hash, int32(at) + 1}
	}
}
