package lsp_test

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"mtlint/lint/lexicon"
)

// broken has a doubled word, safe to repair, behind characters that the encodings count differently.
const broken = "It rained in Zürich 😀 on the the first day.\n\nWe left.\n"

func TestPositionEncodings(t *testing.T) {
	for _, test := range []struct {
		offered []string
		chosen  string
		place   string
	}{
		{nil, "utf-16", "0:26-0:33"},
		{[]string{"utf-16"}, "utf-16", "0:26-0:33"},
		{[]string{"utf-32", "utf-8", "utf-16"}, "utf-8", "0:29-0:36"},
		{[]string{"utf-16", "utf-8"}, "utf-16", "0:26-0:33"},
	} {
		c := connect(t)
		capabilities := object{}
		if test.offered != nil {
			capabilities = object{"general": object{"positionEncodings": test.offered}}
		}
		if got := c.initialize(capabilities).Capabilities["positionEncoding"]; got != test.chosen {
			t.Errorf("offered %v: chosen %v, want %s", test.offered, got, test.chosen)
		}
		c.open(broken)
		if got, want := codes(c.diagnostics(1)), []string{"repetition/word " + test.place}; !slices.Equal(got, want) {
			t.Errorf("offered %v: found %v, want %v", test.offered, got, want)
		}
	}
}

func TestIncrementalChange(t *testing.T) {
	c := start(t, object{})
	c.open("It rained.\n\nWe left.\n")
	if got := codes(c.diagnostics(1)); len(got) > 0 {
		t.Fatalf("found %v in a text without faults", got)
	}
	c.change(2, edit(2, 3, 2, 3, "on the the first day "), edit(0, 0, 0, 2, "Snow"), edit(0, 5, 0, 11, "fell"))
	if got, want := codes(c.diagnostics(2)), []string{"repetition/word 2:6-2:13"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	c.change(3, object{"text": "We left.\n"})
	if got := codes(c.diagnostics(3)); len(got) > 0 {
		t.Errorf("found %v in a text without faults", got)
	}
	c.notify("textDocument/didClose", object{"textDocument": object{"uri": uri}})
	if got := codes(c.diagnostics(3)); len(got) > 0 {
		t.Errorf("found %v in a closed document", got)
	}
}

// What must be found in the seed article is shown, as an error or a warning, where it is.
func TestSeed(t *testing.T) {
	article := readFile(t, "../../seeds/newsweek-iraq.txt")
	rows, err := lexicon.ParseTable("expected.tsv", readFile(t, "../../seeds/newsweek-iraq.expected.tsv"), "line", "col", "text", "rule", "expect", "note")
	if err != nil {
		t.Fatal(err)
	}
	c := start(t, object{})
	c.open(article)
	found := c.diagnostics(1).Diagnostics
	must := 0
	for _, r := range rows {
		if r[4] != "must" {
			continue
		}
		must++
		line, _ := strconv.Atoi(r[0])
		column, _ := strconv.Atoi(r[1])
		from := column - 1
		to := from + len([]rune(r[2])) // the article has no characters beyond 16 bits
		if !slices.ContainsFunc(found, func(d diagnostic) bool {
			return d.Range.Start.Line == line-1 && d.Range.Start.Character <= to && d.Range.End.Character >= from && d.Severity <= 2
		}) {
			t.Errorf("%s:%s %q is not shown", r[0], r[1], r[2])
		}
	}
	if must != 10 {
		t.Errorf("%d rows say what must be found, want 10", must)
	}
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestLifecycle(t *testing.T) {
	c := connect(t)
	if code := c.fail("textDocument/hover", object{}); code != -32002 {
		t.Errorf("a request before initialize: code %d, want -32002", code)
	}
	c.open(broken) // goes unheard
	c.initialize(object{})
	if code := c.fail("initialize", object{"capabilities": object{}}); code != -32600 {
		t.Errorf("a second initialize: code %d, want -32600", code)
	}
	if code := c.fail("textDocument/unheardOf", object{}); code != -32601 {
		t.Errorf("an unknown method: code %d, want -32601", code)
	}
	c.notify("textDocument/unheardOf", object{})
	c.notify("$/unheardOf", object{})
	c.call("shutdown", nil, nil)
	if code := c.fail("textDocument/hover", object{}); code != -32600 {
		t.Errorf("a request after shutdown: code %d, want -32600", code)
	}
	c.raw(frame(`{"jsonrpc":"2.0","method":"exit"}`) + frame(`{"jsonrpc":"2.0","method":"exit"}`))
	if err := <-c.done; err != nil {
		t.Errorf("the server ends with %v", err)
	}
}

func TestExitWithoutShutdown(t *testing.T) {
	c := start(t, object{})
	c.send(object{"method": "exit"})
	if err := <-c.done; err == nil {
		t.Error("the server takes an exit without shutdown for a good end")
	}
}

// action is a code action.
type action struct {
	Title     string         `json:"title"`
	Kind      string         `json:"kind"`
	Preferred bool           `json:"isPreferred"`
	Edit      *workspaceEdit `json:"edit"`
	Command   struct {
		Command   string `json:"command"`
		Arguments []any  `json:"arguments"`
	} `json:"command"`
}

type workspaceEdit struct {
	Changes         map[string][]textEdit `json:"changes"`
	DocumentChanges []struct {
		TextDocument struct {
			URI     string `json:"uri"`
			Version *int   `json:"version"`
		} `json:"textDocument"`
		Edits []textEdit `json:"edits"`
	} `json:"documentChanges"`
}

type textEdit struct {
	Range   place  `json:"range"`
	NewText string `json:"newText"`
}

func (c *client) actions(at object, only ...string) []action {
	c.t.Helper()
	return c.actionsAt(uri, at, only...)
}

func (c *client) actionsAt(uri string, at object, only ...string) []action {
	c.t.Helper()
	asked := object{"diagnostics": []any{}}
	if len(only) > 0 {
		asked["only"] = only
	}
	var out []action
	c.call("textDocument/codeAction", object{"textDocument": object{"uri": uri}, "range": at, "context": asked}, &out)
	return out
}

// editor is what a client of today can do.
var editor = object{
	"textDocument": object{
		"codeAction":         object{"codeActionLiteralSupport": object{"codeActionKind": object{"valueSet": []string{"quickfix", "source"}}}},
		"publishDiagnostics": object{"relatedInformation": true, "codeDescriptionSupport": true},
		"hover":              object{"contentFormat": []string{"markdown"}},
	},
	"workspace": object{"workspaceEdit": object{"documentChanges": true}},
}

func TestQuickFix(t *testing.T) {
	c := start(t, editor)
	c.open(broken)
	got := c.actions(span(0, 27, 0, 27), "quickfix")
	if len(got) == 0 || got[0].Kind != "quickfix" || !got[0].Preferred || got[0].Edit == nil {
		t.Fatalf("actions %+v, want a quick fix that is preferred", got)
	}
	changes := got[0].Edit.DocumentChanges
	if len(changes) != 1 || changes[0].TextDocument.Version == nil || *changes[0].TextDocument.Version != 1 {
		t.Fatalf("edit %+v, want changes of version 1", changes)
	}
	if got, want := apply(broken, changes[0].Edits), "It rained in Zürich 😀 on the first day.\n\nWe left.\n"; got != want {
		t.Errorf("the fix makes %q, want %q", got, want)
	}
	if got := c.actions(span(2, 0, 2, 0), "quickfix"); len(got) > 0 {
		t.Errorf("actions %+v where nothing is broken", got)
	}
}

func TestFixAll(t *testing.T) {
	c := start(t, editor)
	c.open(broken)
	got := c.actions(span(2, 0, 2, 0), "source.fixAll")
	if len(got) != 1 || got[0].Kind != "source.fixAll.mtlint" {
		t.Fatalf("actions %+v, want one that fixes all", got)
	}
	if got, want := apply(broken, got[0].Edit.DocumentChanges[0].Edits), "It rained in Zürich 😀 on the first day.\n\nWe left.\n"; got != want {
		t.Errorf("the fixes make %q, want %q", got, want)
	}
}

func TestFormatting(t *testing.T) {
	c := start(t, object{})
	two := "It rained on the the first day.\n\nIt snowed on the the second day.\n"
	c.open(two)
	var edits []textEdit
	c.call("textDocument/formatting", object{"textDocument": object{"uri": uri}, "options": object{"tabSize": 4, "insertSpaces": true}}, &edits)
	if got, want := apply(two, edits), "It rained on the first day.\n\nIt snowed on the second day.\n"; got != want {
		t.Errorf("formatting makes %q, want %q", got, want)
	}
	c.call("textDocument/rangeFormatting",
		object{"textDocument": object{"uri": uri}, "range": span(2, 0, 3, 0), "options": object{"tabSize": 4, "insertSpaces": true}}, &edits)
	if got, want := apply(two, edits), "It rained on the the first day.\n\nIt snowed on the second day.\n"; got != want {
		t.Errorf("formatting the second paragraph makes %q, want %q", got, want)
	}
}

func TestHover(t *testing.T) {
	c := start(t, editor)
	c.open(broken)
	var hover struct {
		Contents struct{ Kind, Value string } `json:"contents"`
		Range    place                        `json:"range"`
	}
	at := object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": 30}}
	c.call("textDocument/hover", at, &hover)
	if hover.Contents.Kind != "markdown" || !strings.Contains(hover.Contents.Value, "about repetition/word") || hover.Range.String() != "0:26-0:33" {
		t.Errorf("hover %+v", hover)
	}
	for character, found := range map[int]bool{25: false, 26: true, 33: true, 34: false} {
		m := c.response(c.request("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": character}}))
		if m.Error != nil || (string(m.Result) != "null") != found {
			t.Errorf("hover at %d: %s %v, want something: %v", character, m.Result, m.Error, found)
		}
	}
}

// apply makes edits, in places of UTF-16, in a text whose lines end with LF.
func apply(text string, edits []textEdit) string {
	lines := strings.SplitAfter(text, "\n")
	offset := func(line, character int) int {
		at := 0
		for _, l := range lines[:line] {
			at += len(l)
		}
		return at + len(string(utf16.Decode(utf16.Encode([]rune(strings.Join(lines[line:], "")))[:character])))
	}
	slices.SortFunc(edits, func(a, b textEdit) int {
		return offset(b.Range.Start.Line, b.Range.Start.Character) - offset(a.Range.Start.Line, a.Range.Start.Character)
	})
	for _, e := range edits {
		text = text[:offset(e.Range.Start.Line, e.Range.Start.Character)] + e.NewText + text[offset(e.Range.End.Line, e.Range.End.Character):]
	}
	return text
}

// A document is named as the client names it, however that is.
func TestSpellingOfURIs(t *testing.T) {
	c := start(t, editor)
	for _, uri := range []string{"file:///c:/a%20b(1).txt", "file:///C%3A/ü.txt", "untitled:Untitled-1", "vscode-notebook-cell:/a.md#W0s"} {
		c.openAt(uri, broken)
		c.has(uri, "repetition/word")
		a := c.actionsAt(uri, span(0, 27, 0, 27), "quickfix")[0]
		if got := a.Edit.DocumentChanges[0].TextDocument.URI; got != uri {
			t.Errorf("the edit is of %s, want %s", got, uri)
		}
		c.notify("textDocument/didChange", object{"textDocument": object{"uri": uri, "version": 2}, "contentChanges": []object{{"text": ""}}})
		c.has(uri)
	}
}

// A byte order mark is a character to the client, and none of the prose.
func TestByteOrderMark(t *testing.T) {
	c := start(t, editor)
	text := "\uFEFF" + broken
	c.open(text)
	if got, want := codes(c.diagnostics(1)), []string{"repetition/word 0:27-0:34"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	a := c.actions(span(0, 28, 0, 28), "quickfix")[0]
	if got, want := apply(text, a.Edit.DocumentChanges[0].Edits), strings.Replace(text, "the the", "the", 1); got != want {
		t.Errorf("makes %q, want %q", got, want)
	}
}
