//go:build unix && !darwin

package main

import (
	"bytes"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What a stream of records takes of memory does not grow with it, nor with a long record by more than twice its length.
func TestStreamMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: lints hundreds of megabytes")
	}
	binary := filepath.Join(t.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	paragraph := strings.Repeat(`The minister\u2019s office said on Monday that the road is closed; They left. `, 40) + `\n\n`
	short := `{"id":1,"text":"` + paragraph + `"}` + "\n"
	long := `{"id":1,"text":"` + strings.Repeat(paragraph, (16<<20)/len(paragraph)) + `"}` + "\n"
	for _, c := range []struct {
		name   string
		record string
		count  int
		most   int // megabytes that the process may take
	}{
		{"300 MB of short records", short, (300 << 20) / len(short), 64},
		{"80 MB of long records", long, 5, 64 + 2*16},
	} {
		t.Run(c.name, func(t *testing.T) {
			filter := exec.Command(binary, "check", "--format", "jsonl", "--select", "spacing/two-dot", "--output-format", "records", "-")
			filter.Stdin = repeated(c.record, c.count)
			answers := &lineCounter{}
			filter.Stdout = answers
			if err := filter.Run(); err != nil {
				t.Fatal(err)
			}
			if answers.lines != c.count {
				t.Errorf("%d answers to %d records", answers.lines, c.count)
			}
			if most := filter.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10; most > int64(c.most) {
				t.Errorf("it took %d MB, want at most %d", most, c.most)
			} else {
				t.Logf("it took %d MB", most)
			}
		})
	}
}

// repeated reads as many copies of a text.
func repeated(text string, count int) io.Reader {
	var all []io.Reader
	for range count {
		all = append(all, strings.NewReader(text))
	}
	return io.MultiReader(all...)
}

// lineCounter counts the lines that are written to it.
type lineCounter struct{ lines int }

func (c *lineCounter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte("\n"))
	return len(p), nil
}
