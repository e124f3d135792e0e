package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"mtlint/lint"
)

// Prose writes the prose that rules see, block by block: where it is, what it is, and its text with everything in it
// visible. It shows what a reader made of a file.
//
//	a.html:5:4: paragraph
//	  It rained all day; they stopped.
type Prose struct {
	w   *bufio.Writer
	opt TextOptions
}

// NewProse returns a writer of prose.
func NewProse(w io.Writer, opt TextOptions) *Prose { return &Prose{bufio.NewWriter(w), opt} }

// Document writes the prose of one document.
func (p *Prose) Document(d *lint.Document) error {
	for _, b := range d.Blocks {
		span := d.Span(b.Range)
		fmt.Fprintf(p.w, "%s: %s\n", p.opt.paint(bold, place(d.File.Path, d.Position(span.Start))), p.opt.paint(label, b.Kind.String()))
		for line := range strings.Lines(strings.ReplaceAll(d.Slice(span), "\r\n", "\n")) {
			p.w.WriteString("  " + Visible(strings.TrimRight(line, "\n")) + "\n")
		}
	}
	return p.w.Flush()
}

// Finish ends the output.
func (p *Prose) Finish() error { return p.w.Flush() }

// ProseJSON writes the prose that rules see as one JSON document: version and texts. Offsets in blocks, sentences, inlines
// and the "text" of runs are bytes of the text; positions and the "file" of runs are those of the file.
type ProseJSON struct {
	out *jsonStream
	any bool
}

// NewProseJSON returns a writer of prose as JSON.
func NewProseJSON(w io.Writer) *ProseJSON { return &ProseJSON{out: newJSONStream(w)} }

type jsonProse struct {
	Path   string      `json:"path"`
	Lang   string      `json:"lang"`
	Text   string      `json:"text"`
	Blocks []jsonBlock `json:"blocks"`
	Runs   []jsonRun   `json:"runs"`
}

type jsonBlock struct {
	Kind      string       `json:"kind"`
	Start     int          `json:"start"`
	End       int          `json:"end"`
	Span      jsonSpan     `json:"span"` // in the file
	Sentences [][2]int     `json:"sentences"`
	Inlines   []jsonInline `json:"inlines"`
}

type jsonInline struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// jsonRun is a stretch of the text and the bytes of the file that it came from.
type jsonRun struct {
	Text [2]int `json:"text"`
	File [2]int `json:"file"`
}

// Document writes the prose of one document.
func (p *ProseJSON) Document(d *lint.Document) error {
	prose := jsonProse{Path: d.File.Path, Lang: d.Lang.String(), Text: d.Text, Blocks: []jsonBlock{}, Runs: []jsonRun{}}
	inlines := d.Inlines
	for _, b := range d.Blocks {
		span := d.Span(b.Range)
		at := d.Locate(span)
		block := jsonBlock{Kind: b.Kind.String(), Start: span.Start, End: span.End, Span: spanJSON(&at), Sentences: [][2]int{}, Inlines: []jsonInline{}}
		for _, s := range d.Sentences[b.Sentences.From:b.Sentences.To] {
			sentence := d.Span(s)
			block.Sentences = append(block.Sentences, [2]int{sentence.Start, sentence.End})
		}
		for ; len(inlines) > 0 && int(inlines[0].Start) < span.End; inlines = inlines[1:] {
			n := inlines[0]
			block.Inlines = append(block.Inlines, jsonInline{n.Kind.String(), int(n.Start), int(n.End)})
		}
		prose.Blocks = append(prose.Blocks, block)
	}
	for _, r := range d.Runs(lint.Span{Start: 0, End: len(d.Text)}) {
		prose.Runs = append(prose.Runs, jsonRun{[2]int{r.Text.Start, r.Text.End}, [2]int{r.File.Start, r.File.End}})
	}
	before := ",\n  "
	if !p.any {
		before, p.any = "{\"version\": 1,\n \"texts\": [\n  ", true
	}
	if err := p.out.value(before, prose); err != nil {
		return err
	}
	return p.out.flush()
}

// Finish ends the output.
func (p *ProseJSON) Finish() error {
	if !p.any {
		p.out.text("{\"version\": 1,\n \"texts\": [")
	}
	p.out.text("]}\n")
	return p.out.flush()
}
