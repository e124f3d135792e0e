package lsp

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"mtlint/lint"
	"mtlint/lint/read"
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
		return nil, stale(ctx)
	}
	var all []*protocol.CodeAction
	if isWanted(p.Context.Only, protocol.CodeActionKindQuickFix) {
		at := sn.text.bytes(p.Range, s.features.encoding)
		var rest []*protocol.CodeAction // behind the fixes of all findings
		for i := range r.Findings {
			if f := &r.Findings[i]; meets(placeOf(f), at) {
				all = append(all, s.quickFixes(sn, f)...)
				rest = append(rest, s.decisions(sn, f)...)
			}
		}
		all = append(all, rest...)
	}
	if isWanted(p.Context.Only, fixAll) && hasSafe(r) {
		if a := s.fixAll(sn); a != nil {
			all = append(all, a)
		}
	}
	return s.shown(sn, all), nil
}

// shown returns actions as the client takes them: as commands where it knows no actions.
func (s *server) shown(sn *snapshot, actions []*protocol.CodeAction) []protocol.CommandOrCodeAction {
	out := make([]protocol.CommandOrCodeAction, len(actions))
	for i, a := range actions {
		if out[i] = a; !s.features.codeActions {
			c := a.Command
			if c.Command == "" {
				c = command(a.Title, makeEdit, arguments{URI: sn.uri, Edit: a.Edit})
			}
			out[i] = &c
		}
	}
	return out
}

// isWanted reports whether the client asks for actions of a kind: of it, or of one above it.
func isWanted(only []protocol.CodeActionKind, kind protocol.CodeActionKind) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o protocol.CodeActionKind) bool {
		return o == "" || o == kind || strings.HasPrefix(string(kind), string(o)+".")
	})
}

// meets reports whether two spans overlap or touch: a cursor behind a word is at the word.
func meets(a, b lint.Span) bool { return a.Start <= b.End && b.Start <= a.End }

// hasSafe reports whether any finding has a safe fix.
func hasSafe(r *lint.Result) bool {
	return slices.ContainsFunc(r.Findings, func(f lint.Finding) bool {
		return slices.ContainsFunc(f.Fixes, func(x lint.Fix) bool { return x.Safety == lint.Safe })
	})
}

// quickFix returns an action about a finding.
func (s *server) quickFix(sn *snapshot, f *lint.Finding, title string) *protocol.CodeAction {
	kind := protocol.CodeActionKindQuickFix
	return &protocol.CodeAction{Title: title, Kind: &kind, Diagnostics: []protocol.Diagnostic{s.diagnostic(sn, f)}}
}

// quickFixes returns the fixes of a finding, the best of them preferred.
func (s *server) quickFixes(sn *snapshot, f *lint.Finding) []*protocol.CodeAction {
	var out []*protocol.CodeAction
	for i, fix := range f.Fixes {
		a, preferred := s.quickFix(sn, f, sentence(fix.Title)), i == 0 && fix.Safety > lint.Manual
		a.IsPreferred, a.Edit = &preferred, s.edit(sn, fix.Edits)
		out = append(out, a)
	}
	return out
}

// decisions returns what the house can decide about a finding.
func (s *server) decisions(sn *snapshot, f *lint.Finding) []*protocol.CodeAction {
	var out []*protocol.CodeAction
	decide := func(title, name string, a arguments) {
		a.URI = sn.uri
		action := s.quickFix(sn, f, title)
		action.Command = command(title, name, a)
		out = append(out, action)
	}
	if f.Rule.Category() == "names" {
		written, other := f.At.Text, otherSpelling(f)
		if other == "" {
			decide(fmt.Sprintf("Accept the name ‘%s’", written), acceptName, arguments{Name: written})
		} else {
			if edits := s.respell(sn, other, written); len(edits) > 0 {
				a := s.quickFix(sn, f, fmt.Sprintf("Write ‘%s’ everywhere in this article", written))
				a.Edit = s.edit(sn, edits)
				out = append(out, a)
			}
			decide(fmt.Sprintf("Accept the name ‘%s’ beside ‘%s’", written, other), acceptName, arguments{Name: written, Of: other})
			decide(fmt.Sprintf("Settle ‘%s’: ‘%s’ is wrong", other, written), settleName, arguments{Name: other, Of: written})
			decide(fmt.Sprintf("Keep ‘%s’ and ‘%s’ apart: two names", written, other), keepApart, arguments{Name: written, Of: other})
		}
	}
	if f.Rule.Category() != "suppression" {
		if f.At.In == "" { // between records there are no comments
			a := s.quickFix(sn, f, "Ignore here, with a reason")
			a.Edit = s.suppress(sn, f)
			out = append(out, a)
		}
		decide(fmt.Sprintf("Turn %s off for the project", f.Rule.Name), turnOff, arguments{Rule: f.Rule.Name})
	}
	return out
}

// otherSpelling returns how a finding on a name would have it written; empty where it does not say.
func otherSpelling(f *lint.Finding) string {
	for _, fix := range f.Fixes {
		for _, e := range fix.Edits {
			if e.Span == placeOf(f) && e.Text != "" {
				return e.Text
			}
		}
	}
	return ""
}

// respell returns the edits that write one spelling of a name in place of another, wherever it stands as a word of its own.
func (s *server) respell(sn *snapshot, from, to string) []lint.Edit {
	var edits []lint.Edit
	for src := range s.corpus(sn) {
		for read := src.Read; read != nil; {
			d, _ := read()
			if d == nil {
				break
			}
			edits = append(edits, respellings(d, from, to)...)
			read = d.Rest
		}
	}
	slices.SortFunc(edits, func(a, b lint.Edit) int { return cmp.Compare(a.Start, b.Start) })
	return edits
}

// respellings returns the edits of one document, of bytes of the file: not those that would take markup along.
func respellings(d *lint.Document, from, to string) []lint.Edit {
	var edits []lint.Edit
	for i := 0; i < len(d.Tokens); i++ {
		start := d.Tokens[i].Start
		if d.Tokens[i].Kind != lint.Word || !strings.HasPrefix(d.Text[start:], from) {
			continue
		}
		end := int(start) + len(from)
		if r, _ := utf8.DecodeRuneInString(d.Text[end:]); unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			continue
		}
		here := lint.Replace("", lint.Unsafe, lint.Span{Start: int(start), End: end}, to)
		if placed, ok := d.PlaceFix(here); ok && placed.Safety == lint.Unsafe {
			edits = append(edits, placed.Edits...)
		}
		for i+1 < len(d.Tokens) && int(d.Tokens[i+1].Start) < end {
			i++
		}
	}
	return edits
}

// reason is what a person is to put in place of when a finding is ignored.
const reason = "say why"

// suppress returns the edit that puts the comment which suppresses a finding above its line.
func (s *server) suppress(sn *snapshot, f *lint.Finding) *protocol.WorkspaceEdit {
	content, start := sn.text.Content, sn.text.lines[line(sn.text.lines, f.At.Start.Offset)]
	margin := content[start:]
	margin = margin[:len(margin)-len(strings.TrimLeft(margin, " \t"))]
	opening, closing := read.CommentMarks(sn.path)
	opening, closing = margin+opening+" "+lint.DirectiveWords[lint.DisableNextLine]+" "+f.Rule.Name+": ", " "+closing+lineEnd(content)
	if s.features.snippets {
		at := sn.text.span(lint.Span{Start: start, End: start}, s.features.encoding)
		return s.versioned(sn, []protocol.TextDocumentEditElement{&protocol.SnippetTextEdit{
			Range: at, Snippet: protocol.StringValue{Kind: "snippet", Value: opening + "${1:" + reason + "}" + closing},
		}})
	}
	return s.edit(sn, []lint.Edit{{Span: lint.Span{Start: start, End: start}, Text: opening + reason + closing}})
}

// lineEnd returns how the lines of a text end.
func lineEnd(text string) string {
	if i := strings.IndexAny(text, "\r\n"); i >= 0 && text[i] == '\r' {
		if strings.HasPrefix(text[i:], "\r\n") {
			return "\r\n"
		}
		return "\r"
	}
	return "\n"
}

// fixAll returns the action that makes all safe fixes, with its edit where the client does not ask for that later; nil
// when there is none.
func (s *server) fixAll(sn *snapshot) *protocol.CodeAction {
	kind := fixAll
	a := &protocol.CodeAction{Title: "Fix all safe in this article", Kind: &kind}
	if s.features.resolve {
		a.Data = command("", fixDocument, arguments{URI: sn.uri}).Arguments[0]
		return a
	}
	edits := s.repairs(sn)
	if len(edits) == 0 {
		return nil
	}
	a.Edit = s.edit(sn, edits)
	return a
}

// CodeActionResolve returns an action with its edit.
func (s *server) CodeActionResolve(ctx context.Context, a *protocol.CodeAction) (*protocol.CodeAction, error) {
	if a.Data == nil {
		return a, nil
	}
	var args arguments
	if err := json.Unmarshal(a.Data, &args); err != nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "the data of the action: %v", err)
	}
	sn, err := s.open(args.URI)
	if err != nil {
		return nil, err
	}
	jsonrpc2.Async(ctx)
	edits := s.repairs(sn)
	if err := sn.ctx.Err(); err != nil {
		return nil, stale(ctx)
	}
	a.Edit = s.edit(sn, edits)
	return a, nil
}

// repairs returns the edits that make all safe fixes of a snapshot.
func (s *server) repairs(sn *snapshot) []lint.Edit {
	if !s.isLinted(sn) {
		return nil
	}
	var edits []lint.Edit
	begin := 0 // of the record, where the text is a file of records
	for r := range lint.Repair(s.corpus(sn), s.opt.Rules, s.config(sn), lint.Safe) {
		if r.Repairs == nil || !strings.HasPrefix(sn.text.Content[begin:], r.Repairs.Old) {
			break
		}
		for _, e := range r.Repairs.Edits {
			edits = append(edits, lint.Edit{Span: lint.Span{Start: begin + e.Start, End: begin + e.End}, Text: e.Text})
		}
		begin += len(r.Repairs.Old)
	}
	return edits
}

// edit returns edits of a snapshot as the client makes them: of that version alone, where it can tell versions.
func (s *server) edit(sn *snapshot, edits []lint.Edit) *protocol.WorkspaceEdit {
	if !s.features.documentChanges {
		return &protocol.WorkspaceEdit{Changes: map[documentURI][]protocol.TextEdit{sn.spelled: s.textEdits(sn, edits)}}
	}
	var elements []protocol.TextDocumentEditElement
	for _, e := range s.textEdits(sn, edits) {
		elements = append(elements, &e)
	}
	return s.versioned(sn, elements)
}

// versioned returns the edit of one version of a document.
func (s *server) versioned(sn *snapshot, elements []protocol.TextDocumentEditElement) *protocol.WorkspaceEdit {
	version := sn.version
	return &protocol.WorkspaceEdit{DocumentChanges: []protocol.DocumentChange{&protocol.TextDocumentEdit{
		TextDocument: protocol.OptionalVersionedTextDocumentIdentifier{
			TextDocumentIdentifier: protocol.TextDocumentIdentifier{URI: sn.spelled}, Version: &version,
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
func stale(ctx context.Context) error {
	if ctx.Err() != nil {
		return protocol.ErrRequestCancelled
	}
	return protocol.ErrContentModified
}
