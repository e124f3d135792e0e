package lsp

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"

	"go.lsp.dev/jsonrpc2"
)

// stream reads and writes the messages of a client. What is no message is passed over: it is answered with an error and
// told to broken. Writing never waits for the client: what it does not read yet is kept.
type stream struct {
	in     *bufio.Reader
	closer io.Closer
	broken func(frame []byte) // called with the beginning of a message that cannot be read
	body   []byte             // of the message read last

	mu      sync.Mutex
	queue   [][]byte
	ready   chan struct{} // something is queued, or the stream is closed
	drained chan struct{} // closed when the writer has ended
	closed  bool
	failed  error // of writing
}

// newStream returns the stream of a client that is read from in and written to out.
func newStream(in io.ReadCloser, out io.Writer) *stream {
	s := &stream{in: bufio.NewReaderSize(in, 1<<16), closer: in, ready: make(chan struct{}, 1), drained: make(chan struct{})}
	go s.write(out)
	return s
}

// Limits of one message, in bytes.
const (
	maxBody  = 256 << 20 // longer ones are passed over
	keepBody = 1 << 20   // of a buffer that is kept for the next message
	glance   = 1 << 12   // of a message that is too long, as broken gets to see it
)

// Read returns the next message that is one.
func (s *stream) Read(context.Context) (jsonrpc2.Message, int64, error) {
	for {
		n, err := s.header()
		if err != nil {
			return nil, 0, err
		}
		if n > maxBody {
			if err := s.skip(n); err != nil {
				return nil, 0, err
			}
			continue
		}
		if cap(s.body) > keepBody && n <= keepBody {
			s.body = nil
		}
		if cap(s.body) < n {
			s.body = make([]byte, n)
		}
		s.body = s.body[:n]
		if _, err := io.ReadFull(s.in, s.body); err != nil {
			return nil, 0, err
		}
		msg, err := jsonrpc2.DecodeMessage(s.body)
		if err == nil {
			return msg, int64(n), nil
		}
		s.refuse(s.body, jsonrpc2.ErrParse.Code, err)
	}
}

// skip passes over a message that is too long.
func (s *stream) skip(n int) error {
	start, _ := s.in.Peek(glance)
	s.refuse(bytes.Clone(start), jsonrpc2.InvalidRequest, fmt.Errorf("a message of %d bytes: want %d at most", n, maxBody))
	_, err := io.CopyN(io.Discard, s.in, int64(n))
	return err
}

// refuse answers what is no message.
func (s *stream) refuse(frame []byte, code jsonrpc2.Code, why error) {
	if s.broken != nil {
		s.broken(frame)
	}
	_, _ = s.Write(context.Background(), jsonrpc2.NewResponse(jsonrpc2.ID{}, nil, jsonrpc2.NewError(code, why.Error())))
}

// lengthField names the header field that counts, in any case.
var lengthField = []byte("Content-Length:")

// header reads up to the end of the next header that says how long its body is, and returns that. Lines that belong to no
// header are passed over.
func (s *stream) header() (int, error) {
	length := -1
	for {
		line, err := s.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if len(line) > 0 && errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		switch text := bytes.TrimSpace(line); {
		case len(text) > 0:
			if n, ok := contentLength(text); ok {
				length = n
			}
		case length > 0:
			return length, nil
		default:
			length = -1 // the end of a header that says nothing, or of nothing
		}
	}
}

// contentLength returns the number of the last length field in a line.
func contentLength(line []byte) (int, bool) {
	i := len(line) - len(lengthField)
	for i >= 0 && !bytes.EqualFold(line[i:i+len(lengthField)], lengthField) {
		i--
	}
	if i < 0 {
		return 0, false
	}
	n, err := strconv.ParseInt(string(bytes.TrimSpace(line[i+len(lengthField):])), 10, 62)
	return int(n), err == nil && n > 0
}

// Write queues a message.
func (s *stream) Write(_ context.Context, msg jsonrpc2.Message) (int64, error) {
	body, err := jsonrpc2.EncodeMessage(msg)
	if err != nil {
		return 0, err
	}
	frame := append(fmt.Appendf(make([]byte, 0, len(body)+32), "Content-Length: %d\r\n\r\n", len(body)), body...)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return 0, s.failed
	}
	if s.closed {
		return 0, io.ErrClosedPipe
	}
	s.queue = append(s.queue, frame)
	s.wake()
	return int64(len(frame)), nil
}

func (s *stream) wake() {
	select {
	case s.ready <- struct{}{}:
	default:
	}
}

// write writes what is queued until the stream is closed.
func (s *stream) write(out io.Writer) {
	defer close(s.drained)
	for range s.ready {
		s.mu.Lock()
		frames, closed := s.queue, s.closed
		s.queue = nil
		s.mu.Unlock()
		for _, f := range frames {
			if _, err := out.Write(f); err != nil {
				s.mu.Lock()
				s.failed = err
				s.mu.Unlock()
				return
			}
		}
		if closed {
			return
		}
	}
}

// Close ends the stream: no more is read, and what is queued is written.
func (s *stream) Close() error {
	s.mu.Lock()
	s.closed = true
	s.wake()
	s.mu.Unlock()
	return s.closer.Close()
}

// drain waits until what was queued before Close is written, or the client does not read on.
func (s *stream) drain() {
	select {
	case <-s.drained:
	case <-time.After(time.Second):
	}
}
