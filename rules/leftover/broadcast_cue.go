package leftover

import (
	"strings"

	"mtlint/lint"
	"mtlint/lint/lexicon"
)

// BroadcastCue reports the cue of a broadcast script left in an article: <Anchor>, <Reporter>.
//
// Korean and Japanese stations put the script of a report on their pages, with the name of the part that speaks in angle
// brackets, behind an arrow (▶ Interview: …), or with what was said in square ones: [Anna Holm/Baker: “…”]. The engine keeps
// the marks. Square brackets round the part are what English transcripts have. The line by which the anchor hands over (This is
// reporter Kim Min-ji.) stays as well.
//
// The fix deletes the cue. It is unsafe, since in an interview it says who speaks. Square brackets with what was said have
// none.
//
// bad: <Anchor> There was a big fire at a factory in the north.
// bad: <Reporter> The fire broke out in the morning.
// bad: There was a big fire in the north. ¶ This is reporter Kim Min-ji. ¶ The fire broke out in the morning.
// bad: The baker saw it. ¶ ▶ Interview: Anna Holm / Baker ¶ “It was hot,” she said.
// bad: He laughed and sat down. [Anna Holm / Captain: You are late again.] He asked for tea.
// good: The anchor told viewers that the fire was out.
// good: [Reporter] What did you see?
// good: <Figure 1> shows where the fire broke out.
//
// Measured on machine-translated news: no hit in 640,000 words, on clean English none in 391,000 (less than 0.1 per 10,000
// words); on machine-translated web articles 2 hits, both right.
var BroadcastCue = &lint.Rule{
	Name:     "leftover/broadcast-cue",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			to := cue(p.Document, b)
			if to == 0 {
				continue
			}
			r := lint.Range{From: b.From, To: to}
			s := p.Span(r)
			g := lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is the cue of a broadcast script"}
			if !isMark(p.Document, r.From, "[") {
				g.Fixes = []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, b, r), "")}
			}
			p.Report(g)
		}
		for _, k := range p.Brackets() {
			if r, ok := speakerWithin(p.Document, int(k)); ok {
				s := p.Span(r)
				p.Report(lint.Diagnostic{Span: s, Message: "‘" + p.Slice(s) + "’ is the cue of a broadcast script"})
			}
		}
		for _, k := range p.Symbols() {
			if r, ok := arrowPair(p.Document, int(k)); ok {
				reportArrowPair(p, r)
			}
		}
	},
}

// arrowPair returns the cue that two arrows hold within a block, from the one at token i on: It froze. ◀ Report ▶ The wells
// are dry.
func arrowPair(d *lint.Document, i int) (lint.Range, bool) {
	const longest = 4
	closer := ""
	switch d.TokenText(i) {
	case "◀", "◄":
		closer = "▶►"
	case "◁":
		closer = "▷"
	default:
		return lint.Range{}, false
	}
	b := d.BlockOf(i).Range
	if i == b.From {
		return lint.Range{}, false // arrowCue looks there
	}
	for j := i + 1; j < min(i+longest, b.To); j++ {
		switch word := d.Fold(j); {
		case j > i+1 && strings.Contains(closer, d.TokenText(j)):
			return lint.Range{From: i, To: j + 1}, true
		case d.Tokens[j].Case < lint.Title || !cues[word] && !arrowCues[word]:
			return lint.Range{}, false
		}
	}
	return lint.Range{}, false
}

// reportArrowPair reports the cue r.
func reportArrowPair(p *lint.Pass, r lint.Range) {
	s := p.Span(r)
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "‘" + p.Slice(s) + "’ is the cue of a broadcast script",
		Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, p.BlockOf(r.From), r), "")},
	})
}

// cue returns the index behind the cue that a block begins with, or 0.
func cue(d *lint.Document, b lint.Block) int {
	const longest = 5
	if isHandOver(d, b.Range) {
		return b.To
	}
	if b.To-b.From < 3 {
		return 0
	}
	switch mark := d.TokenText(b.From); {
	case mark == "▶" || mark == "◀" || mark == "▷" || mark == "◁" || mark == "☎" || mark == "【":
		return arrowCue(d, b.Range)
	case mark == "[":
		if to := doubledCue(d, b.Range); to > 0 {
			return to
		}
		return speakerCue(d, b.Range)
	case mark != "<" || !cues[d.Fold(b.From+1)]:
		return 0
	}
	for i := b.From + 2; i < min(b.From+longest, b.To); i++ {
		if isByte(d, i, '>') {
			return i + 1
		}
	}
	return 0
}

// doubledCue returns the index behind the cue that brackets hold twice, or 0: [Soundbite] [Soundbite] Anna Holm says.
func doubledCue(d *lint.Document, r lint.Range) int {
	if r.To-r.From < 6 || d.Tokens[r.From+1].Kind != lint.Word || !isMark(d, r.From+2, "]") || !isMark(d, r.From+3, "[") || !isMark(d, r.From+5, "]") {
		return 0
	}
	if d.Tokens[r.From+4].Form != d.Tokens[r.From+1].Form || !cues[d.Fold(r.From+1)] && !arrowCues[d.Fold(r.From+1)] {
		return 0
	}
	return r.From + 6
}

// arrowCue returns the index behind the cue that begins with an arrow, or stands in brackets of Chinese and Korean, or 0:
// ▶ Interview: Anna Holm / Baker, ◀ANC▶, 【Reporter】
func arrowCue(d *lint.Document, r lint.Range) int {
	const longest = 10
	if w := d.Fold(r.From + 1); !cues[w] && !arrowCues[w] {
		return 0
	}
	switch d.TokenText(r.From + 2) {
	case "】", "▶", "▷":
		return r.From + 3
	case ":", "：", "/", "(":
		if r.To-r.From <= longest {
			return r.To
		}
		return r.From + 3
	}
	return 0
}

// arrowCues are further parts that scripts name behind an arrow.
var arrowCues = lint.WordSet("interview interviewee anc int vcr end sync standing stand-up standup report lead soundbite closing")

// speakerCue returns the index behind the cue for a recording, who speaks and what they are, where brackets hold it with
// what was said, or 0: [Anna Holm/Baker: "It was hot."]
func speakerCue(d *lint.Document, r lint.Range) int {
	const longest = 14
	if !isMark(d, r.To-1, "]") || d.Tokens[r.From+1].Case != lint.Title {
		return 0
	}
	stroke := false
	for i := r.From + 1; i < min(r.From+longest, r.To-2); i++ {
		switch t := &d.Tokens[i]; {
		case isMark(d, i, "/"):
			stroke = true
		case isMark(d, i, ":"):
			if stroke && d.Tokens[i+1].Kind == lint.Quote {
				return i + 1
			}
			return 0
		case t.Kind != lint.Word && !isMark(d, i, ",-()"):
			return 0
		}
	}
	return 0
}

// speakerWithin returns the bracket at token i and who speaks, where it holds a name and what the person is with a stroke, a
// colon and what was said, inside a paragraph: He laughed. [Anna Holm / Captain: It was hot.] He left.
func speakerWithin(d *lint.Document, i int) (lint.Range, bool) {
	const longest, shortest = 14, 3 // tokens up to the colon, behind it
	b := d.BlockOf(i)
	if i == b.From || !isByte(d, i, '[') || b.Kind.IsAside() {
		return lint.Range{}, false
	}
	stroke := 0
	for k := i + 1; k < min(i+longest, b.To-shortest); k++ {
		switch t := &d.Tokens[k]; {
		case isMark(d, k, "/") && stroke == 0 && k > i+1:
			stroke = k
		case isMark(d, k, ":"):
			said := d.Tokens[k+1].Case == lint.Title || d.Tokens[k+1].Kind == lint.Quote
			return lint.Range{From: i, To: k + 1}, stroke > 0 && k > stroke+1 && said && !d.Glued(k+1)
		case t.Kind != lint.Word || t.Case < lint.Title && stroke == 0:
			return lint.Range{}, false
		}
	}
	return lint.Range{}, false
}

// isHandOver reports whether a block says who reports, and nothing else: This is reporter Kim Min-ji.
func isHandOver(d *lint.Document, r lint.Range) bool {
	const shortest, longest = 4, 8
	if n := r.To - r.From; n < shortest || n > longest || d.Fold(r.From) != "this" || d.Fold(r.From+1) != "is" || !isMark(d, r.To-1, ".") {
		return false
	}
	last := r.To - 2
	for i := r.From + 2; i <= last; i++ {
		if t := &d.Tokens[i]; t.Kind != lint.Word || lexicon.FunctionAt(d, i) != 0 || strings.HasSuffix(d.Fold(i), "'s") || t.Case != lint.Title && d.TokenText(i) != "reporter" {
			return false
		}
	}
	return d.TokenText(r.From+2) == "reporter" || d.TokenText(last) == "reporter"
}

// cues are the parts of a broadcast as scripts name them.
var cues = map[string]bool{"anchor": true, "reporter": true, "announcer": true, "correspondent": true, "newscaster": true, "narration": true, "ment": true, "presenter": true}
