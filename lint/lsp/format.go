package lsp

import (
	"context"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"mtlint/lint"
)

// Formatting makes all safe fixes of a document.
func (s *server) Formatting(ctx context.Context, p *protocol.DocumentFormattingParams) ([]protocol.TextEdit, error) {
	sn, err := s.open(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	jsonrpc2.Async(ctx)
	edits := s.repairs(sn)
	if err := sn.ctx.Err(); err != nil {
		return nil, stale(ctx)
	}
	return s.textEdits(sn, edits), nil
}

// RangeFormatting makes the safe fixes that lie in a range.
func (s *server) RangeFormatting(ctx context.Context, p *protocol.DocumentRangeFormattingParams) ([]protocol.TextEdit, error) {
	sn, err := s.open(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	jsonrpc2.Async(ctx)
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil, stale(ctx)
	}
	edits, _ := lint.Choose(within(r.Findings, sn.text.bytes(p.Range, s.features.encoding)), sn.text.Content, lint.Safe)
	return s.textEdits(sn, edits), nil
}

// within returns the findings with those of their fixes that change nothing outside a span.
func within(findings []lint.Finding, span lint.Span) []lint.Finding {
	outside := func(f lint.Fix) bool {
		return slices.ContainsFunc(f.Edits, func(e lint.Edit) bool { return !span.Contains(e.Span) })
	}
	out := slices.Clone(findings)
	for i := range out {
		out[i].Fixes = slices.DeleteFunc(slices.Clone(out[i].Fixes), outside)
	}
	return out
}
