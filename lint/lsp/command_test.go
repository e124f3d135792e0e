package lsp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const names = "The mayor, Pavel Sasover, resigned. Critics of Sasover cheered. A deputy of Sessover took over.\n"

// write writes a file into a folder and returns its URI.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return fileURI(path)
}

// titled returns the action that has a title.
func titled(t *testing.T, actions []action, title string) action {
	t.Helper()
	var all []string
	for _, a := range actions {
		if strings.HasPrefix(a.Title, title) {
			return a
		}
		all = append(all, a.Title)
	}
	t.Fatalf("no action %q in %q", title, all)
	return action{}
}

// execute has the command of an action executed.
func (c *client) execute(a action) {
	c.t.Helper()
	c.call("workspace/executeCommand", object{"command": a.Command.Command, "arguments": a.Command.Arguments}, nil)
}

// A name is accepted: names.yaml is made and named in a new configuration, and the finding goes.
func TestAcceptName(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", names)
	c := start(t, editor, dir)
	c.openAt(article, names)
	c.has(article, "names/variant")
	c.execute(titled(t, c.actionsAt(article, span(0, 78, 0, 78)), "Accept the name ‘Sessover’ beside ‘Sasover’"))
	c.has(article)
	if got, want := readFile(t, filepath.Join(dir, "names.yaml")), "  - name: Sasover\n    also:\n      - Sessover\n"; !strings.HasSuffix(got, want) {
		t.Errorf("names.yaml is %q, want %q at its end", got, want)
	}
	if got, want := readFile(t, filepath.Join(dir, ".mtlint.yaml")), "names:\n  - names.yaml\n"; got != want {
		t.Errorf(".mtlint.yaml is %q, want %q", got, want)
	}
}

func TestKeepApartAndSettle(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".mtlint.yaml", "# ours\nnames: house.yaml # all\n")
	write(t, dir, "house.yaml", "names:\n  - name: Other # sure\n")
	article := write(t, dir, "a.txt", names)
	c := start(t, editor, dir)
	c.openAt(article, names)
	c.has(article, "names/variant")
	c.execute(titled(t, c.actionsAt(article, span(0, 78, 0, 78)), "Settle ‘Sasover’"))
	c.has(article, "names/glossary")
	if got, want := readFile(t, filepath.Join(dir, "house.yaml")), "names:\n  - name: Other # sure\n  - name: Sasover\n    variants:\n      - Sessover\n"; got != want {
		t.Errorf("house.yaml is %q, want %q", got, want)
	}
	c.execute(titled(t, c.actionsAt(article, span(0, 78, 0, 78)), "Accept the name ‘Sessover’"))
	c.has(article)

	write(t, dir, "house.yaml", "names: []\n")
	c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": fileURI(filepath.Join(dir, "house.yaml")), "type": 2}}})
	c.has(article, "names/variant")
	c.execute(titled(t, c.actionsAt(article, span(0, 78, 0, 78)), "Keep ‘Sessover’ and ‘Sasover’ apart"))
	c.has(article)
	if got, want := readFile(t, filepath.Join(dir, "house.yaml")), "names: []\nnot:\n  - [Sessover, Sasover]\n"; got != want {
		t.Errorf("house.yaml is %q, want %q", got, want)
	}
	if got, want := readFile(t, filepath.Join(dir, ".mtlint.yaml")), "# ours\nnames: house.yaml # all\n"; got != want {
		t.Errorf(".mtlint.yaml is %q, want %q", got, want)
	}
}

// A spelling is written everywhere, one in place of the other.
func TestWriteEverywhere(t *testing.T) {
	c := start(t, editor)
	c.open(names)
	a := titled(t, c.actions(span(0, 78, 0, 78)), "Write ‘Sessover’ everywhere")
	if got, want := apply(names, a.Edit.DocumentChanges[0].Edits), strings.ReplaceAll(names, "Sasover", "Sessover"); got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}

// A rule is turned off in the configuration, whose comments stay; open documents lose its findings.
func TestTurnOff(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, ".mtlint.yaml", "ignore: [wording] # too strict\n")
	article := write(t, dir, "a.txt", broken)
	c := start(t, editor, dir)
	c.openAt(article, broken)
	c.has(article, "repetition/word")
	c.execute(titled(t, c.actionsAt(article, span(0, 27, 0, 27)), "Turn repetition/word off"))
	c.has(article)
	if got, want := readFile(t, filepath.Join(dir, ".mtlint.yaml")), "ignore: [wording, repetition/word] # too strict\n"; got != want {
		t.Errorf(".mtlint.yaml is %q, want %q", got, want)
	}
}

// A configuration that is open in the editor is changed there, so that nothing that is not saved is lost.
func TestTurnOffInOpenFile(t *testing.T) {
	dir := t.TempDir()
	article, settings := write(t, dir, "a.txt", broken), write(t, dir, ".mtlint.yaml", "lang: en\n")
	c := start(t, editor, dir)
	edits := make(chan workspaceEdit, 1)
	c.answer("workspace/applyEdit", func(params json.RawMessage) any {
		var p struct{ Edit workspaceEdit }
		c.decode(params, &p)
		edits <- p.Edit
		return object{"applied": true}
	})
	const unsaved = "lang: en # not saved\n"
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": settings, "languageId": "yaml", "version": 4, "text": unsaved}})
	c.openAt(article, broken)
	c.has(article, "repetition/word")
	c.execute(titled(t, c.actionsAt(article, span(0, 27, 0, 27)), "Turn repetition/word off"))
	e := (<-edits).DocumentChanges[0]
	if got, want := apply(unsaved, e.Edits), unsaved+"ignore:\n  - repetition/word\n"; got != want || *e.TextDocument.Version != 4 {
		t.Errorf("version %d becomes %q, want %q", *e.TextDocument.Version, got, want)
	}
	if got := readFile(t, filepath.Join(dir, ".mtlint.yaml")); got != "lang: en\n" {
		t.Errorf(".mtlint.yaml is %q on the disk", got)
	}
}

func TestIgnoreHere(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"first line": {"It rained on the the first day.\n", "<!-- mtlint-disable-next-line repetition/word: say why -->\nIt rained on the the first day.\n"},
		"CR LF":      {"Rain.\r\n\r\n  On the the first day.\r\n", "Rain.\r\n\r\n  <!-- mtlint-disable-next-line repetition/word: say why -->\r\n  On the the first day.\r\n"},
	} {
		cl := start(t, editor)
		cl.open(c.text)
		found := cl.diagnostics(1).Diagnostics
		if len(found) != 1 {
			t.Fatalf("%s: found %+v", name, found)
		}
		at := found[0].Range.Start
		a := titled(t, cl.actions(span(at.Line, at.Character, at.Line, at.Character)), "Ignore here")
		got := apply(c.text, a.Edit.DocumentChanges[0].Edits)
		if got != c.want {
			t.Errorf("%s: makes %q, want %q", name, got, c.want)
		}
		cl.change(2, object{"text": got})
		if left := codes(cl.diagnostics(2)); len(left) > 0 {
			t.Errorf("%s: %v is left", name, left)
		}
	}
}

// MDX has comments of its own.
func TestIgnoreHereInMDX(t *testing.T) {
	const uri, text = "file:///articles/a.mdx", "It rained on the the first day.\n"
	c := start(t, editor)
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "mdx", "version": 1, "text": text}})
	got := apply(text, titled(t, c.actionsAt(uri, span(0, 14, 0, 14)), "Ignore here").Edit.DocumentChanges[0].Edits)
	if want := "{/* mtlint-disable-next-line repetition/word: say why */}\n" + text; got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}

// A client that knows no code actions gets commands, which ask it to make the edits.
func TestCommandsOnly(t *testing.T) {
	c := start(t, object{})
	edits := make(chan workspaceEdit, 1)
	c.answer("workspace/applyEdit", func(params json.RawMessage) any {
		var p struct{ Edit workspaceEdit }
		c.decode(params, &p)
		edits <- p.Edit
		return object{"applied": true}
	})
	c.open(broken)
	var commands []struct {
		Title, Command string
		Arguments      []any
	}
	c.call("textDocument/codeAction", object{"textDocument": object{"uri": uri}, "range": span(0, 27, 0, 27), "context": object{"diagnostics": []any{}}}, &commands)
	if len(commands) == 0 {
		t.Fatal("no commands")
	}
	c.call("workspace/executeCommand", object{"command": commands[0].Command, "arguments": commands[0].Arguments}, nil)
	if got, want := apply(broken, (<-edits).Changes[uri]), strings.Replace(broken, "the the", "the", 1); got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}

func TestCommands(t *testing.T) {
	c := start(t, editor)
	c.open(broken)
	var score struct {
		Score                   float64
		Words, Errors, Warnings int
	}
	c.call("workspace/executeCommand", object{"command": "mtlint.score", "arguments": []string{uri}}, &score)
	if score.Score <= 0 || score.Words != 11 || score.Errors+score.Warnings != 1 {
		t.Errorf("score %+v", score)
	}
	if code := c.fail("workspace/executeCommand", object{"command": "mtlint.unheardOf"}); code != -32602 {
		t.Errorf("an unknown command: code %d, want -32602", code)
	}
	if code := c.fail("workspace/executeCommand", object{"command": "mtlint.acceptName", "arguments": []any{7}}); code != -32602 {
		t.Errorf("wrong arguments: code %d, want -32602", code)
	}
	if code := c.fail("workspace/executeCommand", object{"command": "mtlint.acceptName", "arguments": []any{object{"uri": uri}}}); code != -32602 {
		t.Errorf("no name: code %d, want -32602", code)
	}
}

// An edit that the editor does not make is told, with the reason where it gives one.
func TestRefusedEdit(t *testing.T) {
	c := start(t, editor)
	c.open(broken)
	for want, answer := range map[string]object{
		"the edit was not made":            {"applied": false},
		"the edit was not made: read-only": {"applied": false, "failureReason": "read-only"},
	} {
		c.answer("workspace/applyEdit", func(json.RawMessage) any { return answer })
		m := c.response(c.request("workspace/executeCommand", object{"command": "mtlint.fixAll", "arguments": []any{uri}}))
		if m.Error == nil || !strings.HasSuffix(m.Error.Message, want) {
			t.Errorf("%v: got %+v, want %s", answer, m.Error, want)
		}
	}
}

// fixAll is resolved later where the client can.
func TestResolve(t *testing.T) {
	c := start(t, object{"textDocument": object{"codeAction": object{
		"codeActionLiteralSupport": object{"codeActionKind": object{"valueSet": []string{"source"}}},
		"dataSupport":              true, "resolveSupport": object{"properties": []string{"edit"}},
	}}})
	c.open(broken)
	var actions []object
	c.call("textDocument/codeAction", object{
		"textDocument": object{"uri": uri}, "range": span(0, 0, 0, 0), "context": object{"diagnostics": []any{}, "only": []string{"source.fixAll"}},
	}, &actions)
	if len(actions) != 1 || actions[0]["edit"] != nil {
		t.Fatalf("actions %v, want one without its edit", actions)
	}
	var resolved action
	c.call("codeAction/resolve", actions[0], &resolved)
	if got, want := apply(broken, resolved.Edit.Changes[uri]), strings.Replace(broken, "the the", "the", 1); got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}

// In marked-up text the markup stays, also where the editor alone says what it is.
func TestMarkdown(t *testing.T) {
	const text = "# Title\n\nThe mayor, *Pavel* Sasover, resigned. Critics of **Sasover** cheered. See `Sasover`. A deputy of Sessover took over.\n"
	c := start(t, editor)
	const uri = "untitled:Untitled-1"
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
	c.has(uri, "names/variant")
	at := strings.Index(text, "Sessover") - len("# Title\n\n")
	a := titled(t, c.actionsAt(uri, span(2, at, 2, at)), "Write ‘Sessover’ everywhere")
	want := strings.ReplaceAll(text, "Sasover", "Sessover")
	want = strings.Replace(want, "`Sessover`", "`Sasover`", 1)
	if got := apply(text, a.Edit.DocumentChanges[0].Edits); got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}

// A comment is no line of JSON: in a file of records nothing is ignored by one, and places are those of the file.
func TestRecords(t *testing.T) {
	const record, repaired = `{"text":"They went to the the market."}` + "\n", `{"text":"They went to the market."}` + "\n"
	dir := t.TempDir()
	file := write(t, dir, "a.jsonl", record+record)
	c := start(t, editor, dir)
	c.openAt(file, record+record)
	c.has(file, "repetition/word", "repetition/word")
	var titles []string
	for _, a := range c.actionsAt(file, span(1, 26, 1, 26)) {
		titles = append(titles, a.Title)
	}
	want := []string{"Write it once", "Turn repetition/word off for the project", "Fix all safe in this article"}
	if !slices.Equal(titles, want) {
		t.Errorf("actions %q, want %q", titles, want)
	}
	var edits []textEdit
	c.call("textDocument/formatting", object{"textDocument": object{"uri": file}, "options": object{"tabSize": 4, "insertSpaces": true}}, &edits)
	if got := apply(record+record, edits); got != repaired+repaired {
		t.Errorf("formatted: %q", got)
	}
}
