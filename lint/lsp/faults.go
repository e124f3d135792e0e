package lsp

import (
	"errors"
	"path/filepath"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint/yamlfile"
)

// showFaults tells the user what is wrong with a configuration or a names file, once until it is read again: in a message,
// and in the file where it stands.
func (s *server) showFaults(err error) {
	files := make(map[documentURI][]protocol.Diagnostic)
	for _, e := range parts(err) {
		var fault *yamlfile.Error
		if !errors.As(e, &fault) {
			s.tell(e.Error())
			continue
		}
		message, _, _ := strings.Cut(fault.Error(), "\n")
		s.tell(message)
		if path, err := filepath.Abs(fault.Path); err == nil {
			files[uri.File(path)] = append(files[uri.File(path)], faultAt(fault))
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for u, all := range files {
		if !s.faulty[u] {
			s.faulty[u] = true
			s.publishFaults(u, all)
		}
	}
}

// parts returns the errors that are joined in one.
func parts(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range joined.Unwrap() {
			out = append(out, parts(e)...)
		}
		return out
	}
	return []error{err}
}

// faultAt returns a fault as the client reads it: up to the end of its line.
func faultAt(e *yamlfile.Error) protocol.Diagnostic {
	line := uint32(max(e.Line-1, 0))
	return protocol.Diagnostic{
		Range: protocol.Range{
			Start: protocol.Position{Line: line, Character: uint32(max(e.Column-1, 0))},
			End:   protocol.Position{Line: line + 1},
		},
		Severity: protocol.DiagnosticSeverityError,
		Source:   protocol.NewOptional("mtlint"),
		Message:  protocol.String(e.Reason),
	}
}

// withdrawFaults takes back what is shown in configurations, before they are read again. The caller holds mu.
func (s *server) withdrawFaults() {
	for u := range s.faulty {
		s.publishFaults(u, []protocol.Diagnostic{})
	}
	clear(s.faulty)
}

// publishFaults tells the client what is wrong with a configuration. The caller holds mu.
func (s *server) publishFaults(u documentURI, faults []protocol.Diagnostic) {
	if d := s.documents[u]; d != nil {
		u = d.spelled
	}
	_ = s.client.PublishDiagnostics(s.ctx, &protocol.PublishDiagnosticsParams{URI: u, Diagnostics: faults}) // a client that is gone reads none
}
