package lsp

import (
	"context"
	"strings"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"mtlint/lint"
)

// Hover explains the findings at a place.
func (s *server) Hover(ctx context.Context, p *protocol.HoverParams) (*protocol.Hover, error) {
	sn, err := s.open(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	jsonrpc2.Async(ctx)
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil, stale(ctx)
	}
	at := sn.text.offset(p.Position, s.features.encoding)
	var parts []string
	var place lint.Span
	seen := make(map[*lint.Rule]bool)
	for i := range r.Findings {
		f := &r.Findings[i]
		if span := placeOf(f); at < span.Start || at > span.End {
			continue
		} else if len(parts) == 0 {
			place = span
		}
		if parts = append(parts, "**"+f.Message+"**"); !seen[f.Rule] {
			seen[f.Rule] = true
			parts = append(parts, s.opt.Explain(f.Rule))
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	kind, shown := protocol.MarkupKindMarkdown, sn.text.span(place, s.features.encoding)
	if !s.features.markdown {
		kind = protocol.MarkupKindPlainText
	}
	return &protocol.Hover{Contents: &protocol.MarkupContent{Kind: kind, Value: strings.Join(parts, "\n\n")}, Range: &shown}, nil
}
