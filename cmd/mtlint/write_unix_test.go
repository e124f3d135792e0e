//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"mtlint/lint/atomicfile"
)

const (
	brokenText   = "It rained all day; They stopped. We saw the the end of &quot;it&quot;.\n"
	repairedText = "It rained all day; they stopped. We saw the end of \"it\".\n"
)

// buildCommand builds the command and returns its path.
func buildCommand(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "mtlint")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return binary
}

// writeBroken writes n files to repair into a folder.
func writeBroken(t *testing.T, dir string, n int) []string {
	t.Helper()
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(dir, fmt.Sprintf("%04d.txt", i))
		mustWrite(t, paths[i], brokenText)
	}
	return paths
}

func mustWrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
}

func mustRead(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// temps returns the temporary files in a folder.
func temps(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, atomicfile.TempPattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Killed at any moment, a run leaves every file as the old text or the new one; the next run clears up.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: kills the command during 2,000 repairs")
	}
	const files = 2000
	binary, dir := buildCommand(t), t.TempDir()
	paths := writeBroken(t, dir, files)
	random := rand.New(rand.NewPCG(1, 2))
	started := time.Now()
	kills, left := 0, 0
	for finished := false; !finished; {
		cmd := exec.Command(binary, "check", "--fix", "--output-format", "json", dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		pause := time.Duration(20+random.IntN(200)) * time.Millisecond
		if time.Since(started) > 8*time.Second {
			pause = time.Minute // enough: the rest is repaired in one run
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatalf("a run that nobody killed: %v", err)
			}
			finished = true
		case <-time.After(pause):
			cmd.Process.Kill()
			<-done
			kills++
			left += len(temps(t, dir))
		}
		for _, p := range paths {
			if text := mustRead(t, p); text != brokenText && text != repairedText {
				t.Fatalf("after %d kills %s holds %q", kills, p, text)
			}
		}
	}
	for _, p := range paths {
		if text := mustRead(t, p); text != repairedText {
			t.Fatalf("%s was not repaired: %q", p, text)
		}
	}
	if names := temps(t, dir); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
	t.Logf("%d kills, after which %d temporary files were there for the next run", kills, left)
	if kills == 0 {
		t.Error("no run was killed")
	}
}

// On a full disk a file stays as it is, the run fails with a line that says so, and no temporary file stays.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", dir).CombinedOutput(); err != nil {
		if os.Getuid() != 0 {
			runAsRoot(t)
			return
		}
		t.Skipf("skipped: a file system cannot be mounted here: %v %s", err, bytes.TrimSpace(out))
	}
	defer exec.Command("umount", dir).Run()
	binary := buildCommand(t)
	text := strings.Repeat(brokenText+"\n", 1000)
	path := filepath.Join(dir, "a.txt")
	mustWrite(t, path, text)
	filler, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	defer filler.Close()
	for block := make([]byte, 4096); err == nil; {
		_, err = filler.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(binary, "check", "--fix", path)
	cmd.Stderr = &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != exitFailure {
		t.Errorf("%v, want exit code %d", err, exitFailure)
	}
	if want := "mtlint: write " + path + ": no space left on device; the file is as it was\n"; stderr.String() != want {
		t.Errorf("stderr %q, want %q", stderr.String(), want)
	}
	if mustRead(t, path) != text {
		t.Error("the file changed")
	}
	if names := temps(t, dir); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

// runAsRoot runs the test again as root of a user namespace with mounts of its own, where the system lets everybody have
// one.
func runAsRoot(t *testing.T) {
	t.Helper()
	unshare := []string{"--user", "--map-root-user", "--mount", "--"}
	if out, err := exec.Command("unshare", append(unshare, "true")...).CombinedOutput(); err != nil {
		t.Skipf("skipped: only root can mount a file system here: %v %s", err, bytes.TrimSpace(out))
	}
	test, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("unshare", append(unshare, test, "-test.run", "^"+t.Name()+"$", "-test.v")...).CombinedOutput()
	switch {
	case err != nil:
		t.Fatalf("as root of a namespace: %v\n%s", err, out)
	case bytes.Contains(out, []byte("--- SKIP")):
		t.Skipf("skipped: %s", out)
	}
}
