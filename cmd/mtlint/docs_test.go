package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The guide is followed word by word in an empty folder: its files are made, its commands are run, and their output is
// what the guide shows. -update writes the output into the guide.
func TestGettingStarted(t *testing.T) {
	guide, err := filepath.Abs("../../docs/getting-started.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	path := binaries(t)
	t.Chdir(t.TempDir())
	var out strings.Builder
	blocks := strings.SplitAfter(string(text), "```")
	for i, block := range blocks {
		if i%2 == 1 {
			block = followed(t, path, strings.TrimSuffix(block, "```")) + "```"
		}
		out.WriteString(block)
	}
	if *update {
		if err := os.WriteFile(guide, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if out.String() != string(text) {
		t.Errorf("%s does not show what the commands print; run go test ./cmd/mtlint -run TestGettingStarted -update", guide)
	}
}

// binaries builds the command and returns its folder.
func binaries(t *testing.T) string {
	folder := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", folder, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return folder
}

// followed makes the file that a block of the guide holds, or runs its commands; it returns the block as it should be.
func followed(t *testing.T, path, block string) string {
	head, body, _ := strings.Cut(block, "\n")
	kind, name, isFile := strings.Cut(head, " ")
	switch {
	case isFile:
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	case kind == "console":
		var b strings.Builder
		for line := range strings.Lines(body) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				b.WriteString(line)
				b.Write(printed(t, path, strings.TrimSpace(command)))
			}
		}
		return head + "\n" + strings.TrimSuffix(b.String(), "\n")
	}
	return block
}

// printed runs a command and returns what it prints.
func printed(t *testing.T, path, command string) []byte {
	words := strings.Fields(command)
	cmd := exec.Command(filepath.Join(path, words[0]), words[1:]...)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); err != nil && code != 1 {
		t.Errorf("%s: %v\n%s", command, err, out)
	}
	return append(bytes.TrimRight(out, "\n"), "\n\n"...)
}
