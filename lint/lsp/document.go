package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/read"
)

// document is a text that the client has open. Its fields are guarded by server.mu.
type document struct {
	uri      documentURI
	spelled  documentURI // as the client writes it
	language protocol.LanguageKind
	version  int32     // the newest that was announced
	current  *snapshot // nil when the text is not known: a change could not be made
	edited   bool      // since it was opened or saved
}

// snapshot is one version of a document, with what is found in it.
type snapshot struct {
	uri      documentURI
	spelled  documentURI // as the client writes it
	path     string      // of the file, or what stands for one
	language protocol.LanguageKind
	version  int32
	text     *text
	id       string // of what is found in it
	article  bool   // it is one to lint
	loader   *config.Loader
	facts    *lint.CorpusFacts // about the other articles of its folder; nil where they are not compared, or not read yet

	ctx    context.Context // ends when another text takes its place
	cancel context.CancelFunc
	once   sync.Once
	done   chan struct{} // closed when result and err are there
	result *lint.Result
	err    error

	settled  sync.Once
	settings fileSettings // of the path, by settle
}

// pathOf returns the path of a document: of its file, or the name of one that is not saved anywhere.
func pathOf(u documentURI) string {
	if u.IsFile() {
		return u.FsPath()
	}
	return filepath.Base(u.Path())
}

// place returns the path that the configuration of a document is looked for at: of one that is not saved, in the first
// folder. The caller holds mu.
func (s *server) place(u documentURI) string {
	path := pathOf(u)
	if !u.IsFile() && len(s.roots) > 0 {
		return filepath.Join(s.roots[0], path)
	}
	return path
}

// isArticle reports whether a document is one to lint: no program, and no configuration.
func (d *document) isArticle() bool {
	language := string(d.language)
	return read.IsKnown(pathOf(d.uri)) || language == "" || language == "plaintext" || slices.Contains(read.Formats(), language)
}

// replace makes a snapshot the current one; nil is for a text that is not known. One of the same text lets requests about
// the one before go on.
func (d *document) replace(next *snapshot) {
	switch old := d.current; {
	case old == nil:
	case next != nil && next.text == old.text:
		next.cancel()
		next.ctx, next.cancel = old.ctx, old.cancel
	default:
		old.cancel()
	}
	d.current = next
}

// snapshot returns a version of the document. The caller holds mu.
func (s *server) snapshot(d *document, t *text) *snapshot {
	ctx, cancel := context.WithCancel(s.ctx)
	s.sequence++
	sn := &snapshot{
		uri: d.uri, spelled: d.spelled, path: s.place(d.uri), language: d.language, version: d.version, text: t,
		id: strconv.Itoa(s.sequence), article: d.isArticle(), loader: s.loader,
		ctx: ctx, cancel: cancel, done: make(chan struct{}),
	}
	if f := s.folders[filepath.Dir(sn.path)]; f != nil && f.ready {
		sn.facts = f.facts
	}
	return sn
}

// snapshotAt returns the text at a path as it is in the editor, or on the disk.
func (s *server) snapshotAt(path string) (*snapshot, error) {
	u := uri.File(path)
	if sn, err := s.open(u); err == nil {
		return sn, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	file, err := read.Decode(path, string(data))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.snapshot(&document{uri: u, spelled: u}, newText(file.Content)), nil
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

// spelledURI returns the URI of the document in the parameters of a message as the client writes it: the library makes
// one spelling of all, which not all clients know again.
func spelledURI(params []byte) documentURI {
	var p struct{ TextDocument struct{ URI string } }
	_ = json.Unmarshal(params, &p) // what is wrong is told when the parameters are read
	return documentURI(p.TextDocument.URI)
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
	d.spelled = s.opening
	d.language, d.version, d.edited = p.TextDocument.LanguageID, p.TextDocument.Version, false
	s.update(d, t)
	return nil
}

// changed is the parameters of didChange. The library takes a range that it cannot read for none, and the change for the
// text as a whole.
type changed struct {
	TextDocument *struct {
		URI     *documentURI `json:"uri"`
		Version *int32       `json:"version"`
	} `json:"textDocument"`
	ContentChanges []struct {
		Range *struct {
			Start, End *struct{ Line, Character *uint32 }
		}
		Text *string
	} `json:"contentChanges"`
}

// read reads the parameters, and returns what of them it could read.
func (c *changed) read(params []byte) (changes []change, err error) {
	if err := json.Unmarshal(params, c); err != nil {
		return nil, err
	}
	if c.TextDocument == nil || c.TextDocument.URI == nil || c.TextDocument.Version == nil {
		return nil, errors.New("no document is named, or no version")
	}
	for _, e := range c.ContentChanges {
		if e.Text == nil {
			return nil, errors.New("a change has no text")
		}
		next := change{Text: *e.Text}
		if r := e.Range; r != nil {
			if r.Start == nil || r.End == nil || r.Start.Line == nil || r.Start.Character == nil || r.End.Line == nil || r.End.Character == nil {
				return nil, errors.New("a range is not whole")
			}
			next.Range = &protocol.Range{
				Start: protocol.Position{Line: *r.Start.Line, Character: *r.Start.Character},
				End:   protocol.Position{Line: *r.End.Line, Character: *r.End.Character},
			}
		}
		changes = append(changes, next)
	}
	return changes, nil
}

// change takes a newer version of a document in.
func (s *server) change(params []byte) {
	var c changed
	changes, err := c.read(params)
	if err != nil {
		s.loseNamed(params, err)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[*c.TextDocument.URI]
	if d == nil {
		return // a document that is not open
	}
	if version := *c.TextDocument.Version; version <= d.version {
		s.lose(d, fmt.Errorf("version %d came after version %d", version, d.version))
		return
	}
	d.version, d.edited = *c.TextDocument.Version, true
	before := newText("")
	if i := whole(changes); i >= 0 {
		changes = changes[i:]
	} else if d.current == nil {
		return // changes of a text that is not known
	} else {
		before = d.current.text
	}
	t, err := before.apply(changes, s.features.encoding)
	if err != nil {
		s.lose(d, err)
		return
	}
	s.update(d, t)
}

// DidClose forgets a document. One with changes that were not saved is compared with the others as it is on the disk.
func (s *server) DidClose(_ context.Context, p *protocol.DidCloseTextDocumentParams) error {
	if d := s.forget(p.TextDocument.URI); d != nil && d.edited {
		s.changed(pathOf(d.uri))
	}
	return nil
}

// forget forgets a document and returns it; nil for one that is not open.
func (s *server) forget(u documentURI) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.documents[u]
	if d == nil {
		return nil
	}
	delete(s.documents, d.uri)
	d.replace(nil)
	s.withdraw(d)
	delete(s.closed, pathOf(d.uri))
	s.leaveFolder(filepath.Dir(pathOf(d.uri)))
	return d
}

// update gives a document another text and lets it be linted. The caller holds mu.
func (s *server) update(d *document, t *text) {
	s.poll()
	s.enter(d)
	next := s.snapshot(d, t)
	d.replace(next)
	if !s.features.pull && d.isArticle() {
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
	if bytes.Contains(frame, []byte(protocol.MethodTextDocumentDidChange)) {
		s.loseNamed(frame, errors.New("the message cannot be read"))
	}
}

// loseNamed forgets the texts of the documents that a piece of JSON names, of all where it names none.
func (s *server) loseNamed(piece []byte, why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	named := func(d *document) bool { return bytes.Contains(piece, []byte(d.spelled)) }
	some := false
	for _, d := range s.documents {
		some = some || named(d)
	}
	for _, d := range s.documents {
		if !some || named(d) {
			s.lose(d, why)
		}
	}
}
