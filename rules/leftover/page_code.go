package leftover

import (
	"strings"

	"mtlint/lint"
)

// PageCode reports what a program wrote for itself: a paragraph that is nothing but a file name or a number of the page:
// k100_202004.mp4, 6037789825001.
//
// Pages are put together by programs, and what they did not replace comes along with the text.
//
// The fix deletes it. It is unsafe for a file name.
//
// bad: 6037789825001 ¶ The mayor opened the bridge.
// bad: The mayor opened the bridge. ¶ k10012361881_202004011218.mp4
// good: The file readme.txt says how.
// good: The number 112 is free. ¶ 1990
//
// Measured on machine-translated news: no hit in 640,000 words, on clean English 0.03 per 10,000 words, the name of an
// attachment in an e-mail; on machine-translated web articles 7 hits, all right.
var PageCode = &lint.Rule{
	Name:     "leftover/page-code",
	Severity: lint.Warning,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		for _, b := range p.Blocks {
			if isIdentifiers(p.Document, b) {
				reportCode(p, b, b.Range, lint.Safe)
				continue
			}
			if b.To-b.From == 1 && p.Tokens[b.From].Kind == lint.Code && isFileName(p.TokenText(b.From)) {
				reportCode(p, b, b.Range, lint.Unsafe)
			}
		}
	},
}

func reportCode(p *lint.Pass, b lint.Block, r lint.Range, safety lint.Safety) {
	s := p.Span(r)
	p.Report(lint.Diagnostic{
		Span:    s,
		Message: "‘" + p.Slice(s) + "’ is code of the page",
		Fixes:   []lint.Fix{lint.Replace("delete it", safety, upTo(p.Document, b, r), "")},
	})
}

// isFileName reports whether the text is the name of a picture, sound or video file without a path.
func isFileName(s string) bool {
	if strings.ContainsAny(s, "/@") {
		return false
	}
	switch s[strings.LastIndexByte(s, '.')+1:] {
	case "jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4", "avi", "pdf", "JPG", "PNG":
		return strings.IndexByte(s, '.') > 0
	}
	return false
}

// isIdentifiers reports whether the block is nothing but numbers of records: long runs of digits, and hexadecimal digits
// parted by hyphens.
func isIdentifiers(d *lint.Document, b lint.Block) bool {
	const longest, fewest = 80, 12
	text := d.Slice(d.Span(b.Range))
	if len(text) > longest {
		return false
	}
	run, most := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			run++
			most = max(most, run)
		case c >= 'a' && c <= 'f', c == ' ', c == '-':
			run = 0
		default:
			return false
		}
	}
	return most >= fewest
}
