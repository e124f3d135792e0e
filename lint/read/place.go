package read

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"mtlint/lint"
)

// placer writes edits of a document's text into the markup of its file, so that reading the file again gives the text as
// edited: no markup is touched, and what is put in is escaped.
type placer struct {
	document *lint.Document
	blocks   []lint.BlockSpan

	// escape returns text as it is written into the file in place of the bytes at, which are in the block; false where it
	// cannot stand there as text.
	escape func(file *lint.File, block int, at lint.Span, text string) (string, bool)
}

// place is what lint.Document.Place is to be.
func (p *placer) place(e lint.Edit) ([]lint.Edit, bool) {
	block := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].End >= e.End })
	if block == len(p.blocks) || p.blocks[block].Start > e.Start || strings.ContainsAny(e.Text, "\r\n") {
		return nil, false
	}
	parts, ok := p.parts(e)
	var out []lint.Edit
	for _, part := range parts {
		at, text, fits := p.span(block, part)
		if fits {
			text, fits = p.escape(p.document.File, block, at, text)
		}
		ok = ok && fits
		out = append(out, lint.Edit{Span: at, Text: text})
	}
	return out, ok
}

// longestDiff is the length in bytes of the longest edit that is taken apart.
const longestDiff = 2000

// parts takes an edit apart where markup or an object lies in it, so that each part lies between them.
func (p *placer) parts(e lint.Edit) ([]lint.Edit, bool) {
	old := p.document.Slice(e.Span)
	if len(p.document.Map.Runs(e.Span)) <= 1 && !strings.ContainsRune(old, lint.Object) {
		return []lint.Edit{e}, true
	}
	if len(old)+len(e.Text) > longestDiff {
		return nil, false
	}
	var parts []lint.Edit
	for _, change := range changes(old, e) {
		runs := p.document.Map.Runs(change.Span)
		switch {
		case len(runs) <= 1:
			parts = append(parts, change)
		case change.Text != "":
			return nil, false
		default:
			for _, r := range runs {
				parts = append(parts, lint.Edit{Span: lint.Span{Start: max(r.Text.Start, change.Start), End: min(r.Text.End, change.End)}})
			}
		}
	}
	return parts, true
}

// changes returns the least that makes of old, which stands at the span of the edit, what the edit puts there.
func changes(old string, e lint.Edit) []lint.Edit {
	differ := diffmatchpatch.New()
	differ.DiffTimeout = 0 // a result that does not depend on the machine
	var out []lint.Edit
	at, joined := e.Start, false // joined: the last change goes on
	for _, d := range differ.DiffMainRunes([]rune(old), []rune(e.Text), false) {
		if d.Type == diffmatchpatch.DiffEqual {
			at += len(d.Text)
			joined = false
			continue
		}
		if !joined {
			out = append(out, lint.Edit{Span: lint.Span{Start: at, End: at}})
			joined = true
		}
		last := &out[len(out)-1]
		if d.Type == diffmatchpatch.DiffInsert {
			last.Text += d.Text
		} else {
			at += len(d.Text)
			last.End = at
		}
	}
	return out
}

// span returns the bytes of the file that an edit, which lies in one run of the block, replaces and the text that it puts
// there: with the rest of a reference that stands for several characters.
func (p *placer) span(block int, e lint.Edit) (at lint.Span, text string, ok bool) {
	if e.Len() == 0 {
		i, ok := p.gap(p.blocks[block].Span, e.Start)
		return lint.Span{Start: i, End: i}, e.Text, ok
	}
	d := p.document
	run := d.Map.Runs(e.Span)[0]
	text = d.Text[run.Text.Start:e.Start] + e.Text + d.Text[e.End:run.Text.End]
	return run.File, text, run.File.Len() > 0 && !strings.ContainsRune(d.Slice(run.Text)+text, lint.Object)
}

// gap returns where in the file text is put in that is to stand at offset i of the text. Between two elements that is
// outside of what is set off.
func (p *placer) gap(block lint.Span, i int) (at int, ok bool) {
	d := p.document
	if i == block.Start {
		return d.Map.ToFile(i), block.Len() > 0
	}
	last := d.Map.SpanToFile(lint.Span{Start: i - 1, End: i})
	if i == block.End {
		return last.End, true
	}
	next := d.Map.ToFile(i)
	ends, starts := edgesAt(d.Inlines, i)
	if last.Len() == 0 || ends && !starts {
		return next, true
	}
	return last.End, last.End == next || !ends
}

// edgesAt reports whether stretches end and whether stretches start at offset i of the text.
func edgesAt(inlines []lint.Inline, i int) (ends, starts bool) {
	n := sort.Search(len(inlines), func(k int) bool { return int(inlines[k].Start) > i })
	for k := n - 1; k >= 0 && k >= n-maxDepth; k-- {
		ends = ends || int(inlines[k].End) == i
		starts = starts || int(inlines[k].Start) == i
	}
	return ends, starts
}

// endsInReference reports whether s ends in what a semicolon or a letter could make a character reference of.
func endsInReference(s string) bool {
	n := strings.LastIndexByte(s[max(len(s)-maxEntity, 0):], '&')
	if n < 0 {
		return false
	}
	tail := s[max(len(s)-maxEntity, 0)+n+1:]
	return strings.TrimLeftFunc(tail, func(r rune) bool { return r == '#' || r < utf8.RuneSelf && isAlphanumeric(byte(r)) }) == ""
}

// reference returns what stands for a character in HTML.
func reference(r rune) string {
	switch r {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	}
	return fmt.Sprintf("&#x%X;", r)
}

// canWrite reports whether the encoding of the file has the character.
func canWrite(file *lint.File, r rune) bool {
	if file.Encode == nil {
		return true
	}
	_, err := file.Encode(string(r))
	return err == nil
}
