package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkColdStart runs the whole command on the seed article, from the start of the process to its exit.
func BenchmarkColdStart(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	for b.Loop() {
		if out, err := exec.Command(binary, "--exit-zero", "../../seeds").CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}
