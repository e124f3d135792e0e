package read_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"mtlint/lint/read"
)

// folder makes files of the given paths, each holding its own path, and works in their folder.
func folder(t *testing.T, paths ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, p := range paths {
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(p), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readAll returns the path of every source with its text or error.
func readAll(opt read.Options, paths ...string) []string {
	var out []string
	for s := range read.Paths(paths, opt) {
		d, err := s.Read()
		if err != nil {
			out = append(out, s.Path+": error: "+err.Error())
			continue
		}
		out = append(out, s.Path+": "+d.Text)
	}
	return out
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
}

func TestPathsWalk(t *testing.T) {
	folder(t, "b.txt", "a.TXT", "c.text", "d.jpg", "sub/x.txt", "sub/deep/y.txt", "sub.txt", ".hidden.txt", ".git/z.txt", "vendor/v.txt", "node_modules/n.txt", "sub/vendor/v.txt", "vendor.txt")
	expect(t, readAll(read.Options{}, "."), "a.TXT: a.TXT", "b.txt: b.txt", "c.text: c.text", "sub/deep/y.txt: sub/deep/y.txt", "sub/x.txt: sub/x.txt", "sub.txt: sub.txt", "vendor.txt: vendor.txt")
	expect(t, readAll(read.Options{}, "vendor", ".git"), "vendor/v.txt: vendor/v.txt", ".git/z.txt: .git/z.txt")
	expect(t, readAll(read.Options{}, "d.jpg", "./b.txt", "b.txt", "sub/deep/", "sub/deep/y.txt"), "d.jpg: d.jpg", "b.txt: b.txt", "sub/deep/y.txt: sub/deep/y.txt")
	expect(t, readAll(read.Options{}))
}

func TestPathsStop(t *testing.T) {
	folder(t, "sub/a.txt", "sub/b.txt", "c.txt")
	for _, paths := range [][]string{{"sub", "c.txt"}, {"c.txt", "sub"}, {"-", "sub"}} {
		n := 0
		for range read.Paths(paths, read.Options{Stdin: strings.NewReader("")}) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%v: %d sources behind a break, want 1", paths, n)
		}
	}
}

func TestPathsStdin(t *testing.T) {
	expect(t, readAll(read.Options{Stdin: strings.NewReader("hello")}, "-"), "-: hello")
	expect(t, readAll(read.Options{Stdin: strings.NewReader("hello"), StdinName: "x/a.txt"}, "-"), "x/a.txt: hello")
	expect(t, readAll(read.Options{Stdin: iotest.ErrReader(errors.New("broken pipe"))}, "-"), "-: error: read -: broken pipe")
	expect(t, readAll(read.Options{Stdin: io.LimitReader(strings.NewReader("\x00"), 1)}, "-"), "-: error: read -: looks binary (NUL byte at offset 0): leave it out, or convert it to text")
}

func TestPathsLinks(t *testing.T) {
	folder(t, "real/a.txt", "top/b.txt")
	link(t, "../top", "top/loop")
	link(t, "../real", "top/folder")
	link(t, "../real", "top/folder.txt")
	link(t, "../real/a.txt", "top/file.txt")
	link(t, "nowhere", "top/lost.txt")
	link(t, "nowhere", "top/lost")
	link(t, "top", "start")
	lost := "error: read %: the symbolic link leads nowhere: mend or remove it"
	expect(t, readAll(read.Options{}, "top"), "top/b.txt: top/b.txt", "top/file.txt: real/a.txt", "top/lost.txt: "+strings.ReplaceAll(lost, "%", "top/lost.txt"))
	expect(t, readAll(read.Options{}, "start"), "start/b.txt: top/b.txt", "start/file.txt: real/a.txt", "start/lost.txt: "+strings.ReplaceAll(lost, "%", "start/lost.txt"))
	expect(t, readAll(read.Options{}, "top/folder"), "top/folder/a.txt: real/a.txt")
}

// One bad path does not stop the others.
func TestPathsErrors(t *testing.T) {
	folder(t, "good.txt", "bad.txt", "empty.txt")
	if err := os.WriteFile("bad.txt", []byte("abc\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("empty.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	expect(t, readAll(read.Options{}, "missing.txt", "missing/", "bad.txt", "empty.txt", "good.txt"),
		"missing.txt: error: read missing.txt: no such file or directory: check the path",
		"missing: error: read missing/: no such file or directory: check the path",
		"bad.txt: error: read bad.txt: looks binary (NUL byte at offset 3): leave it out, or convert it to text",
		"empty.txt: ",
		"good.txt: good.txt")
}

// A file that is too long for a document is told by its size, without reading it.
func TestPathsTooLong(t *testing.T) {
	folder(t, "long.txt")
	if err := os.Truncate("long.txt", 3<<30); err != nil {
		t.Skip("no sparse files here:", err)
	}
	if got, want := readAll(read.Options{}, "long.txt")[0], "long.txt: error: read long.txt: larger than 2 GB: split it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
