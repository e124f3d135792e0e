package repetition

import (
	"fmt"

	"mtlint/lint"
)

// Refrain reports a sentence that stands three times or more in a document.
//
// An engine that meets a segment it cannot read writes the sentence it has seen most; a page's standing remark is taken
// along behind every part. The third occurrence is reported, once a document. Sentences of fewer than four words,
// quotations, headings and items of lists are right.
//
// There is no fix: which of them belongs there is for a person to say.
//
// bad: Do not miss our daily news. The port is closed. Do not miss our daily news. The road is open. Do not miss our daily news.
// good: The port is closed. The road is open. The port is closed again. The road is open still.
//
// Measured on machine-translated news: 0.05 hits per 10,000 words, on clean English news 0; 3 read, 2 right, the other a
// step of a manual.
var Refrain = &lint.Rule{
	Name:     "repetition/refrain",
	Severity: lint.Info,
	MQM:      "Accuracy/Addition",
	Run: func(p *lint.Pass) {
		sentences := passagesOf.Of(p.Document).sentences
		if len(sentences) < 3 {
			return
		}
		seen := make(map[uint64][2]int32) // how often, and where first
		for n, s := range sentences {
			if s.unique || s.words < minRefrain || s.quotes || isHeadingLike(p.Document, s.block) {
				continue
			}
			at := seen[s.hash]
			if at[0]++; at[0] == 1 {
				at[1] = int32(n)
			}
			seen[s.hash] = at
			if first := sentences[at[1]]; at[0] == 3 && sameWords(p.Document, first.Range, s.Range) && hasContent(p.Document, s.Range) {
				p.Report(lint.Diagnostic{
					Span:    p.Span(beginning(p.Document, s.Range)),
					Message: fmt.Sprintf("‘%s’ stands here for the third time", short(p.Slice(p.Span(s.Range)))),
					Related: []lint.Related{{Span: p.Span(beginning(p.Document, first.Range)), Message: "the first time"}},
				})
			}
		}
	},
}

// minRefrain is the fewest words of a sentence that is looked at.
const minRefrain = 4
