//go:build unix

package atomicfile

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const (
	oldText = "It rained all day; They stopped.\n"
	newText = "It rained all day; they stopped.\n"
)

func mustWrite(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(text), 0o640))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Mode and owner are kept, a symbolic link stays one.
func TestRewriteKeeps(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "a.txt"), filepath.Join(dir, "link.txt")
	mustWrite(t, target, oldText)
	if err := os.Chmod(target, 0o751|fs.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	owner := os.Getuid()
	if owner == 0 {
		owner = 12345
		if err := os.Chown(target, owner, owner); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(target, 0o751|fs.ModeSetgid); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("a.txt", link); err != nil {
		t.Fatal(err)
	}
	if err := Rewrite(link, oldText, newText); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != "a.txt" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	info, err := os.Lstat(target)
	if err != nil {
		t.Fatal(err)
	}
	if got := int(info.Sys().(*syscall.Stat_t).Uid); got != owner {
		t.Errorf("owner %d, want %d", got, owner)
	}
	if got, want := info.Mode(), 0o751|fs.ModeSetgid; got != want {
		t.Errorf("mode %v, want %v", got, want)
	}
	if got := string(read(t, target)); got != newText {
		t.Errorf("holds %q", got)
	}
}

// What may not be replaced is refused with a reason, and stays.
func TestRewriteRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		prepare func(t *testing.T, path string)
		want    string
	}{
		"changed":   {func(t *testing.T, path string) { mustWrite(t, path, "Something else.\n") }, "it changed since it was read"},
		"read-only": {func(t *testing.T, path string) { must(t, os.Chmod(path, 0o444)) }, "may not be written"},
		"hard link": {func(t *testing.T, path string) { must(t, os.Link(path, path+".other")) }, "it has 2 hard links"},
		"gone":      {func(t *testing.T, path string) { must(t, os.Remove(path)) }, "no such file"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.txt")
			mustWrite(t, path, oldText)
			c.prepare(t, path)
			before, _ := os.ReadFile(path)
			err := Rewrite(path, oldText, newText)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want one line with %q", err, c.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Errorf("holds %q now", after)
			}
			if names := temps(t, filepath.Dir(path)); len(names) > 0 {
				t.Errorf("left behind: %v", names)
			}
		})
	}
}

// A run clears away what a killed run left, but no file that a running process holds.
func TestClearTemps(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, filepath.Join(dir, ".mtlint-1.tmp"), "left")
	mine := filepath.Join(dir, ".mtlint.yaml")
	mustWrite(t, mine, "lang: en\n")
	held, err := createTemp(dir, privateMode)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	ClearTemps(dir)
	if names := temps(t, dir); len(names) != 1 || names[0] != held.Name() {
		t.Errorf("left: %v, want only %s", names, held.Name())
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

// temps returns the temporary files in a folder.
func temps(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, TempPattern))
	must(t, err)
	return names
}

// A file whose parts are replaced keeps its mode, too.
func TestPartsKeepMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	mustWrite(t, path, oldText)
	p, err := OpenParts(path)
	must(t, err)
	must(t, p.Replace(oldText, newText))
	must(t, p.Commit())
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v; want 0640", info.Mode(), err)
	}
}
