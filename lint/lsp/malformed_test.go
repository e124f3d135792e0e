package lsp_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/textproto"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mtlint/lint/lsp"
)

// alive checks that the server still finds what is broken.
func (c *client) alive() {
	c.t.Helper()
	const other = "file:///articles/alive.txt"
	c.openAt(other, broken)
	c.has(other, "repetition/word")
	c.notify("textDocument/didClose", object{"textDocument": object{"uri": other}})
	c.has(other)
}

// What is no message, or none that has a meaning, ends nothing.
func TestNoMessages(t *testing.T) {
	for name, bytes := range map[string]string{
		"bad JSON":             frame(`{"jsonrpc":"2.0","method":"textDocument/hover",`),
		"no JSON":              frame("\x00\xff\xfe"),
		"no object":            frame(`"text"`),
		"empty batch":          frame(`[]`),
		"batch":                frame(`[{"jsonrpc":"2.0","id":9,"method":"shutdown"}]`),
		"deep":                 frame(strings.Repeat("[", 100_000)),
		"deep parameters":      frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":` + strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000) + "}"),
		"no method":            frame(`{"jsonrpc":"2.0","id":9}`),
		"no version":           frame(`{"method":"shutdown","id":9}`),
		"answer to nothing":    frame(`{"jsonrpc":"2.0","id":4711,"result":null}`),
		"error of nothing":     frame(`{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"m"}}`),
		"parameters of a list": frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1,2]}`),
		"no parameters":        frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen"}`) + frame(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}`),
		"wrong types":          frame(`{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":7}}}`),
		"id of a kind unknown": frame(`{"jsonrpc":"2.0","id":{"a":1},"method":"textDocument/hover","params":{}}`),
		"no header":            "hello\r\nworld\r\n\r\n",
		"no length":            "Content-Type: text\r\n\r\n",
		"length in letters":    "Content-Length: many\r\n\r\n",
		"negative length":      "Content-Length: -5\r\n\r\n",
		"no body":              "Content-Length: 0\r\n\r\n",
		"huge length in text":  "Content-Length: 99999999999999999999999\r\n\r\n",
		"long line":            strings.Repeat("x", 1<<20) + "\r\n",
		"length too short":     strings.Replace(frame(`{"jsonrpc":"2.0","method":"$/nothing","params":{"a":"bcdef"}}`), "Content-Length: 6", "Content-Length: 4", 1),
		"odd bytes before it":  strings.Repeat("\xb7", 30) + frame(`{"jsonrpc":"2.0","method":"$/nothing"}`),
		"lower case":           strings.Replace(frame(`{"jsonrpc":"2.0","method":"$/nothing"}`), "Content-Length", "content-length", 1),
		"more fields":          "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" + frame(`{"jsonrpc":"2.0","method":"$/nothing"}`),
		"close what is closed": frame(`{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///no.txt"}}}`),
		"change what is closed": frame(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///no.txt","version":2},` +
			`"contentChanges":[{"text":""}]}}`),
	} {
		t.Run(name, func(t *testing.T) {
			c := start(t, object{})
			c.raw(bytes)
			c.alive()
		})
	}
}

// Messages may come in pieces, and several at once.
func TestPieces(t *testing.T) {
	c := start(t, object{})
	open, _ := json.Marshal(object{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": object{
		"textDocument": object{"uri": uri, "languageId": "plaintext", "version": 1, "text": broken},
	}})
	for _, b := range []byte(frame(string(open))) {
		c.raw(string([]byte{b}))
	}
	c.has(uri, "repetition/word")
	var all string
	for v := range 50 {
		change, _ := json.Marshal(object{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": object{
			"textDocument": object{"uri": uri, "version": v + 2}, "contentChanges": []object{edit(0, 0, 0, 0, "Oh. ")},
		}})
		all += frame(string(change))
	}
	c.raw(all)
	if got, want := codes(c.diagnostics(51)), []string{"repetition/word 0:226-0:233"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

// The end of the input ends the server, wherever it comes.
func TestEnd(t *testing.T) {
	for _, last := range []string{"", "Content-Le", "Content-Length: 100\r\n\r\n{", frame(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}`)} {
		c := start(t, object{})
		c.open(broken)
		c.raw(last)
		c.out.Close()
		select {
		case err := <-c.done:
			if err == nil {
				t.Errorf("%q: the end without shutdown is a good end", last)
			}
		case <-time.After(patience):
			t.Fatalf("%q: the server does not end", last)
		}
	}
}

// A range that goes beyond its line or beyond the text ends with it.
func TestRangesBeyond(t *testing.T) {
	c := start(t, object{})
	c.open("One.\nTwo.\n")
	c.change(2, edit(0, 4, 0, 99, " On the the first day."), edit(7, 0, 9, 9, "Three.\n"), edit(1, 99, 2, 0, "\n"))
	if got, want := codes(c.diagnostics(2)), []string{"repetition/word 0:8-0:15"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

// A change that cannot be made leaves the server without the text: it tells nothing of it until it gets the whole of it.
func TestLostText(t *testing.T) {
	for name, wrong := range map[string]func(*client){
		"range ends before it starts": func(c *client) { c.change(2, edit(0, 9, 0, 3, "x")) },
		"version that is not newer":   func(c *client) { c.change(1, edit(0, 0, 0, 0, "x")) },
		"negative line":               func(c *client) { c.change(2, edit(-1, 0, 0, 0, "x")) },
		"bad JSON": func(c *client) {
			c.raw(frame(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"` + uri + `","version":2},`))
		},
		"bad JSON without a name": func(c *client) { c.raw(frame(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":`)) },
		"no changes known":        func(c *client) { c.change(2, object{"txet": "x"}) },
	} {
		t.Run(name, func(t *testing.T) {
			c := start(t, editor)
			c.open(broken)
			c.has(uri, "repetition/word")
			wrong(c)
			c.has(uri)
			c.take("message to the user", func(m *message) bool {
				return m.Method == "window/showMessage" && strings.Contains(string(m.Params), "close it and open it again")
			})
			c.change(3, edit(0, 0, 0, 0, "Oh. "))
			c.fail("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": object{"line": 0, "character": 0}})
			c.change(4, object{"text": broken}, edit(0, 0, 0, 0, "Oh. "))
			if got, want := codes(c.diagnostics(4)), []string{"repetition/word 0:30-0:37"}; !slices.Equal(got, want) {
				t.Errorf("found %v, want %v", got, want)
			}
		})
	}
}

// A document of 50 MB is taken in and changed, and not linted; others are.
func TestLongDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: sends 50 MB")
	}
	c := start(t, object{})
	c.open(strings.Repeat("It rained on the the first day. ", 50<<20/32))
	c.take("message about its length", func(m *message) bool {
		return m.Method == "window/showMessage" && strings.Contains(string(m.Params), "longer than 8 MB")
	})
	for v := range 10 {
		c.change(v+2, edit(0, 1<<20, 0, 1<<20, "x"))
	}
	c.alive()
	c.change(12, object{"text": broken})
	c.has(uri, "repetition/word")
}

// Requests by the thousand, cancelled as soon as they are sent, are all answered.
func TestCancelStorm(t *testing.T) {
	c := start(t, puller)
	c.open(broken)
	const n = 2000
	ids := make([]int, n)
	for i := range ids {
		ids[i] = c.request("textDocument/diagnostic", object{"textDocument": object{"uri": uri}})
		c.notify("$/cancelRequest", object{"id": ids[i]})
		if i%10 == 0 {
			c.change(i+2, edit(0, 0, 0, 0, "x"))
		}
	}
	for _, id := range ids {
		if m := c.response(id); m.Error != nil && m.Error.Code != -32800 && m.Error.Code != -32802 {
			t.Fatalf("request %d: %s (%d)", id, m.Error.Message, m.Error.Code)
		}
	}
	var r report
	c.call("textDocument/diagnostic", object{"textDocument": object{"uri": uri}}, &r)
	if join(r.Items) == "" {
		t.Error("nothing is found afterwards")
	}
}

// After any edits, however fast they come, the last diagnostics are those of the text as it is, and none come of an older
// one behind them.
func TestLastDiagnostics(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	c := start(t, object{})
	text := plainText(readFile(t, "../../seeds/newsweek-iraq.txt"))
	c.open(string(text))
	version := 1
	for range 20 {
		for range 10 {
			version++
			from := random.IntN(len(text))
			to := min(len(text), from+random.IntN(30))
			var change object
			text, change = text.replace(from, to, []string{"", "the the ", "“", "\n\n", "é 😀 "}[random.IntN(5)])
			c.change(version, change)
		}
		got := c.diagnostics(version)
		fresh := start(t, object{})
		fresh.open(string(text))
		if want := fresh.diagnostics(1); !slices.Equal(codes(got), codes(want)) {
			t.Fatalf("version %d: found %v, want %v", version, codes(got), codes(want))
		}
	}
	c.call("shutdown", nil, nil)
	last := 0
	for _, m := range c.messages {
		if m.Method == "textDocument/publishDiagnostics" {
			var p published
			c.decode(m.Params, &p)
			if p.Version < last {
				t.Errorf("diagnostics of version %d come behind those of %d", p.Version, last)
			}
			last = p.Version
		}
	}
}

// plainText is a text as an editor holds it.
type plainText string

// replace puts a text in place of another and returns the change as an editor tells it. Ends inside a character move to
// its start.
func (p plainText) replace(from, to int, with string) (plainText, object) {
	runeStart := func(i int) int {
		for i < len(p) && i > 0 && p[i]&0xC0 == 0x80 {
			i--
		}
		return i
	}
	position := func(i int) (line, character int) {
		before := string(p[:i])
		start := strings.LastIndexByte(before, '\n') + 1
		for _, r := range before[start:] {
			if character++; r > 0xFFFF {
				character++
			}
		}
		return strings.Count(before, "\n"), character
	}
	from, to = runeStart(from), runeStart(to)
	a, b := position(from)
	x, y := position(to)
	return p[:from] + plainText(with) + p[to:], edit(a, b, x, y, with)
}

// FuzzMessages sends any bytes: the server ends with its input, and all that it sends are messages.
func FuzzMessages(f *testing.F) {
	initialize := frame(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`) + frame(`{"jsonrpc":"2.0","method":"initialized"}`)
	open := frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"","version":1,"text":"On the the day.\n"}}}`)
	for _, body := range []string{
		`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":3}},"text":"é"}]}}`,
		`{"jsonrpc":"2.0","id":2,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"untitled:a"},"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":3}},"context":{"diagnostics":[]}}}`,
		`{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":0,"character":5}}}`,
		`{"jsonrpc":"2.0","id":4,"method":"textDocument/formatting","params":{"textDocument":{"uri":"untitled:a"},"options":{}}}`,
		`{"jsonrpc":"2.0","id":5,"method":"workspace/executeCommand","params":{"command":"mtlint.score","arguments":["untitled:a"]}}`,
		`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}}`,
		`{"jsonrpc":"2.0","id":6,"method":"shutdown"}`,
	} {
		f.Add([]byte(initialize + open + frame(body)))
	}
	f.Add([]byte("Content-Length: 3\r\n\r\n{}"))
	f.Fuzz(func(t *testing.T, sent []byte) {
		var out bytes.Buffer
		done := make(chan struct{})
		go func() {
			defer close(done)
			_ = lsp.Serve(context.Background(), io.NopCloser(bytes.NewReader(sent)), &out, options())
		}()
		select {
		case <-done:
		case <-time.After(patience):
			t.Fatal("the server does not end with its input")
		}
		for in := bufio.NewReader(&out); ; {
			header, err := textproto.NewReader(in).ReadMIMEHeader()
			if err == io.EOF && len(header) == 0 {
				return
			}
			n, err := strconv.Atoi(header.Get("Content-Length"))
			body := make([]byte, max(n, 0))
			if _, readErr := io.ReadFull(in, body); err != nil || readErr != nil || !json.Valid(body) {
				t.Fatalf("the server sends %s", fmt.Sprintf("%q", body))
			}
		}
	})
}
