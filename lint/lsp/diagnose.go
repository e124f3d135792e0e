package lsp

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"

	"mtlint/lint"
	"mtlint/lint/read"
)

// findings returns what is found in a snapshot, or why that is not known. It is linted once, by whom asks first.
func (s *server) findings(ctx context.Context, sn *snapshot) (*lint.Result, error) {
	sn.once.Do(func() { go s.lint(sn) })
	select {
	case <-sn.done:
		return sn.result, sn.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// lint lints a snapshot when its turn comes.
func (s *server) lint(sn *snapshot) {
	defer close(sn.done)
	select {
	case s.slots <- struct{}{}:
	case <-sn.ctx.Done():
		sn.err = sn.ctx.Err()
		return
	}
	defer func() { <-s.slots }()
	all := &lint.Result{Path: sn.path}
	for r := range lint.Lint(sn.corpus(), s.opt.Rules, sn.config()) {
		all.Words += r.Words
		all.Findings = append(all.Findings, r.Findings...)
		all.Err = cmp.Or(all.Err, r.Err)
	}
	if sn.err = sn.ctx.Err(); sn.err == nil {
		sn.result = all
	}
}

// config returns the configuration that a snapshot is linted with.
func (sn *snapshot) config() *lint.Config {
	return &lint.Config{MinSeverity: lint.Info, Jobs: 1, Context: sn.ctx}
}

// corpus returns the snapshot as lint.Lint reads it.
func (sn *snapshot) corpus() lint.Corpus {
	return read.Bytes(sn.path, sn.text.Content, read.Options{Format: formatOf(sn.path, sn.language)})
}

// formatOf returns the format of a document whose name does not tell it, by its language; empty where that tells none.
func formatOf(path string, language protocol.LanguageKind) string {
	if filepath.Ext(path) == "" && slices.Contains(read.Formats(), string(language)) {
		return string(language)
	}
	return ""
}

// publish lints a snapshot and tells the client what is found, unless it has sent another version by then.
func (s *server) publish(d *document, sn *snapshot) {
	r, err := s.findings(sn.ctx, sn)
	if err != nil {
		return
	}
	diagnostics := s.diagnostics(sn, r)
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.current == sn {
		s.send(d, diagnostics)
	}
}

// withdraw takes the diagnostics of a document back. The caller holds mu.
func (s *server) withdraw(d *document) {
	if !s.features.pull {
		s.send(d, []protocol.Diagnostic{})
	}
}

// send publishes the diagnostics of the newest version of a document. The caller holds mu.
func (s *server) send(d *document, diagnostics []protocol.Diagnostic) {
	_ = s.client.PublishDiagnostics(s.ctx, &protocol.PublishDiagnosticsParams{
		URI: d.uri, Version: protocol.NewOptional(d.version), Diagnostics: diagnostics,
	}) // a client that is gone reads no diagnostics
}

// diagnostics returns findings as the client reads them.
func (s *server) diagnostics(sn *snapshot, r *lint.Result) []protocol.Diagnostic {
	out := make([]protocol.Diagnostic, len(r.Findings))
	for i := range r.Findings {
		out[i] = s.diagnostic(sn, &r.Findings[i])
	}
	return out
}

// diagnostic returns a finding as the client reads it.
func (s *server) diagnostic(sn *snapshot, f *lint.Finding) protocol.Diagnostic {
	enc := s.features.encoding
	d := protocol.Diagnostic{
		Range:    sn.text.span(placeOf(f), enc),
		Severity: severityOf(f.Severity),
		Code:     protocol.String(f.Rule.Name),
		Source:   protocol.NewOptional("mtlint"),
		Message:  protocol.String(f.Message),
	}
	if s.features.related {
		for _, r := range f.Related {
			if r.Path == sn.path {
				at := protocol.Location{URI: sn.uri, Range: sn.text.span(lint.Span{Start: r.Start.Offset, End: r.End.Offset}, enc)}
				d.RelatedInformation = append(d.RelatedInformation, protocol.DiagnosticRelatedInformation{Location: at, Message: r.Message})
			}
		}
	}
	return d
}

// placeOf returns the bytes of the text that a finding is about.
func placeOf(f *lint.Finding) lint.Span {
	return lint.Span{Start: f.At.Start.Offset, End: f.At.End.Offset}
}

// severityOf returns how the client shows a severity: what is only worth a look is a hint.
func severityOf(s lint.Severity) protocol.DiagnosticSeverity {
	switch s {
	case lint.Error:
		return protocol.DiagnosticSeverityError
	case lint.Warning:
		return protocol.DiagnosticSeverityWarning
	}
	return protocol.DiagnosticSeverityHint
}
