package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"mtlint/lint"
	"mtlint/lint/baseline"
	"mtlint/lint/config"
)

// section is the name of the settings in the configuration of an editor.
const section = "mtlint"

// Settings is what an editor may set, over the configuration files.
type Settings struct {
	Config         string   `json:"config"`         // path of the configuration of all files; empty: the nearest .mtlint.yaml
	Select         []string `json:"select"`         // rules and categories that run; empty: all
	Ignore         []string `json:"ignore"`         // rules and categories that do not
	Profile        string   `json:"profile"`        // genre of the texts
	Lang           string   `json:"lang"`           // language of the texts
	SourceLang     string   `json:"sourceLang"`     // language they were translated from
	Names          []string `json:"names"`          // names files over those of the configuration
	MinSeverity    string   `json:"minSeverity"`    // error, warning or info
	AcrossArticles *bool    `json:"acrossArticles"` // compare names with the other articles of the folder; nil is true
}

// parseSettings reads the settings of an editor, bare or in an object that names their section.
func parseSettings(data []byte) (Settings, error) {
	var wrapped struct {
		Section json.RawMessage `json:"mtlint"`
	}
	if err := json.Unmarshal(data, &wrapped); err == nil && wrapped.Section != nil {
		data = wrapped.Section
	}
	var s Settings
	if len(data) == 0 || string(data) == "[]" { // an empty table of Lua
		return s, nil
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return Settings{}, fmt.Errorf("the settings of %s: %w", section, err)
	}
	return s, nil
}

// across reports whether names are compared with those of other articles.
func (s *Settings) across() bool { return s.AcrossArticles == nil || *s.AcrossArticles }

// loader returns the loader of configurations under these settings, with the faults of the settings, which are left out.
// Their paths are from the first of the roots.
func (s *Settings) loader(known config.Known, roots []string) (*config.Loader, []string) {
	from := func(path string) string {
		if path == "" || filepath.IsAbs(path) || len(roots) == 0 {
			return path
		}
		return filepath.Join(roots[0], path)
	}
	var faults []string
	least := lint.Info
	if s.MinSeverity != "" {
		var err error
		if least, err = lint.ParseSeverity(s.MinSeverity); err != nil {
			least, faults = lint.Info, append(faults, "minSeverity: "+err.Error())
		}
	}
	flags := config.Layer{Lang: config.Text{Value: s.Lang}, SourceLang: config.Text{Value: s.SourceLang}}
	for _, n := range s.Names {
		flags.Names = append(flags.Names, config.Text{Value: from(n)})
	}
	if s.Profile != "" {
		if slices.Contains(known.Profiles, s.Profile) {
			flags.Profile.Value = s.Profile
		} else {
			faults = append(faults, fmt.Sprintf("profile: unknown profile %q: want %s", s.Profile, strings.Join(known.Profiles, ", ")))
		}
	}
	for key, names := range map[string][]string{"select": s.Select, "ignore": s.Ignore} {
		for _, unknown := range (&lint.Config{Select: names}).Unknown(known.Rules) {
			if !strings.HasPrefix(unknown, "house") {
				faults = append(faults, fmt.Sprintf("%s: unknown rule or category %q", key, unknown))
			}
		}
	}
	flags.Select, flags.Ignore = texts(s.Select), texts(s.Ignore)
	slices.Sort(faults)
	run := lint.Config{MinSeverity: least, Across: s.across()}
	return config.NewLoader(config.Options{Known: known, File: from(s.Config), Flags: flags, Run: run}), faults
}

func texts(values []string) (ts config.Texts) {
	for _, v := range values {
		ts = append(ts, config.Text{Value: v})
	}
	return ts
}

// configure makes the settings of the editor those that hold, and lints all that is open again.
func (s *server) configure(settings Settings) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adopt(settings)
	s.told = make(map[string]bool)
	s.baselines = make(map[string]*baseline.Baseline)
	s.stamps = make(map[string]stamp)
	s.withdrawFaults()
	s.forgetFolders()
	s.refresh()
}

// adopt makes settings those that hold, and tells the user what is wrong with them. The caller holds mu.
func (s *server) adopt(settings Settings) {
	loader, faults := settings.loader(s.opt.Known, s.roots)
	for _, f := range faults {
		s.show(protocol.MessageTypeWarning, "mtlint: settings: "+f)
	}
	s.settings, s.loader = settings, loader
}

// reload reads the configuration files and the names files anew, and lints all that is open again.
func (s *server) reload() {
	s.mu.Lock()
	settings := s.settings
	s.mu.Unlock()
	s.configure(settings)
}

// refresh makes every open document a snapshot of its own that has the settings of now, and lints what is shown beside
// them. The caller holds mu.
func (s *server) refresh() {
	s.settled++
	for _, d := range s.documents {
		if d.current != nil {
			s.update(d, d.current.text)
		}
	}
	s.relintClosed("")
	s.askForPull()
}

// askForPull tells a client that asks for diagnostics to ask again. The caller holds mu.
func (s *server) askForPull() {
	if s.phase == running && s.features.pull && s.features.refresh {
		go func() { _ = s.client.DiagnosticRefresh(s.ctx) }() // a client that does not, asks in its own time
	}
}

// fetch asks the client for its settings and makes them hold.
func (s *server) fetch() {
	name := section
	answer, err := s.client.Configuration(s.ctx, &protocol.ConfigurationParams{Items: []protocol.ConfigurationItem{{Section: &name}}})
	if err != nil || len(answer) == 0 || string(answer[0]) == "null" {
		return // a client that has none for us: those that it sent with initialize hold
	}
	s.take(answer[0])
}

// take makes settings in JSON hold, null for none.
func (s *server) take(data []byte) {
	settings, err := parseSettings(data)
	if err != nil {
		s.show(protocol.MessageTypeWarning, "mtlint: "+err.Error())
		return
	}
	s.configure(settings)
}

// DidChangeConfiguration takes other settings: those that come along, or those that the client is asked for.
func (s *server) DidChangeConfiguration(_ context.Context, p *protocol.DidChangeConfigurationParams) error {
	if s.features.configuration {
		go s.fetch()
		return nil
	}
	s.take(p.Settings)
	return nil
}

// fileSettings is what holds for one file.
type fileSettings struct {
	*config.Settings
	excluded bool // the configuration passes over the file
}

// settle returns what holds for a snapshot. A fault of its configuration is told to the user, once; without one that can
// be read, the snapshot is linted as without any.
func (s *server) settle(sn *snapshot) *fileSettings {
	sn.settled.Do(func() {
		found, err := sn.loader.For(sn.path)
		if err == nil {
			sn.settings = fileSettings{found, isExcluded(sn.loader, sn.path)}
			s.note(sn.path, found)
			return
		}
		s.showFaults(err)
		sn.settings = fileSettings{Settings: &config.Settings{Config: &lint.Config{MinSeverity: lint.Info}}}
		s.note(sn.path, sn.settings.Settings)
	})
	return &sn.settings
}

// baseline returns the findings at a path that are left alone, read once; nil for none, or one that cannot be read.
func (s *server) baseline(path string) *baseline.Baseline {
	if path == "" {
		return nil
	}
	s.mu.Lock()
	b, ok := s.baselines[path]
	s.mu.Unlock()
	if ok {
		return b
	}
	b, err := baseline.Read(path, lint.Info)
	if err != nil {
		b = nil
		if !errors.Is(err, baseline.ErrMissing) {
			s.tell(err.Error())
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.baselines[path] = b
	return b
}

// tell shows the user what is wrong with a configuration, once until it is read again.
func (s *server) tell(fault string) {
	s.mu.Lock()
	known := s.told[fault]
	s.told[fault] = true
	s.mu.Unlock()
	if !known {
		s.show(protocol.MessageTypeError, "mtlint: "+fault)
	}
}

// isExcluded reports whether the configuration passes over a file, or over a folder that holds it.
func isExcluded(l *config.Loader, path string) bool {
	if l.Excludes(path, false) {
		return true
	}
	for dir := filepath.Dir(path); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if l.Excludes(dir, true) {
			return true
		}
	}
	return false
}
