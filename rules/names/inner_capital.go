package names

import (
	"slices"

	"mtlint/lint"
)

// InnerCapital reports a name with a capital inside it that the document also writes without: DeSantis and Desantis.
//
// The engine knows names with a prefix (McDonald, DeSantis) and firms (WhatsApp) by their letters alone, and gives them the
// capital in one sentence and not in the next. The form with the capital is kept unless the other is five times as frequent.
// Headlines, and names of two people, keep their spelling.
//
// The fix is unsafe, and manual where the other form is not twice as frequent.
//
// bad: Governor DeHolm spoke. Friends of DeHolm cheered. Later Deholm left.
// good: Governor DeHolm spoke. Friends of DeHolm cheered.
// good: The singer Ann MacBerg met the writer Paul Macberg.
//
// Measured on machine output of all kinds: 0.01 hits per 10,000 words (5,400,000 words), 7 read, all right; on clean English
// 0.07 (300,000 words), a slip, and an operation named after a child. People lose such a capital as often as machines do.
var InnerCapital = &lint.Rule{
	Name:     "names/inner-capital",
	Severity: lint.Info,
	MQM:      "Terminology/Inconsistent with terminology resource",
	Run:      func(p *lint.Pass) { reportStyle(p, capitalStyle) },
}

// capitals finds the drifts between a name with a capital inside it and the same without: DeSantis, Desantis.
func (s *styles) capitals(t *Type) {
	var inner, plain []*Mention
	for _, i := range t.Mentions {
		m := &s.n.Mentions[i]
		if m.At == inHeading || s.isForeign(m) {
			continue
		}
		switch s.d.Tokens[m.Token].Case {
		case lint.Mixed:
			inner = append(inner, m)
		case lint.Title:
			plain = append(plain, m)
		}
	}
	if len(inner) == 0 || len(plain) == 0 {
		return
	}
	text := s.d.Slice(inner[0].Span)
	inner = slices.DeleteFunc(inner, func(m *Mention) bool { return s.d.Slice(m.Span) != text })
	plain = slices.DeleteFunc(plain, func(m *Mention) bool { return straight(s.d.Slice(m.Span)) != straight(text) })
	if len(plain) == 0 || s.d.Slice(plain[0].Span) == text || s.apart(inner, plain) {
		return
	}
	few, many := plain, inner
	if !isUsual(len(inner), len(plain)) {
		few, many = inner, plain
	}
	for _, m := range few {
		s.found = append(s.found, drift{
			style: capitalStyle, at: m.Span, text: s.d.Slice(many[0].Span), usual: many[0].Span,
			here: len(few), there: len(many), weak: true,
		})
	}
}
