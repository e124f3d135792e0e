package lsp

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint"
)

// lintClosed lints an article, and shows what is found where it is not open and the client does not ask for that itself. It
// is nil for one that cannot be read.
func (s *server) lintClosed(ctx context.Context, path string) *lint.Result {
	s.closing.Lock() // what is read later is shown later
	defer s.closing.Unlock()
	sn, err := s.snapshotAt(path)
	if err != nil {
		s.showClosed(path, []protocol.Diagnostic{})
		return nil
	}
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil
	}
	s.showClosed(path, s.diagnostics(sn, r))
	return r
}

// showClosed tells the client what is found in an article that is not open.
func (s *server) showClosed(path string, diagnostics []protocol.Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := uri.File(path)
	if s.features.pull || s.documents[u] != nil || len(diagnostics) == 0 && !s.closed[path] {
		return
	}
	if s.closed[path] = true; len(diagnostics) == 0 {
		delete(s.closed, path)
	}
	_ = s.client.PublishDiagnostics(s.ctx, &protocol.PublishDiagnosticsParams{URI: u, Diagnostics: diagnostics}) // a client that is gone reads none
}

// relintClosed lints the articles again that are not open and in which something is shown: those in a folder, or all where
// it is empty. The caller holds mu.
func (s *server) relintClosed(dir string) {
	elsewhere := func(path string) bool { return dir != "" && filepath.Dir(path) != dir }
	paths := slices.DeleteFunc(slices.Sorted(maps.Keys(s.closed)), elsewhere)
	go func() {
		for _, path := range paths {
			if s.leisure(s.ctx) != nil {
				return
			}
			s.lintClosed(s.ctx, path)
		}
	}()
}

// withdrawClosed takes back what is shown in articles that are not open, but for some.
func (s *server) withdrawClosed(but map[string]bool) {
	s.mu.Lock()
	paths := slices.Sorted(maps.Keys(s.closed))
	s.mu.Unlock()
	for _, path := range paths {
		if !but[path] {
			s.showClosed(path, []protocol.Diagnostic{})
		}
	}
}
