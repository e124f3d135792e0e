// Package consistency holds the rules on choices that an article makes both ways: in goes a document, out come the
// places where it writes the rarer of two forms that are both right.
package consistency

import (
	"fmt"

	"mtlint/lint"
)

// mention is one place where a document makes the choice.
type mention struct {
	tokens  lint.Range
	variant int
}

// inOrder compares two mentions by their places in the text.
func inOrder(m, n mention) int { return m.tokens.From - n.tokens.From }

// maxFindings is how many places of the rarer form are reported of one choice.
const maxFindings = 3

// usualOf returns the variant that most mentions have; of two that are as frequent, the one that stands first.
func usualOf(mentions []mention) (usual int) {
	counts, most := countsOf(mentions), 0
	for _, m := range mentions {
		if n := counts[m.variant]; n > most {
			usual, most = m.variant, n
		}
	}
	return usual
}

// countsOf returns how many mentions have each variant.
func countsOf(mentions []mention) (counts [8]int) {
	for _, m := range mentions {
		counts[m.variant]++
	}
	return counts
}

// report reports the first few mentions of other variants than the usual one, at a level or, where that is 0, the rule's;
// rewrite makes the text that a mention has in the usual one.
func report(p *lint.Pass, mentions []mention, usual int, level lint.Severity, rewrite func(m mention, usual int) string) {
	count, found := countsOf(mentions)[usual], 0
	for _, m := range mentions {
		if m.variant == usual || found == maxFindings {
			continue
		}
		found++
		span := p.Span(m.tokens)
		text := rewrite(m, usual)
		first := firstOf(mentions, usual)
		p.Report(lint.Diagnostic{
			Span:     span,
			Severity: level,
			Message:  fmt.Sprintf("‘%s’ here, ‘%s’ %s in the article", p.Slice(span), p.Slice(p.Span(first.tokens)), lint.Times(count)),
			Related:  []lint.Related{{Span: p.Span(first.tokens), Message: "the other form is here"}},
			Fixes:    []lint.Fix{lint.Replace(fmt.Sprintf("write ‘%s’", text), lint.Unsafe, span, text)},
		})
	}
}

func firstOf(mentions []mention, variant int) mention {
	for _, m := range mentions {
		if m.variant == variant {
			return m
		}
	}
	return mentions[0]
}
