package leftover

import (
	"strings"

	"mtlint/lint"
)

// AltText reports the numbered description of pictures left between the paragraphs: Apology of the singer-1, Apology of
// the singer-2.
//
// A page describes each picture of an article by its headline and a number. Programs that take the article take the
// descriptions too. Two lines or more that are the same but for a number glued behind a hyphen are reported, and a line that ends
// in the number of its picture: … at dawn - Photo 2.
//
// The fix deletes the line or the number, and is unsafe.
//
// bad: Apology of the singer-1 ¶ He spoke on Monday. ¶ Apology of the singer-2
// bad: The old port of the town at dawn - Photo 2 ¶ The ferry runs again.
// good: He lost the first set 6-1 ¶ She won the second set 6-2
// good: The story of Apollo-11 ¶ He spoke on Monday. ¶ The crew of Soyuz-2
//
// Measured on machine-translated news: no hit in 640,000 words, on clean English none in 391,000 (less than 0.1 per 10,000
// words); on machine-translated web articles 4 hits in one, all right.
var AltText = &lint.Rule{
	Name:     "leftover/alt-text",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			if r := pictureNumber(p.Document, b); r.To > r.From {
				p.Report(lint.Diagnostic{
					Span:    p.Span(r),
					Message: "the number of a picture is left in the text",
					Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, upTo(p.Document, b, r), "")},
				})
			}
		}
		var first map[string]lint.Span // the first line with a stem
		reported := make(map[string]bool)
		for _, b := range p.Blocks {
			s := p.Span(b.Range)
			stem := numberedStem(p.Slice(s))
			if stem == "" {
				continue
			}
			other, again := first[stem]
			if !again {
				if first == nil {
					first = make(map[string]lint.Span)
				}
				first[stem] = s
				continue
			}
			if p.Slice(other) == p.Slice(s) {
				continue
			}
			if !reported[stem] {
				reported[stem] = true
				reportPicture(p, other, s)
			}
			reportPicture(p, s, other)
		}
	},
}

// reportPicture reports one line of several that differ in a number.
func reportPicture(p *lint.Pass, s, other lint.Span) {
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "‘" + p.Slice(s) + "’ is the description of a picture",
		Fixes:   []lint.Fix{lint.Replace("delete it", lint.Unsafe, s, "")},
		Related: []lint.Related{{Span: other, Message: "another number here"}},
	})
}

// pictureNumber returns the end of a block that numbers its picture: … at dawn - Photo 2.
func pictureNumber(d *lint.Document, b lint.Block) lint.Range {
	const fewest = 6
	if b.To-b.From < fewest {
		return lint.Range{}
	}
	i := b.To - 1
	if isMark(d, i, ".") {
		i--
	}
	if d.Tokens[i].Kind != lint.Number || d.Tokens[i-1].Case != lint.Title || !pictures[d.Fold(i-1)] || d.Glued(i-1) || d.TokenText(i-2) != "-" && d.TokenText(i-2) != "–" {
		return lint.Range{}
	}
	return lint.Range{From: i - 2, To: b.To}
}

// pictures are words for a picture.
var pictures = lint.WordSet("photo picture image figure")

// numberedStem returns what stands before the hyphen and the number that a line of several words ends in, or "".
func numberedStem(line string) string {
	const shortest, longest = 12, 300
	if len(line) < shortest || len(line) > longest || line[len(line)-1] < '0' || line[len(line)-1] > '9' {
		return ""
	}
	stem, ok := strings.CutSuffix(strings.TrimRight(line, "0123456789"), "-")
	if !ok || stem == "" || stem[len(stem)-1] == ' ' || stem[len(stem)-1] >= '0' && stem[len(stem)-1] <= '9' || strings.Count(stem, " ") < 2 {
		return ""
	}
	return stem
}
