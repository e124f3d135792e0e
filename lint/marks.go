package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSingleMark reports whether r is a mark that may be a single quotation mark or an apostrophe.
func isSingleMark(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == '`' || r == '´'
}

// isDoubleQuote reports whether r can only be a quotation mark.
func isDoubleQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‚', '‛', '「', '」', '『', '』', '《', '》', '〈', '〉', '〝', '〞', '＂', '״':
		return true
	}
	return false
}

func isBracket(r rune) bool {
	switch r {
	case '(', ')', '[', ']', '{', '}', '（', '）', '［', '］', '｛', '｝', '【', '】', '〔', '〕':
		return true
	}
	return false
}

// singleMark appends what begins with a single mark at segment i that ends no word: an elided or ayin-initial word, or
// a quotation mark. It returns the index of the segment after it.
func (t *tokenizer) singleMark(i int, r rune) int {
	s := t.segs[i]
	if j := i + 1; j < len(t.segs) && t.segs[j].class == otherSegment && runeAt(t.text, t.segs[j].Start) == r && r != '’' && r != '‘' {
		t.add(Span{s.Start, t.segs[j].End}, Quote) // '' and `` as TeX writes double marks
		return i + 2
	}
	if i+1 < len(t.segs) && t.segs[i+1].class != otherSegment && t.beginsWord(i, r) {
		return t.word(i+1, s.Start)
	}
	if prev := i - 1; prev >= 0 && t.segs[prev].class == digitSegment {
		t.add(s.Span, Symbol) // feet or minutes
		return i + 1
	}
	t.add(s.Span, Quote)
	if i+1 < len(t.segs) && t.segs[i+1].class != otherSegment {
		t.openSingle++
	} else if t.openSingle > 0 {
		t.openSingle--
	}
	return i + 1
}

// beginsWord reports whether the single mark at segment i, which a word follows, is part of that word: ’90s, ’em,
// ‘Abd.
func (t *tokenizer) beginsWord(i int, r rune) bool {
	next := t.segs[i+1]
	word := t.text[next.Start:next.End]
	if i > 0 && t.segs[i-1].class != otherSegment {
		return false
	}
	if r == '\'' || r == '’' {
		if next.class == digitSegment && len(word) <= 3 && isOrdinal(word) || elided[strings.ToLower(word)] {
			return true
		}
	}
	if t.openSingle > 0 || t.singleCloserAfter(t.segs[i].Start) {
		return false
	}
	return r != '´' && strings.IndexByte("AEIOU", word[0]) >= 0
}

// elided holds English words that are written with an apostrophe in front.
var elided = map[string]bool{
	"em": true, "tis": true, "twas": true, "cause": true, "til": true, "till": true, "round": true, "n": true, "bout": true, "cos": true, "cuz": true,
}

// endsWord reports whether the single mark at segment j, right behind a word, belongs to the word: a possessive, a
// final ayin or hamza. Otherwise it closes a quotation.
func (t *tokenizer) endsWord(j int, r rune) bool {
	s, prev := t.segs[j], t.segs[j-1]
	if j+1 < len(t.segs) && (t.segs[j+1].class != otherSegment || t.text[t.segs[j+1].Start] == t.text[s.Start]) {
		return false
	}
	if prev.class == digitSegment {
		return false
	}
	if t.openSingle > 0 {
		return r == '’' && t.text[s.Start-1] == 's' && followedByLower(t.text[s.End:]) && t.singleCloserAfter(s.Start)
	}
	if r == '‘' || r == '`' || r == '´' {
		return unicode.IsUpper(runeAt(t.text, prev.Start))
	}
	return true
}

// followedByLower reports whether s goes on with a space and a lower-case letter.
func followedByLower(s string) bool {
	return len(s) > 1 && s[0] == ' ' && s[1] >= 'a' && s[1] <= 'z'
}

// singleCloserAfter reports whether a mark of the block behind offset could close a single quotation: something other
// than space before it, and no letter or digit behind it.
func (t *tokenizer) singleCloserAfter(offset int) bool {
	if !t.searched {
		t.lastCloser, t.searched = lastSingleCloser(t.text[:t.span.End], t.span.Start), true
	}
	return t.lastCloser > offset
}

// lastSingleCloser returns the offset of the last such mark of text at or behind from, or -1.
func lastSingleCloser(text string, from int) int {
	for i := len(text) - 1; i > from; i-- {
		if c := text[i]; c != '\'' && c != "’"[0] || !isSingleMark(runeAt(text, i)) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after := ' '
		if _, n := utf8.DecodeRuneInString(text[i:]); i+n < len(text) {
			after = runeAt(text, i+n)
		}
		if !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			return i
		}
	}
	return -1
}

// trimMarks returns the span without the quotation marks, brackets and stops at its ends.
func trimMarks(text string, s Span) Span {
	const openers, closers = "([{<\"'“‘«„", ".,;:!?)]}>\"'”’»…"
	core := strings.TrimLeft(text[s.Start:s.End], openers)
	start := s.End - len(core)
	return Span{start, start + len(strings.TrimRight(core, closers))}
}

// isCode reports whether a stretch without white space is an address, a handle, a file name or an identifier.
func isCode(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch {
	case strings.Contains(s, "://"), strings.HasPrefix(s, "www."):
		return true
	case s[0] == '@' || s[0] == '#':
		return isASCIILetter(s[1]) || s[1] >= utf8.RuneSelf
	case strings.IndexByte(s, '@') > 0:
		return strings.LastIndexByte(s, '.') > strings.IndexByte(s, '@')
	case strings.IndexByte(s, '_') > 0:
		return isASCII(s)
	}
	return isDomain(s)
}

// isDomain reports whether s is a host name with an optional path, or a file name, by its last label.
func isDomain(s string) bool {
	host := s
	if i := strings.IndexByte(s, '/'); i >= 0 {
		host = s[:i]
	}
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || !lastLabels[strings.ToLower(host[dot+1:])] {
		return false
	}
	for i := 0; i < len(host); i++ {
		if c := host[i]; !isASCIILetter(c) && !isASCIIDigit(c) && c != '-' && c != '.' {
			return false
		}
	}
	// "he.Is" is a lost space, not a host: an address has no capital behind its last dot unless it is all capital.
	label := host[dot+1:]
	return !(isASCIIUpper(label[0]) && label[1:] != strings.ToUpper(label[1:]))
}

// lastLabels holds top-level domains and file name extensions that are met in articles and are no English words behind
// a lost space ("it", "is" and "me" are).
var lastLabels = labelSet("com org net edu gov mil int info biz io ai tv uk ca au nz ie za eu de fr nl ch se dk fi pl cz sk hu ro bg gr ru ua kz uz ge az " +
	"tr il ir iq sy jo lb sa ae qa kw om ye eg ma tn dz ly sd cn jp kr tw hk sg th vn ph pk bd np br ar mx cl pe es pt " +
	"html htm php asp aspx jsp xml json txt pdf doc docx xls xlsx csv zip jpg jpeg png gif svg webp mp3 mp4 avi exe apk js py co news blog app dev online site")

func labelSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func isASCII(s string) bool {
	for ; len(s) >= chunkLen; s = s[chunkLen:] {
		if chunk(s)&highBits != 0 {
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
