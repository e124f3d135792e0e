// Package atomicfile writes files in one piece: who reads one sees the old text or the new one at any moment, also when the
// machine stops.
//
// In go a path and what the file is to hold; what may not be written is refused with one line that says why.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Make writes a file that is not there yet.
func Make(path, text string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, newMode)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return CreateError(path, err)
	}
	return Rewrite(path, "", text)
}

// Rewrite puts text in place of what a file holds. A symbolic link is followed. It refuses a file that does not hold old,
// that is read-only, or that has other names.
func Rewrite(path, old, text string) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return RewriteError(path, err)
	}
	info, err := checkTarget(target, old)
	if err != nil {
		return RewriteError(path, err)
	}
	if err := replace(target, info, text); err != nil {
		return RewriteError(path, err)
	}
	return settle(path, target)
}

// settle makes sure that a replaced file keeps its name when the machine stops.
func settle(path, target string) error {
	if err := syncFolder(filepath.Dir(target)); err != nil {
		return fmt.Errorf("write %s: repaired, but its folder could not be synced: %w", path, err)
	}
	return nil
}

// checkTarget returns what is known of a file that may be replaced and holds old, or why it may not.
func checkTarget(target, old string) (fs.FileInfo, error) {
	f, info, err := openTarget(target)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var now strings.Builder
	if _, err := io.Copy(&now, f); err != nil {
		return nil, err
	}
	if now.String() != old {
		return nil, errChanged
	}
	return info, nil
}

// openTarget opens a file that may be replaced.
func openTarget(target string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(target, os.O_RDWR, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.Mode().Perm()&0o222 == 0: // which root may open all the same
		err = fs.ErrPermission
	case links(info) > 1:
		err = fmt.Errorf("it has %d hard links, which writing would part: repair a copy", links(info))
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

var errChanged = errors.New("it changed since it was read: run mtlint again")

// replace writes text to a temporary file beside the target, as its owner and with its mode, and gives it the target's
// name, unless the target is no longer what info says.
func replace(target string, info fs.FileInfo, text string) (err error) {
	f, err := createTemp(filepath.Dir(target), privateMode)
	if err != nil {
		return err
	}
	defer func() { dismiss(f, err) }()
	if _, err := f.WriteString(text); err != nil {
		return err
	}
	return install(f, target, info)
}

// dismiss closes a temporary file, and removes it where something went wrong with it.
func dismiss(f *os.File, err error) {
	f.Close()
	if err != nil {
		os.Remove(f.Name())
	}
}

// install gives a temporary file, which is written, the name of the target, unless the target is no longer what info says.
func install(f *os.File, target string, info fs.FileInfo) error {
	if err := becomeLike(f, info); err != nil {
		return err
	}
	if now, err := os.Lstat(target); err != nil || !os.SameFile(now, info) || now.Size() != info.Size() || !now.ModTime().Equal(info.ModTime()) {
		return errChanged
	}
	return rename(f, target)
}

// becomeLike gives a temporary file, which is written, the owner and the mode of another, and sees it to the disk.
func becomeLike(f *os.File, info fs.FileInfo) error {
	if err := copyOwner(f, info); err != nil {
		return err
	}
	if err := f.Chmod(info.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)); err != nil {
		return err
	}
	return f.Sync()
}

// TempPattern is the name of a temporary file; a walk passes over it because it begins with a dot.
const TempPattern = ".mtlint-*.tmp"

// The modes of temporary files, before the umask: private until they become like the file that they replace, and that
// of a new file.
const (
	privateMode = 0o600
	newMode     = 0o666
)

// createTemp makes an empty temporary file in a folder and locks it, so that no other run clears it away.
func createTemp(dir string, mode fs.FileMode) (*os.File, error) {
	for {
		name := strings.Replace(TempPattern, "*", strconv.FormatUint(rand.Uint64(), 36), 1)
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		} else if err != nil {
			return nil, err
		}
		if err := lock(f); err != nil {
			f.Close()
			os.Remove(f.Name())
			return nil, err
		}
		if isAt(f, f.Name()) {
			return f, nil
		}
		f.Close() // cleared away before it was locked
	}
}

// isAt reports whether the open file is still the one that bears the name.
func isAt(f *os.File, name string) bool {
	own, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(own, there)
}

// ClearTemps removes the temporary files that a killed run left in a folder. What cannot be removed stays.
func ClearTemps(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if match, _ := filepath.Match(TempPattern, e.Name()); match && e.Type().IsRegular() {
			clearTemp(filepath.Join(dir, e.Name()))
		}
	}
}

// clearTemp removes a temporary file that no running process holds.
func clearTemp(name string) {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return
	}
	defer f.Close()
	if !tryLock(f) || !isAt(f, name) {
		return
	}
	if !removeOpen {
		f.Close()
	}
	os.Remove(name)
}

// RewriteError says in one line what could not be written, why, and what to do.
func RewriteError(path string, err error) error {
	why := err
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		why = pathErr.Err // the path is said already
	case errors.As(err, &linkErr):
		why = linkErr.Err
	}
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("write %s: it may not be written: check the permissions of the file and its folder", path)
	}
	return fmt.Errorf("write %s: %w; the file is as it was", path, why)
}
