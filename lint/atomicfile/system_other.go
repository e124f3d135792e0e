//go:build !unix

package atomicfile

import (
	"io/fs"
	"os"
)

// removeOpen says that an open file can be removed and renamed.
const removeOpen = false

// links returns how many names a file has, as far as it can be told.
func links(fs.FileInfo) int { return 1 }

func copyOwner(*os.File, fs.FileInfo) error { return nil }

// A file that a process holds open cannot be removed: there is nothing to lock.
func lock(*os.File) error     { return nil }
func tryLock(*os.File) bool   { return true }
func syncFolder(string) error { return nil }

func rename(f *os.File, target string) error {
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), target)
}
