//go:build unix

package read_test

import (
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
