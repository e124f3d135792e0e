package lsp

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"mtlint/lint"
)

// fixAll is the kind of the action that makes all safe fixes of an article.
const fixAll protocol.CodeActionKind = "source.fixAll.mtlint"

// CodeAction returns what can be done about the findings of a range.
func (s *server) CodeAction(ctx context.Context, p *protocol.CodeActionParams) ([]protocol.CommandOrCodeAction, error) {
	sn, err := s.open(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	jsonrpc2.Async(ctx)
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil, stale(ctx, err)
	}
	wanted := func(kind protocol.CodeActionKind) bool { return isWanted(p.Context.Only, kind) }
	out := []protocol.CommandOrCodeAction{}
	if wanted(protocol.CodeActionKindQuickFix) {
		at := sn.text.bytes(p.Range, s.features.encoding)
		for i := range r.Findings {
			if f := &r.Findings[i]; meets(placeOf(f), at) {
				out = append(out, s.quickFixes(sn, f)...)
			}
		}
	}
	if wanted(fixAll) {
		if a := s.fixAll(sn); a != nil {
			out = append(out, a)
		}
	}
	return out, nil
}

// isWanted reports whether the client asks for actions of a kind: of it, or of one above it.
func isWanted(only []protocol.CodeActionKind, kind protocol.CodeActionKind) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o protocol.CodeActionKind) bool {
		return o == "" || o == kind || strings.HasPrefix(string(kind), string(o)+".")
	})
}

// meets reports whether two spans overlap or touch: a cursor behind a word is at the word.
func meets(a, b lint.Span) bool { return a.Start <= b.End && b.Start <= a.End }

// quickFixes returns the fixes of a finding, the best of them preferred.
func (s *server) quickFixes(sn *snapshot, f *lint.Finding) []protocol.CommandOrCodeAction {
	var out []protocol.CommandOrCodeAction
	for i, fix := range f.Fixes {
		kind, preferred := protocol.CodeActionKindQuickFix, i == 0 && fix.Safety > lint.Manual
		out = append(out, &protocol.CodeAction{
			Title:       sentence(fix.Title),
			Kind:        &kind,
			Diagnostics: []protocol.Diagnostic{s.diagnostic(sn, f)},
			IsPreferred: &preferred,
			Edit:        s.edit(sn, fix.Edits),
		})
	}
	return out
}

// fixAll returns the action that makes all safe fixes; nil when there is none.
func (s *server) fixAll(sn *snapshot) protocol.CommandOrCodeAction {
	edits := s.repairs(sn)
	if len(edits) == 0 {
		return nil
	}
	kind := fixAll
	return &protocol.CodeAction{Title: "Fix all safe in this article", Kind: &kind, Edit: s.edit(sn, edits)}
}

// repairs returns the edits that make all safe fixes of a snapshot.
func (s *server) repairs(sn *snapshot) []lint.Edit {
	var edits []lint.Edit
	for r := range lint.Repair(sn.corpus(), s.opt.Rules, sn.config(), lint.Safe) {
		if r.Repairs != nil && r.Repairs.Old == sn.text.Content {
			edits = append(edits, r.Repairs.Edits...)
		}
	}
	return edits
}

// edit returns edits of a snapshot as the client makes them: of that version alone, where it can tell versions.
func (s *server) edit(sn *snapshot, edits []lint.Edit) *protocol.WorkspaceEdit {
	if !s.features.documentChanges {
		return &protocol.WorkspaceEdit{Changes: map[documentURI][]protocol.TextEdit{sn.uri: s.textEdits(sn, edits)}}
	}
	var elements []protocol.TextDocumentEditElement
	for _, e := range s.textEdits(sn, edits) {
		elements = append(elements, &e)
	}
	version := sn.version
	return &protocol.WorkspaceEdit{DocumentChanges: []protocol.DocumentChange{&protocol.TextDocumentEdit{
		TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{
			TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: sn.uri}, Version: &version,
		},
		Edits: elements,
	}}}
}

// textEdits returns edits of a snapshot as the client makes them.
func (s *server) textEdits(sn *snapshot, edits []lint.Edit) []protocol.TextEdit {
	out := make([]protocol.TextEdit, len(edits))
	for i, e := range edits {
		out[i] = protocol.TextEdit{Range: sn.text.span(e.Span, s.features.encoding), NewText: e.Text}
	}
	return out
}

// sentence returns a title that begins as a sentence does.
func sentence(title string) string {
	r, n := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[n:]
}

// stale says why a request about a snapshot has no answer: it was cancelled, or the client has sent a newer version.
func stale(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return protocol.ErrRequestCancelled
	}
	return protocol.ErrContentModified
}
