package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vbauerster/mpb/v8"

	"mtlint/lint"
)

// lockedBuffer is a buffer that the bar may write to while it is read.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// The bar counts files, one with many records once, and words; when it stops it is gone.
func TestProgress(t *testing.T) {
	var out lockedBuffer
	p := &progress{out: &out, total: 1200, started: time.Now(), timer: time.NewTimer(time.Hour)}
	p.add(&lint.Result{Path: "a.txt", Words: 700})
	p.show(mpb.WithAutoRefresh(), mpb.WithRefreshRate(time.Millisecond))
	for _, record := range []string{"b.jsonl#1", "b.jsonl#2"} {
		p.add(&lint.Result{Path: record, In: "b.jsonl", Words: 400})
	}
	want := "2 of 1,200 files, 1,500 words"
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(out.String(), want); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("no %q in %.300q", want, out.String())
		}
	}
	p.stop()
	shown := out.String()
	p.add(&lint.Result{Path: "c.txt"})
	p.stop()
	p.show()
	time.Sleep(20 * time.Millisecond)
	if out.String() != shown {
		t.Errorf("drawn after it stopped: %q", out.String()[len(shown):])
	}
}
