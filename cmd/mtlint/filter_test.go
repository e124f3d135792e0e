package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A filter answers a record before the next one comes, whether it lints or repairs.
func TestFilterAnswersAtOnce(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"--output-format", "records"}, {"--output-format", "jsonl"}, {"--fix"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			filter := exec.Command(binary, append([]string{"check", "--format", "jsonl", "--exit-zero", "-"}, args...)...)
			in, err := filter.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			out, err := filter.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			filter.Stderr = os.Stderr
			if err := filter.Start(); err != nil {
				t.Fatal(err)
			}
			late := time.AfterFunc(time.Minute, func() { filter.Process.Kill() })
			defer late.Stop()
			answers := bufio.NewReader(out)
			for i := 1; i <= 20; i++ {
				fmt.Fprintf(in, "{\"text\": \"Record %d rained all day; They stopped.\"}\n", i)
				answer, err := answers.ReadString('\n')
				if err != nil || !strings.Contains(answer, fmt.Sprintf("#%d\"", i)) && !strings.Contains(answer, fmt.Sprintf("Record %d rained all day; they", i)) {
					t.Fatalf("answer to record %d: %q, %v", i, answer, err)
				}
			}
			in.Close()
			if err := filter.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
}
