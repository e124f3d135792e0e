package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What a stream of records takes of memory does not grow with it, nor with a long record by more than its length.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: lints hundreds of megabytes")
	}
	binary := filepath.Join(t.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	paragraph := strings.Repeat(`The minister\u2019s office said on Monday that the road is closed; They left. `, 40) + `\n\n`
	for _, c := range []struct {
		name       string
		paragraphs int // of a record
		count      int
		most       int // megabytes that the process may take
	}{
		{"300 MB of short records", 1, (300 << 20) / len(paragraph), 64},
		{"80 MB of long records", (16 << 20) / len(paragraph), 5, 64 + 16},
		{"200 MB of huge records", (100 << 20) / len(paragraph), 2, 64 + 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			filter := exec.Command(binary, "check", "--format", "jsonl", "--select", "spacing/two-dot", "--output-format", "records", "-")
			filter.Stdin = records(paragraph, c.paragraphs, c.count)
			answers := &lineCounter{}
			filter.Stdout = answers
			if err := filter.Start(); err != nil {
				t.Fatal(err)
			}
			peak, ended := make(chan int), make(chan struct{})
			go func() { peak <- peakMemory(filter.Process.Pid, ended) }()
			err := filter.Wait()
			close(ended)
			if err != nil {
				t.Fatal(err)
			}
			if answers.lines != c.count {
				t.Errorf("%d answers to %d records", answers.lines, c.count)
			}
			if most := <-peak; most == 0 || most > c.most {
				t.Errorf("it took %d MB, want at most %d", most, c.most)
			} else {
				t.Logf("it took %d MB", most)
			}
		})
	}
}

// peakMemory returns the most memory that a process has taken, in megabytes, as the system says it shortly before it ends.
// What wait tells instead begins with what the process took that started it.
func peakMemory(pid int, ended <-chan struct{}) (megabytes int) {
	for {
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // of a process that is gone nothing is read
		if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
			var kilobytes int
			if _, err := fmt.Sscan(rest, &kilobytes); err == nil {
				megabytes = kilobytes >> 10
			}
		}
		select {
		case <-ended:
			return megabytes
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// records reads as many records, each of as many paragraphs. It holds none in memory.
func records(paragraph string, paragraphs, count int) io.Reader {
	var all []io.Reader
	for range count {
		all = append(all, strings.NewReader(`{"id":1,"text":"`))
		for range paragraphs {
			all = append(all, strings.NewReader(paragraph))
		}
		all = append(all, strings.NewReader(`"}`+"\n"))
	}
	return io.MultiReader(all...)
}

// lineCounter counts the lines that are written to it.
type lineCounter struct{ lines int }

func (c *lineCounter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte("\n"))
	return len(p), nil
}
