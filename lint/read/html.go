package read

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"mtlint/lint"
)

// HTML makes a document of the prose in a page of HTML, or of a part of one. Elements that browsers lay out as blocks are
// blocks; scripts, styles, preformatted and hidden text are none; code stands as an Object in its sentence, and so do
// words in another language or that are not to be translated. The titles, descriptions and labels in attributes are
// blocks of their own, behind the block that they stand in. Without a language it is what the page says, or English. A
// page longer than any article is read in sections.
func HTML(file *lint.File, lang language.Tag) *lint.Document {
	d := newFlow(file, lang, htmlText).pageSection()
	if d.Rest != nil && strings.Contains(file.Content, lint.DirectiveName) {
		for s := d; s.Rest != nil; {
			s, _ = s.Rest() // for its comments: a directive may be about the whole file
		}
	}
	return d
}

// looksLikeHTML reports whether a stream that starts so is HTML.
func looksLikeHTML(start string) bool {
	start = strings.TrimLeft(start, " \t\r\n")
	if len(start) > 1<<9 {
		start = start[:1<<9]
	}
	start = strings.ToLower(start)
	if strings.HasPrefix(start, "<?xml") {
		return strings.Contains(start, "<html")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<div", "<article", "<section", "<p>", "<p ", "<h1", "<table"} {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}

// pageSection reads the next section of a page.
func (f *flow) pageSection() *lint.Document {
	f.limit = f.sectionEnd()
	for f.at < len(f.content) && (f.at < f.limit || f.writing) {
		f.html(len(f.content))
	}
	if f.at == len(f.content) {
		f.closeTo(0, f.at, f.at)
	}
	d := f.document()
	p := &placer{document: d, blocks: f.blocks, escape: escapeHTML(f.quotes)}
	d.Place = p.place
	if f.at < len(f.content) {
		rest := f.copy()
		d.Rest = func() (*lint.Document, error) { return rest.copy().pageSection(), nil }
	}
	return d
}

// sectionEnd returns where the section that begins here may end: at an equal part of what is left, so that none is short.
func (f *flow) sectionEnd() int {
	left := len(f.content) - f.at
	return f.at + left/max((left+maxSection-1)/maxSection, 1)
}

// html reads the next text or markup of HTML that ends before to.
func (f *flow) html(to int) {
	if f.raw != "" {
		f.rawText(to)
		return
	}
	end := min(to, f.at+maxPiece+1)
	if f.isMDX() {
		if f.content[f.at] == '{' && f.expression(to) {
			return
		}
		if n := strings.IndexByte(f.content[f.at+1:end], '{'); n >= 0 {
			end = f.at + 1 + n
		}
	}
	if n := strings.IndexByte(f.content[f.at:end], '<'); n > 0 {
		end = f.at + n
	} else if n == 0 {
		if m, ok := markupAt(f.content, f.at, to, f.jsx); ok {
			f.at = m.End
			f.markup(m)
			return
		}
		end = f.at + 1
	}
	f.page(end)
}

// expression reads an expression of MDX, which stands in braces and ends before to, and reports whether there is one.
func (f *flow) expression(to int) bool {
	end := closingBrace(f.content, f.at, min(to, f.at+maxExpression))
	if end == 0 {
		return false
	}
	f.opaque(lint.Span{Start: f.at, End: end}, f.content[f.at+1] != '/')
	f.at = end
	return true
}

// opaque reads what is no prose: a comment, or what is shown as one thing in its sentence.
func (f *flow) opaque(s lint.Span, shown bool) {
	if shown && f.isShown() {
		f.addObject(s)
	}
	f.comment(s)
}

// page reads text up to end, or a piece of it where it is long.
func (f *flow) page(end int) {
	end = pieceEnd(f.content, f.at, end)
	f.prose(f.at, end)
	f.at = end
	if f.writing && f.text.Len()-f.first > maxSection/2 {
		f.endBlock()
	}
}

// pieceEnd returns where a piece of the text between from and to ends that is not long: before white space where there is
// some, and never within a character or a reference.
func pieceEnd(content string, from, to int) int {
	if to-from <= maxPiece {
		return to
	}
	to = from + maxPiece
	if n := strings.LastIndexAny(content[from:to], " \n\t"); n > 0 {
		return from + n
	}
	if n := strings.LastIndexByte(content[to-maxEntity:to], '&'); n >= 0 {
		return to - maxEntity + n
	}
	return runeStart(content, to)
}

// maxPiece is the length in bytes of the longest piece of text that is read at once.
const maxPiece = 1 << 16

// rawText reads the content of an element that has no tags in it.
func (f *flow) rawText(to int) {
	if f.rawSeen < to {
		f.rawSeen = to
		f.rawStop = rawEnd(f.content, f.at, to, f.raw)
	}
	if !f.isShown() {
		f.at = f.rawStop
	} else if f.at < f.rawStop {
		f.page(f.rawStop)
	}
	if f.at == f.rawStop && f.at < to {
		f.raw = ""
	}
}

// rawEnd returns where the end tag of the name begins from i on, or to.
func rawEnd(content string, i, to int, name string) int {
	for i < to {
		n := strings.Index(content[i:to], "</")
		if n < 0 {
			break
		}
		i += n
		behind := i + len("</") + len(name)
		if behind < to && strings.EqualFold(content[i+len("</"):behind], name) && (isSpace(content[behind]) || content[behind] == '/' || content[behind] == '>') {
			return i
		}
		i += len("</")
	}
	return to
}

// markup does what markup does to the text.
func (f *flow) markup(m markup) {
	switch {
	case m.name == "":
		f.comment(m.Span)
	case m.closes:
		f.endTag(m)
	default:
		f.startTag(m)
	}
}

// comment keeps a comment that holds a directive, of HTML or of MDX.
func (f *flow) comment(s lint.Span) {
	for _, marks := range [...][2]string{{"<!--", "-->"}, {"{/*", "*/}"}} {
		inner, opens := strings.CutPrefix(f.value(s), marks[0])
		inner, closes := strings.CutSuffix(inner, marks[1])
		if !opens || !closes || !lint.IsDirective(inner) {
			continue
		}
		all := f.file.Comments
		i, known := slices.BinarySearchFunc(all, s.Start, func(c lint.Comment, start int) int { return c.Start - start })
		if !known { // notes of Markdown are read behind the text
			f.file.Comments = slices.Insert(all, i, lint.Comment{Span: s, Text: lint.Span{Start: s.Start + len(marks[0]), End: s.End - len(marks[1])}})
		}
	}
}

// startTag opens an element.
func (f *flow) startTag(m markup) {
	r := roleOf(m.name)
	if r.layout == ownBlock {
		f.closeImplied(m.name, m.Start)
	}
	if top := f.top(); top.hidden || top.object {
		r.layout = inSentence
	}
	if r.layout == ownBlock {
		f.endBlock()
	}
	e := f.element(m, r)
	if !e.hidden {
		f.addLabels(m, e)
	}
	if r.layout == lineBreak {
		f.breakLine(m.Span)
	}
	if r.empty || m.single && (!r.raw || f.isXML()) {
		return
	}
	if r.raw {
		f.raw, f.rawSeen = m.name, 0
	}
	if len(f.open) < maxDepth {
		f.push(e)
	}
}

// isXML reports whether the file says of itself that it is XML, where every element may be empty.
func (f *flow) isXML() bool { return strings.HasPrefix(f.content, "<?xml") }

// push opens an element.
func (f *flow) push(e element) {
	if e.layout == setOff {
		f.unstarted++
	}
	if e.object && !f.top().object {
		f.hasObject = false
	}
	if e.name == "p" {
		f.paragraphs++
	}
	f.open = append(f.open, e)
}

// element returns the element that a start tag opens here.
func (f *flow) element(m markup, r role) element {
	e := f.top()
	inCell := e.kind == lint.Cell && m.name == "p"
	e.name, e.role, e.at, e.place = m.name, r, m.Start, -1
	if r.setsKind || inCell {
		e.kind = r.kind
	}
	if e.hidden || e.object {
		return e
	}
	a := &m.attrs
	e.hidden = a.hidden || r.shown == notShown || f.is(a.ariaHidden, "true")
	other := f.isOther(m, e.other)
	if r.layout == ownBlock || f.top().other {
		e.other = other
	} else {
		e.object = other || r.shown == asObject
	}
	return e
}

// isOther reports whether the content of a tag's element is not to be linted: it is in another language than the
// document, or nobody translated it. Without a word of that it is as around it.
func (f *flow) isOther(m markup, around bool) bool {
	a := &m.attrs
	switch {
	case f.is(a.translate, "no"):
		return true
	case a.lang.Len() > 0 && (m.name == "html" || m.name == "body") && f.setLang(f.value(a.lang)):
		return false
	case a.lang.Len() > 0:
		return f.isForeign(f.value(a.lang))
	case f.is(a.translate, "yes"):
		return false
	}
	return around
}

// value returns the value of an attribute.
func (f *flow) value(s lint.Span) string { return f.content[s.Start:s.End] }

// is reports whether an attribute has the value.
func (f *flow) is(s lint.Span, value string) bool { return strings.EqualFold(f.value(s), value) }

// setLang takes what the file says of its language for that of the document, and reports whether that decides.
func (f *flow) setLang(value string) bool {
	if f.fixed {
		return true
	}
	tag, err := language.Parse(value)
	if f.lang != language.Und || err != nil {
		return false
	}
	f.lang = tag
	return true
}

// isForeign reports whether the value of an attribute names another language than that of the document.
func (f *flow) isForeign(value string) bool {
	other, known := f.foreign[value]
	if known {
		return other
	}
	tag, err := language.Parse(value)
	if err == nil && tag != language.Und {
		here, _ := tag.Base()
		own, _ := f.language().Base()
		other = here != own
	}
	if len(f.foreign) < 1000 {
		f.foreign[value] = other
	}
	return other
}

// addLabels adds the texts in the attributes of a tag.
func (f *flow) addLabels(m markup, e element) {
	if e.other || e.object && e.shown != asObject {
		return
	}
	a := &m.attrs
	if m.name == "meta" {
		if kind, ok := metaKind(f.value(a.name) + f.value(a.property)); ok {
			f.addLabel(a.content, kind)
		}
		return
	}
	for _, value := range [...]lint.Span{a.alt, a.title, a.ariaLabel, a.placeholder} {
		f.addLabel(value, lint.Label)
	}
}

// metaKind returns what the content of a meta element of that name is, and whether it is prose.
func metaKind(name string) (lint.BlockKind, bool) {
	switch strings.ToLower(name) {
	case "description", "og:description", "twitter:description":
		return lint.Summary, true
	case "og:title", "twitter:title":
		return lint.Headline, true
	}
	return 0, false
}

// endTag closes an element.
func (f *flow) endTag(m markup) {
	r := roleOf(m.name)
	for i := len(f.open) - 1; i >= 0; i-- {
		e := &f.open[i]
		switch {
		case e.name == m.name:
			f.closeTo(i, m.Start, m.End)
			return
		case e.layout != ownBlock:
		case r.layout != ownBlock && r.layout != inSentence && !e.object:
			f.endBehind(m.name, i)
			return
		case r.layout != ownBlock, isTablePart(e.name) && !isTablePart(m.name):
			return
		}
	}
	if r.layout == ownBlock && f.isShown() {
		f.endBlock() // </p> alone is an empty paragraph
	}
}

// endBehind ends the stretch that is set off by the element of the name below the i-th, blocks of which go on.
func (f *flow) endBehind(name string, i int) {
	for ; i >= 0; i-- {
		if f.open[i].name == name && f.open[i].layout == setOff {
			f.endInline(&f.open[i])
			f.open = slices.Delete(f.open, i, i+1)
			return
		}
	}
}

func isTablePart(name string) bool {
	switch name {
	case "caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr":
		return true
	}
	return false
}

// closeTo closes the elements from the n-th on, the innermost first. Its end tag, which is empty where it has none,
// begins at one place of the file and ends at another.
func (f *flow) closeTo(n, at, behind int) {
	ends := false
	for len(f.open) > n {
		e := f.top()
		f.open = f.open[:len(f.open)-1]
		if e.name == "p" {
			f.paragraphs--
		}
		f.endInline(&e)
		if e.object && !f.top().object && f.hasObject {
			end := max(at, e.at) // what stands in it may have no place in the text
			closed := len(f.open) == n && at < behind
			if closed {
				end = behind
				closed = f.content[end-1] == '>' // else the file ends within the end tag
			}
			f.addObject(lint.Span{Start: e.at, End: end})
			f.hasObject = false
			f.sealed = f.sealed || !closed
		}
		ends = ends || e.layout == ownBlock
	}
	if ends {
		f.endBlock()
	}
}

// closeImplied closes the elements that the start tag of a block ends without their end tags.
func (f *flow) closeImplied(name string, at int) {
	for i := len(f.open) - 1; i >= 0 && endsItems(name); i-- {
		if e := f.open[i].name; endsItem(name, e) {
			f.closeTo(i, at, at)
			break
		} else if bounds(name, e) {
			break
		}
	}
	if f.paragraphs == 0 || isTablePart(name) && name != "table" {
		return
	}
	for i := len(f.open) - 1; i >= 0 && !isTablePart(f.open[i].name) && f.open[i].name != "button"; i-- {
		if f.open[i].name == "p" {
			f.closeTo(i, at, at)
			return
		}
	}
}

// endsItems reports whether the start tag of a name ends open elements other than paragraphs.
func endsItems(name string) bool {
	switch name {
	case "body", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "optgroup", "option", "tbody", "td", "tfoot", "th", "thead", "tr":
		return true
	}
	return false
}

// endsItem reports whether the start tag of a name ends an open element: an item the one before, a cell the one before.
func endsItem(name, open string) bool {
	switch name {
	case "li", "tr", "optgroup":
		return open == name
	case "dt", "dd":
		return open == "dt" || open == "dd"
	case "td", "th":
		return open == "td" || open == "th"
	case "tbody", "tfoot", "thead":
		return open == "tbody" || open == "tfoot" || open == "thead"
	case "option":
		return open == "option"
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return len(open) == 2 && open[0] == 'h' && open[1]-'1' < 6
	case "body":
		return open == "head"
	}
	return false
}

// bounds reports whether what a start tag of the name may end lies inside the open element.
func bounds(name, open string) bool {
	switch open {
	case "table", "select":
		return true
	case "ul", "ol", "menu", "dl", "td", "th", "blockquote":
		return !isTablePart(name) || open != "td" && open != "th"
	}
	return false
}

// escapeHTML returns what writes text into HTML, into the blocks that are quoted so: see placer.
func escapeHTML(quotes []byte) func(file *lint.File, block int, at lint.Span, text string) (string, bool) {
	return func(file *lint.File, block int, at lint.Span, text string) (string, bool) {
		before := file.Content[:at.Start]
		if strings.HasSuffix(before, "<") || endsInEndTag(before) || endsInReference(before) || leavesSpace(file.Content, at, text) || quotes[block] == sealed {
			return "", false
		}
		quote := quotes[block]
		if quote == unquoted && (text == "" || strings.ContainsAny(text, " \t\"'=<>`")) {
			return "", false
		}
		var b strings.Builder
		for _, r := range text {
			if isMarkup(r) || r == rune(quote) && quote != unquoted || r >= utf8.RuneSelf && !canWrite(file, r) {
				b.WriteString(reference(r))
			} else {
				b.WriteRune(r)
			}
		}
		return b.String(), true
	}
}

// isMarkup reports whether a character is written as a reference in HTML everywhere.
func isMarkup(r rune) bool { return r == '&' || r == '<' || r == '>' }

// endsInEndTag reports whether the content ends in the start of an end tag. In a title, where that is text until white
// space follows it, an edit may make a tag of it.
func endsInEndTag(content string) bool {
	name := strings.TrimRight(content, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return strings.HasSuffix(name, "</")
}

// leavesSpace reports whether text in place of a span parts white space from more of it behind the tags that follow, or
// takes away what is before them.
func leavesSpace(content string, at lint.Span, text string) bool {
	if at.End == 0 || !isSpace(content[at.End-1]) || strings.HasSuffix(text, " ") {
		return false
	}
	i := at.End
	for i < len(content) && content[i] == '<' {
		m, ok := markupAt(content, i, len(content), false)
		if !ok {
			return false
		}
		if i = m.End; !m.closes && roleOf(m.name).raw {
			i = rawEnd(content, i, len(content), m.name) // a style, which shows nothing
		}
	}
	return i < len(content) && isSpace(content[i])
}
