package lsp

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint/read"
)

// The kinds of report.
const (
	full      = string(protocol.DocumentDiagnosticReportKindFull)
	unchanged = string(protocol.DocumentDiagnosticReportKindUnchanged)
)

// Diagnostic returns what is found in a document: in the newest text, whichever that is by then.
func (s *server) Diagnostic(ctx context.Context, p *protocol.DocumentDiagnosticParams) (protocol.DocumentDiagnosticReport, error) {
	sn, err := s.open(p.TextDocument.URI)
	if err != nil {
		return &protocol.RelatedFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{
			Kind: full, Items: []protocol.Diagnostic{},
		}}, nil // of a text that is not known, nothing is
	}
	jsonrpc2.Async(ctx)
	if p.PreviousResultID != nil && *p.PreviousResultID == sn.id {
		return &protocol.RelatedUnchangedDocumentDiagnosticReport{UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{
			Kind: unchanged, ResultID: sn.id,
		}}, nil
	}
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil, askAgain(ctx)
	}
	items := s.diagnostics(sn, r)
	if !s.isCurrent(sn) {
		return nil, askAgain(ctx)
	}
	return &protocol.RelatedFullDocumentDiagnosticReport{FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{
		Kind: full, ResultID: &sn.id, Items: items,
	}}, nil
}

// codeServerCancelled is the code of a request that the server has given up.
const codeServerCancelled jsonrpc2.Code = -32802

// askAgain says that a request for diagnostics has no answer: the client has cancelled it, or sent a newer version.
func askAgain(ctx context.Context) error {
	if ctx.Err() != nil {
		return protocol.ErrRequestCancelled
	}
	data, err := protocol.Marshal(&protocol.DiagnosticServerCancellationData{RetriggerRequest: true})
	if err != nil {
		return err
	}
	return &jsonrpc2.Error{Code: codeServerCancelled, Message: "the text has changed", Data: data}
}

// isCurrent reports whether a snapshot is of the newest text of its document.
func (s *server) isCurrent(sn *snapshot) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[sn.uri]
	return d != nil && d.current != nil && d.current.text == sn.text
}

// DiagnosticWorkspace returns what is found in the articles of all folders, in parts where the client takes them.
func (s *server) DiagnosticWorkspace(ctx context.Context, p *protocol.WorkspaceDiagnosticParams) (*protocol.WorkspaceDiagnosticReport, error) {
	jsonrpc2.Async(ctx)
	before := make(map[documentURI]string, len(p.PreviousResultIds))
	for _, r := range p.PreviousResultIds {
		before[r.URI] = r.Value
	}
	all := []protocol.WorkspaceDocumentDiagnosticReport{}
	tell := func(r protocol.WorkspaceDocumentDiagnosticReport) { all = append(all, r) }
	if p.PartialResultToken != nil {
		tell = func(r protocol.WorkspaceDocumentDiagnosticReport) {
			s.sendProgress(p.PartialResultToken, &protocol.WorkspaceDiagnosticReportPartialResult{Items: []protocol.WorkspaceDocumentDiagnosticReport{r}})
		}
	}
	progress := s.begin(p.WorkDoneToken, "mtlint")
	err := s.lintWorkspace(ctx, progress, func(path string) {
		u := uri.File(path)
		previous := before[u]
		delete(before, u)
		if r := s.workspaceReport(ctx, path, previous); r != nil {
			tell(r)
		}
	})
	progress.end("")
	if err != nil {
		return nil, protocol.ErrRequestCancelled
	}
	for u := range before { // files that are gone
		tell(&protocol.WorkspaceFullDocumentDiagnosticReport{URI: u, FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{
			Kind: full, Items: []protocol.Diagnostic{},
		}})
	}
	return &protocol.WorkspaceDiagnosticReport{Items: all}, nil
}

// workspaceReport returns what is found in a file; nil when it cannot be read, or is written to meanwhile.
func (s *server) workspaceReport(ctx context.Context, path, previous string) protocol.WorkspaceDocumentDiagnosticReport {
	id, sn, err := s.identify(path)
	if err != nil {
		return nil
	}
	u, version := uri.File(path), (*int32)(nil)
	if sn != nil {
		u, version = sn.spelled, &sn.version
	}
	if id == previous {
		return &protocol.WorkspaceUnchangedDocumentDiagnosticReport{
			URI: u, Version: version,
			UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: unchanged, ResultID: id},
		}
	}
	if sn == nil {
		if sn, err = s.snapshotAt(path); err != nil {
			return nil
		}
	}
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil
	}
	return &protocol.WorkspaceFullDocumentDiagnosticReport{
		URI: u, Version: version,
		FullDocumentDiagnosticReport: protocol.FullDocumentDiagnosticReport{Kind: full, ResultID: &id, Items: s.diagnostics(sn, r)},
	}
}

// identify returns what names the findings of a file as it is now, and its snapshot where it is open.
func (s *server) identify(path string) (id string, sn *snapshot, err error) {
	if sn, err = s.open(uri.File(path)); err == nil {
		return sn.id, sn, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	compared := 0
	if f := s.folders[filepath.Dir(path)]; f != nil {
		compared = f.state
	}
	return fmt.Sprintf("%d.%d.%d.%d", info.ModTime().UnixNano(), info.Size(), s.settled, compared), nil, nil
}

// lintWorkspace calls lint for every article of the folders, one after the other, when nothing is linted that the client
// waits for.
func (s *server) lintWorkspace(ctx context.Context, progress *progress, lint func(path string)) error {
	s.mu.Lock()
	roots, loader := append([]string(nil), s.roots...), s.loader
	s.mu.Unlock()
	var paths []string
	seen := make(map[string]bool)
	skip := func(string) func(string, bool) bool { return loader.Excludes }
	for f := range read.Find(roots, read.Options{Skip: skip}) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if f.Err == nil && !seen[f.Path] {
			seen[f.Path] = true
			paths = append(paths, f.Path)
		}
	}
	for i, path := range paths {
		if err := s.leisure(ctx); err != nil {
			return err
		}
		lint(path)
		progress.report(i+1, len(paths))
	}
	return ctx.Err()
}
