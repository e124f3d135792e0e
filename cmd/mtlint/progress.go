package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"mtlint/lint"
	"mtlint/lint/report"
)

// progress is a bar on the terminal for a run that takes long. A nil one shows nothing.
type progress struct {
	out     io.Writer
	total   int // files
	started time.Time
	last    string       // file of the last result, which may hold more records
	files   atomic.Int64 // done
	words   atomic.Int64

	mu    sync.Mutex
	timer *time.Timer   // shows the bar; nil when the run is over
	bars  *mpb.Progress // nil unless it is shown
	bar   *mpb.Bar
}

// progressDelay is how long a run goes without a bar.
const progressDelay = time.Second

// startProgress begins to count a run over so many files; nil where out is no terminal that can show a bar.
func startProgress(out *os.File, total int) *progress {
	if !isTerminal(out) || os.Getenv("TERM") == "dumb" {
		return nil
	}
	p := &progress{out: out, total: total, started: time.Now()}
	p.timer = time.AfterFunc(progressDelay, func() { p.show() })
	return p
}

// show begins to draw the bar.
func (p *progress) show(options ...mpb.ContainerOption) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer == nil {
		return // the run is over
	}
	p.bars = mpb.New(append(options, mpb.WithOutput(p.out))...)
	p.bar = p.bars.New(int64(p.total), mpb.BarStyle().Lbound("").Filler("━").Tip("━").Padding("─").Rbound(""),
		mpb.BarWidth(progressWidth), mpb.BarRemoveOnComplete(), mpb.AppendDecorators(decor.Any(p.status), decor.NewAverageETA(decor.ET_STYLE_GO, p.started, nil)))
	p.bar.SetCurrent(p.files.Load())
}

// progressWidth is the width of the bar itself, in columns.
const progressWidth = 30

// status says how far the run is.
func (p *progress) status(decor.Statistics) string {
	files, words := int(p.files.Load()), int(p.words.Load())
	return fmt.Sprintf(" %s of %s, %s ", report.Thousands(files), report.Count(p.total, "file"), report.Count(words, "word"))
}

// add counts a result.
func (p *progress) add(r *lint.Result) {
	if p == nil {
		return
	}
	p.words.Add(int64(r.Words))
	if file := cmp.Or(r.In, r.Path); file != p.last {
		p.last = file
		p.files.Add(1)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.SetCurrent(p.files.Load())
	}
}

// stop takes the bar away.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.mu.Lock()
	if p.timer != nil {
		p.timer.Stop()
	}
	bars, bar := p.bars, p.bar
	p.timer, p.bars, p.bar = nil, nil, nil
	p.mu.Unlock()
	if bar != nil {
		bar.Abort(true)
		bars.Wait()
	}
}

// above returns a writer to a file that, where it is the terminal of the bar, writes above the bar.
func (p *progress) above(f *os.File) io.Writer {
	if p == nil || !isTerminal(f) {
		return f
	}
	return &aboveWriter{f, p}
}

// aboveWriter writes above the bar while it is shown.
type aboveWriter struct {
	*os.File
	p *progress
}

func (w *aboveWriter) Write(b []byte) (int, error) {
	w.p.mu.Lock()
	bars := w.p.bars
	w.p.mu.Unlock()
	if bars == nil {
		return w.File.Write(b)
	}
	return bars.Write(b)
}
