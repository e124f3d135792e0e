package lsp

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint/read"
)

// rootsOf returns the paths of the folders that a client has open.
func rootsOf(p *protocol.InitializeParams) []string {
	var roots []string
	if folders, ok := p.WorkspaceFolders.Get(); ok {
		for _, f := range folders {
			roots = appendRoot(roots, f.URI)
		}
		return roots
	}
	if p.RootURI != nil {
		return appendRoot(nil, *p.RootURI)
	}
	if path, ok := p.RootPath.Get(); ok && path != "" {
		return []string{filepath.Clean(path)}
	}
	return nil
}

// appendRoot appends the path of a folder that is on this machine.
func appendRoot(roots []string, u uri.URI) []string {
	if path := filepath.Clean(u.FsPath()); u.IsFile() && !slices.Contains(roots, path) {
		return append(roots, path)
	}
	return roots
}

// DidChangeWorkspaceFolders takes folders in, and others out.
func (s *server) DidChangeWorkspaceFolders(_ context.Context, p *protocol.DidChangeWorkspaceFoldersParams) error {
	s.mu.Lock()
	for _, f := range p.Event.Removed {
		path := filepath.Clean(f.URI.FsPath())
		s.roots = slices.DeleteFunc(s.roots, func(r string) bool { return r == path })
	}
	for _, f := range p.Event.Added {
		s.roots = appendRoot(s.roots, f.URI)
	}
	s.mu.Unlock()
	s.reload() // the paths of settings are from the first folder, and texts that are not saved belong to it
	return nil
}

// register asks the client to tell of changed settings, and of files that change beside the editor.
func (s *server) register() {
	var all []protocol.Registration
	if s.features.watchSettings {
		name := section
		all = append(all, registration("settings", protocol.MethodWorkspaceDidChangeConfiguration,
			&protocol.DidChangeConfigurationRegistrationOptions{Section: protocol.DidChangeConfigurationRegistrationOptionsSection(protocol.String(name))}))
	}
	if s.features.watch {
		var watchers []protocol.FileSystemWatcher
		for _, pattern := range append([]string{"**/.mtlint*", "**/*.yaml", "**/*.yml"}, articlePatterns()...) {
			watchers = append(watchers, protocol.FileSystemWatcher{GlobPattern: protocol.Pattern(pattern)})
		}
		all = append(all, registration("files", protocol.MethodWorkspaceDidChangeWatchedFiles, &protocol.DidChangeWatchedFilesRegistrationOptions{Watchers: watchers}))
	}
	if len(all) == 0 {
		return
	}
	if err := s.client.RegisterCapability(s.ctx, &protocol.RegistrationParams{Registrations: all}); err != nil && s.ctx.Err() == nil {
		s.log(protocol.MessageTypeWarning, "the client watches no files: "+err.Error())
	}
}

// registration is a wish to be told of something.
func registration(id, method string, options any) protocol.Registration {
	data, err := protocol.Marshal(options)
	if err != nil {
		panic(err) // options of our own
	}
	return protocol.Registration{ID: "mtlint-" + id, Method: method, RegisterOptions: data}
}

// articlePatterns returns the patterns of the files that hold articles.
func articlePatterns() []string {
	var out []string
	for _, extension := range read.Extensions() {
		out = append(out, "**/*"+extension)
	}
	return out
}

// DidChangeWatchedFiles takes in what has changed beside the editor.
func (s *server) DidChangeWatchedFiles(_ context.Context, p *protocol.DidChangeWatchedFilesParams) error {
	settings := false
	for _, c := range p.Changes {
		path := c.URI.FsPath()
		if isSettings(path) {
			settings = true
		} else {
			s.changed(path)
		}
	}
	if settings {
		s.reload()
	}
	return nil
}

// isSettings reports whether a file may be a configuration, a names file or a baseline.
func isSettings(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return extension == ".yaml" || extension == ".yml" || strings.HasPrefix(filepath.Base(path), ".mtlint")
}

// DidSave takes in that a document is on the disk as it is in the editor.
func (s *server) DidSave(_ context.Context, p *protocol.DidSaveTextDocumentParams) error {
	s.mu.Lock()
	if d := s.documents[p.TextDocument.URI]; d != nil {
		d.edited = false
	}
	s.mu.Unlock()
	if path := pathOf(p.TextDocument.URI); isSettings(path) {
		s.reload()
	} else {
		s.changed(path)
	}
	return nil
}
