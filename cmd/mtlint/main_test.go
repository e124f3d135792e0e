package main

import (
	"errors"
	"flag"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/cli")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mtlint": main})
}

// Every file of testdata/cli is one behaviour of the command. Beside the usual commands a script has
// "exits CODE COMMAND…", which runs a command and wants its exit code.
func TestCommand(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("..", "..", "testdata", "cli"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func TestWantsColor(t *testing.T) {
	for _, c := range []struct {
		when     string
		terminal bool
		noColor  string
		term     string
		want     bool
	}{
		{"auto", true, "", "xterm", true},
		{"auto", false, "", "xterm", false},
		{"auto", true, "1", "xterm", false},
		{"auto", true, "", "dumb", false},
		{"always", false, "1", "dumb", true},
		{"never", true, "", "xterm", false},
	} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.term)
		if got := wantsColor(c.when, c.terminal); got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}

// What is read is kept to be read again where a report goes to a file, unless it is long.
func TestReplay(t *testing.T) {
	file := []formatChoice{{file: "out.json"}}
	for _, c := range []struct {
		formats []formatChoice
		length  int
		again   bool
	}{{file, 1000, true}, {file, maxReplay, true}, {file, maxReplay + 1, false}, {nil, 1000, false}} {
		text := strings.Repeat("x", c.length)
		r := newReplay(strings.NewReader(text), c.formats)
		if got, err := io.ReadAll(r); err != nil || string(got) != text {
			t.Fatalf("read %d bytes, %v", len(got), err)
		}
		got, err := io.ReadAll(r.again())
		if again := err == nil && string(got) == text; again != c.again || !again && (err == nil || r.kept.Cap() > 0) {
			t.Errorf("%d bytes: again %v, %v, want %v", c.length, again, err, c.again)
		}
	}
}
