package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"mtlint/lint"
	"mtlint/lint/atomicfile"
	"mtlint/lint/config"
	"mtlint/lint/glossary"
)

// arguments is what a command gets: one object, or the URI of a document alone.
type arguments struct {
	URI  documentURI             `json:"uri"`            // of the document
	Rule string                  `json:"rule,omitempty"` // name of a rule or a category
	Name string                  `json:"name,omitempty"` // a spelling of a name
	Of   string                  `json:"of,omitempty"`   // another one
	Edit *protocol.WorkspaceEdit `json:"edit,omitempty"`
}

// The commands that a client can have executed.
const (
	acceptName    = "mtlint.acceptName"
	settleName    = "mtlint.settleName"
	keepApart     = "mtlint.keepApart"
	turnOff       = "mtlint.turnOff"
	fixDocument   = "mtlint.fixAll"
	makeEdit      = "mtlint.applyEdit"
	lintFolders   = "mtlint.lintWorkspace"
	scoreDocument = "mtlint.score"
	readAgain     = "mtlint.reload"
)

// commands maps the names of the commands to what they do.
var commands = map[string]func(*server, context.Context, *arguments) (any, error){
	acceptName: func(s *server, ctx context.Context, a *arguments) (any, error) {
		return nil, s.decide(ctx, a, func(f *glossary.File) (string, error) { return f.Accept(a.Name, a.Of) })
	},
	settleName: func(s *server, ctx context.Context, a *arguments) (any, error) {
		return nil, s.decide(ctx, a, func(f *glossary.File) (string, error) { return f.Settle(a.Name, a.Of) })
	},
	keepApart: func(s *server, ctx context.Context, a *arguments) (any, error) {
		return nil, s.decide(ctx, a, func(f *glossary.File) (string, error) { return f.Apart(a.Name, a.Of) })
	},
	turnOff:     (*server).turnOff,
	fixDocument: (*server).fixDocument,
	makeEdit: func(s *server, ctx context.Context, a *arguments) (any, error) {
		return nil, s.apply(ctx, "mtlint", a.Edit)
	},
	lintFolders:   func(s *server, ctx context.Context, _ *arguments) (any, error) { return s.lintFolders(ctx) },
	scoreDocument: (*server).score,
	readAgain:     func(s *server, _ context.Context, _ *arguments) (any, error) { s.reload(); return nil, nil },
}

func commandNames() []string { return slices.Sorted(maps.Keys(commands)) }

// ExecuteCommand does what a command says.
func (s *server) ExecuteCommand(ctx context.Context, p *protocol.ExecuteCommandParams) (protocol.LSPAny, error) {
	do := commands[p.Command]
	if do == nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "unknown command %q", p.Command)
	}
	a, err := argumentsOf(p.Arguments)
	if err != nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%s: %v", p.Command, err)
	}
	jsonrpc2.Async(ctx)
	result, err := do(s, ctx, a)
	if err != nil {
		return nil, err
	}
	return json.Marshal(result)
}

// argumentsOf reads the arguments of a command.
func argumentsOf(args []protocol.LSPAny) (*arguments, error) {
	a := new(arguments)
	if len(args) == 0 {
		return a, nil
	}
	if err := json.Unmarshal(args[0], &a.URI); err == nil {
		return a, nil
	}
	var raw struct {
		*arguments
		Edit protocol.LSPAny `json:"edit"`
	}
	raw.arguments = a
	if err := json.Unmarshal(args[0], &raw); err != nil {
		return nil, err
	}
	if raw.Edit != nil {
		a.Edit = new(protocol.WorkspaceEdit)
		return a, protocol.Unmarshal(raw.Edit, a.Edit)
	}
	return a, nil
}

// command returns a command with its arguments as the client shows it.
func command(title, name string, a arguments) protocol.Command {
	var args any = a
	if a.Edit != nil {
		edit, err := protocol.Marshal(a.Edit)
		if err != nil {
			panic(err) // an edit of our own
		}
		args = map[string]any{"uri": a.URI, "edit": json.RawMessage(edit)}
	}
	data, err := json.Marshal(args)
	if err != nil {
		panic(err) // texts alone
	}
	return protocol.Command{Title: title, Command: name, Arguments: []protocol.LSPAny{data}}
}

// apply asks the client to make an edit.
func (s *server) apply(ctx context.Context, label string, edit *protocol.WorkspaceEdit) error {
	if edit == nil {
		return jsonrpc2.NewError(jsonrpc2.InvalidParams, "there is no edit")
	}
	answer, err := s.client.ApplyEdit(ctx, &protocol.ApplyWorkspaceEditParams{Label: &label, Edit: *edit})
	switch {
	case err != nil:
		return fmt.Errorf("the editor makes no edits: %w", err)
	case !answer.Applied && answer.FailureReason != nil:
		return fmt.Errorf("the edit was not made: %s", *answer.FailureReason)
	case !answer.Applied:
		return errors.New("the edit was not made")
	}
	return nil
}

// fixDocument makes all safe fixes of a document.
func (s *server) fixDocument(ctx context.Context, a *arguments) (any, error) {
	sn, err := s.open(a.URI)
	if err != nil {
		return nil, err
	}
	edits := s.repairs(sn)
	if err := sn.ctx.Err(); err != nil {
		return nil, stale(ctx)
	}
	if len(edits) == 0 {
		return nil, nil
	}
	return nil, s.apply(ctx, "Fix all safe in this article", s.edit(sn, edits))
}

// scored is the score of a document.
type scored struct {
	Score    float64 `json:"score"` // points per 1,000 words; 0 is clean
	Words    int     `json:"words"`
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Infos    int     `json:"infos"`
}

// score returns how much of a document is broken.
func (s *server) score(ctx context.Context, a *arguments) (any, error) {
	sn, err := s.open(a.URI)
	if err != nil {
		return nil, err
	}
	r, err := s.findings(ctx, sn)
	if err != nil {
		return nil, stale(ctx)
	}
	score := lint.ScoreOf(r)
	out := scored{Score: score.PerThousand(), Words: r.Words}
	for i := range r.Findings {
		switch r.Findings[i].Severity {
		case lint.Error:
			out.Errors++
		case lint.Warning:
			out.Warnings++
		default:
			out.Infos++
		}
	}
	return out, nil
}

// linted is what lintFolders has found.
type linted struct {
	Files    int `json:"files"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// lintFolders lints the articles of all folders, and publishes what is found in those that are not open.
func (s *server) lintFolders(ctx context.Context) (any, error) {
	progress, ctx, end := s.beginOwn(ctx, "Linting all articles")
	defer end()
	var total linted
	seen := make(map[string]bool)
	err := s.lintWorkspace(ctx, progress, func(path string) {
		seen[path] = true
		r := s.lintClosed(ctx, path)
		if r == nil {
			return
		}
		total.Files++
		for i := range r.Findings {
			switch r.Findings[i].Severity {
			case lint.Error:
				total.Errors++
			case lint.Warning:
				total.Warnings++
			default:
				total.Infos++
			}
		}
	})
	progress.end(fmt.Sprintf("%d articles: %d errors, %d warnings", total.Files, total.Errors, total.Warnings))
	if err != nil {
		return nil, protocol.ErrRequestCancelled
	}
	s.withdrawClosed(seen) // articles that are gone
	return total, nil
}

// turnOff ignores a rule in the configuration of a document.
func (s *server) turnOff(ctx context.Context, a *arguments) (any, error) {
	return nil, s.configureFile(ctx, a.URI, "ignore", a.Rule)
}

// configureFile puts a value into a list of the configuration of a document, which is made in its folder where there is
// none.
func (s *server) configureFile(ctx context.Context, u documentURI, key, value string) error {
	path, err := s.configOf(u)
	if err != nil {
		return err
	}
	old, isNew, err := s.textOf(path)
	if err != nil {
		return err
	}
	text, err := s.opt.Add(path, old, key, value)
	if err != nil {
		return err
	}
	if err := s.write(ctx, path, old, text, isNew); err != nil {
		return err
	}
	s.reload()
	return nil
}

// decide changes the names file of a document, which is made and named in the configuration where there is none.
func (s *server) decide(ctx context.Context, a *arguments, change func(*glossary.File) (string, error)) error {
	if a.Name == "" {
		return jsonrpc2.NewError(jsonrpc2.InvalidParams, "there is no name")
	}
	path, known, err := s.namesOf(a.URI)
	if err != nil {
		return err
	}
	old, isNew, err := s.textOf(path)
	if err != nil {
		return err
	}
	file, err := glossary.Parse(path, old)
	if err != nil {
		return err
	}
	text, err := change(file)
	if err != nil {
		return err
	}
	if err := s.write(ctx, path, old, text, isNew); err != nil {
		return err
	}
	if !known {
		return s.configureFile(ctx, a.URI, "names", filepath.Base(path))
	}
	s.reload()
	return nil
}

// namesFile is the name of a names file that is made.
const namesFile = "names.yaml"

// namesOf returns the path of the names file that the decisions about a document go into, and whether the document is
// linted with it already: the one on top, or names.yaml beside the configuration.
func (s *server) namesOf(u documentURI) (path string, known bool, err error) {
	settings, err := s.settingsOf(u)
	if err != nil {
		return "", false, err
	}
	if n := len(settings.Names); n > 0 {
		path, err := filepath.Abs(settings.Names[n-1])
		return path, true, err
	}
	path, err = s.configOf(u)
	return filepath.Join(filepath.Dir(path), namesFile), false, err
}

// settingsOf returns what the configuration settles for a document.
func (s *server) settingsOf(u documentURI) (*config.Settings, error) {
	s.mu.Lock()
	loader, path := s.loader, s.place(u)
	s.mu.Unlock()
	return loader.For(path)
}

// configOf returns the absolute path of the configuration of a document: the file that there is, or the one to make, in the
// root that holds the document, or beside it.
func (s *server) configOf(u documentURI) (string, error) {
	settings, err := s.settingsOf(u)
	if err != nil {
		return "", err
	}
	if settings.File != "" {
		return filepath.Abs(settings.File)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	path := s.place(u)
	for _, root := range s.roots {
		if rel, err := filepath.Rel(root, path); err == nil && filepath.IsLocal(rel) {
			return filepath.Join(root, config.Name), nil
		}
	}
	if !u.IsFile() {
		return "", fmt.Errorf("%s is in no folder: save it, or open a folder", path)
	}
	return filepath.Join(filepath.Dir(path), config.Name), nil
}

// textOf returns the text of a file as it is in the editor, or on the disk, and whether there is none yet.
func (s *server) textOf(path string) (text string, isNew bool, err error) {
	if sn, err := s.open(uri.File(path)); err == nil {
		return sn.text.Content, false, nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", true, nil
	}
	return string(data), false, err
}

// write puts another text into a file: by the editor where it is open there, which may have changes that are not saved.
func (s *server) write(ctx context.Context, path, old, text string, isNew bool) error {
	sn, err := s.open(uri.File(path))
	switch {
	case err == nil:
		return s.apply(ctx, "mtlint", s.edit(sn, []lint.Edit{difference(sn.text.Content, text)}))
	case isNew:
		return atomicfile.Make(path, text)
	case text == old:
		return nil
	}
	return atomicfile.Rewrite(path, old, text)
}

// difference returns the edit that makes new of old.
func difference(old, new string) lint.Edit {
	start := 0
	for start < min(len(old), len(new)) && old[start] == new[start] {
		start++
	}
	for start > 0 && !runeStart(old, start) {
		start--
	}
	end, tail := len(old), len(new)
	for end > start && tail > start && old[end-1] == new[tail-1] {
		end--
		tail--
	}
	for end < len(old) && !runeStart(old, end) {
		end++
		tail++
	}
	return lint.Edit{Span: lint.Span{Start: start, End: end}, Text: new[start:tail]}
}

// runeStart reports whether no character is cut at i.
func runeStart(s string, i int) bool { return i == len(s) || s[i]&0xC0 != 0x80 }
