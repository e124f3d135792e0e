package lsp

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint/baseline"
	"mtlint/lint/config"
)

// server answers one client.
type server struct {
	protocol.UnimplementedServer
	opt    Options
	client protocol.Client
	ctx    context.Context // ends with the server
	left   chan struct{}   // closed by leave, when the client says exit
	leave  sync.Once
	calls  calls
	slots  chan struct{} // one token for each document that is linted

	cancels sync.Map     // token of progress to context.CancelFunc, of work that the server began
	urgent  atomic.Int32 // documents that are linted for the client, or wait for it

	opening documentURI // of the didOpen that is handled, as the client writes it

	closing sync.Mutex // held while an article that is not open is linted

	mu        sync.Mutex
	phase     phase
	features  features // set by initialize
	roots     []string // paths of the folders that the client has open
	settings  Settings
	loader    *config.Loader
	settled   int                           // counts the changes of what findings depend on beside the texts
	told      map[string]bool               // faults of configurations that the user was shown
	baselines map[string]*baseline.Baseline // by path; nil for one that cannot be read
	documents map[documentURI]*document     // those that are open
	closed    map[string]bool               // by path, the articles that are not open and in which something is shown
	folders   map[string]*folder            // of open documents, where articles are compared
	sequence  int                           // counts snapshots
	stamps    map[string]stamp              // by path, of the files that settings come from, where the client watches none
	faulty    map[documentURI]bool          // configurations in which faults are shown
	polled    time.Time                     // when they were looked at
}

// documentURI names a document as the client writes it.
type documentURI = uri.URI

// phase is what a server is ready for.
type phase int

const (
	created  phase = iota // before initialize
	running               // up to shutdown
	shutDown              // nothing but exit
)

// features is what the client can do.
type features struct {
	encoding        encoding // of positions
	pull            bool     // it asks for diagnostics
	related         bool     // diagnostics with related information
	codeActions     bool     // code actions that are no commands
	codeDescription bool     // diagnostics with a link
	resolve         bool     // it asks for the edit of an action that is chosen
	documentChanges bool     // edits for one version of a document
	snippets        bool     // edits with places to fill in
	markdown        bool     // hover text with markup
	refresh         bool     // it can be told to ask for diagnostics again
	configuration   bool     // it can be asked for settings
	watch           bool     // it can be told to watch files
	watchSettings   bool     // it can be told to say when settings change
	progress        bool     // it shows progress that the server begins
}

// featuresOf returns what the client says it can do.
func featuresOf(c *protocol.ClientCapabilities) features {
	f := features{encoding: utf16Encoding}
	if g := c.General; g != nil {
		f.encoding = chooseEncoding(g.PositionEncodings)
	}
	if d := c.TextDocument; d != nil {
		f.addDiagnostics(d)
		if a := d.CodeAction; a != nil {
			f.codeActions = len(a.CodeActionLiteralSupport.CodeActionKind.ValueSet) > 0
			f.resolve = isTrue(a.DataSupport) && slices.Contains(a.ResolveSupport.Properties, "edit")
		}
		if h := d.Hover; h != nil {
			f.markdown = slices.Contains(h.ContentFormat, protocol.MarkupKindMarkdown)
		}
	}
	if w := c.Workspace; w != nil {
		f.addWorkspace(w)
	}
	if w := c.Window; w != nil {
		f.progress = isTrue(w.WorkDoneProgress)
	}
	return f
}

// addDiagnostics adds what the client can do with findings.
func (f *features) addDiagnostics(d *protocol.TextDocumentClientCapabilities) {
	f.pull = d.Diagnostic != nil
	if f.pull {
		f.related = isTrue(d.Diagnostic.RelatedInformation)
		f.codeDescription = isTrue(d.Diagnostic.CodeDescriptionSupport)
	}
	if p := d.PublishDiagnostics; p != nil { // clients that pull say it of what is published, too
		f.related = f.related || isTrue(p.RelatedInformation)
		f.codeDescription = f.codeDescription || isTrue(p.CodeDescriptionSupport)
	}
}

// addWorkspace adds what the client can do with the files and settings of a workspace.
func (f *features) addWorkspace(w *protocol.WorkspaceClientCapabilities) {
	f.configuration = isTrue(w.Configuration)
	f.documentChanges = w.WorkspaceEdit != nil && isTrue(w.WorkspaceEdit.DocumentChanges)
	f.snippets = f.documentChanges && isTrue(w.WorkspaceEdit.SnippetEditSupport)
	f.refresh = w.Diagnostics != nil && isTrue(w.Diagnostics.RefreshSupport)
	f.watch = w.DidChangeWatchedFiles != nil && isTrue(w.DidChangeWatchedFiles.DynamicRegistration)
	f.watchSettings = w.DidChangeConfiguration != nil && isTrue(w.DidChangeConfiguration.DynamicRegistration)
}

func isTrue(b *bool) bool { return b != nil && *b }

// Initialize tells the client what the server can do.
func (s *server) Initialize(_ context.Context, p *protocol.InitializeParams) (*protocol.InitializeResult, error) {
	settings, err := parseSettings(p.InitializationOptions)
	if err != nil {
		s.show(protocol.MessageTypeWarning, "mtlint: "+err.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.features = featuresOf(&p.Capabilities)
	s.roots = rootsOf(p)
	s.adopt(settings)
	s.phase = running
	return &protocol.InitializeResult{
		Capabilities: s.capabilities(),
		ServerInfo:   protocol.ServerInfo{Name: "mtlint", Version: protocol.NewOptional(s.opt.Version)},
	}, nil
}

// capabilities returns what the server can do for this client.
func (s *server) capabilities() protocol.ServerCapabilities {
	yes, incremental := true, protocol.TextDocumentSyncKindIncremental
	c := protocol.ServerCapabilities{
		PositionEncoding: s.features.encoding,
		TextDocumentSync: &protocol.TextDocumentSyncOptions{
			OpenClose: &yes, Change: &incremental, Save: protocol.Boolean(true),
		},
		HoverProvider:                   protocol.Boolean(true),
		DocumentFormattingProvider:      protocol.Boolean(true),
		DocumentRangeFormattingProvider: protocol.Boolean(true),
		CodeActionProvider:              protocol.Boolean(true),
		ExecuteCommandProvider:          protocol.ExecuteCommandOptions{Commands: commandNames()},
		Workspace: &protocol.WorkspaceOptions{WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{
			Supported: &yes, ChangeNotifications: protocol.Boolean(true),
		}},
	}
	if s.features.codeActions {
		c.CodeActionProvider = &protocol.CodeActionOptions{
			CodeActionKinds: []protocol.CodeActionKind{protocol.CodeActionKindQuickFix, fixAll},
			ResolveProvider: &s.features.resolve,
		}
	}
	if s.features.pull {
		c.DiagnosticProvider = &protocol.DiagnosticOptions{
			WorkDoneProgressOptions: protocol.WorkDoneProgressOptions{WorkDoneProgress: &yes},
			InterFileDependencies:   s.comparesArticles(), WorkspaceDiagnostics: true,
		}
	}
	return c
}

// Initialized begins what needs a client that is ready.
func (s *server) Initialized(context.Context, *protocol.InitializedParams) error {
	go func() {
		if s.features.configuration {
			s.fetch()
		}
		s.register()
	}()
	return nil
}

// Shutdown ends the work of the server.
func (s *server) Shutdown(context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.phase = shutDown
	for _, d := range s.documents {
		d.replace(nil)
	}
	clear(s.documents)
	s.forgetFolders()
	s.calls.cancelAll()
	return nil
}

// Exit ends the server.
func (s *server) Exit(context.Context) error {
	s.leave.Do(func() { close(s.left) })
	return nil
}

// wasShutDown reports whether the client asked for a shutdown.
func (s *server) wasShutDown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.phase == shutDown
}

// handle keeps the rules of the protocol that are the same for all messages: what is not its turn is refused, a fault
// in the handling of a message is told to the client and ends nothing.
func (s *server) handle(next jsonrpc2.Handler) jsonrpc2.Handler {
	return func(ctx context.Context, req *jsonrpc2.Request) (result any, err error) {
		defer func() {
			if v := recover(); v != nil {
				s.log(protocol.MessageTypeError, fmt.Sprintf("%s failed: %v (please report this)", req.Method(), v))
				result, err = nil, jsonrpc2.ErrInternal
			}
			if err != nil && !req.IsCall() {
				if !errors.Is(err, jsonrpc2.ErrMethodNotFound) {
					s.log(protocol.MessageTypeError, fmt.Sprintf("%s: %v", req.Method(), err))
				}
				err = nil // an error of a notification would end the connection
			}
			if errors.Is(err, context.Canceled) {
				err = protocol.ErrRequestCancelled
			}
		}()
		if err := s.admit(req.Method()); err != nil {
			return nil, err
		}
		switch req.Method() {
		case protocol.MethodCancelRequest:
			return nil, s.calls.cancel(req)
		case protocol.MethodTextDocumentDidChange:
			s.change(req.Params())
			return nil, nil
		case protocol.MethodTextDocumentDidOpen:
			s.opening = spelledURI(req.Params())
		}
		if req.IsCall() {
			var end func()
			ctx, end = s.calls.begin(s.ctx, ctx, req.ID())
			defer end()
		}
		if len(req.Params()) == 0 && req.Method() == protocol.MethodInitialized {
			return nil, s.Initialized(ctx, nil)
		}
		return next(ctx, req)
	}
}

// admit refuses a message whose turn it is not.
func (s *server) admit(method string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case method == protocol.MethodExit:
		return nil
	case s.phase == created && method != protocol.MethodInitialize:
		return jsonrpc2.NewError(jsonrpc2.ServerNotInitialized, "send initialize first")
	case s.phase == running && method == protocol.MethodInitialize:
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the server is initialized already")
	case s.phase == shutDown:
		return jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the server is shut down")
	}
	return nil
}

// log tells the client what belongs into its log.
func (s *server) log(kind protocol.MessageType, message string) {
	_ = s.client.LogMessage(s.ctx, &protocol.LogMessageParams{Type: kind, Message: message}) // a client that is gone reads no log
}

// show tells the client what its user is to see.
func (s *server) show(kind protocol.MessageType, message string) {
	_ = s.client.ShowMessage(s.ctx, &protocol.ShowMessageParams{Type: kind, Message: message})
}
