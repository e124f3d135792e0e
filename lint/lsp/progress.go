package lsp

import (
	"context"
	"fmt"
	"time"

	"go.lsp.dev/protocol"
)

// progress tells the client how far a long piece of work is. A nil progress tells nothing.
type progress struct {
	s     *server
	token protocol.ProgressToken
	last  time.Time
}

// begin begins to tell of work under the token that the client gave, or nil where it gave none.
func (s *server) begin(token protocol.ProgressToken, title string) *progress {
	if token == nil {
		return nil
	}
	cancellable := true
	s.sendProgress(token, &protocol.WorkDoneProgressBegin{Kind: "begin", Title: title, Cancellable: &cancellable})
	return &progress{s: s, token: token}
}

// beginOwn begins to tell of work that the client gave no token for. The context ends when the user cancels it.
func (s *server) beginOwn(ctx context.Context, title string) (*progress, context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	if !s.features.progress {
		return nil, ctx, cancel
	}
	s.mu.Lock()
	s.sequence++
	token := protocol.String(fmt.Sprintf("mtlint-%d", s.sequence))
	s.mu.Unlock()
	if err := s.client.WorkDoneProgressCreate(ctx, &protocol.WorkDoneProgressCreateParams{Token: token}); err != nil {
		return nil, ctx, cancel // the client shows none
	}
	s.cancels.Store(token, cancel)
	return s.begin(token, title), ctx, func() { s.cancels.Delete(token); cancel() }
}

// WorkDoneProgressCancel ends work that the user has cancelled.
func (s *server) WorkDoneProgressCancel(_ context.Context, p *protocol.WorkDoneProgressCancelParams) error {
	if cancel, ok := s.cancels.Load(p.Token); ok {
		cancel.(context.CancelFunc)()
	}
	return nil
}

// interval is how often progress is told.
const interval = 100 * time.Millisecond

// report tells how much of all is done.
func (p *progress) report(done, all int) {
	if p == nil || time.Since(p.last) < interval {
		return
	}
	p.last = time.Now()
	percentage, message := uint32(100*done/all), fmt.Sprintf("%d of %d articles", done, all)
	p.s.sendProgress(p.token, &protocol.WorkDoneProgressReport{Kind: "report", Percentage: &percentage, Message: &message})
}

// end tells that the work is done.
func (p *progress) end(message string) {
	if p == nil {
		return
	}
	e := &protocol.WorkDoneProgressEnd{Kind: "end"}
	if message != "" {
		e.Message = &message
	}
	p.s.sendProgress(p.token, e)
}

// sendProgress sends a value under a token.
func (s *server) sendProgress(token protocol.ProgressToken, value any) {
	data, err := protocol.Marshal(value)
	if err != nil {
		panic(err) // a value of our own
	}
	_ = s.client.Progress(s.ctx, &protocol.ProgressParams{Token: token, Value: data}) // a client that is gone sees none
}
