package lsp

import (
	"os"
	"path/filepath"
	"time"

	"mtlint/lint/config"
)

// A client that watches no files does not tell when a configuration changes: then the server looks itself, when a text
// changes, and no more often than pollInterval.
const pollInterval = time.Second

// stamp tells one state of a file from another. The zero stamp is of a file that is not there.
type stamp struct {
	size     int64
	modified time.Time
}

func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime()}
}

// note remembers the state of the files that the settings of a path come from, and of those that would take their place.
func (s *server) note(path string, settings *config.Settings) {
	if s.features.watch {
		return
	}
	files := append([]string{settings.File, settings.Baseline}, settings.Names...)
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		files = append(files, filepath.Join(dir, config.Name))
		if dir == filepath.Dir(dir) {
			break
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range files {
		if _, known := s.stamps[f]; f != "" && !known {
			s.stamps[f] = stampOf(f)
		}
	}
}

// poll reads the configurations again where one has changed. The caller holds mu.
func (s *server) poll() {
	if s.features.watch || time.Since(s.polled) < pollInterval {
		return
	}
	s.polled = time.Now()
	for path, before := range s.stamps {
		if now := stampOf(path); now.size != before.size || !now.modified.Equal(before.modified) {
			go s.reload()
			return
		}
	}
}
