package lsp_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mtlint/lint"
)

// Settings come with initialize, with a change, or on request; the file's configuration is under them.
func TestSettings(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", broken)
	c := connect(t)
	c.call("initialize", object{
		"processId": nil, "rootUri": fileURI(dir), "capabilities": object{}, "initializationOptions": object{"ignore": []string{"repetition"}},
	}, nil)
	c.notify("initialized", object{})
	c.openAt(article, broken)
	c.has(article)
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"mtlint": object{}}})
	c.has(article, "repetition/word")
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"mtlint": object{"select": []string{"quotes"}, "profile": "unheard-of"}}})
	c.take("message about the profile", func(m *message) bool {
		return m.Method == "window/showMessage" && strings.Contains(string(m.Params), "unheard-of")
	})
	c.has(article)
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"mtlint": object{"select": 7}}})
	c.take("message about select", func(m *message) bool {
		return m.Method == "window/showMessage" && strings.Contains(string(m.Params), "select")
	})
}

// Paths in settings are from the first folder.
func TestSettingsWithPaths(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "house.yaml", "ignore: repetition\n")
	write(t, dir, "ours.yaml", "names:\n  - name: Sasover\n    also: [Sessover]\n")
	c := connect(t)
	c.call("initialize", object{
		"processId": nil, "rootUri": fileURI(dir), "capabilities": object{}, "initializationOptions": object{"config": "house.yaml", "names": []string{"ours.yaml"}},
	}, nil)
	c.open(names + broken)
	c.has(uri)
}

// They are from another folder when that becomes the first.
func TestSettingsWithPathsOfAnotherFolder(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	write(t, one, "house.yaml", "ignore: repetition\n")
	write(t, two, "house.yaml", "ignore: quotes\n")
	c := connect(t)
	c.call("initialize", object{
		"processId": nil, "rootUri": fileURI(one), "capabilities": object{}, "initializationOptions": object{"config": "house.yaml"},
	}, nil)
	c.open(broken)
	c.has(uri)
	c.notify("workspace/didChangeWorkspaceFolders", object{"event": object{
		"added": []object{{"uri": fileURI(two), "name": "two"}}, "removed": []object{{"uri": fileURI(one), "name": "one"}},
	}})
	c.has(uri, "repetition/word")
}

// A client that is asked for its settings and has none leaves those of initialize as they are.
func TestSettingsOfInitialize(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", broken)
	c := connect(t)
	asked := make(chan bool, 1)
	c.answer("workspace/configuration", func(json.RawMessage) any {
		asked <- true
		return []any{nil}
	})
	c.call("initialize", object{
		"processId": nil, "rootUri": fileURI(dir), "capabilities": object{"workspace": object{"configuration": true}},
		"initializationOptions": object{"ignore": []string{"repetition"}},
	}, nil)
	c.notify("initialized", object{})
	<-asked
	c.openAt(article, broken)
	c.has(article)
	c.notify("workspace/didChangeConfiguration", object{"settings": nil})
	<-asked
	c.notify("textDocument/didChange", object{
		"textDocument": object{"uri": article, "version": 2}, "contentChanges": []object{{"text": broken + "\n"}},
	})
	c.has(article)
}

func TestSettingsOnRequest(t *testing.T) {
	c := connect(t)
	var mu sync.Mutex
	settings := object{"ignore": []string{"repetition"}}
	c.answer("workspace/configuration", func(json.RawMessage) any {
		mu.Lock()
		defer mu.Unlock()
		return []any{settings}
	})
	c.initialize(object{"workspace": object{"configuration": true, "didChangeConfiguration": object{"dynamicRegistration": true}}})
	c.take("wish to be told of settings", func(m *message) bool {
		return m.Method == "client/registerCapability" && strings.Contains(string(m.Params), "workspace/didChangeConfiguration")
	})
	c.open(broken)
	c.has(uri)
	mu.Lock()
	settings = object{"select": []string{"repetition"}, "minSeverity": "warning"}
	mu.Unlock()
	c.notify("workspace/didChangeConfiguration", object{"settings": nil})
	c.has(uri, "repetition/word")
}

// What changes on the disk holds from then on: a configuration, a fault in it, and its end.
func TestConfigurationFile(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", broken)
	c := start(t, object{"workspace": object{"didChangeWatchedFiles": object{"dynamicRegistration": true}}}, dir)
	c.take("wish to watch files", func(m *message) bool {
		return m.Method == "client/registerCapability" && strings.Contains(string(m.Params), "**/*.txt")
	})
	c.openAt(article, broken)
	c.has(article, "repetition/word")
	file := write(t, dir, ".mtlint.yaml", "ignore: repetition\n")
	changed := func() {
		c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": file, "type": 2}}})
	}
	changed()
	c.has(article)
	write(t, dir, ".mtlint.yaml", "ignore: repetitiom\n")
	changed()
	c.take("message about the fault", func(m *message) bool {
		return m.Method == "window/showMessage" && strings.Contains(string(m.Params), "did you mean repetition")
	})
	shown := c.published("fault in its file", func(p *published) bool { return p.URI == file && len(p.Diagnostics) > 0 }).Diagnostics[0]
	if shown.Range.String() != "0:8-1:0" || shown.Severity != 1 {
		t.Errorf("the fault is shown as %+v", shown)
	}
	c.has(article, "repetition/word")
	write(t, dir, ".mtlint.yaml", "exclude: a.txt\n")
	c.notify("textDocument/didSave", object{"textDocument": object{"uri": file}})
	c.has(file)
	c.has(article)
}

// Documents that no file holds, and files outside of all folders, are linted; programs are not.
func TestOtherDocuments(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, dir, ".mtlint.yaml", "ignore: repetition\n")
	write(t, outside, ".mtlint.yaml", "severity: {repetition/word: info}\n")
	c := start(t, object{}, dir)
	c.openAt("untitled:Untitled-1", broken)
	c.has("untitled:Untitled-1") // the first folder's configuration
	other := write(t, outside, "b.txt", broken)
	c.openAt(other, broken)
	p := c.published("diagnostics outside", func(p *published) bool { return p.URI == other && len(p.Diagnostics) == 1 })
	if d := p.Diagnostics[0]; d.Severity != 4 {
		t.Errorf("severity %d, want 4: an info is a hint", d.Severity)
	}
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": "untitled:b", "languageId": "python", "version": 1, "text": broken}})
	c.openAt("untitled:Untitled-2", broken)
	c.has("untitled:Untitled-2")
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range c.messages {
		if strings.Contains(string(m.Params), "untitled:b") {
			t.Errorf("a program is linted: %s", m.Params)
		}
	}
}

// words is where the first word of each article stands, gathered of a folder.
type words struct{ of map[string]lint.Location }

func (w *words) Add(path string, word lint.Location) { w.of[path] = word }
func (w *words) Remove(path string)                  { delete(w.of, path) }

var firstWords = lint.NewCorpusFact("first words", func(d *lint.Document) lint.Location { return d.Locate(firstWord(d)) },
	func() *words { return &words{make(map[string]lint.Location)} })

func firstWord(d *lint.Document) lint.Span {
	for i := range d.Tokens {
		if d.Tokens[i].Kind == lint.Word {
			return d.Span(lint.Range{From: i, To: i + 1})
		}
	}
	return lint.Span{}
}

// alike reports a first word that another article has, too.
var alike = &lint.Rule{Name: "test/alike", Severity: lint.Warning, Corpus: []lint.CorpusReader{firstWords}, Run: func(p *lint.Pass) {
	for path, word := range firstWords.Of(p).of {
		if path != p.File.Path && word.Text == p.Slice(firstWord(p.Document)) {
			p.Report(lint.Diagnostic{Span: firstWord(p.Document), Message: "so does another", Elsewhere: []lint.RelatedLocation{{Location: word, Message: "this"}}})
		}
	}
}}

// An article is compared with the others of its folder: with those that are there, as they are in the editor, and as they
// change on the disk.
func TestAcrossArticles(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a.txt", "One day.\n"), write(t, dir, "b.txt", "“ One night.\n")
	write(t, dir, "c.txt", "Other.\n")
	opt := options()
	opt.Rules = []*lint.Rule{alike}
	c := connectTo(t, opt)
	c.initialize(editor, dir)
	c.openAt(a, "One day.\n")
	found := c.has(a, "test/alike").Diagnostics[0]
	if len(found.Related) != 1 || found.Related[0].Location.URI != b || found.Related[0].Location.Range.String() != "0:2-0:5" {
		t.Errorf("related %+v, want the word in b.txt", found.Related)
	}
	c.openAt(b, "Two nights.\n") // not saved: still One on the disk
	c.has(b)
	write(t, dir, "b.txt", "Two nights.\n")
	c.notify("textDocument/didSave", object{"textDocument": object{"uri": b}})
	c.has(a)
	write(t, dir, "c.txt", "One more.\n")
	c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": fileURI(filepath.Join(dir, "c.txt")), "type": 2}}})
	c.has(a, "test/alike")
	if err := os.Remove(filepath.Join(dir, "c.txt")); err != nil {
		t.Fatal(err)
	}
	c.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": fileURI(filepath.Join(dir, "c.txt")), "type": 3}}})
	c.has(a)
	c.notify("workspace/didChangeConfiguration", object{"settings": object{"acrossArticles": false}})
	c.has(a)
}

// What was typed into an article and given up is not compared with the others any more.
func TestAcrossArticlesGivenUp(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "a.txt", "One day.\n"), write(t, dir, "b.txt", "Two nights.\n")
	opt := options()
	opt.Rules = []*lint.Rule{alike}
	c := connectTo(t, opt)
	c.initialize(editor, dir)
	c.openAt(a, "One day.\n")
	c.openAt(b, "Two nights.\n")
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": b, "version": 2}, "contentChanges": []object{{"text": "One night.\n"}}})
	c.notify("workspace/didChangeConfiguration", object{"settings": object{}}) // the folder is read again
	c.has(a, "test/alike")
	c.notify("textDocument/didClose", object{"textDocument": object{"uri": b}})
	c.has(a)
}

// A place in another article is counted as the client counts, however much stands before it in its line.
func TestRelatedPlace(t *testing.T) {
	dir := t.TempDir()
	a := write(t, dir, "a.txt", "One day.\n")
	write(t, dir, "b.txt", strings.Repeat("“…” ", 200)+"One night.\n")
	for encoding, want := range map[string]string{"utf-8": "0:2000-0:2003", "utf-16": "0:800-0:803"} {
		opt := options()
		opt.Rules = []*lint.Rule{alike}
		c := connectTo(t, opt)
		c.initialize(object{
			"general":      object{"positionEncodings": []string{encoding}},
			"textDocument": object{"publishDiagnostics": object{"relatedInformation": true}},
		}, dir)
		c.openAt(a, "One day.\n")
		found := c.has(a, "test/alike").Diagnostics[0]
		if len(found.Related) != 1 || found.Related[0].Location.Range.String() != want {
			t.Errorf("%s: related %+v, want it at %s", encoding, found.Related, want)
		}
	}
}

// Each severity has its own sign, a finding its link and the other places that explain it.
func TestDiagnosticFields(t *testing.T) {
	c := start(t, editor)
	c.open(names)
	found := c.diagnostics(1).Diagnostics
	i := slices.IndexFunc(found, func(d diagnostic) bool { return d.Code == "names/variant" })
	if i < 0 {
		t.Fatalf("found %v", found)
	}
	d := found[i]
	if d.Source != "mtlint" || d.Link.Href != "file:///rules/names/variant.md" || len(d.Related) == 0 || d.Related[0].Location.URI != uri || d.Related[0].Message == "" {
		t.Errorf("diagnostic %+v", d)
	}
}

// A client that watches no files gets what its configuration says now, a second after it has changed at the latest, when
// it types.
func TestConfigurationOfClientThatDoesNotWatch(t *testing.T) {
	dir := t.TempDir()
	article := write(t, dir, "a.txt", broken)
	c := start(t, object{}, dir)
	c.openAt(article, broken)
	c.has(article, "repetition/word")
	write(t, dir, ".mtlint.yaml", "ignore: repetition\n")
	time.Sleep(1100 * time.Millisecond)
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": article, "version": 2}, "contentChanges": []object{{"text": broken + "\n"}}})
	c.has(article)
}

// Names are compared with those of the other articles; one that is settled is no finding any more.
func TestNamesAcrossArticles(t *testing.T) {
	dir := t.TempDir()
	const here = "The mayor, Pavel Sessover, resigned on Monday. Critics cheered.\n"
	a := write(t, dir, "a.txt", here)
	for _, name := range []string{"b.txt", "c.txt", "d.txt"} {
		write(t, dir, name, "The mayor, Pavel Sasover, spoke on Tuesday. Nobody came.\n")
	}
	c := start(t, editor, dir)
	c.openAt(a, here)
	c.has(a, "names/across")
	c.execute(titled(t, c.actionsAt(a, span(0, 18, 0, 18)), "Accept the name"))
	c.has(a)
}
