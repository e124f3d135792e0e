package names

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// Folder is the names of the articles of a folder that can be compared with one another: those of several words, and
// spellings of the table of aliases.
//
// A folder has more people of like names than an article, so more is asked than inside one: all other words of the name
// are the same, as in Pavel Sasover and Pavel Sessover, or the table of aliases has the two; and no article has both, for
// there the rules of the article have decided.
var Folder = lint.NewCorpusFact("names of a folder", folderNames, newFolder)

// folder gathers the names of articles. A name takes some tens of bytes for each article that has it.
type folder struct {
	files  []string         // paths, by the number of the file
	number map[string]int32 // of a file, by its path
	byFile map[int32][]int32
	names  []*folderName
	byKey  map[string]int32 // index into names
	chains map[uint64]int32 // 1 + index into links of the last name of a hash
	links  []chainLink
	state  uint32 // how often anything was added or removed
}

// chainLink is a name that has a hash, and the one before it.
type chainLink struct{ name, before int32 }

// folderName is what the articles have of one key.
type folderName struct {
	key       string
	spellings []folderSpelling
	uses      []folderUse
	count     int32         // mentions in all articles
	usual     atomic.Uint64 // what usual returns, with the state that it is true of
}

// folderSpelling is one way in which the name is written, and how often it is.
type folderSpelling struct {
	text  string
	count int32
}

// folderUse is the mentions of a name in one article.
type folderUse struct {
	file, spelling, count int32
	first, end            place32 // of the first in this spelling; it may stand in marked-up text
}

// place32 is a lint.Position, packed.
type place32 struct{ offset, line, column, utf16 int32 }

// articleName is the mentions of a name in one article.
type articleName struct {
	key, spelling string
	count         int32
	first, end    place32
}

// pack packs a position.
func pack(p lint.Position) place32 {
	return place32{int32(p.Offset), int32(p.Line), int32(p.Column), int32(p.UTF16)}
}

// position unpacks it.
func (p place32) position() lint.Position {
	return lint.Position{Offset: int(p.offset), Line: int(p.line), Column: int(p.column), UTF16: int(p.utf16)}
}

// folderNames returns the names of an article that may have other spellings elsewhere.
func folderNames(d *lint.Document) []articleName {
	index := make(map[string]int)
	var out []articleName
	for _, r := range runs.Of(d) {
		i, ok := index[r.key]
		if !ok {
			if !isComparedAcross(r.key) {
				continue
			}
			i = len(out)
			index[r.key] = i
			out = append(out, articleName{
				key: r.key, spelling: strings.Clone(d.Slice(r.Span)),
				first: pack(d.Position(r.Start)), end: pack(d.File.Position(d.Map.SpanToFile(r.Span).End)),
			})
		}
		out[i].count++
	}
	return out
}

// isComparedAcross reports whether a name is compared with those of other articles.
func isComparedAcross(key string) bool {
	words := wordsOfKey(key)
	if len(words) > 1 {
		return true
	}
	a, ok := aliases[words[0]]
	return ok && a.joins(1)
}

// wordsOfKey returns the words of a key without articles.
func wordsOfKey(key string) []string { return strings.Fields(strings.ReplaceAll(key, articleKey, "")) }

func newFolder() *folder {
	return &folder{number: make(map[string]int32), byFile: make(map[int32][]int32), byKey: make(map[string]int32), chains: make(map[uint64]int32)}
}

// Add implements lint.Gatherer.
func (f *folder) Add(path string, names []articleName) {
	f.state++
	file, ok := f.number[path]
	if !ok {
		file = int32(len(f.files))
		f.number[path] = file
		f.files = append(f.files, path)
	}
	for i := range names {
		f.add(file, &names[i])
	}
}

// add adds the mentions of one name in one article.
func (f *folder) add(file int32, n *articleName) {
	k := f.name(n.key)
	name := f.names[k]
	if last := len(name.uses) - 1; last >= 0 && name.uses[last].file == file { // of an earlier section
		u := &name.uses[last]
		u.count += n.count
		name.note(u.spelling, n.count)
		return
	}
	spelling := slices.IndexFunc(name.spellings, func(s folderSpelling) bool { return s.text == n.spelling })
	if spelling < 0 {
		spelling = len(name.spellings)
		name.spellings = append(name.spellings, folderSpelling{text: n.spelling})
	}
	name.uses = append(name.uses, folderUse{file, int32(spelling), n.count, n.first, n.end})
	name.note(int32(spelling), n.count)
	f.byFile[file] = append(f.byFile[file], k)
}

// note counts mentions.
func (n *folderName) note(spelling, count int32) {
	n.count += count
	n.spellings[spelling].count += count
}

// Remove implements lint.Gatherer.
func (f *folder) Remove(path string) {
	file, ok := f.number[path]
	if !ok {
		return
	}
	f.state++
	for _, k := range f.byFile[file] {
		name := f.names[k]
		name.uses = slices.DeleteFunc(name.uses, func(u folderUse) bool {
			if u.file == file {
				name.note(u.spelling, -u.count)
			}
			return u.file == file
		})
	}
	delete(f.byFile, file)
	delete(f.number, path) // its next uses come last
}

// name returns the index of a key, made when it is new.
func (f *folder) name(key string) int32 {
	k, ok := f.byKey[key]
	if !ok {
		k = int32(len(f.names))
		key = strings.Clone(key)
		f.byKey[key] = k
		f.names = append(f.names, &folderName{key: key})
		eachHash(wordsOfKey(key), func(_ int, hash uint64) { f.link(k, hash) })
	}
	return k
}

// link adds a name to those of a hash, unless there are many.
func (f *folder) link(name int32, hash uint64) {
	n := 0
	for i := f.chains[hash]; i > 0; i = f.links[i-1].before {
		n++
	}
	if n < maxBucket {
		f.links = append(f.links, chainLink{name, f.chains[hash]})
		f.chains[hash] = int32(len(f.links))
	}
}

// inAlias is what eachHash gives in place of the index of a word: the names of the hash differ in aliases.
const inAlias = -1

// eachHash calls f with the hashes that a name of these words shares with the names that may be the same, and with the
// index of the word that may differ then.
func eachHash(words []string, f func(word int, hash uint64)) {
	all := make([]string, len(words))
	isAlias := false
	for k, word := range words {
		all[k] = word
		if a, ok := aliases[word]; ok && a.joins(len(words)) {
			all[k], isAlias = "\x00"+strconv.Itoa(a.group), true
		}
	}
	if isAlias {
		f(inAlias, lint.Hash(strings.Join(all, " ")))
	}
	if len(words) < 2 {
		return
	}
	for k, word := range words {
		if len(word) < minSettled(2) || len(word) > maxName || !isPlain(word) {
			continue
		}
		var key spellingKey
		key.read(word)
		f(k, lint.Hash(strings.Join(words[:k], " ")+" \x00"+strconv.Itoa(int(key.skeleton))+" "+strings.Join(words[k+1:], " ")))
	}
}

// others returns the names that are other spellings of a name by their letters, indexes into names, each once.
func (f *folder) others(k int32) (out []int32) {
	words := wordsOfKey(f.names[k].key)
	eachHash(words, func(word int, hash uint64) {
		for i := f.chains[hash]; i > 0; i = f.links[i-1].before {
			j := f.links[i-1].name
			if j == k || slices.Contains(out, j) {
				continue
			}
			if differ(words, wordsOfKey(f.names[j].key), word) {
				out = append(out, j)
			}
		}
	})
	return out
}

// differ reports whether two names differ as the spellings of one name do: in the word at an index, or in aliases.
func differ(a, b []string, word int) bool {
	if len(a) != len(b) {
		return false
	}
	if word != inAlias {
		return mayBeOneAcross(a[word], b[word], word > 0, word+1 < len(a)) && slices.Equal(a[:word], b[:word]) && slices.Equal(a[word+1:], b[word+1:])
	}
	for k := range a {
		x, isAlias := aliases[a[k]]
		y, isToo := aliases[b[k]]
		if a[k] != b[k] && !(isAlias && isToo && x.group == y.group) {
			return false
		}
	}
	return !slices.Equal(a, b)
}

// mayBeOneAcross reports whether two words are likely spellings of one, in names that agree before and behind them.
func mayBeOneAcross(x, y string, before, behind bool) bool {
	limit := max(len(x), len(y)) * maxDistance
	cost := distance(x, y, limit)
	if x == y || cost > limit || isInflection(x, y) || isPart(x, y) || isPinyin(x) && isPinyin(y) || areKnown(x, y) {
		return false
	}
	s, t := &Type{Fold: x, Name: x, Entry: lexicon.Lookup(x)}, &Type{Fold: y, Name: y, Entry: lexicon.Lookup(y)}
	if s.Entry.Known() && t.Entry.Known() || s.Entry.Word() || t.Entry.Word() {
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

// meet reports whether some article has both names.
func (f *folder) meet(a, b int32) bool {
	x, y := f.names[a].uses, f.names[b].uses
	if len(x) > len(y) {
		x, y = y, x
	}
	for i := range x {
		if _, ok := slices.BinarySearchFunc(y, x[i].file, func(u folderUse, file int32) int { return cmp.Compare(u.file, file) }); ok {
			return true
		}
	}
	return false
}

// usual returns the name that other articles write for the key, if it is the one to keep; nil for none. It is safe for
// concurrent use.
func (f *folder) usual(key string) *folderName {
	k, ok := f.byKey[key]
	if !ok {
		return nil
	}
	name := f.names[k]
	if known := name.usual.Load(); uint32(known>>32) == f.state {
		return f.nameAt(int32(uint32(known)))
	}
	best := f.findUsual(k)
	name.usual.Store(uint64(f.state)<<32 | uint64(uint32(best)))
	return f.nameAt(best)
}

// nameAt returns the name of an index, nil for -1.
func (f *folder) nameAt(k int32) *folderName {
	if k < 0 {
		return nil
	}
	return f.names[k]
}

// findUsual returns the index of the name to keep in place of another, -1 for none.
func (f *folder) findUsual(k int32) int32 {
	best := int32(-1)
	if len(f.names[k].uses) == 0 {
		return best
	}
	for _, j := range f.others(k) {
		if len(f.names[j].uses) == 0 || f.meet(j, k) || !isKept(f.names[j], f.names[k]) {
			continue
		}
		if best < 0 || isKept(f.names[j], f.names[best]) {
			best = j
		}
	}
	return best
}

// isKept reports whether the first of two names is the one to keep: that of twice as many articles, else the one whose
// words the word list has, else the more frequent one, else the one that is met first.
func isKept(x, y *folderName) bool {
	m, n := len(x.uses), len(y.uses)
	if m >= 2*n || n >= 2*m {
		return m > n
	}
	return cmp.Or(cmp.Compare(listed(x.key), listed(y.key)), cmp.Compare(m, n), cmp.Compare(x.count, y.count), cmp.Compare(y.uses[0].file, x.uses[0].file)) > 0
}

// listed returns how many words of a key the word list has as names.
func listed(key string) (n int) {
	for _, word := range wordsOfKey(key) {
		if lexicon.Lookup(word).Name() {
			n++
		}
	}
	return n
}

// spelling returns the most frequent spelling of the name, the first of equals.
func (n *folderName) spelling() string {
	best := n.spellings[0]
	for _, s := range n.spellings {
		if s.count > best.count {
			best = s
		}
	}
	return best.text
}

// location returns where an article has the name first.
func (f *folder) location(name *folderName, u *folderUse) lint.Location {
	return lint.Location{Path: f.files[u.file], Start: u.first.position(), End: u.end.position(), Text: name.spellings[u.spelling].text}
}
