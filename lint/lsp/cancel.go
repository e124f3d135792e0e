package lsp

import (
	"context"
	"sync"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
)

// calls is the requests that are being worked on. jsonrpc2.CancelHandler is for handlers that are all asynchronous: of
// another it would watch the context when the library uses that for the next request.
type calls struct {
	mu      sync.Mutex
	running map[jsonrpc2.ID]context.CancelFunc
}

// begin returns the context of a request, and what ends it.
func (c *calls) begin(server, request context.Context, id jsonrpc2.ID) (ctx context.Context, end func()) {
	ctx, cancel := context.WithCancel(server)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running[id] = cancel
	return requestContext{ctx, request}, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.running, id)
		cancel()
	}
}

// cancel cancels the request that the client names.
func (c *calls) cancel(req *jsonrpc2.Request) error {
	var p protocol.CancelParams
	if err := protocol.Unmarshal(req.Params(), &p); err != nil {
		return err
	}
	var id jsonrpc2.ID
	switch token := p.ID.(type) {
	case protocol.Integer:
		id = jsonrpc2.NewNumberID(int64(token))
	case protocol.String:
		id = jsonrpc2.NewStringID(string(token))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if cancel := c.running[id]; cancel != nil {
		cancel()
	}
	return nil
}

// cancelAll cancels all requests.
func (c *calls) cancelAll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, cancel := range c.running {
		cancel()
	}
}

// requestContext lives as the first context does and has the values of the second, by which jsonrpc2.Async knows the
// request.
type requestContext struct {
	context.Context
	request context.Context
}

func (c requestContext) Value(key any) any { return c.request.Value(key) }
