// Package lsp is the language server: it lints articles while they are written.
//
// In come the rules and a client that speaks the Language Server Protocol on a stream; out go diagnostics, repairs and
// explanations:
//
//	message ─ stream.Read ─ server.handle ─┬─ didOpen, didChange → snapshot, one version of a text
//	                                       │      └─ lint.Lint → findings → publishDiagnostics
//	                                       └─ requests → the findings of the snapshot → diagnostics, code actions, hover
//
// Notifications are handled one after the other; a request takes its snapshot in turn and is then worked on beside the
// next ones. A snapshot that a newer version replaces is no longer linted, and what was found in it is not told.
package lsp

import (
	"context"
	"errors"
	"io"
	"runtime"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"

	"mtlint/lint"
	"mtlint/lint/baseline"
	"mtlint/lint/config"
)

// Options is what a server is made of.
type Options struct {
	config.Known                         // the rules, and what configurations may name
	Explain      func(*lint.Rule) string // the documentation of a rule as Markdown
	Page         func(*lint.Rule) string // path of a file with that, made when it is not there; empty for none
	Version      string                  // of the program
}

// ErrNoShutdown ends a server whose client left without asking it to shut down.
var ErrNoShutdown = errors.New("the client left without a shutdown request")

// Serve speaks with the client until it leaves. It closes in.
func Serve(ctx context.Context, in io.ReadCloser, out io.Writer, opt Options) error {
	s := newServer(opt)
	str := newStream(in, out)
	str.broken = s.brokenFrame
	conn := jsonrpc2.NewConn(str, jsonrpc2.WithCodec(codec{}))
	s.client = protocol.ClientDispatcher(conn)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.ctx = ctx
	conn.Go(ctx, s.handle(protocol.ServerHandler(s, nil)))
	select {
	case <-conn.Done():
	case <-s.left:
	case <-ctx.Done():
	}
	cancel()
	_ = str.Close() // what it says of in does not matter any more
	str.drain()
	if !s.wasShutDown() {
		return ErrNoShutdown
	}
	return nil
}

// codec encodes what messages carry.
type codec struct{}

func (codec) Marshal(v any) ([]byte, error) { return protocol.Marshal(v) }

func (codec) Unmarshal(data []byte, v any) error { return protocol.Unmarshal(data, v) }

// newServer returns a server that has no client yet.
func newServer(opt Options) *server {
	s := &server{
		opt:       opt,
		calls:     calls{running: make(map[jsonrpc2.ID]context.CancelFunc)},
		documents: make(map[documentURI]*document),
		closed:    make(map[string]bool),
		folders:   make(map[string]*folder),
		told:      make(map[string]bool),
		baselines: make(map[string]*baseline.Baseline),
		faulty:    make(map[documentURI]bool),
		stamps:    make(map[string]stamp),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
		left:      make(chan struct{}),
	}
	s.loader, _ = s.settings.loader(opt.Known, nil)
	return s
}
