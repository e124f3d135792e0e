package atomicfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mtlint/lint/atomicfile"
)

// made returns the path of a new file in a folder of its own.
func made(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

// expectOnly wants the file to hold a text and to be alone in its folder.
func expectOnly(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v; want %q", got, err, want)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("the folder holds %d files, want 1", len(entries))
	}
}

func open(t *testing.T, path string) *atomicfile.Parts {
	t.Helper()
	p, err := atomicfile.OpenParts(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func replace(t *testing.T, p *atomicfile.Parts, old, text string) {
	t.Helper()
	if err := p.Replace(old, text); err != nil {
		t.Errorf("replace %q: %v", old, err)
	}
}

// What is replaced changes, what stands between and behind stays.
func TestParts(t *testing.T) {
	long := strings.Repeat("long\n", 1<<15)
	path := made(t, "one\ntwo\n"+long+"four\nrest")
	p := open(t, path)
	replace(t, p, "one\n", "one\n")
	replace(t, p, "two\n", "2\n")
	replace(t, p, long, long)
	replace(t, p, "four\n", "")
	expectFirst(t, path, "one\ntwo\n")
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	expectOnly(t, path, "one\n2\n"+long+"rest")
}

// expectFirst wants the file to begin with a text: until it is committed nothing changes.
func expectFirst(t *testing.T, path, want string) {
	t.Helper()
	if got, _ := os.ReadFile(path); !strings.HasPrefix(string(got), want) {
		t.Errorf("the file begins with %.20q, want %q", got, want)
	}
}

// Without a change the file is not written; one that is not what was read, and one that is given up, stays as it is.
func TestPartsUnchanged(t *testing.T) {
	path := made(t, "one\ntwo\n")
	before, _ := os.Stat(path)
	p := open(t, path)
	replace(t, p, "one\n", "one\n")
	if err := p.Commit(); err != nil {
		t.Error(err)
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Errorf("the file was replaced: %v", err)
	}
	expectOnly(t, path, "one\ntwo\n")

	p = open(t, path)
	if err := p.Replace("uno\n", "1\n"); err == nil || !strings.Contains(err.Error(), "it changed since it was read") {
		t.Errorf("replace what is not there: %v", err)
	}
	if err := p.Replace("two\n", "2\n"); err == nil {
		t.Error("no error behind an error")
	}
	if err := p.Commit(); err == nil {
		t.Error("commit behind an error")
	}
	expectOnly(t, path, "one\ntwo\n")

	p = open(t, path)
	replace(t, p, "one\n", "1\n")
	p.Discard()
	expectOnly(t, path, "one\ntwo\n")

	p = open(t, path)
	replace(t, p, "one\n", "1\n")
	if err := os.WriteFile(path, []byte("one\ntwo\nthree\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := p.Commit(); err == nil {
		t.Error("commit over a file that grew")
	}
	expectOnly(t, path, "one\ntwo\nthree\n")

	p = open(t, path)
	replace(t, p, "one\n", "1\n")
	if err := os.WriteFile(path, []byte("one\ntwo\nfours\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, time.Time{}, time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if err := p.Commit(); err == nil {
		t.Error("commit over a file that changed behind what was replaced")
	}
	expectOnly(t, path, "one\ntwo\nfours\n")
}

// What Rewrite refuses is refused before anything is read.
func TestPartsRefused(t *testing.T) {
	path := made(t, "one\n")
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := atomicfile.OpenParts(path); err == nil || !strings.Contains(err.Error(), "it may not be written") {
		t.Errorf("read-only: %v", err)
	}
	if _, err := atomicfile.OpenParts(path + "x"); err == nil {
		t.Error("no error for a file that is not there")
	}
}
