//go:build unix

package read_test

import (
	"errors"
	"os"
	"syscall"
	"testing"

	"mtlint/lint/read"
)

// A pipe would be waited for for ever.
func TestPathsPipe(t *testing.T) {
	folder(t, "a.txt")
	if err := syscall.Mkfifo("pipe.txt", 0o644); err != nil {
		t.Skip("no named pipes here: ", err)
	}
	why := "error: read pipe.txt: is a pipe, not a file: pipe the text in and give - as the path"
	expect(t, readAll(read.Options{}, "pipe.txt"), "pipe.txt: "+why)
	expect(t, readAll(read.Options{}, "."), "a.txt: a.txt", "pipe.txt: "+why)
	expect(t, readAll(read.Options{}, "/dev/null"), "/dev/null: error: read /dev/null: is a device, not a file: pipe the text in and give - as the path")
}

func TestPathsPermission(t *testing.T) {
	folder(t, "closed.txt", "dir/a.txt", "z.txt")
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	if err := errors.Join(os.Chmod("closed.txt", 0), os.Chmod("dir", 0)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod("dir", 0o755) })
	expect(t, readAll(read.Options{}, "."),
		"closed.txt: error: read closed.txt: permission denied: check its permissions",
		"dir: error: read dir: permission denied: check its permissions",
		"z.txt: z.txt")
}

// A file has nothing below it.
func TestPathsBelowFile(t *testing.T) {
	folder(t, "good.txt")
	expect(t, readAll(read.Options{}, "good.txt/x"), "good.txt/x: error: read good.txt/x: not a directory")
}
