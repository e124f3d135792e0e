package lsp

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mtlint/lint"
	"mtlint/lint/read"
)

// folder is what is known of the articles of a folder that has an open document: what the rules ask that compare articles.
// Open documents are known as they were opened or saved last.
type folder struct {
	path   string
	facts  *lint.CorpusFacts
	ready  bool // its articles were read; guarded by server.mu
	state  int  // tells what is known from what was known before; guarded by server.mu
	ctx    context.Context
	cancel context.CancelFunc
}

// Limits of what is read of a folder.
const (
	maxArticles = 1000     // files
	maxArticle  = 1 << 20  // bytes of a file; a longer one is no article
	maxFolder   = 16 << 20 // bytes of all files
)

// comparesArticles reports whether there are rules that compare articles.
func (s *server) comparesArticles() bool {
	return slices.ContainsFunc(s.opt.Rules, func(r *lint.Rule) bool { return len(r.Corpus) > 0 })
}

// enter begins to read the other articles of the folder of a document, where articles are compared and that is not done
// yet. The caller holds mu.
func (s *server) enter(d *document) {
	if !d.uri.IsFile() || !d.isArticle() || !s.settings.across() || !s.comparesArticles() {
		return
	}
	dir := filepath.Dir(pathOf(d.uri))
	if s.folders[dir] != nil {
		return
	}
	f := &folder{path: dir, facts: lint.NewCorpusFacts(s.opt.Rules)}
	f.ctx, f.cancel = context.WithCancel(s.ctx)
	s.folders[dir] = f
	go s.gather(f)
}

// forgetFolders forgets what is known of the folders. The caller holds mu.
func (s *server) forgetFolders() {
	for _, f := range s.folders {
		f.cancel()
	}
	clear(s.folders)
}

// leaveFolder forgets a folder that has no open document any more. The caller holds mu.
func (s *server) leaveFolder(dir string) {
	f := s.folders[dir]
	if f == nil {
		return
	}
	for _, d := range s.documents {
		if filepath.Dir(pathOf(d.uri)) == dir {
			return
		}
	}
	f.cancel()
	delete(s.folders, dir)
}

// gather reads the articles of a folder, when there is nothing else to do, and lets those that are open be linted again.
func (s *server) gather(f *folder) {
	entries, _ := os.ReadDir(f.path) // of one that cannot be read nothing is known
	var articles []string
	bytes := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxArticle || !read.IsKnown(e.Name()) {
			continue
		}
		if bytes += info.Size(); len(articles) == maxArticles || bytes > maxFolder {
			break
		}
		if s.leisure(f.ctx) != nil {
			return
		}
		path := filepath.Join(f.path, e.Name())
		articles = append(articles, path)
		s.put(f, path)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f.ctx.Err() != nil {
		return
	}
	f.ready = true
	if s.comparable(f, articles) {
		s.relint(f, "")
	}
}

// comparable reports whether a folder with these articles on the disk has two or more, those that are open among them.
// The caller holds mu.
func (s *server) comparable(f *folder, articles []string) bool {
	for _, d := range s.documents {
		if path := pathOf(d.uri); d.uri.IsFile() && filepath.Dir(path) == f.path && !slices.Contains(articles, path) {
			articles = append(articles, path)
		}
	}
	return len(articles) > 1
}

// put takes an article of the folder up as it is in the editor, or on the disk; one that is gone is forgotten.
func (s *server) put(f *folder, path string) {
	sn, err := s.snapshotAt(path)
	if err != nil {
		f.facts.Remove(path)
		return
	}
	for src := range s.corpus(sn) {
		if d, _ := src.Read(); d != nil {
			_ = f.facts.Put(d) // a fault of a rule is told when the document itself is linted
		}
	}
}

// changed takes an article up that was saved, or changed beside the editor.
func (s *server) changed(path string) {
	s.mu.Lock()
	f, shown := s.folders[filepath.Dir(path)], s.closed[path]
	s.mu.Unlock()
	if shown {
		go s.lintClosed(s.ctx, path)
	}
	if f == nil || !read.IsKnown(path) {
		return
	}
	go func() {
		if s.leisure(f.ctx) != nil {
			return
		}
		s.put(f, path)
		s.mu.Lock()
		defer s.mu.Unlock()
		if f.ready && f.ctx.Err() == nil {
			s.relint(f, path)
		}
	}()
}

// relint lints the open documents of a folder again, but for one. The caller holds mu.
func (s *server) relint(f *folder, but string) {
	s.sequence++
	f.state = s.sequence
	for _, d := range s.documents {
		if path := pathOf(d.uri); d.current != nil && d.uri.IsFile() && filepath.Dir(path) == f.path && path != but {
			s.update(d, d.current.text)
		}
	}
	s.relintClosed(f.path)
	s.askForPull()
}

// leisure waits until nothing is linted that the client waits for. It returns the error of the context when that ends first.
func (s *server) leisure(ctx context.Context) error {
	for s.urgent.Load() > 0 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(2 * time.Millisecond):
		}
	}
	return ctx.Err()
}
