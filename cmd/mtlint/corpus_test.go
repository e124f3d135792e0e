package main

import (
	"errors"
	"strings"
	"testing"

	"mtlint/lint"
)

// Each trouble is one line, also where the name of the file has two.
func TestTroubleIsOneLine(t *testing.T) {
	var b strings.Builder
	sayTrouble(&b, &lint.Result{
		Path: "a\nb.txt", Encoding: "utf-16le", Err: errors.New("read a\nb.txt: no such file"), Repairs: &lint.Repairs{Unended: true},
	})
	want := "mtlint: a⏎b.txt: not UTF-8, read as utf-16le\nmtlint: read a⏎b.txt: no such file\n" +
		"mtlint: a⏎b.txt: repairs are left after 10 rounds: run mtlint again\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
