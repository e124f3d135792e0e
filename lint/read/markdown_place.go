package read

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"mtlint/lint"
)

// markdownPlacer writes edits of a document's text into Markdown. Whether characters are markup depends on so much around
// them that each edit is tried: the unit that it lies in is read again with the edit made.
type markdownPlacer struct {
	placer
	units []unit

	mu          sync.Mutex     // guards what follows
	definitions string         // of the whole file; empty as long as no edit was tried
	labels      map[string]int // of its notes
	left        int            // bytes that may still be read for trying
	last        int            // the unit that was tried last
	before      readUnit       // and what it is without an edit
}

// The lengths in bytes of the longest unit that edits are tried in, and of what is read for that: as many times the text,
// and so much more. They bound the time that a file with thousands of findings in one paragraph takes.
const (
	maxUnit    = 1 << 14
	triesTimes = 20
	triesMore  = 1 << 20
)

// place is what lint.Document.Place is to be.
func (p *markdownPlacer) place(e lint.Edit) ([]lint.Edit, bool) {
	block := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].End >= e.End })
	n := sort.Search(len(p.units), func(i int) bool { return p.units[i].last > block })
	if n == len(p.units) || p.units[n].Len() > maxUnit {
		return nil, false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	u := p.trial(n)
	content := p.document.File.Content[u.Start:u.End]
	if p.definitions == "" {
		p.labels = noteLabels(p.document.File.Content)
		p.definitions = definitions(p.document.File.Content, p.labels)
		p.left = triesTimes*len(p.document.Text) + triesMore
		p.last = -1
	}
	if p.last != n {
		p.last, p.before = n, p.readAlone(content)
	}
	start := p.blocks[u.first].Start
	if p.before.text != p.document.Text[start:p.blocks[u.last-1].End] || e.Start < start {
		return nil, false
	}
	wanted := strings.Fields(p.before.text[:e.Start-start] + e.Text + p.before.text[e.End-start:])
	for _, write := range markdownEscapes {
		tried := p.placer
		tried.escape = write
		edits, ok := tried.place(e)
		if !ok || p.left <= 0 {
			continue
		}
		edited := applyAt(content, u.Start, edits)
		if definitions(edited, p.labels) == definitions(content, p.labels) && p.before.becomes(p.readAlone(edited), wanted) {
			return edits, true
		}
	}
	return nil, false
}

// trial returns unit n with those round it that tell how it is read, and what is between them, where that is short: how an
// item of a list begins says whether it goes on with the paragraph before, and which of the lines behind it belong to it; an
// expression of MDX may reach over several units.
func (p *markdownPlacer) trial(n int) unit {
	reach := 1
	if isMDX(p.document.File.Path) {
		reach = maxExpression
	}
	u := p.units[n]
	start, end := u.Start, u.End
	for k := n - 1; start-u.Start < reach && u.Start > 0; k-- {
		before := unit{first: u.first} // what stands before all units
		if k >= 0 {
			before = p.units[k]
		}
		if u.End-before.Start > maxUnit {
			break
		}
		u.Start, u.first = before.Start, before.first
	}
	content := len(p.document.File.Content)
	for k := n + 1; u.End-end < reach && u.End < content; k++ {
		behind := unit{Span: lint.Span{End: content}, last: u.last}
		if k < len(p.units) {
			behind = p.units[k]
		}
		if behind.End-u.Start > maxUnit {
			break
		}
		u.End, u.last = behind.End, behind.last
	}
	return u
}

// applyAt returns content, which begins at the offset of the file, with the edits made.
func applyAt(content string, offset int, edits []lint.Edit) string {
	shifted := make([]lint.Edit, len(edits))
	for i, e := range edits {
		shifted[i] = lint.Edit{Span: lint.Span{Start: e.Start - offset, End: e.End - offset}, Text: e.Text}
	}
	return lint.Fix{Edits: shifted}.Apply(content)
}

// readUnit is a unit as it is read.
type readUnit struct {
	text            string
	blocks, inlines int
}

// becomes reports whether the unit has after an edit the words wanted, in as many blocks and stretches as before.
func (u readUnit) becomes(after readUnit, words []string) bool {
	return after.blocks == u.blocks && after.inlines == u.inlines && slices.Equal(strings.Fields(after.text), words)
}

// readAlone reads a unit that has the content.
func (p *markdownPlacer) readAlone(content string) readUnit {
	p.left -= len(content)
	d := p.document
	f := newFlow(&lint.File{Path: d.File.Path, Content: content}, d.Lang, markdownText)
	f.jsx, f.definitions = true, p.definitions
	m := &markdownReader{flow: f}
	m.read(m.frontMatter(), len(content))
	f.endBlock()
	return readUnit{f.text.String(), len(f.blocks), len(f.inlines)}
}

// markdownEscapes are the ways to write text into Markdown and front matter, the plainest first.
var markdownEscapes = []func(*lint.File, int, lint.Span, string) (string, bool){
	escapeWith(func(rune) string { return "" }),
	escapeWith(func(r rune) string {
		if r < utf8.RuneSelf && isASCIIPunct(byte(r)) && strings.ContainsRune("\\`*_{}[]<>#+-.)!|~$&\"':", r) {
			return `\`
		}
		return ""
	}),
	escapeWith(func(r rune) string {
		if r == '"' || r == '\\' {
			return `\`
		}
		return ""
	}),
	escapeWith(func(r rune) string {
		if r == '\'' {
			return "'"
		}
		return ""
	}),
}

// escapeWith returns what writes text with a prefix before some characters.
func escapeWith(prefix func(rune) string) func(*lint.File, int, lint.Span, string) (string, bool) {
	return func(file *lint.File, _ int, _ lint.Span, text string) (string, bool) {
		var b strings.Builder
		for _, r := range text {
			if r >= utf8.RuneSelf && !canWrite(file, r) {
				b.WriteString(reference(r))
				continue
			}
			b.WriteString(prefix(r))
			b.WriteRune(r)
		}
		return b.String(), true
	}
}

// maxDefinitions is the length in bytes of the definitions that a section is read with.
const maxDefinitions = 1 << 16

// definitions returns the definitions of links in a Markdown file, and what makes its notes known: a mention and a note of
// each label that stands in the file twice. A file with very many has to do without.
func definitions(content string, labels map[string]int) string {
	var links, notes strings.Builder
	for at := 0; at < len(content) && links.Len()+notes.Len() < maxDefinitions; {
		n := strings.Index(content[at:], "]:")
		if n < 0 {
			break
		}
		at += n + len("]:")
		start := strings.LastIndexByte(content[max(at-1000, 0):at], '\n') + 1 + max(at-1000, 0)
		end, _ := lineEnd(content, at, true)
		at = end
		line := strings.TrimLeft(content[start:end], " \t>")
		if strings.ContainsAny(line, "{}") {
			continue // it would end an expression of MDX that nothing ends
		}
		switch {
		case strings.HasPrefix(line, "[^"):
			label := line[:strings.IndexByte(line, ':')]
			if labels[label] < 2 {
				continue
			}
			notes.WriteString("\n\n" + label + "\n\n" + label + ": x\n")
		case strings.HasPrefix(line, "["):
			links.WriteString("\n\n" + line + "\n")
		}
	}
	if links.Len()+notes.Len() >= maxDefinitions {
		return "\n"
	}
	return "\n\n" + links.String() + notes.String()
}

// noteLabels returns how often each label of a note stands in a Markdown file, its definition included.
func noteLabels(content string) map[string]int {
	labels := make(map[string]int)
	for {
		n := strings.Index(content, "[^")
		if n < 0 {
			return labels
		}
		content = content[n:]
		end := strings.IndexAny(content, "]\n")
		if end < 0 {
			return labels
		}
		labels[content[:end+1]]++
		content = content[end:]
	}
}

// The lengths in bytes of what is given to the parser at once, whose time grows faster than the length of a paragraph.
const (
	maxParse     = 1 << 17
	maxParagraph = 1 << 14
)

// markdownCut returns where the stretch of a Markdown file that begins at from and is parsed at once ends: before a line
// behind a blank one that goes on with nothing before it, or within a paragraph that is longer than any.
func markdownCut(content string, from int) int {
	var c fences
	paragraph := from
	for at := from; at < len(content); {
		end, next := lineEnd(content, at, false)
		line := content[at:end]
		switch {
		case c.inside():
			paragraph = at
		case at > from+maxParse && c.blank && isFreshLine(line):
			return at
		case c.blank:
			paragraph = at
		case end-paragraph > maxParagraph && at > paragraph:
			return at
		case end-at > maxParagraph:
			if n := strings.LastIndexAny(content[at:at+maxParagraph], " \t"); n > 0 {
				return at + n
			}
			return runeStart(content, at+maxParagraph)
		}
		c.line(line)
		at = next
	}
	return len(content)
}

// isFreshLine reports whether a line behind a blank one begins a block that belongs to none before.
func isFreshLine(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return r == '#' || r >= utf8.RuneSelf || isLetter(byte(r))
}

// fences follows the lines of Markdown through the blocks that blank lines do not end.
type fences struct {
	blank  bool   // the last line is blank
	fence  string // the fence that the code is in, empty for none
	closer string // what ends the HTML that the line is in, empty for none
}

func (f *fences) inside() bool { return f.fence != "" || f.closer != "" }

func (f *fences) line(line string) {
	text := strings.TrimSpace(line)
	f.blank = text == ""
	switch {
	case f.closer != "":
		if strings.Contains(line, f.closer) {
			f.closer = ""
		}
	case f.fence != "":
		if strings.HasPrefix(text, f.fence) && strings.Trim(text, f.fence[:1]) == "" {
			f.fence = ""
		}
	case strings.HasPrefix(text, "```"), strings.HasPrefix(text, "~~~"):
		f.fence = text[:len(text)-len(strings.TrimLeft(text, text[:1]))]
	case strings.HasPrefix(text, "<"):
		f.html(text)
	}
}

// html begins the HTML that a line begins with, where blank lines do not end it.
func (f *fences) html(text string) {
	for _, pair := range [...][2]string{{"<!--", "-->"}, {"<pre", "</pre>"}, {"<script", "</script>"}, {"<style", "</style>"}, {"<textarea", "</textarea>"}} {
		if strings.HasPrefix(text, pair[0]) && !strings.Contains(text, pair[1]) {
			f.closer = pair[1]
		}
	}
}
