package lsp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mtlint/lint"
)

// puller is a client that asks for diagnostics.
var puller = object{
	"textDocument": object{"diagnostic": object{"dynamicRegistration": false}},
	"workspace":    object{"diagnostics": object{"refreshSupport": true}},
}

type report struct {
	Kind     string       `json:"kind"`
	ResultID string       `json:"resultId"`
	URI      string       `json:"uri"`
	Version  *int         `json:"version"`
	Items    []diagnostic `json:"items"`
}

func (r report) String() string { return r.Kind + " " + filepath.Base(r.URI) + " " + join(r.Items) }

func join(ds []diagnostic) (all string) {
	for _, d := range ds {
		all += d.Code + ";"
	}
	return all
}

func TestPull(t *testing.T) {
	c := start(t, puller)
	c.open(broken)
	ask := func(previous string) (r report) {
		params := object{"textDocument": object{"uri": uri}}
		if previous != "" {
			params["previousResultId"] = previous
		}
		c.call("textDocument/diagnostic", params, &r)
		return r
	}
	first := ask("")
	if first.Kind != "full" || join(first.Items) != "repetition/word;" || first.ResultID == "" {
		t.Fatalf("report %+v", first)
	}
	if again := ask(first.ResultID); again.Kind != "unchanged" || again.ResultID != first.ResultID {
		t.Errorf("asked again: %+v, want unchanged", again)
	}
	c.change(2, object{"text": "We left.\n"})
	if now := ask(first.ResultID); now.Kind != "full" || now.Items == nil || len(now.Items) > 0 {
		t.Errorf("report of the repaired text: %+v, want a full one that is empty", now)
	}
	c.call("shutdown", nil, nil)
	c.mu.Lock()
	defer c.mu.Unlock()
	if slices.ContainsFunc(c.messages, func(m message) bool { return m.Method == "textDocument/publishDiagnostics" }) {
		t.Error("diagnostics are pushed to a client that asks for them")
	}
}

func (c *client) askWorkspace(extra object, previous ...report) []report {
	c.t.Helper()
	ids := []object{}
	for _, r := range previous {
		ids = append(ids, object{"uri": r.URI, "value": r.ResultID})
	}
	params := object{"previousResultIds": ids}
	for k, v := range extra {
		params[k] = v
	}
	var result struct{ Items []report }
	c.call("workspace/diagnostic", params, &result)
	return result.Items
}

func kinds(reports []report) []string {
	var out []string
	for _, r := range reports {
		out = append(out, r.String())
	}
	slices.Sort(out)
	return out
}

// All articles of all folders are linted: those that are open as they are in the editor, none that is excluded.
func TestPullWorkspace(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	write(t, one, "a.txt", broken)
	open := write(t, one, "b.txt", broken)
	write(t, one, "program.py", broken)
	write(t, two, "c.txt", "We left.\n")
	write(t, two, ".mtlint.yaml", "exclude: [old/]\n")
	if err := os.Mkdir(filepath.Join(two, "old"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(two, "old"), "d.txt", broken)
	c := connect(t)
	compared := make(chan bool, 10)
	c.answer("workspace/diagnostic/refresh", func(json.RawMessage) any { compared <- true; return nil })
	c.initialize(puller, one, two)
	c.openAt(open, "We left.\n")
	<-compared
	first := c.askWorkspace(nil)
	if got, want := kinds(first), []string{"full a.txt repetition/word;", "full b.txt ", "full c.txt "}; !slices.Equal(got, want) {
		t.Fatalf("reports %v, want %v", got, want)
	}
	again := c.askWorkspace(nil, first...)
	if got, want := kinds(again), []string{"unchanged a.txt ", "unchanged b.txt ", "unchanged c.txt "}; !slices.Equal(got, want) {
		t.Errorf("reports %v, want %v", got, want)
	}
	if err := os.Remove(filepath.Join(one, "a.txt")); err != nil {
		t.Fatal(err)
	}
	c.notify("workspace/didChangeWorkspaceFolders", object{"event": object{"added": []any{}, "removed": []object{{"uri": fileURI(two), "name": "two"}}}})
	left := c.askWorkspace(nil, first...)
	if got, want := kinds(left), []string{"full a.txt ", "full b.txt ", "full c.txt "}; !slices.Equal(got, want) {
		t.Errorf("reports %v, want %v: what is gone has no findings", got, want)
	}
}

// What is found in an article that is not open changes with the others of its folder, too.
func TestPullWorkspaceAcrossArticles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "One day.\n")
	b := write(t, dir, "b.txt", "One night.\n")
	opt := options()
	opt.Rules = []*lint.Rule{alike}
	c := connectTo(t, opt)
	refreshed := make(chan bool, 10)
	c.answer("workspace/diagnostic/refresh", func(json.RawMessage) any { refreshed <- true; return nil })
	c.initialize(puller, dir)
	before := c.askWorkspace(nil)
	c.openAt(b, "One night.\n")
	<-refreshed
	found := c.askWorkspace(nil, before...)
	if got, want := kinds(found), []string{"full a.txt test/alike;", "full b.txt test/alike;"}; !slices.Equal(got, want) {
		t.Errorf("reports %v, want %v", got, want)
	}
	write(t, dir, "b.txt", "Two nights.\n")
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": b, "version": 2}, "contentChanges": []object{{"text": "Two nights.\n"}}})
	c.notify("textDocument/didSave", object{"textDocument": object{"uri": b}})
	<-refreshed
	if got, want := kinds(c.askWorkspace(nil, found...)), []string{"full a.txt ", "full b.txt "}; !slices.Equal(got, want) {
		t.Errorf("reports %v, want %v", got, want)
	}
}

// Reports come in parts, and progress is told, under the tokens that the client gives.
func TestPullWorkspaceInParts(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		write(t, dir, name, broken)
	}
	c := connect(t)
	offered, _ := c.initialize(puller, dir).Capabilities["diagnosticProvider"].(object)
	if offered["workspaceDiagnostics"] != true || offered["workDoneProgress"] != true {
		t.Errorf("offered %v, want diagnostics of the workspace with progress", offered)
	}
	if rest := c.askWorkspace(object{"partialResultToken": "parts", "workDoneToken": 7}); len(rest) > 0 {
		t.Errorf("the last part is %v, want all in the parts before", rest)
	}
	var parts, steps []string
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range c.messages {
		if m.Method != "$/progress" {
			continue
		}
		var p struct {
			Token json.RawMessage
			Value struct {
				Kind  string
				Items []report
			}
		}
		c.decode(m.Params, &p)
		if string(p.Token) == "7" {
			steps = append(steps, p.Value.Kind)
		} else {
			parts = append(parts, kinds(p.Value.Items)...)
		}
	}
	if want := []string{"full a.txt repetition/word;", "full b.txt repetition/word;", "full c.txt repetition/word;"}; !slices.Equal(parts, want) {
		t.Errorf("parts %v, want %v", parts, want)
	}
	if len(steps) < 3 || steps[0] != "begin" || steps[1] != "report" || steps[len(steps)-1] != "end" {
		t.Errorf("progress %v, want begin, report and end", steps)
	}
}

func TestLintWorkspaceCommand(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", broken)
	write(t, dir, "b.txt", "We left.\n")
	c := start(t, object{"window": object{"workDoneProgress": true}}, dir)
	var total struct{ Files, Errors, Warnings int }
	c.call("workspace/executeCommand", object{"command": "mtlint.lintWorkspace"}, &total)
	if total.Files != 2 || total.Errors+total.Warnings != 1 {
		t.Errorf("found %+v", total)
	}
	c.has(article, "repetition/word")
	c.take("progress", func(m *message) bool { return m.Method == "window/workDoneProgress/create" })
}

// What is shown in articles that are not open goes with its cause: the text, a rule, the file.
func TestLintWorkspaceStaysCurrent(t *testing.T) {
	dir := t.TempDir()
	mended, ignored, gone := write(t, dir, "a.txt", broken), write(t, dir, "b.txt", broken), write(t, dir, "c.txt", broken)
	c := start(t, object{"workspace": object{"didChangeWatchedFiles": object{"dynamicRegistration": true}}}, dir)
	lintAll := func() { c.call("workspace/executeCommand", object{"command": "mtlint.lintWorkspace"}, nil) }
	changed := func(uri string) {
		c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": uri, "type": 2}}})
	}
	lintAll()
	for _, article := range []string{mended, ignored, gone} {
		c.has(article, "repetition/word")
	}
	write(t, dir, "a.txt", "We left.\n")
	changed(mended)
	c.has(mended)
	if err := os.Remove(filepath.Join(dir, "c.txt")); err != nil {
		t.Fatal(err)
	}
	lintAll()
	c.has(gone)
	changed(write(t, dir, ".mtlint.yaml", "ignore: repetition\n"))
	c.has(ignored)
}

// A request that is cancelled ends with the error that says so, and does not disturb the others.
func TestCancel(t *testing.T) {
	dir := t.TempDir()
	for i := range 300 {
		write(t, dir, string(rune('a'+i%26))+string(rune('a'+i/26))+".txt", names)
	}
	c := start(t, puller, dir)
	id := c.request("workspace/diagnostic", object{"previousResultIds": []any{}})
	c.notify("$/cancelRequest", object{"id": id})
	if m := c.response(id); m.Error == nil || m.Error.Code != -32800 {
		t.Errorf("answer %s %v, want the error that it was cancelled", m.Result, m.Error)
	}
	c.notify("$/cancelRequest", object{"id": 4711})
	c.notify("$/cancelRequest", object{"id": []any{}})
	c.open(broken)
	var r report
	c.call("textDocument/diagnostic", object{"textDocument": object{"uri": uri}}, &r)
	if join(r.Items) != "repetition/word;" {
		t.Errorf("report %+v", r)
	}
}
