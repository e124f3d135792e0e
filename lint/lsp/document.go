package lsp

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"sync"

	"go.lsp.dev/protocol"

	"mtlint/lint"
)

// document is a text that the client has open. Its fields are guarded by server.mu.
type document struct {
	uri      documentURI
	language protocol.LanguageKind
	version  int32     // the newest that was announced
	current  *snapshot // nil when the text is not known: a change could not be made
}

// snapshot is one version of a document, with what is found in it.
type snapshot struct {
	uri      documentURI
	path     string // of the file, or what stands for one
	language protocol.LanguageKind
	version  int32
	text     *text

	ctx    context.Context // ends when another version takes its place
	cancel context.CancelFunc
	once   sync.Once
	done   chan struct{} // closed when result and err are there
	result *lint.Result
	err    error
}

// pathOf returns the path of a document: of its file, or the name of one that is not saved anywhere.
func pathOf(u documentURI) string {
	if u.IsFile() {
		return u.FsPath()
	}
	return filepath.Base(u.Path())
}

// replace makes a snapshot the current one; nil is for a text that is not known.
func (d *document) replace(next *snapshot) {
	if d.current != nil {
		d.current.cancel()
	}
	d.current = next
}

// snapshot returns a version of the document.
func (s *server) snapshot(d *document, t *text) *snapshot {
	ctx, cancel := context.WithCancel(s.ctx)
	return &snapshot{
		uri: d.uri, path: pathOf(d.uri), language: d.language, version: d.version, text: t,
		ctx: ctx, cancel: cancel, done: make(chan struct{}),
	}
}

// open returns the current version of a document.
func (s *server) open(u documentURI) (*snapshot, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[u]
	if d == nil {
		return nil, fmt.Errorf("%s is not open", u)
	}
	if d.current == nil {
		return nil, fmt.Errorf("the text of %s is not known since a change could not be made: close it and open it again", u)
	}
	return d.current, nil
}

// DidOpen takes a document in.
func (s *server) DidOpen(_ context.Context, p *protocol.DidOpenTextDocumentParams) error {
	t := newText(p.TextDocument.Text)
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		d = &document{uri: p.TextDocument.URI}
		s.documents[d.uri] = d
	}
	d.language, d.version = p.TextDocument.LanguageID, p.TextDocument.Version
	s.update(d, t)
	return nil
}

// DidChange takes a newer version of a document in.
func (s *server) DidChange(_ context.Context, p *protocol.DidChangeTextDocumentParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return fmt.Errorf("%s is not open", p.TextDocument.URI)
	}
	if p.TextDocument.Version <= d.version {
		s.lose(d, fmt.Errorf("version %d came after version %d", p.TextDocument.Version, d.version))
		return nil
	}
	d.version = p.TextDocument.Version
	before := newText("")
	if d.current != nil {
		before = d.current.text
	} else if !isWhole(p.ContentChanges) {
		return nil // changes of a text that is not known
	}
	t, err := before.apply(p.ContentChanges, s.features.encoding)
	if err != nil {
		s.lose(d, err)
		return nil
	}
	s.update(d, t)
	return nil
}

// DidClose forgets a document.
func (s *server) DidClose(_ context.Context, p *protocol.DidCloseTextDocumentParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return nil
	}
	delete(s.documents, d.uri)
	d.replace(nil)
	s.withdraw(d)
	return nil
}

// update gives a document another text and lets it be linted. The caller holds mu.
func (s *server) update(d *document, t *text) {
	next := s.snapshot(d, t)
	d.replace(next)
	if !s.features.pull {
		go s.publish(d, next)
	}
}

// lose forgets the text of a document, since what the client has is not known any more, and takes the diagnostics back.
// The caller holds mu.
func (s *server) lose(d *document, why error) {
	if d.current == nil {
		return
	}
	d.replace(nil)
	s.withdraw(d)
	s.show(protocol.MessageTypeError, fmt.Sprintf("mtlint: %s: a change could not be made: %v: close it and open it again", pathOf(d.uri), why))
}

// brokenFrame forgets the texts that a message which cannot be read may have been about to change.
func (s *server) brokenFrame(frame []byte) {
	if !bytes.Contains(frame, []byte(protocol.MethodTextDocumentDidChange)) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	named := func(d *document) bool { return bytes.Contains(frame, []byte(d.uri)) }
	some := false
	for _, d := range s.documents {
		some = some || named(d)
	}
	for _, d := range s.documents {
		if !some || named(d) {
			s.lose(d, fmt.Errorf("the message cannot be read"))
		}
	}
}
