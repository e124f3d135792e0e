package lsp_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mtlint/lint"
	"mtlint/lint/config"
	"mtlint/lint/lsp"
	"mtlint/rules"
)

// client is an editor that speaks to a server in the bytes of the protocol, so that the server is not tested with its own
// library.
type client struct {
	t    testing.TB
	out  io.WriteCloser
	done chan error // of Serve

	mu       sync.Mutex
	changed  *sync.Cond
	messages []message // what the server has sent and nobody has taken
	closed   bool
	next     int // id of the next request

	answers map[string]func(params json.RawMessage) any // to requests of the server, by method; nil is the answer to others
	writing sync.Mutex
}

// message is any message.
type message struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

// object is JSON as a test writes it.
type object = map[string]any

// options is the server as the command makes it, with shorter explanations.
func options() lsp.Options {
	return lsp.Options{
		Known:   config.Known{Rules: rules.All(), Profiles: rules.Profiles(), Profile: rules.Profile},
		Explain: func(r *lint.Rule) string { return "about " + r.Name },
		Page:    func(r *lint.Rule) string { return "/rules/" + r.Name + ".md" },
		Version: "test",
	}
}

// connect starts a server and a client that reads all it sends.
func connect(t testing.TB) *client {
	t.Helper()
	return connectTo(t, options())
}

func connectTo(t testing.TB, opt lsp.Options) *client {
	t.Helper()
	fromClient, toServer := io.Pipe()
	fromServer, toClient := io.Pipe()
	c := &client{t: t, out: toServer, done: make(chan error, 1), answers: make(map[string]func(json.RawMessage) any)}
	c.changed = sync.NewCond(&c.mu)
	go func() {
		err := lsp.Serve(context.Background(), fromClient, toClient, opt)
		toClient.Close()
		c.done <- err
	}()
	go c.read(fromServer)
	t.Cleanup(func() { toServer.Close(); fromServer.Close() })
	return c
}

// read takes in what the server sends.
func (c *client) read(from io.Reader) {
	in := bufio.NewReader(from)
	for {
		header, err := textproto.NewReader(in).ReadMIMEHeader()
		if err != nil {
			break
		}
		n, _ := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(in, body); err != nil {
			break
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			panic(fmt.Sprintf("the server sends %q: %v", body, err))
		}
		c.mu.Lock()
		c.messages = append(c.messages, m)
		answer := c.answers[m.Method]
		c.changed.Broadcast()
		c.mu.Unlock()
		if m.Method != "" && m.ID != nil {
			var result any
			if answer != nil {
				result = answer(m.Params)
			}
			go c.send(object{"id": m.ID, "result": result})
		}
	}
	c.mu.Lock()
	c.closed = true
	c.changed.Broadcast()
	c.mu.Unlock()
}

// raw sends bytes.
func (c *client) raw(s string) {
	c.t.Helper()
	c.writing.Lock()
	defer c.writing.Unlock()
	if _, err := io.WriteString(c.out, s); err != nil {
		c.t.Logf("the server reads no more: %v", err)
	}
}

// answer makes the client answer a request of the server.
func (c *client) answer(method string, how func(params json.RawMessage) any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.answers[method] = how
}

// frame returns a message with its header.
func frame(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// send sends a message.
func (c *client) send(m object) {
	c.t.Helper()
	m["jsonrpc"] = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		c.t.Fatal(err)
	}
	c.raw(frame(string(body)))
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	c.send(object{"method": method, "params": params})
}

// request sends a request and returns its id.
func (c *client) request(method string, params any) int {
	c.t.Helper()
	c.next++
	m := object{"id": c.next, "method": method}
	if params != nil {
		m["params"] = params
	}
	c.send(m)
	return c.next
}

// patience is how long a test waits for a message.
const patience = 20 * time.Second

// take waits for a message that is wanted and takes it.
func (c *client) take(what string, wanted func(*message) bool) message {
	c.t.Helper()
	stop := time.AfterFunc(patience, func() { c.mu.Lock(); c.changed.Broadcast(); c.mu.Unlock() })
	defer stop.Stop()
	deadline := time.Now().Add(patience)
	c.mu.Lock()
	defer c.mu.Unlock()
	for {
		for i := range c.messages {
			if m := c.messages[i]; wanted(&m) {
				c.messages = append(c.messages[:i], c.messages[i+1:]...)
				return m
			}
		}
		if c.closed || !time.Now().Before(deadline) {
			c.t.Fatalf("no %s came", what)
		}
		c.changed.Wait()
	}
}

// response waits for the answer to a request.
func (c *client) response(id int) message {
	c.t.Helper()
	return c.take(fmt.Sprintf("answer to request %d", id), func(m *message) bool { return m.Method == "" && string(m.ID) == strconv.Itoa(id) })
}

// call sends a request and puts what the answer holds into result.
func (c *client) call(method string, params, result any) {
	c.t.Helper()
	m := c.response(c.request(method, params))
	if m.Error != nil {
		c.t.Fatalf("%s: %s (%d)", method, m.Error.Message, m.Error.Code)
	}
	c.decode(m.Result, result)
}

// fail sends a request and returns the code of the error that answers it.
func (c *client) fail(method string, params any) int {
	c.t.Helper()
	m := c.response(c.request(method, params))
	if m.Error == nil {
		c.t.Fatalf("%s: want an error, got %s", method, m.Result)
	}
	return m.Error.Code
}

func (c *client) decode(data json.RawMessage, into any) {
	c.t.Helper()
	if into == nil {
		return
	}
	if err := json.Unmarshal(data, into); err != nil {
		c.t.Fatalf("%s: %v", data, err)
	}
}

// initialize makes the server ready for a client with these capabilities.
func (c *client) initialize(capabilities object, roots ...string) (result struct {
	Capabilities map[string]any `json:"capabilities"`
}) {
	c.t.Helper()
	params := object{"processId": nil, "rootUri": nil, "capabilities": capabilities}
	var folders []object
	for _, r := range roots {
		folders = append(folders, object{"uri": fileURI(r), "name": filepath.Base(r)})
	}
	if len(folders) > 0 {
		params["workspaceFolders"] = folders
	}
	c.call("initialize", params, &result)
	c.notify("initialized", object{})
	return result
}

// fileURI returns the URI of an absolute path as most editors write it: file:///c%3A/articles/a.txt on Windows.
func fileURI(path string) string {
	if volume := filepath.VolumeName(path); volume != "" {
		path = "/" + strings.ToLower(volume) + filepath.ToSlash(strings.TrimPrefix(path, volume))
	}
	return "file://" + strings.ReplaceAll(path, ":", "%3A")
}

// start returns a client whose server is ready.
func start(t testing.TB, capabilities object, roots ...string) *client {
	t.Helper()
	c := connect(t)
	c.initialize(capabilities, roots...)
	return c
}

const uri = "file:///articles/a.txt"

func (c *client) open(text string) {
	c.t.Helper()
	c.openAt(uri, text)
}

func (c *client) openAt(uri, text string) {
	c.t.Helper()
	c.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "plaintext", "version": 1, "text": text}})
}

func (c *client) change(version int, changes ...object) {
	c.t.Helper()
	c.notify("textDocument/didChange", object{"textDocument": object{"uri": uri, "version": version}, "contentChanges": changes})
}

// edit is a change of the text from one place to another.
func edit(line, from, toLine, to int, text string) object {
	return object{"range": span(line, from, toLine, to), "text": text}
}

func span(line, from, toLine, to int) object {
	return object{"start": object{"line": line, "character": from}, "end": object{"line": toLine, "character": to}}
}

// published is the diagnostics of a version.
type published struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Range    place  `json:"range"`
	Severity int    `json:"severity"`
	Code     string `json:"code"`
	Source   string `json:"source"`
	Message  string `json:"message"`
	Link     struct {
		Href string `json:"href"`
	} `json:"codeDescription"`
	Related []struct {
		Location struct {
			URI   string `json:"uri"`
			Range place  `json:"range"`
		} `json:"location"`
		Message string `json:"message"`
	} `json:"relatedInformation"`
}

type place struct {
	Start, End struct{ Line, Character int }
}

func (p place) String() string {
	return fmt.Sprintf("%d:%d-%d:%d", p.Start.Line, p.Start.Character, p.End.Line, p.End.Character)
}

// diagnostics waits for the diagnostics of a version.
func (c *client) diagnostics(version int) published {
	c.t.Helper()
	return c.published(fmt.Sprintf("diagnostics of version %d", version), func(p *published) bool { return p.Version == version })
}

// published waits for diagnostics that are wanted.
func (c *client) published(what string, wanted func(*published) bool) published {
	c.t.Helper()
	var p published
	c.take(what, func(m *message) bool {
		if m.Method != "textDocument/publishDiagnostics" {
			return false
		}
		p = published{}
		c.decode(m.Params, &p)
		return wanted(&p)
	})
	return p
}

// has waits for diagnostics of a document that are of just these rules, and forgets those before.
func (c *client) has(uri string, rules ...string) published {
	c.t.Helper()
	for {
		p := c.published(fmt.Sprintf("diagnostics of %s: %v", uri, rules), func(p *published) bool { return p.URI == uri })
		var got []string
		for _, d := range p.Diagnostics {
			got = append(got, d.Code)
		}
		if slices.Equal(got, rules) {
			return p
		}
	}
}

// codes returns the rules of diagnostics with their places.
func codes(p published) []string {
	var out []string
	for _, d := range p.Diagnostics {
		out = append(out, d.Code+" "+d.Range.String())
	}
	return out
}

// quoted returns a text as JSON.
func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(data)
}
