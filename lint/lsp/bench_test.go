package lsp_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// corpus holds articles of many kinds beside the project; benchmarks skip where it is absent.
const corpus = "../../../shared/corpus/dev/txt_*/*.txt"

// article is n bytes of articles, one after another, from the i-th on.
func article(b *testing.B, i, n int) string {
	b.Helper()
	paths, _ := filepath.Glob(corpus)
	if len(paths) == 0 {
		b.Skipf("no articles at %s", corpus)
	}
	var text strings.Builder
	for ; text.Len() < n; i++ {
		text.WriteString(readFile(b, paths[i%len(paths)]) + "\n\n")
	}
	return strings.ToValidUTF8(text.String()[:n], "")
}

// process is a server of its own with a client that does no more than it must, so that it takes no time from the server.
type process struct {
	b   *testing.B
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// buildCommand builds the command and returns its path.
func buildCommand(b *testing.B) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, "../../cmd/mtlint").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	return binary
}

// launch starts a server on one core.
func launch(b *testing.B, binary string) *process {
	b.Helper()
	p := &process{b: b, cmd: exec.Command(binary, "lsp")}
	p.cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	p.cmd.Stderr = os.Stderr
	var err error
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	p.out = bufio.NewReader(out)
	if err := p.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	p.send(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}`)
	p.send(`{"jsonrpc":"2.0","method":"initialized","params":{}}`)
	return p
}

// end ends the server and returns the time that it has taken of the processor.
func (p *process) end() time.Duration {
	p.send(`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`)
	p.send(`{"jsonrpc":"2.0","method":"exit"}`)
	if err := p.cmd.Wait(); err != nil {
		p.b.Fatal(err)
	}
	return p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
}

func (p *process) send(body string) {
	if _, err := io.WriteString(p.in, frame(body)); err != nil {
		p.b.Fatal(err)
	}
}

func (p *process) open(n int, text string) {
	p.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:%d","languageId":"plaintext","version":1,"text":%s}}}`,
		n, quoted(text)))
}

// await reads up to the diagnostics of a version of a document.
func (p *process) await(n, version int) {
	wanted := []byte(fmt.Sprintf(`"uri":"untitled:%d","version":%d,`, n, version))
	for {
		header, err := textproto.NewReader(p.out).ReadMIMEHeader()
		if err != nil {
			p.b.Fatalf("the server ended: %v", err)
		}
		length, _ := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, length)
		if _, err := io.ReadFull(p.out, body); err != nil {
			p.b.Fatal(err)
		}
		if bytes.Contains(body[:min(len(body), 200)], wanted) {
			return
		}
	}
}

// memory returns the memory that the server has now and has had at most, in MB.
func (p *process) memory() (now, peak float64) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.b.Skip("no /proc")
	}
	field := func(name string) float64 {
		_, rest, _ := strings.Cut(string(data), name+":")
		kB, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
		return kB / 1024
	}
	return field("VmRSS"), field("VmHWM")
}

// BenchmarkTyping types 500 characters into an article, one after the other as soon as the diagnostics of the one before are
// there, and gives the time from didChange to diagnostics, and the time of the processor that each takes, with its share of
// the start: that does not depend on what else the machine does.
func BenchmarkTyping(b *testing.B) {
	binary := buildCommand(b)
	for _, size := range []int{10_000, 50_000} {
		b.Run(fmt.Sprintf("%dkB", size/1000), func(b *testing.B) {
			var times []time.Duration
			var processor time.Duration
			for b.Loop() {
				p := launch(b, binary)
				p.open(1, article(b, 0, size))
				p.await(1, 1)
				typed := strings.Repeat("It rained on the frist day. ", 18)[:500]
				for i := range typed {
					sent := time.Now()
					p.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:1","version":%d},`+
						`"contentChanges":[{"range":{"start":{"line":0,"character":%d},"end":{"line":0,"character":%d}},"text":%s}]}}`, i+2, i, i, quoted(typed[i:i+1])))
					p.await(1, i+2)
					times = append(times, time.Since(sent))
				}
				processor += p.end()
			}
			b.ReportMetric(float64(processor.Microseconds())/1000/float64(len(times)), "ms-processor")
			slices.Sort(times)
			ms := func(share float64) float64 {
				return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
			}
			b.ReportMetric(ms(0.5), "ms-p50")
			b.ReportMetric(ms(0.99), "ms-p99")
			b.ReportMetric(ms(1), "ms-max")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkFirst gives the time from the start of the process to the first diagnostics, of the seed article.
func BenchmarkFirst(b *testing.B) {
	binary, text := buildCommand(b), readFile(b, "../../seeds/newsweek-iraq.txt")
	for b.Loop() {
		p := launch(b, binary)
		p.open(1, text)
		p.await(1, 1)
		b.StopTimer()
		p.end()
		b.StartTimer()
	}
}

// BenchmarkOpen opens 50 articles, types into each, and gives the memory of the server.
func BenchmarkOpen(b *testing.B) {
	binary := buildCommand(b)
	var now, peak float64
	for b.Loop() {
		p := launch(b, binary)
		for n := range 50 {
			p.open(n, article(b, 7*n, 10_000))
		}
		for n := range 50 {
			p.send(fmt.Sprintf(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:%d","version":2},`+
				`"contentChanges":[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"text":"a"}]}}`, n))
			p.await(n, 2)
		}
		now, peak = p.memory()
		p.end()
	}
	b.ReportMetric(now, "MB")
	b.ReportMetric(peak, "MB-peak")
}
