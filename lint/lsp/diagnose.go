package lsp

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

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
	s.urgent.Add(1)
	defer s.urgent.Add(-1)
	defer close(sn.done)
	select {
	case s.slots <- struct{}{}:
	case <-sn.ctx.Done():
		sn.err = sn.ctx.Err()
		return
	}
	defer func() { <-s.slots }()
	all := &lint.Result{Path: sn.path}
	for r := range s.run(sn) {
		all.Words += r.Words
		all.Findings = append(all.Findings, r.Findings...)
		all.Err = cmp.Or(all.Err, r.Err)
	}
	if sn.err = sn.ctx.Err(); sn.err == nil {
		all.Findings = s.unknown(sn, all.Findings)
		sn.result = all
		s.report(sn, all.Err)
	}
}

// unknown returns the findings that the baseline of a snapshot does not have.
func (s *server) unknown(sn *snapshot, found []lint.Finding) []lint.Finding {
	b := s.baseline(s.settle(sn).Baseline)
	if b == nil || len(found) == 0 {
		return found
	}
	known := b.Known(sn.path, found)
	left := found[:0]
	for i, f := range found {
		if !known[i] {
			left = append(left, f)
		}
	}
	return left
}

// maxText is the length in bytes of the longest text that is linted in an editor: 1.3 million words.
const maxText = 8 << 20

// run returns the results of a snapshot whose configuration is known; none where nothing is to be found.
func (s *server) run(sn *snapshot) iter.Seq[lint.Result] {
	if !s.isLinted(sn) {
		return func(func(lint.Result) bool) {}
	}
	return lint.Lint(s.corpus(sn), s.opt.Rules, s.config(sn))
}

// isLinted reports whether anything is to be found in a snapshot.
func (s *server) isLinted(sn *snapshot) bool {
	return sn.article && len(sn.text.Content) <= maxText && !s.settle(sn).excluded
}

// report tells the log what kept a snapshot from being linted.
func (s *server) report(sn *snapshot, err error) {
	if len(sn.text.Content) > maxText {
		err = fmt.Errorf("%s is longer than %d MB and not linted here: use mtlint check", sn.path, maxText>>20)
	}
	if err != nil {
		s.tell(err.Error())
	}
}

// config returns the configuration that a snapshot is linted with.
func (s *server) config(sn *snapshot) *lint.Config {
	c := *s.settle(sn).Config
	c.Jobs, c.Context = 1, sn.ctx
	c.Across, c.Facts = c.Across && sn.facts != nil, sn.facts
	return &c
}

// corpus returns the snapshot as lint.Lint reads it.
func (s *server) corpus(sn *snapshot) lint.Corpus {
	settings := s.settle(sn)
	return read.Bytes(sn.path, sn.text.Content, read.Options{
		Lang: settings.Lang, SourceLang: settings.SourceLang, Glossary: settings.Glossary, Format: formatOf(sn.path, sn.language),
	})
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
		URI: d.spelled, Version: protocol.NewOptional(d.version), Diagnostics: diagnostics,
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
	if page := s.page(f.Rule); page != "" {
		d.CodeDescription.Href = uri.File(page)
	}
	if s.features.related {
		for i := range f.Related {
			d.RelatedInformation = append(d.RelatedInformation, s.related(sn, &f.Related[i]))
		}
	}
	return d
}

// related returns another place that explains a finding, in the same article or in another.
func (s *server) related(sn *snapshot, r *lint.RelatedLocation) protocol.DiagnosticRelatedInformation {
	at := protocol.Location{URI: sn.spelled}
	if r.File() == sn.path {
		at.Range = sn.text.span(lint.Span{Start: r.Start.Offset, End: r.End.Offset}, s.features.encoding)
	} else {
		at.URI, at.Range = uri.File(r.File()), elsewhere(&r.Location, s.features.encoding)
	}
	return protocol.DiagnosticRelatedInformation{Location: at, Message: r.Message}
}

// elsewhere returns the range of a place in a text that is not at hand.
func elsewhere(l *lint.Location, enc encoding) protocol.Range {
	return protocol.Range{Start: positionOf(l.Start, enc), End: positionOf(l.End, enc)}
}

// page returns the path of the file that documents a rule; empty where there is none, or the client cannot show it.
func (s *server) page(r *lint.Rule) string {
	if !s.features.codeDescription || s.opt.Page == nil {
		return ""
	}
	return s.opt.Page(r)
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
